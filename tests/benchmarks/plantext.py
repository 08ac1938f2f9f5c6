"""Does a plan text parse in time that grows with its lines? Run by hand:

python -m tests.benchmarks.plantext
"""

import itertools
import time

from plans.plantext import draft_of

SIZES = (500, 1000, 2000, 4000)
_YEAR = [
    line
    for month in (
        "九",
        "十",
        "十一",
        "十二",
        "一",
        "二",
        "三",
        "四",
        "五",
        "六",
        "七、八",
    )
    for line in (
        f"{month}月份：",
        "- 1、慰问教师；",
        "2、组织健步走，",
        "参加的人要多。",
        "",
    )
]
_PROSE = [
    "（一）关心教职工的生活，为教职工办实事、做好事、解难事。",
    "1、建好教工之家（责任人：某某，时限：6月底前）。2、办好“三、八”节。",
    "计划在三月份举办讲座，六月份举办歌会，让教职工放松身心，以饱满的热情投入工作，",
    "把各项工作做得更好。",
]
TEXTS = {
    "collection of plans": [
        "工会工作计划篇一",
        "一、指导思想",
        *_PROSE,
        "活动安排：",
        *_YEAR,
    ],
    "prose without months": _PROSE,
    "one month, many items": ["活动内容很多的一项工作，要组织好"],
    "sentences never finished": [
        "围绕中心服务大局团结全体教职工为学校发展作出贡献并且继续努力下去直到"
    ],
    "months only": ["三月份：", "四月份："],
    "table": ["3月\t插花课\t甲", "\t登山\t乙", "4月\t踏青\t丙"],
    "table of works": ["工作任务\t完成时限", "办书屋\t6月底前"],
    "cells in lines of their own": [
        "月份",
        "内容",
        "负责人",
        "某",
        "三月",
        "插花课",
        "甲",
    ],
    "days": ["3月8日 联欢", "四月 踏青", "5月4日 座谈"],
    "chinese numbers": ["一、办好讲座", "二、办好歌会"],
    "titles": ["某小学工会2024年工作计划", "三月：插花课", "服务教工。"],
}


def lines_of(pattern, size):
    """No two longer lines are alike, so that nothing is won by remembering."""
    lines = ["三月：", "四月：", *(pattern * (size // len(pattern) + 1))][:size]
    return [
        line if len(line) < 8 else f"{line[:-1]}{number}{line[-1]}"
        for number, line in enumerate(lines)
    ]


def seconds(lines):
    """The best of three runs."""
    best = None
    for _ in range(3):
        start = time.process_time()
        draft_of(lines)
        spent = time.process_time() - start
        best = spent if best is None else min(best, spent)
    return best


def main():
    for name, pattern in TEXTS.items():
        times = [seconds(lines_of(pattern, size)) for size in SIZES]
        shown = "  ".join(
            f"{size}: {spent * 1000:.0f} ms"
            for size, spent in zip(SIZES, times, strict=True)
        )
        ratios = "  ".join(
            f"x{after / before:.2f}" for before, after in itertools.pairwise(times)
        )
        print(f"{name:26} {shown}   {ratios}")  # noqa: T201
    for size in (250, 500, 1000):
        line = "三月：" + "".join(f"{n}、办好“春天”活动；" for n in range(1, size * 40))
        spent = seconds([line, "四月：踏青"])
        print(f"one line of {len(line) // 1000} thousand signs: {spent * 1000:.0f} ms")  # noqa: T201


if __name__ == "__main__":
    main()
