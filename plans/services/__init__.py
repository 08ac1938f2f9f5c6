"""The deeds: plans are drafted and approved; activities move, end, are recorded."""

from plans.services.activities import (
    activity_add,
    activity_drop,
    activity_edit,
    activity_move,
    activity_postpone,
    activity_restore,
    activity_start,
)
from plans.services.attendance import attendance_mark, attendance_unmark
from plans.services.parts import (
    measure_add,
    measure_edit,
    measure_remove,
    section_add,
    section_edit,
    section_move,
    section_remove,
)
from plans.services.plans import (
    plan_add,
    plan_approve,
    plan_archive,
    plan_discard,
    plan_edit,
    plan_import,
    plan_return,
    plan_submit,
    plan_take,
    plan_unarchive,
)
from plans.services.ratings import rating_give
from plans.services.records import activity_close, activity_reopen
from plans.services.repeating import activity_repeat, activity_split
from plans.services.schooldays import period_add, period_edit, period_remove
from plans.services.sheets import (
    question_add,
    question_remove,
    sheet_add,
    sheet_close,
    sheet_draw,
    sheet_edit,
    sheet_export,
)
from plans.services.signups import (
    signup_acknowledge,
    signup_add,
    signup_change,
    signup_enter,
    signup_withdraw,
)

__all__ = [
    "activity_add",
    "activity_close",
    "activity_drop",
    "activity_edit",
    "activity_move",
    "activity_postpone",
    "activity_reopen",
    "activity_repeat",
    "activity_restore",
    "activity_split",
    "activity_start",
    "attendance_mark",
    "attendance_unmark",
    "measure_add",
    "measure_edit",
    "measure_remove",
    "period_add",
    "period_edit",
    "period_remove",
    "plan_add",
    "plan_approve",
    "plan_archive",
    "plan_discard",
    "plan_edit",
    "plan_import",
    "plan_return",
    "plan_submit",
    "plan_take",
    "plan_unarchive",
    "question_add",
    "question_remove",
    "rating_give",
    "section_add",
    "section_edit",
    "section_move",
    "section_remove",
    "sheet_add",
    "sheet_close",
    "sheet_draw",
    "sheet_edit",
    "sheet_export",
    "signup_acknowledge",
    "signup_add",
    "signup_change",
    "signup_enter",
    "signup_withdraw",
]
