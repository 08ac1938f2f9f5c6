"""The sheet: opened, changed, closed, read, printed, sent out."""

import io

import openpyxl
import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from plans import rules, services
from plans.models import Signup, SignupSheet
from tests import make_members, make_plans
from tests import make_signups as make
from unionoffice.states import StateError

SENT = {
    "allocation": "first",
    "places": "30",
    "opens_at_day": "2026-3-1",
    "opens_at_time": "",
    "closes_at_day": "2026-3-6",
    "closes_at_time": "17:00",
    "companions_most": "1",
    "companions_count": "on",
    "people": "working",
    "members_only": "on",
    "sex": "女",
    "note": "",
}


def page_of(activity, deed=""):
    return f"/plans/activities/{activity.pk}/sheet/{deed}"


def test_the_office_opens_a_signup_in_one_form(as_committee):
    activity = make.coming()

    as_committee.post(page_of(activity, "new/"), SENT)

    sheet = SignupSheet.objects.get()
    closes = timezone.localtime(sheet.closes_at)
    assert (sheet.activity, sheet.places, closes.hour) == (activity, 30, 17)
    assert timezone.localtime(sheet.opens_at).hour == 8
    assert sheet.who.words == "面向全体在职女会员"


def test_a_signup_that_closes_before_it_opens_is_refused(as_committee):
    sent = SENT | {"closes_at_day": "2026-2-1"}

    page = as_committee.post(page_of(make.coming(), "new/"), sent).content.decode()

    assert "报名截止要在报名开始之后。" in page
    assert not SignupSheet.objects.exists()


@pytest.mark.django_db
def test_an_activity_has_one_sheet():
    activity = make.sheet().activity

    with pytest.raises(StateError, match="已经有报名表"):
        services.sheet_add(
            SignupSheet(
                activity=activity,
                opens_at=timezone.now(),
                closes_at=timezone.now() + make.HOUR,
            ),
            by=None,
        )


def test_items_of_a_plan_wait_for_its_approval(committee):
    activity = make_plans.activity(plan=make_plans.plan())

    assert "批准" in rules.sheet_new(committee, activity).reason


def test_places_that_are_added_go_to_those_who_wait(as_committee):
    sheet = make.sheet(places=1)
    make.signup(sheet)
    make.signup(sheet, make_members.member(name="候补甲"))
    terms = SENT | {"places": "2", "version": "1", "companions_count": "on"}

    page = as_committee.post(page_of(sheet.activity, "edit/"), terms, follow=True)

    assert "候补转正：候补甲" in page.content.decode()
    assert sheet.signups.placed().count() == 2


def test_fewer_places_than_taken_are_refused(as_committee):
    sheet = make.sheet(places=2)
    make.signup(sheet)
    make.signup(sheet)
    terms = SENT | {"places": "1", "version": "1"}

    page = as_committee.post(page_of(sheet.activity, "edit/"), terms)

    assert (
        "报上的人和同行的人已经占了 2 个名额，不能比这更少。" in page.content.decode()
    )


@pytest.mark.django_db
def test_the_database_itself_refuses_a_place_too_many():
    sheet = make.sheet(places=1)
    signup = make.signup(sheet)

    with pytest.raises(IntegrityError), transaction.atomic():
        SignupSheet.objects.update(taken=2)
    with pytest.raises(IntegrityError), transaction.atomic():
        Signup.objects.create(
            sheet=sheet, member=signup.member, number=9, state="waiting"
        )


def test_the_second_of_two_editors_sees_both_texts(as_committee):
    sheet = make.sheet()
    SignupSheet.objects.update(version=2, note="自带水杯")

    page = as_committee.post(
        page_of(sheet.activity, "edit/"), SENT | {"version": "1", "note": "带伞"}
    )

    told = page.content.decode()
    assert page.status_code == 409
    assert ("自带水杯" in told, "带伞" in told) == (True, True)


def test_the_list_the_sheet_and_the_workbook_name_the_same_people(as_committee):
    sheet = make.sheet(places=2, companions_most=1)
    size = make.question(sheet=sheet, words="尺码")
    for name in ("方梅", "高远", "候补甲"):
        make.signup(sheet, make_members.member(name=name), answers={size: "L"})

    page = as_committee.get(page_of(sheet.activity))
    printed = as_committee.get(page_of(sheet.activity, "print/")).content.decode()
    book = as_committee.get(page_of(sheet.activity, "export/"))

    table = openpyxl.load_workbook(io.BytesIO(book.content)).active
    assert page.context["rows"][0][1] == [("尺码", "L")]
    names = [row[2] for row in table.iter_rows(min_row=3, values_only=True) if row[2]]
    assert names == [one.member.name for one, _ in page.context["rows"]]
    assert [n in printed for n in names] == [True, True, False]
    assert "尺码" in [cell.value for cell in table[2]]


def test_the_list_of_activities_finds_what_is_open_for_signup(as_member):
    make.sheet()
    make.closed(make.sheet(activity=make.coming(title="早就截止")))
    make.coming(title="没有报名表")

    rows = as_member.get("/plans/activities/?state=signing").context["page"]

    assert [row.title for row in rows] == ["周六健步走"]


def test_an_activity_without_signup_prints_empty_lines(as_committee):
    page = as_committee.get(page_of(make.coming(), "print/"))

    assert len(page.context["blanks"]) == 30


def test_closing_early_ends_it(as_committee):
    sheet = make.sheet()

    as_committee.post(page_of(sheet.activity, "close/"))

    sheet.refresh_from_db()
    assert sheet.has_closed(timezone.now())


def test_questions_come_and_go_until_somebody_answered(as_committee):
    sheet = make.sheet()
    sent = {"words": "尺码", "kind": "choice", "options": "M\nL", "is_required": "on"}

    as_committee.post(page_of(sheet.activity, "questions/new/"), sent)
    question = sheet.questions.get()
    offer = f"/plans/questions/{question.pk}/remove/"
    before = as_committee.get(page_of(sheet.activity)).content.decode()
    make.signup(sheet, answers={question: "M"})
    after = as_committee.get(page_of(sheet.activity)).content.decode()
    kept = as_committee.post(f"/plans/questions/{question.pk}/remove/")

    assert question.choices == ["M", "L"]
    assert (offer in before, offer in after) == (True, False)
    assert kept.status_code == 403
    sheet.signups.get().answers.all().delete()
    as_committee.post(f"/plans/questions/{question.pk}/remove/")
    assert not sheet.questions.exists()
