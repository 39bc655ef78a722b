#include <filesystem>

#include <gtest/gtest.h>

#include "tests/support/any_bytes.h"
#include "tests/support/files.h"

namespace dutylist {
namespace {

const std::filesystem::path corpus = DUTYLIST_SOURCE_DIR "/tests/fuzz/corpus";

// What fuzzing begins with and what it found: with every importer, not only the one it was found
// with.
TEST(KeptCorpus, GivesADocumentOrAJobErrorWithEveryImporter) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(corpus)) {
        if (!entry.is_regular_file()) continue;
        for (const Importer& importer : importer_table()) {
            EXPECT_NO_THROW(test::read_any_bytes(importer, test::read_file(entry.path())))
                << importer.name << " " << entry.path();
        }
    }
}

TEST(KeptCorpus, HasFilesForEveryImporter) {
    for (const Importer& importer : importer_table())
        EXPECT_TRUE(std::filesystem::is_directory(corpus / importer.name)) << importer.name;
}

}  // namespace
}  // namespace dutylist
