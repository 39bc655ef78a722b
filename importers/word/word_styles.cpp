#include "importers/word/word_styles.h"

#include "importers/office_container/xml_part.h"
#include "importers/word/run_look.h"

namespace dutylist {

class StylesReader : public XmlHandler {
public:
    void start_element(std::string_view name, std::string_view,
                       const XmlAttributes& attributes) override {
        if (name == "style") {
            const std::string id(attributes.value("styleId"));
            current_ = &raw[id];
            const bool paragraph = attributes.value("type") == "paragraph";
            if (paragraph && attributes.flag("default", false)) default_id = id;
        } else if (name == "rPr") {
            in_run_properties_ = true;
        } else if (name == "tblStylePr") {
            in_part_ = true;
            first_row_ = attributes.value("type") == "firstRow";
        } else if (in_run_properties_ && !in_part_) {
            add_run_property(current_ != nullptr ? current_->own.look : defaults, name, attributes);
        } else if (name == "shd" && current_ != nullptr) {
            shade(attributes);
        } else if (current_ != nullptr) {
            property(name, attributes);
        }
    }
    void end_element(std::string_view name, std::string_view) override {
        if (name == "style") current_ = nullptr;
        if (name == "rPr") in_run_properties_ = false;
        if (name == "tblStylePr") in_part_ = first_row_ = false;
    }
    void characters(std::string_view) override {}

    std::map<std::string, WordStyle> resolved() const {
        std::map<std::string, WordStyle> styles;
        for (const auto& [id, style] : raw) {
            WordStyle result = style.own;
            bool heading_known = style.heading_known;
            const WordStyles::Raw* at = &style;
            // A chain that turns back on itself ends here.
            for (int steps = 0; steps < 32 && !at->based_on.empty(); ++steps) {
                const auto base = raw.find(at->based_on);
                if (base == raw.end()) break;
                at = &base->second;
                if (!heading_known && at->heading_known) {
                    result.heading_level = at->own.heading_level;
                    heading_known = true;
                }
                if (!result.num) result.num = at->own.num;
                if (!result.num_level) result.num_level = at->own.num_level;
                result.in_contents = result.in_contents || at->own.in_contents;
                result.look = result.look.over(at->own.look);
                result.shades_first_row = result.shades_first_row || at->own.shades_first_row;
                result.shades_cells = result.shades_cells || at->own.shades_cells;
            }
            styles.emplace(id, result);
        }
        return styles;
    }

    std::map<std::string, WordStyles::Raw> raw;
    std::string default_id;
    TextLook defaults;

private:
    // Of paragraphs and characters it is their background; what cells of a table have, depends on
    // where they stand.
    void shade(const XmlAttributes& attributes) {
        TextLook look;
        add_shading(look, attributes);
        const bool shades = look.on_unknown || (look.background && *look.background != white);
        if (in_part_) {
            (first_row_ ? current_->own.shades_first_row : current_->own.shades_cells) |= shades;
        } else {
            current_->own.shades_cells |= shades;
            current_->own.look.background = look.background;
            current_->own.look.on_unknown = look.on_unknown;
        }
    }

    void property(std::string_view name, const XmlAttributes& attributes) {
        if (name == "name") {
            std::string lower(attributes.value("val"));
            for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
            current_->own.in_contents = lower.starts_with("toc ");
            if (lower == "title") {
                current_->own.heading_level = 1;
                current_->heading_known = true;
            }
        } else if (name == "basedOn") {
            current_->based_on = attributes.value("val");
        } else if (name == "outlineLvl") {
            const std::uint32_t level = attributes.number("val", 9);
            current_->own.heading_level = level < 9 ? static_cast<int>(level) + 1 : 0;
            current_->heading_known = true;
        } else if (name == "numId") {
            current_->own.num = attributes.number("val", 0);
        } else if (name == "ilvl") {
            current_->own.num_level = attributes.number("val", 0);
        }
    }

    WordStyles::Raw* current_ = nullptr;
    bool in_run_properties_ = false;
    bool in_part_ = false;  // of a table: its first row, its last column …
    bool first_row_ = false;
};

void WordStyles::read(OfficeContainer& container, const std::string& part) {
    StylesReader reader;
    read_xml_part(container, part, reader);
    styles_ = reader.resolved();
    default_id_ = reader.default_id;
    defaults_ = reader.defaults;
}

const WordStyle& WordStyles::paragraph(const std::string& id) const {
    return named(id.empty() ? default_id_ : id);
}

const WordStyle& WordStyles::named(const std::string& id) const {
    static const WordStyle none;
    const auto found = styles_.find(id);
    return found != styles_.end() ? found->second : none;
}

}  // namespace dutylist
