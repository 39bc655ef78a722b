#include "importers/excel/workbook_parts.h"

#include "importers/office_container/office_package.h"
#include "importers/office_container/relationships.h"
#include "importers/office_container/xml_part.h"

namespace dutylist {
namespace {

class WorkbookHandler : public XmlHandler {
public:
    explicit WorkbookHandler(const std::vector<Relationship>& relationships)
        : relationships_(relationships) {}

    void start_element(std::string_view name, std::string_view,
                       const XmlAttributes& attributes) override {
        if (name == "workbookPr") {
            parts.from_1904 = attributes.flag("date1904", false);
        } else if (name == "sheet") {
            SheetPart sheet;
            sheet.name = attributes.value("name");
            sheet.hidden = attributes.value("state", "visible") != "visible";
            const std::string_view id = attributes.find("id", "elationships").value_or("");
            for (const Relationship& relationship : relationships_) {
                if (relationship.id != id) continue;
                sheet.part = relationship.target;
                sheet.worksheet = relationship.type == "worksheet";
            }
            parts.sheets.push_back(std::move(sheet));
        }
    }
    void end_element(std::string_view, std::string_view) override {}
    void characters(std::string_view) override {}

    WorkbookParts parts;

private:
    const std::vector<Relationship>& relationships_;
};

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
    for (SheetPart& sheet : parts.sheets) {
        for (const Relationship& relationship : read_relationships(container, sheet.part)) {
            sheet.comments = sheet.comments || relationship.type == "comments";
        }
    }
    return parts;
}

}  // namespace dutylist
