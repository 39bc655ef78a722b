#include <cmath>
#include <limits>
#include <string_view>
#include <utility>

#include "importers/mapped_xml/xpath_evaluation.h"
#include "pipeline/text/utf8.h"
#include "pipeline/xml/xml_attributes.h"

namespace dutylist::xpath {

Value Evaluation::call(const Part& part, const Context& context) {
    const auto number_at = [&](std::size_t i) { return number(part.operands[i], context); };
    switch (part.function) {
        case Function::last:
            return static_cast<double>(context.size);
        case Function::position:
            return static_cast<double>(context.position);
        case Function::count:
            return static_cast<double>(nodes(part.operands[0], context).size());
        case Function::boolean:
            return boolean(part.operands[0], context);
        case Function::not_:
            return !boolean(part.operands[0], context);
        case Function::true_:
            return true;
        case Function::false_:
            return false;
        case Function::ceiling:
            return std::ceil(number_at(0));
        case Function::floor:
            return std::floor(number_at(0));
        case Function::round:
            return rounded(number_at(0));
        case Function::number:
            return part.operands.empty() ? xpath::number_of(string_of(context.node)) : number_at(0);
        case Function::sum: {
            double sum = 0;
            for (const XmlTree::Node node : nodes(part.operands[0], context))
                sum += xpath::number_of(string_of(node));
            return sum;
        }
        default:
            return call_on_strings(part, context);
    }
}

Value Evaluation::call_on_strings(const Part& part, const Context& context) {
    const auto text_at = [&](std::size_t i) { return string(part.operands[i], context); };
    switch (part.function) {
        case Function::concat: {
            std::string whole;
            for (const Part& operand : part.operands) whole += string(operand, context);
            return whole;
        }
        case Function::contains:
            return find(text_at(0), text_at(1)) != std::string::npos;
        case Function::starts_with:
            return text_at(0).starts_with(text_at(1));
        case Function::substring_before: {
            const std::string text = text_at(0);
            const std::size_t at = find(text, text_at(1));
            return at == std::string::npos ? std::string() : text.substr(0, at);
        }
        case Function::substring_after: {
            const std::string text = text_at(0);
            const std::string mark = text_at(1);
            const std::size_t at = find(text, mark);
            return at == std::string::npos ? std::string() : text.substr(at + mark.size());
        }
        case Function::substring: {
            const double length = part.operands.size() == 3
                                      ? number(part.operands[2], context)
                                      : std::numeric_limits<double>::infinity();
            return substring(text_at(0), number(part.operands[1], context), length);
        }
        case Function::translate:
            return translated(text_at(0), text_at(1), text_at(2));
        case Function::normalize_space:
            return with_single_blanks(own_or_argument(part, context));
        case Function::string_length:
            return static_cast<double>(count_characters(own_or_argument(part, context)));
        case Function::name:
            return name_of(part, context);
        case Function::local_name:
            return std::string(xml_local_name(name_of(part, context)));
        default:
            return own_or_argument(part, context);  // string()
    }
}

// At worst each byte of the text is compared with the whole mark, some bytes at once.
std::size_t Evaluation::find(std::string_view text, std::string_view mark) {
    budget_.take(text.size() * (mark.size() / 16 + 1));
    return text.find(mark);
}

std::string Evaluation::own_or_argument(const Part& part, const Context& context) {
    return part.operands.empty() ? string_of(context.node) : string(part.operands[0], context);
}

std::string Evaluation::name_of(const Part& part, const Context& context) {
    XmlTree::Node node = context.node;
    if (!part.operands.empty()) {
        const Nodes named = nodes(part.operands[0], context);
        if (named.empty()) return {};
        node = named.front();
    }
    return std::string(tree_.name(node));
}

}  // namespace dutylist::xpath
