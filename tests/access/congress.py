"""Who may open the pages of the congress."""

from django.utils import timezone

from members import roles
from members.models import User
from plans import hallcode
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


def praised():
    return {"pk": make.proposal("rated", is_excellent=True).pk}


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


def opened(state="seconding"):
    """An open call: the plain member is not its author."""
    return lambda: {"pk": make.proposal(state, seeks_seconders=True).pk}


def own_call():
    author = account(roles.MEMBER).member
    return {"pk": make.proposal("seconding", author=author, seeks_seconders=True).pk}


def own_old_draft():
    """Of a session that has closed, while another calls."""
    congress = make.congress(5)
    old = make.session("closed", congress=congress)
    make.session(congress=congress)
    author = account(roles.MEMBER).member
    return {"pk": make.proposal("draft", author=author, session=old).pk}


def shared():
    row = make.proposal("seconding", link_key="a-key-of-22-letters-xx")
    return {"pk": row.pk, "key": row.link_key}


def drafted():
    """An answer that waits for the leader of the cast."""
    row = make.proposal("checking")
    row.rounds.update(leader=account(roles.LEADER).member)
    return {"pk": row.pk}


def helped():
    """The department of the handler helps."""
    place = people.department("协办处")
    person = account(roles.HANDLER).member
    person.department = place
    person.save()
    row = make.proposal("assigned")
    make.cohandling(row.rounds.get(), place)
    return {"pk": row.pk}


def answered_by_handler():
    place = people.department()
    person = account(roles.HANDLER).member
    person.department = place
    person.save()
    return {"pk": make.proposal("rated", department=place).pk}


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


def congress():
    made = make.congress()
    make.constituency(congress=made)
    return {"pk": made.pk}


def unit():
    return {"pk": make.constituency().pk}


def delegation():
    return {"pk": make.delegation().pk}


def delegate():
    return {"pk": make.delegate().pk}


def ended():
    return {"pk": make.delegate(ended_on=make.days(-1), end_reason="moved").pk}


def sitting(state):
    return lambda: {"pk": make.sitting(state).pk}


def called(state, **values):
    """The plain member is on the roll of the sitting."""

    def made():
        sitting = make.sitting(state)
        make.entry(account(roles.MEMBER).member, sitting=sitting, **values)
        return {"pk": sitting.pk}

    return made


def on_leave():
    sitting = make.sitting("open")
    entry = make.entry(sitting=sitting, has_leave=True)
    return {"pk": sitting.pk, "entry": entry.pk}


def scanned():
    kwargs = called("open")()
    code = hallcode.token(f"sitting-{kwargs['pk']}", hallcode.window(timezone.now()))
    return kwargs | {"token": code}


def one(made):
    return lambda: {"pk": made().pk}


def agenda_paper():
    return {"pk": make.agenda_paper(account("chair")).pk}


def of_a_delegate():
    """A session of a congress for which the plain member was elected."""
    row = make.session()
    make.delegate(account(roles.MEMBER).member, congress=row.congress)
    return {"pk": row.pk}


ROWS = {
    "congress:session_agenda": Row(get=EVERYBODY, kwargs=session("open")),
    "congress:session_questions": Row(get=EVERYBODY, kwargs=session("open")),
    "congress:session_resolutions": Row(get=EVERYBODY, kwargs=session("open")),
    "congress:session_record_export": Row(get=EVERYBODY, kwargs=session("open")),
    "congress:session_tasks": Row(get=OFFICE, post=OFFICE, kwargs=session("open")),
    "congress:session_opinions": Row(
        get=EVERYBODY, post=OFFICE, kwargs=session("open")
    ),
    "congress:opinions_merge": Row(post=OFFICE, kwargs=session("open")),
    "congress:opinion_release": Row(post=OFFICE, kwargs=one(make.opinion)),
    "congress:task_tick": Row(post=OFFICE, kwargs=one(make.task)),
    "congress:task_remove": Row(post=OFFICE, kwargs=one(make.task)),
    "congress:agendaitem_new": Row(get=OFFICE, post=OFFICE, kwargs=session("open")),
    "congress:agendaitem_edit": Row(
        get=OFFICE, post=OFFICE, kwargs=one(make.agenda_item)
    ),
    "congress:agendaitem_remove": Row(post=OFFICE, kwargs=one(make.agenda_item)),
    "congress:question_new": Row(
        get=OFFICE | {"member"}, post=OFFICE | {"member"}, kwargs=of_a_delegate
    ),
    "congress:question_edit": Row(get=OFFICE, post=OFFICE, kwargs=one(make.question)),
    "congress:question_remove": Row(post=OFFICE, kwargs=one(make.question)),
    "congress:resolution_new": Row(get=OFFICE, post=OFFICE, kwargs=session("open")),
    "congress:resolution_edit": Row(
        get=OFFICE, post=OFFICE, kwargs=one(make.resolution)
    ),
    "congress:resolution_remove": Row(post=OFFICE, kwargs=one(make.resolution)),
    "congress:agendaitem_papers": Row(
        get=OFFICE, post=OFFICE, kwargs=one(make.agenda_item)
    ),
    "congress:agenda_paper": Row(get=EVERYBODY, kwargs=agenda_paper),
    "congress:agenda_paper_remove": Row(post=OFFICE, kwargs=agenda_paper),
    "congress:resolution_print": Row(get=EVERYBODY, kwargs=one(make.resolution)),
    "congress:sitting_minutes": Row(get=OFFICE | {"leader"}, kwargs=sitting("open")),
    "congress:minutes_edit": Row(get=OFFICE, post=OFFICE, kwargs=sitting("open")),
    "congress:sitting_new": Row(get=OFFICE, post=OFFICE, kwargs=session("open")),
    "congress:sitting_detail": Row(get=EVERYBODY, kwargs=sitting("open")),
    "congress:sitting_edit": Row(get=OFFICE, post=OFFICE, kwargs=sitting("preparing")),
    "congress:sitting_open": Row(post=OFFICE, kwargs=called("closed")),
    "congress:sitting_close": Row(post=OFFICE, kwargs=sitting("open")),
    "congress:sitting_desk": Row(get=OFFICE, post=OFFICE, kwargs=sitting("open")),
    "congress:sitting_screen": Row(get=OFFICE, kwargs=sitting("open")),
    "congress:sitting_code": Row(get=OFFICE, kwargs=sitting("open")),
    "congress:sitting_scan": Row(get={"member"}, post={"member"}, kwargs=scanned),
    "congress:sitting_print": Row(get=OFFICE, kwargs=sitting("open")),
    "congress:sitting_export": Row(get=OFFICE, kwargs=sitting("open")),
    "congress:leave_ask": Row(get={"member"}, post={"member"}, kwargs=called("open")),
    "congress:leave_enter": Row(get=OFFICE, post=OFFICE, kwargs=sitting("open")),
    "congress:leave_drop": Row(post=OFFICE, kwargs=on_leave),
    "congress:leave_withdraw": Row(
        post={"member"}, kwargs=called("open", has_leave=True)
    ),
    "congress:congress_list": Row(get=EVERYBODY),
    "congress:congress_export": Row(get=EVERYBODY),
    "congress:congress_new": Row(get={"chair"}, post={"chair"}),
    "congress:congress_detail": Row(get=EVERYBODY, kwargs=congress),
    "congress:congress_edit": Row(get={"chair"}, post={"chair"}, kwargs=congress),
    "congress:constituency_new": Row(get=OFFICE, post=OFFICE, kwargs=congress),
    "congress:constituency_edit": Row(get=OFFICE, post=OFFICE, kwargs=unit),
    "congress:constituency_remove": Row(post=OFFICE, kwargs=unit),
    "congress:delegation_edit": Row(get=OFFICE, post=OFFICE, kwargs=delegation),
    "congress:delegate_list": Row(get=EVERYBODY, kwargs=congress),
    "congress:delegate_export": Row(get=EVERYBODY, kwargs=congress),
    "congress:delegate_print": Row(get=EVERYBODY, kwargs=congress),
    "congress:delegate_add": Row(get=OFFICE, post=OFFICE, kwargs=congress),
    "congress:delegate_edit": Row(get=OFFICE, post=OFFICE, kwargs=delegate),
    "congress:delegate_end": Row(get=OFFICE, post=OFFICE, kwargs=delegate),
    "congress:delegate_replace": Row(get=OFFICE, post=OFFICE, kwargs=ended),
    "congress:session_list": Row(get=EVERYBODY),
    "congress:session_export": Row(get=EVERYBODY),
    "congress:session_detail": Row(get=EVERYBODY, kwargs=session("open")),
    "congress:session_new": Row(
        get={"chair"}, post={"chair"}, kwargs=lambda: make.congress() and {}
    ),
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
    "congress:proposal_detail": Row(
        get=OFFICE | {"leader"}, kwargs=proposal("submitted"), otherwise=404
    ),
    "congress:proposal_similar": Row(
        post=EVERYBODY, kwargs=lambda: make.session() and {}
    ),
    "congress:review_table": Row(get=OFFICE, post=OFFICE),
    "congress:review_write": Row(
        get=OFFICE,
        post=OFFICE,
        kwargs=proposal("submitted"),
        otherwise=404,
        seen_by={"leader"},
    ),
    "congress:proposal_merge": Row(
        get=OFFICE,
        post=OFFICE,
        kwargs=proposal("submitted"),
        otherwise=404,
        seen_by={"leader"},
    ),
    "congress:proposal_unmerge": Row(
        post=OFFICE, kwargs=proposal("merged"), otherwise=404, seen_by={"leader"}
    ),
    "congress:proposal_share": Row(
        get={"member"}, post={"member"}, kwargs=own("draft"), otherwise=404
    ),
    "congress:proposal_unshare": Row(
        post={"member"}, kwargs=own("seconding"), otherwise=404
    ),
    "congress:proposal_join": Row(get=EVERYBODY, post=EVERYBODY, kwargs=shared),
    "congress:proposal_call": Row(post={"member"}, kwargs=own("draft"), otherwise=404),
    "congress:proposal_uncall": Row(post={"member"}, kwargs=own_call),
    "congress:proposal_move": Row(
        get={"member"}, post={"member"}, kwargs=own_old_draft, otherwise=404
    ),
    "congress:proposal_approve": Row(post={"leader"}, kwargs=drafted),
    "congress:proposal_send_back": Row(
        get=OFFICE | {"leader"}, post=OFFICE | {"leader"}, kwargs=drafted
    ),
    "congress:proposal_instruct": Row(
        get={"leader"}, post={"leader"}, kwargs=proposal("accepted")
    ),
    "congress:proposal_cosign": Row(get={"handler"}, post={"handler"}, kwargs=helped),
    "congress:proposal_follow": Row(
        get=OFFICE | {"handler"}, post=OFFICE | {"handler"}, kwargs=answered_by_handler
    ),
    "congress:session_report": Row(get=EVERYBODY, kwargs=session("open")),
    "congress:session_report_export": Row(get=EVERYBODY, kwargs=session("open")),
    "congress:session_report_word": Row(get=EVERYBODY, kwargs=session("open")),
    "congress:congress_report": Row(get=EVERYBODY, kwargs=congress),
    "congress:congress_report_export": Row(get=EVERYBODY, kwargs=congress),
    "congress:congress_report_word": Row(get=EVERYBODY, kwargs=congress),
    "congress:proposal_print_all": Row(get=OFFICE | {"leader"}),
    "congress:proposal_praise": Row(post=OFFICE, kwargs=proposal("rated")),
    "congress:proposal_unpraise": Row(post=OFFICE, kwargs=praised),
    "congress:proposal_print": Row(
        get=OFFICE | {"leader"}, kwargs=proposal("submitted"), otherwise=404
    ),
    "congress:proposal_edit": Row(
        get={"member"}, post={"member"}, kwargs=own("draft"), otherwise=404
    ),
    "congress:proposal_submit": Row(
        post={"member"}, kwargs=own("seconding"), otherwise=404
    ),
    "congress:proposal_withdraw": Row(
        get={"member"},
        post={"member"},
        kwargs=own("submitted"),
        otherwise=404,
        seen_by=OFFICE | {"leader"},
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
        get=OFFICE,
        post=OFFICE,
        kwargs=proposal("submitted"),
        otherwise=404,
        seen_by={"leader"},
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
        get=OFFICE | {"leader", "member"}, kwargs=paper("submitted"), otherwise=404
    ),
    "congress:proposal_file_remove": Row(
        post={"member"}, kwargs=paper("draft"), otherwise=404
    ),
}
