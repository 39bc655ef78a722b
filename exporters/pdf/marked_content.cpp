#include "exporters/pdf/marked_content.h"

namespace dutylist::pdf {

std::string_view structure_type(typeset::StructureRole role) {
    using Role = typeset::StructureRole;
    switch (role) {
        case Role::document:
            return "Document";
        case Role::part:
            return "Part";
        case Role::section:
            return "Sect";
        case Role::title:
            return "Title";
        case Role::heading1:
            return "H1";
        case Role::heading2:
            return "H2";
        case Role::heading3:
            return "H3";
        case Role::paragraph:
            return "P";
        case Role::contents:
            return "TOC";
        case Role::contents_item:
            return "TOCI";
        case Role::reference:
            return "Reference";
        case Role::table:
        case Role::table_head:
        case Role::table_body:
            return "Table";
        case Role::row:
            return "TR";
        case Role::header_cell:
            return "TH";
        case Role::data_cell:
            return "TD";
        case Role::list:
            return "L";
        case Role::list_item:
            return "LI";
        case Role::label:
            return "Lbl";
        case Role::list_body:
            return "LBody";
        case Role::span:
            return "Span";
        case Role::link:
            return "Link";
        case Role::figure:
            return "Figure";
        case Role::index:
            return "Index";
    }
    return "P";
}

}  // namespace dutylist::pdf
