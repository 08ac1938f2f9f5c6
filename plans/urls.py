"""Addresses of the app, grouped by noun."""

from django.urls import path, re_path

from plans.views import (
    activities,
    attendance,
    duties,
    feeds,
    leads,
    papers,
    plans,
    plantext,
    records,
    renewals,
    repeating,
    schooldays,
    sheets,
    signups,
    versions,
    wall,
)

app_name = "plans"
urlpatterns = [
    path("", wall.wall, name="wall"),
    path("list/", plans.plan_list, name="plan_list"),
    path("list/export/", plans.plan_export, name="plan_export"),
    path("new/", plans.plan_new, name="plan_new"),
    path("import/", plantext.plan_import, name="plan_import"),
    path("<int:pk>/", plans.plan_detail, name="plan_detail"),
    path("<int:pk>/edit/", plans.plan_edit, name="plan_edit"),
    path("<int:pk>/submit/", plans.plan_submit, name="plan_submit"),
    path("<int:pk>/approve/", plans.plan_approve, name="plan_approve"),
    path("<int:pk>/return/", plans.plan_return, name="plan_return"),
    path("<int:pk>/archive/", plans.plan_archive, name="plan_archive"),
    path("<int:pk>/unarchive/", plans.plan_unarchive, name="plan_unarchive"),
    path("<int:pk>/discard/", plans.plan_discard, name="plan_discard"),
    path("<int:pk>/copy/", renewals.plan_copy, name="plan_copy"),
    path("<int:pk>/export/", papers.plan_take, name="plan_take"),
    path("<int:pk>/versions/", versions.plan_versions, name="plan_versions"),
    path(
        "<int:pk>/versions/<int:number>/restore/",
        versions.plan_restore,
        name="plan_restore",
    ),
    path("<int:pk>/sections/new/", plans.section_new, name="section_new"),
    path("sections/<int:pk>/edit/", plans.section_edit, name="section_edit"),
    path("sections/<int:pk>/move/", plans.section_move, name="section_move"),
    path("sections/<int:pk>/remove/", plans.section_remove, name="section_remove"),
    path("<int:pk>/measures/new/", plans.measure_new, name="measure_new"),
    path("measures/<int:pk>/edit/", plans.measure_edit, name="measure_edit"),
    path("measures/<int:pk>/remove/", plans.measure_remove, name="measure_remove"),
    path("duties/", duties.duty_list, name="duty_list"),
    path("duties/export/", duties.duty_export, name="duty_export"),
    path("duties/new/", duties.duty_new, name="duty_new"),
    path("duties/fill/", duties.duty_fill, name="duty_fill"),
    path("duties/<int:pk>/", duties.duty_detail, name="duty_detail"),
    path("duties/<int:pk>/edit/", duties.duty_edit, name="duty_edit"),
    path("duties/<int:pk>/do/", duties.duty_do, name="duty_do"),
    path("duties/records/<int:pk>/reopen/", duties.duty_reopen, name="duty_reopen"),
    path("feeds/", feeds.feed_list, name="feed_list"),
    re_path(r"^feeds/(?P<kind>mine|all)/renew/$", feeds.feed_renew, name="feed_renew"),
    re_path(
        r"^feeds/(?P<kind>mine|all)/revoke/$", feeds.feed_revoke, name="feed_revoke"
    ),
    path("feeds/<str:secret>/union.ics", feeds.feed, name="feed"),
    path("leads/", leads.lead_list, name="lead_list"),
    path("leads/<int:pk>/confirm/", leads.lead_confirm, name="lead_confirm"),
    path("leads/<int:pk>/decline/", leads.lead_decline, name="lead_decline"),
    path("activities/", records.activity_list, name="activity_list"),
    path("activities/export/", records.activity_export, name="activity_export"),
    path("activities/new/", activities.activity_new, name="activity_new"),
    path("activities/<int:pk>/", activities.activity_detail, name="activity_detail"),
    path("activities/<int:pk>/edit/", activities.activity_edit, name="activity_edit"),
    path("activities/<int:pk>/move/", activities.activity_move, name="activity_move"),
    path(
        "activities/<int:pk>/repeat/", repeating.activity_repeat, name="activity_repeat"
    ),
    path("activities/<int:pk>/split/", repeating.activity_split, name="activity_split"),
    path(
        "activities/<int:pk>/start/", activities.activity_start, name="activity_start"
    ),
    path(
        "activities/<int:pk>/postpone/",
        activities.activity_postpone,
        name="activity_postpone",
    ),
    path("activities/<int:pk>/drop/", activities.activity_drop, name="activity_drop"),
    path(
        "activities/<int:pk>/restore/",
        activities.activity_restore,
        name="activity_restore",
    ),
    path("activities/<int:pk>/close/", records.activity_close, name="activity_close"),
    path(
        "activities/<int:pk>/reopen/", records.activity_reopen, name="activity_reopen"
    ),
    path("schooldays/", schooldays.period_list, name="period_list"),
    path("schooldays/export/", schooldays.period_export, name="period_export"),
    path("schooldays/new/", schooldays.period_new, name="period_new"),
    path("schooldays/<int:pk>/", schooldays.period_edit, name="period_edit"),
    path("schooldays/<int:pk>/remove/", schooldays.period_remove, name="period_remove"),
    path("files/<int:pk>/", records.activity_file, name="activity_file"),
    path("files/<int:pk>/small/", records.file_small, name="file_small"),
    path("signups/", sheets.sheet_list, name="sheet_list"),
    path("activities/<int:pk>/sheet/", sheets.sheet_detail, name="sheet_detail"),
    path("activities/<int:pk>/sheet/new/", sheets.sheet_new, name="sheet_new"),
    path("activities/<int:pk>/sheet/edit/", sheets.sheet_edit, name="sheet_edit"),
    path("activities/<int:pk>/sheet/close/", sheets.sheet_close, name="sheet_close"),
    path("activities/<int:pk>/sheet/print/", sheets.sheet_print, name="sheet_print"),
    path("activities/<int:pk>/sheet/export/", sheets.sheet_export, name="sheet_export"),
    path("activities/<int:pk>/sheet/draw/", sheets.sheet_draw, name="sheet_draw"),
    path("activities/<int:pk>/sheet/drawn/", sheets.draw_detail, name="draw_detail"),
    path(
        "activities/<int:pk>/sheet/questions/new/",
        sheets.question_add,
        name="question_add",
    ),
    path("questions/<int:pk>/remove/", sheets.question_remove, name="question_remove"),
    path("activities/<int:pk>/signup/", signups.signup_add, name="signup_add"),
    path(
        "activities/<int:pk>/signup/others/", signups.signup_enter, name="signup_enter"
    ),
    path("signups/<int:pk>/change/", signups.signup_change, name="signup_change"),
    path("signups/<int:pk>/withdraw/", signups.signup_withdraw, name="signup_withdraw"),
    path(
        "signups/<int:pk>/seen/", signups.signup_acknowledge, name="signup_acknowledge"
    ),
    path(
        "activities/<int:pk>/attendance/",
        attendance.attendance_mark,
        name="attendance_mark",
    ),
    path(
        "activities/<int:pk>/attendance/code/",
        attendance.attendance_code,
        name="attendance_code",
    ),
    path(
        "activities/<int:pk>/here/<slug:token>/",
        attendance.attendance_scan,
        name="attendance_scan",
    ),
    path(
        "attendances/<int:pk>/unmark/",
        attendance.attendance_unmark,
        name="attendance_unmark",
    ),
    path("activities/<int:pk>/rating/", attendance.rating_give, name="rating_give"),
]
