"""Forms of the school's calendar."""

from plans.models import SchoolPeriod
from unionoffice.forms import DayField, OnceForm, RowForm, VersionedForm

FIELDS = ["kind", "name", "starts_on", "ends_on"]


class PeriodForm(RowForm):
    starts_on = DayField(label="从")
    ends_on = DayField(label="到")

    class Meta:
        model = SchoolPeriod
        fields = FIELDS

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind"].widget.attrs["autofocus"] = True
        self.fields["name"].help_text = "例如 第一学期、寒假、期末考试。"


class PeriodNewForm(OnceForm, PeriodForm):
    pass


class PeriodEditForm(VersionedForm, PeriodForm):
    pass
