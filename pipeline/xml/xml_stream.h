#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "pipeline/diagnostics/message.h"
#include "pipeline/xml/xml_attributes.h"

namespace dutylist {

// From 1; columns count characters.
struct XmlPosition {
    std::uint32_t line = 1;
    std::uint32_t column = 1;
};

struct XmlFault {
    Code code{};      // xml_malformed, xml_doctype or xml_too_deep
    Argument detail;  // the reason of xml_malformed, the limit of xml_too_deep
    XmlPosition position;
};

// The one reader of XML of every form; the only place that knows expat. Reads from beginning to end
// and keeps nothing but the piece at hand, so memory does not grow with the input, and time grows
// in proportion to it. White space is kept; comments and processing instructions are passed over;
// the only entities are the five of XML itself.
//
// Every limit on XML is applied here: a DOCTYPE is refused, and so are nesting beyond
// Limits::xml_depth, more than Limits::xml_attributes in a tag, names and namespaces longer than
// Limits::xml_name_bytes, and a tag, comment or instruction longer than Limits::xml_token_bytes.
// Character data comes in pieces of any length.
class XmlStream {
public:
    // Fills the buffer as far as it can; 0 at the end. What it throws passes on.
    using Source = std::function<std::size_t(std::span<char>)>;
    enum class Encoding : std::uint8_t { declared, utf8 };  // utf8: whatever the file declares
    enum class Event : std::uint8_t { start, end, text, done, fault };

    // Of parts of Office files: their texts have places of other kinds, so position() is known of
    // faults only.
    XmlStream(Source source, Encoding encoding);
    // A text, which must outlive the stream.
    explicit XmlStream(std::string_view utf8);
    ~XmlStream();
    XmlStream(const XmlStream&) = delete;
    XmlStream& operator=(const XmlStream&) = delete;

    // After done and fault it gives the same again. Everything below is valid until the next call.
    Event next();

    std::string_view qualified_name() const;                        // of a start or end tag
    std::string_view name() const;                                  // the same without prefix
    std::string_view name_space() const;                            // of that tag; "" if none
    std::string_view name_space_of(std::string_view prefix) const;  // "" if it is not bound
    // Of a start tag; references decoded.
    std::span<const XmlAttribute> attribute_list() const;
    XmlAttributes attributes() const;
    // References decoded. One stretch of character data may come in several events: one ends at
    // least at each tag, comment, instruction and border of a CDATA section.
    std::string_view text() const;
    XmlPosition position() const;  // of the first character of a start tag or text
    const XmlFault& fault() const;

    // What was done so far, to show that work grows as the input does.
    struct Work {
        std::uint64_t bytes_parsed = 0;  // those of a piece that was not whole count again
        std::uint64_t events = 0;
    };
    Work work() const;

private:
    struct Implementation;
    std::unique_ptr<Implementation> implementation_;
};

}  // namespace dutylist
