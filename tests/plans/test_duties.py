"""Standing duties: when they come up, that they are done, and that plans have them."""

import datetime

import pytest

from members.models import AuditEntry
from plans.models import Activity, Duty, DutyDone
from plans.reporting import duties as reporting
from plans.services import duties as services
from tests import make_members
from tests import make_plans as make
from unionoffice.states import StateError

D = datetime.date
NEW = {
    "title": "女职工档案更新",
    "rhythm": "yearly",
    "times": 2,
    "months": "4、10",
    "ahead_days": 14,
    "since": "2026-1-1",
    "form_key": "k",
}


def test_a_turn_comes_up_before_it_is_due_and_goes_when_done(chair):
    duty = make.duty(title="报告", rhythm="half", ahead_days=14)

    assert reporting.todo(chair, D(2026, 6, 15)) == []
    (waiting,) = reporting.todo(chair, D(2026, 6, 16))
    assert (waiting.title, waiting.due) == ("报告（6月）", D(2026, 6, 30))
    services.duty_do(
        duty, by=chair, period=D(2026, 6, 1), done_on=D(2026, 6, 16), remark=""
    )
    assert reporting.todo(chair, D(2026, 7, 1)) == []


def test_what_was_missed_waits_on(chair):
    make.duty(rhythm="half")

    (waiting,) = reporting.todo(chair, D(2026, 9, 1))

    assert waiting.due == D(2026, 6, 30)


def test_the_member_who_answers_for_it_is_told_too(member_user):
    make.duty(title="别人的")
    make.duty(title="我的", lead=member_user.member)

    found = reporting.todo(member_user, D(2026, 1, 31))

    assert [item.title for item in found] == ["我的（1月）"]


def test_a_duty_is_added_and_a_double_click_adds_one(as_committee):
    urls = {as_committee.post("/plans/duties/new/", NEW).url for _ in range(2)}

    duty = Duty.objects.get()
    assert (len(urls), duty.months, duty.when) == (1, [4, 10], "每年（4、10月）")


def test_an_impossible_day_is_refused_with_its_reason(as_committee):
    page = as_committee.post("/plans/duties/new/", NEW | {"due_day": 32})

    assert "几日前办完要在 1 到 31 之间" in page.content.decode()


def test_two_who_edit_one_duty(as_committee, as_chair):
    duty = make.duty(title="旧名")
    address = f"/plans/duties/{duty.pk}/edit/"
    values = NEW | {"version": 1, "is_active": "on"}

    assert as_committee.post(address, values | {"title": "先到"}).status_code == 302
    page = as_chair.post(address, values | {"title": "后到"})

    assert page.status_code == 409
    assert "先到" in page.content.decode()


def test_a_stopped_duty_is_told_no_more(chair):
    make.duty(is_active=False)

    assert reporting.todo(chair, D(2026, 6, 1)) == []


def test_done_is_recorded_by_page_with_date_and_remark(as_committee, committee):
    duty = make.duty(since=datetime.date.today().replace(day=1))  # noqa: DTZ011
    address = f"/plans/duties/{duty.pk}/do/"
    form = as_committee.get(address).context["form"]
    period = form.fields["period"].choices[0][0]
    today = form.fields["done_on"].initial

    as_committee.post(
        address, {"period": period, "done_on": today, "remark": "送了蛋糕。"}
    )

    record = DutyDone.objects.get()
    assert (record.remark, record.done_by) == ("送了蛋糕。", committee)
    assert "送了蛋糕。" in as_committee.get(duty.get_absolute_url()).content.decode()


def test_a_day_to_come_is_refused(as_committee):
    duty = make.duty()

    page = as_committee.post(f"/plans/duties/{duty.pk}/do/", {"done_on": "2099-1-1"})

    assert "不能晚于今天" in str(page.context["form"].errors["done_on"])


def test_a_turn_is_done_once(chair):
    duty = make.duty()
    values = {"period": D(2026, 3, 1), "done_on": D(2026, 3, 9), "remark": ""}
    first = services.duty_do(duty, by=chair, form_key="k", **values)

    assert services.duty_do(duty, by=chair, form_key="k", **values) == first
    with pytest.raises(StateError):
        services.duty_do(duty, by=chair, form_key="other", **values)


def test_a_record_made_by_mistake_is_taken_back(as_chair):
    record = make.duty_done()

    as_chair.post(f"/plans/duties/records/{record.pk}/reopen/")

    assert DutyDone.objects.count() == 0
    assert AuditEntry.objects.filter(action="duty.reopened").exists()


def test_the_usual_ones_come_with_one_click_and_once(as_chair):
    for _ in range(2):
        as_chair.post("/plans/duties/fill/")

    assert Duty.objects.count() == 8
    archive = Duty.objects.get(title="女职工档案更新")
    assert (archive.months, archive.category.name) == ([4, 10], "女工")


def test_a_new_plan_may_begin_with_them(as_committee):
    make.duty(title="集体生日")
    plan = {"title": "计划", "year": 2026, "kind": "calendar", "duties": "on"}

    as_committee.post("/plans/new/", plan)

    assert Activity.objects.get().title == "集体生日"


def test_the_list_asks_as_often_for_many_as_for_one(
    as_chair, django_assert_max_num_queries
):
    for number in range(4):
        make.duty_done(duty=make.duty(title=f"第{number}", lead=make_members.member()))

    with django_assert_max_num_queries(14):
        page = as_chair.get("/plans/duties/")

    assert page.context["table"].count == 4


def test_the_years_sheet_tells_each_turn_and_what_was_not_done(chair):
    duty = make.duty(title="报告", rhythm="half", who="工会主席")
    make.duty_done(
        duty=duty, period=D(2026, 6, 1), done_on=D(2026, 6, 20), remark="已交。"
    )

    sheet = reporting.year_sheet(2026, D(2027, 1, 9))

    assert sheet.rows == [
        ("报告", "6月", "工会主席", D(2026, 6, 30), D(2026, 6, 20), "已交。"),
        ("报告", "12月", "工会主席", D(2026, 12, 31), None, "没有登记"),
    ]
    assert sheet.totals[-1] == "办好 1 次"
