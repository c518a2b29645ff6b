"""Exports as press databases write them, made from any articles, in every format they come in."""

from __future__ import annotations

import datetime
import html
import io
import textwrap
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tests.unit.readers.pdfs import Placed, column, pdf


@dataclass(frozen=True, slots=True)
class Piece:
    """An article to export; paragraphs are parted by blank lines in `text`."""

    title: str
    text: str
    day: datetime.date
    publication: str = "The Harbor Record"
    author: str = "Jane Roe"
    section: str = "World"

    @property
    def paragraphs(self) -> list[str]:
        return [part for part in self.text.split("\n\n") if part.strip()]


PIECES = (
    Piece(
        "Council Keeps Embargo",
        "The council voted on Monday to keep the embargo.\n\n“It was imposed in 2011,” said Ana Li."
        "\n\nIN MAY 2012 a second vote failed.",
        datetime.date(2016, 5, 20),
    ),
    Piece(
        "Port Reopens After Strike; Crews Return to Work at the Northern Terminal",
        "Dockers went back to work on 3 June.\n\nThe strike had begun in April.",
        datetime.date(2016, 6, 4),
        publication="Evening Post",
        author="John Doe and Mary Major",
        section="Section B; Column 2; Business Desk; Pg. 7",
    ),
    Piece(
        "A Bridge for the Ages",
        "Engineers opened the bridge yesterday.\n\nIt took nine years, two courts and 14 lawsuits.",
        datetime.date(1998, 12, 1),
        publication="Le Fanal",
        section="Région",
    ),
)

Lines = list[str]
"""Paragraphs; an empty one is a blank line."""


def lexisnexis(pieces: Sequence[Piece]) -> Lines:
    lines = ["Download Request: All Items", "Time Of Request: Friday, March 20, 2018", ""]
    for number, piece in enumerate(pieces, 1):
        lines += ["", f"{number} of {len(pieces)} DOCUMENTS", "", piece.publication, ""]
        lines += [f"{piece.day:%B} {piece.day.day}, {piece.day.year} {piece.day:%A}", ""]
        lines += ["Late Edition - Final", "", piece.title, "", f"BYLINE: By {piece.author}", ""]
        lines += [f"SECTION: {piece.section}", "", "LENGTH: 512 words", ""]
        lines += [f"DATELINE: VIENNA, {piece.day:%B} {piece.day.day}", ""]
        for paragraph in piece.paragraphs:
            lines += [paragraph, ""]
        lines += [f"LOAD-DATE: {piece.day:%B} {piece.day.day}, {piece.day.year}", ""]
        lines += ["LANGUAGE: ENGLISH", "", "GRAPHIC: PHOTO: The harbor (REUTERS)", ""]
        lines += ["PUBLICATION-TYPE: Newspaper", ""]
        lines += [f"Copyright {piece.day.year} {piece.publication}", "All Rights Reserved", ""]
    return lines


def nexis(pieces: Sequence[Piece]) -> Lines:
    lines = ["User Name: = Reader", "Date and Time: Friday, 5. July 2019 09:31:00 CEST", ""]
    for number, piece in enumerate(pieces, 1):
        lines += [f"{number}. {piece.title}", "", "Client/Matter: -None-", ""]
    for piece in pieces:
        lines += [piece.title, "", piece.publication, ""]
        lines += [
            f"{piece.day:%B} {piece.day.day}, {piece.day.year} {piece.day:%A} 9:20 AM GMT",
            "",
        ]
        lines += [f"Copyright {piece.day.year} {piece.publication} All Rights Reserved", ""]
        lines += [f"Section: {piece.section}", "", "Length: 1,512 words", ""]
        lines += [f"Byline: {piece.author}", "", "Body", ""]
        for paragraph in piece.paragraphs:
            lines += [paragraph, ""]
        lines += ["Classification", "", "Language: ENGLISH", "", "Publication-Type: Newspaper", ""]
        lines += [f"Load-Date: {piece.day:%B} {piece.day.day}, {piece.day.year}", ""]
        lines += ["End of Document", ""]
    return lines


def _number(piece: Piece, at: int) -> str:
    return f"Document RECORD00{piece.day:%Y%m%d}ec5j{at:05d}"


def factiva_tagged(pieces: Sequence[Piece]) -> Lines:
    lines = ["Dow Jones Factiva", ""]
    for number, piece in enumerate(pieces, 1):
        lines += [f"SE  {piece.section}", f"HD  {piece.title}", f"BY  By {piece.author}"]
        lines += ["WC  512 words", f"PD  {piece.day.day} {piece.day:%B %Y}", "ET  09:15"]
        lines += [f"SN  {piece.publication}", "SC  RECORD", "LA  English"]
        lines += [f"CY  (c) {piece.day.year} {piece.publication}", "", "LP", ""]
        lines += [piece.paragraphs[0], "", "TD", ""]
        for paragraph in piece.paragraphs[1:]:
            lines += [paragraph, ""]
        lines += [
            "CO  hrbr : Harbor Inc",
            "NS  gcat : Political/General News",
            "RE  austr : Austria",
        ]
        lines += ["PUB  Record Ltd", "AN", _number(piece, number), ""]
    return [*lines, "Search Summary", f"(c) {pieces[0].day.year} Factiva, Inc."]


def factiva(pieces: Sequence[Piece]) -> Lines:
    lines: Lines = []
    for number, piece in enumerate(pieces, 1):
        lines += [piece.section, piece.title, "", f"By {piece.author}", "512 words"]
        lines += [f"{piece.day.day} {piece.day:%B %Y}", "09:15", piece.publication, "RECORD", "A1"]
        lines += ["English", f"(c) {piece.day.year} {piece.publication}. All rights reserved.", ""]
        for paragraph in piece.paragraphs:
            lines += [paragraph, ""]
        lines += [_number(piece, number), ""]
    return lines


def proquest(pieces: Sequence[Piece]) -> Lines:
    lines: Lines = []
    for number, piece in enumerate(pieces, 1):
        lines += ["_" * 60, "", f"Document {number} of {len(pieces)}", "", piece.title, ""]
        lines += ["Abstract: None available.", "", "Full text: " + piece.paragraphs[0]]
        lines += [*piece.paragraphs[1:], "CAPTION: The harbor at dawn.", ""]
        lines += ["Subject: Embargoes & sanctions; Ports", "", f"Title: {piece.title}", ""]
        lines += [f"Author: {'; '.join(_last_first(name) for name in piece.author.split(' and '))}"]
        lines += ["", f"Publication title: {piece.publication}; Vienna", ""]
        lines += [f"Publication date: {piece.day:%b} {piece.day.day}, {piece.day.year}", ""]
        lines += [f"Section: {piece.section}", "", "Language of publication: English", ""]
        lines += [f"ProQuest document ID: {2637391967 + number}", ""]
        lines += ["Document URL: https://www.example.org/docview/2637391967", ""]
        lines += [f"Last updated: {piece.day:%Y-%m-%d}", "", "Database: Newsstream", ""]
    return [*lines, "_" * 60, "", "Contact us at: https://www.example.org"]


def _last_first(name: str) -> str:
    first, _, last = name.rpartition(" ")
    return f"{last}, {first}"


DATABASES: dict[str, Callable[[Sequence[Piece]], Lines]] = {
    "lexisnexis": lexisnexis,
    "nexis": nexis,
    "factiva tagged": factiva_tagged,
    "factiva": factiva,
    "proquest": proquest,
}


def as_text(lines: Lines, width: int = 0) -> bytes:
    """Plain text, wrapped at `width` characters if that is not 0."""
    wrapped = [
        part for line in lines for part in (textwrap.wrap(line, width) if width else [line]) or [""]
    ]
    return "\r\n".join(wrapped).encode("utf-8")


def as_rtf(lines: Lines) -> bytes:
    escaped = [
        "".join(c if c.isascii() else f"\\u{ord(c)}?" for c in line.replace("\\", "\\\\"))
        for line in lines
    ]
    return ("{\\rtf1\\ansi\\ansicpg1252\n" + "\\par\n".join(escaped) + "\\par\n}").encode("ascii")


def as_html(lines: Lines) -> bytes:
    body = "\n".join(f"<p>{html.escape(line)}</p>" for line in lines if line)
    return f"<html><head><title>Export</title></head><body>{body}</body></html>".encode()


def as_docx(lines: Lines) -> bytes:
    import docx

    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def as_pdf(lines: Lines) -> bytes:
    """Pages of 36 lines, each with a number at its foot."""
    wrapped = [part for line in lines for part in textwrap.wrap(line, 72) or [""]]
    pages: list[list[Placed]] = []
    for start in range(0, len(wrapped), 36):
        number: Placed = (200, 20, 8, f"Page {len(pages) + 1}")
        pages.append([*column(wrapped[start : start + 36], size=9), number])
    return pdf(pages)


FORMATS: dict[str, Callable[[Lines], bytes]] = {
    "txt": as_text,
    "rtf": as_rtf,
    "html": as_html,
    "docx": as_docx,
    "pdf": as_pdf,
}
