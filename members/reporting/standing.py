"""会籍 of a person, as the record's page tells it."""

from dataclasses import dataclass

from members import rules


@dataclass(frozen=True)
class Standing:
    """会籍 of a person: how it stands on a day, its history, what may be done."""

    word: str
    tone: str
    periods: list
    begin: rules.Ruling
    keep: rules.Ruling
    end: rules.Ruling
    correct: rules.Ruling
    # The page where what is due is done, for whom the office has not done it yet.
    due: str = ""


def standing(member, user, day):
    """The Standing of a member read `with_memberships`."""
    periods = sorted(member.memberships.all(), key=lambda p: p.joined_on, reverse=True)
    now = next((period for period in periods if period.is_on(day)), None)
    word, tone = ("会员", "done") if now else ("非会员", "draft")
    if now and now.is_kept_on(day):
        word, tone = "保留会籍", "progress"
    may = {
        "begin": rules.membership_begin(user, member),
        "keep": rules.membership_keep(user, member),
        "end": rules.membership_end(user, member),
    }
    due = ""
    if member.has_gone_away and may["end"]:
        due = "end"
    elif member.is_retired and may["keep"]:
        due = "keep"
    correct = rules.membership_correct(user)
    return Standing(word, tone, periods, **may, correct=correct, due=due)
