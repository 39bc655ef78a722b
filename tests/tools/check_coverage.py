#!/usr/bin/env python3
"""Prints how many lines of pipeline/, importers/ and exporters/ the tests have run, and fails where a folder's
share is below its floor in tests/coverage.floor. A share that rose is told, so that the floor can rise with it.

    check_coverage.py BUILD
"""
import json
import pathlib
import subprocess
import sys

SOURCE = pathlib.Path(__file__).resolve().parents[2]
FOLDERS = ("pipeline", "importers", "exporters")


def floors():
    """{folder: least per cent} of tests/coverage.floor."""
    lines = (SOURCE / "tests" / "coverage.floor").read_text().splitlines()
    return {name: float(share) for name, share in (line.split() for line in lines if line and line[0] != "#")}


def main():
    filters = [word for folder in FOLDERS for word in ("--filter", f"{SOURCE}/{folder}/")]
    done = subprocess.run(["gcovr", "--gcov-executable", "llvm-cov gcov", "--root", str(SOURCE), *filters, "--json-summary", "-", sys.argv[1]],
                          check=True, stdout=subprocess.PIPE, text=True)
    lines = {folder: [0, 0] for folder in FOLDERS}
    for file in json.loads(done.stdout)["files"]:
        count = lines[file["filename"].split("/")[0]]
        count[0] += file["line_covered"]
        count[1] += file["line_total"]
    status = 0
    for folder, floor in floors().items():
        covered, total = lines[folder]
        share = 100 * covered / total if total else 0
        fell = share < floor
        status = status or fell
        print(f"{folder}: {covered} of {total} lines run, {share:.1f} %; floor {floor} %"
              + (": too few, add tests" if fell else ""))
    sys.exit(status)


if __name__ == "__main__":
    main()
