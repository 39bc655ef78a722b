#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "pipeline/model/document.h"
#include "pipeline/office/office.h"
#include "pipeline/report/report_template.h"
#include "pipeline/report/table.h"
#include "pipeline/report/transition.h"

namespace dutylist {

// Compares the units of one month with each other. An item is the same in two units when list and
// name are equal apart from the unit's own name, or, of what is left, when the names are at least
// 0.85 alike (see docs/report.md). Memory grows with the number of items, not with their text:
// texts are kept once each and up to a limit, beyond which a difference is told without them.
class AcrossTally {
public:
    AcrossTally(std::vector<std::string> unit_names, std::string own_unit,
                const DepartmentDictionary& dictionary)
        : unit_names_(std::move(unit_names)),
          own_unit_(std::move(own_unit)),
          dictionary_(dictionary) {}

    void take(std::size_t unit, const Document& document);
    // Groups names that are alike; once, after the last unit.
    void finish();

    ReportTable summary(const ReportTemplate& labels) const;
    ReportTable common(const ReportTemplate& labels) const;
    ReportTable single(const ReportTemplate& labels) const;
    ReportTable differing(const ReportTemplate& labels) const;

private:
    using Index = std::uint32_t;
    struct Occurrence {
        Index group;
        Index unit;
        Index category;
        Index departments;  // into department_sets_
        Index wording;      // into texts_
        Index number;       // 序号 as a number, 0 if it is none
    };
    struct Group {
        std::string name;
        ListKind list;
        Index canonical;  // itself, or the group that it is alike to
        std::vector<Index> occurrences{};
    };
    struct Text {
        std::string text;
        bool kept = true;
    };

    std::string neutral(std::string_view text, const Unit& unit) const;
    Index group_of(ListKind list, std::string_view name, const Unit& unit);
    Index text_of(std::string text);
    Index departments_of(const DutyList& list, const Item& item, const Unit& unit);
    std::size_t units_of(const std::vector<Index>& occurrences) const;
    bool differs(const std::vector<Index>& occurrences) const;
    void add_differences(ReportTable& table, const ReportTemplate& labels, Index canonical,
                         const std::vector<Index>& occurrences) const;

    std::vector<std::string> unit_names_;
    std::string own_unit_;
    const DepartmentDictionary& dictionary_;
    std::vector<Group> groups_;
    std::vector<Occurrence> occurrences_;
    std::unordered_map<std::string, Index> group_index_;
    NameTable categories_;
    NameTable department_sets_;
    std::vector<Text> texts_;
    std::unordered_map<std::uint64_t, Index> text_index_;
    std::size_t text_bytes_ = 0;
    std::size_t reporting_ = 0;
    std::vector<std::vector<Index>> merged_;  // occurrences by canonical group
};

}  // namespace dutylist
