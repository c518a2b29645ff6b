"""Hostile files of the formats that came last, and broken-off files of every format."""

from __future__ import annotations

import gzip
import io
import struct
import zipfile

import pytest

from tests.unit.readers.olefiles import ole
from tests.unit.readers.press.exports import PIECES, as_text, lexisnexis, proquest
from tests.unit.readers.samples import SAMPLES
from tests.unit.readers.web.test_warc import record, wacz
from timeline_app.domain.errors import UnreadableFile
from timeline_app.readers import read

MEGABYTE = 1 << 20


def reason(data: bytes, name: str = "file.dat") -> str:
    """Why a file is refused; it must be."""
    with pytest.raises(UnreadableFile) as refused:
        read(data, name)
    return str(refused.value)


def outcome(data: bytes, name: str) -> str:
    """The first article's text, or why the file is refused."""
    try:
        return read(data, name)[0].text.strip()
    except UnreadableFile as refused:
        return str(refused)


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_every_format_broken_off_anywhere(name: str) -> None:
    data = SAMPLES[name]
    for length in sorted({1, 5, *range(0, len(data), max(1, len(data) // 23))}):
        assert outcome(data[:length], name)


def test_nothing_at_all() -> None:
    assert reason(b"") == "The file is empty."


def many_entries(count: int) -> bytes:
    """A ZIP with `count` empty members, written by hand: the library takes seconds."""
    local = b"PK\x03\x04" + bytes(26)
    names = [b"%06d" % number for number in range(count)]
    entry = struct.Struct("<4s4B4HL2L5H2L")
    directory = b"".join(
        entry.pack(b"PK\x01\x02", 20, 0, 20, 0, 0, 0, 0, 0, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0) + name
        for name in names
    )
    end = struct.pack(
        "<4s4H2LH", b"PK\x05\x06", 0, 0, count & 0xFFFF, count & 0xFFFF, len(directory), 30, 0
    )
    return local + directory + end


def test_a_hundred_thousand_entries_are_refused() -> None:
    # The count in the end record has 16 bits: 100,000 is written as 34,464, and 65,537 as 1.
    assert reason(many_entries(100_000)) == "The archive holds more than 20000 files."
    assert reason(many_entries(65_537)) == "The archive holds more than 20000 files."


def test_a_web_archive_that_packs_a_bomb() -> None:
    bomb = gzip.compress(bytes(300 * MEGABYTE))
    answer = record("https://example.org/a", bomb, extra="Content-Encoding: gzip\r\n")
    assert reason(answer) == "No page of the archive has an article's text."
    assert reason(gzip.compress(answer)) == "No page of the archive has an article's text."


def test_a_web_archive_that_unpacks_to_too_much() -> None:
    answer = record("https://example.org/a", bytes(15 * MEGABYTE), kind="application/pdf")
    data = gzip.compress(answer) * 40
    assert len(data) < MEGABYTE
    assert reason(data) == "The archive unpacks to too much for articles."


def test_a_zip_within_a_wacz_is_no_way_around_the_limits() -> None:
    out = io.BytesIO(wacz([]))
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as container:
        container.writestr("archive/more.warc", bytes(300 * MEGABYTE))
    assert "unpacks to 300 MB" in reason(out.getvalue())


@pytest.mark.parametrize("sector", [1, 2, 3])
def test_a_message_whose_sectors_follow_themselves(sector: int) -> None:
    data = bytearray(ole({"__properties_version1.0": bytes(32), "__substg1.0_1000001F": b"a" * 99}))
    table = 512 + 4 * sector
    data[table : table + 4] = struct.pack("<I", sector)
    assert outcome(bytes(data), "message.msg")


def test_an_export_that_numbers_its_articles_absurdly() -> None:
    lines = lexisnexis(PIECES[:2])
    text = "\n".join(lines).replace("2 of 2 DOCUMENTS", "9999999 of 9999999 DOCUMENTS")
    assert len(read(text.encode(), "export.txt")) == 2


def test_a_long_export() -> None:
    text = as_text(proquest(PIECES)) * 700
    assert len(read(text, "export.txt")) == 2100


def test_elements_nested_ten_thousand_deep() -> None:
    deep = "<nitf><body><body.content>" + "<block>" * 10_000 + "<p>The council voted.</p>"
    assert reason(deep.encode()) == "There are no words in the file."


@pytest.mark.parametrize("root", ["nitf", "rss", "plist", "html"])
def test_entities_that_multiply(root: str) -> None:
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<?xml version="1.0"?><!DOCTYPE {root} [<!ENTITY a0 "aaaaaaaaaa">{entities}]>'
    body = f'<{root}><head><meta content="&a9;"/></head><body><p>Voted &a9; so.</p></body></{root}>'
    assert len(outcome((bomb + body).encode(), "bomb.xml")) < 10_000


HEAD = b"Date: Fri, 20 May 2016 09:00:00 +0200\n"


@pytest.mark.parametrize(
    "data",
    [
        b"<!--a-->" * 100_000 + b"<p>The council voted.</p>",
        b"<!DOCTYPE html><html><body>" + b"<!--" * 100_000 + b"The council voted.",
        b'<?xml version="1.0"?>' + b"<!--a-->" * 100_000 + b"<p>The council voted.</p>",
        b'<?xml version="1.0"?><!DOCTYPE a ' + b"[" * 4000 + b"]> " * 2000,
        HEAD + b"From: " + b"((((((" * 20_000 + b"\n\nThe council voted.",
        HEAD + b"From: " + b'"a" <a@b.c>, ' * 50_000 + b"\n\nThe council voted.",
        HEAD + b"From: a@b.c\nSubject: " + b"=?utf-8?q?a?= " * 50_000 + b"\n\nThe council voted.",
        b"From: a@b.c\n" + b"Received: a; x\n" * 20_000 + b"\nThe council voted.",
        b"Document A" + b"0" * 1_000_000 + b"\n",
        b". " * 500_000,
        b"a" * 20_000_000 + b"\xe9",
    ],
    ids=range(11),
)
def test_what_once_took_minutes(data: bytes) -> None:
    # Each ran for minutes or broke off: regular expressions and parsers that look again from
    # every place. A worker's limit of time would end them; the whole test run ends here.
    assert outcome(data, "file.dat")


def test_an_absurd_number_is_refused_in_plain_words() -> None:
    data = b'[{"text": "The council voted.", "date": ' + b"9" * 10_000 + b"}]"
    assert reason(data) == "The JSON holds an absurd number."
