"""Importing from the window: files, drops, watched folders, and the report."""
