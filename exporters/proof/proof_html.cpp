#include "exporters/proof/proof_html.h"

#include "exporters/looks/looks.h"
#include "exporters/proof/sentence.h"
#include "pipeline/check/rule.h"
#include "pipeline/check/told_findings.h"
#include "pipeline/xml/xml_document.h"

namespace dutylist::proof {
namespace {

std::string escaped(std::string_view text) { return xml_escaped_attribute(text); }

class HtmlWriter {
public:
    explicit HtmlWriter(const ProofTemplate& settings) : settings_(settings) {}

    std::string write(std::span<const ProofedDocument> documents) {
        head();
        for (const ProofedDocument& proofed : documents) section(proofed);
        text_ += "</main>\n</body>\n</html>\n";
        return std::move(text_);
    }

private:
    void head() {
        text_ += "<!DOCTYPE html>\n<html lang=\"";
        text_ += language_ == Language::chinese ? "zh-CN" : "en";
        text_ += "\">\n<head>\n<meta charset=\"utf-8\">\n";
        text_ += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
        text_ += "<title>" + escaped(settings_.strings.title) + "</title>\n<style>";
        text_ += settings_.web;
        for (const Severity severity : {Severity::error, Severity::warning, Severity::info}) {
            const std::string name(to_string(severity));
            const ProofTemplate::Mark& mark = settings_.mark(severity);
            text_ += "." + name + "{border-color:" + web_color(mark.background) + "}." + name +
                     " mark{background:" + web_color(mark.background) +
                     ";color:" + web_color(mark.color) + "}\n#show-" + name +
                     ":not(:checked)~section ." + name + "{display:none}\n";
        }
        text_ += "</style>\n</head>\n<body>\n<main>\n<h1>" + escaped(settings_.strings.title) +
                 "</h1>\n";
        for (const Severity severity : {Severity::error, Severity::warning, Severity::info}) {
            const std::string name(to_string(severity));
            text_ += "<input type=\"checkbox\" id=\"show-" + name +
                     "\" checked><label for=\"show-" + name + "\">" +
                     escaped(dutylist::name_of(severity, language_)) + "</label>\n";
        }
    }

    void section(const ProofedDocument& proofed) {
        text_ += "<section>\n<p>" + escaped(subtitle_of(settings_, proofed.document)) + "</p>\n";
        text_ += "<p>" + escaped(summary_of(settings_, std::span(&proofed, 1))) + "</p>\n";
        check::Place last{check::nowhere - 1, 0, 0};
        for (const check::Finding& finding : check::told_findings(proofed.findings)) {
            if (finding.place.list != last.list || finding.place.item != last.item)
                heading(proofed.document, finding);
            last = finding.place;
            one(proofed.document, finding);
        }
        text_ += "</section>\n";
    }

    void heading(const Document& document, const check::Finding& finding) {
        check::Finding whole = finding;
        whole.place.cell = check::nowhere;
        std::string words = item_words(document, whole, language_);
        if (words.empty()) words = settings_.strings.whole_document;
        text_ += "<h2>" + escaped(words);
        if (finding.place.list < document.lists.size()) {
            const DutyList& list = document.lists[finding.place.list];
            if (finding.place.item < list.items.size()) {
                const Item& item = list.items[finding.place.item];
                text_ += " <small>" + escaped(list.text(item, CellRole::name)) + "</small>";
            }
        }
        text_ += "</h2>\n";
    }

    void one(const Document& document, const check::Finding& finding) {
        const check::Rule* rule = check::find_rule(check::subject_of(finding));
        const check::Excerpt sentence = sentence_of(document, finding);
        text_ += "<div class=\"finding " + std::string(to_string(finding.severity)) + "\">\n";
        text_ += "<p class=\"sentence\">" + std::string(sentence.cut_before ? "…" : "") +
                 escaped(sentence.before) + "<mark>" +
                 (sentence.spot.empty() ? "　" : escaped(sentence.spot)) + "</mark>" +
                 escaped(sentence.after) + (sentence.cut_after ? "…" : "") + "</p>\n";
        text_ += "<p>" + escaped(check::message_of(finding, language_));
        if (finding.suggestion) {
            text_ += " <span class=\"right\">" +
                     escaped(fill_placeholders(settings_.strings.suggestion,
                                               {{"text", suggestion_of(settings_, finding)}})) +
                     "</span>";
        }
        text_ += "</p>\n<p class=\"note\">" +
                 escaped(dutylist::name_of(finding.severity, language_)) + " · ";
        if (rule) {
            text_ += escaped(language_ == Language::chinese ? rule->chinese : rule->english);
            text_ += " [" + escaped(id_of(rule->code)) + "] · ";
            text_ += escaped(basis_of(*rule, language_)) + " · ";
        }
        text_ += escaped(place_of(document, finding)) + "</p>\n</div>\n";
    }

    const ProofTemplate& settings_;
    const Language language_ = settings_.language;
    std::string text_;
};

}  // namespace

std::string make_html(std::span<const ProofedDocument> documents, const ProofTemplate& settings) {
    return HtmlWriter(settings).write(documents);
}

}  // namespace dutylist::proof
