"""报名: the sheet of an activity, its questions, and who signed up."""

from datetime import datetime, time, timedelta

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from members import sealing
from members.models import Member, UnionGroup
from members.models.roster import years_between
from plans import draw, eligibility, months
from plans.models.activities import Activity
from plans.models.plans import by_person
from plans.signupqueries import QuestionQuerySet, SheetQuerySet, SignupQuerySet
from unionoffice.states import StateError, Stateful, Versioned


class SignupSheet(Versioned):
    """On what terms people sign up for an activity.

    `taken` are the places in use, `last_number` the number of the latest arrival; both
    are written under the sheet's row lock only.
    """

    class Allocation(models.TextChoices):
        FIRST = "first", "先到先得"
        DRAW = "draw", "截止后抽签"

    class People(models.TextChoices):
        WORKING = eligibility.WORKING, "在职"
        RETIRED = eligibility.RETIRED, "离退休"
        BOTH = eligibility.BOTH, "在职和离退休"

    activity = models.OneToOneField(
        Activity, models.PROTECT, related_name="sheet", verbose_name="活动"
    )
    allocation = models.CharField(
        "名额怎样分", max_length=5, choices=Allocation, default=Allocation.FIRST
    )
    places = models.PositiveIntegerField("名额", null=True, blank=True)
    opens_at = models.DateTimeField("报名开始")
    closes_at = models.DateTimeField("报名截止")
    back_until = models.DateTimeField("最晚退出", null=True, blank=True)
    companions_most = models.PositiveSmallIntegerField("每人可带", default=0)
    companions_count = models.BooleanField("同行的人占名额", default=True)
    people = models.CharField(
        "在职情况", max_length=7, choices=People, default=People.WORKING
    )
    members_only = models.BooleanField("只限会员", default=True)
    sex = models.CharField("性别", max_length=1, choices=Member.Sex, blank=True)
    groups = models.ManyToManyField(
        UnionGroup, blank=True, related_name="+", verbose_name="工会小组"
    )
    age_from = models.PositiveSmallIntegerField("年满", null=True, blank=True)
    age_to = models.PositiveSmallIntegerField("不超过", null=True, blank=True)
    years_from = models.PositiveSmallIntegerField("来校满", null=True, blank=True)
    note = models.TextField("报名须知", blank=True, max_length=1000)
    seed = sealing.SealedField(default=draw.new_seed, editable=False)
    drawn_at = models.DateTimeField("抽签时间", null=True, editable=False)
    taken = models.PositiveIntegerField("已占名额", default=0, editable=False)
    last_number = models.PositiveIntegerField(default=0, editable=False)
    made_by = by_person("开设人")
    made_at = models.DateTimeField("开设时间", auto_now_add=True)

    objects = SheetQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "报名表"
        ordering = ["closes_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(closes_at__gt=F("opens_at")),
                name="signups_close_after_they_open",
                violation_error_message="报名截止要在报名开始之后。",
            ),
            models.CheckConstraint(
                condition=Q(places__isnull=True) | Q(places__gte=1),
                name="signups_have_a_place",
                violation_error_message="名额至少 1 个；不限人数就空着。",
            ),
            models.CheckConstraint(
                condition=Q(places__isnull=True) | Q(taken__lte=F("places")),
                name="signups_never_exceed_the_places",
                violation_error_message="名额不能少于已经报上的人数。",
            ),
            models.CheckConstraint(
                condition=Q(allocation="first") | Q(places__isnull=False),
                name="draws_have_places",
                violation_error_message="抽签要写明名额。",
            ),
            models.CheckConstraint(
                condition=Q(age_from__isnull=True)
                | Q(age_to__isnull=True)
                | Q(age_to__gte=F("age_from")),
                name="signup_ages_in_order",
                violation_error_message="年龄上限不能小于下限。",
            ),
        ]

    def __str__(self):
        return f"{self.activity} 报名表"

    def get_absolute_url(self):
        return self.activity.get_absolute_url()

    @property
    def who(self):
        """The conditions; asked for the day of the activity, else of the closing."""
        day = self.activity.starts_on or timezone.localdate(self.closes_at)
        return eligibility.Who(
            on=day,
            people=self.people,
            members_only=self.members_only,
            sex=self.sex,
            groups=tuple((group.pk, group.name) for group in self.groups.all()),
            age_from=self.age_from,
            age_to=self.age_to,
            years_from=self.years_from,
        )

    def refusals(self, member):
        """Why `member` may not sign up: sentences."""
        who = self.who
        return who.refusals(member, years_between(member.joined_school_on, who.on))

    @property
    def is_draw(self):
        return self.allocation == self.Allocation.DRAW

    @property
    def waits_for_draw(self):
        return self.is_draw and self.drawn_at is None

    @property
    def commitment(self):
        return draw.commitment(self.seed)

    @property
    def left(self):
        """Free places; None where there is no limit."""
        return None if self.places is None else self.places - self.taken

    @property
    def room(self):
        """What is left, in words; of a sheet with a limit, read `with_activity`."""
        if not self.left:
            return "已满，可以候补"
        if self.has_line:  # the first who waits needs more than is left
            return f"剩 {self.left} 个名额，留给候补的人"
        return f"还有 {self.left} 个名额"

    @property
    def last_way_back(self):
        """Until when one may step back; who is drawn may after the closing too."""
        if self.back_until or not self.is_draw:
            return self.back_until or self.closes_at
        day, month = self.activity.starts_on, self.activity.last_month
        if not (day or month):
            return self.closes_at
        day = day or months.plus(month, 1) - timedelta(days=1)
        eve = datetime.combine(day - timedelta(days=1), time(23, 59))
        ways = map(timezone.make_aware, (eve, datetime.combine(day, time(8))))
        return next((way for way in ways if way > self.closes_at), self.closes_at)

    def has_opened(self, now):
        return self.opens_at <= now

    def has_closed(self, now):
        return self.closes_at <= now

    def is_open(self, now):
        return self.has_opened(now) and not self.has_closed(now)

    def seats(self, companions):
        """How many places somebody with that many companions takes."""
        return 1 + (companions if self.companions_count else 0)

    def fits(self, seats):
        return self.left is None or seats <= self.left

    def book(self, *, seats=0, arrivals=0):
        """Count places taken (or given back, negative) and arrivals.

        The row must be locked; compare-and-swap tells if it was not.
        """
        values = {
            "taken": self.taken + seats,
            "last_number": self.last_number + arrivals,
        }
        as_read = type(self).objects.filter(
            pk=self.pk, taken=self.taken, last_number=self.last_number
        )
        if as_read.update(**values) != 1:
            raise StateError("刚才有别人也在报名，请再试一次。")
        self.taken, self.last_number = values["taken"], values["last_number"]


class Question(models.Model):
    """What a person is asked when signing up: size, meals, where they get on."""

    class Kind(models.TextChoices):
        TEXT = "text", "文字"
        CHOICE = "choice", "选一项"
        YESNO = "yesno", "是或否"

    sheet = models.ForeignKey(SignupSheet, models.CASCADE, related_name="questions")
    words = models.CharField("问题", max_length=40)
    kind = models.CharField("怎样答", max_length=6, choices=Kind, default=Kind.TEXT)
    options = models.TextField(
        "可选的答案", blank=True, help_text="选一项时填，每行一个。"
    )
    is_required = models.BooleanField("必须回答", default=True)

    objects = QuestionQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "报名问题"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["sheet", "words"],
                name="one_question_asks_once",
                violation_error_message="这个问题已经有了。",
            ),
            models.CheckConstraint(
                condition=~Q(kind="choice") | ~Q(options=""),
                name="choices_have_options",
                violation_error_message="「选一项」要写可选的答案。",
            ),
        ]

    def __str__(self):
        return self.words

    @property
    def choices(self):
        if self.kind == self.Kind.YESNO:
            return ["是", "否"]
        lines = (line.strip() for line in self.options.splitlines())
        return list(dict.fromkeys(filter(None, lines)))


class Signup(Stateful):
    """This person signed up; `number` is the order of arrival, or as drawn."""

    class State(models.TextChoices):
        APPLIED = "applied", "待抽签"
        PLACED = "placed", "已报上"
        WAITING = "waiting", "候补"
        WITHDRAWN = "withdrawn", "已退出"

    class News(models.TextChoices):
        NONE = "", "没有"
        MOVED_UP = "moved_up", "候补转正"
        DRAWN = "drawn", "抽签结果"
        ENTERED = "entered", "代报名"
        CALLED_OFF = "called_off", "取消或推迟"

    NEXT = {
        State.APPLIED: {State.PLACED, State.WAITING, State.WITHDRAWN},
        State.WAITING: {State.PLACED, State.WITHDRAWN},
        State.PLACED: {State.WITHDRAWN},
        State.WITHDRAWN: {State.APPLIED, State.PLACED, State.WAITING},
    }
    CHIPS = {
        "applied": "progress",
        "placed": "done",
        "waiting": "mine",
        "withdrawn": "draft",
    }

    sheet = models.ForeignKey(SignupSheet, models.PROTECT, related_name="signups")
    member = models.ForeignKey(
        Member, models.PROTECT, related_name="signups", verbose_name="会员"
    )
    number = models.PositiveIntegerField("次序")
    companions = models.PositiveSmallIntegerField("同行", default=0)
    seats = models.PositiveSmallIntegerField("占名额", default=1)
    rank = models.PositiveIntegerField("抽签名次", null=True, editable=False)
    state = models.CharField("状态", max_length=9, choices=State)
    news = models.CharField("要告诉本人的", max_length=10, choices=News, blank=True)
    entered_by = by_person("报名人")
    signed_at = models.DateTimeField("报名时间", default=timezone.now)

    objects = SignupQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "报名"
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["sheet", "member"],
                name="one_signup_a_member_an_activity",
                violation_error_message="这位会员已经报名。",
            ),
            models.UniqueConstraint(
                fields=["sheet", "number"], name="signups_stand_in_one_line"
            ),
        ]

    def __str__(self):
        return f"{self.member}：{self.sheet.activity}"

    def get_absolute_url(self):
        return f"{self.sheet.activity.get_absolute_url()}#signup"

    @property
    def is_in(self):
        return self.state != self.State.WITHDRAWN


class Answer(models.Model):
    """What somebody answered to one question."""

    signup = models.ForeignKey(Signup, models.CASCADE, related_name="answers")
    question = models.ForeignKey(Question, models.PROTECT, related_name="answers")
    text = models.CharField("回答", max_length=100)

    class Meta:
        verbose_name = verbose_name_plural = "报名回答"
        ordering = ["question"]
        constraints = [
            models.UniqueConstraint(
                fields=["signup", "question"], name="one_answer_a_question"
            )
        ]

    def __str__(self):
        return self.text
