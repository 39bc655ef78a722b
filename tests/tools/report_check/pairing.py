"""Own pairing of two lists: equal names, then difflib's best of what is left."""
import difflib
import functools

from .lists import bare

KINDS = ["added", "removed", "renamed", "category", "moved", "departments", "modified"]
# difflib's ratio is not the program's likeness: the samples are written so that no name is near
# either threshold.
LEAST_RATIO = 0.7


@functools.cache
def ratio_of(a, b):
    return difflib.SequenceMatcher(None, a, b, False).ratio()


def pair(before, after):
    """(pairs, removed, added) of two lists of items."""
    left, right, pairs = list(before), list(after), []
    for same_list in (True, False):
        for old in list(left):
            for new in right:
                if bare(old.name) == bare(new.name) and (not same_list or old.list == new.list):
                    pairs.append((old, new))
                    left.remove(old)
                    right.remove(new)
                    break
    ratios = sorted(((ratio_of(bare(o.name), bare(n.name)), i, j)
                     for i, o in enumerate(left) for j, n in enumerate(right) if o.list == n.list), reverse=True)
    used_old, used_new = set(), set()
    for ratio, i, j in ratios:
        if ratio >= LEAST_RATIO and i not in used_old and j not in used_new:
            used_old.add(i)
            used_new.add(j)
            pairs.append((left[i], right[j]))
    return (pairs, [o for i, o in enumerate(left) if i not in used_old],
            [n for j, n in enumerate(right) if j not in used_new])


def duties(item):
    """What 职责修改 speaks of: every column but number, category, name and departments."""
    texts = {role: bare(text) for role, text in item.texts.items()
             if role not in ("number", "name", "category", "departments", "handover_department")}
    if "handover" in texts:
        for name in item.departments:
            texts["handover"] = texts["handover"].replace(bare(name), "", 1)
    return texts


def kinds_of(old, new):
    if old is None or new is None:
        return {"added"} if old is None else {"removed"}
    kinds = set()
    moved = old.list != new.list
    if moved:
        kinds.add("moved")
    if bare(old.name) != bare(new.name):
        kinds.add("renamed")
    if bare(old.category) != bare(new.category):
        kinds.add("category")
    if not moved and (old.departments, old.others) != (new.departments, new.others):
        kinds.add("departments")
    if not moved and duties(old) != duties(new):
        kinds.add("modified")
    return kinds


@functools.cache
def changes(before, after):
    """(old or None, new or None, kinds) of every item of two lists, the unchanged ones too."""
    pairs, removed, added = pair(before.items, after.items)
    return [(o, n, kinds_of(o, n)) for o, n in
            pairs + [(o, None) for o in removed] + [(None, n) for n in added]]
