#!/usr/bin/env python3
"""check_workbook.py PROGRAM INPUT | check_workbook.py PROGRAM --random COUNT

Converts, reads the workbook back with openpyxl and compares every cell with the model (the JSON
export), and every row's height with one computed from a width table that is not the program's:
the half and full widths of Unicode (UAX #11). Exit status 77 where the input is not there.
"""
import math
import sys
import unicodedata

import openpyxl

import workbook_cells as cells

PIXELS_PER_DIGIT = 8  # 宋体 11 at 96 dpi
failures = []


def expect(condition, message):
    if not condition:
        failures.append(message)


def width_of(character):
    if unicodedata.combining(character):
        return 0
    return 1 if unicodedata.east_asian_width(character) in "WFA" else 0.5


def least_lines(text, pixels, size):
    """Lines when broken anywhere and nothing is lost at their ends: no program needs fewer."""
    limit = pixels / (size * 96 / 72)
    return sum(max(1, math.ceil(sum(map(width_of, line)) / limit - 1e-9)) for line in text.split("\n"))


def most_lines(text, pixels, size):
    """Lines when words and marks are moved to the next line as unluckily as can be."""
    limit = max((pixels * 0.9 - 8) / (size * 96 / 72) - 2, 1)
    lines = 0
    for line in text.split("\n"):
        width = sum(1.4 if ord(c) > 0xFFFF else 1 if ord(c) > 0x2000 else 0.85 for c in line)
        longest = max((len(word) for word in line.split()), default=0)
        lines += 1 + math.ceil(width / limit) + (1 if longest > limit else 0)
    return lines


def check_heights(sheet, row, columns):
    height = sheet.row_dimensions[row].height
    expect(height is not None, f"{sheet.title}!{row}: no height is stored")
    if height is None:
        return
    expect(height <= 409.5, f"{sheet.title}!{row}: {height} pt is more than Excel takes")
    least = most = 0
    for column in columns:
        cell = sheet.cell(row, column + 1)
        text = "" if cell.value is None else str(cell.value)
        pixels = sheet.column_dimensions[cell.column_letter].width * PIXELS_PER_DIGIT
        size = cell.font.size
        # With 宋体 a line takes 1.2 em and columns may be a tenth narrower; with Noto Sans CJK in its
        # place a line takes 1.45 em and columns are a little wider.
        least = max(least, least_lines(text, pixels * 0.9 - 4, size) * size * 1.2,
                    least_lines(text, pixels * 8.13 / 8 - 3, size) * size * 1.44)
        most = max(most, most_lines(text, pixels, size) * size * 1.5)
    expect(height >= min(least, 409.5), f"{sheet.title}!{row}: {height} pt, but the text needs {least:.1f}")
    expect(height <= max(most + 12, 30), f"{sheet.title}!{row}: {height} pt, but {most:.1f} would do")


def check_list(sheet, duty_list):
    rows, columns, roles = cells.item_rows(sheet, duty_list)
    for item, group in zip(duty_list["items"], rows):
        for position, (column, cell, role) in enumerate(zip(columns, item["cells"], roles)):
            found = [sheet.cell(row, column + 1) for row in group]
            wanted = cells.without_white_space(cell["text"])
            if role in ("number", "category"):  # repeated in each continuation row
                text = cells.without_white_space(found[0].value)
            else:
                text = "".join(cells.without_white_space(part.value) for part in found)
            expect(text == wanted, f"{sheet.title}!{found[0].coordinate}: {text[:60]!r} is not {wanted[:60]!r}")
            if role == "number" and wanted.isdigit() and not wanted.startswith("0"):
                expect(isinstance(found[0].value, int), f"{sheet.title}!{found[0].coordinate}: the number is text")
            for part in found:
                expect(part.data_type != "f", f"{sheet.title}!{part.coordinate}: text became a formula")
        for row in group:
            check_heights(sheet, row, columns)
    head = rows[0][0] - 1
    last = rows[-1][-1]
    letter = openpyxl.utils.get_column_letter(max(columns) + 1)
    expect(sheet.freeze_panes == f"A{head + 1}", f"{sheet.title}: frozen at {sheet.freeze_panes}")
    expect(sheet.auto_filter.ref == f"A{head}:{letter}{last}", f"{sheet.title}: filter over {sheet.auto_filter.ref}")
    expect(sheet.print_title_rows == f"${head}:${head}", f"{sheet.title}: repeats {sheet.print_title_rows}")
    expect(sheet.page_setup.paperSize == 9, f"{sheet.title}: paper {sheet.page_setup.paperSize}")
    expect(sheet.page_setup.fitToHeight == 0 and sheet.sheet_properties.pageSetUpPr.fitToPage,
           f"{sheet.title}: not fitted to one page wide")
    for merged in sheet.merged_cells.ranges:
        expect(not head <= merged.min_row <= last, f"{sheet.title}: {merged} is merged inside the table")
    check_page_breaks(sheet, rows)


def check_page_breaks(sheet, rows):
    """Between two breaks there is never more than a page."""
    inches = 8.27 if sheet.page_setup.orientation == "landscape" else 11.69
    room = (inches - sheet.page_margins.top - sheet.page_margins.bottom) * 72
    wide = (11.69 if sheet.page_setup.orientation == "landscape" else 8.27) - sheet.page_margins.left - sheet.page_margins.right
    used = sum(d.width for d in sheet.column_dimensions.values()) * PIXELS_PER_DIGIT * 0.75
    room /= min(1, wide * 72 / used)
    breaks = {b.id for b in sheet.row_breaks.brk}
    height = 0
    for row in range(1, sheet.max_row + 1):
        height += sheet.row_dimensions[row].height or 13.5
        expect(height <= room, f"{sheet.title}!{row}: the page is full before the row ends")
        if row in breaks:
            height = sheet.row_dimensions[rows[0][0] - 1].height


def check(program, source, folder):
    workbook, document = cells.convert(program, source, folder)
    book = openpyxl.load_workbook(workbook)
    for sheet, duty_list in cells.list_sheets(book, document):
        if duty_list["items"]:
            check_list(sheet, duty_list)
    links = [cell.hyperlink.location for row in book.worksheets[0].iter_rows() for cell in row if cell.hyperlink]
    expect(len(links) == len(book.worksheets) - 1, f"contents: {len(links)} links to {len(book.worksheets) - 1} sheets")
    names = book.defined_names
    for name, defined in names.items() if hasattr(names, "items") else [(n.name, n) for n in names.definedName]:
        for sheet_name, cell_range in defined.destinations:
            expect(sheet_name in book.sheetnames, f"name {name} refers to {sheet_name}!{cell_range}")


def main():
    return cells.check_each(check, failures, *sys.argv[1:4])


if __name__ == "__main__":
    sys.exit(main())
