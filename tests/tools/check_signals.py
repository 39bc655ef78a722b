#!/usr/bin/env python3
"""check_signals.py PROGRAM: whatever signal ends the program, it says so, leaves nothing and gives 128 and its number.

The program waits for standard input meanwhile, so no test depends on time.
"""
import os
import resource
import signal
import subprocess
import sys
import tempfile

LIST = "云川县新禾乡\n2025年7月\n\n序号\t事项类别\t事项名称\n1\t党的建设\t开展宣讲\n"
SIGNALS = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGXFSZ, signal.SIGPIPE]


def start(program, arguments, folder, ignored=()):
    def prepare():
        for number in SIGNALS:
            signal.signal(number, signal.SIG_IGN if number in ignored else signal.SIG_DFL)
    environment = dict(os.environ, LC_ALL="C.UTF-8", TMPDIR=folder)
    return subprocess.Popen([program, "convert", "-", *arguments], cwd=folder, env=environment, preexec_fn=prepare,
                            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def wait_for_handlers(process):
    """Until the program handles or ignores each, which it does at its beginning, before it reads its input."""
    wanted = sum(1 << (number - 1) for number in SIGNALS)
    while True:
        with open(f"/proc/{process.pid}/status", encoding="ascii") as status:
            masks = [int(line.split()[1], 16) for line in status if line.startswith(("SigIgn:", "SigCgt:"))]
        if (masks[0] | masks[1]) & wanted == wanted:
            return
        assert process.poll() is None, "the program ended"


def fault_of_ending(program, number, arguments):
    with tempfile.TemporaryDirectory() as folder:
        process = start(program, arguments, folder)
        wait_for_handlers(process)
        process.send_signal(number)
        _, said = process.communicate()
        if process.returncode != 128 + number:
            return f"exit status {process.returncode}"
        if said.count("\n") != 1 or number.name not in said or "[run.cut-off]" not in said:
            return f"it says {said!r}"
        return f"it leaves {os.listdir(folder)}" if os.listdir(folder) else None


def fault_of_ignoring(program, number):
    with tempfile.TemporaryDirectory() as folder:
        process = start(program, ["--to", "xml"], folder, ignored=[number])
        wait_for_handlers(process)
        process.send_signal(number)
        _, said = process.communicate(LIST)
        if process.returncode != 0 or os.listdir(folder) != ["stdin.xml"]:
            return f"exit status {process.returncode}, {os.listdir(folder)}, {said!r}"
    return None


def fault_of_limit(program):
    with tempfile.TemporaryDirectory() as folder:
        for name in ("stdin.xlsx", "stdin.xml"):
            with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
                file.write("old")
        process = start(program, ["--to", "xlsx,xml"], folder)
        wait_for_handlers(process)
        resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (512, 512))
        _, said = process.communicate(LIST)
        if process.returncode != 128 + signal.SIGXFSZ or "SIGXFSZ" not in said:
            return f"exit status {process.returncode}, {said!r}"
        if sorted(os.listdir(folder)) != ["stdin.xlsx", "stdin.xml"]:
            return f"it leaves {os.listdir(folder)}"
        for name in os.listdir(folder):
            with open(os.path.join(folder, name), encoding="utf-8") as file:
                if file.read() != "old":
                    return f"{name} is not the old file"
    return None


def fault_of_closed_output(program):
    with tempfile.TemporaryDirectory() as folder:
        process = start(program, ["--to", "xml", "-o", "-"], folder)
        process.stdout.close()
        process.stdin.write(LIST)
        process.stdin.close()
        said = process.stderr.read()
        if process.wait() != 141 or said:
            return f"exit status {process.returncode}, {said!r}"
    return None


def main():
    program = os.path.abspath(sys.argv[1])
    faults = []
    for number in SIGNALS:
        for arguments in (["--to", "xlsx,xml"], ["--to", "xlsx", "-o", "-"]):
            faults.append((f"{number.name} during {' '.join(arguments)}", fault_of_ending(program, number, arguments)))
        faults.append((f"ignored {number.name}", fault_of_ignoring(program, number)))
    faults.append(("a limit on the size of files", fault_of_limit(program)))
    faults.append(("a closed standard output", fault_of_closed_output(program)))
    found = [f"{what}: {fault}" for what, fault in faults if fault]
    print("\n".join(found) or f"{len(faults)} endings, as they should be")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
