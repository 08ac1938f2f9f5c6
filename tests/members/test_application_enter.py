"""The office enters an application that came on paper."""

import datetime

import pytest

from members.models import Application
from tests import make_members as make
from tests.members.histories import text

WORDS = "本人自愿加入工会，请批准。"


def address(member):
    return f"/members/{member.pk}/application/"


def test_a_paper_is_entered_with_its_own_day(as_committee, committee, outsider):
    told = {"kind": "join", "filed_on": "2026-3-2", "words": WORDS}

    answer = as_committee.post(address(outsider), told)

    made = Application.objects.get()
    assert answer.url == made.get_absolute_url()
    assert (made.is_paper, made.signed_as, made.filed_by) == (True, "", committee)
    assert made.filed_on == datetime.date(2026, 3, 2)


@pytest.mark.parametrize(
    ("changed", "field", "said"),
    [
        ({"filed_on": "2026-3-21"}, "filed_on", "申请日期还没有到，请核对。"),
        ({"words": "入会"}, "words", "申请内容太短了，请写清楚申请什么、为什么。"),
        ({"kind": "leave"}, "kind", None),
    ],
)
def test_what_cannot_be_is_told_at_its_field(as_chair, outsider, changed, field, said):
    told = {"kind": "join", "filed_on": "2026-3-2", "words": WORDS, **changed}

    answer = as_chair.post(address(outsider), told)

    errors = answer.context["form"].errors
    assert list(errors) == [field]
    assert said is None or errors[field] == [said]


def test_a_transfer_names_where_to(as_chair, person):
    told = {"kind": "move", "filed_on": "2026-3-2", "words": "调到实验中学工作。"}

    answer = as_chair.post(address(person), told)

    assert answer.context["form"].errors["moves_to"] == ["转出要写转往哪个单位。"]


def test_a_leaving_goes_nowhere(as_chair, person):
    told = {"kind": "leave", "filed_on": "2026-3-2", "words": "本人申请退出工会。"}

    as_chair.post(address(person), {**told, "moves_to": "实验中学"})

    assert Application.objects.get().moves_to == ""


def test_while_one_is_under_way_it_is_shown_instead(as_chair, outsider):
    row = make.application(applicant=outsider)
    told = {"kind": "join", "filed_on": "2026-3-2", "words": WORDS}

    answer = as_chair.post(address(outsider), told)
    page = text(as_chair, outsider)

    assert answer.url == row.get_absolute_url()
    assert Application.objects.count() == 1
    assert row.get_absolute_url() in page
    assert address(outsider) not in page


def test_the_record_leads_there(as_chair, outsider):
    assert address(outsider) in text(as_chair, outsider)
