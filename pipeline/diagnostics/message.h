#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "pipeline/diagnostics/code.h"
#include "pipeline/diagnostics/language.h"
#include "pipeline/diagnostics/source_location.h"

namespace dutylist {

class Argument;

// A row of the catalogue with what fills its {0}, {1} …: a sentence that is put into words when the
// reader's language is known. As an argument of another message it is the reason told there.
struct Message {
    Code code{};
    std::vector<Argument> arguments;

    friend bool operator==(const Message& a, const Message& b);
};

// What fills a place of a message. The implicit constructors keep the calls short:
// {file, 12, Message{Code::reason_some_text}}.
class Argument {
public:
    Argument() = default;  // says nothing
    Argument(std::string text) : value_(std::move(text)) {}
    Argument(std::string_view text) : value_(std::string(text)) {}
    Argument(const char* text) : value_(std::string(text)) {}
    template <std::integral Number>
    requires(!std::same_as<Number, bool> && !std::same_as<Number, char>) Argument(Number number)
        : value_(static_cast<std::int64_t>(number)) {}
    template <typename Path>  // std::filesystem::path, whose header few files here need
    requires requires(const Path& path) {
        { path.lexically_normal().string() } -> std::same_as<std::string>;
    }
    Argument(const Path& file) : value_(file.string()) {}
    Argument(SourceLocation place) : value_(std::move(place)) {}
    Argument(Message message) : value_(std::move(message)) {}
    // A list is told with the commas of the language: “、” or “, ”.
    Argument(std::vector<Argument> list) : value_(std::move(list)) {}
    Argument(const std::vector<std::string>& names)
        : value_(std::vector<Argument>(names.begin(), names.end())) {}

    // The text or number, or nothing if it is of another kind.
    const std::string* text() const { return std::get_if<std::string>(&value_); }
    const std::int64_t* number() const { return std::get_if<std::int64_t>(&value_); }

    // The argument with `to` for every `from` in its texts, however deep they stand.
    Argument with_text_replaced(std::string_view from, std::string_view to) const;

    friend bool operator==(const Argument&, const Argument&) = default;

private:
    friend std::string in_words(const Argument& argument, Language language);

    std::variant<std::string, std::int64_t, SourceLocation, Message, std::vector<Argument>> value_;
};

// What is read in the language. Texts come out as visible_text() makes them, whatever they held.
std::string in_words(const Message& message, Language language);
std::string in_words(const Argument& argument, Language language);

}  // namespace dutylist
