#include "importers/mapped_xml/xpath.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>
#include <utility>

#include "importers/mapped_xml/xpath_tokens.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/io/limits.h"
#include "pipeline/text/utf8.h"

namespace dutylist {
namespace xpath {
namespace {

using Kind = Token::Kind;

constexpr std::array<std::pair<std::string_view, Axis>, 12> axes{{
    {"child", Axis::child},
    {"attribute", Axis::attribute},
    {"self", Axis::self},
    {"parent", Axis::parent},
    {"descendant", Axis::descendant},
    {"descendant-or-self", Axis::descendant_or_self},
    {"ancestor", Axis::ancestor},
    {"ancestor-or-self", Axis::ancestor_or_self},
    {"following", Axis::following},
    {"following-sibling", Axis::following_sibling},
    {"preceding", Axis::preceding},
    {"preceding-sibling", Axis::preceding_sibling},
}};

struct FunctionRow {
    std::string_view name;
    Function function;
    std::size_t least;  // arguments
    std::size_t most;
    bool of_nodes = false;  // its argument has to be nodes
};
constexpr std::size_t any_number = 1000;
constexpr std::array<FunctionRow, 24> functions{{
    {"boolean", Function::boolean, 1, 1},
    {"ceiling", Function::ceiling, 1, 1},
    {"concat", Function::concat, 2, any_number},
    {"contains", Function::contains, 2, 2},
    {"count", Function::count, 1, 1, true},
    {"false", Function::false_, 0, 0},
    {"floor", Function::floor, 1, 1},
    {"last", Function::last, 0, 0},
    {"local-name", Function::local_name, 0, 1, true},
    {"name", Function::name, 0, 1, true},
    {"normalize-space", Function::normalize_space, 0, 1},
    {"not", Function::not_, 1, 1},
    {"number", Function::number, 0, 1},
    {"position", Function::position, 0, 0},
    {"round", Function::round, 1, 1},
    {"starts-with", Function::starts_with, 2, 2},
    {"string", Function::string, 0, 1},
    {"string-length", Function::string_length, 0, 1},
    {"substring", Function::substring, 2, 3},
    {"substring-after", Function::substring_after, 2, 2},
    {"substring-before", Function::substring_before, 2, 2},
    {"sum", Function::sum, 1, 1, true},
    {"translate", Function::translate, 3, 3},
    {"true", Function::true_, 0, 0},
}};

struct OperatorRow {
    std::string_view sign;
    Operator operation;
    int binds;  // the more, the closer
};
constexpr int binds_closest = 8;
constexpr int binds_as_minus = 7;  // of one number
constexpr std::array<OperatorRow, 14> operators{{
    {"or", Operator::or_, 1},
    {"and", Operator::and_, 2},
    {"=", Operator::equal, 3},
    {"!=", Operator::not_equal, 3},
    {"<", Operator::less, 4},
    {"<=", Operator::less_or_equal, 4},
    {">", Operator::greater, 4},
    {">=", Operator::greater_or_equal, 4},
    {"+", Operator::add, 5},
    {"-", Operator::subtract, 5},
    {"*", Operator::multiply, 6},
    {"div", Operator::divide, 6},
    {"mod", Operator::modulo, 6},
    {"|", Operator::unite, binds_closest},
}};

template <typename Rows, typename Same>
auto* find_row(const Rows& rows, Same same) {
    const auto found = std::find_if(rows.begin(), rows.end(), same);
    return found == rows.end() ? nullptr : &*found;
}

// Recursive descent over the grammar of XPath 1.0, 3.
class Parser {
public:
    explicit Parser(const std::string& expression)
        : expression_(expression), tokens_(tokens_of(expression)) {}

    Part parse() {
        Part part = operation(1);
        if (now().kind != Kind::end) fail();
        return part;
    }

private:
    const Token& now() const { return tokens_[at_]; }
    bool sees(Kind kind, std::string_view text) const { return now().is(kind, text); }
    bool take(Kind kind, std::string_view text) {
        if (!sees(kind, text)) return false;
        ++at_;
        return true;
    }
    void require(std::string_view mark) {
        if (!take(Kind::mark, mark)) fail();
    }
    [[noreturn]] void fail() const { fail_at(now()); }
    [[noreturn]] void fail_at(const Token& token) const {
        const std::string before = expression_.substr(0, token.offset);
        throw JobError(Code::mapping_bad_expression, {},
                       {expression_, count_characters(before) + 1});
    }
    // What an expression is made of is counted, so that neither parsing nor evaluation goes deep.
    void count_part() {
        if (++parts_ > default_limits.mapping_expression_parts) {
            throw JobError(Code::mapping_long_expression, {},
                           {expression_, default_limits.mapping_expression_parts});
        }
    }

    const OperatorRow* operator_here() const {
        if (now().kind != Kind::operator_) return nullptr;
        return find_row(operators, [&](const OperatorRow& row) { return row.sign == now().text; });
    }

    Part operation(int least) {
        count_part();
        if (least <= binds_as_minus && take(Kind::operator_, "-")) {
            Part part;
            part.kind = Part::Kind::negation;
            part.operands.push_back(operation(binds_as_minus));
            return rest_of_operation(std::move(part), least);
        }
        return rest_of_operation(path(), least);
    }
    Part rest_of_operation(Part left, int least) {
        for (const OperatorRow* row = operator_here(); row != nullptr && row->binds >= least;
             row = operator_here()) {
            const Token& sign = now();
            ++at_;
            Part right = operation(row->binds + 1);
            const bool unites = row->operation == Operator::unite;
            if (unites && !(left.gives_nodes() && right.gives_nodes())) fail_at(sign);
            Part whole;
            whole.kind = Part::Kind::operation;
            whole.operation = row->operation;
            whole.operands.push_back(std::move(left));
            whole.operands.push_back(std::move(right));
            left = std::move(whole);
        }
        return left;
    }

    Part path() {
        const bool is_primary = sees(Kind::mark, "(") || now().kind == Kind::literal ||
                                now().kind == Kind::number ||
                                (now().kind == Kind::function && !is_node_test());
        Part whole;
        whole.kind = Part::Kind::path;
        if (is_primary) {
            Part start = filter();
            if (!sees(Kind::operator_, "/") && !sees(Kind::operator_, "//")) return start;
            if (!start.gives_nodes()) fail();
            whole.operands.push_back(std::move(start));
        } else if (sees(Kind::operator_, "/") || sees(Kind::operator_, "//")) {
            whole.absolute = true;
            if (take(Kind::operator_, "/")) {
                if (!begins_step()) return whole;
                whole.steps.push_back(step());
            }
        } else {
            whole.steps.push_back(step());
        }
        for (;;) {
            if (take(Kind::operator_, "//")) {
                Step all;
                all.axis = Axis::descendant_or_self;
                whole.steps.push_back(std::move(all));
            } else if (!take(Kind::operator_, "/")) {
                return whole;
            }
            whole.steps.push_back(step());
        }
    }

    Part filter() {
        Part what = primary();
        if (!sees(Kind::mark, "[")) return what;
        if (!what.gives_nodes()) fail();
        Part whole;
        whole.kind = Part::Kind::filter;
        whole.operands.push_back(std::move(what));
        whole.predicates = predicates();
        return whole;
    }

    Part primary() {
        const Token& token = now();
        ++at_;
        Part part;
        if (token.is(Kind::mark, "(")) {
            part = operation(1);
            require(")");
        } else if (token.kind == Kind::literal) {
            part.literal = token.text;
        } else if (token.kind == Kind::number) {
            part.kind = Part::Kind::number;
            std::from_chars(token.text.data(), token.text.data() + token.text.size(), part.number);
        } else {
            part = call(token);
        }
        return part;
    }

    Part call(const Token& name) {
        const FunctionRow* row =
            find_row(functions, [&](const FunctionRow& known) { return known.name == name.text; });
        if (row == nullptr) fail_at(name);
        Part part;
        part.kind = Part::Kind::call;
        part.function = row->function;
        require("(");
        while (!sees(Kind::mark, ")")) {
            if (!part.operands.empty()) require(",");
            const Token& argument = now();
            part.operands.push_back(operation(1));
            if (row->of_nodes && !part.operands.back().gives_nodes()) fail_at(argument);
        }
        if (part.operands.size() < row->least || part.operands.size() > row->most) fail();
        require(")");
        return part;
    }

    bool is_node_test() const {
        return now().kind == Kind::function && (now().text == "text" || now().text == "node");
    }
    bool begins_step() const {
        return now().kind == Kind::name || now().kind == Kind::axis || is_node_test() ||
               sees(Kind::mark, "@") || sees(Kind::mark, ".") || sees(Kind::mark, "..");
    }

    Step step() {
        count_part();
        Step step;
        if (take(Kind::mark, ".")) {
            step.axis = Axis::self;
            return step;
        }
        if (take(Kind::mark, "..")) {
            step.axis = Axis::parent;
            return step;
        }
        if (take(Kind::mark, "@")) {
            step.axis = Axis::attribute;
        } else if (now().kind == Kind::axis) {
            const auto* row =
                find_row(axes, [&](const auto& one) { return one.first == now().text; });
            if (row == nullptr) fail();
            step.axis = row->second;
            ++at_;
        }
        read_test(step);
        step.predicates = predicates();
        return step;
    }

    void read_test(Step& step) {
        if (is_node_test()) {
            step.test = now().text == "text" ? Step::Test::text : Step::Test::node;
            ++at_;
            require("(");
            require(")");
            return;
        }
        if (now().kind != Kind::name) fail();
        step.name = now().text;
        step.test = Step::Test::name;
        if (step.name == "*") step.test = Step::Test::any_name;
        if (step.name.ends_with(":*")) {
            step.test = Step::Test::any_of_prefix;
            step.name.pop_back();
        }
        if (step.test == Step::Test::name && step.name.ends_with(':')) fail();
        ++at_;
    }

    std::vector<Part> predicates() {
        std::vector<Part> found;
        while (take(Kind::mark, "[")) {
            found.push_back(operation(1));
            require("]");
        }
        return found;
    }

    const std::string& expression_;
    std::vector<Token> tokens_;
    std::size_t at_ = 0;
    std::uint32_t parts_ = 0;
};

}  // namespace
}  // namespace xpath

XPath::XPath(const std::string& expression) {
    if (expression.empty()) return;
    parsed_ = std::make_shared<const Parsed>(Parsed{expression, xpath::Parser(expression).parse()});
}

}  // namespace dutylist
