"""The findings on the whole roster: one reading, whatever the number of people.

ID numbers are opened one by one, looked at and forgotten; only the verdict is kept,
for as long as the page is made. (30,000 numbers: see docs/decisions.md.)
"""

from collections import defaultdict
from dataclasses import dataclass, replace
from types import SimpleNamespace

from django.urls import reverse

from members import sealing
from members.models import Member, Membership, SettledFinding
from members.quality import kinds
from members.quality.doubles import pairs


@dataclass(frozen=True)
class Finding:
    """Something that may be wrong with the record of a person.

    `other` is the second record where two may be of one person.
    """

    kind: kinds.Kind
    member: int
    staff_no: str
    name: str
    says: str
    data: str
    settled_on: object = None
    other: int | None = None

    @property
    def digest(self):
        """Changes with the data; tells nothing of them."""
        return sealing.index(f"{self.kind.code}|{self.data}")

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


def findings(today, *, settled=False):
    """All Findings, by kind and 工号: the open ones, or those `settled` before."""
    people = read(today)
    columns = ("member", "kind", "digest", "settled_on")
    known = defaultdict(dict)
    for member, kind, digest, day in SettledFinding.objects.values_list(*columns):
        known[member, kind][digest] = day
    told = []
    for finding in (*on_each(people), *on_pairs(people)):
        days = known.get((finding.member, finding.kind.code))
        day = days.get(finding.digest) if days else None
        if settled == (day is not None):
            told.append(replace(finding, settled_on=day))
    return told


def unsettled_count(today):
    return len(findings(today))


def read(today):
    """Everybody on the roster as Persons, with their memberships."""
    periods = defaultdict(list)
    columns = ("member_id", *kinds.PERIOD_COLUMNS)
    rows = Membership.objects.order_by("joined_on").values_list(*columns)
    for member, *days in rows:
        told = dict(zip(kinds.PERIOD_COLUMNS, days, strict=True))
        periods[member].append(SimpleNamespace(**told))
    context = Member._meta.get_field("id_number").context
    people = []
    for row in Member.objects.kept().values_list(*kinds.COLUMNS):
        *values, sealed = row
        number = sealing.unseal(sealed.stored, context) if sealed else ""
        people.append(kinds.Person(*values, number, today, periods[row[0]]))
    return people


def on_each(people):
    for kind in kinds.ONE:
        for person in people:
            if person.has_gone_away and not kind.of_the_gone:
                continue
            if sentence := kind.says(person):
                yield Finding(
                    kind,
                    person.pk,
                    person.staff_no,
                    person.name,
                    sentence,
                    f"{person.pk}|{kind.of(person)}",
                )


def on_pairs(people):
    for first, second, why in pairs(people):
        yield Finding(
            kinds.DOUBLE,
            first.pk,
            first.staff_no,
            first.name,
            f"与 {second.name}（{second.staff_no}）{why}。",
            f"{first.pk}|{second.pk}|{first.name}{first.birth_date}{first.phone}"
            f"|{second.name}{second.birth_date}{second.phone}",
            other=second.pk,
        )
