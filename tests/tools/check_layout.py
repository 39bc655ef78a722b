#!/usr/bin/env python3
"""Every C++ file is laid out as clang-format with .clang-format has it.

    check_layout.py SOURCE
"""
import pathlib
import sys

from side_by_side import run_all, tell

FOLDERS = ("pipeline", "importers", "exporters", "cli", "tests", "bench")


def main():
    source = pathlib.Path(sys.argv[1])
    files = [path for folder in FOLDERS for path in sorted((source / folder).rglob("*"))
             if path.suffix in (".cpp", ".h")]
    batches = {f"{batch[0].relative_to(source)} and what follows": ["clang-format", "--dry-run", "-Werror", *batch]
               for batch in (files[i:i + 50] for i in range(0, len(files), 50))}
    failed = run_all(batches)
    tell(len(files), "files laid out by clang-format -i", failed)


if __name__ == "__main__":
    main()
