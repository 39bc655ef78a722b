#include "exporters/office_container/package_check.h"

#include <filesystem>
#include <map>
#include <set>
#include <string>

#include "exporters/office_container/package.h"
#include "pipeline/xml/xml_stream.h"

namespace dutylist::office_container {
namespace {

constexpr std::string_view content_types = "[Content_Types].xml";

class Check {
public:
    explicit Check(const ContainerReader& container) : container_(container) {}

    void run() {
        for (std::uint64_t index = 0; index < container_.parts(); ++index) {
            if (!parts_.emplace(container_.name(index), index).second) {
                container_.refuse(container_.name(index));
            }
        }
        require(parts_.contains(content_types), content_types);
        for (const auto& [name, index] : parts_) read(name, index);
        for (const auto& [name, index] : parts_) {
            if (name != content_types && !name.ends_with(".rels"))
                require(typed_.contains(name), name);
        }
        for (const std::string& name : typed_) require(parts_.contains(name), name);
        for (const auto& [owner, used] : used_ids_) {
            for (const std::string& id : used) {
                require(given_ids_[relations_part(owner)].contains(id), owner);
            }
        }
    }

private:
    void require(bool condition, std::string_view part) const {
        if (!condition) container_.refuse(std::string(part));
    }

    void read(const std::string& name, std::uint64_t index) {
        std::string bytes;
        container_.read(index, [&bytes](std::string_view piece) { bytes += piece; });
        XmlStream xml(bytes);
        for (auto event = xml.next(); event != XmlStream::Event::done; event = xml.next()) {
            require(event != XmlStream::Event::fault, name);
            if (event == XmlStream::Event::start) element(name, xml);
        }
    }

    void element(const std::string& part, const XmlStream& xml) {
        const XmlAttributes attributes = xml.attributes();
        if (part == content_types) {
            if (xml.name() != "Override") return;
            std::string_view named = attributes.value("PartName");
            require(named.starts_with('/') && typed_.emplace(named.substr(1)).second, named);
        } else if (part.ends_with(".rels")) {
            if (xml.name() != "Relationship") return;
            require(given_ids_[part].emplace(attributes.value("Id")).second, part);
            const auto folder = std::filesystem::path(part).parent_path().parent_path();
            const auto target = (folder / attributes.value("Target")).lexically_normal();
            require(parts_.contains(target.generic_string()), part);
        } else if (const auto id = attributes.find("id", "/relationships")) {
            used_ids_[part].emplace(*id);
        }
    }

    const ContainerReader& container_;
    std::map<std::string, std::uint64_t, std::less<>> parts_;
    std::set<std::string> typed_;
    std::map<std::string, std::set<std::string>> given_ids_;  // by part of relations
    std::map<std::string, std::set<std::string>> used_ids_;   // by part
};

}  // namespace

void check_package(const ContainerReader& container) { Check(container).run(); }

}  // namespace dutylist::office_container
