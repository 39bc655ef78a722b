#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/recognition/column_synonyms.h"
#include "pipeline/recognition/list_builder.h"
#include "pipeline/recognition/outside_lists.h"
#include "pipeline/recognition/recognise.h"
#include "pipeline/recognition/stated_counts.h"
#include "pipeline/recognition/table_header.h"

namespace dutylist {

// Reads drafts element by element into one document (recognise.h). One pass; texts are moved, never
// copied.
class Recogniser {
public:
    // Both must live as long as this.
    Recogniser(const RecognitionSettings& settings, Diagnostics& diagnostics)
        : settings_(settings),
          synonyms_(*settings.synonyms),
          diagnostics_(diagnostics),
          outside_(settings, diagnostics) {}

    void read(Draft draft);
    // Throws JobError no_list_found, no_list_recognised. Ends the recogniser.
    Document finish(const std::string& source_file);

private:
    [[noreturn]] void refuse(const std::string& source_file) const;

    // Lines: recogniser.cpp.
    void read_paragraph(DraftParagraph paragraph);
    void set_aside(DraftText text);
    bool read_count_line(const DraftText& text);
    bool read_group_line(DraftText& text);
    void take_title(DraftText text);
    void give_up_title();

    // Tables and their rows: recogniser_tables.cpp.
    void read_table(DraftTable table);
    bool continues_list(const DraftRow& row) const;
    bool begins_list_without_heads(const DraftRow& row) const;
    void repeat_heads(std::vector<DraftRow>& rows, std::size_t at);
    TableHeader header_of_list(std::span<DraftRow> rows, TableHeader header,
                               const DraftTable& table, ByteAccount* account);
    void read_rows_above(std::span<DraftRow> rows);
    void read_lines(std::span<DraftRow> rows);
    void start_list(const TableHeader& header, std::span<const DraftRow> rows,
                    const DraftTable& table);
    void leave_out_heads(const DraftRow& row, const std::vector<bool>& added);
    void read_row(DraftRow row);
    bool read_foot(DraftRow& row);
    bool read_total(const DraftRow& row);
    void read_only_text(const DraftText& only);
    void pass_over(DraftTable& table);

    const RecognitionSettings& settings_;
    const ColumnSynonyms& synonyms_;
    Diagnostics& diagnostics_;
    std::vector<std::unique_ptr<ListBuilder>> lists_;
    ListBuilder* current_ = nullptr;  // the list that rows without a header would continue
    bool table_seen_ = false;         // a header of the current list stands above
    bool in_contents_ = false;
    std::optional<DraftText> title_;          // of the list whose table comes next
    std::optional<DraftText> pending_group_;  // between that title and its table
    // The last heads, as printed, for tables below the title of another kind that have none.
    struct LastHeads {
        std::vector<DraftRow> rows;
        std::optional<std::size_t> number;  // column
        std::size_t repeated = 0;
    };
    LastHeads heads_;
    std::vector<StatedCount> stated_counts_;
    OutsideLists outside_;
};

}  // namespace dutylist
