"""The demo school's sittings: last year's signed in at nine in ten, this year's to come."""

import datetime

from django.utils import timezone

from congress.models import RollEntry, Sitting
from congress.services import sittings as services

AFTERNOON = datetime.time(14, 0)


def seed_past(session, chair, rng):
    sitting = Sitting.objects.create(
        session=session, name="正式会议", held_on=session.held_on, begins_at=AFTERNOON
    )
    services.sitting_open(sitting, by=chair)
    begin = timezone.make_aware(datetime.datetime.combine(sitting.held_on, AFTERNOON))
    people = list(sitting.roll.order_by("pk"))
    away = rng.sample(people, max(2, len(people) // 10))
    services.leave_ask(sitting, away[0].member, by=chair, reason="外出培训")
    for number, entry in enumerate(one for one in people if one not in away):
        way = RollEntry.Way.CODE if number % 3 else RollEntry.Way.DESK
        services.entry_sign(entry, by=chair, way=way)
        moment = begin - datetime.timedelta(minutes=2 + number % 20)
        RollEntry.objects.filter(pk=entry.pk).update(signed_at=moment)
    services.sitting_close(sitting, by=chair)


def seed_coming(session, chair):
    day = session.held_on
    before = day - datetime.timedelta(days=3)
    for name, held_on in (("预备会议", before), ("正式会议", day)):
        Sitting.objects.create(
            session=session,
            name=name,
            held_on=held_on,
            begins_at=AFTERNOON,
            place=session.place,
        )
    sitting = session.sittings.get(name="正式会议")
    seat = session.congress.delegates.on(day).full().order_by("pk").first()
    services.leave_ask(sitting, seat.member, by=chair, reason="外出培训")
