"""Rosters that were uploaded: waiting to be written, written, undone."""

import datetime

from django.db import models
from django.utils import timezone

from members import sealing
from members.models.accounts import User
from unionoffice.states import Stateful

# A deed that has not been heard of for so long was killed: who does it tells every
# second how far it is, but not while it writes and holds the database.
SILENCE = datetime.timedelta(seconds=90)


class MemberImportQuerySet(models.QuerySet):
    def wait_for_others(self):
        """One import writes at a time: hold the newest row until the end.

        SQLite's IMMEDIATE transactions see to it themselves.
        """
        self.select_for_update().order_by("-pk").values_list("pk").first()

    def of(self, user):
        """Those a person uploaded."""
        return self.filter(added_by=user)

    def unfinished(self):
        """Those that are read, wait or are written at this moment, the latest first."""
        since = timezone.now() - datetime.timedelta(minutes=self.model.MINUTES)
        states = (self.model.State.READING, self.model.State.STAGED)
        rows = self.light().filter(state__in=states, added_at__gt=since)
        return rows.order_by("-pk")[:3]

    def light(self):
        """Without what was read and shown, which may be megabytes."""
        return self.defer("table", "shown", "undo")

    def written(self):
        """Those that came into the roster, the latest first; undone or not."""
        states = (self.model.State.APPLIED, self.model.State.UNDONE)
        rows = self.light().filter(state__in=states).order_by("-applied_at", "-pk")
        return rows.select_related("added_by__member", "undone_by__member")

    def idle(self, now):
        """Those that nobody is at work on, or whose work was killed."""
        return self.filter(
            models.Q(doing="")
            | models.Q(beat_at__isnull=True)
            | models.Q(beat_at__lt=now - SILENCE)
        )


class MemberImport(Stateful):
    """An uploaded roster between its preview and its end.

    What was read and shown is kept sealed, for half an hour, and emptied when it is
    applied; what is needed to undo it is kept sealed for a day.
    """

    class State(models.TextChoices):
        READING = "reading", "正在读取"
        STAGED = "staged", "待确认"
        REFUSED = "refused", "没有读出"
        APPLIED = "applied", "已导入"
        UNDONE = "undone", "已撤销"

    class Doing(models.TextChoices):
        OPENING = "opening", "读取文件"
        ROWS = "rows", "逐行核对"
        COMPARING = "comparing", "与名册对照"
        PREPARING = "preparing", "准备写入"
        WRITING = "writing", "写入名册"

    NEXT = {
        State.READING: {State.STAGED, State.REFUSED},
        State.STAGED: {State.APPLIED},
        State.APPLIED: {State.UNDONE},
    }
    CHIPS = {State.APPLIED: "done", State.UNDONE: "dropped"}
    MINUTES = 30
    HOURS = 24  # in which an import may be undone

    state = models.CharField(max_length=10, choices=State, default=State.STAGED)
    name = models.CharField("文件名", max_length=120)
    sha256 = models.CharField(max_length=64)
    make_places = models.BooleanField("自动新建部门和小组", default=False)
    table = sealing.SealedField(default="")
    shown = sealing.SealedField(default="")  # the preview, see importing.shown
    undo = sealing.SealedField(default="")  # what undoing needs, see services
    # Which sheet and which of its rows hold the headings, where somebody said so.
    sheet = models.TextField(default="")
    head_row = models.PositiveIntegerField(default=0)
    length = models.PositiveIntegerField("行数", default=0)
    counts = models.JSONField("多少人", default=dict)
    # Who is at work on it, and how far; empty when nobody is.
    doing = models.CharField(max_length=10, choices=Doing, default="", blank=True)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    beat_at = models.DateTimeField(null=True)
    problem = models.CharField("为什么没有成", max_length=200, default="", blank=True)
    added_by = models.ForeignKey(  # nobody: the command on the office's own machine
        User, models.PROTECT, null=True, related_name="+", verbose_name="谁上传的"
    )
    added_at = models.DateTimeField(auto_now_add=True)
    applied_at = models.DateTimeField("导入时间", null=True)
    undone_at = models.DateTimeField("撤销时间", null=True)
    undone_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name="谁撤销的"
    )

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

    @property
    def is_busy(self):
        """Whether somebody is at work on it at this moment."""
        return self.doing != "" and not self.is_broken

    @property
    def is_broken(self):
        """Whether the work on it was killed before it ended."""
        beat = self.beat_at or self.added_at
        is_at_work = self.doing != "" or self.state == self.State.READING
        return is_at_work and timezone.now() - beat > SILENCE

    @property
    def percent(self):
        return 100 * self.done // self.total if self.total else 0

    @property
    def until(self):
        """The moment until which it may be undone; None before it was applied."""
        hours = datetime.timedelta(hours=self.HOURS)
        return self.applied_at + hours if self.applied_at else None

    @property
    def can_be_undone(self):
        return (
            self.state == self.State.APPLIED
            and self.until is not None
            and timezone.now() < self.until
        )


class HeadMappingQuerySet(models.QuerySet):
    def by_shape(self):
        """{shape: [field or "" of each column]} of all that are remembered."""
        return dict(self.values_list("shape", "fields"))


class HeadMapping(models.Model):
    """Which columns of files with these headings mean what, as somebody said once.

    `shape` is importing.heads.shape of the headings: the same in the same order.
    """

    shape = models.CharField(max_length=64, unique=True)
    heads = models.JSONField("表头")
    fields = models.JSONField("对应")
    by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name="谁"
    )
    at = models.DateTimeField("时间", auto_now=True)

    objects = HeadMappingQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "名册列的对应"

    def __str__(self):
        return "、".join(head for head in self.heads if head)[:100]
