"""会籍: from when to when somebody was a member of the union, and on what terms."""

from django.db import models
from django.db.models import F, Q

from unionoffice.states import Versioned

KEPT_FIRST = "保留会籍的日期不能早于入会日期。"


class MembershipQuerySet(models.QuerySet):
    def on(self, day):
        """Those in force on `day`: begun, and not ended before or on it."""
        return self.filter(joined_on__lte=day).filter(
            Q(ended_on__isnull=True) | Q(ended_on__gt=day)
        )

    def full_on(self, day):
        """Those in force on `day` with dues and vote: not kept (保留会籍) yet."""
        return self.on(day).filter(Q(kept_on__isnull=True) | Q(kept_on__gt=day))

    def kept_by(self, day):
        """Those in force on `day` without dues and vote."""
        return self.on(day).filter(kept_on__lte=day)

    def running(self):
        return self.filter(ended_on__isnull=True)

    def newest_first(self):
        return self.order_by("-joined_on")


class Membership(Versioned):
    """One time of membership, from approval to its end; a person may have several.

    `kept_on` is the day from which it is kept (保留会籍): no dues, no vote
    (domain.md 4.1). On `ended_on` the person is no longer a member.
    """

    class Begun(models.TextChoices):
        JOINED = "joined", "入会"
        TRANSFERRED = "transferred", "转入"
        REJOINED = "rejoined", "再入会"

    class Kept(models.TextChoices):
        RETIRED = "retired", "退休"
        UNEMPLOYED = "unemployed", "失业"
        OTHER = "other", "其他"

    class Ended(models.TextChoices):
        MOVED = "moved", "转出"
        LEFT = "left", "退会"
        LAPSED = "lapsed", "自动退会"
        EXPELLED = "expelled", "开除会籍"
        DEAD = "dead", "去世"

    member = models.ForeignKey(
        "Member", models.PROTECT, related_name="memberships", verbose_name="会员"
    )
    joined_on = models.DateField("入会日期")
    begun_by = models.CharField(
        "怎样入会", max_length=12, choices=Begun, default=Begun.JOINED
    )
    kept_on = models.DateField("保留会籍自", null=True, blank=True)
    kept_for = models.CharField("保留原因", max_length=12, choices=Kept, blank=True)
    ended_on = models.DateField("离会日期", null=True, blank=True)
    ended_by = models.CharField("怎样离会", max_length=10, choices=Ended, blank=True)
    document = models.CharField("依据", max_length=200, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "会籍"
        ordering = ["joined_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("joined_on")),
                name="memberships_end_after_they_begin",
                violation_error_message="离会日期不能早于入会日期。",
            ),
            models.CheckConstraint(
                condition=Q(kept_on__isnull=True) | Q(kept_on__gte=F("joined_on")),
                name="memberships_are_kept_after_they_begin",
                violation_error_message=KEPT_FIRST,
            ),
            models.CheckConstraint(
                condition=Q(kept_on__isnull=True)
                | Q(ended_on__isnull=True)
                | Q(kept_on__lte=F("ended_on")),
                name="memberships_are_kept_before_they_end",
                violation_error_message="保留会籍的日期不能晚于离会日期。",
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True, ended_by="")
                | (Q(ended_on__isnull=False) & ~Q(ended_by="")),
                name="memberships_end_for_a_reason",
                violation_error_message="离会要写明日期和原因。",
            ),
            models.CheckConstraint(
                condition=Q(kept_on__isnull=True, kept_for="")
                | (Q(kept_on__isnull=False) & ~Q(kept_for="")),
                name="memberships_are_kept_for_a_reason",
                violation_error_message="保留会籍要写明日期和原因。",
            ),
            models.UniqueConstraint(
                fields=["member"],
                condition=Q(ended_on__isnull=True),
                name="one_running_membership_a_member",
                violation_error_message="已有一段会籍没有结束。",
            ),
            models.UniqueConstraint(
                fields=["member", "joined_on"],
                name="one_membership_a_member_a_day",
                violation_error_message="这一天已经有一条入会记录。",
            ),
        ]
        indexes = [
            models.Index(fields=["joined_on", "ended_on"], name="membership_days")
        ]

    def __str__(self):
        return f"{self.member} {self.joined_on}"

    @classmethod
    def told_by(cls, member, today):
        """The one membership that a record's days tell, unsaved; None without any.

        Who retired nobody knows when is kept from `today`; who left the school or died
        nobody knows when is no member from `today` on.
        """
        if member.joined_union_on is None:
            return None
        period = cls(member=member, joined_on=member.joined_union_on)
        gone = max(today, member.joined_union_on) if member.has_gone_away else None
        if ended := member.left_union_on or gone:
            period.ended_on = ended
            period.ended_by = cls.why_ended(member)
        if member.is_retired:
            kept = max(member.retired_on or today, period.joined_on)
            if period.ended_on is None or kept <= period.ended_on:
                period.kept_on, period.kept_for = kept, cls.Kept.RETIRED
        return period

    def follows(self, member, today):
        """{column: value} of this running membership once `member`, whose it is, has
        retired, left the school or died; {} where nothing follows.

        Retired is kept from the day of retirement (`today` where it is not known), the
        others end `today`; the day is for the office to correct.
        """
        if member.is_retired and self.kept_on is None:
            day = max(member.retired_on or today, self.joined_on)
            return {"kept_on": day, "kept_for": self.Kept.RETIRED}
        if member.has_gone_away:
            day = max(today, self.joined_on)
            return self.ended(day, self.why_ended(member))
        return {}

    def ended(self, day, why):
        """{column: value} of the end on `day`: keeping that would begin later never
        came to be."""
        values = {"ended_on": day, "ended_by": why}
        if self.kept_on and self.kept_on > day:
            values |= {"kept_on": None, "kept_for": ""}
        return values

    @classmethod
    def why_ended(cls, member):
        """The likely reason, by what the person does now."""
        status = member.WorkStatus
        reasons = {status.DEAD: cls.Ended.DEAD, status.LEFT: cls.Ended.MOVED}
        return reasons.get(member.work_status, cls.Ended.LEFT)

    @property
    def is_running(self):
        return self.ended_on is None

    def is_on(self, day):
        return self.joined_on <= day and (self.ended_on is None or day < self.ended_on)

    def is_kept_on(self, day):
        return self.is_on(day) and self.kept_on is not None and self.kept_on <= day

    @classmethod
    def begun_anew(cls, member, day):
        """What is wrong with `day` as the beginning of the latest one: sentences."""
        latest = member.latest_membership
        if latest is None or latest.joined_on == day:
            return []
        period = cls(pk=latest.pk, member=member, joined_on=day)
        period.ended_on, kept = latest.ended_on, latest.kept_on
        told = [KEPT_FIRST] if kept and kept < day else []
        return told + list(period.collisions())

    def with_document(self, more):
        """The papers it rests on, with one more."""
        return f"{self.document}；{more}" if self.document else more

    def overlaps(self, other):
        """Whether both are in force on one day, or begin on one."""
        if self.joined_on == other.joined_on:
            return True
        return (self.ended_on is None or other.joined_on < self.ended_on) and (
            other.ended_on is None or self.joined_on < other.ended_on
        )

    def impossible(self):
        """What the birth and the person's other memberships refuse: sentences."""
        born = self.member.birth_date
        if born and self.joined_on <= born:
            yield "入会日期要晚于出生日期，请核对。"
        yield from self.collisions()

    def collisions(self):
        """What the person's other memberships refuse: sentences."""
        for other in self.member.memberships.all():
            if other.pk != self.pk and self.overlaps(other):
                until = f" {other.ended_on} " if other.ended_on else "今"
                yield f"与 {other.joined_on} 至{until}的会籍重叠，请核对日期。"
