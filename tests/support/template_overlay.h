#pragma once

#include <string>

#include <gtest/gtest.h>

#include "pipeline/templates/template_store.h"
#include "tests/support/files.h"
#include "tests/support/temporary_folder.h"

namespace dutylist::test {

// The built-in template with another text in the place of a passage of one of its files: the first
// that stands there.
class TemplateOverlay {
public:
    TemplateOverlay(const std::string& file, const std::string& passage, const std::string& other) {
        std::string text = TemplateStore().read(file);
        const std::size_t at = text.find(passage);
        EXPECT_NE(at, std::string::npos) << file << " " << passage;
        if (at != std::string::npos) text.replace(at, passage.size(), other);
        write_file(folder_ / file, text);
    }
    TemplateStore store() const { return TemplateStore(folder_.path().string()); }
    std::filesystem::path operator/(const std::string& file) const { return folder_ / file; }

private:
    TemporaryFolder folder_;
};

}  // namespace dutylist::test
