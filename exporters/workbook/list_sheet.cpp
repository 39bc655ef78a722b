#include "exporters/workbook/list_sheet.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "exporters/sheet_layout/page_flow.h"
#include "exporters/workbook/row_layout.h"
#include "pipeline/diagnostics/codes.h"

namespace dutylist {
namespace {

using spreadsheet::CellFormat;
using spreadsheet::CellRange;
using spreadsheet::Format;
using spreadsheet::Horizontal;
using spreadsheet::Sheet;

// Numbers of rows that something was done to, for one message about all of them.
class RowReport {
public:
    void add(const DutyList& list, const Item& item) {
        constexpr std::size_t shown = 20;
        ++count_;
        if (count_ > shown) {
            if (count_ == shown + 1) numbers_ += "…";
            return;
        }
        if (!numbers_.empty()) numbers_ += "、";
        numbers_ += list.text(item, CellRole::number);
        if (count_ == 1 && !item.cells.empty()) {
            place_ = item.cells.front().source.locate(item.cells.front().text, 0);
        }
    }
    void tell(Code code, const spreadsheet::Workbook& book, const std::string& sheet,
              std::string last, Diagnostics& diagnostics) {
        if (count_ == 0) return;
        if (!place_.known()) place_ = {book.shown_name(), sheet};
        diagnostics.add(code, place_, {sheet, std::to_string(count_), numbers_, std::move(last)});
    }

private:
    std::size_t count_ = 0;
    std::string numbers_;
    SourceLocation place_;
};

std::string shown_number(double value) {
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.begin(), digits.end(), value);
    return {digits.begin(), end.ptr};
}

class ListWriter {
public:
    ListWriter(Sheet& sheet, const SheetFrame& frame, const DutyList& list,
               const ListTemplate& settings, Diagnostics& diagnostics)
        : sheet_(sheet),
          frame_(frame),
          list_(list),
          settings_(settings),
          diagnostics_(diagnostics),
          page_(frame.page(settings.landscape)),
          plan_(plan_columns(list, settings, frame.settings().rows, frame.settings().styles,
                             std::floor(printable_width(page_) / spreadsheet::points_per_pixel))) {}

    void write(const std::string& title, const std::string& subtitle, const ListChoices& choices,
               std::string_view defined_name) {
        write_top(title, subtitle);
        PageFlow flow(page_, plan_.total_pixels(), head_height_);
        flow.add(0, top_height_ + head_height_);
        write_items(flow);
        if (row_ > first_row_) set_up_data(choices, defined_name);
        sheet_.freeze(first_row_, 0);
        write_signature(flow);
        sheet_.print(page_);
        sheet_.repeat_rows(head_row_, head_row_);
        sheet_.print_area({0, 0, row_ - 1, last_column()});
        sheet_.page_breaks(flow.breaks());
        if (frame_.settings().protect) sheet_.protect(frame_.settings().password);
        tell();
    }

private:
    std::size_t last_column() const { return plan_.columns.size() - 1; }

    void write_top(const std::string& title, const std::string& subtitle) {
        std::vector<std::string> heads;
        std::vector<std::uint32_t> pixels;
        for (std::size_t c = 0; c < plan_.columns.size(); ++c) {
            sheet_.column_width(c, c, plan_.columns[c].pixels);
            heads.push_back(plan_.columns[c].head);
            pixels.push_back(plan_.columns[c].pixels);
        }
        head_row_ = frame_.write_titles(sheet_, title, subtitle, heads.size(), plan_.total_pixels(),
                                        top_height_);
        head_height_ = frame_.write_heads(sheet_, head_row_, heads, pixels);
        first_row_ = head_row_ + 1;
        row_ = first_row_;
    }

    // The body formats of the columns at one font size.
    void use_font_size(double size) {
        if (size == format_size_) return;
        format_size_ = size;
        formats_.clear();
        for (const PlannedColumn& column : plan_.columns) {
            CellFormat style = frame_.settings().styles.body;
            style.size = size;
            style.horizontal = column.settings->align;
            style.locked = !column.settings->input;
            formats_.push_back(frame_.format(style));
        }
    }

    void write_items(PageFlow& flow) {
        RowLayout layout(plan_, frame_.settings().rows, frame_.settings().styles.body.size);
        const std::optional<std::size_t> category = list_.column(CellRole::category);
        const Item* before = nullptr;
        for (const Item& item : list_.items) {
            if (!settings_.group_row.empty() && category &&
                (!before || before->cells[*category].text != item.cells[*category].text)) {
                write_group_row(item.cells[*category].text, flow);
            }
            before = &item;
            const std::vector<RowPart>& parts = layout.lay_out(item);
            use_font_size(layout.font_size());
            for (std::size_t p = 0; p < layout.row_count(); ++p) {
                flow.add(row_, parts[p].height);
                write_part(parts[p], p == 0 ? &item : nullptr);
            }
            if (layout.row_count() > 1) continued_.add(list_, item);
            if (layout.font_size() < frame_.settings().styles.body.size) {
                shrunk_.add(list_, item);
                smallest_ = std::min(smallest_, layout.font_size());
            }
        }
    }

    void write_part(const RowPart& part, const Item* item) {
        sheet_.row_height(row_, part.height);
        for (std::size_t c = 0; c < plan_.columns.size(); ++c) {
            const bool number = item && plan_.columns[c].source && item->number &&
                                plan_.columns[c].settings->role == CellRole::number &&
                                part.texts[c] == std::to_string(*item->number);
            if (number) {
                sheet_.number(row_, c, *item->number, formats_[c]);
            } else {
                sheet_.text(row_, c, part.texts[c], formats_[c]);
            }
        }
        ++row_;
    }

    void write_group_row(const std::string& category, PageFlow& flow) {
        const CellFormat& style = frame_.settings().styles.group;
        const std::string text = frame_.text(settings_.group_row, {{"category", category}});
        const double height = std::max(frame_.settings().rows.minimum_height,
                                       frame_.height_of(text, style, plan_.total_pixels()));
        flow.add(row_, height, true);
        sheet_.row_height(row_, height);
        sheet_.merged({row_, 0, row_, last_column()}, text, frame_.format(style));
        ++row_;
    }

    void set_up_data(const ListChoices& choices, std::string_view defined_name) {
        const CellRange data{first_row_, 0, row_ - 1, last_column()};
        // Rows merged across cannot be sorted or filtered.
        if (settings_.group_row.empty()) {
            sheet_.autofilter({head_row_, 0, row_ - 1, last_column()});
        }
        frame_.book().define_name(defined_name, sheet_.name(), data);
        for (std::size_t c = 0; c <= last_column(); ++c) {
            const Choice choice = plan_.columns[c].settings->choose;
            const std::string& source = choice == Choice::category     ? choices.categories
                                        : choice == Choice::department ? choices.departments
                                                                       : std::string();
            if (choice == Choice::none || source.empty()) continue;
            sheet_.drop_down({.cells = {first_row_, c, row_ - 1, c}, .source = source});
        }
        color_categories(choices.category_names);
    }

    void color_categories(const std::vector<std::string>& names) {
        const std::vector<spreadsheet::Color>& colors = frame_.settings().category_colors;
        const std::optional<std::size_t> column = plan_.column(CellRole::category);
        if (colors.empty() || !column) return;
        const CellRange range{first_row_, *column, row_ - 1, *column};
        // "='…'!$B$4" without sheet and the row's $: the first cell, moving with the rows.
        const std::string cell = Sheet::cell_name(first_row_, *column);
        for (std::size_t i = 0; i < names.size(); ++i) {
            // Excel takes texts of up to 255 characters in a formula.
            if (names[i].size() > 240 || names[i].find('\n') != std::string::npos) continue;
            std::string quoted;
            for (const char c : names[i])
                quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
            sheet_.color_where(range, "=" + cell + "=\"" + quoted + "\"",
                               colors[i % colors.size()]);
        }
    }

    void write_signature(PageFlow& flow) {
        const std::vector<std::string>& fields = frame_.settings().signature_fields;
        if (!settings_.signature || fields.empty()) return;
        const CellFormat& style = frame_.settings().styles.signature;
        const double width = plan_.total_pixels();
        // Every field takes an equal share of the line, to be written on.
        const double share =
            spreadsheet::text_width(width) /
            (spreadsheet::TextMetrics(style.size, frame_.settings().rows.line_heights).width("字") *
             static_cast<double>(fields.size()));
        std::string line;
        for (std::size_t i = 0; i < fields.size(); ++i) {
            line += fields[i];
            if (i + 1 == fields.size()) break;
            for (double filled_em = spreadsheet::em_width(fields[i]); filled_em + 1 <= share - 0.5;
                 ++filled_em) {
                line += "\u3000";
            }
        }
        const double space = frame_.settings().above_signature;
        const double height =
            frame_.height_of(line, style, width) + frame_.settings().signature_space;
        flow.add_closing(row_, space + height);
        sheet_.row_height(row_, space);
        ++row_;
        sheet_.row_height(row_, height);
        sheet_.merged({row_, 0, row_, last_column()}, line, frame_.format(style));
        ++row_;
    }

    void tell() {
        if (plan_.widened_percent > 0) {
            diagnostics_.add(Code::workbook_widened, {frame_.book().shown_name(), sheet_.name()},
                             {sheet_.name(), shown_number(plan_.widened_percent)});
        }
        const spreadsheet::Workbook& book = frame_.book();
        shrunk_.tell(Code::workbook_shrunk, book, sheet_.name(), shown_number(smallest_),
                     diagnostics_);
        continued_.tell(Code::workbook_continued, book, sheet_.name(), {}, diagnostics_);
    }

    Sheet& sheet_;
    const SheetFrame& frame_;
    const DutyList& list_;
    const ListTemplate& settings_;
    Diagnostics& diagnostics_;
    spreadsheet::PrintSetup page_;
    ColumnPlan plan_;
    std::vector<Format> formats_;
    double format_size_ = 0;
    std::uint32_t row_ = 0;  // the next to be written
    std::uint32_t head_row_ = 0;
    std::uint32_t first_row_ = 0;
    double top_height_ = 0;
    double head_height_ = 0;
    double smallest_ = 1e9;
    RowReport shrunk_;
    RowReport continued_;
};

}  // namespace

std::string title_of(const DutyList& list, const ListTemplate& settings, const Document& document) {
    return list.title.empty() ? document.unit.full_name() + settings.sheet : list.title;
}

void write_list_sheet(Sheet& sheet, const SheetFrame& frame, const DutyList& list,
                      const ListTemplate& settings, const Document& document,
                      const ListChoices& choices, std::string_view defined_name,
                      Diagnostics& diagnostics) {
    const PlaceholderValues values{{"list", title_of(list, settings, document)},
                                   {"sheet", sheet.name()},
                                   {"items", std::to_string(list.items.size())}};
    ListWriter(sheet, frame, list, settings, diagnostics)
        .write(frame.text(settings.title, values), frame.text(settings.subtitle, values), choices,
               defined_name);
}

}  // namespace dutylist
