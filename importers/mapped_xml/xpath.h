#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace dutylist {

// An expression of XPath 1.0 as mappings may have it (docs/formats.md says what is left out),
// parsed; nothing of it depends on a document.
namespace xpath {

enum class Axis : std::uint8_t {
    child,
    attribute,
    self,
    parent,
    descendant,
    descendant_or_self,
    ancestor,
    ancestor_or_self,
    following,
    following_sibling,
    preceding,
    preceding_sibling,
};

enum class Function : std::uint8_t {
    boolean,
    ceiling,
    concat,
    contains,
    count,
    false_,
    floor,
    last,
    local_name,
    name,
    normalize_space,
    not_,
    number,
    position,
    round,
    starts_with,
    string,
    string_length,
    substring,
    substring_after,
    substring_before,
    sum,
    translate,
    true_,
};

enum class Operator : std::uint8_t {
    or_,
    and_,
    equal,
    not_equal,
    less,
    less_or_equal,
    greater,
    greater_or_equal,
    add,
    subtract,
    multiply,
    divide,
    modulo,
    unite,
};

struct Part;

struct Step {
    enum class Test : std::uint8_t { name, any_name, any_of_prefix, text, node };
    Axis axis = Axis::child;
    Test test = Test::node;
    std::string name;  // of any_of_prefix: the prefix with its colon
    std::vector<Part> predicates;
};

struct Part {
    enum class Kind : std::uint8_t { operation, negation, path, filter, literal, number, call };
    Kind kind = Kind::literal;
    Operator operation{};
    Function function{};
    double number = 0;
    std::string literal;
    // Of an operation both sides; of a call its arguments; of a filter what it filters; of a path
    // what it starts from, if that is an expression.
    std::vector<Part> operands;
    bool absolute = false;         // of a path
    std::vector<Step> steps;       // of a path
    std::vector<Part> predicates;  // of a filter

    bool gives_nodes() const {
        return kind == Kind::path || kind == Kind::filter ||
               (kind == Kind::operation && operation == Operator::unite);
    }
};

}  // namespace xpath

class XPath {
public:
    XPath() = default;  // none; false
    // "" gives none. Throws JobError mapping_bad_expression with the character that is at fault,
    // mapping_long_expression beyond Limits::mapping_expression_parts.
    explicit XPath(const std::string& expression);

    explicit operator bool() const { return parsed_ != nullptr; }
    const xpath::Part& root() const { return parsed_->root; }  // of one that is there

    struct Parsed {
        std::string text;
        xpath::Part root;
    };
    const std::shared_ptr<const Parsed>& parsed() const { return parsed_; }

private:
    std::shared_ptr<const Parsed> parsed_;
};

}  // namespace dutylist
