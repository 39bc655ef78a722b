#pragma once

#include <string>
#include <string_view>

namespace dutylist {

// The office whose list it is, level by level as printed (省、市/州、县、乡). A level that the
// source does not give is empty. A department's list (部门履职事项清单) is of no township: there
// `department` is its name as printed (云川县公安局). Together they are the key of a unit.
struct Unit {
    std::string province;
    std::string prefecture;
    std::string county;
    std::string township;
    std::string department = {};

    // 乡, 镇, 街道, 苏木, 民族乡, 民族苏木, 区公所 …: the ending of the township's name; empty if
    // unknown.
    std::string_view kind() const;
    // All levels joined, for titles: "…自治区…自治州…县…乡". A department's name that begins with
    // one of the levels takes its place and that of those below it: "…省…市云川县公安局".
    std::string full_name() const;
    // The township, or the department of a department's list.
    const std::string& own_name() const { return department.empty() ? township : department; }
    bool empty() const {
        return province.empty() && prefecture.empty() && county.empty() && township.empty() &&
               department.empty();
    }
    friend bool operator==(const Unit&, const Unit&) = default;
};

}  // namespace dutylist
