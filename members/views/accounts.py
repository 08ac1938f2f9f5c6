"""Accounts: list, make for the roster, slips, reset, roles; the office's own data."""

from django.contrib import messages
from django.http.request import split_domain_port
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from members import audit, listcolumns, rules
from members.filters import AccountFilter
from members.forms import (
    AccountLinkForm,
    AccountMakeForm,
    OfficeForm,
    RolesForm,
)
from members.models import Member, Office, User
from members.rules import require
from members.services import accounts as services
from members.services.exports import exported
from unionoffice import xlsx
from unionoffice.lists import Table

TAKEN = "有人的工号已经是别的账号的用户名，没有建立账号：{}。请核对工号。"
LOOPBACK = ("127.0.0.1", "localhost", "[::1]")


def _accounts(request):
    found = AccountFilter(request.GET, User.objects.with_people())
    path = reverse("members:account_list")
    return Table(request, "accounts", listcolumns.account_columns(), found, path=path)


def _account_page(request, form):
    table = _accounts(request)
    lacking = Member.objects.without_account(timezone.localdate()).count()
    unused = User.objects.never_used().count()
    context = {"table": table, "page": table.page, "form": form}
    return context | {"lacking": lacking, "unused": unused}


@require_safe
def account_list(request):
    require(rules.account_list(request.user))
    context = _account_page(request, AccountMakeForm())
    return render(request, "members/account_list.html", context)


@require_safe
def account_export(request):
    require(rules.account_list(request.user))
    table = _accounts(request)
    exported(by=request.user, action="account.exported", **table.told)
    return xlsx.response([table.sheet("账号")], f"账号_{xlsx.stamp()}.xlsx")


@require_POST
def account_make(request):
    require(rules.account_make(request.user))
    form = AccountMakeForm(request.POST)
    if not form.is_valid():
        context = _account_page(request, form)
        return render(request, "members/account_list.html", context, status=400)
    chosen, day = form.cleaned_data, timezone.localdate()
    made = services.account_make(
        by=request.user,
        day=day,
        group=chosen["group"],
        outsiders=chosen["outsiders"],
        people=chosen["names"],
        again=chosen["again"],
        key=chosen["form_key"],
    )
    if made.taken:
        messages.warning(request, TAKEN.format(_numbers(made.taken)))
    if made.slips:
        return _slips(request, made.slips)
    messages.info(request, "没有要建立的账号。")
    return redirect("members:account_list")


def _numbers(people):
    return "、".join(f"{m.name}（{m.staff_no}）" for m in people)


def _slips(request, slips):
    """The printed slips: shown once, kept by no cache."""
    context = {"slips": slips, "office": Office.load()}
    context["address"] = request.build_absolute_uri("/")
    host, _ = split_domain_port(request.get_host())
    context["only_here"] = host in LOOPBACK
    return render(request, "members/account_slips.html", context)


@require_safe
def account_detail(request, pk):
    require(rules.account_list(request.user))
    account = get_object_or_404(User.objects.with_people(), pk=pk)
    return render(request, "members/account_detail.html", _account(request, account))


def _account(request, account, form=None):
    user = request.user
    return {
        "account": account,
        "form": form or _roles_form(user, account),
        "reset": rules.account_reset(user, account),
        "close": rules.account_close(user, account),
        "open": rules.account_open(user, account),
        "roles": rules.account_roles(user, account),
        "link": rules.account_link(user, account),
        "link_form": AccountLinkForm(),
    }


def _roles_form(user, account, data=None):
    return RolesForm(data, account=account, offered=rules.roles_to_give(user))


@require_POST
def account_link(request, pk):
    require(rules.account_list(request.user))
    account = get_object_or_404(User.objects.with_people(), pk=pk)
    require(rules.account_link(request.user, account))
    form = AccountLinkForm(request.POST)
    if not form.is_valid():
        context = _account(request, account) | {"link_form": form}
        return render(request, "members/account_detail.html", context, status=400)
    member = form.cleaned_data["member"]
    services.account_link(account, by=request.user, member=member)
    messages.success(request, f"这个账号现在是{member}的。")
    return redirect("members:account_detail", pk=pk)


@require_POST
def account_reset(request, pk):
    require(rules.account_list(request.user))
    account = get_object_or_404(User.objects.with_people(), pk=pk)
    require(rules.account_reset(request.user, account))
    return _slips(request, [services.account_reset(account, by=request.user)])


@require_POST
def account_close(request, pk):
    require(rules.account_list(request.user))
    account = get_object_or_404(User.objects.with_people(), pk=pk)
    require(rules.account_close(request.user, account))
    services.account_close(account, by=request.user)
    messages.success(request, f"{account} 的账号已停用，已在各处退出登录。")
    return redirect("members:account_detail", pk=pk)


@require_POST
def account_open(request, pk):
    require(rules.account_list(request.user))
    account = get_object_or_404(User.objects.with_people(), pk=pk)
    require(rules.account_open(request.user, account))
    services.account_open(account, by=request.user)
    messages.success(request, f"{account} 的账号已启用。")
    return redirect("members:account_detail", pk=pk)


@require_POST
def account_roles(request, pk):
    require(rules.account_list(request.user))
    account = get_object_or_404(User.objects.with_people(), pk=pk)
    require(rules.account_roles(request.user, account))
    form = _roles_form(request.user, account, request.POST)
    if not form.is_valid():
        context = _account(request, account, form)
        return render(request, "members/account_detail.html", context, status=400)
    require(rules.account_roles(request.user, account, form.wanted))
    services.account_roles(account, by=request.user, wanted=form.wanted)
    messages.success(request, f"{account} 的身份已更新。")
    return redirect("members:account_detail", pk=pk)


@require_http_methods(["GET", "HEAD", "POST"])
def office_edit(request):
    require(rules.office_edit(request.user))
    form = OfficeForm(request.POST or None, instance=Office.load())
    if request.method == "POST" and form.is_valid():
        audit.save_form(form, by=request.user, verb="office.edited")
        messages.success(request, "本单位资料已保存。")
        return redirect("members:office_edit")
    return render(request, "members/office_edit.html", {"form": form})
