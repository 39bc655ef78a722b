#include "cli/archive_view.h"

#include <ctime>

#include "cli/text_table.h"
#include "exporters/json/diagnostics_json.h"
#include "pipeline/model/duty_list.h"
#include "pipeline/text/json_writer.h"

namespace dutylist::cli {
namespace {

std::string utc(std::int64_t seconds) {
    const auto time = static_cast<std::time_t>(seconds);
    std::tm parts{};
    ::gmtime_r(&time, &parts);
    char text[32];
    std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
    return text;
}

void write_entry(JsonWriter& json, const ArchivedDocument& entry) {
    json.begin_object().key("unit").begin_object(true);
    json.member("province", entry.unit.province).member("prefecture", entry.unit.prefecture);
    json.member("county", entry.unit.county).member("township", entry.unit.township).end_object();
    json.member("month", entry.month).member("version", entry.version);
    json.member("current", entry.current()).member("added_at", utc(entry.added_at));
    if (entry.replaced_at) json.member("replaced_at", utc(*entry.replaced_at));
    json.member("source", entry.source_name).member("source_sha256", entry.source_sha256);
    json.member("xml_sha256", entry.xml_sha256).member("xml_bytes", entry.xml_bytes);
    json.member("stored_bytes", entry.stored_bytes).key("items").begin_object(true);
    for (const ListKind kind : all_list_kinds) {
        json.member(to_string(kind), std::uint64_t{entry.items[static_cast<std::size_t>(kind)]});
    }
    json.end_object().end_object();
}

std::string version_text(const ArchivedDocument& entry, const Console& console) {
    std::string text = std::to_string(entry.version);
    if (!entry.current()) text += console.say("（已被替换）", " (replaced)");
    return text;
}

}  // namespace

std::string archive_list_text(const std::vector<ArchivedDocument>& entries,
                              const Console& console) {
    const bool chinese = console.language() == Language::chinese;
    std::vector<std::vector<std::string>> rows;
    rows.push_back(chinese ? std::vector<std::string>{"月份", "单位", "基本", "配合", "收回",
                                                      "版本", "来源文件"}
                           : std::vector<std::string>{"Month", "Unit", "Basic", "Cooperative",
                                                      "Recalled", "Version", "Source"});
    for (const ArchivedDocument& entry : entries) {
        rows.push_back({entry.month, entry.unit.full_name(), std::to_string(entry.items[0]),
                        std::to_string(entry.items[1]), std::to_string(entry.items[2]),
                        version_text(entry, console), entry.source_name});
    }
    return text_table(rows, {2, 3, 4});
}

std::string archive_entry_text(const std::vector<ArchivedDocument>& entries,
                               const Console& console) {
    std::string text;
    for (const ArchivedDocument& entry : entries) {
        std::vector<std::vector<std::string>> rows;
        const auto line = [&](std::string_view chinese, std::string_view english,
                              const std::string& value) {
            rows.push_back({std::string(console.say(chinese, english)), value});
        };
        const auto number = [](std::uint64_t value) { return std::to_string(value); };
        line("单位", "unit", entry.unit.full_name());
        line("月份", "month", entry.month);
        line("版本", "version", version_text(entry, console));
        line("事项", "items",
             std::string(console.say("基本 ", "basic ")) + number(entry.items[0]) +
                 std::string(console.say("，配合 ", ", cooperative ")) + number(entry.items[1]) +
                 std::string(console.say("，收回 ", ", recalled ")) + number(entry.items[2]));
        line("来源文件", "source", entry.source_name);
        line("来源 SHA-256", "source SHA-256", entry.source_sha256);
        line("标准 XML SHA-256", "XML SHA-256", entry.xml_sha256);
        line("标准 XML", "XML",
             number(entry.xml_bytes) +
                 std::string(console.say(" 字节，压缩后 ", " bytes, compressed to ")) +
                 number(entry.stored_bytes) + std::string(console.say(" 字节", " bytes")));
        line("归档时间", "added", utc(entry.added_at));
        if (entry.replaced_at) line("替换时间", "replaced", utc(*entry.replaced_at));
        text += (text.empty() ? "" : "\n") + text_table(rows);
    }
    return text;
}

std::string archive_json(const std::vector<ArchivedDocument>& entries,
                         const Diagnostics& diagnostics, Language language,
                         const std::vector<std::string>* written) {
    JsonWriter json;
    json.begin_object().key("documents").begin_array();
    for (const ArchivedDocument& entry : entries) write_entry(json, entry);
    json.end_array();
    if (written) {
        json.key("written").begin_array();
        for (const std::string& file : *written) json.value(file);
        json.end_array();
    }
    json.key("diagnostics");
    write_diagnostics(json, diagnostics, language);
    json.end_object();
    return json.finish();
}

std::string archive_entry_name(const ArchivedDocument& entry) {
    return entry.unit.full_name() + " " + entry.month + " v" + std::to_string(entry.version);
}

}  // namespace dutylist::cli
