#!/usr/bin/env python3
"""Runs the commands that stand in a Markdown file and compares what they print.

A command test is a Markdown file that people read. Lines indented by four spaces are a transcript:

    $ dutylist formats --lang en      a command, given to sh in a fresh folder shared by the file
    text                              a line of standard output
    ! text                            a line of standard error
    ...                               any lines at all (of the same stream)
    [exit 2]                          the exit status, if it is not 0

A line that ends in " (re)" is a regular expression. $SAMPLES is the samples folder, $SOURCE the
source tree. `--update` writes what the commands print now into the file.
"""
import os
import re
import subprocess
import sys
import tempfile


def parse(path):
    cases, current = [], None
    with open(path, encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            if not line.startswith("    "):
                current = None if line.strip() else current
                continue
            text = line[4:].rstrip("\n")
            if text.startswith("$ "):
                current = {"line": number, "command": text[2:], "out": [], "err": [], "exit": 0, "stream": "out"}
                cases.append(current)
            elif current is None:
                raise SystemExit(f"{path}:{number}: transcript without a command")
            elif re.fullmatch(r"\[exit \d+\]", text):
                current["exit"] = int(text[6:-1])
            elif text.startswith("! ") or text == "!":
                current["err"].append(text[2:])
            else:
                current["out"].append(text)
    return cases


def matches(wanted, found):
    if not wanted:
        return not found
    if wanted[0] == "...":
        return any(matches(wanted[1:], found[i:]) for i in range(len(found) + 1))
    if not found:
        return False
    if wanted[0].endswith(" (re)"):
        same = re.fullmatch(wanted[0][:-5], found[0]) is not None
    else:
        same = wanted[0] == found[0]
    return same and matches(wanted[1:], found[1:])


def lines(data):
    text = data.decode("utf-8", "backslashreplace")
    return text.split("\n")[:-1] if text.endswith("\n") else (text.split("\n") if text else [])


def run(case, folder, environment):
    done = subprocess.run(["sh", "-c", case["command"]], cwd=folder, env=environment, stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=120)
    return lines(done.stdout), lines(done.stderr), done.returncode


def main():
    update = "--update" in sys.argv
    # The commands run in folders of their own.
    program, source, *files = [os.path.abspath(word) for word in sys.argv[1:] if word != "--update"]
    failed = 0
    for path in files:
        with tempfile.TemporaryDirectory() as folder:
            environment = {"PATH": os.path.dirname(program) + ":/usr/local/bin:/usr/bin:/bin", "HOME": folder, "LC_ALL": "C.UTF-8",
                           "SAMPLES": os.path.join(source, "samples"), "SOURCE": source, "TZ": "UTC"}
            # What a sanitizer that the program is built with has to know.
            environment |= {name: value for name, value in os.environ.items() if name.endswith("SAN_OPTIONS")}
            replaced = {}
            for case in parse(path):
                out, err, status = run(case, folder, environment)
                if update:
                    replaced[case["line"]] = out + ["! " + line for line in err] + ([f"[exit {status}]"] if status else [])
                    continue
                good = matches(case["out"], out) and matches(case["err"], err) and status == case["exit"]
                if good:
                    continue
                failed += 1
                print(f"{path}:{case['line']}: $ {case['command']}")
                for name, wanted, found in (("stdout", case["out"], out), ("stderr", case["err"], err)):
                    if not matches(wanted, found):
                        print(f"  {name} wanted:", *wanted, sep="\n    ")
                        print(f"  {name} found:", *found, sep="\n    ")
                if status != case["exit"]:
                    print(f"  exit status wanted {case['exit']}, found {status}")
            if update:
                rewrite(path, replaced)
    return 1 if failed else 0


def rewrite(path, replaced):
    result, skipping = [], False
    with open(path, encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            if number in replaced:
                result.append(line)
                result.extend(f"    {text}\n" for text in replaced[number])
                skipping = True
            elif not (skipping and line.startswith("    ") and not line.startswith("    $ ")):
                skipping = False
                result.append(line)
    with open(path, "w", encoding="utf-8") as file:
        file.writelines(result)


if __name__ == "__main__":
    sys.exit(main())
