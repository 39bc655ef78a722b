#include "pipeline/report/department_list_template.h"

#include <algorithm>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/templates/template_store.h"

namespace dutylist {
namespace {

constexpr std::array<ListKind, 2> kinds{ListKind::cooperative, ListKind::recalled};

DepartmentListTemplate::List read_list(const XmlElement& element) {
    element.allow_attributes({"kind", "title"});
    element.allow_children({"column"});
    DepartmentListTemplate::List list;
    const auto kind = list_kind_from(element.required("kind"));
    if (!kind || *kind == ListKind::basic) element.fail_value("kind", "cooperative, recalled");
    list.kind = *kind;
    list.title = element.required("title");
    checked_pattern(element, "title", {"department"});
    for (const XmlElement& child : element.children()) {
        child.allow_attributes({"role", "head"});
        child.allow_children({});
        const auto role = cell_role_from(child.required("role"));
        const bool of_recalled = *kind == ListKind::recalled;
        const bool known = role && (*role == CellRole::number || *role == CellRole::name ||
                                    *role == CellRole::townships ||
                                    (of_recalled ? *role == CellRole::handover_method
                                                 : *role == CellRole::superior_duties ||
                                                       *role == CellRole::township_duties));
        if (!known) {
            child.fail_value("role", of_recalled ? "number, name, townships, handover_method"
                                                 : "number, name, townships, superior_duties, "
                                                   "township_duties");
        }
        const auto again = [&](const Column& column) { return column.role == *role; };
        if (std::any_of(list.columns.begin(), list.columns.end(), again))
            child.fail_value("role", Message{Code::reason_one_of_each, {}});
        list.columns.push_back({*role, std::string(child.required("head"))});
    }
    constexpr std::size_t columns_of_cooperative = 5;
    constexpr std::size_t columns_of_recalled = 4;
    if (list.columns.size() !=
        (*kind == ListKind::recalled ? columns_of_recalled : columns_of_cooperative))
        throw JobError(Code::xml_missing, element.place(), {"list", "column"});
    return list;
}

}  // namespace

DepartmentListTemplate read_department_list_template(const TemplateStore& templates) {
    const XmlDocument document = templates.xml("department_list.xml");
    const XmlElement root = document.root();
    if (root.name() != "departmentList")
        throw JobError(Code::xml_unknown_element, root.place(), {std::string(root.name())});
    root.allow_attributes({"title", "separator"});
    root.allow_children({"list"});
    DepartmentListTemplate texts;
    texts.title = root.required("title");
    texts.separator = root.required("separator");
    std::array<bool, kinds.size()> seen{};
    for (const XmlElement& element : root.children()) {
        DepartmentListTemplate::List list = read_list(element);
        const std::size_t index = list.kind == ListKind::recalled;
        if (seen[index]) element.fail_value("kind", Message{Code::reason_one_of_each, {}});
        seen[index] = true;
        texts.lists[index] = std::move(list);
    }
    for (std::size_t i = 0; i < seen.size(); ++i) {
        if (seen[i]) continue;
        throw JobError(
            Code::xml_missing, root.place(),
            {"departmentList", "list kind=\"" + std::string(to_string(kinds[i])) + "\""});
    }
    return texts;
}

}  // namespace dutylist
