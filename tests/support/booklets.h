#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "exporters/booklet/booklet.h"
#include "pipeline/templates/template_store.h"
#include "pipeline/text/white_space.h"

namespace dutylist::test {

// Lays out a booklet without a command around it.
inline typeset::PagedDocument lay_out(const Document& document, Diagnostics& diagnostics,
                                      const std::optional<Part>& part = {},
                                      const TemplateStore& templates = TemplateStore()) {
    const Statistics statistics;
    const Office office;
    return booklet::make_booklet({document, statistics, office, templates, "list", 0, {}, part},
                                 diagnostics);
}

// The text below every node of one role, in the order of the nodes, white space taken out.
inline std::vector<std::string> texts_of(const typeset::PagedDocument& booklet,
                                         typeset::StructureRole role) {
    std::vector<typeset::StructureIndex> owner(booklet.structure.size(), typeset::no_structure);
    std::vector<typeset::StructureIndex> owners;
    for (typeset::StructureIndex i = 0; i < booklet.structure.size(); ++i) {
        const typeset::StructureNode& node = booklet.structure[i];
        if (node.role == role) {
            owner[i] = i;
            owners.push_back(i);
        } else if (node.parent != typeset::no_structure) {
            owner[i] = owner[node.parent];
        }
    }
    std::map<typeset::StructureIndex, std::string> texts;
    for (const typeset::Page& page : booklet.pages) {
        for (const typeset::Layer& layer : page.layers) {
            for (const typeset::GlyphRun& run : layer.runs) {
                if (run.structure == typeset::no_structure) continue;
                const typeset::StructureIndex at = owner[run.structure];
                if (at != typeset::no_structure) texts[at] += without_white_space(run.text);
            }
        }
    }
    std::vector<std::string> ordered;
    for (typeset::StructureIndex at : owners) ordered.push_back(texts[at]);
    return ordered;
}

// The cells of all lists in order, as texts_of gives the cells of a booklet.
inline std::vector<std::string> cells_of(const Document& document) {
    std::vector<std::string> cells;
    for (const DutyList& list : document.lists) {
        for (const Item& item : list.items) {
            for (const Cell& cell : item.cells) cells.push_back(without_white_space(cell.text));
        }
    }
    return cells;
}

// A document of four items in three lists, and one of 120 items, whose tables take several pages.
Document small_document();
Document long_document();

}  // namespace dutylist::test
