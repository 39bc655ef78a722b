#include "importers/mapped_xml/xpath_document.h"

#include <cmath>

#include "importers/mapped_xml/xpath_evaluation.h"

namespace dutylist {

using xpath::Evaluation;

XPathDocument::XPathDocument(std::string_view text, const std::string& file_name,
                             const XmlTree::Prefixes& prefixes, std::optional<std::uint64_t> steps)
    : tree_(text, file_name, prefixes),
      budget_(file_name, steps.value_or(StepBudget::limit_of(text.size()))) {}

std::vector<XmlTree::Node> XPathDocument::select(const Query& query, Node context) const {
    if (!query || !query.root().gives_nodes()) return {};
    budget_.begin(query);
    return Evaluation(tree_, budget_).nodes(query.root(), {context});
}

std::string XPathDocument::string(const Query& query, Node context) const {
    if (!query) return {};
    budget_.begin(query);
    return Evaluation(tree_, budget_).string(query.root(), {context});
}

bool XPathDocument::boolean(const Query& query, Node context) const {
    if (!query) return false;
    budget_.begin(query);
    return Evaluation(tree_, budget_).boolean(query.root(), {context});
}

std::uint32_t XPathDocument::number(const Query& query, Node context,
                                    std::uint32_t fallback) const {
    if (!query) return fallback;
    budget_.begin(query);
    const double value = Evaluation(tree_, budget_).number(query.root(), {context});
    constexpr double largest = 1e6 + 1e5;
    const bool usable = std::isfinite(value) && value >= 0 && value <= largest;
    return usable ? static_cast<std::uint32_t>(value) : fallback;
}

void XPathDocument::walk(Node start,
                         const std::function<void(std::string_view, SourcePosition)>& text,
                         const std::function<void(std::string_view, bool)>& element) const {
    std::vector<Node> open;
    const auto close_before = [&](Node node) {
        for (; !open.empty() && tree_.end(open.back()) <= node; open.pop_back())
            element(tree_.name(open.back()), false);
    };
    for (Node node = start; node < tree_.end(start); ++node) {
        budget_.take(1);
        close_before(node);
        if (tree_.kind(node) == XmlTree::Kind::element) {
            element(tree_.name(node), true);
            open.push_back(node);
        } else if (tree_.kind(node) == XmlTree::Kind::text || node == start) {
            text(tree_.value(node), tree_.place(node));
        }
    }
    close_before(tree_.end(start));
}

}  // namespace dutylist
