"""Workbooks and Word documents that are hard to read."""
from . import BASIC_HEAD, basic_rows, case
from .packages import SHEET, WORD, cell, document, sheet_data, workbook

HEAD = sheet_data([BASIC_HEAD])
LIST = sheet_data([BASIC_HEAD] + basic_rows(2))


def sheet(rows, after=""):
    return f"<sheetData>{rows}</sheetData>{after}"


@case("xlsx", 300)
def rows(n):
    return workbook([sheet(sheet_data([BASIC_HEAD] + basic_rows(n)))])


@case("xlsx", 100)
def sheets_of_one_part(n):
    return workbook([sheet(LIST)] + ["worksheets/sheet1.xml"] * n)


@case("xlsx", 100)
def sheets(n):
    return workbook([sheet(LIST)] * n)


@case("xlsx", 100)
def sheets_beside_the_list(n):
    return workbook([sheet(LIST)] + [sheet(sheet_data([("甲", "乙")]))] * n)


@case("xlsx", 100)
def hidden_sheets(n):
    book = workbook([sheet(LIST)] + ["worksheets/sheet1.xml"] * n)
    return book


@case("xlsx", 100)
def one_long_part_of_many_sheets(n):
    return workbook([sheet(sheet_data([("甲" * 10 * n, "乙")]))] + ["worksheets/sheet1.xml"] * n + [sheet(LIST)])


@case("xlsx", 300)
def relationships_of_one_name(n):
    return workbook([sheet(LIST)], more=[("worksheet", "worksheets/sheet1.xml")] * n)


@case("xlsx", 300)
def relationship_target_of_many_steps(n):
    return workbook([sheet(LIST)], more=[("theme", "a/" * n + "../" * n + "x.xml")])


@case("xlsx", 300)
def parts(n):
    return workbook([sheet(LIST)], {f"xl/media/{i}.bin": "甲" for i in range(n)})


@case("xlsx", 300)
def shared_strings(n):
    rows = "".join(f'<row r="{r}"><c r="A{r}"><v>{r - 1}</v></c><c r="B{r}" t="s"><v>{r - 2}</v></c>'
                   f'<c r="C{r}" t="s"><v>{r - 2}</v></c></row>' for r in range(2, n + 2))
    strings = f'<sst xmlns="{SHEET}">' + "".join(f"<si><t>负责第{i}项</t></si>" for i in range(n)) + "</sst>"
    return workbook([sheet(HEAD + rows)], {"xl/sharedStrings.xml": strings}, [("sharedStrings", "sharedStrings.xml")])


@case("xlsx", 300)
def one_shared_string_of_many_cells(n):
    rows = "".join(f'<row r="{r}"><c r="A{r}"><v>{r - 1}</v></c><c r="B{r}" t="s"><v>0</v></c>'
                   f'<c r="C{r}" t="s"><v>0</v></c></row>' for r in range(2, n + 2))
    strings = f'<sst xmlns="{SHEET}"><si><t>负责工作</t></si></sst>'
    return workbook([sheet(HEAD + rows)], {"xl/sharedStrings.xml": strings}, [("sharedStrings", "sharedStrings.xml")])


@case("xlsx", 300)
def merges(n):
    rows = sheet_data([BASIC_HEAD] + basic_rows(3 * n))
    merges = "".join(f'<mergeCell ref="B{r}:B{r + 2}"/>' for r in range(2, 3 * n, 3))
    return workbook([sheet(rows, f"<mergeCells>{merges}</mergeCells>")])


@case("xlsx", 300)
def merges_of_one_place(n):
    rows = sheet_data([BASIC_HEAD] + basic_rows(n))
    return workbook([sheet(rows, "<mergeCells>" + f'<mergeCell ref="B2:C{n}"/>' * n + "</mergeCells>")])


@case("xlsx", 300)
def merges_of_one_row(n):
    rows = HEAD + "".join(f'<row r="{r}">{cell("A", r, r - 1)}{cell("C", r, "甲")}</row>' for r in range(2, n + 2))
    merges = "".join(f'<mergeCell ref="C{r}:XFD{r}"/>' for r in range(2, min(n, 40)))
    return workbook([sheet(rows, f"<mergeCells>{merges}</mergeCells>")])


@case("xlsx", 300)
def number_formats(n):
    rows = HEAD + "".join(f'<row r="{r}">{cell("A", r, r - 1)}{cell("B", r, "党建")}<c r="C{r}" s="{r - 2}"><v>45000</v></c></row>'
                          for r in range(2, n + 2))
    styles = (f'<styleSheet xmlns="{SHEET}"><numFmts>'
              + "".join(f'<numFmt numFmtId="{200 + i}" formatCode="yyyy&quot;{i}&quot;m"/>' for i in range(n))
              + "</numFmts><cellXfs>" + "".join(f'<xf numFmtId="{200 + i}"/>' for i in range(n)) + "</cellXfs></styleSheet>")
    return workbook([sheet(rows)], {"xl/styles.xml": styles}, [("styles", "styles.xml")])


@case("xlsx", 300)
def long_number_format(n):
    rows = HEAD + "".join(f'<row r="{r}">{cell("A", r, r - 1)}<c r="C{r}" s="0"><v>45000</v></c></row>' for r in range(2, 12))
    styles = (f'<styleSheet xmlns="{SHEET}"><numFmts><numFmt numFmtId="200" formatCode="yyyy{"[甲]m_" * n}"/></numFmts>'
              '<cellXfs><xf numFmtId="200"/></cellXfs></styleSheet>')
    return workbook([sheet(rows)], {"xl/styles.xml": styles}, [("styles", "styles.xml")])


@case("xlsx", 300)
def hidden_rows(n):
    rows = HEAD + "".join(f'<row r="{r}" hidden="1">{cell("A", r, r - 1)}{cell("B", r, "甲")}{cell("C", r, "乙")}</row>'
                          for r in range(2, n + 2))
    return workbook([sheet(rows)])


@case("xlsx", 300)
def hidden_columns(n):
    columns = "".join(f'<col min="{i}" max="{i}" hidden="1" width="0"/>' for i in range(1, n + 1))
    return workbook([f"<cols>{columns}</cols>" + sheet(sheet_data([BASIC_HEAD] + basic_rows(n)))])


@case("xlsx", 300)
def hidden_columns_that_overlap(n):
    columns = '<col min="1" max="16384" hidden="1" width="0"/>' * n
    return workbook([f"<cols>{columns}</cols>" + sheet(sheet_data([BASIC_HEAD] + basic_rows(n)))])


@case("xlsx", 300)
def error_values(n):
    rows = HEAD + "".join(f'<row r="{r}">{cell("A", r, r - 1)}<c r="B{r}" t="e"><v>#REF!</v></c><c r="C{r}"><f>A1</f></c></row>'
                          for r in range(2, n + 2))
    return workbook([sheet(rows)])


@case("xlsx", 1000)
def sections_of_character_data(n):
    return workbook([sheet(LIST + f'<row r="9">{cell("A", 9, 3)}{cell("B", 9, "党建")}{cell("C", 9, "<![CDATA[甲]]>" * n)}</row>')])


@case("xlsx", 1000)
def escapes_of_excel(n):
    return workbook([sheet(LIST + f'<row r="9">{cell("A", 9, 3)}{cell("B", 9, "_x000D_" * n)}{cell("C", 9, "_x" * n)}</row>')])


@case("xlsx", 500)
def attributes_of_xml(n):
    attributes = "".join(f' a{i}="甲"' for i in range(n))
    return workbook([sheet(f'<row r="1"{attributes}></row>' + LIST)])


@case("xlsx", 500)
def bindings_of_xml(n):
    attributes = "".join(f' xmlns:a{i}="甲"' for i in range(n))
    return workbook([f"<x{attributes}>" + "<a1:y/>" * n + "</x>" + sheet(LIST)])


@case("xlsx", 500)
def runs_of_a_cell(n):
    return workbook([sheet(LIST + f'<row r="9">{cell("A", 9, 3)}{cell("B", 9, "党建")}'
                           f'<c r="C9" t="inlineStr"><is>{"<r><t>甲</t></r>" * n}</is></c></row>')])


@case("xlsx", 100)
def lists_below_each_other(n):
    blocks = "".join(sheet_data([BASIC_HEAD] + basic_rows(2), 1 + 4 * i) for i in range(n))
    return workbook([sheet(blocks)])


@case("xlsx", 100)
def kinds_in_a_column(n):
    head = ("序号", "事项类型", "事项名称", "对应上级部门")
    rows = [(str(i), "基本 配合 收回".split()[i % 3], f"要做{i}", "云川县民政局") for i in range(1, n + 1)]
    return workbook([sheet(sheet_data([head] + rows))])


@case("xlsx", 100)
def kinds_in_rows(n):
    rows = [row for i in range(1, n + 1) for row in (("一、基本履职事项（1项）",), (str(i), "党建", f"要做{i}"))]
    return workbook([sheet(sheet_data([BASIC_HEAD] + rows))])


def paragraph(content, properties=""):
    return f"<w:p>{properties}<w:r><w:t>{content}</w:t></w:r></w:p>"


def table(rows):
    return "<w:tbl>" + "".join("<w:tr><w:trPr/>" + "".join(f"<w:tc>{paragraph(c)}</w:tc>" for c in row) + "</w:tr>"
                               for row in rows) + "</w:tbl>"


WORD_LIST = paragraph("云川县枫落坪乡基本履职事项清单") + table([BASIC_HEAD] + basic_rows(2))


@case("docx", 300)
def table_rows(n):
    return document(paragraph("云川县枫落坪乡基本履职事项清单") + table([BASIC_HEAD] + basic_rows(n)))


@case("docx", 60)
def tables_in_tables_of_word(n):
    return document("<w:tbl><w:tr><w:trPr/><w:tc>" * n + WORD_LIST + "</w:tc></w:tr></w:tbl>" * n)


@case("docx", 300)
def tables(n):
    return document(WORD_LIST * n)


@case("docx", 300)
def cells_continued_downwards(n):
    rows = "".join(f"<w:tr><w:trPr/><w:tc>{paragraph(i)}</w:tc><w:tc><w:tcPr><w:vMerge/></w:tcPr>{paragraph('')}</w:tc>"
                   f"<w:tc>{paragraph('甲')}</w:tc></w:tr>" for i in range(2, n))
    return document(WORD_LIST.replace("</w:tbl>", rows + "</w:tbl>"))


@case("docx", 60)
def wide_cells(n):
    rows = "".join(f"<w:tr><w:trPr/><w:tc>{paragraph(i)}</w:tc><w:tc><w:tcPr><w:gridSpan w:val='1000000000'/></w:tcPr>"
                   f"{paragraph('甲')}</w:tc></w:tr>" for i in range(3, n + 3))
    return document(WORD_LIST.replace("</w:tbl>", rows + "</w:tbl>"))


@case("docx", 60)
def rows_that_begin_far_in(n):
    rows = "".join(f"<w:tr><w:trPr><w:gridBefore w:val='1000'/></w:trPr><w:tc>{paragraph(i)}</w:tc></w:tr>"
                   for i in range(3, n + 3))
    return document(WORD_LIST.replace("</w:tbl>", rows + "</w:tbl>"))


@case("docx", 300)
def grid_columns(n):
    columns = "<w:tblGrid>" + "<w:gridCol w:w='100'/>" * n + "</w:tblGrid>"
    rows = "".join(f"<w:tr><w:trPr><w:wBefore w:w='{50 * i}' w:type='dxa'/></w:trPr><w:tc>{paragraph(i)}</w:tc></w:tr>"
                   for i in range(10))
    return document(WORD_LIST.replace("<w:tbl>", "<w:tbl>" + columns).replace("</w:tbl>", rows + "</w:tbl>"))


@case("docx", 1000)
def runs(n):
    return document(WORD_LIST + "<w:p>" + "<w:r><w:t>甲</w:t></w:r>" * n + "</w:p>")


@case("docx", 1000)
def breaks_in_a_cell(n):
    return document(WORD_LIST.replace("负责第2", "<w:br/>" * n + "负责第2").replace("<w:t><w:br/>", "<w:br/>", 1)
                    .replace("<w:br/>负责", "<w:br/><w:t>负责"))


@case("docx", 1000)
def character_data(n):
    return document(WORD_LIST + "<w:p><w:r><w:t>" + "<![CDATA[甲]]>" * n + "</w:t></w:r></w:p>")


@case("docx", 1000)
def character_data_never_closed(n):
    return document(WORD_LIST + "<w:p><w:r><w:t>" + "<![CDATA[甲" * n)


@case("docx", 300)
def fields_in_fields(n):
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
    return document(WORD_LIST + "<w:p>" + begin * n + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' * n + "</w:p>"
                    + paragraph("甲") * n)


@case("docx", 1000)
def one_long_instruction(n):
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r>'
    return document(WORD_LIST + "<w:p>" + begin + "<w:instrText>EQ \\o\\ac(○,1)</w:instrText>" * n
                    + '</w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>')


@case("docx", 1000)
def brackets_of_one_instruction(n):
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r>'
    return document(WORD_LIST + "<w:p>" + begin + "<w:instrText>EQ " + "\\o(" * n + ")" * n + "</w:instrText>"
                    + '</w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>')


@case("docx", 300)
def notes(n):
    notes = f'<w:footnotes xmlns:w="{WORD}">' + "".join(
        f'<w:footnote w:id="{i}">{paragraph("注")}</w:footnote>' for i in range(n)) + "</w:footnotes>"
    uses = "".join(f'<w:p><w:r><w:footnoteReference w:id="{i}"/></w:r></w:p>' for i in range(n))
    return document(WORD_LIST + uses, {"word/footnotes.xml": notes}, [("footnotes", "footnotes.xml")])


@case("docx", 300)
def one_long_note_of_many_places(n):
    notes = f'<w:footnotes xmlns:w="{WORD}"><w:footnote w:id="1">{paragraph("注" * 100 * n)}</w:footnote></w:footnotes>'
    uses = '<w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p>' * n
    return document(WORD_LIST + uses, {"word/footnotes.xml": notes}, [("footnotes", "footnotes.xml")])


@case("docx", 300)
def numbered_paragraphs(n):
    levels = "".join(f'<w:lvl w:ilvl="{i}"><w:numFmt w:val="decimal"/><w:lvlText w:val="%{i + 1}."/></w:lvl>' for i in range(9))
    numbering = (f'<w:numbering xmlns:w="{WORD}">' + "".join(
        f'<w:abstractNum w:abstractNumId="{i}"><w:numStyleLink w:val="s{i}"/></w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="{n + i}"><w:styleLink w:val="s{i}"/>{levels}</w:abstractNum>'
        f'<w:num w:numId="{i + 1}"><w:abstractNumId w:val="{i}"/></w:num>' for i in range(n)) + "</w:numbering>")
    numbered = "".join(paragraph("甲", f'<w:pPr><w:numPr><w:ilvl w:val="{i % 9}"/><w:numId w:val="{i + 1}"/></w:numPr></w:pPr>')
                       for i in range(n))
    return document(WORD_LIST + numbered, {"word/numbering.xml": numbering})


@case("docx", 300)
def letters_that_grow(n):
    numbering = (f'<w:numbering xmlns:w="{WORD}"><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0">'
                 '<w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
                 '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>')
    numbered = paragraph("甲", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>') * n
    return document(WORD_LIST + numbered, {"word/numbering.xml": numbering})


@case("docx", 300)
def long_label(n):
    numbering = (f'<w:numbering xmlns:w="{WORD}"><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0">'
                 f'<w:numFmt w:val="decimal"/><w:lvlText w:val="{"%1." * n}"/></w:lvl></w:abstractNum>'
                 '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>')
    numbered = paragraph("甲", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>') * n
    return document(WORD_LIST + numbered, {"word/numbering.xml": numbering})


@case("docx", 300)
def styles_based_on_styles(n):
    styles = f'<w:styles xmlns:w="{WORD}">' + "".join(
        f'<w:style w:type="paragraph" w:styleId="s{i}"><w:name w:val="n{i}"/><w:basedOn w:val="s{i + 1}"/></w:style>'
        for i in range(n)) + "</w:styles>"
    return document(WORD_LIST + paragraph("甲", '<w:pPr><w:pStyle w:val="s0"/></w:pPr>') * n, {"word/styles.xml": styles})


@case("docx", 300)
def tracked_changes(n):
    return document(WORD_LIST + ('<w:p><w:ins><w:r><w:t>甲</w:t></w:r></w:ins><w:del><w:r><w:delText>乙</w:delText></w:r></w:del></w:p>') * n)


@case("docx", 300)
def hidden_text(n):
    return document(WORD_LIST + "<w:p>" + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>甲</w:t></w:r>" * n + "</w:p>")


@case("docx", 300)
def pictures_and_symbols(n):
    return document(WORD_LIST + "<w:p>" + '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:pict/></w:r>' * n + "</w:p>")


@case("docx", 100)
def controls_in_controls(n):
    return document(WORD_LIST + "<w:sdt><w:sdtContent>" * n + paragraph("甲") + "</w:sdtContent></w:sdt>" * n)
