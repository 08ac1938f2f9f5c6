"""提案办理情况报告 of a session and of a whole congress: page, Excel, Word."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from congress import reporting, reportpaper, rules
from congress.finding import congress_of, session_of
from congress.models import Proposal
from members.models import Office
from members.rules import require
from members.services.exports import exported
from unionoffice import xlsx

LISTED = ("编号", "案由", "提案人", "审查结果", "主办", "办理结果", "满意度")


def _session(request, pk):
    require(rules.report_read(request.user))
    return session_of(pk)


def _register(request, rows):
    """The proposals of the report that this person may see, a line each."""
    rows = rows.visible_to(request.user).received()
    rows = rows.with_facts().with_seconders().with_joined()
    return reporting.register(rows.in_order_of_number())


def _narrowed(sheet, heads):
    """Only these columns of a sheet, for a page of paper."""
    places = [n for n, c in enumerate(sheet.columns) if c.heading in heads]
    columns = tuple(sheet.columns[place] for place in places)
    rows = [tuple(row[place] for place in places) for row in sheet.rows]
    return xlsx.Sheet(sheet.title, columns, rows)


def _page(request, report, row, urls):
    return render(
        request, "congress/report.html", {"report": report, "row": row, **urls}
    )


def _workbook(request, report, register, row):
    sheets = [*report.sheets, register]
    _log(request, report, register, row)
    return xlsx.response(sheets, f"提案办理情况报告_{xlsx.stamp()}.xlsx")


def _log(request, report, register, row):
    heads = [column.heading for column in register.columns]
    told = {"query": "", "columns": heads, "count": len(register.rows), "row": row}
    exported(by=request.user, action="report.exported", **told)


def _paper(request, report, register, row):
    _log(request, report, register, row)
    office = Office.load()
    content = reportpaper.written(
        report, _narrowed(register, LISTED), office.union_name, timezone.localdate()
    )
    answer = HttpResponse(content, content_type=reportpaper.MIME)
    answer.headers["Content-Disposition"] = content_disposition_header(
        as_attachment=True, filename=f"{report.title}.docx"
    )
    return answer


@require_safe
def session_report(request, pk):
    session = _session(request, pk)
    urls = {
        "export": "congress:session_report_export",
        "word": "congress:session_report_word",
    }
    return _page(request, reporting.session_report(session), session, urls)


@require_safe
def session_report_export(request, pk):
    session = _session(request, pk)
    register = _register(request, Proposal.objects.of_session(session))
    return _workbook(request, reporting.session_report(session), register, session)


@require_safe
def session_report_word(request, pk):
    session = _session(request, pk)
    register = _register(request, Proposal.objects.of_session(session))
    return _paper(request, reporting.session_report(session), register, session)


@require_safe
def congress_report(request, pk):
    require(rules.report_read(request.user))
    congress = congress_of(pk)
    urls = {
        "export": "congress:congress_report_export",
        "word": "congress:congress_report_word",
    }
    return _page(request, reporting.congress_report(congress), congress, urls)


@require_safe
def congress_report_export(request, pk):
    require(rules.report_read(request.user))
    congress = congress_of(pk)
    register = _register(request, Proposal.objects.of_congress(congress))
    return _workbook(request, reporting.congress_report(congress), register, congress)


@require_safe
def congress_report_word(request, pk):
    require(rules.report_read(request.user))
    congress = congress_of(pk)
    register = _register(request, Proposal.objects.of_congress(congress))
    return _paper(request, reporting.congress_report(congress), register, congress)
