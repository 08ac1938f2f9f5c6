"""What a session goes through: procedure, agenda, papers, questions, resolutions."""

import datetime

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from congress import workdays
from congress.models.congresses import Delegation
from congress.models.sessions import Listed, Session
from congress.thresholds import BY_CODE, Base
from members.models import Member
from unionoffice.files import StoredFile
from unionoffice.forms import Once
from unionoffice.states import Versioned


class Phase(models.TextChoices):
    PREPARE = "prepare", "筹备"
    PRELIMINARY = "preliminary", "预备会议"
    FORMAL = "formal", "正式会议"
    AFTER = "after", "会后"


class ProcedureStep(Listed):
    """A step of the usual procedure (domain.md 1.4); each session copies those in use.

    `days` are counted from the day of the session, negative before it; working days
    from its close where `by_workdays`.
    """

    phase = models.CharField("阶段", max_length=12, choices=Phase)
    days = models.SmallIntegerField("相距天数", null=True, blank=True)
    by_workdays = models.BooleanField("按闭幕后工作日算", default=False)
    source = models.CharField("依据", max_length=120, blank=True)

    class Meta(Listed.Meta):
        verbose_name = verbose_name_plural = "会议程序"


class Task(Versioned):
    """One step of the procedure of a session, ticked off when it is done."""

    session = models.ForeignKey(Session, models.CASCADE, related_name="tasks")
    phase = models.CharField("阶段", max_length=12, choices=Phase)
    order = models.PositiveSmallIntegerField("顺序", default=0)
    name = models.CharField("事项", max_length=60)
    days = models.SmallIntegerField("相距天数", null=True, blank=True)
    by_workdays = models.BooleanField("按闭幕后工作日算", default=False)
    done_on = models.DateField("办好", null=True, blank=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        verbose_name = verbose_name_plural = "程序事项"
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "name"],
                name="one_task_a_name_a_session",
                violation_error_message="这个事项已经在清单里了。",
            ),
            models.CheckConstraint(
                condition=Q(done_on__isnull=True, done_by__isnull=True)
                | Q(done_on__isnull=False, done_by__isnull=False),
                name="a_done_task_has_its_day",
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def due_on(self):
        """The day it should be done; None while the day it counts from is open."""
        if self.days is None:
            return None
        if self.by_workdays:
            closed = self.session.closed_on
            return closed and workdays.after(closed, self.days)
        held = self.session.held_on
        return held and held + datetime.timedelta(days=self.days)

    def is_late_on(self, day):
        due = self.due_on
        return self.done_on is None and due is not None and due < day


class AgendaItem(Versioned):
    """议题: what the congress does with it, who speaks, and what came of it."""

    class Verb(models.TextChoices):
        """What the congress does (教育部令第32号 §7); 通过 asks for a vote."""

        HEAR = "hear", "听取"
        DISCUSS = "discuss", "讨论"
        DELIBERATE = "deliberate", "审议"
        ADOPT = "adopt", "讨论通过（须表决）"
        APPRAISE = "appraise", "评议"

    class Outcome(models.TextChoices):
        DONE = "done", "已听取、讨论"
        PASSED = "passed", "通过"
        NOT_PASSED = "not_passed", "没有通过"
        POSTPONED = "postponed", "下次再议"

    session = models.ForeignKey(Session, models.CASCADE, related_name="agenda")
    order = models.PositiveSmallIntegerField("序号", default=1)
    title = models.CharField("议题", max_length=120)
    verb = models.CharField("方式", max_length=10, choices=Verb, default=Verb.HEAR)
    speaker = models.CharField("报告人", max_length=40, blank=True)
    outcome = models.CharField("结果", max_length=10, choices=Outcome, blank=True)
    note = models.TextField("说明", max_length=2_000, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "议题"
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "title"],
                name="one_agenda_item_a_title_a_session",
                violation_error_message="这个议题已经在议程里了。",
            )
        ]

    def __str__(self):
        return self.title


class AgendaPaper(StoredFile):
    """A paper that is handed out for an item."""

    item = models.ForeignKey(AgendaItem, models.CASCADE, related_name="papers")

    class Meta:
        verbose_name = verbose_name_plural = "会议材料"
        ordering = ["pk"]


class Question(Versioned, Once):
    """询问: what a delegate asked at the session, and who answered when."""

    session = models.ForeignKey(Session, models.CASCADE, related_name="questions")
    asker = models.ForeignKey(
        Member,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="提问人",
    )
    text = models.TextField("问题", max_length=2_000)
    answered_by = models.CharField("答复人", max_length=40, blank=True)
    answer = models.TextField("答复", max_length=5_000, blank=True)
    answered_on = models.DateField("答复日期", null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "代表询问"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(answer="", answered_on__isnull=True)
                | (~Q(answer="") & ~Q(answered_by="") & Q(answered_on__isnull=False)),
                name="an_answer_to_a_question_is_signed",
                violation_error_message="答复要写明内容、答复人和日期。",
            )
        ]

    def __str__(self):
        return self.text[:40]


class OpinionQuerySet(models.QuerySet):
    def heads(self):
        """After merging: those that stand for themselves or for others."""
        return self.filter(merged_into__isnull=True)


class Opinion(models.Model):
    """讨论意见 of a delegation's group discussion; the same ones are merged."""

    session = models.ForeignKey(Session, models.CASCADE, related_name="opinions")
    delegation = models.ForeignKey(
        Delegation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="代表团",
    )
    text = models.CharField("意见", max_length=500)
    merged_into = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="joined",
        verbose_name="并入",
    )

    objects = OpinionQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "讨论意见"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=F("id")),
                name="no_opinion_goes_with_itself",
                violation_error_message="意见不能并入自己。",
            )
        ]

    def __str__(self):
        return self.text[:40]


class Resolution(Versioned):
    """决议: what was adopted; open votes by show of hands are entered as counts."""

    session = models.ForeignKey(Session, models.CASCADE, related_name="resolutions")
    item = models.ForeignKey(
        AgendaItem,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="resolutions",
        verbose_name="议题",
    )
    title = models.CharField("决议名称", max_length=120)
    text = models.TextField("正文", max_length=20_000, blank=True)
    passed_on = models.DateField("表决日期")
    base = models.CharField(
        "表决基数",
        max_length=10,
        choices=[(base.value, base.label) for base in Base],
        default=Base.ALL.value,
    )
    threshold = models.CharField(
        "通过线",
        max_length=12,
        choices=[(code, one.words) for code, one in BY_CODE.items()],
        default="half",
    )
    of = models.PositiveSmallIntegerField("基数人数", null=True, blank=True)
    yes = models.PositiveSmallIntegerField("同意", null=True, blank=True)
    no = models.PositiveSmallIntegerField("不同意", null=True, blank=True)
    abstained = models.PositiveSmallIntegerField("弃权", null=True, blank=True)
    posted_on = models.DateField("公布日期", null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "决议"
        ordering = ["passed_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "title"],
                name="one_resolution_a_title_a_session",
                violation_error_message="这项决议已经登记过了。",
            ),
            models.CheckConstraint(
                condition=Q(yes__isnull=True, no__isnull=True, abstained__isnull=True)
                | Q(
                    yes__isnull=False,
                    no__isnull=False,
                    abstained__isnull=False,
                    of__isnull=False,
                    of__gte=F("yes") + F("no") + F("abstained"),
                ),
                name="votes_do_not_outnumber_their_base",
                violation_error_message="同意、不同意、弃权三项要一起填，加起来不能多于基数人数。",
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def is_counted(self):
        return self.yes is not None

    @property
    def is_passed(self):
        """By its own counts; None where none were entered."""
        if not self.is_counted:
            return None
        return BY_CODE[self.threshold].is_met(self.yes, self.of)
