"""Text and CSV that are hard to read."""
from . import BASIC, COOPERATIVE, TITLE, basic_rows, case, name_of, tabs, text


def with_list(before="", after=""):
    return text(TITLE + before + BASIC + tabs(basic_rows(2)) + "\n" + after)


@case("txt", 400)
def lines_after_a_long_number(n):
    return text(TITLE + BASIC + "1\t党的建设\t事项一\n" + "一" * n + "\t党的建设\t负责工作\n" + "继续\n" * n)


@case("txt", 400)
def lines_under_a_long_head(n):
    return text(TITLE + "序号" + "甲" * n + "\t事项类别\t事项名称\n1\t党的建设\t负责工作\n" + "继续\n" * n)


@case("txt", 400)
def one_cell_over_many_lines(n):
    return text(TITLE + COOPERATIVE + "1\t党的建设\t负责工作\t" + "继续\n" * n)


@case("txt", 400)
def rows_continued(n):
    return text(TITLE + BASIC + "1\t党的建设\t负责\n" + "1（续）\t党的建设\t工作\n" * n)


@case("txt", 400)
def months_as_lines(n):
    return with_list(after="2025年7月\n" * n)


@case("txt", 400)
def months_as_lines_before(n):
    return with_list(before="2025年7月\n\n" * n)


@case("txt", 1000)
def years_without_month(n):
    return with_list(before="年" * n + "\n\n")


@case("txt", 1000)
def years_before_one_month(n):
    return with_list(before="2年" * n + "月\n\n")


@case("txt", 400)
def titles_as_lines(n):
    return with_list(after="枫落坪乡履职事项清单\n" * n)


@case("txt", 20)
def lines_like_units(n):
    return with_list(before="县市区州旗省盟乡" * 8 + "镇\n\n", after=("县市区州旗省盟乡" * 9 + "镇\n") * n)


@case("txt", 400)
def page_numbers(n):
    return with_list(after="— 1 —\n第1页 共2页\n" * n)


@case("txt", 400)
def counts(n):
    return text(TITLE + BASIC + tabs(basic_rows(2)) + "共2项\n" * n)


@case("txt", 400)
def paragraphs(n):
    return with_list(after="这里写的是别的话。\n\n" * n)


@case("txt", 1000)
def one_long_line(n):
    return with_list(after="这里写的是别的话，" * n)


@case("txt", 1000)
def control_characters(n):
    return with_list(after="字\x01" * n)


@case("txt", 1000)
def bytes_of_no_character(n):
    return with_list() + b"\xff\xfe\x80" * n


@case("txt", 1000)
def carriage_returns(n):
    return with_list(after="\r" * n)


@case("txt", 300)
def tags_of_other_kinds(n):
    return text(TITLE + BASIC + "1\t党的建设\t" + "<a<b" * n + "\n")


@case("txt", 300)
def tags_with_open_quotes(n):
    return text(TITLE + BASIC + "1\t党的建设\t<p>" + "<p \"" * n + "\n")


@case("txt", 300)
def lists_in_lists(n):
    return text(TITLE + COOPERATIVE + "1\t党的建设\t负责工作\t云川县民政局\t" + "<ol><li>甲" * n + "\t乙\n")


@case("txt", 300)
def references(n):
    return text(TITLE + COOPERATIVE + "1\t党的建设\t负责工作\t云川县民政局\t<p>" + "&amp;&" * n + "</p>\t乙\n")


@case("txt", 300)
def tables_that_are_no_lists(n):
    return with_list(after="甲\t乙\n丙\t丁\n\n" * n)


@case("txt", 300)
def short_rows(n):
    return text(TITLE + COOPERATIVE + "1\t党的建设\t负责工作\n\n" + COOPERATIVE * 2 + "2\t党的建设\n" * n)


@case("txt", 300)
def long_rows(n):
    return text(TITLE + BASIC + "".join(f"{i}\t党的建设\t负责工作\t多一格\n" for i in range(1, n)))


@case("txt", 60)
def heads_again_and_again(n):
    heads = BASIC.rstrip("\n") + "".join(f"\t附加{i}" for i in range(30)) + "\n"
    return text(TITLE + (heads + "1\t党的建设\t负责工作\n\n") * n)


def csv(rows):
    head = "序号,事项类别,事项名称\n"
    return text("枫落坪乡基本履职事项清单,,\n" + head + "1,党的建设,甲\n2,党的建设,乙\n3,党的建设,丙\n" + rows)


@case("csv", 400)
def quotation_marks(n):
    return csv('4,党的建设,"' + '""' * n + '"\n')


@case("csv", 400)
def quote_never_closed(n):
    return csv('4,党的建设,"负责工作\n' + "5,党的建设,工作\n" * n)


@case("csv", 400)
def text_after_quotes(n):
    return csv("".join(f'{i},"党的建设"甲,负责工作\n' for i in range(4, n + 4)))


@case("csv", 400)
def line_breaks_in_a_cell(n):
    return csv('4,党的建设,"' + "负责\n" * n + '"\n')


@case("csv", 1000)
def one_long_cell(n):
    return csv("4,党的建设," + "负责工作" * n + "\n")


@case("csv", 200)
def one_wide_row(n):
    return csv("4,党的建设,甲" + "," * n + "\n" + "5,党的建设,乙\n" * n)


@case("csv", 400)
def protected_cells(n):
    return csv("".join(f"{i},党的建设,'=负责工作\n" for i in range(4, n + 4)))
