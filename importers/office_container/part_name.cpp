#include "importers/office_container/part_name.h"

#include <algorithm>
#include <charconv>

namespace dutylist {
namespace {

std::string without_percent_signs(std::string_view name) {
    std::string decoded;
    for (std::size_t i = 0; i < name.size(); ++i) {
        unsigned byte = 0;
        const char* const digits = name.data() + i + 1;
        const bool escape = name[i] == '%' && i + 2 < name.size() &&
                            std::from_chars(digits, digits + 2, byte, 16).ptr == digits + 2 &&
                            byte != 0;
        decoded += escape ? static_cast<char>(byte) : name[i];
        if (escape) i += 2;
    }
    return decoded;
}

}  // namespace

std::string resolve_part_name(std::string_view folder, std::string_view target) {
    const bool absolute = target.starts_with('/') || target.starts_with('\\') || folder.empty();
    std::string path = absolute ? std::string() : std::string(folder) + "/";
    path += target;
    std::replace(path.begin(), path.end(), '\\', '/');
    std::string result;
    for (std::size_t at = 0; at <= path.size();) {
        const std::size_t end = std::min(path.find('/', at), path.size());
        const std::string_view step = std::string_view(path).substr(at, end - at);
        if (step == "..") {
            const std::size_t parent = result.rfind('/');
            result.erase(parent == std::string::npos ? 0 : parent);
        } else if (!step.empty() && step != ".") {
            if (!result.empty()) result += '/';
            result += step;
        }
        at = end + 1;
    }
    return result;
}

std::string comparable_part_name(std::string_view name) {
    std::string result = resolve_part_name({}, without_percent_signs(name));
    std::transform(result.begin(), result.end(), result.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return result;
}

}  // namespace dutylist
