#include "pipeline/text/text_gate.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/text/encoding.h"
#include "pipeline/text/utf8.h"

namespace dutylist {
namespace {

// What XML 1.0 cannot hold or no person can see: C0 and C1 controls but tab and line feed, NEL
// aside, noncharacters.
bool is_refused(char32_t c) {
    if (c < 0x20) return c != U'\t' && c != U'\n';
    if (c >= 0x7F && c <= 0x9F) return true;
    return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
}

// True for the bytes with which a refused character or a carriage return may begin; what begins
// with any other needs no closer look.
constexpr bool may_begin_refused(unsigned char byte) {
    return (byte < 0x20 && byte != '\t' && byte != '\n') || byte == 0x7F || byte == 0xC2 ||
           byte == 0xEF || byte >= 0xF0;
}

// Where the first refused character of a valid text stands, or npos.
std::size_t find_refused(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (may_begin_refused(static_cast<unsigned char>(text[i])) &&
            is_refused(decode_at(text, i).character))
            return i;
    }
    return std::string_view::npos;
}

std::string code_point_name(char32_t c) {
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "U+%04X", static_cast<unsigned>(c));
    return text.data();
}

struct Mark {
    std::string_view bytes;
    std::string_view encoding;
};
constexpr std::array<Mark, 3> marks{
    {{"\xEF\xBB\xBF", "UTF-8"}, {"\xFF\xFE", "UTF-16LE"}, {"\xFE\xFF", "UTF-16BE"}}};

// UTF-16 without a mark: text of the Latin range or white space in it puts NULs on one side.
std::string_view utf16_by_nulls(std::string_view bytes) {
    std::array<std::size_t, 2> nulls{};
    const std::size_t looked_at = std::min<std::size_t>(bytes.size(), 4096) & ~std::size_t{1};
    for (std::size_t i = 0; i < looked_at; ++i) nulls[i % 2] += bytes[i] == 0;
    if (bytes.size() % 2 != 0) return {};
    if (nulls[1] > 0 && nulls[0] == 0) return "UTF-16LE";
    if (nulls[0] > 0 && nulls[1] == 0) return "UTF-16BE";
    return {};
}

// The first byte that no text has, or npos.
std::size_t find_binary(std::string_view bytes) {
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (bytes[i] == 0) return i;
    }
    return std::string_view::npos;
}

// Whether bytes that are not valid UTF-8 are UTF-8 with a few bytes damaged: text of another
// encoding hardly ever has the form of UTF-8's Chinese characters, and never in such numbers.
bool is_damaged_utf8(std::string_view bytes) {
    constexpr std::size_t characters_for_each_damaged_byte = 16;
    std::size_t chinese = 0;
    std::size_t damaged = 0;
    for (std::size_t i = 0; i < bytes.size();) {
        const Decoded d = decode_at(bytes, i);
        damaged += d.bytes == 1 && static_cast<unsigned char>(bytes[i]) >= 0x80;
        chinese += d.bytes == 3 && d.character >= 0x3000 && d.character <= 0x9FFF;
        i += d.bytes;
    }
    return damaged * characters_for_each_damaged_byte <= chinese;
}

// Line ends become LF and refused characters go; reports them by line and column.
void clean(GatedText& gated, std::string_view file_name, Diagnostics& diagnostics) {
    std::string& text = gated.text;
    if (find_refused(text) == std::string_view::npos) return;

    std::uint32_t line = 1;
    std::uint32_t column = 1;
    std::size_t out = 0;
    for (std::size_t in = 0; in < text.size();) {
        const Decoded d = decode_at(text, in);
        if (d.character == U'\r') {
            ++in;
            const bool followed = in < text.size() && text[in] == '\n';
            if (followed) ++in;
            text[out++] = '\n';
            ++line;
            column = 1;
            continue;
        }
        if (is_refused(d.character)) {
            gated.removed_bytes += d.bytes;
            diagnostics.add(Code::text_control_character,
                            {std::string(file_name), {}, line, column},
                            {code_point_name(d.character)}, text.substr(in, d.bytes));
            in += d.bytes;
            continue;
        }
        if (out != in)
            std::copy_n(text.begin() + static_cast<std::ptrdiff_t>(in), d.bytes,
                        text.begin() + static_cast<std::ptrdiff_t>(out));
        out += d.bytes;
        in += d.bytes;
        if (d.character == U'\n') {
            ++line;
            column = 1;
        } else {
            ++column;
        }
    }
    text.resize(out);
}

}  // namespace

GatedText pass_text_gate(std::string bytes, std::string_view file_name, Diagnostics& diagnostics,
                         std::optional<std::string_view> wanted,
                         std::optional<std::string_view> declared) {
    GatedText gated;
    std::string encoding;
    for (const Mark& mark : marks) {
        if (bytes.starts_with(mark.bytes)) {
            encoding = mark.encoding;
            gated.mark_bytes = mark.bytes.size();
            bytes.erase(0, mark.bytes.size());
            break;
        }
    }
    const auto named = [&](std::string_view name) {
        std::string canonical = canonical_encoding(name);
        if (canonical.empty()) {
            throw JobError(Code::text_unknown_encoding, {std::string(file_name), {}, 0, 0},
                           {std::string(name)});
        }
        return canonical;
    };
    if (encoding.empty() && wanted) encoding = named(*wanted);
    if (encoding.empty() && declared) encoding = canonical_encoding(*declared);
    const bool given = !encoding.empty();
    // A file that says GB2312 and is UTF-8 is common, the reverse as well: valid UTF-8 with Han in
    // it is never anything else by chance, so a declaration gives way to it.
    const bool doubted = given && !wanted && gated.mark_bytes == 0;
    bool valid = false;
    if (!given || doubted) {
        valid = is_valid_utf8(bytes);
        if (valid && find_binary(bytes) == std::string_view::npos) {
            encoding = "UTF-8";
        } else if (const std::string_view utf16 = utf16_by_nulls(bytes); !utf16.empty()) {
            encoding = utf16;
        } else if (encoding.empty() || encoding == "UTF-8") {
            encoding = is_damaged_utf8(bytes) ? "UTF-8" : "GB18030";
        }
    }

    if (!encoding.starts_with("UTF-16") && !encoding.starts_with("UTF-32")) {
        if (const std::size_t at = find_binary(bytes); at != std::string_view::npos) {
            throw JobError(Code::text_binary, {}, {std::string(file_name), std::to_string(at + 1)});
        }
    }
    gated.encoding = encoding;
    if (encoding == "UTF-8") {
        if (!valid && !is_valid_utf8(bytes)) {
            std::size_t at = 0;
            while (at < bytes.size() && !(decode_at(bytes, at).bytes == 1 &&
                                          static_cast<unsigned char>(bytes[at]) >= 0x80)) {
                at += decode_at(bytes, at).bytes;
            }
            throw JobError(
                Code::text_undecodable, {},
                {std::string(file_name), encoding, std::to_string(at + gated.mark_bytes + 1)});
        }
        gated.text = std::move(bytes);
    } else {
        Decoding decoding = decode(bytes, encoding);
        if (decoding.failed_at) {
            throw JobError(Code::text_undecodable, {},
                           {std::string(file_name), encoding,
                            std::to_string(*decoding.failed_at + gated.mark_bytes + 1)});
        }
        gated.text = std::move(decoding.text);
        diagnostics.add(Code::text_decoded, {std::string(file_name), {}, 0, 0}, {encoding});
    }
    clean(gated, file_name, diagnostics);
    return gated;
}

std::string clean_text(std::string_view text, const SourceLocation& place,
                       Diagnostics& diagnostics) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const Decoded d = decode_at(text, i);
        const bool broken = d.bytes == 1 && static_cast<unsigned char>(text[i]) >= 0x80;
        if (broken || (is_refused(d.character) && d.character != U'\r')) {
            diagnostics.add(
                Code::text_control_character, place,
                {broken ? "0x" + code_point_name(static_cast<unsigned char>(text[i])).substr(4)
                        : code_point_name(d.character)});
        } else if (d.character == U'\r') {
            if (i + 1 >= text.size() || text[i + 1] != '\n') result += '\n';
        } else {
            result.append(text, i, d.bytes);
        }
        i += d.bytes;
    }
    return result;
}

bool is_clean_text(std::string_view text) {
    return is_valid_utf8(text) && find_refused(text) == std::string_view::npos;
}

}  // namespace dutylist
