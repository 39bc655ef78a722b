#include "pipeline/xml/xml_stream.h"

#include <algorithm>
#include <cstring>
#include <exception>
#include <memory_resource>
#include <new>
#include <vector>

#include <expat.h>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/io/limits.h"
#include "pipeline/xml/expat_fault.h"

namespace dutylist {
namespace {

constexpr std::size_t piece_bytes = 16 * 1024;

struct Slice {
    std::uint32_t begin = 0;
    std::uint32_t size = 0;
};

Slice slice(std::size_t begin, std::size_t size) {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(size)};
}

// The texts of a piece of input; of some files each character comes by itself.
class TextBuffer {
public:
    std::size_t size() const { return size_; }
    void clear() { size_ = 0; }
    void append(std::string_view text) {
        if (bytes_.size() - size_ < text.size())
            bytes_.resize(std::max(2 * bytes_.size(), size_ + text.size()));
        char* const to = bytes_.data() + size_;
        size_ += text.size();
        if (text.size() != 3) {
            std::memcpy(to, text.data(), text.size());
            return;
        }
        to[0] = text[0];
        to[1] = text[1];
        to[2] = text[2];
    }
    std::string_view view() const { return {bytes_.data(), size_}; }

private:
    std::vector<char> bytes_ = std::vector<char>(2 * piece_bytes);
    std::size_t size_ = 0;
};

struct FreeParser {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};

std::span<const char> bytes_of(std::string_view text) { return {text.data(), text.size()}; }

XmlStream::Source source_of(std::string_view text) {
    return [rest = bytes_of(text)](std::span<char> buffer) mutable {
        const std::size_t size = std::min(rest.size(), buffer.size());
        std::copy_n(rest.begin(), size, buffer.begin());
        rest = rest.subspan(size);
        return size;
    };
}

}  // namespace

// expat is given one piece of the input at a time; what it tells of it is kept until it is asked
// for. So nothing that a caller throws passes through expat.
struct XmlStream::Implementation {
    struct Entry {
        Event event;
        XmlPosition position;
        std::string_view name;
        Slice content;  // of a text, in texts; of a start tag, in attributes
    };

    Implementation(Source read, Encoding encoding, bool with_places)
        : source(std::move(read)),
          places(with_places),
          parser(XML_ParserCreate(encoding == Encoding::utf8 ? "UTF-8" : nullptr)) {
        if (!parser) throw std::bad_alloc();
        XML_SetUserData(parser.get(), this);
        XML_SetElementHandler(parser.get(), on_start, on_end);
        XML_SetCharacterDataHandler(parser.get(), on_text);
        XML_SetDefaultHandler(parser.get(), on_other);
    }

    static Implementation& of(void* context) { return *static_cast<Implementation*>(context); }

    // Exceptions must not pass through expat: the first is kept and thrown after it.
    template <typename Action>
    void guarded(Action action) noexcept {
        ++tokens;
        if (stopped) return;
        try {
            action();
        } catch (...) {
            thrown = std::current_exception();
            stop();
        }
    }
    void stop() {
        stopped = true;
        XML_StopParser(parser.get(), XML_FALSE);
    }

    XmlPosition here() const {
        return {static_cast<std::uint32_t>(XML_GetCurrentLineNumber(parser.get())),
                static_cast<std::uint32_t>(XML_GetCurrentColumnNumber(parser.get()) + 1)};
    }
    void refuse(Code code, Argument detail) {
        found = XmlFault{code, std::move(detail), here()};
        stop();
    }
    void refuse(Code why, std::uint32_t limit) {
        refuse(Code::xml_malformed, Message{why, {limit}});
    }

    std::string_view keep(std::string_view text) {
        if (text.empty()) return {};
        char* kept = static_cast<char*>(arena.allocate(text.size(), 1));
        std::memcpy(kept, text.data(), text.size());
        return {kept, text.size()};
    }
    const Entry& entry() const { return queue[at]; }

    bool fits_name(std::string_view name) {
        if (name.size() <= default_limits.xml_name_bytes) return true;
        refuse(Code::reason_xml_long_name, default_limits.xml_name_bytes);
        return false;
    }

    static void XMLCALL on_start(void* context, const XML_Char* name, const XML_Char** list) {
        Implementation& self = of(context);
        self.guarded([&] { self.start(name, list); });
    }
    void start(std::string_view name, const XML_Char** list) {
        if (!fits_name(name)) return;
        open.emplace_back(name);
        root_seen = true;
        if (open.size() > default_limits.xml_depth)
            return refuse(Code::xml_too_deep, std::to_string(default_limits.xml_depth));
        const std::size_t first = attributes.size();
        const XmlPosition position = places ? here() : XmlPosition{};
        for (; *list != nullptr; list += 2) {
            const std::string_view attribute = list[0];
            const std::string_view value = list[1];
            if (attributes.size() - first == default_limits.xml_attributes)
                return refuse(Code::reason_xml_attributes, default_limits.xml_attributes);
            if (!fits_name(attribute)) return;
            if (attribute.starts_with("xmlns") && !fits_name(value)) return;
            attributes.push_back({keep(attribute), keep(value)});
        }
        queue.push_back(
            {Event::start, position, keep(name), slice(first, attributes.size() - first)});
    }

    static void XMLCALL on_end(void* context, const XML_Char* name) {
        Implementation& self = of(context);
        self.guarded([&] {
            self.open.pop_back();
            self.queue.push_back({Event::end, {}, self.keep(name), {}});
        });
    }

    static void XMLCALL on_text(void* context, const XML_Char* text, int size) {
        Implementation& self = of(context);
        self.guarded([&] {
            const std::string_view piece(text, static_cast<std::size_t>(size));
            const bool continues =
                !self.interrupted && !self.queue.empty() && self.queue.back().event == Event::text;
            self.interrupted = false;
            if (continues) {
                self.queue.back().content.size += static_cast<std::uint32_t>(size);
            } else {
                const XmlPosition position = self.places ? self.here() : XmlPosition{};
                self.queue.push_back(
                    {Event::text, position, {}, slice(self.texts.size(), piece.size())});
            }
            self.texts.append(piece);
        });
    }

    // Comments, instructions, declarations, and the marks around CDATA.
    static void XMLCALL on_other(void* context, const XML_Char* text, int size) {
        Implementation& self = of(context);
        self.guarded([&] {
            const std::string_view token(text, static_cast<std::size_t>(size));
            // CDATA is a part of the text around it (XPath 1.0, 5.7).
            if (token.starts_with("<!--") || token.starts_with("<?")) self.interrupted = true;
            if (token.starts_with("<!DOCTYPE")) self.refuse(Code::xml_doctype, std::string());
        });
    }

    void find_fault() {
        int offset = 0;
        int size = 0;
        const char* text = XML_GetInputContext(parser.get(), &offset, &size);
        FaultContext context{{}, {}, open, root_seen};
        if (text != nullptr && offset <= size) {
            const std::string_view whole(text, static_cast<std::size_t>(size));
            context.before = whole.substr(0, static_cast<std::size_t>(offset));
            context.rest = whole.substr(static_cast<std::size_t>(offset));
        }
        const int error = XML_GetErrorCode(parser.get());
        if (error == XML_ERROR_NO_MEMORY) throw std::bad_alloc();
        const std::optional<Message> why = expat_reason(error, context);
        found = why ? XmlFault{Code::xml_malformed, *why, here()}
                    : XmlFault{Code::xml_doctype, {}, here()};
    }

    // Parses one piece more. A tag or comment that is not whole at the end of a piece is read again
    // with the next one, so pieces grow while nothing comes to its end: twice the work at most.
    void parse_piece() {
        queue.clear();
        attributes.clear();
        texts.clear();
        arena.release();
        at = 0;
        void* buffer = XML_GetBuffer(parser.get(), static_cast<int>(piece));
        if (buffer == nullptr) throw std::bad_alloc();
        const std::size_t got = source({static_cast<char*>(buffer), piece});
        finished = got == 0;
        work.bytes_parsed += unfinished_bytes + got;
        const std::uint64_t before = tokens;
        const XML_Status status =
            XML_ParseBuffer(parser.get(), static_cast<int>(got), finished ? XML_TRUE : XML_FALSE);
        if (thrown) std::rethrow_exception(thrown);
        if (status == XML_STATUS_ERROR && !found) find_fault();
        if (tokens != before) {
            piece = piece_bytes;
            unfinished_bytes = 0;
        } else {
            unfinished_bytes += got;
            // The piece after the longest token tells that it is too long.
            const std::size_t most = default_limits.xml_token_bytes + piece_bytes;
            piece = std::min(std::max(piece, unfinished_bytes),
                             std::max(most, unfinished_bytes + 1) - unfinished_bytes);
        }
        work.events += queue.size();
        if (!found && unfinished_bytes > default_limits.xml_token_bytes)
            refuse(Code::reason_xml_long_tag, default_limits.xml_token_bytes);
    }

    Event next() {
        if (at < queue.size() && queue[at].event == Event::end) name_spaces.leave();
        if (at < queue.size()) ++at;
        while (at == queue.size()) {
            if (found) return Event::fault;
            if (finished) return Event::done;
            parse_piece();
        }
        if (entry().event == Event::start) name_spaces.enter(attribute_list());
        return entry().event;
    }

    std::span<const XmlAttribute> attribute_list() const {
        if (entry().event != Event::start) return {};
        return std::span(attributes).subspan(entry().content.begin, entry().content.size);
    }

    Source source;
    bool places;  // of tags and texts are wanted
    std::unique_ptr<XML_ParserStruct, FreeParser> parser;
    std::vector<Entry> queue;  // of the piece at hand
    std::vector<XmlAttribute> attributes;
    TextBuffer texts;
    // Names and values of attributes; what a usual piece needs is taken once.
    std::vector<char> arena_begin = std::vector<char>(3 * piece_bytes);
    std::pmr::monotonic_buffer_resource arena{arena_begin.data(), arena_begin.size()};
    std::size_t at = 0;
    XmlNameSpaces name_spaces;
    std::vector<std::string> open;
    bool root_seen = false;
    bool finished = false;
    bool stopped = false;
    bool interrupted = false;  // what comes next does not continue the text before it
    std::exception_ptr thrown;
    std::optional<XmlFault> found;
    std::size_t piece = piece_bytes;
    std::size_t unfinished_bytes = 0;
    std::uint64_t tokens = 0;
    Work work;
};

XmlStream::XmlStream(Source source, Encoding encoding)
    : implementation_(std::make_unique<Implementation>(std::move(source), encoding, false)) {}
XmlStream::XmlStream(std::string_view utf8)
    : implementation_(std::make_unique<Implementation>(source_of(utf8), Encoding::utf8, true)) {}
XmlStream::~XmlStream() = default;

XmlStream::Event XmlStream::next() { return implementation_->next(); }

std::string_view XmlStream::qualified_name() const { return implementation_->entry().name; }
std::string_view XmlStream::name() const { return xml_local_name(qualified_name()); }
std::string_view XmlStream::name_space() const {
    return name_space_of(xml_prefix(qualified_name()));
}
std::string_view XmlStream::name_space_of(std::string_view prefix) const {
    return implementation_->name_spaces.uri(prefix);
}
std::span<const XmlAttribute> XmlStream::attribute_list() const {
    return implementation_->attribute_list();
}
XmlAttributes XmlStream::attributes() const {
    return {implementation_->attribute_list(), implementation_->name_spaces};
}
std::string_view XmlStream::text() const {
    const Slice content = implementation_->entry().content;
    return implementation_->texts.view().substr(content.begin, content.size);
}
XmlPosition XmlStream::position() const {
    if (implementation_->found && implementation_->at == implementation_->queue.size())
        return implementation_->found->position;
    return implementation_->at < implementation_->queue.size()
               ? implementation_->queue[implementation_->at].position
               : implementation_->here();
}
const XmlFault& XmlStream::fault() const { return *implementation_->found; }
XmlStream::Work XmlStream::work() const { return implementation_->work; }

}  // namespace dutylist
