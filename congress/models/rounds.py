"""Rounds of handling: a department is asked, answers, and the author rates."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from members.models import Department


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
    due_on = models.DateField("答复期限")
    assigned_at = models.DateTimeField("交办时间")
    assigned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    text = models.TextField("答复内容", max_length=50_000, blank=True)
    result = models.CharField("办理结果", max_length=10, choices=Result, blank=True)
    promised_on = models.DateField("计划完成日期", null=True, blank=True)
    replied_at = models.DateTimeField("答复时间", null=True, blank=True)
    replied_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    rating = models.CharField("满意度", max_length=12, choices=Rating, blank=True)
    rating_note = models.TextField("评价意见", max_length=2_000, blank=True)
    rated_at = models.DateTimeField("评价时间", null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "办理轮次"
        ordering = ["proposal", "number"]
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
                condition=Q(replied_at__isnull=True, text="", result="")
                | (Q(replied_at__isnull=False) & ~Q(text="") & ~Q(result="")),
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

    @property
    def grade(self):
        return self.GRADES.get(self.result, "")

    def is_late_on(self, day):
        return self.replied_at is None and self.due_on < day
