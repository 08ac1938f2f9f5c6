"""The states of a proposal and the steps between them."""

from django.db import models


class State(models.TextChoices):
    DRAFT = "draft", "草稿"
    SECONDING = "seconding", "征求附议"
    SUBMITTED = "submitted", "待审查"
    RETURNED = "returned", "退回完善"
    ACCEPTED = "accepted", "已立案"
    ADVICE = "advice", "转为意见建议"
    REJECTED = "rejected", "不予立案"
    MERGED = "merged", "已并案"
    ASSIGNED = "assigned", "办理中"
    CHECKING = "checking", "待领导审阅"
    REPLIED = "replied", "已答复"
    UNSATISFIED = "unsatisfied", "待重新交办"
    RATED = "rated", "已办结"
    WITHDRAWN = "withdrawn", "已撤回"


class Decision(models.TextChoices):
    ACCEPTED = "accepted", "立案"
    ADVICE = "advice", "转为意见建议"
    REJECTED = "rejected", "不予立案"


NEXT = {
    State.DRAFT: {State.SECONDING, State.SUBMITTED, State.WITHDRAWN},
    State.SECONDING: {State.SUBMITTED, State.WITHDRAWN},
    State.SUBMITTED: {
        State.ACCEPTED,
        State.ADVICE,
        State.REJECTED,
        State.RETURNED,
        State.MERGED,
        State.WITHDRAWN,
    },
    State.MERGED: {State.SUBMITTED},
    State.RETURNED: {State.SUBMITTED, State.WITHDRAWN},
    State.ACCEPTED: {State.ASSIGNED},
    State.ADVICE: {State.ASSIGNED},
    State.ASSIGNED: {State.REPLIED, State.CHECKING},
    State.CHECKING: {State.REPLIED, State.ASSIGNED},
    State.REPLIED: {State.RATED, State.UNSATISFIED},
    State.UNSATISFIED: {State.ASSIGNED, State.RATED},
}
EDITABLE = (State.DRAFT, State.SECONDING, State.RETURNED)
UNDECIDED = (State.SUBMITTED, State.RETURNED)
SECONDABLE = (State.SECONDING, State.RETURNED)
CHIPS = {
    "draft": "draft",
    "seconding": "progress",
    "submitted": "mine",
    "returned": "mine",
    "accepted": "progress",
    "advice": "progress",
    "rejected": "dropped",
    "merged": "done",
    "assigned": "progress",
    "checking": "progress",
    "replied": "progress",
    "unsatisfied": "late",
    "rated": "done",
    "withdrawn": "dropped",
}

DECIDED = (
    "accepted",
    "advice",
    "rejected",
    "assigned",
    "checking",
    "replied",
    "rated",
    "unsatisfied",
)
# Taken up, and handled still.
UNDER_WAY = (
    State.ACCEPTED,
    State.ADVICE,
    State.ASSIGNED,
    State.CHECKING,
    State.REPLIED,
    State.UNSATISFIED,
)
