#include "pipeline/recognition/unit_sections.h"

#include <algorithm>
#include <iterator>
#include <list>
#include <optional>
#include <set>
#include <span>

#include "pipeline/recognition/column_synonyms.h"
#include "pipeline/recognition/department_list.h"
#include "pipeline/recognition/list_kind.h"
#include "pipeline/recognition/municipalities.h"
#include "pipeline/recognition/page_furniture.h"
#include "pipeline/recognition/table_header.h"
#include "pipeline/recognition/title_page.h"
#include "pipeline/recognition/unit_names.h"
#include "pipeline/text/chinese_number.h"
#include "pipeline/text/utf8.h"

namespace dutylist {
namespace {

constexpr std::size_t longest_line_characters = 60;
// Lines before a list that are looked at; more stand between lists only as other text.
constexpr std::size_t most_lines = 100;

// A line above a list, and where it stands.
struct HeadLine {
    const DraftText* text;
    std::size_t element;
    std::size_t row;
};
using HeadLines = std::vector<HeadLine>;

bool is_title(std::string_view text) { return text.find("清单") != std::string_view::npos; }

bool contradicts(const Unit& known, const Unit& other) {
    Unit both = known;
    const bool both_named = (!other.township.empty() && !known.township.empty()) ||
                            (!other.department.empty() && !known.department.empty());
    return both_named && !complete_unit(both, other);
}

class SectionFinder {
public:
    SectionFinder(const Draft& draft, const RecognitionSettings& settings)
        : draft_(draft), settings_(settings), synonyms_(*settings.synonyms) {}

    std::vector<UnitSection> run() {
        for (std::size_t i = 0; i < draft_.elements.size(); ++i) {
            if (const auto* paragraph = std::get_if<DraftParagraph>(&draft_.elements[i])) {
                if (!paragraph->in_contents && paragraph->contents_page.empty())
                    add_line(paragraph->content, i, 0);
            } else {
                read_table(std::get<DraftTable>(draft_.elements[i]), i);
            }
        }
        return std::move(sections_);
    }

private:
    void add_line(const DraftText& text, std::size_t element, std::size_t row) {
        const std::string& line = text.text;
        if (line.empty() || count_characters(line) > longest_line_characters) return;
        if (is_contents_heading(line) || is_page_furniture(line) || parse_contents_line(line) ||
            synonyms_.is_foot(line))
            return;
        if (lines_.size() == most_lines) lines_.erase(lines_.begin());
        lines_.push_back({&text, element, row});
    }

    // The name of a sheet may be that of its unit; it has the place of the sheet's first text.
    void add_caption(const DraftTable& table, std::size_t element) {
        const auto unit = parse_unit(table.caption);
        if (!unit || unit->township.empty() || table.rows.empty()) return;
        DraftText& caption = captions_.emplace_back();
        caption.text = table.caption;
        for (const DraftCell& cell : table.rows.front().cells) {
            if (cell.content.text.empty()) continue;
            caption.source = cell.content.source;
            break;
        }
        lines_.push_back({&caption, element, 0});
    }

    void read_table(const DraftTable& table, std::size_t element) {
        const std::span<const DraftRow> rows = table.rows;
        add_caption(table, element);
        bool in_list = false;
        for (std::size_t r = 0; r < rows.size(); ++r) {
            if (const DraftText* only = only_text(rows[r])) {
                add_line(*only, element, r);
                continue;
            }
            const auto first =
                std::find_if(rows[r].cells.begin(), rows[r].cells.end(),
                             [](const DraftCell& cell) { return !cell.content.text.empty(); });
            if (first == rows[r].cells.end()) continue;
            const std::string& text = first->content.text;
            if (starts_with_digit(text)) {
                read_item(table, r, text);
                in_list = true;
                continue;
            }
            if (in_list && lines_.empty()) continue;
            if (const auto header = header_at(rows.subspan(r), synonyms_)) {
                heads_ = rows.subspan(r, header->rows);
                of_department_ = is_of_department(header->columns, list_title(), synonyms_);
                start_list(
                    kind_of_list(list_title(), header->columns, table.caption, nullptr, synonyms_),
                    begins_with_one(rows.subspan(r + header->rows), *header));
                in_list = true;
                r += header->rows - 1;
            } else if (in_list) {
                lines_.clear();
            } else {
                for (const DraftCell& cell : rows[r].cells) {
                    if (!cell.from_merge) add_line(cell.content, element, r);
                }
            }
        }
    }

    // A row of a list. Lines above it, without heads, may begin the list of another unit.
    void read_item(const DraftTable& table, std::size_t row, const std::string& number) {
        if (lines_.empty()) return;
        const bool titled = std::any_of(lines_.begin(), lines_.end(), [](const HeadLine& line) {
            return is_title(line.text->text);
        });
        const auto kind = synonyms_.kind_of(list_title().empty() ? std::string_view(table.caption)
                                                                 : std::string_view(list_title()));
        if (titled && kind) {
            start_list(*kind, parse_number(number) == 1, row);
        } else {
            lines_.clear();
        }
    }

    std::string list_title() const {
        for (auto line = lines_.rbegin(); line != lines_.rend(); ++line) {
            if (is_list_title(line->text->text, synonyms_)) return line->text->text;
        }
        return {};
    }

    static bool begins_with_one(std::span<const DraftRow> rows, const TableHeader& header) {
        const auto number =
            std::find_if(header.columns.begin(), header.columns.end(),
                         [](const Column& c) { return c.role == CellRole::number; });
        if (number == header.columns.end()) return true;
        const auto index = static_cast<std::size_t>(number - header.columns.begin());
        for (const DraftRow& row : rows) {
            if (only_text(row) || index >= row.cells.size()) continue;
            const std::string& text = row.cells[index].content.text;
            if (!text.empty()) return parse_number(text) == 1;
        }
        return false;
    }

    Unit unit_named_by(std::span<const HeadLine> lines) const {
        std::vector<DraftText> texts;
        for (const HeadLine& line : lines) texts.push_back(*line.text);
        Unit unit = read_title_page(std::move(texts), of_department_).unit;
        raise_municipality(unit, settings_.municipalities);
        return unit;
    }

    // The title of a whole document, with its unit: "云川县新禾乡履职事项清单".
    bool has_document_title() const {
        return std::any_of(lines_.begin(), lines_.end(), [&](const HeadLine& line) {
            const std::string& text = line.text->text;
            if (!is_title(text) || synonyms_.kind_of(text)) return false;
            const auto unit = of_department_ ? parse_department(department_part_of_title(text))
                                             : parse_unit(unit_part_of_title(text));
            return unit && contradicts(known_, *unit);
        });
    }

    // Where the lines begin that belong to the other unit: at its name, which may take several
    // lines, or at a title before that. What stands before is the end of the lists above.
    UnitSection section_from(const Unit& unit) const {
        const std::span<const HeadLine> lines = lines_;
        std::size_t begin = lines.size() - 1;
        while (begin > 0 && unit_named_by(lines.subspan(begin)) != unit) --begin;
        for (std::size_t i = 0; i < begin; ++i) {
            if (is_title(lines[i].text->text)) begin = i;
        }
        UnitSection section{lines[begin].element, lines[begin].row, {}, known_, unit};
        for (std::size_t end = begin + 1; end <= lines.size(); ++end) {
            if (!contradicts(known_, unit_named_by(lines.subspan(begin, end - begin)))) continue;
            const DraftText& line = *lines[end - 1].text;
            section.place = line.source.locate(line.text, 0);
            break;
        }
        return section;
    }

    // A list begins below the lines; without heads of its own at `first_item`.
    void start_list(ListKind kind, bool begins_with_one,
                    std::optional<std::size_t> first_item = {}) {
        const Unit unit = unit_named_by(lines_);
        const bool other = contradicts(known_, unit);
        if (other && !(other_ && !contradicts(other_->unit, unit))) {
            other_ = section_from(unit);
            if (first_item) {
                other_->heads.assign(heads_.begin(), heads_.end());
                other_->first_item = *first_item;
            }
            kinds_of_other_.clear();
        } else if (!other && !(unit.township.empty() && unit.department.empty())) {
            other_.reset();
        }
        if (other_) {
            kinds_of_other_.insert(kind);
            if (has_document_title() || (kinds_.contains(kind) && begins_with_one)) {
                known_ = other_->unit;
                kinds_ = std::move(kinds_of_other_);
                kinds_of_other_.clear();
                sections_.push_back(std::move(*other_));
                other_.reset();
            }
        } else {
            complete_unit(known_, unit);
            kinds_.insert(kind);
        }
        lines_.clear();
    }

    const Draft& draft_;
    const RecognitionSettings& settings_;
    const ColumnSynonyms& synonyms_;
    std::list<DraftText> captions_;     // which HeadLine refers to
    std::span<const DraftRow> heads_;   // of the list before
    bool of_department_ = false;        // the list before is a department's own
    HeadLines lines_;                   // since the last row of a list
    Unit known_;                        // of the lists so far
    std::set<ListKind> kinds_;          // theirs
    std::optional<UnitSection> other_;  // lists under another name, not yet known to be another's
    std::set<ListKind> kinds_of_other_;
    std::vector<UnitSection> sections_;
};

// A table of some of the rows, which are moved out of it.
DraftTable rows_of(DraftTable& table, std::size_t begin, std::size_t end) {
    DraftTable part{table.caption, {}, table.grid, table.kind, table.numbers_run_on};
    std::move(table.rows.begin() + static_cast<std::ptrdiff_t>(begin),
              table.rows.begin() + static_cast<std::ptrdiff_t>(end), std::back_inserter(part.rows));
    return part;
}

}  // namespace

std::vector<UnitSection> find_unit_sections(const Draft& draft,
                                            const RecognitionSettings& settings) {
    return SectionFinder(draft, settings).run();
}

std::vector<Draft> split_by_unit(Draft draft, const RecognitionSettings& settings) {
    std::vector<UnitSection> sections = find_unit_sections(draft, settings);
    // Rows are counted from the front, so what is put into a table is put in from its end.
    for (auto section = sections.rbegin(); section != sections.rend(); ++section) {
        if (section->heads.empty()) continue;
        std::vector<DraftRow>& rows = std::get<DraftTable>(draft.elements[section->element]).rows;
        rows.insert(rows.begin() + static_cast<std::ptrdiff_t>(section->first_item),
                    section->heads.begin(), section->heads.end());
        for (auto later = sections.rbegin(); later != section; ++later) {
            if (later->element == section->element) later->row += section->heads.size();
        }
    }
    std::vector<Draft> parts;
    const auto begin_part = [&] { parts.emplace_back().source_file = draft.source_file; };
    begin_part();
    auto section = sections.begin();
    for (std::size_t i = 0; i < draft.elements.size(); ++i) {
        auto* table = std::get_if<DraftTable>(&draft.elements[i]);
        std::size_t done = 0;  // rows of the table that earlier parts have
        for (; section != sections.end() && section->element == i; ++section) {
            if (table && section->row > done) {
                parts.back().elements.emplace_back(rows_of(*table, done, section->row));
                done = section->row;
            }
            begin_part();
        }
        if (done > 0) {
            parts.back().elements.emplace_back(rows_of(*table, done, table->rows.size()));
        } else {
            parts.back().elements.push_back(std::move(draft.elements[i]));
        }
    }
    return parts;
}

}  // namespace dutylist
