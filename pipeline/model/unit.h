#pragma once

#include <string>
#include <string_view>

namespace dutylist {

// The office whose list it is, level by level as printed (省、市/州、县、乡). A level that the
// source does not give is empty. Together they are the key of a unit.
struct Unit {
    std::string province;
    std::string prefecture;
    std::string county;
    std::string township;

    // 乡, 镇, 街道, 苏木, 民族乡, 民族苏木, 区公所 …: the ending of the township's name; empty if
    // unknown.
    std::string_view kind() const;
    // All levels joined, for titles: "…自治区…自治州…县…乡".
    std::string full_name() const;
    bool empty() const {
        return province.empty() && prefecture.empty() && county.empty() && township.empty();
    }
    friend bool operator==(const Unit&, const Unit&) = default;
};

}  // namespace dutylist
