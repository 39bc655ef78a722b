#pragma once

#include <filesystem>
#include <string_view>

#include "pipeline/io/sink.h"

namespace dutylist {

// Writes to an open file, which belongs to the caller. `target`: the name of the output, and its
// folder that for scratch files.
class FileSink : public Sink {
public:
    FileSink(const std::filesystem::path& target, int descriptor);
    std::filesystem::path scratch_folder() const override { return folder_; }

private:
    void take(std::string_view bytes) override;

    std::filesystem::path folder_;
    int descriptor_;
};

}  // namespace dutylist
