#!/usr/bin/env python3
"""Makes the n-th operation of a run fail, for n = 1, 2, 3 ... until the run no longer has so many, and judges what the
run left: whole outputs or none, the old ones standing, an exit status and a sentence that fit, nothing left behind that
the next run does not clean up.

    make_operations_fail.py PROGRAM SOURCE [--scenario NAME ...] [--operation NAME ...] [--every N]

strace injects the faults. Prints a table of what was tried and what failed; exit status 1 where anything did, 77 where
strace is missing."""
import argparse
import collections
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile

# System call -> the errors that it is made to fail with.
OPERATIONS = {
    "write": ["ENOSPC", "EIO"], "pwrite64": ["ENOSPC"], "writev": ["ENOSPC"], "fsync": ["EIO"], "fdatasync": ["EIO"],
    "rename": ["EIO"], "renameat2": ["EIO"], "linkat": ["EIO"], "unlink": ["EIO"], "unlinkat": ["EIO"],
    "ftruncate": ["ENOSPC"], "fallocate": ["ENOSPC"], "close": ["EIO"], "openat": ["EIO", "EMFILE"], "read": ["EIO"],
    "pread64": ["EIO"], "lseek": ["EIO"], "mmap": ["ENOMEM"], "brk": ["ENOMEM"], "getdents64": ["EIO"],
    "newfstatat": ["EIO"], "fstat": ["EIO"], "mkdir": ["ENOSPC"], "chmod": ["EPERM"], "fcntl": ["EIO"],
    "sendfile": ["EIO"], "copy_file_range": ["EIO"], "clone3": ["EAGAIN"], "memfd_create": ["EMFILE"],
}


class Scenario:
    def __init__(self, name, prepare, command, outputs):
        self.name, self.prepare, self.command, self.outputs = name, prepare, command, outputs


def scenarios(program, source):
    sample = os.path.join(source, "samples", "xinglinli-2025-07.txt")
    later = os.path.join(source, "samples", "fengluoping-2025-08.txt")
    earlier = os.path.join(source, "samples", "fengluoping-2025-07.txt")
    made = {}
    for target in ("xlsx", "pdf", "xml", "json", "statistics", "trace"):
        made["convert-" + target] = Scenario("convert-" + target, [], [program, "convert", sample, "--to", target, "--jobs", "1"], True)
    made["convert"] = Scenario("convert", [], [program, "convert", sample, "--jobs", "1"], True)
    made["check-fix"] = Scenario("check-fix", [], [program, "check", earlier, "--fix"], True)
    made["archive-add"] = Scenario("archive-add", [[program, "archive", "add", earlier]], [program, "archive", "add", later], False)
    made["archive-replace"] = Scenario(
        "archive-replace", [[program, "archive", "add", earlier]],
        [program, "archive", "add", later, "--month", "2025-07", "--replace"], False)
    made["archive-remove"] = Scenario(
        "archive-remove", [[program, "archive", "add", earlier, later]],
        [program, "archive", "remove", "--unit", "枫落坪乡", "--month", "2025-08"], False)
    made["report"] = Scenario("report", [[program, "archive", "add", earlier, later]], [program, "report", "--month", "2025-08"], True)
    return made


class Judge:
    def __init__(self, program, scenario):
        self.program, self.scenario = program, scenario
        self.environment = dict(os.environ, LC_ALL="C.UTF-8", SOURCE_DATE_EPOCH="1753920000", LANG="C")
        self.folder = tempfile.mkdtemp(prefix="faults-")
        self.start = os.path.join(self.folder, "start")
        os.mkdir(self.start)
        for command in scenario.prepare:
            subprocess.run(command, cwd=self.start, env=self.environment, check=False, capture_output=True)
        self.whole = self.fresh("whole")
        done = self.run(self.whole, [])
        self.status, self.words = done.returncode, done.stderr.count(b"\n")
        self.reference = self.contents(self.whole)
        self.before = self.contents(self.start)

    def fresh(self, name):
        path = os.path.join(self.folder, name)
        shutil.rmtree(path, ignore_errors=True)
        shutil.copytree(self.start, path)
        return path

    def run(self, folder, prefix):
        return subprocess.run(prefix + self.scenario.command, cwd=folder, env=self.environment, capture_output=True, timeout=120)

    @staticmethod
    def contents(folder):
        found = {}
        for path, _, names in os.walk(folder):
            for name in names:
                with open(os.path.join(path, name), "rb") as file:
                    found[os.path.relpath(os.path.join(path, name), folder)] = file.read()
        return found

    @staticmethod
    def is_loading(trace):
        """Whether only libraries were opened so far: what happens while the program is loaded is the loader's affair."""
        opened = re.findall(r'openat\([^"]*"([^"]*)"', trace)
        return all(".so" in os.path.basename(name) for name in opened)

    def archive_fault(self, folder):
        """Archives are judged by what they say, not by their bytes."""
        verify = subprocess.run([self.program, "archive", "verify"], cwd=folder, env=self.environment, capture_output=True)
        if verify.returncode != 0:
            return "archive damaged: " + verify.stdout.decode() + verify.stderr.decode()
        return None

    def listed(self, folder):
        return subprocess.run([self.program, "archive", "list", "--history"], cwd=folder, env=self.environment,
                              capture_output=True).stdout

    def faults_of(self, call, error, number):
        """None where the run has no operation of that number; else a list of what is wrong, and the words it ended with."""
        folder = self.fresh("run")
        trace = os.path.join(self.folder, "trace")
        prefix = ["strace", "-f", "-qq", "-o", trace, "-e", f"trace={call},openat",
                  "-e", f"inject={call}:error={error}:when={number}"]
        try:
            done = self.run(folder, prefix)
        except subprocess.TimeoutExpired:
            return ["hangs"], ""
        with open(trace, errors="replace") as file:
            before, injected, _ = file.read().partition("(INJECTED)")
        if not injected:
            return None, ""
        if self.is_loading(before):
            return [], ""
        words = done.stderr.decode(errors="replace").strip()
        status = done.returncode
        wrong = []
        if status < 0 or status > 128:
            wrong.append("crashed: " + (signal.Signals(-status).name if status < 0 else str(status)))
        elif status not in (0, 2, 3):
            wrong.append(f"exit status {status}")
        left = self.contents(folder)
        if self.scenario.outputs:
            others = [name for name in left if left[name] not in (self.reference.get(name), self.before.get(name))
                      and not name.endswith(".tmp") and ".db" not in name]
            told = done.stderr.count(b"\n") > self.words
            if others and not (status == 3 and told) and not (status == 2 and told and self.complete(folder, others)):
                wrong.append(f"exit {status}, but other bytes in " + ", ".join(others))
            missing = [name for name in self.reference if name not in left]
            if status in (0, 3) and missing and ".db" not in missing[0]:
                wrong.append(f"exit {status}, but not there: " + ", ".join(missing))
        else:
            wrong += [fault for fault in [self.archive_fault(folder)] if fault]
            listed = self.listed(folder)
            if status == 0 and listed != self.listed(self.whole):
                wrong.append("exit 0, but the archive has other lists")
        if status == 2 and not words:
            wrong.append("exit 2 without a word")
        again = self.run(folder, [])
        after = self.contents(folder)
        extra = [name for name in after if name not in self.reference and not name.endswith(("-wal", "-shm"))]
        if extra:
            wrong.append("left behind after the next run: " + ", ".join(extra))
        if again.returncode not in (self.status, 0) and self.scenario.outputs:
            wrong.append(f"the next run ends with {again.returncode}: " + again.stderr.decode(errors="replace")[:200])
        return wrong, words

    @staticmethod
    def complete(folder, names):
        """Whether outputs with other bytes are whole all the same: their font is another, and that was told."""
        return all(subprocess.run(["qpdf", "--check", os.path.join(folder, name)], capture_output=True).returncode == 0
                   for name in names if name.endswith(".pdf"))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("source")
    parser.add_argument("--scenario", action="append")
    parser.add_argument("--operation", action="append")
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--most", type=int, default=100000)
    parser.add_argument("--words", action="store_true", help="print each sentence that runs ended with")
    options = parser.parse_args()
    if not shutil.which("strace"):
        print("skipped: strace is missing; run scripts/setup --conformance")
        return 77
    known = scenarios(os.path.abspath(options.program), os.path.abspath(options.source))
    rows, failures = [], []
    for name in options.scenario or known:
        judge = Judge(os.path.abspath(options.program), known[name])
        sentences = collections.Counter()
        for call in options.operation or OPERATIONS:
            for error in OPERATIONS[call]:
                tried, number = 0, 1
                while number <= options.most:
                    wrong, words = judge.faults_of(call, error, number)
                    if wrong is None:
                        break
                    tried += 1
                    sentences[f"{call} {error}: {words[:300]}"] += 1
                    failures += [f"{name}, {call} number {number} fails with {error}: {text}\n    {words[:300]}" for text in wrong]
                    number += options.every
                if tried:
                    rows.append((name, call, error, tried, sum(f.startswith(f"{name}, {call} number") and f"with {error}:" in f for f in failures)))
        if options.words:
            for sentence, count in sentences.most_common():
                print(f"{count:5} {sentence}")
        shutil.rmtree(judge.folder, ignore_errors=True)
    for failure in failures[:200]:
        print(failure)
    print(f"{'scenario':16} {'operation':16} {'error':8} {'tried':>6} {'failed':>6}")
    for row in rows:
        print(f"{row[0]:16} {row[1]:16} {row[2]:8} {row[3]:6} {row[4]:6}")
    print(f"{sum(row[3] for row in rows)} tried, {len(failures)} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
