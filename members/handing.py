"""A list with personal columns goes out: asked is what for and to whom.

Sources: trust.md 1.4 (class 2: role and purpose) and 3.2, 个人信息保护法 21, 23.
"""

from dataclasses import replace

from django.shortcuts import render
from django.utils import timezone

from members.forms.handing import HandOutForm
from members.services.exports import exported
from unionoffice import xlsx
from unionoffice.templatetags import office


def asked(request, *, what, private, back):
    """({"purpose", "recipient"}, None), or (None, the page that asks for them).

    `what` is the list's name, `private` the headings of its columns of class 2, `back`
    the address of its page. The filters stand in the query of the address, as for every
    export. A list without such columns goes out unasked: ({}, None).
    """
    if not private:
        return {}, None
    form = HandOutForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return form.cleaned_data, None
    context = {"form": form, "what": what, "private": private, "back": back}
    return None, render(request, "members/hand_out.html", context)


def export(request, table, title, *, action, back, notes=()):
    """The answer of an export: the workbook of a Table, recorded as `action`, or the
    page that asks what for where it has personal columns."""
    handed, page = asked(request, what=title, private=table.private, back=back)
    if page:
        return page
    exported(by=request.user, action=action, handed=handed, **table.told)
    sheet = marked(table.sheet(title, notes=notes), request.user, handed)
    return xlsx.response([sheet], f"{title}_{xlsx.stamp()}.xlsx")


def marked(sheet, user, handed):
    """The sheet with a line that says who took it out, when, for what, for whom."""
    if not handed:
        return sheet
    line = (
        f"{office.moment(timezone.now())} 由{user}导出，用途：{handed['purpose']}，"
        f"交给：{handed['recipient']}。含个人资料，用完请删除。"
    )
    return replace(sheet, notes=(*sheet.notes, line))
