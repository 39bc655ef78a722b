"""OpenDocument files and mapped and canonical XML that are hard to read."""
from . import BASIC_HEAD, basic_rows, case, name_of, text
from .packages import SPACES, open_document


def cell(content, attributes=""):
    return f"<table:table-cell {attributes}><text:p>{content}</text:p></table:table-cell>"


def row(cells, attributes=""):
    return f"<table:table-row {attributes}>" + "".join(cell(c) for c in cells) + "</table:table-row>"


def sheet(rows, name="表", attributes=""):
    return f'<table:table table:name="{name}" {attributes}>{rows}</table:table>'


HEAD = row(BASIC_HEAD)
LIST = HEAD + "".join(row(r) for r in basic_rows(2))


def spreadsheet(tables, styles=""):
    return open_document("spreadsheet", f"<office:spreadsheet>{tables}</office:spreadsheet>", styles)


@case("ods", 300)
def rows(n):
    return spreadsheet(sheet(HEAD + "".join(row(r) for r in basic_rows(n))))


@case("ods", 150)
def repeated_row(n):
    return spreadsheet(sheet(HEAD + row(("1", "党的建设", "负责工作"), f'table:number-rows-repeated="{n}"')))


@case("ods", 150)
def repeated_head(n):
    return spreadsheet(sheet(row(BASIC_HEAD, f'table:number-rows-repeated="{n}"') + LIST))


@case("ods", 150)
def repeated_row_without_number(n):
    return spreadsheet(sheet(HEAD + row(("", "党的建设", "负责工作"), f'table:number-rows-repeated="{n}"')))


@case("ods", 150)
def repeated_row_of_another_table(n):
    return spreadsheet(sheet(LIST) + sheet(row(("甲", "乙"), f'table:number-rows-repeated="{n}"'), "别的"))


@case("ods", 60)
def repeated_columns(n):
    cells = f'<table:table-cell table:number-columns-repeated="{n}"><text:p>附加</text:p></table:table-cell>'
    head = HEAD.replace("</table:table-row>", cells + "</table:table-row>")
    return spreadsheet(sheet(head + "".join(row(r).replace("</table:table-row>", cells + "</table:table-row>")
                                            for r in basic_rows(4))))


@case("ods", 60)
def repeated_unused_columns(n):
    head = HEAD.replace("</table:table-row>", f'<table:table-cell table:number-columns-repeated="{n}"><text:p>附加</text:p>'
                        "</table:table-cell></table:table-row>")
    return spreadsheet(sheet(head + "".join(row(r) for r in basic_rows(n))))


@case("ods", 300)
def sheets(n):
    return spreadsheet("".join(sheet(LIST, f"表{i}") for i in range(n)))


@case("ods", 300)
def sheets_beside_the_list(n):
    return spreadsheet(sheet(LIST) + "".join(sheet(row(("甲", "乙")), f"表{i}") for i in range(n)))


@case("ods", 300)
def hidden_sheets(n):
    styles = "".join(f'<style:style style:name="s{i}"><style:table-properties table:display="false"/></style:style>'
                     for i in range(n))
    return spreadsheet(sheet(LIST) + "".join(sheet(LIST, f"表{i}", f'table:style-name="s{i}"') for i in range(n)), styles)


@case("ods", 300)
def cell_over_rows(n):
    rows = "".join(f"<table:table-row>{cell(i)}<table:covered-table-cell/>{cell('甲')}</table:table-row>" for i in range(2, n + 1))
    first = f'<table:table-row>{cell(1)}{cell("党建", f"""table:number-rows-spanned="{n}" """)}{cell("甲")}</table:table-row>'
    return spreadsheet(sheet(HEAD + first + rows))


@case("ods", 300)
def long_cell_over_rows(n):
    rows = "".join(f"<table:table-row>{cell(i)}<table:covered-table-cell/>{cell('甲')}</table:table-row>" for i in range(2, n + 1))
    first = (f'<table:table-row>{cell(1)}{cell("党建" * n, f"""table:number-rows-spanned="{n}" """)}{cell("甲")}</table:table-row>')
    return spreadsheet(sheet(HEAD + first + rows))


@case("ods", 300)
def covered_texts(n):
    rows = "".join(f"<table:table-row>{cell(i)}{cell('党建')}{cell('甲')}<table:covered-table-cell><text:p>乙</text:p>"
                   "</table:covered-table-cell></table:table-row>" for i in range(1, n + 1))
    return spreadsheet(sheet(HEAD + rows))


@case("ods", 1000)
def paragraphs_of_a_cell(n):
    return spreadsheet(sheet(HEAD + f"<table:table-row>{cell(1)}{cell('党建')}<table:table-cell>"
                             + "<text:p>甲</text:p>" * n + "</table:table-cell></table:table-row>"))


@case("ods", 1000)
def spaces_and_breaks(n):
    return spreadsheet(sheet(HEAD + row(("1", "党建", "甲<text:s text:c='9'/><text:line-break/>" * n))))


@case("ods", 1000)
def line_feeds(n):
    return spreadsheet(sheet(HEAD + row(("1", "党建", "甲\n" * n))))


@case("ods", 1000)
def character_data(n):
    return spreadsheet(sheet(HEAD + row(("1", "党建", "<![CDATA[甲]]>" * n))))


@case("ods", 1000)
def comments(n):
    return spreadsheet(sheet(HEAD + row(("1", "党建", "甲<!-- - - -->" * n))))


def text_document(body, styles=""):
    return open_document("text", f"<office:text>{body}</office:text>", styles)


TEXT_LIST = "<text:h>云川县枫落坪乡基本履职事项清单</text:h>" + sheet(LIST)


@case("odt", 300)
def table_rows(n):
    return text_document("<text:h>云川县枫落坪乡基本履职事项清单</text:h>" + sheet(HEAD + "".join(row(r) for r in basic_rows(n))))


@case("odt", 300)
def paragraphs(n):
    return text_document(TEXT_LIST + "<text:p>甲</text:p>" * n)


@case("odt", 1000)
def characters_in_spans(n):
    return text_document(TEXT_LIST + "<text:p>" + "<text:span>甲</text:span>" * n + "</text:p>")


@case("odt", 60)
def spans_in_spans(n):
    return text_document(TEXT_LIST + "<text:p>" + ("<text:span>甲" * n + "</text:span>" * n) * 10 + "</text:p>")


@case("odt", 60)
def lists_in_lists(n):
    return text_document(TEXT_LIST + "<text:list><text:list-item><text:p>甲</text:p>" * n + "</text:list-item></text:list>" * n)


@case("odt", 300)
def lists(n):
    styles = "".join(f'<text:list-style style:name="s{i}"><text:list-level-style-number text:level="1" style:num-format="1"/>'
                     "</text:list-style>" for i in range(n))
    return text_document(TEXT_LIST + "".join(
        f'<text:list xml:id="l{i}" text:style-name="s{i}" text:continue-list="l{i - 1}"><text:list-item><text:p>甲</text:p>'
        "</text:list-item></text:list>" for i in range(n)), styles)


@case("odt", 300)
def notes(n):
    return text_document(TEXT_LIST + "<text:p>" + "<text:note><text:note-citation>1</text:note-citation><text:note-body>"
                         "<text:p>注</text:p></text:note-body></text:note>" * n + "</text:p>")


@case("odt", 300)
def one_long_note(n):
    return text_document(TEXT_LIST + "<text:p><text:note><text:note-body>" + "<text:p>注</text:p>" * n
                         + "</text:note-body></text:note></text:p>")


@case("odt", 60)
def tables_in_tables(n):
    return text_document("<table:table><table:table-row><table:table-cell>" * n + TEXT_LIST
                         + "</table:table-cell></table:table-row></table:table>" * n)


@case("odt", 300)
def hidden_parts(n):
    styles = ('<style:style style:name="h" style:family="text"><style:text-properties text:display="none"/></style:style>')
    return text_document(TEXT_LIST + "<text:p>" + '<text:span text:style-name="h">甲</text:span>' * n + "</text:p>"
                         + '<text:section text:display="none"><text:p>乙</text:p></text:section>' * n, styles)


def flat(tables, styles=""):
    return text(f'<?xml version="1.0"?><office:document {SPACES}><office:automatic-styles>{styles}</office:automatic-styles>'
                f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document>")


@case("fods", 300)
def rows_of_flat(n):
    return flat(sheet(HEAD + "".join(row(r) for r in basic_rows(n))))


@case("fods", 150)
def repeated_row_of_flat(n):
    return flat(sheet(HEAD + row(("1", "党的建设", "负责工作"), f'table:number-rows-repeated="{n}"')))


@case("fods", 150)
def sheets_with_styles(n):
    styles = "".join(f'<style:style style:name="s{i}"><style:table-properties table:display="true"/></style:style>'
                     for i in range(n))
    return flat("".join(sheet(LIST, f"表{i}", f'table:style-name="s{i}"') for i in range(n)), styles)


@case("fods", 1000)
def paragraphs_of_a_flat_cell(n):
    return flat(sheet(HEAD + f"<table:table-row>{cell(1)}{cell('党建')}<table:table-cell>"
                      + "<text:p>甲</text:p>" * n + "</table:table-cell></table:table-row>"))


@case("fods", 300)
def bindings_of_flat(n):
    bindings = "".join(f' xmlns:a{i}="甲"' for i in range(n))
    return flat(f"<x{bindings}>" + sheet(LIST) + "<a1:y/>" * n + "</x>" + sheet(LIST))


def excel_2003(rows):
    return text('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
                'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="表"><Table>'
                + rows + "</Table></Worksheet></Workbook>")


def old_row(cells):
    return "<Row>" + "".join(f'<Cell><Data ss:Type="String">{c}</Data></Cell>' for c in cells) + "</Row>"


@case("xml", 300)
def rows_of_old_xml(n):
    return excel_2003(old_row(BASIC_HEAD) + "".join(old_row(r) for r in basic_rows(n)))


@case("xml", 60)
def wide_cells_of_old_xml(n):
    return excel_2003(old_row(BASIC_HEAD) + '<Row><Cell ss:MergeAcross="1000"><Data ss:Type="String">甲</Data></Cell></Row>' * n)


def canonical(body, before=""):
    return text('<?xml version="1.0" encoding="UTF-8"?>\n<document xmlns="urn:dutylist:document:1" version="1">'
                f'{before}<list kind="cooperative"><column role="number">序号</column><column role="name">事项名称</column>'
                f'<column role="superior_duties">上级部门职责</column>{body}</list></document>')


def item(number, cells):
    return f'<item number="{number}">' + cells + "</item>"


@case("xml", 300)
def items_of_canonical_xml(n):
    return canonical("".join(item(i, f'<cell role="number">{i}</cell><cell role="name">{name_of(i)}</cell>'
                                     '<cell role="superior_duties">要做。</cell>') for i in range(1, n + 1)))


@case("xml", 1000)
def marks_of_a_cell(n):
    clauses = "".join(f"<clause><label>{i}.</label>要做；</clause>" for i in range(1, n + 1))
    return canonical(item(1, '<cell role="number">1</cell><cell role="name">甲</cell>'
                             f'<cell role="superior_duties">{clauses}</cell>'))


@case("xml", 300)
def sources(n):
    before = "".join(f'<source file="甲.xlsx" sheet="表{i}"/>' for i in range(n))
    return canonical("".join(item(i, f'<cell role="number" source="{i - 1}" at="1:1">{i}</cell>'
                                     f'<cell role="name" source="{i - 1}" at="1:2">{name_of(i)}</cell>'
                                     f'<cell role="superior_duties" source="{i - 1}" at="1:3">要做。</cell>')
                             for i in range(1, n + 1)), before)


@case("xml", 1000)
def places_of_a_cell(n):
    places = " ".join(f"{i}@{i + 1}:1" for i in range(n))
    return canonical(item(1, '<cell role="number">1</cell><cell role="name">甲</cell>'
                             f'<cell role="superior_duties" at="{places}">{"甲" * n}</cell>'))


@case("xml", 1000)
def white_space_of_a_cell(n):
    return canonical(item(1, '<cell role="number">1</cell><cell role="name">甲</cell>'
                             f'<cell role="superior_duties">{"甲  " * n}</cell>'))


def in_cell(content):
    return canonical(item(1, f'<cell role="number">1</cell><cell role="name">{content}</cell><cell role="superior_duties"/>'))


@case("xml", 1000)
def character_data_of_canonical_xml(n):
    return in_cell("<![CDATA[甲]]>" * n)


@case("xml", 1000)
def one_long_section_of_character_data(n):
    return in_cell("<![CDATA[" + "甲]] >" * n + "]]>")


@case("xml", 1000)
def lines_of_character_data(n):
    return in_cell("<![CDATA[" + "甲\n" * n + "]]>")


@case("xml", 1000)
def character_data_that_never_ends(n):
    return in_cell("<![CDATA[" + "甲\n" * n)


@case("xml", 1000)
def comments_of_canonical_xml(n):
    return in_cell("甲<!-- -->" * n)


@case("xml", 1000)
def one_long_comment(n):
    return in_cell("<!--" + "甲 - \n" * n + "-->")


@case("xml", 1000)
def instructions_of_canonical_xml(n):
    return in_cell("甲<?x y?>" * n)


@case("xml", 1000)
def references_of_canonical_xml(n):
    return in_cell("&#20013;&lt;" * n)


@case("xml", 1000)
def one_long_attribute(n):
    return canonical("", before=f'<source file="{"甲 " * n}"/>')


@case("xml", 1000)
def groups_of_canonical_xml(n):
    return canonical("<group>甲</group>" * n)


@case("xml", 1000)
def title_lines_of_canonical_xml(n):
    return canonical("", before="<titleLine>甲</titleLine>" * n)


@case("xml", 100)
def columns_of_canonical_xml(n):
    columns = "".join(f'<column role="extra">第{i}列</column>' for i in range(n))
    return text('<?xml version="1.0" encoding="UTF-8"?>\n<document xmlns="urn:dutylist:document:1" version="1">'
                '<list kind="basic"><column role="number">序号</column><column role="name">事项名称</column>'
                + columns + "".join(item(i, f'<cell role="number">{i}</cell><cell role="name">{name_of(i)}</cell>'
                                         + '<cell role="extra"/>' * n) for i in range(1, 5)) + "</list></document>")


@case("fods", 1000)
def character_data_of_flat(n):
    return flat(sheet(HEAD + row(("1", "党建", "<![CDATA[甲]]>" * n))))


@case("fods", 1000)
def elements_in_a_flat_cell(n):
    return flat(sheet(HEAD + row(("1", "党建", "<text:span>甲</text:span>" * n))))


@case("fods", 60)
def elements_in_elements(n):
    return flat(sheet(HEAD + row(("1", "党建", "<text:span>甲" * n + "</text:span>" * n))))


@case("fods", 1000)
def attributes_of_flat(n):
    return flat(sheet(HEAD + "".join(f'<table:table-row a{i}="甲"/>' for i in range(n)) + LIST))
