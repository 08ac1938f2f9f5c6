"""The demo school's congress: a session that is over, and one in full swing."""

import datetime

from django.utils import timezone

from congress import services
from congress.demo import delegates, record, sittings
from congress.demo.texts import LAST_YEAR, THIS_YEAR
from congress.demo.travels import Cast, Travel
from congress.models import Congress, Session
from members.models import User


def seed(rng):
    """Last year's session with all its proposals rated, this year's in every state."""
    today = timezone.localdate()
    chair = User.objects.filter(groups__name="chair").first()
    delegates.seed(chair, today)
    cast = Cast(rng)
    _last_year(cast, chair, datetime.date(today.year - 1, 12, 20))
    _this_year(cast, chair, today)


def _session(chair, **values):
    congress = Congress.objects.get(term=delegates.TERM)
    session = Session.objects.create(congress=congress, **values)
    services.session_open(session, by=chair)
    return session


def _last_year(cast, chair, end):
    session = _session(
        chair,
        ordinal=3,
        held_on=end - datetime.timedelta(days=30),
        place="阶梯教室",
        proposals_from=end - datetime.timedelta(days=75),
        proposals_until=end - datetime.timedelta(days=45),
        reply_due_on=end - datetime.timedelta(days=5),
    )
    ratings = ["very"] * 6 + ["satisfied"] * 4 + ["mostly"] * 2
    for place, (text, rating) in enumerate(zip(LAST_YEAR, ratings, strict=True)):
        travel = Travel(cast, session, text, end)
        travel.hand_in(days_ago=70 - 2 * place)
        travel.decide("advice" if place in (3, 11) else "accepted", days_ago=40)
        travel.assign(days_ago=35, due_in=-5)
        travel.reply(days_ago=12 - place % 5)
        travel.rate(rating, days_ago=5 - place % 4)
        if place in (0, 4):
            services.proposal_praise(travel.proposal, by=chair)
    sittings.seed_past(session, chair, cast.rng)
    record.seed_past(session, chair)
    services.session_close(session, by=chair)


def _this_year(cast, chair, today):
    session = _session(
        chair,
        ordinal=4,
        held_on=today + datetime.timedelta(days=24),
        place="阶梯教室",
        proposals_from=today - datetime.timedelta(days=36),
        proposals_until=today + datetime.timedelta(days=14),
        reply_due_on=today + datetime.timedelta(days=45),
    )
    sittings.seed_coming(session, chair)
    record.seed_coming(session, chair)
    for state, text in THIS_YEAR.items():
        STORIES[state](Travel(cast, session, text, today))


def _draft(travel):
    travel.write(author=travel.cast.of("member"))


def _seconding(travel):
    travel.write(author=travel.cast.of("member2"))
    travel.invite(days_ago=2, also=[travel.cast.of("member")])
    travel.second(days_ago=1, count=1)


def _submitted(travel):
    travel.hand_in(days_ago=3)


def _own(travel):
    travel.hand_in(days_ago=2, author=travel.cast.of("committee"))


def _accepted(travel):
    travel.hand_in(days_ago=9)
    travel.decide("accepted", days_ago=1)


def _advice(travel):
    travel.hand_in(days_ago=10)
    travel.decide("advice", days_ago=1)


def _rejected(travel):
    travel.hand_in(days_ago=12)
    travel.decide(
        "rejected", days_ago=8, note="个人困难请直接与工会联系，我们会协助反映。"
    )


def _returned(travel):
    travel.hand_in(days_ago=11, author=travel.cast.of("member2"))
    travel.decide(
        "returned",
        days_ago=4,
        note="请写明空地的位置和面积，种什么、由谁养护、大约多少钱。",
    )


def _assigned(travel):
    travel.hand_in(days_ago=20)
    travel.decide("accepted", days_ago=14)
    travel.assign(days_ago=12, due_in=5)


def _overdue(travel):
    travel.hand_in(days_ago=28)
    travel.decide("accepted", days_ago=25)
    travel.assign(days_ago=24, due_in=-4)


def _replied(travel):
    travel.hand_in(days_ago=26, author=travel.cast.of("member"))
    travel.decide("accepted", days_ago=22)
    travel.assign(days_ago=20, due_in=6)
    travel.reply(days_ago=2)


def _rated(travel):
    travel.hand_in(days_ago=31)
    travel.decide("accepted", days_ago=28)
    travel.assign(days_ago=27, due_in=0)
    travel.reply(days_ago=9)
    travel.rate("very", days_ago=6)


def _unsatisfied(travel):
    travel.hand_in(days_ago=29)
    travel.decide("accepted", days_ago=26)
    travel.assign(days_ago=25, due_in=0)
    travel.reply(days_ago=7)
    travel.rate(
        "unsatisfied",
        days_ago=3,
        note="三楼室温仍只有十三度，没有实地量过，请派人测温。",
    )


def _round_two(travel):
    travel.hand_in(days_ago=30)
    travel.decide("accepted", days_ago=27)
    travel.assign(days_ago=26, due_in=-8)
    travel.reply(days_ago=14)
    travel.rate(
        "unsatisfied", days_ago=12, note="校内自己设的表格有六张，并不都是上级要求的。"
    )
    travel.reassign(days_ago=10, due_in=9)


def _merged(travel):
    """Goes with the one that waits for its review, which two members have looked at."""
    travel.hand_in(days_ago=1)
    lead = travel.session.proposals.filter(state="submitted").earliest("number")
    for user, outcome in zip(
        travel.cast.committee, ("accepted", "advice"), strict=False
    ):
        services.review_write(
            lead, by=user, outcome=outcome, note="与另一件内容相同，建议并案"
        )
    by = next(user for user in travel.cast.committee if user != travel.author)
    services.proposal_merge(travel.proposal, by=by, into=lead)


def _checking(travel):
    """With a department that helps, and a leader who is to read the answer."""
    travel.hand_in(days_ago=24)
    travel.decide("accepted", days_ago=21)
    travel.assign(days_ago=19, due_in=8, joint=True)
    travel.cosign(days_ago=6)
    travel.instruct("请总务处牵头，年底前拿出方案。", days_ago=18)
    travel.reply(days_ago=1)


def _looking(travel):
    """Its author asks everybody."""
    travel.write()
    services.proposal_call(travel.proposal, by=travel.author)


def _withdrawn(travel):
    travel.hand_in(days_ago=15)
    travel.withdraw(days_ago=13)


STORIES = {
    "draft": _draft,
    "seconding": _seconding,
    "submitted": _submitted,
    "own": _own,
    "accepted": _accepted,
    "advice": _advice,
    "rejected": _rejected,
    "returned": _returned,
    "assigned": _assigned,
    "overdue": _overdue,
    "replied": _replied,
    "rated": _rated,
    "unsatisfied": _unsatisfied,
    "round two": _round_two,
    "withdrawn": _withdrawn,
    "merged": _merged,
    "checking": _checking,
    "looking": _looking,
}
