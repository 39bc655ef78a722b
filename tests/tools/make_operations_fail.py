#!/usr/bin/env python3
"""Makes the n-th operation of a run fail, for n = 1, 2, 3 ... until the run no longer has so many, and judges what the
run left: all outputs new and whole or all old, an exit status and a sentence that fit, nothing left behind that the
next run does not clean up.

    make_operations_fail.py PROGRAM SOURCE [--scenario NAME ...] [--operation NAME ...] [--every N | --sample N]

Operations are system calls, which strace makes fail or end by a signal; "malloc", where the n-th allocation gives
nothing; and "address-space", where the run has ever more memory until it succeeds; these two only where they are named.
With --named-files all that stands on a file system without O_TMPFILE.
Prints a table of what was tried and what failed; exit status 1 where anything did, 77 where strace or a compiler is missing."""
import argparse
import collections
import json
import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile

SIGNALS = ("SIGKILL", "SIGINT", "SIGTERM", "SIGHUP", "SIGXFSZ")
# System call -> the errors that it is made to fail with, and the signals that end the run there.
OPERATIONS = {
    "write": ["ENOSPC", "EIO", *SIGNALS], "pwrite64": ["ENOSPC", "SIGKILL"], "writev": ["ENOSPC"],
    "fsync": ["EIO", "SIGKILL"], "fdatasync": ["EIO", "SIGKILL"], "rename": ["EIO", *SIGNALS], "renameat2": ["EIO"],
    "link": ["EIO", "EPERM", "SIGKILL", "SIGTERM"], "linkat": ["EIO", "SIGKILL", "SIGTERM"],
    "unlink": ["EIO", "SIGKILL", "SIGTERM"], "unlinkat": ["EIO"], "flock": ["ENOLCK"], "fchmod": ["EPERM"],
    "ftruncate": ["ENOSPC"], "fallocate": ["ENOSPC"], "close": ["EIO"], "dup": ["EMFILE"],
    "openat": ["EIO", "EMFILE", "SIGTERM"], "read": ["EIO", "SIGHUP"], "pread64": ["EIO"], "lseek": ["EIO"],
    "mmap": ["ENOMEM"], "brk": ["ENOMEM"], "getdents64": ["EIO"], "newfstatat": ["EIO"], "fstat": ["EIO"],
    "mkdir": ["ENOSPC"], "chmod": ["EPERM"], "fcntl": ["EIO"], "sendfile": ["EIO"], "copy_file_range": ["EIO"],
    "clone3": ["EAGAIN"], "memfd_create": ["EMFILE"],
}
# Codes that may be told where memory is what failed.
OF_MEMORY = re.compile(r"\[(internal\.memory|output\.|archive\.|input\.)")


class Scenario:
    def __init__(self, name, prepare, command, outputs):
        self.name, self.prepare, self.command, self.outputs = name, prepare, command, outputs


def scenarios(program, source):
    sample = os.path.join(source, "samples", "xinglinli-2025-07.txt")
    later = os.path.join(source, "samples", "fengluoping-2025-08.txt")
    earlier = os.path.join(source, "samples", "fengluoping-2025-07.txt")
    made = {}
    formats = json.loads(subprocess.run([program, "formats", "--json"], capture_output=True, check=True).stdout)
    for target in sorted({row["target"] for row in formats["outputs"] if row["subject"] == "document"}):
        made["convert-" + target] = Scenario("convert-" + target, [], [program, "convert", sample, "--to", target, "--jobs", "1"], True)
    made["convert"] = Scenario("convert", [], [program, "convert", sample, "--jobs", "1"], True)
    made["convert-several"] = Scenario("convert-several", [], [program, "convert", sample, earlier, later, "--to", "json", "--jobs", "4"], True)
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


OLD = b"an older file\n"


def whole_by_its_own_program(path):
    """Whether another program can read an output that is not byte for byte the one that was meant."""
    commands = {".pdf": ["qpdf", "--check"], ".xml": ["xmllint", "--noout"],
                ".xlsx": [sys.executable, "-c", "import openpyxl, sys; openpyxl.load_workbook(sys.argv[1])"],
                ".json": [sys.executable, "-m", "json.tool"], ".sarif": [sys.executable, "-m", "json.tool"]}
    if path.endswith(".txt"):
        with open(path, "rb") as file:
            return file.read().endswith(b"\n")
    command = commands.get(os.path.splitext(path)[1])
    return command is not None and subprocess.run(command + [path], capture_output=True).returncode == 0


def built(source, name, folder):
    """A library that is to be loaded first."""
    library = os.path.join(folder, name + ".so")
    subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-o", library, os.path.join(source, "tests", "tools", name + ".c")], check=True)
    return library


class Judge:
    def __init__(self, program, source, scenario, named_files):
        self.program, self.scenario = program, scenario
        self.environment = dict(os.environ, LC_ALL="C.UTF-8", SOURCE_DATE_EPOCH="1753920000", LANG="C")
        self.folder = tempfile.mkdtemp(prefix="faults-")
        self.first = [built(source, "no_unnamed_files", self.folder)] if named_files else []
        self.start = os.path.join(self.folder, "start")
        os.mkdir(self.start)
        for command in scenario.prepare:
            subprocess.run(command, cwd=self.start, env=self.environment, check=False, capture_output=True)
        before = self.contents(self.start)
        self.whole = self.fresh("whole")
        done = self.run(self.whole, [])
        self.status, self.usual = done.returncode, done.stderr.decode(errors="replace").splitlines()
        self.reference = self.contents(self.whole)
        # What the command writes stands there already, older.
        self.outputs = [name for name in self.reference if name not in before and ".db" not in name]
        for name in self.outputs:
            with open(os.path.join(self.start, name), "wb") as file:
                file.write(OLD)

    def fresh(self, name):
        path = os.path.join(self.folder, name)
        shutil.rmtree(path, ignore_errors=True)
        shutil.copytree(self.start, path)
        return path

    def run(self, folder, prefix, environment=None, limits=None, first=()):
        """`first`: libraries that are loaded before all others."""
        variables = dict(self.environment, **(environment or {}), LD_PRELOAD=":".join([*self.first, *first]))
        return subprocess.run(prefix + self.scenario.command, cwd=folder, env=variables,
                              capture_output=True, timeout=300, preexec_fn=limits)

    @staticmethod
    def contents(folder):
        found = {}
        for path, _, names in os.walk(folder):
            for name in names:
                with open(os.path.join(path, name), "rb") as file:
                    found[os.path.relpath(os.path.join(path, name), folder)] = file.read()
        return found

    def archive_fault(self, folder):
        """Archives are judged by what they say, not by their bytes."""
        verify = subprocess.run([self.program, "archive", "verify"], cwd=folder, env=self.environment, capture_output=True)
        if verify.returncode != 0:
            return "archive damaged: " + verify.stdout.decode() + verify.stderr.decode()
        return None

    def listed(self, folder):
        return subprocess.run([self.program, "archive", "list", "--history"], cwd=folder, env=self.environment,
                              capture_output=True).stdout

    def faults_of_status(self, status, words, by_signal):
        if by_signal == "SIGKILL":
            return [] if status in (-signal.SIGKILL, 128 + signal.SIGKILL) else [f"exit status {status}"]
        if by_signal and status == 128 + getattr(signal, by_signal):
            return [] if "[run.cut-off]" in words else ["ended by a signal without a word"]
        if status < 0 or status > 128:
            return ["crashed: " + (signal.Signals(-status).name if status < 0 else str(status))]
        if status not in (0, 2, 3):
            return [f"exit status {status}"]
        return ["exit 2 without a word"] if status == 2 and not words else []

    def faults_of_outputs(self, folder, left, status, told):
        """All of a document new or all old."""
        new = [name for name in self.outputs if left.get(name) == self.reference[name]]
        old = [name for name in self.outputs if left.get(name) == OLD]
        others = [name for name in self.outputs if name not in new + old]
        wrong = []
        missing = [name for name in others if name not in left]
        if missing:
            wrong.append(f"exit {status}, but not there: " + ", ".join(missing))
        # A font that cannot be read is told, and the page is whole with another.
        odd = [name for name in others if name in left and not (status in (2, 3) and told
                                                                and whole_by_its_own_program(os.path.join(folder, name)))]
        if odd:
            wrong.append(f"exit {status}, but other bytes in " + ", ".join(odd))
        if status in (0, 3) and old:
            wrong.append(f"exit {status}, but old: " + ", ".join(old))
        for document in {name.split(".")[0] for name in old}:
            beside = [name for name in new + others if name.split(".")[0] == document]
            if beside:
                wrong.append(f"exit {status}, new {', '.join(beside)} beside old {', '.join(old)}")
        return wrong

    def faults_of(self, folder, done, by_signal=None):
        words = done.stderr.decode(errors="replace").strip()
        status = done.returncode
        wrong = self.faults_of_status(status, words, by_signal)
        left = self.contents(folder)
        extra = [name for name in left if name not in self.reference and not name.endswith(("-wal", "-shm", "-journal"))]
        if self.scenario.outputs and not extra:
            wrong += self.faults_of_outputs(folder, left, status, bool(self.told(words)))
        if not self.scenario.outputs:
            wrong += [fault for fault in [self.archive_fault(folder)] if fault]
            if status == 0 and self.listed(folder) != self.listed(self.whole):
                wrong.append("exit 0, but the archive has other lists")
        if extra or by_signal == "SIGKILL":
            wrong += self.faults_of_next_run(folder)
        return wrong, words

    def told(self, words):
        """What is told beyond what every run tells."""
        return [line for line in words.splitlines() if line not in self.usual]

    def blames_other_than_memory(self, words):
        return not all(OF_MEMORY.search(line) for line in self.told(words))

    def faults_of_memory(self, folder, done):
        """What no memory leads to is whole outputs all the same, or exit status 2 and one sentence about memory."""
        wrong, words = self.faults_of(folder, done)
        told = self.told(words)
        if done.returncode == 2 and len([line for line in told if line.startswith("error:")]) != 1:
            wrong.append(f"{len(told)} lines")
        if self.blames_other_than_memory(words):
            wrong.append("memory failed and something else is blamed")
        return wrong, words

    def faults_of_next_run(self, folder):
        """The next run clears what is left, and writes what was meant."""
        wrong = []
        again = self.run(folder, [])
        after = self.contents(folder)
        still = [name for name in after if name not in self.reference and not name.endswith(("-wal", "-shm", "-journal"))]
        if still:
            wrong.append("left behind after the next run: " + ", ".join(still))
        if again.returncode not in (self.status, 0) and self.scenario.outputs:
            wrong.append(f"the next run ends with {again.returncode}: " + again.stderr.decode(errors="replace")[:200])
        elif self.scenario.outputs:
            wrong += self.faults_of_outputs(folder, after, again.returncode, False)
        return wrong


class Calls:
    """System calls of a name that fail with an error or by a signal."""

    def __init__(self, judge, call, error):
        self.judge, self.call, self.error = judge, call, error
        self.name = (call, error)

    def faults_of(self, number):
        """None where the run has no call of that number; else a list of what is wrong, and the words it ended with."""
        folder = self.judge.fresh("run")
        trace = os.path.join(self.judge.folder, "trace")
        by_signal = self.error if self.error in SIGNALS else None
        how = f"signal={self.error}" if by_signal else f"error={self.error}"
        if self.call == "brk":
            how = "retval=0"  # the system tells by the break, never by an error
        prefix = ["strace", "-f", "-qq", "-o", trace, "-e", f"trace={self.call},openat", "-e", f"inject={self.call}:{how}:when={number}"]
        try:
            done = self.judge.run(folder, prefix)
        except subprocess.TimeoutExpired:
            return ["hangs"], ""
        with open(trace, errors="replace") as file:
            told = file.read()
        before, injected, _ = told.partition("(INJECTED)" if not by_signal else self.mark())
        if not injected:
            return None, ""
        if self.is_loading(before):
            return [], ""
        wrong, words = self.judge.faults_of(folder, done, by_signal)
        if self.error == "ENOMEM" and self.judge.blames_other_than_memory(words):
            wrong.append("memory failed and something else is blamed")
        return wrong, words

    def mark(self):
        return "+++ killed" if self.error == "SIGKILL" else f"--- {self.error} "

    @staticmethod
    def is_loading(trace):
        """Whether only libraries were opened so far: what happens while the program is loaded is the loader's affair."""
        opened = re.findall(r'openat\([^"]*"([^"]*)"', trace)
        return all(".so" in os.path.basename(name) for name in opened)


class Allocations:
    """The n-th allocation gives nothing: malloc, calloc and so on, by a library that is loaded first."""
    name = ("malloc", "null")

    def __init__(self, judge, source):
        self.judge = judge
        self.library = built(source, "failing_malloc", judge.folder)

    def faults_of(self, number):
        folder = self.judge.fresh("run")
        reached = os.path.join(self.judge.folder, "reached")
        if os.path.exists(reached):
            os.remove(reached)
        environment = {"FAILING_MALLOC": str(number), "FAILING_MALLOC_REACHED": reached}
        try:
            done = self.judge.run(folder, [], environment, first=[self.library])
        except subprocess.TimeoutExpired:
            return ["hangs"], ""
        if not os.path.exists(reached):
            return None, ""
        return self.judge.faults_of_memory(folder, done)

    def count(self):
        """How many a run has that is left alone."""
        file = os.path.join(self.judge.folder, "count")
        self.judge.run(self.judge.fresh("run"), [], {"FAILING_MALLOC_COUNT": file}, first=[self.library])
        with open(file, encoding="ascii") as counted:
            return int(counted.read())


class AddressSpace:
    """Ever more memory, a step at a time, from what the program takes to be loaded until the run succeeds."""
    name = ("address-space", "limit")
    STEP = 128 << 10

    def __init__(self, judge):
        self.judge = judge
        self.loaded = self.STEP
        while not self.is_loaded():
            self.loaded += self.STEP

    def is_loaded(self):
        run = subprocess.run([self.judge.program, "--version"], capture_output=True, preexec_fn=self.limited_to(self.loaded))
        return run.returncode in (0, 2)

    @staticmethod
    def limited_to(limit):
        return lambda: resource.setrlimit(resource.RLIMIT_AS, (limit, limit))

    def faults_of(self, number):
        folder = self.judge.fresh("run")
        done = self.judge.run(folder, [], limits=self.limited_to(self.loaded + (number - 1) * self.STEP))
        if done.returncode == self.judge.status and self.judge.contents(folder) == self.judge.contents(self.judge.whole):
            return None, ""
        return self.judge.faults_of_memory(folder, done)


def kinds_of_failure(options, judge, source):
    for name in options.operation or OPERATIONS:
        if name == "malloc":
            yield Allocations(judge, source)
        elif name == "address-space":
            yield AddressSpace(judge)
        else:
            for error in OPERATIONS[name]:
                if not options.error or error in options.error:
                    yield Calls(judge, name, error)


def numbers_of(options, kind):
    if options.sample and isinstance(kind, Allocations):
        count = kind.count()
        return [1 + (count - 1) * i // options.sample for i in range(options.sample)]
    return range(options.first, options.most + 1, options.every)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("source")
    parser.add_argument("--scenario", action="append")
    parser.add_argument("--operation", action="append")
    parser.add_argument("--error", action="append", help="only these of each operation")
    parser.add_argument("--first", type=int, default=1)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--most", type=int, default=10**9)
    parser.add_argument("--sample", type=int, help="of the allocations, only so many, evenly spread")
    parser.add_argument("--named-files", action="store_true", help="as on a file system without O_TMPFILE")
    parser.add_argument("--words", action="store_true", help="print each sentence that runs ended with")
    options = parser.parse_args()
    missing = [name for name in ("strace", "cc", "qpdf", "xmllint") if not shutil.which(name)]
    if missing:
        print(f"skipped: {', '.join(missing)} missing; run scripts/setup --conformance")
        return 77
    program, source = os.path.abspath(options.program), os.path.abspath(options.source)
    known = scenarios(program, source)
    all_tried = all_failed = 0
    print(f"{'scenario':18} {'operation':16} {'error':8} {'tried':>6} {'failed':>6}", flush=True)
    for name in options.scenario or known:
        judge = Judge(program, source, known[name], options.named_files)
        sentences = collections.Counter()
        for kind in kinds_of_failure(options, judge, source):
            tried = failed = 0
            for number in numbers_of(options, kind):
                wrong, words = kind.faults_of(number)
                if wrong is None:
                    break
                tried += 1
                failed += bool(wrong)
                sentences[f"{' '.join(kind.name)}: {words[:300]}"] += 1
                for text in wrong:
                    print(f"{name}, {kind.name[0]} number {number}, {kind.name[1]}: {text}\n    {words[:300]}", flush=True)
            if tried:
                print(f"{name:18} {kind.name[0]:16} {kind.name[1]:8} {tried:6} {failed:6}", flush=True)
            all_tried, all_failed = all_tried + tried, all_failed + failed
        if options.words:
            for sentence, count in sentences.most_common():
                print(f"{count:5} {sentence}", flush=True)
        shutil.rmtree(judge.folder, ignore_errors=True)
    print(f"{all_tried} tried, {all_failed} failed")
    return 1 if all_failed else 0


if __name__ == "__main__":
    sys.exit(main())
