#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "pipeline/model/document.h"

namespace dutylist::test {

// An example of tests/check/<rule>.txt: a document with the spots marked 【…】 that the rule must
// find, and nothing else. README.md there says how they are written.
struct CheckExample {
    std::string file;
    std::size_t line = 0;
    std::string text;                  // as it stands in the file
    Document document;                 // without the marks, analysed
    std::vector<std::string> outside;  // spots that stand in no cell
};

std::vector<CheckExample> read_check_examples(const std::filesystem::path& file);

// All cells of a document, one a line, spots marked: what a test compares with the example.
std::string with_marks(const Document& document,
                       const std::vector<std::pair<const Cell*, TextSpan>>& spots);

// The cells of the example as it stands in the file.
std::string expected_marks(const CheckExample& example);

}  // namespace dutylist::test
