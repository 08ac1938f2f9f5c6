"""Logging a visit: under a minute, once, and with a word where something is odd."""

import datetime
import threading
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.utils import timezone

from members.models import AuditEntry
from tests import make_members
from tests import make_welfare as make
from tests.conftest import BACKEND
from tests.foundation.test_files import picture
from welfare.models import FundSource, Occasion, Visit

PATH = "/welfare/visits/new/"


def values(**changed):
    return {
        "member": "A1",
        "occasion": Occasion.objects.get(name="生病住院").pk,
        "visited_on": "2026-3-5",
        "amount": "300",
        "source": FundSource.objects.get(name="工会经费").pk,
        "visitors": "顾委员、A2",
        "kind": "goods",
        "relation": "self",
        "version": "1",
        "form_key": "one-rendering",
        **changed,
    }


@pytest.fixture
def people(db):
    make_members.member(name="赵一", staff_no="A1")
    make_members.member(name="钱二", staff_no="A2")


def test_a_visit_is_logged_and_recorded(as_committee, committee, people):
    answer = as_committee.post(PATH, values())

    visit = Visit.objects.get()
    assert answer.url == f"/welfare/visits/{visit.pk}/"
    assert (visit.member.name, visit.amount, visit.state) == ("赵一", 300, "visited")
    assert visit.occurred_on == visit.visited_on == datetime.date(2026, 3, 5)
    assert sorted(p.name for p in visit.visitors.all()) == sorted(["顾委员", "钱二"])
    entry = AuditEntry.objects.get(action="visit.logged")
    assert (entry.by, entry.details) == (committee, {"amount": "300"})


def test_the_form_comes_with_today_oneself_and_the_last_source(as_committee, committee):
    make.visit(by=committee, source="帮困基金")

    form = as_committee.get(PATH).context["form"]

    assert form["visited_on"].value() == timezone.localdate()
    assert form["visitors"].value() == f"顾委员（{committee.username}）"
    assert form["source"].value() == FundSource.objects.get(name="帮困基金").pk


def test_a_visit_that_is_still_due_has_no_day_of_visit(as_committee, people):
    as_committee.post(
        PATH, values(visited_on="", occurred_on="2026-3-1", due_on="2026-3-9")
    )

    visit = Visit.objects.get()
    assert (visit.state, visit.visited_on) == ("planned", None)
    assert visit.due_on == datetime.date(2026, 3, 9)


def test_the_same_rendering_sent_twice_makes_one_visit(as_committee, people):
    first = as_committee.post(PATH, values())
    second = as_committee.post(PATH, values(doubts_seen="on"))

    assert Visit.objects.count() == 1
    assert first.url == second.url


def test_a_photo_goes_with_it(as_committee, people):
    photo = SimpleUploadedFile("照片.jpg", picture())

    as_committee.post(PATH, values(photos=[photo]))

    visit = Visit.objects.get()
    stored = visit.files.get()
    answer = as_committee.get(f"/welfare/visits/{visit.pk}/files/{stored.pk}/")
    answer.close()
    assert stored.name == "照片.jpg"
    assert answer.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"


@pytest.mark.parametrize(
    ("changed", "field", "said"),
    [
        (
            {"member": "没有这人"},
            "member",
            "名册里没有「没有这人」。可以写姓名、拼音首字母或工号。",
        ),
        ({"amount": "三百"}, "amount", "金额请写成数字，例如 300 或 1,234.50。"),
        (
            {"visited_on": "昨天"},
            "visited_on",
            "看不懂这个日期，请写成 2026-3-8 或 3月8日 的样子。",
        ),
        (
            {"visitors": "顾委员"},
            "visitors",
            "按规定慰问要以组织名义，由两人以上走访。只有一人时请勾选「已知道，仍然保存」。",
        ),
        (
            {"visited_on": "2099-1-1"},
            "visited_on",
            "走访日期还没有到。还没有去的请空着，登记为待走访。",
        ),
        (
            {"occurred_on": "2026-3-9"},
            "__all__",
            "走访日期不能早于发生日期。",
        ),
    ],
)
def test_what_is_wrong_or_odd_is_said_and_nothing_is_lost(
    as_committee, people, changed, field, said
):
    answer = as_committee.post(PATH, values(goods="水果", **changed))

    form = answer.context["form"]
    assert form.errors[field] == [said]
    assert form["goods"].value() == "水果"
    assert Visit.objects.count() == 0


def test_an_oddity_may_be_confirmed(as_committee, people):
    as_committee.post(PATH, values(visitors="顾委员", doubts_seen="on"))

    assert Visit.objects.get().visitors.count() == 1


def test_the_same_occasion_in_the_same_year_is_asked_about(as_committee, people):
    as_committee.post(PATH, values())

    again = as_committee.post(PATH, values(form_key="another", visited_on="2026-5-1"))

    assert again.context["form"].errors["occasion"] == [
        "2026年3月5日 已经为同一事由慰问过赵一（¥300.00）。不是重复的话，请勾选「已知道，仍然保存」。"
    ]


def test_the_same_rendering_with_another_person_makes_another_visit(
    as_committee, people
):
    as_committee.post(PATH, values())
    as_committee.post(PATH, values(member="A2"))

    assert [v.member.staff_no for v in Visit.objects.order_by("pk")] == ["A1", "A2"]


def test_remarks_are_sealed_in_the_database(as_committee, people):
    as_committee.post(PATH, values(remarks="病情很重"))

    with connection.cursor() as cursor:
        cursor.execute("SELECT remarks FROM welfare_visit")
        stored = cursor.fetchone()[0]
    assert "病情" not in stored
    assert Visit.objects.get().remarks == "病情很重"


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_two_posts_at_once_make_one_visit(lifted_triggers):
    user = make_members.user("committee")
    make_members.member(name="赵一", staff_no="A1")
    sent = values(visitors="", doubts_seen="on")

    def post():
        client = Client()
        client.force_login(user, backend=BACKEND)
        client.post(PATH, sent)
        connection.close()

    threads = [threading.Thread(target=post) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert Visit.objects.count() == 1
    assert Visit.objects.get().amount == Decimal(300)


def test_what_is_folded_is_never_asked_for(as_committee, people):
    page = as_committee.get(PATH).content.decode()
    as_committee.post(PATH, values(kind="", relation=""))

    assert "必填" not in page[page.index("其他（都可以不填）") :]
    visit = Visit.objects.get()
    assert (visit.kind, visit.relation) == ("goods", "self")
