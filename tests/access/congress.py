"""Who may open the pages of the congress."""

from members import roles
from members.models import User
from tests import make_congress as make
from tests import make_members as people
from tests.access import EVERYBODY, Row

OFFICE = {"chair", "committee"}
NOBODY = frozenset()


def account(role):
    """The account of the cast that plays only this part."""
    wanted = {role, roles.MEMBER}
    users = User.objects.filter(groups__name=role)
    return next(user for user in users if user.role_codes == wanted)


def session(state):
    return lambda: {"pk": make.session(state).pk}


def proposal(state):
    """Somebody else's."""
    return lambda: {"pk": make.proposal(state).pk}


def own(state):
    """The plain member's."""
    return lambda: {"pk": make.proposal(state, author=account(roles.MEMBER).member).pk}


def invited():
    row = make.proposal("seconding")
    make.seconding(row, account(roles.MEMBER).member)
    return {"pk": row.pk}


def seconded():
    row = make.proposal("seconding")
    make.seconding(row, account(roles.MEMBER).member, "confirmed")
    return {"pk": row.pk}


def asked_back():
    row = make.proposal("draft", author=account(roles.MEMBER).member)
    return {"pk": row.pk, "seconding": make.seconding(row, people.member()).pk}


def assigned():
    """To the department of the handler."""
    place = people.department()
    person = account(roles.HANDLER).member
    person.department = place
    person.save()
    return {"pk": make.proposal("assigned", department=place).pk}


def unsatisfied_twice():
    row = make.proposal("unsatisfied")
    make.one_round(row, replied=True, rating="unsatisfied")
    return {"pk": row.pk}


def paper(state):
    def made():
        author = account(roles.MEMBER)
        row = make.proposal(state, author=author.member)
        return {"pk": row.pk, "paper": make.paper(row, author).pk}

    return made


ROWS = {
    "congress:session_list": Row(get=EVERYBODY),
    "congress:session_export": Row(get=EVERYBODY),
    "congress:session_detail": Row(get=EVERYBODY, kwargs=session("open")),
    "congress:session_new": Row(get={"chair"}, post={"chair"}),
    "congress:session_edit": Row(
        get={"chair"}, post={"chair"}, kwargs=session("preparing")
    ),
    "congress:session_open": Row(post={"chair"}, kwargs=session("preparing")),
    "congress:session_close": Row(post={"chair"}, kwargs=session("open")),
    "congress:proposal_list": Row(get=EVERYBODY),
    "congress:proposal_export": Row(get=EVERYBODY),
    "congress:proposal_new": Row(
        get=EVERYBODY, post=EVERYBODY, kwargs=lambda: make.session() and {}
    ),
    "congress:proposal_detail": Row(get=EVERYBODY, kwargs=proposal("submitted")),
    "congress:proposal_print": Row(
        get=OFFICE | {"leader"}, kwargs=proposal("submitted")
    ),
    "congress:proposal_edit": Row(
        get={"member"}, post={"member"}, kwargs=own("draft"), otherwise=404
    ),
    "congress:proposal_submit": Row(
        post={"member"}, kwargs=own("seconding"), otherwise=404
    ),
    "congress:proposal_withdraw": Row(
        get={"member"}, post={"member"}, kwargs=own("submitted")
    ),
    "congress:proposal_invite": Row(
        get={"member"}, post={"member"}, kwargs=own("draft"), otherwise=404
    ),
    "congress:proposal_uninvite": Row(
        post={"member"}, kwargs=asked_back, otherwise=404
    ),
    "congress:proposal_second": Row(post={"member"}, kwargs=invited, otherwise=404),
    "congress:proposal_decline": Row(post={"member"}, kwargs=invited, otherwise=404),
    "congress:proposal_unsecond": Row(post={"member"}, kwargs=seconded, otherwise=404),
    "congress:proposal_decide": Row(
        get=OFFICE, post=OFFICE, kwargs=proposal("submitted")
    ),
    "congress:proposal_assign": Row(
        get=OFFICE, post=OFFICE, kwargs=proposal("accepted")
    ),
    "congress:proposal_transfer": Row(
        get=OFFICE, post=OFFICE, kwargs=proposal("assigned")
    ),
    "congress:proposal_reply": Row(get={"handler"}, post={"handler"}, kwargs=assigned),
    "congress:proposal_rate": Row(
        get={"member"}, post={"member"}, kwargs=own("replied")
    ),
    "congress:proposal_reassign": Row(
        get=OFFICE, post=OFFICE, kwargs=proposal("unsatisfied")
    ),
    "congress:proposal_conclude": Row(
        get=OFFICE, post=OFFICE, kwargs=unsatisfied_twice
    ),
    "congress:proposal_file": Row(
        get=OFFICE | {"leader", "member"}, kwargs=paper("submitted")
    ),
    "congress:proposal_file_remove": Row(
        post={"member"}, kwargs=paper("draft"), otherwise=404
    ),
}
