"""What is asked before personal columns go out."""

from django import forms

from unionoffice.forms import crispy_helper


class HandOutForm(forms.Form):
    purpose = forms.CharField(
        label="用途",
        min_length=2,
        max_length=100,
        help_text="例如：10 月祝寿慰问、上级工会年报。",
    )
    recipient = forms.CharField(
        label="交给谁",
        min_length=2,
        max_length=60,
        help_text="自己用的写「本办公室」。",
    )

    @property
    def helper(self):
        return crispy_helper()
