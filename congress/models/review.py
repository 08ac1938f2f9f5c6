"""What committee members think of a proposal, and what the school's leaders write."""

from django.db import models

from congress.models.proposals import Proposal
from members.models import Member


class Review(models.Model):
    """委员意见: how one member of the committee would decide, before it is decided."""

    class Outcome(models.TextChoices):
        ACCEPTED = "accepted", "立案"
        ADVICE = "advice", "转为意见建议"
        MERGED = "merged", "并案"
        RETURNED = "returned", "退回完善"
        REJECTED = "rejected", "不予立案"

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="reviews")
    member = models.ForeignKey(
        Member, models.PROTECT, related_name="reviews", verbose_name="委员"
    )
    outcome = models.CharField("意见", max_length=10, choices=Outcome)
    note = models.CharField("说明", max_length=200, blank=True)
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = verbose_name_plural = "委员审查意见"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["proposal", "member"],
                name="one_review_a_member_a_proposal",
                violation_error_message="这位委员已经填过意见。",
            ),
        ]

    def __str__(self):
        return f"{self.member}：{self.get_outcome_display()}"


class Instruction(models.Model):
    """校领导批示 on a proposal that was taken up; never changed."""

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="instructions")
    member = models.ForeignKey(
        Member, models.PROTECT, related_name="+", verbose_name="校领导"
    )
    text = models.TextField("批示", max_length=2_000)
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = verbose_name_plural = "校领导批示"
        ordering = ["at", "pk"]

    def __str__(self):
        return f"{self.member}批示"
