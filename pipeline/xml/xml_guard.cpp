#include "pipeline/xml/xml_guard.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <functional>
#include <iterator>
#include <vector>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/io/limits.h"

namespace dutylist {
namespace {

constexpr std::string_view white_space = " \t\r\n";

bool is_xml_character(unsigned long c) {
    return c == 0x9 || c == 0xA || c == 0xD || (c >= 0x20 && c <= 0xD7FF) ||
           (c >= 0xE000 && c <= 0xFFFD) || (c >= 0x10000 && c <= 0x10FFFF);
}

class Guard {
public:
    explicit Guard(std::string_view text) : text_(text) {}

    std::optional<XmlFault> run() {
        while (!fault_ && at_ < text_.size()) {
            if (text_[at_] == '<') {
                markup();
            } else {
                character_data();
            }
        }
        if (!fault_ && depth_ == 0 && roots_ == 0)
            fail(text_.size(), Message{Code::reason_xml_no_root, {}});
        return fault_;
    }

private:
    void fail(std::size_t offset, Argument detail, Code code = Code::xml_malformed) {
        if (!fault_) fault_ = XmlFault{code, offset, std::move(detail)};
    }

    bool starts(std::string_view with) const { return text_.substr(at_).starts_with(with); }

    void skip_past(std::string_view end) {
        const std::size_t found = text_.find(end, at_);
        if (found == std::string_view::npos) {
            fail(at_, Message{Code::reason_xml_not_closed, {std::string(end)}});
            return;
        }
        at_ = found + end.size();
    }

    void character_data() {
        const std::size_t end = std::min(text_.find('<', at_), text_.size());
        const std::string_view piece = text_.substr(at_, end - at_);
        if (depth_ == 0 && piece.find_first_not_of(white_space) != std::string_view::npos) {
            fail(at_ + piece.find_first_not_of(white_space),
                 Message{Code::reason_xml_text_outside, {}});
        }
        references(at_, piece);
        at_ = end;
    }

    void references(std::size_t offset, std::string_view piece) {
        for (std::size_t i = piece.find('&'); i != std::string_view::npos;
             i = piece.find('&', i + 1)) {
            const std::size_t end = piece.find(';', i);
            if (end == std::string_view::npos || end - i > 12)
                return fail(offset + i, Message{Code::reason_xml_ampersand, {}});
            std::string_view name = piece.substr(i + 1, end - i - 1);
            static constexpr std::array<std::string_view, 5> known{"amp", "lt", "gt", "quot",
                                                                   "apos"};
            if (std::find(known.begin(), known.end(), name) != known.end()) continue;
            if (!name.starts_with('#'))
                return fail(offset + i, Message{Code::reason_xml_entity, {std::string(name)}});
            name.remove_prefix(1);
            int base = 10;
            if (name.starts_with('x')) {
                base = 16;
                name.remove_prefix(1);
            }
            unsigned long value = 0;
            const auto [last, error] =
                std::from_chars(name.data(), name.data() + name.size(), value, base);
            const bool whole =
                error == std::errc() && last == name.data() + name.size() && !name.empty();
            if (!whole || !is_xml_character(value))
                return fail(offset + i, Message{Code::reason_xml_reference, {}});
        }
    }

    void markup() {
        if (starts("<!--")) return skip_past("-->");
        if (starts("<![CDATA[")) return skip_past("]]>");
        if (starts("<?")) return skip_past("?>");
        if (starts("<!")) return fail(at_, {}, Code::xml_doctype);
        if (starts("</")) {
            if (depth_ == 0) return fail(at_, Message{Code::reason_xml_end_tag_alone, {}});
            --depth_;
            return skip_past(">");
        }
        start_tag();
    }

    void start_tag() {
        const std::size_t start = at_;
        if (depth_ == 0 && ++roots_ > 1)
            return fail(start, Message{Code::reason_xml_two_roots, {}});
        attributes_.clear();
        at_ = std::min(text_.find_first_of(" \t\r\n/>", at_), text_.size());
        while (at_ < text_.size()) {
            at_ = std::min(text_.find_first_not_of(white_space, at_), text_.size());
            if (starts(">") || starts("/>")) require_different_attributes();
            if (starts(">")) {
                ++at_;
                if (++depth_ > default_limits.xml_depth) {
                    fail(start, std::to_string(default_limits.xml_depth), Code::xml_too_deep);
                }
                return;
            }
            if (starts("/>")) {
                at_ += 2;
                return;
            }
            attribute();
            if (fault_) return;
        }
        fail(start, Message{Code::reason_xml_start_tag, {}});
    }

    void require_different_attributes() {
        // By name, then by place: the names are views into one text.
        std::sort(attributes_.begin(), attributes_.end(), [](auto a, auto b) {
            return a != b ? a < b : std::less<>()(a.data(), b.data());
        });
        const auto twice = std::adjacent_find(attributes_.begin(), attributes_.end());
        if (twice == attributes_.end()) return;
        const std::string_view second = *std::next(twice);
        fail(static_cast<std::size_t>(second.data() - text_.data()),
             Message{Code::reason_xml_attribute_twice, {std::string(second)}});
    }

    void attribute() {
        const std::size_t start = at_;
        const std::size_t end = text_.find_first_of(" \t\r\n=<>/", at_);
        if (end == std::string_view::npos || end == start)
            return fail(start, Message{Code::reason_xml_attribute, {}});
        const std::string_view name = text_.substr(start, end - start);
        attributes_.push_back(name);
        at_ = std::min(text_.find_first_not_of(white_space, end), text_.size());
        if (!starts("=")) return fail(start, Message{Code::reason_xml_attribute_bare, {}});
        at_ = std::min(text_.find_first_not_of(white_space, at_ + 1), text_.size());
        if (!starts("\"") && !starts("'"))
            return fail(start, Message{Code::reason_xml_attribute_unquoted, {}});
        const std::size_t close = text_.find(text_[at_], at_ + 1);
        if (close == std::string_view::npos)
            return fail(start, Message{Code::reason_xml_attribute_open, {}});
        references(at_ + 1, text_.substr(at_ + 1, close - at_ - 1));
        at_ = close + 1;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t depth_ = 0;
    int roots_ = 0;
    std::vector<std::string_view> attributes_;
    std::optional<XmlFault> fault_;
};

}  // namespace

std::optional<XmlFault> find_xml_fault(std::string_view text) { return Guard(text).run(); }

}  // namespace dutylist
