from __future__ import annotations

import random

import pytest

from timeline_app.domain.edtf import format_edtf
from timeline_app.domain.errors import UnreadableFile
from timeline_app.readers import read

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>The Harbor Record</title><language>en-gb</language>
<item><title>Council Keeps Embargo</title><link>https://record.example/a</link>
<pubDate>Fri, 20 May 2016 08:00:00 GMT</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>The council voted.</p><p>It was imposed in <b>2011</b>.</p>]]>
</content:encoded></item>
<item><title>Ships Leave</title><description>The ships left in 2014 &amp; stayed away.</description>
</item><item><title>A title alone</title></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>The Harbor Record</title>
<entry><title>Council Keeps Embargo</title><link href="https://record.example/a"/>
<author><name>Jane Roe</name></author><updated>2016-05-21T08:00:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>It was imposed in 2011.</p></div>
</content></entry></feed>"""


def test_rss() -> None:
    first, second = read(RSS.encode(), "feed.txt")
    assert first.reader == "feed/1"
    assert (first.part, second.part) == ("1", "2")
    assert first.text == "Council Keeps Embargo\n\nThe council voted.\n\nIt was imposed in 2011."
    assert first.publication == "The Harbor Record"
    assert (first.language, first.url) == ("en", "https://record.example/a")
    assert first.published is not None
    assert format_edtf(first.published.value) == "2016-05-20"
    assert second.text.endswith("The ships left in 2014 & stayed away.")
    assert second.published is None
    assert first.warnings == ()


def test_atom_with_a_date_of_change() -> None:
    (article,) = read(ATOM.encode(), "a")
    assert article.author == "Jane Roe"
    assert article.text.endswith("It was imposed in 2011.")
    assert article.published is not None
    assert format_edtf(article.published.value) == "2016-05-21"
    assert article.published.confidence < 0.9


def test_a_feed_without_texts_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="No entry"):
        read(b"<rss><channel><item><title>Alone</title></item></channel></rss>", "a.xml")


def test_nothing_is_fetched_or_expanded(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a reader opened a connection")

    monkeypatch.setattr("socket.socket.connect", refuse)
    head = '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y "LOL">]>'
    hostile = RSS.replace("<rss", head + "<rss").replace("Short.", "&x;&y;")
    assert all("root:" not in article.text for article in read(hostile.encode(), "a"))


def test_truncated_and_spoiled_feeds_are_read_as_far_as_they_go_or_refused() -> None:
    data, chance = RSS.encode(), random.Random(9)
    for cut in range(120, len(data), 53):
        _try(data[:cut])
    for _ in range(60):
        spoiled = bytearray(data)
        for _ in range(8):
            spoiled[chance.randrange(60, len(data))] = chance.randrange(256)
        _try(bytes(spoiled))


def _try(data: bytes) -> None:
    try:
        articles = read(data, "a.xml")
    except UnreadableFile as refusal:
        assert str(refusal).endswith(".")  # noqa: PT017 - either outcome is right
    else:
        assert articles[0].text.strip()
