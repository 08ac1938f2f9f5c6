"""Narrowing the findings."""

from collections import Counter

import django_filters

from members.listfilters import ListFilter
from members.quality.findings import findings
from members.quality.kinds import CHOICES, KINDS


class QualityFilter(ListFilter):
    kind = django_filters.ChoiceFilter(
        label="检查项", choices=CHOICES, method="by_nothing"
    )
    state = django_filters.ChoiceFilter(
        label="核对",
        choices=[("settled", "核对过，没有问题")],
        method="by_nothing",
        empty_label="还没有核对",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        asked = self.asked
        self.settled = asked.get("state") == "settled"
        people = set(self.qs.values_list("pk", flat=True))
        told = findings(self.today, settled=self.settled)
        self.among = [one for one in told if one.member in people]
        self.wanted = asked.get("kind")

    @property
    def counts(self):
        """(code, title, count) of each check that found anything."""
        counted = Counter(one.kind.code for one in self.among)
        return [
            (code, kind.title, counted[code])
            for code, kind in KINDS.items()
            if counted[code]
        ]

    @property
    def found(self):
        rows = self.among
        if self.wanted:
            rows = [one for one in rows if one.kind.code == self.wanted]
        return sorted(rows, key=self.place)

    def place(self, finding):
        return list(KINDS).index(finding.kind.code), finding.staff_no
