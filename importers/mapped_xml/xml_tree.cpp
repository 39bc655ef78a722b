#include "importers/mapped_xml/xml_tree.h"

#include "pipeline/xml/xml_reader.h"

namespace dutylist {

class XmlTree::Builder {
public:
    Builder(XmlTree& tree, std::string_view text, const std::string& file_name,
            const Prefixes& prefixes)
        : tree_(tree), reader_(text, file_name) {
        for (const auto& [prefix, uri] : prefixes) prefixes_[uri] = prefix;
        number_of("");
    }

    void build() {
        add(Kind::document, 0, {}, {});
        for (;;) {
            switch (reader_.next()) {
                case XmlReader::Event::start:
                    end_text();
                    start();
                    break;
                case XmlReader::Event::end:
                    end_text();
                    close();
                    break;
                case XmlReader::Event::text:
                    add_text();
                    break;
                case XmlReader::Event::done:
                    end_text();
                    close();
                    return;
            }
        }
    }

private:
    Node add(Kind kind, std::uint32_t name, std::string_view value, XmlPosition place) {
        const auto node = static_cast<Node>(tree_.entries_.size());
        tree_.entries_.push_back({kind,
                                  name,
                                  open_,
                                  node + 1,
                                  static_cast<std::uint32_t>(tree_.values_.size()),
                                  static_cast<std::uint32_t>(value.size()),
                                  {place.line, place.column}});
        tree_.values_ += value;
        return node;
    }

    void start() {
        const XmlPosition name_place{reader_.position().line, reader_.position().column + 1};
        open_ = add(Kind::element, name_of(reader_.qualified_name(), true), {}, name_place);
        for (const XmlAttribute& attribute : reader_.attribute_list()) {
            if (attribute.name == "xmlns" || xml_prefix(attribute.name) == "xmlns") continue;
            add(Kind::attribute, name_of(attribute.name, false), attribute.value, name_place);
        }
    }

    void close() {
        tree_.entries_[open_].end = static_cast<Node>(tree_.entries_.size());
        open_ = tree_.entries_[open_].parent;
    }

    // Of one text several stretches may come; whether it is white space alone shows at its end.
    void add_text() {
        if (first_stretch_ == 0) first_stretch_ = static_cast<Node>(tree_.entries_.size());
        add(Kind::text, 0, reader_.text(), reader_.position());
    }
    void end_text() {
        if (first_stretch_ == 0) return;
        const std::size_t begin = tree_.entries_[first_stretch_].value_begin;
        const std::string_view text = std::string_view(tree_.values_).substr(begin);
        const bool indents = text.find_first_not_of(" \t\r\n") == std::string_view::npos &&
                             text.find('\n') != std::string_view::npos;
        if (indents) {
            tree_.entries_.resize(first_stretch_);
            tree_.values_.resize(begin);
        }
        first_stretch_ = 0;
    }

    std::uint32_t name_of(std::string_view qualified, bool element) {
        const std::string_view prefix = xml_prefix(qualified);
        if (prefix.empty() && !element) return number_of(qualified);  // it has no namespace
        const auto found = prefixes_.find(std::string(reader_.name_space_of(prefix)));
        if (found == prefixes_.end()) return number_of(qualified);
        const std::string_view local = xml_local_name(qualified);
        if (found->second.empty()) return number_of(local);
        return number_of(found->second + ":" + std::string(local));
    }
    std::uint32_t number_of(std::string_view name) {
        const auto [place, added] = numbers_.try_emplace(
            std::string(name), static_cast<std::uint32_t>(tree_.names_.size()));
        if (added) tree_.names_.emplace_back(name);
        return place->second;
    }

    XmlTree& tree_;
    XmlReader reader_;
    std::unordered_map<std::string, std::string> prefixes_;  // URI to prefix
    std::unordered_map<std::string, std::uint32_t> numbers_;
    Node open_ = 0;
    Node first_stretch_ = 0;  // of the text being read; 0 for none
};

XmlTree::XmlTree(std::string_view text, const std::string& file_name, const Prefixes& prefixes) {
    Builder(*this, text, file_name, prefixes).build();
}

XmlTree::Node XmlTree::first_child(Node node) const {
    Node child = node + 1;
    while (child < end(node) && kind(child) == Kind::attribute) ++child;
    return child;
}

std::string_view XmlTree::value(Node node) const {
    return std::string_view(values_).substr(entries_[node].value_begin, entries_[node].value_size);
}

SourcePosition XmlTree::place(Node node) const { return entries_[node].place; }

}  // namespace dutylist
