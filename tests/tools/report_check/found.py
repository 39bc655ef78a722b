"""The report's tables as read from its four forms: {table id: rows of {column id: what stands there}}."""
import html.parser
import json
import shutil
from dataclasses import dataclass

from .tagged_pdf import TaggedPdf


@dataclass(frozen=True)
class Marked:
    """A text with what was removed and added in it."""
    segments: tuple  # of (kind, text)

    @property
    def old(self):
        return "".join(text for kind, text in self.segments if kind != "added")

    @property
    def new(self):
        return "".join(text for kind, text in self.segments if kind != "removed")

    @property
    def written(self):
        marks = {"equal": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
        return "".join(marks[kind].format(text) for kind, text in self.segments)


def read_json(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def json_tables(report):
    def value(raw):
        if isinstance(raw, list):
            return Marked(tuple(next(iter(segment.items())) for segment in raw))
        return raw

    return {table["id"]: [{column["id"]: value(raw) for column, raw in zip(table["columns"], row["values"])}
                          for row in table["rows"]]
            for table in report["tables"]}


def workbook_tables(path, layout, failures):
    """Numbers as numbers. `layout` is [(table id, title, [(column id, title)])] of what is shown. A row
    higher than Excel allows goes on in rows whose first cell is empty."""
    import openpyxl
    book = openpyxl.load_workbook(path)
    sheets = {sheet.cell(1, 1).value: sheet for sheet in book.worksheets}
    tables = {}
    for table, title, columns in layout:
        sheet = sheets.get(title)
        if sheet is None:
            failures.append(f"workbook: no sheet for {title}")
            continue
        heads = [sheet.cell(2, at + 1).value for at in range(len(columns))]
        if heads != [head for _, head in columns]:
            failures.append(f"workbook {table}: heads {heads}")
        rows = tables.setdefault(table, [])
        last = sheet.max_row
        while last > 2 and any(sheet.cell(last, 1).coordinate in part for part in sheet.merged_cells.ranges):
            last -= 1  # the note
        for number in range(1, last + 1):
            if sheet.row_dimensions[number].height is None:
                failures.append(f"workbook: row {number} of {title} has no height")
        for number in range(3, last + 1):
            row = {column: sheet.cell(number, at + 1).value for at, (column, _) in enumerate(columns)}
            if row[columns[0][0]] is not None:
                rows.append(row)
                continue
            for column, text in row.items():
                if text is not None:
                    rows[-1][column] = (rows[-1][column] or "") + text
    charts = sum(len(sheet._charts) for sheet in book.worksheets)
    return tables, charts


class Page(html.parser.HTMLParser):
    """Tables by the id of their heading, ids of cells, links, and whatever is outside of the file."""

    def __init__(self):
        super().__init__()
        self.tables, self.heads, self.ids, self.links, self.outside, self.svgs = {}, {}, {}, [], [], 0
        self.table, self.cell, self.link = None, None, None

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "h2":
            self.table = attributes.get("id")
        elif tag == "tr" and self.table:
            self.tables.setdefault(self.table, []).append([])
        elif tag in ("td", "th") and self.table:
            self.cell = []
            self.tables[self.table][-1].append(self.cell)
        elif tag == "br" and self.cell is not None:
            self.cell.append("\n")
        elif tag == "a":
            self.links.append([attributes["href"], ""])
            self.link = self.links[-1]
        if "id" in attributes and tag == "td":
            self.ids[attributes["id"]] = self.cell
        self.svgs += tag == "svg"
        self.outside += [attributes[name] for name in ("src", "href", "action", "data")
                         if name in attributes and not attributes[name].startswith("#")]

    def handle_endtag(self, tag):
        if tag in ("td", "th"):
            self.cell = None
        if tag == "a":
            self.link = None

    def handle_data(self, data):
        if self.cell is not None:
            self.cell.append(data)
        if self.link:
            self.link[1] += data


def page_tables(path, layout, failures):
    page = Page()
    with open(path, encoding="utf-8") as file:
        page.feed(file.read())
    tables = {}
    for table, _, columns in layout:
        heads, *rows = page.tables.get(table) or [[]]
        if ["".join(head) for head in heads] != [head for _, head in columns]:
            failures.append(f"page {table}: heads {heads}")
        tables[table] = [{column: "".join(cell) for (column, _), cell in zip(columns, row)} for row in rows]
    return tables, page


def paper_tables(path, layout, failures):
    """From the tags of the PDF; None where qpdf is not here. A table of more columns than a page can
    take comes in parts that repeat its first column."""
    if not shutil.which("qpdf"):
        return None
    found = list(TaggedPdf(path).tables())
    tables, at = {}, 0
    for table, _, columns in layout:
        rows, done = [], 0
        while done < len(columns) and at < len(found):
            heads, *body = found[at]
            part = columns[:1] * (done > 0) + columns[done:done + len(heads) - (done > 0)]
            if [head.replace(" ", "") for head in heads] != [head for _, head in part]:
                failures.append(f"paper {table}: heads {heads}")
                break
            rows = rows or [{} for _ in body]
            for row, cells in zip(rows, body):
                row.update({column: text for (column, _), text in zip(part, cells)})
            done += len(part) - (done > 0)
            at += 1
        tables[table] = rows
    if at != len(found):
        failures.append(f"paper: {len(found)} tables, {at} expected")
    return tables
