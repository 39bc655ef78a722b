#include "cli/targets.h"

#include <algorithm>
#include <array>

#include "cli/suggestion.h"
#include "cli/usage_error.h"
#include "pipeline/diagnostics/codes.h"

namespace dutylist::cli {
namespace {

using enum Subject;

struct CommandSubjects {
    std::string_view command;
    std::array<Subject, 2> subjects;
    std::size_t count;
};
constexpr std::array command_subjects{
    CommandSubjects{"convert", {document}, 1},
    CommandSubjects{"statistics", {statistics}, 1},
    CommandSubjects{"check", {findings, correction}, 2},
    CommandSubjects{"compare", {comparison}, 1},
    CommandSubjects{"report", {report, department_view}, 2},
    CommandSubjects{"archive", {archived}, 1},
    CommandSubjects{"form", {form}, 1},
};

bool contains(std::span<const Subject> subjects, Subject subject) {
    return std::find(subjects.begin(), subjects.end(), subject) != subjects.end();
}

template <typename Wanted>
std::vector<std::string> names_where(std::span<const Subject> subjects, Wanted wanted) {
    std::vector<std::string> names;
    for (const Exporter& exporter : exporter_table()) {
        if (!contains(subjects, exporter.subject) || !wanted(exporter)) continue;
        const std::string name(exporter.target);
        if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    }
    return names;
}

std::string with_commas(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : ",") + name;
    return text;
}

}  // namespace

std::span<const Subject> subjects_of(std::string_view command) {
    for (const CommandSubjects& row : command_subjects) {
        if (row.command == command) return std::span(row.subjects).first(row.count);
    }
    return {};
}

std::vector<std::string> target_names(std::span<const Subject> subjects) {
    return names_where(subjects, [](const Exporter&) { return true; });
}

std::string default_targets(std::span<const Subject> subjects) {
    return with_commas(
        names_where(subjects, [](const Exporter& exporter) { return exporter.by_default; }));
}

std::vector<const Exporter*> wanted_exporters(std::string_view targets,
                                              std::span<const Subject> subjects) {
    const std::vector<std::string> known = target_names(subjects);
    std::vector<const Exporter*> wanted;
    for (const std::string& name : names_in_list(targets)) {
        if (std::find(known.begin(), known.end(), name) == known.end()) {
            const std::vector<std::string_view> names(known.begin(), known.end());
            throw UsageError(Code::usage_unknown_target, {name, known, suggestion(name, names)});
        }
        for (const Exporter& exporter : exporter_table()) {
            const bool is_new = std::find(wanted.begin(), wanted.end(), &exporter) == wanted.end();
            if (contains(subjects, exporter.subject) && exporter.target == name && is_new)
                wanted.push_back(&exporter);
        }
    }
    return wanted;
}

Argument targets_offered(std::string_view command) {
    const std::span<const Subject> subjects = subjects_of(command);
    const std::string defaults = default_targets(subjects);
    const std::string others = with_commas(
        names_where(subjects, [](const Exporter& exporter) { return !exporter.by_default; }));
    if (defaults.empty()) return others;
    if (others.empty()) return Message{Code::targets_default, {defaults}};
    return Message{Code::targets_default_and_others, {defaults, others}};
}

std::vector<std::string> names_in_list(std::string_view text) {
    std::vector<std::string> names;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(',', begin), text.size());
        names.emplace_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return names;
}

}  // namespace dutylist::cli
