"""Sittings of a session, their roll, and who signed in."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from congress.models.delegates import Delegate
from congress.models.sessions import Session
from members.models import Member
from unionoffice.states import Stateful, Versioned


class Sitting(Stateful, Versioned):
    """One meeting of a session: 预备会议, 正式会议; its roll is frozen at the opening."""

    class State(models.TextChoices):
        PREPARING = "preparing", "未开始"
        OPEN = "open", "签到中"
        CLOSED = "closed", "已结束"

    NEXT = {
        State.PREPARING: {State.OPEN},
        State.OPEN: {State.CLOSED},
        State.CLOSED: {State.OPEN},
    }
    CHIPS = {"preparing": "draft", "open": "progress", "closed": "done"}

    session = models.ForeignKey(
        Session, models.PROTECT, related_name="sittings", verbose_name="会次"
    )
    name = models.CharField("会议", max_length=40, default="正式会议")
    held_on = models.DateField("日期")
    begins_at = models.TimeField("时间", null=True, blank=True)
    place = models.CharField("地点", max_length=60, blank=True)
    minutes = models.TextField("会议记录", max_length=50_000, blank=True)
    state = models.CharField(
        "状态", max_length=10, choices=State, default=State.PREPARING, editable=False
    )

    class Meta:
        verbose_name = verbose_name_plural = "会议"
        ordering = ["held_on", "begins_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "name", "held_on"],
                name="one_sitting_a_name_and_day",
                violation_error_message="这一天同名的会议已经建立过了。",
            )
        ]

    def __str__(self):
        return f"{self.session}{self.name}"

    def get_absolute_url(self):
        return reverse("congress:sitting_detail", args=[self.pk])

    def to_come(self, member=None):
        """Unsaved entries of everybody, or of one member, whom the day expects."""
        congress, day = self.session.congress, self.held_on
        if not congress.has_delegates:
            people = congress.staff(day).order_by("pk")
            people = people.filter(pk=member.pk) if member else people
            return [RollEntry(sitting=self, member=one) for one in people]
        seats = congress.delegates.on(day).select_related("delegation").order_by("pk")
        seats = seats.filter(member=member) if member else seats
        return [
            RollEntry(
                sitting=self,
                member_id=seat.member_id,
                delegate=seat,
                kind=seat.kind,
                delegation=seat.delegation.name if seat.delegation else "",
            )
            for seat in seats
        ]

    def entry_of(self, member):
        """The member's entry: of the roll, or unsaved before it is frozen; None for
        whom nobody expects."""
        known = self.roll.filter(member=member).first()
        if known or self.state != self.State.PREPARING:
            return known
        return next(iter(self.to_come(member)), None)


class RollQuerySet(models.QuerySet):
    def full(self):
        """Who is counted in 应到 and 实到."""
        return self.filter(kind=Delegate.Kind.FULL)

    def present(self):
        return self.filter(signed_at__isnull=False)

    def on_leave(self):
        """Told that they cannot come, and did not."""
        return self.filter(signed_at__isnull=True, has_leave=True)

    def absent(self):
        """Neither came nor told."""
        return self.filter(signed_at__isnull=True, has_leave=False)

    def of_member(self, member_id):
        return self.filter(member=member_id) if member_id else self.none()

    def with_people(self):
        return self.select_related("member", "delegate__delegation", "sitting__session")

    def in_order(self):
        return self.order_by(
            "kind",
            models.F("delegation").asc(nulls_last=True),
            "member__spelling",
            "pk",
        )


class RollEntry(models.Model):
    """Who was to come to a sitting, as at its opening, and whether they came."""

    class Way(models.TextChoices):
        DESK = "desk", "签到台"
        CODE = "code", "扫码"
        ONLINE = "online", "线上"

    sitting = models.ForeignKey(Sitting, models.CASCADE, related_name="roll")
    member = models.ForeignKey(
        Member, models.PROTECT, related_name="roll_entries", verbose_name="姓名"
    )
    delegate = models.ForeignKey(
        Delegate, models.PROTECT, null=True, related_name="roll_entries"
    )
    kind = models.CharField(
        "类型", max_length=10, choices=Delegate.Kind, default=Delegate.Kind.FULL
    )
    delegation = models.CharField("代表团", max_length=60, blank=True)
    signed_at = models.DateTimeField("签到时间", null=True)
    way = models.CharField("怎样签到", max_length=6, choices=Way, blank=True)
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    has_leave = models.BooleanField("请假", default=False)
    leave_reason = models.CharField("请假说明", max_length=100, blank=True)

    objects = RollQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "应到名册"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["sitting", "member"],
                name="one_roll_entry_a_member_a_sitting",
                violation_error_message="这位代表已经在应到名册里。",
            ),
            models.CheckConstraint(
                condition=Q(signed_at__isnull=True, way="")
                | (Q(signed_at__isnull=False) & ~Q(way="")),
                name="who_signed_in_did_so_in_some_way",
            ),
            models.CheckConstraint(
                condition=Q(has_leave=True) | Q(leave_reason=""),
                name="a_reason_comes_with_leave",
            ),
        ]

    def __str__(self):
        return str(self.member)
