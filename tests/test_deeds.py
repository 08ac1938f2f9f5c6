"""Every deed that the code records has a name that people read."""

import ast

import pytest
from django.contrib import admin

from members import audit, deeds
from tests import make_members as make
from tests.test_house import sources


def actions(text):
    """The actions ("noun.verbed") that a file records."""
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.Call):
            continue
        told = [k.value for k in node.keywords if k.arg in ("verb", "action")]
        is_record = isinstance(node.func, ast.Attribute) and node.func.attr == "record"
        told += node.args[1:2] if is_record else []
        for part in told:
            if isinstance(part, ast.Constant) and "." in str(part.value):
                yield part.value


def test_every_action_has_a_name_and_every_name_an_action():
    found = {action for _, text in sources() for action in actions(text)}
    found |= {"activity.held", "activity.closed"}  # written with the state's name
    found |= {  # written with the kind of entry
        f"{noun}.{verb}"
        for noun in ("agendaitem", "question", "resolution")
        for verb in ("added", "edited", "removed")
    }

    assert len(found) > 60
    assert sorted(found ^ deeds.NAMES.keys()) == []


def test_corrections_in_the_back_office_are_named_by_their_record():
    names = {
        deeds.name(f"{m._meta.model_name}.corrected") for m in admin.site._registry
    }

    assert {"在后台更正会员", "在后台更正活动类别"} < names
    assert [name for name in names if "." in name] == []


def test_what_nobody_named_is_shown_as_it_is():
    assert deeds.name("dragon.slain") == "dragon.slain"


@pytest.mark.parametrize("place", ["", "?action=member.revealed", "{}/change/"])
def test_the_trail_is_read_in_words(as_chair, chair, place):
    entry = audit.record(chair, "member.revealed", make.member(), reason="核对")

    page = as_chair.get("/admin/members/auditentry/" + place.format(entry.pk))

    text = page.content.decode()
    assert "查看完整资料" in text
    assert ">member.revealed<" not in text
