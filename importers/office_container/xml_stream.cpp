#include "importers/office_container/xml_stream.h"

#include <charconv>
#include <cstring>
#include <exception>
#include <memory>
#include <string>

#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/io/limits.h"

namespace dutylist {
namespace {

std::string_view view(const xmlChar* text) {
    return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

// libxml2 compares each attribute of a tag with all before it, before it tells of any. No program
// writes more than a few dozen.
constexpr std::size_t most_attributes = 4096;

// Counts the attributes of the tag that is being read, in bytes as they come.
class AttributeCounter {
public:
    // False: there are too many.
    bool take(std::string_view bytes) {
        for (std::size_t i = 0; i < bytes.size(); ++i) {
            if (state_ == State::text) {
                i = bytes.find('<', i);
                if (i == std::string_view::npos) return true;
                state_ = State::opened;
                continue;
            }
            const char c = bytes[i];
            if (c == 0) continue;  // UTF-16
            if (state_ == State::opened) {
                state_ = c == '!' || c == '?' ? State::passed_over
                         : c == '/'           ? State::text
                                              : State::tag;
                found_ = 0;
                last_ = before_ = 0;
            } else if (state_ == State::passed_over) {
                // A comment, CDATA or an instruction: "-->", "]]>" or "?>".
                const bool ends =
                    last_ == '?' || (last_ == before_ && (last_ == '-' || last_ == ']'));
                if (c == '>' && ends) state_ = State::text;
                before_ = last_;
                last_ = c;
            } else if (quote_ != 0) {
                if (c == quote_) quote_ = 0;
            } else if (c == '>') {
                state_ = State::text;
            } else if (c == '"' || c == '\'') {
                quote_ = c;
                if (++found_ > most_attributes) return false;
            }
        }
        return true;
    }

private:
    enum class State : std::uint8_t { text, opened, passed_over, tag };
    State state_ = State::text;
    char quote_ = 0;
    char before_ = 0;  // the two characters passed over last
    char last_ = 0;
    std::size_t found_ = 0;
};

struct Reading {
    OfficeContainer::Part part;
    std::string file_name;
    XmlHandler* handler;
    xmlParserCtxtPtr parser = nullptr;
    std::size_t depth = 0;
    // libxml2 holds on to its buffer while it asks for more bytes; stopping it then would free it.
    bool reading = false;
    std::exception_ptr thrown;
    std::string fault;
    AttributeCounter attributes{};

    // Exceptions must not pass through libxml2: keep the first, stop, throw it afterwards.
    template <typename Action>
    void guarded(Action action) noexcept {
        if (thrown) return;
        try {
            action();
        } catch (...) {
            thrown = std::current_exception();
            if (parser != nullptr && !reading) xmlStopParser(parser);
        }
    }
    JobError refusal(Code code, std::string detail) const {
        return JobError(code, {file_name, {}, 0, 0}, {file_name, part.name(), std::move(detail)});
    }
};

Reading& reading_of(void* context) { return *static_cast<Reading*>(context); }

int read_bytes(void* context, char* buffer, int size) {
    Reading& reading = reading_of(context);
    std::size_t got = 0;
    reading.reading = true;
    reading.guarded([&] {
        got = reading.part.read({buffer, static_cast<std::size_t>(size)});
        if (!reading.attributes.take({buffer, got})) {
            throw reading.refusal(Code::office_xml_malformed,
                                  "attributes > " + std::to_string(most_attributes));
        }
    });
    reading.reading = false;
    return reading.thrown ? -1 : static_cast<int>(got);
}

void on_start(void* context, const xmlChar* name, const xmlChar*, const xmlChar* uri, int,
              const xmlChar**, int attribute_count, int, const xmlChar** attributes) {
    Reading& reading = reading_of(context);
    reading.guarded([&] {
        if (++reading.depth > default_limits.xml_depth) {
            throw reading.refusal(Code::office_xml_too_deep,
                                  std::to_string(default_limits.xml_depth));
        }
        reading.handler->start_element(
            view(name), view(uri),
            XmlAttributes(attributes, static_cast<std::size_t>(attribute_count)));
    });
}

void on_end(void* context, const xmlChar* name, const xmlChar*, const xmlChar* uri) {
    Reading& reading = reading_of(context);
    reading.guarded([&] {
        --reading.depth;
        reading.handler->end_element(view(name), view(uri));
    });
}

void on_characters(void* context, const xmlChar* text, int size) {
    Reading& reading = reading_of(context);
    reading.guarded([&] {
        reading.handler->characters(
            {reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
    });
}

void on_doctype(void* context, const xmlChar*, const xmlChar*, const xmlChar*) {
    Reading& reading = reading_of(context);
    reading.guarded([&] { throw reading.refusal(Code::office_doctype, {}); });
}

void on_error(void* context, xmlErrorPtr error) {
    Reading& reading = reading_of(context);
    if (error->level < XML_ERR_ERROR || !reading.fault.empty()) return;
    reading.fault = error->message == nullptr ? "" : error->message;
    while (!reading.fault.empty() && reading.fault.back() == '\n') reading.fault.pop_back();
    reading.fault += " (" + std::to_string(error->line) + ")";
}

// libxml2 makes its tables at first use, which parsers side by side must not do. Threads wait for
// each other here.
void initialise_parser() {
    static const bool done = (xmlInitParser(), true);
    (void)done;
}

// libxml2 makes a document for the entities of a DOCTYPE before it tells of them, and leaves it to
// the caller.
struct FreeParser {
    void operator()(xmlParserCtxtPtr parser) const {
        if (parser->myDoc != nullptr) xmlFreeDoc(parser->myDoc);
        xmlFreeParserCtxt(parser);
    }
};

}  // namespace

void read_xml_part(OfficeContainer& container, std::string_view part, XmlHandler& handler) {
    Reading reading{
        container.open(part), container.file_name(), &handler, nullptr, 0, false, {}, {}, {}};
    initialise_parser();
    xmlSAXHandler sax{};
    sax.initialized = XML_SAX2_MAGIC;
    sax.startElementNs = on_start;
    sax.endElementNs = on_end;
    sax.characters = on_characters;
    sax.ignorableWhitespace = on_characters;
    sax.cdataBlock = on_characters;
    sax.internalSubset = on_doctype;
    sax.serror = on_error;
    const std::unique_ptr<xmlParserCtxt, FreeParser> parser(xmlCreateIOParserCtxt(
        &sax, &reading, read_bytes, nullptr, &reading, XML_CHAR_ENCODING_NONE));
    if (reading.thrown) std::rethrow_exception(reading.thrown);
    if (!parser) throw reading.refusal(Code::office_xml_malformed, "out of memory");
    reading.parser = parser.get();
    // NOENT makes libxml2 deliver &amp; in attributes as &; with DOCTYPE refused there are no
    // other entities that it could replace.
    xmlCtxtUseOptions(parser.get(), XML_PARSE_NONET | XML_PARSE_NOENT);
    xmlParseDocument(parser.get());
    if (reading.thrown) std::rethrow_exception(reading.thrown);
    if (parser->wellFormed == 0) {
        throw reading.refusal(Code::office_xml_malformed, reading.fault);
    }
}

std::optional<std::string_view> XmlAttributes::find(std::string_view local_name) const {
    for (std::size_t i = 0; i < count_; ++i) {
        const unsigned char* const* attribute = values_ + i * 5;
        if (view(attribute[0]) == local_name) {
            return std::string_view(reinterpret_cast<const char*>(attribute[3]),
                                    static_cast<std::size_t>(attribute[4] - attribute[3]));
        }
    }
    return {};
}

std::optional<std::string_view> XmlAttributes::find(std::string_view local_name,
                                                    std::string_view ending) const {
    for (std::size_t i = 0; i < count_; ++i) {
        const unsigned char* const* attribute = values_ + i * 5;
        if (view(attribute[0]) == local_name && view(attribute[2]).ends_with(ending)) {
            return std::string_view(reinterpret_cast<const char*>(attribute[3]),
                                    static_cast<std::size_t>(attribute[4] - attribute[3]));
        }
    }
    return {};
}

std::string_view XmlAttributes::value(std::string_view local_name,
                                      std::string_view fallback) const {
    return find(local_name).value_or(fallback);
}

std::uint32_t XmlAttributes::number(std::string_view local_name, std::uint32_t fallback) const {
    const std::string_view text = value(local_name);
    std::uint32_t result = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), result);
    const bool whole = error == std::errc() && end == text.data() + text.size();
    return whole && text.size() <= 9 ? result : fallback;
}

bool XmlAttributes::flag(std::string_view local_name, bool fallback) const {
    const std::optional<std::string_view> text = find(local_name);
    if (!text) return fallback;
    return *text == "1" || *text == "true" || *text == "on";
}

}  // namespace dutylist
