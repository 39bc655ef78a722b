#!/usr/bin/env python3
"""Measures the typesetting of a booklet in its PDF, from mutool's text boxes and drawn rules alone.

    measure_booklet.py FILE.pdf [--pages N] [--fill F] [--loose N] [--verbose]
    measure_booklet.py LIST.txt --program DUTYLIST ...    converts the list first

Counts, on the pages that hold ruled tables: violations at line starts and ends, split —— and ……,
last lines of one character, ragged lines, lines set more than 8 % wider than their natural width,
how far pages are filled, and whether tables and page numbers stand where GB/T 9704 wants them.
Prints one line a figure. Exit status: 0 within the limits given, 1 not, 77 without mutool or
without the list.
"""

import argparse
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from collections import Counter, defaultdict

NOT_AT_START = set("、，。：；！？)》」』”’·）】〕〗〉］｝…%‰℃,.;!?]}～")
NOT_AT_END = set("（《〈「『“‘【〔〖［｛([{")
CLOSING = set("、，。：；！？》」』”’）】〕〗〉］｝．")
OPENING = set("（《〈「『“‘【〔〖［｛")
# Short name columns may be set flush left; they are neither loose nor ragged.
FLUSH_LEFT = re.compile(r"序号|编号|类别|部门(?!.*(职责|方式))")
# So may names of items where their column is narrow.
NAMES = re.compile(r"事项(名称)?$")
NARROW = 15  # characters
MM = 72 / 25.4
LABEL = re.compile(r"^(\d+[.．、]|（\d+）|\(\d+\)|[一二三四五六七八九十]+、)")


def run(*command):
    return subprocess.run(command, check=True, capture_output=True).stdout


def read_characters(pdf):
    """Per page: width, height, and characters as (x, baseline, width, size, font, text)."""
    pages = []
    for page in ElementTree.fromstring(run("mutool", "draw", "-F", "stext", pdf)):
        characters = []
        for font in page.iter("font"):
            size = float(font.get("size"))
            for char in font.iter("char"):
                quad = [float(v) for v in char.get("quad").split()]
                characters.append((float(char.get("x")), float(char.get("y")), quad[2] - quad[0],
                                   size, font.get("name"), char.get("c")))
        pages.append((float(page.get("width")), float(page.get("height")), characters))
    return pages


def read_rules(pdf):
    """Per page: filled rectangles as (left, top, right, bottom)."""
    pages = []
    for page in ElementTree.fromstring(run("mutool", "draw", "-F", "trace", pdf)):
        rules = []
        for path in page.iter("fill_path"):
            a, b, c, d, e, f = (float(v) for v in path.get("transform").split())
            corners = []
            for step in path:
                if step.tag in ("moveto", "lineto"):
                    x, y = float(step.get("x")), float(step.get("y"))
                    corners.append((a * x + c * y + e, b * x + d * y + f))
                elif step.tag == "closepath" and corners:
                    xs, ys = [p[0] for p in corners], [p[1] for p in corners]
                    rules.append((min(xs), min(ys), max(xs), max(ys)))
                    corners = []
        pages.append(rules)
    return pages


class Line:
    def __init__(self, characters):
        # mutool shows a wide gap as a space of that width; a font's own space is narrower.
        self.characters = sorted(c for c in characters
                                 if not c[5].isspace() or c[2] < 0.24 * c[3])
        while self.characters and self.characters[-1][5].isspace():
            self.characters.pop()
        while self.characters and self.characters[0][5].isspace():
            self.characters.pop(0)
        self.text = "".join(c[5] for c in self.characters)
        self.size = self.characters[0][3] if self.characters else 10
        self.left = self.characters[0][0] if self.characters else 0
        self.y = self.characters[0][1] if self.characters else 0
        if self.characters:
            last = self.characters[-1]
            trimmed = last[3] / 2 if last[5] in CLOSING else last[2]
            self.right = last[0] + trimmed

    def natural(self):
        """Width with every mark as wide as the font has it, neighbours of marks compressed, a mark
        at the end trimmed to half."""
        width = 0
        for i, (_, _, advance, size, _, text) in enumerate(self.characters):
            width += advance
            if i + 1 == len(self.characters):
                width -= advance - size / 2 if text in CLOSING else 0
            elif text in CLOSING and self.characters[i + 1][5] in CLOSING | OPENING:
                width -= size / 2
            elif text in OPENING and self.characters[i + 1][5] in OPENING:
                width -= size / 2
        return width


class Measurement:
    def __init__(self):
        self.count = Counter()
        self.notes = defaultdict(list)
        self.fills = []
        self.lists = []
        self.sizes = []

    def add(self, name, page, text):
        self.count[name] += 1
        self.notes[name].append(f"page {page}: {text}")


def columns_of(rules):
    vertical = sorted({round((r[0] + r[2]) / 2, 1) for r in rules
                       if r[2] - r[0] < 2 and r[3] - r[1] > 12})
    return vertical


def measure_page(number, page, rules, measurement):
    width, height, characters = page
    vertical = columns_of(rules)
    if len(vertical) < 3:
        return None
    horizontal = sorted({round((r[1] + r[3]) / 2, 1) for r in rules
                         if r[3] - r[1] < 2 and r[2] - r[0] > 12})
    top, bottom = horizontal[0], horizontal[-1]
    left, right = vertical[0], vertical[-1]
    landscape = width > height
    # The type area as GB/T 9704 has it; a landscape page is a portrait page turned clockwise.
    if landscape:
        inside = abs(right - left - 225 * MM) < MM and abs(width - right - 37 * MM) < MM
        top_edges = (28 * MM, 26 * MM)
        area_height = 156 * MM
    else:
        inside = abs(right - left - 156 * MM) < MM and (
            abs(left - 28 * MM) < MM or abs(left - 26 * MM) < MM)
        top_edges = (37 * MM,)
        area_height = 225 * MM
    area_top = top_edges[0] if number % 2 == 1 or not landscape else top_edges[1]
    if not inside or bottom > area_top + area_height + MM or top < area_top - MM:
        measurement.add("off_type_area", number, f"{left:.1f} {top:.1f} {right:.1f} {bottom:.1f}")
    measurement.fills.append((bottom - area_top) / area_height)

    cells = defaultdict(lambda: defaultdict(list))
    for character in characters:
        x, y = character[0] + 0.01, character[1] - 0.3 * character[3]
        if not (left <= x <= right and top <= y <= bottom):
            continue
        column = sum(1 for v in vertical[1:] if x > v)
        row = sum(1 for h in horizontal[1:] if y > h)
        cells[column][row].append(character)
    heads = {c: "".join(t[5] for t in sorted(cells[c][0], key=lambda t: (round(t[1]), t[0])))
             for c in range(len(vertical) - 1)}
    result = {}
    for column in range(len(vertical) - 1):
        size = max((c[3] for c in cells[column][0]), default=10)
        wide = (vertical[column + 1] - vertical[column]) / size
        flush = bool(FLUSH_LEFT.search(heads[column])
                     or (NAMES.search(heads[column]) and wide < NARROW))
        rows = []
        for row in range(1, len(horizontal) - 1):
            by_line = defaultdict(list)
            for character in cells[column][row]:
                by_line[round(character[1], 0)].append(character)
            merged = []
            for y in sorted(by_line):
                if merged and y - merged[-1][0] <= 2:
                    merged[-1][1].extend(by_line[y])
                else:
                    merged.append((y, by_line[y]))
            rows.append([line for line in (Line(c) for _, c in merged) if line.text])
        result[column] = (heads[column], flush, rows)
    return {"vertical": vertical, "columns": result, "number": number}


def judge(tables, measurement):
    # The right edge of a column's text: where most of its full lines end.
    edges = defaultdict(list)
    for table in tables:
        for column, (_, flush, rows) in table["columns"].items():
            for lines in rows:
                for line in lines[:-1]:
                    edges[(len(table["vertical"]), column,
                           round(table["vertical"][column + 1] - table["vertical"][column], 0))
                          ].append(round(table["vertical"][column + 1] - line.right, 1))
    usual = {key: statistics.mode(values) for key, values in edges.items() if values}
    for index, table in enumerate(tables):
        following = tables[index + 1] if index + 1 < len(tables) else None
        for column, (head, flush, rows) in table["columns"].items():
            width = round(table["vertical"][column + 1] - table["vertical"][column], 0)
            edge = usual.get((len(table["vertical"]), column, width))
            for r, lines in enumerate(rows):
                continued = None
                if r + 1 == len(rows) and following and column in following["columns"]:
                    next_rows = following["columns"][column][2]
                    number_cell = following["columns"][0][2][0] if following["columns"][0][2] else []
                    if any("续" in line.text for line in number_cell) and next_rows[0]:
                        continued = next_rows[0][0]
                for i, line in enumerate(lines):
                    judge_line(table, line, lines[i + 1] if i + 1 < len(lines) else continued,
                               flush or column == 0, edge, column, measurement,
                               lines[i - 1] if i else None)


def judge_line(table, line, following, flush, edge, column, measurement, before):
    number, text = table["number"], line.text
    measurement.count["lines"] += 1
    measurement.sizes.append(line.size)
    if text[0] in NOT_AT_START and not LABEL.match(text) and text != "（续）":
        measurement.add("line_start", number, text)
    if text[-1] in NOT_AT_END:
        measurement.add("line_end", number, text)
    if following is not None and (text[-1] + following.text[0]) in ("——", "……"):
        measurement.add("split_dash", number, text)
    right = table["vertical"][column + 1] - line.right
    if line.right > table["vertical"][column + 1] + 0.5:
        measurement.add("outside_cell", number, text)
    starts_paragraph = following is None or LABEL.match(following.text) or \
        following.characters[0][4] != line.characters[0][4]
    last = starts_paragraph or (text[-1] in "。；;：:" and edge is not None and
                                right > edge + line.size)
    if last:
        letters = [c for c in text if c not in NOT_AT_START | NOT_AT_END]
        continues = before is not None and not LABEL.match(text) and \
            before.characters[0][4] == line.characters[0][4] and before.text[-1] not in "。；;：:"
        if len(letters) == 1 and continues and not flush:
            measurement.add("one_character", number, text)
        return
    if flush or edge is None:
        return
    if abs(right - edge) > 0.75:
        measurement.add("ragged", number, f"{right - edge:+.1f} {text}")
        return
    looseness = (line.right - line.left) / line.natural() - 1
    if looseness > 0.0805:
        measurement.add("loose", number, f"{looseness:.3f} {text}")


def check_page_numbers(pages, measurement):
    for number, (width, height, characters) in enumerate(pages, 1):
        if width > height:  # mutool turned it: the foot is at the left
            foot = [c for c in characters if c[0] < width - 262 * MM]
        else:
            foot = [c for c in characters if c[1] > 262 * MM + 3]
        text = "".join(c[5] for c in foot).strip()
        if not re.search(r"\d", text):
            continue
        measurement.count["page_numbers"] += 1
        if width <= height:
            digits = [c for c in foot if c[5].isdigit()]
            if abs(digits[0][3] - 14) > 0.3:
                measurement.add("page_number_size", number, text)
            printed = int("".join(c[5] for c in digits))
            on_right = digits[0][0] > width / 2
            if on_right != (printed % 2 == 1):
                measurement.add("page_number_side", number, text)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("pdf")
    parser.add_argument("--program")
    parser.add_argument("--pages", type=int, default=46)
    parser.add_argument("--fill", type=float, default=0.93)
    parser.add_argument("--loose", type=int, default=20)
    parser.add_argument("--verbose", action="store_true")
    arguments = parser.parse_args()
    if not shutil.which("mutool"):
        print("skipped: mutool is not installed")
        return 77
    if not os.path.exists(arguments.pdf):
        print(f"skipped: {arguments.pdf} is not there")
        return 77
    with tempfile.TemporaryDirectory() as folder:
        if arguments.program:
            # 3: written, with warnings about the list itself.
            done = subprocess.run([arguments.program, "convert", arguments.pdf, "--to", "pdf", "-o",
                                   folder], capture_output=True)
            if done.returncode not in (0, 3):
                print(done.stderr.decode())
                return 1
            stem = os.path.splitext(os.path.basename(arguments.pdf))[0]
            arguments.pdf = os.path.join(folder, stem + ".pdf")
        pages = read_characters(arguments.pdf)
        rules = read_rules(arguments.pdf)
    measurement = Measurement()
    tables = []
    for number, (page, page_rules) in enumerate(zip(pages, rules), 1):
        table = measure_page(number, page, page_rules, measurement)
        if table:
            tables.append(table)
    judge(tables, measurement)
    check_page_numbers(pages, measurement)
    count = measurement.count
    fill = statistics.mean(measurement.fills) if measurement.fills else 0
    print(f"pages {len(pages)}, with tables {len(tables)} (limit {arguments.pages})")
    print(f"lines {count['lines']}, smallest text {min(measurement.sizes, default=0):.1f} pt")
    print(f"filled {fill:.3f} on average (limit {arguments.fill})")
    failures = ["line_start", "line_end", "split_dash", "one_character", "ragged", "outside_cell",
                "off_type_area", "page_number_size", "page_number_side"]
    for name in failures:
        print(f"{name} {count[name]}")
    print(f"loose {count['loose']} (limit {arguments.loose})")
    if arguments.verbose:
        for name in failures + ["loose"]:
            for note in measurement.notes[name][:40]:
                print(f"  {name} {note}")
    good = (len(tables) <= arguments.pages and fill >= arguments.fill
            and count["loose"] <= arguments.loose and not any(count[n] for n in failures))
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
