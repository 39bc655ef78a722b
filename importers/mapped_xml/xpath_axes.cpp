#include "importers/mapped_xml/xpath_axes.h"

#include <string_view>

namespace dutylist::xpath {
namespace {

using Node = XmlTree::Node;
using Kind = XmlTree::Kind;

class Walk {
public:
    Walk(const XmlTree& tree, const Step& step, std::size_t most, StepBudget& budget)
        : tree_(tree), step_(step), most_(most), budget_(budget) {}

    Nodes run(Node from) {
        switch (step_.axis) {
            case Axis::self:
                look_at(from);
                break;
            case Axis::attribute:
                for (Node i = from + 1; is_attribute_of(i, from) && look_at(i);) ++i;
                break;
            case Axis::child:
                siblings(tree_.first_child(from), tree_.end(from));
                break;
            case Axis::following_sibling:
                if (!is_attribute(from)) siblings(tree_.end(from), tree_.end(tree_.parent(from)));
                break;
            case Axis::preceding_sibling:
                if (!is_attribute(from)) preceding_siblings(from);
                break;
            case Axis::descendant_or_self:
                if (look_at(from)) stretch(from + 1, tree_.end(from));
                break;
            case Axis::descendant:
                stretch(from + 1, tree_.end(from));
                break;
            case Axis::following:
                stretch(tree_.end(from), tree_.end(0));
                break;
            case Axis::preceding:
                preceding(from);
                break;
            case Axis::parent:
                if (from != 0) look_at(tree_.parent(from));
                break;
            case Axis::ancestor:
                ancestors(from);
                break;
            case Axis::ancestor_or_self:
                if (look_at(from)) ancestors(from);
                break;
        }
        return std::move(found_);
    }

private:
    bool is_attribute(Node node) const { return tree_.kind(node) == Kind::attribute; }
    bool is_attribute_of(Node node, Node element) const {
        return node < tree_.end(element) && is_attribute(node) && tree_.parent(node) == element;
    }

    // False where no more are wanted.
    bool look_at(Node node) {
        budget_.take(1);
        if (passes(node)) found_.push_back(node);
        return found_.size() < most_;
    }
    bool passes(Node node) const {
        switch (step_.test) {
            case Step::Test::node:
                return true;
            case Step::Test::text:
                return tree_.kind(node) == Kind::text;
            case Step::Test::name:
                return is_principal(node) && tree_.name(node) == step_.name;
            case Step::Test::any_name:
                return is_principal(node);
            case Step::Test::any_of_prefix:
                return is_principal(node) && tree_.name(node).starts_with(step_.name);
        }
        return false;
    }
    bool is_principal(Node node) const {
        return tree_.kind(node) ==
               (step_.axis == Axis::attribute ? Kind::attribute : Kind::element);
    }

    void siblings(Node first, Node end) {
        for (Node i = first; i < end && look_at(i);) i = tree_.end(i);
    }
    void stretch(Node first, Node end) {
        for (Node i = first; i < end; ++i) {
            if (is_attribute(i)) {
                budget_.take(1);
            } else if (!look_at(i)) {
                return;
            }
        }
    }
    void ancestors(Node node) {
        while (node != 0) {
            node = tree_.parent(node);
            if (!look_at(node)) return;
        }
    }
    void preceding(Node from) {
        Node ancestor = tree_.parent(from);
        for (Node i = from; i-- > 1;) {
            if (i == ancestor || is_attribute(i)) {
                budget_.take(1);
                if (i == ancestor) ancestor = tree_.parent(i);
            } else if (!look_at(i)) {
                return;
            }
        }
    }
    // What stands just before a node is the last that stands in its sibling.
    void preceding_siblings(Node from) {
        const Node parent = tree_.parent(from);
        while (from > parent + 1) {
            Node before = from - 1;
            while (tree_.parent(before) != parent) {
                budget_.take(1);
                before = tree_.parent(before);
            }
            if (is_attribute(before) || !look_at(before)) return;
            from = before;
        }
    }

    const XmlTree& tree_;
    const Step& step_;
    std::size_t most_;
    StepBudget& budget_;
    Nodes found_;
};

}  // namespace

bool goes_backward(Axis axis) {
    return axis == Axis::ancestor || axis == Axis::ancestor_or_self || axis == Axis::preceding ||
           axis == Axis::preceding_sibling;
}

Nodes nodes_on_axis(const XmlTree& tree, const Step& step, Node from, std::size_t most,
                    StepBudget& budget) {
    return Walk(tree, step, most, budget).run(from);
}

}  // namespace dutylist::xpath
