"""部门与小组: the tree, one place, its leader, its people; new, edit, close, open."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from members import reporting, rules
from members.forms.places import FORMS, LeaderForm, MoveForm, PlaceCloseForm
from members.models import Department, UnionGroup
from members.rules import in_time, require
from members.services import placements
from members.services import places as services
from members.services.exports import exported
from unionoffice import xlsx
from unionoffice.forms import sent
from unionoffice.states import Conflict, StateError

METHODS = ["GET", "HEAD", "POST"]
TABLES = {table.SLUG: table for table in (UnionGroup, Department)}


def _table(kind):
    if kind not in TABLES:
        raise Http404
    return TABLES[kind]


def _place(request, kind, pk):
    rows = _table(kind).objects.visible_to(request.user).with_surroundings()
    return get_object_or_404(rows, pk=pk)


def _refused(form, refusal):
    """The form tells what the service could not do; what was typed is still there."""
    form.add_error(None, str(refusal))
    return 409


@require_safe
def place_list(request):
    require(rules.place_list(request.user))
    trees = list(reporting.place_trees(request.user, timezone.localdate()))
    context = {"trees": trees, "write": rules.place_write(request.user)}
    return render(request, "members/place_list.html", context)


@require_safe
def place_export(request):
    require(rules.place_list(request.user))
    sheet = reporting.places_sheet(request.user, timezone.localdate())
    headings = [column.heading for column in sheet.columns]
    told = {"query": "", "columns": headings, "count": len(sheet.rows)}
    exported(by=request.user, action="place.exported", **told)
    return xlsx.response([sheet], f"部门与小组_{xlsx.stamp()}.xlsx")


@require_safe
def place_detail(request, kind, pk):
    place = _place(request, kind, pk)
    require(rules.place_members(request.user, place))
    return _page(request, place, MoveForm(place=place))


def _page(request, place, form, status=200):
    user = request.user
    people = reporting.people_at(place, user)
    context = {
        "place": place,
        "page": Paginator(people, 100).get_page(request.GET.get("page")),
        "form": form,
        "hints": reporting.place_hints(place, user),
        "leaders": reporting.leaders(place),
        "former": reporting.former_people(place),
        "write": rules.place_write(user),
        "move": rules.member_move(user, place),
        "change": rules.leader_change(user, place),
        "close": rules.place_close(user, place),
        "open": rules.place_open(user, place),
    }
    return render(request, "members/place_detail.html", context, status=status)


@require_http_methods(METHODS)
def place_new(request, kind):
    table = _table(kind)
    require(rules.place_write(request.user))
    form = FORMS[table](sent(request))
    if form.is_valid():
        place = services.place_new(form, by=request.user)
        messages.success(request, f"已登记{place.WORD}{place}。")
        return redirect(place)
    return render(request, "members/place_new.html", {"form": form, "table": table})


@require_http_methods(METHODS)
def place_edit(request, kind, pk):
    place = _place(request, kind, pk)
    require(rules.place_write(request.user))
    form = FORMS[type(place)](sent(request), instance=place)
    context, status = {"form": form, "place": place}, 200
    if form.is_valid():
        try:
            services.place_edit(place, form, by=request.user)
        except Conflict as conflict:
            context, status = context | form.conflict(conflict.theirs), 409
        except StateError as refusal:
            status = _refused(form, refusal)
        else:
            messages.success(request, f"已保存{place}。")
            return redirect(place)
    return render(request, "members/place_edit.html", context, status=status)


@require_http_methods(METHODS)
def place_close(request, kind, pk):
    place = _place(request, kind, pk)
    require(rules.place_close(request.user, place))
    form, status = PlaceCloseForm(sent(request)), 200
    if form.is_valid():
        try:
            services.place_close(place, by=request.user, **form.cleaned_data)
        except StateError as refusal:
            status = _refused(form, refusal)
        else:
            messages.success(request, f"已撤销{place}，历史都还在。")
            return redirect(place)
    context = {"form": form, "place": place}
    return render(request, "members/place_close.html", context, status=status)


@require_POST
def place_open(request, kind, pk):
    place = _place(request, kind, pk)
    require(rules.place_open(request.user, place))
    services.place_open(place, by=request.user)
    messages.success(request, f"已恢复{place}，请再登记{place.HEAD}。")
    return redirect(place)


@require_http_methods(METHODS)
def leader_change(request, kind, pk):
    place = _place(request, kind, pk)
    ruling, status = rules.leader_change(request.user, place), 200
    form = LeaderForm(sent(request), place=place)
    if in_time(request, ruling) and form.is_valid():
        try:
            services.leader_change(place, by=request.user, **form.cleaned_data)
        except StateError as refusal:
            status = _refused(form, refusal)
        else:
            messages.success(request, f"已登记{place}的{place.HEAD}变动。")
            return redirect(place)
    context = {"form": form, "place": place, "ruling": ruling}
    status = status if ruling else 409
    return render(request, "members/leader_change.html", context, status=status)


@require_POST
def member_move(request, kind, pk):
    place = _place(request, kind, pk)
    require(rules.member_move(request.user, place))
    form = MoveForm(request.POST, place=place)
    if not form.is_valid():
        return _page(request, place, form, 400)
    told = {name: form.cleaned_data[name] for name in ("moved_on", "document")}
    people, target = form.cleaned_data["people"], form.cleaned_data["place"]
    try:
        count = placements.member_move(people, target, by=request.user, **told)
    except StateError as refusal:
        return _page(request, place, form, _refused(form, refusal))
    messages.success(request, f"已把 {count} 人移到{target}。")
    return redirect(place)
