#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "importers/mapped_xml/step_budget.h"
#include "importers/mapped_xml/xml_tree.h"
#include "importers/mapped_xml/xpath.h"
#include "importers/mapped_xml/xpath_value.h"

namespace dutylist::xpath {

// Where an expression is evaluated (XPath 1.0, 1).
struct Context {
    XmlTree::Node node = 0;
    std::size_t position = 1;
    std::size_t size = 1;
};

// The evaluation of the parts of an expression.
class Evaluation {
public:
    Evaluation(const XmlTree& tree, StepBudget& budget) : tree_(tree), budget_(budget) {}

    Value value(const Part& part, const Context& context);
    Nodes nodes(const Part& part, const Context& context);  // of a part that gives nodes
    std::string string(const Part& part, const Context& context);
    double number(const Part& part, const Context& context);
    bool boolean(const Part& part, const Context& context);

private:
    Value operation(const Part& part, const Context& context);
    bool equality(const Part& part, const Context& context);
    bool relation(const Part& part, const Context& context);
    template <typename Holds>
    bool holds_for_any(const Value& value, Holds holds);

    Nodes path(const Part& part, const Context& context);
    Nodes step(const Step& step, const Nodes& from);
    Nodes filtered(Nodes nodes, const std::vector<Part>& predicates);
    Nodes sorted(Nodes nodes);

    Value call(const Part& part, const Context& context);
    Value call_on_strings(const Part& part, const Context& context);
    std::size_t find(std::string_view text, std::string_view mark);
    std::string own_or_argument(const Part& part, const Context& context);
    std::string name_of(const Part& part, const Context& context);

    std::string string_of(XmlTree::Node node);
    std::string string_of(const Value& value);
    double number_of(const Value& value);
    bool boolean_of(const Value& value);

    const XmlTree& tree_;
    StepBudget& budget_;
};

}  // namespace dutylist::xpath
