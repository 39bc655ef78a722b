#include "exporters/pdf/navigation.h"

#include <algorithm>

#include "exporters/pdf/content_stream.h"
#include "exporters/pdf/page_content.h"
#include "exporters/pdf/to_unicode.h"

namespace dutylist::pdf {
namespace {

using typeset::Bookmark;

// Bookmarks as a tree of indices: `next` is the sibling after, `first` and `last` the children.
struct OutlineItem {
    std::size_t parent = 0;
    std::size_t previous = 0;
    std::size_t next = 0;
    std::size_t first = 0;
    std::size_t last = 0;
    long visible = 0;  // descendants shown when this item is open
};

// Items from 1 on; item 0 is the root. A bookmark more than one level below the one before it
// becomes its child.
std::vector<OutlineItem> outline_tree(const std::vector<Bookmark>& bookmarks) {
    std::vector<OutlineItem> items(bookmarks.size() + 1);
    std::vector<std::size_t> path{0};
    for (std::size_t i = 1; i < items.size(); ++i) {
        const auto level = static_cast<std::size_t>(std::max(bookmarks[i - 1].level, 0));
        path.resize(std::min(path.size(), level + 1));
        OutlineItem& parent = items[path.back()];
        items[i].parent = path.back();
        items[i].previous = parent.last;
        if (parent.last != 0) items[parent.last].next = i;
        if (parent.first == 0) parent.first = i;
        parent.last = i;
        path.push_back(i);
    }
    for (std::size_t i = items.size(); i-- > 1;) {
        OutlineItem& parent = items[items[i].parent];
        parent.visible += 1 + (bookmarks[i - 1].open ? items[i].visible : 0);
    }
    return items;
}

std::string rectangle(const typeset::Rectangle& area, const LayerMatrix& matrix) {
    const typeset::Point a = matrix.map({area.x, area.y});
    const typeset::Point b = matrix.map({area.x + area.width, area.y + area.height});
    ContentStream out;
    out.number(std::min(a.x, b.x)).number(std::min(a.y, b.y));
    out.number(std::max(a.x, b.x)).number(std::max(a.y, b.y));
    return "[" + out.take() + "]";
}

}  // namespace

std::optional<PoDoFo::PdfReference> add_outlines(PdfFile& file,
                                                 const std::vector<Bookmark>& bookmarks) {
    if (bookmarks.empty()) return std::nullopt;
    const std::vector<OutlineItem> items = outline_tree(bookmarks);
    const std::uint32_t first_number = file.next_number();
    for (std::size_t i = 0; i < items.size(); ++i) {
        std::string value = "<<";
        const auto refer = [&](const char* key, std::size_t item) {
            value += key;
            append_reference(value, first_number + static_cast<std::uint32_t>(item));
        };
        if (i > 0) {
            value += "/Title" + string_literal(text_string_bytes(bookmarks[i - 1].title));
            value += "/Dest" + string_literal(bookmarks[i - 1].destination);
            refer("/Parent ", items[i].parent);
            if (items[i].previous) refer("/Prev ", items[i].previous);
            if (items[i].next) refer("/Next ", items[i].next);
        } else {
            value += "/Type/Outlines";
        }
        if (items[i].first) {
            refer("/First ", items[i].first);
            refer("/Last ", items[i].last);
            const bool open = i == 0 || bookmarks[i - 1].open;
            value += "/Count " + std::to_string(open ? items[i].visible : -items[i].visible);
        }
        file.create_written(value + ">>");
    }
    return PoDoFo::PdfReference(first_number, 0);
}

std::optional<PoDoFo::PdfReference> add_destinations(PdfFile& file,
                                                     const typeset::PagedDocument& document,
                                                     double margin,
                                                     std::span<const PoDoFo::PdfReference> pages) {
    std::vector<const typeset::Destination*> sorted;
    for (const typeset::Destination& destination : document.destinations) {
        if (destination.page < pages.size()) sorted.push_back(&destination);
    }
    if (sorted.empty()) return std::nullopt;
    const auto before = [](const auto* a, const auto* b) { return a->name < b->name; };
    const auto same = [](const auto* a, const auto* b) { return a->name == b->name; };
    std::stable_sort(sorted.begin(), sorted.end(), before);
    sorted.erase(std::unique(sorted.begin(), sorted.end(), same), sorted.end());

    constexpr std::size_t names_per_leaf = 64;
    std::string leaves = "<</Kids[";
    for (std::size_t i = 0; i < sorted.size(); i += names_per_leaf) {
        const std::size_t end = std::min(sorted.size(), i + names_per_leaf);
        std::string leaf = "<</Limits[" + string_literal(sorted[i]->name) +
                           string_literal(sorted[end - 1]->name) + "]/Names[";
        for (std::size_t j = i; j < end; ++j) {
            const typeset::Destination& destination = *sorted[j];
            const typeset::Page& page = document.pages[destination.page];
            static const typeset::Layer upright;
            const typeset::Layer& layer = page.layers.empty() ? upright : page.layers.front();
            const typeset::Point at = LayerMatrix(layer, page.height, margin).map(destination.at);
            leaf += string_literal(destination.name) + "[";
            append_reference(leaf, pages[destination.page].ObjectNumber());
            leaf += "/XYZ ";
            append_number(leaf, at.x, 1);
            leaf += ' ';
            append_number(leaf, at.y, 1);
            leaf += " null]\n";
        }
        if (i > 0) leaves += ' ';
        append_reference(leaves, file.create_written(leaf + "]>>").ObjectNumber());
    }
    return file.create_written(leaves + "]>>");
}

std::string page_labels(const std::vector<typeset::Page>& pages) {
    struct Label {
        std::string prefix;
        long number = -1;  // -1: the prefix is all
    };
    const auto parse = [](const std::string& text) {
        std::size_t digits = text.size();
        while (digits > 0 && text[digits - 1] >= '0' && text[digits - 1] <= '9') --digits;
        const bool plain = digits < text.size() && text[digits] != '0' && text.size() - digits < 10;
        return plain ? Label{text.substr(0, digits), std::stol(text.substr(digits))} : Label{text};
    };
    if (std::all_of(pages.begin(), pages.end(), [](const auto& p) { return p.label.empty(); })) {
        return {};
    }
    std::string tree = "<</Nums[";
    Label previous;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        const Label label = parse(pages[i].label);
        const bool counts_on = label.number < 0
                                   ? previous.number < 0
                                   : previous.number > 0 && label.number == previous.number + 1;
        const bool continues = i > 0 && label.prefix == previous.prefix && counts_on;
        previous = label;
        if (continues) continue;
        tree += std::to_string(i) + "<<";
        if (!label.prefix.empty()) {
            tree += "/P" + string_literal(text_string_bytes(label.prefix));
        }
        if (label.number > 0) tree += "/S/D/St " + std::to_string(label.number);
        tree += ">>";
    }
    return tree + "]>>";
}

std::string add_links(PdfFile& file, const typeset::PagedDocument& document, std::uint32_t page,
                      double margin, MarkedContent& content,
                      std::vector<PoDoFo::PdfReference>& tagged) {
    std::string annotations;
    for (const typeset::Layer& layer : document.pages[page].layers) {
        const LayerMatrix matrix(layer, document.pages[page].height, margin);
        for (const typeset::Link& link : layer.links) {
            // /F 4: shown in print, which PDF/A asks of every annotation (ISO 19005-1 6.5.3).
            std::string value = "<</Subtype/Link/F 4/Border[0 0 0]/Rect" +
                                rectangle(link.area, matrix) + "/Dest" +
                                string_literal(link.destination);
            const bool in_tree = link.structure < document.structure.size();
            if (in_tree) {
                value += "/StructParent " +
                         std::to_string(document.pages.size() + content.link(page, link.structure));
            }
            const PoDoFo::PdfReference annotation = file.create_written(value + ">>");
            if (in_tree) tagged.push_back(annotation);
            annotations += annotations.empty() ? "[" : " ";
            append_reference(annotations, annotation.ObjectNumber());
        }
    }
    return annotations.empty() ? annotations : annotations + "]";
}

}  // namespace dutylist::pdf
