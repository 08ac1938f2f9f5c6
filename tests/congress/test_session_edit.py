"""The chair keeps the data of a session."""

import pytest

from congress import services
from congress.forms import SessionForm
from tests import make_congress as make
from tests.congress.test_session_new import values
from unionoffice.states import StateError


def test_two_chairs_meet_in_an_edit(as_chair):
    session = make.session("preparing", place="礼堂")
    page = as_chair.get(f"/congress/sessions/{session.pk}/edit/")
    version = page.context["form"]["version"].value()
    seen = values(version=version, title="第五届第四次教代会")
    path = f"/congress/sessions/{session.pk}/edit/"
    as_chair.post(path, seen | {"place": "报告厅"})

    answer = as_chair.post(path, seen | {"place": "食堂二楼"})

    assert answer.status_code == 409
    assert answer.context["conflict"] == [("地点", "食堂二楼", "报告厅")]
    assert "食堂二楼" in answer.content.decode()
    session.refresh_from_db()
    assert session.place == "报告厅"


def test_who_was_told_may_save_over_it(as_chair):
    session = make.session("preparing")
    path = f"/congress/sessions/{session.pk}/edit/"
    as_chair.post(path, values(version="1", place="报告厅"))
    clash = as_chair.post(path, values(version="1", place="礼堂"))

    as_chair.post(
        path, values(version=clash.context["form"]["version"].value(), place="礼堂")
    )

    session.refresh_from_db()
    assert (session.place, session.version) == ("礼堂", 3)


def test_the_number_of_a_session_stays_once_proposals_carry_it(as_chair):
    session = make.session(term=5, ordinal=3)
    make.proposal("submitted", session=session)
    path = f"/congress/sessions/{session.pk}/edit/"

    told = as_chair.post(path, values(version="1", congress=make.congress(6).pk))
    kept = as_chair.post(path, values(version="1", ordinal="3", place="礼堂"))

    reason = ["已经有提案按这一届这一次编号，不能再改。"]
    assert told.context["form"].errors == {"congress": reason, "ordinal": reason}
    assert kept.status_code == 302
    session.refresh_from_db()
    assert (session.term, session.ordinal, session.place) == (5, 3, "礼堂")


def test_a_number_given_meanwhile_keeps_the_session_as_it_is(chair):
    session = make.session(term=5, ordinal=3)
    form = SessionForm(values(version="1"), instance=session)
    assert form.is_valid()
    make.proposal("submitted", session=type(session).objects.get())

    with pytest.raises(StateError, match="届和次不能再改"):
        services.session_edit(form, by=chair)

    session.refresh_from_db()
    assert session.ordinal == 3


def test_before_any_number_a_session_may_be_renumbered(as_chair):
    session = make.session(term=5, ordinal=3)
    make.proposal("draft", session=session)

    as_chair.post(f"/congress/sessions/{session.pk}/edit/", values(version="1"))

    session.refresh_from_db()
    assert (session.term, session.ordinal) == (5, 4)
