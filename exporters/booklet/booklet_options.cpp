#include "exporters/booklet/booklet_options.h"

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/model/duty_list.h"

namespace dutylist::booklet {
namespace {

BookletOptions parse_only(std::string_view value) {
    const std::size_t equals = value.find('=');
    const std::string_view kind = value.substr(0, equals);
    BookletOptions options;
    if (equals != std::string_view::npos) options.name = value.substr(equals + 1);
    if (kind == "list" && list_kind_from(options.name)) {
        options.only = BookletOptions::Only::list;
    } else if (kind == "category" && !options.name.empty()) {
        options.only = BookletOptions::Only::category;
    } else if (kind == "department" && !options.name.empty()) {
        options.only = BookletOptions::Only::department;
    } else {
        throw JobError(Code::booklet_option, {}, {std::string(value)});
    }
    return options;
}

}  // namespace

BookletOptions parse_booklet_options(std::string_view options) {
    BookletOptions parsed;
    while (!options.empty()) {
        const std::size_t end = options.find(';');
        const std::string_view option = options.substr(0, end);
        options = end == std::string_view::npos ? std::string_view{} : options.substr(end + 1);
        constexpr std::string_view only = "only=";
        if (option.starts_with(only)) parsed = parse_only(option.substr(only.size()));
    }
    return parsed;
}

}  // namespace dutylist::booklet
