"""Plan text in: the text itself, then the drafts that a person confirms."""

import secrets

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError

from plans import movable, reading
from plans.forms.draftrows import MOST_ROWS, DraftRows
from plans.forms.plans import TargetForm
from unionoffice.sandbox import Unreadable

MOST_BYTES = 4 * 1024 * 1024  # what a form can carry through the step of checking


class PlanTextForm(forms.Form):
    """A text pasted, or a file sent; `reading` is what was found in it."""

    text = forms.CharField(
        label="计划原文",
        required=False,
        strip=False,
        widget=forms.Textarea(
            attrs={"rows": 14, "spellcheck": "false", "data-most-bytes": MOST_BYTES}
        ),
        help_text="从 Word 或网页复制过来即可，标题、序号、月份都保留。",
    )
    file = forms.FileField(
        label="或者上传文件",
        required=False,
        allow_empty_file=True,
        help_text="txt 或 docx，不超过 10 MB。选了文件就以文件为准。",
        widget=forms.ClearableFileInput(attrs={"accept": ".txt,.docx"}),
    )

    reading = None

    def clean(self):
        data = super().clean()
        upload = data.get("file")
        if upload and upload.size > settings.UPLOAD_LIMIT:
            raise ValidationError("文件超过 10 MB，请另存为纯文本再上传。")
        text = data.get("text", "").replace("\r\n", "\n")
        if not upload and not text.strip():
            raise ValidationError("请粘贴计划原文，或者选择一个文件。")
        try:
            self.reading = reading.read(upload.read() if upload else text.encode())
        except Unreadable as problem:
            raise ValidationError(str(problem)) from None
        if len(self.reading.text.encode()) > MOST_BYTES:
            raise ValidationError("原文太长，请只留计划正文，分几次导入。")
        return data


class ImportDesk:
    """The drafts of one plan of a reading, the ticks, and the plan they become."""

    def __init__(self, found, data, user):
        self.reading = found
        self.which = _number(data.get("which"), len(found.plans))
        self.draft = found.plans[self.which]
        when = reading.guess_year(self.draft), reading.guess_start(self.draft)
        doubts = [*self.draft["warnings"], *movable.doubts(self.draft, *when)]
        self.doubts = sorted(doubts, key=lambda doubt: doubt["line"])
        bound = data if _is_about(self.which, data) else None
        self._arranged = DraftRows(self.draft, bound)
        self.target = self._target(bound, user)
        self.rows, self.shape = self._arranged.forms(), self._arranged.shape
        self.sections = _ticked(self.draft["sections"], "section", bound)
        self.measures = _ticked(self.draft["measures"], "measure", bound)
        self.plans = [
            {
                "number": number,
                "title": plan["title"] or f"第 {number + 1} 篇",
                "count": len(plan["activities"]),
            }
            for number, plan in enumerate(found.plans)
        ]

    def _target(self, data, user):
        """Judged when the plan is saved; while rows are split and joined, as typed."""
        initial = _target(self.draft)
        if data is None or "save" in data:
            return TargetForm(data, initial=initial, user=user)
        typed = {name: data[name] for name in TargetForm.base_fields if name in data}
        return TargetForm(initial=initial | typed, user=user)

    @property
    def first_line(self):
        """Where the source is opened: a little above the first activity."""
        lines = [one["line"] for one in self.draft["activities"]]
        return max(1, min(lines) - 3) if lines else None

    @property
    def wrong(self):
        """The rows to be mended, for the summary at the top."""
        return [row for row in self.rows if row.is_bound and row.errors]

    @property
    def too_many(self):
        return len(self.draft["activities"]) > MOST_ROWS

    def is_valid(self):
        rows = [row.is_valid() for row in self.rows]
        return self.target.is_valid() and all(rows) and not self.too_many

    def edited(self):
        """The draft after the person's edits, in the shape of `plan_import`."""
        return {
            "sections": [one for one, taken in self.sections if taken],
            "measures": [one for one, taken in self.measures if taken],
            "activities": [
                row.edited() for row in self.rows if row.cleaned_data["take"]
            ],
        }


def _number(text, count):
    """The number of a plan that there is, else of the first."""
    return int(text) if str(text).isdecimal() and int(text) < count else 0


def _is_about(which, data):
    """Whether the form carries rows, and those of this plan of the text."""
    return ("save" in data or "rows" in data) and data.get("seen", which) in (
        which,
        str(which),
    )


def _target(draft):
    return {
        "title": draft["title"][:100],
        "year": reading.guess_year(draft),
        "start_month": reading.guess_start(draft),
        "length": reading.guess_length(draft) or 12,
        "form_key": secrets.token_urlsafe(24),
    }


def _ticked(parts, name, bound):
    """(part, is taken) pairs; at first everything is taken."""
    if bound is None:
        return [(part, True) for part in parts]
    chosen = set(bound.getlist(name))
    return [(part, str(number) in chosen) for number, part in enumerate(parts)]
