"""The office's own data."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q


class Office(models.Model):
    """The office's own data (product.md U11); one row."""

    class YearKind(models.TextChoices):
        CALENDAR = "calendar", "自然年（1–12 月）"
        SCHOOL = "school", "学年（9 月–次年 8 月）"
        FEBRUARY = "february", "春起（2 月–次年 1 月）"
        SPRING = "spring", "春起（3 月–次年 2 月）"

    school_name = models.CharField("学校名称", max_length=60, default="本校")
    union_name = models.CharField("工会名称", max_length=60, default="学校工会")
    seal_text = models.CharField(
        "落款", max_length=60, blank=True, help_text="印在表格和文件末尾。"
    )
    year_kind = models.CharField(
        "工作年度", max_length=10, choices=YearKind, default=YearKind.CALENDAR
    )
    autumn_term_on = models.DateField("秋季学期开学", null=True, blank=True)
    spring_term_on = models.DateField("春季学期开学", null=True, blank=True)
    card_prefix = models.CharField(
        "会员证号的开头",
        max_length=10,
        blank=True,
        help_text="批准入会时编号：开头加数字，例如 GH 加 5 位数字是 GH00001。可以不填。",
    )
    card_digits = models.PositiveSmallIntegerField(
        "会员证号的数字有几位",
        default=5,
        validators=[MinValueValidator(1), MaxValueValidator(12)],
    )
    seconds_wanted = models.PositiveSmallIntegerField(
        "提案附议人数", default=2, help_text="新建会次时的默认值。"
    )

    class Meta:
        verbose_name = verbose_name_plural = "本单位资料"
        constraints = [models.CheckConstraint(condition=Q(pk=1), name="one_office")]

    def __str__(self):
        return self.union_name

    @classmethod
    def load(cls):
        """The one row, or an unsaved one with defaults before the first start."""
        return cls.objects.filter(pk=1).first() or cls(pk=1)
