#!/usr/bin/env python3
"""Recomputes every figure of the monthly report from the canonical JSON of the lists.

check_report.py PROGRAM SOURCE_DIR

Archives the samples of three townships and three months, makes reports, computes their tables again
by other means (report_check/), and demands that JSON, workbook, page and PDF hold just these values.
Then alters figures one at a time and demands that each is noticed.
"""
import copy
import json
import os
import subprocess
import sys
import tempfile

from report_check import across, changed, counted, found, judge, lists

PROGRAM, SOURCE = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
SAMPLES = os.path.join(SOURCE, "samples")
OFFICE, LEDGER = os.path.join(SAMPLES, "office.xml"), os.path.join(SAMPLES, "ledger.csv")
STEMS = ["lumingxi", "shiliangtang", "fengluoping"]
MONTHS = ["2025-07", "2025-08", "2025-09"]
ALL = {(stem, month): f"{stem}-{month}" for stem in STEMS for month in MONTHS}

# name: (which sample stands for which unit and month, month, base, options)
SITUATIONS = {
    "three months": (ALL, "2025-09", "2025-08", []),
    "another base": (ALL, "2025-09", "2025-07", ["--base", "2025-07"]),
    "no base": (ALL, "2025-07", None, []),
    "one unit": ({place: stem for place, stem in ALL.items() if place[0] == "lumingxi"}, "2025-09", "2025-08",
                 ["--unit", "鹿鸣溪镇"]),
    "one missing, one new": ({place: stem for place, stem in ALL.items()
                              if place not in (("shiliangtang", "2025-09"), ("fengluoping", "2025-08"))},
                             "2025-09", "2025-08", []),
    "a year": (ALL | {(stem, "2024-09"): f"{stem}-2025-07" for stem in STEMS}, "2025-09", "2025-08", []),
    "a new year": ({(stem, month): f"{stem}-{source}" for stem in STEMS
                    for month, source in zip(["2024-12", "2025-01", "2025-02"], MONTHS)}, "2025-02", "2025-01", []),
    "a year from January": ({(stem, month): f"{stem}-{source}" for stem in STEMS
                             for month, source in zip(["2025-01", "2025-02", "2025-03"], MONTHS)},
                            "2025-03", "2025-02", []),
}


def run(*arguments, folder):
    result = subprocess.run([PROGRAM, *arguments], cwd=folder, capture_output=True, text=True)
    if result.returncode not in (0, 3):
        sys.exit(f"check_report: {' '.join(arguments)}: {result.returncode}: {result.stderr}")


def sample(stem):
    return os.path.join(SAMPLES, stem + ".txt")


class Case:
    """One report: what it should hold, and where its files lie."""

    def __init__(self, situation, documents, words, folder):
        places, month, base, options = situation
        os.mkdir(folder)
        for (stem, of_month), source in sorted(places.items(), key=lambda p: (STEMS.index(p[0][0]), p[0][1])):
            run("archive", "add", sample(source), "--month", of_month, folder=folder)
        run("report", "--month", month, "--office", OFFICE, "--ledger", LEDGER, *options, folder=folder)
        self.path = os.path.join(folder, f"report-{month}.")
        self.words = words
        self.report = found.read_json(self.path + "json")
        units = [stem for stem in STEMS if any(unit == stem for unit, _ in places)]
        scope = counted.Scope(units, {place: documents[source] for place, source in places.items()}, month, base,
                              words, lists.Dictionary(OFFICE))
        self.tables = [*counted.stock(scope), *counted.departments(scope),
                       changed.change_table(scope, changed.read_ledger(LEDGER)), *counted.units(scope),
                       *(across.across_tables(scope) if len(units) > 1 else []), *counted.series(scope)]

    def failures(self):
        failures = []
        rows = found.json_tables(self.report)
        judge.compare_json(self.tables, rows, failures)
        judge.compare_balance(rows, failures)
        if failures:
            return failures, ""
        layout = judge.layout_of(self.report, self.tables, self.words)
        workbook, charts = found.workbook_tables(self.path + "xlsx", judge.layout_of(
            self.report, self.tables, self.words, "all"), failures)
        forms = {"workbook": workbook}
        forms["page"], page = found.page_tables(self.path + "html", layout, failures)
        paper = found.paper_tables(self.path + "pdf", layout, failures)
        if paper:
            forms["paper"] = paper
        for name, tables in forms.items():
            judge.compare_form(name, self.report, self.tables, tables, failures, numbers=name == "workbook")
        judge.compare_narrative(self.report, self.tables, page, failures)
        for what, number in (("native charts", charts), ("charts of the page", page.svgs)):
            if number != len(self.report["charts"]):
                failures.append(f"{what}: {number}, the report has {len(self.report['charts'])}")
        if page.outside:
            failures.append(f"page: outside references {page.outside}")
        validate(self.report)
        self.forms = forms
        return failures, f"{sum(len(row) for table in rows.values() for row in table)} values in json, " + ", ".join(
            f"{sum(len(row) for table in tables.values() for row in table)} in {name}" for name, tables in forms.items())


def validate(report):
    import jsonschema
    with open(os.path.join(SOURCE, "templates", "schemas", "report.schema.json"), encoding="utf-8") as file:
        jsonschema.validate(report, json.load(file))


def altered(value):
    if isinstance(value, found.Marked):
        return found.Marked(value.segments + (("added", "误"),))
    if isinstance(value, str):
        return value + "误"
    return 1 if value is None else value + 1


def unnoticed(case):
    """Alters every value of the JSON's tables, and of the other forms one a column, one at a time."""
    missed, tried = [], 0
    for name, tables in {"json": found.json_tables(case.report), **case.forms}.items():
        for table in case.tables:
            rows = tables.get(table.id, [])
            for index, row in enumerate(rows):
                for place, column in enumerate(row):
                    if name != "json" and index != (place * 7) % len(rows):
                        continue
                    changed_rows = list(rows)
                    changed_rows[index] = {**row, column: altered(row[column])}
                    failures = []
                    if name == "json":
                        judge.match(name, table, changed_rows, lambda _, a, b: judge.same(a, b), failures)
                    else:
                        judge.compare_form(name, case.report, [table], {table.id: changed_rows}, failures,
                                           numbers=name == "workbook")
                    tried += 1
                    if not failures:
                        missed.append(f"{name} {table.id} row {index + 1} {column}: {row[column]!r} altered unnoticed")
    for s, sentence in enumerate(case.report["narrative"]):
        for n, _ in enumerate(sentence["numbers"]):
            report = copy.deepcopy(case.report)
            report["narrative"][s]["numbers"][n]["text"] += "9"
            failures = []
            judge.compare_narrative(report, case.tables, None, failures)
            tried += 1
            if not failures:
                missed.append(f"narrative {sentence['numbers'][n]}: altered unnoticed")
    return missed, tried


def main():
    folder = tempfile.mkdtemp()
    stems = sorted(set(ALL.values()))
    run("convert", *map(sample, stems), "--to", "json", "--office", OFFICE, folder=folder)
    documents = {stem: lists.read_list(os.path.join(folder, stem + ".json")) for stem in stems}
    words = lists.Wording(os.path.join(SOURCE, "templates", "official", "report.xml"))
    bad = 0
    for number, (name, situation) in enumerate(SITUATIONS.items()):
        case = Case(situation, documents, words, os.path.join(folder, str(number)))
        failures, agreed = case.failures()
        if number == 0 and not failures:
            failures, tried = unnoticed(case)
            agreed += f"; {tried} alterations noticed"
        bad += len(failures)
        for failure in failures[:20]:
            print(failure)
        print(f"check_report: {name}: {len(failures)} differences" if failures else f"check_report: {name}: {agreed}")
    sys.exit(1 if bad else 0)


main()
