"""Pairs of events that may be one, for the user to decide."""
