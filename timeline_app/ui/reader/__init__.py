"""The open article: its text, the marks of its events, and why each has its date."""
