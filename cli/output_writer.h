#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/diagnostics/job_error.h"
#include "pipeline/exporter.h"

namespace dutylist::cli {

// Writes outputs one after the other. One that fails is told in the diagnostics and does not keep
// the others from being written.
class OutputWriter {
public:
    // Without a folder they are made in memory.
    explicit OutputWriter(std::optional<std::filesystem::path> folder)
        : folder_(std::move(folder)) {}

    template <typename Input>
    void write(const Exporter& exporter, const Input& input, const std::string& stem,
               Diagnostics& diagnostics) {
        try {
            written_.push_back(write_output(exporter, input, stem, folder_, diagnostics));
        } catch (const JobError& error) {
            diagnostics.add(error.diagnostic());
            complete_ = false;
        }
    }

    const std::vector<WrittenOutput>& written() const { return written_; }
    bool complete() const { return complete_; }

private:
    std::optional<std::filesystem::path> folder_;
    std::vector<WrittenOutput> written_;
    bool complete_ = true;
};

}  // namespace dutylist::cli
