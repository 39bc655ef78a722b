#include "importers/office_container/content_types.h"

#include "importers/office_container/part_name.h"
#include "importers/office_container/xml_part.h"

namespace dutylist {

class ContentTypesHandler : public XmlHandler {
public:
    explicit ContentTypesHandler(ContentTypes& types) : types_(types) {}

    void start_element(std::string_view name, std::string_view,
                       const XmlAttributes& attributes) override {
        const std::string type(attributes.value("ContentType"));
        if (name == "Override") {
            types_.by_part_.emplace(comparable_part_name(attributes.value("PartName")), type);
        } else if (name == "Default") {
            types_.by_extension_.emplace(comparable_part_name(attributes.value("Extension")), type);
        }
    }
    void end_element(std::string_view, std::string_view) override {}
    void characters(std::string_view) override {}

private:
    ContentTypes& types_;
};

ContentTypes::ContentTypes(OfficeContainer& container) {
    constexpr std::string_view part = "[Content_Types].xml";
    if (!container.has(part)) return;
    ContentTypesHandler handler(*this);
    read_xml_part(container, part, handler);
}

std::string_view ContentTypes::of(std::string_view part) const {
    const std::string name = comparable_part_name(part);
    if (const auto own = by_part_.find(name); own != by_part_.end()) return own->second;
    const std::size_t dot = name.rfind('.');
    const auto all = by_extension_.find(dot == std::string::npos ? name : name.substr(dot + 1));
    return all != by_extension_.end() ? std::string_view(all->second) : std::string_view();
}

std::string_view ContentTypes::part_of_type(std::string_view type_ending) const {
    for (const auto& [part, type] : by_part_) {
        if (type.ends_with(type_ending)) return part;
    }
    return {};
}

}  // namespace dutylist
