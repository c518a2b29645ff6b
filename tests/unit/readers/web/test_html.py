from __future__ import annotations

import json

import pytest

from timeline_app.domain.edtf import format_edtf
from timeline_app.domain.errors import UnreadableFile
from timeline_app.domain.records import Role
from timeline_app.readers import ReadArticle, read

HEAD = """<meta property="og:site_name" content="The Harbor Record">
<meta property="og:title" content="Council Keeps Embargo | The Harbor Record">
<link rel="canonical" href="https://record.example/2016/05/20/embargo">"""
LINKED = """<script type="application/ld+json">{"@graph": [{"@type": "WebSite"}, {"@type":
["NewsArticle"], "datePublished": "2016-05-20T23:30:00-04:00",
"author": [{"@type": "Person", "name": "Jane Roe"}, {"name": "John Doe"}]}]}</script>"""
BODY = """<nav><ul><li><a href="/">Front page</a></li><li><a href="/w">World</a></li></ul></nav>
<div class="cookie-banner">We use cookies to improve your visit. <button>Accept</button></div>
<article><h1>Council Keeps Embargo</h1>
<p>The council voted on Monday to keep the <b>embargo</b>, as it had said<!-- x --> it would do.</p>
<h2>What followed</h2>
<blockquote>
<p>We shall see in 2017 what comes of it, said the man from the ministry.</p></blockquote>
<ul><li>It was first imposed in 2011.</li><li>It was widened in March 2014.</li></ul>
<table><tr><td>May 2015</td><td>A ship was stopped off the coast.</td></tr></table>
<p>Nobody could say on Tuesday when it would end, or what would happen to the ships.</p>
</article>
<footer>Copyright 2016 The Harbor Record. All rights reserved.</footer>
<script>document.write("from a script")</script>"""


def page(head: str = HEAD + LINKED, body: str = BODY, lang: str = "en-GB") -> bytes:
    return (
        f'<!DOCTYPE html><html lang="{lang}"><head>{head}</head><body>{body}</body></html>'.encode()
    )


def one(data: bytes, name: str = "story.txt") -> ReadArticle:
    (article,) = read(data, name)
    return article


def test_the_article_is_kept_and_the_page_around_it_left_out() -> None:
    article = one(page())
    assert article.text.split("\n\n") == [
        "Council Keeps Embargo",
        "The council voted on Monday to keep the embargo, as it had said it would do.",
        "What followed",
        "We shall see in 2017 what comes of it, said the man from the ministry.",
        "It was first imposed in 2011.",
        "It was widened in March 2014.",
        "May 2015 | A ship was stopped off the coast.",
        "Nobody could say on Tuesday when it would end, or what would happen to the ships.",
    ]
    roles = [block.role for block in article.blocks]
    assert roles[:4] == [Role.TITLE, Role.BODY, Role.HEADING, Role.QUOTATION]
    assert set(roles[4:]) == {Role.BODY}


def test_metadata() -> None:
    article = one(page())
    assert article.reader == "html/2"
    assert article.title == "Council Keeps Embargo"
    assert article.author == "Jane Roe, John Doe"
    assert article.publication == "The Harbor Record"
    assert article.language == "en"
    assert article.url == "https://record.example/2016/05/20/embargo"
    assert article.published is not None
    assert format_edtf(article.published.value) == "2016-05-20"
    assert article.published.confidence >= 0.9
    assert "structured data" in article.published.evidence


def test_content_tells_whatever_the_name() -> None:
    assert one(page(), "story.pdf").reader == "html/2"
    assert one(b"He wrote <html> on the board in 2011.", "story.html").reader == "plaintext/1"


@pytest.mark.parametrize(
    ("head", "evidence"),
    [
        ('<meta property="article:published_time" content="2016-05-20T08:00Z">', "meta tag"),
        ('<meta name="DC.date.issued" content="May 20, 2016">', "meta tag"),
    ],
)
def test_date_from_meta_tags(head: str, evidence: str) -> None:
    published = one(page(head)).published
    assert published is not None
    assert format_edtf(published.value) == "2016-05-20"
    assert evidence in published.evidence


def test_date_from_a_time_element_is_trusted_less() -> None:
    body = BODY.replace("</h1>", '</h1><time datetime="2016-05-20T08:00">Friday</time>')
    published = one(page("", body)).published
    assert published is not None
    assert format_edtf(published.value) == "2016-05-20"


def test_a_page_that_disagrees_with_itself_says_so() -> None:
    head = '<meta property="article:published_time" content="2016-05-20">' + LINKED.replace(
        "2016-05-20T23:30:00-04:00", "2014-01-02"
    )
    published = one(page(head)).published
    assert published is not None
    assert published.confidence < 0.8
    assert "2014-01-02" in published.evidence


def test_a_year_alone_is_no_day_of_publication() -> None:
    assert (
        one(page("", "<p>It was imposed in 2011, and nobody knows when it ends.</p>")).published
        is None
    )


@pytest.mark.parametrize("broken", ["{", "[" * 5000, '"text"', "null", '{"@type": 7}'])
def test_broken_structured_data_is_left_out(broken: str) -> None:
    head = f'<script type="application/ld+json">{broken}</script>'
    assert one(page(HEAD + head)).title == "Council Keeps Embargo"


def test_the_encoding_that_the_page_names() -> None:
    body = BODY.replace("Nobody", "Café d’Orléans: nobody")
    data = page('<meta charset="iso-8859-1">', body).decode().encode("cp1252")
    assert "Café d’Orléans: nobody" in one(data).text
    greek = page('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-7">')
    data = greek.replace(b"Nobody", "Κανείς".encode("iso-8859-7"))
    assert "Κανείς could say" in one(data).text
    assert "Nobody" in one(page().decode().encode("utf-16")).text
    assert "Nobody" in one(page('<meta charset="no-such-thing">') + b"<p>\xe9</p>").text


@pytest.mark.parametrize("name", ["rot13", "hex", "idna", "undefined", "x" * 300])
def test_an_encoding_that_is_none_of_text_is_not_believed(name: str) -> None:
    data = page(f'<meta charset="{name}">').replace(b"Nobody", "Café".encode("cp1252"))
    assert "Café could say" in one(data).text


def test_tags_with_odd_names() -> None:
    body = b"<p>It was<b<i>in</b<i> 2011.</p><a=b>It was\xc2\xaa so.</a=b><1>And</1>"
    assert "2011." in one(b"<!DOCTYPE html><html\xc2\xaa lang><body>" + body).text


def test_where_a_saved_page_came_from() -> None:
    saved = b"<!-- saved from url=(0030)https://record.example/a/story -->\n" + page("")
    article = one(b"<!DOCTYPE html>\n" + saved)
    assert article.url == "https://record.example/a/story"
    assert article.publication == "record.example"


def test_a_page_without_an_article_is_taken_whole_with_a_warning() -> None:
    article = one(b"<html><body><div>" * 3000 + b"It ended in May 2014." + b"</div>" * 3000)
    assert "It ended in May 2014." in article.text
    assert "could not be told" in article.warnings[0]


@pytest.mark.parametrize("depth", [10_000, 100_000])
def test_deep_nesting_is_read_flat(depth: int) -> None:
    data = b"<html><body>" + b"<div>" * depth + b"It ended in 2014." + b"</div>" * depth
    assert one(data).text == "It ended in 2014."


def test_one_huge_text_node() -> None:
    words = b"It ended in May 2014, as they said. " * 300_000
    assert len(one(b"<html><body><p>" + words + b"</p></body></html>").text) > 10_000_000


def test_a_page_that_is_too_long_is_refused_and_embedded_pictures_do_not_count() -> None:
    picture = b'<img src="data:image/png;base64,' + b"QUJD" * 4_000_000 + b'">'
    assert one(page() + picture).title == "Council Keeps Embargo"
    with pytest.raises(UnreadableFile, match="too long"):
        read(b"<html><body>" + b"<p>It ended in 2014.</p>" * 600_000, "a.html")


@pytest.mark.parametrize(
    "data",
    [
        b"<html></html>",
        b"<!DOCTYPE html><html><body><script>var x = 2011;</script></body></html>",
        b"<html><body><img src='a.png'></body></html>",
    ],
)
def test_a_page_without_words_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableFile, match="no words"):
        read(data, "a.html")


def test_nothing_is_fetched_and_no_entity_expanded(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a reader opened a connection")

    monkeypatch.setattr("socket.socket.connect", refuse)
    monkeypatch.setattr("socket.create_connection", refuse)
    head = b'<!DOCTYPE html SYSTEM "http://127.0.0.1:9/a.dtd" [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    data = head + page(
        HEAD + '<link rel="stylesheet" href="http://127.0.0.1:9/a.css">', BODY + "<p>&x;</p>"
    )
    assert "root:" not in one(data).text


@pytest.mark.parametrize("cut", [30, 200, 700, 1200, 1700])
def test_a_truncated_page_is_read_as_far_as_it_goes_or_refused(cut: int) -> None:
    try:
        article = one(page()[:cut])
    except UnreadableFile:
        assert b"Nobody" not in page()[:cut]
    else:
        assert article.text.strip()


def test_a_page_may_come_after_styles_and_complaints() -> None:
    before = "<style>" + "p { color: red }\n" * 400 + "</style>"
    words = "<html><head><title>Embargo</title></head><body><p>It was imposed in 2011.</p></body>"
    (article,) = read((before + words).encode(), "page.dat")
    assert (article.reader, article.title) == ("html/2", "Embargo")
    assert "color" not in article.text


def described(**fields: object) -> ReadArticle:
    """A page with such JSON-LD, and an address."""
    stated = json.dumps({"@type": "NewsArticle", **fields})
    head = (
        '<link rel="canonical" href="https://www.harbor-record.example/a">'
        f'<script type="application/ld+json">{stated}</script>'
    )
    return one(page(head, f"<h1>Other</h1><p>{'The council voted to keep it. ' * 9}</p>"))


@pytest.mark.parametrize(
    ("headline", "title"),
    [
        ("Council&#8217;s <em>Vote</em> &amp; After", "Council’s Vote & After"),
        ("Votes: 3 < 5", "Votes: 3 < 5"),
        ("Council Votes | The Harbor Record", "Council Votes"),
        ("Council Votes - harbor-record.example", "Council Votes"),
        ("Council Votes (The Harbor Record)", "Council Votes"),
        ("Council Votes – but when?", "Council Votes – but when?"),
    ],
)
def test_a_stated_headline_without_marks_and_site(headline: str, title: str) -> None:
    assert described(headline=headline, publisher={"name": "The Harbor Record"}).title == title


@pytest.mark.parametrize(
    ("author", "kept"),
    [
        ("Jane Roe", "Jane Roe"),
        ([{"name": "Jane Roe"}, {"name": "Jane Roe"}, {"name": "John Doe"}], "Jane Roe, John Doe"),
        ("admin", None),
        ("The Harbor Record", None),
        ("harbor-record.example", None),
    ],
)
def test_accounts_and_the_site_itself_are_no_authors(author: object, kept: str | None) -> None:
    assert described(author=author, publisher={"name": "The Harbor Record"}).author == kept


def test_a_site_that_calls_itself_by_its_address_or_page() -> None:
    address = described(headline="Vote", publisher={"name": "https://www.harbor-record.example/"})
    assert address.publication == "harbor-record.example"
    page_first = described(headline="Vote", publisher={"name": "Vote | The Harbor Record"})
    assert page_first.publication == "The Harbor Record"


def test_an_author_that_only_the_page_itself_marks() -> None:
    body = (
        '<h1>Council Votes</h1><a rel="author" href="/u/1">By Jane Roe</a>'
        f"<p>{'The council voted to keep it. ' * 9}</p>"
    )
    assert one(page("<title>Council Votes</title>", body)).author == "Jane Roe"


def test_an_address_or_a_number_is_no_author() -> None:
    assert described(author="j.roe@harbor-record.example").author is None
    assert described(author="105092").author is None


def test_a_long_title_of_separators_takes_no_time() -> None:
    assert described(headline="a | - (" * 250).title
