"""Addresses of the welfare work, grouped by noun."""

from django.urls import path

from welfare import views

app_name = "welfare"

visits = [
    path("visits/", views.visit_list, name="visit_list"),
    path("visits/export/", views.visit_export, name="visit_export"),
    path("visits/new/", views.visit_new, name="visit_new"),
    path("visits/<int:pk>/", views.visit_detail, name="visit_detail"),
    path("visits/<int:pk>/edit/", views.visit_edit, name="visit_edit"),
    path("visits/<int:pk>/void/", views.visit_void, name="visit_void"),
    path("visits/<int:pk>/files/<int:file_pk>/", views.visit_file, name="visit_file"),
]
health = [
    path("health/", views.health_round_list, name="health_round_list"),
    path(
        "health/export/",
        views.health_round_list_export,
        name="health_round_list_export",
    ),
    path("health/new/", views.health_round_new, name="health_round_new"),
    path("health/<int:pk>/", views.health_round_detail, name="health_round_detail"),
    path("health/<int:pk>/mark/", views.health_check_mark, name="health_check_mark"),
    path(
        "health/<int:pk>/export/", views.health_round_export, name="health_round_export"
    ),
]
retirees = [
    path("retirees/", views.retiree_list, name="retiree_list"),
    path("retirees/export/", views.retiree_export, name="retiree_export"),
]
urlpatterns = [*visits, *health, *retirees]
