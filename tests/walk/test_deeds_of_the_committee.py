"""The second job: a committee member logs a visit on the phone, closes an activity."""

import time

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from tests.walk.steps import enter, field, follow, heading, photo, press, told

pytestmark = pytest.mark.browser

AFTERNOON = "教职工羽毛球友谊赛"


@pytest.fixture
def on_the_phone(page_as):
    return page_as("committee", width=390, height=844)


def as_typed(office, role):
    """How one names a person without doubt: the staff number."""
    return office.accounts[role]["username"]


def not_yet_visited(office):
    """The staff number of somebody of whom no visit is known."""
    fresh = "Member.objects.filter(work_status='working', visits=None)"
    return office.ask(f"{fresh}.earliest('pk').staff_no")


def test_a_visit_is_logged_from_the_phone_in_under_a_minute(on_the_phone, office):
    whom = not_yet_visited(office)
    page, started = on_the_phone, time.monotonic()
    enter(page, "送温暖")
    follow(page, "记一次慰问")
    expect(field(page, "慰问谁")).to_be_focused()
    field(page, "慰问谁").fill(whom)
    field(page, "事由").select_option(label="生病住院")
    field(page, "金额（元）").fill("500")
    field(page, "走访人").press("End")
    field(page, "走访人").press_sequentially(f"、{as_typed(office, 'chair')}")
    field(page, "照片或收据").set_input_files(photo())
    button = page.get_by_role("button", name="保存慰问记录")
    expect(button).to_be_in_viewport()
    button.click()

    told(page, "已记下")
    told(page, "¥500.00")
    assert time.monotonic() - started < 60
    kept = office.ask(
        "[[v.member.staff_no, str(v.occasion), str(v.amount), v.state,"
        " v.visitors.count(), v.files.count()]"
        " for v in [Visit.objects.latest('pk')]]"
    )
    assert kept == [[whom, "生病住院", "500.00", "visited", 2, 1]]


def test_a_visit_like_an_earlier_one_is_asked_about_and_then_kept(page_as, office):
    page, whom = page_as("committee2"), not_yet_visited(office)
    for words in ("已记下", "已经为同一事由慰问过"):
        page.goto("/welfare/visits/new/")
        field(page, "慰问谁").fill(whom)
        field(page, "事由").select_option(label="结婚")
        field(page, "金额（元）").fill("300")
        field(page, "走访人").fill(
            f"{as_typed(office, 'chair')}、{as_typed(office, 'committee')}"
        )
        press(page, "保存慰问记录")
        expect(page.locator("body")).to_contain_text(words)

    field(page, "已知道，仍然保存").check()
    press(page, "保存慰问记录")

    told(page, "已记下")
    rows = f"Visit.objects.filter(member__staff_no='{whom}', occasion__name='结婚')"
    assert office.ask(f"{rows}.count()") == 2


def test_a_slow_press_is_kept_while_the_names_are_being_looked_up(page_as, office):
    page, whom = page_as("committee"), not_yet_visited(office)
    page.goto("/welfare/visits/new/")
    field(page, "慰问谁").fill(whom)
    field(page, "事由").select_option(label="祝寿")
    field(page, "金额（元）").fill("200")
    two = [as_typed(office, role) for role in ("chair", "committee")]
    field(page, "走访人").fill("、".join(two))
    page.get_by_role("button", name="保存慰问记录", exact=True).hover()

    page.mouse.down()
    page.wait_for_timeout(250)
    page.mouse.up()

    told(page, "已记下")


def test_an_activity_is_closed_with_people_words_a_photo_and_its_cost(page_as, office):
    page = page_as("committee", width=390, height=844)
    page.goto("/plans/activities/new/")
    field(page, "活动").fill(AFTERNOON)
    field(page, "月份").select_option(label=f"{timezone.localdate():%Y年%-m月}")
    field(page, "负责人").fill(as_typed(office, "committee"))
    press(page, "登记活动")
    follow(page, "登记记录")
    heading(page, "登记活动记录")
    people = ["member", "member2", "chair"]
    field(page, "参加人员").fill("\n".join(as_typed(office, r) for r in people))
    field(page, "其他人员（人数）").fill("2")
    field(page, "支出（元）").fill("1,280.5")
    field(page, "活动记录").fill("分四组循环赛，打得热闹，赛后整理了器材。")
    field(page, "照片和材料").set_input_files(photo())
    press(page, "完成活动记录")

    told(page, "活动记录已完成")
    expect(page.locator("main")).to_contain_text("¥1,280.50")
    kept = office.ask(
        "[[a.state, a.attendees.count(), a.guests, str(a.cost), a.files.count()]"
        f" for a in Activity.objects.filter(title='{AFTERNOON}')]"
    )
    assert kept == [["closed", 3, 2, "1280.50", 1]]
