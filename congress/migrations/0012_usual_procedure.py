"""The steps a school begins with; edited in the shared admin. Source: domain.md 1.4.

Days are counted from the day of the session; the last step in working days from the
day it closed.
"""

from django.db import migrations

COURSE = "会议工作方案常例"
ORDER_32 = "教育部令第32号"
STEPS = [
    ("prepare", "成立筹备组（秘书、资格审查、提案、会务）", -60, False, COURSE),
    ("prepare", "征集提案", -45, False, COURSE),
    ("prepare", "选举或补选代表", -35, False, f"{ORDER_32}第九、十条"),
    ("prepare", "确定中心议题，报学校党组织", -30, False, f"{ORDER_32}第二十条"),
    ("prepare", "审查提案，交办", -10, False, COURSE),
    ("preliminary", "听取筹备工作报告", -1, False, COURSE),
    ("preliminary", "听取代表资格审查报告", -1, False, COURSE),
    ("preliminary", "通过主席团名单和大会议程", -1, False, f"{ORDER_32}第二十二条"),
    ("formal", "代表签到，核对法定人数（三分之二）", 0, False, f"{ORDER_32}第十九条"),
    ("formal", "听取校长工作报告", 0, False, f"{ORDER_32}第七条"),
    ("formal", "听取财务工作报告", 0, False, f"{ORDER_32}第七条"),
    ("formal", "听取工会工作报告", 0, False, f"{ORDER_32}第七条"),
    ("formal", "审议提案办理情况报告", 0, False, f"{ORDER_32}第七条"),
    ("formal", "民主评议学校领导干部", 0, False, f"{ORDER_32}第七条"),
    ("formal", "分组讨论，汇总意见", 0, False, COURSE),
    ("formal", "表决通过决议", 0, False, f"{ORDER_32}第二十一条"),
    ("after", "公布决议", 3, False, "向全体教职工公布"),
    ("after", "向上一级工会报告", 7, True, "闭会后7个工作日内（上海）"),
    ("after", "会议材料归档", 30, False, COURSE),
]  # fmt: skip


def add(apps, schema_editor):
    step = apps.get_model("congress", "ProcedureStep")
    for order, (phase, name, days, by_workdays, source) in enumerate(STEPS, 1):
        step.objects.create(
            phase=phase,
            name=name,
            days=days,
            by_workdays=by_workdays,
            source=source,
            order=10 * order,
        )


class Migration(migrations.Migration):

    dependencies = [("congress", "0011_followed_to_the_end")]
    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
