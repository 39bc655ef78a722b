#!/usr/bin/env python3
"""Checks the catalogue of messages (pipeline/diagnostics/catalogue/): every row is said somewhere, a test
reaches every diagnostic, permanent ids are neither reused nor lost, and the command line has no sentence of
its own beside it."""
import pathlib
import re
import sys

LONGEST = 400
CATALOGUE = "pipeline/diagnostics/catalogue/"
FOLDERS = ("pipeline/", "importers/", "exporters/", "cli/")
ROW = re.compile(r'^DUTYLIST_(?:MESSAGE\((\w+), "([^"]*)"|TEXT\((\w+))', re.M)
CHINESE = re.compile(r'"[^"\n]*[\u4e00-\u9fff\uff00-\uffef\u3000-\u303f][^"\n]*"')


def rows(sources):
    """(enumerator, id or "") of every row."""
    return [(found[0] or found[2], found[1]) for name, text in sorted(sources.items())
            if name.startswith(CATALOGUE) and name.endswith(".def") for found in ROW.findall(text)]


def retired_ids(sources):
    """Ids that scripts may know from earlier versions, one a line of retired.txt."""
    return [line.strip() for line in sources.get(CATALOGUE + "retired.txt", "").splitlines()
            if line.strip() and not line.startswith("#")]


def without_comments(text):
    return re.sub(r'("(?:[^"\\\n]|\\.)*")|//[^\n]*', lambda found: found.group(1) or "", text)


def unused_rows(sources):
    code = "\n".join(text for name, text in sources.items()
                     if name.startswith(FOLDERS) and name.endswith((".cpp", ".h")))
    said = set(re.findall(r"\bCode::(\w+)", code))
    return [f"{name}: no code says this row; take it out" for name, _ in rows(sources) if name not in said]


def unreached_codes(sources):
    """Diagnostics that no test names, neither by enumerator nor by id (which may be the name of its file)."""
    tests = "\n".join(f"{pathlib.PurePath(name).stem}\n{text}" for name, text in sources.items()
                      if name.startswith("tests/") and not name.startswith("tests/tools/"))
    named = set(re.findall(r"\bCode::(\w+)", tests)) | set(re.findall(r"[a-z]+\.[a-z][a-z0-9-]*", tests))
    return [f"{name} ({code_id}): no test reaches it" for name, code_id in rows(sources)
            if code_id and name not in named and code_id not in named]


def faults_of_ids(sources):
    retired = retired_ids(sources)
    return [f"{name}: the id {code_id} is retired; a new message gets a new one"
            for name, code_id in rows(sources) if code_id in retired]


def faults_of_lengths(sources):
    return [f"{name}: {text.count(chr(10))} lines; the longest file may have {LONGEST}"
            for name, text in sorted(sources.items())
            if name.startswith(CATALOGUE) and text.count("\n") > LONGEST]


def sentences_beside(sources):
    """Chinese literals of the command line: each belongs into the catalogue."""
    return [f"{name}: {found} belongs into the catalogue" for name, text in sorted(sources.items())
            if name.startswith("cli/") and name.endswith((".cpp", ".h"))
            for found in CHINESE.findall(without_comments(text))]


CHECKS = {"unused": unused_rows, "unreached": unreached_codes, "ids": faults_of_ids,
          "lengths": faults_of_lengths, "beside": sentences_beside}


def main():
    root = pathlib.Path(sys.argv[1])
    names = sys.argv[2:] or list(CHECKS)
    sources = {path.relative_to(root).as_posix(): path.read_text(encoding="utf-8", errors="replace")
               for folder in ("pipeline", "importers", "exporters", "cli", "tests")
               for path in (root / folder).rglob("*")
               if path.suffix in (".h", ".cpp", ".def", ".md", ".txt")}
    faults = [fault for name in names for fault in CHECKS[name](sources)]
    if not rows(sources):
        faults.append(f"{CATALOGUE}: no rows were found")
    print("\n".join(faults) or f"{len(rows(sources))} rows: the catalogue is whole")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
