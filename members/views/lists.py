"""The office's lists: the page of all, each list, its export; the archive's check."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from members import handing, reporting, rules
from members.forms.lists import ArchiveCheckForm
from members.lists import LISTS
from members.models import ArchiveCheck, ListCustom
from members.rules import require
from members.services import lists as services


@require_safe
def list_index(request):
    require(rules.list_index(request.user))
    entries = reporting.entries(request.user, timezone.localdate())
    return render(request, "members/list_index.html", {"entries": entries})


def _opened(request, code):
    """The list as it is asked for; raises Http404 and PermissionDenied."""
    if code not in LISTS:
        raise Http404
    require(LISTS[code].rule(request.user))
    return LISTS[code].opened(request.user, request.GET, timezone.localdate())


@require_safe
def list_detail(request, code):
    opened = _opened(request, code)
    table = opened.table(request)
    context = {"list": opened.kind, "table": table, "page": table.page}
    if code == "women":
        context["checks"] = ArchiveCheck.objects.latest_first()[:3]
        context["custom"] = ListCustom.load()
    return render(request, "members/list_detail.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def list_export(request, code):
    opened = _opened(request, code)
    return handing.export(
        request,
        opened.table(request),
        opened.kind.title,
        action=opened.kind.action,
        back=reverse("members:list_detail", args=[code]),
        notes=(opened.filter.told,),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def archive_check(request):
    require(rules.archive_check(request.user))
    form = ArchiveCheckForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        check = services.archive_check(form, by=request.user)
        messages.success(request, f"已登记：{check.people} 位女职工的档案核对完成。")
        return redirect("members:list_detail", "women")
    return render(request, "members/archive_check.html", {"form": form})
