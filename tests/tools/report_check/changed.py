"""The table of changes: every changed item with before and after, and what the ledger says of it."""
import csv

from .lists import bare
from .pairing import KINDS, changes
from .wanted import Changed, Clauses, Table

LEDGER = {"basis": "依据", "proposer": "提出单位", "approval": "审定", "effective-date": "生效日期", "channel": "渠道"}


def read_ledger(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def either(old, new):
    if old is None or new is None or bare(old) == bare(new):
        return old if new is None else new
    return Changed(old, new)


def different_clauses(old, new):
    """Blocks of the duty columns that stand on one side only."""
    removed, added = [], []
    for head in dict.fromkeys([*old.clauses, *new.clauses]):
        before, after = list(old.clauses.get(head, [])), list(new.clauses.get(head, []))
        for clause in list(before):
            if clause in after:
                before.remove(clause)
                after.remove(clause)
        removed += [(head, clause) for clause in before]
        added += [(head, clause) for clause in after]
    return Clauses(tuple(sorted(removed)), tuple(sorted(added))) if removed or added else ""


def change_table(scope, ledger):
    words = scope.words
    table = Table("changes", ("unit", "old-list", "old-number", "new-list", "new-number"), ordered=False)
    for unit, before, after in scope.steps():
        for old, new, kinds in changes(before, after) if before and after else ():
            if not kinds:
                continue
            row = {"unit": scope.name(unit), "kinds": "、".join(words["change." + k] for k in KINDS if k in kinds)}
            for side, item in (("old", old), ("new", new)):
                row[side + "-list"] = words.list(item.list) if item else ""
                row[side + "-number"] = item.number if item else ""
            for column, part in (("category", "category"), ("name", "name")):
                row[column] = either(old and getattr(old, part), new and getattr(new, part))
            row["departments"] = either(old and "、".join(old.departments), new and "、".join(new.departments))
            row["detail"] = different_clauses(old, new) if old and new else ""
            row |= {column: "" for column in LEDGER} | ledger_words(ledger, scope, unit, old, new)
            table.rows.append(row)
    return table


def ledger_words(ledger, scope, unit, old, new):
    for entry in ledger:
        if entry["月份"] == scope.month and entry["单位"] == scope.name(unit) and \
                bare(entry["原事项名称"]) in ("", bare(old.name) if old else "") and \
                bare(entry["新事项名称"]) in ("", bare(new.name) if new else "") and \
                bool(entry["原事项名称"]) == bool(old) and bool(entry["新事项名称"]) == bool(new):
            return {column: entry[head] for column, head in LEDGER.items()}
    return {}
