#!/usr/bin/env python3
"""check_json.py SCHEMAS FOLDER...: every S.json and S.statistics.json in the folders fits its JSON
Schema; where S.xml stands beside S.json both have the same texts, cell by cell and character by
character; and the statistics are those that this script counts from S.json on its own."""
import json
import pathlib
import sys
import xml.etree.ElementTree as tree

import jsonschema

faults = []


def fault(path, message):
    faults.append(f"{path}: {message}")


def validator(path):
    schema = json.loads(path.read_text(encoding="utf-8"))
    jsonschema.Draft7Validator.check_schema(schema)
    return jsonschema.Draft7Validator(schema)


def validate(path, rule):
    document = json.loads(path.read_text(encoding="utf-8"))
    for error in rule.iter_errors(document):
        fault(path, f"{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}")
    return document


def texts_of_json(document):
    return [[[cell["role"], cell["text"]] for cell in item["cells"]]
            for part in document["lists"] for item in part["items"]]


def texts_of_xml(path):
    root = tree.parse(path).getroot()
    name = "{urn:dutylist:document:1}"
    return [[[cell.get("role"), "".join(cell.itertext())] for cell in item.iter(name + "cell")]
            for item in root.iter(name + "item")]


def key(name):
    return "".join(name.split())


def count(document):
    lists = dict(basic=0, cooperative=0, recalled=0)
    categories, departments, matrix = {}, {}, {}
    mentions = handovers = points = 0

    def department(name):
        return departments.setdefault(key(name), dict(cooperative=0, sole=0, joint=0, recalled=0))

    for part in document["lists"]:
        for item in part["items"]:
            kind = part["kind"]
            lists[kind] += 1
            row = categories.setdefault(key(item["category"]), dict(basic=0, cooperative=0, recalled=0))
            row[kind] += 1
            if kind == "cooperative":
                named = item.get("departments", [])
                mentions += len(named)
                distinct = list(dict.fromkeys(key(entry["counted_as"]) for entry in named))
                sole = len(distinct) == 1 and not any(entry["and_others"] for entry in named)
                for name in distinct:
                    department(name)["cooperative"] += 1
                    department(name)["sole" if sole else "joint"] += 1
                    pair = (key(item["category"]), name)
                    matrix[pair] = matrix.get(pair, 0) + 1
                points += sum(block["kind"] in ("clause", "paragraph") for block in item.get("superior_duties", []))
            handovers += len(item.get("handovers", []))
            distinct = list(dict.fromkeys(key(entry["department"]) for entry in item.get("handovers", [])))
            for name in distinct:
                department(name)["recalled"] += kind == "recalled"
    return lists, categories, departments, matrix, mentions, handovers, points


def townships(document):
    """Of a department's own list: how many items of each kind name each township."""
    counted = {}
    for part in document["lists"]:
        for item in part["items"]:
            for name in dict.fromkeys(key(entry) for entry in item.get("townships", [])):
                row = counted.setdefault(name, dict(cooperative=0, recalled=0))
                row["recalled" if part["kind"] == "recalled" else "cooperative"] += 1
    return counted


def recount(path, document, statistics):
    lists, categories, departments, matrix, mentions, handovers, points = count(document)
    total = sum(lists.values())

    def same(what, found, expected):
        if found != expected:
            fault(path, f"{what}: {found} in the file, {expected} counted")

    same("lists", statistics["lists"], lists)
    same("categories", [key(row["name"]) for row in statistics["categories"]], list(categories))
    for row in statistics["categories"]:
        counted = categories.get(key(row["name"]), {})
        same(row["name"], {kind: row[kind] for kind in lists}, counted)
        same(row["name"] + " total", row["total"], sum(counted.values()))
        if abs(row["share"] - row["total"] / total) > 0.00005000001:
            fault(path, f"{row['name']}: share {row['share']}")
    same("departments", {key(row["name"]) for row in statistics["departments"]}, set(departments))
    for row in statistics["departments"]:
        counted = departments.get(key(row["name"]), {})
        same(row["name"], {name: row[name] for name in counted}, counted)
    order = [(-row["cooperative"], -row["recalled"]) for row in statistics["departments"]]
    same("order of departments", order, sorted(order))
    same("matrix", {(key(row["category"]), key(row["department"])): row["cooperative"]
                    for row in statistics["matrix"]}, matrix)
    counted = townships(document)
    same("townships", {key(row["name"]): {kind: row[kind] for kind in ("cooperative", "recalled")}
                       for row in statistics.get("townships", [])}, counted)
    same("township_mentions", statistics.get("township_mentions", 0),
         sum(sum(row.values()) for row in counted.values()))
    totals = dict(statistics["totals"])
    shared = totals.pop("shared_points")
    if not 0 <= shared <= points:
        fault(path, f"shared_points {shared}")
    same("totals", totals, dict(items=total, categories=sum(name != "" for name in categories),
                                departments=len(departments), department_mentions=mentions,
                                handovers=handovers, superior_points=points))


def main():
    schemas = pathlib.Path(sys.argv[1])
    document_rule = validator(schemas / "document.schema.json")
    statistics_rule = validator(schemas / "statistics.schema.json")
    checked = 0
    for folder in map(pathlib.Path, sys.argv[2:]):
        for path in sorted(folder.glob("*.json")):
            if path.name.endswith((".statistics.json", ".schema.json")):
                continue
            checked += 1
            document = validate(path, document_rule)
            if path.with_suffix(".xml").exists() and texts_of_xml(path.with_suffix(".xml")) != texts_of_json(document):
                fault(path, "its texts differ from those of the XML")
            statistics = path.with_suffix(".statistics.json")
            if statistics.exists():
                recount(statistics, document, validate(statistics, statistics_rule))
    for line in faults[:40]:
        print(line)
    print(f"{checked} documents checked, {len(faults)} faults")
    return 1 if faults or checked == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
