#include "importers/hypertext/open_elements.h"

namespace dutylist {
namespace {

// Browsers stop at 512; deeper elements are not told apart.
constexpr std::size_t most_elements = 512;

}  // namespace

const TextLook& OpenElements::look() const {
    static const TextLook none;
    return elements_.empty() ? none : elements_.back().look;
}

void OpenElements::open(const std::string& name, const TextLook& own, Concealment way) {
    if (elements_.size() >= most_elements) return;
    Element element{name, own.over(look()), false};
    // Nothing inside of a hidden element is displayed, and what is struck out stays so.
    element.hides = own.hidden.value_or(false);
    if (look().struck.value_or(false)) element.look.struck = true;
    element.look.hidden.reset();
    if (element.hides) concealed_.open(way);
    ++floors_.back()[name];
    elements_.push_back(std::move(element));
}

std::size_t OpenElements::open_floor() {
    const std::size_t count = elements_.size();
    elements_.push_back({{}, look(), false});
    floors_.emplace_back();
    return count;
}

void OpenElements::pop() {
    Element& last = elements_.back();
    if (last.hides) concealed_.close();
    if (last.name.empty()) {
        floors_.pop_back();
    } else {
        --floors_.back()[last.name];
    }
    elements_.pop_back();
}

void OpenElements::close(const std::string& name) {
    const auto open = floors_.back().find(name);
    if (open == floors_.back().end() || open->second == 0) return;
    while (elements_.back().name != name) pop();
    pop();
}

void OpenElements::cut(std::size_t count) {
    while (elements_.size() > count) pop();
}

}  // namespace dutylist
