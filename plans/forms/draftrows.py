"""The activities found in a plan text, row by row: changed, split, joined, left out."""

import re
import secrets

from django import forms

from plans import drafts, months, reading
from plans.models import Category
from plans.plantext.days import has_day

MOST_ROWS = 800
MONTHS = [
    ("", "未定"),
    *((str(n), f"{n}月") for n in range(1, 13)),
    *((str(n + 12), f"次年{n}月") for n in range(1, 13)),
]
# Between two activities that stand on one line; the first of them is where it is cut.
BETWEEN = re.compile("[；;]|[，,]|、|以及|和|及|与")
DAYS = re.compile(r"\s*(\d{1,2})\s*[日号]?\s*(?:[-–—~至到]\s*(\d{1,2})\s*[日号]?)?\s*")
SHAPE = re.compile(r"([0-9a-z]{1,12}):(\d{1,4})")


class DraftRow(forms.Form):
    """One activity found in the text, as the person wants it."""

    take = forms.BooleanField(required=False, label="收入计划")
    title = forms.CharField(label="活动", max_length=200, required=False)
    first = forms.ChoiceField(label="月份", choices=MONTHS, required=False)
    last = forms.ChoiceField(
        label="到", choices=[("", "同月"), *MONTHS[1:]], required=False
    )
    category = forms.TypedChoiceField(label="类别", required=False, empty_value=None)

    responsible = forms.CharField(
        label="负责人",
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"placeholder": "负责人", "autocomplete": "off"}),
    )
    days = forms.CharField(
        label="日",
        max_length=12,
        required=False,
        widget=forms.TextInput(attrs={"placeholder": "日", "autocomplete": "off"}),
    )

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
        if data.get("take") and not data.get("title") and "title" not in self.errors:
            self.add_error("title", "活动名称不能空着；不要这一条就去掉勾。")
        first, last = data.get("first"), data.get("last") or data.get("first")
        if first and last and int(last) < int(first):
            self.add_error("last", "结束月份不能早于开始月份。")
        elif data.get("days"):
            data["days"] = self._days(data["days"], first, last)
        return data

    def _days(self, text, first, last):
        """["MM-DD", "MM-DD"] of what was typed: 8, 8-12; of the months chosen."""
        found = DAYS.fullmatch(text)
        if not found:
            self.add_error("days", "日期写成 8 或 8-12 的样子，不知道就空着。")
        elif not first:
            self.add_error("days", "写了日期，请选月份。")
        else:
            pairs = [
                ((int(month) - 1) % 12 + 1, int(day))
                for month, day in ((first, found[1]), (last, found[2] or found[1]))
            ]
            for month, day in dict.fromkeys(pairs):
                if not has_day(month, day):
                    self.add_error("days", f"{month}月没有 {day} 日。")
            return [f"{month:02d}-{day:02d}" for month, day in pairs]
        return []

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
            "responsible": data["responsible"],
            "days": data["days"] or [],
        }


class DraftRows:
    """The rows as the person left them.

    The form says in `rows` which there are: "key:number" of each, where the number is
    that of the activity in the draft. A row that was split gives two of one number, a
    row that was joined to the one above is gone.
    """

    def __init__(self, draft, data):
        self.activities = draft["activities"][:MOST_ROWS]
        self.start = reading.guess_start(draft)
        self.categories = list(Category.objects.all())
        self.focus = None
        plain = [(str(n), n) for n in range(len(self.activities))]
        if data is None:
            self.keys, self.data = plain, None
            return
        self.keys, self.data = self._read(data.get("rows", "")) or plain, data.copy()
        self._split(data.get("split"))
        self._join(data.get("join"))

    def _read(self, text):
        """[(key, number)] of what the form says, or [] where it is no such list."""
        found = SHAPE.findall(text)
        keys = [(key, int(number)) for key, number in found]
        known = all(number < len(self.activities) for _, number in keys)
        unlike = len({key for key, _ in keys}) == len(keys)
        return keys if known and unlike and len(keys) <= MOST_ROWS else []

    @property
    def shape(self):
        """The list as the form carries it."""
        return " ".join(f"{key}:{number}" for key, number in self.keys)

    def forms(self):
        """A bound or fresh form of each row."""
        return [self._form(key, number) for key, number in self.keys]

    def _form(self, key, number):
        draft = self.activities[number]
        form = DraftRow(
            self.data,
            prefix=f"row{key}",
            draft=draft,
            categories=self.categories,
            initial=_row(draft, self.categories, self.start),
        )
        form.key = key
        if key == self.focus:
            form.fields["title"].widget.attrs["autofocus"] = True
        return form

    def _place(self, key):
        return next((n for n, (one, _) in enumerate(self.keys) if one == key), None)

    def _split(self, key):
        """A second row after this one; the name is cut at the first sign between two."""
        place = self._place(key)
        if place is None or len(self.keys) >= MOST_ROWS:
            return
        made = secrets.token_hex(4)
        for name in ("take", "first", "last", "category", "responsible", "days"):
            value = self.data.get(f"row{key}-{name}")
            if value is not None:
                self.data[f"row{made}-{name}"] = value
        title = self.data.get(f"row{key}-title", "")
        first, *rest = BETWEEN.split(title, maxsplit=1)
        self.data[f"row{key}-title"] = first.strip()
        self.data[f"row{made}-title"] = rest[0].strip() if rest else title
        self.keys.insert(place + 1, (made, self.keys[place][1]))
        self.focus = made

    def _join(self, key):
        """This row into the one above: both names, all months of both."""
        place = self._place(key)
        if not place:
            return
        above, mine = (f"row{self.keys[n][0]}" for n in (place - 1, place))
        titles = [self.data.get(f"{one}-title", "").strip() for one in (above, mine)]
        self.data[f"{above}-title"] = "、".join(dict.fromkeys(filter(None, titles)))[
            :200
        ]
        who = [self.data.get(f"{one}-responsible", "").strip() for one in (above, mine)]
        who = "、".join(dict.fromkeys(filter(None, who)))
        self.data[f"{above}-responsible"] = who[:200]
        spans = [
            self.data.get(f"{one}-{name}", "")
            for one in (above, mine)
            for name in ("first", "last")
        ]
        numbers = sorted(int(text) for text in spans if text.isdecimal())
        if numbers:
            first, last = str(numbers[0]), str(numbers[-1])
            self.data[f"{above}-first"] = first
            self.data[f"{above}-last"] = last if last != first else ""
        del self.keys[place]
        self.focus = self.keys[place - 1][0]


def _row(draft, categories, start):
    """What stands in the form at first; of the whole year the months of the plan."""
    numbers, offset = draft["months"], draft["year_offset"] * 12
    first = last = ""
    if list(numbers) == months.WHOLE_YEAR:
        first, last = start, start + 11
    elif numbers:
        first = numbers[0] + offset
        last = first + (numbers[-1] - numbers[0]) % 12
    category = drafts.category_of(draft, categories)
    return {
        "take": True,
        "title": draft["title"],
        "first": str(first),
        "last": str(last) if last != first else "",
        "category": str(category.pk) if category else "",
        "responsible": draft.get("responsible", ""),
        "days": "-".join(
            dict.fromkeys(str(int(day[-2:])) for day in draft.get("days", ()))
        ),
    }
