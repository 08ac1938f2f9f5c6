"""The calendars that phones fetch, and the page where their addresses are made."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from members.rules import require
from plans import feeds
from plans.models import FeedAddress
from plans.rules import feeds as rules
from plans.services import feeds as services


@require_safe
def feed_list(request):
    return render(request, "plans/feed_list.html", _page(request))


@require_POST
def feed_renew(request, kind):
    require(rules.feed_renew(request.user, kind))
    secret = services.feed_renew(by=request.user, kind=kind)
    address = request.build_absolute_uri(reverse("plans:feed", args=[secret]))
    made = {"made": address, "made_kind": FeedAddress.Kind(kind)}
    return render(request, "plans/feed_list.html", _page(request) | made)


@require_POST
def feed_revoke(request, kind):
    address = get_object_or_404(FeedAddress.objects.of(request.user), kind=kind)
    services.feed_revoke(address, by=request.user)
    messages.success(request, "订阅地址已停用，手机上的日历不再更新。")
    return redirect("plans:feed_list")


@require_safe
@login_not_required
def feed(request, secret):
    """Public, but found only by who knows the secret."""
    address = get_object_or_404(
        FeedAddress.objects.in_use(), digest=feeds.digest(secret)
    )
    content = feeds.calendar_of(address, link=request.build_absolute_uri)
    answer = HttpResponse(content, content_type=feeds.MIME)
    answer.headers["Content-Disposition"] = 'inline; filename="union.ics"'
    answer.headers["Cache-Control"] = "private, no-store"
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer


def _page(request):
    made = {one.kind: one for one in FeedAddress.objects.of(request.user)}
    kinds = [
        (kind, made.get(kind.value), rules.feed_renew(request.user, kind.value))
        for kind in FeedAddress.Kind
    ]
    return {"kinds": kinds}
