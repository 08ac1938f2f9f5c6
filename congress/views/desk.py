"""The desk where people sign in: one field, Enter; Enter again takes it back."""

from urllib.parse import urlencode

from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from congress import reporting, rules
from congress.finding import sitting_of
from congress.forms.sittings import DeskForm
from congress.models import RollEntry
from congress.services import sittings as services
from members.rules import require
from unionoffice.states import StateError

NOBODY = "应到名册里没有「{}」。可以写姓名、拼音首字母或工号。"
MANY = "「{}」有很多人，请多写几个字。"


@require_http_methods(["GET", "HEAD", "POST"])
def sitting_desk(request, pk):
    """What was typed is answered after a redirect, so that a reload does nothing."""
    sitting = sitting_of(pk)
    require(rules.sitting_sign(request.user, sitting))
    if request.method == "POST":
        told = _answer(request, sitting)
        address = reverse("congress:sitting_desk", args=[pk])
        return redirect(f"{address}?{urlencode(told)}" if told else address)
    return render(request, "congress/sitting_desk.html", _page(request, sitting))


def _answer(request, sitting):
    """{what happened: with whom}, for the address of the page that tells it."""
    typed = request.POST.get("typed", "").replace("\0", "").strip()[:60]
    last, offered = request.POST.get("last", ""), request.POST.get("offered", "")
    if not typed or request.POST.get("back"):
        return _taken_back(request, sitting, request.POST.get("back") or last)
    if chosen := _chosen(typed, offered):
        entry = sitting.roll.with_people().filter(pk=chosen).first()
        return _signed(request, entry) if entry else {}
    found = reporting.meant(sitting, typed)
    if len(found) == 1:
        return _signed(request, found[0])
    return {"typed": typed}


def _chosen(typed, offered):
    """The key behind a digit, of those that the page offered."""
    keys = [key for key in offered.split() if key.isdecimal()]
    if len(typed) == 1 and typed.isdecimal() and 1 <= int(typed) <= len(keys):
        return int(keys[int(typed) - 1])
    return None


def _signed(request, entry):
    is_now = services.entry_sign(entry, by=request.user, way=RollEntry.Way.DESK)
    return {"done" if is_now else "again": entry.pk}


def _taken_back(request, sitting, key):
    rows = sitting.roll.with_people()
    entry = rows.filter(pk=key).first() if key.isdecimal() else None
    if entry is None:
        return {}
    try:
        services.entry_unsign(entry, by=request.user)
    except StateError:
        return {}
    return {"back": entry.pk}


def _page(request, sitting):
    told = {
        name: _entry(sitting, request.GET.get(name))
        for name in ("done", "again", "back")
    }
    typed = request.GET.get("typed", "").replace("\0", "")[:60]
    found = reporting.meant(sitting, typed) if typed else []
    many = len(found) > reporting.MOST_CHOICES
    missing = (
        (MANY if many else NOBODY).format(typed)
        if typed and (many or not found)
        else ""
    )
    return {
        "sitting": sitting,
        "figures": reporting.sitting_figures(sitting),
        "form": DeskForm(),
        "found": [] if many else found,
        "missing": missing,
        **told,
    }


def _entry(sitting, key):
    if not str(key).isdecimal():
        return None
    return sitting.roll.with_people().filter(pk=key).first()
