#include <algorithm>

#include "cli/commands.h"
#include "cli/exit_status.h"
#include "cli/invocation.h"
#include "cli/suggestion.h"
#include "cli/text_table.h"
#include "cli/usage_error.h"
#include "exporters/json/diagnostics_json.h"
#include "pipeline/check/rule.h"
#include "pipeline/diagnostics/code_list.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/text/json_writer.h"

namespace dutylist::cli {
namespace {

struct ExplainOptions {
    std::optional<Code> code;  // none: all of them
};

// A code may stand in the brackets that it has in messages.
ExplainOptions explain_options(const Invocation& invocation) {
    if (invocation.arguments().empty()) return {};
    std::string id = invocation.arguments().front();
    if (id.size() > 2 && id.front() == '[' && id.back() == ']') id = id.substr(1, id.size() - 2);
    const std::optional<Code> code = code_from(id);
    if (!code) {
        std::vector<std::string_view> ids;
        for (const ListedCode& listed : code_list()) ids.push_back(id_of(listed.code));
        throw UsageError(Code::usage_unknown_code, {id, suggestion(id, ids)});
    }
    return {code};
}

// {0}, {1} … that the sentence has, each once.
std::vector<std::string> places_in(std::string_view sentence) {
    std::vector<std::string> places;
    for (char digit = '0'; digit <= '9'; ++digit) {
        const std::string place = std::string("{") + digit + "}";
        if (sentence.find(place) != std::string_view::npos) places.push_back(place);
    }
    return places;
}

Code meaning_of(Severity severity) {
    switch (severity) {
        case Severity::error:
            return Code::explain_error;
        case Severity::warning:
            return Code::explain_warning;
        case Severity::info:
            break;
    }
    return Code::explain_info;
}

std::string rule_text(const check::Rule& rule, const Console& console) {
    const Language language = console.language();
    std::string text = console.text(Code::explain_rule,
                                    {console.in_language(rule.chinese, rule.english),
                                     name_of(rule.theme, language), name_of(rule.basis, language)});
    if (!rule.clause.empty()) text += " " + std::string(rule.clause);
    text += "\n";
    if (!rule.wrong.empty()) text += console.text(Code::explain_wrong, {rule.wrong}) + "\n";
    if (!rule.right.empty()) text += console.text(Code::explain_right, {rule.right}) + "\n";
    if (rule.mechanical) text += console.text(Code::explain_fix) + "\n";
    return text;
}

std::string explanation(Code code, const Console& console) {
    const Language language = console.language();
    const Topic& topic = *topic_of(code);
    const std::string_view sentence = message_template(code, language);
    const Severity severity = default_severity(code);
    const check::Rule* rule = check::find_rule(code);
    std::string text = std::string(id_of(code)) + "  " + std::string(name_of(severity, language)) +
                       "  " + std::string(topic.name(language)) + "\n\n" + std::string(sentence) +
                       "\n";
    if (const auto places = places_in(sentence); !places.empty())
        text += console.text(Code::explain_places, {places}) + "\n";
    text += "\n";
    if (rule) text += rule_text(*rule, console);
    text += console.text(rule ? Code::explain_finding : meaning_of(severity)) + "\n";
    return text + console.text(Code::explain_page, {topic.page(language)}) + "\n";
}

// A line a code, below a line for each topic.
std::string all_codes(const Console& console) {
    const Language language = console.language();
    int width = 0;
    for (const ListedCode& listed : code_list())
        width = std::max(width, static_cast<int>(id_of(listed.code).size()));
    constexpr int severity_width = 7;
    std::string text;
    const Topic* last = nullptr;
    for (const auto& [code, topic] : code_list()) {
        if (topic != last) {
            text += (last ? "\n" : "") + std::string(topic->name(language)) + "  (" +
                    std::string(topic->page(language)) + ")\n";
        }
        last = topic;
        text += "  " + padded(name_of(default_severity(code), language), severity_width) + "  " +
                padded(id_of(code), width) + "  " + std::string(message_template(code, language)) +
                "\n";
    }
    return text;
}

void write_rule(JsonWriter& json, const check::Rule& rule, Language language) {
    json.key("rule").begin_object();
    json.member("title", language == Language::chinese ? rule.chinese : rule.english);
    json.member("theme", name_of(rule.theme, language));
    json.member("basis", name_of(rule.basis, language)).member("clause", rule.clause);
    json.member("fixable", rule.mechanical);
    json.member("wrong", rule.wrong).member("right", rule.right).end_object();
}

std::string as_json(const ExplainOptions& options, Language language) {
    JsonWriter json;
    json.begin_object().key("codes").begin_array();
    for (const auto& [code, topic] : code_list()) {
        if (options.code && code != *options.code) continue;
        json.begin_object().member("code", id_of(code));
        json.member("severity", to_string(default_severity(code)));
        json.member("topic", topic->name(language)).member("page", topic->page(language));
        json.member("message", message_template(code, language));
        if (const check::Rule* rule = check::find_rule(code)) write_rule(json, *rule, language);
        json.end_object();
    }
    json.end_array().key("diagnostics");
    write_diagnostics(json, {}, language);
    json.end_object();
    return json.finish();
}

}  // namespace

int run_explain(const Invocation& invocation) {
    const Console& console = invocation.console();
    const ExplainOptions options = explain_options(invocation);
    if (console.json()) {
        console.write_bytes(as_json(options, console.language()));
    } else {
        console.write_result(options.code ? explanation(*options.code, console)
                                          : all_codes(console));
    }
    return exit_done;
}

}  // namespace dutylist::cli
