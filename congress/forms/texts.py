"""Fields for what people write: pasted junk is taken out before it is checked."""

from django import forms

from congress.wording import in_one_line, tidy

LONGEST = 50_000


class LineField(forms.CharField):
    """One line of text."""

    def to_python(self, value):
        return in_one_line(super().to_python(value))


class ProseField(forms.CharField):
    """Paragraphs of plain text."""

    def __init__(self, *, rows=6, max_length=LONGEST, **kwargs):
        kwargs.setdefault("widget", forms.Textarea(attrs={"rows": rows}))
        super().__init__(max_length=max_length, **kwargs)

    def widget_attrs(self, widget):
        """No maxlength for the browser: it would cut a pasted text in silence."""
        attrs = super().widget_attrs(widget)
        attrs.pop("maxlength", None)
        return attrs

    def to_python(self, value):
        return tidy(super().to_python(value))
