"""Visits, health checks, retirees."""

from django.apps import AppConfig


class WelfareConfig(AppConfig):
    name = "welfare"
    verbose_name = "送温暖"
