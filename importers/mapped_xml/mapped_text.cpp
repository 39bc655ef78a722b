#include "importers/mapped_xml/mapped_text.h"

#include <algorithm>
#include <memory>
#include <string_view>
#include <vector>

namespace dutylist {
namespace {

bool is_among(const std::vector<std::string>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

MappedText::MappedText(const XPathDocument& document, const std::string& file,
                       const Mapping& mapping, const CellBudget& budget, Diagnostics& diagnostics)
    : document_(document),
      file_(file),
      mapping_(mapping),
      budget_(budget),
      diagnostics_(diagnostics),
      concealed_(file, diagnostics) {
    begin_lines();
}

void MappedText::begin_lines() {
    in_sheet_ = false;
    cell_.reset();
    style_ = nullptr;
    builder_.emplace(std::make_shared<const SourceOrigin>(SourceOrigin{file_, {}}),
                     TextBuilder::Placing::exact, diagnostics_);
    concealed_.set_sheet({});
}

void MappedText::begin_sheet(const std::string& name) {
    in_sheet_ = true;
    builder_.emplace(std::make_shared<const SourceOrigin>(SourceOrigin{file_, name}),
                     TextBuilder::Placing::whole, diagnostics_);
    concealed_.set_sheet(name);
}

void MappedText::begin_cell(SourcePosition cell, const MappedStyle& style) {
    cell_.reset();
    if (in_sheet_) cell_ = cell;
    style_ = &style;
}

void MappedText::add_piece(std::string_view text, SourcePosition place) {
    if (cell_) place = *cell_;
    TextLook look = style_ != nullptr ? style_->look : TextLook();
    if (struck_ > 0) look.struck = true;
    if (concealed_.listens(look)) {
        concealed_.add(look, text, place);
    } else {
        concealed_.end_stretch();
    }
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        builder_->add(text.substr(0, end), place);
        if (end == text.size()) break;
        if (mapping_.line_feed_is_break) {
            builder_->line_break();
        } else {
            builder_->space();
        }
        if (!cell_) place = {place.line + 1, 1};
        text.remove_prefix(end + 1);
    }
    budget_.require_cell_size(builder_->size());
}

void MappedText::add(XPathDocument::Node node) {
    document_.walk(
        node, [&](std::string_view text, SourcePosition place) { add_piece(text, place); },
        [&](std::string_view name, bool begins) {
            if (is_among(mapping_.line_elements, name)) builder_->line_break();
            if (is_among(mapping_.space_elements, name)) builder_->space();
            if (is_among(mapping_.struck_elements, name)) {
                if (begins) {
                    ++struck_;
                } else {
                    --struck_;
                }
            }
            if (is_among(mapping_.hidden_elements, name)) {
                if (begins) {
                    concealed_.open(Concealment::hidden_part);
                } else {
                    concealed_.close();
                }
            }
        });
}

void MappedText::add_number(const std::string& written, XPathDocument::Node node) {
    const NumberFormat* const format = style_ != nullptr ? style_->number.get() : nullptr;
    const std::string shown =
        format != nullptr ? format->number(written, false) : show_number(written);
    SourcePosition place;
    document_.walk(
        node, [&](std::string_view, SourcePosition at) { place = at; },
        [](std::string_view, bool) {});
    if (!shown.empty()) {
        add_piece(shown, place);
        return;
    }
    add_piece(written, place);
    concealed_.add(Concealment::number_format, written, cell_.value_or(place));
}

DraftText MappedText::take() {
    concealed_.end_stretch();
    return builder_->take();
}

}  // namespace dutylist
