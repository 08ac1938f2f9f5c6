"""The committee's table of what waits, views, decisions in a block, merging."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from congress import reporting, rules, services
from congress.finding import proposal_for
from congress.formpage import FORM, form_page
from congress.forms import BlockForm, MergeForm, ReviewForm
from congress.models import Proposal
from members.rules import in_time, require
from unionoffice.forms import sent

A_PAGE = 50


@require_http_methods(FORM)
def review_table(request):
    """All that wait for a decision, with the views of the committee; some are ticked
    and decided together."""
    require(rules.review_read(request.user))
    rows = Proposal.objects.to_review()
    form = BlockForm(sent(request), rows=rows)
    page = Paginator(rows, A_PAGE).get_page(request.GET.get("page"))
    if form.is_valid():
        _decide(request, form.cleaned_data)
        return redirect("congress:review_table")
    context = {
        "form": form,
        "page": page,
        "lines": reporting.review_table(page.object_list, request.user),
        "ticked": set(request.POST.getlist("proposals")),
    }
    return render(request, "congress/review_table.html", context)


def _decide(request, data):
    rows = data.pop("proposals").with_facts().with_joined()
    decided, refused = services.proposals_decide(
        rows,
        by=request.user,
        may=lambda row: rules.proposal_decide(request.user, row),
        **data,
    )
    if decided:
        said = decided[0].get_state_display()
        messages.success(request, f"{len(decided)} 件提案审查结果：{said}。")
    for row, why in refused:
        messages.warning(request, f"{row.number_text}《{row.title}》没有改动：{why}")


@require_http_methods(FORM)
def review_write(request, pk):
    proposal = proposal_for(request.user, pk)
    ruling = rules.review_write(request.user, proposal)
    own = proposal.reviews.filter(member=request.user.member_id).first()
    initial = {"outcome": own.outcome, "note": own.note} if own else {}
    form = ReviewForm(sent(request), initial=initial)
    if in_time(request, ruling) and form.is_valid():
        services.review_write(proposal, by=request.user, **form.cleaned_data)
        messages.success(request, f"已记下你对 {proposal.number_text} 的意见。")
        return redirect("congress:review_table")
    return form_page(request, "review_write", proposal, form, ruling)


@require_http_methods(FORM)
def proposal_merge(request, pk):
    proposal = proposal_for(request.user, pk)
    ruling = rules.proposal_merge(request.user, proposal)
    form = MergeForm(sent(request), proposal=proposal)
    if in_time(request, ruling) and form.is_valid():
        services.proposal_merge(proposal, by=request.user, **form.cleaned_data)
        messages.success(request, f"已并入 {form.cleaned_data['into'].number_text}。")
        return redirect(proposal)
    return form_page(request, "proposal_merge", proposal, form, ruling)


@require_POST
def proposal_unmerge(request, pk):
    proposal = proposal_for(request.user, pk)
    require(rules.proposal_unmerge(request.user, proposal))
    services.proposal_unmerge(proposal, by=request.user)
    messages.success(request, "已取消并案，请重新审查。")
    return redirect(proposal)
