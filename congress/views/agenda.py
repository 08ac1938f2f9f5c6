"""The agenda of a session with its papers, the questions, and the resolutions."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from congress import reporting, rules
from congress.finding import session_of
from congress.formpage import FORM
from congress.forms.proceedings import (
    AgendaEditForm,
    AgendaForm,
    PapersForm,
    QuestionAskForm,
    QuestionEditForm,
    QuestionForm,
    ResolutionEditForm,
    ResolutionForm,
)
from congress.models import AgendaItem, AgendaPaper, Question, Resolution
from congress.services import proceedings as services
from members import roles
from members.models import Office
from members.rules import require
from members.services.exports import exported
from unionoffice import files, xlsx
from unionoffice.forms import sent
from unionoffice.states import Conflict


@require_safe
def session_agenda(request, pk):
    session = session_of(pk)
    context = {
        "session": session,
        "items": session.agenda.prefetch_related("papers", "resolutions"),
        "write": rules.proceedings_write(request.user),
        "papers_late": session.papers_due_on
        and session.papers_due_on < timezone.localdate(),
    }
    return render(request, "congress/session_agenda.html", context)


@require_safe
def session_questions(request, pk):
    session = session_of(pk)
    context = {
        "session": session,
        "questions": session.questions.select_related("asker"),
        "write": rules.proceedings_write(request.user),
        "ask": rules.question_new(request.user, session),
    }
    return render(request, "congress/session_questions.html", context)


@require_safe
def session_resolutions(request, pk):
    session = session_of(pk)
    context = {
        "session": session,
        "lines": reporting.resolutions(session),
        "write": rules.proceedings_write(request.user),
    }
    return render(request, "congress/session_resolutions.html", context)


@require_safe
def session_record_export(request, pk):
    """会议档案: agenda, resolutions, questions, opinions as one workbook."""
    session = session_of(pk)
    sheets = reporting.record_sheets(session)
    heads = [sheet.title for sheet in sheets]
    count = sum(len(sheet.rows) for sheet in sheets)
    told = {"query": "", "columns": heads, "count": count, "row": session}
    exported(by=request.user, action="session.record_exported", **told)
    return xlsx.response(sheets, f"会议档案_{xlsx.stamp()}.xlsx")


def _page(request, title, form, session, back, status=200, **more):
    context = {"form": form, "session": session, "title": title, "back": back, **more}
    return render(request, "congress/entry_edit.html", context, status=status)


def _new(request, title, form, session, back, make=services.entry_new):
    if form.is_valid():
        make(form, by=request.user)
        messages.success(request, "已保存。")
        return redirect(back, session.pk)
    return _page(request, title, form, session, back)


def _edit(request, title, form, session, back):
    more = {"remove": f"congress:{form.instance._meta.model_name}_remove"}
    if form.is_valid():
        try:
            services.entry_edit(form, by=request.user)
        except Conflict as clash:
            more |= form.conflict(clash.theirs)
            return _page(request, title, form, session, back, 409, **more)
        messages.success(request, "已保存。")
        return redirect(back, session.pk)
    return _page(request, title, form, session, back, **more)


def _of(request, model, pk):
    """A row and its session, for those who may write."""
    require(rules.proceedings_write(request.user))
    return get_object_or_404(model.objects.select_related("session__congress"), pk=pk)


def _remove(request, model, pk, back):
    row = _of(request, model, pk)
    services.entry_remove(row, by=request.user)
    messages.success(request, f"已删去「{row}」。")
    return redirect(back, row.session_id)


@require_http_methods(FORM)
def agendaitem_new(request, pk):
    session = session_of(pk)
    require(rules.proceedings_write(request.user))
    item = AgendaItem(session=session, order=session.agenda.count() + 1)
    form = AgendaForm(sent(request), instance=item)
    return _new(request, "加议题", form, session, "congress:session_agenda")


@require_http_methods(FORM)
def agendaitem_edit(request, pk):
    item = _of(request, AgendaItem, pk)
    form = AgendaEditForm(sent(request), instance=item)
    return _edit(request, "修改议题", form, item.session, "congress:session_agenda")


@require_POST
def agendaitem_remove(request, pk):
    return _remove(request, AgendaItem, pk, "congress:session_agenda")


@require_http_methods(FORM)
def agendaitem_papers(request, pk):
    """The papers of an item: added and taken away."""
    item = _of(request, AgendaItem, pk)
    form = PapersForm(sent(request), request.FILES or None)
    if form.is_valid():
        services.papers_add(item, by=request.user, files=form.cleaned_data["files"])
        messages.success(request, "材料已加上，代表在议程里能下载。")
        return redirect("congress:session_agenda", item.session_id)
    context = {"form": form, "item": item, "session": item.session}
    return render(request, "congress/agendaitem_papers.html", context)


@require_safe
def agenda_paper(request, pk):
    return files.send(get_object_or_404(AgendaPaper, pk=pk))


@require_POST
def agenda_paper_remove(request, pk):
    require(rules.proceedings_write(request.user))
    paper = get_object_or_404(AgendaPaper.objects.select_related("item"), pk=pk)
    services.paper_remove(paper, by=request.user)
    messages.success(request, f"已删去「{paper.name}」。")
    return redirect("congress:agendaitem_papers", paper.item_id)


@require_http_methods(FORM)
def question_new(request, pk):
    """The office writes down who asked what; a delegate asks in writing."""
    session = session_of(pk)
    require(rules.question_new(request.user, session))
    is_office = request.user.has_role(*roles.OFFICE)
    asker = None if is_office else request.user.member
    form_class = QuestionForm if is_office else QuestionAskForm
    form = form_class(sent(request), instance=Question(session=session, asker=asker))
    title = "登记询问" if is_office else "提出询问"
    back, make = "congress:session_questions", services.question_new
    return _new(request, title, form, session, back, make)


@require_http_methods(FORM)
def question_edit(request, pk):
    row = _of(request, Question, pk)
    form = QuestionEditForm(sent(request), instance=row)
    return _edit(request, "答复询问", form, row.session, "congress:session_questions")


@require_POST
def question_remove(request, pk):
    return _remove(request, Question, pk, "congress:session_questions")


@require_http_methods(FORM)
def resolution_new(request, pk):
    session = session_of(pk)
    require(rules.proceedings_write(request.user))
    row = Resolution(session=session, of=reporting.all_delegates(session))
    form = ResolutionForm(sent(request), instance=row)
    return _new(request, "登记决议", form, session, "congress:session_resolutions")


@require_http_methods(FORM)
def resolution_edit(request, pk):
    row = _of(request, Resolution, pk)
    form = ResolutionEditForm(sent(request), instance=row)
    back = "congress:session_resolutions"
    return _edit(request, "修改决议", form, row.session, back)


@require_POST
def resolution_remove(request, pk):
    return _remove(request, Resolution, pk, "congress:session_resolutions")


@require_safe
def resolution_print(request, pk):
    rows = Resolution.objects.select_related("session__congress", "item")
    row = get_object_or_404(rows, pk=pk)
    context = {
        "resolution": row,
        "words": reporting.vote_words(row),
        "office": Office.load(),
    }
    return render(request, "congress/resolution_print.html", context)
