"""Timeline App: turns articles into a timeline in which every date leads back to its source."""

__version__ = "0.1.0"
