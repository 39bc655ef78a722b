#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "exporters/typeset/frame.h"

namespace dutylist::pdf {

// The name of a structure type in tagged PDF 1.4 (ISO 32000-1 14.8.4).
std::string_view structure_type(typeset::StructureRole role);

// Which content of which page belongs to which node of the tag tree: filled while pages are drawn,
// read when the tree is written.
class MarkedContent {
public:
    explicit MarkedContent(const typeset::PagedDocument& document)
        : nodes_(document.structure.size()), owners_(document.pages.size()) {}

    struct Item {
        enum class Kind : std::uint8_t { content, link } kind = Kind::content;
        std::uint32_t page = 0;
        std::uint32_t id = 0;        // MCID on the page, or index into links()
        std::uint32_t sequence = 0;  // place in the order of reading
    };

    // Starts a marked-content sequence of the node on the page; returns its MCID.
    std::uint32_t open(std::uint32_t page, typeset::StructureIndex node) {
        const auto id = static_cast<std::uint32_t>(owners_[page].size());
        owners_[page].push_back(node);
        nodes_[node].push_back({Item::Kind::content, page, id, sequence_++});
        return id;
    }
    // Attaches a link annotation; returns its index.
    std::uint32_t link(std::uint32_t page, typeset::StructureIndex node) {
        const auto id = static_cast<std::uint32_t>(links_.size());
        links_.push_back(node);
        nodes_[node].push_back({Item::Kind::link, page, id, sequence_++});
        return id;
    }

    const std::vector<Item>& of_node(typeset::StructureIndex node) const { return nodes_[node]; }
    // The nodes that own the page's MCIDs 0, 1, 2 …
    const std::vector<typeset::StructureIndex>& of_page(std::uint32_t page) const {
        return owners_[page];
    }
    const std::vector<typeset::StructureIndex>& links() const { return links_; }

private:
    std::vector<std::vector<Item>> nodes_;
    std::vector<std::vector<typeset::StructureIndex>> owners_;
    std::vector<typeset::StructureIndex> links_;
    std::uint32_t sequence_ = 0;
};

}  // namespace dutylist::pdf
