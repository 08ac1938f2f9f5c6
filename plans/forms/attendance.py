"""Forms of marking who came, and of rating."""

from django import forms

from members.forms import MembersField


class DeskField(MembersField):
    """People as they come to the desk: a 工号 of any length, else as in any list."""

    def to_python(self, value):
        number = value.strip() if isinstance(value, str) else ""
        member = self.people().filter(staff_no__iexact=number).first()
        return [member] if member else super().to_python(value)


class MarkForm(forms.Form):
    """One box: a 工号 or a name and Enter (office.js); a pasted list works too."""

    members = DeskField(
        label="工号或姓名",
        widget=forms.Textarea(
            attrs={
                "rows": 2,
                "autocomplete": "off",
                "placeholder": "输入后按回车",
                "data-enter": True,
            }
        ),
        help_text="一次可以写几位，用顿号隔开；也可以粘贴名单或接龙，一行一位。",
    )


class RatingForm(forms.Form):
    stars = forms.TypedChoiceField(
        label="总的来说",
        coerce=int,
        choices=[
            (5, "5 分　很满意"),
            (4, "4 分　满意"),
            (3, "3 分　一般"),
            (2, "2 分　不太满意"),
            (1, "1 分　不满意"),
        ],
        widget=forms.RadioSelect,
    )
    words = forms.CharField(
        label="想说的话",
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="不记名字。有三个人评价以后，大家才看到平均分和这些话。",
    )
