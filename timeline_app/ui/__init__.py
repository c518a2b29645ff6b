"""Widgets: the only rooms that draw."""
