"""What the office's lists need besides the roster: customs, checks, settled findings."""

import re

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone

MONTHS = re.compile(r"\d{1,2}(、\d{1,2})*")


def check_months(text):
    """Months as 4、10."""
    if not MONTHS.fullmatch(text) or not all(
        1 <= int(month) <= 12 for month in text.split("、")
    ):
        raise ValidationError("月份写成 4、10 的样子，用顿号隔开。")


class ListCustom(models.Model):
    """How lists are kept here; one row. Without it the usual custom holds:
    the women's archive is gone through in April and October (product.md M7)."""

    archive_months = models.CharField(
        "女职工档案核对月份", max_length=30, default="4、10", validators=[check_months]
    )
    teaching_years = models.PositiveSmallIntegerField("教龄满几年列入名单", default=30)
    document = models.CharField("依据", max_length=100, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "名单口径"
        constraints = [
            models.CheckConstraint(condition=Q(pk=1), name="one_list_custom"),
            models.CheckConstraint(
                condition=Q(teaching_years__range=(1, 60)),
                name="teaching_years_of_a_life",
                violation_error_message="教龄年数在 1 到 60 之间。",
            ),
        ]

    def __str__(self):
        return f"每年 {self.archive_months} 月核对女职工档案，教龄满 {self.teaching_years} 年"

    @classmethod
    def load(cls):
        return cls.objects.filter(pk=1).first() or cls(pk=1)

    @property
    def months(self):
        """The months of the archive as numbers, in order."""
        return sorted({int(month) for month in self.archive_months.split("、")})


class ArchiveCheckQuerySet(models.QuerySet):
    def latest_first(self):
        return self.select_related("checked_by__member").order_by("-checked_on", "-pk")


class ArchiveCheck(models.Model):
    """The women's archive (女职工档案) was gone through on this day."""

    checked_on = models.DateField("核对日期", default=timezone.localdate)
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        editable=False,
        verbose_name="核对人",
    )
    people = models.PositiveIntegerField("人数", editable=False)
    note = models.CharField("说明", max_length=200, blank=True)

    objects = ArchiveCheckQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "女职工档案核对"
        ordering = ["-checked_on", "-pk"]

    def __str__(self):
        return f"女职工档案 {self.checked_on}"


class SettledFinding(models.Model):
    """Somebody looked at a finding of 资料检查 and found nothing wrong.

    `digest` is a keyed digest of the data that gave rise to it: when they change the
    finding comes back.
    """

    member = models.ForeignKey(
        "Member", models.CASCADE, related_name="settled_findings", verbose_name="会员"
    )
    kind = models.CharField("检查项", max_length=20)
    digest = models.CharField(max_length=64)
    settled_on = models.DateField("核对日期", default=timezone.localdate)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        verbose_name="核对人",
    )

    class Meta:
        verbose_name = verbose_name_plural = "核对过的资料"
        constraints = [
            models.UniqueConstraint(
                fields=["member", "kind", "digest"], name="a_finding_is_settled_once"
            )
        ]

    def __str__(self):
        return f"{self.member} {self.kind}"
