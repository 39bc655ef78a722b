#!/usr/bin/env python3
"""compare_outputs.py SOURCE.txt FOLDER: every cell of the source stands, white space apart, in
SOURCE's JSON, XML and XLSX in FOLDER, in the same order, and nothing else does."""
import json
import pathlib
import re
import sys
import xml.etree.ElementTree as tree

import openpyxl

from source_cells import read_rows


def squeezed(text):
    return "".join(str(text).split())


def json_rows(path):
    document = json.loads(path.read_text(encoding="utf-8"))
    return [[squeezed(cell["text"]) for cell in item["cells"]] for part in document["lists"] for item in part["items"]]


def xml_rows(path):
    root = tree.parse(path).getroot()
    name = root.tag[: root.tag.index("}") + 1]
    return [[squeezed("".join(cell.itertext())) for cell in item.iter(name + "cell")] for item in root.iter(name + "item")]


def xlsx_rows(path):
    book = openpyxl.load_workbook(path)
    rows = []
    for sheet in book.worksheets:
        inside = False
        for values in sheet.iter_rows(values_only=True):
            cells = ["" if value is None else squeezed(value) for value in values]
            if "序号" in cells[:2] and "事项名称" in cells:
                inside, first = True, cells.index("序号")
                width = max(i for i, cell in enumerate(cells) if cell) + 1
                continue
            if not inside:
                continue
            row = cells[first:width]
            if re.fullmatch(r"\d+", row[0]):
                rows.append(row)
            elif re.fullmatch(r"\d+（?续）?", row[0]):
                rows[-1] = rows[-1][:2] + [old + new for old, new in zip(rows[-1][2:], row[2:])]
            elif not row[0]:
                inside = False
    return rows


def main():
    source, folder = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    wanted, _ = read_rows(source)
    if not wanted:
        raise SystemExit(f"{source}: no rows")
    faults = 0
    for suffix, reader in ((".json", json_rows), (".xml", xml_rows), (".xlsx", xlsx_rows)):
        path = folder / (source.stem + suffix)
        if not path.exists():
            print(f"{path.name}: missing")
            faults += 1
            continue
        found = reader(path)
        if len(found) != len(wanted):
            print(f"{path.name}: {len(found)} rows, the source has {len(wanted)}")
            faults += 1
        for index, (a, b) in enumerate(zip(wanted, found), 1):
            if a != b:
                faults += 1
                column = next((i for i, pair in enumerate(zip(a, b)) if pair[0] != pair[1]), min(len(a), len(b)))
                print(f"{path.name}: row {index}, column {column + 1} differs")
                print("  source:", a[column][:80] if column < len(a) else "(no cell)")
                print("  output:", b[column][:80] if column < len(b) else "(no cell)")
                if faults > 5:
                    return 1
    print(f"{len(wanted)} rows compared" if not faults else f"{faults} differences")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
