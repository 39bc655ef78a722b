#include "exporters/comparison/comparison_json.h"

#include "pipeline/text/json_writer.h"

namespace dutylist {
namespace {

void write_segments(JsonWriter& json, const std::vector<Segment>& segments) {
    json.begin_array(true);
    for (const Segment& segment : segments) {
        const char* kind = segment.kind == Segment::Kind::equal     ? "equal"
                           : segment.kind == Segment::Kind::removed ? "removed"
                                                                    : "added";
        json.begin_object(true).member(kind, segment.text).end_object();
    }
    json.end_array();
}

void write_names(JsonWriter& json, const char* key, const std::vector<std::string>& names) {
    json.key(key).begin_array(true);
    for (const std::string& name : names) json.value(name);
    json.end_array();
}

void write_side(JsonWriter& json, const char* key, const std::optional<ItemSide>& side) {
    if (!side) return;
    json.key(key).begin_object();
    json.member("list", to_string(side->list)).member("number", side->number);
    json.member("name", side->name).member("category", side->category);
    write_names(json, "departments", side->departments);
    if (side->place.known()) json.member("place", to_string(side->place));
    json.end_object();
}

void write_ledger(JsonWriter& json, const LedgerEntry& entry) {
    json.key("ledger").begin_object();
    json.member("kind", entry.kind).member("basis", entry.basis);
    json.member("proposer", entry.proposer).member("approval", entry.approval);
    json.member("effective_date", entry.effective_date).member("channel", entry.channel);
    json.member("place", to_string(entry.place)).end_object();
}

void write_change(JsonWriter& json, const ItemChange& change) {
    json.begin_object().key("kinds").begin_array(true);
    for (const ChangeKind kind : all_change_kinds) {
        if (change.kinds.has(kind)) json.value(to_string(kind));
    }
    json.end_array();
    write_side(json, "old", change.old_side);
    write_side(json, "new", change.new_side);
    if (change.old_side && change.new_side) {
        json.key("likeness").value(change.likeness, 3).member("forced", change.forced);
    }
    if (!change.name.empty()) {
        json.key("name");
        write_segments(json, change.name);
    }
    if (change.kinds.has(ChangeKind::departments)) {
        write_names(json, "departments_added", change.departments_added);
        write_names(json, "departments_removed", change.departments_removed);
    }
    if (!change.cells.empty()) {
        json.key("cells").begin_array();
        for (const CellDifference& cell : change.cells) {
            json.begin_object().member("role", to_string(cell.role)).member("head", cell.head);
            json.key("clauses").begin_array();
            for (const ClauseDifference& clause : cell.clauses) {
                json.begin_object().member("change", to_string(clause.change));
                json.member("kind", to_string(clause.kind));
                json.member("old_label", clause.old_label).member("new_label", clause.new_label);
                json.key("segments");
                write_segments(json, clause.segments);
                json.end_object();
            }
            json.end_array().end_object();
        }
        json.end_array();
    }
    if (change.ledger) write_ledger(json, *change.ledger);
    json.end_object();
}

void write_document(JsonWriter& json, const char* key, const Document& document) {
    json.key(key).begin_object(true).member("unit", document.unit.full_name());
    json.member("period", document.period.iso()).member("source", document.source_file);
    json.member("items", static_cast<std::uint64_t>(document.item_count())).end_object();
}

}  // namespace

void write_comparison(JsonWriter& json, const Document& before, const Document& after,
                      const Comparison& comparison) {
    write_document(json, "old", before);
    write_document(json, "new", after);
    json.key("summary").begin_object(true).member("unchanged", comparison.unchanged);
    for (const ChangeKind kind : all_change_kinds) {
        json.member(to_string(kind), comparison.count(kind));
    }
    json.end_object().key("changes").begin_array();
    for (const ItemChange& change : comparison.changes) write_change(json, change);
    json.end_array();
}

}  // namespace dutylist
