#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "exporters/office_container/container_writer.h"

namespace dutylist::office_container {

// An Open Packaging Conventions package (ECMA-376 part 2): its parts with their content types and
// relations. What says so ([Content_Types].xml, *.rels) is made from what was added, so it agrees.
class Package {
public:
    // A part of the package, whose text the caller fills; valid as long as the package. Names are
    // added once each.
    std::string& add(std::string name, std::string_view content_type);

    // Says that `owner` (a part; "" for the package itself) needs the part `target`; `type` is the
    // relation's, behind "http://schemas.openxmlformats.org/". Returns the relation's id: "rId1".
    std::string relate(const std::string& owner, const std::string& target, std::string_view type);

    // docProps/core.xml and docProps/app.xml.
    struct Properties {
        std::string title, author, subject;
        std::int64_t timestamp = 0;  // created and modified; seconds since 1970
    };
    void add_properties(const Properties& properties);

    // Throws as write_container does.
    void write(std::int64_t timestamp, Sink& sink) const;

private:
    struct Relation {
        std::string id, type, target;
    };
    struct Entry {
        Part part;
        std::string content_type;
    };
    std::vector<std::unique_ptr<Entry>> entries_;
    std::map<std::string, std::vector<Relation>> relations_;  // by owner
};

// The name of the part with the relations of `owner`: "word/_rels/document.xml.rels".
std::string relations_part(std::string_view owner);

}  // namespace dutylist::office_container
