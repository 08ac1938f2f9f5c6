"""Addresses of the congress, grouped by noun."""

from django.urls import path

from congress.views import (
    agenda,
    answers,
    congresses,
    delegates,
    desk,
    handling,
    lists,
    procedure,
    proposals,
    reports,
    reviewing,
    seconding,
    sessions,
    sittings,
)

app_name = "congress"
urlpatterns = [
    path("proposals/", lists.proposal_list, name="proposal_list"),
    path("proposals/export/", lists.proposal_export, name="proposal_export"),
    path("proposals/print/", lists.proposal_print_all, name="proposal_print_all"),
    path("proposals/new/", proposals.proposal_new, name="proposal_new"),
    path("proposals/similar/", proposals.proposal_similar, name="proposal_similar"),
    path("proposals/review/", reviewing.review_table, name="review_table"),
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
    path("proposals/<int:pk>/reply/", answers.proposal_reply, name="proposal_reply"),
    path(
        "proposals/<int:pk>/praise/", handling.proposal_praise, name="proposal_praise"
    ),
    path(
        "proposals/<int:pk>/unpraise/",
        handling.proposal_unpraise,
        name="proposal_unpraise",
    ),
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
        "proposals/<int:pk>/move/",
        proposals.proposal_move,
        name="proposal_move",
    ),
    path(
        "proposals/<int:pk>/share/",
        seconding.proposal_share,
        name="proposal_share",
    ),
    path(
        "proposals/<int:pk>/unshare/",
        seconding.proposal_unshare,
        name="proposal_unshare",
    ),
    path(
        "proposals/<int:pk>/call/",
        seconding.proposal_call,
        name="proposal_call",
    ),
    path(
        "proposals/<int:pk>/uncall/",
        seconding.proposal_uncall,
        name="proposal_uncall",
    ),
    path(
        "proposals/<int:pk>/merge/",
        reviewing.proposal_merge,
        name="proposal_merge",
    ),
    path(
        "proposals/<int:pk>/unmerge/",
        reviewing.proposal_unmerge,
        name="proposal_unmerge",
    ),
    path(
        "proposals/<int:pk>/cosign/",
        answers.proposal_cosign,
        name="proposal_cosign",
    ),
    path(
        "proposals/<int:pk>/approve/",
        answers.proposal_approve,
        name="proposal_approve",
    ),
    path(
        "proposals/<int:pk>/send-back/",
        answers.proposal_send_back,
        name="proposal_send_back",
    ),
    path(
        "proposals/<int:pk>/instruct/",
        answers.proposal_instruct,
        name="proposal_instruct",
    ),
    path(
        "proposals/<int:pk>/follow/",
        answers.proposal_follow,
        name="proposal_follow",
    ),
    path("proposals/<int:pk>/review/", reviewing.review_write, name="review_write"),
    path(
        "proposals/<int:pk>/join/<str:key>/",
        seconding.proposal_join,
        name="proposal_join",
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
    path("congresses/", congresses.congress_list, name="congress_list"),
    path("congresses/export/", congresses.congress_export, name="congress_export"),
    path("congresses/new/", congresses.congress_new, name="congress_new"),
    path("congresses/<int:pk>/", congresses.congress_detail, name="congress_detail"),
    path("congresses/<int:pk>/edit/", congresses.congress_edit, name="congress_edit"),
    path(
        "congresses/<int:pk>/units/new/",
        congresses.constituency_new,
        name="constituency_new",
    ),
    path("units/<int:pk>/", congresses.constituency_edit, name="constituency_edit"),
    path(
        "units/<int:pk>/remove/",
        congresses.constituency_remove,
        name="constituency_remove",
    ),
    path("delegations/<int:pk>/", congresses.delegation_edit, name="delegation_edit"),
    path(
        "congresses/<int:pk>/delegates/", delegates.delegate_list, name="delegate_list"
    ),
    path(
        "congresses/<int:pk>/delegates/export/",
        delegates.delegate_export,
        name="delegate_export",
    ),
    path(
        "congresses/<int:pk>/delegates/print/",
        delegates.delegate_print,
        name="delegate_print",
    ),
    path(
        "congresses/<int:pk>/delegates/add/",
        delegates.delegate_add,
        name="delegate_add",
    ),
    path("delegates/<int:pk>/", delegates.delegate_edit, name="delegate_edit"),
    path("delegates/<int:pk>/end/", delegates.delegate_end, name="delegate_end"),
    path(
        "delegates/<int:pk>/replace/",
        delegates.delegate_replace,
        name="delegate_replace",
    ),
    path("sessions/", sessions.session_list, name="session_list"),
    path("sessions/export/", sessions.session_export, name="session_export"),
    path("sessions/new/", sessions.session_new, name="session_new"),
    path("sessions/<int:pk>/", sessions.session_detail, name="session_detail"),
    path(
        "sessions/<int:pk>/report/",
        reports.session_report,
        name="session_report",
    ),
    path(
        "sessions/<int:pk>/report/export/",
        reports.session_report_export,
        name="session_report_export",
    ),
    path(
        "sessions/<int:pk>/report/export/word/",
        reports.session_report_word,
        name="session_report_word",
    ),
    path(
        "congresses/<int:pk>/report/",
        reports.congress_report,
        name="congress_report",
    ),
    path(
        "congresses/<int:pk>/report/export/",
        reports.congress_report_export,
        name="congress_report_export",
    ),
    path(
        "congresses/<int:pk>/report/export/word/",
        reports.congress_report_word,
        name="congress_report_word",
    ),
    path(
        "sessions/<int:pk>/agenda/",
        agenda.session_agenda,
        name="session_agenda",
    ),
    path(
        "sessions/<int:pk>/questions/",
        agenda.session_questions,
        name="session_questions",
    ),
    path(
        "sessions/<int:pk>/resolutions/",
        agenda.session_resolutions,
        name="session_resolutions",
    ),
    path(
        "sessions/<int:pk>/record/export/",
        agenda.session_record_export,
        name="session_record_export",
    ),
    path(
        "sessions/<int:pk>/tasks/",
        procedure.session_tasks,
        name="session_tasks",
    ),
    path(
        "sessions/<int:pk>/opinions/",
        procedure.session_opinions,
        name="session_opinions",
    ),
    path(
        "sessions/<int:pk>/opinions/merge/",
        procedure.opinions_merge,
        name="opinions_merge",
    ),
    path(
        "opinions/<int:pk>/release/",
        procedure.opinion_release,
        name="opinion_release",
    ),
    path(
        "tasks/<int:pk>/tick/",
        procedure.task_tick,
        name="task_tick",
    ),
    path(
        "tasks/<int:pk>/remove/",
        procedure.task_remove,
        name="task_remove",
    ),
    path(
        "sessions/<int:pk>/agenda/new/",
        agenda.agendaitem_new,
        name="agendaitem_new",
    ),
    path(
        "agenda/<int:pk>/edit/",
        agenda.agendaitem_edit,
        name="agendaitem_edit",
    ),
    path(
        "agenda/<int:pk>/remove/",
        agenda.agendaitem_remove,
        name="agendaitem_remove",
    ),
    path(
        "sessions/<int:pk>/questions/new/",
        agenda.question_new,
        name="question_new",
    ),
    path(
        "questions/<int:pk>/edit/",
        agenda.question_edit,
        name="question_edit",
    ),
    path(
        "questions/<int:pk>/remove/",
        agenda.question_remove,
        name="question_remove",
    ),
    path(
        "sessions/<int:pk>/resolutions/new/",
        agenda.resolution_new,
        name="resolution_new",
    ),
    path(
        "resolutions/<int:pk>/edit/",
        agenda.resolution_edit,
        name="resolution_edit",
    ),
    path(
        "resolutions/<int:pk>/remove/",
        agenda.resolution_remove,
        name="resolution_remove",
    ),
    path(
        "agenda/<int:pk>/papers/",
        agenda.agendaitem_papers,
        name="agendaitem_papers",
    ),
    path(
        "agenda/files/<int:pk>/",
        agenda.agenda_paper,
        name="agenda_paper",
    ),
    path(
        "agenda/files/<int:pk>/remove/",
        agenda.agenda_paper_remove,
        name="agenda_paper_remove",
    ),
    path(
        "resolutions/<int:pk>/print/",
        agenda.resolution_print,
        name="resolution_print",
    ),
    path(
        "sittings/<int:pk>/minutes/",
        procedure.sitting_minutes,
        name="sitting_minutes",
    ),
    path(
        "sittings/<int:pk>/minutes/edit/",
        procedure.minutes_edit,
        name="minutes_edit",
    ),
    path("sessions/<int:pk>/edit/", sessions.session_edit, name="session_edit"),
    path("sessions/<int:pk>/open/", sessions.session_open, name="session_open"),
    path("sessions/<int:pk>/close/", sessions.session_close, name="session_close"),
    path("sessions/<int:pk>/sittings/new/", sittings.sitting_new, name="sitting_new"),
    path("sittings/<int:pk>/", sittings.sitting_detail, name="sitting_detail"),
    path("sittings/<int:pk>/edit/", sittings.sitting_edit, name="sitting_edit"),
    path("sittings/<int:pk>/open/", sittings.sitting_open, name="sitting_open"),
    path("sittings/<int:pk>/close/", sittings.sitting_close, name="sitting_close"),
    path("sittings/<int:pk>/desk/", desk.sitting_desk, name="sitting_desk"),
    path("sittings/<int:pk>/screen/", sittings.sitting_screen, name="sitting_screen"),
    path("sittings/<int:pk>/code/", sittings.sitting_code, name="sitting_code"),
    path(
        "sittings/<int:pk>/scan/<str:token>/",
        sittings.sitting_scan,
        name="sitting_scan",
    ),
    path("sittings/<int:pk>/print/", sittings.sitting_print, name="sitting_print"),
    path("sittings/<int:pk>/export/", sittings.sitting_export, name="sitting_export"),
    path("sittings/<int:pk>/leave/", sittings.leave_ask, name="leave_ask"),
    path(
        "sittings/<int:pk>/leave/<int:entry>/drop/",
        sittings.leave_drop,
        name="leave_drop",
    ),
    path("sittings/<int:pk>/leave/enter/", sittings.leave_enter, name="leave_enter"),
    path(
        "sittings/<int:pk>/leave/withdraw/",
        sittings.leave_withdraw,
        name="leave_withdraw",
    ),
]
