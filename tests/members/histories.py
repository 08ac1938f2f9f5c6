"""What the tests of 会籍 share: the day, the addresses, a history as text."""

import datetime

TODAY = datetime.date(2026, 3, 20)


def address(member, deed):
    return f"/members/{member.pk}/membership/{deed}/"


def periods(member):
    rows = member.memberships.order_by("joined_on")
    columns = ("joined_on", "begun_by", "kept_on", "kept_for", "ended_on", "ended_by")
    return [
        tuple(str(value or "") for value in row) for row in rows.values_list(*columns)
    ]


def text(client, member):
    return client.get(member.get_absolute_url()).content.decode()


def make_left(person):
    person.memberships.update(ended_on=datetime.date(2020, 1, 1), ended_by="left")
