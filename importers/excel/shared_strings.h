#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <vector>

#include "importers/draft_building/text_builder.h"
#include "importers/excel/rich_text.h"
#include "importers/office_container/office_container.h"
#include "pipeline/recognition/draft.h"

namespace dutylist {

// Where in the tables read so far a shared text went first.
struct CellAddress {
    std::uint32_t table = 0;
    std::uint32_t row = 0;
    std::uint32_t cell = 0;
};

// The texts that the cells of a workbook share (ECMA-376 part 1, 18.4). In most lists each text is
// used once; so that it is not held twice, its first use takes it and later ones copy it from
// there.
class SharedStrings {
public:
    // Reads the part. Rich text is joined; phonetic runs are left out.
    void read(OfficeContainer& container, const std::string& part, TextBuilder& builder);

    std::size_t size() const { return entries_.size(); }
    // The text of entry `index` for the cell at `user`, in the form of Cell::text.
    std::string take(std::size_t index, CellAddress user, const std::vector<DraftTable>& tables);
    // The runs of rich text of an entry that look otherwise than their cell; empty for most.
    const std::vector<RichRun>& runs(std::size_t index) const;

private:
    struct Entry {
        std::string text;
        CellAddress first_use;
        bool used = false;
    };
    std::deque<Entry> entries_;
    std::map<std::size_t, std::vector<RichRun>> runs_;
};

}  // namespace dutylist
