"""Editing an item, alone and when two people do."""

import pytest

from members.models import AuditEntry
from plans.forms.activities import ActivityEditForm
from tests import make_members
from tests import make_plans as make


def address(activity):
    return f"/plans/activities/{activity.pk}/edit/"


def filled(activity, user, **values):
    """What the browser sends: the form as it was drawn, with some fields changed."""
    form = ActivityEditForm(instance=activity, user=user)
    sent = {}
    for name, field in form.fields.items():
        value = field.prepare_value(form.get_initial_for_field(field, name))
        sent[name] = "" if value is None else value
    return sent | values


def test_the_office_edits_an_activity(as_chair, chair):
    activity = make.activity()

    response = as_chair.post(
        address(activity), filled(activity, chair, title="春季健步走", place="江边")
    )

    activity.refresh_from_db()
    assert response.url == activity.get_absolute_url()
    assert (activity.title, activity.place, activity.version) == (
        "春季健步走",
        "江边",
        2,
    )


def test_the_edit_is_in_the_audit_trail_with_old_and_new(as_chair, chair):
    activity = make.activity(title="健步走")

    as_chair.post(address(activity), filled(activity, chair, title="登山"))

    entry = AuditEntry.objects.get(action="activity.edited")
    assert entry.details == {"changes": {"title": ["健步走", "登山"]}}


def test_the_second_of_two_editors_is_told_and_sees_both_texts(
    as_chair, chair, as_committee, committee
):
    activity = make.activity(title="健步走", place="操场")
    mine = filled(activity, committee, title="沿江健步走", place="江边")
    as_chair.post(address(activity), filled(activity, chair, title="环湖健步走"))

    response = as_committee.post(address(activity), mine)

    activity.refresh_from_db()
    assert response.status_code == 409
    assert activity.title == "环湖健步走"
    assert response.context["conflict"] == [
        ("活动", "沿江健步走", "环湖健步走"),
        ("地点", "江边", "操场"),
    ]
    assert response.context["form"]["title"].value() == "沿江健步走"
    assert 'value="江边"' in response.content.decode()


def test_the_second_editor_saves_again_knowingly(
    as_chair, chair, as_committee, committee
):
    activity = make.activity(title="健步走")
    mine = filled(activity, committee, title="沿江健步走")
    as_chair.post(address(activity), filled(activity, chair, title="环湖健步走"))
    told = as_committee.post(address(activity), mine)

    again = mine | {"version": told.context["form"]["version"].value()}
    response = as_committee.post(address(activity), again)

    activity.refresh_from_db()
    assert response.status_code == 302
    assert activity.title == "沿江健步走"


def test_helpers_who_differ_are_shown_too(as_chair, chair, as_committee, committee):
    helper = make_members.member(name="方梅")
    activity = make.activity()
    mine = filled(activity, committee)
    as_chair.post(address(activity), filled(activity, chair, helpers="方梅"))

    response = as_committee.post(address(activity), mine)

    assert list(activity.helpers.all()) == [helper]
    assert response.context["conflict"] == [("协助人员", "", "方梅")]


def test_a_move_in_between_is_a_conflict_too(as_chair, chair):
    activity = make.activity()
    mine = filled(activity, chair)
    as_chair.post(f"/plans/activities/{activity.pk}/move/", {"to": "2026-05"})

    response = as_chair.post(address(activity), mine)

    assert response.status_code == 409
    assert ("月份", "2026年3月", "2026年5月") in response.context["conflict"]


def test_a_day_outside_of_the_months_is_refused_and_the_text_comes_back(
    as_chair, chair
):
    activity = make.activity()
    sent = filled(activity, chair, title="新名称", starts_on="2026-5-2")

    response = as_chair.post(address(activity), sent)

    form = response.context["form"]
    assert form.errors == {"starts_on": ["计划日期不在所选的月份里。"]}
    assert form["title"].value() == "新名称"


def test_a_day_alone_tells_the_month(as_chair, chair):
    activity = make.activity()
    sent = filled(activity, chair, first_month="", last_month="", starts_on="2026-5-2")

    as_chair.post(address(activity), sent)

    activity.refresh_from_db()
    assert activity.span == "2026年5月"


@pytest.mark.parametrize(
    ("state", "reason"),
    [
        ("closed", "活动已完成，安排不再改动。"),
        ("held", "活动已举办，安排不再改动。"),
        ("dropped", "活动已取消，恢复后才能修改。"),
    ],
)
def test_what_is_over_is_not_edited(as_chair, state, reason):
    activity = make.activity(state=state)

    response = as_chair.get(address(activity))

    assert response.status_code == 403
    assert reason in response.content.decode()


def test_items_of_an_archived_plan_are_read_only(as_chair):
    activity = make.activity(plan=make.plan(state="archived"))

    response = as_chair.get(address(activity))

    assert response.status_code == 403
    assert "计划已归档，只能查看。" in response.content.decode()


def test_a_group_leader_edits_the_own_group_activity_only(
    as_group_leader, group_leader
):
    own = make.activity(level="组", lead=group_leader.member)
    others = make.activity(level="校", lead=group_leader.member)

    assert as_group_leader.get(address(own)).status_code == 200
    assert as_group_leader.get(address(others)).status_code == 403


def test_what_was_typed_is_not_lost_when_the_activity_was_dropped_meanwhile(
    as_committee, committee
):
    activity = make.activity()
    mine = filled(activity, committee, notes="写了半天的说明。")
    type(activity).objects.update(state="dropped", reason="下雨。")

    response = as_committee.post(address(activity), mine)

    activity.refresh_from_db()
    page = response.content.decode()
    assert (response.status_code, activity.notes) == (409, "")
    assert "没有保存：活动已取消，恢复后才能修改。" in page
    assert "写了半天的说明。" in page


CORRECTED = {"title": "改过的名称", "level": "校", "place": "礼堂"}


def test_a_correction_in_the_admin_reaches_an_open_form(as_chair, chair, as_committee):
    activity = make.activity(title="原来的名称")
    open_form = filled(activity, chair, title="主席的名称")
    admin = f"/admin/plans/activity/{activity.pk}/change/"
    as_committee.post(admin, CORRECTED | {"seen_version": 1})

    response = as_chair.post(address(activity), open_form)

    activity.refresh_from_db()
    assert (response.status_code, activity.title) == (409, "改过的名称")


def test_the_admin_saves_over_no_newer_version(as_chair):
    activity = make.activity(title="刚改的名称", version=2)
    admin = f"/admin/plans/activity/{activity.pk}/change/"

    response = as_chair.post(admin, CORRECTED | {"seen_version": 1})

    activity.refresh_from_db()
    assert activity.title == "刚改的名称"
    assert "刚才被别人改过了" in response.content.decode()
