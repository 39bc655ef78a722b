#!/usr/bin/env python3
"""Judges the booklet of a duty list by other people's programs.

    check_booklet_pdf.py PROGRAM LIST.txt [--preflight] [--most-bytes N]

Converts the list, then holds the PDF against the list (read by source_cells.py, which shares no
code with dutylist) and against ISO 32000 and GB/T 9704: qpdf, pdffonts, pdftotext, pdfinfo, mutool.
Exit status: 0 all is well, 1 not, 77 where a program or the list is missing.
"""
import argparse
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

import preflight
import source_cells

MM = 72 / 25.4
PAGE = (210 * MM, 297 * MM)
TYPE_AREA_BOTTOM = (37 + 225) * MM
BINDING, OUTER = 28 * MM, 26 * MM
faults = []


def check(holds, what):
    if not holds:
        faults.append(what)


def run(*command):
    return subprocess.run(command, capture_output=True, text=True, errors="replace")


def squeeze(text):
    return "".join(text.split())


def convert(program, source, folder, environment=None):
    surroundings = {**os.environ, "SOURCE_DATE_EPOCH": "1751328000", **(environment or {})}
    result = subprocess.run([program, "convert", source, "--to", "pdf", "-o", folder],
                            capture_output=True, text=True, env=surroundings)
    check(result.returncode in (0, 3), f"convert: {result.returncode}\n{result.stderr}")
    return pathlib.Path(folder) / (pathlib.Path(source).stem + ".pdf")


class Objects:
    """The objects of a PDF as qpdf's JSON shows them."""

    def __init__(self, pdf):
        said = run("qpdf", "--json", "--json-stream-data=none", pdf)
        self.table = json.loads(said.stdout)["qpdf"][1]
        self.trailer = self.table["trailer"]["value"]
        self.catalog = self.get(self.trailer["/Root"])

    def get(self, value):
        if isinstance(value, str) and re.fullmatch(r"\d+ \d+ R", value):
            entry = self.table["obj:" + value]
            return entry["value"] if "value" in entry else entry["stream"]["dict"]
        return value

    def pages(self):
        return [self.get(kid) for kid in self.get(self.catalog["/Pages"])["/Kids"]]

    def names(self):
        tree = self.get(self.get(self.catalog["/Names"])["/Dests"])
        found = {}
        for kid in tree["/Kids"]:
            leaf = self.get(kid)
            names = leaf["/Names"]
            keys = names[::2]
            check(keys == sorted(keys), "destinations: a leaf is not sorted")
            check(leaf["/Limits"] == [keys[0], keys[-1]], "destinations: limits")
            found.update(zip(keys, names[1::2]))
        return found

    def outline(self, item, level=0):
        """Checks the counts below an item; returns (descendants shown if open, titles)."""
        shown, titles, kid, previous = 0, [], item.get("/First"), None
        while kid:
            child = self.get(kid)
            check(child.get("/Prev") == previous, "bookmarks: /Prev")
            titles.append((level, child["/Title"], child["/Dest"]))
            below, inner = self.outline(child, level + 1)
            titles += inner
            shown += 1 + (below if child.get("/Count", 0) > 0 else 0)
            previous, kid = kid, child.get("/Next")
        check(item.get("/Last") == previous, "bookmarks: /Last")
        check(abs(item.get("/Count", 0)) == shown, f"bookmarks: /Count {item.get('/Count')}, not {shown}")
        return shown, titles


def check_objects(pdf, rows):
    objects = Objects(pdf)
    catalog = objects.catalog
    pages = objects.pages()
    for number, page in enumerate(pages, 1):
        check(page["/MediaBox"] == page["/TrimBox"], f"page {number}: boxes differ")
        for actual, wanted in zip(page["/MediaBox"][2:], PAGE):
            check(abs(actual - wanted) < 0.5 * MM, f"page {number}: size {page['/MediaBox']}")
        for annotation in map(objects.get, page.get("/Annots", [])):
            check(annotation["/F"] == 4, f"page {number}: a link is not printed")
    check(catalog["/MarkInfo"] == {"/Marked": True}, "MarkInfo")
    check(catalog["/Lang"] == "u:zh-CN", "Lang")
    check(objects.get(catalog["/OutputIntents"][0])["/S"] == "/GTS_PDFA1", "OutputIntents")
    names = objects.names()
    links = [objects.get(a)["/Dest"] for page in pages for a in page.get("/Annots", [])]
    check(len(links) > 0, "no links")
    check(all(link in names for link in links), "a link leads nowhere")
    _, bookmarks = objects.outline(objects.get(catalog["/Outlines"]))
    check(all(dest in names for _, _, dest in bookmarks), "a bookmark leads nowhere")
    check(sum(level == 2 for level, _, _ in bookmarks) == len(rows),
          f"bookmarks: {sum(level == 2 for level, _, _ in bookmarks)} items of {len(rows)}")
    return [page.get("/Rotate", 0) for page in pages]


def structure_cells(pdf):
    """The texts of the TD in the tag tree, in order, white space taken out."""
    cells, depth = [], None
    for line in run("pdfinfo", "-struct-text", pdf).stdout.split("\n"):
        indent = len(line) - len(line.lstrip())
        text = re.fullmatch(r'\s*"(.*)"', line)
        if text:
            if depth is not None:
                cells[-1] += squeeze(text.group(1))
            continue
        if depth is not None and line.strip() and indent <= depth:
            depth = None
        if re.match(r"\s*TD\b", line):
            depth = indent
            cells.append("")
    return cells


def check_text(pdf, rows):
    wanted = [cell for row in rows for cell in row]
    tagged = structure_cells(pdf)
    check(len(tagged) == len(wanted), f"tag tree: {len(tagged)} cells, not {len(wanted)}")
    for got, cell in zip(tagged, wanted):
        if got != cell:
            faults.append(f"tag tree: {got[:60]!r} instead of {cell[:60]!r}")
            break
    raw = squeeze(run("pdftotext", "-raw", pdf, "-").stdout)
    mupdf = squeeze(run("mutool", "draw", "-q", "-F", "text", pdf).stdout)
    for name, text in (("pdftotext", raw), ("mutool", mupdf)):
        check(not re.search(r"</?(p|ol|ul|li|br)\b", text), f"{name}: markup of the source")
        here = 0
        for row in rows:
            # A name does not leave its page unless its row is split; then it is in pieces.
            name = row[min(2, len(row) - 1)][:12]
            place = text.find(name, here)
            check(place >= 0, f"{name}: {name!r} is missing or out of order")
            here = max(here, place)
        counts = {c: text.count(c) for c in set("".join(wanted))}
        lost = {c for c in counts if counts[c] < "".join(wanted).count(c)}
        check(not lost, f"{name}: fewer than in the list: {''.join(sorted(lost))}")


def check_page_numbers(pdf, rotations):
    """— n — 7 mm below the type area, odd pages right, even left, one character (14 pt) in."""
    said = run("mutool", "draw", "-q", "-F", "stext", pdf).stdout
    expected = 0
    for index, page in enumerate(ElementTree.fromstring(said)):
        characters = []
        for font in page.iter("font"):
            for char in font.iter("char"):
                x, y = float(char.get("x")), float(char.get("y"))
                if rotations[index] == 90:  # back to the portrait page
                    x, y = y, PAGE[1] - x
                characters.append((x, y, float(font.get("size")), char.get("c")))
        line = [c for c in characters if c[1] > TYPE_AREA_BOTTOM + 4 * MM]
        if not line:
            continue
        text = "".join(c[3] for c in sorted(line)).replace(" ", "")
        expected += 1
        check(text == f"—{expected}—", f"sheet {index + 1}: page number {text!r}, not {expected}")
        left = min(c[0] for c in line)
        right = max(c[0] + c[2] for c in line)
        dash = min(line)[1] - 0.36 * min(line)[2]  # the stroke stands that far above the baseline
        check(abs(dash - TYPE_AREA_BOTTOM - 7 * MM) < MM,
              f"page {expected}: number {(dash - TYPE_AREA_BOTTOM) / MM:.1f} mm below the type area")
        check(all(abs(c[2] - 14) < 0.1 for c in line), f"page {expected}: number not of size 4")
        if expected % 2 == 1:
            edge = PAGE[0] - OUTER - right
        else:
            edge = left - OUTER
        check(abs(edge - 14) < MM, f"page {expected}: number {edge / MM:.1f} mm in, not {14 / MM:.1f}")
    check(expected > 0, "no page numbers")


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("program")
    arguments.add_argument("list")
    arguments.add_argument("--preflight", action="store_true")
    arguments.add_argument("--most-bytes", type=int, default=10_000_000)
    options = arguments.parse_args()
    missing = [p for p in ("qpdf", "pdffonts", "pdftotext", "pdfinfo", "mutool") if not shutil.which(p)]
    if missing or not os.path.exists(options.list):
        print("skipped; missing:", *(missing or [options.list]))
        return 77
    rows, _ = source_cells.read_rows(options.list)
    with tempfile.TemporaryDirectory() as folder:
        pdf = str(convert(options.program, options.list, folder))
        if faults:
            print("\n".join(faults))
            return 1
        if options.preflight:
            return preflight.main([pdf])
        said = run("qpdf", "--check", pdf)
        check(said.returncode == 0, "qpdf --check: " + said.stdout + said.stderr)
        for line in run("pdffonts", pdf).stdout.split("\n")[2:]:
            check(not line or re.search(r"Identity-H +yes yes yes ", line), "pdffonts: " + line)
        check(os.path.getsize(pdf) <= options.most_bytes, f"{os.path.getsize(pdf)} bytes")
        rotations = check_objects(pdf, rows)
        check_text(pdf, rows)
        check_page_numbers(pdf, rotations)
        other = os.path.join(folder, "other")
        umask = os.umask(0o077)
        again = convert(options.program, options.list, other, {"TZ": "Asia/Urumqi", "LC_ALL": "de_DE.UTF-8"})
        os.umask(umask)
        check(again.read_bytes() == pathlib.Path(pdf).read_bytes(), "not the same bytes twice")
    print("\n".join(faults) or f"the booklet is right: {len(rows)} items, {len(rotations)} sheets")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
