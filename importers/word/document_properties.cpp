#include "importers/word/document_properties.h"

#include <algorithm>
#include <array>
#include <utility>

#include "importers/office_container/xml_part.h"
#include "pipeline/diagnostics/job_error.h"

namespace dutylist {
namespace {

constexpr std::size_t longest_value = 4096;

std::string in_lower_case(std::string_view text) {
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return lower;
}

// Elements of the parts that fields call by another name.
std::string name_of_element(std::string_view element) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 3> others{
        {{"creator", "author"}, {"description", "comments"}, {"lastModifiedBy", "lastsavedby"}}};
    for (const auto& [from, to] : others) {
        if (element == from) return std::string(to);
    }
    return in_lower_case(element);
}

}  // namespace

class PropertiesHandler : public XmlHandler {
public:
    explicit PropertiesHandler(DocumentProperties& properties) : properties_(properties) {}

    void start_element(std::string_view name, std::string_view,
                       const XmlAttributes& attributes) override {
        ++depth_;
        // <property name="…"><vt:lpwstr>…</vt:lpwstr></property>, or <dc:title>…</dc:title>
        if (depth_ != 2) return;
        name_ =
            name == "property" ? in_lower_case(attributes.value("name")) : name_of_element(name);
        value_.clear();
    }
    void end_element(std::string_view, std::string_view) override {
        if (depth_-- == 2) properties_.values_.emplace(std::move(name_), std::move(value_));
    }
    void characters(std::string_view text) override {
        if (depth_ >= 2 && value_.size() + text.size() <= longest_value) value_ += text;
    }

private:
    DocumentProperties& properties_;
    std::size_t depth_ = 0;
    std::string name_;
    std::string value_;
};

void DocumentProperties::read(OfficeContainer& container) {
    const std::vector<Relationship> package = read_relationships(container, "");
    for (std::string_view type : {"core-properties", "extended-properties", "custom-properties"}) {
        const std::string part = target_of_type(package, type);
        if (!container.has(part)) continue;
        try {
            PropertiesHandler handler(*this);
            read_xml_part(container, part, handler);
        } catch (const JobError&) {
            continue;
        }
    }
}

std::optional<std::string> DocumentProperties::value_of(std::string_view name) const {
    const auto found = values_.find(in_lower_case(name));
    return found == values_.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace dutylist
