#!/usr/bin/env python3
"""Checks that no look is decided in code: colours, style sheets, fonts, sizes and widths stand in templates/, where
a user changes them without a compiler. What is no look but a fact (of Excel, of a paper size, of the way lines are
broken) is listed below with its reason."""
import pathlib
import re
import sys

# Where outputs are made, and what says on a terminal what they are.
FOLDERS = ("exporters", "pipeline", "cli")

TEXT = r'"(?:[^"\\\n]|\\.)*"'
FAMILIES = (r"宋体|黑体|仿宋|楷体|小标宋|书宋|中宋|思源|文泉驿|雅黑|Noto (?:Sans|Serif)|Source Han|WenKai|SimSun|SimHei|FangSong|KaiTi|"
            r"YaHei|Times New Roman|Arial|Calibri|Helvetica|sans-serif")
PROPERTY = (r"(?:background|border|color|display|font|height|line-height|margin|max-width|min-width|outline|overflow|padding|"
            r"position|text-align|text-decoration|text-indent|vertical-align|white-space|width)(?:-[a-z]+)*")
LENGTH_NAME = (r"[a-z0-9_]*(?:size|leading|height|width|padding|margin|indent|inset|gap|pixels|points|thickness|pitch|"
               r"spacing|font|radius)(?!_t\b)(?:_[a-z]+)?_?")
NUMBER = r"-?(?:[2-9]|[0-9]{2,}|[0-9]*\.[0-9]+)\b(?!\s*[*/])"

# What is wrong, and how it looks. Each is searched in lines of code without comments.
RULES = (
    ("a colour", re.compile(r"\b0x[0-9A-Fa-f]{6}\b")),
    ("a colour", re.compile(r'"[^"\n]*#(?:[0-9A-Fa-f]{6}|[0-9A-Fa-f]{3})\b[^"\n]*"')),
    ("a style sheet", re.compile(r'(?:^|["{;])\s*' + PROPERTY + r"\s*:(?!:)\s*[^;?]*[;}]")),
    ("a look of SVG", re.compile(r"\b(?:stroke-width|font-size|font-family|fill|stroke)=\\?[\"'](?:#|[0-9])")),
    ("a font", re.compile(r'"[^"\n]*(?:' + FAMILIES + r')[^"\n]*"')),
    ("a size", re.compile(r"(?:\b|\.)" + LENGTH_NAME + r"\s*(?:=|\{)\s*" + NUMBER)),
    ("a size", re.compile(r"\b(?:row_height|column_width|digits_wide|height_of|set_text|set_word)\((?:[^;]*?[(,])?\s*" + NUMBER
                          + r"\s*[,)]")),
)

# What is no look. (file, how the line begins or what stands in it): why.
FACTS = {
    ("exporters/typeset/font_catalogue.cpp", "{"): "the files of families; which family is used is the template's wish",
    ("exporters/spreadsheet/text_metrics.h", "digit_points"): "Excel measures columns in digits of this size",
    ("exporters/spreadsheet/text_metrics.h", "pixels_per_digit"): "of such a digit, measured",
    ("exporters/spreadsheet/text_metrics.h", "points_per_pixel"): "at 96 dpi",
    ("exporters/spreadsheet/text_metrics.h", "pixels_per_row"): "Excel's own height of a row",
    ("exporters/spreadsheet/workbook_writer.h", "maximum_row_height"): "Excel's limit",
    ("exporters/spreadsheet/text_metrics.cpp", "_pixels = "): "Excel's and LibreOffice's cells, measured",
    ("exporters/spreadsheet/text_metrics.cpp", "row_margin_points"): "LibreOffice's rows, measured",
    ("exporters/sheet_layout/page_flow.cpp", "a4_width"): "ISO 216",
    ("exporters/sheet_layout/page_flow.cpp", "a4_height"): "ISO 216",
    ("exporters/paged/page_style.h", "dash_height"): "where fonts draw a dash",
    ("exporters/workbook/row_layout.cpp", "font_step"): "sizes that are tried; the bounds are the template's",
    ("exporters/proof/proof_html.cpp", "web_color(mark"): "gives the template's colours to the severities",
    ("exporters/proof/proof_html.cpp", "{display:none}"): "what the boxes of the page do",
    ("exporters/pdf/metadata.cpp", "points = 1024"): "samples of a colour profile's curve",
    ("exporters/spreadsheet/part_reader.cpp", "size_t{6}"): "characters of a name",
    ("pipeline/text/utf8.cpp", "0x10FFFF"): "the last character of Unicode",
}


def without_comments(text):
    """The same lines, comments blank; raw strings and characters in strings stay."""
    pattern = re.compile(r'R"\(.*?\)"|' + TEXT + r"|'(?:[^'\\\n]|\\.)+'|//[^\n]*|/\*.*?\*/", re.DOTALL)

    def kept(match):
        found = match.group()
        return re.sub(r"[^\n]", " ", found) if found.startswith(("//", "/*")) else found

    return pattern.sub(kept, text)


def applies(what, name):
    """Sizes are decided where outputs are made; other lengths in code are bytes, or columns of a terminal."""
    return what != "a size" or name.startswith("exporters/")


def is_fact(name, line):
    return any(name == file and words in line for file, words in FACTS)


def faults_of(name, text):
    faults = []
    for number, line in enumerate(without_comments(text).splitlines(), 1):
        if line.lstrip().startswith("#include"):
            continue
        for what, pattern in RULES:
            if applies(what, name) and pattern.search(line) and not is_fact(name, line):
                faults.append(f"{name}:{number}: {what} in code; it belongs in templates/: {line.strip()}")
                break
    return faults


def unused_facts(sources):
    return [f"{name} has no line like {words}: take it out of FACTS" for name, words in FACTS
            if not any(words in line for line in sources.get(name, "").splitlines())]


def main():
    root = pathlib.Path(sys.argv[1])
    sources = {path.relative_to(root).as_posix(): path.read_text(encoding="utf-8")
               for folder in FOLDERS for path in sorted((root / folder).rglob("*")) if path.suffix in (".h", ".cpp")}
    faults = [fault for name, text in sources.items() for fault in faults_of(name, text)] + unused_facts(sources)
    print("\n".join(faults) or "no look is in code")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
