"""Reads a duty list in text form on its own, without any of dutylist's code: the second opinion.

Only what the tests need: the rows of tab-separated tables, their cells as text without white space,
labels of numbered <ol> lists restored.
"""
import html
import re


def _list_items(match):
    hidden = re.search(r"list-style(-type)?\s*:\s*none", match.group(1) or "")
    number = 0

    def item(_):
        nonlocal number
        number += 1
        return "" if hidden else f"{number}."

    return re.sub(r"<li\b[^>]*>", item, match.group(2))


def cell_text(raw):
    markup = re.search(r"</?(p|ol|ul|li|br)\b[^>]*>", raw, re.I)
    if markup:
        raw = re.sub(r"<ol\b([^>]*)>(.*?)</ol>", _list_items, raw, flags=re.I | re.S)
        raw = re.sub(r"</?(p|ol|ul|li|br)\b[^>]*/?>", "", raw, flags=re.I)
        raw = html.unescape(raw)
    return "".join(raw.split())


def read_rows(path):
    """Rows of cells in the order of the file; repeated header rows are left out."""
    rows, heads = [], []
    with open(path, encoding="utf-8-sig") as file:
        for line in file:
            if "\t" not in line:
                continue
            cells = [cell_text(cell) for cell in line.rstrip("\n").split("\t")]
            if re.fullmatch(r"\d+", cells[0]):
                rows.append(cells)
            elif cells[0] == "序号" and cells not in heads:
                heads.append(cells)
    return rows, heads
