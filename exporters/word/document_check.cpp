#include "exporters/word/document_check.h"

#include <set>

#include "exporters/office_container/container_reader.h"
#include "exporters/office_container/package_check.h"
#include "pipeline/xml/xml_stream.h"

namespace dutylist::word {
namespace {

constexpr std::string_view main_part = "word/document.xml";

// The texts of the tables' cells as they come, compared with what they should be.
class CellComparison {
public:
    CellComparison(const office_container::ContainerReader& container, const Document& document)
        : container_(container), document_(document) {}

    void start(std::string_view name, const XmlAttributes& attributes) {
        last_in_cell_ = "";
        if (name == "tbl") {
            begin_table();
        } else if (name == "tc") {
            text_.clear();
            in_cell_ = true;
        } else if (name == "br" && in_cell_) {
            text_ += '\n';
        } else if (name == "t") {
            in_text_ = true;
        } else if (name == "bookmarkStart") {
            require(bookmarks_.emplace(attributes.value("id")).second);
        }
    }

    void end(std::string_view name) {
        if (name == "t") in_text_ = false;
        if (name == "tc") end_cell();
        if (name == "tr") end_row();
        if (name == "tbl") require(row_ == list().items.size() + 1);
        last_in_cell_ = name;
    }

    void text(std::string_view piece) {
        if (in_text_ && in_cell_) text_ += piece;
    }

    void finish() const { require(tables_ == document_.lists.size()); }

private:
    // The lists are the document's only tables.
    const DutyList& list() const { return document_.lists[tables_ - 1]; }

    void begin_table() {
        require(tables_ < document_.lists.size());
        ++tables_;
        row_ = 0;
        column_ = 0;
    }

    void end_cell() {
        in_cell_ = false;
        require(last_in_cell_ == "p" && column_ < list().columns.size() &&
                row_ <= list().items.size());
        const std::string& wanted =
            row_ == 0 ? list().columns[column_].head : list().items[row_ - 1].cells[column_].text;
        require(text_ == wanted);
        ++column_;
    }

    void end_row() {
        require(column_ == list().columns.size());
        ++row_;
        column_ = 0;
    }

    void require(bool condition) const {
        if (!condition) container_.refuse(std::string(main_part));
    }

    const office_container::ContainerReader& container_;
    const Document& document_;
    std::size_t tables_ = 0, row_ = 0, column_ = 0;
    bool in_cell_ = false, in_text_ = false;
    std::string text_;
    std::string last_in_cell_;
    std::set<std::string> bookmarks_;
};

}  // namespace

void check_document(const WrittenBytes& file, const Document& document) {
    const office_container::ContainerReader container(file);
    office_container::check_package(container);
    const auto index = container.find(std::string(main_part));
    if (!index) container.refuse(std::string(main_part));
    std::string bytes;
    container.read(*index, [&bytes](std::string_view piece) { bytes += piece; });
    CellComparison cells(container, document);
    XmlStream xml(bytes);
    for (auto event = xml.next(); event != XmlStream::Event::done; event = xml.next()) {
        if (event == XmlStream::Event::fault) container.refuse(std::string(main_part));
        if (event == XmlStream::Event::start) cells.start(xml.name(), xml.attributes());
        if (event == XmlStream::Event::end) cells.end(xml.name());
        if (event == XmlStream::Event::text) cells.text(xml.text());
    }
    cells.finish();
}

}  // namespace dutylist::word
