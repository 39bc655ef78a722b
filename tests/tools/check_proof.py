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
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata

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


def judge_region(region):
    """SARIF 2.1.0 3.30: lines and columns from 1, endColumn behind the last character."""
    assert set(region) <= {"startLine", "startColumn", "endColumn"}, region
    assert region["startLine"] >= 1
    if "endColumn" in region:
        assert region["endColumn"] >= region["startColumn"] >= 1, region


def judge_artifact(artifact):
    """RFC 3986: nothing but what may stand in a relative reference, and no path from the root."""
    assert set(artifact) == {"uri"}, artifact
    assert re.fullmatch(r"(?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})+", artifact["uri"]), artifact
    assert not artifact["uri"].startswith("/")


def judge_sarif(sarif, count):
    """What the SARIF 2.1.0 schema requires of the parts that are written, and nothing unknown in them."""
    assert set(sarif) == {"$schema", "version", "runs"} and sarif["version"] == "2.1.0"
    (only,) = sarif["runs"]
    assert set(only) == {"tool", "columnKind", "results"}
    assert only["columnKind"] == "unicodeCodePoints"
    driver = only["tool"]["driver"]
    assert set(driver) == {"name", "version", "language", "rules"}
    assert re.fullmatch(r"[a-zA-Z]{2}(-[a-zA-Z]{2})?", driver["language"])
    rules = driver["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules)
    for rule in rules:
        assert set(rule) == {"id", "shortDescription", "help", "defaultConfiguration", "properties"}
        assert rule["shortDescription"]["text"] and rule["help"]["text"]
        assert rule["defaultConfiguration"]["level"] in ("error", "warning", "note")
    assert len(only["results"]) == count
    for result in only["results"]:
        assert {"ruleId", "ruleIndex", "level", "message", "locations"} <= set(result)
        assert set(result) <= {"ruleId", "ruleIndex", "level", "message", "locations", "fixes"}
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in ("error", "warning", "note") and result["message"]["text"]
        (location,) = result["locations"]
        assert set(location) <= {"physicalLocation", "logicalLocations"}
        physical = location["physicalLocation"]
        assert set(physical) <= {"artifactLocation", "region"}
        judge_artifact(physical["artifactLocation"])
        if "region" in physical:
            judge_region(physical["region"])
        for logical in location.get("logicalLocations", []):
            assert logical["fullyQualifiedName"]
        for fix in result.get("fixes", []):
            assert set(fix) == {"description", "artifactChanges"} and fix["description"]["text"]
            for change in fix["artifactChanges"]:
                assert set(change) == {"artifactLocation", "replacements"}
                judge_artifact(change["artifactLocation"])
                for replacement in change["replacements"]:
                    assert set(replacement) == {"deletedRegion", "insertedContent"}
                    judge_region(replacement["deletedRegion"])
                    assert "text" in replacement["insertedContent"]


def assert_fixes_correct(sarif, text):
    """The regions of the fixes lie on what the messages speak of: marks, spaces, look-alikes."""
    lines = text.split("\n")
    for result in sarif["runs"][0]["results"]:
        for fix in result.get("fixes", []):
            (replacement,) = fix["artifactChanges"][0]["replacements"]
            region = replacement["deletedRegion"]
            spot = lines[region["startLine"] - 1][region["startColumn"] - 1:region["endColumn"] - 1]
            if result["ruleId"] == "mark.half-width":
                assert unicodedata.normalize("NFKC", replacement["insertedContent"]["text"]) == spot or spot == ".", spot
            if result["ruleId"] == "mark.space":
                assert spot.strip() == "", spot


def judge_several(program, folder, source):
    """Two inputs: one sheet with a column that tells them apart; the same bytes wherever they lie."""
    other, here, there = folder / "second.txt", folder / "here", folder / "there"
    shutil.copy(source, other)
    run(program, "check", source, str(other), "--lang", "zh", "-o", str(here), "--xlsx", "--html", "--pdf")
    moved = folder / "moved"
    moved.mkdir()
    shutil.copy(source, moved)
    shutil.copy(other, moved)
    run(program, "check", str(moved / pathlib.Path(source).name), str(moved / "second.txt"), "--lang", "en",
        "-o", str(there), "--xlsx", "--html", "--pdf")
    for name in ("all.check.xlsx", "all.check.html", "all.check.pdf"):
        assert (here / name).read_bytes() == (there / name).read_bytes(), name
    sheet = openpyxl.load_workbook(here / "all.check.xlsx").worksheets[0]
    heads = [cell.value for cell in sheet[3]]
    files = {row[heads.index("清单")] for row in sheet.iter_rows(min_row=4, values_only=True)}
    assert files == {pathlib.Path(source).name, "second.txt"} or not files, files


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
        judge_sarif(sarif, count)
        assert_fixes_correct(sarif, pathlib.Path(source).read_text(encoding="utf-8"))

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

        judge_several(program, folder, source)

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
