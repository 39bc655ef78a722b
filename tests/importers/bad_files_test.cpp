#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "pipeline/diagnostics/code.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/io/bounded_reader.h"
#include "pipeline/registry.h"

// Every file in tests/importers/*/bad/ gives the message that its line in origins.txt names, and
// neither crashes nor hangs: the importer that recognises it reads it.

namespace dutylist {
namespace {

struct BadFile {
    std::string path;
    std::string id;
};

std::vector<BadFile> bad_files() {
    std::vector<BadFile> files;
    const std::filesystem::path root = std::string(DUTYLIST_SOURCE_DIR) + "/tests/importers";
    for (const auto& folder : std::filesystem::directory_iterator(root)) {
        std::ifstream origins(folder.path() / "bad" / "origins.txt");
        for (std::string line; std::getline(origins, line);) {
            if (line.empty() || line[0] == '#') continue;
            const std::size_t first = line.find(" | ");
            const std::size_t second = line.find(" | ", first + 3);
            files.push_back({(folder.path() / "bad" / line.substr(0, first)).string(),
                             line.substr(first + 3, second - first - 3)});
        }
    }
    std::sort(files.begin(), files.end(),
              [](const BadFile& a, const BadFile& b) { return a.path < b.path; });
    return files;
}

std::vector<std::string> messages_of(const std::string& path) {
    Diagnostics diagnostics;
    std::vector<std::string> ids;
    try {
        SourceBytes source = read_source(path);
        const Importer* best = best_importer(source, importer_table());
        if (best == nullptr) return {"format.unknown"};
        best->read(std::move(source), {}, diagnostics);
    } catch (const JobError& error) {
        ids.emplace_back(id_of(error.diagnostic().code));
    }
    for (const Diagnostic& diagnostic : diagnostics.entries()) {
        ids.emplace_back(id_of(diagnostic.code));
    }
    return ids;
}

class BadFiles : public ::testing::TestWithParam<BadFile> {};

TEST_P(BadFiles, GiveTheMessageThatNamesWhatIsWrong) {
    const std::vector<std::string> ids = messages_of(GetParam().path);
    std::string all;
    for (const std::string& id : ids) all += id + " ";
    const bool found = GetParam().id == "*"
                           ? !ids.empty()
                           : std::find(ids.begin(), ids.end(), GetParam().id) != ids.end();
    EXPECT_TRUE(found) << GetParam().path << " gives: " << all;
}

INSTANTIATE_TEST_SUITE_P(Corpus, BadFiles, ::testing::ValuesIn(bad_files()),
                         [](const ::testing::TestParamInfo<BadFile>& file) {
                             const std::filesystem::path path = file.param.path;
                             std::string name =
                                 path.parent_path().parent_path().filename().string() + "_" +
                                 path.filename().string();
                             for (char& c : name) {
                                 if (!std::isalnum(static_cast<unsigned char>(c))) c = '_';
                             }
                             return name;
                         });

}  // namespace
}  // namespace dutylist
