#include "importers/xml/cell_reader.h"

#include <algorithm>
#include <charconv>

#include "pipeline/canonical/source_positions.h"
#include "pipeline/diagnostics/codes.h"
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
    CellReader(XmlReader& xml, Diagnostics& diagnostics)
        : xml_(xml), diagnostics_(diagnostics), position_(xml.position()) {}

    ReadCell run(const std::vector<std::shared_ptr<const SourceOrigin>>& origins,
                 const std::shared_ptr<const SourceOrigin>& this_file) {
        const std::string positions(xml_.attribute("at"));
        const std::size_t source = source_index(origins.size());
        read_content();
        read_positions(positions, source, origins, this_file);
        normalise();
        result_.cell.restored = restored_spans(result_.markup);
        result_.cell.text.shrink_to_fit();
        return std::move(result_);
    }

private:
    void read_content() {
        std::vector<std::size_t> open;
        for (;;) {
            switch (xml_.next()) {
                case XmlReader::Event::text:
                    result_.cell.text += clean_character_data(xml_.text(), xml_, diagnostics_);
                    require_size();
                    break;
                case XmlReader::Event::start:
                    open.push_back(result_.markup.size());
                    read_start();
                    break;
                case XmlReader::Event::end:
                case XmlReader::Event::done:
                    if (open.empty()) return;
                    result_.markup[open.back()].span.end = length(result_.cell.text);
                    open.pop_back();
                    break;
            }
        }
    }

    void read_start() {
        MarkupKind kind{};
        if (!markup_kind_from(xml_.name(), kind)) xml_.fail_element();
        const std::string_view flag = flag_name(kind);
        if (flag.empty()) {
            xml_.allow_attributes({});
        } else {
            xml_.allow_attributes({flag});
        }
        const std::uint32_t begin = length(result_.cell.text);
        result_.markup.push_back({kind, {begin, begin}, !flag.empty() && xml_.flag(flag, false)});
    }

    void require_size() {
        if (result_.cell.text.size() <= default_limits.cell_bytes) return;
        throw JobError(Code::xml_bad_value, xml_.place_of(position_),
                       {"cell", std::to_string(result_.cell.text.size()),
                        "<= " + std::to_string(default_limits.cell_bytes) + " bytes"});
    }

    std::size_t source_index(std::size_t count) {
        const std::string_view text = xml_.attribute("source");
        std::size_t index = 0;
        if (!xml_.has("source")) return 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), index);
        if (error != std::errc() || end != text.data() + text.size() || index >= count)
            xml_.fail_value("source", "0, 1 …");
        return index;
    }

    void read_positions(const std::string& positions, std::size_t source,
                        const std::vector<std::shared_ptr<const SourceOrigin>>& origins,
                        const std::shared_ptr<const SourceOrigin>& this_file) {
        std::vector<SourceMark> marks;
        if (!parse_positions(positions, result_.cell.text, marks)) {
            throw JobError(Code::xml_bad_value, xml_.place_of(position_),
                           {"at", positions, "“17:5 12@- 14@17:31”"});
        }
        // A cell that no source has, made for a row that was too short.
        const bool made = marks.empty() && trimmed(result_.cell.text).empty() && !origins.empty();
        if (made) {
            result_.cell.source = SourceMap(origins[source]);
            return;
        }
        if (marks.empty() || origins.empty()) {
            const SourceLocation place = xml_.place_of(position_);
            result_.cell.source = SourceMap(this_file);
            result_.cell.source.add({0, place.line, place.column});
            return;
        }
        result_.cell.source = SourceMap(origins[source]);
        for (const SourceMark& mark : marks) result_.cell.source.add(mark);
    }

    void normalise() {
        std::string& text = result_.cell.text;
        std::string normalised = normalised_white_space(text);
        if (normalised == text) return;
        diagnostics_.add(Code::canonical_text_form, xml_.place_of(position_), {}, text);
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

    XmlReader& xml_;
    Diagnostics& diagnostics_;
    XmlPosition position_;
    ReadCell result_;
};

}  // namespace

std::string clean_character_data(std::string_view text, XmlReader& xml, Diagnostics& diagnostics) {
    if (is_clean_text(text)) return std::string(text);
    return clean_text(text, xml.place(), diagnostics);
}

ReadCell read_cell(XmlReader& xml, const std::vector<std::shared_ptr<const SourceOrigin>>& origins,
                   const std::shared_ptr<const SourceOrigin>& this_file, Diagnostics& diagnostics) {
    return CellReader(xml, diagnostics).run(origins, this_file);
}

}  // namespace dutylist
