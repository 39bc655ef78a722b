#!/usr/bin/env python3
"""check_word.py PROGRAM INPUT | check_word.py PROGRAM --random COUNT

The Word document of a list, by other programs: the Open XML validator has no complaint, python-docx finds every
cell with its text, pandoc finds every table, LibreOffice prints no blank page and repeats each head, and dutylist
reads the same document back. Exit status 77 where one of them or the input is missing.
"""
import json
import os
import re
import shutil
import subprocess
import sys

import docx

import workbook_cells
from validate_workbook import VALIDATOR

failures = []


def expect(condition, message):
    if not condition:
        failures.append(message)


def bare(text):
    return "".join(text.split())


def meaning(value):
    """A document's JSON without where things stand in its source."""
    if isinstance(value, dict):
        return {key: meaning(inner) for key, inner in value.items() if key not in ("source", "sources", "restored", "labelRestored")}
    if isinstance(value, list):
        return [meaning(inner) for inner in value]
    return value


def convert(program, source, folder, target):
    subprocess.run([program, "convert", source, "-o", folder, "--to", target, "--quiet"], check=False,
                   stdout=subprocess.DEVNULL)
    return os.path.join(folder, os.path.splitext(os.path.basename(source))[0] + "." + target)


def check_cells(name, written, document):
    tables = docx.Document(written).tables
    lists = document["lists"]
    expect(len(tables) == len(lists), f"{name}: {len(tables)} tables for {len(lists)} lists")
    for table, meant in zip(tables, lists):
        rows = [[cell.text for cell in row.cells] for row in table.rows]
        expect(rows[0] == meant["columns"], f"{name}: heads {rows[0]}")
        expect(len(rows) == len(meant["items"]) + 1, f"{name}: {len(rows)} rows for {len(meant['items'])} items")
        for row, item in zip(rows[1:], meant["items"]):
            expect(row == [cell["text"] for cell in item["cells"]], f"{name}: item {item['number']} differs")


def check_pages(name, written, folder, document):
    subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{folder}/office", "--convert-to", "pdf",
                    "--outdir", folder, written], check=True, capture_output=True, timeout=300)
    pdf = os.path.splitext(written)[0] + ".pdf"
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True, text=True).stdout
    pages = text.split("\f")[:-1]
    for number, page in enumerate(pages, 1):
        expect(bare(page), f"{name}: page {number} of {len(pages)} is blank")
    # Page numbers run without a gap from the first list on.
    numbers = [int(found) for page in pages[2:] for found in re.findall(r"—\s*(\d+)\s*—", page)]
    expect(numbers == sorted(numbers), f"{name}: page numbers {numbers}")
    heads = [bare("".join(meant["columns"])) for meant in document["lists"]]
    tables = [page for page in pages[2:] if any(head in bare(page) for head in heads)]
    expect(len(tables) >= len(heads), f"{name}: heads on {len(tables)} pages")


def check(program, source, folder):
    name = os.path.basename(source)
    with open(convert(program, source, folder, "json"), encoding="utf-8") as file:
        document = json.load(file)
    written = convert(program, source, folder, "docx")
    complaints = json.loads(subprocess.run([VALIDATOR, written], capture_output=True, check=False).stdout)["errors"]
    for error in complaints:
        expect(False, f"{name}: {error['path']} {error['xPath']}: {error['description']}")
    check_cells(name, written, document)
    tables = subprocess.run(["pandoc", "-f", "docx", "-t", "json", written], check=True, capture_output=True).stdout
    kinds = [block["t"] for block in json.loads(tables)["blocks"]]
    expect(kinds.count("Table") == len(document["lists"]), f"{name}: pandoc finds {kinds.count('Table')} tables")
    check_pages(name, written, folder, document)
    again = os.path.join(folder, "again")
    os.makedirs(again, exist_ok=True)
    with open(convert(program, written, again, "json"), encoding="utf-8") as file:
        returned = json.load(file)
    for key in ("unit", "period", "lists"):
        expect(meaning(returned[key]) == meaning(document[key]), f"{name}: read back, {key} differs")


def main():
    if not os.path.exists(VALIDATOR) or not all(shutil.which(tool) for tool in ("soffice", "pandoc", "pdftotext")):
        print("skipped: the validator, LibreOffice, pandoc or poppler is missing; run scripts/setup --conformance")
        return 77
    return workbook_cells.check_each(check, failures, *sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
