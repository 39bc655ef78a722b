#include "cli/archive_view.h"

#include <ctime>

#include "cli/text_table.h"
#include "exporters/json/diagnostics_json.h"
#include "pipeline/diagnostics/codes.h"
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
    return entry.current() ? std::to_string(entry.version)
                           : console.text(Code::archive_version_replaced, {entry.version});
}

}  // namespace

std::string archive_list_text(const std::vector<ArchivedDocument>& entries,
                              const Console& console) {
    std::vector<std::vector<std::string>> rows(1);
    for (const Code head :
         {Code::archive_head_month, Code::archive_head_unit, Code::archive_head_basic,
          Code::archive_head_cooperative, Code::archive_head_recalled, Code::archive_head_version,
          Code::archive_head_source}) {
        rows.front().push_back(console.text(head));
    }
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
        const auto line = [&](Code name, const std::string& value) {
            rows.push_back({console.text(name), value});
        };
        line(Code::archive_line_unit, entry.unit.full_name());
        line(Code::archive_line_month, entry.month);
        line(Code::archive_line_version, version_text(entry, console));
        line(Code::archive_line_items,
             console.text(Code::archive_items, {entry.items[0], entry.items[1], entry.items[2]}));
        line(Code::archive_line_source, entry.source_name);
        line(Code::archive_line_source_hash, entry.source_sha256);
        line(Code::archive_line_xml_hash, entry.xml_sha256);
        line(Code::archive_line_xml,
             console.text(Code::archive_bytes, {entry.xml_bytes, entry.stored_bytes}));
        line(Code::archive_line_added, utc(entry.added_at));
        if (entry.replaced_at) line(Code::archive_line_replaced, utc(*entry.replaced_at));
        text += (text.empty() ? "" : "\n") + text_table(rows);
    }
    return text;
}

std::string archive_json(const std::vector<ArchivedDocument>& entries,
                         const Diagnostics& diagnostics, Language language,
                         const std::vector<std::string>* written, const RunSummary* summary) {
    JsonWriter json;
    json.begin_object().key("documents").begin_array();
    for (const ArchivedDocument& entry : entries) write_entry(json, entry);
    json.end_array();
    if (written) {
        json.key("written").begin_array();
        for (const std::string& file : *written) json.value(file);
        json.end_array();
    }
    if (summary) summary->write(json);
    json.key("diagnostics");
    write_diagnostics(json, diagnostics, language);
    json.end_object();
    return json.finish();
}

void add_faults(const std::vector<ArchiveFault>& faults, const std::filesystem::path& archive,
                Diagnostics& diagnostics) {
    for (const ArchiveFault& fault : faults) {
        const std::string what =
            fault.document ? archive_entry_name(*fault.document) : archive.string();
        diagnostics.add(Code::archive_fault, {}, {what, fault.reason});
    }
}

std::string archive_entry_name(const ArchivedDocument& entry) {
    return entry.unit.full_name() + " " + entry.month + " v" + std::to_string(entry.version);
}

}  // namespace dutylist::cli
