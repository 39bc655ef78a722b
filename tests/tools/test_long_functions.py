#!/usr/bin/env python3
"""The search for functions that are too long, against functions of every shape."""
import unittest

from long_functions import functions, python_functions


def lengths(text):
    return [(name, length) for name, _, length in functions(text)]


class LongFunctions(unittest.TestCase):
    def test_counts_from_the_head_to_the_closing_brace(self):
        self.assertEqual(lengths("int a(int b,\n      int c) {\n    return b;\n}\n"), [("a", 4)])

    def test_finds_members_and_constructors_in_types_and_namespaces(self):
        text = "namespace n {\nclass A : public B<C> {\n    A() : b_(1) {\n    }\n    void d() const {\n    }\n};\n}\n"
        self.assertEqual([name for name, _ in lengths(text)], ["A", "d"])

    def test_lambdas_and_loops_belong_to_their_function(self):
        self.assertEqual(lengths("void a() {\n    for (;;) {\n        b([] {\n        });\n    }\n}\n"), [("a", 6)])

    def test_default_arguments_are_part_of_the_head(self):
        self.assertEqual(lengths("void a(int b = {},\n       int c = {}) {\n    d();\n}\n"), [("a", 4)])

    def test_tables_types_comments_and_strings_are_no_functions(self):
        self.assertEqual(lengths('const T table{{1},\n{2}};\nstruct S {\n};\n// f() {\nauto s = "g() {";\n'), [])

    def test_reads_python_by_its_own_parser(self):
        self.assertEqual(list(python_functions("def a():\n    return 1\n")), [("a", 1, 2)])


if __name__ == "__main__":
    unittest.main()
