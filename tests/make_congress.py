"""Rows of the congress: valid by default, one plain function per model."""

import datetime
import itertools

from django.core.files.base import ContentFile
from django.utils import timezone

from congress.models import (
    AgendaItem,
    AgendaPaper,
    Cohandling,
    Congress,
    Constituency,
    Delegate,
    Delegation,
    Instruction,
    Opinion,
    Proposal,
    ProposalCategory,
    ProposalFile,
    Question,
    RejectReason,
    Resolution,
    Review,
    RollEntry,
    Round,
    Seconding,
    Session,
    Sitting,
    Task,
)
from tests import make_members as people

ordinals = itertools.count(1)
BEFORE = ("draft", "seconding")
UNDECIDED = ("submitted", "returned", "withdrawn", "merged")
ASKED = ("assigned", "checking", "replied", "rated", "unsatisfied")
ANSWERED = ("replied", "rated", "unsatisfied")


def days(number):
    """The day so many days from today."""
    return timezone.localdate() + datetime.timedelta(days=number)


def congress(term=5, **values):
    """A congress of the whole school by delegates, unless told."""
    return Congress.objects.get_or_create(term=term, **values)[0]


def constituency(name="第一选区", quota=10, **values):
    values.setdefault("congress", None)
    values["congress"] = values["congress"] or congress()
    return Constituency.objects.create(name=name, quota=quota, **values)


def delegation(name="第一代表团", **values):
    values["congress"] = values.get("congress") or congress()
    return Delegation.objects.create(name=name, **values)


def delegate(member=None, kind="full", **values):
    """A full delegate of the first unit of the congress, elected a year ago."""
    values["congress"] = within = values.get("congress") or congress()
    if kind == "full" and "constituency" not in values:
        unit = within.constituencies.first()
        values["constituency"] = unit or constituency(congress=within)
    values.setdefault("elected_on", days(-365))
    member = member or people.member(name="代表")
    return Delegate.objects.create(member=member, kind=kind, **values)


def session(state="open", **values):
    place = next(ordinals)
    term = values.pop("term", 1 + place // 90)
    values["congress"] = values.get("congress") or congress(term)
    values.setdefault("ordinal", 1 + place % 90)
    values.setdefault("proposals_from", days(-10))
    values.setdefault("proposals_until", days(10))
    return Session.objects.create(state=state, **values)


def sitting(state="preparing", **values):
    """Of today; who is to come is told by `entry`."""
    values["session"] = values.get("session") or session()
    values.setdefault("held_on", days(0))
    return Sitting.objects.create(state=state, **values)


def entry(member=None, *, signed=False, **values):
    """Somebody on the roll of an open sitting."""
    values["sitting"] = values.get("sitting") or sitting("open")
    if signed:
        values |= {"signed_at": timezone.now(), "way": "desk"}
    member = member or people.member(name="代表")
    return RollEntry.objects.create(member=member, **values)


def category(name="后勤保障与生活福利"):
    return ProposalCategory.objects.get_or_create(name=name)[0]


def reject_reason(name="纯属个人问题"):
    return RejectReason.objects.get_or_create(name=name)[0]


def proposal(state="draft", *, decision="accepted", department=None, **values):
    """A proposal in this state, with what the state brings along.

    `decision` and `department` count where the state has them; a proposal after
    submission has two seconders.
    """
    values.setdefault("session", None)
    values["session"] = values["session"] or session()
    values.setdefault("author", None)
    values["author"] = values["author"] or people.member(name="提案人")
    values.setdefault("category", category())
    values.setdefault("title", "在南校门增设充电棚")
    values.setdefault("reason", "五十多位老师骑电动车，没有地方安全充电。")
    values.setdefault("measures", "总务处在南校门围墙内建四十个车位的充电棚。")
    values |= _columns(state, decision, values)
    row = Proposal.objects.create(state=state, **values)
    if state not in BEFORE:
        for name in ("附议甲", "附议乙"):
            seconding(row, people.member(name=name), "confirmed")
    if state in ASKED:
        _round_of(row, state, department)
    return row


def _columns(state, decision, values):
    if state in BEFORE:
        return {}
    lead = None
    if state == "merged":
        lead = values.get("merged_into") or proposal(
            "submitted", session=values["session"], title="合并办理的提案"
        )
    taken = Proposal.objects.filter(session=values["session"], number__isnull=False)
    found = {"number": taken.count() + 1, "submitted_at": timezone.now()}
    found = {name: values.get(name, value) for name, value in found.items()}
    if lead:
        return found | {"merged_into": lead}
    if state in UNDECIDED:
        return found
    decision = state if state in ("advice", "rejected") else decision
    why = reject_reason() if state == "rejected" else None
    return found | {
        "decision": decision,
        "decided_at": timezone.now(),
        "decided_by": values.get("decided_by") or people.member(name="审查人"),
        "reject_reason": why,
    }


def _round_of(row, state, department):
    if state == "checking":
        leader = people.member(name="分管校长")
        one_round(row, drafted=True, department=department, leader=leader)
        return None
    replied = state in ANSWERED
    rating = {"rated": "satisfied", "unsatisfied": "unsatisfied"}.get(state, "")
    return one_round(row, replied=replied, rating=rating, department=department)


def one_round(
    row, *, replied=False, drafted=False, rating="", department=None, **values
):
    """The next round of a proposal."""
    values.setdefault("number", row.rounds.count() + 1)
    values.setdefault("due_on", days(7))
    values.setdefault("assigned_at", timezone.now())
    if drafted:
        values |= {"text": "拟在暑假建充电棚。", "result": "solved"}
        values["drafted_at"] = timezone.now()
    if replied:
        values.setdefault("text", "充电棚已经列入暑期工程，八月完工。")
        values.setdefault("result", "solved")
        values.setdefault("replied_at", timezone.now())
    if rating:
        values.setdefault("rated_at", timezone.now())
        values.setdefault("rating_note", "只写了打算，没有写时间。")
    return Round.objects.create(
        proposal=row,
        department=department or people.department(),
        rating=rating,
        **values,
    )


def bare(state, session, number, author, by, category):
    """An unsaved proposal that was handed in, to be made many at once."""
    decided = (
        {}
        if state == "merged"
        else {
            "decision": state,
            "decided_at": timezone.now(),
            "decided_by": by,
        }
    )
    return Proposal(
        session=session,
        state=state,
        number=number,
        submitted_at=timezone.now(),
        author=author,
        category=category,
        title=f"第{number}件提案",
        reason="五十多位老师骑电动车，没有地方安全充电。",
        measures="总务处在南校门围墙内建四十个车位的充电棚。",
        **decided,
    )


def bare_round(row, result, rating, department):
    """An unsaved answer."""
    dated = result in Round.DATED
    return Round(
        proposal=row,
        department=department,
        due_on=days(7),
        assigned_at=timezone.now(),
        text="充电棚已经列入暑期工程。",
        result=result,
        promised_on=days(30) if dated else None,
        replied_at=timezone.now(),
        rating=rating,
        rating_note="没有写时间。" if rating == "unsatisfied" else "",
        rated_at=timezone.now() if rating else None,
    )


def cohandling(one_round, department, **values):
    return Cohandling.objects.create(round=one_round, department=department, **values)


def review(row=None, by=None, outcome="accepted", **values):
    """One committee member's view."""
    row = row or proposal("submitted")
    by = by or people.member(name="委员")
    values.setdefault("at", timezone.now())
    return Review.objects.create(proposal=row, member=by, outcome=outcome, **values)


def instruction(row=None, by=None, text="请总务处尽快办理。"):
    row = row or proposal("accepted")
    by = by or people.member(name="校长")
    return Instruction.objects.create(
        proposal=row, member=by, text=text, at=timezone.now()
    )


def agenda_item(**values):
    values["session"] = values.get("session") or session()
    values.setdefault("title", "审议绩效分配办法")
    return AgendaItem.objects.create(**values)


def agenda_paper(by, item=None):
    content = ContentFile(b"%PDF-1.4 paper", name="办法.pdf")
    content.content_type = "application/pdf"
    item = item or agenda_item()
    made = AgendaPaper.made_from(content, item=item, added_by=by)
    made.save()
    return made


def resolution(**values):
    values["session"] = values.get("session") or session()
    values.setdefault("title", "绩效分配办法")
    values.setdefault("passed_on", days(0))
    return Resolution.objects.create(**values)


def task(**values):
    values["session"] = values.get("session") or session()
    values.setdefault("name", "选举代表")
    values.setdefault("phase", "prepare")
    return Task.objects.create(**values)


def opinion(text="食堂周五的菜太咸", **values):
    values["session"] = values.get("session") or session()
    return Opinion.objects.create(text=text, **values)


def question(**values):
    values["session"] = values.get("session") or session()
    values.setdefault("text", "课后服务费什么时候发？")
    return Question.objects.create(**values)


def seconding(row, member, state="invited"):
    answered = None if state == "invited" else timezone.now()
    return Seconding.objects.create(
        proposal=row,
        member=member,
        state=state,
        invited_at=timezone.now(),
        answered_at=answered,
    )


def paper(row, by, name="照片.pdf", **values):
    content = ContentFile(b"%PDF-1.4 paper", name=name)
    content.content_type = "application/pdf"
    made = ProposalFile.made_from(content, proposal=row, added_by=by, **values)
    made.save()
    return made
