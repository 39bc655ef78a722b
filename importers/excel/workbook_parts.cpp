#include "importers/excel/workbook_parts.h"

#include <algorithm>
#include <unordered_map>

#include "importers/office_container/office_package.h"
#include "importers/office_container/relationships.h"
#include "importers/office_container/xml_part.h"

namespace dutylist {
namespace {

class WorkbookHandler : public XmlHandler {
public:
    explicit WorkbookHandler(const std::vector<Relationship>& relationships) {
        for (const Relationship& relationship : relationships)
            by_id_[relationship.id] = &relationship;
    }

    void start_element(std::string_view name, std::string_view,
                       const XmlAttributes& attributes) override {
        if (name == "workbookPr") {
            parts.from_1904 = attributes.flag("date1904", false);
        } else if (name == "sheet") {
            SheetPart sheet;
            sheet.name = attributes.value("name");
            sheet.hidden = attributes.value("state", "visible") != "visible";
            const std::string_view id = attributes.find("id", "elationships").value_or("");
            if (const auto found = by_id_.find(id); found != by_id_.end()) {
                sheet.part = found->second->target;
                sheet.worksheet = found->second->type == "worksheet";
            } else {
                // What a macro module leaves behind has no part; any other is missed by its name.
                sheet.part = id;
                sheet.worksheet = !id.empty();
            }
            parts.sheets.push_back(std::move(sheet));
        }
    }
    void end_element(std::string_view, std::string_view) override {}
    void characters(std::string_view) override {}

    WorkbookParts parts;

private:
    std::unordered_map<std::string_view, const Relationship*> by_id_;
};

// Sheets may be one part; its relationships are read once.
void find_comments(std::vector<SheetPart>& sheets, OfficeContainer& container) {
    std::unordered_map<std::string, bool> by_part;
    for (SheetPart& sheet : sheets) {
        const auto [known, is_new] = by_part.try_emplace(sheet.part, false);
        if (is_new) {
            const auto relationships = read_relationships(container, sheet.part);
            known->second = std::any_of(relationships.begin(), relationships.end(),
                                        [](const Relationship& r) { return r.type == "comments"; });
        }
        sheet.comments = known->second;
    }
}

}  // namespace

WorkbookParts read_workbook_parts(OfficeContainer& container) {
    std::string workbook = find_package(container).main_part;
    if (workbook.empty()) workbook = "xl/workbook.xml";
    const std::vector<Relationship> relationships = read_relationships(container, workbook);
    WorkbookHandler handler(relationships);
    read_xml_part(container, workbook, handler);
    WorkbookParts parts = std::move(handler.parts);
    parts.shared_strings = target_of_type(relationships, "sharedStrings");
    if (!container.has(parts.shared_strings)) parts.shared_strings.clear();
    const std::string styles = target_of_type(relationships, "styles");
    if (container.has(styles)) parts.formats = read_cell_formats(container, styles);
    find_comments(parts.sheets, container);
    return parts;
}

}  // namespace dutylist
