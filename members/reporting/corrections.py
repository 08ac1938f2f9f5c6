"""资料更正 as pages and to-dos tell them."""

import datetime
from dataclasses import dataclass

from django.db.models import Count, Min
from django.urls import reverse
from django.utils import timezone

from members import idnumber, rules
from members.models import Correction
from members.models.corrections import ANSWER_DAYS
from members.proposable import FIELDS
from members.reporting.kinds import Todo


@dataclass(frozen=True)
class Line:
    """One correction beside what the record says now."""

    correction: Correction
    label: str
    old: str
    now: str
    new: str
    is_overtaken: bool = False  # the record has changed since it was proposed
    doubt: str = ""
    answer: object = None  # bound fields of the form that answers it
    reason: object = None


def corrections(user):
    """All that this person may see, without the values."""
    return Correction.objects.visible_to(user).with_people().newest_first()


def waiting_for(member):
    """The open ones of a person, oldest first."""
    return list(Correction.objects.of(member).open().oldest_first())


def lines(rows, member, form=None, *, whole=False):
    """A Line a correction; numbers masked unless `whole`."""
    return [_line(row, member, form, whole) for row in rows]


def _line(row, member, form, whole):
    one = FIELDS[row.field]
    now = one.text(getattr(member, row.field))
    texts = {"old": row.old, "now": now, "new": row.new}
    return Line(
        correction=row,
        label=row.label,
        **{name: one.said(text, whole=whole) for name, text in texts.items()},
        is_overtaken=row.is_open and now != row.old,
        doubt=_doubt(row, member) if row.is_open else "",
        answer=form[f"answer_{row.pk}"] if form else None,
        reason=form[f"reason_{row.pk}"] if form else None,
    )


def _doubt(row, member):
    """Where a proposal and the rest of the record contradict each other."""
    number = row.new if row.field == "id_number" else member.id_number
    if idnumber.problem(number):
        return ""
    said = {"birth_date": member.birth_text, "sex": member.sex}
    said |= {row.field: row.new}
    if not str(idnumber.birthday(number)).startswith(said["birth_date"]):
        return "身份证号里的生日与出生日期不同，请核对。"
    if said["sex"] and said["sex"] != idnumber.sex(number):
        return "身份证号表示的性别与登记的不同，请核对。"
    return ""


def correction_todo(user):
    """How many fields wait for an answer, and until when the first."""
    if not rules.correction_decide(user):
        return []
    rows = Correction.objects.open()
    told = rows.aggregate(count=Count("pk"), first=Min("proposed_at"))
    if not told["count"]:
        return []
    first = timezone.localdate(told["first"])
    due = first + datetime.timedelta(days=ANSWER_DAYS)
    url = f"{reverse('members:correction_list')}?state=open"
    return [Todo("核对会员提出的资料更正", told["count"], url, due)]
