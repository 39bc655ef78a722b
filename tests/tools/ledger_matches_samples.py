#!/usr/bin/env python3
"""ledger_matches_samples.py PROGRAM SAMPLES: what `dutylist compare` finds between the months of each
sample is exactly what the ledger of the samples says was adjusted; change of place is no change."""
import csv
import json
import pathlib
import subprocess
import sys

KINDS = {"新增": "added", "取消": "removed", "更名": "renamed", "类别调整": "category", "移列": "moved",
         "部门调整": "departments", "修改": "modified"}
UNITS = {"lumingxi": "鹿鸣溪镇", "shiliangtang": "石梁塘乡", "fengluoping": "枫落坪乡"}


def main():
    program, samples = sys.argv[1], pathlib.Path(sys.argv[2])
    with open(samples / "ledger.csv", encoding="utf-8-sig", newline="") as file:
        ledger = list(csv.DictReader(file))
    faults = 0
    for stem, unit in UNITS.items():
        for old, new in (("2025-07", "2025-08"), ("2025-08", "2025-09")):
            output = subprocess.run([program, "compare", samples / f"{stem}-{old}.txt", samples / f"{stem}-{new}.txt",
                                     "--json", "--lang", "en"], capture_output=True, text=True).stdout
            found = sorted(((change.get("old") or {}).get("name") or "", (change.get("new") or {}).get("name") or "",
                            tuple(change["kinds"])) for change in json.loads(output)["changes"])
            said = sorted((row["原事项名称"], row["新事项名称"], (KINDS[row["变动类型"]],))
                          for row in ledger if row["单位"] == unit and row["月份"] == new)
            if found != said:
                faults += 1
                print(f"{unit} {new}:\n  found and not in the ledger: {[row for row in found if row not in said]}"
                      f"\n  in the ledger and not found: {[row for row in said if row not in found]}")
    print(f"{len(ledger)} adjustments, {faults} months differ")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
