"""The form that takes a roster."""

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError


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
