"""Bytes to clean text: encodings, line ends, characters that are no part of writing."""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass

from timeline_app.domain.errors import UnreadableFile
from timeline_app.readers.base import MAX_BYTES, MEGABYTE
from timeline_app.readers.encodings import (
    WESTERN,
    encoding_name,
    is_seven_bit_japanese,
    legacy_encoding,
    seven_bit_japanese,
)

_SAMPLE = 8192
_FEW = 9
"""A tenth of the characters may be damaged. Half of GB 2312 is sound UTF-8."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"BM", "a bitmap picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (_OLE, "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
    (b"SQLite format 3\x00", "a database"),
    (b"ID3", "a sound file"),
    (b"OggS", "a sound file"),
    (b"\x1aE\xdf\xa3", "a video"),
)
# Signatures that could also begin a text need proof that no text follows.
_WEAK = {b"BM", b"ID3", b"BZh", b"II*\x00", b"MM\x00*"}

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_LINE_ENDS = re.compile("\r\n?|\x85|\u2028")
_PARAGRAPH_ENDS = re.compile("[\x0b\x0c\u2029]")
_SPACES = re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
# What colours a terminal's text and titles its window, after ECMA-48: an escape and its codes.
_ESCAPES = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b\n]{0,500}(?:\x07|\x1b\\)|\x1b[()][0-9A-B]"
)
# Bullets of the Symbol and Wingdings fonts, which have no other place in Unicode.
_BULLETS = re.compile("[\uf0a7\uf0a8\uf0b7\uf0d8\uf0fc\uf076\uf0de\uf02d\uf06c\uf06e\uf071]")
# Controls, soft hyphens, zero-width marks and non-characters: nothing that a reader sees.
_SURROGATES = re.compile("[\ud800-\udfff]")
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u2060\ufeff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Clean text, the encoding it came in and what the user should know about it."""

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


def decode(data: bytes, *, keep_tabs: bool = False) -> Decoded:
    """Text of a file's bytes; raises UnreadableFile when they are too many, none, or no text.

    Order: byte order mark, UTF-16 by its NULs, ISO-2022-JP by its escapes, strict UTF-8, UTF-8
    with a few damaged characters, what `legacy_encoding` makes of it. `keep_tabs` is for tables
    whose columns they part.
    """
    if not data:
        raise UnreadableFile("The file is empty.")
    if len(data) > MAX_BYTES:
        size = len(data) // MEGABYTE
        limit = MAX_BYTES // MEGABYTE
        msg = f"The file is too big: {size} MB, and texts of up to {limit} MB are read."
        raise UnreadableFile(msg)
    _refuse_known_formats(data)
    text, encoding, warning = _decoded(data)
    _refuse_gibberish(text)
    text = "\t".join(map(clean, text.split("\t"))) if keep_tabs else clean(text)
    if not text.strip():
        raise UnreadableFile("There are no words in the file.")
    return Decoded(text, encoding, (warning,) if warning else ())


def clean(text: str) -> str:
    """Line ends as `\\n`, plain spaces and bullets, composed characters, no invisible ones."""
    if _SURROGATES.search(text):  # escapes of RTF and JSON may give a character as two halves
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    text = _LINE_ENDS.sub("\n", _ESCAPES.sub("", text))
    text = _PARAGRAPH_ENDS.sub("\n\n", text)
    text = _BULLETS.sub("•", _UNSEEN.sub("", _SPACES.sub(" ", text)))
    return unicodedata.normalize("NFC", text)


def _refuse_known_formats(data: bytes) -> None:
    for signature, what in _SIGNATURES:
        if not data.startswith(signature):
            continue
        if signature in _WEAK and b"\x00" not in data[:_SAMPLE]:
            continue
        advice = " Saved as DOCX or PDF it can be read." if signature == _OLE else ""
        msg = f"This is {what}, not text.{advice}"
        raise UnreadableFile(msg)
    if data[4:8] == b"ftyp":
        raise UnreadableFile("This is a video, not text.")
    if data[:4] == b"RIFF" and data[8:12] in {b"WAVE", b"AVI ", b"WEBP"}:
        raise UnreadableFile("This is a sound, video or picture file, not text.")


def _decoded(data: bytes) -> tuple[str, str, str]:
    """Text, encoding, and a warning that is empty where nothing was guessed."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _with_replacements(data[len(mark) :], encoding)
    utf16 = _unmarked_utf16(data)
    if utf16:
        return _with_replacements(data, utf16)
    if is_seven_bit_japanese(data):
        return (*seven_bit_japanese(data), "")
    try:
        return data.decode("utf-8"), "utf-8", ""
    except UnicodeDecodeError:
        return _damaged_or_legacy(data)


def _with_replacements(data: bytes, encoding: str) -> tuple[str, str, str]:
    text = data.decode(encoding, errors="replace")
    damaged = text.count("\ufffd") - data.count("\ufffd".encode(encoding))
    return text, encoding, _damage(damaged) if damaged > 0 else ""


def _damage(count: int) -> str:
    what = "One character was" if count == 1 else f"{count} characters were"
    return f"{what} damaged and could not be read."


def _unmarked_utf16(data: bytes) -> str | None:
    """Western text in UTF-16 has a NUL in every second byte."""
    sample = data[:_SAMPLE]
    if len(data) % 2 or len(sample) < 4:
        return None
    half = len(sample) // 2
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd > 0.4 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.4 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _damaged_or_legacy(data: bytes) -> tuple[str, str, str]:
    """UTF-8 where most of what is not ASCII is valid, else what it was before Unicode."""
    text = data.decode("utf-8", errors="replace")
    damaged = len(re.findall("\ufffd+", text))
    sound = sum(char > "\x7f" for char in text) - text.count("\ufffd")
    encoding = "utf-8" if sound > _FEW * damaged else legacy_encoding(data)
    if encoding == "utf-8" or (encoding == WESTERN and sound > damaged):
        return text, "utf-8", _damage(damaged)
    warning = f"The file does not say its encoding; read as {encoding_name(encoding)}."
    return data.decode(encoding, errors="replace"), encoding, warning


def _refuse_gibberish(text: str) -> None:
    """Text has next to no control characters; a few NULs are forgiven."""
    sample = text[:_SAMPLE]
    strange = len(re.findall("[\x00-\x08\x0e-\x1a\x1c-\x1f\x80-\x84\x86-\x9f\ufffd]", sample))
    if strange > max(8, len(sample) // 10):
        raise UnreadableFile("This is not text: a picture, a program or a damaged file.")
