#!/usr/bin/env python3
"""preflight.py PDF...: PDF/A-1b by PDFBox Preflight.

Exits 1 with the findings if a file does not conform, 77 where Preflight is not installed.
"""
import os
import shutil
import subprocess
import sys

JARS = ["pdfbox2.jar", "fontbox2.jar", "preflight.jar", "xmpbox.jar", "commons-logging.jar",
        "javax.activation.jar", "jaxb-api.jar"]


def main(files):
    paths = [os.path.join("/usr/share/java", jar) for jar in JARS]
    if not shutil.which("java") or not all(map(os.path.exists, paths)):
        print("preflight: PDFBox is missing; run scripts/setup --conformance")
        return 77
    status = 0
    for file in files:
        result = subprocess.run(
            ["java", "-cp", ":".join(paths), "org.apache.pdfbox.preflight.Validator_A1b", file],
            capture_output=True, text=True)
        said = result.stdout + result.stderr
        if result.returncode != 0 or "is a valid PDF/A-1b file" not in said:
            print(f"{file}:\n{said}")
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
