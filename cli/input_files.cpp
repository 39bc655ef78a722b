#include "cli/input_files.h"

#include <algorithm>
#include <map>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/diagnostics/system_error.h"
#include "pipeline/io/bounded_reader.h"
#include "pipeline/registry.h"
#include "pipeline/text/utf8.h"

namespace dutylist::cli {
namespace {

// Whether the suffix is one that only dutylist gives: two suffixes in one, or of findings.
bool is_own_suffix(const Exporter& exporter) {
    return exporter.suffix.find('.', 1) != std::string_view::npos ||
           exporter.subject == Subject::findings;
}

bool is_named_as_output(const std::string& name) {
    const auto exporters = exporter_table();
    return std::any_of(exporters.begin(), exporters.end(), [&](const Exporter& exporter) {
        return is_own_suffix(exporter) && name.ends_with(exporter.suffix);
    });
}

bool is_readable(const SourceBytes& source) {
    const Importer* best = best_importer(source, importer_table());
    return best && best->reads;
}

bool is_read_by_name(std::string_view suffix) {
    const auto importers = importer_table();
    return std::any_of(importers.begin(), importers.end(), [&](const Importer& importer) {
        const std::size_t at = importer.extensions.find(suffix);
        const std::size_t end = at + suffix.size();
        return importer.reads && at != std::string_view::npos &&
               (end == importer.extensions.size() || importer.extensions[end] == ' ');
    });
}

// 0: a form in which dutylist never writes a list, so an input; else how likely it is an output:
// first the forms that are read as well, in the order of the registry's rows.
int output_likeness(const std::filesystem::path& file) {
    const std::string suffix = file.extension().string();
    int row = 0;
    for (const Exporter& exporter : exporter_table()) {
        if (exporter.subject != Subject::document || is_own_suffix(exporter)) continue;
        ++row;
        if (exporter.suffix == suffix) return is_read_by_name(suffix) ? row : row + 1'000;
    }
    return 0;
}

}  // namespace

FolderInputs inputs_in_folder(const std::filesystem::path& folder) {
    FolderInputs result;
    std::error_code error;
    std::vector<std::filesystem::path> files;
    for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end;
         entry.increment(error)) {
        std::error_code ignored;
        const bool hidden = entry->path().filename().string().starts_with('.');
        if (!hidden && entry->is_regular_file(ignored)) files.push_back(entry->path());
    }
    if (error) {
        throw JobError(Code::input_unreadable, {}, {folder, system_error(error)});
    }
    std::sort(files.begin(), files.end(),
              [](const auto& a, const auto& b) { return a.native() < b.native(); });

    const auto pass_over = [&](const std::filesystem::path& file, Code reason) {
        result.passed_over.add(Code::input_passed_over, {}, {file, Message{reason, {}}});
    };
    // Of several forms of one name, the least like an output.
    std::map<std::string, const std::filesystem::path*> sources;
    for (const std::filesystem::path& file : files) {
        const std::filesystem::path*& source = sources[file.stem().string()];
        if (!source || output_likeness(file) < output_likeness(*source)) source = &file;
    }
    for (const std::filesystem::path& file : files) {
        const std::string name = file.filename().string();
        const std::filesystem::path& source = *sources[file.stem().string()];
        if (name.starts_with("~$")) {
            pass_over(file, Code::passed_over_temporary);
        } else if (is_named_as_output(name)) {
            result.outputs.add(Code::input_passed_over, {},
                               {file, Message{Code::passed_over_output, {}}});
        } else if (&source != &file && output_likeness(file) > 0) {
            result.outputs.add(Code::input_passed_over, {},
                               {file, Message{Code::passed_over_beside, {source.filename()}}});
        } else if (std::filesystem::file_size(file, error) == 0) {
            pass_over(file, Code::passed_over_empty);
        } else if (!is_readable(read_source(file))) {
            pass_over(file, Code::passed_over_format);
        } else {
            result.files.push_back(file);
        }
    }
    if (result.files.empty()) {
        throw JobError(Code::input_folder_without_lists, {}, {folder});
    }
    return result;
}

}  // namespace dutylist::cli
