from __future__ import annotations

import json
from typing import Any

from timeline_app.domain.edtf import format_edtf
from timeline_app.readers import ReadArticle, read


def text(about: str) -> str:
    return " ".join(f"The council spoke of {about} for the {n}th time that day." for n in range(9))


def page(body: str, *objects: Any, head: str = "") -> list[ReadArticle]:
    scripts = "".join(
        f'<script type="application/ld+json">{json.dumps(item)}</script>' for item in objects
    )
    words = f"<html lang='en'><head>{scripts}{head}</head><body>{body}</body></html>"
    return read(words.encode(), "page.html")


def day(article: ReadArticle) -> str | None:
    return format_edtf(article.published.value) if article.published else None


def test_updates_of_a_live_blog() -> None:
    updates = [
        {
            "@type": "BlogPosting",
            "headline": f"Update on {about}",
            "articleBody": text(about),
            "datePublished": f"2016-05-{20 + at}T23:10:00+02:00",
        }
        for at, about in enumerate(("ships", "crews"))
    ]
    blog = {"@type": "LiveBlogPosting", "headline": "Live", "liveBlogUpdate": updates}
    body = "".join(f"<article><p>{text(about)}</p></article>" for about in ("ships", "crews"))
    ships, crews = page(body, blog)
    assert (ships.title, crews.title) == ("Update on ships", "Update on crews")
    assert (day(ships), day(crews)) == ("2016-05-20", "2016-05-21")
    assert ships.text == f"Update on ships\n\n{text('ships')}"
    assert (ships.part, crews.part) == ("1", "2")


def test_a_few_updates_of_a_long_blog_are_no_substitute_for_it() -> None:
    updates = [{"articleBody": text(about)} for about in ("ships", "crews")]
    body = "".join(f"<p>{text(f'matter {n}')}</p>" for n in range(20))
    (article,) = page(
        f"<article>{body}</article>", {"@type": "LiveBlogPosting", "liveBlogUpdate": updates}
    )
    assert "matter 19" in article.text


def test_a_list_of_whole_posts() -> None:
    posts = "".join(
        f"<article><h2><a href='https://example.org/{about}'>On {about}</a></h2>"
        f"<time datetime='2016-05-{at:02}'>…</time><p>{text(about)}</p></article>"
        for at, about in ((20, "ships"), (19, "crews"), (18, "money"))
    )
    found = page(posts)
    assert [article.title for article in found] == ["On ships", "On crews", "On money"]
    assert [day(article) for article in found] == ["2016-05-20", "2016-05-19", "2016-05-18"]
    assert found[1].url == "https://example.org/crews"


def test_teasers_below_an_article_are_no_parts() -> None:
    story = f"<article><h1>On ships</h1><time datetime='2016-05-20'></time>{text('ships') * 3}"
    teasers = "".join(
        f"<article><h3>Story {n}</h3><time datetime='2016-05-19'></time>Short.</article>"
        for n in range(5)
    )
    (article,) = page(f"{story}</article>{teasers}")
    assert article.title == "On ships"


def test_stories_that_a_list_names_don_t_date_the_page() -> None:
    listed = [
        {"@type": "NewsArticle", "headline": f"Story {n}", "datePublished": f"2016-05-0{n}"}
        for n in range(1, 5)
    ]
    (article,) = page(f"<main><h1>All news</h1><p>{text('everything')}</p></main>", listed)
    assert article.title == "All news"
    assert article.published is None


def test_of_several_articles_the_one_with_the_page_s_address_counts() -> None:
    listed = [
        {
            "@type": "NewsArticle",
            "headline": f"Story {n}",
            "datePublished": f"2016-05-0{n}",
            "url": f"https://example.org/{n}",
        }
        for n in range(1, 5)
    ]
    canonical = '<link rel="canonical" href="https://example.org/3">'
    (article,) = page(f"<main><p>{text('everything')}</p></main>", listed, head=canonical)
    assert (article.title, day(article)) == ("Story 3", "2016-05-03")


def test_a_page_that_shows_nothing_gives_the_text_that_it_states() -> None:
    stated = {
        "@type": "NewsArticle",
        "headline": "On ships",
        "articleBody": text("ships"),
        "articleSection": ["Harbor"],
        "datePublished": "2016-05-20",
    }
    (article,) = page("<div id='app'>Loading</div>", stated)
    assert article.text == f"On ships\n\n{text('ships')}"
    assert article.section == "Harbor"
