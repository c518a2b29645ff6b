"""The words of the command line."""

from __future__ import annotations

import argparse
from pathlib import Path

from timeline_app import __version__

_WINDOW = "open the window: timeline-app [LIBRARY] [FILE...]; files are imported"


def build_parser() -> argparse.ArgumentParser:
    """The parser of all commands; usage errors end with status 2."""
    parser = argparse.ArgumentParser(
        prog="timeline-app",
        description="Turn articles into a timeline that you can trust.",
        epilog=f"Without a command: {_WINDOW}.",
    )
    parser.add_argument("--version", action="version", version=f"Timeline App {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    _add_import(commands.add_parser("import", help="import files and folders into a library"))
    _add_events(commands.add_parser("events", help="list events of a library or of files"))
    _add_articles(commands.add_parser("articles", help="list articles of a library or of files"))
    _add_tag(commands.add_parser("tag", help="find the dates in a text"))
    _add_explain(commands.add_parser("explain", help="say why a date means what it means"))
    _add_screenshot(commands.add_parser("screenshot", help="write a picture of the window"))
    _add_export(commands.add_parser("export", help="write the timeline as a picture or document"))
    return parser


def _library(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--library", type=Path, metavar="L", help="library file (default: your own library)"
    )


def _overrides(parser: argparse.ArgumentParser) -> None:
    """What the user knows better than the files."""
    parser.add_argument(
        "--published", metavar="DATE", help="publication date of the files: 2016-05-20, May 2016"
    )
    parser.add_argument("--source", metavar="NAME", help="who published the files")
    parser.add_argument("--language", metavar="CODE", help="language of the files: en, de")


def _files(parser: argparse.ArgumentParser, words: str = "read these instead") -> None:
    parser.add_argument(
        "files", nargs="*", type=Path, metavar="FILE", help=f"{words}; - for standard input"
    )


def _add_import(parser: argparse.ArgumentParser) -> None:
    _library(parser)
    _overrides(parser)
    parser.add_argument("--json", action="store_true", help="print the report as JSON")
    parser.add_argument(
        "--cluster",
        metavar="ADDRESS",
        help="read with the workers of a dask.distributed cluster, which see the same files",
    )
    parser.add_argument(
        "paths",
        nargs="+",
        type=Path,
        metavar="PATH",
        help="files, folders, or - for a text from standard input",
    )


def _add_events(parser: argparse.ArgumentParser) -> None:
    _library(parser)
    _overrides(parser)
    _files(parser)
    parser.add_argument("--format", choices=("table", "json", "jsonl", "csv"), default="table")


def _add_articles(parser: argparse.ArgumentParser) -> None:
    _library(parser)
    _overrides(parser)
    _files(parser)
    parser.add_argument("--text", action="store_true", help="with the canonical text")
    parser.add_argument("--format", choices=("table", "json", "jsonl"), default="table")


def _add_tag(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--date", metavar="DATE", help="publication date: 2016-05-20")
    parser.add_argument("--format", choices=("json", "table"), default="table")
    source = parser.add_mutually_exclusive_group()
    source.add_argument(
        "--jsonl",
        type=Path,
        metavar="IN.jsonl",
        help='lines of {"id","text","dct"}; - for standard input',
    )
    source.add_argument("file", nargs="?", metavar="FILE", help="a text, or - for standard input")


def _add_explain(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--date", metavar="DATE", help="publication date: 2016-05-20")
    parser.add_argument("text", metavar="TEXT", help="words with a date in them")


def _add_screenshot(parser: argparse.ArgumentParser) -> None:
    _library(parser)
    _overrides(parser)
    _files(parser, "show these (default: the samples)")
    parser.add_argument("--output", type=Path, required=True, metavar="PNG")
    parser.add_argument("--size", default="1600x900", metavar="WxH")
    parser.add_argument("--theme", choices=("light", "dark"), default="light")
    parser.add_argument("--select", type=int, metavar="ID", help="id of the event to select")
    parser.add_argument("--view", metavar="FROM/TO", help="what to show: 2016-05/2016-06")


def _add_export(parser: argparse.ArgumentParser) -> None:
    _library(parser)
    _overrides(parser)
    _files(parser, "show these instead")
    parser.add_argument("--format", choices=("png", "svg", "pdf"), required=True)
    parser.add_argument("--output", type=Path, required=True, metavar="PATH")
    parser.add_argument(
        "--size", metavar="WxH", help="pixels of a picture (default 1600x900), or a PDF page's"
    )
    parser.add_argument("--scale", type=float, default=1.0, help="a PNG that many times as fine")
    parser.add_argument("--paper", choices=("A4", "A3", "Letter"), default="A4", help="of a PDF")
    parser.add_argument("--pages", type=int, default=1, metavar="N", help="spread over N pages")
    parser.add_argument("--view", metavar="FROM/TO", help="what to show (default: everything)")
    parser.add_argument("--theme", choices=("light", "dark"), default="light")
