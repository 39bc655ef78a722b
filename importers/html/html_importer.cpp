#include "importers/html/html_importer.h"

#include <algorithm>
#include <array>

#include "importers/detection/text_peek.h"
#include "importers/hypertext/html_reader.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/text/text_gate.h"

namespace dutylist {
namespace {

// Tags with which a fragment of a page may begin.
constexpr std::array<std::string_view, 18> first_tags{
    "<head", "<body",  "<table", "<div",  "<meta",    "<h1",  "<h2",  "<p>",   "<p ",
    "<span", "<style", "<title", "<link", "<center>", "<ul>", "<ol>", "<font", "<script"};

}  // namespace

std::optional<std::string> declared_encoding(std::string_view bytes) {
    const std::string head = peek_text({{}, std::string(bytes.substr(0, 8192))});
    HtmlTokenizer tokenizer(head);
    HtmlToken token;
    if (head.starts_with("<?xml")) {
        const std::size_t at = head.find("encoding=");
        if (at < head.find("?>") && at + 10 < head.size()) {
            const std::size_t end = head.find(head[at + 9], at + 10);
            if (end != std::string::npos) return head.substr(at + 10, end - at - 10);
        }
    }
    while (tokenizer.next(token)) {
        if (token.kind != HtmlToken::Kind::start_tag) continue;
        if (token.name == "script" || token.name == "style") tokenizer.skip_element(token.name);
        if (token.name != "meta") continue;
        std::string charset = token.value("charset");
        if (charset.empty()) {
            const std::string content = token.value("content");
            const std::size_t at = content.find("charset=");
            if (at != std::string::npos) charset = content.substr(at + 8);
            charset = charset.substr(0, charset.find_first_of("; "));
        }
        if (!charset.empty()) return charset;
    }
    return {};
}

Confidence recognise_html(const SourceBytes& source) {
    const std::string text = peek_markup(source);
    if (text.starts_with("<!doctype html") || text.starts_with("<html")) return Confidence::certain;
    const bool fragment = std::any_of(first_tags.begin(), first_tags.end(),
                                      [&](auto tag) { return text.starts_with(tag); });
    return fragment ? Confidence::likely : Confidence::no;
}

Imported read_html(SourceBytes source, const ImportSettings& settings, Diagnostics& diagnostics) {
    const std::optional<std::string> declared = declared_encoding(source.bytes);
    const GatedText gated = pass_text_gate(
        std::move(source.bytes), source.name, diagnostics,
        settings.encoding ? std::optional<std::string_view>(*settings.encoding) : std::nullopt,
        declared ? std::optional<std::string_view>(*declared) : std::nullopt);
    DraftBuilder builder(std::make_shared<const SourceOrigin>(SourceOrigin{source.name, {}}),
                         TextBuilder::Placing::flowing, diagnostics);
    HtmlReader reader(source.name, builder, diagnostics);
    reader.read(gated.text);
    reader.report();
    const SourceLocation place{source.name, {}, 0, 0};
    if (reader.ended_in_table()) {
        diagnostics.add(Code::input_ends_in_row, place);
    } else if (reader.ended_in_page()) {
        diagnostics.add(Code::html_not_ended, place);
    }
    return builder.take();
}

}  // namespace dutylist
