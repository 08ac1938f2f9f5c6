"""Forms of 会籍: begin, keep, end, correct."""

import datetime

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from members.models import Membership
from unionoffice.forms import DayField, RowForm, VersionedForm, not_to_come

JOINING = "入会日期还没有到，请核对。"
AHEAD = datetime.timedelta(days=366)  # beyond it a day is a slip of the pen


def first_day(label, **kwargs):
    """The day with which a form begins, under the cursor; today unless told."""
    field = DayField(label=label, **kwargs)
    field.widget.attrs["autofocus"] = True
    return field


class _Deed(RowForm):
    """One deed on a membership: its day first, then why, then on what paper."""

    document = forms.CharField(
        label="依据",
        max_length=60,
        required=False,
        help_text="批准的会议或文件，可以不填。",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in self._meta.fields:
            self.fields[name].required = True

    def clean_document(self):
        paper = self.cleaned_data["document"]
        limit = Membership._meta.get_field("document").max_length
        if len(self.instance.with_document(paper)) > limit:
            raise ValidationError("依据太长了，请写短一点。")
        return paper

    def not_beyond(self, name):
        """The day of the field, which lies at most a year ahead."""
        day = self.cleaned_data[name]
        if day > timezone.localdate() + AHEAD:
            raise ValidationError("这一天太远了，请核对年份。")
        return day


class MembershipBeginForm(_Deed):
    """A new time of membership; the instance is one of the member, unsaved."""

    joined_on = first_day("入会日期")

    class Meta:
        model = Membership
        fields = ["joined_on", "begun_by"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["joined_on"] = timezone.localdate()
        if self.instance.member.memberships.all():
            self.initial["begun_by"] = Membership.Begun.REJOINED

    def clean_joined_on(self):
        return not_to_come(self.cleaned_data["joined_on"], JOINING)

    def clean(self):
        cleaned = super().clean()
        if joined := cleaned.get("joined_on"):
            self.instance.joined_on = joined
            for sentence in self.instance.impossible():
                self.add_error("joined_on", sentence)
        return cleaned


class MembershipKeepForm(_Deed):
    """From when the membership is kept, and for what."""

    kept_on = first_day(
        "保留会籍自", help_text="从这一天起不交会费，没有选举权、被选举权和表决权。"
    )

    class Meta:
        model = Membership
        fields = ["kept_on", "kept_for"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        member, today = self.instance.member, timezone.localdate()
        self.initial["kept_on"] = today
        if member.is_retired:
            since = max(member.retired_on or today, self.instance.joined_on or today)
            self.initial |= {"kept_on": since, "kept_for": Membership.Kept.RETIRED}

    def clean_kept_on(self):
        return self.not_beyond("kept_on")


class MembershipEndForm(_Deed):
    """On which day somebody is no longer a member, and why."""

    ended_on = first_day("离会日期", help_text="从这一天起不再是会员。")

    class Meta:
        model = Membership
        fields = ["ended_on", "ended_by"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["ended_on"] = timezone.localdate()
        member = self.instance.member
        if member.has_gone_away:
            self.initial["ended_by"] = Membership.why_ended(member)

    def clean_ended_on(self):
        day = self.not_beyond("ended_on")
        if self.instance.kept_on and self.instance.kept_on > day:
            self.instance.kept_on, self.instance.kept_for = None, ""  # as the service
        return day


class MembershipCorrectForm(VersionedForm):
    """What was entered wrongly, over the version that was on the screen."""

    joined_on = first_day("入会日期")
    kept_on = DayField(label="保留会籍自", required=False)
    ended_on = DayField(label="离会日期", required=False)

    class Meta:
        model = Membership
        fields = [
            "joined_on",
            "begun_by",
            "kept_on",
            "kept_for",
            "ended_on",
            "ended_by",
            "document",
        ]

    def clean_joined_on(self):
        return not_to_come(self.cleaned_data["joined_on"], JOINING)

    def clean(self):
        cleaned = super().clean()
        if joined := cleaned.get("joined_on"):
            told = Membership(pk=self.instance.pk, member=self.instance.member)
            told.joined_on, told.ended_on = joined, cleaned.get("ended_on")
            for sentence in told.impossible():
                self.add_error("joined_on", sentence)
        return cleaned
