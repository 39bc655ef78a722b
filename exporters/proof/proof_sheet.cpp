#include "exporters/proof/proof_sheet.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "exporters/proof/sentence.h"
#include "exporters/spreadsheet/workbook_check.h"
#include "exporters/spreadsheet/workbook_writer.h"
#include "pipeline/check/rule.h"
#include "pipeline/text/white_space.h"
#include "pipeline/timestamp.h"

namespace dutylist::proof {
namespace {

using namespace spreadsheet;

constexpr double points_a_pixel = 0.75;
constexpr double cell_padding = 8;  // points, both sides together, with room for wide fonts

// A row's height from the widths of its characters: Han one em, the rest half an em.
double height_of(std::string_view text, double size, double row_line, std::uint32_t pixels) {
    const double width = std::max(size, pixels * points_a_pixel - cell_padding);
    double lines = 0;
    std::size_t begin = 0;
    while (begin <= text.size()) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const double em = display_width(text.substr(begin, end - begin)) / 2.0;
        lines += std::max(1.0, std::ceil(em * size / width));
        begin = end + 1;
    }
    return lines * size * row_line + 4;
}

using Row = std::vector<std::string>;

class SheetWriter {
public:
    SheetWriter(const ProofedDocument& proofed, const ProofTemplate& settings, Language language,
                Workbook& book)
        : proofed_(proofed), settings_(settings), language_(language), book_(book) {
        const CellFormat body{.font = settings.sheet.font,
                              .size = settings.sheet.size,
                              .vertical = Vertical::top,
                              .wrap = true,
                              .border = true};
        CellFormat head = body;
        head.font = settings.sheet.head_font;
        head.horizontal = Horizontal::center;
        head.vertical = Vertical::center;
        head.background = 0xE4ECF5;
        CellFormat link = body;
        link.color = 0x0563C1;
        body_ = book.format(body);
        head_ = book.format(head);
        link_ = book.format(link);
        for (const Severity severity : {Severity::error, Severity::warning, Severity::info}) {
            CellFormat marked = body;
            marked.background = settings.mark(severity).background;
            marked.color = settings.mark(severity).color;
            severity_.push_back(book.format(marked));
        }
        title_ = book.format({.font = settings.sheet.head_font, .size = settings.sheet.title_size});
        note_ = book.format({.font = settings.sheet.font, .size = settings.sheet.size});
    }

    void write() {
        Sheet& findings = book_.add_sheet(settings_.sheet.name);
        Sheet& texts = book_.add_sheet(settings_.sheet.text_sheet);
        number_items();
        write_findings(findings, texts.name());
        write_texts(texts, findings.name());
        findings.activate();
    }

private:
    static constexpr std::uint32_t head_row = 2;

    // The rows of the second sheet: the items concerned, in the order of the document.
    void number_items() {
        for (const check::Finding& finding : proofed_.findings) {
            const auto key = std::make_pair(finding.place.list, finding.place.item);
            if (finding.place.item != check::nowhere && !text_rows_.contains(key)) {
                const auto row = static_cast<std::uint32_t>(text_rows_.size() + 1);
                text_rows_.emplace(key, row);
            }
        }
    }

    std::string cell_of(const ProofTemplate::Column& column, const check::Finding& finding,
                        std::size_t index) const {
        const Document& document = proofed_.document;
        const check::Rule* rule = check::find_rule(finding.rule);
        if (column.id == "index") return std::to_string(index + 1);
        if (column.id == "severity")
            return std::string(dutylist::name_of(finding.severity, language_));
        if (column.id == "rule" && rule)
            return std::string(language_ == Language::chinese ? rule->chinese : rule->english) +
                   "\n" + std::string(id_of(finding.rule));
        if (column.id == "place") return to_string(check::locate(document, finding));
        if (column.id == "item") {
            const std::string words = item_words(document, finding, language_);
            return words.empty() ? settings_.strings.whole_document : words;
        }
        if (column.id == "excerpt") return sentence_of(document, finding).marked();
        if (column.id == "message") return check::message_of(finding, language_);
        if (column.id == "suggestion" && finding.suggestion)
            return finding.suggestion->empty() ? settings_.strings.removal : *finding.suggestion;
        if (column.id == "basis" && rule) {
            std::string basis(check::name_of(rule->basis, language_));
            if (!rule->clause.empty()) basis += " " + std::string(rule->clause);
            return basis;
        }
        return {};
    }

    void write_head(Sheet& sheet, std::uint32_t row,
                    const std::vector<ProofTemplate::Column>& columns) {
        sheet.row_height(row, settings_.sheet.size * 2.2);
        for (std::uint16_t c = 0; c < columns.size(); ++c)
            sheet.text(row, c, columns[c].head, head_);
    }

    void set_row_height(Sheet& sheet, std::uint32_t row, const Row& cells,
                        const std::vector<ProofTemplate::Column>& columns) {
        double height = 0;
        for (std::size_t c = 0; c < cells.size(); ++c)
            height = std::max(height, height_of(cells[c], settings_.sheet.size,
                                                settings_.sheet.row_line, columns[c].width));
        sheet.row_height(row, std::min(height, maximum_row_height));
    }

    void write_findings(Sheet& sheet, const std::string& text_sheet) {
        const auto& columns = settings_.sheet.columns;
        for (std::uint16_t c = 0; c < columns.size(); ++c)
            sheet.column_width(c, c, columns[c].width);
        sheet.row_height(0, settings_.sheet.title_size * 1.8);
        sheet.text(0, 0, settings_.strings.title + "　" + subtitle_of(settings_, proofed_.document),
                   title_);
        sheet.row_height(1, settings_.sheet.size * 2);
        sheet.text(1, 0, summary_of(settings_, proofed_.findings), note_);
        write_head(sheet, head_row, columns);
        std::uint32_t row = head_row;
        for (std::size_t i = 0; i < proofed_.findings.size(); ++i) {
            const check::Finding& finding = proofed_.findings[i];
            Row cells;
            for (const ProofTemplate::Column& column : columns)
                cells.push_back(cell_of(column, finding, i));
            set_row_height(sheet, ++row, cells, columns);
            for (std::uint16_t c = 0; c < columns.size(); ++c)
                write_cell(sheet, row, c, columns[c], cells[c], finding, text_sheet, i);
        }
        const auto last_column = static_cast<std::uint16_t>(columns.size() - 1);
        sheet.freeze(head_row + 1, 0);
        if (row > head_row) sheet.autofilter({head_row, 0, row, last_column});
        sheet.repeat_rows(head_row, head_row);
        sheet.print_area({0, 0, row, last_column});
        print(sheet);
    }

    void write_cell(Sheet& sheet, std::uint32_t row, std::uint16_t c,
                    const ProofTemplate::Column& column, const std::string& text,
                    const check::Finding& finding, const std::string& text_sheet,
                    std::size_t index) {
        const auto target = text_rows_.find({finding.place.list, finding.place.item});
        if (column.id == "item" && target != text_rows_.end()) {
            sheet.link(row, c, text_sheet, {target->second, 0, target->second, 0}, text, link_);
            first_finding_.emplace(target->second, row);
        } else if (column.id == "index") {
            sheet.number(row, c, static_cast<double>(index + 1), body_);
        } else if (column.id == "severity") {
            sheet.text(row, c, text, severity_[static_cast<std::size_t>(finding.severity)]);
        } else {
            sheet.text(row, c, text, body_);
        }
    }

    void write_texts(Sheet& sheet, const std::string& finding_sheet) {
        const auto& columns = settings_.sheet.text_columns;
        for (std::uint16_t c = 0; c < columns.size(); ++c)
            sheet.column_width(c, c, columns[c].width);
        write_head(sheet, 0, columns);
        std::map<std::uint32_t, std::pair<std::uint32_t, std::uint32_t>> by_row;
        for (const auto& [item, row] : text_rows_) by_row.emplace(row, item);
        for (const auto& [row, place] : by_row) {
            const DutyList& list = proofed_.document.lists[place.first];
            const Item& item = list.items[place.second];
            check::Finding whole;
            whole.place = {place.first, place.second, check::nowhere};
            std::string text;
            for (std::size_t c = 0; c < item.cells.size(); ++c) {
                if (item.cells[c].text.empty()) continue;
                if (!text.empty()) text += "\n";
                text += list.columns[c].head + "：" + item.cells[c].text;
            }
            // A cell of Excel holds 32,767 units and 253 line feeds; the full text is in the list.
            if (std::count(text.begin(), text.end(), '\n') > 250)
                std::replace(text.begin(), text.end(), '\n', ' ');
            const Row cells{item_words(proofed_.document, whole, language_), text};
            set_row_height(sheet, row, cells, columns);
            sheet.link(row, 0, finding_sheet, {first_finding_[row], 0, first_finding_[row], 0},
                       cells[0], link_);
            sheet.text(row, 1, cells[1], body_);
        }
        sheet.freeze(1, 0);
        sheet.repeat_rows(0, 0);
        print(sheet);
    }

    void print(Sheet& sheet) {
        PrintSetup setup;
        setup.landscape = true;
        setup.margin_left = setup.margin_right = 12;
        setup.footer.center = settings_.sheet.footer;
        setup.footer.font = settings_.sheet.font;
        sheet.print(setup);
    }

    const ProofedDocument& proofed_;
    const ProofTemplate& settings_;
    Language language_;
    Workbook& book_;
    Format body_, head_, link_, title_, note_;
    std::vector<Format> severity_;
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> text_rows_;
    std::map<std::uint32_t, std::uint32_t> first_finding_;
};

}  // namespace

void write_proof_sheet(const ProofedDocument& proofed, const ProofTemplate& settings,
                       Language language, const std::string& shown_name,
                       const std::filesystem::path& temporary) {
    Workbook book(temporary, {.shown_name = shown_name,
                              .timestamp = timestamp_of(proofed.document.period),
                              .title = settings.strings.title});
    SheetWriter(proofed, settings, language, book).write();
    book.close();
}

void verify_proof_sheet(const std::filesystem::path& file) {
    // Rows and cells were counted when the writer closed the file.
    spreadsheet::check_workbook_parts(file, file.string(), 2);
}

}  // namespace dutylist::proof
