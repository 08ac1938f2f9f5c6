"""The findings on the whole roster: one reading, whatever the number of people.

ID numbers are opened one by one, looked at and forgotten; only the verdict is kept,
for as long as the page is made. (30,000 people take 1 s of processor: docs/decisions.md.)
"""

import datetime
from collections import defaultdict
from dataclasses import dataclass, replace

from django.urls import reverse

from members import garbage, idnumber, sealing
from members.models import Member, Membership, SettledFinding
from members.quality import kinds
from members.quality.doubles import pairs

MOST_COUNTED = 3_000  # people; a tenth of a second


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that may be wrong with the record of a person.

    `second` is the other record where two may be of one person.
    """

    kind: kinds.Kind
    person: kinds.Person
    says: str
    second: kinds.Person | None = None
    settled_on: datetime.date | None = None

    @property
    def member(self):
        return self.person.pk

    @property
    def other(self):
        return self.second.pk

    @property
    def name(self):
        return self.person.name

    @property
    def staff_no(self):
        return self.person.staff_no

    @property
    def digest(self):
        """Changes with the data that gave rise to it; tells nothing of them."""
        told = [self.kind.code, str(self.member), self.kind.of(self.person)]
        if self.second:
            told += [str(self.other), kinds.likeness(self.second)]
        return sealing.index("|".join(told))

    @property
    def url(self):
        """The page where it is mended."""
        if self.kind.where == kinds.MERGE:
            return reverse("members:member_merge", args=[self.member, self.other])
        if self.kind.where == kinds.STANDING:
            return reverse("members:member_detail", args=[self.member])
        return reverse("members:member_edit", args=[self.member])

    @property
    def mend(self):
        words = {kinds.MERGE: "对照合并", kinds.STANDING: "看会籍"}
        return words.get(self.kind.where, "修改资料")


@garbage.left()
def findings(today, *, settled=False):
    """All Findings, by kind and 工号: the open ones, or those `settled` before."""
    people = read(today)
    columns = ("member", "kind", "digest", "settled_on")
    known = defaultdict(dict)
    for member, kind, digest, day in SettledFinding.objects.values_list(*columns):
        known[member, kind][digest] = day
    told = []
    for finding in (*on_each(people), *on_pairs(people)):
        days = known.get((finding.person.pk, finding.kind.code))
        day = days.get(finding.digest) if days else None
        if settled == (day is not None):
            told.append(replace(finding, settled_on=day) if day else finding)
    return told


def unsettled_count(today):
    """How many are open; None of a roster so long that counting would be waited for."""
    if Member.objects.kept().count() > MOST_COUNTED:
        return None
    return len(findings(today))


def read(today):
    """Everybody on the roster as Persons, with their memberships."""
    periods = defaultdict(list)
    columns = ("member_id", *kinds.PERIOD_COLUMNS)
    rows = Membership.objects.order_by("joined_on").values_list(*columns)
    for member, *days in rows:
        periods[member].append(kinds.Period(*days))
    context = Member._meta.get_field("id_number").context
    people = []
    rows = Member.objects.kept().values_list(*kinds.COLUMNS, "id_kind")
    for *values, sealed, kind in rows:
        opened = sealed and kind == Member.IdKind.RESIDENT  # others have no check digit
        number = sealing.unseal(sealed.stored, context) if opened else ""
        problem = idnumber.problem(number) if number else ""
        told = periods.get(values[0], ())
        people.append(kinds.Person(*values, number, problem, today, told))
    return people


def on_each(people):
    for person in people:
        for kind in kinds.OF_THE_GONE if person.has_gone_away else kinds.ONE:
            if sentence := kind.says(person):
                yield Finding(kind, person, sentence)


def on_pairs(people):
    for first, second, why in pairs(people):
        sentence = f"与 {second.name}（{second.staff_no}）{why}。"
        yield Finding(kinds.DOUBLE, first, sentence, second)
