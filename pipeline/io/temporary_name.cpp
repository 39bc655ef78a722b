#include "pipeline/io/temporary_name.h"

#include <algorithm>
#include <chrono>

#include <sys/random.h>
#include <unistd.h>

namespace dutylist {
namespace {

constexpr std::string_view mark = ".dutylist-";
constexpr std::string_view ending = ".tmp";
constexpr std::string_view journal_ending = ".journal";
constexpr std::string_view letters = "0123456789abcdefghjkmnpqrstvwxyz";  // 32, none alike
constexpr std::size_t id_letters = 8;
constexpr std::size_t count_letters = 4;
constexpr std::size_t longest_output = 120;

std::uint64_t random_number() {
    std::uint64_t number = 0;
    if (::getrandom(&number, sizeof number, GRND_NONBLOCK) == sizeof number) return number;
    // What is left differs from process to process and from call to call.
    const auto now = std::chrono::steady_clock::now().time_since_epoch().count();
    const auto process = static_cast<std::uint64_t>(::getpid());
    return static_cast<std::uint64_t>(now) * 0x9E3779B97F4A7C15 ^ process << 20;
}

std::string in_letters(std::uint64_t number, std::size_t count) {
    std::string text(count, letters.front());
    for (std::size_t i = count; i-- > 0; number >>= 5) text[i] = letters[number & 31];
    return text;
}

// As much of the text as fits, without half a character.
std::string_view beginning(std::string_view text) {
    std::size_t size = std::min(text.size(), longest_output);
    while (size > 0 && size < text.size() && (text[size] & 0xC0) == 0x80) --size;
    return text.substr(0, size);
}

// The letters between the mark and the ending, if there are `count` of them.
std::string_view letters_before(std::string_view name, std::string_view end, std::size_t count) {
    const std::size_t tail = mark.size() + count + end.size();
    if (name.size() < tail || name.front() != '.' || !name.ends_with(end)) return {};
    name = name.substr(name.size() - tail);
    const std::string_view found = name.substr(mark.size(), count);
    const bool good =
        name.starts_with(mark) && found.find_first_not_of(letters) == std::string_view::npos;
    return good ? found : std::string_view();
}

}  // namespace

TemporaryNames::TemporaryNames() : id_(in_letters(random_number(), id_letters)) {}

std::string TemporaryNames::next(std::string_view output) {
    std::string name = ".";
    name += beginning(output);
    name += mark;
    name += id_;
    name += in_letters(count_++, count_letters);
    name += ending;
    return name;
}

std::string TemporaryNames::journal() const {
    return std::string(mark) + id_ + std::string(journal_ending);
}

std::string_view TemporaryNames::id_in(std::string_view name) {
    if (is_journal(name)) return letters_before(name, journal_ending, id_letters);
    return letters_before(name, ending, id_letters + count_letters).substr(0, id_letters);
}

bool TemporaryNames::is_journal(std::string_view name) {
    return name.starts_with(mark) &&
           name.size() == mark.size() + id_letters + journal_ending.size() &&
           !letters_before(name, journal_ending, id_letters).empty();
}

}  // namespace dutylist
