"""Whether what was found is what was computed."""
import decimal
import re
from collections import Counter
from fractions import Fraction

from .found import Marked, json_tables
from .lists import bare
from .wanted import Changed, Clauses

DIGITS = {"percent": 1, "points": 2}
ZERO_IS_SHOWN = {"comparable", "since-january"}  # columns in which a zero says something


def printed(value, kind):
    """How paper and page show a value."""
    if value is None:
        return "—"
    if kind in DIGITS:
        exact = Fraction(value) * (100 if kind == "percent" else 1)
        shown = (decimal.Decimal(exact.numerator) / decimal.Decimal(exact.denominator)).quantize(
            decimal.Decimal(1).scaleb(-DIGITS[kind]), decimal.ROUND_HALF_UP)
        sign = "+" if kind == "points" and shown > 0 else ""
        return f"{sign}{abs(shown) if shown == 0 else shown}" + "%" * (kind == "percent")
    if kind == "change" and value > 0:
        return f"+{value}"
    return str(value)


def clauses_told(marked):
    """The blocks that 职责变动 tells of: [(head, old or None, new or None)]."""
    told = []
    for kind, text in marked.segments:
        head = re.fullmatch(r"\n?【(.*)·.*】", text) if kind == "equal" else None
        if head:
            told.append([head[1], "", ""])
            continue
        told[-1][1] += text if kind != "added" else ""
        told[-1][2] += text if kind != "removed" else ""
    return told


def same(wanted, found):
    """A value as computed and as it stands in the JSON."""
    if isinstance(wanted, Changed):
        return isinstance(found, Marked) and bare(found.old) == bare(wanted.old) and \
            bare(found.new) == bare(wanted.new) and any(kind != "equal" for kind, _ in found.segments)
    if isinstance(wanted, Clauses):
        if not isinstance(found, Marked):
            return False
        told = clauses_told(found)
        removed = sorted((head, bare(old)) for head, old, _ in told if old)
        added = sorted((head, bare(new)) for head, _, new in told if new)
        return removed == sorted(wanted.removed) and added == sorted(wanted.added)
    if isinstance(wanted, Fraction) or isinstance(found, float):
        return isinstance(found, (int, float)) and wanted is not None and abs(float(wanted) - found) < 2e-6
    if isinstance(wanted, str):
        return isinstance(found, str) and bare(wanted) == bare(found)
    return type(wanted) is type(found) and wanted == found


def match(where, table, rows, agree, failures):
    """Finds the row of every computed row by its key, and compares every column of both."""
    def text(value):
        return bare(value.new if isinstance(value, Marked) else value.new if isinstance(value, Changed) else str(value))

    def key(row):
        return tuple(text(row.get(column)) for column in table.key)

    wanted_keys, found_keys = [key(row) for row in table.rows], [key(row) for row in rows]
    if Counter(wanted_keys) != Counter(found_keys):
        failures.append(f"{where} {table.id}: rows only computed {list((Counter(wanted_keys) - Counter(found_keys)))[:3]}, "
                        f"only found {list(Counter(found_keys) - Counter(wanted_keys))[:3]}")
        return
    if table.ordered and wanted_keys != found_keys:
        failures.append(f"{where} {table.id}: rows in another order")
    for wanted, name in zip(table.rows, wanted_keys):
        found = rows[found_keys.index(name)]
        for column in sorted(set(wanted) | set(found)):
            if column not in wanted or column not in found or not agree(column, wanted[column], found[column]):
                failures.append(f"{where} {table.id} {'/'.join(name)} {column}: computed "
                                f"{wanted.get(column, 'nothing')!r}, found {found.get(column, 'nothing')!r}")


def compare_json(tables, found, failures):
    """Every column of every row; a table of the report that was not computed fails too."""
    if {table.id for table in tables} != set(found):
        failures.append(f"tables: computed {[t.id for t in tables]}, found {list(found)}")
    for table in tables:
        match("json", table, found.get(table.id, []), lambda _, wanted, value: same(wanted, value), failures)
    order = [row["rank"] for row in found["departments"] if row["rank"] is not None]
    if order != sorted(order):
        failures.append("json departments: not in the order of ranks")


def layout_of(report, tables, words, shown=None):
    """[(table, title, [(column, title)])] of what workbook, page and paper show: columns that the
    template hides where they hold nothing but zero are left out, and so are tables without rows."""
    rows = {table.id: table.rows for table in tables}
    layout = []
    for table in report["tables"]:
        hidden = {column for column, hide in words.columns[table["id"]] if hide
                  and not any(row.get(column) or column in ZERO_IS_SHOWN and row[column] == 0
                              for row in rows[table["id"]])}
        if rows[table["id"]] or shown == "all":
            layout.append((table["id"], table["title"], [(c["id"], c["title"]) for c in table["columns"] if c["id"] not in hidden]))
    return layout


def compare_form(where, report, tables, found, failures, numbers=False):
    """A form for people against the computed figures. Texts with marks are those of the JSON, which
    were compared with the computed ones before; `numbers`: cells hold numbers, not their print."""
    kinds = {table["id"]: {c["id"]: c["kind"] for c in table["columns"]} for table in report["tables"]}
    marked = json_tables(report)
    for table in tables:
        if table.id not in found:
            continue
        rows = found[table.id]
        shown = {column for row in rows for column in row}
        texts = iter(marked[table.id])
        by_key = {tuple(bare(str(getattr(r[c], "new", r[c]))) for c in table.key): r for r in table.rows}
        if len(rows) != len(marked[table.id]):
            failures.append(f"{where} {table.id}: {len(rows)} rows, the report has {len(marked[table.id])}")
            continue
        for row in rows:
            told = next(texts)
            key = tuple(bare(str(getattr(told[c], "new", told[c]))) for c in table.key)
            wanted = by_key.get(key)
            if wanted is None:
                continue  # told by compare_json
            for column in shown:
                value, here = wanted[column], row.get(column)
                if isinstance(told[column], Marked):
                    good = bare(str(here)) == bare(told[column].written)
                elif numbers and isinstance(value, (int, float, Fraction)):
                    good = isinstance(here, (int, float)) and abs(float(value) - here) < 2e-6
                else:
                    good = isinstance(here or "", str) and bare(here or "") == bare(printed(value, kinds[table.id][column]))
                if not good:
                    failures.append(f"{where} {table.id} {'/'.join(key)} {column}: computed {value!r}, found {here!r}")


def compare_narrative(report, tables, page, failures):
    """Every number of every sentence is a cell, and no number stands without one."""
    kinds = {t["id"]: {c["id"]: c["kind"] for c in t["columns"]} for t in report["tables"]}
    cells = {(t["id"], row["id"], c["id"]): value for t in report["tables"] for row in t["rows"]
             for c, value in zip(t["columns"], row["values"])}
    numbers = [number for sentence in report["narrative"] for number in sentence["numbers"]]
    for number in numbers:
        value, kind = cells[number["table"], number["row"], number["column"]], kinds[number["table"]][number["column"]]
        exact = exact_value(tables, report, number)
        text = printed(exact if exact is not None else value, kind).lstrip("+-")
        if text != number["text"]:
            failures.append(f"narrative {number}: the cell has {text}")
    for sentence in report["narrative"]:
        written = re.findall(r"\d+(?:\.\d+)?%?", re.sub(r"\d{4}年\d{1,2}月", "", sentence["text"]))
        if written != [n["text"] for n in sentence["numbers"] if n["text"] != "—"]:
            failures.append(f"narrative “{sentence['text']}”: numbers {written}")
    if page is None:
        return
    inside = [(href[1:], text) for href, text in page.links if href[1:] in page.ids]
    if len(inside) != len(numbers):
        failures.append(f"page: {len(inside)} links to cells for {len(numbers)} numbers")
    for target, text in inside:
        if "".join(page.ids[target]).lstrip("+-") != text:
            failures.append(f"page: the link {target} says {text}")


def exact_value(tables, report, number):
    """The computed value behind a number of the narrative, found by its row's place in the report."""
    table = next(t for t in report["tables"] if t["id"] == number["table"])
    index = next(i for i, row in enumerate(table["rows"]) if row["id"] == number["row"])
    computed = next(t for t in tables if t.id == number["table"])
    columns = [c["id"] for c in table["columns"]]
    key = tuple(bare(str(table["rows"][index]["values"][columns.index(c)])) for c in computed.key)
    for row in computed.rows:
        if tuple(bare(str(row[c])) for c in computed.key) == key:
            return row[number["column"]]
    return None


def compare_balance(tables, failures):
    """Opening and changes give the closing stock, in rows and down columns."""
    for row in tables["stock"]:
        if row["opening"] is not None and row["opening"] + row["added"] - row["removed"] + row["moved-in"] - \
                row["moved-out"] + row["entered"] - row["left"] != row["closing"]:
            failures.append(f"balance of {row['category']}/{row['list']}")
    for row in tables["departments"]:
        if row["gained"] is not None and row["opening"] + row["gained"] - row["lost"] + row["entered"] - row["left"] \
                != row["closing"]:
            failures.append(f"balance of {row['department']}")
