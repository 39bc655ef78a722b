#pragma once

#include <cstddef>
#include <cstdint>

namespace dutylist {

// Every limit on what an input may be, in one place, each with its reason. Passing one is an error
// that names it; nothing is ever cut short in silence.
struct Limits {
    // A list has about 0.2 MB of text; a county's 200,000 rows in one file have about 120 MB.
    std::uint64_t input_bytes = 1024ull * 1024 * 1024;
    // Files that people write by hand (templates, office files, mappings, ledgers).
    std::uint64_t settings_bytes = 16ull * 1024 * 1024;
    // What the parts of one Office container may unpack to, together and each.
    std::uint64_t container_bytes = 4ull * 1024 * 1024 * 1024;
    std::uint64_t container_entry_bytes = 2ull * 1024 * 1024 * 1024;
    // Real sheets shrink 10 to 40 times, a sheet of equal rows up to 200 times; bombs 1000 times.
    std::uint64_t container_ratio = 400;
    // Below this a part may have any ratio: tiny parts of equal bytes are normal.
    std::uint64_t container_ratio_free_bytes = 1024 * 1024;
    std::uint32_t container_entries = 10'000;
    // No real document nests deeper than about 40.
    std::uint32_t xml_depth = 256;
    // No program writes more than a few dozen attributes in a tag.
    std::uint32_t xml_attributes = 4096;
    // Names have some tens of bytes, namespaces less than 200; readers look at them again and
    // again.
    std::uint32_t xml_name_bytes = 4096;
    // A tag is held as a whole; the longest attribute says where each character of a cell stood.
    std::uint32_t xml_token_bytes = 32 * 1024 * 1024;
    // An expression of a mapping has about ten parts (steps, operands, operators).
    std::uint32_t mapping_expression_parts = 300;
    // What the expressions of a mapping may look at in one file, in nodes and bytes of strings: the
    // shipped ones take about one for each byte of the file. What is beyond the ratio lets a
    // mapping go over the whole of a list of 300 items for each of them.
    std::uint64_t mapping_steps = 50'000'000;
    std::uint64_t mapping_steps_ratio = 16;
    // 200,000 items of up to 12 columns, with room.
    std::uint64_t cells = 16'000'000;
    // The longest cell of a real list has 2,000 characters; a whole document in one cell is a
    // mistake.
    std::uint32_t cell_bytes = 4 * 1024 * 1024;
    // The texts of all cells together: a shared text may be used by every cell.
    std::uint64_t text_bytes = 1024ull * 1024 * 1024;
    // Cells merged over many columns or rows are copied; a wrong span must not fill the memory.
    std::uint32_t table_columns = 1024;
    std::uint32_t cell_span = 65'535;
    // Cells without text of their own in the input (copies of merged and repeated ones, categories
    // filled down, what short rows lack), together: 200,000 rows with eight of them. Of real lists
    // they take a few kilobytes.
    std::uint64_t merged_bytes = 128ull * 1024 * 1024;
    // The texts of these, beyond the first, in relation to the texts that they are copied from and
    // stand beside: a category of 30 bytes stands beside rows of 100, a merged duty of 2,000
    // characters over 20 rows.
    std::uint64_t merged_text_free = 8ull * 1024 * 1024;
    std::uint64_t merged_text_ratio = 16;
};

inline constexpr Limits default_limits{};

}  // namespace dutylist
