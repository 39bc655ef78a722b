#include "exporters/booklet/extract.h"

#include <algorithm>

#include "pipeline/analysis/analyse.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"

namespace dutylist::booklet {
namespace {

class Filter {
public:
    Filter(const Document& document, const Office& office, const Part& part)
        : document_(document), office_(office), part_(part) {}

    bool keeps(const DutyList& list, const Item& item) const {
        switch (part_.kind) {
            case Part::Kind::list:
                return to_string(list.kind) == part_.name;
            case Part::Kind::category:
                return list.text(item, CellRole::category) == part_.name;
            case Part::Kind::department:
                return names_department(list, item);
        }
        return true;
    }

private:
    bool names_department(const DutyList& list, const Item& item) const {
        if (const auto column = list.column(CellRole::departments)) {
            for (const DepartmentMention& mention : item.departments) {
                if (is_wanted(item.cells[*column].view(mention.name))) return true;
            }
        }
        return std::any_of(item.handovers.begin(), item.handovers.end(), [&](const Handover& h) {
            return is_wanted(item.cells[h.department_cell].view(h.department));
        });
    }

    bool is_wanted(std::string_view printed) const {
        if (printed == part_.name) return true;
        if (office_.departments.counted_as(printed) == part_.name) return true;
        const std::vector<std::string> forms = short_forms(printed, document_.unit);
        return std::find(forms.begin(), forms.end(), part_.name) != forms.end();
    }

    const Document& document_;
    const Office& office_;
    const Part& part_;
};

}  // namespace

Document extract(const Document& document, const Office& office, const Part& wanted) {
    const Filter filter(document, office, wanted);
    Document part;
    part.title = document.title;
    part.title_lines = document.title_lines;
    part.unit = document.unit;
    part.period = document.period;
    part.source_file = document.source_file;
    for (const DutyList& list : document.lists) {
        DutyList kept;
        kept.kind = list.kind;
        kept.title = list.title;
        kept.columns = list.columns;
        for (const Item& item : list.items) {
            if (filter.keeps(list, item)) kept.items.push_back(item);
        }
        if (!kept.items.empty()) part.lists.push_back(std::move(kept));
    }
    if (part.lists.empty()) throw JobError(Code::booklet_extract_empty, {}, {wanted.name});
    return part;
}

}  // namespace dutylist::booklet
