from __future__ import annotations

import datetime
import struct

import pytest

from tests.unit.readers.olefiles import ole
from timeline_app.domain.edtf import format_edtf
from timeline_app.domain.errors import UnreadableFile
from timeline_app.readers import ReadArticle, read
from timeline_app.readers.documents.compressedrtf import unpacked_rtf

BODY = "The council voted on Monday.\r\n\r\nIt was imposed in 2011.\r\n\r\n> Was it?\r\n"


def message(
    fixed: dict[int, bytes] | None = None,
    attached: str = "",
    **properties: bytes,
) -> bytes:
    """A message; `p1000001F` is the stream of the property 1000 of type 001F."""
    streams = {f"__substg1.0_{name[1:]}": data for name, data in properties.items()}
    entries = b"".join(
        struct.pack("<HHI8s", key & 0xFFFF, key >> 16, 6, value.ljust(8, b"\0"))
        for key, value in (fixed or {}).items()
    )
    streams["__properties_version1.0"] = bytes(32) + entries
    if attached:
        name = "__attach_version1.0_#00000000/__substg1.0_3707001F"
        streams[name] = attached.encode("utf-16-le")
    return ole(streams)


def wide(words: str) -> bytes:
    return words.encode("utf-16-le")


def filetime(*moment: int) -> bytes:
    since = datetime.datetime(*moment) - datetime.datetime(1601, 1, 1)  # type: ignore[arg-type]
    return struct.pack("<Q", int(since.total_seconds()) * 10_000_000)


def one(data: bytes) -> ReadArticle:
    (article,) = read(data, "message.txt")
    return article


def test_a_message() -> None:
    article = one(
        message(
            {0x00390040: filetime(2016, 5, 20, 9, 30)},
            attached="plan.pdf",
            p0037001F=wide("The embargo"),
            p0C1A001F=wide("Jane Roe"),
            p1000001F=wide(BODY),
        )
    )
    assert article.reader == "msg/1"
    assert article.title == "The embargo"
    assert article.author == "Jane Roe"
    assert article.text.split("\n\n") == [
        "The embargo",
        "The council voted on Monday.",
        "It was imposed in 2011.",
    ]
    assert article.published is not None
    assert format_edtf(article.published.value) == "2016-05-20"
    assert article.published.evidence == "the message was sent on 2016-05-20 09:30 UTC"
    assert article.warnings == ("Attachments were not read: plan.pdf.",)


def test_the_header_knows_the_sender_s_own_day() -> None:
    headers = "Received: by mail\r\nDate: Fri, 20 May 2016 23:30:00 -0400\r\nSubject: x\r\n"
    article = one(
        message(
            {0x00390040: filetime(2016, 5, 21, 3, 30)},
            p007D001F=wide(headers),
            p1000001F=wide(BODY),
        )
    )
    assert article.published is not None
    assert format_edtf(article.published.value) == "2016-05-20"


def test_eight_bit_text_in_its_code_page() -> None:
    article = one(
        message(
            {0x3FFD0003: struct.pack("<I", 1251)},
            p0037001E="Совет".encode("cp1251"),
            p1000001E="Совет голосовал в 2016 году.".encode("cp1251"),
        )
    )
    assert article.text == "Совет\n\nСовет голосовал в 2016 году."


def test_html_where_there_is_no_text() -> None:
    markup = b"<html><body><p>The council voted in <b>May 2016</b>.</p></body></html>"
    article = one(message(p0037001F=wide("The embargo"), p10130102=markup))
    assert article.text == "The embargo\n\nThe council voted in May 2016."


# The specification's own example (MS-OXRTFCP 3.1), and its second one with overlapping copies.
PACKED = bytes.fromhex(
    "2d0000002b0000004c5a4675f1c5c7a703000a00726370673132354232"
    "0af32068656c090020627705b06c647d0a800fa0"
)
REPEATED = bytes.fromhex("1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0")


def test_compressed_rtf() -> None:
    assert unpacked_rtf(PACKED, 1000) == b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"
    assert unpacked_rtf(REPEATED, 1000) == b"{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}"
    assert unpacked_rtf(PACKED, 10) == b"{\\rtf1\\ans"
    assert unpacked_rtf(bytes(8) + b"MELA" + bytes(4) + b"{\\rtf1 a}", 100) == b"{\\rtf1 a}"


def test_rtf_where_there_is_nothing_else() -> None:
    article = one(message(p0037001F=wide("Greeting"), p10090102=PACKED))
    assert article.text == "Greeting\n\nhello world"


@pytest.mark.parametrize("length", [9, 600, 1100, 1600])
def test_a_message_that_breaks_off(length: int) -> None:
    data = message(p0037001F=wide("The embargo"), p1000001F=wide(BODY * 20))
    with pytest.raises(UnreadableFile):
        read(data[:length], "message.msg")


def test_a_message_without_words() -> None:
    with pytest.raises(UnreadableFile, match="no words"):
        read(message(p0C1A001F=wide("Jane Roe")), "message.msg")


def test_an_old_word_document_is_none() -> None:
    with pytest.raises(UnreadableFile, match="old office document"):
        read(ole({"WordDocument": b"x" * 100}), "old.doc")
