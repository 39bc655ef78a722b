"""Runs a command for each of many files, as many at once as there are processors."""
import concurrent.futures
import os
import subprocess
import sys


def run_all(commands):
    """`commands`: what is judged → its command. Returns {what: output} of those that failed."""
    def run(command):
        done = subprocess.run(list(map(str, command)), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        return None if done.returncode == 0 else done.stdout

    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        outputs = zip(commands, pool.map(run, commands.values()))
        return {what: output for what, output in outputs if output is not None}


def tell(count, kind, failed):
    """Says how many were judged, and of each failed one what was said; exits with 1 if there is one."""
    for what, output in failed.items():
        print(f"== {what}\n{output}")
    print(f"{count} {kind}, {len(failed)} with faults")
    sys.exit(1 if failed else 0)
