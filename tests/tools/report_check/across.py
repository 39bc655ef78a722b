"""What the units of one month have in common: own grouping of names, own comparison of what differs."""
import functools
from collections import Counter, defaultdict

from .lists import LISTS, bare
from .wanted import Changed, Table

LEAST_LIKENESS = 0.85
ASPECTS = ["name", "category", "departments", "wording"]


@functools.cache
def pairs_of(name):
    text = "\0" + bare(name) + "\0"
    return Counter(text[i:i + 2] for i in range(len(text) - 1))


@functools.cache
def dice(name, other):
    a, b = pairs_of(name), pairs_of(other)
    if 2 * min(a.total(), b.total()) < LEAST_LIKENESS * (a.total() + b.total()):
        return 0  # too unequal in length
    return 2 * sum((a & b).values()) / (sum(a.values()) + sum(b.values()))


class Grouped:
    """The month's items in groups: the same in several units, or alike but for the wording."""

    def __init__(self, scope):
        self.scope = scope
        self.reporting = [(u, after) for u, _, after in scope.steps() if after]
        names, order = {}, []  # (list, name without white space): items; shown names as first seen
        self.members = defaultdict(list)
        for position, (unit, one) in enumerate(self.reporting):
            for item in one.items:
                shown = self.neutral(item.name, one)
                key = item.list, bare(shown)
                if key not in names:
                    names[key] = shown
                    order.append(key)
                self.members[key].append((position, unit, one, item))
        self.names = names
        self.groups = self.join(order)

    def neutral(self, text, one):
        own = self.scope.words["own-unit"]
        return text.replace(one.township, own).replace("本" + one.unit["kind"], own)

    def join(self, order):
        """Names of more units choose first, each takes the likest before it that shares no unit."""
        units = {key: {position for position, *_ in self.members[key]} for key in order}
        taken, result = {}, {key: [] for key in order}
        for key in sorted(order, key=lambda k: -len(self.members[k])):
            best, chosen = 0, None
            for other in taken if len(self.reporting) > 1 else ():
                if other[0] == key[0] and not taken[other] & units[key]:
                    value = dice(key[1], other[1])
                    if value >= LEAST_LIKENESS and value > best:
                        best, chosen = value, other
            if chosen:
                taken[chosen] |= units[key]
            else:
                chosen = key
                taken[key] = set(units[key])
            result[chosen].append(key)
        groups = {}
        for key in order:
            found = sorted((m for name in result[key] for m in self.members[name]), key=lambda member: member[0])
            if found:
                groups[key] = found
        return groups

    def of(self, part):
        return [(key, found) for key, found in self.groups.items() if key[0] == part]

    def aspect(self, name, member):
        _, _, one, item = member
        if name == "name":
            return self.neutral(item.name, one)
        if name == "category":
            return item.category
        if name == "departments":
            county = one.unit["county"]
            counted = {bare(self.scope.dictionary.counted(d)) for d in item.departments}
            return "、".join(sorted((d[len(county):] if county and d.startswith(county) and d != county else d
                                     for d in counted), key=lambda d: d.encode()))
        texts = []
        for role, text in item.texts.items():
            if role in ("superior_duties", "township_duties", "handover_method"):
                texts.append(text)
            elif role == "handover":
                for department in item.departments:
                    text = text.replace(department, "", 1)
                texts.append(text)
        return self.neutral("\n".join(t for t in texts if t), one)

    def variants(self, name, found):
        """[(text, units)] of an aspect, that of most units first."""
        texts = {}
        for member in found:
            value = self.aspect(name, member)
            texts.setdefault(bare(value), [value, []])
            if member[1] not in texts[bare(value)][1]:
                texts[bare(value)][1].append(member[1])
        return sorted(texts.values(), key=lambda variant: -len(variant[1]))


def units_of(found):
    return {position for position, *_ in found}


def across_tables(scope):
    grouped, words = Grouped(scope), scope.words
    summary = Table("across", ("what",))
    counts = {what: Counter() for what in ("items", "common", "single", "differing")}
    common, single = Table("common", ("list", "name")), Table("single", ("unit", "list", "number", "name"))
    differing = Table("differing", ("list", "name", "aspect", "text"))
    for part in LISTS:
        for key, found in grouped.of(part):
            counts["items"][part] += 1
            shown = grouped.names[key]
            if len(units_of(found)) == len(grouped.reporting):
                counts["common"][part] += 1
                common.rows.append({"list": words.list(part), "category": found[0][3].category, "name": shown})
            if len(units_of(found)) == 1:
                counts["single"][part] += 1
                single.rows.append((found[0][0], {"unit": scope.name(found[0][1]), "list": words.list(part),
                                                  "number": found[0][3].number, "category": found[0][3].category,
                                                  "name": shown}))
                continue
            rows = differences(grouped, part, shown, found)
            if rows:
                counts["differing"][part] += 1
                differing.rows += rows
    for what, counted in counts.items():
        summary.rows.append({"what": words["across." + what], **{part: counted[part] for part in LISTS},
                             "total": sum(counted.values())})
    single.rows = [row for _, row in sorted(single.rows, key=lambda pair: pair[0])]
    return [summary, common, single, differing]


def differences(grouped, part, shown, found):
    rows, words = [], grouped.scope.words
    for aspect in ASPECTS:
        variants = grouped.variants(aspect, found)
        for index, (text, units) in enumerate(variants if len(variants) > 1 else ()):
            rows.append({"list": words.list(part), "name": shown, "aspect": words["aspect." + aspect],
                         "count": len(units), "units": "、".join(grouped.scope.name(u) for u in units),
                         "text": text if index == 0 else Changed(variants[0][0], text)})
    return rows
