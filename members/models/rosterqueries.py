"""Questions to the roster: who is on it on a day, who is meant, who may see whom."""

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone

from members import pinyin, retirement, roles
from members.models.memberships import Membership


def spelt(word):
    """A way to spell the name begins with these letters."""
    return Q(spelling__startswith=word) | Q(spelling__contains=f" {word}")


class MemberQuerySet(models.QuerySet):
    def on_roll(self, day):
        """Members of the union on `day`: joined, not left, not dead."""
        return self._with(Membership.objects.on(day))

    def voting_on(self, day):
        """Those on roll on `day` with dues and vote: not kept (保留会籍)."""
        return self._with(Membership.objects.full_on(day))

    def kept_on(self, day):
        """Those on roll on `day` whose membership is kept: no dues, no vote."""
        return self._with(Membership.objects.kept_by(day))

    def joined_in(self, year):
        """Who became a member in a year, for the first time or again."""
        return self._with(Membership.objects.filter(joined_on__year=year))

    def _with(self, periods):
        return self.filter(Exists(periods.filter(member=OuterRef("pk"))))

    def membership_due(self):
        """The retired whose membership is not kept yet, the gone whose runs on."""
        running = Membership.objects.running()
        unkept = running.filter(kept_on__isnull=True)
        retired = self.retired()._with(unkept).values("pk")
        gone = self.gone()._with(running).values("pk")
        return self.filter(Q(pk__in=retired) | Q(pk__in=gone))

    def out_of_step(self):
        """Whose days do not say what the latest membership says: nobody."""
        latest = Membership.objects.filter(member=OuterRef("pk")).newest_first()
        told = self.annotate(
            latest_joined=models.Subquery(latest.values("joined_on")[:1]),
            latest_ended=models.Subquery(latest.values("ended_on")[:1]),
        )
        same = Q(joined_union_on=F("latest_joined")) | Q(
            joined_union_on__isnull=True, latest_joined__isnull=True
        )
        same &= Q(left_union_on=F("latest_ended")) | Q(
            left_union_on__isnull=True, latest_ended__isnull=True
        )
        return told.exclude(pk__in=told.filter(same).values("pk"))

    def working(self):
        """Staff who still work here."""
        return self.exclude(work_status__in=self.model.GONE)

    def working_or_retired(self):
        """Everybody who still belongs to the school."""
        return self.exclude(
            work_status__in=[self.model.WorkStatus.LEFT, self.model.WorkStatus.DEAD]
        )

    def gone(self):
        """Those who left the school, or died."""
        return self.filter(
            work_status__in=[self.model.WorkStatus.LEFT, self.model.WorkStatus.DEAD]
        )

    def retired(self):
        return self.filter(
            work_status__in=[
                self.model.WorkStatus.RETIRED,
                self.model.WorkStatus.RETIRED_CADRE,
            ]
        )

    def retired_by(self, day):
        """The retired of `day`; without a date of retirement they are so only now."""
        since = Q(retired_on__lte=day)
        if day >= timezone.localdate():
            since |= Q(retired_on__isnull=True)
        return self.retired().filter(since)

    def near_retirement(self, first, last):
        """Staff whose age may end their work between two years; see `retires_on`.

        Who was hired again (返聘) has retired before.
        """
        born = (first - retirement.LATEST, last - retirement.EARLIEST)
        return (
            self.working()
            .exclude(employment=self.model.Employment.REHIRED)
            .filter(birth_date__year__range=born)
        )

    def search(self, words):
        """By name, pinyin, initials or 工号; every word must fit, or all as one:
        zeng xiao min."""
        words = pinyin.typed(words.replace("\0", "")).split()
        fits = Q()
        for word in words:
            fits &= (
                Q(name__icontains=word) | Q(staff_no__istartswith=word) | spelt(word)
            )
        if len(words) > 1 and "".join(words).isascii():
            fits |= spelt("".join(words))
        return self.filter(fits)

    def without_account(self, day):
        """Members on roll who still belong to the school and cannot sign in."""
        return self.on_roll(day).working_or_retired().filter(user__isnull=True)

    def waiting_for_slips(self, day, renewed):
        """Those without an account, and those whose unused one gets a new password."""
        lacking = self.without_account(day)
        return self.filter(Q(pk__in=lacking.values("pk")) | Q(pk__in=renewed))

    def among(self, members):
        """Those of some members, given as rows."""
        return self.filter(pk__in=[member.pk for member in members])

    def of_keys(self, keys):
        return self.filter(pk__in=keys)

    def women(self):
        return self.filter(sex=self.model.Sex.FEMALE)

    def in_group(self, group):
        return self.filter(group=group)

    def visible_to(self, user):
        """The office sees all, a group leader the own group, anyone oneself."""
        if user.has_role(roles.CHAIR, roles.COMMITTEE, roles.SYSADMIN):
            return self
        own = Q(pk=user.member_id)
        if user.has_role(roles.GROUP_LEADER):
            own |= Q(group__leader=user.member_id, group__leader__isnull=False)
        return self.filter(own)

    def with_places(self):
        return self.select_related("department", "group")

    def with_memberships(self):
        return self.prefetch_related("memberships")

    def names_only(self):
        """What a name is matched against, without the rest of the record."""
        columns = ("pk", "name", "staff_no", "spelling")
        return self.values_list(*columns, named=True)

    def staff_numbers(self, start):
        """All 工号 that begin like this."""
        found = self.filter(staff_no__startswith=start)
        return set(found.values_list("staff_no", flat=True))

    def in_roster_order(self):
        """Who works here first, then the retired, then the gone; by 工号 in each."""
        gone = [self.model.WorkStatus.LEFT, self.model.WorkStatus.DEAD]
        place = models.Case(
            models.When(work_status__in=gone, then=2),
            models.When(work_status__in=self.model.GONE, then=1),
            default=0,
        )
        return self.order_by(place, "staff_no")
