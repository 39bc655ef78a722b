#include <algorithm>

#include <gtest/gtest.h>

#include "exporters/xml/document_writer.h"
#include "importers/xml/document_reader.h"
#include "pipeline/diagnostics/codes.h"
#include "tests/support/document_generator.h"

namespace dutylist {
namespace {

Document read(const std::string& xml, Diagnostics& diagnostics) {
    return read_canonical_document(xml, "list.xml", diagnostics);
}

TEST(CanonicalXml, RoundTripIsEqualForEveryDocument) {
    for (std::uint32_t seed = 0; seed < 400; ++seed) {
        const Document document = test::generate_document(seed);
        Diagnostics diagnostics;
        const std::string xml = canonical_xml(document);
        const Document again = read(xml, diagnostics);
        ASSERT_TRUE(again == document) << "seed " << seed << "\n" << xml;
        ASSERT_EQ(diagnostics.count(Code::canonical_markup_differs), 0u) << "seed " << seed;
        ASSERT_EQ(diagnostics.count(Code::canonical_text_form), 0u) << "seed " << seed;
    }
}

TEST(CanonicalXml, SourcePositionsComeBack) {
    for (std::uint32_t seed = 0; seed < 50; ++seed) {
        const Document document = test::generate_document(seed);
        Diagnostics diagnostics;
        const Document again = read(canonical_xml(document), diagnostics);
        for (std::size_t l = 0; l < document.lists.size(); ++l) {
            for (std::size_t i = 0; i < document.lists[l].items.size(); ++i) {
                const auto& before = document.lists[l].items[i].cells;
                const auto& after = again.lists[l].items[i].cells;
                for (std::size_t c = 0; c < before.size(); ++c) {
                    EXPECT_TRUE(
                        std::ranges::equal(before[c].source.marks(), after[c].source.marks()));
                    EXPECT_EQ(before[c].source.locate(before[c].text, 0),
                              after[c].source.locate(after[c].text, 0));
                }
            }
        }
    }
}

TEST(CanonicalXml, HeadingsOfGroupsComeBack) {
    Document document = test::generate_document(1);
    ASSERT_FALSE(document.lists.empty());
    DutyList& list = document.lists.front();
    const auto items = static_cast<std::uint32_t>(list.items.size());
    SourceMap source(std::make_shared<const SourceOrigin>(SourceOrigin{"groups.txt", {}}));
    source.add({0, 16, 1});
    list.groups = {{"一、党的建设（22项）", 22, 0, source}, {"二、经济发展", 0, items, {}}};
    Diagnostics diagnostics;
    const Document again = read(canonical_xml(document), diagnostics);
    const auto& groups = again.lists.front().groups;
    ASSERT_EQ(groups.size(), 2u);
    EXPECT_EQ(groups[0].text, "一、党的建设（22项）");
    EXPECT_EQ(groups[0].count, 22u);
    EXPECT_EQ(groups[0].first_item, 0u);
    EXPECT_EQ(groups[0].source.locate(groups[0].text, 0),
              (SourceLocation{"groups.txt", {}, 16, 1}));
    EXPECT_EQ(groups[1].count, 0u);
    EXPECT_EQ(groups[1].first_item, items);
}

TEST(CanonicalXml, WritingWhatWasReadGivesTheSameBytes) {
    for (std::uint32_t seed = 0; seed < 50; ++seed) {
        const std::string xml = canonical_xml(test::generate_document(seed));
        Diagnostics diagnostics;
        EXPECT_EQ(canonical_xml(read(xml, diagnostics)), xml);
    }
}

// What recognition does to a row that is too short.
Document with_padded_cells(std::uint32_t seed) {
    Document document = test::generate_texts(seed);
    std::uint32_t count = seed;
    for (DutyList& list : document.lists) {
        for (Item& item : list.items) {
            for (Cell& cell : item.cells) {
                if (++count % 3 == 0) cell = Cell();
            }
        }
    }
    Diagnostics ignored;
    analyse(document, ignored);
    return document;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    for (std::size_t at = text.find(from); at != std::string::npos;
         at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

TEST(CanonicalXml, CellsThatNoSourceHasGetNoneByReading) {
    for (std::uint32_t seed = 0; seed < 100; ++seed) {
        const std::string xml = canonical_xml(with_padded_cells(seed));
        Diagnostics diagnostics;
        ASSERT_EQ(canonical_xml(read(xml, diagnostics)), xml) << "seed " << seed;
    }
}

TEST(CanonicalXml, WhiteSpaceAroundTextsIsTakenAwayOnce) {
    for (std::uint32_t seed = 0; seed < 100; ++seed) {
        const std::string xml = canonical_xml(with_padded_cells(seed));
        std::string spaced = replaced(xml, "</cell>", " \n\t\u3000\u00A0</cell>");
        spaced = replaced(spaced, "role=\"name\"/>", "role=\"name\"> \u3000</cell>");
        Diagnostics diagnostics;
        ASSERT_EQ(canonical_xml(read(spaced, diagnostics)), xml) << "seed " << seed;
    }
}

}  // namespace
}  // namespace dutylist
