#!/usr/bin/env python3
"""Finds functions that are longer than a reader can keep in mind.

    long_functions.py FOLDER

Reads C++ as clang-format lays it out: a body that is no namespace, type or initialiser is a function's; in
Python a function ends where its indentation does. Counts the lines from the head to the closing brace.
"""
import ast
import pathlib
import re
import sys

from defined_types import DIRECTIVE, NAMESPACE, UNSPOKEN, blank

FOLDERS = ("pipeline", "importers", "exporters", "cli", "tests", "bench")
LONGEST = 80
# To be split; nothing may be added here.
EXCEPTIONS = set()
TYPE = re.compile(r"\b(?:struct|class|union|enum)\b[^()=]*$")
NAME = re.compile(r"([~\w]+(?:::[~\w]+)*|operator\S+)\s*\(")


def functions(text):
    """(name, first line, number of lines) of each function outside of others."""
    text = DIRECTIVE.sub(blank, UNSPOKEN.sub(blank, text))
    open_braces = []  # (name or None, line)
    begin, line, head_line = 0, 1, None
    inside = 0
    parentheses = 0
    for match in re.finditer(r"[;{}()\n]|\S", text):
        mark = match.group()
        if mark == "\n":
            line += 1
            continue
        parentheses += {"(": 1, ")": -1}.get(mark, 0)
        # Between parentheses stand default arguments, initialisers and lambdas: parts of a head or a body.
        if mark not in ";{}" or (parentheses > 0 and not inside):
            head_line = head_line or line
            continue
        head = text[begin:match.start()]
        begin = match.end()
        if mark == "{":
            name = NAME.search(head)
            is_function = not inside and name and not NAMESPACE.search(head) and not TYPE.search(head)
            open_braces.append((name.group(1) if is_function else None, head_line or line))
            inside += bool(is_function)
        elif mark == "}" and open_braces:
            name, first = open_braces.pop()
            if name:
                inside -= 1
                yield name, first, line - first + 1
        head_line = None


def python_functions(text):
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield node.name, node.lineno, node.end_lineno - node.lineno + 1


def main():
    root = pathlib.Path(sys.argv[1])
    faults = []
    unused = set(EXCEPTIONS)
    for folder in FOLDERS:
        for path in sorted((root / folder).rglob("*")):
            if path.suffix not in (".h", ".cpp", ".py"):
                continue
            found = python_functions if path.suffix == ".py" else functions
            name = path.relative_to(root).as_posix()
            for function, line, length in found(path.read_text(encoding="utf-8")):
                if length <= LONGEST:
                    continue
                unused.discard((name, function))
                if (name, function) not in EXCEPTIONS:
                    faults.append(f"{name}:{line}: {function}: {length} lines; a function may have {LONGEST}")
    faults += [f"{name}: {function} is no longer too long: take it out of EXCEPTIONS" for name, function in sorted(unused)]
    print("\n".join(faults) or "no function is too long")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
