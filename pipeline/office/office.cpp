#include "pipeline/office/office.h"

#include <set>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/model/duty_list.h"
#include "pipeline/text/text_gate.h"
#include "pipeline/text/white_space.h"
#include "pipeline/xml/xml_document.h"

namespace dutylist {
namespace {

constexpr std::string_view office_namespace = "urn:dutylist:office:1";

std::string text_of(const XmlElement& element) {
    element.allow_children({});
    std::string text(trimmed(element.text()));
    if (text.empty()) {
        throw JobError(Code::xml_missing, element.place(),
                       {std::string(element.name()), Message{Code::reason_text_content, {}}});
    }
    return text;
}

std::string rule_of(const XmlElement& element, std::string_view attribute) {
    std::string rule(element.required(attribute));
    if (!code_from(rule)) throw JobError(Code::office_unknown_rule, element.place(), {rule});
    return rule;
}

class Reader {
public:
    explicit Reader(const XmlElement& root) : root_(root) {}

    Office read() {
        if (root_.name() != "office" || root_.name_space() != office_namespace) {
            throw JobError(Code::office_not_an_office_file, root_.place(),
                           {std::string(office_namespace)});
        }
        root_.allow_attributes({"name"});
        root_.allow_children({"departments", "categories", "rules", "terms", "suppressions"});
        for (const XmlElement& part : root_.children()) {
            if (!parts_.insert(std::string(part.name())).second) {
                throw JobError(Code::xml_unknown_element, part.place(), {std::string(part.name())});
            }
            part.allow_attributes({});
        }
        departments(root_.child("departments"));
        categories(root_.child("categories"));
        rules(root_.child("rules"));
        terms(root_.child("terms"));
        suppressions(root_.child("suppressions"));
        return std::move(office_);
    }

private:
    void departments(const XmlElement& part) {
        if (!part) return;
        part.allow_children({"department"});
        std::set<std::string, std::less<>> names;
        std::set<std::string, std::less<>> aliases;
        for (const XmlElement& department : part.children()) {
            department.allow_attributes({"name"});
            department.allow_children({"alias"});
            const std::string name(trimmed(department.required("name")));
            if (!names.insert(without_white_space(name)).second)
                throw JobError(Code::office_name_twice, department.place(), {name});
            office_.department_names.push_back(name);
            for (const XmlElement& entry : department.children()) {
                entry.allow_attributes({});
                const std::string alias = text_of(entry);
                if (!aliases.insert(without_white_space(alias)).second)
                    throw JobError(Code::office_name_twice, entry.place(), {alias});
                office_.departments.add(name, alias);
            }
        }
        // A name that is another's alias would make counting depend on how often it is looked up.
        for (const XmlElement& department : part.children()) {
            const std::string name(trimmed(department.required("name")));
            if (aliases.count(without_white_space(name)) != 0)
                throw JobError(Code::office_name_twice, department.place(), {name});
        }
    }

    void categories(const XmlElement& part) {
        if (!part) return;
        part.allow_children({"category"});
        std::set<std::string, std::less<>> seen;
        for (const XmlElement& category : part.children()) {
            category.allow_attributes({});
            office_.categories.push_back(text_of(category));
            if (!seen.insert(without_white_space(office_.categories.back())).second)
                throw JobError(Code::office_name_twice, category.place(),
                               {office_.categories.back()});
        }
    }

    void rules(const XmlElement& part) {
        if (!part) return;
        part.allow_children({"rule"});
        std::set<std::string, std::less<>> seen;
        for (const XmlElement& rule : part.children()) {
            rule.allow_attributes({"id", "enabled", "severity"});
            rule.allow_children({});
            Office::RuleSetting setting{rule_of(rule, "id"), rule.flag("enabled", true),
                                        std::string(rule.attribute("severity"))};
            if (rule.has("severity") && !severity_from(setting.severity))
                rule.fail_value("severity", "error, warning, info");
            if (!seen.insert(setting.rule).second)
                throw JobError(Code::office_name_twice, rule.place(), {setting.rule});
            office_.rules.push_back(std::move(setting));
        }
    }

    void terms(const XmlElement& part) {
        if (!part) return;
        part.allow_children({"term"});
        for (const XmlElement& term : part.children()) {
            term.allow_attributes({});
            office_.terms.push_back(text_of(term));
        }
    }

    void suppressions(const XmlElement& part) {
        if (!part) return;
        part.allow_children({"suppress"});
        for (const XmlElement& entry : part.children()) {
            entry.allow_attributes({"rule", "list", "number"});
            Office::Suppression suppression{rule_of(entry, "rule"),
                                            std::string(entry.attribute("list")),
                                            std::string(entry.attribute("number")), text_of(entry)};
            if (entry.has("list") && !list_kind_from(suppression.list))
                entry.fail_value("list", "basic, cooperative, recalled");
            const bool digits =
                suppression.number.find_first_not_of("0123456789") == std::string::npos;
            if (entry.has("number") && (suppression.number.empty() || !digits))
                entry.fail_value("number", Message{Code::reason_item_number, {}});
            office_.suppressions.push_back(std::move(suppression));
        }
    }

    XmlElement root_;
    std::set<std::string, std::less<>> parts_;
    Office office_;
};

}  // namespace

void DepartmentDictionary::add(std::string name, std::string alias) {
    aliases_.insert_or_assign(without_white_space(alias), std::move(name));
}

std::string_view DepartmentDictionary::counted_as(std::string_view printed) const {
    if (aliases_.empty()) return printed;
    auto found = aliases_.find(printed);
    if (found == aliases_.end()) found = aliases_.find(without_white_space(printed));
    return found == aliases_.end() ? printed : std::string_view(found->second);
}

Office read_office(const SourceBytes& source) {
    Diagnostics ignored;
    GatedText gated = pass_text_gate(source.bytes, source.name, ignored);
    // What the gate takes out of prose without harm would change a name or a rule here.
    for (const Diagnostic& entry : ignored.entries()) {
        if (entry.severity == Severity::warning)
            throw JobError(Code::xml_malformed, entry.place,
                           {Message{Code::reason_control_character, {entry.arguments.front()}}});
    }
    const XmlDocument document(std::move(gated.text), source.name);
    return Reader(document.root()).read();
}

}  // namespace dutylist
