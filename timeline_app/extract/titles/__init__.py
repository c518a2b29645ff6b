"""Titles of events: who did what, readable without the article."""
