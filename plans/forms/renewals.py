"""The page of a new year: what is taken over, each month and lead changeable."""

import secrets

from django import forms

from members.forms import MemberField
from plans import months


class HeadForm(forms.Form):
    """What the new plan is called."""

    title = forms.CharField(label="计划标题", max_length=100)
    form_key = forms.CharField(max_length=43, widget=forms.HiddenInput, required=False)

    def clean_form_key(self):
        return self.cleaned_data["form_key"] or None


class RowForm(forms.Form):
    """One item of the old plan, as the person wants it in the new one."""

    take = forms.BooleanField(required=False, label="列入新计划")
    title = forms.CharField(label="活动", max_length=200, required=False)
    first = forms.TypedChoiceField(
        label="月份", coerce=months.read, empty_value=None, required=False
    )
    last = forms.TypedChoiceField(
        label="到", coerce=months.read, empty_value=None, required=False
    )
    lead = MemberField(label="负责人", required=False)

    def __init__(self, *args, proposal, window, **kwargs):
        super().__init__(*args, **kwargs)
        self.proposal = proposal
        year = window[0].year
        for name, empty in (("first", "未定"), ("last", "同月")):
            offered = {*window, getattr(proposal, name)} - {None}
            self.fields[name].choices = [
                ("", empty),
                *(
                    (month.isoformat()[:7], months.name(month, year))
                    for month in sorted(offered)
                ),
            ]
        for name, field in self.fields.items():
            field.widget.attrs |= {
                "class": _css(name, field),
                "aria-label": f"{proposal.old.title}：{field.label}",
            }

    def clean(self):
        data = super().clean()
        if data.get("take") and not data.get("title"):
            self.add_error("title", "活动名称不能空着；不列入就去掉勾。")
        first, last = data.get("first"), data.get("last")
        if last and not first:
            self.add_error("first", "先定开始月份。")
        elif first and last and last < first:
            self.add_error("last", "结束月份不能早于开始月份。")
        return data

    def values(self):
        """Columns of the new item."""
        data = self.cleaned_data
        return {
            "title": data["title"],
            "first_month": data["first"],
            "last_month": data["last"] or data["first"],
            "lead": data["lead"],
        }


def _css(name, field):
    if name == "take":
        return "form-check-input"
    select = isinstance(field, forms.ChoiceField)
    return "form-select form-select-sm" if select else "form-control form-control-sm"


class RenewalDesk:
    """The forms of a renewal, and what was ticked."""

    def __init__(self, renewal, data=None):
        self.renewal = renewal
        self.head = HeadForm(
            data,
            initial={"title": renewal.title, "form_key": secrets.token_urlsafe(24)},
        )
        self.rows = [
            RowForm(
                data,
                prefix=f"row{row.old.pk}",
                proposal=row,
                window=renewal.window,
                initial=_initial(row),
            )
            for row in renewal.rows
        ]
        self.sections = _ticked(renewal.sections, "section", data)
        self.measures = _ticked(renewal.measures, "measure", data)
        self.duties = _ticked(renewal.duties, "duty", data)

    def is_valid(self):
        rows = [row.is_valid() for row in self.rows]
        return self.head.is_valid() and all(rows)

    def values(self):
        """What the deed of copying needs."""
        return {
            "title": self.head.cleaned_data["title"],
            "form_key": self.head.cleaned_data["form_key"],
            "year": self.renewal.year,
            "rows": [
                (row.proposal.old, row.values())
                for row in self.rows
                if row.cleaned_data["take"]
            ],
            "sections": [one for one, _, taken in self.sections if taken],
            "measures": [one for one, _, taken in self.measures if taken],
            "duties": [one for one, _, taken in self.duties if taken],
        }


def _initial(row):
    return {
        "take": row.take,
        "title": row.title,
        "first": row.first and row.first.isoformat()[:7],
        "last": row.last.isoformat()[:7] if row.last and row.last != row.first else "",
        "lead": row.lead,
    }


def _ticked(parts, name, data):
    """(part, note, is taken) triples; at first everything is taken."""
    chosen = None if data is None else set(data.getlist(name))
    return [
        (part, note, chosen is None or str(part.pk) in chosen) for part, note in parts
    ]
