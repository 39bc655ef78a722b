#include "exporters/statistics/csv_writer.h"

#include "pipeline/diagnostics/codes.h"

namespace dutylist {
namespace {

std::string csv_field(std::string_view field) {
    if (field.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(field);
    std::string text = "\"";
    for (char c : field) {
        if (c == '"') text += '"';
        text += c;
    }
    return text + '"';
}

std::string shown(char c) { return c == '\t' ? "TAB" : c == '\r' ? "CR" : std::string(1, c); }

}  // namespace

std::string csv(const TextTable& table, const std::string& shown_name, Diagnostics& diagnostics) {
    std::string text = "\xEF\xBB\xBF";
    std::uint32_t line = 1;
    const auto add = [&](std::string_view field, std::uint32_t column) {
        if (column > 1) text += ',';
        const bool formula =
            !field.empty() && std::string_view("=+-@\t\r").find(field.front()) != field.npos;
        if (formula) {
            diagnostics.add(Code::csv_apostrophe, {shown_name, {}, line, column},
                            {std::string(field), shown(field.front())}, std::string(field));
            text += csv_field("'" + std::string(field));
        } else {
            text += csv_field(field);
        }
    };
    std::uint32_t column = 0;
    for (const TextTable::Column& entry : table.columns) add(entry.head, ++column);
    text += "\r\n";
    for (const std::vector<std::string>& row : table.rows) {
        ++line;
        column = 0;
        for (const std::string& field : row) add(field, ++column);
        text += "\r\n";
    }
    return text;
}

}  // namespace dutylist
