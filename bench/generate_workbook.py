#!/usr/bin/env python3
"""Writes a large list as a workbook or CSV, for measuring imports.

usage: generate_workbook.py ROWS OUTPUT.xlsx|OUTPUT.csv

Rows are as long as those of a real list on average (165 characters in six cells, no two alike), with
texts cut from samples/. The same arguments give the same rows.
"""
import csv
import random
import sys
from pathlib import Path

HEADS = ["序号", "事项类别", "事项名称", "对应上级部门", "上级部门职责", "乡镇配合职责"]


def rows(count):
    sample = Path(__file__).parent.parent / "samples" / "fengluoping-2025-07.txt"
    text = "".join(sample.read_text(encoding="utf-8").split())
    draw = random.Random(1)

    def piece(length):
        at = draw.randrange(len(text) - length)
        return text[at:at + length]

    for n in range(1, count + 1):
        duties = "\n".join(f"{i}.{piece(24)}；" for i in range(1, 4))
        yield [n, f"类别{n % 20}", piece(18), "县农业农村局、县水利局", duties, f"1.{piece(20)}；\n2.{piece(14)}。"]


def main():
    count, output = int(sys.argv[1]), sys.argv[2]
    if output.endswith(".csv"):
        with open(output, "w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file)
            writer.writerow(HEADS)
            writer.writerows(rows(count))
        return
    import openpyxl
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("配合履职事项清单")
    sheet.append(HEADS)
    for row in rows(count):
        sheet.append(row)
    book.save(output)


if __name__ == "__main__":
    main()
