#!/usr/bin/env python3
"""Runs clang-tidy, as .clang-tidy says, over every source that a build folder compiles.

    check_tidy.py BUILD [PART]     PART: only sources with this in their name
"""
import json
import pathlib
import sys

from side_by_side import run_all, tell


def main():
    build = pathlib.Path(sys.argv[1])
    part = sys.argv[2] if len(sys.argv) > 2 else ""
    sources = [entry["file"] for entry in json.loads((build / "compile_commands.json").read_text())]
    # Generated sources are nobody's to mend; CMake's joint sources only include what is.
    sources = sorted({source for source in sources if "/generated/" not in source and part in source})
    failed = run_all({source: ["clang-tidy", "--quiet", "-p", build, source] for source in sources})
    tell(len(sources), "sources read by clang-tidy, joined ones counted once", failed)


if __name__ == "__main__":
    main()
