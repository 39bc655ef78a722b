"""Hostile inputs that grow by one measure: `make(n)` gives the bytes of the one of size n.

Each is small and invented. What is done with it may take no more than its size times its logarithm: see
check_growth.py. `CASES` has all of them once the modules of this package are imported.
"""
from dataclasses import dataclass
from typing import Callable


@dataclass(frozen=True)
class Case:
    name: str       # "xlsx-sheets-of-one-part"
    suffix: str     # "xlsx"
    size: int       # the n to begin with; 2n and 4n follow
    make: Callable[[int], bytes]
    subjects: bool  # of a document's shape: not only read, but checked, compared, reported, printed
    refused: bool   # at any size


CASES = []


def case(suffix, size, subjects=False, refused=False):
    """Registers the function below under its name."""
    def register(make):
        name = make.__name__.replace("_", "-")
        CASES.append(Case(f"{suffix}-{name}", suffix, size, make, subjects, refused))
        return make
    return register


TITLE = "东岚省景泽市云川县枫落坪乡履职事项清单\n\n2025年7月\n\n"
BASIC = "枫落坪乡基本履职事项清单\n\n序号\t事项类别\t事项名称\n"
COOPERATIVE = "枫落坪乡配合履职事项清单\n\n序号\t事项类别\t事项名称\t对应上级部门\t上级部门职责\t乡配合职责\n"
RECALLED = "枫落坪乡上级部门收回事项清单\n\n序号\t事项类别\t事项名称\t承接部门\t承接方式\n"
BASIC_HEAD = ("序号", "事项类别", "事项名称")


def name_of(i):
    """A name that no other item has."""
    return f"负责第{i}类事项的要做工作"


def basic_rows(n):
    return [(str(i), "党的建设", name_of(i)) for i in range(1, n + 1)]


def tabs(rows):
    return "".join("\t".join(row) + "\n" for row in rows)


def text(body):
    return body.encode("utf-8")
