"""Bodies in which people hold office, and the rules of who sits in them."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

YEARS = ((3, "3 年"), (5, "5 年"))


class Post(models.TextChoices):
    CHAIR = "chair", "正职"
    VICE = "vice", "副职"
    MEMBER = "member", "成员"


class BodyQuerySet(models.QuerySet):
    def open(self):
        return self.filter(is_active=True)

    def filled_on(self, day):
        """The union's own, each with `people`: how many hold office in it on `day`."""
        ended = Q(seats__ended_on__isnull=True) | Q(seats__ended_on__gt=day)
        held = Q(seats__began_on__lte=day) & ended
        people = models.Count("seats__member", filter=held, distinct=True)
        rows = self.open().filter(is_own=True).annotate(people=people)
        return rows.order_by("order", "name")


class Body(models.Model):
    """A body of the union, or one of the school in which the union has seats."""

    name = models.CharField("机构", max_length=40, unique=True)
    is_own = models.BooleanField(
        "工会自己的机构", default=True, help_text="不勾选：工会在别的机构里的席位。"
    )
    head_word = models.CharField("正职称呼", max_length=10, default="主任")
    member_word = models.CharField("成员称呼", max_length=10, default="委员")
    has_terms = models.BooleanField("按届选举", default=True)
    years = models.PositiveSmallIntegerField("一届几年", choices=YEARS, default=5)
    order = models.PositiveSmallIntegerField("顺序", default=0)
    is_active = models.BooleanField("在用", default=True)

    objects = BodyQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "任职机构"
        ordering = ["order", "name"]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("members:body_detail", args=[self.pk])

    def title_of(self, post):
        """主席, 副主席 or 委员, as this body calls them."""
        titles = {
            Post.CHAIR: self.head_word,
            Post.VICE: f"副{self.head_word}",
            Post.MEMBER: self.member_word,
        }
        return titles[post]

    @property
    def posts(self):
        """(post, title) of each, for a choice."""
        return [(post.value, self.title_of(post)) for post in Post]


class BodyRuleQuerySet(models.QuerySet):
    def valid_on(self, day):
        begun = Q(valid_from__isnull=True) | Q(valid_from__lte=day)
        return self.filter(begun).filter(
            Q(valid_until__isnull=True) | Q(valid_until__gte=day)
        )


class BodyRule(models.Model):
    """One rule of a body's composition, with its days and its source.

    `composition` reads it: what does not fit is said, never refused.
    """

    class Kind(models.TextChoices):
        SIZE = "size", "人数"
        NEEDED = "needed", "应当设立"
        APART = "apart", "不得兼任"
        WITHIN = "within", "应在其中任职"
        WOMEN = "women", "应是女性"

    class Base(models.TextChoices):
        MEMBERS = "members", "会员"
        WOMEN = "women", "女会员"

    body = models.ForeignKey(
        Body, models.PROTECT, related_name="rules", verbose_name="机构"
    )
    kind = models.CharField("规则", max_length=10, choices=Kind)
    post = models.CharField(
        "只管哪个职务",
        max_length=10,
        choices=Post,
        blank=True,
        help_text="空着：都管。",
    )
    least = models.PositiveSmallIntegerField("至少几人", null=True, blank=True)
    most = models.PositiveSmallIntegerField("至多几人", null=True, blank=True)
    is_odd = models.BooleanField("应为单数", default=False)
    base = models.CharField(
        "按什么人数分档", max_length=10, choices=Base, default=Base.MEMBERS
    )
    base_from = models.PositiveIntegerField("从多少人起", default=0)
    base_to = models.PositiveIntegerField("到多少人止", null=True, blank=True)
    other = models.ForeignKey(
        Body,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="另一机构",
        help_text="「不得兼任」「应在其中任职」要选。",
    )
    other_post = models.CharField(
        "另一机构的职务", max_length=10, choices=Post, blank=True
    )
    other_portfolio = models.CharField("另一机构的分工含", max_length=20, blank=True)
    valid_from = models.DateField("自何日有效", null=True, blank=True)
    valid_until = models.DateField("至何日有效", null=True, blank=True)
    source = models.CharField(
        "依据", max_length=120, help_text="文件名称、文号，第几条或第几页。"
    )

    objects = BodyRuleQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "任职机构的组成规则"
        ordering = ["body", "kind", "base_from", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(kind__in=["apart", "within"]) | Q(other__isnull=False),
                name="rules_between_bodies_name_the_other",
                violation_error_message="请选「另一机构」。",
            ),
            models.CheckConstraint(
                condition=~Q(kind="size")
                | Q(least__isnull=False)
                | Q(most__isnull=False),
                name="rules_of_size_name_a_number",
                violation_error_message="请写至少几人或至多几人。",
            ),
            models.CheckConstraint(
                condition=Q(least__isnull=True)
                | Q(most__isnull=True)
                | Q(most__gte=F("least")),
                name="rules_of_size_have_an_order",
                violation_error_message="至多几人不能少于至少几人。",
            ),
            models.CheckConstraint(
                condition=Q(valid_from__isnull=True)
                | Q(valid_until__isnull=True)
                | Q(valid_until__gte=F("valid_from")),
                name="rules_end_after_they_begin",
                violation_error_message="失效日期不能早于生效日期。",
            ),
        ]

    def __str__(self):
        return f"{self.body} {self.get_kind_display()}"
