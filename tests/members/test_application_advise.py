"""The group says what it thinks of an application."""

import pytest

from members import reporting, roles, rules
from members.models import AuditEntry
from tests import make_members as make
from tests.members.histories import TODAY


@pytest.fixture
def filed(db, group_leader):
    """An application out of the leader's group."""
    group = make.group("一年级小组", leader=group_leader.member)
    return make.application(
        applicant=make.member(name="陈新", joined_union_on=None, group=group)
    )


def address(row):
    return f"{row.get_absolute_url()}advise/"


def test_the_leader_of_the_group_agrees(as_group_leader, group_leader, filed):
    answer = as_group_leader.post(
        address(filed), {"advice": "agree", "words": "小组讨论过。"}
    )

    filed.refresh_from_db()
    assert answer.url == filed.get_absolute_url()
    assert (filed.state, filed.advice, filed.advice_words) == (
        "advised",
        "agree",
        "小组讨论过。",
    )
    assert filed.advised_by == group_leader.member
    assert AuditEntry.objects.get(action="application.advised").details["advice"] == (
        "同意"
    )


def test_who_disagrees_says_why(as_group_leader, filed):
    answer = as_group_leader.post(address(filed), {"advice": "disagree"})

    filed.refresh_from_db()
    assert answer.context["form"].errors["words"] == ["不同意的话，请写明原因。"]
    assert filed.state == "filed"


def test_what_was_typed_too_late_is_shown_again(as_group_leader, filed):
    filed.advance("withdrawn")

    answer = as_group_leader.post(
        address(filed), {"advice": "agree", "words": "小组讨论过。"}
    )

    assert answer.status_code == 409
    assert "小组讨论过。" in answer.content.decode()


def test_the_leader_of_another_group_does_not_see_it(as_group_leader):
    assert as_group_leader.get(address(make.application())).status_code == 404


def todo(user):
    return [(item.title, item.count) for item in reporting.todo(user, TODAY)]


def test_the_leader_is_told_and_the_office_is_not(filed, group_leader, committee):
    task = ("写小组意见", 1)

    assert task in todo(group_leader)
    assert task not in todo(committee)


@pytest.mark.parametrize("kind", ["none", "no account", "applicant"])
def test_where_no_leader_can_the_office_is_told(db, committee, kind):
    applicant = make.user(
        roles.MEMBER, roles.GROUP_LEADER, member_values={"joined_union_on": None}
    ).member
    leader = {"none": None, "no account": make.member(), "applicant": applicant}
    applicant.group = make.group(leader=leader[kind])
    applicant.save()
    make.application(applicant=applicant)

    assert ("写小组意见", 1) in todo(committee)


def test_the_day_by_which_it_is_due_stands_beside_it(filed, group_leader):
    due = [item.due for item in reporting.todo(group_leader, TODAY)]

    assert (due[0] - filed.filed_on).days == 7


@pytest.mark.parametrize(
    ("who", "reason"),
    [
        ("own leader", ""),
        ("office", ""),
        ("other leader", "小组意见由本组组长写，没有组长的由工会主席、工会委员代写。"),
        ("member", "小组意见由本组组长写，没有组长的由工会主席、工会委员代写。"),
        ("applicant", "自己的申请，小组意见由别人写。"),
        ("nobody", "这个账号没有对应的会员记录，请先说明账号是谁的。"),
    ],
)
def test_who_may_write_it(filed, group_leader, who, reason):
    users = {
        "own leader": lambda: group_leader,
        "office": lambda: make.user("committee"),
        "other leader": lambda: make.user("group_leader"),
        "member": lambda: make.user("member"),
        "applicant": lambda: make.user("chair"),
        "nobody": lambda: make.user("chair"),
    }
    user = users[who]()
    if who == "applicant":
        filed.member = user.member
    if who == "nobody":
        user.member = None

    assert rules.application_advise(user, filed).reason == reason
