"""Who may open the pages of plans."""

from plans import services
from plans.services import feeds
from tests import make_members
from tests import make_plans as make
from tests.access import EVERYBODY, Row, plans_signups

OFFICE = frozenset({"chair", "committee"})
READERS = OFFICE | {"auditor", "leader"}
MAKERS = OFFICE | {"group_leader"}


def of(row):
    return {"pk": row.pk}


def a_plan(**values):
    return lambda: of(make.plan(**values))


def an_activity(**values):
    return lambda: of(make.activity(**values))


def content():
    """A draft with something in it, ready to be submitted."""
    return of(make.section().plan)


def two_versions():
    """A draft that came back: its first version may be put back."""
    by, other = make_members.user("committee"), make_members.user("chair")
    plan = services.plan_add(make.Plan(title="计划", year=2026), by=by)
    services.plan_edit(plan, by=other, expected=1, columns=["title"])
    return of(plan) | {"number": 1}


def paper():
    """A paper whose file is gone: those let in are told so with 404."""
    return of(make.file())


def a_section():
    return of(make.section())


def a_measure():
    return of(make.measure())


def a_duty():
    return of(make.duty())


def a_duty_done():
    return of(make.duty_done())


def a_feed():
    return {"secret": feeds.feed_renew(by=make_members.user("member"), kind="all")}


def a_question():
    return of(make.lead_request())


def a_period():
    return of(make.period())


DRAFT_READERS = EVERYBODY - {"handler", "member", "sysadmin"}
# A draft is not seen by all: who does not see it gets 404, who does gets 403.
DRAFT = {"otherwise": 404, "seen_by": DRAFT_READERS}

ROWS = {
    "plans:wall": Row(get=EVERYBODY),
    "plans:period_list": Row(get=EVERYBODY),
    "plans:period_export": Row(get=EVERYBODY),
    "plans:period_new": Row(get=OFFICE, post=OFFICE),
    "plans:period_edit": Row(get=OFFICE, post=OFFICE, kwargs=a_period),
    "plans:period_remove": Row(post=OFFICE, kwargs=a_period),
    "plans:plan_list": Row(get=EVERYBODY),
    "plans:plan_export": Row(get=EVERYBODY),
    "plans:plan_new": Row(get=MAKERS, post=MAKERS),
    "plans:plan_import": Row(get=MAKERS, post=MAKERS),
    "plans:plan_detail": Row(get=EVERYBODY, kwargs=a_plan(state="approved")),
    "plans:plan_edit": Row(get=OFFICE, post=OFFICE, kwargs=a_plan(), **DRAFT),
    "plans:plan_submit": Row(post=OFFICE, kwargs=content, **DRAFT),
    "plans:plan_approve": Row(post=OFFICE, kwargs=a_plan(state="review")),
    "plans:plan_return": Row(get=OFFICE, post=OFFICE, kwargs=a_plan(state="review")),
    "plans:plan_discard": Row(get=OFFICE, post=OFFICE, kwargs=a_plan(), **DRAFT),
    "plans:plan_unarchive": Row(
        get={"chair"}, post={"chair"}, kwargs=a_plan(state="archived")
    ),
    "plans:plan_archive": Row(get=OFFICE, post=OFFICE, kwargs=a_plan(state="approved")),
    "plans:plan_copy": Row(get=OFFICE, post=OFFICE, kwargs=a_plan(state="approved")),
    "plans:plan_take": Row(get=EVERYBODY, kwargs=a_plan(state="approved")),
    "plans:plan_versions": Row(get=OFFICE, kwargs=content, **DRAFT),
    "plans:plan_restore": Row(get=OFFICE, post=OFFICE, kwargs=two_versions, **DRAFT),
    "plans:section_new": Row(get=OFFICE, post=OFFICE, kwargs=a_plan(), **DRAFT),
    "plans:section_edit": Row(get=OFFICE, post=OFFICE, kwargs=a_section, **DRAFT),
    "plans:section_move": Row(post=OFFICE, kwargs=a_section, **DRAFT),
    "plans:section_remove": Row(post=OFFICE, kwargs=a_section, **DRAFT),
    "plans:measure_new": Row(get=OFFICE, post=OFFICE, kwargs=a_plan(), **DRAFT),
    "plans:measure_edit": Row(get=OFFICE, post=OFFICE, kwargs=a_measure, **DRAFT),
    "plans:measure_remove": Row(post=OFFICE, kwargs=a_measure, **DRAFT),
    "plans:duty_list": Row(get=EVERYBODY),
    "plans:duty_export": Row(get=EVERYBODY),
    "plans:duty_new": Row(get=OFFICE, post=OFFICE),
    "plans:duty_fill": Row(post=OFFICE),
    "plans:duty_detail": Row(get=EVERYBODY, kwargs=a_duty),
    "plans:duty_edit": Row(get=OFFICE, post=OFFICE, kwargs=a_duty),
    "plans:duty_do": Row(get=OFFICE, post=OFFICE, kwargs=a_duty),
    "plans:duty_reopen": Row(post=OFFICE, kwargs=a_duty_done),
    "plans:feed_list": Row(get=EVERYBODY),
    "plans:feed_renew": Row(post=EVERYBODY, kwargs=lambda: {"kind": "mine"}),
    # Each has only the own address: nobody here has made one.
    "plans:feed_revoke": Row(post=set(), kwargs=lambda: {"kind": "all"}, otherwise=404),
    # Public: the secret in the address opens it.
    "plans:feed": Row(get=EVERYBODY, kwargs=a_feed, open_to_all=True),
    "plans:lead_list": Row(get=EVERYBODY),
    # A question is found by the asked alone.
    "plans:lead_confirm": Row(post=set(), kwargs=a_question, otherwise=404),
    "plans:lead_decline": Row(get=set(), post=set(), kwargs=a_question, otherwise=404),
    "plans:activity_list": Row(get=EVERYBODY),
    "plans:activity_export": Row(get=EVERYBODY),
    "plans:activity_new": Row(get=MAKERS, post=MAKERS),
    "plans:activity_detail": Row(get=EVERYBODY, kwargs=an_activity()),
    "plans:activity_edit": Row(get=OFFICE, post=OFFICE, kwargs=an_activity()),
    "plans:activity_move": Row(get=OFFICE, post=OFFICE, kwargs=an_activity()),
    "plans:activity_repeat": Row(get=OFFICE, post=OFFICE, kwargs=an_activity()),
    "plans:activity_split": Row(post=OFFICE, kwargs=an_activity()),
    "plans:activity_start": Row(post=OFFICE, kwargs=an_activity()),
    "plans:activity_postpone": Row(get=OFFICE, post=OFFICE, kwargs=an_activity()),
    "plans:activity_drop": Row(get=OFFICE, post=OFFICE, kwargs=an_activity()),
    "plans:activity_restore": Row(post=OFFICE, kwargs=an_activity(state="dropped")),
    "plans:activity_close": Row(get=OFFICE, post=OFFICE, kwargs=an_activity()),
    "plans:activity_reopen": Row(
        get={"chair"}, post={"chair"}, kwargs=an_activity(state="closed")
    ),
    "plans:activity_file": Row(get=OFFICE | {"auditor"}, kwargs=paper, answers=(404,)),
    "plans:file_small": Row(get=OFFICE | {"auditor"}, kwargs=paper, answers=(404,)),
    **plans_signups.ROWS,
}
