#include "pipeline/xml/expat_fault.h"

#include <algorithm>
#include <array>

#include <expat.h>

#include "pipeline/diagnostics/codes.h"

namespace dutylist {
namespace {

constexpr std::string_view white_space = " \t\r\n";

std::string_view first_word(std::string_view text) {
    return text.substr(0, std::min(text.find_first_of(" \t\r\n/>=;"), text.size()));
}

// A token that the text ends in.
Message unfinished(std::string_view token) {
    if (token.starts_with("<!--")) return Message{Code::reason_xml_not_closed, {"-->"}};
    if (token.starts_with("<?")) return Message{Code::reason_xml_not_closed, {"?>"}};
    if (token.starts_with("<![")) return Message{Code::reason_xml_not_closed, {"]]>"}};
    if (token.starts_with("</")) return Message{Code::reason_xml_end_tag, {}};
    if (token.starts_with("&")) return Message{Code::reason_xml_ampersand, {}};
    char quote = 0;
    for (const char c : token) {
        if (quote != 0) {
            if (c == quote) quote = 0;
        } else if (c == '"' || c == '\'') {
            quote = c;
        }
    }
    return Message{quote != 0 ? Code::reason_xml_attribute_open : Code::reason_xml_start_tag, {}};
}

// What stands outside the root element and must not.
Message outside(const FaultContext& context) {
    if (context.rest.starts_with("</")) return Message{Code::reason_xml_end_tag_alone, {}};
    const bool tag = context.rest.starts_with("<") && !context.rest.starts_with("<!");
    return Message{
        tag && context.root_seen ? Code::reason_xml_two_roots : Code::reason_xml_text_outside, {}};
}

// A character that must not stand in a tag.
Message in_tag(const FaultContext& context, std::string_view tag) {
    // Only where no element is open does expat stop at the stroke of an end tag.
    if (tag.empty())
        return Message{context.rest.starts_with("/") ? Code::reason_xml_end_tag_alone
                                                     : Code::reason_xml_nameless,
                       {}};
    if (tag.starts_with("/")) return Message{Code::reason_xml_end_tag, {}};
    const std::size_t last = tag.find_last_not_of(white_space);
    if (last != std::string_view::npos && tag[last] == '=')
        return Message{Code::reason_xml_attribute_unquoted, {}};
    const bool after_name = tag.find_first_of(white_space) < last;
    const bool tag_ends = context.rest.starts_with(">") || context.rest.starts_with("/");
    if (after_name && tag_ends && last != std::string_view::npos && tag[last] != '"' &&
        tag[last] != '\'')
        return Message{Code::reason_xml_attribute_bare, {}};
    return Message{Code::reason_xml_attribute, {}};
}

std::optional<Message> wrong_character(const FaultContext& context) {
    // Of "<!DOCTYPE" inside an element, expat names the letter.
    if (context.before.ends_with("<!")) return {};
    if (context.rest.starts_with("<!") && !context.rest.starts_with("<![")) return {};
    const std::size_t open = context.before.rfind('<');
    const std::size_t close = context.before.rfind('>');
    const std::size_t ampersand = context.before.rfind('&');
    const std::size_t begin = open == std::string_view::npos ? 0 : open + 1;
    if (context.rest.starts_with("&") ||
        (ampersand != std::string_view::npos && ampersand >= begin &&
         context.before.find(';', ampersand) == std::string_view::npos))
        return Message{Code::reason_xml_ampersand, {}};
    const bool tag =
        open != std::string_view::npos && (close == std::string_view::npos || close < open);
    if (tag) return in_tag(context, context.before.substr(begin));
    return context.open.empty() ? outside(context) : Message{Code::reason_xml_other, {}};
}

// In an attribute, expat names the whole tag.
std::string_view unknown_entity(std::string_view text) {
    static constexpr std::array<std::string_view, 5> known{"amp", "lt", "gt", "quot", "apos"};
    for (std::size_t at = text.find('&'); at != std::string_view::npos;
         at = text.find('&', at + 1)) {
        const std::string_view name = first_word(text.substr(at + 1));
        const bool defined = std::find(known.begin(), known.end(), name) != known.end();
        if (!defined && !name.starts_with('#')) return name;
    }
    return {};
}

Message name_reason(Code code, std::string_view name) { return Message{code, {name}}; }

}  // namespace

std::optional<Message> expat_reason(int error, const FaultContext& context) {
    switch (error) {
        case XML_ERROR_NO_ELEMENTS:
            return context.open.empty()
                       ? Message{Code::reason_xml_no_root, {}}
                       : name_reason(Code::reason_xml_no_end_tag, context.open.back());
        case XML_ERROR_UNCLOSED_TOKEN:
        case XML_ERROR_PARTIAL_CHAR:
            return unfinished(context.rest);
        case XML_ERROR_UNCLOSED_CDATA_SECTION:
            return Message{Code::reason_xml_not_closed, {"]]>"}};
        case XML_ERROR_TAG_MISMATCH:
            return Message{
                Code::reason_xml_wrong_end,
                {std::string(first_word(context.rest.starts_with("</") ? context.rest.substr(2)
                                                                       : context.rest)),
                 context.open.empty() ? std::string() : context.open.back()}};
        case XML_ERROR_ASYNC_ENTITY:
            return Message{Code::reason_xml_end_tag_alone, {}};
        case XML_ERROR_DUPLICATE_ATTRIBUTE:
            return name_reason(Code::reason_xml_attribute_twice, first_word(context.rest));
        case XML_ERROR_UNDEFINED_ENTITY:
            return name_reason(Code::reason_xml_entity, unknown_entity(context.rest));
        case XML_ERROR_BAD_CHAR_REF:
            return Message{Code::reason_xml_reference, {}};
        case XML_ERROR_JUNK_AFTER_DOC_ELEMENT:
            return outside(context);
        case XML_ERROR_MISPLACED_XML_PI:
            return Message{Code::reason_xml_declaration, {}};
        case XML_ERROR_UNKNOWN_ENCODING:
        case XML_ERROR_INCORRECT_ENCODING:
            return Message{Code::reason_xml_encoding, {}};
        case XML_ERROR_SYNTAX:
        case XML_ERROR_INVALID_TOKEN:
            return wrong_character(context);
        default:
            return Message{Code::reason_xml_other, {}};
    }
}

}  // namespace dutylist
