#!/usr/bin/env python3
"""Fills in the forms of `dutylist form` as a clerk does and reads them: every text has to come back, without a
warning. Usage: check_form.py PROGRAM SOURCE. Status 77: openpyxl is missing."""
import json
import pathlib
import subprocess
import sys
import tempfile

try:
    import openpyxl
except ImportError:
    sys.exit(77)

OFFICE = "samples/office.xml"
UNIT = {"township": "东岚省景泽市云川县枫落坪乡", "department": "东岚省景泽市云川县公安局"}
ROWS = {
    "基本履职事项清单": [(1, "党的建设", "加强基层党组织建设"), (2, "党的建设", "发展党员"), (3, "平安法治", "开展普法宣传")],
    "配合履职事项清单": [
        (1, "平安法治", "禁毒工作", "云川县公安局", "1.负责查处；\n2.指导宣传。", "1.开展宣传；\n2.上报线索。"),
        (2, "乡村振兴", "农机安全", "云川县农业农村局、云川县公安局", "1.共同检查。", "1.协助。")],
    "上级部门收回事项清单": [(1, "社会管理", "犬只管理", "云川县公安局", "由县公安局组织实施。")],
    "镇街配合履职事项清单": [(1, "禁毒工作", "枫落坪乡、鹿鸣溪镇", "1.负责查处。", "1.开展宣传。"),
                   (2, "巡逻防控", "枫落坪乡", "1.巡逻。", "1.协助。")],
    "本部门收回事项清单": [(1, "犬只管理", "枫落坪乡、鹿鸣溪镇", "由本局组织实施。")],
}


def run(*words):
    return subprocess.run([str(word) for word in words], capture_output=True, text=True, check=False)


def open_cells(sheet):
    return {cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked}


def fill(file, unit, sheets):
    """Types the rows below the heads, empty rows between them; only into cells that are open."""
    book = openpyxl.load_workbook(file)
    faults = []

    def write(sheet, row, column, value):
        cell = sheet.cell(row, column)
        if cell.coordinate not in open_cells(sheet):
            faults.append(f"{sheet.title}!{cell.coordinate} is locked")
        cell.value = value

    cover = book["封面"]
    for row in cover.iter_rows(min_col=1, max_col=1):
        label = row[0].value or ""
        if "全称" in label:
            write(cover, row[0].row, 2, unit)
        if "年月" in label:
            write(cover, row[0].row, 2, "2025年7月")
    for name in sheets:
        sheet = book[name]
        head = next(row[0].row for row in sheet.iter_rows(min_col=1, max_col=1) if row[0].value == "序号")
        if not sheet.protection.sheet or sheet.protection.insertRows:
            faults.append(f"{name}: rows cannot be put in")
        for index, cells in enumerate(ROWS[name]):
            for column, value in enumerate(cells, 1):
                write(sheet, head + 1 + 2 * index, column, value)
    book.save(file)
    return faults


def offers(file):
    """What the drop-downs of each sheet offer."""
    book = openpyxl.load_workbook(file)
    found = {}
    for sheet in book:
        for rule in sheet.data_validations.dataValidation:
            name, cells = rule.formula1.lstrip("=").rsplit("!", 1)
            values = [cell[0].value for cell in book[name.strip("'")][cells.replace("$", "")]]
            found.setdefault(sheet.title, []).append(values)
    return found


def check(program, source, folder, kind, sheets):
    file = folder / f"{kind}.xlsx"
    made = run(program, "form", "--kind", kind, "-o", file, "--office", source / OFFICE, "--lang", "en")
    if made.returncode != 0 or made.stderr:
        return [f"{kind}: {made.returncode} {made.stderr}"]
    faults = []
    if kind == "township":
        departments = ["云川县农业农村局", "云川县文化广电和旅游局"]
        offered = offers(file)
        if departments not in offered["配合履职事项清单"] or "党的建设" not in offered["基本履职事项清单"][0]:
            faults.append(f"drop-downs: {offered}")
    faults += fill(file, UNIT["department" if kind == "department" else "township"], sheets)
    read = run(program, "convert", file, "--to", "json", "-o", folder, "--json", "--lang", "en")
    told = [entry for entry in json.loads(read.stdout)["results"][0]["diagnostics"] if entry["severity"] != "info"]
    if read.returncode != 0 or told:
        return faults + [f"{kind}: status {read.returncode}, {told}"]
    document = json.loads((folder / f"{kind}.json").read_text(encoding="utf-8"))
    name = document["unit"].get("department") or document["unit"]["township"]
    if not UNIT["department" if kind == "department" else "township"].endswith(name) or document["period"] != "2025-07":
        faults.append(f"{kind}: unit {document['unit']}, month {document['period']}")
    lists = {entry["title"]: [[cell["text"] for cell in item["cells"]] for item in entry["items"]]
             for entry in document["lists"]}
    wanted = {sheet: [[str(value) for value in row] for row in ROWS[sheet]] for sheet in sheets}
    if lists != wanted:
        faults.append(f"{kind}: {lists} instead of {wanted}")
    return faults


def main():
    program, source = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    township = ["基本履职事项清单", "配合履职事项清单", "上级部门收回事项清单"]
    department = ["镇街配合履职事项清单", "本部门收回事项清单"]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        faults = check(program, source, folder, "township", township)
        faults += check(program, source, folder, "department", department)
        for kind, sheet in zip(("basic", "cooperative", "recalled"), township):
            faults += check(program, source, folder, kind, [sheet])
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
