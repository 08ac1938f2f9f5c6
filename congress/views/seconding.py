"""Deeds around seconding."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from congress import reporting, rules, services
from congress.finding import proposal_for
from congress.forms import InviteForm
from members.rules import require
from unionoffice.forms import sent

NO_ACCOUNT = "{}还没有账号，登录不了，没法附议。请工会主席给他们建立账号，或另请几位。"


@require_http_methods(["GET", "HEAD", "POST"])
def proposal_invite(request, pk):
    proposal = proposal_for(request.user, pk)
    require(rules.proposal_invite(request.user, proposal))
    form = InviteForm(sent(request), proposal=proposal)
    if form.is_valid():
        members = form.cleaned_data["members"]
        services.proposal_invite(proposal, by=request.user, members=members)
        names = "、".join(member.name for member in members)
        messages.success(request, f"已请{names}附议，等待他们确认。")
        if lacking := reporting.who_cannot_sign_in(members):
            messages.warning(request, NO_ACCOUNT.format("、".join(lacking)))
        return redirect(proposal)
    context = {"form": form, "proposal": proposal}
    return render(request, "congress/proposal_invite.html", context)


@require_POST
def proposal_uninvite(request, pk, seconding):
    proposal = proposal_for(request.user, pk)
    require(rules.proposal_uninvite(request.user, proposal))
    found = get_object_or_404(proposal.secondings, pk=seconding)
    services.proposal_uninvite(found, by=request.user)
    messages.success(request, f"已取消对{found.member}的邀请。")
    return redirect(proposal)


@require_POST
def proposal_second(request, pk):
    proposal = proposal_for(request.user, pk)
    require(rules.proposal_second(request.user, proposal))
    services.proposal_second(proposal, by=request.user)
    messages.success(request, "已附议。提案人提交以前，可以撤回附议。")
    return redirect(proposal)


@require_POST
def proposal_decline(request, pk):
    proposal = proposal_for(request.user, pk)
    require(rules.proposal_decline(request.user, proposal))
    services.proposal_decline(proposal, by=request.user)
    messages.success(request, "已谢绝附议。")
    return redirect(proposal)


@require_POST
def proposal_unsecond(request, pk):
    proposal = proposal_for(request.user, pk)
    require(rules.proposal_unsecond(request.user, proposal))
    services.proposal_unsecond(proposal, by=request.user)
    messages.success(request, "已撤回附议。")
    return redirect(proposal)
