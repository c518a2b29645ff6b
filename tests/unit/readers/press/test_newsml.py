from __future__ import annotations

import pytest

from timeline_app.domain.edtf import format_edtf
from timeline_app.domain.errors import UnreadableFile
from timeline_app.domain.records import Role
from timeline_app.readers import ReadArticle, read

NITF = """<nitf><head><title>Embargo</title>
<docdata><date.issue norm="20160521T010000Z"/></docdata>
<pubdata type="print" name="The Harbor Record" date.publication="20160520" position.section="World"
 ex-ref="https://example.org/embargo"/></head>
<body xml:lang="en-GB"><body.head><hedline><hl1>Council Keeps <em>Embargo</em></hl1></hedline>
<byline>By <person>Jane Roe</person></byline>
<dateline><location>TRIPOLI, Libya</location>, <story.date>May 20</story.date></dateline>
</body.head><body.content><block><p>The council voted on <chron norm="20160516">Monday</chron> to
keep it.</p><hl2>What Came Before</hl2><p>It was imposed in 2011.</p>
<media media-type="image"><media-reference source="a.jpg">no words</media-reference>
<media-caption>Ships wait in the harbor.</media-caption></media>
<bq><block><p>We shall see.</p></block></bq></block></body.content>
<body.end><tagline>Reporting by John Doe</tagline></body.end></body></nitf>"""

PLAIN = '<inlineData contenttype="text/plain">The council voted.\n\nIt was 2016.</inlineData>'
XHTML = """<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml">
<head><title>No part of it</title></head><body><p>The council voted.</p><h2>Before</h2>
<p>It was imposed in 2011.</p></body></html></inlineXML>"""


def item(content: str, head: str = "<headline>Council Keeps Embargo</headline>") -> str:
    return f"""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" standard="NewsML-G2"
 guid="urn:newsml:1"><itemMeta><provider literal="hr"><name>Harbor News</name></provider>
<versionCreated>2016-05-20T10:00:00+02:00</versionCreated>
<firstCreated>2016-05-19T23:00:00+02:00</firstCreated></itemMeta>
<contentMeta><creator literal="jane"><name>Jane Roe</name></creator>{head}
<language tag="en-US"/></contentMeta><contentSet>{content}</contentSet></newsItem>"""


def many(words: str) -> list[ReadArticle]:
    return read(f'<?xml version="1.0" encoding="UTF-8"?>\n{words}'.encode(), "story.html")


def one(words: str) -> ReadArticle:
    (article,) = many(words)
    return article


def test_nitf() -> None:
    article = one(NITF)
    assert article.reader == "nitf/1"
    assert article.text.split("\n\n") == [
        "Council Keeps Embargo",
        "TRIPOLI, Libya, May 20 —",
        "The council voted on Monday to keep it.",
        "What Came Before",
        "It was imposed in 2011.",
        "Ships wait in the harbor.",
        "We shall see.",
        "Reporting by John Doe",
    ]
    roles = [block.role for block in article.blocks]
    assert roles == [
        Role.TITLE,
        Role.DATELINE,
        Role.BODY,
        Role.HEADING,
        Role.BODY,
        Role.CAPTION,
        Role.QUOTATION,
        Role.CREDIT,
    ]
    assert (article.title, article.author) == ("Council Keeps Embargo", "Jane Roe")
    assert (article.publication, article.section) == ("The Harbor Record", "World")
    assert (article.language, article.url) == ("en", "https://example.org/embargo")
    assert article.published is not None
    assert format_edtf(article.published.value) == "2016-05-20"
    assert article.published.evidence == "the document's date.publication “20160520”"


def test_nitf_by_its_date_of_issue() -> None:
    article = one(NITF.replace('date.publication="20160520"', ""))
    assert article.published is not None
    assert format_edtf(article.published.value) == "2016-05-21"


@pytest.mark.parametrize("content", [PLAIN, XHTML, f"<inlineXML>{NITF}</inlineXML>"])
def test_a_news_item(content: str) -> None:
    article = one(item(content))
    assert article.reader == "newsml/1"
    assert article.text.startswith("Council Keeps Embargo\n\n")
    assert "The council voted" in article.text
    assert "No part of it" not in article.text
    assert (article.author, article.publication) == ("Jane Roe", "Harbor News")
    assert article.language == "en"
    assert article.published is not None
    assert format_edtf(article.published.value) == "2016-05-19"


def test_markup_in_a_text_is_read_as_such() -> None:
    escaped = '<inlineData contenttype="text/plain">&lt;p&gt;It was 2016.&lt;/p&gt;</inlineData>'
    assert one(item(escaped)).text == "Council Keeps Embargo\n\nIt was 2016."


def test_titles_of_writers_are_no_names() -> None:
    byline = "<byline>By JANE ROE<byttl>AP Business Writer</byttl></byline>"
    words = NITF.replace("<byline>By <person>Jane Roe</person></byline>", byline)
    assert one(words).author == "JANE ROE"


def test_a_message_of_several_items() -> None:
    picture = item('<remoteContent href="a.jpg"/>', "<headline>A picture</headline>")
    inner = item(PLAIN) + picture + item(XHTML, "<headline>Another</headline>")
    message = f"<newsMessage xmlns='http://iptc.org/std/nar/2006-10-01/'><itemSet>{inner}</itemSet></newsMessage>"
    first, second = many(message)
    assert (first.title, first.part) == ("Council Keeps Embargo", "1")
    assert (second.title, second.part) == ("Another", "2")


def test_a_document_type_and_a_comment_may_come_first() -> None:
    article = one(f'<!-- feed --><!DOCTYPE nitf SYSTEM "nitf-3-4.dtd">{NITF}')
    assert article.reader == "nitf/1"


def test_a_document_that_breaks_off_is_read_up_to_there() -> None:
    article = one(NITF[: NITF.index("<media ")])
    assert "It was imposed in 2011." in article.text
    assert article.warnings == ("The file is damaged; what could be read of it was taken.",)


def test_entities_stay_unread() -> None:
    bomb = '<!DOCTYPE nitf [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    bomb += '<!ENTITY c SYSTEM "file:///etc/passwd">]>'
    article = one(bomb + NITF.replace("What Came Before", "&b;&c;Before"))
    assert "aaaaaaaaaa" not in article.text
    assert "root:" not in article.text
    assert "Before" in article.text


@pytest.mark.parametrize("words", ["<nitf><body/></nitf>", item("")])
def test_no_text(words: str) -> None:
    with pytest.raises(UnreadableFile):
        many(words)
