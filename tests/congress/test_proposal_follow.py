"""After the answer: what has become of the promise, and what goes on to the next session."""

import pytest
from django.core.exceptions import PermissionDenied

from congress import reporting, services
from tests import make_congress as make
from tests import make_members as people


@pytest.fixture
def place(db):
    return people.department("总务处")


@pytest.fixture
def as_handler_of(place, sign_in):
    return sign_in(
        people.user("handler", "member", member_values={"department": place})
    )


def promised(state="rated", days=-3, **values):
    """Answered with a promise whose day was three days ago."""
    row = make.proposal(state, **values)
    row.rounds.update(result="started", promised_on=make.days(days))
    return row


def follow(client, row, **values):
    return client.post(f"{row.get_absolute_url()}follow/", values)


def test_the_department_says_that_it_is_done(as_handler_of, place, as_member):
    row = promised(department=place)

    for _ in range(2):  # a double click
        follow(as_handler_of, row, result="solved", note="充电棚昨天启用。")

    assert row.steps.count() == 1
    last = row.rounds.get()
    assert (last.result, last.promised_on) == ("solved", None)
    assert last.followed_on == make.days(0)
    text = as_member.get(row.get_absolute_url()).content.decode()
    assert "落实情况：采纳，已解决或基本解决（A）" in text
    assert "充电棚昨天启用。" in text


def test_a_new_promise_has_a_day(as_handler_of, place):
    row = promised(department=place)

    answer = follow(as_handler_of, row, result="planned", note="预算没有批下来")

    assert answer.context["form"].errors == {
        "promised_on": ["正在解决或列入计划的，要写计划完成日期。"]
    }


def test_another_department_changes_nothing(db, sign_in):
    row = promised(department=people.department("教务处"))
    other = people.user(
        "handler", "member", member_values={"department": people.department("总务处")}
    )

    assert follow(sign_in(other), row, result="solved", note="x").status_code == 403


def test_the_last_result_is_the_one_counted(committee):
    row = promised()
    services.proposal_follow(row, by=committee, result="solved", note="办好了")

    counts = reporting.Counts.of()

    assert counts.whole.grades == {"A": 1}


def test_a_promise_past_its_day_waits_for_department_and_office(
    as_committee, committee, place
):
    row = promised(department=place)
    promised(days=5)
    person = people.user("handler", "member", member_values={"department": place})

    found = as_committee.get("/congress/proposals/", {"waiting": "deliver"})

    assert [one.pk for one in found.context["page"]] == [row.pk]
    for user, title in (
        (committee, "跟踪到期还没落实的提案"),
        (person, "更新到期的落实情况"),
    ):
        assert [t.title for t in reporting.todo(user, make.days(0))] == [title]


def test_nothing_is_followed_before_the_answer(committee):
    row = make.proposal("assigned")

    with pytest.raises(PermissionDenied):
        services.proposal_follow(row, by=committee, result="solved", note="x")


@pytest.fixture
def sessions(db):
    """One that is over, and the next of the same congress in preparation."""
    congress = make.congress(5)
    old = make.session("closed", congress=congress, ordinal=3)
    return old, make.session("preparing", congress=congress, ordinal=4)


def test_what_is_not_at_its_end_goes_on_to_the_next_session(
    as_chair, as_member, sessions, place
):
    old, new = sessions
    going = [
        make.proposal("assigned", session=old, title="还在办的"),
        promised(session=old, title="答应了还没办完的"),
    ]
    make.proposal("rated", session=old, title="办完的")
    make.proposal("rejected", session=old, title="没有立案的")
    department = make.congress(1, level="department", department=place)
    elsewhere = make.session("closed", congress=department)
    make.proposal("assigned", session=elsewhere, title="二级教代会的")

    as_chair.post(f"/congress/sessions/{new.pk}/open/")

    assert list(new.carried.order_by("number")) == going
    assert going[0].steps.get().title == f"结转到{new.short}会议继续跟踪"
    page = as_member.get(f"/congress/sessions/{new.pk}/").content.decode()
    assert "以前会次结转 2 件" in page
    found = as_member.get("/congress/proposals/", {"carried": new.pk})
    assert {row.title for row in found.context["page"]} == {
        "还在办的",
        "答应了还没办完的",
    }
    report = as_member.get(f"/congress/sessions/{new.pk}/report/").content.decode()
    assert "以前会次结转 2 件，其中 1 件已办结。" in report


def test_what_goes_on_twice_stays_in_both_lists(chair, sessions):
    old, new = sessions
    row = make.proposal("assigned", session=old)
    services.session_open(new, by=chair)
    third = make.session("preparing", congress=old.congress, ordinal=5)

    services.session_open(third, by=chair)

    assert list(new.carried.all()) == list(third.carried.all()) == [row]


def test_a_draft_goes_along_to_the_session_that_calls(as_member, member_user, sessions):
    old, new = sessions
    type(new).objects.filter(pk=new.pk).update(state="open")
    row = make.proposal("seconding", session=old, author=member_user.member)
    make.seconding(row, people.member(), "confirmed")

    as_member.post(f"{row.get_absolute_url()}move/", {"session": new.pk})

    row.refresh_from_db()
    assert (row.session, row.state) == (new, "seconding")
    assert row.secondings.count() == 1


def test_three_grades_where_the_session_says_so(as_member, member_user):
    session = make.session(scale="three")
    row = make.proposal("replied", session=session, author=member_user.member)

    form = as_member.get(f"{row.get_absolute_url()}rate/").context["form"]
    answer = as_member.post(f"{row.get_absolute_url()}rate/", {"rating": "very"})

    assert [label for _, label in form.fields["rating"].choices] == [
        "满意",
        "基本满意",
        "不满意",
    ]
    assert "rating" in answer.context["form"].errors
    paper = as_member.get(f"{row.get_absolute_url()}print/").content.decode()
    assert "□非常满意" not in paper
    assert "□满意　□基本满意　□不满意" in paper
