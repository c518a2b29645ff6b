"""Newer versions of articles, and articles read again."""
