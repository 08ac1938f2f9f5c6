"""The form that takes a roster."""

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError

from members.importing.heads import KEYS
from members.importing.rows import LABELS


class MemberImportForm(forms.Form):
    """A roster to read."""

    file = forms.FileField(
        label="Excel 文件",
        help_text="可以是 .xlsx、.xls、.xlsb、.ods 或 .csv，不超过 10 MB。",
    )
    make_places = forms.BooleanField(
        label="名册里没有的部门和小组自动新建", required=False
    )

    def clean_file(self):
        upload = self.cleaned_data["file"]
        if upload.size > settings.UPLOAD_LIMIT:
            raise ValidationError("文件超过 10 MB，请删去图片或多余的工作表再上传。")
        return upload


class MemberImportMapForm(forms.Form):
    """Which column of a file means what: a choice for each of its columns."""

    FIELDS = (("", "不导入"), *LABELS.items())

    def __init__(self, *args, columns, **kwargs):
        super().__init__(*args, **kwargs)
        self.columns = columns
        for column in columns:
            self.fields[f"column_{column.number}"] = forms.ChoiceField(
                label=f"{column.letter} 列 {column.head}",
                choices=self.FIELDS,
                required=False,
                initial=column.field,
                widget=forms.Select(attrs={"class": "form-select form-select-sm"}),
            )

    @property
    def lines(self):
        """(column, its bound field) of each."""
        return [(c, self[f"column_{c.number}"]) for c in self.columns]

    def clean(self):
        given = [field for field in self.means(len(self.columns)) if field]
        twice = sorted({LABELS[field] for field in given if given.count(field) > 1})
        if twice:
            raise ValidationError(f"有两列都选了「{twice[0]}」，只能选一列。")
        if "name" not in given:
            raise ValidationError("哪一列是「姓名」？请选一列。")
        if not set(given) & set(KEYS):
            raise ValidationError("「工号」「身份证号」「出生日期」，至少要选一列。")

    def means(self, width):
        """[field or ""] of all the columns of the file, by their place."""
        last = max((column.number for column in self.columns), default=0)
        told = self.cleaned_data
        return [told.get(f"column_{n}", "") for n in range(1, max(width, last) + 1)]
