from __future__ import annotations

import datetime
import hashlib
import re
from pathlib import Path

import pytest

from timeline_app.domain.edtf import format_edtf, parse_edtf
from timeline_app.domain.errors import UnreadableFile
from timeline_app.domain.records import ArticleDraft, Event, Modality
from timeline_app.domain.telling import event_words
from timeline_app.extract import digest

ROOT = Path(__file__).parents[3]
SAMPLES = sorted((ROOT / "resources" / "samples").glob("*.txt"))
WIRE_STORY = ROOT.parent / "shared" / "articles" / "pact-to-send-us-troops-to-libya.txt"


def one(data: bytes, path: str = "story.txt") -> ArticleDraft:
    (draft,) = digest(data, path=path)
    return draft


def test_a_draft_holds_all_that_is_stored() -> None:
    data = b"Council Meets\n\nPublished: May 20, 2016\n\nThe council met in Vienna on May 16.\n"
    draft = one(data, "/some/where/story.txt")
    article = draft.article
    assert article.path == "/some/where/story.txt"
    assert article.sha256 == hashlib.sha256(data).hexdigest()
    assert article.reader == "plaintext/1"
    assert draft.original == data
    assert [event.title for event in draft.events] == ["The council met in Vienna"]
    assert all(article.text[e.span.start : e.span.end] == e.text for e in draft.expressions)
    assert draft.words == tuple(event_words(e, article).packed() for e in draft.events)


def test_what_rests_on_the_files_modified_time_says_so_and_is_less_sure() -> None:
    data = b"Council Meets\n\nThe council met in Vienna on Monday. The ships left a day later.\n"
    day = datetime.date(2019, 5, 16)
    [guessed] = digest(data, path="a.txt", changed=lambda: day)
    [given] = digest(data, path="a.txt", published=parse_edtf("2019-05-16"), changed=lambda: day)
    assert guessed.article.published is not None
    assert guessed.article.published.confidence == 0.2
    assert guessed.article.warnings == (
        "The date of publication was guessed from the file's modified time.",
    )
    first, sure = guessed.events[0], given.events[0]
    assert format_edtf(first.when) == format_edtf(sure.when) == "2019-05-13"
    told = "the publication date is a guess by the file's modified time"
    assert told in first.mentions[0].why
    assert told not in sure.mentions[0].why
    assert first.confidence < sure.confidence
    assert given.article.warnings == ()


def test_the_modified_time_is_not_asked_for_where_there_is_better() -> None:
    def never() -> datetime.date:
        raise AssertionError

    dated = b"Council Meets\n\nPublished: May 20, 2016\n\nThe council met in Vienna on May 16.\n"
    assert one(dated).article.published is not None
    digest(dated, path="a.txt", changed=never)
    mailbox = b"[" + b",".join([b'{"title": "A", "text": "The council met on Monday."}'] * 2) + b"]"
    for draft in digest(mailbox, path="a.json", changed=never):
        assert draft.article.published is None


def test_a_given_publication_date_and_outlet_overrule_the_file() -> None:
    data = b"Council Meets\n\nPublished: May 20, 2016\n\nThe council met in Vienna on May 16.\n"
    (draft,) = digest(data, path="a.txt", published=parse_edtf("2014-06-01"), source="The Herald")
    assert draft.article.published is not None
    assert format_edtf(draft.article.published.value) == "2014-06-01"
    assert draft.article.publication == "The Herald"
    assert format_edtf(draft.events[0].when) == "2014-05-16"


def test_the_dateline_dates_an_article_that_says_nothing_else() -> None:
    data = "A Title\n\nPARIS, June 3, 1998 — The men left the city on Monday.\n".encode()
    published = one(data).article.published
    assert published is not None
    assert format_edtf(published.value) == "1998-06-03"


def test_the_file_name_gives_a_dateline_its_year() -> None:
    data = "A Title\n\nPARIS, June 3 — Men left on Monday. The hall was built in 1994.\n".encode()
    years = {
        "2003-06-04 strike.txt": "2003-06-03",
        "2003-09-04.txt": "1994-06-03",
        "strike.txt": "1994-06-03",
    }
    for path, expected in years.items():
        published = one(data, path).article.published
        assert published is not None
        assert format_edtf(published.value) == expected


@pytest.mark.parametrize("data", [b"", b"   \n ", b"\x89PNG\r\n\x1a\n" + bytes(64)])
def test_bad_input_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableFile):
        digest(data, path="story.txt")


@pytest.mark.parametrize(
    "text",
    [
        "2011 2012 2013 2014 2015 2016\n",
        "In 2011 " * 500,
        "| 2011 | 4 | 2012 | 5 |\n| 2013 | 6 | 2014 | 7 |\n",
        "Im Jahr 2011 wurde die Brücke gebaut. Sie stürzte 2014 ein.\n",
        "Roses of 1914,\nred in the rain,\nwho will remember\nyou in 1918?\n",
        "Q: When? A: In 2011. Q: Sure? A: 2011.\n",
        "(2011)\n",
        "May 5, 2011 - May 6, 2012 - May 7, 2013\n",
    ],
)
def test_odd_texts_give_no_fragments(text: str) -> None:
    for event in one(text.encode()).events:
        assert len(re.findall(r"[^\W\d_]{2,}", event.title)) >= 2, event.title


def test_a_long_line_is_no_trouble() -> None:
    draft = one(b"The men left Libya in 2011 and went home with their arms. " * 2000)
    assert len(draft.events) == 2000


CHRONOLOGY = [
    ("2016-03-01", "Council bans lorries"),
    ("2017-06-05", "Council votes for repairs"),
    ("2019-11-07", "Bridge closed"),
]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "a.txt",
            "The bridge\n\n2016-03-01: council bans lorries\n"
            "2017-06-05: council votes for repairs\n7 Nov 2019 - Bridge closed\n",
        ),
        (
            "a.md",
            "# The bridge\n\n- **2016-03-01** — council bans lorries\n"
            "- **2017-06-05** — council votes for repairs\n- **7 Nov 2019** - Bridge closed\n",
        ),
    ],
)
def test_each_line_of_a_chronology_is_an_event(name: str, text: str) -> None:
    draft = one(text.encode(), name)
    assert [(format_edtf(e.when), e.title) for e in draft.events] == CHRONOLOGY
    assert draft.article.published is None
    assert draft.article.publication is None


def test_each_row_of_a_table_is_an_event() -> None:
    rows = "| Date | Event |\n|---|---|\n| 2016-03-01 | council bans lorries |\n"
    rows += "| 2017-06-05 | council votes for repairs |\n| 7 Nov 2019 | Bridge closed |\n"
    draft = one(f"# The bridge\n\n{rows}".encode(), "a.md")
    assert [(format_edtf(e.when), e.title) for e in draft.events] == CHRONOLOGY
    assert draft.article.published is None


@pytest.mark.parametrize(
    "text",
    [
        "The old bridge\n\nThe men walked home,\nthe women sang,\nand nobody said a word.\n",
        "Ships\n\nName\tBuilt\tSold\nAnna\t3 May 2011\t2014\nBerta\t4 June 2012\t2015\n",
        "Dates\n\n3 May 2011\n4 June 2012\n5 July 2013\n\n6 May 2014, 7 May 2014\n",
        "Results\n\nArsenal 2 Chelsea 1\nLeeds 0 Hull 0\n",
        "Shopping\n\n- Milk\n- Bread\n- Eggs for the cake\n",
        "“We went,” he said. “They came.” “Who?” she asked. “They did,” he said.\n",
        "Il ponte\n\nIl consiglio ha chiuso il ponte. Due uomini sono stati feriti.\n",
        "Council closes old bridge\n",
    ],
)
def test_what_is_no_news_reports_nothing(text: str) -> None:
    (draft,) = digest(text.encode(), path="a.txt", published=parse_edtf("2014-05-10"))
    assert draft.events == ()


def test_a_story_in_capitals() -> None:
    text = (
        "COUNCIL CLOSES OLD BRIDGE\n\nTHE COUNCIL CLOSED THE BRIDGE ON TUESDAY. "
        "POLICE SAID TWO MEN WERE HURT.\n"
    )
    (draft,) = digest(text.encode(), path="a.txt", published=parse_edtf("2014-05-10"))
    assert {format_edtf(event.when) for event in draft.events} == {"2014-05-06"}
    assert "POLICE SAID TWO MEN WERE HURT" in {event.title for event in draft.events}


def test_a_book_takes_time_in_its_length_alone() -> None:
    page = "The king left the city. On 3 May 1804 he won a war. His men burned the mill. "
    for count in (50, 500):
        (draft,) = digest((page * count).encode(), path="a.txt")
        assert len([e for e in draft.events if e.mentions[0].expression]) == count


def test_events_of_short_wrapped_lines() -> None:
    text = (
        "Mill story\r\n\r\nOn 4 May 2014 a mill\r\nburned in Lodz.\r\n\r\nOn 5 May 2014 it rained."
    )
    draft = one(text.encode())
    assert draft.article.title == "Mill story"
    assert [(format_edtf(e.when), e.title) for e in draft.events] == [
        ("2014-05-04", "A mill burned in Lodz"),
        ("2014-05-05", "It rained"),
    ]
    (event,) = one(b"The bridge was built between 1928\nand 1931.").events
    assert (format_edtf(event.when), event.title) == ("1928/1931", "The bridge was built")


def gist(events: tuple[Event, ...]) -> list[tuple[str, str, str, bool]]:
    return [(format_edtf(e.when), e.title, str(e.modality), "year" in e.inferred) for e in events]


@pytest.mark.skipif(not WIRE_STORY.exists(), reason="the shared wire story is not here")
def test_the_wire_story_gives_its_five_events() -> None:
    draft = one(WIRE_STORY.read_bytes())
    assert draft.article.published is None
    assert gist(draft.events) == [
        ("2011", "Fall of former dictator Moammar Gadhafi", "happened", False),
        ("2011/..", "Arms embargo placed on Libya", "ongoing", False),
        (
            "2016",
            "ISIS strategically took control of Libyan oil fields to secure more funding",
            "happened",
            False,
        ),
        (
            "2016-05-16",
            "John Kerry signaled that the weapons embargo for Libya was likely to be lifted",
            "said",
            True,
        ),
        (
            "2016-05-19",
            "Joseph F. Dunford indicated the U.S. may commit a small force of U.S. troops",
            "said",
            True,
        ),
    ]
    kerry, dunford = (
        event.mentions[0].passage.slice(draft.article.text) for event in draft.events[3:]
    )
    assert kerry.startswith("On May 16")
    assert kerry.endswith("victimized by [the embargo].”")
    assert dunford.startswith("On May 19")
    assert "day that could happen.”" in dunford


def test_the_samples_make_a_rich_timeline() -> None:
    drafts = [one(path.read_bytes(), path.name) for path in SAMPLES]
    events = [event for draft in drafts for event in draft.events]
    assert len(SAMPLES) >= 4
    assert 25 <= len(events) <= 80
    assert {event.modality for event in events} >= {
        Modality.HAPPENED,
        Modality.SAID,
        Modality.PLANNED,
        Modality.ONGOING,
    }
    assert any(event.when.kind == "interval" and event.when.latest is None for event in events)
    assert all(int(format_edtf(e.when).strip("./")[:4]) >= 2010 or e.title for e in events)
    assert len({draft.article.publication for draft in drafts}) == len(drafts)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_each_sample_has_title_source_and_body(path: Path) -> None:
    article = one(path.read_bytes(), path.name).article
    assert article.title == path.read_text("utf-8").splitlines()[0]
    assert article.publication
    assert article.warnings == ()


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_sample_titles_pass_the_checklist(path: Path) -> None:
    for event in one(path.read_bytes(), path.name).events:
        assert len(event.title) <= 80
        assert "…" not in event.title
        assert not re.match(r"(?:He|She|It|They|His|Its|Their)\b", event.title), event.title
        assert len(event.title.split()) >= 3, event.title


def test_a_second_verb_without_a_subject_of_its_own_costs_nothing() -> None:
    text = (
        b"Census\n\nBOSTON, May 3, 2004 (AP) -- Many of the people whom the census failed"
        b" to count at first were picked up and added to final census totals through a process.\n"
    )
    (draft,) = digest(text, path="a.txt")
    assert all(event.title for event in draft.events)
