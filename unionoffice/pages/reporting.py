"""Gathers what each app has to tell for the pages over all apps."""

from congress import reporting as congress
from members import reporting as members
from plans import reporting as plans
from welfare import reporting as welfare

APPS = (plans, members, congress, welfare)


def todo(user, today):
    """Everything that waits for this person, what is due first first."""
    found = [item for app in APPS for item in app.todo(user, today)]
    return sorted(found, key=lambda item: (item.due is None, item.due or today))


def todo_count(user, today):
    return sum(item.count for item in todo(user, today))


def figures(year, user):
    """(name of the app, its figures) for each app that has any for this person."""
    named = (
        ("计划与活动", plans),
        ("会员", members),
        ("教代会", congress),
        ("送温暖", welfare),
    )
    gathered = ((name, app.figures(year, user)) for name, app in named)
    return [(name, found) for name, found in gathered if found]


def timeline(member, user):
    """What every app knows of a member, newest first."""
    moments = [moment for app in APPS for moment in app.timeline(member, user)]
    return sorted(moments, key=lambda moment: moment.on, reverse=True)


def search(words, user):
    """(label, address) pairs out of every app."""
    return [hit for app in APPS for hit in app.search(words, user)]
