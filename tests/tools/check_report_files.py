#!/usr/bin/env python3
"""check_report_files.py PROGRAM SOURCE_DIR paper|preflight|print

Makes the report of the samples and has other programs judge its files:
  paper      qpdf, poppler and the tag tree of the PDF: order of reading, embedded fonts, colours of
             what was removed and added, here and in the workbook (openpyxl); the same bytes twice
  preflight  PDF/A-1b by PDFBox Preflight, of the report, a first month and a department's view
  print      the workbooks of report and compare, printed by LibreOffice: every row with its texts, no
             glyph across the rules of its row
Exit status 77 where a program is missing.
"""
import decimal
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from xml.etree import ElementTree

from report_check.tagged_pdf import TaggedPdf

PROGRAM, SOURCE, MODE = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2]), sys.argv[3]
NEEDED = {"paper": ["qpdf", "pdffonts", "pdftotext"], "preflight": ["java"], "print": ["soffice", "mutool", "pdftotext"]}
SAMPLES = os.path.join(SOURCE, "samples")
failures = []


def check(good, words):
    if not good:
        failures.append(words)


def said(*command):
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    return result.returncode, result.stdout + result.stderr


def run(folder, *arguments):
    result = subprocess.run([PROGRAM, *arguments], cwd=folder, capture_output=True, text=True, check=False)
    if result.returncode not in (0, 3):
        sys.exit(f"check_report_files: {' '.join(arguments)}: {result.returncode}: {result.stderr}")


def make(folder, *options, month="2025-09"):
    """The folder with the outputs of a report."""
    if not os.path.exists(os.path.join(folder, "dutylist.db")):
        run(folder, "archive", "add", *(os.path.join(SAMPLES, f"{stem}-2025-{month}.txt") for stem in
                                        ("lumingxi", "shiliangtang", "fengluoping") for month in ("07", "08", "09")))
    run(folder, "report", "--month", month, "--office", os.path.join(SAMPLES, "office.xml"), *options)
    return folder


def squeeze(text):
    return "".join(text.split())


def headings(pdf, node=None):
    """The texts of the headings and tables in the order of the tag tree."""
    node = node or pdf.root
    if node.get("/S") == "/H1":
        yield squeeze(pdf.text_of(node))
    elif node.get("/S") == "/Table":
        yield "table"
    else:
        for kid in pdf.kids(node):
            if isinstance(kid, dict):
                yield from headings(pdf, kid)


def paper(folder):
    make(folder, "--ledger", os.path.join(SAMPLES, "ledger.csv"))
    path = os.path.join(folder, "report-2025-09.pdf")
    status, words = said("qpdf", "--check", path)
    check(status == 0, "qpdf --check: " + words)
    for line in said("pdffonts", path)[1].split("\n")[2:]:
        check(not line or re.search(r"Identity-H +yes yes yes ", line), "pdffonts: " + line)
    pdf = TaggedPdf(path)
    order = list(headings(pdf))
    titles = [title for title in order if title != "table"]
    check(order[:2] == [titles[0], "table"], "the first table does not follow its heading")
    check(all(a != b for a, b in zip(order, order[1:])) or "table" not in order,
          f"a table without a heading: {order}")
    check(len(titles) == 14, f"headings: {titles}")
    text = squeeze(said("pdftotext", "-raw", path, "-")[1])
    at = -1
    for title in titles:  # in the same order on paper
        found = text.find(title, at + 1)
        check(found > at, f"{title}: not in the order of reading")
        at = max(at, found)
    check("[-安全稳定-]{+平安法治+}" in text, "copied text does not say what was removed and added")
    content = b"".join(pdf.stream(c) for p in pdf.pages for c in p["contents"])
    used = {tuple(round(float(part) * 255) for part in found) for found in
            re.findall(rb"([\d.]+) ([\d.]+) ([\d.]+) rg", content)}
    for name, color in (("removed", (0xA0, 0x15, 0x15)), ("added", (0x0D, 0x5A, 0x1A))):
        check(color in used, f"nothing is printed in the colour of what was {name}")
    colored_cells(os.path.join(folder, "report-2025-09.xlsx"))
    before = open(path, "rb").read()
    make(folder, "--ledger", os.path.join(SAMPLES, "ledger.csv"))
    check(open(path, "rb").read() == before, "not the same bytes twice")


def colored_cells(path):
    """Every mark of the workbook: [-…-] struck through, {+…+} underlined, in two colours. The strings
    of a sheet are in sharedStrings.xml, those with formats in runs (ECMA-376 18.4)."""
    space = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    with zipfile.ZipFile(path) as container:
        strings = ElementTree.fromstring(container.read("xl/sharedStrings.xml"))
    marked = 0
    for string in strings:
        runs = string.findall(space + "r")
        whole = "".join(t.text or "" for t in string.iter(space + "t"))
        check(runs or "加删除线" in whole or "[-" not in whole, f"marks without colour: {whole[:60]}")
        inside = None
        for run_ in runs:
            text = run_.find(space + "t").text
            if text in ("[-", "{+"):
                inside, marked = text, marked + 1
            elif text in ("-]", "+}"):
                inside = None
            elif inside:
                font = run_.find(space + "rPr")
                color = font.find(space + "color")
                good = (font.find(space + "strike") is not None) == (inside == "[-") and \
                    (font.find(space + "u") is not None) == (inside == "{+") and \
                    color is not None and color.get("rgb") == ("FFA01515" if inside == "[-" else "FF0D5A1A")
                check(good, f"{text!r} after {inside}: {ElementTree.tostring(font)}")
    check(marked > 50, f"{marked} marked stretches in the workbook")


def preflight_files(folder):
    import preflight
    make(folder)
    make(folder, month="2025-07")
    make(folder, "--department", "云川县公安局")
    return preflight.main([os.path.join(folder, name) for name in sorted(os.listdir(folder)) if name.endswith(".pdf")])


def shown(cell):
    """A cell as a spreadsheet prints it."""
    value, form = cell.value, cell.number_format
    if not isinstance(value, (int, float)):
        return squeeze(str(value)) if value is not None else ""
    digits = {"0.0%": 1, "+0.00;-0.00;0.00": 2}.get(form, 0)
    number = decimal.Decimal(repr(value)) * (100 if form == "0.0%" else 1)
    number = number.quantize(decimal.Decimal(1).scaleb(-digits), decimal.ROUND_HALF_UP)
    sign = "+" if form.startswith("+") and number > 0 else ""
    return f"{sign}{abs(number) if number == 0 else number}" + "%" * (form == "0.0%")


def table_rows(path):
    import openpyxl
    import render_workbook
    for sheet in openpyxl.load_workbook(path).worksheets:
        if not sheet.auto_filter.ref:
            continue
        last = int(re.search(r":[A-Z]+(\d+)$", sheet.auto_filter.ref)[1])
        for row in sheet.iter_rows(min_row=3, max_row=last):
            if render_workbook.comparable(shown(row[0])):
                yield sheet.title, row[0].row, [shown(cell) for cell in row]


def print_files(folder):
    import render_workbook
    make(folder, "--ledger", os.path.join(SAMPLES, "ledger.csv"))
    run(folder, "compare", os.path.join(SAMPLES, "lumingxi-2025-07.txt"), os.path.join(SAMPLES, "lumingxi-2025-09.txt"),
        "--xlsx", "compare.xlsx")
    for name in ("report-2025-09.xlsx", "compare.xlsx"):
        path = os.path.join(folder, name)
        for environment in (dict(os.environ, LC_ALL="C.UTF-8"), render_workbook.chinese_environment()):
            render_workbook.look_at(render_workbook.render(path, folder, environment), list(table_rows(path)), name)
    failures.extend(render_workbook.failures)


def main():
    missing = [name for name in NEEDED[MODE] if not shutil.which(name)]
    if missing:
        print(f"skipped: {missing} missing; run scripts/setup --conformance")
        return 77
    with tempfile.TemporaryDirectory() as folder:
        if MODE == "preflight":
            return preflight_files(folder)
        {"paper": paper, "print": print_files}[MODE](folder)
    for failure in failures[:40]:
        print(failure)
    print(f"{len(failures)} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
