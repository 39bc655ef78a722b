#!/usr/bin/env python3
"""Every form of a list gives the document that its text gives.

usage: import_forms.py DUTYLIST TEXT [FORM...]

Converts TEXT, writes what it holds in other forms by other people's programs (openpyxl, python-docx,
pandoc, LibreOffice, Python's csv), reads those by dutylist again and compares: unit, period, lists,
heads, and the text of every cell, white space apart. Exit 77: the text or every program is missing.
"""
import csv
import html
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path


class Skipped(Exception):
    pass


def run(*command, **options):
    return subprocess.run([str(c) for c in command], check=True, capture_output=True, timeout=300,
                          **options)


def need(program):
    if shutil.which(program) is None:
        raise Skipped(f"{program} is not installed")
    return program


def convert(dutylist, source, folder, *more):
    done = subprocess.run([dutylist, "convert", str(source), "-o", str(folder), "--to", "json", *more],
                          capture_output=True, text=True, timeout=300)
    output = folder / (source.stem + ".json")
    if not output.exists():
        raise AssertionError(f"not converted: {done.stderr.strip()}")
    return json.loads(output.read_text(encoding="utf-8")), done.stderr


def bare(text):
    return "".join(text.split()).replace("\ufeff", "")


def cells(item):
    return [bare(cell["text"]) for cell in item["cells"]]


def compare(expected, got, heads=True):
    """The differences, as lines."""
    for key in ("unit", "period"):
        if expected[key] != got[key]:
            yield f"{key}: {expected[key]} became {got[key]}"
    if [l["kind"] for l in expected["lists"]] != [l["kind"] for l in got["lists"]]:
        yield f"lists: {[l['kind'] for l in got['lists']]}"
        return
    for old, new in zip(expected["lists"], got["lists"]):
        kind = old["kind"]
        if heads and [bare(h) for h in old["columns"]] != [bare(h) for h in new["columns"]]:
            yield f"{kind}: heads {new['columns']}"
        if len(old["items"]) != len(new["items"]):
            yield f"{kind}: {len(old['items'])} items became {len(new['items'])}"
        for a, b in zip(old["items"], new["items"]):
            for x, y in zip(cells(a), cells(b)):
                if x != y:
                    at = next((i for i, (p, q) in enumerate(zip(x, y)) if p != q), min(len(x), len(y)))
                    yield f"{kind} {a['number']}: …{x[max(0, at - 10):at + 15]}… became …{y[max(0, at - 10):at + 15]}…"
            if len(a["cells"]) != len(b["cells"]):
                yield f"{kind} {a['number']}: {len(a['cells'])} cells became {len(b['cells'])}"


class Content:
    """What the forms are made from: title lines and tables."""

    def __init__(self, document):
        unit = document["unit"]
        self.unit = "".join(unit[k] for k in ("province", "prefecture", "county", "township"))
        self.title = self.unit + document["title"]
        year, month = document["period"].split("-")
        self.period = f"{year}年{int(month)}月"
        self.lists = [(l["title"], l["columns"],
                       [[cell["text"] for cell in item["cells"]] for item in l["items"]])
                      for l in document["lists"]]


def number(text):
    return int(text) if re.fullmatch(r"[1-9][0-9]{0,8}", text) else text


def write_sheet(sheet, title, period, columns, rows, row, merge):
    from openpyxl.utils import get_column_letter
    last = get_column_letter(len(columns))
    for line in (title, period):
        if line:
            sheet.cell(row, 1, line)
            sheet.merge_cells(f"A{row}:{last}{row}")
            row += 1
    for i, head in enumerate(columns, 1):
        sheet.cell(row, i, head)
    first = row + 1
    for values in rows:
        row += 1
        for i, value in enumerate(values, 1):
            cell = sheet.cell(row, i)
            value = number(value) if i == 1 else value
            cell.value = value
            if isinstance(value, str) and value.startswith("="):
                cell.data_type = "s"
    if merge and len(columns) > 2:
        start = first
        for at in range(first, row + 2):
            if at > row or rows[at - first][1] != rows[start - first][1]:
                if at - start > 1:
                    for covered in range(start + 1, at):
                        sheet.cell(covered, 2).value = None
                    sheet.merge_cells(f"B{start}:B{at - 1}")
                start = at
    return row + 2


def make_xlsx(content, path, one_sheet=False, merge=False):
    try:
        import openpyxl
    except ImportError:
        raise Skipped("python3-openpyxl is not installed")
    book = openpyxl.Workbook()
    book.remove(book.active)
    row = 1
    for n, (title, columns, rows) in enumerate(content.lists):
        if not one_sheet or n == 0:
            sheet = book.create_sheet(("清单" if one_sheet else title)[-31:])
            row = 1
            sheet.cell(1, 1, content.title)
            row = 2
        row = write_sheet(sheet, title, content.period if row == 2 else "", columns, rows, row, merge)
    book.save(path)


def make_docx(content, path, merge=False):
    try:
        import docx
    except ImportError:
        raise Skipped("python3-docx is not installed")
    document = docx.Document()
    document.add_paragraph(content.title)
    document.add_paragraph(content.period)
    for title, columns, rows in content.lists:
        document.add_heading(title, 1)
        table = document.add_table(rows=1 + len(rows), cols=len(columns))
        grid = [[table._cells[r * len(columns) + c] for c in range(len(columns))]
                for r in range(len(rows) + 1)]
        for cell, head in zip(grid[0], columns):
            cell.text = head
        above = None
        for line, values in zip(grid[1:], rows):
            for c, (cell, value) in enumerate(zip(line, values)):
                if merge and c == 1 and above and above[1] == value and len(columns) > 2:
                    continue
                lines = value.split("\n")
                cell.text = lines[0]
                for more in lines[1:]:
                    cell.add_paragraph(more)
            above = values
        if merge and len(columns) > 2:
            start = 0
            for at in range(1, len(rows) + 1):
                if at == len(rows) or rows[at][1] != rows[start][1]:
                    if at - start > 1:
                        grid[start + 1][1].merge(grid[at][1])
                    start = at
    document.save(path)


def html_cell(text, numbered):
    lines = text.split("\n")
    labels = [re.match(r"(\d+)\.", line) for line in lines]
    if numbered and len(lines) > 1 and all(labels) and \
            [int(m.group(1)) for m in labels] == list(range(1, len(lines) + 1)):
        items = "".join(f"<li><p>{html.escape(line[m.end():])}</p></li>" for line, m in zip(lines, labels))
        return f"<ol>{items}</ol>"
    return "".join(f"<p>{html.escape(line)}</p>" for line in lines)


def make_html(content, path, numbered=False, encoding="utf-8", page=False):
    parts = [f"<html><head><meta charset={encoding}><title>{content.title}</title></head><body>"]
    if page:
        parts.append("<div><ul><li><a href='/'>首页</a><li><a href='/zwgk'>政务公开</a></ul></div>"
                     "<script>if (1 < 2) document.write('<table>')</script><table><tr><td>")
    parts.append(f"<h1>{content.title}</h1><p>{content.period}</p>")
    for title, columns, rows in content.lists:
        parts.append(f"<h2>{title}</h2><table><thead><tr>")
        parts += [f"<th>{html.escape(head)}</th>" for head in columns]
        parts.append("</tr></thead><tbody>")
        for n, values in enumerate(rows):
            parts.append("<tr>")
            for c, value in enumerate(values):
                if page and c == 1 and len(columns) > 2:
                    if n and rows[n - 1][1] == value:
                        continue
                    span = 1
                    while n + span < len(rows) and rows[n + span][1] == value:
                        span += 1
                    parts.append(f"<td rowspan={span}>{html.escape(value)}")
                else:
                    parts.append(f"<td>{html_cell(value, numbered)}")
                    if not page:
                        parts.append("</td>")
            if not page:
                parts.append("</tr>")
        parts.append("</tbody></table>")
    if page:
        parts.append("</table><footer>版权所有</footer>")
    parts.append("</body></html>")
    path.write_text("\n".join(parts), encoding="gb18030" if encoding == "gb2312" else encoding)


def make_csv(content, path, encoding, delimiter=","):
    with open(path, "w", newline="", encoding=encoding) as file:
        writer = csv.writer(file, delimiter=delimiter)
        writer.writerow([content.title])
        writer.writerow([content.period])
        for title, columns, rows in content.lists:
            writer.writerow([title])
            writer.writerow(columns)
            writer.writerows(rows)


def make_pipe_markdown(content, path):
    def escaped(text):
        return re.sub(r"([\\|*_<&])", r"\\\1", text).replace("\n", "<br>")
    lines = [f"# {content.title}", "", content.period, ""]
    for title, columns, rows in content.lists:
        lines += [f"## {title}", "", "| " + " | ".join(columns) + " |", "|" + "---|" * len(columns)]
        lines += ["| " + " | ".join(map(escaped, values)) + " |" for values in rows] + [""]
    path.write_text("\n".join(lines), encoding="utf-8")


def office(source, target, filter_name=None):
    need("soffice")
    kind = target.suffix[1:] + (f":{filter_name}" if filter_name else "")
    with tempfile.TemporaryDirectory() as profile:
        run("soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", kind,
            "--outdir", target.parent, source)
    made = target.parent / (source.stem + target.suffix)
    if not made.exists():
        raise Skipped(f"this LibreOffice does not write {kind}")
    if made != target:
        made.rename(target)


def own_workbook(dutylist, text, folder):
    """The workbook that dutylist itself writes; rows it had to split are joined again."""
    run(dutylist, "convert", text, "-o", folder, "--to", "xlsx")
    return folder / (text.stem + ".xlsx")


def forms(content, folder, dutylist, text):
    """Name, and how to make it; each returns the file to read."""
    def made(name, maker, *arguments, **options):
        path = folder / name
        maker(content, path, *arguments, **options)
        return path

    def by_office(name, source, filter_name=None):
        target = folder / name
        office(source, target, filter_name)
        return target

    def by_pandoc(name, source, *options):
        target = folder / name
        run(need("pandoc"), "--wrap=none", *options, "-o", target, source)
        return target

    yield "own-workbook", lambda: own_workbook(dutylist, text, folder)
    yield "openpyxl.xlsx", lambda: made("openpyxl.xlsx", make_xlsx)
    yield "openpyxl-merged.xlsx", lambda: made("merged.xlsx", make_xlsx, one_sheet=True, merge=True)
    yield "python-docx.docx", lambda: made("python-docx.docx", make_docx)
    yield "python-docx-merged.docx", lambda: made("merged.docx", make_docx, merge=True)
    yield "html", lambda: made("plain.html", make_html)
    yield "html-numbered", lambda: made("numbered.html", make_html, numbered=True)
    yield "html-page-gb2312", lambda: made("page.htm", make_html, encoding="gb2312", page=True)
    yield "csv", lambda: made("plain.csv", make_csv, "utf-8-sig")
    yield "csv-gb18030", lambda: made("gb18030.csv", make_csv, "gb18030")
    yield "tsv", lambda: made("plain.tsv", make_csv, "utf-16", "\t")
    yield "markdown-pipe", lambda: made("pipe.md", make_pipe_markdown)
    yield "pandoc.docx", lambda: by_pandoc("pandoc.docx", made("p.html", make_html))
    yield "pandoc-numbered.docx", lambda: by_pandoc(
        "pandoc-numbered.docx", made("pn.html", make_html, numbered=True))
    yield "pandoc-grid.md", lambda: by_pandoc(
        "grid.md", made("pg.html", make_html), "-t",
        "markdown-smart-simple_tables-multiline_tables-pipe_tables-raw_html")
    yield "pandoc-html.md", lambda: by_pandoc("html.md", made("ph.html", make_html), "-t", "gfm")
    yield "pandoc.html", lambda: by_pandoc("pandoc.html", made("pd.docx", make_docx), "-s")
    yield "libreoffice.ods", lambda: by_office(
        "libreoffice.ods", made("l.xlsx", make_xlsx, one_sheet=True, merge=True))
    yield "libreoffice.fods", lambda: by_office(
        "libreoffice.fods", made("l2.xlsx", make_xlsx, merge=True))
    yield "libreoffice-2003.xml", lambda: by_office(
        "libreoffice.xml", made("l3.xlsx", make_xlsx, merge=True), "MS Excel 2003 XML")
    yield "libreoffice.xlsx", lambda: by_office(
        "libreoffice.xlsx", by_office("l4.ods", made("l4.xlsx", make_xlsx, merge=True)))
    yield "libreoffice-calc.html", lambda: by_office(
        "calc.html", made("l5.xlsx", make_xlsx, one_sheet=True, merge=True),
        "HTML (StarCalc)")
    yield "libreoffice.csv", lambda: by_office(
        "libreoffice.csv", made("l6.xlsx", make_xlsx, one_sheet=True),
        "Text - txt - csv (StarCalc):44,34,76,1")
    yield "libreoffice.docx", lambda: by_office(
        "libreoffice.docx", made("l7.html", make_html, numbered=True), "MS Word 2007 XML")
    yield "libreoffice.odt", lambda: by_office("libreoffice.odt", made("l9.docx", make_docx, merge=True))
    yield "libreoffice.fodt", lambda: by_office("libreoffice.fodt", made("l11.docx", make_docx, merge=True))
    yield "libreoffice-numbered.odt", lambda: by_office(
        "numbered.odt", made("l10.html", make_html, numbered=True), "writer8")
    yield "pandoc.odt", lambda: by_pandoc("pandoc.odt", made("po.html", make_html, numbered=True))
    yield "libreoffice-writer.docx", lambda: by_office(
        "writer.docx", made("l8.docx", make_docx, merge=True), "MS Word 2007 XML")


def main():
    dutylist, text = sys.argv[1], Path(sys.argv[2])
    wanted = sys.argv[3:]
    if not text.exists():
        print(f"SKIPPED: {text} is not there")
        return 77
    failed, done = 0, 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        expected, _ = convert(dutylist, text, folder)
        content = Content(expected)
        for form, make in forms(content, folder, dutylist, text):
            if wanted and form not in wanted:
                continue
            try:
                path = make()
                output = folder / ("out-" + form)
                output.mkdir()
                got, said = convert(dutylist, path, output)
                differences = list(compare(expected, got))
            except Skipped as reason:
                print(f"SKIPPED {form}: {reason}")
                continue
            except AssertionError as error:
                differences = [str(error)]
            except subprocess.CalledProcessError as error:
                differences = [f"{error.cmd[0]}: {error.stderr.decode(errors='replace')[-300:]}"]
            done += 1
            print(f"{'ok' if not differences else 'DIFFERS'}  {form}")
            for line in differences[:6]:
                print("   ", line)
            failed += bool(differences)
    if done == 0:
        return 77
    print(f"{done - failed} of {done} forms equal the text")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
