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
)
from plans.services.records import (
    activity_close,
    activity_export,
    activity_reopen,
)
from plans.services.repeating import activity_repeat, activity_split
from plans.services.schooldays import period_add, period_edit, period_remove

__all__ = [
    "activity_add",
    "activity_close",
    "activity_drop",
    "activity_edit",
    "activity_export",
    "activity_move",
    "activity_postpone",
    "activity_reopen",
    "activity_repeat",
    "activity_restore",
    "activity_split",
    "activity_start",
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
    "section_add",
    "section_edit",
    "section_move",
    "section_remove",
]
