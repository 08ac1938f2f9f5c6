"""Rosters that were uploaded and wait to be written."""

from django.db import models
from django.utils import timezone

from members import sealing
from members.models.accounts import User
from unionoffice.states import Stateful


class MemberImportQuerySet(models.QuerySet):
    def wait_for_others(self):
        """One import writes at a time: hold the newest row until the end.

        SQLite's IMMEDIATE transactions see to it themselves.
        """
        self.select_for_update().order_by("-pk").values_list("pk").first()


class MemberImport(Stateful):
    """An uploaded roster between its preview and its end.

    What was read is kept sealed, for half an hour, and emptied when it is applied.
    """

    class State(models.TextChoices):
        STAGED = "staged", "待确认"
        APPLIED = "applied", "已导入"

    NEXT = {State.STAGED: {State.APPLIED}}
    MINUTES = 30

    state = models.CharField(max_length=10, choices=State, default=State.STAGED)
    name = models.CharField("文件名", max_length=120)
    sha256 = models.CharField(max_length=64)
    make_places = models.BooleanField("自动新建部门和小组", default=False)
    table = sealing.SealedField(default="")
    added_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)

    objects = MemberImportQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "名册导入"

    def __str__(self):
        return self.name

    @property
    def is_fresh(self):
        age = timezone.now() - self.added_at
        return (
            self.state == self.State.STAGED and age.total_seconds() < self.MINUTES * 60
        )
