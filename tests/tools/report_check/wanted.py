"""Tables as computed here."""
from dataclasses import dataclass, field
from fractions import Fraction


@dataclass(frozen=True)
class Changed:
    """A text of which the report shows what was removed and added."""
    old: str
    new: str


@dataclass(frozen=True)
class Clauses:
    """Blocks that only one side has, by the head of their column: what 职责变动 must tell."""
    removed: tuple
    added: tuple


@dataclass
class Table:
    id: str
    key: tuple                   # the columns that tell rows apart
    rows: list = field(default_factory=list)  # {column: value}; None is “cannot be computed”
    ordered: bool = True         # whether the order of rows is settled


def ratio(part, whole):
    return Fraction(part, whole) if whole else None


def ranks(values):
    return [1 + sum(other > value for other in values) for value in values]
