"""The dictionary of activity categories with which an office begins."""

from django.db import migrations

CATEGORIES = (
    ("民主管理", 1, "教代会 职代会 提案 评议 述职 校务公开 合理化建议 代表大会 民主"),
    ("师德教育", 2, "师德 读书 学习 论坛 征文 演讲 师魂 诵读"),
    ("文体", 3, "球 运动会 体育 棋 牌 歌 广播操 健身操 拔河 龙舟 联欢 冬锻 冬煅 趣味 登山 健步 娱乐"),
    ("女工", 4, "三八 三·八 女教 女工 女职工 妇女 养生"),
    ("帮扶", 5, "送温暖 慰问 帮困 困难 金秋助学 送凉 送清凉 一日捐 捐"),
    ("健康", 6, "体检 妇科 普查 健康 心理"),
    ("疗休养", 7, "疗休养 疗养 休养 修养 疗修养"),
    ("保障", 8, "保险 互助 续保 保障"),
    ("退休", 9, "退休 离退休 退协 重阳 祝寿"),
    ("节庆", 10, "元旦 春节 元宵 端午 中秋 国庆 教师节 五一 五四 六一 迎新 新年 新春 团拜 春联 生日"),
    ("组织建设", 11, "计划 总结 例会 培训 档案 入会 换届 自查 会籍"),
    ("配合行政", 12, "配合 协助"),
    ("评优", 13, "评优 评先 标兵 先进 优秀 表彰"),
)


def fill(apps, schema_editor):
    category = apps.get_model("plans", "Category")
    for order, (name, colour, words) in enumerate(CATEGORIES, 1):
        category.objects.get_or_create(
            name=name, defaults={"order": order, "colour": colour, "words": words}
        )


class Migration(migrations.Migration):
    dependencies = [("plans", "0001_initial")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
