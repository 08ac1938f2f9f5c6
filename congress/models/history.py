"""What happened to a proposal, and the papers that came with it."""

from django.conf import settings
from django.db import models

from congress.models.proposals import Proposal
from congress.models.rounds import Round
from unionoffice.files import StoredFile


class ProposalStep(models.Model):
    """One line of a proposal's history; written by services, never changed.

    A private one passed among author and seconders, and only they read it.
    """

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="steps")
    state = models.CharField("状态", max_length=12, choices=Proposal.State)
    title = models.CharField("做了什么", max_length=200)
    note = models.TextField("说明", max_length=2_000, blank=True)
    at = models.DateTimeField("时间")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    who = models.CharField("谁", max_length=60)
    is_private = models.BooleanField("只给提案人和附议人看", default=False)

    class Meta:
        verbose_name = verbose_name_plural = "提案经过"
        ordering = ["-at", "-pk"]

    def __str__(self):
        return f"{self.who} {self.title}"


class ProposalFile(StoredFile):
    """A paper of the author (no round) or of a department's reply (its round)."""

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="files")
    round = models.ForeignKey(
        Round, models.CASCADE, null=True, blank=True, related_name="files"
    )

    class Meta:
        verbose_name = verbose_name_plural = "提案附件"
        ordering = ["pk"]
