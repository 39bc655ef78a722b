"""Shapes of documents, as text: what a list may be, whatever its form. Every subject has to bear them."""
from . import BASIC, COOPERATIVE, RECALLED, TITLE, basic_rows, case, name_of, tabs, text


def basic(rows):
    return text(TITLE + BASIC + tabs(rows))


def cooperative(*rows):
    return text(TITLE + COOPERATIVE + tabs(rows))


def recalled(*rows):
    return text(TITLE + RECALLED + tabs(rows))


def department(i):
    return f"云川县第{i}工作局"


@case("txt", 150, subjects=True)
def items(n):
    return basic(basic_rows(n))


@case("txt", 150, subjects=True)
def equal_items(n):
    return basic([("1", "党的建设", "负责要做的同一件事")] * n)


@case("txt", 150, subjects=True)
def equal_numbers(n):
    return basic([("1", "党的建设", name_of(i)) for i in range(n)])


@case("txt", 150, subjects=True)
def equal_names(n):
    return basic([(str(i), "党的建设", "负责要做的同一件事") for i in range(1, n + 1)])


@case("txt", 150, subjects=True)
def similar_names(n):
    words = "党政军民学东西南北中"
    return basic([(str(i), "党的建设", "负责要做的" + "".join(words[int(d)] for d in str(i)) + "方面全部工作任务的落实")
                  for i in range(1, n + 1)])


@case("txt", 150, subjects=True)
def categories(n):
    return basic([(str(i), f"第{i}个类别", name_of(i)) for i in range(1, n + 1)])


@case("txt", 150, subjects=True)
def split_categories(n):
    return basic([(str(i), "甲乙丙丁戊"[i % 5] + "类", name_of(i)) for i in range(1, n + 1)])


@case("txt", 150, subjects=True)
def without_numbers(n):
    return basic([("", "党的建设", name_of(i)) for i in range(n)])


@case("txt", 150, subjects=True)
def without_names(n):
    return basic([(str(i), "党的建设", "") for i in range(1, n + 1)])


@case("txt", 1000, subjects=True)
def long_number(n):
    return basic([("1" * n, "党的建设", name_of(1)), ("一" * n, "党的建设", name_of(2))])


@case("txt", 1000, subjects=True)
def long_category(n):
    return basic([("1", "党建" * n, name_of(1)), ("2", "", name_of(2))])


@case("txt", 1000, subjects=True)
def long_name(n):
    return basic([("1", "党的建设", "负责要做" * n)])


@case("txt", 1000, subjects=True)
def long_word(n):
    return basic([("1", "党的建设", "a" * n + "要做")])


@case("txt", 1000, subjects=True)
def combining_marks(n):
    return basic([("1", "党的建设", "要做" + "e" + "\u0301" * n)])


@case("txt", 1000, subjects=True)
def joiners(n):
    return basic([("1", "党的建设", "要做" + "\u200d" * n + "家")])


@case("txt", 500, subjects=True)
def emoji_joined(n):
    return basic([("1", "党的建设", "要做" + "👩\u200d" * n + "家")])


@case("txt", 1000, subjects=True)
def marks_of_punctuation(n):
    return basic([("1", "党的建设", "要做" + "，；、。" * n)])


@case("txt", 1000, subjects=True)
def open_brackets(n):
    return basic([("1", "党的建设", "要做" + "（“《" * n)])


@case("txt", 1000, subjects=True)
def brackets_in_brackets(n):
    return basic([("1", "党的建设", "要做" + "（" * n + "）" * n)])


@case("txt", 200, subjects=True)
def departments_of_one_item(n):
    names = "、".join(department(i) for i in range(n))
    duties = "".join(f"<p>{i + 1}.{department(i)}要做好第{i}项；</p>" for i in range(n))
    return cooperative(("1", "党的建设", name_of(1), names, duties, "做好配合。"))


@case("txt", 200, subjects=True)
def one_department_again_and_again(n):
    names = "、".join(["云川县民政局"] * n)
    duties = "".join("<p>县民政局</p><p>1.要做好服务；</p>" for _ in range(n))
    return cooperative(("1", "党的建设", name_of(1), names, duties, "做好配合。"))


@case("txt", 200, subjects=True)
def departments_in_one_clause(n):
    names = "、".join(department(i) for i in range(n))
    return cooperative(("1", "党的建设", name_of(1), names, f"<p>1.{names}要做好服务；</p>" * 2, "做好配合。"))


@case("txt", 200, subjects=True)
def names_in_names(n):
    """Each department's name begins the next one's."""
    names = ["局" * i + "局" for i in range(1, int((2 * n) ** 0.5) + 2)]
    return cooperative(("1", "党的建设", name_of(1), "、".join(names), "<p>1." + "局" * n + "要做；</p>", "做好。"))


@case("txt", 150, subjects=True)
def departments_of_many_items(n):
    return cooperative(*[(str(i), "党的建设", name_of(i), department(i), f"{department(i)}要做好指导。", "做好配合。")
                         for i in range(1, n + 1)])


@case("txt", 300, subjects=True)
def clauses(n):
    duties = "".join(f"<p>{i}.要做好第{i}项工作；</p>" for i in range(1, n + 1))
    return cooperative(("1", "党的建设", name_of(1), "云川县民政局", duties, duties))


@case("txt", 300, subjects=True)
def equal_clauses(n):
    return cooperative(("1", "党的建设", name_of(1), "云川县民政局", "<p>1.要做好工作；</p>" * n, "要做。"))


@case("txt", 300, subjects=True)
def displayed_labels(n):
    return cooperative(("1", "党的建设", name_of(1), "云川县民政局", "<ol>" + "<li>要做好工作；</li>" * n + "</ol>", "要做。"))


@case("txt", 300, subjects=True)
def lines_of_one_cell(n):
    return cooperative(("1", "党的建设", name_of(1), "云川县民政局", "要做<br>" * n, "要做。"))


@case("txt", 200, subjects=True)
def handovers_of_one_item(n):
    names = "、".join(department(i) for i in range(n))
    methods = "".join(f"<p>{department(i)}：</p><p>1.要做好第{i}项；</p>" for i in range(n))
    return recalled(("1", "党的建设", name_of(1), names, methods))


@case("txt", 200, subjects=True)
def one_handover_again_and_again(n):
    names = "、".join(["云川县民政局"] * n)
    return recalled(("1", "党的建设", name_of(1), names, "<p>云川县民政局：</p><p>1.要做好服务；</p>" * n))


@case("txt", 200, subjects=True)
def handovers_in_one_cell(n):
    body = "序号\t事项名称\t承接部门及工作方式\n"
    cell = "".join(f"<p>{department(i)}：</p><ol><li>要做好第{i}项；</li></ol>" for i in range(n))
    return text(TITLE + "枫落坪乡上级部门收回事项清单\n\n" + body + f"1\t{name_of(1)}\t{cell}\n")


@case("txt", 60, subjects=True)
def further_columns(n):
    heads = "\t".join(f"附加列{i}" for i in range(n))
    cells = "\t".join(f"要做{i}" for i in range(n))
    rows = "".join(f"{i}\t党的建设\t{name_of(i)}\t{cells}\n" for i in range(1, 5))
    return text(TITLE + BASIC.rstrip("\n") + "\t" + heads + "\n" + rows)


@case("txt", 100, subjects=True)
def lists_one_after_the_other(n):
    part = BASIC + f"1\t党的建设\t要做的事\n\n"
    return text(TITLE + part * n)


@case("txt", 100, subjects=True)
def lists_with_own_titles(n):
    return text(TITLE + "".join(f"第{i}部分基本履职事项清单\n\n序号\t事项类别\t事项名称\n1\t党的建设\t要做的第{i}件事\n\n"
                                for i in range(n)))


@case("txt", 200, subjects=True)
def contents_lines(n):
    lines = "".join(f"第{i}节 基本履职事项清单 ........ {i}\n" for i in range(1, n + 1))
    return text(TITLE + "目录\n\n" + lines + "\n" + BASIC + tabs(basic_rows(2)))


@case("txt", 150, subjects=True)
def group_rows(n):
    return text(TITLE + BASIC + "".join(f"{name}（1项）\t{name}（1项）\t{name}（1项）\n{i}\t\t{name_of(i)}\n"
                                        for i, name in ((i, f"第{i}组") for i in range(1, n + 1))))


@case("txt", 300, subjects=True)
def half_width_marks(n):
    return basic([("1", "党的建设", "要做好,服务;群众:" * n)])


@case("txt", 300, subjects=True)
def repeated_words(n):
    return basic([("1", "党的建设", "要做要做服务服务" * n)])


@case("txt", 300, subjects=True)
def quoted_words(n):
    return basic([("1", "党的建设", "".join(f"要做“{i}号工程”和{i}号工程；" for i in range(n)))])
