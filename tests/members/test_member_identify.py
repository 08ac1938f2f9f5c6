"""Finding a person by the whole ID number: exact, recorded, never in an address."""

import pytest

from members.models import AuditEntry
from tests import make_members as make

NUMBER = "99010119800102001X"
ADDRESS = "/members/identify/"


@pytest.mark.parametrize(
    "written", [NUMBER, "990101 19800102 001x", "９９０１０１１９８００１０２００１Ｘ"]
)
def test_the_whole_number_leads_to_the_record(as_committee, written):
    person = make.member(name="赵一", id_number=NUMBER)

    answer = as_committee.post(ADDRESS, {"number": written})

    assert answer.url == f"/members/{person.pk}/"
    entry = AuditEntry.objects.get(action="member.identified")
    assert (entry.object_label, entry.details) == ("赵一", {"found": True})


@pytest.mark.parametrize("written", ["990101", "99010119800102001", "001X", "*"])
def test_a_part_of_it_finds_nobody_and_the_attempt_is_recorded(as_committee, written):
    make.member(name="赵一", id_number=NUMBER)

    answer = as_committee.post(ADDRESS, {"number": written})

    assert answer.context["form"].errors["number"] == ["名册里没有这个号码。"]
    entry = AuditEntry.objects.get(action="member.identified")
    assert entry.details == {"found": False}
    assert written not in entry.object_label


@pytest.mark.parametrize("address", ["/members/", "/find/"])
def test_a_number_in_a_search_box_is_taken_out_of_the_address(as_committee, address):
    make.member(name="赵一", id_number=NUMBER)

    answer = as_committee.get(address, {"q": NUMBER.lower()})

    assert answer.url == ADDRESS
    assert not AuditEntry.objects.filter(action="member.identified").exists()


def test_htmx_is_told_to_go_there_too(as_committee):
    answer = as_committee.get(
        "/members/", {"q": NUMBER}, headers={"HX-Request": "true"}
    )

    assert answer.headers["HX-Redirect"] == ADDRESS
