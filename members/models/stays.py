"""From when to when somebody was in a place, or led it."""

from django.db import models
from django.db.models import F, Q


class StayQuerySet(models.QuerySet):
    def on(self, day):
        """Those in force on `day`; one without a beginning began before the records."""
        begun = Q(began_on__isnull=True) | Q(began_on__lte=day)
        return self.filter(begun).filter(Q(ended_on__isnull=True) | Q(ended_on__gt=day))

    def running(self):
        return self.filter(ended_on__isnull=True)

    def at(self, place):
        return self.filter(**{place.COLUMN: place})

    def of_kind(self, column):
        """Of departments or of groups: `column` is "department" or "group"."""
        return self.filter(**{f"{column}__isnull": False})

    def changed_after(self, day):
        """Those that began or ended after `day`."""
        return self.filter(Q(began_on__gt=day) | Q(ended_on__gt=day))

    def newest_first(self):
        """The running ones first, then by their end."""
        first = F("ended_on").desc(nulls_first=True)
        return self.order_by(first, F("began_on").desc(nulls_last=True), "-pk")

    def told(self):
        """Those of which a day is known."""
        return self.exclude(began_on__isnull=True, ended_on__isnull=True)

    def with_people(self):
        return self.select_related("member")

    def with_places(self):
        return self.select_related("department", "group")


class Stay(models.Model):
    """A time at one department or one group; on `ended_on` it is over."""

    department = models.ForeignKey(
        "Department",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="%(class)ss",
        verbose_name="部门",
    )
    group = models.ForeignKey(
        "UnionGroup",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="%(class)ss",
        verbose_name="工会小组",
    )
    began_on = models.DateField("开始日期", null=True, blank=True)
    ended_on = models.DateField("结束日期", null=True, blank=True)
    document = models.CharField("依据", max_length=100, blank=True)

    objects = StayQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(department__isnull=False, group__isnull=True)
                | Q(department__isnull=True, group__isnull=False),
                name="%(class)ss_are_at_one_place",
            ),
            models.CheckConstraint(
                condition=Q(began_on__isnull=True)
                | Q(ended_on__isnull=True)
                | Q(ended_on__gte=F("began_on")),
                name="%(class)ss_end_after_they_begin",
            ),
        ]

    def __str__(self):
        return f"{self.member} {self.place}"

    @property
    def place(self):
        return self.group or self.department


def one_running(of, column, name):
    """At most one that has not ended, of this kind."""
    return models.UniqueConstraint(
        fields=[of],
        condition=Q(ended_on__isnull=True, **{f"{column}__isnull": False}),
        name=name,
    )


class Placement(Stay):
    """Somebody belongs to a department, or to a group."""

    member = models.ForeignKey(
        "Member", models.PROTECT, related_name="placements", verbose_name="会员"
    )

    class Meta(Stay.Meta):
        verbose_name = verbose_name_plural = "所在部门和小组"
        constraints = [
            *Stay.Meta.constraints,
            one_running("member", "department", "one_running_department_a_member"),
            one_running("member", "group", "one_running_group_a_member"),
        ]


class Leading(Stay):
    """Somebody leads a group, or heads a department."""

    member = models.ForeignKey(
        "Member", models.PROTECT, related_name="leadings", verbose_name="会员"
    )

    class Meta(Stay.Meta):
        verbose_name = verbose_name_plural = "组长和负责人"
        constraints = [
            *Stay.Meta.constraints,
            one_running("department", "department", "one_head_a_department"),
            one_running("group", "group", "one_leader_a_group"),
        ]
