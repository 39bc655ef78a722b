"""Web pages and Markdown that are hard to read."""
from . import BASIC_HEAD, basic_rows, case, text


def html_table(rows, cell="td"):
    return "<table>" + "".join("<tr>" + "".join(f"<{cell}>{c}</{cell}>" for c in row) + "</tr>" for row in rows) + "</table>"


LIST = html_table([BASIC_HEAD] + basic_rows(2))
OPEN_LIST = "<table><tr>" + "".join(f"<td>{c}</td>" for c in BASIC_HEAD) + "</tr><tr><td>1</td><td>党的建设</td><td>"


def page(body):
    return text("<!DOCTYPE html><html><head><meta charset='utf-8'></head><body><h1>云川县枫落坪乡基本履职事项清单</h1>"
                + body + "</body></html>")


def in_cell(body):
    return page(OPEN_LIST + body + "</td></tr></table>")


@case("html", 300)
def rows(n):
    return page(html_table([BASIC_HEAD] + basic_rows(n)))


@case("html", 60)
def tables_in_tables(n):
    return page("<table><tr><td>" * n + LIST + "</td></tr></table>" * n)


@case("html", 60)
def text_in_tables_in_tables(n):
    return in_cell("<table><tr><td>甲" * n)


@case("html", 300)
def tables_in_one_cell(n):
    return in_cell(html_table([("甲", "乙", "丙"), ("丁", "戊", "己")]) * n)


@case("html", 300)
def tables_in_a_layout_cell(n):
    return page("<table><tr><td>" + ("甲" + LIST) * n + "</td></tr></table>")


@case("html", 300)
def lists_in_a_layout_cell_with_labels(n):
    return page("<table><tr><td><ol>" + "<li>甲" * n + "</ol>" + LIST + "</td></tr></table>")


@case("html", 300)
def tables_with_no_list(n):
    return page(LIST + html_table([("甲", "乙"), ("丙", "丁")]) * n)


@case("html", 500)
def divisions_in_divisions(n):
    return in_cell("<div>甲" * n)


@case("html", 500)
def lists_in_lists_of_html(n):
    return in_cell("<ol><li>甲" * n)


@case("html", 500)
def brackets(n):
    return in_cell("<" * n)


@case("html", 500)
def tags_never_closed(n):
    return page(LIST + "甲<a " * n)


@case("html", 500)
def tags_never_closed_to_the_end(n):
    return text("<html><body>" + LIST + "甲<a " * n)


@case("html", 500)
def comments_never_closed(n):
    return text("<html><body>" + LIST + "<!-- " * n)


@case("html", 500)
def sections_never_closed(n):
    return text("<html><body>" + LIST + "<![CDATA[甲" * n)


@case("html", 500)
def sections(n):
    return page(LIST + "<p>" + "<![CDATA[甲]]>" * n)


@case("html", 500)
def declarations_never_closed(n):
    return text("<html><body>" + LIST + "<!x " * n)


@case("html", 500)
def quotes_never_closed(n):
    return text("<html><body>" + LIST + "<a b=\"c>甲</a> " * n)


@case("html", 500)
def scripts_never_closed(n):
    return page(LIST + "<script>甲" * n)


@case("html", 500)
def scripts(n):
    return page(LIST + "<script>甲</script>" * n)


@case("html", 500)
def hidden_parts(n):
    return page(LIST + "<div style='display:none'>甲</div>" * n)


@case("html", 500)
def hidden_parts_in_hidden_parts(n):
    return page(LIST + "<div style='display:none'>甲" * n + "</div>" * n)


@case("html", 200)
def hidden_tables(n):
    return page(LIST + "<div style='display:none'><table><tr><td>甲</table></div>" * n)


@case("html", 500)
def navigation(n):
    return page(LIST + "<nav><a href='x'>甲</a></nav>" * n)


@case("html", 500)
def attributes(n):
    return in_cell("<span " + "".join(f"a{i}='甲' " for i in range(n)) + ">甲</span>")


@case("html", 500)
def styles_of_one_tag(n):
    return in_cell("<span style='" + "a:b;" * n + "'>甲</span>" * 3)


@case("html", 500)
def character_references(n):
    return in_cell("&nbsp;&#20013;&" * n)


@case("html", 500)
def links(n):
    return page(LIST + "<a href='x'>甲</a>" * n)


@case("html", 500)
def merged_rows(n):
    rows = "".join(f"<tr><td>{i}</td><td>甲</td></tr>" for i in range(2, n + 2))
    return page("<table><tr><td>序号</td><td>事项类别</td><td>事项名称</td></tr><tr><td>1</td>"
                f"<td rowspan='{n + 1}'>党的建设</td><td>甲</td></tr>" + rows + "</table>")


@case("html", 40)
def wide_rows_below_a_far_cell(n):
    return page("<table><tr><td>序号<td>事项类别<td>事项名称<td colspan=1000>别的<td rowspan=65535>附加</tr>"
                + "<tr><td>1<td>党的建设<td>甲</tr>" * n + "</table>")


@case("html", 40)
def wide_spans(n):
    return page(LIST + "<table>" + "<tr><td colspan=1000 rowspan=1000>甲</tr>" * n + "</table>")


@case("html", 500)
def lines_of_preformatted_text(n):
    return page(LIST + "<pre>" + "甲\n" * n + "</pre>")


def markdown(body):
    return text("# 云川县枫落坪乡基本履职事项清单\n\n| 序号 | 事项类别 | 事项名称 |\n| --- | --- | --- |\n"
                "| 1 | 党的建设 | 甲 |\n" + body)


@case("md", 300)
def pipes(n):
    return markdown("| 2 | 党的建设 | 乙 " + "|" * n + "\n")


@case("md", 300)
def pipes_in_text(n):
    return markdown("\n" + "甲|" * n + "\n")


@case("md", 300)
def escapes(n):
    return markdown("| 2 | 党的建设 | " + "\\|" * n + " |\n")


@case("md", 300)
def stars(n):
    return markdown("| 2 | 党的建设 | " + "**甲" * n + " |\n")


@case("md", 300)
def lone_stars(n):
    return markdown("| 2 | 党的建设 | " + "*甲" * n + "** |\n")


@case("md", 300)
def delimiter_rows(n):
    return markdown("| --- | --- | --- |\n" * n)


@case("md", 300)
def headings(n):
    return markdown("\n" + "# 甲\n" * n)


@case("md", 60)
def grid_of_many_columns(n):
    line = "+" + "--+" * n + "\n"
    return markdown("\n" + (line + "|" + "甲|" * n + "\n") * 4 + line)


@case("md", 60)
def grid_of_a_wide_line_and_many_short_ones(n):
    return markdown("\n+" + "--+" * n + "\n" + "|甲\n" * (8 * n))


@case("md", 200)
def grid_of_many_lines_in_a_cell(n):
    return markdown("\n+----+----+\n" + "|甲  |乙  |\n" * n + "+----+----+\n")


@case("md", 200)
def grid_cells_that_reach_down(n):
    return markdown("\n+----+----+\n|甲  |乙  |\n" + "|    +----+\n|甲  |乙  |\n" * n + "+----+----+\n")


@case("md", 200)
def grids(n):
    return markdown("\n+--+\n|甲|\n+--+\n\n" * n)


@case("md", 200)
def tables_of_html_never_closed(n):
    return markdown("\n<table><tr><td>甲\n\n" * n)


@case("md", 200)
def tables_of_html_in_each_other(n):
    return markdown("\n" + "<table><tr><td>甲\n" * min(n, 100) + "</table>\n" * min(n, 100) + "<table><tr><td>甲</table>\n" * n)
