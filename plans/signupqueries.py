"""The questions asked of sign-up sheets and sign-ups."""

from django.db import models
from django.db.models import Count, Exists, OuterRef, Prefetch, Q, Sum
from django.db.models.functions import Coalesce
from django.utils import timezone

from plans.querysets import DRAFT_READERS


class SheetQuerySet(models.QuerySet):
    def locked(self, pk):
        """The row, held until the transaction ends: one sign-up at a time.

        SQLite's IMMEDIATE transactions see to it themselves.
        """
        rows = self.select_for_update(of=("self",)).select_related("activity")
        return rows.get(pk=pk)

    def with_activity(self):
        """With the activity and, as `has_line`, whether anybody waits for a place."""
        signups = self.model._meta.get_field("signups").related_model.objects
        line = signups.waiting().filter(sheet=OuterRef("pk"))
        rows = self.select_related("activity__plan").prefetch_related("groups")
        return rows.annotate(has_line=Exists(line))

    def of_open_activities(self, user):
        """Sheets of what is still to come and what this person may see."""
        states = ["planned", "underway", "postponed"]
        rows = self.filter(activity__state__in=states)
        over = Q(activity__last_month__lt=timezone.localdate().replace(day=1))
        rows = rows.exclude(over, activity__plan__state="archived")
        return (
            rows
            if user.has_role(*DRAFT_READERS)
            else rows.exclude(activity__plan__state="draft")
        )

    def open_at(self, now):
        return self.filter(opens_at__lte=now, closes_at__gt=now)

    def near(self, now):
        """Open now, or opening later; not what is put off or archived."""
        rows = self.filter(closes_at__gt=now).exclude(activity__state="postponed")
        return rows.exclude(activity__plan__state="archived")

    def to_draw(self, now):
        return self.filter(
            allocation="draw", drawn_at__isnull=True, closes_at__lte=now
        ).exclude(activity__state__in=["dropped", "held", "closed"])


class QuestionQuerySet(models.QuerySet):
    def with_use(self):
        """With `is_answered`: whether anybody has answered, so that it stays."""
        answers = self.model._meta.get_field("answers").related_model.objects
        return self.annotate(
            is_answered=Exists(answers.filter(question=OuterRef("pk")))
        )


class SignupQuerySet(models.QuerySet):
    def of(self, member_id):
        return self.filter(member=member_id, member__isnull=False)

    def of_sheets(self, sheets):
        return self.filter(sheet__in=sheets)

    def standing(self):
        """Those who did not step back."""
        return self.exclude(state="withdrawn")

    def placed(self):
        return self.filter(state="placed")

    def waiting(self):
        return self.filter(state="waiting")

    def applied(self):
        return self.filter(state="applied")

    def drawn(self):
        """Those who were in the draw, whatever they did afterwards."""
        return self.filter(rank__isnull=False).order_by("rank")

    def ahead_of(self, signup):
        """Those who wait in front of somebody who waits."""
        return self.filter(
            sheet=signup.sheet_id, state="waiting", number__lt=signup.number
        )

    def with_news(self):
        return self.exclude(news="").exclude(state="withdrawn")

    def with_activity(self):
        return self.select_related("sheet__activity__plan")

    def with_people(self):
        return self.select_related("member__group", "member__department")

    def with_answers(self):
        answers = Prefetch("answers", to_attr="told")
        return self.prefetch_related(answers)

    def counts(self):
        """People placed and waiting, and the companions of each."""
        some = {}
        for name in ("placed", "waiting", "applied"):
            here = Q(state=name)
            some[name] = Count("pk", here)
            some[f"{name}_companions"] = Coalesce(Sum("companions", filter=here), 0)
        return self.order_by().aggregate(**some)
