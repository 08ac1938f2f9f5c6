"""Every page that a role can reach by links: no errors, no strangers, fits a phone."""

import re
from collections import deque
from urllib.parse import urldefrag, urljoin, urlparse

import pytest
from django.db import connection

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        connection.vendor != "sqlite", reason="pages look the same on every database"
    ),
]

SKIP = re.compile(r"/static/|/export/|/files/|/logout/|^/admin/.+/(delete|history)/")
# The four with the most pages of their own: a walk takes minutes.
WALKERS = ("chair", "group_leader", "member", "sysadmin")
# A page wider than its window by a pixel is rounding.
TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
LINKS = "links => links.map(link => link.href)"
PAGES = "a[href]:not([download])"


class Walk:
    """Follows links, one page of each path, and writes down what is wrong."""

    def __init__(self, page, base):
        self.page, self.host, self.found = page, urlparse(base).netloc, []
        self.queue, self.shapes = deque([f"{base}/"]), set()
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.note(f"script: {error}"))
        page.on("requestfailed", self._failed)
        page.on("request", self._request)

    def note(self, what):
        self.found.append(f"{urlparse(self.page.url).path} {what}"[:300])

    def _console(self, message):
        if message.type in ("error", "warning"):
            self.note(f"{message.type}: {message.text}")

    def _failed(self, request):
        self.note(f"failed: {request.url} {request.failure}")

    def _request(self, request):
        place = urlparse(request.url)
        if place.scheme in ("http", "https") and place.netloc != self.host:
            self.note(f"another host: {request.url}")

    def all(self):
        """The paths, without their numbers, of the pages that were opened."""
        while self.queue:
            self._open(self.queue.popleft())
        return self.shapes

    def _open(self, address):
        shape = re.sub(r"\d+", "#", urlparse(address).path)
        if shape in self.shapes:
            return
        self.shapes.add(shape)
        answer = self.page.goto(address)
        if answer.status >= 400:
            self.note(f"{address} answers {answer.status}")
        if not self.page.title().strip():
            self.note("has no title")
        if not urlparse(address).path.startswith("/admin/"):
            self._measure()
        self._gather()

    def _measure(self):
        wide = self.page.evaluate(TOO_WIDE)
        if wide > 1:
            self.note(f"is {wide}px wider than a phone")

    def _gather(self):
        for link in self.page.eval_on_selector_all(PAGES, LINKS):
            link = urldefrag(urljoin(self.page.url, link))[0]
            place = urlparse(link)
            if place.netloc == self.host and not SKIP.search(place.path):
                self.queue.append(link)


@pytest.mark.parametrize("role", WALKERS)
def test_a_walk_through_the_office_meets_nothing_wrong(page_as, office, role):
    page = page_as(role, width=390, height=844)
    walk = Walk(page, office.address)

    pages = walk.all()

    assert walk.found == []
    assert {"/", "/me/", "/plans/"} <= pages
