#include "importers/xml/cell_reader.h"

#include <algorithm>

#include "pipeline/canonical/source_positions.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/io/limits.h"
#include "pipeline/text/character_class.h"
#include "pipeline/text/text_gate.h"
#include "pipeline/text/utf8.h"
#include "pipeline/text/white_space.h"

namespace dutylist {
namespace {

std::uint32_t length(const std::string& text) { return static_cast<std::uint32_t>(text.size()); }

// Where each offset of a text comes to lie when its white space is normalised.
std::vector<std::uint32_t> normalised_offsets(std::string_view text, std::string_view normalised) {
    std::vector<std::uint32_t> offsets(text.size() + 1);
    std::uint32_t out = 0;
    for (std::size_t in = 0; in < text.size();) {
        const Decoded d = decode_at(text, in);
        const bool space = is_white_space(d.character);
        if (!space && out < normalised.size() &&
            is_white_space(decode_at(normalised, out).character))
            ++out;
        std::fill_n(offsets.begin() + static_cast<std::ptrdiff_t>(in), d.bytes, out);
        in += d.bytes;
        if (!space) out += d.bytes;
    }
    offsets[text.size()] = static_cast<std::uint32_t>(normalised.size());
    return offsets;
}

class CellReader {
public:
    CellReader(const XmlElement& element, Diagnostics& diagnostics)
        : element_(element), diagnostics_(diagnostics) {}

    ReadCell run(const std::vector<std::shared_ptr<const SourceOrigin>>& origins,
                 const std::shared_ptr<const SourceOrigin>& this_file) {
        element_.allow_attributes({"role", "source", "at"});
        walk(element_);
        if (result_.cell.text.size() > default_limits.cell_bytes) {
            throw JobError(Code::xml_bad_value, element_.place(),
                           {"cell", std::to_string(result_.cell.text.size()),
                            "<= " + std::to_string(default_limits.cell_bytes) + " bytes"});
        }
        read_positions(origins, this_file);
        normalise();
        result_.cell.restored = restored_spans(result_.markup);
        return std::move(result_);
    }

private:
    void walk(const XmlElement& element) {
        for (const XmlElement::Piece& piece : element.pieces()) {
            if (!piece.element) {
                result_.cell.text += clean_character_data(piece.text, element, diagnostics_);
                continue;
            }
            MarkupKind kind{};
            if (!markup_kind_from(piece.element.name(), kind)) {
                throw JobError(Code::xml_unknown_element, piece.element.place(),
                               {std::string(piece.element.name())});
            }
            const std::string_view flag = flag_name(kind);
            if (flag.empty()) {
                piece.element.allow_attributes({});
            } else {
                piece.element.allow_attributes({flag});
            }
            const std::size_t index = result_.markup.size();
            const std::uint32_t begin = length(result_.cell.text);
            result_.markup.push_back(
                {kind, {begin, begin}, !flag.empty() && piece.element.flag(flag, false)});
            walk(piece.element);
            result_.markup[index].span.end = length(result_.cell.text);
        }
    }

    void read_positions(const std::vector<std::shared_ptr<const SourceOrigin>>& origins,
                        const std::shared_ptr<const SourceOrigin>& this_file) {
        std::vector<SourceMark> marks;
        if (!parse_positions(element_.attribute("at"), result_.cell.text, marks))
            element_.fail_value("at", "“17:5 12@- 14@17:31”");
        const double source = element_.number("source", 0);
        if (source < 0 || source >= std::max<double>(1, static_cast<double>(origins.size())) ||
            source != static_cast<double>(static_cast<std::size_t>(source)))
            element_.fail_value("source", "0, 1 …");
        if (marks.empty() || origins.empty()) {
            const SourceLocation place = element_.place();
            result_.cell.source = SourceMap(this_file);
            result_.cell.source.add({0, place.line, place.column});
            return;
        }
        result_.cell.source = SourceMap(origins[static_cast<std::size_t>(source)]);
        for (const SourceMark& mark : marks) result_.cell.source.add(mark);
    }

    void normalise() {
        std::string& text = result_.cell.text;
        std::string normalised = normalised_white_space(text);
        if (normalised == text) return;
        diagnostics_.add(Code::canonical_text_form, element_.place(), {}, text);
        const std::vector<std::uint32_t> offsets = normalised_offsets(text, normalised);
        for (MarkupSpan& entry : result_.markup)
            entry.span = {offsets[entry.span.begin], offsets[entry.span.end]};
        SourceMap source(result_.cell.source.origin());
        for (SourceMark mark : result_.cell.source.marks()) {
            mark.offset = offsets[mark.offset];
            source.add(mark);
        }
        result_.cell.source = std::move(source);
        text = std::move(normalised);
        // White space at the ends of an element is outside it once it is normalised.
        for (MarkupSpan& entry : result_.markup) {
            const std::string_view inner = result_.cell.view(entry.span);
            const std::string_view core = trimmed(inner);
            entry.span.begin += static_cast<std::uint32_t>(core.data() - inner.data());
            entry.span.end = entry.span.begin + static_cast<std::uint32_t>(core.size());
        }
    }

    XmlElement element_;
    Diagnostics& diagnostics_;
    ReadCell result_;
};

}  // namespace

std::string clean_character_data(std::string_view text, const XmlElement& element,
                                 Diagnostics& diagnostics) {
    if (is_clean_text(text)) return std::string(text);
    return clean_text(text, element.place(), diagnostics);
}

ReadCell read_cell(const XmlElement& element,
                   const std::vector<std::shared_ptr<const SourceOrigin>>& origins,
                   const std::shared_ptr<const SourceOrigin>& this_file, Diagnostics& diagnostics) {
    return CellReader(element, diagnostics).run(origins, this_file);
}

}  // namespace dutylist
