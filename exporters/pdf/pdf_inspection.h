#pragma once

#include <cstddef>
#include <filesystem>

namespace dutylist::pdf {

// What a PDF file says about itself.
struct PdfSummary {
    std::size_t bytes = 0;
    std::size_t objects = 0;  // in the cross-reference table
    std::size_t pages = 0;
};

// Reads a file that write_pdf wrote and checks that it is whole: header, end, the cross-reference
// table, an object at every place that the table names, each stream as long as it says, and as many
// pages as the page tree counts. Throws JobError output_not_verified with what is wrong; the name
// in it is `target`, the file as the user knows it.
PdfSummary inspect_pdf(const std::filesystem::path& file, const std::filesystem::path& target);

}  // namespace dutylist::pdf
