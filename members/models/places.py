"""Where people belong: departments and union groups, each a tree, each with a leader."""

from django.db import models
from django.db.models import Count, F, OuterRef, Q, Subquery
from django.urls import reverse

from members import roles
from members.models.stays import Leading
from unionoffice.states import Versioned


class PlaceQuerySet(models.QuerySet):
    def with_counts(self, people):
        """Each with its leader and the `count` of those of `people` who are in it.

        In the order of the model, which Django does not keep for counted groups.
        """
        counted = Count("members", filter=Q(members__in=people.values("pk")))
        found = self.select_related("leader", "parent").annotate(count=counted)
        return found.order_by(*self.model._meta.ordering)

    def with_surroundings(self):
        return self.select_related("leader", "parent").prefetch_related("parts")

    def open_or(self, pk):
        """Those in use, and the one that a record names already."""
        return self.filter(Q(is_active=True) | Q(pk=pk))

    def open(self):
        return self.filter(is_active=True)

    def led_by_the_gone(self):
        """Open ones whose leader left the school or died."""
        gone = ("left", "dead")
        return self.open().filter(leader__work_status__in=gone)

    def out_of_step(self):
        """Whose leader is not the one whom the history tells: none."""
        running = Leading.objects.running().filter(
            **{self.model.COLUMN: OuterRef("pk")}
        )
        told = self.annotate(told=Subquery(running.values("member")[:1]))
        same = Q(leader=F("told")) | Q(leader__isnull=True, told__isnull=True)
        return told.exclude(pk__in=told.filter(same).values("pk"))


class Place(Versioned):
    """A place may lie under another; closed ones keep their history.

    `leader` is the present one and `is_active` says that it is not closed:
    services.places writes both, with the history.
    """

    SLUG = COLUMN = WORD = HEAD = ""

    order = models.PositiveSmallIntegerField("顺序", default=0)
    is_active = models.BooleanField("在用", default=True, editable=False)
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="parts",
        verbose_name="上一级",
    )
    closed_on = models.DateField("撤销日期", null=True, blank=True, editable=False)

    class Meta:
        abstract = True
        ordering = ["order", "name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(is_active=True, closed_on__isnull=True)
                | Q(is_active=False, closed_on__isnull=False),
                name="%(class)ss_close_on_a_day",
            ),
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | ~Q(parent=F("pk")),
                name="%(class)ss_lie_not_in_themselves",
                violation_error_message="上一级不能是自己。",
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("members:place_detail", args=[self.SLUG, self.pk])

    @property
    def has_open_parts(self):
        return any(part.is_active for part in self.parts.all())


class DepartmentQuerySet(PlaceQuerySet):
    def visible_to(self, user):
        """The office and the sysadmin open them."""
        return self if user.has_role(*roles.STAFF) else self.none()


class Department(Place):
    SLUG, COLUMN, WORD, HEAD = "departments", "department", "部门", "负责人"

    class Kind(models.TextChoices):
        OFFICE = "office", "科室"
        GRADE = "grade", "年级组"
        SUBJECT = "subject", "教研组"
        CAMPUS = "campus", "校区"

    name = models.CharField("部门", max_length=40, unique=True)
    kind = models.CharField("种类", max_length=10, choices=Kind, blank=True)
    leader = models.ForeignKey(
        "Member",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="heads",
        verbose_name="负责人",
    )

    objects = DepartmentQuerySet.as_manager()

    class Meta(Place.Meta):
        verbose_name = verbose_name_plural = "部门"


class UnionGroupQuerySet(PlaceQuerySet):
    def visible_to(self, user):
        """The office and the sysadmin open them all, a leader the own one."""
        if user.has_role(*roles.STAFF):
            return self
        if user.has_role(roles.GROUP_LEADER) and user.member_id:
            return self.filter(leader=user.member_id)
        return self.none()


class UnionGroup(Place):
    """工会小组; 分工会 where others lie under it."""

    SLUG, COLUMN, WORD, HEAD = "groups", "group", "工会小组", "组长"

    name = models.CharField("工会小组", max_length=40, unique=True)
    leader = models.ForeignKey(
        "Member",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="leads",
        verbose_name="组长",
    )

    objects = UnionGroupQuerySet.as_manager()

    class Meta(Place.Meta):
        verbose_name = verbose_name_plural = "工会小组"
