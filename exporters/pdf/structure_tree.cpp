#include "exporters/pdf/structure_tree.h"

#include <algorithm>
#include <limits>

#include "exporters/pdf/to_unicode.h"

namespace dutylist::pdf {
namespace {

using typeset::no_structure;
using typeset::StructureIndex;
using typeset::StructureNode;
using typeset::StructureRole;

bool is_transparent(StructureRole role) {
    return role == StructureRole::table_head || role == StructureRole::table_body;
}

class TreeWriter {
public:
    TreeWriter(PdfFile& file, const typeset::PagedDocument& document, const MarkedContent& content,
               std::span<const PoDoFo::PdfReference> pages,
               std::span<const PoDoFo::PdfReference> links)
        : file_(file),
          nodes_(document.structure),
          content_(content),
          pages_(pages),
          links_(links) {}

    PoDoFo::PdfReference write() {
        relate();
        PoDoFo::PdfObject& root = file_.create("StructTreeRoot");
        root_ = root.Reference().ObjectNumber();
        first_element_ = file_.next_number();
        for (StructureIndex i = 0; i < nodes_.size(); ++i) {
            if (numbers_[i] != 0) file_.create_written(element(i));
        }
        PoDoFo::PdfDictionary& entries = root.GetDictionary();
        entries.AddKey("K", written(kids(top_, nullptr)));
        entries.AddKey("ParentTree", file_.create_written(parent_tree()));
        entries.AddKey("ParentTreeNextKey", integer(pages_.size() + links_.size()));
        entries.AddKey("RoleMap", written("<</Title/P>>"));
        return root.Reference();
    }

private:
    // Finds each node's children and its number among the elements, from 1; 0: no element.
    void relate() {
        children_.resize(nodes_.size());
        numbers_.resize(nodes_.size());
        first_use_.assign(nodes_.size(), std::numeric_limits<std::uint32_t>::max());
        std::uint32_t count = 0;
        for (StructureIndex i = 0; i < nodes_.size(); ++i) {
            if (is_transparent(nodes_[i].role)) continue;
            numbers_[i] = ++count;
            const StructureIndex parent = parent_of(i);
            (parent == no_structure ? top_ : children_[parent]).push_back(i);
        }
        for (StructureIndex i = static_cast<StructureIndex>(nodes_.size()); i-- > 0;) {
            if (!content_.of_node(i).empty()) {
                first_use_[i] = std::min(first_use_[i], content_.of_node(i).front().sequence);
            }
            const StructureIndex parent = parent_of(i);
            if (parent != no_structure) {
                first_use_[parent] = std::min(first_use_[parent], first_use_[i]);
            }
        }
    }

    StructureIndex parent_of(StructureIndex node) const {
        StructureIndex parent = nodes_[node].parent;
        while (parent < node && is_transparent(nodes_[parent].role)) parent = nodes_[parent].parent;
        return parent < node ? parent : no_structure;
    }

    std::uint32_t object_of(StructureIndex node) const {
        return first_element_ + numbers_[node] - 1;
    }

    std::string element(StructureIndex index) const {
        const StructureNode& node = nodes_[index];
        std::string value = "<</S/";
        value += structure_type(node.role);
        value += "/P ";
        const StructureIndex parent = parent_of(index);
        append_reference(value, parent == no_structure ? root_ : object_of(parent));
        const std::vector<MarkedContent::Item>& items = content_.of_node(index);
        if (!items.empty()) {
            value += "/Pg ";
            append_reference(value, pages_[items.front().page].ObjectNumber());
        }
        if (!items.empty() || !children_[index].empty())
            value += "/K" + kids(children_[index], &items);
        value += attributes(node);
        if (!node.title.empty()) value += "/T" + string_literal(text_string_bytes(node.title));
        if (!node.alternative.empty()) {
            value += "/Alt" + string_literal(text_string_bytes(node.alternative));
        }
        return value + ">>";
    }

    static std::string attributes(const StructureNode& node) {
        std::string value;
        if (node.scope == StructureNode::Scope::column) value += "/Scope/Column";
        if (node.scope == StructureNode::Scope::row) value += "/Scope/Row";
        if (node.column_span > 1) value += "/ColSpan " + std::to_string(node.column_span);
        if (node.row_span > 1) value += "/RowSpan " + std::to_string(node.row_span);
        if (!value.empty()) value = "/A<</O/Table" + value + ">>";
        return value;
    }

    // The node's own content and its children, in the order of reading.
    std::string kids(const std::vector<StructureIndex>& children,
                     const std::vector<MarkedContent::Item>* items) const {
        std::string value = "[";
        std::size_t next = 0;
        const auto append_items_before = [&](std::uint32_t sequence) {
            for (; items && next < items->size() && (*items)[next].sequence < sequence; ++next) {
                append_item(value, (*items)[next], items->front().page);
            }
        };
        for (const StructureIndex child : children) {
            append_items_before(first_use_[child] == std::numeric_limits<std::uint32_t>::max()
                                    ? 0
                                    : first_use_[child]);
            separate(value);
            append_reference(value, object_of(child));
        }
        append_items_before(std::numeric_limits<std::uint32_t>::max());
        // One kid needs no array: thousands of cells have one.
        if (children.size() + (items ? items->size() : 0) == 1) {
            value.front() = ' ';
            return value;
        }
        return value + "]";
    }

    static void separate(std::string& value) {
        if (value.back() != '[') value += ' ';
    }

    void append_item(std::string& value, const MarkedContent::Item& item,
                     std::uint32_t default_page) const {
        separate(value);
        const bool marked = item.kind == MarkedContent::Item::Kind::content;
        if (marked && item.page == default_page) {
            value += std::to_string(item.id);
            return;
        }
        value += marked ? "<</Type/MCR/Pg " : "<</Type/OBJR/Pg ";
        append_reference(value, pages_[item.page].ObjectNumber());
        if (marked) {
            value += "/MCID " + std::to_string(item.id);
        } else {
            value += "/Obj ";
            append_reference(value, links_[item.id].ObjectNumber());
        }
        value += ">>";
    }

    // The number tree from pages' and links' keys to their elements, in leaves that keep every
    // array below the 8,191 elements of ISO 32000-1 annex C.
    std::string parent_tree() {
        constexpr std::uint32_t keys_per_leaf = 500;
        const auto keys = static_cast<std::uint32_t>(pages_.size() + links_.size());
        std::string kids = "<</Kids[";
        for (std::uint32_t first = 0; first < keys; first += keys_per_leaf) {
            const std::uint32_t end = std::min(keys, first + keys_per_leaf);
            std::string leaf =
                "<</Limits[" + std::to_string(first) + " " + std::to_string(end - 1) + "]/Nums[";
            for (std::uint32_t key = first; key < end; ++key) append_parent(leaf, key);
            separate(kids);
            append_reference(kids, file_.create_written(leaf + "]>>").ObjectNumber());
        }
        return kids + "]>>";
    }

    void append_parent(std::string& value, std::uint32_t key) const {
        value += std::to_string(key);
        if (key >= pages_.size()) {
            value += ' ';
            append_reference(value, object_of(content_.links()[key - pages_.size()]));
        } else {
            value += '[';
            for (const StructureIndex node : content_.of_page(key)) {
                separate(value);
                append_reference(value, object_of(node));
            }
            value += ']';
        }
        value += '\n';
    }

    PdfFile& file_;
    const std::vector<StructureNode>& nodes_;
    const MarkedContent& content_;
    std::span<const PoDoFo::PdfReference> pages_;
    std::span<const PoDoFo::PdfReference> links_;
    std::vector<std::vector<StructureIndex>> children_;
    std::vector<StructureIndex> top_;
    std::vector<std::uint32_t> numbers_;
    std::vector<std::uint32_t> first_use_;  // where in the order of reading a node begins
    std::uint32_t root_ = 0;
    std::uint32_t first_element_ = 0;
};

}  // namespace

PoDoFo::PdfReference add_structure_tree(PdfFile& file, const typeset::PagedDocument& document,
                                        const MarkedContent& content,
                                        std::span<const PoDoFo::PdfReference> pages,
                                        std::span<const PoDoFo::PdfReference> links) {
    return TreeWriter(file, document, content, pages, links).write();
}

}  // namespace dutylist::pdf
