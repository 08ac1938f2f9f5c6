"""Forms of offices: an election, a seat taken, mended and left, the end of a term."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from members.forms.people import MemberField, MembersField
from members.forms.places import PAPER
from members.models import Post, Seat, Term
from members.models.terms import months_after
from unionoffice.forms import (
    DayField,
    RowForm,
    VersionedForm,
    crispy_helper,
    not_to_come,
)


class DayForm(forms.Form):
    """Of which day a page tells; today unless asked."""

    day = DayField(label="哪一天", required=False)

    @property
    def helper(self):
        return crispy_helper("get")

    @property
    def on(self):
        asked = self.cleaned_data.get("day") if self.is_valid() else None
        return asked or timezone.localdate()


def end_of(form):
    """The day told, or the election's day the term's years later."""
    cleaned = form.cleaned_data
    elected, years = cleaned.get("elected_on"), cleaned.get("years")
    if cleaned.get("ends_on") or not (elected and years):
        return cleaned.get("ends_on")
    return months_after(elected, 12 * years)


class _TermForm:
    """What both forms of a term reckon."""

    def clean(self):
        cleaned = super().clean()
        cleaned["ends_on"] = end_of(self)
        return cleaned

    def clean_elected_on(self):
        return not_to_come(self.cleaned_data["elected_on"])


COLUMNS = [
    "number",
    "elected_on",
    "years",
    "ends_on",
    "approved_by",
    "approved_on",
    "document",
]
ENDS = "不填就按选举日期加一届的年数推算；批准延期的，写新的日期。"


class TermNewForm(_TermForm, RowForm):
    """An election: the term, and everybody elected; the instance names the body."""

    elected_on = DayField(label="选举日期")
    ends_on = DayField(label="任期届满", required=False, help_text=ENDS)
    approved_on = DayField(label="批复日期", required=False)
    chair = MemberField(label="正职", required=False)
    vice = MembersField(label="副职", required=False)
    member = MembersField(label="成员", required=False)

    class Meta:
        model = Term
        fields = COLUMNS

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        body = self.instance.body
        for post, title in body.posts:
            self.fields[post].label = title
        self.fields["vice"].widget.attrs["rows"] = 2
        self.initial |= {"number": body.terms.next_number(), "years": body.years}
        self.initial["elected_on"] = timezone.localdate()
        self.fields["approved_on"].help_text = "批复还没有下来的，以后再补。"
        first = ["number", "elected_on", "chair", "vice", "member"]
        self.order_fields([*first, "years", "ends_on"])
        self.fields["elected_on"].widget.attrs["autofocus"] = True

    def clean(self):
        cleaned = super().clean()
        people = self.people
        named = [member for members in people.values() for member in members]
        twice = {str(m) for m in named if named.count(m) > 1}
        if twice:
            raise ValidationError(f"{'、'.join(sorted(twice))}写了两次，请留一处。")
        if not named and not self.errors:
            raise ValidationError("请写上当选的人。")
        return cleaned

    @property
    def people(self):
        """{post: members} as they were named."""
        chair = self.cleaned_data.get("chair")
        return {
            Post.CHAIR: [chair] if chair else [],
            Post.VICE: self.cleaned_data.get("vice") or [],
            Post.MEMBER: self.cleaned_data.get("member") or [],
        }


class TermEditForm(_TermForm, VersionedForm):
    """What was written down wrongly, the approval, an extension."""

    elected_on = DayField(label="选举日期")
    ends_on = DayField(label="任期届满", required=False, help_text=ENDS)
    approved_on = DayField(label="批复日期", required=False)

    class Meta:
        model = Term
        fields = COLUMNS


class TermCloseForm(forms.Form):
    """On which day a term ends that no other follows."""

    closed_on = DayField(label="结束日期", initial=timezone.localdate)

    def clean_closed_on(self):
        return not_to_come(self.cleaned_data["closed_on"])


class SeatTakeForm(RowForm):
    """Somebody takes an office; the instance names the body."""

    member = MemberField(label="姓名")
    began_on = DayField(label="任职日期")

    class Meta:
        model = Seat
        fields = ["member", "post", "portfolio", "began_on", "begun_by", "document"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        body = self.instance.body
        self.fields["post"].choices = body.posts
        kind = Seat.Begun.BY_ELECTION if body.has_terms else Seat.Begun.NAMED
        self.initial |= {"begun_by": kind, "began_on": timezone.localdate()}
        self.fields["member"].widget.attrs["autofocus"] = True
        self.fields["document"].help_text = PAPER

    def clean_began_on(self):
        return not_to_come(self.cleaned_data["began_on"])


class SeatEditForm(VersionedForm):
    """The portfolio, or what was written down wrongly."""

    began_on = DayField(label="任职日期")

    class Meta:
        model = Seat
        fields = ["post", "portfolio", "began_on", "begun_by", "document"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["post"].choices = self.instance.body.posts
        self.fields["portfolio"].widget.attrs["autofocus"] = True

    def clean_began_on(self):
        return not_to_come(self.cleaned_data["began_on"])


class SeatLeaveForm(RowForm):
    """On which day somebody leaves an office, and why."""

    ended_on = DayField(label="卸任日期")
    document = forms.CharField(
        label="依据", max_length=100, required=False, help_text=PAPER
    )

    class Meta:
        model = Seat
        fields = ["ended_on", "ended_by"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["ended_by"].required = True
        self.initial["ended_on"] = timezone.localdate()
        self.fields["ended_on"].widget.attrs["autofocus"] = True

    def clean_ended_on(self):
        return not_to_come(self.cleaned_data["ended_on"])
