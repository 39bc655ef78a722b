#include "pipeline/diagnostics/code.h"

#include <array>

namespace dutylist {
namespace {

struct Row {
    std::string_view id;
    Severity severity;
    std::string_view chinese;
    std::string_view english;
};

constexpr Row rows[] = {
#define DUTYLIST_MESSAGE(name, id, severity, chinese, english) \
    {id, Severity::severity, chinese, english},
#include "pipeline/diagnostics/catalogue.def"
#undef DUTYLIST_MESSAGE
};

struct SeverityName {
    std::string_view id;
    std::string_view chinese;
};
constexpr std::array<SeverityName, 3> severity_names{
    {{"error", "错误"}, {"warning", "警告"}, {"info", "提示"}}};

const Row& row(Code code) { return rows[static_cast<std::size_t>(code)]; }

}  // namespace

std::string_view id_of(Code code) { return row(code).id; }

std::optional<Code> code_from(std::string_view id) {
    if (id.empty()) return {};
    for (std::size_t i = 0; i < std::size(rows); ++i) {
        if (rows[i].id == id) return static_cast<Code>(i);
    }
    return {};
}

Severity default_severity(Code code) { return row(code).severity; }

std::string_view message_template(Code code, Language language) {
    return language == Language::chinese ? row(code).chinese : row(code).english;
}

std::string_view to_string(Severity severity) {
    return severity_names[static_cast<std::size_t>(severity)].id;
}

std::string_view name_of(Severity severity, Language language) {
    const SeverityName& name = severity_names[static_cast<std::size_t>(severity)];
    return language == Language::chinese ? name.chinese : name.id;
}

std::optional<Severity> severity_from(std::string_view name) {
    for (std::size_t i = 0; i < severity_names.size(); ++i) {
        if (severity_names[i].id == name) return static_cast<Severity>(i);
    }
    return {};
}

}  // namespace dutylist
