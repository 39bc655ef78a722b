#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/model/period.h"

namespace dutylist::cli {

class Invocation;

// What several commands take from the line. An option that a command does not have keeps its
// default. How the program speaks (--lang, --quiet, --verbose, --json) is ConsoleSettings.
struct CommonOptions {
    // What is read: files, folders and "-".
    std::vector<std::string> inputs;
    std::string import_format;            // --from, a row of the importers; empty: by content
    std::string unit;                     // --unit as typed, or empty
    std::optional<Period> month;          // --month; may be a year alone
    std::optional<std::string> encoding;  // --encoding
    std::optional<std::string> mapping;   // --mapping, a file
    std::optional<std::string> as_one;    // --as-one, the name of the one document
    // What the work is done with.
    std::string template_name;                    // --template, a name or a folder
    std::optional<std::filesystem::path> office;  // --office, a file
    std::filesystem::path font_folder;            // --font-dir, or empty
};

// `inputs`: those of the command's arguments that are some. Throws UsageError.
CommonOptions common_options(const Invocation& invocation, std::vector<std::string> inputs);

}  // namespace dutylist::cli
