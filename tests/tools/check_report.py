#!/usr/bin/env python3
"""Recomputes every figure of the monthly report from the canonical JSON of the lists.

check_report.py PROGRAM SOURCE_DIR

Archives the samples of three townships and three months, makes the report, and computes its tables
again by other means: own pairing of items (difflib), own counting, own ratios and ranks. Then reads
the workbook with openpyxl and the HTML with html.parser and compares them with the JSON.
"""
import decimal
import difflib
import html.parser
import json
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict

PROGRAM, SOURCE = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
STEMS = ["lumingxi", "shiliangtang", "fengluoping"]
MONTHS = ["2025-07", "2025-08", "2025-09"]
LISTS = ["basic", "cooperative", "recalled"]
KINDS = ["added", "removed", "renamed", "category", "moved", "departments", "modified"]
failures = []


def expect(what, wanted, found):
    close = isinstance(wanted, float) and isinstance(found, (int, float)) and abs(wanted - found) < 2e-6
    if wanted != found and not close:
        failures.append(f"{what}: computed {wanted!r}, the report has {found!r}")


def run(*arguments, folder):
    result = subprocess.run([PROGRAM, *arguments], cwd=folder, capture_output=True, text=True)
    if result.returncode not in (0, 3):
        sys.exit(f"check_report: {' '.join(arguments)}: {result.returncode}: {result.stderr}")
    return result.stdout


def bare(text):
    return "".join(text.split())


def rows_of(document):
    """Every item as (list, name, category, departments, the other texts)."""
    rows = []
    for part in document["lists"]:
        for item in part["items"]:
            cells = defaultdict(str)
            for cell in item["cells"]:
                cells[cell["role"]] += bare(cell["text"])
            handed = [bare(h["department"]) for h in item.get("handovers", [])]
            departments = [d["counted_as"] for d in item.get("departments", [])]
            rest = {r: t for r, t in cells.items()
                    if r not in ("number", "name", "category", "departments", "handover_department")}
            if "handover" in rest:
                for name in handed:
                    rest["handover"] = rest["handover"].replace(name, "", 1)
            rows.append({"list": part["kind"], "name": cells["name"], "category": bare(item["category"]),
                         "departments": departments, "printed": cells["departments"] or "、".join(handed),
                         "others": any(d["and_others"] for d in item.get("departments", [])),
                         "handed": handed, "rest": rest, "number": cells["number"]})
    return rows


def pair(before, after):
    """Own pairing: equal names, then difflib's best of what is left."""
    left, right, pairs = list(before), list(after), []
    for same_list in (True, False):
        for old in list(left):
            for new in right:
                if old["name"] == new["name"] and (not same_list or old["list"] == new["list"]):
                    pairs.append((old, new))
                    left.remove(old)
                    right.remove(new)
                    break
    ratios = sorted(((difflib.SequenceMatcher(None, o["name"], n["name"], False).ratio(), i, j)
                     for i, o in enumerate(left) for j, n in enumerate(right) if o["list"] == n["list"]),
                    reverse=True)
    used_old, used_new = set(), set()
    for ratio, i, j in ratios:
        if ratio >= 0.7 and i not in used_old and j not in used_new:
            used_old.add(i)
            used_new.add(j)
            pairs.append((left[i], right[j]))
    return (pairs, [o for i, o in enumerate(left) if i not in used_old],
            [n for j, n in enumerate(right) if j not in used_new])


def kinds_of(old, new):
    kinds = set()
    moved = old["list"] != new["list"]
    if moved:
        kinds.add("moved")
    if old["name"] != new["name"]:
        kinds.add("renamed")
    if old["category"] != new["category"]:
        kinds.add("category")
    if not moved and old["printed"] != new["printed"]:
        kinds.add("departments")
    if not moved and old["rest"] != new["rest"]:
        kinds.add("modified")
    return kinds


def rank(values):
    return [1 + sum(other > value for other in values) for value in values]


def main():
    folder = tempfile.mkdtemp()
    office = os.path.join(SOURCE, "samples", "office.xml")
    ledger = os.path.join(SOURCE, "samples", "ledger.csv")
    inputs = [os.path.join(SOURCE, "samples", f"{stem}-{month}.txt") for stem in STEMS for month in MONTHS]
    run("archive", "add", *inputs, folder=folder)
    run("report", "--month", "2025-09", "--office", office, "--ledger", ledger, "--to", "json,xlsx,html",
        folder=folder)
    report = json.load(open(os.path.join(folder, "report-2025-09.json"), encoding="utf-8"))
    run("convert", *inputs, "--to", "json,statistics", "--office", office, folder=folder)
    documents, points = {}, {}
    for stem in STEMS:
        for month in MONTHS:
            path = os.path.join(folder, f"{stem}-{month}")
            documents[stem, month] = json.load(open(path + ".json", encoding="utf-8"))
            points[stem, month] = json.load(open(path + ".statistics.json", encoding="utf-8"))
    items = {key: rows_of(document) for key, document in documents.items()}
    tables = {t["id"]: t for t in report["tables"]}
    cells = {}
    for t in report["tables"]:
        for row in t["rows"]:
            for column, value in zip(t["columns"], row["values"]):
                cells[t["id"], row["id"], column["id"]] = value

    check_stock(items, tables, cells)
    check_departments(items, points, cells, tables)
    check_units_and_series(items, documents, cells)
    check_across(items, documents, cells)
    check_identities(tables)
    check_narrative(report, tables, cells)
    check_workbook(os.path.join(folder, "report-2025-09.xlsx"), report, tables)
    check_html(os.path.join(folder, "report-2025-09.html"), report, tables)
    check_schema(report)
    if failures:
        print("\n".join(failures[:40]))
        sys.exit(f"check_report: {len(failures)} differences")
    print(f"check_report: {len(cells)} cells agree")


def flows(items, first, last):
    result = defaultdict(Counter)
    kinds = Counter()
    for stem in STEMS:
        before, after = items[stem, first], items[stem, last]
        for item in before:
            result[item["category"], item["list"]]["opening"] += 1
        for item in after:
            result[item["category"], item["list"]]["closing"] += 1
        pairs, removed, added = pair(before, after)
        for item in removed:
            result[item["category"], item["list"]]["removed"] += 1
            kinds["removed", item["list"]] += 1
        for item in added:
            result[item["category"], item["list"]]["added"] += 1
            kinds["added", item["list"]] += 1
        for old, new in pairs:
            for kind in kinds_of(old, new):
                kinds[kind, new["list"]] += 1
            if (old["category"], old["list"]) != (new["category"], new["list"]):
                result[old["category"], old["list"]]["moved-out"] += 1
                result[new["category"], new["list"]]["moved-in"] += 1
    return result, kinds


def check_stock(items, tables, cells):
    table, kinds = flows(items, "2025-08", "2025-09")
    categories = sorted({category for category, _ in table})
    groups = {}
    for category in categories + ["total"]:
        for part in LISTS + [None]:
            row = category if part is None else f"{category}/{part}"
            figures = Counter()
            for (c, l), counts in table.items():
                if category in (c, "total") and part in (l, None):
                    figures.update(counts)
            groups[row] = figures
    expect("rows of stock", len(groups), len(tables["stock"]["rows"]))
    for row, figures in groups.items():
        part = row.rsplit("/", 1)[1] if "/" in row else None
        total = groups["total" if part is None else f"total/{part}"]
        for column in ("opening", "added", "removed", "moved-in", "moved-out", "closing"):
            expect(f"stock {row} {column}", figures[column], cells.get(("stock", row, column)))
        increase = figures["closing"] - figures["opening"]
        expect(f"stock {row} increase", increase, cells["stock", row, "increase"])
        growth = increase / figures["opening"] if figures["opening"] else None
        expect(f"stock {row} growth", growth, cells["stock", row, "growth"])
        share = figures["closing"] / total["closing"]
        expect(f"stock {row} share", share, cells["stock", row, "share"])
        expect(f"stock {row} share-change", (share - figures["opening"] / total["opening"]) * 100,
               cells["stock", row, "share-change"])
    for part in LISTS + [None]:
        rows = [c if part is None else f"{c}/{part}" for c in categories]
        for row, place in zip(rows, rank([groups[r]["closing"] for r in rows])):
            expect(f"stock {row} rank", place, cells["stock", row, "rank"])
    for category, place in zip(categories, rank([groups[c]["closing"] for c in categories])):
        if groups[category]["closing"]:
            expect(f"categories {category}", place, cells["categories", category, "rank"])
            for part in LISTS:
                expect(f"categories {category} {part}", groups[f"{category}/{part}"]["closing"],
                       cells["categories", category, part])
            expect(f"categories {category} share", groups[category]["closing"] / groups["total"]["closing"],
                   cells["categories", category, "share"])
    for kind in KINDS:
        for part in LISTS:
            expect(f"kind {kind} {part}", kinds[kind, part], cells["changes-by-kind", kind, part])
        expect(f"kind {kind}", sum(kinds[kind, part] for part in LISTS), cells["changes-by-kind", kind, "total"])


def check_departments(items, points, cells, tables):
    figures = defaultdict(Counter)
    matrix = {"matrix": Counter(), "matrix-recalled": Counter()}
    totals = Counter()
    for stem in STEMS:
        for month, opening in (("2025-08", True), ("2025-09", False)):
            for item in items[stem, month]:
                names = list(dict.fromkeys(item["departments"])) if item["list"] == "cooperative" else []
                for name in names:
                    figures[name]["opening" if opening else "closing"] += 1
                    if not opening:
                        sole = len(names) == 1 and not item["others"]
                        figures[name]["sole" if sole else "joint"] += 1
                        matrix["matrix"][name, item["category"]] += 1
                if item["list"] == "cooperative":
                    totals["opening" if opening else "closing"] += 1
                for name in set(item["handed"]) if item["list"] == "recalled" else ():
                    figures[name]["recalled-opening" if opening else "recalled"] += 1
                    if not opening:
                        matrix["matrix-recalled"][name, item["category"]] += 1
            for department in points[stem, month]["departments"]:
                figures[department["name"]]["points-opening" if opening else "points"] += department["superior_points"]
        pairs, removed, added = pair(items[stem, "2025-08"], items[stem, "2025-09"])
        for old, new in pairs + [(o, None) for o in removed] + [(None, n) for n in added]:
            had = set(old["departments"]) if old and old["list"] == "cooperative" else set()
            has = set(new["departments"]) if new and new["list"] == "cooperative" else set()
            for name in has - had:
                figures[name]["gained"] += 1
            for name in had - has:
                figures[name]["lost"] += 1
    expect("rows of departments", len(figures) + 2, len(tables["departments"]["rows"]))
    order = sorted(figures)
    ranks = rank([(figures[n]["closing"], figures[n]["recalled"]) for n in order])
    for name, place in zip(order, ranks):
        one = figures[name]
        for column in ("opening", "gained", "lost", "closing", "sole", "joint", "recalled-opening", "recalled", "points"):
            expect(f"departments {name} {column}", one[column], cells.get(("departments", name, column)))
        expect(f"departments {name} rank", place, cells["departments", name, "rank"])
        expect(f"departments {name} increase", one["closing"] - one["opening"], cells["departments", name, "increase"])
        expect(f"departments {name} points-increase", one["points"] - one["points-opening"],
               cells["departments", name, "points-increase"])
    for column in ("opening", "closing", "sole", "joint", "recalled", "points"):
        expect(f"mentions {column}", sum(f[column] for f in figures.values()), cells["departments", "mentions-total", column])
    for column in ("opening", "closing"):
        expect(f"items {column}", totals[column], cells["departments", "items-total", column])
    for name, counts in matrix.items():
        for row in tables[name]["rows"]:
            if row["kind"] != "data":
                continue
            for column, value in zip(tables[name]["columns"][1:-1], row["values"][1:-1]):
                expect(f"{name} {row['id']} {column['id']}", counts[row["id"], column["id"]], value)
        expect(f"{name} total", sum(counts.values()), cells[name, "total", "total"])


def check_units_and_series(items, documents, cells):
    total_changed = 0
    for stem in STEMS:
        unit = documents[stem, "2025-09"]["unit"]["township"]
        now = Counter(item["list"] for item in items[stem, "2025-09"])
        before = len(items[stem, "2025-08"])
        for part in LISTS:
            expect(f"units {unit} {part}", now[part], cells["units", unit, part])
        expect(f"units {unit} opening", before, cells["units", unit, "opening"])
        expect(f"units {unit} closing", sum(now.values()), cells["units", unit, "closing"])
        expect(f"units {unit} growth", (sum(now.values()) - before) / before, cells["units", unit, "growth"])
        pairs, removed, added = pair(items[stem, "2025-08"], items[stem, "2025-09"])
        changed = len(removed) + len(added) + sum(bool(kinds_of(o, n)) for o, n in pairs)
        expect(f"units {unit} changed", changed, cells["units", unit, "changed"])
        total_changed += changed
    expect("units changed", total_changed, cells["units", "total", "changed"])
    cumulative = Counter()
    for month, last in zip(MONTHS, [None] + MONTHS):
        for part in LISTS:
            count = sum(item["list"] == part for stem in STEMS for item in items[stem, month])
            expect(f"series {month} {part}", count, cells["series", month, part])
        expect(f"series {month} units", len(STEMS), cells["series", month, "units"])
        if last:
            _, kinds = flows(items, last, month)
            for kind in KINDS:
                count = sum(kinds[kind, part] for part in LISTS)
                cumulative[kind] += count
                expect(f"series {month} {kind}", count, cells["series", month, kind])
    for kind in KINDS:
        expect(f"series total {kind}", cumulative[kind], cells["series", "total", kind])


def check_across(items, documents, cells):
    """Own grouping: names apart from the unit's own, then the likest of what is left."""
    def pairs_of(name):
        text = "\0" + name + "\0"
        return Counter(text[i:i + 2] for i in range(len(text) - 1))

    def dice(a, b):
        return 2 * sum((a & b).values()) / (sum(a.values()) + sum(b.values()))

    units = defaultdict(set)
    order = []
    for stem in STEMS:
        unit = documents[stem, "2025-09"]["unit"]
        for item in items[stem, "2025-09"]:
            name = item["name"].replace(unit["township"], "本单位").replace("本" + unit["kind"], "本单位")
            key = item["list"], name
            if key not in units:
                order.append(key)
            units[key].add(stem)
    joined = {}
    for key in sorted(order, key=lambda k: -len(units[k])):
        best = max(((dice(pairs_of(key[1]), pairs_of(other[1])), other) for other in joined
                    if other[0] == key[0] and not joined[other] & units[key]),
                   default=(0, None), key=lambda found: found[0])
        if best[0] >= 0.85:
            joined[best[1]] = joined[best[1]] | units[key]
        else:
            joined[key] = set(units[key])
    for part in LISTS:
        sizes = [len(v) for k, v in joined.items() if k[0] == part]
        expect(f"across items {part}", len(sizes), cells["across", "items", part])
        expect(f"across common {part}", sizes.count(len(STEMS)), cells["across", "common", part])
        expect(f"across single {part}", sizes.count(1), cells["across", "single", part])


def check_identities(tables):
    def column(table, name):
        return [c["id"] for c in tables[table]["columns"]].index(name)

    for row in tables["stock"]["rows"]:
        v = {c["id"]: x for c, x in zip(tables["stock"]["columns"], row["values"])}
        expect(f"balance of {row['id']}", v["opening"] + v["added"] - v["removed"] + v["moved-in"] - v["moved-out"]
               + v["entered"] - v["left"], v["closing"])
    for name in ("opening", "added", "removed", "moved-in", "moved-out", "closing", "increase"):
        at = column("stock", name)
        data = sum(r["values"][at] for r in tables["stock"]["rows"] if r["kind"] == "data")
        total = [r["values"][at] for r in tables["stock"]["rows"] if r["id"] == "total"][0]
        expect(f"total of {name}", data, total)


def shown(value, kind):
    if value is None:
        return "—"
    if kind == "percent":
        return str(decimal.Decimal(repr(value * 100)).quantize(decimal.Decimal("0.1"), decimal.ROUND_HALF_UP)) + "%"
    return str(abs(value)) if kind == "change" else str(value)


def check_narrative(report, tables, cells):
    for sentence in report["narrative"]:
        text = sentence["text"]
        for number in sentence["numbers"]:
            kind = [c["kind"] for c in tables[number["table"]]["columns"] if c["id"] == number["column"]][0]
            value = cells[number["table"], number["row"], number["column"]]
            if isinstance(value, (int, float)) and kind == "percent":
                value = abs(value)
            expect(f"narrative {number}", shown(value, kind), number["text"])
        # No number without a reference, but those of dates.
        rest = re.sub(r"\d{4}年\d{1,2}月", "", text)
        written = re.findall(r"\d+(?:\.\d+)?%?", rest)
        expect(f"numbers of “{text}”", written, [n["text"] for n in sentence["numbers"] if n["text"] != "—"])


def check_workbook(path, report, tables):
    import openpyxl
    book = openpyxl.load_workbook(path)
    sheets = {sheet.cell(1, 1).value: sheet for sheet in book.worksheets}
    for table in report["tables"]:
        sheet = sheets.get(table["title"])
        if sheet is None:
            failures.append(f"workbook: no sheet for {table['title']}")
            continue
        heads = [cell.value for cell in sheet[2]]
        at = 3
        for row in table["rows"]:
            for column, value in zip(table["columns"], row["values"]):
                if column["title"] not in heads or heads.count(column["title"]) != 1:
                    continue
                found = sheet.cell(at, heads.index(column["title"]) + 1).value
                if column["kind"] == "text" or value is None:
                    continue
                expect(f"workbook {table['id']} {row['id']} {column['id']}", value, found)
            at += 1
            while at <= sheet.max_row and table["id"] in ("changes", "differing") and \
                    at < len(table["rows"]) + 3 and sheet.cell(at, 1).value is None:
                at += 1
        for cell in sheet[2]:
            if not cell.value:
                failures.append(f"workbook: a head of {table['title']} is empty")
        for number in range(2, 3 + len(table["rows"])):
            if sheet.row_dimensions[number].height is None:
                failures.append(f"workbook: row {number} of {table['title']} has no height")
    charts = sum(len(sheet._charts) for sheet in openpyxl.load_workbook(path).worksheets)
    expect("native charts", len(report["charts"]), charts)


class Page(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.ids, self.links, self.outside, self.tables, self.svgs = {}, [], [], 0, 0
        self.cell, self.link = None, None

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if "id" in attributes:
            self.ids[attributes["id"]] = ""
            self.cell = attributes["id"] if tag == "td" else None
        elif tag == "td":
            self.cell = None
        if tag == "a":
            self.links.append([attributes["href"], ""])
            self.link = self.links[-1]
        self.tables += tag == "table"
        self.svgs += tag == "svg"
        for name in ("src", "href", "action", "data"):
            if name in attributes and not attributes[name].startswith("#"):
                self.outside.append(attributes[name])

    def handle_endtag(self, tag):
        if tag == "a":
            self.link = None
        if tag == "td":
            self.cell = None

    def handle_data(self, data):
        if self.link:
            self.link[1] += data
        if self.cell:
            self.ids[self.cell] += data


def check_html(path, report, tables):
    page = Page()
    page.feed(open(path, encoding="utf-8").read())
    expect("outside references", [], page.outside)
    expect("tables", sum(bool(t["rows"]) for t in report["tables"]), page.tables)
    expect("charts in HTML", len(report["charts"]), page.svgs)
    numbers = [n for sentence in report["narrative"] for n in sentence["numbers"]]
    inside = [link for link in page.links if link[0][1:] in page.ids and page.ids[link[0][1:]]]
    expect("links of the narrative", len(numbers), len(inside))
    for href, text in inside:
        expect(f"link {href}", text, page.ids[href[1:]].lstrip("+-"))


def check_schema(report):
    import jsonschema
    with open(os.path.join(SOURCE, "templates", "schemas", "report.schema.json"), encoding="utf-8") as file:
        jsonschema.validate(report, json.load(file))


main()
