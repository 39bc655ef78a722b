#include "importers/word/field_instruction.h"

#include <algorithm>

#include "pipeline/text/white_space.h"

namespace dutylist {
namespace {

constexpr std::string_view blanks = " \t\r\n";
constexpr std::size_t most_words = 64;

struct Word {
    std::string text;
    bool quoted = false;
};

// The words of a code: in quotation marks or parted by white space.
class Words {
public:
    explicit Words(std::string_view code) : code_(code) {}

    bool next(Word& word) {
        at_ = code_.find_first_not_of(blanks, at_);
        if (at_ == std::string_view::npos) return false;
        word = {};
        if (code_[at_] != '"') {
            const std::size_t end = std::min(code_.find_first_of(" \t\r\n\"", at_), code_.size());
            word.text = code_.substr(at_, end - at_);
            at_ = end;
            return true;
        }
        word.quoted = true;
        for (++at_; at_ < code_.size() && code_[at_] != '"'; ++at_) {
            const bool escaped = code_[at_] == '\\' && at_ + 1 < code_.size() &&
                                 (code_[at_ + 1] == '"' || code_[at_ + 1] == '\\');
            if (escaped) ++at_;
            word.text += code_[at_];
        }
        at_ = std::min(at_ + 1, code_.size());
        return true;
    }

private:
    std::string_view code_;
    std::size_t at_ = 0;
};

std::string in_capitals(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    return text;
}

}  // namespace

bool FieldInstruction::has(std::string_view name) const { return argument_of(name).has_value(); }

std::optional<std::string_view> FieldInstruction::argument_of(std::string_view name) const {
    for (const Switch& one : switches) {
        if (one.name == name) return one.argument;
    }
    return {};
}

std::string field_type(std::string_view code) {
    code = trimmed(code);
    return in_capitals(std::string(code.substr(0, code.find_first_of(" \t\r\n\\\""))));
}

std::string_view after_field_type(std::string_view code) {
    code = trimmed(code);
    return code.substr(std::min(code.find_first_of(" \t\r\n\\\""), code.size()));
}

FieldInstruction parse_field(std::string_view code) {
    FieldInstruction instruction;
    instruction.type = field_type(code);
    Words words(after_field_type(code));
    Word word;
    bool open_switch = false;
    for (std::size_t count = 0; count < most_words && words.next(word); ++count) {
        if (!word.quoted && word.text.size() > 1 && word.text[0] == '\\') {
            instruction.switches.push_back({word.text, {}});
            open_switch = true;
        } else if (open_switch) {
            instruction.switches.back().argument = std::move(word.text);
            open_switch = false;
        } else {
            instruction.arguments.push_back(std::move(word.text));
        }
    }
    return instruction;
}

}  // namespace dutylist
