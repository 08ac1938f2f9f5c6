"""Addresses of the congress, grouped by noun."""

from django.urls import path

from congress.views import handling, lists, proposals, seconding, sessions

app_name = "congress"
urlpatterns = [
    path("proposals/", lists.proposal_list, name="proposal_list"),
    path("proposals/export/", lists.proposal_export, name="proposal_export"),
    path("proposals/new/", proposals.proposal_new, name="proposal_new"),
    path("proposals/<int:pk>/", proposals.proposal_detail, name="proposal_detail"),
    path("proposals/<int:pk>/print/", proposals.proposal_print, name="proposal_print"),
    path("proposals/<int:pk>/edit/", proposals.proposal_edit, name="proposal_edit"),
    path(
        "proposals/<int:pk>/submit/", proposals.proposal_submit, name="proposal_submit"
    ),
    path(
        "proposals/<int:pk>/withdraw/",
        proposals.proposal_withdraw,
        name="proposal_withdraw",
    ),
    path(
        "proposals/<int:pk>/invite/", seconding.proposal_invite, name="proposal_invite"
    ),
    path(
        "proposals/<int:pk>/uninvite/<int:seconding>/",
        seconding.proposal_uninvite,
        name="proposal_uninvite",
    ),
    path(
        "proposals/<int:pk>/second/", seconding.proposal_second, name="proposal_second"
    ),
    path(
        "proposals/<int:pk>/decline/",
        seconding.proposal_decline,
        name="proposal_decline",
    ),
    path(
        "proposals/<int:pk>/unsecond/",
        seconding.proposal_unsecond,
        name="proposal_unsecond",
    ),
    path(
        "proposals/<int:pk>/decide/", handling.proposal_decide, name="proposal_decide"
    ),
    path(
        "proposals/<int:pk>/assign/", handling.proposal_assign, name="proposal_assign"
    ),
    path(
        "proposals/<int:pk>/transfer/",
        handling.proposal_transfer,
        name="proposal_transfer",
    ),
    path("proposals/<int:pk>/reply/", handling.proposal_reply, name="proposal_reply"),
    path("proposals/<int:pk>/rate/", handling.proposal_rate, name="proposal_rate"),
    path(
        "proposals/<int:pk>/reassign/",
        handling.proposal_reassign,
        name="proposal_reassign",
    ),
    path(
        "proposals/<int:pk>/conclude/",
        handling.proposal_conclude,
        name="proposal_conclude",
    ),
    path(
        "proposals/<int:pk>/files/<int:paper>/",
        proposals.proposal_file,
        name="proposal_file",
    ),
    path(
        "proposals/<int:pk>/files/<int:paper>/remove/",
        proposals.proposal_file_remove,
        name="proposal_file_remove",
    ),
    path("sessions/", sessions.session_list, name="session_list"),
    path("sessions/export/", sessions.session_export, name="session_export"),
    path("sessions/new/", sessions.session_new, name="session_new"),
    path("sessions/<int:pk>/", sessions.session_detail, name="session_detail"),
    path("sessions/<int:pk>/edit/", sessions.session_edit, name="session_edit"),
    path("sessions/<int:pk>/open/", sessions.session_open, name="session_open"),
    path("sessions/<int:pk>/close/", sessions.session_close, name="session_close"),
]
