"""Addresses of the app, grouped by noun."""

from django.urls import path

from plans.views import (
    activities,
    plans,
    plantext,
    records,
    repeating,
    schooldays,
    wall,
)

app_name = "plans"
urlpatterns = [
    path("", wall.wall, name="wall"),
    path("list/", plans.plan_list, name="plan_list"),
    path("new/", plans.plan_new, name="plan_new"),
    path("import/", plantext.plan_import, name="plan_import"),
    path("<int:pk>/", plans.plan_detail, name="plan_detail"),
    path("<int:pk>/edit/", plans.plan_edit, name="plan_edit"),
    path("<int:pk>/submit/", plans.plan_submit, name="plan_submit"),
    path("<int:pk>/approve/", plans.plan_approve, name="plan_approve"),
    path("<int:pk>/return/", plans.plan_return, name="plan_return"),
    path("<int:pk>/archive/", plans.plan_archive, name="plan_archive"),
    path("<int:pk>/discard/", plans.plan_discard, name="plan_discard"),
    path("<int:pk>/sections/new/", plans.section_new, name="section_new"),
    path("sections/<int:pk>/edit/", plans.section_edit, name="section_edit"),
    path("sections/<int:pk>/move/", plans.section_move, name="section_move"),
    path("sections/<int:pk>/remove/", plans.section_remove, name="section_remove"),
    path("<int:pk>/measures/new/", plans.measure_new, name="measure_new"),
    path("measures/<int:pk>/edit/", plans.measure_edit, name="measure_edit"),
    path("measures/<int:pk>/remove/", plans.measure_remove, name="measure_remove"),
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
    path("schooldays/new/", schooldays.period_new, name="period_new"),
    path("schooldays/<int:pk>/", schooldays.period_edit, name="period_edit"),
    path("schooldays/<int:pk>/remove/", schooldays.period_remove, name="period_remove"),
    path("files/<int:pk>/", records.activity_file, name="activity_file"),
]
