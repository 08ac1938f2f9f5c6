"""任职: who holds which office; elections, seats taken, mended and left."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from members import handing, reporting, rules
from members.forms.bodies import (
    DayForm,
    SeatEditForm,
    SeatLeaveForm,
    SeatTakeForm,
    TermCloseForm,
    TermEditForm,
    TermNewForm,
)
from members.models import Body, Seat, Term
from members.rules import in_time, require
from members.seatcolumns import seat_columns
from members.services import bodies as services
from unionoffice.forms import sent
from unionoffice.lists import Table
from unionoffice.states import Conflict, StateError
from unionoffice.templatetags import office

METHODS = ["GET", "HEAD", "POST"]


def _page(request, name, form, body, status=200, **more):
    context = {"form": form, "body": body, **more}
    return render(request, f"members/{name}.html", context, status=status)


def _tried(form, deed, *args, **told):
    """Whether the deed was done; if not, the form says why."""
    try:
        deed(*args, **told)
    except StateError as refusal:
        form.add_error(None, str(refusal))
        return False
    return True


def _clash(form, deed, row, *, by):
    """Saves; what the page needs besides where somebody else was faster, or None."""
    try:
        deed(row, form, by=by)
    except Conflict as conflict:
        return form.conflict(conflict.theirs)
    return None


def _in_office(request, sittings, form):
    """Who is in office on the day of the form."""
    columns = seat_columns(linked=rules.seat_write(request.user))
    rows = reporting.in_office(sittings, form.on)
    return Table(request, "seats", columns, rows=rows)


@require_safe
def seat_list(request):
    require(rules.seat_list(request.user))
    form = DayForm(request.GET or None)
    sittings = reporting.sittings(form.on)
    context = {
        "form": form,
        "day": form.on,
        "sittings": sittings,
        "table": _in_office(request, sittings, form),
        "write": rules.seat_write(request.user),
    }
    return render(request, "members/seat_list.html", context)


@require_safe
def seat_export(request):
    require(rules.seat_write(request.user))
    form = DayForm(request.GET or None)
    return handing.export(
        request,
        _in_office(request, reporting.sittings(form.on), form),
        "任职名单",
        action="seat.exported",
        back=reverse("members:seat_list"),
        notes=(f"{office.day(form.on)}在任的人",),
    )


@require_safe
def body_detail(request, pk):
    body = get_object_or_404(Body, pk=pk)
    require(rules.seat_list(request.user))
    context = {
        "body": body,
        "one": reporting.sitting(body, timezone.localdate()),
        "terms": reporting.past_terms(body),
        "former": reporting.past_seats(body),
        "write": rules.seat_write(request.user),
        "elect": rules.term_new(request.user, body),
        "take": rules.seat_take(request.user, body),
    }
    return render(request, "members/body_detail.html", context)


@require_http_methods(METHODS)
def term_new(request, pk):
    body = get_object_or_404(Body, pk=pk)
    require(rules.term_new(request.user, body))
    form = TermNewForm(sent(request), instance=Term(body=body))
    if form.is_valid():
        told = {"by": request.user, "people": form.people}
        if _tried(form, services.term_new, form.instance, **told):
            messages.success(request, f"已登记{form.instance}。接着给每个人写上分工。")
            return redirect(body)
    return _page(request, "term_new", form, body)


@require_http_methods(METHODS)
def term_edit(request, pk):
    term = get_object_or_404(Term.objects.with_bodies(), pk=pk)
    require(rules.seat_write(request.user))
    form = TermEditForm(sent(request), instance=term)
    clash = {}
    if form.is_valid():
        clash = _clash(form, services.term_edit, term, by=request.user)
        if clash is None:
            messages.success(request, f"已保存{term}。")
            return redirect(term.body)
    status = 409 if clash else 200
    return _page(request, "term_edit", form, term.body, status, term=term, **clash)


@require_http_methods(METHODS)
def term_close(request, pk):
    term = get_object_or_404(Term.objects.with_bodies(), pk=pk)
    ruling = rules.term_close(request.user, term)
    form = TermCloseForm(sent(request))
    if in_time(request, ruling) and form.is_valid():
        told = {"by": request.user, **form.cleaned_data}
        if _tried(form, services.term_close, term, **told):
            messages.success(request, f"{term}已结束，任职都到这一天为止。")
            return redirect(term.body)
    more = {"term": term, "ruling": ruling}
    status = 200 if ruling else 409
    return _page(request, "term_close", form, term.body, status, **more)


@require_http_methods(METHODS)
def seat_take(request, pk):
    body = get_object_or_404(Body, pk=pk)
    require(rules.seat_take(request.user, body))
    form = SeatTakeForm(sent(request), instance=Seat(body=body))
    if form.is_valid():
        seat = form.instance
        if _tried(form, services.seat_take, seat, by=request.user):
            messages.success(request, f"已登记{seat.member}任{body}{seat.title}。")
            return redirect(body)
    return _page(request, "seat_take", form, body)


@require_http_methods(METHODS)
def seat_edit(request, pk):
    seat = get_object_or_404(Seat.objects.with_people(), pk=pk)
    require(rules.seat_write(request.user))
    form = SeatEditForm(sent(request), instance=seat)
    clash = {}
    if form.is_valid():
        clash = _clash(form, services.seat_edit, seat, by=request.user)
        if clash is None:
            messages.success(request, f"已保存{seat.member}的任职。")
            return redirect(seat.body)
    status = 409 if clash else 200
    return _page(request, "seat_edit", form, seat.body, status, seat=seat, **clash)


@require_http_methods(METHODS)
def seat_leave(request, pk):
    seat = get_object_or_404(Seat.objects.with_people(), pk=pk)
    ruling = rules.seat_leave(request.user, seat)
    form = SeatLeaveForm(sent(request), instance=seat)
    if in_time(request, ruling) and form.is_valid():
        told = {"by": request.user, **form.cleaned_data}
        if _tried(form, services.seat_leave, seat, **told):
            messages.success(request, f"已登记{seat.member}卸任。")
            return redirect(seat.body)
    more = {"seat": seat, "ruling": ruling}
    status = 200 if ruling else 409
    return _page(request, "seat_leave", form, seat.body, status, **more)
