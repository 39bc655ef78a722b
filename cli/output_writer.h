#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cli/output_options.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/exporter.h"

namespace dutylist::cli {

// Writes outputs, those of each document all or none (pipeline/io/output_set.h): write() makes
// them, place() lets those made since the last call appear. One that fails is told in the
// diagnostics and does not keep the others from being made, so that all faults are told.
class OutputWriter {
public:
    explicit OutputWriter(const OutputOptions& options)
        : folder_(options.folder()), partial_(options.partial) {}

    template <typename Input>
    void write(const Exporter& exporter, const Input& input, const std::string& stem,
               Diagnostics& diagnostics) {
        write_file(exporter, input, exporter.file_name(stem), diagnostics);
    }
    // The same under a name of its own.
    template <typename Input>
    void write_file(const Exporter& exporter, const Input& input, const std::string& file_name,
                    Diagnostics& diagnostics) {
        if (!set_) set_.emplace(folder_, told_);
        whole_ = add_or_tell(exporter, input, file_name, *set_, diagnostics) && whole_;
    }

    void place(Diagnostics& diagnostics) {
        if (!set_) return;
        try {
            for (WrittenOutput& output : set_->publish_if(whole_, partial_))
                written_.push_back(std::move(output));
        } catch (const JobError& error) {
            diagnostics.add(error.diagnostic());
            whole_ = false;
        }
        set_.reset();
        complete_ = std::exchange(whole_, true) && complete_;
        const Diagnostics told = std::exchange(told_, {});
        for (const Diagnostic& diagnostic : told.entries()) diagnostics.add(diagnostic);
    }

    const std::vector<WrittenOutput>& written() const { return written_; }
    bool complete() const { return complete_; }  // whether all that was asked for appeared

private:
    std::optional<std::filesystem::path> folder_;
    bool partial_ = false;
    Diagnostics told_;  // by the set
    std::optional<OutputSet> set_;
    bool whole_ = true;  // the set
    bool complete_ = true;
    std::vector<WrittenOutput> written_;
};

}  // namespace dutylist::cli
