#include "bench/written_cells.h"

#include <cstdlib>
#include <map>

#include "importers/office_container/office_container.h"
#include "pipeline/io/bounded_reader.h"
#include "pipeline/xml/xml_reader.h"

namespace dutylist::bench {
namespace {

using Event = XmlReader::Event;

double number(std::string_view text) { return std::strtod(std::string(text).c_str(), nullptr); }
std::size_t index(std::string_view text) { return static_cast<std::size_t>(number(text)); }

std::vector<std::string> read_texts(const std::string& part) {
    std::vector<std::string> texts;
    XmlReader xml(part, "sharedStrings.xml");
    for (Event event = xml.next(); event != Event::done; event = xml.next()) {
        if (event == Event::start && xml.name() == "si") texts.emplace_back();
        if (event == Event::text && !texts.empty()) texts.back() += xml.text();
    }
    return texts;
}

std::vector<WrittenFormat> read_formats(const std::string& part) {
    std::vector<WrittenFormat> fonts, formats;
    std::vector<std::uint32_t> fills;
    std::map<std::size_t, std::string> number_formats;
    std::string group;
    XmlReader xml(part, "styles.xml");
    for (Event event = xml.next(); event != Event::done; event = xml.next()) {
        if (event != Event::start) continue;
        const std::string name(xml.name());
        if (name == "fonts" || name == "fills" || name == "cellXfs" || name == "cellStyles" ||
            name == "cellStyleXfs") {
            group = name;
        } else if (name == "numFmt") {
            number_formats[index(xml.attribute("numFmtId"))] = xml.attribute("formatCode");
        } else if (group == "fonts" && name == "font") {
            fonts.emplace_back();
        } else if (group == "fonts" && name == "sz") {
            fonts.back().size = number(xml.attribute("val"));
        } else if (group == "fonts" && name == "name") {
            fonts.back().font = xml.attribute("val");
        } else if (group == "fills" && name == "fill") {
            fills.push_back(0);
        } else if (group == "fills" && name == "fgColor") {
            const std::string rgb(xml.attribute("rgb"));
            fills.back() = static_cast<std::uint32_t>(std::strtoul(rgb.c_str(), nullptr, 16));
        } else if (group == "cellXfs" && name == "xf") {
            formats.push_back(fonts.at(index(xml.attribute("fontId"))));
            formats.back().border = xml.attribute("borderId") != "0";
            formats.back().background = fills.at(index(xml.attribute("fillId"))) & 0xFFFFFF;
            const auto found = number_formats.find(index(xml.attribute("numFmtId")));
            if (found != number_formats.end()) formats.back().number_format = found->second;
        } else if (group == "cellXfs" && name == "alignment") {
            formats.back().wrap = xml.attribute("wrapText") == "1";
            formats.back().horizontal = xml.attribute("horizontal");
            formats.back().vertical = xml.attribute("vertical");
        }
    }
    return formats;
}

std::uint16_t column_of(std::string_view address) {
    std::uint16_t column = 0;
    for (const char c : address) {
        if (c >= 'A') column = static_cast<std::uint16_t>(column * 26 + (c - 'A' + 1));
    }
    return static_cast<std::uint16_t>(column - 1);
}

WrittenSheet read_sheet(const std::string& part, const std::vector<std::string>& texts) {
    WrittenSheet sheet;
    XmlReader xml(part, "sheet.xml");
    bool shared = false;
    std::string inside;
    for (Event event = xml.next(); event != Event::done; event = xml.next()) {
        if (event == Event::start) {
            inside = xml.name();
            if (inside == "col") {
                sheet.columns.push_back(
                    {static_cast<std::uint16_t>(index(xml.attribute("min")) - 1),
                     static_cast<std::uint16_t>(index(xml.attribute("max")) - 1),
                     number(xml.attribute("width"))});
            } else if (inside == "row") {
                sheet.rows.push_back({static_cast<std::uint32_t>(index(xml.attribute("r")) - 1),
                                      number(xml.attribute("ht"))});
            } else if (inside == "c") {
                shared = xml.attribute("t") == "s";
                sheet.rows.back().cells.push_back(
                    {column_of(xml.attribute("r")),
                     static_cast<std::uint16_t>(index(xml.attribute("s")))});
            }
        } else if (event == Event::text && !sheet.rows.empty() &&
                   !sheet.rows.back().cells.empty()) {
            WrittenCell& cell = sheet.rows.back().cells.back();
            if (inside == "f") {
                cell.kind = WrittenCell::Kind::formula;
                cell.text = "=" + std::string(xml.text());
            } else if (inside == "v" && shared) {
                cell.kind = WrittenCell::Kind::text;
                cell.text = texts.at(index(xml.text()));
            } else if (inside == "v") {
                if (cell.kind == WrittenCell::Kind::blank) cell.kind = WrittenCell::Kind::number;
                cell.value = number(xml.text());
            }
        } else {
            inside.clear();
        }
    }
    return sheet;
}

}  // namespace

WrittenWorkbook read_written_workbook(const std::filesystem::path& file) {
    const SourceBytes bytes = read_source(file.string());
    OfficeContainer container(bytes);
    WrittenWorkbook book;
    const std::vector<std::string> texts = read_texts(container.read("xl/sharedStrings.xml"));
    book.formats = read_formats(container.read("xl/styles.xml"));
    for (std::size_t i = 1;; ++i) {
        const std::string part = "xl/worksheets/sheet" + std::to_string(i) + ".xml";
        if (!container.has(part)) return book;
        book.sheets.push_back(read_sheet(container.read(part), texts));
    }
}

}  // namespace dutylist::bench
