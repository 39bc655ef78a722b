"""Documents as the checker sees them: read from canonical JSON, texts without white space."""
import functools
import json
import re
import xml.etree.ElementTree as xml
from dataclasses import dataclass, field

LISTS = ["basic", "cooperative", "recalled"]


@functools.cache
def bare(text):
    return "".join(text.split())


@dataclass(eq=False)
class Item:
    list: str
    number: str
    category: str
    name: str
    departments: list          # as printed, of the departments column or of the hand-overs
    others: bool               # 及其他
    texts: dict = field(default_factory=dict)  # role: text of the columns that hold duties
    clauses: dict = field(default_factory=dict)  # head of column: its blocks, label and text

    def key(self):
        return self.list, bare(self.name)


@dataclass(eq=False)
class List:
    unit: dict
    items: list

    @property
    def township(self):
        return self.unit["township"]

    def count(self, part=None):
        return sum(part in (None, item.list) for item in self.items)


def split_names(cell):
    """The names of a departments cell: split at 、，, and line breaks, never inside brackets."""
    names, depth, name = [], 0, ""
    for character in cell:
        depth += (character in "（(") - (character in "）)")
        if character in "、，,\n" and depth == 0:
            names.append(name)
            name = ""
        else:
            name += character
    return [n.strip() for n in names + [name] if n.strip()]


def read_item(part, raw):
    cells = [(cell["role"], cell["head"], cell["text"]) for cell in raw["cells"]]
    text = {role: "" for role, _, _ in cells}
    for role, _, words in cells:
        text[role] += words
    handed = list(dict.fromkeys(h["department"] for h in raw.get("handovers", [])))
    others = False
    if "departments" in text:
        departments = []
        for name in split_names(text["departments"]):
            before = name.split("及其他")[0]
            others = others or before != name
            departments.append(before)
    else:
        departments = handed
    clauses = {head: [bare(b["label"] + b["text"]) for b in raw[role]]
               for role, head, _ in cells if role in raw and role.endswith("duties")}
    for role, head, words in cells:
        if role == "handover":
            clauses[head] = [bare(block) for block in re.split(r"(?<=[：:])\s+|\n", words)]
    return Item(part, text.get("number", ""), text.get("category", ""), text.get("name", ""), departments, others,
                text, clauses)


def read_list(path):
    with open(path, encoding="utf-8") as file:
        document = json.load(file)
    items = [read_item(part["kind"], raw) for part in document["lists"] for raw in part["items"]]
    return List(document["unit"], items)


class Dictionary:
    """The office file's departments: several names, one for counting."""

    def __init__(self, path):
        self.names = {}
        space = {"o": "urn:dutylist:office:1"}
        for department in xml.parse(path).getroot().iterfind(".//o:department", space):
            for alias in department.iterfind("o:alias", space):
                self.names[bare(alias.text)] = department.get("name")

    def counted(self, name):
        return self.names.get(bare(name), bare(name))


class Wording:
    """The labels of the report's template; the numbers are not in it."""

    def __init__(self, path):
        space = "{urn:dutylist:report-template:1}"
        root = xml.parse(path).getroot()
        self.labels = {label.get("id"): label.get("text") for label in root.iter(space + "label")}
        self.columns = {table.get("id"): [(c.get("id"), c.get("hide-when-zero") == "yes")
                                          for c in table.iter(space + "column")]
                        for table in root.iter(space + "table")}

    def __getitem__(self, key):
        return self.labels[key]

    def list(self, part):
        return self.labels["list." + part]


def chinese_month(month):
    year, number = re.fullmatch(r"(\d{4})-(\d{2})", month).groups()
    return f"{year}年{int(number)}月"
