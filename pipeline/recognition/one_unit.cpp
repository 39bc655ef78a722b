#include "pipeline/recognition/one_unit.h"

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/recognition/department_list.h"
#include "pipeline/recognition/municipalities.h"
#include "pipeline/recognition/table_header.h"
#include "pipeline/recognition/title_page.h"
#include "pipeline/recognition/unit_sections.h"

namespace dutylist {
namespace {

// What the lines before the lists say of the unit.
Unit unit_before_lists(const Draft& draft, const ColumnSynonyms& synonyms) {
    std::vector<DraftText> lines;
    for (const auto& element : draft.elements) {
        if (const auto* paragraph = std::get_if<DraftParagraph>(&element)) {
            lines.push_back(paragraph->content);
            continue;
        }
        const std::span<const DraftRow> rows = std::get<DraftTable>(element).rows;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (const auto header = header_at(rows.subspan(i), synonyms)) {
                const bool of_department = is_of_department(header->columns, {}, synonyms);
                return read_title_page(std::move(lines), of_department).unit;
            }
            if (const DraftText* only = only_text(rows[i])) lines.push_back(*only);
        }
    }
    return read_title_page(std::move(lines)).unit;
}

}  // namespace

void require_one_unit(std::span<const Draft> drafts, const RecognitionSettings& settings) {
    Unit known;
    std::string known_from;
    for (const Draft& draft : drafts) {
        const std::vector<UnitSection> sections = find_unit_sections(draft, settings);
        if (!sections.empty()) {
            const UnitSection& second = sections.front();
            throw JobError(Code::unit_several, second.place,
                           {draft.source_file, second.before.full_name(), second.place,
                            second.unit.full_name()});
        }
        Unit unit = unit_before_lists(draft, *settings.synonyms);
        if (unit.empty()) continue;
        raise_municipality(unit, settings.municipalities);
        if (!complete_unit(known, unit)) {
            throw JobError(Code::unit_several, {},
                           {known_from, known.full_name(), draft.source_file, unit.full_name()});
        }
        if (known_from.empty()) known_from = draft.source_file;
    }
}

}  // namespace dutylist
