"""Failures that a user can read, apart from mistakes of ours."""

from __future__ import annotations


class UserFacingError(Exception):
    """Something outside the program went wrong; the message is a plain sentence for the user."""


class UnreadableFile(UserFacingError):
    """A file can't be read as an article; the message says why."""


class LibraryError(UserFacingError):
    """A library can't be opened or written; the message says why."""


class EdtfError(ValueError):
    """A text isn't EDTF that this program supports."""
