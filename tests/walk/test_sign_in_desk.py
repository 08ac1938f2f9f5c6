"""The desk with 120 delegates, by the keys alone; the line is right at 79, 80, 81."""

import pytest
from django.db import connection
from playwright.sync_api import expect

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        connection.vendor != "sqlite", reason="the deeds are tested on both databases"
    ),
]

SETUP = """
import datetime
from congress.models import *
from congress.services import sittings
from members.models import Member, User
day = datetime.date.today()
congress = Congress.objects.create(term=9)
unit = Constituency.objects.create(congress=congress, name='全校', quota=120)
people = [
    Member(staff_no=f'Q{n:03d}', name=f'代表{n:03d}', work_status='working')
    for n in range(120)
]
for one in people:
    one.derive()
Member.objects.bulk_create(people)
Delegate.objects.bulk_create(
    Delegate(congress=congress, member=one, constituency=unit, elected_on=day)
    for one in people
)
session = Session.objects.create(congress=congress, ordinal=1)
sitting = Sitting.objects.create(session=session, held_on=day)
sittings.sitting_open(sitting, by=User.objects.filter(groups__name='chair').first())
print(sitting.pk)
"""
LINES = {
    79: "应到120人，实到79人，没有达到三分之二（80人），还差1人",
    80: "应到120人，实到80人，达到三分之二（80人）",
    81: "应到120人，实到81人，达到三分之二（80人）",
}


def test_120_delegates_sign_in_by_the_keys_alone(page_as, office):
    sitting = office.manage("shell", "-v0", "-c", SETUP).strip().splitlines()[-1]
    page = page_as("committee")
    page.goto(f"/congress/sittings/{sitting}/desk/")

    for number in range(120):
        expect(page.locator("input[name=typed]")).to_be_focused()
        page.keyboard.type(f"Q{number:03d}")
        page.keyboard.press("Enter")
        expect(page.locator(".desk-card.is-done")).to_contain_text(f"代表{number:03d}")
        if number + 1 in LINES:
            expect(page.locator("main")).to_contain_text(LINES[number + 1])

    expect(page.locator("main")).to_contain_text("应到120人，实到120人")

    page.keyboard.type("Q007")
    page.keyboard.press("Enter")
    expect(page.locator(".desk-card")).to_contain_text("已经在")
    page.get_by_role("button", name="退回这次签到").click()
    expect(page.locator(".desk-card")).to_contain_text("已退回，还没有签到")
    expect(page.locator("main")).to_contain_text("实到119人")
