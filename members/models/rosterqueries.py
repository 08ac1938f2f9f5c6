"""Questions to the roster: who is on it on a day, who is meant, who may see whom."""

import re

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone

from members import idnumber, pinyin, retirement, roles, sealing
from members.models.memberships import Membership
from members.models.sorting import Month, RosterPlace, whole_years
from members.models.stays import Placement

MOST_KEYS = 500
SUGGESTED = re.compile(r"([^()（）]+)[(（]([0-9A-Za-z_-]+)[)）]")


def spelt(word):
    """A way to spell the name begins with these letters."""
    return Q(spelling__startswith=word) | Q(spelling__contains=f" {word}")


def _fits(word):
    """The condition that a name or 工号 may be meant by a word in small letters.

    Latin names stand in `spelling` as they are.
    """
    if not word.isascii():
        return Q(name__icontains=word)
    return spelt(word) | Q(staff_no__istartswith=word)


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

    def moved_in(self, how, first, last):
        """Whose membership began ("joined") or ended ("left") between two days."""
        column = {"joined": "joined_on", "left": "ended_on"}[how]
        span = {f"{column}__range": (first, last)}
        return self._with(Membership.objects.filter(**span))

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

    def kept(self):
        """Without the second records that were merged into others."""
        return self.filter(merged_into__isnull=True)

    def working(self):
        """Staff who still work here."""
        return self.kept().exclude(work_status__in=self.model.GONE)

    def working_or_retired(self):
        """Everybody who still belongs to the school."""
        return self.kept().exclude(
            work_status__in=[self.model.WorkStatus.LEFT, self.model.WorkStatus.DEAD]
        )

    def gone(self):
        """Those who left the school, or died."""
        return self.kept().filter(
            work_status__in=[self.model.WorkStatus.LEFT, self.model.WorkStatus.DEAD]
        )

    def retired(self):
        return self.kept().filter(
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
            .filter(birth_date__range=whole_years(*born))
        )

    def search(self, words):
        """By name, pinyin, initials or 工号 (of a merged record too); every word must
        fit, or all as one: zeng xiao min. 王芳（T1012）, as it is suggested, is the one."""
        if one := SUGGESTED.fullmatch(words.strip()):
            return self.filter(name=one[1].strip(), staff_no__iexact=one[2])
        words = pinyin.typed(words.replace("\0", "")).split()
        fits = Q()
        for word in words:
            one = _fits(word)
            if any(sign.isdigit() for sign in word):
                merged = self.model.objects.filter(staff_no__istartswith=word)
                one |= Q(pk__in=merged.values("merged_into"))
            fits &= one
        if len(words) > 1 and "".join(words).isascii():
            fits |= spelt("".join(words))
        return self.filter(fits)

    def numbered(self, number):
        """Who has this ID number, found by its keyed digest; None for nobody."""
        digest = sealing.index(idnumber.normal(number))
        return self.filter(id_index=digest).first() if digest else None

    def keys(self):
        """Their keys for `pk__in`: found once, where a page asks for count and rows.

        Of a search the database reads the index `member_found` alone. Very many stay
        a question within the question.
        """
        found = self.order_by().values_list("pk", flat=True)
        told = list(found[: MOST_KEYS + 1])
        return told if len(told) <= MOST_KEYS else found

    def without_account(self, day, *, outsiders=False):
        """Members on roll who still belong to the school and cannot sign in; with
        `outsiders` also staff who are no members, so that they can apply."""
        lacking = self.working_or_retired().filter(user__isnull=True)
        on_roll = lacking.on_roll(day)
        if not outsiders:
            return on_roll
        working = lacking.working()
        return self.filter(
            Q(pk__in=on_roll.values("pk")) | Q(pk__in=working.values("pk"))
        )

    def waiting_for_slips(self, day, renewed, *, outsiders=False):
        """Those without an account, and those whose unused one gets a new password."""
        lacking = self.without_account(day, outsiders=outsiders)
        return self.filter(Q(pk__in=lacking.values("pk")) | Q(pk__in=renewed))

    def with_account(self):
        return self.filter(user__isnull=False)

    def born_in_month(self, month):
        return self.alias(birth_month=Month("birth_date")).filter(birth_month=month)

    def born_in_years(self, years):
        return self.filter(birth_date__year__in=years)

    def unjoined(self, day):
        """Staff who work here and are not in the union on `day`."""
        on_roll = self.model.objects.on_roll(day)
        return self.working().exclude(pk__in=on_roll.values("pk"))

    def staff_on(self, day):
        """Who worked here on `day`, as far as the roster tells.

        Of who has left it knows no other day than the end of the membership.
        """
        come = Q(joined_school_on__isnull=True) | Q(joined_school_on__lte=day)
        gone = Q(work_status__in=self.model.GONE)
        later = Q(retired_on__gt=day) | Q(
            retired_on__isnull=True, left_union_on__gt=day
        )
        return self.kept().filter(come).filter(~gone | later)

    def among(self, members):
        """Those of some members, given as rows."""
        return self.filter(pk__in=[member.pk for member in members])

    def of_keys(self, keys):
        return self.filter(pk__in=keys)

    def women(self):
        return self.filter(sex=self.model.Sex.FEMALE)

    def in_group(self, group):
        return self.filter(group=group)

    def in_group_on(self, group, day):
        """Who was in the group on any day, by the history of placements."""
        return self._with(Placement.objects.on(day).filter(group=group))

    def in_department_on(self, department, day):
        return self._with(Placement.objects.on(day).filter(department=department))

    def at(self, place):
        """Who is there now."""
        return self.filter(**{place.COLUMN: place})

    def with_arrival(self, place):
        """Each with the day since when (`arrived_on`) they are in the place."""
        stays = Placement.objects.running().at(place).filter(member=OuterRef("pk"))
        return self.annotate(arrived_on=models.Subquery(stays.values("began_on")[:1]))

    def misplaced(self):
        """Whose department or group is not the one that the history tells: nobody."""
        told = self
        for column in ("department", "group"):
            stays = Placement.objects.running().of_kind(column)
            here = stays.filter(member=OuterRef("pk")).values(column)[:1]
            told = told.annotate(**{f"told_{column}": models.Subquery(here)})
        same = Q()
        for column in ("department", "group"):
            neither = Q(**{f"{column}__isnull": True, f"told_{column}__isnull": True})
            same &= Q(**{column: F(f"told_{column}")}) | neither
        return told.exclude(pk__in=told.filter(same).values("pk"))

    def visible_to(self, user):
        """The office sees all, a group leader the own group, anyone oneself."""
        if user.has_role(roles.CHAIR, roles.COMMITTEE, roles.SYSADMIN):
            return self.kept()
        own = Q(pk=user.member_id)
        if user.has_role(roles.GROUP_LEADER):
            own |= Q(group__leader=user.member_id, group__leader__isnull=False)
        return self.kept().filter(own)

    def led_to(self, pk):
        """The record with this key, or the one that a merged one leads to."""
        merged = self.model.objects.filter(pk=pk).values("merged_into")
        return self.filter(Q(pk=pk) | Q(pk__in=merged))

    def with_places(self):
        return self.select_related("department", "group")

    def with_memberships(self):
        return self.prefetch_related("memberships")

    def card_numbers(self, start):
        """All 会员证号 that begin like this."""
        found = self.filter(card_no__startswith=start).exclude(card_no="")
        return list(found.values_list("card_no", flat=True))

    def with_card(self, number):
        """Whoever has this 会员证号; nobody has none."""
        return self.filter(card_no=number).exclude(card_no="")

    def with_id_index(self, index):
        return self.filter(id_index=index)

    def with_applications(self):
        return self.prefetch_related("applications")

    def names_only(self):
        """What a name is matched against, without the rest of the record."""
        columns = ("pk", "name", "staff_no", "spelling")
        return self.values_list(*columns, named=True)

    def former_numbers(self):
        """The 工号 of records merged into these, each as one more name of theirs."""
        merged = self.model.objects.filter(merged_into__in=self.values("pk"))
        return merged.annotate(
            lead=F("merged_into"), called=F("staff_no"), spelt=models.Value("")
        ).values_list("lead", "called", "staff_no", "spelt")

    def staff_numbers(self, start):
        """All 工号 that begin like this."""
        found = self.filter(staff_no__startswith=start)
        return set(found.values_list("staff_no", flat=True))

    def in_roster_order(self):
        """Who works here first, then the retired, then the gone; by 工号 in each."""
        return self.order_by(RosterPlace("work_status"), "staff_no")
