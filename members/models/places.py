"""Where people belong: departments and union groups."""

from django.db import models
from django.db.models import Count, Q


class Department(models.Model):
    name = models.CharField("部门", max_length=40, unique=True)
    order = models.PositiveSmallIntegerField("顺序", default=0)
    is_active = models.BooleanField("在用", default=True)

    class Meta:
        verbose_name = verbose_name_plural = "部门"
        ordering = ["order", "name"]

    def __str__(self):
        return self.name


class UnionGroupQuerySet(models.QuerySet):
    def with_counts(self, people):
        """Each with its leader and the `count` of those of `people` who are in it."""
        counted = Count("members", filter=Q(members__in=people.values("pk")))
        return self.select_related("leader").annotate(count=counted)


class UnionGroup(models.Model):
    """工会小组, with its leader."""

    name = models.CharField("工会小组", max_length=40, unique=True)
    leader = models.ForeignKey(
        "Member",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="leads",
        verbose_name="组长",
    )
    order = models.PositiveSmallIntegerField("顺序", default=0)
    is_active = models.BooleanField("在用", default=True)

    objects = UnionGroupQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "工会小组"
        ordering = ["order", "name"]

    def __str__(self):
        return self.name
