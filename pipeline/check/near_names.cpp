#include "pipeline/check/near_names.h"

#include <algorithm>
#include <utility>

namespace dutylist::check {
namespace {

// The name with a zero in the place of each of its characters in turn.
template <typename Function>
void for_each_replaced(std::u32string_view name, Function&& function) {
    std::u32string rest(name);
    for (std::size_t i = 0; i < rest.size(); ++i) {
        const char32_t own = std::exchange(rest[i], U'\0');
        function(rest);
        rest[i] = own;
    }
}

}  // namespace

// The name without one of its characters, and without two, where it is long enough for that.
template <typename Function>
void NearNames::for_each_shortened(std::u32string_view name, Function&& function) const {
    if (name.size() < nearness_.one_lost + 1 || name.size() > longest) return;
    for (std::size_t i = 0; i < name.size(); ++i) {
        std::u32string rest(name);
        rest.erase(i, 1);
        function(rest);
        if (name.size() < nearness_.two_lost + 2) continue;
        for (std::size_t j = i; j < rest.size(); ++j) {
            std::u32string shorter(rest);
            shorter.erase(j, 1);
            function(shorter);
        }
    }
}

void NearNames::add(std::u32string_view name, std::uint32_t group) {
    const std::uint32_t number = size_++;
    const auto note = [&](Index& index, const std::u32string& key) {
        Firsts& firsts = index[key];
        if (firsts.size == 2 || (firsts.size == 1 && firsts.groups[0] == group)) return;
        firsts.names[firsts.size] = number;
        firsts.groups[firsts.size++] = group;
    };
    note(whole_, std::u32string(name));
    for_each_shortened(name, [&](const std::u32string& rest) { note(shortened_, rest); });
    if (name.size() < nearness_.replaced || name.size() > longest) return;
    for_each_replaced(name, [&](const std::u32string& rest) { note(replaced_, rest); });
}

std::optional<std::uint32_t> NearNames::first_near(std::u32string_view name,
                                                   std::uint32_t group) const {
    std::optional<std::uint32_t> first;
    const auto look = [&](const Index& index, const std::u32string& key) {
        const auto found = index.find(key);
        if (found == index.end()) return;
        const Firsts& firsts = found->second;
        for (std::uint32_t i = 0; i < firsts.size; ++i) {
            if (firsts.groups[i] == group) continue;
            first = std::min(first.value_or(firsts.names[i]), firsts.names[i]);
            return;
        }
    };
    const std::u32string own(name);
    look(whole_, own);
    if (name.size() > longest) return first;
    look(shortened_, own);
    for_each_shortened(name, [&](const std::u32string& rest) { look(whole_, rest); });
    if (name.size() < nearness_.replaced) return first;
    for_each_replaced(name, [&](const std::u32string& rest) { look(replaced_, rest); });
    return first;
}

}  // namespace dutylist::check
