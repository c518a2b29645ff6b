"""The commands without a window. Nothing here loads Qt."""

from timeline_app.cli.run import run

__all__ = ["run"]
