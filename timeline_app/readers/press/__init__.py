"""Exports of press databases: one file, many articles, whatever format carries the words."""

from timeline_app.readers.press.export import may_be_export, press_articles

__all__ = ["may_be_export", "press_articles"]
