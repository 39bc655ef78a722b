#!/usr/bin/env python3
"""Builds tests/consumer, as somebody else would, and runs it: on the sources of the core, or on what
`cmake --install` gives; then the installed program must work as well.

    build_consumer.py sources|installed SOURCE BUILD
"""
import pathlib
import subprocess
import sys
import tempfile


def run(*words, **more):
    done = subprocess.run([str(word) for word in words], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **more)
    if done.returncode:
        sys.exit(f"{' '.join(map(str, words))}: exit status {done.returncode}\n{done.stdout}")
    return done.stdout


def cached(build, name):
    for line in (build / "CMakeCache.txt").read_text().split("\n"):
        if line.startswith(name + ":"):
            return line.split("=", 1)[1]
    return ""


def try_installed(prefix, source, folder):
    program = prefix / "bin" / "dutylist"
    sample = source / "samples" / "fengluoping-2025-07.txt"
    run(program, "convert", sample, "-o", folder / "out", cwd=folder)
    for suffix in (".pdf", ".xlsx", ".statistics.json", ".xml"):
        assert (folder / "out" / (sample.stem + suffix)).stat().st_size > 1000, suffix
    completion = prefix / "share/bash-completion/completions/dutylist"
    run("bash", "-c", f". '{completion}'; complete -p dutylist")
    for name in ("README.md", "LICENSE", "docs/command-line.md"):
        assert (prefix / "share/doc/dutylist" / name).exists(), name


def main():
    mode, source, build = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    # The core stays built between runs; whatever is compared or installed is fresh.
    made = build / "tests" / f"consumer-{mode}"
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        options = ["-G", cached(build, "CMAKE_GENERATOR"), "-DCMAKE_BUILD_TYPE=Debug",
                   "-DCMAKE_CXX_FLAGS=" + ("-fsanitize=address,undefined" if cached(build, "DUTYLIST_SANITIZE") == "ON" else "")]
        if cached(build, "CCACHE"):
            options.append("-DCMAKE_CXX_COMPILER_LAUNCHER=ccache")
        if mode == "sources":
            options.append(f"-DDUTYLIST_SOURCE={source}")
        else:
            prefix = folder / "prefix"
            run("cmake", "--install", build, "--prefix", prefix)
            options += ["--fresh", f"-DCMAKE_PREFIX_PATH={prefix}"]
            try_installed(prefix, source, folder)
        run("cmake", "-S", source / "tests/consumer", "-B", made, *options)
        run("cmake", "--build", made)
        (folder / "three.txt").write_text("甲\n乙\n丙\n")
        print(run(made / "consumer", folder / "three.txt", folder / "out"), end="")
        assert (folder / "out" / "consumer.count").read_text() == "3\n"
    print(f"a program was built on the core ({mode})")


if __name__ == "__main__":
    main()
