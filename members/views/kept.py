"""After login: what was sent too late, to be sent on or let go."""

from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from members import kept


@require_http_methods(["GET", "HEAD", "POST"])
def kept_text(request):
    found = kept.kept(request)
    if request.method == "POST" or found is None:
        kept.drop(request)
        return redirect("home")
    context = {"kept": found, "words": kept.sentences(found)[:3]}
    return render(request, "members/kept_text.html", context)
