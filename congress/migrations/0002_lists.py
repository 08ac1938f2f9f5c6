"""The lists every office starts with; it edits them in the shared admin."""

from django.db import migrations

CATEGORIES = (
    "学校发展与管理",
    "教育教学",
    "科研与学科",
    "师资队伍与人事",
    "收入分配与绩效",
    "学生工作",
    "后勤保障与生活福利",
    "校园环境与基建",
    "财务资产",
    "信息化与图书",
    "安全稳定",
    "校园文化与精神文明",
    "教代会与民主管理",
    "其他",
)
REASONS = (
    "党务、团务、民主党派或群众组织内部的事务",
    "应当由司法程序处理",
    "纯属个人问题",
    "对个别领导的批评",
    "学术性问题",
    "本校无权决定或短期内无法解决",
    "基层部门职权内可以自行解决",
    "已经解决，或已有替代办法",
    "违反法律法规或现行政策",
    "附议人数不足，或提案人、附议人不符合条件",
    "一件提案写了几件事",
    "超过征集期限",
    "内容空泛，没有具体措施",
)


def fill(apps, schema_editor):
    for name, values in (("ProposalCategory", CATEGORIES), ("RejectReason", REASONS)):
        model = apps.get_model("congress", name)
        model.objects.bulk_create(
            [
                model(name=value, order=10 * place)
                for place, value in enumerate(values, 1)
            ],
            ignore_conflicts=True,
        )


class Migration(migrations.Migration):
    dependencies = [("congress", "0001_initial")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
