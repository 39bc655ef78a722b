#!/usr/bin/env python3
"""Writes lists of many townships for two months, to measure archive and report with.

generate_prefecture.py FOLDER [TOWNSHIPS] [ITEMS] [BYTES_PER_LIST]

Most items stand in every township with wording of its own, some only in one; from the first month
to the second a few are added, dropped, renamed, recategorised or reworded. Always the same output.
"""
import os
import random
import sys

folder = sys.argv[1]
townships = int(sys.argv[2]) if len(sys.argv) > 2 else 400
count = int(sys.argv[3]) if len(sys.argv) > 3 else 340
size = int(sys.argv[4]) if len(sys.argv) > 4 else 157_000
chance = random.Random(1)

verbs = "负责 开展 组织 落实 做好 协助 配合 推进 加强 指导 统筹 承担 完善 受理 排查 宣传".split()
things = ("人居环境整治 森林防火巡查 河道保洁 村级财务监管 困难群众救助 残疾人服务 退役军人优抚 农产品质量监测 动物防疫 "
          "矛盾纠纷化解 消防安全检查 校园周边治理 文物保护 公共法律服务 就业创业扶持 医疗保险参保 养老机构巡访 燃气安全排查 "
          "道路交通劝导 防汛抗旱值守 土地流转管理 宅基地审核 秸秆禁烧 农村公路养护 村务公开 志愿服务 科普宣传 统计调查").split()
ends = "工作 事项 任务 机制建设 日常管理 信息报送 档案整理 台账更新 应急演练 培训辅导 联络服务 情况反馈".split()
categories = "党的建设 经济发展 民生服务 平安法治 乡村振兴 社会管理 安全稳定 社会保障 自然资源 生态环保 城乡建设 卫生健康 应急管理及消防 综合政务".split()
departments = "教育局 公安局 民政局 司法局 财政局 水利局 农业农村局 应急管理局 自然资源局 卫生健康委员会 市场监督管理局 交通运输局".split()


first, second = "青白黄红东西南北上下高平长清明安永新古大", "石桥河山林泉塘岭坪湾川沟坡原家庄营堡滩洲"


def unit(township):
    return first[township % 20] + second[township // 20 % 20] + ("" if township < 400 else "新") + "乡"


def phrase(rng):
    return rng.choice(verbs) + rng.choice(things) + rng.choice(ends)


def name(rng):
    return phrase(rng) + "，" + phrase(rng) + "、" + phrase(rng)


shared = [(chance.choice(categories), name(chance)) for _ in range(count)]


def clauses(rng, length):
    text, number = "", 1
    while len(text) * 3 < length:
        text += f"{number}." + "，".join(phrase(rng) for _ in range(rng.randint(2, 5))) + "； "
        number += 1
    return text.rstrip("； ") + "。"


def items(township):
    rng = random.Random(township)
    basic, cooperative, recalled = [], [], []
    duty = max(60, (size - count * 130) * 10 // (count * 9))
    for i in range(count):
        category, title = shared[i] if rng.random() < 0.9 else (rng.choice(categories), name(rng))
        if i % 20 < 9:
            basic.append([category, title])
        elif i % 20 < 18:
            names = "、".join(f"云岭县{d}" for d in rng.sample(departments, rng.randint(1, 3)))
            cooperative.append([category, title, names, clauses(rng, duty * 6 // 5), clauses(rng, duty * 4 // 5)])
        else:
            recalled.append([category, title, f"云岭县{rng.choice(departments)}： {phrase(rng)}。"])
    return basic, cooperative, recalled


def change(lists, township):
    rng = random.Random(-1 - township)
    basic, cooperative, recalled = lists
    basic.append([rng.choice(categories), name(rng)])
    basic.pop(rng.randrange(20))
    basic[rng.randrange(30, 60)][0] = "综合管理"
    cooperative.pop(rng.randrange(20))
    one = cooperative[rng.randrange(30, 60)]
    one[3] = one[3].replace("；", "，并建立台账；", 1)
    moved = cooperative.pop(rng.randrange(70, 90))
    recalled.append([moved[0], moved[1], moved[2].split("、")[0] + "： 负责该项工作。"])


def write(path, township, month, lists):
    heads = ["序号\t事项类别\t事项名称", "序号\t事项类别\t事项名称\t对应上级部门\t上级部门职责\t乡镇配合职责",
             "序号\t事项类别\t事项名称\t承接部门及工作方式"]
    titles = ["基本履职事项清单", "配合履职事项清单", "上级部门收回事项清单"]
    with open(path, "w", encoding="utf-8") as file:
        file.write(f"云岭省平川市云岭县{unit(township)}\n履职事项清单\n\n2025年{month}月\n\n")
        for title, head, rows in zip(titles, heads, lists):
            file.write(f"# 云岭县{unit(township)}{title}\n\n{head}\n")
            for number, row in enumerate(rows, 1):
                file.write("\t".join([str(number)] + row) + "\n")
            file.write("\n")


os.makedirs(folder, exist_ok=True)
for township in range(townships):
    lists = items(township)
    write(os.path.join(folder, f"t{township:03d}-2025-07.txt"), township, 7, lists)
    change(lists, township)
    write(os.path.join(folder, f"t{township:03d}-2025-08.txt"), township, 8, lists)
