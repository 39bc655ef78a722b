#!/usr/bin/env python3
"""Tests check_looks.py: it finds every kind of look in code, and nothing in code that has none."""
import sys

from check_looks import faults_of

FOUND = {
    "a colour": [
        "constexpr std::uint32_t removed = 0xA01515;",
        'svg += " stroke=\\"#c8c8c8\\"/>";',
        'page += "color:#888";',
    ],
    "a style sheet": [
        "constexpr std::string_view style = R\"(<style>\nbody { margin: 0 auto; max-width: 80rem; }\n)\";",
        'out += "th{font-weight:600}";',
        'out += "<p style=\\"text-indent: 2em;\\">";',
    ],
    "a look of SVG": ['svg += "<polyline stroke-width=\\"1.5\\" points=";'],
    "a font": ['std::string default_font = "宋体";', 'page += "Noto Sans CJK SC";'],
    "a size": [
        "constexpr double text_size = 10;",
        "CellFormat title{.size = 14, .bold = true};",
        "double leading = 1.6;  // of the size",
        "sheet.row_height(row, 30);",
        "pixels.push_back(digits_wide(8.5));",
        "double text_size{10.5};",
    ],
}
LEFT_ALONE = [
    "double size = 0;  // points",
    "const double step = settings_.size / 2;",
    "// 宋体 11, 1.25 em, #c8c8c8, size = 14",
    "/* th{font-weight:600} */",
    "sheet.row_height(row, style.title_height);",
    "constexpr std::uint32_t no_color = 0xFFFFFFFF;",
    'return name == "border" ? read(element) : other(element);',
    'const std::string heads[] = {labels.label("sources"), labels.label("number")};',
    "std::size_t size() const { return size_; }",
]


def main():
    faults = []
    for what, lines in FOUND.items():
        for line in lines:
            told = faults_of("exporters/report/new.cpp", line + "\n")
            if not any(f": {what} in code" in fault for fault in told):
                faults.append(f"not found, {what}: {line}")
    for line in LEFT_ALONE:
        faults += [f"found where there is none: {fault}" for fault in faults_of("exporters/report/new.cpp", line + "\n")]
    # A fact is one of its file alone.
    if not faults_of("exporters/report/new.cpp", "constexpr double a4_width = 210;\n"):
        faults.append("a fact of another file was let pass")
    print("\n".join(faults) or "check_looks.py finds what it should")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
