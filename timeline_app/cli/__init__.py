"""The commands without a window. Nothing here loads Qt."""

COMMANDS = ("import", "events", "articles", "tag", "explain", "screenshot", "export")
"""First words that call a command; anything else is a file for the window."""
