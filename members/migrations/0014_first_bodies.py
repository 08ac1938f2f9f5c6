"""The usual bodies of a school's union and the rules of who sits in them."""

from django.db import migrations

COMMITTEE, AUDIT, WOMEN = "工会委员会", "经费审查委员会", "女职工委员会"
# name, own, head, member, terms
BODIES = (
    (COMMITTEE, True, "主席", "委员", True),
    (AUDIT, True, "主任", "委员", True),
    (WOMEN, True, "主任", "委员", True),
    ("劳动争议调解委员会", True, "主任", "委员", False),
    ("退休教职工联络组", True, "组长", "联络员", False),
    ("行政会议", False, "召集人", "工会代表", False),
    ("校务公开监督小组", False, "组长", "成员", False),
)
LAW = "《中华人民共和国工会法》（2021 修正）"
OLD = "《工会基层组织选举工作暂行条例》（转述，请按本地规定核对）"
ELECTIONS = "《工会基层组织选举工作条例》（2016，未核对原文，请核对）"
CUSTOM = "通行做法，请按本地规定核对"
# The number of members up to which a committee has this many.
SIZES = (
    (25, 200, 3, 7),
    (201, 1000, 7, 15),
    (1001, 5000, 15, 21),
    (5001, 10000, 21, 29),
    (10001, None, None, 37),
)
RULES = (
    (COMMITTEE, {"kind": "needed", "base_from": 25, "source": f"{LAW}第十一条"}),
    (COMMITTEE, {"kind": "size", "post": "chair", "least": 1, "most": 1, "source": CUSTOM}),
    *(
        (
            COMMITTEE,
            {
                "kind": "size",
                "base_from": first,
                "base_to": last,
                "least": least,
                "most": most,
                "source": OLD,
            },
        )
        for first, last, least, most in SIZES
    ),
    (AUDIT, {"kind": "size", "least": 3, "most": 11, "base_from": 25, "source": ELECTIONS}),
    (
        AUDIT,
        {"kind": "apart", "other": COMMITTEE, "other_post": "chair", "source": ELECTIONS},
    ),
    (
        AUDIT,
        {
            "kind": "apart",
            "other": COMMITTEE,
            "other_portfolio": "财务",
            "source": ELECTIONS,
        },
    ),
    (WOMEN, {"kind": "needed", "base": "women", "base_from": 10, "source": CUSTOM}),
    (WOMEN, {"kind": "women", "source": CUSTOM}),
    (WOMEN, {"kind": "within", "post": "chair", "other": COMMITTEE, "source": CUSTOM}),
)


def fill(apps, schema_editor):
    Body = apps.get_model("members", "Body")
    Rule = apps.get_model("members", "BodyRule")
    if Body.objects.exists():
        return
    made = {}
    for order, (name, own, head, member, terms) in enumerate(BODIES, 1):
        made[name] = Body.objects.create(
            name=name,
            is_own=own,
            head_word=head,
            member_word=member,
            has_terms=terms,
            order=10 * order,
        )
    for name, values in RULES:
        if "other" in values:
            values = values | {"other": made[values["other"]]}
        Rule.objects.create(body=made[name], **values)


class Migration(migrations.Migration):
    dependencies = [("members", "0013_bodies")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
