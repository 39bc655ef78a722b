#pragma once

#include <utility>

#include "exporters/booklet/booklet.h"
#include "exporters/page_formats.h"
#include "exporters/proof/proof_pages.h"
#include "exporters/report/report_pages.h"
#include "exporters/row_texts.h"
#include "pipeline/export_inputs.h"
#include "pipeline/timestamp.h"

namespace dutylist {

// The rows of what is printed: each subject in each page format.

inline typeset::PagedDocument pages_of(const ExportInput& input, Diagnostics& diagnostics) {
    return booklet::make_booklet(input, diagnostics);
}

inline typeset::PagedDocument pages_of(const ReportInput& input, Diagnostics& diagnostics) {
    return make_report_pages(input.report, input.labels, input.templates, input.font_folder,
                             timestamp_of(input.report.period), diagnostics);
}

inline typeset::PagedDocument pages_of(const FindingsInput& input, Diagnostics& diagnostics) {
    return proof::make_proof_pages(input.documents, proof::read_proof_template(input.templates),
                                   input.templates, input.font_folder, diagnostics);
}

template <std::size_t format, typename Input>
void write_pages(const Input& input, Sink& sink, Diagnostics& diagnostics) {
    // Settings first: a mistake in them should not cost the time of layout.
    const typeset::PageWriter writer = page_formats[format].writer(input.templates);
    sink.write(writer(pages_of(input, diagnostics)));
}

template <std::size_t format, typename Input>
void verify_pages(const Input&, const WrittenBytes& bytes) {
    page_formats[format].verify(bytes);
}

// A printed subject in the rows' words: its names, and what its files are called before the suffix
// of the page format.
struct PrintedSubject {
    Subject subject;
    std::string_view chinese;
    std::string_view english;
    std::string_view infix;
    bool by_default;  // in the page formats that are
};

// .check.pdf, 审校单（PDF）.
template <const PrintedSubject& of, std::size_t format>
struct PrintedTexts {
    static constexpr const typeset::PageFormat& row = page_formats[format];
    static constexpr std::string_view open = "（", close = "）", comma = ", ";
    static constexpr auto suffix =
        put_together<of.infix.size() + row.suffix.size()>({of.infix, row.suffix});
    static constexpr auto chinese =
        put_together<of.chinese.size() + open.size() + row.chinese.size() + close.size()>(
            {of.chinese, open, row.chinese, close});
    static constexpr auto english =
        put_together<of.english.size() + comma.size() + row.english.size()>(
            {of.english, comma, row.english});
};

template <const PrintedSubject& of, typename Input, std::size_t format>
constexpr Exporter printed_row() {
    using Texts = PrintedTexts<of, format>;
    return {of.subject,
            page_formats[format].target,
            view(Texts::suffix),
            view(Texts::chinese),
            view(Texts::english),
            of.by_default && page_formats[format].by_default,
            OutputFunctions<Input>{write_pages<format, Input>, verify_pages<format, Input>}};
}

template <const PrintedSubject& of, typename Input, std::size_t begin, std::size_t... format>
constexpr auto printed_rows(std::index_sequence<format...>) {
    return std::array<Exporter, sizeof...(format)>{printed_row<of, Input, begin + format>()...};
}

// Formats for inspection are the last rows of the page formats.
inline constexpr std::size_t formats_for_use = static_cast<std::size_t>(
    std::find_if(page_formats.begin(), page_formats.end(),
                 [](const typeset::PageFormat& format) { return format.for_inspection; }) -
    page_formats.begin());

template <const PrintedSubject& of, typename Input>
constexpr auto for_use = printed_rows<of, Input, 0>(std::make_index_sequence<formats_for_use>());
template <const PrintedSubject& of, typename Input>
constexpr auto for_inspection = printed_rows<of, Input, formats_for_use>(
    std::make_index_sequence<page_formats.size() - formats_for_use>());

}  // namespace dutylist
