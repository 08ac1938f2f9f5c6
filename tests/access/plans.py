"""Who may open the pages of plans."""

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


def paper():
    """A paper whose file is gone: those let in are told so with 404."""
    return of(make.file())


def a_section():
    return of(make.section())


def a_measure():
    return of(make.measure())


DRAFT_READERS = EVERYBODY - {"handler", "member", "sysadmin"}
# A draft is not seen by all: who does not see it gets 404, who does gets 403.
DRAFT = {"otherwise": 404, "seen_by": DRAFT_READERS}

ROWS = {
    "plans:wall": Row(get=EVERYBODY),
    "plans:plan_list": Row(get=EVERYBODY),
    "plans:plan_export": Row(get=EVERYBODY),
    "plans:plan_new": Row(get=OFFICE, post=OFFICE),
    "plans:plan_import": Row(get=OFFICE, post=OFFICE),
    "plans:plan_detail": Row(get=EVERYBODY, kwargs=a_plan(state="approved")),
    "plans:plan_edit": Row(get=OFFICE, post=OFFICE, kwargs=a_plan(), **DRAFT),
    "plans:plan_submit": Row(post=OFFICE, kwargs=content, **DRAFT),
    "plans:plan_approve": Row(post=OFFICE, kwargs=a_plan(state="review")),
    "plans:plan_return": Row(get=OFFICE, post=OFFICE, kwargs=a_plan(state="review")),
    "plans:plan_discard": Row(get=OFFICE, post=OFFICE, kwargs=a_plan(), **DRAFT),
    "plans:plan_archive": Row(post=OFFICE, kwargs=a_plan(state="approved")),
    "plans:section_new": Row(get=OFFICE, post=OFFICE, kwargs=a_plan(), **DRAFT),
    "plans:section_edit": Row(get=OFFICE, post=OFFICE, kwargs=a_section, **DRAFT),
    "plans:section_move": Row(post=OFFICE, kwargs=a_section, **DRAFT),
    "plans:section_remove": Row(post=OFFICE, kwargs=a_section, **DRAFT),
    "plans:measure_new": Row(get=OFFICE, post=OFFICE, kwargs=a_plan(), **DRAFT),
    "plans:measure_edit": Row(get=OFFICE, post=OFFICE, kwargs=a_measure, **DRAFT),
    "plans:measure_remove": Row(post=OFFICE, kwargs=a_measure, **DRAFT),
    "plans:activity_list": Row(get=EVERYBODY),
    "plans:activity_export": Row(get=EVERYBODY),
    "plans:activity_new": Row(get=MAKERS, post=MAKERS),
    "plans:activity_detail": Row(get=EVERYBODY, kwargs=an_activity()),
    "plans:activity_edit": Row(get=OFFICE, post=OFFICE, kwargs=an_activity()),
    "plans:activity_move": Row(get=OFFICE, post=OFFICE, kwargs=an_activity()),
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
