#include "importers/open_text/text_styles.h"

#include "importers/office_container/flat_xml.h"
#include "importers/office_container/xml_part.h"

namespace dutylist {

class TextStylesHandler : public XmlHandler {
public:
    explicit TextStylesHandler(TextStyles& styles) : styles_(styles) {}

    void start_element(std::string_view name, std::string_view,
                       const XmlAttributes& attributes) override {
        in_body_ = in_body_ || name == "body";
        if (in_body_) return;
        styles_.looks_.start(name, attributes);
        if (name == "list-style") {
            levels_ = &styles_.lists_[std::string(attributes.value("name"))];
        } else if (name == "outline-style") {
            levels_ = &styles_.outline_;
        } else if (name == "list-level-style-number" || name == "outline-level-style") {
            read_level(attributes);
        }
    }

    void end_element(std::string_view name, std::string_view) override {
        if (in_body_) return;
        styles_.looks_.end(name);
        if (name == "list-style" || name == "outline-style") levels_ = nullptr;
    }

    void characters(std::string_view) override {}

private:
    void read_level(const XmlAttributes& attributes) {
        const std::uint32_t level = attributes.number("level", 1);
        if (!levels_ || level < 1 || level > list_level_count) return;
        ListLevel& read = (*levels_)[level - 1];
        read.format = attributes.value("num-format");
        read.prefix = attributes.value("num-prefix");
        read.suffix = attributes.value("num-suffix");
        read.display_levels = attributes.number("display-levels", 1);
        read.start = attributes.number("start-value", 1);
    }

    TextStyles& styles_;
    ListStyle* levels_ = nullptr;
    bool in_body_ = false;
};

void TextStyles::read(OfficeContainer& container, const std::string& part) {
    TextStylesHandler handler(*this);
    read_xml_part(container, part, handler);
}

void TextStyles::read_flat(std::string_view bytes, const std::string& file) {
    TextStylesHandler handler(*this);
    read_flat_xml(bytes, file, handler);
}

const ListStyle& TextStyles::list(const std::string& name) const {
    static const ListStyle none;
    const auto found = lists_.find(name);
    return found == lists_.end() ? none : found->second;
}

}  // namespace dutylist
