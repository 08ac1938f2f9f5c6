"""The questions asked of plans and activities, each one word more."""

import datetime

from django.db import models
from django.db.models import Avg, Count, Exists, F, OuterRef, Q, Subquery, Sum, Value
from django.db.models.functions import Coalesce

from members import roles

DRAFT_READERS = (*roles.OFFICE, roles.GROUP_LEADER, roles.AUDITOR, roles.LEADER)


class PlanQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Plans are class 1; drafts only for those who prepare or check them."""
        if user.has_role(*DRAFT_READERS):
            return self
        return self.exclude(state="draft")

    def offered(self, user, pk):
        """The plan named in an address if the person may see it, else None."""
        if not str(pk).isdecimal():
            return None
        return self.visible_to(user).filter(pk=int(pk)).first()

    def waiting(self):
        return self.filter(state="review")

    def in_force(self):
        """Past their drafting."""
        return self.exclude(state__in=["draft", "review"])

    def with_people(self):
        return self.select_related("owner", "drafted_by__member", "approved_by__member")

    def with_counts(self):
        """With its items counted; the union's own plan before those of groups."""
        return self.annotate(
            total=Count("activities"),
            done=Count("activities", Q(activities__state__in=["held", "closed"])),
        ).order_by(
            "-year",
            F("owner__order").asc(nulls_first=True),
            "owner__name",
            "-start_month",
            "pk",
        )

    def years(self):
        """The years in which plans begin, the newest first."""
        found = self.order_by("-year").values_list("year", flat=True)
        return list(found.distinct())

    def of_groups(self, year):
        """Plans of union groups that begin in a year."""
        return self.filter(owner__isnull=False, year=year)

    def renewable_by(self, user):
        """Plans out of which this person may make the next, the newest first."""
        rows = self.in_force().order_by("-year", "-start_month", "pk")
        if user.has_role(*roles.OFFICE):
            return rows.filter(owner__isnull=True)
        return rows.filter(owner__leader=user.member_id, owner__leader__isnull=False)

    def returned_to(self, user):
        """Drafts of this person that came back with a comment."""
        return self.filter(state="draft", drafted_by=user).exclude(returned_because="")

    def search(self, words):
        rows = self
        for word in words.split():
            rows = rows.filter(title__icontains=word)
        return rows


class ActivityQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Activities are class 1: everybody who signs in sees them."""
        if user.has_role(*DRAFT_READERS):
            return self
        return self.exclude(plan__state="draft")

    def of_plan(self, plan):
        return self.filter(plan=plan)

    def on_wall_of(self, plan, first, last):
        """A plan's items, and for the whole union those outside of any plan."""
        outside = Q(plan__isnull=True, first_month__lte=last, last_month__gte=first)
        if plan is None:
            return self.filter(outside)
        if plan.owner_id:
            return self.filter(plan=plan)
        return self.filter(Q(plan=plan) | outside)

    def in_year(self, year):
        """Counted in the year they were held; else planned; else their plan's."""
        return self.filter(
            Q(held_on__year=year)
            | Q(held_on__isnull=True, first_month__year=year)
            | Q(held_on__isnull=True, first_month__isnull=True, plan__year=year)
        )

    def in_month(self, day):
        """Planned for the month of `day`."""
        first = day.replace(day=1)
        return self.filter(first_month__lte=first, last_month__gte=first)

    def in_force(self):
        """Items of plans that are past their drafting, and those outside of any."""
        return self.exclude(plan__state__in=["draft", "review"])

    def planned(self):
        return self.filter(plan__isnull=False)

    def outside(self):
        return self.filter(plan__isnull=True)

    def happened(self):
        return self.filter(state__in=["held", "closed"])

    def unfinished(self):
        """Neither closed nor dropped."""
        return self.filter(state__in=["planned", "underway", "postponed", "held"])

    def waiting_for_record(self):
        return self.filter(state="held")

    def late(self, today):
        """Neither held nor dropped though their last month (or day) has passed."""
        passed = Q(last_month__lt=today.replace(day=1)) | Q(
            starts_on__lt=today, ends_on__isnull=True
        )
        return self.filter(
            passed | Q(ends_on__lt=today),
            state__in=["planned", "underway", "postponed"],
        )

    def signing_up(self, now):
        """Open for sign-up at this moment."""
        rows = self.filter(
            sheet__opens_at__lte=now,
            sheet__closes_at__gt=now,
            state__in=["planned", "underway"],
        )
        return rows.exclude(plan__state="archived")

    def led_by(self, member_id):
        return self.filter(lead=member_id, lead__isnull=False)

    def attended_by(self, member):
        return self.happened().filter(attendances__member=member)

    def names_open_to(self, user):
        """Those whose attendants this person may know: `rules.attendance_read`."""
        if user.has_role(*roles.OFFICE):
            return self
        there = self.model.attendees.through.objects.filter(
            activity=OuterRef("pk"), member=user.member_id
        )
        led = Q(lead=user.member_id, lead__isnull=False)
        return self.filter(led | Q(Exists(there)))

    def since(self, day):
        """Those with a month, whose last one does not lie before `day`."""
        return self.filter(last_month__gte=day.replace(day=1))

    def of_person(self, member_id):
        """Led, helped or attended by a member."""
        helped = self.model.helpers.through.objects.filter(member=member_id)
        attended = self.model.attendees.through.objects.filter(member=member_id)
        return self.filter(
            Q(lead=member_id)
            | Q(pk__in=helped.values("activity"))
            | Q(pk__in=attended.values("activity"))
        )

    def search(self, words):
        rows = self
        for word in words.split():
            rows = rows.filter(Q(title__icontains=word) | Q(theme__icontains=word))
        return rows

    def with_names(self):
        return self.select_related(
            "category", "lead", "plan__owner", "heading", "sheet"
        )

    def with_present(self):
        """How many members came, as `present`."""
        return self.annotate(present=_came(self))

    def with_outcome(self):
        """How many won a prize, how many rated, and how they liked it."""
        prizes = _of_each(self, "prizes").annotate(n=Sum("people")).values("n")
        ratings = _of_each(self, "ratings")
        return self.annotate(
            prized=Subquery(prizes),
            rated=Subquery(ratings.annotate(n=Count("pk")).values("n")),
            mean_stars=Subquery(ratings.annotate(n=Avg("stars")).values("n")),
        )

    def by_month(self):
        return self.order_by(when(), "pk")

    def newest_first(self):
        return self.order_by(when().desc(), "-pk")

    def sums(self):
        """Members present, guests and cost over all rows."""
        rows = self.order_by().annotate(came=_came(self))
        return rows.aggregate(
            present=Coalesce(Sum("came"), 0),
            guests=Coalesce(Sum("guests"), 0),
            cost=Sum("cost"),
        )


def _of_each(activities, name):
    """The rows that point at each activity, grouped by it."""
    model = activities.model._meta.get_field(name).related_model
    rows = model.objects.filter(activity=OuterRef("pk"))
    return rows.order_by().values("activity")


def _came(activities):
    """How many members came to each; grouping the rows themselves is dear."""
    counted = _of_each(activities, "attendances").annotate(n=Count("pk"))
    return Coalesce(Subquery(counted.values("n")), 0)


class DutyQuerySet(models.QuerySet):
    def active(self):
        return self.filter(is_active=True)

    def with_names(self):
        return self.select_related("lead", "category")

    def led_by(self, member_id):
        return self.filter(lead=member_id, lead__isnull=False)


class LeadRequestQuerySet(models.QuerySet):
    def standing(self):
        """Questions that still matter: the member leads the item, which is to come."""
        return self.filter(
            member=F("activity__lead"),
            activity__state__in=["planned", "underway", "postponed"],
        ).exclude(activity__plan__state="archived")

    def of_member(self, member_id):
        return self.filter(member=member_id)

    def of_plan(self, plan):
        return self.filter(activity__plan=plan)

    def waiting(self):
        return self.filter(state="asked")

    def declined(self):
        return self.filter(state="no")

    def with_names(self):
        return self.select_related("activity__plan", "member")


class FeedAddressQuerySet(models.QuerySet):
    def of(self, user):
        return self.filter(user=user)

    def in_use(self):
        """Those of accounts that may sign in."""
        return self.filter(user__is_active=True).select_related("user")


def when():
    """When a row was held or is planned; undated ones last."""
    never = Value(datetime.date(2100, 1, 1))
    return Coalesce("held_on", "starts_on", "first_month", never)
