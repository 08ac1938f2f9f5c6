"""A strict reader of iCalendar (RFC 5545), independent of the library that writes."""

import datetime
import re

LINE = re.compile(
    rb"(?P<name>[A-Z0-9-]+)(?P<params>(?:;[A-Z0-9-]+=[^;:]+)*):(?P<value>.*)"
)
ONCE = ("UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "STATUS", "SEQUENCE")


def read(data):
    """(properties of the calendar, list of events), each a dict name → (params, value).

    Raises AssertionError wherever the bytes break a rule of the format.
    """
    assert data.endswith(b"\r\n"), "the last line ends with CRLF"
    assert b"\n" not in data.replace(b"\r\n", b""), "lines end with CRLF"
    raw = data.split(b"\r\n")[:-1]
    assert all(len(line) <= 75 for line in raw), "lines are folded at 75 octets"
    for line in raw:
        line.decode("utf-8")  # no sign is torn in two
    return _components([_line(line) for line in _unfolded(raw)])


def _unfolded(raw):
    lines = []
    for line in raw:
        assert line, "no line is empty"
        if line[:1] in b" \t":
            lines[-1] += line[1:]
        else:
            lines.append(line)
    return lines


def _line(line):
    found = LINE.fullmatch(line)
    assert found, line
    params = dict(part.split(b"=", 1) for part in found["params"].split(b";")[1:])
    return found["name"].decode(), params, found["value"].decode("utf-8")


def _components(lines):
    assert lines[0] == ("BEGIN", {}, "VCALENDAR")
    assert lines[-1] == ("END", {}, "VCALENDAR")
    calendar, events, into = {}, [], None
    for name, params, value in lines[1:-1]:
        if name in ("BEGIN", "END"):
            assert value == "VEVENT"
            assert (into is None) == (name == "BEGIN"), "components do not nest"
            into = {} if name == "BEGIN" else events.append(_checked(into))
            continue
        place = calendar if into is None else into
        assert name not in place, f"{name} stands once"
        place[name] = params, value
    assert calendar["VERSION"][1] == "2.0"
    assert calendar["PRODID"][1]
    return calendar, events


def _checked(event):
    assert {"UID", "DTSTAMP", "DTSTART"} <= event.keys()
    assert re.fullmatch(r"\d{8}T\d{6}Z", event["DTSTAMP"][1]), "DTSTAMP is in UTC"
    first, last = day(event["DTSTART"]), day(event["DTEND"])
    assert first < last, "DTEND is the day after the last"
    text = event["SUMMARY"][1]
    assert not re.search(r"(?<!\\)[,;]", text), "commas and semicolons are escaped"
    return event


def day(prop):
    params, value = prop
    assert params == {b"VALUE": b"DATE"}, "whole days say so"
    return datetime.datetime.strptime(value, "%Y%m%d").date()  # noqa: DTZ007


def text(prop):
    """A text value as it was before it was escaped."""
    return re.sub(r"\\(.)", lambda m: {"n": "\n"}.get(m[1], m[1]), prop[1])
