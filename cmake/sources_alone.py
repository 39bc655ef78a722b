#!/usr/bin/env python3
"""Prints, separated by ";", the sources that cannot be compiled together with the others of their folder: they
define a name that an earlier one of the folder defines as well, each for itself in an unnamed namespace. Run by
join_folders in CMakeLists.txt.

    sources_alone.py FILE...
"""
import os
import re
import sys

# A definition begins in the first column; its name stands before (, =, {, [ or ; .
DEFINED = re.compile(r"^[A-Za-z_][\w:<>,*&\s]*?\b(\w+)(?:\(|\s*=|\s*\{|\s*\[|;)")
OTHER = re.compile(r"(using namespace|namespace|return|#|TEST)")


def local_names(path):
    names, inside = set(), False
    with open(path, encoding="utf-8") as file:
        for line in file:
            if line.startswith("namespace {"):
                inside = True
            elif line.startswith("}  // namespace"):
                inside = False
            elif inside and not OTHER.match(line):
                names.update(found.group(1) for found in [DEFINED.match(line)] if found)
    return names


def main():
    taken, alone = {}, []
    for path in sys.argv[1:]:
        names, folder = local_names(path), os.path.dirname(path)
        if names & taken.setdefault(folder, set()):
            alone.append(path)
        else:
            taken[folder] |= names
    print(";".join(alone), end="")


if __name__ == "__main__":
    main()
