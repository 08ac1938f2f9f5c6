"""How the form of a deed on a proposal is shown, also when the deed came too late."""

from django.shortcuts import render

FORM = ["GET", "HEAD", "POST"]


def form_page(request, name, proposal, form, ruling):
    """The form of a deed; with what was typed when the proposal had moved on (409)."""
    context = {"form": form, "proposal": proposal, "ruling": ruling}
    status = 200 if ruling else 409
    return render(request, f"congress/{name}.html", context, status=status)
