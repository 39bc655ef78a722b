#include "pipeline/io/set_journal.h"

#include <algorithm>
#include <cerrno>
#include <charconv>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "pipeline/diagnostics/job_error.h"
#include "pipeline/io/checksum.h"
#include "pipeline/io/file_descriptor.h"
#include "pipeline/io/temporary_name.h"
#include "pipeline/io/written_bytes.h"

namespace dutylist {
namespace {

constexpr std::string_view heading = "dutylist outputs 1\n";
constexpr std::string_view nothing = "-";

// Names may hold any bytes; a journal has blanks and line ends between them.
std::string escaped(std::string_view name) {
    if (name.empty()) return std::string(nothing);
    static constexpr std::string_view digits = "0123456789ABCDEF";
    std::string text;
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte > 0x20 && byte != 0x7F && c != '%' && c != '-') {
            text += c;
        } else {
            text += {'%', digits[byte >> 4], digits[byte & 15]};
        }
    }
    return text;
}

std::optional<std::string> unescaped(std::string_view text) {
    if (text == nothing) return "";
    std::string name;
    for (std::size_t i = 0; i < text.size(); ++i) {
        unsigned byte = static_cast<unsigned char>(text[i]);
        if (text[i] == '%') {
            const auto [end, error] =
                std::from_chars(text.data() + std::min(i + 1, text.size()),
                                text.data() + std::min(i + 3, text.size()), byte, 16);
            if (error != std::errc() || end != text.data() + i + 3) return std::nullopt;
            i += 2;
        }
        name += static_cast<char>(byte);
    }
    return name;
}

// Splits off what stands before the separator; nothing where there is none.
std::optional<std::string_view> cut(std::string_view& text, char separator) {
    const std::size_t end = text.find(separator);
    if (end == std::string_view::npos) return std::nullopt;
    const std::string_view part = text.substr(0, end);
    text.remove_prefix(end + 1);
    return part;
}

template <typename Number>
bool read_number(const std::optional<std::string_view>& text, Number& number) {
    if (!text) return false;
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), number);
    return error == std::errc() && end == text->data() + text->size();
}

bool is_file_name(const std::string& name) {
    return !name.empty() && name != "." && name != ".." && name.find('/') == std::string::npos &&
           name.find('\0') == std::string::npos;
}

std::optional<JournalEntry> read_entry(std::string_view line) {
    JournalEntry entry;
    if (!read_number(cut(line, ' '), entry.size) || !read_number(cut(line, ' '), entry.checksum))
        return std::nullopt;
    for (std::string* name : {&entry.former, &entry.temporary}) {
        const auto part = cut(line, ' ');
        const auto text = part ? unescaped(*part) : std::nullopt;
        if (!text) return std::nullopt;
        *name = *text;
        if (!name->empty() && TemporaryNames::id_in(*name).empty()) return std::nullopt;
    }
    const auto output = unescaped(line);
    if (!output || !is_file_name(*output) || entry.temporary.empty()) return std::nullopt;
    if (entry.temporary.find('/') != std::string::npos ||
        entry.former.find('/') != std::string::npos) {
        return std::nullopt;
    }
    entry.output = *output;
    return entry;
}

bool stands(const std::filesystem::path& file) {
    struct stat status {};
    return ::lstat(file.c_str(), &status) == 0;
}

bool is_new_output(const std::filesystem::path& file, const JournalEntry& entry) {
    const FileDescriptor descriptor(
        ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    if (!descriptor.valid()) return false;
    try {
        const FileBytes bytes(file.string(), descriptor.get());
        if (bytes.size() != entry.size) return false;
        std::uint32_t sum = 0;
        bytes.each_piece([&](std::string_view piece) { sum = checksum(sum, piece); });
        return sum == entry.checksum;
    } catch (const JobError&) {
        return false;
    }
}

bool unlink_if_there(const std::filesystem::path& file) {
    return ::unlink(file.c_str()) == 0 || errno == ENOENT;
}

bool undo_entry(const std::filesystem::path& folder, const JournalEntry& entry) {
    const std::filesystem::path output = folder / entry.output;
    const std::filesystem::path former = folder / entry.former;
    const bool is_new = is_new_output(output, entry);
    if (entry.former.empty()) {
        if (is_new && !unlink_if_there(output)) return false;
    } else if (stands(former)) {
        const bool put_back = is_new || !stands(output);
        if (put_back && ::rename(former.c_str(), output.c_str()) != 0) return false;
        // Also where both were names of one file, which rename leaves as they are.
        if (!unlink_if_there(former)) return false;
    }
    return unlink_if_there(folder / entry.temporary);
}

}  // namespace

std::string journal_text(const Journal& journal) {
    std::string text(heading);
    for (const JournalEntry& entry : journal) {
        text += std::to_string(entry.size) + " " + std::to_string(entry.checksum) + " " +
                escaped(entry.former) + " " + escaped(entry.temporary) + " " +
                escaped(entry.output) + "\n";
    }
    return text + "end\n";
}

std::optional<Journal> read_journal(std::string_view text) {
    if (!text.starts_with(heading)) return std::nullopt;
    text.remove_prefix(heading.size());
    Journal journal;
    while (const auto line = cut(text, '\n')) {
        if (*line == "end") return text.empty() ? std::optional(journal) : std::nullopt;
        auto entry = read_entry(*line);
        if (!entry) return std::nullopt;
        journal.push_back(std::move(*entry));
    }
    return std::nullopt;
}

std::string undo(const std::filesystem::path& folder, const Journal& journal) {
    for (const JournalEntry& entry : journal)
        if (!undo_entry(folder, entry)) return entry.output;
    return {};
}

}  // namespace dutylist
