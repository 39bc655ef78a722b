#!/usr/bin/env python3
"""The search for types that are defined twice, against sources of every shape."""
import unittest

from defined_types import defined_types, faults_of_types


def names(text):
    return [name for name, _ in defined_types(text)]


class DefinedTypes(unittest.TestCase):
    def test_finds_structs_classes_unions_and_enums(self):
        text = "struct A {}; class B final : public C<D> {}; union E {}; enum class F : int { one };"
        self.assertEqual(names(text), ["A", "B", "E", "F"])

    def test_names_namespaces_and_outer_types(self):
        text = "namespace a::b {\nnamespace c { struct D { struct E {}; }; }\nstruct D::F {};\n}"
        self.assertEqual(names(text), ["a::b::c::D", "a::b::c::D::E", "a::b::D::F"])

    def test_leaves_out_what_no_other_file_sees(self):
        text = "namespace a { namespace { struct B {}; } void f() { struct C {}; } }"
        self.assertEqual(names(text), [])

    def test_leaves_out_declarations_uses_comments_and_strings(self):
        text = '\n'.join(["struct A;", "// struct B {", "/* struct C { */", 'auto s = "struct D {";',
                          'auto r = R"(struct E {)";', "std::vector<struct F> f(struct G g) { return {}; }",
                          "template <class T> struct H {};", "char c = '{';", "struct I {};"])
        self.assertEqual(names(text), ["H", "I"])

    def test_specialisations_are_types_of_their_own(self):
        self.assertEqual(names("template <> struct hash<A> {}; template <> struct hash<B> {};"),
                         ["hash<A>", "hash<B>"])

    def test_reports_both_places(self):
        faults = faults_of_types({"a.h": "namespace n {\nstruct A {};\n}", "b.cpp": "namespace n { struct A {}; }"})
        self.assertEqual(faults, ["b.cpp:1: n::A is defined at a.h:2 as well; give it a name of its own"])

    def test_one_name_in_two_namespaces_is_no_fault(self):
        self.assertEqual(faults_of_types({"a.h": "namespace n { struct A {}; }",
                                          "b.h": "namespace m { struct A {}; }"}), [])


if __name__ == "__main__":
    unittest.main()
