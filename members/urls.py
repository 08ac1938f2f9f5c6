"""Addresses of the roster and the accounts, grouped by noun."""

from django.urls import include, path

from members.views import accounts as account_views
from members.views import imports, kept, memberships, retirements, roster

app_name = "members"

members = [
    path("", roster.member_list, name="member_list"),
    path("export/", roster.member_export, name="member_export"),
    path("suggest/", roster.suggest, name="suggest"),
    path("names/", roster.names_check, name="names_check"),
    path("new/", roster.member_new, name="member_new"),
    path("<int:pk>/", roster.member_detail, name="member_detail"),
    path("<int:pk>/edit/", roster.member_edit, name="member_edit"),
    path("<int:pk>/reveal/", roster.member_reveal, name="member_reveal"),
    path("groups/", roster.group_list, name="group_list"),
    path("groups/export/", roster.group_export, name="group_export"),
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

urlpatterns = [
    *members,
    path("<int:pk>/membership/", include(periods)),
    *accounts,
    *rosters,
]
