"""Pages of the author, and the page of a proposal."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from congress import reporting, rules, services
from congress.finding import proposal_for
from congress.forms import MoveForm, ProposalEditForm, ProposalForm, WithdrawForm
from members.models import Office
from members.rules import require
from unionoffice import files
from unionoffice.forms import sent
from unionoffice.states import Conflict


@require_safe
def proposal_detail(request, pk):
    proposal = proposal_for(request.user, pk)
    page = reporting.proposal_page(proposal, request.user, timezone.localdate())
    context = {"proposal": proposal, "page": page}
    return render(request, "congress/proposal_detail.html", context)


@require_safe
def proposal_print(request, pk):
    proposal = proposal_for(request.user, pk)
    require(rules.proposal_read(request.user, proposal))
    context = {"proposal": proposal, "office": Office.load()}
    return render(request, "congress/proposal_print.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def proposal_new(request):
    require(rules.proposal_new(request.user))
    form = ProposalForm(request.POST or None, request.FILES or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        proposal = services.proposal_new(form, by=request.user)
        step = "有空接着写。" if proposal.unwritten else "下一步邀请附议人。"
        messages.success(request, f"草稿已保存。{step}")
        return redirect(proposal)
    context = {"form": form, "stages": reporting.stages(form.instance)}
    return render(request, "congress/proposal_new.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def proposal_edit(request, pk):
    proposal = proposal_for(request.user, pk)
    require(rules.proposal_edit(request.user, proposal))
    form = ProposalEditForm(
        request.POST or None, request.FILES or None, instance=proposal
    )
    context = {"form": form, "proposal": proposal}
    if request.method == "POST" and form.is_valid():
        try:
            services.proposal_edit(form, by=request.user)
        except Conflict as clash:
            context |= form.conflict(clash.theirs)
            return render(request, "congress/proposal_edit.html", context, status=409)
        messages.success(request, "修改已保存。")
        return redirect(proposal)
    return render(request, "congress/proposal_edit.html", context)


@require_POST
def proposal_submit(request, pk):
    proposal = proposal_for(request.user, pk)
    require(rules.proposal_submit(request.user, proposal))
    services.proposal_submit(proposal, by=request.user)
    messages.success(
        request,
        f"已提交，编号 {proposal.number_text}。工会审查后会在这里告诉你结果。",
    )
    return redirect(proposal)


@require_http_methods(["GET", "HEAD", "POST"])
def proposal_withdraw(request, pk):
    proposal = proposal_for(request.user, pk)
    require(rules.proposal_withdraw(request.user, proposal))
    form = WithdrawForm(sent(request))
    if form.is_valid():
        note = form.cleaned_data["note"]
        services.proposal_withdraw(proposal, by=request.user, note=note)
        messages.success(request, "提案已撤回。")
        return redirect(proposal)
    context = {"form": form, "proposal": proposal}
    return render(request, "congress/proposal_withdraw.html", context)


@require_safe
def proposal_file(request, pk, paper):
    proposal = proposal_for(request.user, pk)
    require(rules.proposal_read(request.user, proposal))
    found = get_object_or_404(proposal.files.select_related("round"), pk=paper)
    if found.round and not found.round.is_readable:
        require(rules.draft_read(request.user, proposal))
    return files.send(found)


@require_POST
def proposal_file_remove(request, pk, paper):
    proposal = proposal_for(request.user, pk)
    require(rules.proposal_edit(request.user, proposal))
    found = get_object_or_404(proposal.files, pk=paper)
    services.proposal_file_remove(found, by=request.user)
    messages.success(request, f"已删除附件「{found.name}」。")
    return redirect(proposal)


@require_http_methods(["GET", "HEAD", "POST"])
def proposal_move(request, pk):
    """Take a draft along to a session that calls now."""
    proposal = proposal_for(request.user, pk)
    require(rules.proposal_move(request.user, proposal))
    sessions = rules.sessions_to_go_to(request.user, proposal)
    form = MoveForm(sent(request), sessions=sessions)
    if form.is_valid():
        services.proposal_move(proposal, by=request.user, **form.cleaned_data)
        messages.success(request, f"已转到{proposal.session.short}会议。")
        return redirect(proposal)
    context = {"form": form, "proposal": proposal}
    return render(request, "congress/proposal_move.html", context)


@require_POST
def proposal_similar(request):
    """Proposals that say much the same as what is being written, for the page."""
    require(rules.proposal_new(request.user))
    typed = " ".join(request.POST.get(name, "") for name in ("title", "reason"))
    own = request.POST.get("own", "")
    found = reporting.similar_to(typed, request.user, but=own)
    return render(request, "congress/_similar.html", {"similar": found})
