#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "importers/draft_building/text_builder.h"

namespace dutylist {

// A foreign XML file on which XPath expressions are evaluated; the only place of the importers that
// knows pugixml. Prefixes in expressions are those given to the constructor, whichever the file
// itself uses.
class XPathDocument {
public:
    // Throws JobError xml_malformed, xml_doctype, xml_too_deep with the place.
    XPathDocument(std::string text, std::string file_name,
                  const std::vector<std::pair<std::string, std::string>>& name_spaces);
    ~XPathDocument();
    XPathDocument(const XPathDocument&) = delete;
    XPathDocument& operator=(const XPathDocument&) = delete;

    // A node or attribute of the document; valid while it lives.
    struct Node {
        const void* node = nullptr;
        const void* attribute = nullptr;
    };

    // A compiled expression. Throws mapping_bad_expression.
    class Query {
    public:
        Query() = default;
        explicit Query(const std::string& expression);
        explicit operator bool() const { return compiled_ != nullptr; }

    private:
        friend class XPathDocument;
        std::shared_ptr<const void> compiled_;
        bool selects_nodes_ = false;
    };

    Node root() const;
    std::vector<Node> select(const Query& query, Node context) const;
    std::string string(const Query& query, Node context) const;
    bool boolean(const Query& query, Node context) const;
    // A whole number from 0 to 1,000,000, or the fallback where the expression gives none.
    std::uint32_t number(const Query& query, Node context, std::uint32_t fallback) const;

    // Calls `text` with each stretch of text in the node and its place, and `element` with the
    // qualified name of each element inside it, before (true) and after (false) its content.
    void walk(Node node, const std::function<void(std::string_view, SourcePosition)>& text,
              const std::function<void(std::string_view, bool)>& element) const;

private:
    struct Implementation;
    std::unique_ptr<Implementation> implementation_;
};

}  // namespace dutylist
