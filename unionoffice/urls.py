"""The addresses: the roof's pages, the four apps, accounts, the shared admin."""

from allauth.account import views as account
from django.contrib import admin
from django.urls import include, path, register_converter

from unionoffice.pages import views as pages
from unionoffice.pages.converters import YearConverter

register_converter(YearConverter, "year")

accounts = [
    path("login/", account.login, name="account_login"),
    path("logout/", account.logout, name="account_logout"),
    path("inactive/", account.account_inactive, name="account_inactive"),
    path("reauthenticate/", account.reauthenticate, name="account_reauthenticate"),
    path("password/change/", account.password_change, name="account_change_password"),
    path("2fa/", include("allauth.mfa.urls")),
    path("sessions/", include("allauth.usersessions.urls")),
]

urlpatterns = [
    path("", pages.home, name="home"),
    path("todo/count/", pages.todo_count, name="todo_count"),
    path("me/", pages.me, name="me"),
    path("personal/", pages.personal, name="personal"),
    path("find/", pages.find, name="find"),
    path("year/", pages.year, name="year"),
    path("year/<year:year>/", pages.year, name="year_of"),
    path("year/<year:year>/export/", pages.year_export, name="year_export"),
    path("healthz", pages.healthz, name="healthz"),
    path("readyz", pages.readyz, name="readyz"),
    path("members/", include("members.urls")),
    path("plans/", include("plans.urls")),
    path("congress/", include("congress.urls")),
    path("welfare/", include("welfare.urls")),
    path("accounts/", include(accounts)),
    path("admin/", admin.site.urls),
]
