#!/usr/bin/env python3
"""Whatever an input holds, the work that it makes grows no faster than its size times the logarithm of it.

    check_growth.py PROGRAM SUBJECT... [--case WORD] [--jobs N] [--list]

SUBJECT: reading (every case of the package growth, converted to XML), or json, workbook, booklet, statistics,
check, compare, report (the cases that are shapes of documents). Work is what valgrind counts: basic blocks that the
program and its libraries run, the same on any machine, however busy. Of sizes n, 2n and 4n the second step may cost
MOST times the first (two for linear work, four for quadratic); input that is refused for its size need not be more.
Exit 77: valgrind is missing.
"""
import argparse
import concurrent.futures
import importlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import growth

for module in ("shape_inputs", "text_inputs", "markup_inputs", "office_inputs", "open_document_inputs"):
    importlib.import_module(f"growth.{module}")

MOST = 2.6          # work of the second step, in steps of the first
NOISE = 1_000_000   # basic blocks; steps that are smaller say nothing of growth
EVENTS = re.compile(r"scheduler: ([\d,]+) event checks")
SUBJECTS = ("reading", "json", "workbook", "booklet", "statistics", "check", "compare", "report")
CONVERSIONS = {"reading": "xml", "json": "json", "workbook": "xlsx", "booklet": "pdf", "statistics": "statistics"}


def changed(data, month="2025年7月"):
    """Another month of the list, in which most items are worded differently."""
    return data.replace("要做".encode(), "须做".encode()).replace("2025年7月".encode(), month.encode())


def run(command):
    """Exit status and work of a command; a crash ends everything."""
    done = subprocess.run(["valgrind", "--tool=none", "--stats=yes", *map(str, command)], capture_output=True, text=True,
                          errors="replace", timeout=900)
    if done.returncode not in (0, 2, 3):
        sys.exit(f"{command}: exit status {done.returncode}\n{done.stderr[-3000:]}")
    return done.returncode, int(EVENTS.search(done.stderr).group(1).replace(",", ""))


def work(program, subject, case, size, folder):
    """The work of a subject with the case's input of that size; None where it is refused."""
    source = folder / f"in.{case.suffix}"
    source.write_bytes(case.make(size))
    output = folder / "out"
    if subject in CONVERSIONS:
        commands = [[program, "convert", source, "-o", output, "--to", CONVERSIONS[subject]]]
    elif subject == "check":
        commands = [[program, "check", source, "-o", output, "--to", "html,xlsx,pdf,sarif,fix"],
                    [program, "check", source, "--json"]]
    else:
        later = folder / f"later.{case.suffix}"
        later.write_bytes(changed(source.read_bytes(), "2025年8月"))
        archive = folder / "a.db"
        commands = {"compare": [[program, "compare", source, later, "--to", "json", "-o", output]],
                    "report": [[program, "archive", "add", source, later, "--archive", archive],
                               [program, "report", "--month", "2025-08", "--archive", archive, "-o", output, "--to", "json"]]}[subject]
    sum_of_work = 0
    for command in commands:
        status, cost = run(command + ["--quiet"])
        if status == 2:
            return None
        sum_of_work += cost
    return sum_of_work


def growth_of(program, subject, case):
    """A line about one case, and whether it grows too fast."""
    costs = []
    for factor in (1, 2, 4):
        folder = Path(tempfile.mkdtemp(prefix="growth-"))
        try:
            costs.append(work(program, subject, case, factor * case.size, folder))
        finally:
            shutil.rmtree(folder)
    name = f"{subject} {case.name}"
    if None in costs:
        return f"{name}: refused", costs[0] is None and not case.refused
    first, second = costs[1] - costs[0], costs[2] - costs[1]
    ratio = second / max(first, NOISE)
    return f"{name}: {' '.join(f'{cost / 1e6:.1f}' for cost in costs)} million blocks, steps 1 : {ratio:.2f}", ratio > MOST


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", type=Path)
    parser.add_argument("subjects", nargs="+", choices=SUBJECTS)
    parser.add_argument("--case", default="", help="only cases whose names hold this")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--list", action="store_true", help="print every case, not only those that grow too fast")
    options = parser.parse_args()
    if shutil.which("valgrind") is None:
        print("valgrind is missing")
        return 77
    wanted = [(subject, case) for subject in options.subjects for case in growth.CASES
              if options.case in case.name and (subject == "reading" or case.subjects)]
    assert wanted, "no such case"
    too_fast = 0
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for line, fails in pool.map(lambda pair: growth_of(options.program.resolve(), *pair), wanted):
            too_fast += fails
            if fails or options.list:
                print(("GROWS TOO FAST  " if fails else "") + line, flush=True)
    print(f"{len(wanted)} cases, {too_fast} grow too fast")
    return 1 if too_fast else 0


if __name__ == "__main__":
    sys.exit(main())
