#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dutylist {

// The labels that a browser shows before the items of nested lists in a cell (CSS Lists 3): for an
// <ol> a number in the style that its type or list-style-type says, nothing for an <ol> whose
// style hides it and for <ul>.
class ListLabels {
public:
    void open_ordered(std::string_view attributes);
    void open_unordered() { lists_.push_back({}); }
    void close() {
        if (!lists_.empty()) lists_.pop_back();
    }
    // The label of the next item, "" for none.
    std::string next_item(std::string_view attributes);

private:
    enum class Style : std::uint8_t { none, decimal, chinese, lower_letter, upper_letter };
    struct List {
        Style style = Style::none;
        int next = 1;
    };
    std::vector<List> lists_;
};

}  // namespace dutylist
