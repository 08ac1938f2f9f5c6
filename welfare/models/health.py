"""体检: rounds of health checks, and who took part."""

from django.db import models
from django.db.models import Count, F, Q
from django.urls import reverse

from members.models import Member
from unionoffice.forms import Once
from unionoffice.states import Versioned


class HealthRoundQuerySet(models.QuerySet):
    def with_counts(self):
        state = HealthCheck.State

        def counted(value):
            return Count("checks", filter=Q(checks__state=value))

        return self.annotate(
            total=Count("checks"),
            done=counted(state.DONE),
            excused=counted(state.EXCUSED),
            not_yet=counted(state.NOT_YET),
        )

    def in_year(self, year):
        return self.filter(starts_on__year=year)

    def running(self, day):
        return self.filter(starts_on__lte=day, ends_on__gte=day)


class HealthRound(Versioned, Once):
    """One round of health checks; nothing is stored of what was found."""

    class Whom(models.TextChoices):
        ALL = "all", "全体在职会员"
        WOMEN = "women", "在职女会员"
        RETIREES = "retirees", "离退休教职工"

    title = models.CharField("名称", max_length=60)
    starts_on = models.DateField("开始")
    ends_on = models.DateField("结束")
    whom = models.CharField("对象", max_length=10, choices=Whom, default=Whom.ALL)
    place = models.CharField("体检机构", max_length=60, blank=True)
    package = models.CharField("套餐", max_length=100, blank=True)
    note = models.CharField("说明", max_length=200, blank=True)

    objects = HealthRoundQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "体检"
        ordering = ["-starts_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")),
                name="health_rounds_end_after_they_start",
                violation_error_message="结束日期不能早于开始日期。",
            )
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("welfare:health_round_detail", args=[self.pk])


DEPARTMENTS = ("member__department__order", "member__department__name")


class HealthCheckQuerySet(models.QuerySet):
    def with_people(self):
        return self.select_related("member__department", "member__group").order_by(
            "member__department__order", "member__staff_no"
        )

    def done(self):
        return self.filter(state=HealthCheck.State.DONE)

    def of_rounds(self, rounds):
        """Those of some rounds, given by their keys."""
        return self.filter(round__in=list(rounds))

    def by_department(self):
        """(department, due, done, excused, not yet) rows, in order."""
        return self.order_by(*DEPARTMENTS)._counted(DEPARTMENTS[1])

    def by_round(self):
        """The same behind the key of the round, in order of time."""
        rows = self.order_by("round__starts_on", "round", *DEPARTMENTS)
        return rows._counted("round", DEPARTMENTS[1])

    def _counted(self, *groups):
        state = HealthCheck.State

        def counted(value):
            return Count("pk", filter=Q(state=value))

        return self.values_list(*groups).annotate(
            due=Count("pk"),
            done=counted(state.DONE),
            excused=counted(state.EXCUSED),
            not_yet=counted(state.NOT_YET),
        )


class HealthCheck(models.Model):
    """Whether one person took part in one round."""

    class State(models.TextChoices):
        NOT_YET = "not_yet", "未检"
        DONE = "done", "已检"
        EXCUSED = "excused", "免检"

    CHIPS = {State.NOT_YET: "mine", State.DONE: "done", State.EXCUSED: "draft"}

    round = models.ForeignKey(HealthRound, models.PROTECT, related_name="checks")
    member = models.ForeignKey(
        Member, models.PROTECT, related_name="health_checks", verbose_name="会员"
    )
    state = models.CharField(
        "状态", max_length=10, choices=State, default=State.NOT_YET
    )
    done_on = models.DateField("体检日期", null=True, blank=True)

    objects = HealthCheckQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "参检"
        constraints = [
            models.UniqueConstraint(
                fields=["round", "member"],
                name="one_check_a_person_a_round",
                violation_error_message="这个人已经在这次体检的名单里。",
            ),
            models.CheckConstraint(
                condition=Q(state="done", done_on__isnull=False)
                | (~Q(state="done") & Q(done_on__isnull=True)),
                name="done_checks_have_a_day",
            ),
        ]

    def __str__(self):
        return f"{self.member} {self.round}"
