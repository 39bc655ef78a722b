#include "pipeline/diagnostics/code_list.h"

#include <algorithm>
#include <vector>

#include "pipeline/diagnostics/codes.h"

namespace dutylist {
namespace {

// A row of the catalogue that is a topic, or a diagnostic of the topic before it.
struct Row {
    Topic topic;
    bool is_topic = false;
    Code code{};
    std::string_view id{};
};

constexpr Row rows[] = {
#define DUTYLIST_TOPIC(chinese, english, chinese_page, english_page) \
    {{chinese, english, chinese_page, english_page}, true},
#define DUTYLIST_MESSAGE(name, id, severity, chinese, english) {{}, false, Code::name, id},
#include "pipeline/diagnostics/catalogue.def"
#undef DUTYLIST_MESSAGE
};

std::vector<ListedCode> listed_codes() {
    std::vector<ListedCode> list;
    const Topic* topic = nullptr;
    for (const Row& row : rows) {
        if (row.is_topic) topic = &row.topic;
        if (!row.is_topic && !row.id.empty()) list.push_back({row.code, topic});
    }
    return list;
}

}  // namespace

std::string_view Topic::name(Language language) const {
    return language == Language::chinese ? chinese : english;
}

std::string_view Topic::page(Language language) const {
    return language == Language::chinese ? chinese_page : english_page;
}

std::span<const ListedCode> code_list() {
    static const std::vector<ListedCode> list = listed_codes();
    return list;
}

const Topic* topic_of(Code code) {
    const auto list = code_list();
    const auto found = std::find_if(list.begin(), list.end(),
                                    [&](const ListedCode& row) { return row.code == code; });
    return found == list.end() ? nullptr : found->topic;
}

}  // namespace dutylist
