#!/usr/bin/env python3
"""render_workbook.py PROGRAM INPUT | render_workbook.py PROGRAM --random COUNT

Has LibreOffice print the workbook to PDF and looks at the pages: every cell of every list is found
between the rules of its row and column with every character, in order, and no glyph box (poppler's)
crosses a rule of its row. Exit status 77 where LibreOffice, mutool, poppler or the input is missing.
"""
import bisect
import collections
import os
import re
import shutil
import subprocess
import sys

import openpyxl

import workbook_cells as cells

failures = []
NUMBER = r"(-?[\d.]+)"
LINE = re.compile(rf'<moveto x="{NUMBER}" y="{NUMBER}"/>\s*<lineto x="{NUMBER}" y="{NUMBER}"/>\s*</stroke_path>')
GLYPH = re.compile(rf'<g unicode="([^"]*)" glyph="[^"]*" x="{NUMBER}" y="{NUMBER}" adv="{NUMBER}"/>')
ENTITIES = {"&lt;": "<", "&gt;": ">", "&amp;": "&", "&quot;": '"', "&apos;": "'"}
TOLERANCE = 0.6  # points: half of a rule's width and rounding


def merged(values):
    """Positions of rules, those closer than a point taken as one."""
    result = []
    for value in sorted(values):
        if not result or value - result[-1] > 1:
            result.append(value)
    return result


def pages_of(pdf):
    trace = subprocess.run(["mutool", "trace", pdf], capture_output=True, check=True).stdout.decode("utf-8", "replace")
    return trace.split("<page ")[1:]


def character(code):
    code = ENTITIES.get(code, code)
    if code.startswith("&#x"):
        return chr(int(code[3:-1], 16))
    return code


def table_of(page):
    """The rules and glyphs of a page: rows and columns from the top left, and {(row, column): text}."""
    across, down = set(), set()
    for x0, y0, x1, y1 in (map(float, m) for m in LINE.findall(page)):
        if abs(y0 - y1) < 0.1 and abs(x0 - x1) > 5:
            across.add(y0)
        elif abs(x0 - x1) < 0.1 and abs(y0 - y1) > 5:
            down.add(x0)
    rows, columns = merged(across), merged(down)  # y grows upwards
    glyphs = collections.defaultdict(list)
    for code, x, y, _ in GLYPH.findall(page):
        text = character(code)
        x, y = float(x), float(y)
        row, column = bisect.bisect(rows, y), bisect.bisect(columns, x + 0.5)
        if text.strip() and 0 < row < len(rows) and 0 < column < len(columns):
            glyphs[len(rows) - 1 - row, column - 1].append((-round(y, 1), x, text))
    return rows, columns, {place: line_order(found) for place, found in glyphs.items()}


def line_order(found):
    """Baselines of different fonts on one line differ a little: lines are grouped by their gaps."""
    found.sort()
    lines = []
    for y, x, text in found:
        if not lines or y - lines[-1][0] > 4:
            lines.append((y, []))
        lines[-1][1].append((x, text))
    return "".join(text for _, line in lines for _, text in sorted(line))


def check_boxes(pdf, page_number, rows, height, name):
    boxes = subprocess.run(["pdftotext", "-bbox", "-f", str(page_number), "-l", str(page_number), pdf, "-"],
                           capture_output=True, check=True).stdout.decode("utf-8", "replace")
    edges = sorted(height - y for y in rows)
    for top, bottom, word in re.findall(r'yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">([^<]*)<', boxes):
        top, bottom = float(top), float(bottom)
        middle = (top + bottom) / 2
        if not edges or not edges[0] < middle < edges[-1]:
            continue
        index = bisect.bisect(edges, middle)
        if top < edges[index - 1] - TOLERANCE or bottom > edges[index] + TOLERANCE:
            failures.append(f"{name} page {page_number}: {word!r} at {top:.1f}–{bottom:.1f} crosses its row "
                            f"{edges[index - 1]:.1f}–{edges[index]:.1f}")


def expected_rows(book, document):
    """(list, row) in print order: the texts of its cells by column."""
    for sheet, duty_list in cells.list_sheets(book, document):
        if not duty_list["items"]:
            continue
        groups, columns, _ = cells.item_rows(sheet, duty_list)
        for group in groups:
            for row in group:
                yield sheet.title, row, [cells.without_white_space(sheet.cell(row, column + 1).value) for column in columns]


def comparable(text):
    # Fonts may lack pictures and rare letters; LibreOffice then draws them from fonts whose
    # characters come back split or not at all.
    return "".join(c for c in text if "\u4e00" <= c <= "\u9fff" or c.isascii() or c in "，。、；：（）")


def chinese_environment():
    """As in a Chinese office where it can be had: fonts are chosen by language, and so are widths."""
    known = subprocess.run(["locale", "-a"], capture_output=True, text=True, check=False).stdout.split()
    return dict(os.environ, LC_ALL="zh_CN.UTF-8") if "zh_CN.utf8" in known else dict(os.environ)


def render(workbook, folder, environment):
    subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf",
                    "--outdir", folder, workbook], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    return os.path.join(folder, os.path.splitext(os.path.basename(workbook))[0] + ".pdf")


def check(program, source, folder):
    workbook, document = cells.convert(program, source, folder)
    wanted = list(expected_rows(openpyxl.load_workbook(workbook), document))
    for environment in (dict(os.environ, LC_ALL="C.UTF-8"), chinese_environment()):
        look_at(render(workbook, folder, environment), wanted, os.path.basename(source))


def look_at(pdf, wanted, source):
    position = 0
    for number, page in enumerate(pages_of(pdf), start=1):
        height = float(re.search(r'mediabox="0 0 [\d.]+ ([\d.]+)"', page).group(1))
        rows, columns, table = table_of(page)
        before = position
        for row in range(len(rows) - 1):
            if position == len(wanted):
                break
            found = [table.get((row, column), "") for column in range(len(columns) - 1)]
            sheet, sheet_row, texts = wanted[position]
            if comparable(found[0] if found else "") != comparable(texts[0]) or comparable(texts[0]) == "":
                continue  # heads, or a table of the contents or statistics
            if len(found) != len(texts) or sheet not in ("", sheet):
                continue
            for column, (here, text) in enumerate(zip(found, texts)):
                if comparable(here) != comparable(text):
                    failures.append(f"{sheet}!{sheet_row} column {column + 1}: printed {here[:50]!r}… for {text[:50]!r}…")
            position += 1
        if position > before:  # a page of a list: the rules are those of its rows
            check_boxes(pdf, number, rows, height, source)
    if position != len(wanted):
        failures.append(f"{source}: {wanted[position][0]}!{wanted[position][1]} is not on any page")
    print(f"{source}: {position} rows looked at")


def main():
    for tool in ("soffice", "mutool", "pdftotext"):
        if not shutil.which(tool):
            print(f"skipped: {tool} is missing; run scripts/setup --conformance")
            return 77
    return cells.check_each(check, failures, *sys.argv[1:4], first_seed=100)


if __name__ == "__main__":
    sys.exit(main())
