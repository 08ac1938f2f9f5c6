"""The usual occasions (五必访, 六必访) and sources of funds, for the office to edit."""

from django.db import migrations

OCCASIONS = (
    ("生病住院", "住院、手术或长期病休"),
    ("结婚", "会员本人结婚"),
    ("生育", "会员生育"),
    ("亲属去世", "父母、配偶、子女去世"),
    ("退休", "光荣退休"),
    ("重大困难", "意外、灾害、家庭变故"),
    ("节日慰问", "春节、端午、中秋等"),
    ("祝寿", "退休教职工逢五逢十"),
    ("送清凉", "高温期"),
    ("其他", ""),
)
SOURCES = ("工会经费", "行政福利费", "离退休经费", "帮困基金", "上级拨款")


def fill(apps, schema_editor):
    Occasion = apps.get_model("welfare", "Occasion")
    FundSource = apps.get_model("welfare", "FundSource")
    for order, (name, hint) in enumerate(OCCASIONS):
        Occasion.objects.get_or_create(name=name, defaults={"order": order, "hint": hint})
    for order, name in enumerate(SOURCES):
        FundSource.objects.get_or_create(name=name, defaults={"order": order})
    apps.get_model("welfare", "BirthdayCustom").objects.get_or_create(pk=1)


class Migration(migrations.Migration):
    dependencies = [("welfare", "0001_initial")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
