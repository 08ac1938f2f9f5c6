"""Tables of what was held: who came, papers, prizes, costs, ratings."""

import uuid

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Avg, Count, Q, Sum

from members.models import Member
from plans.models.activities import Activity
from plans.models.headings import AccountHeading
from plans.models.plans import by_person
from unionoffice.files import StoredFile, place

ENOUGH = 3  # ratings from which on their average is told


class AttendanceQuerySet(models.QuerySet):
    def of(self, member_id):
        return self.filter(member=member_id, member__isnull=False)

    def counted(self):
        """Those at what was held (not at what is going on)."""
        return self.filter(activity__state__in=["held", "closed"])

    def in_year(self, year):
        return self.filter(activity__held_on__year=year)

    def with_people(self):
        return self.select_related("member__group")

    def with_activity(self):
        return self.select_related("activity__plan")

    def unrated(self):
        """Not rated yet, and still to be: an archived plan takes no more."""
        return self.filter(has_rated=False).exclude(activity__plan__state="archived")

    def sums(self):
        """How often, and for how many hours."""
        return self.order_by().aggregate(
            times=Count("pk"), hours=Sum("activity__hours")
        )


class Attendance(models.Model):
    """This member was there."""

    class How(models.TextChoices):
        RECORD = "record", "登记记录"
        DESK = "desk", "签到点名"
        CODE = "code", "扫码签到"

    activity = models.ForeignKey(
        Activity, models.CASCADE, related_name="attendances", verbose_name="活动"
    )
    member = models.ForeignKey(
        Member, models.PROTECT, related_name="attendances", verbose_name="会员"
    )
    how = models.CharField("怎样登记", max_length=6, choices=How, default=How.RECORD)
    marked_at = models.DateTimeField("登记时间", auto_now_add=True, null=True)
    marked_by = by_person("登记人")
    has_rated = models.BooleanField("已评价", default=False, editable=False)

    objects = AttendanceQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "参加记录"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["activity", "member"],
                name="one_attendance_a_member_an_activity",
                violation_error_message="这位会员已经在参加名单里。",
            )
        ]

    def __str__(self):
        return str(self.member)


class ActivityFile(StoredFile):
    """A photo or paper of an activity; of a photo a small picture too."""

    activity = models.ForeignKey(
        Activity, models.PROTECT, related_name="files", verbose_name="活动"
    )
    thumbnail = models.FileField(
        "小图", upload_to=place, max_length=200, blank=True, editable=False
    )

    class Meta:
        verbose_name = verbose_name_plural = "活动附件"
        ordering = ["pk"]


class Prize(models.Model):
    """A prize or place won at an activity."""

    activity = models.ForeignKey(
        Activity, models.CASCADE, related_name="prizes", verbose_name="活动"
    )
    name = models.CharField("奖项或名次", max_length=40)
    winner = models.CharField("得奖的人或队", max_length=200)
    people = models.PositiveIntegerField("得奖人数", default=1)

    class Meta:
        verbose_name = verbose_name_plural = "得奖"
        ordering = ["pk"]

    def __str__(self):
        return f"{self.name}：{self.winner}"


class CostEntry(models.Model):
    """One sum spent on an activity, and what for."""

    activity = models.ForeignKey(
        Activity, models.CASCADE, related_name="costs", verbose_name="活动"
    )
    amount = models.DecimalField("金额", max_digits=12, decimal_places=2)
    heading = models.ForeignKey(
        AccountHeading,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="costs",
        verbose_name="科目",
    )
    purpose = models.CharField("用途", max_length=100)

    class Meta:
        verbose_name = verbose_name_plural = "活动支出"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(amount__gt=0),
                name="activity_costs_are_something",
                violation_error_message="支出金额要大于 0。",
            )
        ]

    def __str__(self):
        return f"{self.purpose} {self.amount}"


class RatingQuerySet(models.QuerySet):
    def told(self):
        """(how many, their average or None while they are few)."""
        found = self.aggregate(count=Count("pk"), mean=Avg("stars"))
        few = found["count"] < ENOUGH
        return found["count"], None if few else round(found["mean"], 1)

    def with_words(self):
        """What people wrote, in an order that tells nothing."""
        return self.exclude(words="").order_by("pk")


class Rating(models.Model):
    """What one of those who came thought of it; nobody knows which one.

    That somebody has rated stands on their attendance. The key is drawn at random, so
    that the order of rows tells nothing either.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    activity = models.ForeignKey(
        Activity, models.CASCADE, related_name="ratings", verbose_name="活动"
    )
    stars = models.PositiveSmallIntegerField(
        "评分", validators=[MinValueValidator(1), MaxValueValidator(5)]
    )
    words = models.CharField("想说的话", max_length=300, blank=True)

    objects = RatingQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "活动评价"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(stars__range=(1, 5)),
                name="ratings_have_one_to_five_stars",
                violation_error_message="评分是 1 到 5。",
            )
        ]

    def __str__(self):
        return f"{self.stars} 分"
