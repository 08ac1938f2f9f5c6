"""The form that repeats an activity in other months."""

from django import forms
from django.core.exceptions import ValidationError

from plans import months


class RepeatForm(forms.Form):
    """In which further months; those that have it already cannot be chosen."""

    to = forms.TypedMultipleChoiceField(
        label="还在哪些月份举办",
        coerce=months.read,
        widget=forms.CheckboxSelectMultiple,
        help_text="每个月份新建一项，照抄名称、类别、负责人、地点和经费科目；日期、预算和报名另定。",
    )

    def __init__(self, *args, activity, today, **kwargs):
        super().__init__(*args, **kwargs)
        plan = activity.plan
        wanted = plan.window if plan else months.run(today.replace(day=1), 12)
        taken = set(activity.namesakes().values_list("first_month", flat=True))
        self.fields["to"].choices = [
            (value, label)
            for month in wanted
            if month not in taken
            for value, label in months.choices(month, 1)
        ]

    def clean(self):
        if not self.fields["to"].choices:
            raise ValidationError("计划里的每个月都已经有这项活动。")
        return super().clean()
