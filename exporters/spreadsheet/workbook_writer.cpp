#include "exporters/spreadsheet/workbook_writer.h"

#include <algorithm>
#include <array>
#include <mutex>
#include <utility>

#include <xlsxwriter.h>

#include "exporters/spreadsheet/sheet_names.h"
#include "exporters/spreadsheet/text_metrics.h"
#include "exporters/spreadsheet/workbook_check.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"

namespace dutylist::spreadsheet {
namespace {

std::uint8_t alignment(Horizontal value) {
    switch (value) {
        case Horizontal::left:
            return LXW_ALIGN_LEFT;
        case Horizontal::center:
            return LXW_ALIGN_CENTER;
        case Horizontal::right:
            return LXW_ALIGN_RIGHT;
        case Horizontal::general:
            break;
    }
    return LXW_ALIGN_NONE;
}

std::uint8_t alignment(Vertical value) {
    switch (value) {
        case Vertical::top:
            return LXW_ALIGN_VERTICAL_TOP;
        case Vertical::center:
            return LXW_ALIGN_VERTICAL_CENTER;
        case Vertical::bottom:
            break;
    }
    return LXW_ALIGN_VERTICAL_BOTTOM;
}

void apply(lxw_format* format, const CellFormat& settings, const std::string& default_font) {
    const std::string& font = settings.font.empty() ? default_font : settings.font;
    if (!font.empty()) format_set_font_name(format, font.c_str());
    format_set_font_size(format, settings.size > 0 ? settings.size : digit_points);
    if (settings.bold) format_set_bold(format);
    if (settings.italic) format_set_italic(format);
    if (settings.strike_through) format_set_font_strikeout(format);
    if (settings.underline) format_set_underline(format, LXW_UNDERLINE_SINGLE);
    if (settings.color != no_color) format_set_font_color(format, settings.color);
    if (settings.background != no_color) {
        format_set_pattern(format, LXW_PATTERN_SOLID);
        format_set_bg_color(format, settings.background);
    }
    if (settings.horizontal != Horizontal::general) {
        format_set_align(format, alignment(settings.horizontal));
    }
    format_set_align(format, alignment(settings.vertical));
    if (settings.wrap) format_set_text_wrap(format);
    if (settings.border) format_set_border(format, LXW_BORDER_THIN);
    if (settings.indent > 0) {
        format_set_indent(format, static_cast<std::uint8_t>(settings.indent));
    }
    if (!settings.locked) format_set_unlocked(format);
    if (!settings.number_format.empty()) {
        format_set_num_format(format, settings.number_format.c_str());
    }
}

constexpr const char* no_file = "/dev/null/";
constexpr std::int64_t end_of_year_9999 = 253'402'300'799;  // dates have years of four digits

// Frees the workbook, whatever it returns. libxlsxwriter writes the workbook's date by gmtime,
// whose result all threads share: of two that close at once one may get the other's month.
lxw_error close_alone(lxw_workbook* workbook) {
    static std::mutex closing;
    const std::lock_guard lock(closing);
    return workbook_close(workbook);
}

// libxlsxwriter takes pointers to characters that it copies and does not change.
char* text_or_null(const std::string& text) {
    return text.empty() ? nullptr : const_cast<char*>(text.c_str());
}

}  // namespace

struct Workbook::KnownFormat {
    CellFormat settings;
    lxw_format* handle = nullptr;
};

Workbook::Workbook(Sink& sink, WorkbookSettings settings)
    : sink_(sink),
      files_(sink.name(), [&sink] { return sink.scratch_folder(); }),
      settings_(std::move(settings)) {
    if (settings_.shown_name.empty()) settings_.shown_name = sink.name();
    lxw_workbook_options options{};
    options.constant_memory = settings_.constant_memory ? LXW_TRUE : LXW_FALSE;
    options.use_zip64 = settings_.constant_memory ? LXW_TRUE : LXW_FALSE;
    // What it opens are files_; nothing could be opened under this name.
    options.tmpdir = const_cast<char*>(no_file);
    handle_ = workbook_new_opt(no_file, &options);
    if (!handle_) check(LXW_ERROR_MEMORY_MALLOC_FAILED);

    // The first format is the workbook's default, in whose digits columns are measured.
    lxw_format* normal = STAILQ_FIRST(handle_->formats);
    if (!settings_.default_font.empty()) {
        format_set_font_name(normal, settings_.default_font.c_str());
    }
    format_set_font_size(normal, digit_points);

    lxw_doc_properties properties{};
    properties.title = text_or_null(settings_.title);
    properties.subject = text_or_null(settings_.subject);
    properties.author = text_or_null(settings_.author);
    properties.company = text_or_null(settings_.company);
    properties.keywords = text_or_null(settings_.keywords);
    properties.comments = text_or_null(settings_.comments);
    // Zero means "now" to libxlsxwriter.
    if (settings_.timestamp == 0) settings_.timestamp = 1;
    settings_.timestamp = std::min(settings_.timestamp, end_of_year_9999);
    properties.created = settings_.timestamp;
    const lxw_error error = workbook_set_properties(handle_, &properties);
    if (error != LXW_NO_ERROR) {
        lxw_workbook_free(std::exchange(handle_, nullptr));
        check(error);
    }
}

Workbook::~Workbook() {
    if (handle_) lxw_workbook_free(handle_);
}

Format Workbook::format(const CellFormat& settings) {
    for (const KnownFormat& known : formats_) {
        if (known.settings == settings) return Format(known.handle);
    }
    lxw_format* format = workbook_add_format(handle_);
    if (!format) check(LXW_ERROR_MEMORY_MALLOC_FAILED);
    apply(format, settings, settings_.default_font);
    formats_.push_back({settings, format});
    return Format(format);
}

Sheet& Workbook::add_sheet(std::string_view wanted_name) {
    std::string name = usable_sheet_name(wanted_name, sheet_names_);
    check(workbook_validate_sheet_name(handle_, name.c_str()));
    const LibraryFiles::Use use(files_);
    lxw_worksheet* sheet = workbook_add_worksheet(handle_, name.c_str());
    if (!sheet) check(LXW_ERROR_CREATING_TMPFILE);
    sheet_names_.push_back(name);
    sheets_.push_back(Sheet(*this, sheet, std::move(name)));
    return sheets_.back();
}

std::string Workbook::reference(std::string_view sheet, CellRange range) {
    std::string text = "='";
    for (const char c : sheet) {
        text += c;
        if (c == '\'') text += c;
    }
    std::array<char, LXW_MAX_CELL_RANGE_LENGTH> cells{};
    // Of cells that sheets wrote, which checked their columns.
    lxw_rowcol_to_range_abs(cells.data(), range.first_row,
                            static_cast<lxw_col_t>(range.first_column), range.last_row,
                            static_cast<lxw_col_t>(range.last_column));
    return text + "'!" + cells.data();
}

void Workbook::define_name(std::string_view name, std::string_view sheet, CellRange range) {
    check(workbook_define_name(handle_, usable_defined_name(name).c_str(),
                               reference(sheet, range).c_str()));
    ++defined_names_;
}

WorkbookContent Workbook::content() const {
    WorkbookContent content{.timestamp = settings_.timestamp,
                            .title = settings_.title,
                            .subject = settings_.subject,
                            .author = settings_.author,
                            .company = settings_.company,
                            .keywords = settings_.keywords,
                            .comments = settings_.comments};
    content.names = defined_names_;
    for (const Sheet& sheet : sheets_) {
        content.sheets.push_back(sheet.content());
        content.names += sheet.defined_names();
    }
    return content;
}

void Workbook::close() {
    lxw_error error = LXW_NO_ERROR;
    {
        const LibraryFiles::Use use(files_);
        error = close_alone(std::exchange(handle_, nullptr));
    }
    check(error);
    check_workbook(files_.container(), content());
    files_.container().each_piece([&](std::string_view piece) { sink_.write(piece); });
}

void Workbook::check(int error) const {
    files_.require_whole();
    if (error == LXW_NO_ERROR) return;
    throw JobError(Code::output_write_failed, {},
                   {sink_.name(), Message{Code::xlsxwriter_error, {error}}});
}

}  // namespace dutylist::spreadsheet
