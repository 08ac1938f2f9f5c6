"""Deeds of the members app, a module per noun."""
