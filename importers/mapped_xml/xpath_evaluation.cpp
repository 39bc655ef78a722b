#include "importers/mapped_xml/xpath_evaluation.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <utility>

#include "importers/mapped_xml/xpath_axes.h"

namespace dutylist::xpath {
namespace {

constexpr std::size_t all = std::numeric_limits<std::size_t>::max();

// How many nodes a step needs of each axis: as many as a predicate such as [1] counts.
std::size_t wanted(const Step& step) {
    if (step.predicates.empty() || step.predicates[0].kind != Part::Kind::number) return all;
    const double position = step.predicates[0].number;
    return position >= 1 && position < 1e6 ? static_cast<std::size_t>(position) : all;
}

bool compare(Operator operation, double left, double right) {
    switch (operation) {
        case Operator::less:
            return left < right;
        case Operator::less_or_equal:
            return left <= right;
        case Operator::greater:
            return left > right;
        default:
            return left >= right;
    }
}

double calculate(Operator operation, double left, double right) {
    switch (operation) {
        case Operator::add:
            return left + right;
        case Operator::subtract:
            return left - right;
        case Operator::multiply:
            return left * right;
        case Operator::divide:
            return left / right;
        default:
            return std::fmod(left, right);
    }
}

}  // namespace

Value Evaluation::value(const Part& part, const Context& context) {
    budget_.take(1);
    switch (part.kind) {
        case Part::Kind::literal:
            return part.literal;
        case Part::Kind::number:
            return part.number;
        case Part::Kind::negation:
            return -number(part.operands[0], context);
        case Part::Kind::path:
            return path(part, context);
        case Part::Kind::filter:
            return filtered(nodes(part.operands[0], context), part.predicates);
        case Part::Kind::operation:
            return operation(part, context);
        case Part::Kind::call:
            return call(part, context);
    }
    return false;
}

Nodes Evaluation::nodes(const Part& part, const Context& context) {
    return std::get<Nodes>(value(part, context));
}
std::string Evaluation::string(const Part& part, const Context& context) {
    return string_of(value(part, context));
}
double Evaluation::number(const Part& part, const Context& context) {
    return number_of(value(part, context));
}
bool Evaluation::boolean(const Part& part, const Context& context) {
    return boolean_of(value(part, context));
}

Value Evaluation::operation(const Part& part, const Context& context) {
    const Part& left = part.operands[0];
    const Part& right = part.operands[1];
    switch (part.operation) {
        case Operator::or_:
            return boolean(left, context) || boolean(right, context);
        case Operator::and_:
            return boolean(left, context) && boolean(right, context);
        case Operator::equal:
        case Operator::not_equal:
            return equality(part, context);
        case Operator::less:
        case Operator::less_or_equal:
        case Operator::greater:
        case Operator::greater_or_equal:
            return relation(part, context);
        case Operator::unite: {
            Nodes both = nodes(left, context);
            const Nodes more = nodes(right, context);
            both.insert(both.end(), more.begin(), more.end());
            return sorted(std::move(both));
        }
        default:
            return calculate(part.operation, number(left, context), number(right, context));
    }
}

// Nodes are compared by each of them, whatever else by itself.
template <typename Holds>
bool Evaluation::holds_for_any(const Value& value, Holds holds) {
    const Nodes* nodes = std::get_if<Nodes>(&value);
    if (nodes == nullptr) return holds(value);
    return std::any_of(nodes->begin(), nodes->end(), [&](XmlTree::Node node) {
        budget_.take(1);
        return holds(Value(string_of(node)));
    });
}

bool Evaluation::equality(const Part& part, const Context& context) {
    Value left = value(part.operands[0], context);
    Value right = value(part.operands[1], context);
    const bool wanted = part.operation == Operator::equal;
    if (std::holds_alternative<bool>(left) || std::holds_alternative<bool>(right))
        return (boolean_of(left) == boolean_of(right)) == wanted;
    const bool by_number =
        std::holds_alternative<double>(left) || std::holds_alternative<double>(right);
    return holds_for_any(left, [&](const Value& one) {
        return holds_for_any(right, [&](const Value& other) {
            const bool equal =
                by_number ? number_of(one) == number_of(other) : string_of(one) == string_of(other);
            return equal == wanted;
        });
    });
}

bool Evaluation::relation(const Part& part, const Context& context) {
    Value left = value(part.operands[0], context);
    Value right = value(part.operands[1], context);
    if (std::holds_alternative<bool>(left)) right = boolean_of(right);
    if (std::holds_alternative<bool>(right)) left = boolean_of(left);
    return holds_for_any(left, [&](const Value& one) {
        return holds_for_any(right, [&](const Value& other) {
            return compare(part.operation, number_of(one), number_of(other));
        });
    });
}

Nodes Evaluation::path(const Part& part, const Context& context) {
    Nodes found{part.absolute ? 0 : context.node};
    if (!part.operands.empty()) found = nodes(part.operands[0], context);
    for (const Step& next : part.steps) found = step(next, found);
    return found;
}

Nodes Evaluation::step(const Step& step, const Nodes& from) {
    Nodes all_found;
    bool in_order = true;
    for (const XmlTree::Node node : from) {
        Nodes found =
            filtered(nodes_on_axis(tree_, step, node, wanted(step), budget_), step.predicates);
        if (goes_backward(step.axis)) std::reverse(found.begin(), found.end());
        if (found.empty()) continue;
        in_order = in_order && (all_found.empty() || all_found.back() < found.front());
        all_found.insert(all_found.end(), found.begin(), found.end());
        // Nodes that several reach are kept once before they fill the memory.
        if (!in_order && all_found.size() > 2 * tree_.size())
            all_found = sorted(std::move(all_found));
    }
    return in_order ? all_found : sorted(std::move(all_found));
}

Nodes Evaluation::filtered(Nodes nodes, const std::vector<Part>& predicates) {
    for (const Part& predicate : predicates) {
        Nodes kept;
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            const Value result = value(predicate, {nodes[i], i + 1, nodes.size()});
            const double* position = std::get_if<double>(&result);
            const bool passes =
                position != nullptr ? *position == static_cast<double>(i + 1) : boolean_of(result);
            if (passes) kept.push_back(nodes[i]);
        }
        nodes = std::move(kept);
    }
    return nodes;
}

Nodes Evaluation::sorted(Nodes nodes) {
    budget_.take(nodes.size() * static_cast<std::uint64_t>(std::bit_width(nodes.size())));
    std::sort(nodes.begin(), nodes.end());
    nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
    return nodes;
}

std::string Evaluation::string_of(XmlTree::Node node) {
    std::string text(tree_.value(node));
    const bool holds_texts = tree_.kind(node) != XmlTree::Kind::attribute;
    for (XmlTree::Node i = node + 1; holds_texts && i < tree_.end(node); ++i) {
        budget_.take(1);
        if (tree_.kind(i) == XmlTree::Kind::text) text += tree_.value(i);
    }
    budget_.take(text.size());
    return text;
}

std::string Evaluation::string_of(const Value& value) {
    if (const Nodes* nodes = std::get_if<Nodes>(&value))
        return nodes->empty() ? std::string() : string_of(nodes->front());
    if (const std::string* text = std::get_if<std::string>(&value)) {
        budget_.take(text->size());
        return *text;
    }
    if (const double* number = std::get_if<double>(&value)) return text_of(*number);
    return std::get<bool>(value) ? "true" : "false";
}

double Evaluation::number_of(const Value& value) {
    if (const double* number = std::get_if<double>(&value)) return *number;
    if (const bool* flag = std::get_if<bool>(&value)) return *flag ? 1 : 0;
    return xpath::number_of(string_of(value));
}

bool Evaluation::boolean_of(const Value& value) {
    if (const Nodes* nodes = std::get_if<Nodes>(&value)) return !nodes->empty();
    if (const std::string* text = std::get_if<std::string>(&value)) return !text->empty();
    if (const double* number = std::get_if<double>(&value))
        return *number != 0 && !std::isnan(*number);
    return std::get<bool>(value);
}

}  // namespace dutylist::xpath
