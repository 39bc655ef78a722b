#!/usr/bin/env python3
"""Checks the walls of the house: who may include what, that no folders include each other in a circle, how
long a file may be, and that no two types share a name."""
import pathlib
import re
import sys

from defined_types import faults_of_types

FOLDERS = ("pipeline", "importers", "exporters", "cli")
MAY_INCLUDE = {
    "pipeline": {"pipeline"},
    "importers": {"importers", "pipeline"},
    "exporters": {"exporters", "pipeline"},
    "cli": set(FOLDERS),
}
# Third-party headers and the folders that wrap them.
WRAPPERS = {
    r"podofo/": ("exporters/pdf/",),
    r"xlsxwriter\.h|xlsxwriter/": ("exporters/spreadsheet/",),
    r"pugixml\.hpp": ("pipeline/xml/", "importers/mapped_xml/"),
    r"sqlite3\.h": ("pipeline/archive/",),
    r"hb[-.]": ("exporters/typeset/", "exporters/pdf/"),
    r"fontconfig/": ("exporters/typeset/",),
    r"zip\.h": ("importers/office_container/", "exporters/spreadsheet/"),
    r"libxml/": ("importers/", "exporters/spreadsheet/"),
    r"unicode/": ("pipeline/text/", "exporters/typeset/"),
    r"lcms2\.h": ("exporters/pdf/",),
    r"CLI/": ("cli/command_line.cpp",),
}
LONGEST = 800


def cycles(sources, top):
    """Folders of `top` that include each other, directly or through others."""
    uses = {}
    for name, text in sources.items():
        parts = name.split("/")
        if parts[0] == top and len(parts) > 2:
            found = re.findall(rf'#include "{top}/([^/"]+)/', text)
            uses.setdefault(parts[1], set()).update(folder for folder in found if folder != parts[1])
    faults = []

    def visit(folder, path):
        if folder in path:
            faults.append(f"{top}/: " + " -> ".join(path[path.index(folder):] + [folder]))
            return
        for other in sorted(uses.get(folder, ())):
            if not faults:
                visit(other, path + [folder])

    for folder in sorted(uses):
        visit(folder, [])
        if faults:
            break
    return faults


def main():
    root = pathlib.Path(sys.argv[1])
    faults = []
    # The tests are linked with the library, so their types count as well.
    sources = {path.relative_to(root).as_posix(): path.read_text(encoding="utf-8")
               for folder in FOLDERS + ("tests",) for path in (root / folder).rglob("*")
               if path.suffix in (".h", ".cpp")}
    faults += faults_of_types(sources) + cycles(sources, "exporters") + cycles(sources, "importers")
    for folder in FOLDERS:
        for path in sorted((root / folder).rglob("*")):
            if path.suffix not in (".h", ".cpp"):
                continue
            name = path.relative_to(root).as_posix()
            lines = sources[name].split("\n")
            if len(lines) > LONGEST:
                faults.append(f"{name}: {len(lines)} lines; the longest file may have {LONGEST}")
            for number, line in enumerate(lines, 1):
                own = re.match(r'\s*#include "([a-z]+)/', line)
                if own and own.group(1) in FOLDERS and own.group(1) not in MAY_INCLUDE[folder]:
                    faults.append(f"{name}:{number}: {folder}/ must not include {own.group(1)}/")
                library = re.match(r"\s*#include <([^>]+)>", line)
                if not library:
                    continue
                for pattern, wrappers in WRAPPERS.items():
                    if re.match(pattern, library.group(1)) and not name.startswith(wrappers):
                        faults.append(f"{name}:{number}: <{library.group(1)}> belongs in {', '.join(wrappers)}")
    print("\n".join(faults) or "the walls stand")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
