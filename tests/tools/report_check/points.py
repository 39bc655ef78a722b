"""Points of superior duties by department, from the text of the cells alone (docs/grammar.md)."""
import re

from .lists import bare

LABEL = re.compile(r"(\d{1,3})[.．](?!\d)|[（(](\d{1,3})[）)]|([一二三四五六七八九十]{1,3})、")
CHINESE = {name: number for number, name in enumerate(
    ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五"], start=1)}


def forms_of(name, unit):
    """How a text may name a department: in full, without its region, or with 县 alone."""
    name = bare(name)
    forms = {name}
    regions = [(region, region[-1]) for region in (unit["county"], unit["prefecture"], unit["province"]) if region]
    for region, word in regions:
        rest = name[len(region):] if name.startswith(region) else None
        if rest:
            forms |= {word + rest} | ({rest} if not rest.startswith("委") and len(rest) > 1 else set())
    for region, word in regions:  # a branch is called after its region with 县 or without
        for form in list(forms):
            short = region[:-len(word)]
            if region in form[1:]:
                forms.add(form[0] + form[1:].replace(region, short, 1))
            elif short in form[1:]:
                forms.add(form[0] + form[1:].replace(short, region, 1))
    return forms


def stretches(text, headings):
    """(kind, text) of the cell's parts in order; kind is heading, section or point."""
    marks = []  # (begin, end, kind)
    last = {}
    for found in LABEL.finditer(text):
        at = found.start()
        if at > 0 and not (text[at - 1].isspace() or text[at - 1] in "；;。："):
            continue
        style = found.lastindex
        value = CHINESE.get(found.group(3), 0) if style == 3 else int(found.group(style))
        if value != 1 and value != last.get(style, 0) + 1:
            continue
        last[style] = value
        if style == 3:
            last.pop(1, None)
            last.pop(2, None)
        marks.append((at, found.end(), "section" if style == 3 else "point"))
    for found in re.finditer(r"\S+", text):
        if found.group().rstrip("：:") in headings:
            marks.append((found.start(), found.end(), "heading"))
    marks.sort()
    parts = []

    def points(begin, end):
        for line in text[begin:end].split("\n"):
            if re.search(r"\w", line):
                parts.append(("point", line.strip()))

    at = 0
    for index, (begin, end, kind) in enumerate(marks):
        if begin < at:
            continue
        points(at, begin)
        following = marks[index + 1][0] if index + 1 < len(marks) else len(text)
        if kind == "heading":
            parts.append(("heading", text[begin:end].rstrip("：:")))
            at = end
        elif kind == "section":
            title = re.match(r"\S*", text[end:following]).group()
            parts.append(("section", title))
            at = end + len(title)
        else:
            rest = text[end:following]
            line, _, below = rest.partition("\n")
            parts.append(("point", line.strip()))
            at = end + len(line)
    points(at, len(text))
    return parts


def owners(item, unit):
    """For each point of the item's superior duties the departments it belongs to, as printed."""
    forms = [(name, forms_of(name, unit)) for name in item.departments]
    opening = sorted(((form, name) for name, all_forms in forms for form in all_forms
                      if len(form) >= 3 or form == bare(name)), key=lambda pair: -len(pair[0]))
    headings = {form: name for name, all_forms in reversed(forms) for form in all_forms}
    above, result = None, []
    for kind, text in stretches(item.texts.get("superior_duties", ""), headings):
        if kind == "heading":
            above = headings[text]
        if kind != "point":
            continue
        if above:
            result.append([above])
            continue
        named, rest = [], text
        while True:
            found = next(((form, name) for form, name in opening if rest.startswith(form)), None)
            if not found:
                break
            named.append(found[1])
            rest = rest[len(found[0]):]
            if not rest.startswith("、"):
                break
            rest = rest[1:]
        if not named and len(item.departments) == 1 and not item.others:
            named = list(item.departments)
        result.append(named)
    return result
