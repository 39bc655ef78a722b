#include "exporters/word/text_writer.h"

#include <algorithm>

namespace dutylist::word {
namespace {

using office_container::OpenElement;

void write_text(XmlWriter& xml, std::string_view text) {
    std::size_t begin = 0;
    for (;;) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        if (end > begin) {
            const OpenElement element(xml, "w:t", {{"xml:space", "preserve"}});
            xml.text(text.substr(begin, end - begin));
        }
        if (end == text.size()) return;
        xml.empty("w:br");
        begin = end + 1;
    }
}

}  // namespace

void write_run(XmlWriter& xml, std::string_view text, const RunProperties& properties) {
    if (text.empty()) return;
    const OpenElement run(xml, "w:r");
    properties.write(xml);
    write_text(xml, text);
}

void write_cell_text(XmlWriter& xml, const Cell& cell, const char* heading_style) {
    const std::string_view text = cell.text;
    const RunProperties heading{heading_style, {}, 0, {}};
    std::uint32_t done = 0;
    for (const Block& block : cell.blocks) {
        const bool heads = block.kind == BlockKind::department || block.kind == BlockKind::section;
        const TextSpan whole = block.whole();
        if (!heads || whole.begin < done || whole.end > text.size()) continue;
        write_run(xml, text.substr(done, whole.begin - done));
        write_run(xml, text.substr(whole.begin, whole.end - whole.begin), heading);
        done = whole.end;
    }
    write_run(xml, text.substr(done));
}

void write_field(XmlWriter& xml, std::string_view instruction, std::string_view result) {
    const OpenElement field(xml, "w:fldSimple", {{"w:instr", instruction}});
    write_run(xml, result);
}

void write_bookmark(XmlWriter& xml, std::string_view name, int id) {
    const std::string number = std::to_string(id);
    xml.empty("w:bookmarkStart", {{"w:id", number}, {"w:name", name}});
    xml.empty("w:bookmarkEnd", {{"w:id", number}});
}

std::string bookmark_name(std::string_view destination) {
    constexpr std::size_t longest = 40;
    std::string name = "_";
    for (const char c : destination) {
        if (name.size() == longest) break;
        const bool allowed =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        name += allowed ? c : '_';
    }
    return name;
}

}  // namespace dutylist::word
