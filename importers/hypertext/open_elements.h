#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "importers/draft_building/concealed_text.h"

namespace dutylist {

// The elements of a page that are open, and what their text looks like. As lenient as browsers: an
// end tag closes all that was opened inside its element, and does nothing where no such element is
// open. Cells and tables are closed by whoever knows where they end.
class OpenElements {
public:
    explicit OpenElements(ConcealedText& concealed) : concealed_(concealed) {}

    // `own`: what the element says itself. If it hides its content, that is one hidden part, told
    // as `way`.
    void open(const std::string& name, const TextLook& own,
              Concealment way = Concealment::hidden_part);
    // The innermost of that name, above the last floor.
    void close(const std::string& name);

    // How many are open; closes those above so many.
    std::size_t count() const { return elements_.size(); }
    void cut(std::size_t count);
    // From here on close() reaches no element opened before. Returns what cut() takes to undo it.
    std::size_t open_floor();

    const TextLook& look() const;

private:
    struct Element {
        std::string name;  // "" for a floor
        TextLook look;
        bool hides = false;
    };
    void pop();

    ConcealedText& concealed_;
    std::vector<Element> elements_;
    // By name, how many are open above each floor.
    using Counts = std::unordered_map<std::string, std::size_t>;
    std::vector<Counts> floors_ = std::vector<Counts>(1);
};

}  // namespace dutylist
