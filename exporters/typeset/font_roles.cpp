#include "exporters/typeset/font_roles.h"

#include <algorithm>
#include <optional>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/diagnostics/system_error.h"
#include "pipeline/templates/template_store.h"
#include "pipeline/text/white_space.h"

namespace dutylist::typeset {
namespace {

std::optional<FontRole> role_from(std::string_view name) {
    for (FontRole role : all_font_roles) {
        if (to_string(role) == name) return role;
    }
    return std::nullopt;
}

[[noreturn]] void refuse_without_fonts(const FontCatalogue& catalogue) {
    if (catalogue.unread_folders().empty()) throw JobError(Code::font_none, {});
    const FontCatalogue::UnreadFolder& unread = catalogue.unread_folders().front();
    Diagnostic diagnostic =
        make_diagnostic(Code::font_folder_unread, {}, {unread.folder, system_error(unread.error)});
    diagnostic.severity = Severity::error;
    throw JobError(std::move(diagnostic));
}

FontWish read_wish(const XmlElement& element) {
    element.allow_attributes({"name", "web"});
    element.allow_children({"family"});
    const auto role = role_from(element.required("name"));
    if (!role) element.fail_value("name", "title, heading, body, table, number");
    FontWish wish{*role, {}, std::string(element.attribute("web"))};
    for (const XmlElement& family : element.children("family")) {
        family.allow_attributes({});
        family.allow_children({});
        wish.families.emplace_back(trimmed(family.text()));
    }
    if (wish.families.empty()) {
        throw JobError(Code::xml_missing, element.place(), {"role", "family"});
    }
    return wish;
}

ResolvedRole resolve(FontWish wish, const FontCatalogue& catalogue) {
    ResolvedRole resolved;
    resolved.role = wish.role;
    resolved.wanted = std::move(wish.families);
    for (const std::string& family : resolved.wanted) {
        const auto file = catalogue.find(family);
        if (!file) continue;
        if (resolved.files.empty()) resolved.family = family;
        if (std::find(resolved.files.begin(), resolved.files.end(), *file) ==
            resolved.files.end()) {
            resolved.files.push_back(*file);
        }
    }
    if (resolved.files.empty()) {
        for (FontFile& file : catalogue.installed()) resolved.files.push_back(std::move(file));
        if (resolved.files.empty()) refuse_without_fonts(catalogue);
        resolved.family = resolved.files.front().file.stem().string();
    }
    return resolved;
}

}  // namespace

std::string_view to_string(FontRole role) {
    constexpr std::array<std::string_view, 5> names{"title", "heading", "body", "table", "number"};
    return names[static_cast<std::size_t>(role)];
}

std::vector<FontWish> read_font_wishes(const TemplateStore& templates) {
    const XmlDocument document = templates.xml("fonts.xml");
    const XmlElement root = document.root();
    root.allow_attributes({});
    root.allow_children({"role"});
    std::array<std::optional<FontWish>, all_font_roles.size()> found;
    for (const XmlElement& element : root.children("role")) {
        FontWish wish = read_wish(element);
        const auto role = static_cast<std::size_t>(wish.role);
        found[role] = std::move(wish);
    }
    std::vector<FontWish> wishes;
    for (FontRole role : all_font_roles) {
        auto& wish = found[static_cast<std::size_t>(role)];
        if (!wish) {
            throw JobError(Code::xml_missing, root.place(),
                           {"fonts", "role name=\"" + std::string(to_string(role)) + "\""});
        }
        wishes.push_back(std::move(*wish));
    }
    return wishes;
}

std::vector<ResolvedRole> resolve_fonts(const TemplateStore& templates,
                                        const FontCatalogue& catalogue) {
    std::vector<ResolvedRole> roles;
    for (FontWish& wish : read_font_wishes(templates)) {
        roles.push_back(resolve(std::move(wish), catalogue));
    }
    return roles;
}

std::vector<ResolvedRole> resolve_fonts(const TemplateStore& templates,
                                        const std::filesystem::path& font_folder) {
    return resolve_fonts(templates, FontCatalogue(font_folder));
}

}  // namespace dutylist::typeset
