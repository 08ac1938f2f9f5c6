"""Plan text in: the text itself, then the drafts that a person confirms."""

import secrets

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError

from plans import drafts, reading
from plans.forms.plans import TargetForm
from plans.models import Category
from unionoffice.sandbox import Unreadable

MOST_ROWS = 800
MOST_BYTES = 4 * 1024 * 1024  # what a form can carry through the step of checking
MONTHS = [
    ("", "未定"),
    *((str(n), f"{n}月") for n in range(1, 13)),
    *((str(n + 12), f"次年{n}月") for n in range(1, 13)),
]


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


class DraftRow(forms.Form):
    """One activity found in the text, as the person wants it."""

    take = forms.BooleanField(required=False, label="收入计划")
    title = forms.CharField(label="活动", max_length=200, required=False)
    first = forms.ChoiceField(label="月份", choices=MONTHS, required=False)
    last = forms.ChoiceField(
        label="到", choices=[("", "同月"), *MONTHS[1:]], required=False
    )
    category = forms.TypedChoiceField(label="类别", required=False, empty_value=None)

    def __init__(self, *args, draft, categories, **kwargs):
        super().__init__(*args, **kwargs)
        self.draft = draft
        by_key = {str(category.pk): category for category in categories}
        self.fields["category"].choices = [("", "未分类"), *by_key.items()]
        self.fields["category"].coerce = by_key.get
        for name, bound in self.fields.items():
            kind = "form-control form-control-sm"
            if isinstance(bound, forms.ChoiceField):
                kind = "form-select form-select-sm"
            kind = "form-check-input" if name == "take" else kind
            label = f"第{draft['line']}行：{bound.label}"
            bound.widget.attrs |= {
                "class": kind,
                "aria-label": label,
            }

    def clean(self):
        data = super().clean()
        if data.get("take") and not data.get("title"):
            self.add_error("title", "活动名称不能空着；不要这一条就去掉勾。")
        first, last = data.get("first"), data.get("last") or data.get("first")
        if first and last and int(last) < int(first):
            self.add_error("last", "结束月份不能早于开始月份。")
        return data

    def edited(self):
        """The draft with the person's words in it."""
        data = self.cleaned_data
        first, last = data["first"], data["last"] or data["first"]
        numbers = range(int(first) - 1, int(last)) if first else ()
        return self.draft | {
            "title": data["title"],
            "months": [number % 12 + 1 for number in numbers],
            "year_offset": (int(first) - 1) // 12 if first else 0,
            "category": data["category"],
        }


class ImportDesk:
    """The drafts of one plan of a reading, the ticks, and the plan they become."""

    def __init__(self, found, data, user):
        self.reading = found
        self.which = _number(data.get("which"), len(found.plans))
        self.draft = found.plans[self.which]
        bound = data if "save" in data else None
        self.target = TargetForm(bound, initial=_target(self.draft), user=user)
        self.rows = self._rows(bound)
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

    def _rows(self, bound):
        categories = list(Category.objects.all())
        return [
            DraftRow(
                bound,
                prefix=f"row{number}",
                draft=draft,
                categories=categories,
                initial=_row(draft, categories),
            )
            for number, draft in enumerate(self.draft["activities"][:MOST_ROWS])
        ]

    @property
    def first_line(self):
        """Where the source is opened: a little above the first activity."""
        lines = [one["line"] for one in self.draft["activities"]]
        return max(1, min(lines) - 3) if lines else None

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


def _target(draft):
    return {
        "title": draft["title"][:100],
        "year": reading.guess_year(draft),
        "start_month": reading.guess_start(draft),
        "form_key": secrets.token_urlsafe(24),
    }


def _row(draft, categories):
    numbers, offset = draft["months"], draft["year_offset"] * 12
    first = last = ""
    if numbers:
        first = numbers[0] + offset
        last = first + (numbers[-1] - numbers[0]) % 12
    category = drafts.guess_category(draft["title"], categories)
    return {
        "take": True,
        "title": draft["title"],
        "first": str(first),
        "last": str(last) if last != first else "",
        "category": str(category.pk) if category else "",
    }


def _ticked(parts, name, bound):
    """(part, is taken) pairs; at first everything is taken."""
    if bound is None:
        return [(part, True) for part in parts]
    chosen = set(bound.getlist(name))
    return [(part, str(number) in chosen) for number, part in enumerate(parts)]
