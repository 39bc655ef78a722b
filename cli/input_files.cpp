#include "cli/input_files.h"

#include <algorithm>
#include <array>
#include <map>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/diagnostics/system_error.h"
#include "pipeline/io/bounded_reader.h"
#include "pipeline/registry.h"
#include "pipeline/text/utf8.h"

namespace dutylist::cli {
namespace {

// Names that only dutylist gives: outputs with two suffixes.
bool is_named_as_output(const std::string& name) {
    static constexpr std::array<std::string_view, 6> of_check{
        ".sarif", ".check.html", ".check.xlsx", ".check.pdf", ".corrected.xml", ".changes.txt"};
    const auto ends = [&](std::string_view suffix) { return name.ends_with(suffix); };
    if (std::any_of(of_check.begin(), of_check.end(), ends)) return true;
    const auto exporters = exporter_table();
    return std::any_of(exporters.begin(), exporters.end(), [&](const Exporter& exporter) {
        return exporter.suffix.find('.', 1) != std::string_view::npos && ends(exporter.suffix);
    });
}

bool is_readable(const SourceBytes& source) {
    const Importer* best = nullptr;
    Confidence confidence = Confidence::no;
    for (const Importer& importer : importer_table()) {
        const Confidence found = importer.recognise(source);
        if (found > confidence) {
            best = &importer;
            confidence = found;
        }
    }
    return best && best->reads;
}

// 0: a form that dutylist never writes, so an input; else how likely it is an output.
int output_likeness(const std::filesystem::path& file) {
    static constexpr std::array<std::string_view, 5> suffixes{"", ".xlsx", ".xml", ".json", ".pdf"};
    const auto found = std::find(suffixes.begin() + 1, suffixes.end(), file.extension().string());
    return found == suffixes.end() ? 0 : static_cast<int>(found - suffixes.begin());
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
