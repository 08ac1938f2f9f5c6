"""The columns of the list of who is in office."""

from unionoffice.lists import Column


def seat_columns(*, linked):
    """Of `reporting.InOffice`; names lead to the records where they are `linked`."""
    url = (lambda one: one.member.get_absolute_url()) if linked else None
    return (
        Column(
            "body",
            "机构",
            "body",
            order=lambda one: one.place,
            width=22,
            url=lambda one: one.url,
        ),
        Column("title", "职务", "title", width=16),
        Column(
            "name",
            "姓名",
            "member.name",
            order=lambda one: one.member.spelling,
            width=12,
            is_head=True,
            url=url,
        ),
        Column(
            "staff_no",
            "工号",
            "member.staff_no",
            order=lambda one: one.member.staff_no,
            width=10,
            is_shown=False,
        ),
        Column("portfolio", "分工", "portfolio", width=18),
        Column(
            "began",
            "任职日期",
            "began_on",
            "day",
            order=lambda one: one.began_on,
            label="任职",
            on_phone=False,
        ),
        Column("how", "怎样任职", "how", width=12, is_shown=False),
        Column("term", "届", "term.called", width=10, is_shown=False),
        Column(
            "ends",
            "任期届满",
            "term.ends_on",
            "day",
            order=lambda one: one.term and one.term.ends_on,
            is_shown=False,
        ),
    )
