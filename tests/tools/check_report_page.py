#!/usr/bin/env python3
"""Opens the report's HTML in headless Chromium: readable without scripts; with them a click on a
head sorts and typing filters.

check_report_page.py PROGRAM SOURCE_DIR
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile

PROGRAM, SOURCE = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
if not CHROMIUM:
    print("check_report_page: chromium is not here")
    sys.exit(77)

PROBE = """<script>
const table = [...document.querySelectorAll("table.sortable")].find(t => t.closest("section").querySelector("h2").id === "departments");
const body = table.tBodies[0];
const column = (n) => [...body.rows].filter(r => !r.className).map(r => r.cells[n].textContent);
const heads = [...table.tHead.rows[0].cells].map(c => c.textContent);
const at = heads.indexOf("职责要点");
const before = column(at).join(",");
const button = table.tHead.rows[0].cells[at].querySelector("button");
button.click();
const down = column(at).map(Number);
button.click();
const up = column(at).map(Number);
const last = body.rows[body.rows.length - 1].className;
button.click();
const again = column(at).join(",");
const filter = table.parentElement.previousElementSibling;
filter.value = "教育";
filter.dispatchEvent(new Event("input"));
const shown = [...body.rows].filter(r => !r.hidden);
const result = {
  sortedDown: down.every((v, i) => i === 0 || down[i - 1] >= v),
  sortedUp: up.every((v, i) => i === 0 || up[i - 1] <= v),
  totalsLast: last === "total", restored: before === again, several: down.length > 5,
  filtered: shown.length > 0 && shown.length < body.rows.length && shown.every(r => r.textContent.includes("教育")),
  charts: [...document.querySelectorAll("svg")].every(s => s.getBoundingClientRect().height > 50),
  wide: document.documentElement.scrollWidth <= window.innerWidth,
};
document.body.insertAdjacentHTML("beforeend", "<pre id=probe>" + JSON.stringify(result) + "</pre>");
</script>"""


def dump(path):
    profile = tempfile.mkdtemp()
    result = subprocess.run([CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}",
                             "--window-size=1300,900", "--dump-dom", "file://" + path],
                            capture_output=True, text=True, timeout=120)
    return result.stdout


def main():
    folder = tempfile.mkdtemp()
    inputs = [os.path.join(SOURCE, "samples", f"{stem}-{month}.txt")
              for stem in ("lumingxi", "shiliangtang", "fengluoping") for month in ("2025-08", "2025-09")]
    subprocess.run([PROGRAM, "archive", "add", *inputs], cwd=folder, check=False, capture_output=True)
    subprocess.run([PROGRAM, "report", "--month", "2025-09", "--to", "html"], cwd=folder, check=False, capture_output=True)
    path = os.path.join(folder, "report-2025-09.html")
    page = open(path, encoding="utf-8").read()
    if re.search(r"https?://", page):
        sys.exit("check_report_page: an outside reference")
    # Without scripts: every table and number is in the file itself.
    plain = re.sub(r"<script>.*?</script>", "", page, flags=re.S)
    for word in ("履职事项存量", "合计", "<svg", "</table>", "填报单位"):
        if word not in plain:
            sys.exit(f"check_report_page: “{word}” needs scripts")
    probed = os.path.join(folder, "probe.html")
    open(probed, "w", encoding="utf-8").write(page.replace("</body>", PROBE + "</body>"))
    found = re.search(r'<pre id="probe">(.*?)</pre>', dump(probed))
    if not found:
        sys.exit("check_report_page: the page's script did not run")
    result = found.group(1)
    if "false" in result:
        sys.exit(f"check_report_page: {result}")
    print(f"check_report_page: {result}")


main()
