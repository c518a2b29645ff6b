from __future__ import annotations

from timeline_app.domain.records import Role
from timeline_app.readers import ReadArticle, read

PARAGRAPHS = [
    f"The council met again to talk about the embargo, in its part number {n}, and went home late."
    for n in range(6)
]


def one(body: str) -> ReadArticle:
    head = "<meta property='og:title' content='Council Keeps Embargo'>"
    (article,) = read(f"<html><head>{head}</head><body>{body}</body></html>".encode(), "a.html")
    return article


def figure(caption: str) -> str:
    return f"<figure><img src='a.jpg'><figcaption>{caption}</figcaption></figure>"


def test_captions_stay_where_the_page_has_them() -> None:
    paragraphs = [f"<p>{words}</p>" for words in PARAGRAPHS]
    paragraphs.insert(2, figure("Ships wait in the harbor in 2015."))
    body = figure("The council in session.") + "".join(paragraphs)
    elsewhere = f"<aside>{figure('Another story altogether, in brief.')}</aside>"
    article = one(f"<article><h1>Council Keeps Embargo</h1>{body}</article>{elsewhere}")
    assert article.text.split("\n\n") == [
        "Council Keeps Embargo",
        "The council in session.",
        *PARAGRAPHS[:2],
        "Ships wait in the harbor in 2015.",
        *PARAGRAPHS[2:],
    ]
    captions = [b.span.slice(article.text) for b in article.blocks if b.role is Role.CAPTION]
    assert captions == ["The council in session.", "Ships wait in the harbor in 2015."]


def test_a_repeated_caption_and_one_of_two_words_are_left_out() -> None:
    body = "".join(f"<p>{words}</p>{figure('Ships wait in 2015.')}" for words in PARAGRAPHS)
    article = one(f"<article>{body}{figure('Agency photo')}<p>{PARAGRAPHS[0]}</p></article>")
    assert article.text.count("Ships wait in 2015.") == 1
    assert "Agency photo" not in article.text


def test_lists_and_quotations_are_kept() -> None:
    paragraphs = "".join(f"<p>{words}</p>" for words in PARAGRAPHS)
    extra = (
        "<ul><li>The port opened in 2011.</li><li>The port closed in 2014.</li></ul>"
        "<blockquote><p>We shall see what comes of it.</p></blockquote>"
    )
    article = one(f"<article><h1>Council Keeps Embargo</h1>{paragraphs}{extra}</article>")
    assert article.text.split("\n\n")[-3:] == [
        "The port opened in 2011.",
        "The port closed in 2014.",
        "We shall see what comes of it.",
    ]
    assert article.blocks[-1].role is Role.QUOTATION
