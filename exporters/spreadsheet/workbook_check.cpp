#include "exporters/spreadsheet/workbook_check.h"

#include <cstring>
#include <memory>
#include <string_view>
#include <utility>

#include <libdeflate.h>
#include <zip.h>

#include "pipeline/diagnostics/job_error.h"

namespace dutylist::spreadsheet {
namespace {

// Counts start tags in XML that is read piece by piece. In well-formed output of libxlsxwriter '<'
// stands nowhere but at a tag, and no name is longer than a few bytes.
class TagCounter {
public:
    void read(std::string_view piece) {
        if (!carried_.empty()) {
            const std::size_t size = carried_.size();
            carried_.append(piece.substr(0, longest_tag));
            const std::string joined = std::exchange(carried_, {});
            count_in(joined, size);
        }
        count_in(piece, piece.size() > longest_tag ? piece.size() - longest_tag : 0);
        if (piece.size() > longest_tag) {
            carried_ = piece.substr(piece.size() - longest_tag);
        } else {
            carried_ = piece;
        }
        tail_.append(piece.substr(piece.size() > tail_size ? piece.size() - tail_size : 0));
        if (tail_.size() > tail_size) tail_.erase(0, tail_.size() - tail_size);
    }
    void finish() {
        const std::string rest = std::exchange(carried_, {});
        count_in(rest, rest.size());
    }

    std::uint64_t rows = 0, cells = 0, strings = 0, sheets = 0, names = 0;
    // The last bytes of the part.
    std::string_view tail() const {
        std::string_view text = tail_;
        while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.remove_suffix(1);
        return text;
    }

private:
    static constexpr std::size_t longest_tag = 16;
    static constexpr std::size_t tail_size = 64;

    // Tags that begin before `end`; there may be more bytes behind it to read their names from.
    void count_in(std::string_view text, std::size_t end) {
        const char* position = text.data();
        const char* const limit = text.data() + end;
        while (position < limit) {
            position = static_cast<const char*>(
                std::memchr(position, '<', static_cast<std::size_t>(limit - position)));
            if (!position) return;
            count_tag(text.substr(static_cast<std::size_t>(position - text.data())));
            ++position;
        }
    }
    void count_tag(std::string_view tag) {
        if (tag.size() < 2) return;
        switch (tag[1]) {
            case 'c':
                cells += tag.starts_with("<c ");
                break;
            case 'r':
                rows += tag.starts_with("<row ");
                break;
            case 's':
                strings += tag.starts_with("<si>");
                sheets += tag.starts_with("<sheet ");
                break;
            case 'd':
                names += tag.starts_with("<definedName ");
                break;
            default:
                break;
        }
    }

    std::string carried_;
    std::string tail_;
};

// What libzip reads through: it has a place in the bytes.
struct ZipSource {
    const WrittenBytes& file;
    std::uint64_t place;
};

zip_int64_t read_source_of(void* state, void* data, zip_uint64_t size, zip_source_cmd_t command) {
    ZipSource& source = *static_cast<ZipSource*>(state);
    switch (command) {
        case ZIP_SOURCE_OPEN:
            source.place = 0;
            return 0;
        case ZIP_SOURCE_READ: {
            std::size_t count = 0;
            try {
                count = source.file.read(source.place, {static_cast<char*>(data), size});
            } catch (const JobError&) {
                return -1;
            }
            source.place += count;
            return static_cast<zip_int64_t>(count);
        }
        case ZIP_SOURCE_SEEK: {
            const zip_int64_t place = zip_source_seek_compute_offset(
                source.place, source.file.size(), data, size, nullptr);
            if (place < 0) return -1;
            source.place = static_cast<std::uint64_t>(place);
            return 0;
        }
        case ZIP_SOURCE_TELL:
            return static_cast<zip_int64_t>(source.place);
        case ZIP_SOURCE_STAT: {
            zip_stat_t& details = *static_cast<zip_stat_t*>(data);
            zip_stat_init(&details);
            details.size = source.file.size();
            details.valid = ZIP_STAT_SIZE;
            return sizeof details;
        }
        case ZIP_SOURCE_ERROR: {
            // Asked for after a read that failed.
            const int codes[2] = {ZIP_ER_READ, 0};
            std::memcpy(data, codes, sizeof codes);
            return sizeof codes;
        }
        case ZIP_SOURCE_CLOSE:
        case ZIP_SOURCE_FREE:
            return 0;
        case ZIP_SOURCE_SUPPORTS:
            return zip_source_make_command_bitmap(
                ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT,
                ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE, ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL,
                ZIP_SOURCE_SUPPORTS, -1);
        default:
            return -1;
    }
}

class Container {
public:
    explicit Container(const WrittenBytes& file) : file_(file), source_{file, 0} {
        zip_error_t error;
        zip_error_init(&error);
        zip_source_t* source = zip_source_function_create(read_source_of, &source_, &error);
        if (source) archive_.reset(zip_open_from_source(source, ZIP_RDONLY, &error));
        const std::string reason = zip_error_strerror(&error);
        zip_error_fini(&error);
        if (archive_) return;
        if (source) zip_source_free(source);
        refuse(reason);
    }

    [[noreturn]] void refuse(const std::string& reason) const { file_.refuse(reason); }

    bool has(const std::string& part) const {
        return zip_name_locate(archive_.get(), part.c_str(), ZIP_FL_ENC_GUESS) >= 0;
    }
    std::uint64_t parts() const {
        return static_cast<std::uint64_t>(zip_get_num_entries(archive_.get(), 0));
    }
    std::string name(std::uint64_t index) const {
        const char* text = zip_get_name(archive_.get(), index, ZIP_FL_ENC_GUESS);
        return text ? text : "";
    }

    // Reads a part to its end and compares size and checksum.
    TagCounter read(std::uint64_t index) const {
        zip_stat_t details;
        if (zip_stat_index(archive_.get(), index, 0, &details) != 0) refuse(name(index));
        TagCounter counter;
        if (details.size <= at_once_bytes && details.comp_method == ZIP_CM_DEFLATE) {
            counter.read(unpack(index, details));
        } else {
            stream(index, counter);
        }
        counter.finish();
        return counter;
    }
    TagCounter read(const std::string& part) const {
        const zip_int64_t index = zip_name_locate(archive_.get(), part.c_str(), ZIP_FL_ENC_GUESS);
        if (index < 0) refuse(part);
        return read(static_cast<std::uint64_t>(index));
    }

private:
    using Part = std::unique_ptr<zip_file_t, decltype(&zip_fclose)>;
    // Parts up to here are unpacked in one go, which is three times as fast.
    static constexpr std::uint64_t at_once_bytes = 4 * 1024 * 1024;

    std::string unpack(std::uint64_t index, const zip_stat_t& details) const {
        const Part part(zip_fopen_index(archive_.get(), index, ZIP_FL_COMPRESSED), zip_fclose);
        std::string packed(details.comp_size, '\0');
        if (!part || zip_fread(part.get(), packed.data(), packed.size()) !=
                         static_cast<zip_int64_t>(packed.size())) {
            refuse(name(index));
        }
        const std::unique_ptr<libdeflate_decompressor, decltype(&libdeflate_free_decompressor)>
            decompressor(libdeflate_alloc_decompressor(), libdeflate_free_decompressor);
        std::string text(details.size, '\0');
        if (!decompressor ||
            libdeflate_deflate_decompress(decompressor.get(), packed.data(), packed.size(),
                                          text.data(), text.size(),
                                          nullptr) != LIBDEFLATE_SUCCESS ||
            libdeflate_crc32(0, text.data(), text.size()) != details.crc) {
            refuse(name(index) + ": CRC");
        }
        return text;
    }

    // libzip compares size and checksum at the end.
    void stream(std::uint64_t index, TagCounter& counter) const {
        const Part part(zip_fopen_index(archive_.get(), index, 0), zip_fclose);
        if (!part) refuse(name(index));
        static constexpr std::size_t piece_bytes = 64 * 1024;
        const auto buffer = std::make_unique<char[]>(piece_bytes);
        for (;;) {
            const zip_int64_t size = zip_fread(part.get(), buffer.get(), piece_bytes);
            if (size < 0) refuse(name(index) + ": " + zip_file_strerror(part.get()));
            if (size == 0) return;
            counter.read({buffer.get(), static_cast<std::size_t>(size)});
        }
    }

    const WrittenBytes& file_;
    ZipSource source_;
    std::unique_ptr<zip_t, decltype(&zip_discard)> archive_{nullptr, zip_discard};
};

void compare(const Container& container, const std::string& what, std::uint64_t found,
             std::uint64_t wanted) {
    if (found == wanted) return;
    container.refuse(what + ": " + std::to_string(found) + " ≠ " + std::to_string(wanted));
}

std::string sheet_part(std::size_t index) {
    return "xl/worksheets/sheet" + std::to_string(index + 1) + ".xml";
}

void require_fixed_parts(const Container& container) {
    for (const char* part : {"[Content_Types].xml", "_rels/.rels", "docProps/app.xml",
                             "docProps/core.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels",
                             "xl/styles.xml", "xl/theme/theme1.xml"}) {
        if (!container.has(part)) container.refuse(part);
    }
}

}  // namespace

void check_workbook(const WrittenBytes& file, const WorkbookCounts& wanted) {
    const Container container(file);
    require_fixed_parts(container);
    std::uint64_t cells_in_strings = 0;
    std::size_t sheets = 0;
    std::size_t charts = 0;
    for (std::uint64_t index = 0; index < container.parts(); ++index) {
        const std::string name = container.name(index);
        const TagCounter counter = container.read(index);
        if (!counter.tail().ends_with(">")) container.refuse(name);
        if (name.starts_with("xl/worksheets/sheet")) {
            ++sheets;
            if (!counter.tail().ends_with("</worksheet>")) container.refuse(name);
        } else if (name.starts_with("xl/charts/chart")) {
            ++charts;
        } else if (name == "xl/workbook.xml") {
            compare(container, name, counter.sheets, wanted.sheets.size());
            if (counter.names < wanted.defined_names) {
                compare(container, name, counter.names, wanted.defined_names);
            }
        } else if (name == "xl/sharedStrings.xml") {
            cells_in_strings = counter.strings;
            if (!counter.tail().ends_with("</sst>")) container.refuse(name);
        }
        for (std::size_t i = 0; i < wanted.sheets.size(); ++i) {
            if (name != sheet_part(i)) continue;
            compare(container, name + " <row>", counter.rows, wanted.sheets[i].rows);
            compare(container, name + " <c>", counter.cells, wanted.sheets[i].cells);
        }
    }
    compare(container, "xl/worksheets", sheets, wanted.sheets.size());
    compare(container, "xl/charts", charts, wanted.charts);
    if (wanted.shared_strings && cells_in_strings == 0 && container.has("xl/sharedStrings.xml")) {
        container.refuse("xl/sharedStrings.xml");
    }
}

void check_workbook_parts(const WrittenBytes& file, std::size_t sheets) {
    const Container container(file);
    require_fixed_parts(container);
    const TagCounter book = container.read(std::string("xl/workbook.xml"));
    if (book.sheets < sheets) compare(container, "xl/workbook.xml", book.sheets, sheets);
    for (std::size_t i = 0; i < book.sheets; ++i) {
        if (!container.has(sheet_part(i))) container.refuse(sheet_part(i));
    }
}

}  // namespace dutylist::spreadsheet
