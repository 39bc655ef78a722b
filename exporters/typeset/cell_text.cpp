#include "exporters/typeset/cell_text.h"

#include <algorithm>
#include <cmath>

#include "pipeline/text/utf8.h"
#include "pipeline/text/white_space.h"

namespace dutylist::typeset {
namespace {

class CellShaper {
public:
    CellShaper(Shaper& shaper, std::string_view text, const LineRules& rules,
               std::vector<MissingCharacter>* missing)
        : shaper_(shaper), text_(text), rules_(rules), missing_(missing) {}

    // The characters [begin, end) of the cell, split at line feeds.
    void add(FontRole role, std::uint32_t begin, std::uint32_t end, std::uint32_t label_bytes,
             bool heading) {
        bool first = true;
        while (begin < end) {
            const std::size_t feed = text_.substr(0, end).find('\n', begin);
            const auto stop =
                feed == std::string_view::npos ? end : static_cast<std::uint32_t>(feed);
            add_line(role, begin, stop, first ? label_bytes : 0, first, heading);
            first = false;
            begin = stop + 1;
        }
    }

    // The labels of a cell hang alike: the texts beside those of one kind, （1） or 1., begin at
    // one edge.
    CellText take() {
        for (const BreakClass kind : {BreakClass::opener, BreakClass::digit, BreakClass::han}) {
            float box = 0;
            for (const CellText::Part& part : cell_.parts) {
                if (is_label(part, kind)) box = std::max(box, part.paragraph.hanging);
            }
            for (CellText::Part& part : cell_.parts) {
                if (is_label(part, kind)) set_label_box(part.paragraph, box);
            }
        }
        return std::move(cell_);
    }

private:
    static bool is_label(const CellText::Part& part, BreakClass kind) {
        if (part.paragraph.text_begin == 0) return false;
        const BreakClass first = part.paragraph.atoms.front().type;
        return first == kind || (first == BreakClass::western_open && kind == BreakClass::opener);
    }

    void add_line(FontRole role, std::uint32_t begin, std::uint32_t end, std::uint32_t label_bytes,
                  bool begins_block, bool heading) {
        const std::string_view line = text_.substr(begin, end - begin);
        if (trimmed(line).empty()) return;
        const std::size_t known = missing_ ? missing_->size() : 0;
        CellText::Part part;
        part.text = line;
        part.paragraph =
            prepare_paragraph(shaper_.shape(role, line, missing_), label_bytes, rules_);
        part.begins_block = begins_block;
        part.heading = heading;
        cell_.parts.push_back(std::move(part));
        for (std::size_t i = known; missing_ && i < missing_->size(); ++i) {
            (*missing_)[i].offset += begin;
        }
    }

    Shaper& shaper_;
    std::string_view text_;
    const LineRules& rules_;
    std::vector<MissingCharacter>* missing_;
    CellText cell_;
};

}  // namespace

double CellText::widest() const {
    float width = 0;
    for (const Part& part : parts) width = std::max(width, part.paragraph.natural_width);
    return width;
}

CellText shape_cell(Shaper& shaper, FontRole role, FontRole heading_role, const Cell& cell,
                    const LineRules& rules, std::vector<MissingCharacter>* missing) {
    CellShaper shaping(shaper, cell.text, rules, missing);
    std::uint32_t done = 0;
    for (const Block& block : cell.blocks) {
        TextSpan whole = block.whole();
        // A mark that follows a heading at once ("县公安局：") stays on its line.
        while (whole.end < cell.text.size()) {
            const Decoded next = decode_at(cell.text, whole.end);
            const BreakClass type = break_class(next.character);
            if (type != BreakClass::closer && type != BreakClass::western_close) break;
            whole.end += next.bytes;
        }
        if (whole.begin < done || whole.end > cell.text.size()) continue;
        shaping.add(role, done, whole.begin, 0, false);
        const bool heading =
            block.kind == BlockKind::department || block.kind == BlockKind::section;
        const auto label = static_cast<std::uint32_t>(block.label.size());
        shaping.add(heading ? heading_role : role, whole.begin, whole.end, label, heading);
        done = whole.end;
    }
    shaping.add(role, done, static_cast<std::uint32_t>(cell.text.size()), 0, false);
    return shaping.take();
}

CellText shape_text(Shaper& shaper, FontRole role, std::string_view text, const LineRules& rules,
                    std::vector<MissingCharacter>* missing) {
    CellShaper shaping(shaper, text, rules, missing);
    shaping.add(role, 0, static_cast<std::uint32_t>(text.size()), 0, false);
    return shaping.take();
}

CellLines break_cell(const CellText& cell, double width, Alignment alignment,
                     const LineRules& rules) {
    CellLines lines;
    for (std::uint32_t i = 0; i < cell.parts.size(); ++i) {
        bool begins = cell.parts[i].begins_block;
        for (const Line& line : break_lines(cell.parts[i].paragraph, width, alignment, rules)) {
            lines.push_back({i, begins, line});
            begins = false;
        }
    }
    return lines;
}

std::uint32_t estimate_lines(const CellText& cell, double width) {
    std::uint32_t lines = 0;
    for (const CellText::Part& part : cell.parts) {
        ++lines;
        const double natural = part.paragraph.natural_width;
        if (natural <= width) continue;
        const double others = std::max(1.0, width - part.paragraph.hanging);
        lines += static_cast<std::uint32_t>(std::ceil((natural - width) / others - 1e-6));
    }
    return lines;
}

}  // namespace dutylist::typeset
