#!/usr/bin/env python3
"""The check of the catalogue finds what it is there for."""
import unittest

from check_catalogue import (faults_of_ids, faults_of_lengths, rows, sentences_beside, unreached_codes,
                             unused_rows)

CATALOGUE = "pipeline/diagnostics/catalogue/"
GOOD = {
    CATALOGUE + "files.def": '// Files.\nDUTYLIST_MESSAGE(input_missing, "input.missing", error,\n    "没有",\n'
                             '    "none")\nDUTYLIST_TEXT(system_busy, "忙", "busy")\n',
    "pipeline/io/read.cpp": "throw JobError(Code::input_missing, {}, {Message{Code::system_busy, {}}});",
    "tests/pipeline/read_test.cpp": "EXPECT_EQ(code, Code::input_missing);",
}


class CheckCatalogue(unittest.TestCase):
    def changed(self, **files):
        return {**GOOD, **{name.replace("__", "/"): text for name, text in files.items()}}

    def test_finds_nothing_in_a_catalogue_that_is_whole(self):
        self.assertEqual(rows(GOOD), [("input_missing", "input.missing"), ("system_busy", "")])
        for check in (unused_rows, unreached_codes, faults_of_ids, faults_of_lengths, sentences_beside):
            self.assertEqual(check(GOOD), [])

    def test_finds_a_row_that_nothing_says(self):
        sources = {**GOOD, CATALOGUE + "more.def": 'DUTYLIST_TEXT(system_bus, "车", "bus")\n'}
        self.assertEqual(unused_rows(sources), ["system_bus: no code says this row; take it out"])

    def test_a_test_alone_does_not_use_a_row(self):
        sources = {**GOOD, "pipeline/io/read.cpp": "Code::system_busy"}
        self.assertEqual(len(unused_rows(sources)), 1)

    def test_finds_a_code_that_no_test_reaches(self):
        sources = {**GOOD, "tests/pipeline/read_test.cpp": "EXPECT_EQ(code, Code::input_missing_too);"}
        self.assertEqual(unreached_codes(sources), ["input_missing (input.missing): no test reaches it"])

    def test_a_transcript_or_the_name_of_a_file_reaches_a_code(self):
        for name, text in (("tests/commands/a.md", "! error: … [input.missing]"),
                           ("tests/check/input.missing.txt", "")):
            sources = {**GOOD, "tests/pipeline/read_test.cpp": "", name: text}
            self.assertEqual(unreached_codes(sources), [])

    def test_a_longer_id_is_another(self):
        sources = {**GOOD, "tests/pipeline/read_test.cpp": "", "tests/a.md": "[input.missing-part]"}
        self.assertEqual(len(unreached_codes(sources)), 1)

    def test_finds_a_retired_id_in_use(self):
        sources = {**GOOD, CATALOGUE + "retired.txt": "# Ids of earlier versions.\ninput.missing\n"}
        self.assertEqual(faults_of_ids(sources),
                         ["input_missing: the id input.missing is retired; a new message gets a new one"])

    def test_finds_a_file_that_is_too_long(self):
        self.assertEqual(len(faults_of_lengths({CATALOGUE + "long.def": "\n" * 401})), 1)

    def test_finds_a_sentence_beside_the_catalogue(self):
        sources = {**GOOD, "cli/a.cpp": 'say("已归档"); // "注释" is no sentence\n'}
        self.assertEqual(sentences_beside(sources), ['cli/a.cpp: "已归档" belongs into the catalogue'])


if __name__ == "__main__":
    unittest.main()
