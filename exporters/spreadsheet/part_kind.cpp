#include "exporters/spreadsheet/part_kind.h"

#include <algorithm>
#include <array>

namespace dutylist::spreadsheet {
namespace {

constexpr std::array kinds{
    PartKind{"xl/workbook.xml", "workbook", "officedocument.spreadsheetml.sheet.main+xml",
             "officeDocument/2006/relationships/officeDocument"},
    PartKind{"xl/worksheets/sheet", "worksheet", "officedocument.spreadsheetml.worksheet+xml",
             "officeDocument/2006/relationships/worksheet"},
    PartKind{"xl/sharedStrings.xml", "sst", "officedocument.spreadsheetml.sharedStrings+xml",
             "officeDocument/2006/relationships/sharedStrings"},
    PartKind{"xl/styles.xml", "styleSheet", "officedocument.spreadsheetml.styles+xml",
             "officeDocument/2006/relationships/styles"},
    PartKind{"xl/theme/theme1.xml", "a:theme", "officedocument.theme+xml",
             "officeDocument/2006/relationships/theme"},
    PartKind{"xl/drawings/drawing", "xdr:wsDr", "officedocument.drawing+xml",
             "officeDocument/2006/relationships/drawing"},
    PartKind{"xl/charts/chart", "c:chartSpace", "officedocument.drawingml.chart+xml",
             "officeDocument/2006/relationships/chart"},
    PartKind{"docProps/app.xml", "Properties", "officedocument.extended-properties+xml",
             "officeDocument/2006/relationships/extended-properties"},
    PartKind{"docProps/core.xml", "cp:coreProperties", "package.core-properties+xml",
             "package/2006/relationships/metadata/core-properties"},
};

constexpr std::array<std::string_view, 15> namespaces{
    "http://purl.org/dc/dcmitype/",
    "http://purl.org/dc/elements/1.1/",
    "http://purl.org/dc/terms/",
    "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "http://schemas.openxmlformats.org/drawingml/2006/main",
    "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing",
    "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes",
    "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://schemas.openxmlformats.org/package/2006/content-types",
    "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "http://schemas.openxmlformats.org/package/2006/relationships",
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://www.w3.org/2001/XMLSchema-instance",
    "http://www.w3.org/XML/1998/namespace",
};

}  // namespace

const PartKind* kind_of_part(std::string_view name) {
    const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const PartKind& kind) {
        return name.starts_with(kind.name) && name.ends_with(".xml");
    });
    return found == kinds.end() ? nullptr : &*found;
}

bool is_known_namespace(std::string_view name) {
    return std::find(namespaces.begin(), namespaces.end(), name) != namespaces.end();
}

}  // namespace dutylist::spreadsheet
