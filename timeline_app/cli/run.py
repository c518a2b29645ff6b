"""Run a command: read the words, do the work, answer with an exit status."""

from __future__ import annotations

import os
import re
import sys
from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence

from timeline_app.cli.dates import UsageError
from timeline_app.cli.parser import build_parser
from timeline_app.domain.errors import UserFacingError

Command = Callable[[Namespace], int]
"""Does the work of a command; gives its exit status."""
_TAKE_DATES = frozenset({"--view", "--date", "--published"})
_EARLY = re.compile(r"-\d")


def run(argv: Sequence[str], painting: Mapping[str, Command]) -> int:
    """Run one command. Status 0: all done; 1: some input refused; 2: wrong usage.

    `painting` has the commands that draw, by name: the caller gives them, since nothing here
    loads Qt.
    """
    words = build_parser().parse_args(_with_early_dates(argv))
    try:
        command = painting.get(words.command) or _command(words)
        status = command(words)
        sys.stdout.flush()
    except BrokenPipeError:  # whoever read our output has seen enough, as `| head` does
        _mute()
        return 1
    except OSError as error:  # a full disk below standard output
        what = f"{error.filename} can't be used" if error.filename else "writing the answer failed"
        print(f"timeline-app {words.command}: {what}: {error.strerror or error}", file=sys.stderr)
        _mute()
        return 1
    except UsageError as error:
        print(f"timeline-app {words.command}: {error}", file=sys.stderr)
        return 2
    except UserFacingError as error:
        print(f"timeline-app {words.command}: {error}", file=sys.stderr)
        return 1
    return status


def _with_early_dates(argv: Sequence[str]) -> list[str]:
    """`--view -0300/-0100` as one word, so that a year before Christ isn't taken for an option."""
    joined: list[str] = []
    for word in argv:
        if joined and joined[-1] in _TAKE_DATES and _EARLY.match(word):
            joined[-1] += f"={word}"
        else:
            joined.append(word)
    return joined


def _mute() -> None:
    """Python flushes standard output once more at its end: let that go nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _command(words: Namespace) -> Command:
    """A command's function; its module is loaded only when it is called."""
    if words.command == "import":
        from timeline_app.cli.take_in import run_import

        return run_import
    if words.command in {"tag", "explain"}:
        from timeline_app.cli.tagging import run_explain, run_tag

        return run_tag if words.command == "tag" else run_explain
    from timeline_app.cli.listing import run_articles, run_events

    return run_events if words.command == "events" else run_articles
