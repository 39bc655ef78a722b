#include "importers/word/word_styles.h"

#include "importers/office_container/xml_part.h"

namespace dutylist {

class StylesReader : public XmlHandler {
public:
    void start_element(std::string_view name, std::string_view,
                       const XmlAttributes& attributes) override {
        if (name == "style") {
            id_ = attributes.value("styleId");
            current_ = &raw[id_];
            const bool paragraph = attributes.value("type") == "paragraph";
            if (paragraph && attributes.flag("default", false)) default_id = id_;
        }
        if (current_ == nullptr) return;
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
    void end_element(std::string_view name, std::string_view) override {
        if (name == "style") current_ = nullptr;
    }
    void characters(std::string_view) override {}

    std::map<std::string, ParagraphStyle> resolved() const {
        std::map<std::string, ParagraphStyle> styles;
        for (const auto& [id, style] : raw) {
            ParagraphStyle result = style.own;
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
            }
            styles.emplace(id, result);
        }
        return styles;
    }

    std::map<std::string, WordStyles::Raw> raw;
    std::string default_id;

private:
    std::string id_;
    WordStyles::Raw* current_ = nullptr;
};

void WordStyles::read(OfficeContainer& container, const std::string& part) {
    StylesReader reader;
    read_xml_part(container, part, reader);
    styles_ = reader.resolved();
    default_id_ = reader.default_id;
}

const ParagraphStyle& WordStyles::style(const std::string& id) const {
    static const ParagraphStyle none;
    const auto found = styles_.find(id.empty() ? default_id_ : id);
    return found != styles_.end() ? found->second : none;
}

}  // namespace dutylist
