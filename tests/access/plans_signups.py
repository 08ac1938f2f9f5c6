"""Who may open the pages of signing up, signing in and rating."""

from plans import services
from plans.models import Question
from tests import make_members, make_plans
from tests import make_signups as make
from tests.access import EVERYBODY, Row

OFFICE = frozenset({"chair", "committee"})
ENTER = OFFICE | {"group_leader"}
NOBODY = frozenset()


def coming():
    return {"pk": make.coming().pk}


def with_sheet(**values):
    return lambda: {"pk": make.sheet(**values).activity_id}


def to_draw():
    return {"pk": make.closed(make.sheet(allocation="draw")).activity_id}


def a_question():
    sheet = make.sheet()
    return {"pk": Question.objects.create(sheet=sheet, words="尺码").pk}


def somebodys():
    """The sign-up of somebody who is none of those who ask."""
    return {"pk": make.signup().pk}


def a_mark():
    activity = make.coming()
    member = make_members.member()
    services.attendance_mark(activity, [member], by=None)
    return {"pk": activity.attendances.get().pk}


def an_old_code():
    day = make_plans.activity()
    return {"pk": day.pk, "token": "0" * 20}


ROWS = {
    "plans:sheet_list": Row(get=EVERYBODY),
    "plans:sheet_detail": Row(get=OFFICE, kwargs=with_sheet()),
    "plans:sheet_new": Row(get=OFFICE, post=OFFICE, kwargs=coming),
    "plans:sheet_edit": Row(get=OFFICE, post=OFFICE, kwargs=with_sheet()),
    "plans:sheet_close": Row(post=OFFICE, kwargs=with_sheet()),
    "plans:sheet_print": Row(get=OFFICE, kwargs=coming),
    "plans:sheet_export": Row(get=OFFICE, kwargs=with_sheet()),
    "plans:sheet_draw": Row(post=OFFICE, kwargs=to_draw),
    "plans:draw_detail": Row(get=EVERYBODY, kwargs=to_draw),
    "plans:question_add": Row(get=OFFICE, post=OFFICE, kwargs=with_sheet()),
    "plans:question_remove": Row(post=OFFICE, kwargs=a_question),
    "plans:signup_add": Row(get=EVERYBODY, post=EVERYBODY, kwargs=with_sheet()),
    "plans:signup_enter": Row(get=ENTER, post=ENTER, kwargs=with_sheet()),
    "plans:signup_change": Row(get=OFFICE, post=OFFICE, kwargs=somebodys),
    "plans:signup_withdraw": Row(get=OFFICE, post=OFFICE, kwargs=somebodys),
    "plans:signup_acknowledge": Row(post=NOBODY, kwargs=somebodys),
    "plans:attendance_mark": Row(get=OFFICE, post=OFFICE, kwargs=coming),
    "plans:attendance_unmark": Row(post=OFFICE, kwargs=a_mark),
    "plans:attendance_code": Row(get=OFFICE, kwargs=coming),
    "plans:attendance_scan": Row(
        get=EVERYBODY, post=EVERYBODY, kwargs=an_old_code, answers=(410,)
    ),
    "plans:rating_give": Row(
        get=NOBODY, post=NOBODY, kwargs=lambda: {"pk": make_plans.activity().pk}
    ),
}
