// The Word document of a list: its texts, its tables and its package.
#include <map>

#include <gtest/gtest.h>

#include "exporters/office_container/container_reader.h"
#include "exporters/word/word_exporter.h"
#include "importers/word/word_importer.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/templates/template_store.h"
#include "tests/support/document_generator.h"
#include "tests/support/drafts.h"
#include "tests/support/template_overlay.h"

namespace dutylist {
namespace {

std::string docx_of(const Document& document, const TemplateStore& templates = TemplateStore(),
                    std::optional<Part> part = {}) {
    const Office office;
    const Statistics statistics = compute_statistics(document, office.departments);
    const ExportInput input{document, statistics, office, templates, "s", 1'751'328'000, {}, part};
    Diagnostics diagnostics;
    MemorySink sink("s.docx");
    write_docx(input, sink, diagnostics);
    const MemoryBytes bytes("s.docx", sink.bytes());
    verify_docx(input, bytes);
    return sink.take_bytes();
}

std::map<std::string, std::string> parts_of(const std::string& docx) {
    const MemoryBytes bytes("s.docx", docx);
    const office_container::ContainerReader container(bytes);
    std::map<std::string, std::string> parts;
    for (std::uint64_t index = 0; index < container.parts(); ++index) {
        std::string& part = parts[container.name(index)];
        container.read(index, [&part](std::string_view piece) { part += piece; });
    }
    return parts;
}

std::string main_part(const std::string& docx) { return parts_of(docx).at("word/document.xml"); }

Document small_document(const std::vector<std::string>& duties) {
    Document document;
    document.title = "履职事项清单";
    document.unit = {"", "", "云川县", "枫落坪乡"};
    document.period = {2025, 7, "2025年7月"};
    DutyList list;
    list.kind = ListKind::cooperative;
    list.title = "云川县枫落坪乡配合履职事项清单";
    list.columns = {{CellRole::number, "序号"}, {CellRole::superior_duties, "上级部门职责"}};
    for (const std::string& duty : duties) {
        Item item;
        item.cells.resize(2);
        item.cells[0].text = std::to_string(list.items.size() + 1);
        item.cells[1].text = duty;
        list.items.push_back(std::move(item));
    }
    document.lists.push_back(std::move(list));
    Diagnostics ignored;
    analyse(document, ignored);
    return document;
}

// Of each table: its rows, and of them the cells.
using Table = std::vector<std::vector<std::string>>;

std::vector<Table> tables_of(const Draft& draft) {
    std::vector<Table> tables;
    for (const auto& element : draft.elements) {
        const auto* table = std::get_if<DraftTable>(&element);
        if (!table) continue;
        Table& rows = tables.emplace_back();
        for (const DraftRow& row : table->rows) {
            std::vector<std::string>& cells = rows.emplace_back();
            for (const DraftCell& cell : row.cells) cells.push_back(cell.content.text);
        }
    }
    return tables;
}

std::vector<Table> tables_of(const Document& document) {
    std::vector<Table> tables;
    for (const DutyList& list : document.lists) {
        Table& rows = tables.emplace_back();
        rows.emplace_back();
        for (const Column& column : list.columns) rows.back().push_back(column.head);
        for (const Item& item : list.items) {
            rows.emplace_back();
            for (const Cell& cell : item.cells) rows.back().push_back(cell.text);
        }
    }
    return tables;
}

TEST(WordDocument, HasEveryCharacterOfEveryRandomDocumentForItsReader) {
    for (std::uint32_t seed = 1; seed <= 20; ++seed) {
        const Document document = test::generate_document(seed);
        const test::Read read = test::read_bytes(read_word, docx_of(document));
        EXPECT_EQ(tables_of(read.draft), tables_of(document)) << seed;
    }
}

TEST(WordDocument, HasTextsThatOtherProgramsMistakeForMarkup) {
    const std::vector<std::string> texts{"_x0041_ & <w:t>",       "“引号”——……", "😀 𠮷 字",
                                         "עברית مرحبا",           "一\n二\n三", "1.前面 2.中间",
                                         std::string(30'000, 'a')};
    std::string many;
    for (int i = 0; i < 1000; ++i) many += "县第" + std::to_string(i) + "局：1.甲；\n";
    std::vector<std::string> all = texts;
    all.push_back(many.substr(0, many.size() - 1));
    all.push_back("");
    const Document document = small_document(all);
    EXPECT_EQ(tables_of(test::read_bytes(read_word, docx_of(document)).draft), tables_of(document));
}

TEST(WordDocument, OfAnEmptyListHasItsHead) {
    const Document document = small_document({});
    EXPECT_EQ(tables_of(test::read_bytes(read_word, docx_of(document)).draft), tables_of(document));
}

TEST(WordDocument, RepeatsTheHeadOnEveryPageAndMergesNoCell) {
    const std::string body = main_part(docx_of(small_document({"甲", "乙"})));
    const std::size_t head = body.find("<w:tblHeader/>");
    ASSERT_NE(head, std::string::npos);
    EXPECT_EQ(body.find("<w:tblHeader/>", head + 1), std::string::npos);
    EXPECT_EQ(body.find("w:vMerge"), std::string::npos);
    EXPECT_EQ(body.find("w:gridSpan"), std::string::npos);
}

TEST(WordDocument, GivesGridAndCellsTheSameWidths) {
    const std::string body = main_part(docx_of(small_document({"甲"})));
    std::vector<std::string> grid, cells;
    const auto collect = [&body](std::string_view tag, std::vector<std::string>& into) {
        for (std::size_t at = body.find(tag); at != std::string::npos;
             at = body.find(tag, at + 1)) {
            const std::size_t begin = at + tag.size();
            into.push_back(body.substr(begin, body.find('"', begin) - begin));
        }
    };
    collect("<w:gridCol w:w=\"", grid);
    collect("<w:tcW w:w=\"", cells);
    ASSERT_EQ(grid.size(), 2u);
    EXPECT_EQ(cells, (std::vector<std::string>{grid[0], grid[1], grid[0], grid[1]}));
}

TEST(WordDocument, PutsNoBreakIntoATitleThatTakesTwoLines) {
    Document document = small_document({"甲"});
    document.lists[0].kind = ListKind::basic;
    document.lists[0].title = "云川自治州清泉县枫落坪乡及其他各乡镇街道基本履职事项清单";
    EXPECT_NE(main_part(docx_of(document)).find(document.lists[0].title), std::string::npos);
}

TEST(WordDocument, AsksForNoUpdateOfFieldsWhenItIsOpened) {
    for (const auto& [name, part] : parts_of(docx_of(small_document({"甲"})))) {
        EXPECT_EQ(part.find("updateFields"), std::string::npos) << name;
        EXPECT_EQ(part.find("w:dirty"), std::string::npos) << name;
    }
}

TEST(WordDocument, NumbersLandscapePagesAtTheirSideUnlessTheTemplateSaysBelow) {
    const Document document = small_document({"甲"});
    EXPECT_TRUE(parts_of(docx_of(document)).contains("word/footer_side_odd.xml"));
    const test::TemplateOverlay below("word.xml", "<side-number enabled=\"true\"/>",
                                      "<side-number enabled=\"false\"/>");
    EXPECT_FALSE(parts_of(docx_of(document, below.store())).contains("word/footer_side_odd.xml"));
}

TEST(WordDocument, TakesItsFontsFromTheTemplate) {
    const test::TemplateOverlay other("word.xml", "name=\"{table}\"", "name=\"某某楷体\"");
    const auto parts = parts_of(docx_of(small_document({"甲"}), other.store()));
    EXPECT_NE(parts.at("word/fontTable.xml").find("某某楷体"), std::string::npos);
    EXPECT_NE(parts.at("word/styles.xml").find("w:eastAsia=\"某某楷体\""), std::string::npos);
}

TEST(WordDocument, IsRefusedWithAnotherCharacter) {
    const Document document = small_document({"甲", "乙"});
    const Document other = small_document({"甲", "丙"});
    const std::string docx = docx_of(document);
    const Office office;
    const TemplateStore templates;
    const Statistics statistics = compute_statistics(other, office.departments);
    const ExportInput input{other, statistics, office, templates, "s", 1, {}, {}};
    EXPECT_THROW(verify_docx(input, MemoryBytes("s.docx", docx)), JobError);
}

}  // namespace
}  // namespace dutylist
