"""What the workbook checkers share: conversions, random lists, and the cells of a list's sheet."""
import json
import os
import random
import subprocess
import tempfile

CONTINUATION = "（续）"


def without_white_space(text):
    return "".join(str(text).split()) if text is not None else ""


def convert(program, source, folder, template="official"):
    """Converts and returns (workbook, JSON document)."""
    subprocess.run([program, "convert", source, "-o", folder, "--to", "xlsx,json", "--template", template, "--quiet"],
                   stdout=subprocess.DEVNULL, check=False)
    stem = os.path.splitext(os.path.basename(source))[0]
    with open(os.path.join(folder, stem + ".json"), encoding="utf-8") as file:
        return os.path.join(folder, stem + ".xlsx"), json.load(file)


def list_sheets(book, document):
    """The sheets of the lists: they follow the contents sheet, in the order of the document."""
    return list(zip(book.worksheets[1:], document["lists"]))


def head_row(sheet, duty_list):
    """The row (from 1) that holds the heads."""
    heads = [without_white_space(head) for head in duty_list["columns"]]
    for row in sheet.iter_rows(min_row=1, max_row=6):
        found = [without_white_space(cell.value) for cell in row]
        if all(head in found for head in heads):
            return row[0].row, [found.index(head) for head in heads]
    raise AssertionError(f"{sheet.title}: no row of heads {heads}")


def item_rows(sheet, duty_list):
    """For each item its rows (from 1), continuation rows included."""
    first, columns = head_row(sheet, duty_list)
    roles = [cell["role"] for cell in duty_list["items"][0]["cells"]]
    number = columns[roles.index("number")]
    rows, row = [], first + 1
    for _ in duty_list["items"]:
        group = [row]
        row += 1
        while str(sheet.cell(row, number + 1).value or "").endswith(CONTINUATION):
            group.append(row)
            row += 1
        rows.append(group)
    return rows, columns, roles


def write_random_list(path, seed):
    """A text list with cells of every length, of Han, Latin, digits, marks and emoji."""
    chance = random.Random(seed)
    han = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严"
    marks = "，，，，、、、；。：“”（）《》！？…—"
    words = ["2025", "AAA", "Excel", "_x0041_", "=SUM(A1)", "+1", "-2", "@all", "WWWWWWWWMMMM", "GB/T 9704", "50%", "😀", "①", "Ⅳ", "д", "·"]

    def text(length):
        pieces = []
        while length > 0:
            roll = chance.random()
            if roll < 0.8:
                run = "".join(chance.choice(han) for _ in range(chance.randint(1, 12)))
            elif roll < 0.94:
                run = chance.choice(marks)
            else:
                run = chance.choice(words)
            pieces.append(run)
            length -= len(run)
        return "".join(pieces)

    def clauses(count, length):
        return "".join(f"<p>{number + 1}.{text(chance.randint(4, length))}。</p>" for number in range(count))

    def duties():
        roll = chance.random()
        if roll < 0.06:
            return clauses(chance.randint(15, 60), 120)  # more than a row can hold
        if roll < 0.1:
            return text(chance.randint(1500, 4000))  # one paragraph higher than a row
        return clauses(chance.randint(1, 9), 90)

    categories = [text(4) for _ in range(6)]
    with open(path, "w", encoding="utf-8") as file:
        file.write("某某省某某市\n某某县某某乡\n履职事项清单\n\n2025年7月\n\n# 某某乡基本履职事项清单\n\n序号\t事项类别\t事项名称\n")
        for number in range(1, 30):
            file.write(f"{number}\t{chance.choice(categories)}\t{text(chance.randint(1, 260))}\n")
        file.write("\n# 某某乡配合履职事项清单\n\n序号\t事项类别\t事项名称\t对应上级部门\t上级部门职责\t乡镇配合职责\n")
        for number in range(1, 25):
            departments = "、".join("某某县" + text(3) + "局" for _ in range(chance.randint(1, 6)))
            file.write(f"{number}\t{chance.choice(categories)}\t{text(chance.randint(2, 60))}\t{departments}\t{duties()}\t{duties()}\n")


def check_each(check, failures, program, source, count=0, first_seed=0):
    """Runs check(program, list, folder) on the list `source`, or on `count` random lists where it is "--random";
    prints what it added to `failures` and returns the exit status."""
    with tempfile.TemporaryDirectory() as folder:
        if source == "--random":
            for seed in range(first_seed, first_seed + int(count)):
                path = os.path.join(folder, f"random{seed}.txt")
                write_random_list(path, seed)
                check(program, path, os.path.join(folder, "out"))
        elif not os.path.exists(source):
            print(f"skipped: {source} is not here")
            return 77
        else:
            check(program, source, os.path.join(folder, "out"))
    for failure in failures[:40]:
        print(failure)
    print(f"{len(failures)} failures")
    return 1 if failures else 0
