"""A person's own notices, put away one by one or all."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from members.models import Notice
from members.services import notices as services


@require_POST
def notice_read(request, pk):
    """Put away, and on to the page it is about."""
    notice = get_object_or_404(Notice, pk=pk, user=request.user)
    services.notice_read(notice)
    return redirect(notice.url if request.POST.get("open") else "home")


@require_POST
def notices_read(request):
    services.notices_read(request.user)
    messages.success(request, "提醒都收起来了。")
    return redirect("home")
