"""Pages of the office, the departments and the author after submission."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from congress import rules, services
from congress.finding import proposal_for
from congress.formpage import FORM, form_page
from congress.forms import (
    AssignForm,
    ConcludeForm,
    DecideForm,
    RateForm,
    TransferForm,
)
from members.rules import in_time, require
from unionoffice.forms import sent


@require_http_methods(FORM)
def proposal_decide(request, pk):
    proposal = proposal_for(request.user, pk)
    ruling = rules.proposal_decide(request.user, proposal)
    form = DecideForm(sent(request))
    if in_time(request, ruling) and form.is_valid():
        services.proposal_decide(proposal, by=request.user, **form.cleaned_data)
        messages.success(request, f"已审查：{proposal.get_state_display()}。")
        return redirect(proposal)
    return form_page(request, "proposal_decide", proposal, form, ruling)


@require_http_methods(FORM)
def proposal_assign(request, pk):
    proposal = proposal_for(request.user, pk)
    ruling = rules.proposal_assign(request.user, proposal)
    day = proposal.session.due_on(timezone.localdate())
    form = AssignForm(sent(request), initial={"due_on": day})
    if in_time(request, ruling) and form.is_valid():
        services.proposal_assign(proposal, by=request.user, **form.cleaned_data)
        department = form.cleaned_data["department"]
        messages.success(request, f"已交{department}办理，等待答复。")
        return redirect(proposal)
    return form_page(request, "proposal_assign", proposal, form, ruling)


def _asked(proposal):
    """Who is asked now, for a form that asks somebody else; nothing before."""
    now = proposal.round
    if now is None:
        return {}
    return {
        "department": now.department_id,
        "due_on": now.due_on,
        "leader": now.leader_id,
        "helpers": [one.department_id for one in now.cohandlings.all()],
    }


@require_http_methods(FORM)
def proposal_transfer(request, pk):
    proposal = proposal_for(request.user, pk)
    ruling = rules.proposal_transfer(request.user, proposal)
    form = TransferForm(sent(request), initial=_asked(proposal))
    if in_time(request, ruling) and form.is_valid():
        services.proposal_transfer(proposal, by=request.user, **form.cleaned_data)
        messages.success(request, "已改派，经过里留有记录。")
        return redirect(proposal)
    return form_page(request, "proposal_transfer", proposal, form, ruling)


@require_http_methods(FORM)
def proposal_reassign(request, pk):
    proposal = proposal_for(request.user, pk)
    ruling = rules.proposal_reassign(request.user, proposal)
    due_on = proposal.session.due_on(timezone.localdate())
    initial = _asked(proposal) | {"due_on": due_on}
    form = AssignForm(sent(request), initial=initial)
    if in_time(request, ruling) and form.is_valid():
        services.proposal_reassign(proposal, by=request.user, **form.cleaned_data)
        messages.success(request, "已重新交办，等待答复。")
        return redirect(proposal)
    return form_page(request, "proposal_reassign", proposal, form, ruling)


@require_http_methods(FORM)
def proposal_rate(request, pk):
    proposal = proposal_for(request.user, pk)
    ruling = rules.proposal_rate(request.user, proposal)
    form = RateForm(sent(request), scale=proposal.session.scale)
    if in_time(request, ruling) and form.is_valid():
        services.proposal_rate(proposal, by=request.user, **form.cleaned_data)
        messages.success(request, "已评价，谢谢你的提案。")
        return redirect(proposal)
    return form_page(request, "proposal_rate", proposal, form, ruling)


@require_http_methods(FORM)
def proposal_conclude(request, pk):
    proposal = proposal_for(request.user, pk)
    ruling = rules.proposal_conclude(request.user, proposal)
    form = ConcludeForm(sent(request))
    if in_time(request, ruling) and form.is_valid():
        services.proposal_conclude(proposal, by=request.user, **form.cleaned_data)
        messages.success(request, "已按「不满意」办结。")
        return redirect(proposal)
    return form_page(request, "proposal_conclude", proposal, form, ruling)


@require_POST
def proposal_praise(request, pk):
    proposal = proposal_for(request.user, pk)
    require(rules.proposal_praise(request.user, proposal))
    services.proposal_praise(proposal, by=request.user)
    messages.success(request, "已评为优秀提案，列表和汇总里都看得到。")
    return redirect(proposal)


@require_POST
def proposal_unpraise(request, pk):
    proposal = proposal_for(request.user, pk)
    require(rules.proposal_unpraise(request.user, proposal))
    services.proposal_unpraise(proposal, by=request.user)
    messages.success(request, "已撤销优秀提案。")
    return redirect(proposal)
