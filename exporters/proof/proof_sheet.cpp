#include "exporters/proof/proof_sheet.h"

#include <algorithm>
#include <cmath>
#include <compare>
#include <map>
#include <tuple>

#include "exporters/proof/sentence.h"
#include "exporters/spreadsheet/excel_text.h"
#include "exporters/spreadsheet/text_metrics.h"
#include "exporters/spreadsheet/workbook_check.h"
#include "exporters/spreadsheet/workbook_writer.h"
#include "pipeline/check/rule.h"
#include "pipeline/check/told_findings.h"
#include "pipeline/text/utf8.h"
#include "pipeline/text/white_space.h"
#include "pipeline/timestamp.h"

namespace dutylist::proof {
namespace {

using namespace spreadsheet;

// A row's height from the widths of its characters: Han one em, the rest half an em.
double height_of(std::string_view text, const ProofTemplate::Sheet& sheet, std::uint32_t pixels) {
    const double size = sheet.size;
    const double width = std::max(size, pixels * points_per_pixel - sheet.padding);
    double lines = 0;
    std::size_t begin = 0;
    while (begin <= text.size()) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const double em = display_width(text.substr(begin, end - begin)) / 2.0;
        lines += std::max(1.0, std::ceil(em * size / width));
        begin = end + 1;
    }
    return lines * size * sheet.row_line + sheet.padding / 2;
}

using Row = std::vector<std::string>;

// What no cell of Excel holds ends in …: the full text is in the list.
std::string in_a_cell(std::string text) {
    if (fits_in_cell(text)) return text;
    std::string_view first = cell_pieces(text).front();
    first.remove_suffix(decode_before(first, first.size()).bytes);
    return std::string(first) + "…";
}

class SheetWriter {
public:
    SheetWriter(std::span<const ProofedDocument> documents, const ProofTemplate& settings,
                Workbook& book)
        : documents_(documents), settings_(settings), book_(book) {
        for (const ProofedDocument& proofed : documents)
            told_.push_back(check::told_findings(proofed.findings));
        for (const ProofTemplate::Column& column : settings.sheet.columns) {
            if (column.id != "file" || documents.size() > 1) columns_.push_back(column);
        }
        const CellFormat body{.font = settings.sheet.font,
                              .size = settings.sheet.size,
                              .vertical = Vertical::top,
                              .wrap = true,
                              .border = true};
        CellFormat head = body;
        head.font = settings.sheet.head_font;
        head.horizontal = Horizontal::center;
        head.vertical = Vertical::center;
        head.background = settings.sheet.head_background;
        CellFormat link = body;
        link.color = settings.sheet.link_color;
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

    struct ItemKey {
        std::size_t document;
        std::uint32_t list;
        std::uint32_t item;
        friend bool operator<(const ItemKey& a, const ItemKey& b) {
            return std::tie(a.document, a.list, a.item) < std::tie(b.document, b.list, b.item);
        }
    };

    // The rows of the second sheet: the items concerned, in the order of the documents.
    void number_items() {
        for (std::size_t d = 0; d < documents_.size(); ++d) {
            for (const check::Finding& finding : told_[d]) {
                const ItemKey key{d, finding.place.list, finding.place.item};
                if (finding.place.item != check::nowhere && !text_rows_.contains(key)) {
                    const auto row = static_cast<std::uint32_t>(text_rows_.size() + 1);
                    text_rows_.emplace(key, row);
                }
            }
        }
    }

    std::string file_of(const Document& document) const {
        return std::filesystem::path(document.source_file).filename().string();
    }

    std::string cell_of(const ProofTemplate::Column& column, const Document& document,
                        const check::Finding& finding, std::size_t index) const {
        const Code code = check::subject_of(finding);
        const check::Rule* rule = check::find_rule(code);
        if (column.id == "index") return std::to_string(index);
        if (column.id == "severity")
            return std::string(dutylist::name_of(finding.severity, language_));
        if (column.id == "file") return file_of(document);
        if (column.id == "rule" && rule)
            return std::string(language_ == Language::chinese ? rule->chinese : rule->english) +
                   "\n" + std::string(id_of(code));
        if (column.id == "place") return place_of(document, finding);
        if (column.id == "item") {
            const std::string words = item_words(document, finding, language_);
            return words.empty() ? settings_.strings.whole_document : words;
        }
        if (column.id == "excerpt") return sentence_of(document, finding).marked();
        if (column.id == "message") return check::message_of(finding, language_);
        if (column.id == "suggestion") return suggestion_of(settings_, finding);
        if (column.id == "basis" && rule) return basis_of(*rule, language_);
        return {};
    }

    void write_head(Sheet& sheet, std::uint32_t row,
                    const std::vector<ProofTemplate::Column>& columns) {
        sheet.row_height(row, settings_.sheet.size * settings_.sheet.head_height);
        for (std::size_t c = 0; c < columns.size(); ++c) sheet.text(row, c, columns[c].head, head_);
    }

    void set_row_height(Sheet& sheet, std::uint32_t row, const Row& cells,
                        const std::vector<ProofTemplate::Column>& columns) {
        double height = 0;
        for (std::size_t c = 0; c < cells.size(); ++c)
            height = std::max(height, height_of(cells[c], settings_.sheet, columns[c].width));
        sheet.row_height(row, std::min(height, maximum_row_height));
    }

    void write_findings(Sheet& sheet, const std::string& text_sheet) {
        for (std::size_t c = 0; c < columns_.size(); ++c)
            sheet.column_width(c, c, columns_[c].width);
        sheet.row_height(0, settings_.sheet.title_size * settings_.sheet.title_height);
        sheet.text(0, 0, settings_.strings.title + "　" + subtitle_of(settings_, documents_),
                   title_);
        sheet.row_height(1, settings_.sheet.size * settings_.sheet.summary_height);
        sheet.text(1, 0, summary_of(settings_, documents_), note_);
        write_head(sheet, head_row, columns_);
        std::uint32_t row = head_row;
        for (std::size_t d = 0; d < documents_.size(); ++d) {
            for (const check::Finding& finding : told_[d])
                write_finding(sheet, ++row, d, finding, text_sheet);
        }
        const auto last_column = columns_.size() - 1;
        sheet.freeze(head_row + 1, 0);
        if (row > head_row) sheet.autofilter({head_row, 0, row, last_column});
        sheet.repeat_rows(head_row, head_row);
        sheet.print_area({0, 0, row, last_column});
        print(sheet);
    }

    void write_finding(Sheet& sheet, std::uint32_t row, std::size_t d,
                       const check::Finding& finding, const std::string& text_sheet) {
        const std::size_t index = row - head_row;
        Row cells;
        for (const ProofTemplate::Column& column : columns_)
            cells.push_back(in_a_cell(cell_of(column, documents_[d].document, finding, index)));
        set_row_height(sheet, row, cells, columns_);
        const auto target = text_rows_.find({d, finding.place.list, finding.place.item});
        for (std::size_t c = 0; c < columns_.size(); ++c) {
            const std::string& id = columns_[c].id;
            if (id == "item" && target != text_rows_.end()) {
                sheet.link(row, c, text_sheet, {target->second, 0, target->second, 0}, cells[c],
                           link_);
                first_finding_.emplace(target->second, row);
            } else if (id == "index") {
                sheet.number(row, c, static_cast<double>(index), body_);
            } else {
                const bool marked = id == "severity";
                sheet.text(row, c, cells[c],
                           marked ? severity_[static_cast<std::size_t>(finding.severity)] : body_);
            }
        }
    }

    void write_texts(Sheet& sheet, const std::string& finding_sheet) {
        const auto& columns = settings_.sheet.text_columns;
        for (std::size_t c = 0; c < columns.size(); ++c) sheet.column_width(c, c, columns[c].width);
        write_head(sheet, 0, columns);
        std::map<std::uint32_t, ItemKey> by_row;
        for (const auto& [item, row] : text_rows_) by_row.emplace(row, item);
        for (const auto& [row, key] : by_row) {
            const Document& document = documents_[key.document].document;
            const DutyList& list = document.lists[key.list];
            const Item& item = list.items[key.item];
            check::Finding whole;
            whole.place = {key.list, key.item, check::nowhere};
            std::string text;
            for (std::size_t c = 0; c < item.cells.size(); ++c) {
                if (item.cells[c].text.empty()) continue;
                if (!text.empty()) text += "\n";
                text += list.columns[c].head + "：" + item.cells[c].text;
            }
            // Of the 253 line feeds that a cell may have.
            if (std::count(text.begin(), text.end(), '\n') > 250)
                std::replace(text.begin(), text.end(), '\n', ' ');
            std::string words = item_words(document, whole, language_);
            if (documents_.size() > 1) words = file_of(document) + "\n" + words;
            const Row cells{in_a_cell(words), in_a_cell(std::move(text))};
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
        PrintSetup setup = settings_.sheet.style.page;
        setup.landscape = true;
        setup.footer.center = settings_.strings.footer;
        setup.footer.font = settings_.sheet.font;
        sheet.print(setup);
    }

    std::span<const ProofedDocument> documents_;
    std::vector<std::vector<check::Finding>> told_;  // of each document
    const ProofTemplate& settings_;
    Workbook& book_;
    const Language language_ = settings_.language;
    std::vector<ProofTemplate::Column> columns_;  // of this sheet
    Format body_, head_, link_, title_, note_;
    std::vector<Format> severity_;
    std::map<ItemKey, std::uint32_t> text_rows_;
    std::map<std::uint32_t, std::uint32_t> first_finding_;
};

}  // namespace

void write_proof_sheet(std::span<const ProofedDocument> documents, const ProofTemplate& settings,
                       Sink& sink) {
    Workbook book(sink, {.timestamp = timestamp_of(documents.front().document.period),
                         .default_font = settings.sheet.style.font,
                         .title = settings.strings.title});
    SheetWriter(documents, settings, book).write();
    book.close();
}

void verify_proof_sheet(const WrittenBytes& bytes) {
    // Rows and cells were counted when the writer closed the file.
    spreadsheet::check_workbook_parts(bytes, 2);
}

}  // namespace dutylist::proof
