#include "exporters/xml/document_writer.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>
#include <utility>
#include <vector>

#include "pipeline/canonical/canonical_format.h"
#include "pipeline/canonical/cell_markup.h"
#include "pipeline/canonical/source_positions.h"
#include "pipeline/xml/xml_document.h"

namespace dutylist {
namespace {

// Only the name: the same list converted in another folder gives the same bytes.
std::string file_name(const std::string& path) {
    return std::filesystem::path(path).filename().string();
}

class Writer {
public:
    Writer(const Document& document, Sink& sink) : document_(document), sink_(sink) {}

    void run() {
        text_ = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<document";
        attribute("xmlns", canonical_namespace);
        attribute("version", std::to_string(canonical_version));
        text_ += ">\n";
        sources();
        element("  ", "title", document_.title);
        for (const std::string& line : document_.title_lines) element("  ", "titleLine", line);
        unit();
        period();
        contents();
        for (const DutyList& list : document_.lists) duty_list(list);
        text_ += "</document>\n";
        sink_.write(text_);
    }

private:
    // Pieces of this size are handed on, so that no large document is whole in memory.
    static constexpr std::size_t piece_bytes = 256 * 1024;
    using Origin = std::shared_ptr<const SourceOrigin>;

    void attribute(std::string_view name, std::string_view value) {
        text_ += ' ';
        text_ += name;
        text_ += "=\"";
        text_ += xml_escaped_attribute(value);
        text_ += '"';
    }

    void optional_attribute(std::string_view name, std::string_view value) {
        if (!value.empty()) attribute(name, value);
    }

    void element(std::string_view indent, std::string_view name, std::string_view content) {
        if (content.empty() && name == "title") return;
        text_ += indent;
        text_ += '<';
        text_ += name;
        text_ += '>';
        text_ += xml_escaped_text(content);
        close(name);
        text_ += '\n';
    }

    void close(std::string_view name) {
        text_ += "</";
        text_ += name;
        text_ += '>';
    }

    // The files and sheets that cells come from, in the order in which they are first seen.
    void sources() {
        for (const DutyList& list : document_.lists) {
            for (const Item& item : list.items) {
                for (const Cell& cell : item.cells) source_index(cell.source.origin());
            }
            for (const GroupRow& group : list.groups) source_index(group.source.origin());
        }
        for (const Origin& origin : origins_) {
            text_ += "  <source";
            attribute("file", file_name(origin->file));
            optional_attribute("sheet", origin->sheet);
            text_ += "/>\n";
        }
    }

    std::size_t source_index(const Origin& origin) {
        if (!origin) return 0;
        if (origin == last_origin_) return last_index_;
        const auto [known, is_new] =
            indices_.try_emplace({file_name(origin->file), origin->sheet}, origins_.size());
        if (is_new) origins_.push_back(origin);
        last_origin_ = origin;
        last_index_ = known->second;
        return last_index_;
    }

    void unit() {
        const Unit& unit = document_.unit;
        if (unit.empty()) return;
        text_ += "  <unit";
        optional_attribute("province", unit.province);
        optional_attribute("prefecture", unit.prefecture);
        optional_attribute("county", unit.county);
        optional_attribute("township", unit.township);
        optional_attribute("department", unit.department);
        text_ += "/>\n";
    }

    void period() {
        const Period& period = document_.period;
        if (period == Period{}) return;
        text_ += "  <period";
        if (period.year != 0) attribute("year", std::to_string(period.year));
        if (period.month != 0) attribute("month", std::to_string(period.month));
        optional_attribute("printed", period.printed);
        text_ += "/>\n";
    }

    void contents() {
        for (const ContentsEntry& entry : document_.contents) {
            text_ += "  <contentsEntry";
            optional_attribute("page", entry.page);
            text_ += '>' + xml_escaped_text(entry.title);
            close("contentsEntry");
            text_ += '\n';
        }
    }

    void duty_list(const DutyList& list) {
        text_ += "  <list";
        attribute("kind", to_string(list.kind));
        text_ += ">\n";
        element("    ", "title", list.title);
        for (const Column& column : list.columns) {
            text_ += "    <column";
            attribute("role", to_string(column.role));
            text_ += '>' + xml_escaped_text(column.head);
            close("column");
            text_ += '\n';
        }
        auto next_group = list.groups.begin();
        for (std::size_t index = 0; index <= list.items.size(); ++index) {
            for (; next_group != list.groups.end() && next_group->first_item <= index; ++next_group)
                group(*next_group);
            if (index == list.items.size()) break;
            const Item& item = list.items[index];
            text_ += "    <item";
            if (item.number) attribute("number", std::to_string(*item.number));
            text_ += ">\n";
            for (std::size_t i = 0; i < item.cells.size(); ++i) cell(list.columns[i], item, i);
            text_ += "    </item>\n";
            if (text_.size() < piece_bytes) continue;
            sink_.write(text_);
            text_.clear();
        }
        text_ += "  </list>\n";
    }

    void place(std::string_view text, const SourceMap& map) {
        if (const std::size_t source = source_index(map.origin()); source != 0)
            attribute("source", std::to_string(source));
        if (!map.empty()) attribute("at", format_positions(text, map.marks()));
    }

    void group(const GroupRow& group) {
        text_ += "    <group";
        if (group.count != 0) attribute("count", std::to_string(group.count));
        place(group.text, group.source);
        text_ += '>' + xml_escaped_text(group.text);
        close("group");
        text_ += '\n';
    }

    void cell(const Column& column, const Item& item, std::size_t index) {
        const Cell& cell = item.cells[index];
        text_ += "      <cell";
        attribute("role", to_string(column.role));
        place(cell.text, cell.source);
        if (cell.text.empty()) {
            text_ += "/>\n";
            return;
        }
        const std::vector<MarkupSpan> markup = cell_markup(item, column, index);
        // Keeps programs that indent XML from putting white space into the text.
        if (!markup.empty()) attribute("xml:space", "preserve");
        text_ += '>';
        mixed(cell.text, markup);
        text_ += "</cell>\n";
    }

    void mixed(std::string_view text, const std::vector<MarkupSpan>& markup) {
        std::vector<const MarkupSpan*> open;
        std::uint32_t at = 0;
        const auto text_until = [&](std::uint32_t end) {
            text_ += xml_escaped_text(text.substr(at, end - at));
            at = end;
        };
        const auto close_until = [&](std::uint32_t position) {
            while (!open.empty() && open.back()->span.end <= position) {
                text_until(open.back()->span.end);
                close(element_name(open.back()->kind));
                open.pop_back();
            }
        };
        for (const MarkupSpan& entry : markup) {
            close_until(entry.span.begin);
            text_until(entry.span.begin);
            text_ += '<';
            text_ += element_name(entry.kind);
            if (entry.flag) attribute(flag_name(entry.kind), "true");
            text_ += '>';
            open.push_back(&entry);
        }
        close_until(static_cast<std::uint32_t>(text.size()));
        text_until(static_cast<std::uint32_t>(text.size()));
    }

    const Document& document_;
    Sink& sink_;
    std::string text_;
    std::vector<Origin> origins_;
    std::map<std::pair<std::string, std::string>, std::size_t> indices_;  // by file and sheet
    Origin last_origin_;
    std::size_t last_index_ = 0;
};

}  // namespace

void write_canonical_xml(const Document& document, Sink& sink) { Writer(document, sink).run(); }

std::string canonical_xml(const Document& document) {
    MemorySink sink("");
    write_canonical_xml(document, sink);
    return sink.take_bytes();
}

}  // namespace dutylist
