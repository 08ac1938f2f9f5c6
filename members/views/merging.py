"""Two records of one person: choose the second one, lay them side by side, merge."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from members import merging, rules
from members.forms.merging import DoubleForm, MergeForm
from members.models import Member
from members.rules import require
from members.services import merging as services
from unionoffice.states import StateError


@require_http_methods(["GET", "HEAD", "POST"])
def double_choose(request, pk):
    member = get_object_or_404(Member.objects.visible_to(request.user), pk=pk)
    require(rules.member_merge(request.user))
    form = DoubleForm(request.POST or None, member=member)
    if request.method == "POST" and form.is_valid():
        other = form.cleaned_data["other"]
        return redirect("members:member_merge", member.pk, other.pk)
    context = {"form": form, "member": member}
    return render(request, "members/double_choose.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def member_merge(request, pk, other):
    kept, gone = _pair(request, pk, other)
    form, status = MergeForm(request.POST or None, kept=kept, gone=gone), 200
    if request.method == "POST" and form.is_valid():
        try:
            moved = services.member_merge(kept, gone, by=request.user, **form.choices)
        except StateError as refusal:
            form.add_error(None, str(refusal))
            status = 409
        else:
            _say(request, kept, gone, moved)
            return redirect(kept)
    context = {"form": form, "kept": kept, "gone": gone}
    context["moves"] = merging.to_move(gone)
    return render(request, "members/member_merge.html", context, status=status)


def _pair(request, pk, other):
    """Both records, if this person may merge them."""
    rows = Member.objects.visible_to(request.user).with_places()
    kept, gone = get_object_or_404(rows, pk=pk), get_object_or_404(rows, pk=other)
    require(rules.member_merge(request.user, kept, gone))
    return kept, gone


def _say(request, kept, gone, moved):
    messages.success(
        request, f"已把 {gone.staff_no} 并入 {kept.staff_no}，原来的工号还能找到。"
    )
    for sentence in moved.dropped:
        messages.info(request, f"{sentence}。")
