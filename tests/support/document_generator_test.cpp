#include "tests/support/document_generator.h"

#include <set>

#include <gtest/gtest.h>

#include "pipeline/text/text_gate.h"
#include "pipeline/text/white_space.h"

namespace dutylist::test {
namespace {

constexpr std::uint32_t seeds = 200;

TEST(DocumentGenerator, SameSeedSameDocument) {
    EXPECT_EQ(generate_texts(7), generate_texts(7));
    EXPECT_FALSE(generate_texts(7) == generate_texts(8));
}

TEST(DocumentGenerator, TextsHaveTheFormOfCells) {
    for (std::uint32_t seed = 0; seed < seeds; ++seed) {
        for (const DutyList& list : generate_texts(seed).lists) {
            for (const Item& item : list.items) {
                ASSERT_EQ(item.cells.size(), list.columns.size());
                for (const Cell& cell : item.cells) {
                    EXPECT_TRUE(is_clean_text(cell.text));
                    EXPECT_EQ(cell.text, normalised_white_space(cell.text));
                }
            }
        }
    }
}

TEST(DocumentGenerator, UsesEveryRoleAndField) {
    std::set<CellRole> roles;
    std::set<ListKind> kinds;
    bool restored = false, empty = false, long_cell = false, contents = false, repeated = false;
    for (std::uint32_t seed = 0; seed < seeds; ++seed) {
        const Document document = generate_texts(seed);
        contents = contents || !document.contents.empty();
        std::set<ListKind> own;
        for (const DutyList& list : document.lists) {
            kinds.insert(list.kind);
            repeated = repeated || !own.insert(list.kind).second;
            for (const Column& column : list.columns) roles.insert(column.role);
            for (const Item& item : list.items) {
                for (const Cell& cell : item.cells) {
                    restored = restored || !cell.restored.empty();
                    empty = empty || cell.text.empty();
                    long_cell = long_cell || cell.text.size() > 5000;
                }
            }
        }
    }
    EXPECT_EQ(roles.size(), 11u);
    EXPECT_EQ(kinds.size(), 3u);
    EXPECT_TRUE(restored && empty && long_cell && contents && repeated);
}

}  // namespace
}  // namespace dutylist::test
