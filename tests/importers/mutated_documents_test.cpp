#include <functional>
#include <random>

#include <gtest/gtest.h>

#include "exporters/xml/document_writer.h"
#include "importers/xml/document_reader.h"
#include "pipeline/analysis/analyse.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/export_inputs.h"
#include "pipeline/registry.h"
#include "pipeline/templates/template_store.h"
#include "pipeline/text/utf8.h"
#include "pipeline/text/white_space.h"
#include "tests/support/files.h"
#include "tests/support/real_list.h"
#include "tests/support/recognised.h"

// A list of each kind with small random changes, written in three forms and read again, has every
// text as it was.

namespace dutylist {
namespace {

constexpr std::uint32_t seeds = 40;

const Document& sample() {
    static const Document document =
        test::read_list_text(
            test::read_file(std::string(DUTYLIST_SOURCE_DIR) + "/samples/fengluoping-2025-07.txt"))
            .document;
    return document;
}

class Mutator {
public:
    explicit Mutator(std::uint32_t seed) : random_(seed) {}

    Document run() {
        Document document = sample();
        // Some items of each list are enough, and quicker.
        for (DutyList& list : document.lists) {
            list.items.resize(std::min<std::size_t>(list.items.size(), 3 + below(4)));
            list.groups.clear();
        }
        document.contents.clear();
        for (std::size_t n = 3 + below(6); n > 0; --n) {
            DutyList& list = document.lists[below(document.lists.size())];
            Item& item = list.items[below(list.items.size())];
            const std::size_t c = below(item.cells.size());
            change(list.columns[c].role, item.cells[c]);
        }
        Diagnostics ignored;
        analyse(document, ignored);
        return document;
    }

private:
    std::size_t below(std::size_t limit) { return random_() % limit; }
    template <std::size_t size>
    std::string pick(const std::array<std::string_view, size>& from) {
        return std::string(from[below(size)]);
    }

    void change(CellRole role, Cell& cell) {
        static constexpr std::array<std::string_view, 8> numbers{"0",  "007", "1.5", "十二",
                                                                 "-3", "1E9", "９",  "99999999999"};
        static constexpr std::array<std::string_view, 14> marks{"，",   "。；", "（",   "》",  "“",
                                                                "\"",   "'",    ",",    ";",   "\n",
                                                                "&lt;", "<p>",  "=1+1", "　、"};
        static constexpr std::array<std::string_view, 5> padding{" ", "　", "\n", "\t", "\u00A0"};
        std::string text = cell.text;
        const std::size_t kind = below(4);
        if (role == CellRole::number) {
            text = pick(numbers);
        } else if (kind == 0) {
            text = pick(padding) + pick(padding) + text + pick(padding);
        } else if (kind == 1) {
            std::size_t at = 0;
            for (std::size_t n = below(count_characters(text) + 1); n > 0; --n)
                at += decode_at(text, at).bytes;
            text.insert(at, pick(marks));
        } else if (kind == 2 && role != CellRole::name && role != CellRole::category) {
            text.clear();  // an empty category is that of the item before
        } else {
            for (int i = 0; i < 3 && text.size() < 20'000; ++i) text += text + "。";
        }
        const SourceLocation place = cell.source.locate(cell.text, 0);
        const auto origin = cell.source.origin();
        cell = Cell();
        cell.text = normalised_white_space(text);
        cell.source = SourceMap(origin);
        if (place.line != 0) cell.source.add({0, place.line, place.column});
    }

    std::mt19937 random_;
};

// What a list says: kinds, heads, and the text of every cell.
std::string content(const Document& document) {
    std::string lines;
    for (const DutyList& list : document.lists) {
        lines += std::string(to_string(list.kind)) + " " + list.title + "\n";
        for (const Column& column : list.columns) lines += "|" + column.head;
        for (const Item& item : list.items) {
            lines += "\n";
            for (const Cell& cell : item.cells) lines += "|" + cell.text;
        }
        lines += "\n";
    }
    return lines;
}

Document read_back(std::string bytes, const std::string& name) {
    SourceBytes source{name, std::move(bytes)};
    const Importer* const importer = best_importer(source, importer_table());
    Diagnostics diagnostics;
    std::vector<Draft> drafts;
    drafts.push_back(std::get<Draft>(importer->read(std::move(source), {}, diagnostics)));
    Document document = test::recognised(std::move(drafts)).document;
    analyse(document, diagnostics);
    return document;
}

TEST(MutatedDocuments, ComeBackEqualFromCanonicalXml) {
    for (std::uint32_t seed = 0; seed < seeds; ++seed) {
        const Document document = Mutator(seed).run();
        Diagnostics diagnostics;
        const std::string xml = canonical_xml(document);
        ASSERT_TRUE(read_canonical_document(xml, "list.xml", diagnostics) == document) << seed;
        ASSERT_EQ(canonical_xml(read_canonical_document(xml, "list.xml", diagnostics)), xml)
            << seed;
    }
}

std::string workbook_of(const Document& document) {
    const TemplateStore templates;
    const Office office;
    const Statistics statistics = compute_statistics(document, office.departments);
    for (const Exporter& exporter : exporter_table()) {
        if (exporter.subject != Subject::document || exporter.target != "xlsx") continue;
        MemorySink sink("list.xlsx");
        Diagnostics ignored;
        std::get<OutputFunctions<ExportInput>>(exporter.functions)
            .write({document, statistics, office, templates, "list", 1, {}, {}}, sink, ignored);
        return sink.take_bytes();
    }
    return {};
}

// A workbook shows each clause on a line of its own: white space apart.
TEST(MutatedDocuments, ComeBackWithEveryTextFromAWorkbook) {
    for (std::uint32_t seed = 0; seed < seeds; ++seed) {
        const Document document = Mutator(seed).run();
        const std::string again = content(read_back(workbook_of(document), "list.xlsx"));
        ASSERT_EQ(without_white_space(again), without_white_space(content(document))) << seed;
    }
}

std::string quoted(const std::string& text) {
    std::string field = "\"";
    for (const char c : text) field += c == '"' ? std::string("\"\"") : std::string(1, c);
    return field + "\"";
}

// As a spreadsheet program writes it.
std::string csv_of(const Document& document) {
    std::string csv;
    for (const DutyList& list : document.lists) {
        csv += quoted(list.title) + std::string(list.columns.size() - 1, ',') + "\r\n";
        const auto row = [&](const std::function<std::string(std::size_t)>& text) {
            for (std::size_t c = 0; c < list.columns.size(); ++c)
                csv += (c == 0 ? "" : ",") + quoted(text(c));
            csv += "\r\n";
        };
        row([&](std::size_t c) { return list.columns[c].head; });
        for (const Item& item : list.items) row([&](std::size_t c) { return item.cells[c].text; });
    }
    return csv;
}

TEST(MutatedDocuments, ComeBackWithEveryTextFromCsv) {
    for (std::uint32_t seed = 0; seed < seeds; ++seed) {
        const Document document = Mutator(seed).run();
        ASSERT_EQ(content(read_back(csv_of(document), "list.csv")), content(document)) << seed;
    }
}

}  // namespace
}  // namespace dutylist
