#pragma once

#include <filesystem>
#include <string>

#include "pipeline/diagnostics/diagnostic.h"
#include "pipeline/model/document.h"
#include "pipeline/recognition/draft.h"

namespace dutylist::test {

// A real list, which is no part of the source tree; empty where none was given.
std::filesystem::path real_list_file();

// Put at the beginning of every test on the real list.
#define DUTYLIST_SKIP_WITHOUT_REAL_LIST()                             \
    if (!std::filesystem::exists(::dutylist::test::real_list_file())) \
    GTEST_SKIP() << "there is no real list; cmake -DDUTYLIST_REAL_LIST=FILE gives one"

struct Reading {
    Document document;
    Diagnostics diagnostics;
    ByteAccount account;
    std::size_t bytes = 0;  // of the input
};

// Text (a file's bytes) through the text importer, recognition and analysis.
Reading read_list_text(std::string bytes, const std::string& name = "list.txt",
                       const std::string& unit = {});

// The real list, read once for all tests.
const Reading& real_list();

}  // namespace dutylist::test
