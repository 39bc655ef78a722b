#include "importers/mapped_xml/xpath_document.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <map>

#include <pugixml.hpp>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/text/utf8.h"
#include "pipeline/xml/xml_reader.h"

namespace dutylist {
namespace {

pugi::xml_node node_of(const void* pointer) {
    return pugi::xml_node(static_cast<pugi::xml_node_struct*>(const_cast<void*>(pointer)));
}
pugi::xml_attribute attribute_of(const void* pointer) {
    return pugi::xml_attribute(
        static_cast<pugi::xml_attribute_struct*>(const_cast<void*>(pointer)));
}
pugi::xpath_node context_of(const XPathDocument::Node& node) {
    return node.attribute != nullptr
               ? pugi::xpath_node(attribute_of(node.attribute), node_of(node.node))
               : pugi::xpath_node(node_of(node.node));
}

// Gives elements and attributes the prefixes that the expressions use.
class PrefixNormaliser {
public:
    explicit PrefixNormaliser(const std::vector<std::pair<std::string, std::string>>& wanted) {
        for (const auto& [prefix, uri] : wanted) wanted_[uri] = prefix;
    }

    void run(pugi::xml_node root) {
        // Depth first without recursion; bindings of an element end with it.
        pugi::xml_node node = root;
        for (;;) {
            enter(node);
            if (node.first_child()) {
                node = node.first_child();
                continue;
            }
            for (;;) {
                leave();
                if (node == root) return;
                if (node.next_sibling()) {
                    node = node.next_sibling();
                    break;
                }
                node = node.parent();
            }
        }
    }

private:
    void enter(pugi::xml_node node) {
        depth_.push_back(order_.size());
        if (node.type() != pugi::node_element) return;
        for (pugi::xml_attribute attribute : node.attributes()) {
            const std::string_view name = attribute.name();
            if (name == "xmlns") bind("", attribute.value());
            if (name.starts_with("xmlns:")) bind(name.substr(6), attribute.value());
        }
        rename(node.name(), true, [&](const std::string& name) { node.set_name(name.c_str()); });
        for (pugi::xml_attribute attribute : node.attributes()) {
            rename(attribute.name(), false,
                   [&](const std::string& name) { attribute.set_name(name.c_str()); });
        }
    }
    void bind(std::string_view prefix, const char* uri) {
        const auto bound = bindings_.try_emplace(std::string(prefix)).first;
        bound->second.emplace_back(uri);
        order_.push_back(bound);
    }
    void leave() {
        for (; order_.size() > depth_.back(); order_.pop_back()) order_.back()->second.pop_back();
        depth_.pop_back();
    }
    template <typename Set>
    void rename(std::string_view qualified, bool element, Set set) {
        const std::size_t colon = qualified.find(':');
        const std::string_view prefix =
            colon == std::string_view::npos ? std::string_view() : qualified.substr(0, colon);
        if (prefix.empty() && !element) return;  // an attribute without prefix has no namespace
        const auto bound = bindings_.find(prefix);
        if (bound == bindings_.end() || bound->second.empty()) return;
        const auto found = wanted_.find(bound->second.back());
        if (found == wanted_.end() || found->second == prefix) return;
        const std::string_view local =
            colon == std::string_view::npos ? qualified : qualified.substr(colon + 1);
        set(found->second.empty() ? std::string(local) : found->second + ":" + std::string(local));
    }

    using Bindings = std::map<std::string, std::vector<std::string>, std::less<>>;
    std::map<std::string, std::string, std::less<>> wanted_;  // URI to prefix
    Bindings bindings_;                                       // prefix to URIs, the innermost last
    std::vector<Bindings::iterator> order_;                   // in which they were bound
    std::vector<std::size_t> depth_;
};

// How many characters stand before a byte of the text; parsing in place overwrites the text itself.
class CharacterIndex {
public:
    void read(std::string_view text) {
        firsts_.assign(text.size() / 64 + 1, 0);
        for (std::size_t i = 0; i < text.size(); ++i) {
            const bool first = (static_cast<unsigned char>(text[i]) & 0xC0) != 0x80;
            if (first) firsts_[i / 64] |= std::uint64_t{1} << (i % 64);
        }
        before_.reserve(firsts_.size());
        std::uint32_t sum = 0;
        for (const std::uint64_t word : firsts_) {
            before_.push_back(sum);
            sum += static_cast<std::uint32_t>(std::popcount(word));
        }
    }
    std::uint32_t before(std::size_t offset) const {
        const std::uint64_t mask = (std::uint64_t{1} << (offset % 64)) - 1;
        return before_[offset / 64] +
               static_cast<std::uint32_t>(std::popcount(firsts_[offset / 64] & mask));
    }

private:
    std::vector<std::uint64_t> firsts_;  // a bit for each byte that begins a character
    std::vector<std::uint32_t> before_;  // characters before each 64 bytes
};

}  // namespace

struct XPathDocument::Implementation {
    std::string text;  // parsed in place
    std::string file_name;
    std::vector<std::uint32_t> line_starts;
    CharacterIndex characters;
    pugi::xml_document tree;

    SourcePosition place(std::ptrdiff_t offset) const {
        if (offset < 0) return {1, 1};
        const auto at = static_cast<std::uint32_t>(offset);
        const auto next = std::upper_bound(line_starts.begin(), line_starts.end(), at);
        const auto line = static_cast<std::uint32_t>(next - line_starts.begin());
        const std::uint32_t start = line_starts[line - 1];
        return {line, characters.before(at) - characters.before(start) + 1};
    }
};

XPathDocument::XPathDocument(std::string text, std::string file_name,
                             const std::vector<std::pair<std::string, std::string>>& name_spaces)
    : implementation_(std::make_unique<Implementation>()) {
    Implementation& self = *implementation_;
    self.text = std::move(text);
    self.file_name = std::move(file_name);
    require_well_formed(self.text, self.file_name);
    self.characters.read(self.text);
    self.line_starts.push_back(0);
    for (std::size_t i = 0; i < self.text.size(); ++i) {
        if (self.text[i] == '\n') self.line_starts.push_back(static_cast<std::uint32_t>(i + 1));
    }
    const pugi::xml_parse_result result = self.tree.load_buffer_inplace(
        self.text.data(), self.text.size(), pugi::parse_default, pugi::encoding_utf8);
    if (!result) {
        const SourcePosition at = self.place(result.offset);
        throw JobError(Code::xml_malformed, {self.file_name, {}, at.line, at.column},
                       {Message{Code::reason_xml_tags, {}}});
    }
    PrefixNormaliser(name_spaces).run(self.tree.document_element());
}

XPathDocument::~XPathDocument() = default;

XPathDocument::Query::Query(const std::string& expression) {
    if (expression.empty()) return;
    try {
        auto query = std::make_shared<const pugi::xpath_query>(expression.c_str());
        selects_nodes_ = query->return_type() == pugi::xpath_type_node_set;
        compiled_ = std::move(query);
    } catch (const pugi::xpath_exception& error) {
        const std::string before = expression.substr(
            0, static_cast<std::size_t>(std::max<std::ptrdiff_t>(error.result().offset, 0)));
        throw JobError(Code::mapping_bad_expression, {},
                       {expression, count_characters(before) + 1});
    }
}

namespace {

const pugi::xpath_query& query_of(const std::shared_ptr<const void>& compiled) {
    return *static_cast<const pugi::xpath_query*>(compiled.get());
}

}  // namespace

XPathDocument::Node XPathDocument::root() const {
    return {implementation_->tree.internal_object(), nullptr};
}

std::vector<XPathDocument::Node> XPathDocument::select(const Query& query, Node context) const {
    std::vector<Node> nodes;
    if (!query || !query.selects_nodes_) return nodes;
    pugi::xpath_node_set found = query_of(query.compiled_).evaluate_node_set(context_of(context));
    found.sort();
    nodes.reserve(found.size());
    for (const pugi::xpath_node& node : found) {
        if (node.attribute()) {
            nodes.push_back({node.parent().internal_object(), node.attribute().internal_object()});
        } else {
            nodes.push_back({node.node().internal_object(), nullptr});
        }
    }
    return nodes;
}

std::string XPathDocument::string(const Query& query, Node context) const {
    return query ? query_of(query.compiled_).evaluate_string(context_of(context)) : std::string();
}

bool XPathDocument::boolean(const Query& query, Node context) const {
    return query && query_of(query.compiled_).evaluate_boolean(context_of(context));
}

std::uint32_t XPathDocument::number(const Query& query, Node context,
                                    std::uint32_t fallback) const {
    if (!query) return fallback;
    const double value = query_of(query.compiled_).evaluate_number(context_of(context));
    constexpr double largest = 1e6 + 1e5;
    const bool usable = std::isfinite(value) && value >= 0 && value <= largest;
    return usable ? static_cast<std::uint32_t>(value) : fallback;
}

void XPathDocument::walk(Node start,
                         const std::function<void(std::string_view, SourcePosition)>& text,
                         const std::function<void(std::string_view, bool)>& element) const {
    const Implementation& self = *implementation_;
    if (start.attribute != nullptr) {
        const pugi::xml_node owner = node_of(start.node);
        text(attribute_of(start.attribute).value(), self.place(owner.offset_debug()));
        return;
    }
    const pugi::xml_node root = node_of(start.node);
    pugi::xml_node node = root;
    for (;;) {
        const bool is_text = node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
        if (is_text) text(node.value(), self.place(node.offset_debug()));
        if (node.type() == pugi::node_element) element(node.name(), true);
        if (node.first_child()) {
            node = node.first_child();
            continue;
        }
        for (;;) {
            if (node.type() == pugi::node_element) element(node.name(), false);
            if (node == root) return;
            if (node.next_sibling()) {
                node = node.next_sibling();
                break;
            }
            node = node.parent();
        }
    }
}

}  // namespace dutylist
