"""The slips: whose address stands on them."""

import pytest

from tests import make_members as make

WARNING = "只有这一台电脑打得开"


@pytest.mark.parametrize(
    ("host", "warns"),
    [("127.0.0.1:8000", True), ("localhost", True), ("union.school.example", False)],
)
def test_an_address_that_only_this_computer_opens_is_told(
    as_chair, settings, host, warns
):
    settings.ALLOWED_HOSTS = ["*"]
    make.member()

    page = as_chair.post("/members/accounts/make/", headers={"host": host})

    assert (WARNING in page.content.decode()) == warns
