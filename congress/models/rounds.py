"""Rounds of handling: a department is asked, answers, and the author rates."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from members.models import Department, Member


class RoundQuerySet(models.QuerySet):
    def with_people(self):
        """Department, leader and co-handlers, at a fixed number of queries."""
        return self.select_related("department", "leader").prefetch_related(
            models.Prefetch(
                "cohandlings", Cohandling.objects.select_related("department")
            )
        )

    def last_ones(self):
        """The last round of each proposal: the one that runs, or ran."""
        later = Round.objects.filter(
            proposal=models.OuterRef("proposal"), number__gt=models.OuterRef("number")
        )
        return self.exclude(models.Exists(later))

    def promised(self):
        """Last answers that leave something to be done."""
        return self.last_ones().filter(replied_at__isnull=False, result__in=Round.DATED)

    def with_answer(self):
        """Adds what is counted of the last rounds: `said` and `rated`. While one
        waits, the answer of the round before still counts."""
        earlier = Round.objects.filter(
            proposal=models.OuterRef("proposal"), replied_at__isnull=False
        ).order_by("-number")
        is_given = models.Q(replied_at__isnull=False)

        def told(name):
            return models.Case(
                models.When(is_given, then=models.F(name)),
                default=models.Subquery(earlier.values(name)[:1]),
            )

        return self.annotate(said=told("result"), rated=told("rating"))


class Round(models.Model):
    """One handling of a proposal; an unsatisfied author gives rise to another."""

    class Result(models.TextChoices):
        """What the department does, with the grade A–D the report counts."""

        SOLVED = "solved", "采纳，已解决或基本解决（A）"
        STARTED = "started", "采纳，正在解决（B）"
        PLANNED = "planned", "列入计划，逐步解决（C）"
        NOT_YET = "not_yet", "暂不具备条件，留作参考（D）"
        DECLINED = "declined", "不采纳，已说明原因（D）"

    class Rating(models.TextChoices):
        VERY = "very", "非常满意"
        SATISFIED = "satisfied", "满意"
        MOSTLY = "mostly", "基本满意"
        UNSATISFIED = "unsatisfied", "不满意"

    DATED = (Result.STARTED, Result.PLANNED)
    GRADES = {
        Result.SOLVED: "A",
        Result.STARTED: "B",
        Result.PLANNED: "C",
        Result.NOT_YET: "D",
        Result.DECLINED: "D",
    }

    proposal = models.ForeignKey("Proposal", models.CASCADE, related_name="rounds")
    number = models.PositiveSmallIntegerField("第几轮", default=1)
    department = models.ForeignKey(
        Department, models.PROTECT, related_name="+", verbose_name="承办部门"
    )
    leader = models.ForeignKey(
        Member,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="分管校领导",
    )
    due_on = models.DateField("答复期限")
    assigned_at = models.DateTimeField("交办时间")
    assigned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    text = models.TextField("答复内容", max_length=50_000, blank=True)
    result = models.CharField("办理结果", max_length=10, choices=Result, blank=True)
    promised_on = models.DateField("计划完成日期", null=True, blank=True)
    drafted_at = models.DateTimeField("送审时间", null=True, blank=True)
    approved_by = models.ForeignKey(
        Member,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="审阅人",
    )
    check_note = models.TextField("退回修改的说明", max_length=2_000, blank=True)
    followed_on = models.DateField("落实情况更新", null=True, blank=True)
    replied_at = models.DateTimeField("答复时间", null=True, blank=True)
    replied_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    rating = models.CharField("满意度", max_length=12, choices=Rating, blank=True)
    rating_note = models.TextField("评价意见", max_length=2_000, blank=True)
    rated_at = models.DateTimeField("评价时间", null=True, blank=True)

    objects = RoundQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "办理轮次"
        ordering = ["proposal", "number"]
        indexes = [  # what the report counts, without the texts
            models.Index(
                fields=[
                    "proposal",
                    "number",
                    "department",
                    "replied_at",
                    "result",
                    "rating",
                ],
                name="round_counted",
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["proposal", "number"], name="rounds_are_numbered"
            ),
            models.UniqueConstraint(
                fields=["proposal"],
                condition=Q(replied_at__isnull=True),
                name="one_round_waits_for_a_reply",
                violation_error_message="这件提案正在办理，还没有答复。",
            ),
            models.CheckConstraint(
                condition=Q(replied_at__isnull=True, drafted_at__isnull=True)
                | (~Q(text="") & ~Q(result="")),
                name="a_reply_has_text_and_result",
                violation_error_message="答复要写明内容和办理结果。",
            ),
            models.CheckConstraint(
                condition=~Q(result__in=["started", "planned"])
                | Q(promised_on__isnull=False),
                name="a_promise_has_a_date",
                violation_error_message="正在解决或列入计划的，要写计划完成日期。",
            ),
            models.CheckConstraint(
                condition=Q(approved_by__isnull=True) | Q(replied_at__isnull=False),
                name="an_approved_reply_is_given",
                violation_error_message="审阅通过的答复才算答复。",
            ),
            models.CheckConstraint(
                condition=Q(rating="", rated_at__isnull=True)
                | (~Q(rating="") & Q(rated_at__isnull=False, replied_at__isnull=False)),
                name="a_rating_follows_a_reply",
                violation_error_message="答复以后才能评价。",
            ),
            models.CheckConstraint(
                condition=~Q(rating="unsatisfied") | ~Q(rating_note=""),
                name="who_is_unsatisfied_says_why",
                violation_error_message="评价「不满意」时，请写明哪里需要重新办理。",
            ),
        ]

    def __str__(self):
        return f"{self.proposal} 第{self.number}轮"

    @classmethod
    def grades_of(cls, scale):
        """The choices of a Session.Scale: three grades leave out 非常满意."""
        without = {cls.Rating.VERY} if scale == "three" else set()
        return [pair for pair in cls.Rating.choices if pair[0] not in without]

    @property
    def is_readable(self):
        """The answer is given; before that it is a draft of the department."""
        return self.replied_at is not None

    @property
    def grade(self):
        return self.GRADES.get(self.result, "")

    def is_late_on(self, day):
        return self.replied_at is None and self.due_on < day


class Cohandling(models.Model):
    """协办: a department that helps with a round, and its 会签 once it has signed."""

    round = models.ForeignKey(Round, models.CASCADE, related_name="cohandlings")
    department = models.ForeignKey(
        Department, models.PROTECT, related_name="+", verbose_name="协办部门"
    )
    text = models.TextField("会签意见", max_length=2_000, blank=True)
    signed_at = models.DateTimeField("会签时间", null=True, blank=True)
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        verbose_name = verbose_name_plural = "协办"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["round", "department"],
                name="a_department_helps_once_a_round",
                violation_error_message="这个部门已经是协办部门。",
            ),
            models.CheckConstraint(
                condition=Q(signed_at__isnull=True, text="")
                | (Q(signed_at__isnull=False) & ~Q(text="")),
                name="a_cosign_has_its_words",
                violation_error_message="会签要写意见。",
            ),
        ]

    def __str__(self):
        return f"{self.department}协办"
