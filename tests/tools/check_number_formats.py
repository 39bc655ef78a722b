#!/usr/bin/env python3
"""Numbers in cells are read as LibreOffice shows them.

usage: check_number_formats.py DUTYLIST SHOWN

Writes a workbook with the formats and values of SHOWN (format, value, text; one a line) by openpyxl,
lets LibreOffice show it (as CSV) and save it as .fods, writes the same as Excel 2003 XML, and reads all
three by dutylist: all have to give the texts of SHOWN, white space apart. Then the same days counted
from 1904. Exit 77: a program is missing.
"""
import csv
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

HEADS = ["序号", "事项类别", "事项名称", "备注"]
DAYS_BETWEEN_EPOCHS = 1462


def plain(text):
    return " ".join(text.split())


def write_workbook(rows, path, from_1904=False):
    import openpyxl
    from openpyxl.utils.datetime import CALENDAR_MAC_1904
    book = openpyxl.Workbook()
    if from_1904:
        book.epoch = CALENDAR_MAC_1904
    sheet = book.active
    sheet.title = "基本"
    sheet.append(["云川县石梁塘乡基本履职事项清单"])
    sheet.append(["2025年7月"])
    sheet.append(HEADS)
    for number, (code, value, _) in enumerate(rows, 1):
        sheet.append([number, "党的建设", f"事项{number}", float(value)])
        sheet.cell(sheet.max_row, len(HEADS)).number_format = code
    sheet.column_dimensions["D"].width = 60  # narrower ones show ###
    book.save(path)


def write_excel_2003(rows, path):
    def cell(text, kind="String", style=""):
        return f'<Cell{style}><Data ss:Type="{kind}">{escape(text)}</Data></Cell>'
    styles = "".join(f'<Style ss:ID="s{n}"><NumberFormat ss:Format={quoteattr(code)}/></Style>'
                     for n, (code, _, _) in enumerate(rows))
    lines = [cell("云川县石梁塘乡基本履职事项清单"), cell("2025年7月"), "".join(map(cell, HEADS))]
    lines += [cell(str(n + 1), "Number") + cell("党的建设") + cell(f"事项{n + 1}")
              + cell(value, "Number", f' ss:StyleID="s{n}"')
              for n, (_, value, _) in enumerate(rows)]
    space = "urn:schemas-microsoft-com:office:spreadsheet"
    path.write_text(f'<?xml version="1.0"?><Workbook xmlns="{space}" xmlns:ss="{space}"><Styles>{styles}'
                    '</Styles><Worksheet ss:Name="基本"><Table>'
                    + "".join(f"<Row>{line}</Row>" for line in lines)
                    + "</Table></Worksheet></Workbook>", encoding="utf-8")


def office(source, folder, kind):
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(["soffice", f"-env:UserInstallation=file://{profile}", "--headless",
                        "--convert-to", kind, "--outdir", folder, source],
                       check=True, capture_output=True, timeout=300)
    return folder / f"{source.stem}.{kind.split(':')[0]}"


def shown_by_office(source, folder):
    made = office(source, folder, "csv:Text - txt - csv (StarCalc):44,34,76,1,,2052,false,true")
    with open(made, encoding="utf-8-sig", newline="") as file:
        return [plain(row[3]) for row in list(csv.reader(file))[3:]]


def read(dutylist, source, folder):
    folder = folder / source.suffix
    folder.mkdir(exist_ok=True)
    done = subprocess.run([dutylist, "convert", source, "-o", folder, "--to", "json"],
                          capture_output=True, text=True, timeout=300)
    output = folder / (source.stem + ".json")
    if not output.exists():
        raise AssertionError(f"{source.name} was not read: {done.stderr}")
    return [plain(item["cells"][3]["text"])
            for item in json.loads(output.read_text(encoding="utf-8"))["lists"][0]["items"]]


def compare(name, rows, texts, hidden_is_read=True):
    # What a format shows nothing of is read, and told as hidden.
    read_all = [text or value for _, value, text in rows] if hidden_is_read else [r[2] for r in rows]
    wrong = [f"  {name}: {code}\t{value}\tshould be “{text}”, is “{got}”"
             for (code, value, _), text, got in zip(rows, read_all, texts) if text != got]
    if len(texts) != len(rows):
        wrong.append(f"  {name}: {len(texts)} texts instead of {len(rows)}")
    return wrong


def main():
    dutylist, shown = Path(sys.argv[1]).resolve(), Path(sys.argv[2])
    try:
        import openpyxl  # noqa: F401
    except ImportError:
        print("SKIPPED: python3-openpyxl is not installed")
        return 77
    if shutil.which("soffice") is None:
        print("SKIPPED: soffice is not installed")
        return 77
    rows = [line.split("\t") for line in shown.read_text(encoding="utf-8").splitlines()]
    wrong = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        workbook = folder / "formats.xlsx"
        write_workbook(rows, workbook)
        wrong += compare("LibreOffice", rows, shown_by_office(workbook, folder), False)
        wrong += compare(".xlsx", rows, read(dutylist, workbook, folder))
        wrong += compare(".fods", rows, read(dutylist, office(workbook, folder, "fods"), folder))
        excel_2003 = folder / "formats.xml"
        write_excel_2003(rows, excel_2003)
        wrong += compare("Excel 2003 XML", rows, read(dutylist, excel_2003, folder))
        days = [(code, str(float(value) - DAYS_BETWEEN_EPOCHS), text) for code, value, text in rows
                if "y" in code and float(value) > DAYS_BETWEEN_EPOCHS]
        old = folder / "from1904.xlsx"
        write_workbook(days, old, from_1904=True)
        wrong += compare("LibreOffice from 1904", days, shown_by_office(old, folder), False)
        wrong += compare(".xlsx from 1904", days, read(dutylist, old, folder))
    print("\n".join(wrong) or f"{len(rows)} numbers and {len(days)} days from 1904 are shown alike")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
