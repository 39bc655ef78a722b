#include "pipeline/xml/xml_document.h"

#include <algorithm>
#include <charconv>
#include <cstring>

#include <pugixml.hpp>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/text/utf8.h"
#include "pipeline/xml/start_tag.h"
#include "pipeline/xml/xml_attributes.h"
#include "pipeline/xml/xml_reader.h"

namespace dutylist {

struct XmlDocument::Implementation {
    std::string text;  // as given: offsets of nodes refer to it
    std::string file_name;
    std::vector<std::size_t> line_starts;
    pugi::xml_document tree;

    SourceLocation place_at(std::size_t offset) const {
        const auto next = std::upper_bound(line_starts.begin(), line_starts.end(), offset);
        const auto line = static_cast<std::size_t>(next - line_starts.begin());
        const std::size_t start = line_starts[line - 1];
        const std::size_t end = std::min(offset, text.size());
        return {file_name,
                {},
                static_cast<std::uint32_t>(line),
                static_cast<std::uint32_t>(
                    count_characters(std::string_view(text).substr(start, end - start)) + 1)};
    }
};

namespace {

pugi::xml_node node_of(const void* pointer) {
    return pugi::xml_node(static_cast<pugi::xml_node_struct*>(const_cast<void*>(pointer)));
}

}  // namespace

XmlDocument::XmlDocument(std::string text, std::string file_name)
    : implementation_(std::make_unique<Implementation>()) {
    Implementation& self = *implementation_;
    self.text = std::move(text);
    self.file_name = std::move(file_name);
    self.line_starts.push_back(0);
    for (std::size_t i = 0; i < self.text.size(); ++i) {
        if (self.text[i] == '\n') self.line_starts.push_back(i + 1);
    }
    require_well_formed(self.text, self.file_name);
    const unsigned options = pugi::parse_default | pugi::parse_ws_pcdata;
    const pugi::xml_parse_result result =
        self.tree.load_buffer(self.text.data(), self.text.size(), options, pugi::encoding_utf8);
    if (!result) {
        throw JobError(Code::xml_malformed, self.place_at(static_cast<std::size_t>(result.offset)),
                       {Message{Code::reason_xml_other, {}}});
    }
}

XmlDocument::~XmlDocument() = default;
XmlDocument::XmlDocument(XmlDocument&&) noexcept = default;
XmlDocument& XmlDocument::operator=(XmlDocument&&) noexcept = default;

XmlElement XmlDocument::root() const {
    return {implementation_.get(), implementation_->tree.document_element().internal_object()};
}

const std::string& XmlDocument::file_name() const { return implementation_->file_name; }

std::string_view XmlElement::name() const { return xml_local_name(node_of(node_).name()); }

std::string_view XmlElement::name_space() const {
    const std::string_view qualified = node_of(node_).name();
    const std::size_t colon = qualified.find(':');
    const std::string wanted = colon == std::string_view::npos
                                   ? "xmlns"
                                   : "xmlns:" + std::string(qualified.substr(0, colon));
    for (pugi::xml_node node = node_of(node_); node; node = node.parent()) {
        if (const pugi::xml_attribute attribute = node.attribute(wanted.c_str()))
            return attribute.value();
    }
    return {};
}

bool XmlElement::has(std::string_view attribute) const {
    return static_cast<bool>(node_of(node_).attribute(std::string(attribute).c_str()));
}

std::string_view XmlElement::attribute(std::string_view name, std::string_view fallback) const {
    const pugi::xml_attribute found = node_of(node_).attribute(std::string(name).c_str());
    return found ? std::string_view(found.value()) : fallback;
}

std::vector<std::pair<std::string_view, std::string_view>> XmlElement::attributes() const {
    std::vector<std::pair<std::string_view, std::string_view>> list;
    for (pugi::xml_attribute attribute : node_of(node_).attributes())
        list.emplace_back(attribute.name(), attribute.value());
    return list;
}

XmlElement XmlElement::child(std::string_view name) const {
    for (pugi::xml_node node : node_of(node_).children()) {
        if (node.type() == pugi::node_element && xml_local_name(node.name()) == name)
            return {document_, node.internal_object()};
    }
    return {};
}

std::vector<XmlElement> XmlElement::children() const {
    std::vector<XmlElement> list;
    for (pugi::xml_node node : node_of(node_).children()) {
        if (node.type() == pugi::node_element) list.push_back({document_, node.internal_object()});
    }
    return list;
}

std::vector<XmlElement> XmlElement::children(std::string_view name) const {
    std::vector<XmlElement> list = children();
    std::erase_if(list, [&](const XmlElement& element) { return element.name() != name; });
    return list;
}

std::string XmlElement::text() const {
    std::string text;
    for (const Piece& piece : pieces()) {
        if (piece.element) {
            text += piece.element.text();
        } else {
            text += piece.text;
        }
    }
    return text;
}

std::vector<XmlElement::Piece> XmlElement::pieces() const {
    std::vector<Piece> list;
    for (pugi::xml_node node : node_of(node_).children()) {
        if (node.type() == pugi::node_element) {
            list.push_back({XmlElement(document_, node.internal_object()), {}});
        } else if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) {
            list.push_back({{}, node.value()});
        }
    }
    return list;
}

SourceLocation XmlElement::place() const {
    // offset_debug points at the name; the element begins one character before.
    const std::ptrdiff_t offset = node_of(node_).offset_debug();
    return document_->place_at(static_cast<std::size_t>(std::max<std::ptrdiff_t>(offset - 1, 0)));
}

std::string_view XmlElement::required(std::string_view name) const {
    return required_of(*this, name);
}

double XmlElement::number(std::string_view name, double fallback) const {
    if (!has(name)) return fallback;
    const std::string_view text = attribute(name);
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() ||
        text.find_first_of("nNiI") != std::string_view::npos) {
        fail_value(name, Message{Code::reason_a_number, {}});
    }
    return value;
}

double XmlElement::required_number(std::string_view name) const {
    required(name);
    return number(name, 0);
}

bool XmlElement::flag(std::string_view name, bool fallback) const {
    return flag_of(*this, name, fallback);
}

void XmlElement::allow_attributes(std::initializer_list<std::string_view> names) const {
    allow_attributes_of(*this, attributes(), names);
}

void XmlElement::allow_children(std::initializer_list<std::string_view> names) const {
    for (const XmlElement& element : children()) {
        if (std::find(names.begin(), names.end(), element.name()) == names.end()) {
            throw JobError(Code::xml_unknown_element, element.place(),
                           {std::string(element.name())});
        }
    }
}

void XmlElement::fail_value(std::string_view attribute_name, Argument expected) const {
    fail_value_of(*this, attribute_name, std::move(expected));
}

namespace {

std::string escaped(std::string_view text, bool attribute) {
    std::string result;
    result.reserve(text.size() + text.size() / 16);
    for (char c : text) {
        switch (c) {
            case '&':
                result += "&amp;";
                break;
            case '<':
                result += "&lt;";
                break;
            case '>':
                result += "&gt;";
                break;
            case '"':
                result += attribute ? "&quot;" : "\"";
                break;
            case '\n':
                result += attribute ? "&#10;" : "\n";
                break;
            case '\t':
                result += attribute ? "&#9;" : "\t";
                break;
            default:
                result += c;
        }
    }
    return result;
}

}  // namespace

std::string xml_escaped_text(std::string_view text) { return escaped(text, false); }
std::string xml_escaped_attribute(std::string_view text) { return escaped(text, true); }

}  // namespace dutylist
