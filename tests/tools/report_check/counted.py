"""The tables of figures, counted here."""
from collections import Counter, defaultdict

from .lists import LISTS, bare, chinese_month
from .pairing import KINDS, changes
from .points import owners
from .wanted import Table, ratio, ranks

FLOWS = ["opening", "added", "removed", "moved-in", "moved-out", "entered", "left", "closing"]


class Scope:
    """All lists by unit and month: units in the order of the archive."""

    def __init__(self, units, lists, month, base, words, dictionary):
        self.units, self.lists, self.month, self.base = units, lists, month, base
        self.words, self.dictionary = words, dictionary
        self.months = sorted({m for _, m in lists if m <= month})

    def at(self, unit, month):
        return self.lists.get((unit, month))

    def name(self, unit):
        return next(one.township for (u, _), one in self.lists.items() if u == unit)

    def steps(self):
        """(unit, list of the base or None, list of the month or None)"""
        return [(u, self.at(u, self.base) if self.base else None, self.at(u, self.month)) for u in self.units]


def stock(scope):
    flows = defaultdict(Counter)
    kinds = defaultdict(Counter)
    order = []
    for _, before, after in scope.steps():
        for one, figure in ((after, "closing"), (before, "opening")):
            for item in one.items if one else ():
                if bare(item.category) not in order:
                    order.append(bare(item.category))
                flows[bare(item.category), item.list][figure] += 1
                if scope.base and (before is None or after is None):
                    flows[bare(item.category), item.list]["entered" if after else "left"] += 1
        if not before or not after:
            continue
        for old, new, found in changes(before, after):
            for kind in found:
                kinds[kind][(new or old).list] += 1
            came, went = (new and (bare(new.category), new.list)), (old and (bare(old.category), old.list))
            if not old:
                flows[came]["added"] += 1
            elif not new:
                flows[went]["removed"] += 1
            elif came != went:
                flows[went]["moved-out"] += 1
                flows[came]["moved-in"] += 1

    def figures(category, part):
        total = Counter()
        for (c, l), counted in flows.items():
            if category in (None, c) and part in (None, l):
                total.update(counted)
        return total

    words = scope.words
    other_units = any(figures(None, None)[figure] for figure in ("entered", "left"))
    table = Table("stock", ("category", "list"))
    places = {part: dict(zip(order, ranks([figures(c, part)["closing"] for c in order]))) for part in LISTS + [None]}
    for category in order + [None]:
        for part in LISTS + [None]:
            one, whole = figures(category, part), figures(None, part)
            label = words["total"] if part is None and category is None else words["subtotal"]
            share, before = ratio(one["closing"], whole["closing"]), ratio(one["opening"], whole["opening"])
            row = {name: one[name] for name in FLOWS}
            row |= {"category": category or words["total"], "list": words.list(part) if part else label,
                    "increase": one["closing"] - one["opening"],
                    "comparable": one["added"] - one["removed"] + one["moved-in"] - one["moved-out"] if other_units else None,
                    "growth": ratio(one["closing"] - one["opening"], one["opening"]),
                    "share": share,
                    "share-change": None if share is None or before is None else (share - before) * 100,
                    "rank": places[part].get(category)}
            if not scope.base:
                row |= dict.fromkeys(set(row) - {"category", "list", "closing", "share", "rank"})
            table.rows.append(row)

    categories = Table("categories", ("category",))
    for category in sorted((c for c in order if figures(c, None)["closing"]), key=lambda c: places[None][c]):
        categories.rows.append({"rank": places[None][category], "category": category,
                                **{part: figures(category, part)["closing"] for part in LISTS},
                                "closing": figures(category, None)["closing"],
                                "share": ratio(figures(category, None)["closing"], figures(None, None)["closing"])})
    categories.rows.append({"rank": None, "category": words["total"],
                            **{part: figures(None, part)["closing"] for part in LISTS},
                            "closing": figures(None, None)["closing"], "share": 1})

    by_kind = Table("changes-by-kind", ("kind",))
    for kind in KINDS:
        row = {part: kinds[kind][part] for part in LISTS} | {"total": sum(kinds[kind].values())}
        by_kind.rows.append({"kind": words["change." + kind], **(row if scope.base else dict.fromkeys(row))})
    return [table, categories, by_kind]


def departments(scope):
    figures, items = defaultdict(Counter), Counter()
    matrices = {"matrix": Counter(), "matrix-recalled": Counter()}

    def counted(item):
        return list(dict.fromkeys(scope.dictionary.counted(name) for name in item.departments))

    def take(one, end, unit_only):
        for item in one.items:
            names = counted(item)
            if item.list == "recalled":
                items["recalled" + end] += 1
                for name in names:
                    figures[name]["recalled" + end] += 1
                    if not end:
                        matrices["matrix-recalled"][name, bare(item.category)] += 1
            if item.list != "cooperative":
                continue
            items["closing" + end] += 1
            how = "sole" if len(names) == 1 and not item.others else "joint"
            if names and not end:
                items[how] += 1
            for name in names:
                figures[name]["closing" + end] += 1
                figures[name][how + end] += 1
                if unit_only:
                    figures[name][unit_only] += 1
                if not end:
                    matrices["matrix"][name, bare(item.category)] += 1
            for owned in owners(item, one.unit):
                items["points" + end] += 1
                for name in {scope.dictionary.counted(n) for n in owned}:
                    figures[name]["points" + end] += 1

    for _, before, after in scope.steps():
        if after:
            take(after, "", "entered" if scope.base and not before else "")
        if before:
            take(before, "-before", "" if after else "left")
        if not before or not after:
            continue
        for old, new, _ in changes(before, after):
            had = set(counted(old)) if old and old.list == "cooperative" else set()
            has = set(counted(new)) if new and new.list == "cooperative" else set()
            for name in has - had:
                figures[name]["gained"] += 1
            for name in had - has:
                figures[name]["lost"] += 1

    def row(name, one, place):
        result = {"rank": place, "department": name, "opening": one["closing-before"], "closing": one["closing"],
                  "increase": one["closing"] - one["closing-before"], "recalled-opening": one["recalled-before"],
                  "recalled": one["recalled"], "recalled-increase": one["recalled"] - one["recalled-before"],
                  "points": one["points"], "points-increase": one["points"] - one["points-before"]}
        result |= {column: one[column] for column in ("gained", "lost", "entered", "left", "sole", "joint")}
        if not scope.base:
            result |= dict.fromkeys(set(result) - {"rank", "department", "closing", "sole", "joint", "recalled", "points"})
        return result

    table = Table("departments", ("department",), ordered=False)
    names = list(figures)
    for name, place in zip(names, ranks([(figures[n]["closing"], figures[n]["recalled"]) for n in names])):
        table.rows.append(row(name, figures[name], place))
    total = Counter()
    for one in figures.values():
        total.update(one)
    table.rows.append(row(scope.words["mentions-total"], total, None))
    table.rows.append(row(scope.words["items-total"], items, None)
                      | dict.fromkeys(("gained", "lost", "entered", "left")))
    tables = [table]
    for name, counts in matrices.items():
        matrix = Table(name, ("department",), ordered=False)
        columns = list(dict.fromkeys(category for _, category in counts))
        for department in dict.fromkeys(department for department, _ in counts):
            across = {category: counts[department, category] for category in columns}
            matrix.rows.append({"department": department, **across, "total": sum(across.values())})
        down = {category: sum(n for (_, c), n in counts.items() if c == category) for category in columns}
        matrix.rows.append({"department": scope.words["total"], **down, "total": sum(down.values())})
        tables.append(matrix)
    return tables


def units(scope):
    table, total = Table("units", ("unit",)), Counter()
    for unit, before, after in scope.steps():
        figures = Counter({"reported": bool(after), "missing": not after})
        figures["opening"] = before.count() if before else 0
        for part in LISTS:
            figures[part] = after.count(part) if after else 0
        figures["closing"] = after.count() if after else 0
        if before and after:
            figures["changed"] = sum(bool(kinds) for _, _, kinds in changes(before, after))
        status = "missing" if not after else "entered" if scope.base and not before else "reported"
        total.update(figures)
        table.rows.append(unit_row(scope, scope.name(unit), scope.words["status." + status], figures, before and after))
    table.rows.append(unit_row(scope, scope.words["total"], "", total, True))
    return [table]


def unit_row(scope, name, status, figures, compared):
    row = {column: int(figures[column]) for column in
           ["reported", "missing", *LISTS, "opening", "closing", "changed"]}
    row["increase"] = row["closing"] - row["opening"]
    row["growth"] = ratio(row["increase"], row["opening"]) if compared else None
    if not scope.base:
        row |= dict.fromkeys(("opening", "increase", "growth", "changed"))
    return {"unit": name, "status": status, **row}


def series(scope):
    table, cumulative, by_month = Table("series", ("month",)), Counter(), {}
    for last, month in zip([None] + scope.months, scope.months):
        figures = Counter()
        for unit in scope.units:
            before, after = scope.at(unit, last) if last else None, scope.at(unit, month)
            figures["units"] += after is not None
            figures["opening"] += before.count() if before else 0
            for part in LISTS:
                figures[part] += after.count(part) if after else 0
            figures["closing"] += after.count() if after else 0
            if before and after:
                for _, _, kinds in changes(before, after):
                    figures.update(kinds)
            elif after and last:
                figures["entered"] += after.count()
            elif before:
                figures["left"] += before.count()
        by_month[month] = figures
        row = series_row(month, chinese_month(month), figures, figures["opening"])
        row |= {column: figures[column] for column in KINDS + ["entered", "left"]}
        if last is None:
            row |= dict.fromkeys(set(row) - {"month", "month-name", "units", *LISTS, "closing"})
        else:
            cumulative.update({column: figures[column] for column in KINDS + ["entered", "left"]})
        begin = by_month.get(f"{int(month[:4]) - 1}-12") or (month[5:] != "01" and by_month.get(f"{month[:4]}-01"))
        row["since-january"] = figures["closing"] - begin["closing"] if begin else None
        table.rows.append(row)
    now = by_month[scope.month]
    if len(scope.months) > 1:
        table.rows.append(series_row(scope.words["series.total"], "", now, by_month[scope.months[0]]["closing"])
                          | {column: cumulative[column] for column in KINDS + ["entered", "left"]})
    year = f"{int(scope.month[:4]) - 1}{scope.month[4:]}"
    if year in by_month:
        table.rows.append(series_row(scope.words["series.year"], "", now, by_month[year]["closing"]))
    return [table]


def series_row(month, name, figures, opening):
    row = {"month": month, "month-name": name, "opening": opening, "since-january": None, "increase": figures["closing"] - opening,
           "growth": ratio(figures["closing"] - opening, opening)}
    row |= {column: figures[column] for column in ["units", *LISTS, "closing"]}
    return row | dict.fromkeys(KINDS + ["entered", "left"])
