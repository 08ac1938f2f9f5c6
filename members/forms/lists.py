"""Forms of the lists."""

from django.core.exceptions import ValidationError
from django.utils import timezone

from members.models import ArchiveCheck
from unionoffice.forms import DayField, RowForm


class ArchiveCheckForm(RowForm):
    """核对完成: on which day the women's archive was gone through."""

    checked_on = DayField(label="核对日期")

    class Meta:
        model = ArchiveCheck
        fields = ["checked_on", "note"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["checked_on"] = timezone.localdate()

    def clean_checked_on(self):
        day = self.cleaned_data["checked_on"]
        if day > timezone.localdate():
            raise ValidationError("核对日期还没有到。")
        return day
