#!/usr/bin/env python3
"""Checks the walls of the house: who may include what, that no folders include each other in a circle, how
long a file may be, and that no two types and no two headers share a name."""
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
# The only files that may include a third-party header, as docs/dependencies.md has them.
WRAPPERS = {
    r"podofo/": ["exporters/pdf/pdf_file.h"],
    r"xlsxwriter\.h|xlsxwriter/": ["exporters/spreadsheet/chart_writer.cpp", "exporters/spreadsheet/sheet.cpp",
                                  "exporters/spreadsheet/workbook_writer.cpp", "exporters/spreadsheet/library_files.cpp"],
    r"pugixml\.hpp": ["pipeline/xml/xml_document.cpp"],
    r"openssl/": ["pipeline/archive/sha256.cpp"],
    r"sqlite3\.h": ["pipeline/archive/database.cpp"],
    r"hb\.h|hb-ot\.h": ["exporters/pdf/embedded_font.cpp", "exporters/pdf/font_subset.cpp",
                        "exporters/typeset/font_face.cpp", "exporters/typeset/font_lookup.cpp", "exporters/typeset/shaper.cpp"],
    r"hb-subset\.h": ["exporters/pdf/font_subset.cpp"],
    r"fontconfig/": ["exporters/typeset/font_lookup.cpp"],
    r"zip\.h": ["exporters/office_container/container_reader.cpp", "exporters/office_container/container_writer.cpp",
                "importers/office_container/office_container.cpp"],
    r"libxml/HTML": ["importers/hypertext/character_reference.cpp"],
    r"expat\.h": ["pipeline/xml/expat_fault.cpp", "pipeline/xml/xml_stream.cpp"],
    r"unicode/": ["exporters/typeset/word_breaks.cpp", "pipeline/text/character_class.cpp",
                  "pipeline/text/pinyin_order.cpp", "pipeline/text/encoding.cpp"],
    r"lcms2\.h": ["exporters/pdf/metadata.cpp"],
    r"libdeflate\.h": ["exporters/pdf/deflate.cpp", "exporters/pdf/pdf_file.cpp",
                      "exporters/office_container/container_reader.cpp",
                      "exporters/office_container/container_writer.cpp", "pipeline/archive/compression.cpp",
                      "pipeline/io/checksum.cpp"],
    r"CLI/": ["cli/command_line.cpp"],
    r"dlfcn\.h|malloc\.h": ["cli/allocation.cpp"],
}
# What else stands in < >: the standard library has no dot in its names, POSIX has these.
SYSTEM = re.compile(r"[a-z_0-9]+|sys/[a-z]+\.h|unistd\.h|fcntl\.h|stdlib\.h|gtest/gtest\.h")
LONGEST = 400
# Making messages valid UTF-8 needs text/, which has messages to tell itself.
MESSAGES = ("pipeline/diagnostics/visible_text.cpp",)


def cycles(sources, top, except_for=()):
    """Folders of `top` that include each other, directly or through others; `except_for`: files whose
    includes do not count."""
    uses = {}
    for name, text in sources.items():
        parts = name.split("/")
        if parts[0] == top and len(parts) > 2 and name not in except_for:
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


# What folders of paged outputs may include of exporters/ beside their own: frames below all, looks/ and paged/ above
# them, then the subjects; page formats know frames alone.
PAGED_WALLS = {
    "typeset": set(),
    "looks": {"typeset"},
    "paged": {"looks", "typeset"},
    "booklet": {"looks", "paged", "typeset"},
    "word": {"booklet", "looks", "office_container", "paged", "typeset"},
    "office_container": set(),
    "pdf": {"typeset"},
    "trace": {"typeset"},
}
PAGE_FORMATS = {"pdf", "trace"}
PAGED_SUBJECTS = {"booklet", "report", "proof"}


def fault_of_paged_walls(name, number, included):
    """`included`: the folder of exporters/ that the line includes from."""
    folder = name.split("/")[1]
    if included == folder:
        return []
    if included not in PAGED_WALLS.get(folder, {included}):
        return [f"{name}:{number}: exporters/{folder}/ must not include exporters/{included}/"]
    if folder in PAGED_SUBJECTS and included in PAGE_FORMATS | PAGED_SUBJECTS:
        return [f"{name}:{number}: a subject knows neither page formats nor other subjects, not exporters/{included}/"]
    return []


def fault_of_library(name, number, header):
    for pattern, wrappers in WRAPPERS.items():
        if re.match(pattern, header):
            return [] if name in wrappers else [f"{name}:{number}: <{header}> belongs in {', '.join(wrappers)}"]
    return [f"{name}:{number}: <{header}> is in no row of WRAPPERS; docs/dependencies.md says which libraries there are"]


def faults_of_headers(names):
    """Headers that stand twice under one name: a reader of `#include` lines cannot tell them apart."""
    first = {}
    faults = []
    for name in sorted(names):
        base = name.rsplit("/", 1)[-1]
        if not base.endswith(".h"):
            continue
        if base in first:
            faults.append(f"{name}: {first[base]} has this name as well; a name says what is in it and nowhere else")
        first.setdefault(base, name)
    return faults


def faults_of_length(files):
    lengths = {name: text.count("\n") for name, text in files.items()}
    return [f"{name}: {length} lines; the longest file may have {LONGEST}"
            for name, length in sorted(lengths.items()) if length > LONGEST]


def unused_rows(sources):
    """Rows of WRAPPERS that no file needs any more."""
    return [f"{name} includes no header like {pattern}: take it out of WRAPPERS"
            for pattern, wrappers in WRAPPERS.items() for name in wrappers
            if not re.search(rf"#include <(?:{pattern})", sources.get(name, ""))]


def main():
    root = pathlib.Path(sys.argv[1])
    faults = []
    # The tests are linked with the library, so their types count as well.
    sources = {path.relative_to(root).as_posix(): path.read_text(encoding="utf-8")
               for folder in FOLDERS + ("tests",) for path in (root / folder).rglob("*")
               if path.suffix in (".h", ".cpp")}
    faults += faults_of_types(sources) + cycles(sources, "exporters") + cycles(sources, "importers") \
        + cycles(sources, "pipeline", MESSAGES)
    scripts = {path.relative_to(root).as_posix(): path.read_text(encoding="utf-8")
               for folder in ("tests", "scripts", "bench") for path in (root / folder).rglob("*.py")}
    faults += faults_of_length(sources | scripts)
    faults += unused_rows(sources) + faults_of_headers(sources)
    for folder in FOLDERS:
        for path in sorted((root / folder).rglob("*")):
            if path.suffix not in (".h", ".cpp"):
                continue
            name = path.relative_to(root).as_posix()
            lines = sources[name].splitlines()
            for number, line in enumerate(lines, 1):
                own = re.match(r'\s*#include "([a-z]+)/', line)
                if own and own.group(1) in FOLDERS and own.group(1) not in MAY_INCLUDE[folder]:
                    faults.append(f"{name}:{number}: {folder}/ must not include {own.group(1)}/")
                inner = re.match(r'\s*#include "exporters/([^/"]+)/', line)
                if inner and folder == "exporters":
                    faults += fault_of_paged_walls(name, number, inner.group(1))
                library = re.match(r"\s*#include <([^>]+)>", line)
                if library and not SYSTEM.fullmatch(library.group(1)):
                    faults += fault_of_library(name, number, library.group(1))
    print("\n".join(faults) or "the walls stand")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
