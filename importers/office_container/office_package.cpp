#include "importers/office_container/office_package.h"

#include <array>
#include <optional>
#include <string_view>

#include "importers/office_container/content_types.h"
#include "importers/office_container/part_name.h"
#include "importers/office_container/relationships.h"
#include "importers/office_container/xml_part.h"
#include "pipeline/diagnostics/job_error.h"

namespace dutylist {
namespace {

struct Usual {
    PackageKind kind;
    std::string_view part;
    std::string_view type;  // a word of its content type, and of the namespace of its root
    std::string_view root;  // element; "" for what is no XML
};
constexpr std::array<Usual, 4> usual_packages{{
    {PackageKind::word, "word/document.xml", "wordprocessingml", "document"},
    {PackageKind::excel, "xl/workbook.xml", "spreadsheetml", "workbook"},
    {PackageKind::excel_binary, "xl/workbook.bin", "sheet.binary", ""},
    {PackageKind::presentation, "ppt/presentation.xml", "presentationml", "presentation"},
}};

// The types of main parts end so; the last is that of a binary workbook.
constexpr std::array<std::string_view, 2> main_endings{".main+xml", ".main"};

PackageKind kind_of_root(const RootElement& root) {
    for (const Usual& usual : usual_packages) {
        if (root.name == usual.root && root.name_space.find(usual.type) != std::string::npos)
            return usual.kind;
    }
    return PackageKind::other;
}

PackageKind kind_of_type(std::string_view type, std::string_view part) {
    for (const Usual& usual : usual_packages) {
        if (type.find(usual.type) != std::string_view::npos) return usual.kind;
    }
    for (const Usual& usual : usual_packages) {
        if (comparable_part_name(part) == usual.part) return usual.kind;
    }
    return PackageKind::other;
}

std::string find_main_part(OfficeContainer& container, const ContentTypes& types) {
    std::string related = target_of_type(read_relationships(container, ""), "officeDocument");
    if (container.has(related)) return related;
    for (std::string_view ending : main_endings) {
        const std::string_view typed = types.part_of_type(ending);
        if (container.has(typed)) return std::string(typed);
    }
    for (const Usual& usual : usual_packages) {
        if (container.has(usual.part)) return std::string(usual.part);
    }
    return related;
}

}  // namespace

OfficePackage find_package(OfficeContainer& container) {
    const ContentTypes types(container);
    OfficePackage package;
    package.main_part = find_main_part(container, types);
    if (package.main_part.empty()) return package;
    package.content_type = types.of(package.main_part);
    const std::optional<RootElement> root = read_root_element(container, package.main_part);
    package.kind =
        root ? kind_of_root(*root) : kind_of_type(package.content_type, package.main_part);
    return package;
}

PackageKind kind_of_package(const SourceBytes& source) {
    if (!is_zip(source.bytes)) return PackageKind::none;
    try {
        OfficeContainer container(source);
        return find_package(container).kind;
    } catch (const JobError&) {
        return PackageKind::none;
    }
}

}  // namespace dutylist
