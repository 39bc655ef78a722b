"""Types that are defined twice under one qualified name: C++ gives two of them one constructor and
one destructor, whichever the linker meets first, and memory is corrupted (one definition rule)."""
import re

# Comments, strings and characters, in the order in which they can begin.
UNSPOKEN = re.compile(
    r"//[^\n]*|/\*.*?\*/|R\"([^(\s]*)\(.*?\)\1\"|\"(?:\\.|[^\"\\\n])*\"|(?<![0-9A-Fa-f])'(?:\\.|[^'\\\n])+'",
    re.DOTALL)
DIRECTIVE = re.compile(r"^[ \t]*#(?:[^\n]*\\\n)*[^\n]*", re.MULTILINE)
NAMESPACE = re.compile(r"\bnamespace\b\s*((?:\w|::)*)\s*$")
TYPE = re.compile(
    r"\b(?:struct|class|union|enum(?:\s+(?:class|struct))?)\s+(?:\[\[[^\]]*\]\]\s*)?"
    r"([A-Za-z_][\w:]*(?:<[^;{}]*>)?)\s*(?:final\s*)?(?::(?!:)[^;{}]*)?$")
LOCAL = None  # inside a function, an initialiser or an unnamed namespace: nobody else sees it


def blank(match):
    return "\n" * match.group().count("\n")


def defined_types(text):
    """(qualified name, line) of each type that other files can see."""
    text = DIRECTIVE.sub(blank, UNSPOKEN.sub(blank, text))
    scopes = []
    begin = 0
    line = 1
    for match in re.finditer(r"[;{}\n]", text):
        mark = match.group()
        if mark == "\n":
            line += 1
            continue
        head = text[begin:match.start()]
        begin = match.end()
        if mark == "}":
            if scopes:
                scopes.pop()
        elif mark == "{":
            names = None if LOCAL in scopes else [name for scope in scopes for name in scope]
            namespace = NAMESPACE.search(head)
            kind = None if "=" in head or "(" in re.sub(r"\balignas\([^)]*\)", "", head) else TYPE.search(head)
            if names is None:
                scopes.append(LOCAL)
            elif namespace:
                scopes.append(namespace.group(1).split("::") if namespace.group(1) else LOCAL)
            elif kind:
                name = kind.group(1).split("::") if "<" not in kind.group(1) else [kind.group(1)]
                scopes.append(name)
                yield "::".join(names + name), line
            else:
                scopes.append(LOCAL)


def faults_of_types(files):
    """`files`: {name: text}. One sentence for each definition after the first."""
    first = {}
    faults = []
    for name in sorted(files):
        for kind, line in defined_types(files[name]):
            if kind in first:
                faults.append(f"{name}:{line}: {kind} is defined at {first[kind]} as well; "
                              "give it a name of its own")
            else:
                first[kind] = f"{name}:{line}"
    return faults
