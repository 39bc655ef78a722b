#!/usr/bin/env python3
"""validate_workbook.py PROGRAM INPUT...: the workbooks of each input through the Open XML validator.

Exit status 77 where `scripts/setup --conformance` has not installed it.
"""
import glob
import json
import os
import subprocess
import sys
import tempfile

CACHE = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
VALIDATOR = os.path.join(CACHE, "dutylist", "conformance", "node_modules", ".bin", "ooxml-validator")


def main():
    program, inputs = sys.argv[1], [path for path in sys.argv[2:] if os.path.exists(path)]
    if not os.path.exists(VALIDATOR):
        print("skipped: the validator is missing; run scripts/setup --conformance")
        return 77
    failures = checked = 0
    for template in ("official", "grouped"):
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([program, "convert", *inputs, "-o", folder, "--to", "xlsx,statistics", "--template", template,
                            "--quiet"], stdout=subprocess.DEVNULL, check=False)
            for workbook in sorted(glob.glob(os.path.join(folder, "*.xlsx"))):
                checked += 1
                result = json.loads(subprocess.run([VALIDATOR, workbook], capture_output=True, check=False).stdout)
                for error in result["errors"]:
                    failures += 1
                    print(f"{template} {os.path.basename(workbook)} {error['path']} {error['xPath']}: {error['description']}")
    print(f"{checked} workbooks, {failures} complaints")
    return 1 if failures or checked != 4 * len(inputs) else 0


if __name__ == "__main__":
    sys.exit(main())
