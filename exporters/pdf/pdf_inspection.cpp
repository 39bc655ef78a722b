#include "exporters/pdf/pdf_inspection.h"

#include <charconv>
#include <string>
#include <string_view>

namespace dutylist::pdf {
namespace {

// Walks through the file's text; every step that finds something else than expected fails.
class Inspection {
public:
    Inspection(std::string_view bytes, const WrittenBytes& file) : bytes_(bytes), file_(file) {}

    PdfSummary inspect() {
        require(bytes_.substr(0, 5) == "%PDF-", "header");
        require(bytes_.size() > 16 && bytes_.substr(bytes_.size() - 6) == "%%EOF\n", "%%EOF");
        const std::size_t start = bytes_.rfind("startxref\n");
        require(start != std::string_view::npos, "startxref");
        const std::size_t table = number(start + 10);
        PdfSummary summary;
        summary.bytes = bytes_.size();
        summary.objects = cross_references(table);
        const std::size_t trailer = bytes_.find("trailer\n", table);
        require(trailer != std::string_view::npos, "trailer");
        require(bytes_.find("/Root ", trailer) != std::string_view::npos, "Root");
        require(pages_ == counted_pages_, "pages");
        summary.pages = pages_;
        return summary;
    }

private:
    void require(bool holds, std::string_view what) const {
        if (!holds) file_.refuse(std::string(what));
    }

    std::size_t number(std::size_t place) const {
        require(place < bytes_.size(), "number");
        while (place < bytes_.size() && (bytes_[place] == '0' || bytes_[place] == ' ') &&
               place + 1 < bytes_.size() && bytes_[place + 1] >= '0' && bytes_[place + 1] <= '9') {
            ++place;
        }
        std::size_t value = 0;
        const auto result =
            std::from_chars(bytes_.data() + place, bytes_.data() + bytes_.size(), value);
        require(result.ec == std::errc(), "number");
        return value;
    }

    // One section "xref\n0 N\n" of entries of 20 bytes, as PoDoFo writes it.
    std::size_t cross_references(std::size_t table) {
        require(table < bytes_.size() && bytes_.substr(table, 7) == "xref\n0 ", "xref");
        const std::size_t count = number(table + 7);
        const std::size_t first = bytes_.find('\n', table + 5) + 1;
        constexpr std::size_t entry_bytes = 20;
        require(count > 1 && count <= bytes_.size() / entry_bytes &&
                    first + count * entry_bytes < bytes_.size(),
                "xref");
        std::size_t used = 0;
        for (std::size_t i = 1; i < count; ++i) {
            const std::size_t entry = first + i * entry_bytes;
            if (bytes_[entry + 17] != 'n') continue;
            object(number(entry), i);
            ++used;
        }
        return used;
    }

    void object(std::size_t place, std::size_t index) {
        const std::string head = std::to_string(index) + " 0 obj\n";
        require(place < bytes_.size() && bytes_.substr(place, head.size()) == head, head);
        place += head.size();
        std::size_t stream_or_end = bytes_.find("endobj", place);
        require(stream_or_end != std::string_view::npos, head);
        std::string_view body = bytes_.substr(place, stream_or_end - place);
        if (const std::size_t stream = body.find(">>\nstream\n");
            stream != std::string_view::npos) {
            body = body.substr(0, stream);
            const std::size_t key = body.find("/Length ");
            require(key != std::string_view::npos, head);
            const std::size_t length = number(place + key + 8);
            const std::size_t end = place + stream + 10 + length;
            require(end < bytes_.size() && bytes_.substr(end, 11) == "\nendstream\n", head);
        }
        if (body.find("/Type /Page\n") != std::string_view::npos) ++pages_;
        if (body.find("/Type /Pages\n") != std::string_view::npos) {
            counted_pages_ = number(place + body.find("/Count ") + 7);
        }
    }

    std::string_view bytes_;
    const WrittenBytes& file_;
    std::size_t pages_ = 0;
    std::size_t counted_pages_ = 0;
};

}  // namespace

PdfSummary inspect_pdf(const WrittenBytes& file) {
    const std::string bytes = file.all();
    return Inspection(bytes, file).inspect();
}

void require_pages(const WrittenBytes& file) {
    if (inspect_pdf(file).pages == 0) file.refuse("pages: 0");
}

}  // namespace dutylist::pdf
