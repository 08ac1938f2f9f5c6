"""What pages tell of signing up: the box of an activity, lists, the draw."""

from dataclasses import dataclass

from django.utils import timezone

from members.reporting import Todo
from plans import draw, rules
from plans.models import Activity, Signup, SignupSheet
from unionoffice import xlsx
from unionoffice.templatetags.office import day

NEWS = {
    Signup.News.MOVED_UP: "候补已转正",
    Signup.News.DRAWN: "抽签结果",
    Signup.News.ENTERED: "有人代你报了名",
}
STOPPED = {Activity.State.DROPPED: "活动取消", Activity.State.POSTPONED: "暂停报名"}
CALLED_OFF = {Activity.State.DROPPED: "取消", Activity.State.POSTPONED: "推迟"}


UNANSWERED = "未答"


@dataclass(frozen=True)
class Box:
    """A sign-up as one person sees it on the page of the activity."""

    sheet: SignupSheet
    signup: Signup | None
    counts: dict
    ahead: int
    stage: str
    may: dict
    unanswered: tuple = ()

    @property
    def news(self):
        return title_of(self.signup) if self.signup and self.signup.news else ""

    @property
    def news_told(self):
        """What the news means for the person: sentences."""
        standing = f"「{self.signup.get_state_display()}」"
        if self.signup.news == Signup.News.CALLED_OFF:
            return called_off(self.sheet.activity, standing)
        return f"现在的状态是{standing}。"

    @property
    def is_in(self):
        return self.signup is not None and self.signup.is_in

    @property
    def people(self):
        """How many have a place, or are in the draw."""
        return self.counts["placed"] + self.counts["applied"]

    @property
    def companions(self):
        """How many come along with those people."""
        return self.counts["placed_companions"] + self.counts["applied_companions"]


def title_of(signup):
    """The news of a sign-up in a few words."""
    if signup.news == Signup.News.CALLED_OFF:
        return f"报了名的活动{CALLED_OFF.get(signup.sheet.activity.state, '改期')}"
    return NEWS[signup.news]


def called_off(activity, standing):
    """Why it was dropped or put off, when it will be now, and how one stands."""
    why = f"原因：{activity.reason.rstrip('。')}。" if activity.reason else ""
    if activity.state == Activity.State.DROPPED:
        return why
    if activity.starts_on:
        when = f"新的时间是{day(activity.starts_on)}。"
    elif activity.first_month:
        when = f"现在排在{activity.span}，日期待定。"
    else:
        when = "时间待定。"
    return f"{why}{when}你的报名没有动，还是{standing}，来不了可以退出。"


def stage(sheet, now):
    """One word on where the sign-up stands."""
    if stopped := STOPPED.get(sheet.activity.state):
        return stopped
    if not rules.plan_is_open(sheet.activity.plan):
        return "计划已归档"
    if not sheet.has_opened(now):
        return "还没开始"
    if not sheet.has_closed(now):
        return "正在报名"
    return "待抽签" if sheet.waits_for_draw else "已截止"


def sheet_of(activity):
    """The activity's sheet, or None."""
    rows = SignupSheet.objects.with_activity().filter(activity=activity)
    return rows.first()


def box(activity, user, now):
    """The sign-up of `activity` for `user`; None where there is none."""
    sheet = sheet_of(activity)
    if sheet is None:
        return None
    signup = own(sheet, user)
    waits = signup is not None and signup.state == Signup.State.WAITING
    return Box(
        sheet=sheet,
        signup=signup,
        counts=sheet.signups.counts(),
        ahead=Signup.objects.ahead_of(signup).count() if waits else 0,
        stage=stage(sheet, now),
        may=rulings(sheet, signup, user, now),
        unanswered=unanswered(signup) if signup and signup.is_in else (),
    )


def unanswered(signup):
    """What has to be answered and was not: the questions."""
    asked = signup.sheet.questions.filter(is_required=True)
    return tuple(asked.exclude(answers__signup=signup))


def own(sheet, user):
    """The person's own sign-up, or None."""
    signup = sheet.signups.of(user.member_id).first()
    if signup:
        signup.sheet = sheet
    return signup


def gives_up_a_place(signup):
    """Whether somebody waits for the place that this one would leave."""
    placed = signup.state == Signup.State.PLACED
    return placed and signup.sheet.signups.waiting().exists()


def rulings(sheet, signup, user, now):
    """Every ruling that the box asks for."""
    may = {
        "add": rules.signup_add(user, sheet, signup, now),
        "enter": rules.signup_enter(user, sheet, now),
        "names": rules.sheet_read(user, sheet.activity),
        "edit": rules.sheet_edit(user, sheet, now),
        "draw": rules.sheet_draw(user, sheet, now),
        "drawn": rules.draw_read(sheet, now),
    }
    if signup:
        may["change"] = rules.signup_change(user, signup, now)
        may["withdraw"] = rules.signup_withdraw(user, signup, now)
    return may


def open_sheets(user, now):
    """Sheet, own sign-up or None, and stage of what is open or opens later, and of
    what one stands in line for; the next to close first."""
    rows = SignupSheet.objects.of_open_activities(user).with_activity()
    mine = {one.sheet_id: one for one in Signup.objects.of(user.member_id).standing()}
    near = rows.near(now).values("pk")
    found = rows.filter(pk__in={*near.values_list("pk", flat=True), *mine})
    return [
        {
            "sheet": sheet,
            "signup": mine.get(sheet.pk),
            "stage": stage(sheet, now),
        }
        for sheet in found
    ]


def news_of(user):
    """To-dos: what was done to one's own sign-ups without oneself."""
    rows = Signup.objects.of(user.member_id).with_news().with_activity()
    return [
        Todo(f"{title_of(one)}：{one.sheet.activity}", 1, one.get_absolute_url())
        for one in rows[:10]
    ]


def draws_due(now):
    """To-dos of the office: sign-ups that closed and wait for their draw."""
    rows = SignupSheet.objects.to_draw(now).with_activity()
    return [Todo(f"抽签：{one.activity}", 1, one.get_absolute_url()) for one in rows]


def sheet_page(sheet, user, now):
    """What the page of the names shows."""
    rows = (
        sheet.signups.with_people().with_answers().select_related("entered_by__member")
    )
    signups = list(rows.standing())
    questions = list(sheet.questions.with_use())
    return {
        "sheet": sheet,
        "activity": sheet.activity,
        "rows": [(one, worded(one, questions)) for one in signups],
        "questions": questions,
        "counts": sheet.signups.counts(),
        "tallies": [(q, told) for q in questions if (told := tally(q, signups))],
        "kept": kept_for(sheet, signups),
        "gone": sheet.signups.filter(state=Signup.State.WITHDRAWN).count(),
        "stage": stage(sheet, now),
        "may": rulings(sheet, None, user, now)
        | {"close": rules.sheet_close(user, sheet, now)},
    }


def kept_for(sheet, signups):
    """Who waits first while places stand empty, since that party needs more; or None."""
    line = (one for one in signups if one.state == Signup.State.WAITING)
    return next(line, None) if sheet.left else None


def answers_of(signup, questions):
    """The answers in the order of the questions; "" where there is none."""
    told = {answer.question_id: answer.text for answer in signup.told}
    return [told.get(question.pk, "") for question in questions]


def worded(signup, questions):
    """(question, answer) pairs; what had to be answered and was not is said."""
    return [
        (question.words, text or (UNANSWERED if question.is_required else ""))
        for question, text in zip(questions, answers_of(signup, questions), strict=True)
    ]


def tally(question, signups):
    """(answer, how many gave it) of those who have a place, and how many gave none.

    Empty of a question that is answered in words, unless some have to answer it still.
    """
    placed = [one for one in signups if one.state == Signup.State.PLACED]
    texts = [
        answer.text
        for one in placed
        for answer in one.told
        if answer.question_id == question.pk
    ]
    counts = [(choice, texts.count(choice)) for choice in question.choices]
    missing = len(placed) - len(texts)
    if missing and (counts or question.is_required):
        counts.append((UNANSWERED, missing))
    return counts


def draw_page(sheet):
    """Everything that is needed to repeat the draw."""
    rows = sheet.signups.with_people()
    rows = rows.applied() if sheet.waits_for_draw else rows.drawn()
    by_number = {one.member.staff_no: one for one in rows}
    line = draw.order(sheet.seed, by_number)
    return {
        "sheet": sheet,
        "activity": sheet.activity,
        "line": [(no, draw.ticket(sheet.seed, no), by_number[no]) for no in line],
    }


def sign_in_sheet(activity):
    """Those with a place in the order of the list, and empty lines behind them."""
    sheet = sheet_of(activity)
    placed = Signup.objects.of_sheets([sheet] if sheet else []).placed()
    people = list(placed.with_people())
    first = len(people) + 1
    return {
        "activity": activity,
        "people": people,
        "companions": sum(one.companions for one in people),
        "blanks": range(first, first + (5 if people else 30)),
    }


COLUMNS = (
    xlsx.Column("次序", "number", 6),
    xlsx.Column("工号", width=10),
    xlsx.Column("姓名", width=12),
    xlsx.Column("部门", width=16),
    xlsx.Column("工会小组", width=14),
    xlsx.Column("状态", width=10),
    xlsx.Column("同行", "number", 6),
    xlsx.Column("报名时间", "moment"),
)


def sheet_table(sheet):
    """The list as it stands, for Excel: those with a place first."""
    questions = list(sheet.questions.all())
    rows = sheet.signups.with_people().with_answers().standing()
    placed_first = sorted(rows, key=lambda one: one.state != Signup.State.PLACED)
    table = [
        (
            place,
            one.member.staff_no,
            one.member.name,
            str(one.member.department or ""),
            str(one.member.group or ""),
            one.get_state_display(),
            one.companions,
            timezone.localtime(one.signed_at).replace(tzinfo=None),
            *answers_of(one, questions),
        )
        for place, one in enumerate(placed_first, 1)
    ]
    return xlsx.Sheet(
        title="报名名单",
        columns=(*COLUMNS, *(xlsx.Column(q.words, width=16) for q in questions)),
        rows=table,
    )


def moved_up(moved):
    """Who moved up from the waiting list, as a sentence."""
    names = "、".join(str(one.member) for one in moved)
    return f"候补转正：{names}，已在工作台上告诉本人。" if names else ""
