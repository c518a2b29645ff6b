from __future__ import annotations

import random
from email.message import EmailMessage

import pytest

from timeline_app.domain.edtf import format_edtf
from timeline_app.domain.errors import UnreadableFile
from timeline_app.domain.records import Role
from timeline_app.readers import ReadArticle, read

WORDS = """The council voted on Monday to keep the embargo, as it had said it
would do, and nobody could say on Tuesday when it might be over.

> On 3 May 2015 John wrote:
> Will they keep it?

It was imposed in 2011.

--\x20
Jane Roe, The Harbor Record
"""


def message(words: str = WORDS, subject: str = "Embargo für immer") -> EmailMessage:
    mail = EmailMessage()
    mail["From"] = "Jane Roe <jane@record.example>"
    mail["To"] = "desk@record.example"
    mail["Subject"] = subject
    mail["Date"] = "Fri, 20 May 2016 23:30:00 -0400"
    mail["Message-ID"] = "<1@record.example>"
    mail.set_content(words)
    return mail


def one(data: bytes, name: str = "story.txt") -> ReadArticle:
    (article,) = read(data, name)
    return article


def test_a_message() -> None:
    article = one(message().as_bytes())
    assert article.reader == "mail/1"
    assert article.title == "Embargo für immer"
    assert article.author == "Jane Roe"
    assert article.published is not None
    assert format_edtf(article.published.value) == "2016-05-20"
    assert article.published.confidence > 0.9
    assert "Date: Fri, 20 May 2016" in article.published.evidence
    assert article.text.split("\n\n") == [
        "Embargo für immer",
        "The council voted on Monday to keep the embargo, as it had said it would do, and nobody"
        " could say on Tuesday when it might be over.",
        "It was imposed in 2011.",
    ]
    assert article.blocks[0].role is Role.TITLE


def test_a_page_is_read_where_there_is_no_text() -> None:
    mail = message("")
    page = "<html><body><h2>News of May</h2><p>It ended in <b>2011</b>.</p><br>Bye</body></html>"
    mail.set_content(page, subtype="html")
    assert one(mail.as_bytes()).text.split("\n\n")[1:] == [
        "News of May",
        "It ended in 2011.",
        "Bye",
    ]


def test_text_goes_before_its_copy_in_html_and_attachments_are_named() -> None:
    mail = message()
    mail.add_alternative("<p>The same again.</p>", subtype="html")
    mail.add_attachment(b"It was 1999.", maintype="text", subtype="plain", filename="old.txt")
    article = one(mail.as_bytes())
    assert "1999" not in article.text
    assert "same again" not in article.text
    assert "old.txt" in article.warnings[0]


def test_an_unknown_character_set_does_not_stop_it() -> None:
    data = message("Café of 2011.").as_bytes().replace(b'charset="utf-8"', b'charset="x-klingon"')
    assert "Café of 2011." in one(data).text


def test_a_message_that_only_quotes_keeps_what_it_quotes() -> None:
    assert one(message("> It ended in 2011.\n").as_bytes()).text.endswith("It ended in 2011.")


def test_text_that_only_begins_like_a_mail_is_none() -> None:
    for text in (b"Note: it was 2011.\n\nAnd so on.", b"From: Rome\nthe men came in 2011.\n"):
        assert one(text).reader == "plaintext/1"


@pytest.mark.parametrize("date", ["", "yesterday", "Fri, 99 Foo 2016 99:99", "1 Jan 1930 00:00"])
def test_a_date_that_is_none(date: str) -> None:
    data = message().as_bytes().replace(b"Fri, 20 May 2016 23:30:00 -0400", date.encode())
    assert one(data).published is None


def test_a_message_without_words_is_refused() -> None:
    mail = message("", subject="")
    with pytest.raises(UnreadableFile, match="no words"):
        read(mail.as_bytes(), "a.eml")


def test_a_mailbox() -> None:
    second = message("It was imposed in 2011.\n>From 2012 on it was kept.\n", "Second")
    separator = b"From jane@record.example Fri May 20 23:30:00 2016\n"
    data = separator + message().as_bytes() + b"\n" + separator + second.as_bytes()
    articles = read(data, "box")
    assert [article.part for article in articles] == ["1", "2"]
    assert [article.title for article in articles] == ["Embargo für immer", "Second"]
    assert articles[0].reader == "mbox/1"
    assert "From 2012 on it was kept." in articles[1].text


def test_truncated_spoiled_and_deeply_nested_messages_are_read_or_refused() -> None:
    mail = message()
    mail.add_attachment(b"x" * 300, maintype="image", subtype="png", filename="ä.png")
    data, chance = mail.as_bytes(), random.Random(5)
    for cut in range(150, len(data), 61):
        _try(data[:cut])
    for _ in range(80):
        spoiled = bytearray(data)
        for _ in range(12):
            spoiled[chance.randrange(len(data))] = chance.randrange(256)
        _try(bytes(spoiled))
    deep = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (i, i) for i in range(3000)
    )
    _try(b"From: a@b.example\nDate: Fri, 20 May 2016 23:30:00 +0000\n" + deep + b"\nIt was 2011.")


def _try(data: bytes) -> None:
    try:
        articles = read(data, "a.eml")
    except UnreadableFile as refusal:
        assert str(refusal).endswith(".")  # noqa: PT017 - either outcome is right
    else:
        assert articles[0].text.strip()


def test_a_saved_page_in_mhtml() -> None:
    page = (
        b"<!DOCTYPE html><html><head><title>Council keeps embargo</title></head><body><p>The"
        b" council voted in May=20 2016, as it =E2=80=9Chad=E2=80=9D said.</p></body></html>"
    )
    data = (
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://record.example/a\r\n"
        b"Subject: Council keeps embargo\r\nDate: Sat, 21 May 2022 10:00:00 -0000\r\n"
        b'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n'
        b'\tboundary="----b"\r\n\r\n\r\n------b\r\nContent-Type: text/html\r\n'
        b"Content-Transfer-Encoding: quoted-printable\r\n"
        b"Content-Location: https://record.example/a\r\n\r\n" + page + b"\r\n------b--\r\n"
    )
    article = one(data)
    assert article.reader == "mhtml/2"
    assert article.title == "Council keeps embargo"
    assert "as it “had” said." in article.text
    assert article.url == "https://record.example/a"
    assert article.publication == "record.example"
    assert article.published is None


HOPS = (
    b"Received: from b.example by c.example; Mon, 23 May 2016 01:00:00 +0200\n"
    b"Received: from a.example by b.example; Fri, 20 May 2016 09:15:00 +0200\n"
)


@pytest.mark.parametrize("date", [b"", b"Date: soon\n"])
def test_without_a_date_of_its_own_the_first_stop_dates_a_mail(date: bytes) -> None:
    article = one(HOPS + date + b"From: jane@a.example\nSubject: Ships\n\nThe ships left.\n")
    assert article.published is not None
    assert format_edtf(article.published.value) == "2016-05-20"
    assert article.published.confidence == 0.85


@pytest.mark.parametrize(
    "head",
    [
        b"From jane@a.example\nReceived: x\nFrom: Jane Roe <jane@a.example>\nSubject: Ships\n",
        b"Received: from a\nbroken line\nFrom: Jane Roe <j@a.example>\nSubject: Ships\n"
        b"X-A: 1\nX-B: 2\nX-C: 3\nX-D: 4\n",
        b"From: Jane Roe <jane@a.example>\nTo: John\nSubject: Ships\n",
    ],
)
def test_heads_that_programs_write_otherwise(head: bytes) -> None:
    article = one(head + b"\nThe ships left in May.\n")
    assert article.reader == "mail/1"
    assert (article.title, article.author) == ("Ships", "Jane Roe")
    assert article.text == "Ships\n\nThe ships left in May."
