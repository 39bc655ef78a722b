#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/recognition/column_synonyms.h"
#include "pipeline/recognition/recognise.h"
#include "pipeline/templates/template_store.h"
#include "tests/support/simple_draft.h"

namespace dutylist::test {

// What recognition makes of drafts, with the official template.
struct Recognised {
    Document document;
    Diagnostics diagnostics;

    // The texts of an item's cells joined by |.
    std::string row(std::size_t list, std::size_t item) const {
        std::string joined;
        for (const Cell& cell : document.lists.at(list).items.at(item).cells)
            joined +=
                (&cell == document.lists[list].items[item].cells.data() ? "" : "|") + cell.text;
        return joined;
    }
    // Whether anything but unit and month, which short drafts do not name, is warned of.
    bool warns() const {
        return std::any_of(diagnostics.entries().begin(), diagnostics.entries().end(),
                           [](const Diagnostic& diagnostic) {
                               return diagnostic.severity == Severity::warning &&
                                      diagnostic.code != Code::unit_unknown &&
                                      diagnostic.code != Code::period_unknown;
                           });
    }
    std::string roles(std::size_t list) const {
        std::string joined;
        for (const Column& column : document.lists.at(list).columns)
            joined += (joined.empty() ? "" : " ") + std::string(to_string(column.role));
        return joined;
    }
};

inline const ColumnSynonyms& synonyms() {
    static const ColumnSynonyms loaded{TemplateStore()};
    return loaded;
}

inline Recognised recognised(std::vector<Draft> drafts, RecognitionSettings settings = {}) {
    Recognised result;
    settings.synonyms = &synonyms();
    result.document = recognise_all(std::move(drafts), settings, result.diagnostics);
    return result;
}

inline Recognised recognised(SimpleDraft& builder, const RecognitionSettings& settings = {}) {
    std::vector<Draft> drafts;
    drafts.push_back(builder.build());
    return recognised(std::move(drafts), settings);
}

}  // namespace dutylist::test
