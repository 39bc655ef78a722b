#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "importers/mapped_xml/step_budget.h"
#include "importers/mapped_xml/xml_tree.h"
#include "importers/mapped_xml/xpath.h"

namespace dutylist {

// A foreign XML file on which XPath expressions are evaluated, in a counted number of steps: each
// function throws mapping_too_many_steps beyond it. The expression of none gives nothing. One
// document, one thread.
class XPathDocument {
public:
    using Node = XmlTree::Node;
    using Query = XPath;

    // Prefixes in expressions are these, whichever the file itself uses. Throws as XmlTree does.
    XPathDocument(std::string_view text, const std::string& file_name,
                  const XmlTree::Prefixes& prefixes, std::optional<std::uint64_t> steps = {});

    const XmlTree& tree() const { return tree_; }
    std::uint64_t steps() const { return budget_.used(); }  // taken so far

    static constexpr Node root() { return 0; }
    // In document order; nothing where the expression gives no nodes.
    std::vector<Node> select(const Query& query, Node context) const;
    std::string string(const Query& query, Node context) const;
    bool boolean(const Query& query, Node context) const;
    // A whole number from 0 to 1,100,000, or the fallback where the expression gives none.
    std::uint32_t number(const Query& query, Node context, std::uint32_t fallback) const;

    // Calls `text` with each stretch of text in the node and its place, and `element` with the
    // qualified name of each element inside it, before (true) and after (false) its content.
    void walk(Node node, const std::function<void(std::string_view, SourcePosition)>& text,
              const std::function<void(std::string_view, bool)>& element) const;

private:
    XmlTree tree_;
    mutable StepBudget budget_;
};

}  // namespace dutylist
