#!/usr/bin/env python3
"""full_disk.py PROGRAM INPUT TARGET: no half-written file, wherever the room for it ends.

Writes the outputs of TARGET with room for ever more bytes to a file. As long as the room is too
small the exit status is 2, the message names the output, the old file stands and nothing is left
behind.
"""
import os
import resource
import signal
import subprocess
import sys
import tempfile

OLD = "an older file"


def limited(size):
    def apply():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    return apply


def main():
    program, source, target = sys.argv[1:]
    stem = os.path.splitext(os.path.basename(source))[0]
    with tempfile.TemporaryDirectory() as folder:
        output = os.path.join(folder, f"{stem}.{target}")
        subprocess.run([program, "convert", source, "--to", target, "-o", folder], check=True, stdout=subprocess.DEVNULL)
        whole = os.path.getsize(output)
        for step in range(12):
            with open(output, "w", encoding="utf-8") as file:
                file.write(OLD)
            size = 200 + whole * step // 12
            run = subprocess.run([program, "convert", source, "--to", target, "-o", folder], preexec_fn=limited(size),
                                 capture_output=True, text=True, check=False)
            with open(output, encoding="utf-8", errors="replace") as file:
                stands = file.read() == OLD
            if run.returncode != 2 or not stands or os.listdir(folder) != [os.path.basename(output)]:
                print(f"room for {size} of {whole} bytes: exit {run.returncode}, old file "
                      f"{'stands' if stands else 'is gone'}, left: {os.listdir(folder)}")
                return 1
            if "[ERROR]" in run.stderr or len(run.stderr.strip().splitlines()) != 1:
                print(f"room for {size} bytes: more than one message: {run.stderr}")
                return 1
            if f"{stem}.{target}" not in run.stderr:
                print(f"room for {size} bytes: the message does not name the output: {run.stderr}")
                return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
