#include "exporters/report/page_script.h"

namespace dutylist {

const std::string_view page_script = R"(<script>
"use strict";
for (const table of document.querySelectorAll("table.sortable")) {
  const body = table.tBodies[0];
  const original = [...body.rows];
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, index) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const before = head.getAttribute("aria-sort");
      const next = before === null ? "descending" : before === "descending" ? "ascending" : null;
      heads.forEach(other => other.removeAttribute("aria-sort"));
      if (next === null) { body.append(...original); return; }
      head.setAttribute("aria-sort", next);
      const sign = next === "ascending" ? 1 : -1;
      const key = row => row.cells[index].dataset.v ?? row.cells[index].textContent;
      const numeric = original.some(row => row.cells[index].dataset.v !== undefined);
      const movable = original.filter(row => !row.className);
      const fixed = original.filter(row => row.className);
      movable.sort((a, b) => {
        const x = key(a), y = key(b);
        if (!numeric) return sign * (x < y ? -1 : x > y ? 1 : 0);
        const p = parseFloat(x), q = parseFloat(y);
        if (Number.isNaN(p)) return Number.isNaN(q) ? 0 : 1;
        return Number.isNaN(q) ? -1 : sign * (p - q);
      });
      body.append(...movable, ...fixed);
    });
  });
  if (original.length < 6) continue;
  const filter = document.createElement("input");
  filter.type = "search";
  filter.className = "filter";
  filter.placeholder = document.body.dataset.filterHint;
  filter.setAttribute("aria-label", document.body.dataset.filter);
  filter.addEventListener("input", () => {
    const wanted = filter.value.trim();
    for (const row of original) row.hidden = wanted !== "" && !row.textContent.includes(wanted);
  });
  table.parentElement.before(filter);
}
</script>
)";

}  // namespace dutylist
