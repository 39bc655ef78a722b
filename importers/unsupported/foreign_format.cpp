#include "importers/unsupported/foreign_format.h"

#include <array>
#include <string_view>

#include "importers/office_container/office_package.h"
#include "importers/office_container/open_document_container.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"

namespace dutylist {
namespace {

using std::string_view_literals::operator""sv;

constexpr std::string_view compound_file = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv;

// Names of streams stand in a compound file as UTF-16 ([MS-CFB] 2.6.1).
bool has_stream(std::string_view bytes, std::string_view name) {
    std::string wide;
    for (char c : name) {
        wide += c;
        wide += '\0';
    }
    wide.append(2, '\0');
    return bytes.find(wide) != std::string_view::npos;
}

ForeignFormat in_compound_file(std::string_view bytes) {
    if (has_stream(bytes, "EncryptedPackage")) return {Code::unsupported_encrypted, {"Office"}};
    if (has_stream(bytes, "WordDocument")) return {Code::unsupported_old_word, {}};
    if (has_stream(bytes, "Workbook") || has_stream(bytes, "Book")) {
        return {Code::unsupported_old_excel, {}};
    }
    return {Code::unsupported_other, {"OLE2"}};
}

// An Office package that is not read, and the program or type to name; nothing if it is read.
std::optional<ForeignFormat> in_package(OfficeContainer& container, const OfficePackage& package) {
    if (!container.has(package.main_part))
        return ForeignFormat{Code::container_part_missing, {package.main_part}};
    switch (package.kind) {
        case PackageKind::word:
        case PackageKind::excel:
            return {};
        case PackageKind::excel_binary:
            return ForeignFormat{Code::unsupported_old_excel, {}};
        case PackageKind::presentation:
            return ForeignFormat{Code::unsupported_other, {"PowerPoint"}};
        case PackageKind::none:
        case PackageKind::other:
            break;
    }
    constexpr std::size_t longest_type = 120;
    const std::string type =
        package.content_type.empty() ? package.main_part : package.content_type;
    return ForeignFormat{Code::unsupported_other, {type.substr(0, longest_type)}};
}

std::optional<ForeignFormat> in_archive(const SourceBytes& source) {
    try {
        OfficeContainer container(source);
        const OfficePackage package = find_package(container);
        if (!package.main_part.empty()) return in_package(container, package);
        if (container.has("OFD.xml")) return ForeignFormat{Code::unsupported_page_format, {"OFD"}};
        const std::string type = open_document_type(container);
        const bool read = type.find("opendocument.spreadsheet") != std::string::npos ||
                          type.find("opendocument.text") != std::string::npos;
        if (read) return {};
        if (!type.empty()) return ForeignFormat{Code::unsupported_other, {type.substr(0, 80)}};
        return ForeignFormat{Code::unsupported_archive, {"ZIP"}};
    } catch (const JobError& error) {
        std::vector<Argument> arguments = error.diagnostic().arguments;
        if (!arguments.empty()) arguments.erase(arguments.begin());
        return ForeignFormat{error.diagnostic().code, std::move(arguments)};
    }
}

struct Magic {
    std::string_view bytes;
    Code code;
    std::string_view name;
};

constexpr std::array<Magic, 13> magics{{
    {"%PDF-"sv, Code::unsupported_page_format, "PDF"sv},
    {"\xFF\xD8\xFF"sv, Code::unsupported_picture, "JPEG"sv},
    {"\x89PNG\r\n\x1A\n"sv, Code::unsupported_picture, "PNG"sv},
    {"GIF8"sv, Code::unsupported_picture, "GIF"sv},
    {"II*\0"sv, Code::unsupported_picture, "TIFF"sv},
    {"MM\0*"sv, Code::unsupported_picture, "TIFF"sv},
    {"{\\rtf"sv, Code::unsupported_other, "RTF"sv},
    {"Rar!\x1A\x07"sv, Code::unsupported_archive, "RAR"sv},
    {"7z\xBC\xAF\x27\x1C"sv, Code::unsupported_archive, "7z"sv},
    {"\x1F\x8B"sv, Code::unsupported_archive, "gzip"sv},
    {"SQLite format 3\0"sv, Code::unsupported_database, "SQLite"sv},
    {"AT&TFORM"sv, Code::unsupported_page_format, "DjVu"sv},
    {"\x7F"
     "ELF"sv,
     Code::unsupported_program, "ELF"sv},
}};

}  // namespace

std::optional<ForeignFormat> find_foreign_format(const SourceBytes& source) {
    const std::string_view bytes = source.bytes;
    if (bytes.starts_with(compound_file)) return in_compound_file(bytes);
    if (is_zip(bytes)) return in_archive(source);
    for (const Magic& magic : magics) {
        if (bytes.starts_with(magic.bytes)) {
            return ForeignFormat{magic.code, {magic.name}};
        }
    }
    return {};
}

}  // namespace dutylist
