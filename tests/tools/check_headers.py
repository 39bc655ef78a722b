#!/usr/bin/env python3
"""Compiles every header alone: whoever includes one need include nothing before it.

    check_headers.py SOURCE
"""
import pathlib
import subprocess
import sys

from side_by_side import run_all, tell

PACKAGES = ("pugixml", "icu-uc", "sqlite3", "libdeflate", "libzip", "libxml-2.0", "xlsxwriter", "harfbuzz",
            "fontconfig", "lcms2", "expat", "libcrypto")


def main():
    source = pathlib.Path(sys.argv[1])
    flags = subprocess.run(["pkg-config", "--cflags", *PACKAGES], check=True, stdout=subprocess.PIPE, text=True).stdout.split()
    compiler = ["g++", "-std=c++20", "-fsyntax-only", "-Wall", "-Wextra", "-Werror",
                f"-I{source}", *flags, "-x", "c++", "/dev/null", "-include"]
    headers = [header for folder in ("pipeline", "importers", "exporters", "cli", "tests")
               for header in sorted((source / folder).rglob("*.h"))]
    failed = run_all({header.relative_to(source): [*compiler, header] for header in headers})
    tell(len(headers), "headers compiled alone", failed)


if __name__ == "__main__":
    main()
