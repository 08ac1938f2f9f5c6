"""Pages of sittings: arranged, signed in to at the desk and by phone, on the screen."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from congress import reporting, rules
from congress.finding import sitting_of
from congress.forms.sittings import (
    LeaveForForm,
    LeaveForm,
    SittingEditForm,
    SittingNewForm,
)
from congress.models import RollEntry, Session, Sitting
from congress.services import sittings as services
from members.models import Office
from members.rules import require
from members.services.exports import exported
from plans import hallcode
from unionoffice import xlsx
from unionoffice.forms import sent
from unionoffice.states import Conflict, StateError

FORM = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def sitting_detail(request, pk):
    page = reporting.sitting_page(sitting_of(pk), request.user)
    return render(request, "congress/sitting_detail.html", page)


@FORM
def sitting_new(request, pk):
    session = get_object_or_404(Session.objects.select_related("congress"), pk=pk)
    require(rules.sitting_write(request.user, session))
    form = SittingNewForm(sent(request), instance=Sitting(session=session))
    if form.is_valid():
        sitting = services.sitting_new(form, by=request.user)
        messages.success(request, "已建立会议。开会那天点「开始签到」。")
        return redirect(sitting)
    page = {"form": form, "session": session}
    return render(request, "congress/sitting_new.html", page)


@FORM
def sitting_edit(request, pk):
    sitting = sitting_of(pk)
    require(rules.sitting_edit(request.user, sitting))
    form = SittingEditForm(sent(request), instance=sitting)
    page = {"form": form, "sitting": sitting}
    if form.is_valid():
        try:
            services.sitting_edit(form, by=request.user)
        except Conflict as clash:
            page |= form.conflict(clash.theirs)
            return render(request, "congress/sitting_edit.html", page, status=409)
        messages.success(request, "会议资料已保存。")
        return redirect(sitting)
    return render(request, "congress/sitting_edit.html", page)


@require_POST
def sitting_open(request, pk):
    sitting = sitting_of(pk)
    require(rules.sitting_open(request.user, sitting))
    services.sitting_open(sitting, by=request.user)
    messages.success(request, "可以签到了：在签到台输入姓名，或者让代表扫码。")
    return redirect("congress:sitting_desk", pk)


@require_POST
def sitting_close(request, pk):
    sitting = sitting_of(pk)
    require(rules.sitting_close(request.user, sitting))
    services.sitting_close(sitting, by=request.user)
    messages.success(request, f"签到结束。{reporting.sitting_figures(sitting).words}。")
    return redirect(sitting)


@require_safe
def sitting_print(request, pk):
    """签到表: with places to sign before, with the times after."""
    sitting = sitting_of(pk)
    require(rules.roll_read(request.user))
    known = sitting.roll.with_people().in_order()
    is_new = sitting.state == Sitting.State.PREPARING
    page = {
        "sitting": sitting,
        "office": Office.load(),
        "entries": sitting.to_come() if is_new else known,
        "figures": reporting.sitting_figures(sitting),
    }
    return render(request, "congress/sitting_print.html", page)


@require_safe
def sitting_export(request, pk):
    sitting = sitting_of(pk)
    require(rules.roll_read(request.user))
    sheet = reporting.roll_sheet(sitting)
    heads = [column.heading for column in sheet.columns]
    told = {"query": "", "columns": heads, "count": len(sheet.rows), "row": sitting}
    exported(by=request.user, action="sitting.exported", **told)
    return xlsx.response([sheet], f"签到表_{xlsx.stamp()}.xlsx")


@require_safe
def sitting_screen(request, pk):
    """The page for the hall's screen; it fetches itself anew every few seconds."""
    sitting = sitting_of(pk)
    require(rules.roll_read(request.user))
    page = {"sitting": sitting, "figures": reporting.sitting_figures(sitting)}
    return render(request, "congress/sitting_screen.html", page)


def _code_of(pk):
    """What the code in the hall is made of: no activity has this key."""
    return f"sitting-{pk}"


@require_safe
def sitting_code(request, pk):
    sitting = sitting_of(pk)
    require(rules.sitting_sign(request.user, sitting))
    token = hallcode.token(_code_of(pk), hallcode.window(timezone.now()))
    path = reverse("congress:sitting_scan", args=[pk, token])
    page = {
        "sitting": sitting,
        "picture": hallcode.picture(request.build_absolute_uri(path)),
        "figures": reporting.sitting_figures(sitting),
    }
    return render(request, "congress/sitting_code.html", page)


@FORM
def sitting_scan(request, pk, token):
    """Where the code leads: the delegate looks, and confirms with one button."""
    sitting = sitting_of(pk)
    own = sitting.roll.of_member(request.user.member_id).first()
    require(rules.sitting_scan(request.user, sitting, own))
    page = {"sitting": sitting, "own": own}
    told = (token, request.POST.get("stamp", ""))
    may_enter = hallcode.admits(
        _code_of(pk), *told, request.user.member_id, timezone.now()
    )
    if request.method == "POST" and may_enter:
        is_online = request.POST.get("where") == RollEntry.Way.ONLINE
        way = RollEntry.Way.ONLINE if is_online else RollEntry.Way.CODE
        services.entry_sign(own, by=request.user, way=way)
        messages.success(request, "已签到。")
        return redirect(sitting)
    if may_enter:
        page["stamp"] = hallcode.give_pass(_code_of(pk), request.user.member_id)
    status = 200 if own.signed_at or may_enter else 410
    return render(request, "congress/sitting_scan.html", page, status=status)


@FORM
def leave_ask(request, pk):
    """One's own leave."""
    sitting = sitting_of(pk)
    member = request.user.member
    own = sitting.entry_of(member) if member else None
    require(rules.leave_ask(request.user, sitting, own))
    form = LeaveForm(sent(request))
    if form.is_valid():
        services.leave_ask(sitting, member, by=request.user, **form.cleaned_data)
        messages.success(request, "已请假。又能来了，点「取消请假」。")
        return redirect(sitting)
    return render(
        request, "congress/leave_ask.html", {"form": form, "sitting": sitting}
    )


@FORM
def leave_enter(request, pk):
    """The office writes down a leave that somebody told them."""
    sitting = sitting_of(pk)
    require(rules.roll_read(request.user))
    form = LeaveForForm(sent(request))
    if form.is_valid():
        data = form.cleaned_data
        try:
            services.leave_ask(
                sitting, data["member"], by=request.user, reason=data["reason"]
            )
        except StateError as refusal:
            form.add_error("member", str(refusal))
        else:
            messages.success(request, f"已登记{data['member']}请假。")
            return redirect(sitting)
    return render(
        request, "congress/leave_ask.html", {"form": form, "sitting": sitting}
    )


@require_POST
def leave_drop(request, pk, entry):
    """The office takes back a leave, its own or that of somebody who called."""
    sitting = sitting_of(pk)
    found = get_object_or_404(sitting.roll.with_people(), pk=entry)
    require(rules.leave_drop(request.user, found))
    services.leave_withdraw(found, by=request.user)
    messages.success(request, f"已取消{found}的请假。")
    return redirect(sitting)


@require_POST
def leave_withdraw(request, pk):
    sitting = sitting_of(pk)
    own = sitting.roll.of_member(request.user.member_id).first()
    require(rules.leave_withdraw(request.user, own))
    services.leave_withdraw(own, by=request.user)
    messages.success(request, "已取消请假。")
    return redirect(sitting)
