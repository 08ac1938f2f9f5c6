"""Rules on who sits in a congress, dated and with their source; edited by the office."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q


class CompositionRuleQuerySet(models.QuerySet):
    def on(self, day):
        """In force on this day."""
        return self.filter(
            Q(since__isnull=True) | Q(since__lte=day),
            Q(until__isnull=True) | Q(until__gte=day),
            is_active=True,
        )


class CompositionRule(models.Model):
    """One rule: a part of the delegates, or of those who elect, and its bound.

    Without a bound (numerator and denominator empty) the figure is shown beside the
    share of the staff, and nothing is judged: the law often says no more than 一定比例.
    Schools and provinces differ, so a rule warns and never blocks.
    """

    class Key(models.TextChoices):
        TEACHERS = "teachers", "教师占代表总数"
        WOMEN = "women", "女代表占代表总数"
        YOUNG = "young", "35 周岁以下占代表总数"
        LEADERS = "leaders", "中层以上领导占代表总数"
        SIZE = "size", "代表占教职工人数"
        TURNOUT = "turnout", "选举：参加投票占选区人数"
        VOTES = "votes", "选举：得票占选区人数"

    class Sense(models.TextChoices):
        LEAST = "least", "不少于"
        MOST = "most", "不多于"

    key = models.CharField("规则", max_length=10, choices=Key)
    sense = models.CharField("方向", max_length=5, choices=Sense, default=Sense.LEAST)
    numerator = models.PositiveSmallIntegerField(
        "分子",
        null=True,
        blank=True,
        help_text="例如五分之三填 3；没有规定比例就空着。",
    )
    denominator = models.PositiveSmallIntegerField(
        "分母", null=True, blank=True, help_text="例如五分之三填 5。"
    )
    source = models.CharField("依据", max_length=200)
    scope = models.CharField(
        "适用",
        max_length=60,
        blank=True,
        help_text="哪些省市、哪类学校；都适用就空着。",
    )
    since = models.DateField("施行日期", null=True, blank=True)
    until = models.DateField("到", null=True, blank=True)
    is_active = models.BooleanField("在用", default=True)

    objects = CompositionRuleQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "代表组成规则"
        ordering = ["key", "since", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(numerator__isnull=True, denominator__isnull=True)
                | Q(numerator__gte=1, denominator__gte=F("numerator")),
                name="a_bound_is_a_part",
                violation_error_message="分子和分母要一起填，分子不能大于分母。",
            ),
            models.CheckConstraint(
                condition=Q(until__gte=F("since"))
                | Q(since__isnull=True)
                | Q(until__isnull=True),
                name="a_composition_rule_ends_after_it_begins",
                violation_error_message="规则的结束日期不能早于施行日期。",
            ),
        ]

    def __str__(self):
        return f"{self.get_key_display()}{self.words}"

    def clean(self):
        if (self.numerator is None) != (self.denominator is None):
            raise ValidationError("分子和分母要一起填。")

    @property
    def has_bound(self):
        return self.numerator is not None

    @property
    def words(self):
        """不少于 3/5, or nothing where the rule has no bound."""
        if not self.has_bound:
            return ""
        return f"{self.get_sense_display()} {self.numerator}/{self.denominator}"

    def fits(self, part, whole):
        """Whether `part` of `whole` keeps the bound; exact in integers."""
        left, right = part * self.denominator, self.numerator * whole
        return left >= right if self.sense == self.Sense.LEAST else left <= right
