#pragma once

#include <string>
#include <string_view>

namespace dutylist::booklet {

// What the command line may say about a booklet, in ExportInput::options ("name=value", separated
// by ';'; names that are not the booklet's are left to others):
//   only=list=basic|cooperative|recalled   that list alone
//   only=category=NAME                     the items of a category, in all lists
//   only=department=NAME                   the items that name a department (as printed, as
//                                          counted, or without its region)
// `--per department` is one such job for each department, made by the command.
struct BookletOptions {
    enum class Only : std::uint8_t { everything, list, category, department };
    Only only = Only::everything;
    std::string name;
};

// Throws JobError booklet_option for an extract that is none of these.
BookletOptions parse_booklet_options(std::string_view options);

}  // namespace dutylist::booklet
