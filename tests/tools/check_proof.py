#!/usr/bin/env python3
"""Judges the outputs of `dutylist check` by other people's programs.

Usage: check_proof.py PROGRAM SOURCE_TREE LIST
Validates the JSON against its schema, the SARIF against what SARIF 2.1.0 requires, the corrected XML
against the document's schema, and reads workbook, PDF and web page with openpyxl, pdftotext and
html.parser: all must tell of the same findings. Skips (77) where a program is missing.
"""
import html.parser
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

try:
    import jsonschema
    import openpyxl
except ImportError as missing:
    print(f"skipped: {missing}")
    sys.exit(77)
for tool in ("pdftotext", "xmllint"):
    if not shutil.which(tool):
        print(f"skipped: no {tool}")
        sys.exit(77)


class Marks(html.parser.HTMLParser):
    """Counts <mark> and looks for anything that is fetched from elsewhere."""

    def __init__(self):
        super().__init__()
        self.marks, self.foreign = 0, []

    def handle_starttag(self, tag, attributes):
        self.marks += tag == "mark"
        self.foreign += [value for name, value in attributes if name in ("src", "href")]


def run(program, *words):
    return subprocess.run([program, *words], check=True, capture_output=True, text=True).stdout


def main(program, tree, source):
    schemas = pathlib.Path(tree) / "templates" / "schemas"
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        stem = folder / pathlib.Path(source).stem
        found = json.loads(run(program, "check", source, "--json", "--lang", "zh"))
        jsonschema.validate(found, json.loads((schemas / "check.schema.json").read_text()))
        count = len(found["findings"])
        run(program, "check", source, "--lang", "zh", "-o", str(folder), "--sarif", "--xlsx", "--pdf", "--html", "--fix")

        sarif = json.loads(pathlib.Path(f"{stem}.sarif").read_text())
        assert sarif["version"] == "2.1.0"
        (only,) = sarif["runs"]
        rules = only["tool"]["driver"]["rules"]
        assert len(only["results"]) == count
        for result in only["results"]:
            assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
            assert result["level"] in ("error", "warning", "note") and result["message"]["text"]
            for location in result["locations"]:
                region = location["physicalLocation"].get("region")
                assert not region or region["startLine"] >= 1

        book = openpyxl.load_workbook(f"{stem}.check.xlsx")
        sheet, texts = book.worksheets
        rows = list(sheet.iter_rows(min_row=4, values_only=True))
        assert len(rows) == count, (len(rows), count)
        if count:
            assert sheet.auto_filter.ref and sheet.freeze_panes == "A4"
            for row, finding in zip(rows, found["findings"]):
                assert finding["message"] == row[6], (finding, row)
            links = [cell.hyperlink for line in sheet.iter_rows(min_row=4) for cell in line if cell.hyperlink]
            assert links and all(texts.title in (link.location or "") for link in links)

        printed = run("pdftotext", "-raw", f"{stem}.check.pdf", "-").replace("\n", "").replace(" ", "")
        for finding in found["findings"]:
            assert finding["message"].replace(" ", "") in printed, finding

        page = Marks()
        page.feed(pathlib.Path(f"{stem}.check.html").read_text())
        assert page.marks == count and not page.foreign

        subprocess.run(["xmllint", "--noout", "--schema", str(schemas / "document.xsd"), f"{stem}.corrected.xml"],
                       check=True, capture_output=True)
        changes = pathlib.Path(f"{stem}.changes.txt").read_text().splitlines()
        again = json.loads(run(program, "check", f"{stem}.corrected.xml", "--json", "--lang", "zh"))
        assert len(again["findings"]) <= count - len(changes), (len(again["findings"]), count, len(changes))
        print(f"{count} findings, {len(changes)} changes, {len(again['findings'])} left")


main(*sys.argv[1:4])
