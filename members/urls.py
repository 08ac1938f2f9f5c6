"""Addresses of the roster and the accounts, grouped by noun."""

from django.urls import include, path

from members.views import accounts as account_views
from members.views import (
    applications,
    bodies,
    corrections,
    importlist,
    importmaps,
    imports,
    kept,
    lists,
    memberships,
    merging,
    notices,
    places,
    quality,
    retirements,
    roster,
    statistics,
)

app_name = "members"

members = [
    path("", roster.member_list, name="member_list"),
    path("export/", roster.member_export, name="member_export"),
    path("suggest/", roster.suggest, name="suggest"),
    path("identify/", roster.member_identify, name="member_identify"),
    path("names/", roster.names_check, name="names_check"),
    path("new/", roster.member_new, name="member_new"),
    path("<int:pk>/", roster.member_detail, name="member_detail"),
    path("<int:pk>/edit/", roster.member_edit, name="member_edit"),
    path("<int:pk>/reveal/", roster.member_reveal, name="member_reveal"),
    path("retirements/", retirements.retirement_list, name="retirement_list"),
    path(
        "retirements/export/", retirements.retirement_export, name="retirement_export"
    ),
    path("kept/", kept.kept_text, name="kept_text"),
]

periods = [
    path("begin/", memberships.membership_begin, name="membership_begin"),
    path("keep/", memberships.membership_keep, name="membership_keep"),
    path("end/", memberships.membership_end, name="membership_end"),
    path("<int:period>/", memberships.membership_correct, name="membership_correct"),
]

tree = [
    path("", places.place_list, name="place_list"),
    path("export/", places.place_export, name="place_export"),
    path("<slug:kind>/new/", places.place_new, name="place_new"),
    path("<slug:kind>/<int:pk>/", places.place_detail, name="place_detail"),
    path("<slug:kind>/<int:pk>/edit/", places.place_edit, name="place_edit"),
    path("<slug:kind>/<int:pk>/close/", places.place_close, name="place_close"),
    path("<slug:kind>/<int:pk>/open/", places.place_open, name="place_open"),
    path("<slug:kind>/<int:pk>/leader/", places.leader_change, name="leader_change"),
    path("<slug:kind>/<int:pk>/move/", places.member_move, name="member_move"),
]

offices = [
    path("seats/", bodies.seat_list, name="seat_list"),
    path("seats/export/", bodies.seat_export, name="seat_export"),
    path("seats/<int:pk>/edit/", bodies.seat_edit, name="seat_edit"),
    path("seats/<int:pk>/leave/", bodies.seat_leave, name="seat_leave"),
    path("bodies/<int:pk>/", bodies.body_detail, name="body_detail"),
    path("bodies/<int:pk>/term/", bodies.term_new, name="term_new"),
    path("bodies/<int:pk>/take/", bodies.seat_take, name="seat_take"),
    path("terms/<int:pk>/edit/", bodies.term_edit, name="term_edit"),
    path("terms/<int:pk>/close/", bodies.term_close, name="term_close"),
]

own = [
    path("notices/read/", notices.notices_read, name="notices_read"),
    path("notices/<int:pk>/read/", notices.notice_read, name="notice_read"),
    path("apply/<slug:kind>/", applications.application_new, name="application_new"),
    path("correct/", corrections.correction_new, name="correction_new"),
]

asked = [
    path("applications/", applications.application_list, name="application_list"),
    path(
        "applications/export/",
        applications.application_export,
        name="application_export",
    ),
    path(
        "applications/<int:pk>/",
        applications.application_detail,
        name="application_detail",
    ),
    path(
        "applications/<int:pk>/print/",
        applications.application_print,
        name="application_print",
    ),
    path(
        "applications/<int:pk>/advise/",
        applications.application_advise,
        name="application_advise",
    ),
    path(
        "applications/<int:pk>/decide/",
        applications.application_decide,
        name="application_decide",
    ),
    path(
        "applications/<int:pk>/withdraw/",
        applications.application_withdraw,
        name="application_withdraw",
    ),
    path(
        "<int:pk>/application/",
        applications.application_enter,
        name="application_enter",
    ),
    path("corrections/", corrections.correction_list, name="correction_list"),
    path(
        "corrections/export/", corrections.correction_export, name="correction_export"
    ),
    path(
        "corrections/<int:pk>/withdraw/",
        corrections.correction_withdraw,
        name="correction_withdraw",
    ),
    path(
        "<int:pk>/corrections/",
        corrections.correction_decide,
        name="correction_decide",
    ),
    path(
        "<int:pk>/corrections/reveal/",
        corrections.correction_reveal,
        name="correction_reveal",
    ),
]

accounts = [
    path("accounts/", account_views.account_list, name="account_list"),
    path("accounts/export/", account_views.account_export, name="account_export"),
    path("accounts/make/", account_views.account_make, name="account_make"),
    path("accounts/<int:pk>/", account_views.account_detail, name="account_detail"),
    path("accounts/<int:pk>/link/", account_views.account_link, name="account_link"),
    path("accounts/<int:pk>/reset/", account_views.account_reset, name="account_reset"),
    path("accounts/<int:pk>/close/", account_views.account_close, name="account_close"),
    path("accounts/<int:pk>/open/", account_views.account_open, name="account_open"),
    path("accounts/<int:pk>/roles/", account_views.account_roles, name="account_roles"),
    path("office/", account_views.office_edit, name="office_edit"),
]

rosters = [
    path("import/", imports.member_import, name="member_import"),
    path("import/list/", importlist.member_import_list, name="member_import_list"),
    path(
        "import/list/export/",
        importlist.member_import_export,
        name="member_import_export",
    ),
    path(
        "import/<int:pk>/undo/",
        importlist.member_import_undo,
        name="member_import_undo",
    ),
    path(
        "import/<int:pk>/columns/",
        importmaps.member_import_map,
        name="member_import_map",
    ),
    path(
        "import/<int:pk>/forget/",
        importmaps.member_import_forget,
        name="member_import_forget",
    ),
    path(
        "import/<int:pk>/sheet/",
        importmaps.member_import_sheet,
        name="member_import_sheet",
    ),
    path(
        "import/template/",
        imports.member_import_template,
        name="member_import_template",
    ),
    path(
        "import/<int:pk>/", imports.member_import_preview, name="member_import_preview"
    ),
    path(
        "import/<int:pk>/apply/",
        imports.member_import_apply,
        name="member_import_apply",
    ),
    path(
        "import/<int:pk>/return/",
        imports.member_import_return,
        name="member_import_return",
    ),
]

office_lists = [
    path("lists/", lists.list_index, name="list_index"),
    path("lists/women/check/", lists.archive_check, name="archive_check"),
    path("lists/quality/", quality.quality_list, name="quality_list"),
    path("lists/quality/export/", quality.quality_export, name="quality_export"),
    path("lists/quality/settle/", quality.finding_settle, name="finding_settle"),
    path("lists/<str:code>/", lists.list_detail, name="list_detail"),
    path("lists/<str:code>/export/", lists.list_export, name="list_export"),
    path("statistics/", statistics.statistics, name="statistics"),
    path("statistics/export/", statistics.statistics_export, name="statistics_export"),
    path("<int:pk>/merge/", merging.double_choose, name="double_choose"),
    path("<int:pk>/merge/<int:other>/", merging.member_merge, name="member_merge"),
]

urlpatterns = [
    *members,
    *office_lists,
    path("<int:pk>/membership/", include(periods)),
    path("places/", include(tree)),
    *offices,
    *own,
    *asked,
    *accounts,
    *rosters,
]
