#pragma once

#include <optional>
#include <string>
#include <vector>

#include "importers/hypertext/html_tokenizer.h"
#include "importers/hypertext/style_sheet.h"

namespace dutylist {

// The lists of a page that are open, and the numbers that browsers show before their items.
class HtmlLists {
public:
    static bool is_list(std::string_view element) {
        return element == "ol" || element == "ul" || element == "menu" || element == "dir";
    }

    void open(const HtmlToken& token, const Declarations& style);
    // Counts an item of the innermost list; what is shown before it, nothing for none.
    std::optional<std::string> next_label(const HtmlToken& token, const Declarations& style);
    std::size_t count() const { return open_.size(); }
    void cut(std::size_t count);  // closes those above so many

private:
    struct List {
        bool numbered = false;
        std::string format;  // of number_text()
        std::string after = ".";
        int next = 1;
    };
    std::vector<List> open_;
};

}  // namespace dutylist
