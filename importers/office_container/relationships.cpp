#include "importers/office_container/relationships.h"

#include "importers/office_container/part_name.h"
#include "importers/office_container/xml_part.h"

namespace dutylist {
namespace {

class RelationshipHandler : public XmlHandler {
public:
    explicit RelationshipHandler(std::string_view folder) : folder_(folder) {}

    void start_element(std::string_view name, std::string_view,
                       const XmlAttributes& attributes) override {
        if (name != "Relationship") return;
        Relationship relationship;
        relationship.id = attributes.value("Id");
        const std::string_view type = attributes.value("Type");
        relationship.type = type.substr(type.rfind('/') + 1);
        if (attributes.value("TargetMode") != "External") {
            relationship.target = resolve_part_name(folder_, attributes.value("Target"));
        }
        found.push_back(std::move(relationship));
    }
    void end_element(std::string_view, std::string_view) override {}
    void characters(std::string_view) override {}

    std::vector<Relationship> found;

private:
    std::string_view folder_;
};

}  // namespace

std::vector<Relationship> read_relationships(OfficeContainer& container, std::string_view part) {
    const std::size_t slash = part.rfind('/');
    const std::string_view folder =
        slash == std::string_view::npos ? std::string_view() : part.substr(0, slash);
    const std::string_view file = slash == std::string_view::npos ? part : part.substr(slash + 1);
    const std::string list =
        (folder.empty() ? "" : std::string(folder) + "/") + "_rels/" + std::string(file) + ".rels";
    if (!container.has(list)) return {};
    RelationshipHandler handler(folder);
    read_xml_part(container, list, handler);
    return std::move(handler.found);
}

std::string target_of_type(const std::vector<Relationship>& relationships, std::string_view type) {
    for (const Relationship& relationship : relationships) {
        if (relationship.type == type) return relationship.target;
    }
    return {};
}

}  // namespace dutylist
