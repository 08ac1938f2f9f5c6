"""Deeds around seconding."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from congress import reporting, rules, services
from congress.finding import proposal_for, proposal_seen, shared_proposal
from congress.forms import InviteForm
from members.rules import require
from plans import hallcode
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


@require_http_methods(["GET", "HEAD", "POST"])
def proposal_share(request, pk):
    """The link and its code for a chat group; posted, it is made anew."""
    proposal = proposal_for(request.user, pk)
    require(rules.proposal_share(request.user, proposal))
    if request.method == "POST":
        services.proposal_share(proposal, by=request.user)
        messages.success(request, "链接已生成，以前的链接失效。")
        return redirect("congress:proposal_share", pk)
    context = {"proposal": proposal}
    if proposal.link_key:
        path = reverse("congress:proposal_join", args=[pk, proposal.link_key])
        address = request.build_absolute_uri(path)
        context |= {"address": address, "picture": hallcode.picture(address)}
    return render(request, "congress/proposal_share.html", context)


@require_POST
def proposal_unshare(request, pk):
    proposal = proposal_for(request.user, pk)
    require(rules.proposal_unshare(request.user, proposal))
    services.proposal_unshare(proposal, by=request.user)
    messages.success(request, "链接已收回，打开的人不能再附议。")
    return redirect(proposal)


@require_http_methods(["GET", "HEAD", "POST"])
def proposal_join(request, pk, key):
    """Where the link leads: the colleague reads, and seconds with one button."""
    proposal = shared_proposal(pk, key)
    ruling = rules.proposal_join(request.user, proposal)
    if request.method == "POST":
        require(ruling)
        services.proposal_join(proposal, by=request.user)
        messages.success(request, "已附议。提案人提交以前，可以撤回附议。")
        return redirect(proposal)
    if proposal_seen(request.user, proposal) and not ruling:
        return redirect(proposal)
    context = {"proposal": proposal, "ruling": ruling}
    return render(request, "congress/proposal_join.html", context)


@require_POST
def proposal_call(request, pk):
    proposal = proposal_for(request.user, pk)
    require(rules.proposal_call(request.user, proposal))
    services.proposal_call(proposal, by=request.user)
    messages.success(request, "已公开征求附议，同事在提案列表里看得到。")
    return redirect(proposal)


@require_POST
def proposal_uncall(request, pk):
    proposal = proposal_for(request.user, pk)
    require(rules.proposal_uncall(request.user, proposal))
    services.proposal_uncall(proposal, by=request.user)
    messages.success(request, "不再公开征求附议，已经附议的不变。")
    return redirect(proposal)
