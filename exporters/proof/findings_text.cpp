#include "exporters/proof/findings_text.h"

#include <array>

#include "exporters/proof/proof_template.h"
#include "pipeline/check/rule.h"
#include "pipeline/check/told_findings.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/severity_colour.h"
#include "pipeline/diagnostics/visible_text.h"

namespace dutylist::proof {
namespace {

constexpr std::size_t excerpt_characters = 14;
constexpr std::string_view reset = "\033[0m";
constexpr std::string_view bold = "\033[1m";
constexpr std::string_view reverse_red = "\033[1;31m";
constexpr std::string_view dim = "\033[2m";

class TextWriter {
public:
    explicit TextWriter(const TextSettings& settings) : settings_(settings) {}

    std::string write(std::span<const ProofedDocument> documents) {
        for (const ProofedDocument& proofed : documents)
            told_.push_back(check::told_findings(proofed.findings));
        for (const check::Rule& rule : check::rule_table()) write_rule(rule, documents);
        write_sum(documents);
        return std::move(text_);
    }

private:
    std::string coloured(std::string_view colour, std::string_view text) const {
        if (!settings_.colour) return std::string(text);
        return std::string(colour) + std::string(text) + std::string(reset);
    }

    void painted(std::string_view colour, std::string_view text) {
        text_ += coloured(colour, text);
    }

    void write_rule(const check::Rule& rule, std::span<const ProofedDocument> documents) {
        std::size_t count = 0;
        Severity severity = default_severity(rule.code);
        for (const ProofedDocument& proofed : documents) {
            for (const check::Finding& finding : proofed.findings) {
                if (finding.rule != rule.code) continue;
                severity = finding.severity;
                ++count;
            }
        }
        if (count == 0) return;
        painted(bold, settings_.language == Language::chinese ? rule.chinese : rule.english);
        text_ += " [" + std::string(id_of(rule.code)) + "] ";
        painted(severity_colour(severity), name_of(severity, settings_.language));
        text_ += " " + words(count == 1 ? Code::words_one_place : Code::words_places,
                             {std::to_string(count)}, settings_.language);
        painted(dim, "  " + std::string(check::name_of(rule.theme, settings_.language)) + " · " +
                         basis_of(rule, settings_.language));
        text_ += '\n';
        for (std::size_t d = 0; d < documents.size(); ++d) {
            for (const check::Finding& finding : told_[d]) {
                if (check::subject_of(finding) == rule.code)
                    write_finding(documents[d].document, finding);
            }
        }
        text_ += '\n';
    }

    void write_finding(const Document& document, const check::Finding& finding) {
        text_ += "  " + visible_text(to_string(check::locate(document, finding)));
        const std::string item = item_words(document, finding, settings_.language);
        if (!item.empty()) painted(dim, "  " + item);
        text_ += "\n    ";
        const check::Excerpt excerpt = check::excerpt_of(document, finding, excerpt_characters);
        if (settings_.colour) {
            text_ += (excerpt.cut_before ? "…" : "") + excerpt.before;
            painted(reverse_red, excerpt.spot.empty() || excerpt.spot == " "
                                     ? "【" + excerpt.spot + "】"
                                     : excerpt.spot);
            text_ += excerpt.after + (excerpt.cut_after ? "…" : "");
        } else {
            text_ += excerpt.marked();
        }
        text_ += "\n    " + check::message_of(finding, settings_.language) + "\n";
    }

    void write_sum(std::span<const ProofedDocument> documents) {
        std::array<std::size_t, 3> counts{};
        for (const ProofedDocument& proofed : documents) {
            for (const check::Finding& finding : proofed.findings)
                ++counts[static_cast<std::size_t>(finding.severity)];
        }
        const std::size_t all = counts[0] + counts[1] + counts[2];
        if (all == 0) {
            text_ += words(Code::words_nothing_found, {}, settings_.language) + "\n";
            return;
        }
        std::string each;
        for (const Severity severity : {Severity::error, Severity::warning, Severity::info}) {
            const std::size_t count = counts[static_cast<std::size_t>(severity)];
            if (count == 0) continue;
            if (!each.empty()) each += settings_.language == Language::chinese ? "，" : ", ";
            each += coloured(severity_colour(severity), name_of(severity, settings_.language)) +
                    " " + std::to_string(count);
        }
        text_ +=
            words(Code::words_findings, {std::to_string(all), each}, settings_.language) + "\n";
    }

    TextSettings settings_;
    std::vector<std::vector<check::Finding>> told_;  // of each document
    std::string text_;
};

}  // namespace

std::string make_text(std::span<const ProofedDocument> documents, const TextSettings& settings) {
    return TextWriter(settings).write(documents);
}

}  // namespace dutylist::proof
