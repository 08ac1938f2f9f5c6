"""Addresses of the app, grouped by noun."""

app_name = "welfare"
urlpatterns = []
