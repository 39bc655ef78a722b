#include "exporters/json/document_json.h"

#include <algorithm>
#include <filesystem>
#include <span>

#include "exporters/json/unit_json.h"
#include "pipeline/analysis/analyse.h"
#include "pipeline/text/json_writer.h"

namespace dutylist {
namespace {

class Writer {
public:
    Writer(const Document& document, const DepartmentDictionary& dictionary, Sink& sink)
        : document_(document), dictionary_(dictionary), sink_(sink) {}

    void run() {
        json_.begin_object().member("schema", "dutylist/1");
        json_.member("title", document_.title);
        write_unit_and_period(json_, document_.unit, document_.period);
        json_.key("lists").begin_array();
        for (const DutyList& list : document_.lists) write(list);
        json_.end_array().end_object();
        sink_.write(json_.finish());
    }

private:
    // Pieces of this size are handed on, so that no large document is whole in memory.
    static constexpr std::size_t piece_bytes = 256 * 1024;

    void write(const DutyList& list) {
        json_.begin_object().member("kind", to_string(list.kind)).member("title", list.title);
        json_.key("columns").begin_array(true);
        for (const Column& column : list.columns) json_.value(column.head);
        json_.end_array().key("items").begin_array();
        for (const Item& item : list.items) {
            write(list, item);
            if (json_.pending_bytes() >= piece_bytes) sink_.write(json_.take());
        }
        json_.end_array().end_object();
    }

    void write(const DutyList& list, const Item& item) {
        json_.begin_object().key("number");
        if (item.number) {
            json_.value(*item.number);
        } else {
            json_.null();
        }
        json_.member("category", list.text(item, CellRole::category));
        json_.member("name", list.text(item, CellRole::name));
        json_.key("cells").begin_array();
        for (std::size_t i = 0; i < item.cells.size(); ++i) {
            json_.begin_object(true).member("role", to_string(list.columns[i].role));
            json_.member("head", list.columns[i].head).member("text", item.cells[i].text);
            json_.end_object();
        }
        json_.end_array();
        if (const Cell* cell = list.cell(item, CellRole::departments)) departments(item, *cell);
        if (list.column(CellRole::townships)) townships(list, item);
        duties("superior_duties", list.cell(item, CellRole::superior_duties));
        duties("township_duties", list.cell(item, CellRole::township_duties));
        if (list.column(CellRole::handover) || list.column(CellRole::handover_department))
            handovers(item);
        source(item);
        json_.end_object();
    }

    void departments(const Item& item, const Cell& cell) {
        json_.key("departments").begin_array();
        for (const DepartmentMention& mention : item.departments) {
            const std::string_view name = cell.view(mention.name);
            json_.begin_object(true).member("name", name);
            json_.member("counted_as", dictionary_.counted_as(name));
            json_.member("and_others", mention.and_others).end_object();
        }
        json_.end_array();
    }

    void townships(const DutyList& list, const Item& item) {
        json_.key("townships").begin_array(true);
        for (const std::string_view name : named_townships(list, item)) json_.value(name);
        json_.end_array();
    }

    void duties(std::string_view key, const Cell* cell) {
        if (!cell) return;
        json_.key(key);
        blocks(*cell, cell->blocks);
    }

    void blocks(const Cell& cell, std::span<const Block> blocks) {
        json_.begin_array();
        for (const Block& block : blocks) {
            json_.begin_object(true).member("kind", to_string(block.kind));
            json_.member("label", cell.view(block.label)).member("text", cell.view(block.text));
            json_.end_object();
        }
        json_.end_array();
    }

    void handovers(const Item& item) {
        json_.key("handovers").begin_array();
        for (const Handover& handover : item.handovers) {
            const Cell& cell = item.cells[handover.method_cell];
            json_.begin_object();
            json_.member("department",
                         item.cells[handover.department_cell].view(handover.department));
            json_.key("method");
            blocks(cell, std::span(cell.blocks)
                             .subspan(handover.method_begin,
                                      handover.method_end - handover.method_begin));
            json_.end_object();
        }
        json_.end_array();
    }

    // Only the file's name: the same list in another folder gives the same bytes.
    void source(const Item& item) {
        const auto located = std::find_if(item.cells.begin(), item.cells.end(),
                                          [](const Cell& cell) { return !cell.source.empty(); });
        if (located == item.cells.end()) return;
        const SourceLocation place = located->source.locate(located->text, 0);
        json_.key("source").begin_object(true);
        json_.member("file", std::filesystem::path(place.file).filename().string());
        if (!place.sheet.empty()) json_.member("sheet", place.sheet);
        json_.member("line", place.line).end_object();
    }

    const Document& document_;
    const DepartmentDictionary& dictionary_;
    Sink& sink_;
    JsonWriter json_;
};

}  // namespace

void write_document_json(const Document& document, const DepartmentDictionary& dictionary,
                         Sink& sink) {
    Writer(document, dictionary, sink).run();
}

std::string document_json(const Document& document, const DepartmentDictionary& dictionary) {
    MemorySink sink("");
    write_document_json(document, dictionary, sink);
    return sink.take_bytes();
}

}  // namespace dutylist
