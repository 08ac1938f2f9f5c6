"""The pages over all apps: workbench, my page, quick find, health."""

import datetime
import re

import pytest
from django.test import Client
from django.utils import timezone

from members import roles
from tests import make_members as make
from tests import make_welfare


def test_the_workbench_tells_what_waits(as_committee, committee):
    due = datetime.date(2026, 11, 30)
    make_welfare.visit(visited_on=None, occurred_on=make_welfare.DAY, due_on=due)

    bench = as_committee.get("/").context["bench"]

    assert ("去走访慰问", 1, due) in [(t.title, t.count, t.due) for t in bench.todo]
    assert len(bench.festivals) == 4


@pytest.mark.parametrize(("days", "is_late"), [(-1, True), (0, False)])
def test_what_is_past_its_day_is_marked(as_committee, days, is_late):
    due = timezone.localdate() + datetime.timedelta(days=days)
    make_welfare.visit(visited_on=None, occurred_on=make_welfare.DAY, due_on=due)

    page = as_committee.get("/").content.decode()

    found = re.search(r'<span class="todo-due">(.*?)</span>\s*</li>', page, re.S)[1]
    assert ("逾期" in found, f"{due.day}日前" in found) == (is_late, True)


def test_my_page_shows_my_record_and_who_reads_it(as_member, member_user):
    page = as_member.get("/me/").content.decode()

    assert "林老师" in page
    assert "谁能看到我的资料" in page
    assert "系统不保存任何体检结果" in page


def test_a_visit_received_stands_on_my_page(as_member, member_user):
    make_welfare.visit(member_user.member)

    moments = as_member.get("/me/").context["page"].moments

    assert "收到慰问：生病住院" in [moment.title for moment in moments]


def test_an_account_without_a_member_opens_every_own_page(db, sign_in):
    account = make.user(roles.CHAIR)
    account.member = None
    account.save()
    client = sign_in(account)

    pages = ["/", "/me/", "/find/?q=a", "/year/", "/plans/", "/welfare/visits/new/"]
    assert [p for p in pages if client.get(p).status_code != 200] == []


@pytest.mark.parametrize("address", ["/healthz", "/readyz"])
def test_health_is_told_to_anybody(db, address):
    assert Client().get(address).content == b"ok"


def test_every_answer_carries_the_policy(as_member, anonymous):
    for client, address in [
        (as_member, "/"),
        (as_member, "/nowhere/"),
        (anonymous, "/"),
    ]:
        headers = client.get(address).headers
        assert "default-src 'self'" in headers["Content-Security-Policy"]
        assert headers["X-Frame-Options"] == "DENY"
        assert headers["X-Content-Type-Options"] == "nosniff"


def test_pages_of_a_person_stay_out_of_caches(as_member):
    assert as_member.get("/me/").headers["Cache-Control"] == "no-store"


def test_a_refusal_says_why(as_member):
    answer = as_member.get("/members/")

    assert answer.status_code == 403
    assert "办理。" in answer.content.decode()


def number_in(picture):
    assert picture.headers["Content-Type"] == "image/svg+xml"
    return re.findall(r">(\d+)</text>", picture.content.decode())


def test_the_number_of_todos_is_a_picture_in_the_bar(as_committee, as_member):
    for _ in range(12):
        make_welfare.visit(visited_on=None, occurred_on=make_welfare.DAY)
    waiting = as_committee.get("/").context["bench"].todo

    number = number_in(as_committee.get("/todo/count/"))

    assert number == [str(sum(todo.count for todo in waiting))]
    assert number_in(as_member.get("/todo/count/")) == []
