#include "pipeline/io/temporary_name.h"

#include <algorithm>
#include <chrono>
#include <cstdint>

#include <sys/random.h>
#include <unistd.h>

namespace dutylist {
namespace {

constexpr std::string_view mark = ".dutylist-";
constexpr std::string_view ending = ".tmp";
constexpr std::string_view letters = "abcdefghijkmnpqrstuvwxyz23456789";  // 32
constexpr std::size_t random_letters = 12;
constexpr std::size_t longest_output = 120;

std::uint64_t random_number() {
    std::uint64_t number = 0;
    if (::getrandom(&number, sizeof number, GRND_NONBLOCK) == sizeof number) return number;
    // What is left differs from process to process and from call to call.
    const auto now = std::chrono::steady_clock::now().time_since_epoch().count();
    const auto process = static_cast<std::uint64_t>(::getpid());
    return static_cast<std::uint64_t>(now) * 0x9E3779B97F4A7C15 ^ process << 32;
}

// As much of the text as fits, without half a character.
std::string_view beginning(std::string_view text) {
    std::size_t size = std::min(text.size(), longest_output);
    while (size > 0 && size < text.size() && (text[size] & 0xC0) == 0x80) --size;
    return text.substr(0, size);
}

}  // namespace

std::string temporary_name(std::string_view output) {
    std::string name = ".";
    name += beginning(output);
    name += mark;
    std::uint64_t number = random_number();
    for (std::size_t i = 0; i < random_letters; ++i, number >>= 5) name += letters[number & 31];
    name += ending;
    return name;
}

bool is_temporary_name(std::string_view name) {
    constexpr std::size_t tail = mark.size() + random_letters + ending.size();
    if (name.size() <= tail || name.front() != '.' || !name.ends_with(ending)) return false;
    const std::string_view end = name.substr(name.size() - tail);
    const std::string_view random = end.substr(mark.size(), random_letters);
    return end.starts_with(mark) && random.find_first_not_of(letters) == std::string_view::npos;
}

}  // namespace dutylist
