#pragma once

#include "importers/mapped_xml/step_budget.h"
#include "importers/mapped_xml/xml_tree.h"
#include "importers/mapped_xml/xpath.h"
#include "importers/mapped_xml/xpath_value.h"

namespace dutylist::xpath {

// Ancestors and what precedes come nearest first.
bool goes_backward(Axis axis);

// The nodes of the step's axis that pass its test, in the order of the axis; `most` of them at
// most. The predicates are not looked at. Each node that is looked at is a step.
Nodes nodes_on_axis(const XmlTree& tree, const Step& step, XmlTree::Node from, std::size_t most,
                    StepBudget& budget);

}  // namespace dutylist::xpath
