"""What statistics are asked: on which day, of whom, by what."""

import django_filters

from members import rules
from members.counting import CHOICES, DIMENSIONS, PRIVATE, StatisticsYear
from members.models import Member, UnionGroup
from unionoffice.forms import DayField, Filters

FULL, ROLL, STAFF = "voting", "roll", "staff"


class DayFilter(django_filters.DateFilter):
    field_class = DayField


class StatisticsFilter(Filters):
    """A day, or the last day of a statistics year; whom; two dimensions; a group."""

    year = django_filters.ChoiceFilter(
        label="统计年度", method="by_nothing", empty_label="按下面的日期"
    )
    on = DayFilter(label="截至", method="by_nothing")
    whom = django_filters.ChoiceFilter(
        label="数谁",
        choices=[(STAFF, "在职教职工"), (FULL, "有表决权的会员")],
        method="by_nothing",
        empty_label="在册会员",
    )
    down = django_filters.ChoiceFilter(
        label="竖着按", choices=CHOICES, method="by_nothing", empty_label="年龄段"
    )
    across = django_filters.ChoiceFilter(
        label="横着按", choices=CHOICES, method="by_nothing", empty_label="性别"
    )
    group = django_filters.ModelChoiceFilter(
        label="工会小组", queryset=UnionGroup.objects.order_by("order", "name")
    )

    class Meta:
        model = Member
        fields = []

    def __init__(self, *args, user, today, **kwargs):
        super().__init__(*args, **kwargs)
        self.today = today
        now = StatisticsYear.of(today).year
        self.form.fields["year"].choices = [
            (str(year), f"{year} 统计年度") for year in range(now, now - 5, -1)
        ]
        if not rules.statistics_whole(user):
            for name in ("down", "across"):
                field = self.form.fields[name]
                field.choices = [p for p in field.choices if p[0] not in PRIVATE]
            del self.form.fields["group"]  # whoever leads one sees that one

    def by_nothing(self, rows, name, value):
        return rows

    @property
    def day(self):
        """The day of the counting; not one to come."""
        if year := self.asked.get("year"):
            return StatisticsYear(int(year)).counted_on(self.today)
        return min(self.asked.get("on") or self.today, self.today)

    def people(self, user):
        """The members who are counted, as far as this person may see them."""
        rows = Member.objects.visible_to(user)
        if group := self.asked.get("group"):
            rows = rows.in_group(group)
        kinds = {STAFF: rows.staff_on, FULL: rows.voting_on}
        return kinds.get(self.asked.get("whom"), rows.on_roll)(self.day)

    @property
    def words(self):
        """Whom, in words."""
        field = self.form.fields["whom"]
        return dict(field.choices).get(self.asked.get("whom") or "", "在册会员")

    @property
    def dimensions(self):
        """What stands down the table and across it."""
        down, across = self.asked.get("down"), self.asked.get("across")
        return DIMENSIONS[down or "age"], DIMENSIONS[across or "sex"]
