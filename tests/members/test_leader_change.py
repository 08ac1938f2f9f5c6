"""Who leads a group or heads a department, over time."""

import datetime

import pytest
from django.db import IntegrityError, transaction

from members.models import AuditEntry, Department, UnionGroup
from members.services import places as services
from tests import make_members as make
from unionoffice.states import StateError


def change(client, place, member, day="2026-3-1", **told):
    name = f"{member.name}（{member.staff_no}）" if member else ""
    told = {"member": name, "changed_on": day, **told}
    return client.post(f"{place.get_absolute_url()}leader/", told)


def led(place):
    rows = place.leadings.order_by("pk").values_list(
        "member__name", "began_on", "ended_on"
    )
    return [tuple(str(value or "") for value in row) for row in rows]


@pytest.mark.parametrize("place", [make.group, make.department])
def test_a_new_leader_follows_the_old(as_committee, place):
    place = place(leader=make.member(name="旧人"))

    change(as_committee, place, make.member(name="新人"), document="小组会")

    place.refresh_from_db()
    assert place.leader.name == "新人"
    assert led(place) == [("旧人", "", "2026-03-01"), ("新人", "2026-03-01", "")]
    told = AuditEntry.objects.get(action="leader.changed").details
    assert told == {
        "from": "旧人",
        "to": "新人",
        "on": "2026-03-01",
        "document": "小组会",
    }
    page = as_committee.get(place.get_absolute_url()).content.decode()
    assert "2026年3月1日" in page


def test_nobody_may_lead_for_a_while(as_chair):
    group = make.group(leader=make.member(name="旧人"))

    change(as_chair, group, None)

    assert UnionGroup.objects.get().leader is None
    assert led(group) == [("旧人", "", "2026-03-01")]


def test_a_slip_is_mended_on_the_same_day(as_chair):
    group = make.group(leader=make.member(name="甲"))
    change(as_chair, group, make.member(name="乙"))
    change(as_chair, group, make.member(name="丙"))

    assert led(group) == [("甲", "", "2026-03-01"), ("丙", "2026-03-01", "")]


@pytest.mark.parametrize(
    ("day", "said"),
    [("2099-1-1", "还没有到"), ("2026-2-1", "已经换过"), ("2026-3-2", "已经是这样")],
)
def test_what_cannot_be_is_told_in_the_form(as_chair, day, said):
    group, new = make.group(), make.member(name="新人")
    change(as_chair, group, new)

    answer = change(as_chair, group, new if day == "2026-3-2" else None, day)

    assert said in str(answer.context["form"].errors)
    assert led(group) == [("新人", "2026-03-01", "")]


def test_a_closed_group_has_no_new_leader(as_chair):
    group = make.group(is_active=False)

    answer = change(as_chair, group, make.member(name="新人"))

    assert (answer.status_code, led(group)) == (409, [])
    with pytest.raises(StateError, match="已经撤销"):
        services.leader_change(
            group, by=None, member=None, changed_on=datetime.date(2026, 1, 1)
        )


def test_the_consistency_query_finds_a_leader_of_no_history(db):
    make.group(leader=make.member())
    wrong = make.group()
    UnionGroup.objects.filter(pk=wrong.pk).update(leader=make.member())
    silent = make.department(leader=make.member())
    Department.objects.filter(pk=silent.pk).update(leader=None)

    assert [*UnionGroup.objects.out_of_step()] == [wrong]
    assert [*Department.objects.out_of_step()] == [silent]


def test_two_lead_not_at_once(db):
    group = make.group(leader=make.member())

    with pytest.raises(IntegrityError), transaction.atomic():
        make.leading(make.member(), group)


@pytest.mark.parametrize(
    ("leader", "said"),
    [
        (None, "还没有组长"),
        ({"work_status": "left"}, "已调出，请换组长"),
        ({}, "现在不在本组"),
        ({"inside": True}, "还没有账号"),
        ({"inside": True, "role": "member"}, "没有「工会小组长」身份"),
        ({"inside": True, "role": "group_leader"}, ""),
    ],
)
def test_the_page_says_what_a_leader_lacks(as_chair, leader, said):
    group = make.group()
    if leader is not None:
        values = {"group": group if leader.pop("inside", None) else None}
        role = leader.pop("role", None)
        member = make.member(**values, **leader)
        if role:
            make.account(member, role)
        services.leader_change(
            group, by=None, member=member, changed_on=datetime.date(2026, 1, 1)
        )

    hints = as_chair.get(group.get_absolute_url()).context["hints"]

    assert said in "".join(hint.words for hint in hints)
    assert bool(hints) == bool(said)


def test_only_who_keeps_accounts_is_led_to_them(as_chair, as_committee):
    group = make.group()
    member = make.member(group=group)
    account = make.account(member, "member")
    services.leader_change(
        group, by=None, member=member, changed_on=datetime.date(2026, 1, 1)
    )

    urls = [
        [hint.url for hint in client.get(group.get_absolute_url()).context["hints"]]
        for client in (as_chair, as_committee)
    ]

    assert urls == [[f"/members/accounts/{account.pk}/"], [""]]
