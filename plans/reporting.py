"""What pages and the year's end tell of this app."""


def todo(user, today):
    return []


def figures(year, user):
    return []


def year_sheets(year):
    return []


def timeline(member, user):
    return []


def search(words, user):
    return []
