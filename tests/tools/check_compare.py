#!/usr/bin/env python3
"""Changes a copy of a list by hand and demands that `compare` finds exactly these changes.

check_compare.py PROGRAM SOURCE_DIR LIST
"""
import json
import os
import re
import subprocess
import sys
import tempfile

PROGRAM, SOURCE, LIST = (os.path.abspath(a) for a in sys.argv[1:4])
if not os.path.exists(LIST):
    print(f"check_compare: {LIST} is not here")
    sys.exit(77)


def compare(old, new, status):
    result = subprocess.run([PROGRAM, "compare", old, new, "--json", "--exit-code"], capture_output=True, text=True)
    if result.returncode != status:
        sys.exit(f"check_compare: exit {result.returncode}: {result.stderr}")
    found = json.loads(result.stdout)
    import jsonschema
    with open(os.path.join(SOURCE, "templates", "schemas", "compare.schema.json"), encoding="utf-8") as file:
        jsonschema.validate(found, json.load(file))
    return found


def write(folder, name, lines):
    path = os.path.join(folder, name)
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join(lines))
    return path


def main():
    folder = tempfile.mkdtemp()
    text = open(LIST, encoding="utf-8").read()
    lines = text.split("\n")
    rows = [i for i, line in enumerate(lines) if re.match(r"\d+\t", line)]
    basic = [i for i in rows if lines[i].count("\t") == 2]
    cooperative = [i for i in rows if lines[i].count("\t") == 5]
    recalled = [i for i in rows if lines[i].count("\t") == 3]

    same = compare(LIST, LIST, 0)
    assert same["changes"] == [], same["changes"]
    total = same["summary"]["unchanged"]

    # Other numbers and other white space: no change.
    renumbered = [re.sub(r"^\d+\t", lambda m: f"{900 + k % 90}\t", line) if i in rows else line
                  for k, (i, line) in enumerate(enumerate(lines))]
    assert compare(LIST, write(folder, "renumbered.txt", renumbered), 0)["changes"] == []

    changed = list(lines)
    expected = []

    def name(index):
        return "".join(lines[index].split("\t")[2].split())

    def change(index, column, action, kind):
        cells = changed[index].split("\t")
        cells[column] = action(cells[column])
        changed[index] = "\t".join(cells)
        expected.append((kind, name(index)))

    change(basic[3], 2, lambda t: t + "（含网格）", "renamed")
    change(basic[10], 1, lambda t: "综合管理", "category")
    change(cooperative[5], 4, lambda t: t[:-1] + "并建立台账" + t[-1], "modified")
    change(cooperative[8], 5, lambda t: t.replace("；", "，并做好记录；", 1), "modified")
    change(cooperative[12], 3, lambda t: t + "、某县新设局", "departments")
    # A cooperative item taken back: it leaves its list and stands among the recalled.
    moved = lines[cooperative[20]].split("\t")
    changed[cooperative[20]] = ""
    changed[recalled[2]] += f"\n99\t{moved[1]}\t{moved[2]}\t{moved[3].split('、')[0]}： 负责该项工作。"
    expected.append(("moved", name(cooperative[20])))
    changed[recalled[5]] = ""
    expected.append(("removed", name(recalled[5])))
    changed[basic[30]] += "\n98\t社会管理\t统筹协调夜间轮值与雪天道路清扫"
    expected.append(("added", "统筹协调夜间轮值与雪天道路清扫"))
    changed = "\n".join(changed).split("\n")
    changed = [line for i, line in enumerate(changed) if line or (i and changed[i - 1])]

    result = compare(LIST, write(folder, "changed.txt", changed), 3)
    found = sorted(("+".join(c["kinds"]), "".join(c.get("old", c.get("new"))["name"].split())) for c in result["changes"])
    if found != sorted(expected):
        for entry in sorted(set(found) ^ set(expected)):
            print("expected" if entry in expected else "found", entry)
        sys.exit("check_compare: not exactly the changes made")
    for entry in result["changes"]:
        for cell in entry.get("cells", []):
            for clause in cell["clauses"]:
                segments = clause["segments"]
                assert segments and all(len(s) == 1 for s in segments)
    assert result["summary"]["unchanged"] == total - len(expected) + 1, result["summary"]
    print(f"check_compare: {total} items, exactly {len(expected)} changes found")


main()
