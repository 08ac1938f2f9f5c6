"""The rules a school begins with; edited in the shared admin. Sources: domain.md 1.1."""

import datetime

from django.db import migrations

ORDER_32 = "《学校教职工代表大会规定》（教育部令第32号）第十一条"
SINCE = datetime.date(2012, 1, 1)
RULES = [
    ("teachers", "least", 3, 5, ORDER_32, "", SINCE),
    ("young", "least", None, None, ORDER_32, "", SINCE),
    ("women", "least", None, None, "《工会女职工委员会工作条例》第六条", "", None),
    ("leaders", "most", 1, 5, "《上海市职工代表大会条例》第十六条", "上海；别处多为 1/5 或 1/4", None),
    ("size", "least", None, None, "由省、自治区、直辖市规定，没有规定的由学校定", "", None),
    ("turnout", "least", 2, 3, "《上海市职工代表大会条例》第十五条", "上海；别处按本校选举办法", None),
    ("votes", "least", 1, 2, "《上海市职工代表大会条例》第十五条", "上海；别处按本校选举办法", None),
]  # fmt: skip


def add(apps, schema_editor):
    rule = apps.get_model("congress", "CompositionRule")
    names = ("key", "sense", "numerator", "denominator", "source", "scope", "since")
    for values in RULES:
        rule.objects.create(**dict(zip(names, values, strict=True)))


class Migration(migrations.Migration):

    dependencies = [("congress", "0006_composition_rules")]
    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
