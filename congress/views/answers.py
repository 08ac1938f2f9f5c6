"""Pages of the departments and leaders: answer, sign along, read, follow up."""

from django.contrib import messages
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from congress import rules, services
from congress.finding import proposal_for
from congress.formpage import FORM, form_page
from congress.forms import (
    CosignForm,
    FollowForm,
    InstructForm,
    ReplyForm,
    SendBackForm,
)
from members.rules import in_time, require
from unionoffice.forms import sent


def _drafted(one_round):
    """What the department wrote before the leader sent it back."""
    names = ("text", "result", "promised_on")
    return {name: getattr(one_round, name) for name in names}


@require_http_methods(FORM)
def proposal_reply(request, pk):
    proposal = proposal_for(request.user, pk)
    ruling = rules.proposal_reply(request.user, proposal)
    now = proposal.round
    draft = _drafted(now) if ruling else {}
    form = ReplyForm(sent(request), request.FILES or None, initial=draft)
    if in_time(request, ruling) and form.is_valid():
        services.proposal_reply(proposal, by=request.user, **form.cleaned_data)
        said = "等待提案人评价" if now.leader_id is None else f"送{now.leader}审阅"
        messages.success(request, f"已答复，{said}。")
        return redirect(proposal)
    return form_page(request, "proposal_reply", proposal, form, ruling)


@require_http_methods(FORM)
def proposal_cosign(request, pk):
    proposal = proposal_for(request.user, pk)
    ruling = rules.proposal_cosign(request.user, proposal)
    form = CosignForm(sent(request))
    if in_time(request, ruling) and form.is_valid():
        services.proposal_cosign(proposal, by=request.user, **form.cleaned_data)
        messages.success(request, f"已会签，由{proposal.round.department}汇总答复。")
        return redirect(proposal)
    return form_page(request, "proposal_cosign", proposal, form, ruling)


@require_POST
def proposal_approve(request, pk):
    proposal = proposal_for(request.user, pk)
    require(rules.proposal_approve(request.user, proposal))
    services.proposal_approve(proposal, by=request.user)
    messages.success(request, "已审阅同意，答复已送提案人评价。")
    return redirect(proposal)


@require_http_methods(FORM)
def proposal_send_back(request, pk):
    proposal = proposal_for(request.user, pk)
    ruling = rules.proposal_send_back(request.user, proposal)
    form = SendBackForm(sent(request))
    if in_time(request, ruling) and form.is_valid():
        services.proposal_send_back(proposal, by=request.user, **form.cleaned_data)
        messages.success(request, f"已退回{proposal.round.department}修改。")
        return redirect(proposal)
    return form_page(request, "proposal_send_back", proposal, form, ruling)


@require_http_methods(FORM)
def proposal_instruct(request, pk):
    proposal = proposal_for(request.user, pk)
    ruling = rules.proposal_instruct(request.user, proposal)
    form = InstructForm(sent(request))
    if in_time(request, ruling) and form.is_valid():
        services.proposal_instruct(proposal, by=request.user, **form.cleaned_data)
        messages.success(request, "批示已记下，承办部门和提案人都看得到。")
        return redirect(proposal)
    return form_page(request, "proposal_instruct", proposal, form, ruling)


@require_http_methods(FORM)
def proposal_follow(request, pk):
    proposal = proposal_for(request.user, pk)
    ruling = rules.proposal_follow(request.user, proposal)
    now = proposal.round
    initial = {name: getattr(now, name, None) for name in ("result", "promised_on")}
    form = FollowForm(sent(request), initial=initial)
    if in_time(request, ruling) and form.is_valid():
        services.proposal_follow(proposal, by=request.user, **form.cleaned_data)
        messages.success(request, "落实情况已更新，提案人看得到。")
        return redirect(proposal)
    return form_page(request, "proposal_follow", proposal, form, ruling)
