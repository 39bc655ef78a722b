#!/usr/bin/env python3
"""Converts lists of different months side by side: whatever the number of jobs, the files are the same, byte
for byte. Built with the thread sanitizer, the program also tells what its threads share without a lock.

    check_jobs.py PROGRAM LISTS [REPEATS]
"""
import pathlib
import subprocess
import sys
import tempfile

LIST = """东岚省景泽市云川县枫落坪乡履职事项清单

{year}年{month}月

枫落坪乡基本履职事项清单

序号\t事项类别\t事项名称
1\t党的建设\t学习宣传贯彻党的创新理论，第{index}次
2\t民生服务\t做好养老服务工作
"""


def write_lists(folder, count):
    for index in range(count):
        text = LIST.format(year=2000 + index // 12, month=index % 12 + 1, index=index)
        (folder / f"list-{index:03}.txt").write_text(text, encoding="utf-8")


def convert(program, lists, output, jobs):
    """The bytes of every file that the conversion writes, by name."""
    done = subprocess.run([program, "convert", lists, "-o", output, "--to", "xlsx,statistics",
                           "--jobs", str(jobs), "--quiet"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode not in (0, 3) or "ThreadSanitizer" in done.stdout:
        sys.exit(f"--jobs {jobs}: exit status {done.returncode}\n{done.stdout[-8000:]}")
    return {path.name: path.read_bytes() for path in output.iterdir()}


def main():
    program, count = pathlib.Path(sys.argv[1]), int(sys.argv[2])
    repeats = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        lists = folder / "lists"
        lists.mkdir()
        write_lists(lists, count)
        alone = convert(program, lists, folder / "alone", 1)
        assert len(alone) >= 2 * count, f"only {len(alone)} files of {count} lists"
        for repeat in range(repeats):
            for jobs in (1, 2, 4, 8):
                together = convert(program, lists, folder / f"{repeat}-{jobs}", jobs)
                other = sorted(file for file in alone if together.get(file) != alone[file])
                if other or together.keys() != alone.keys():
                    sys.exit(f"--jobs {jobs} writes other bytes than --jobs 1: {len(other)} files, such as {other[:3]}")
    print(f"{len(alone)} files of {count} lists are the same with 1, 2, 4 and 8 jobs, {repeats} times")


if __name__ == "__main__":
    main()
