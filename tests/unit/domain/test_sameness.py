"""Reports of one event are told from others: floors on the labelled pairs, and single rules."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.evaluation.eval_grouping import HALVES, quality
from timeline_app.domain.edtf import parse_edtf
from timeline_app.domain.records import Article, Basis, Event, Mention, Modality, Published
from timeline_app.domain.sameness import (
    ECHOED,
    SAME,
    SAME_ARTICLE,
    SUGGESTED,
    is_sure,
    likeness,
)
from timeline_app.domain.telling import Telling, telling_of, unpacked, words_of
from timeline_app.domain.text import Span


def told(
    title: str,
    date: str,
    published: str = "2020-01-01",
    article: int = 1,
    language: str = "en",
) -> Telling:
    """A report by an article of one sentence."""
    text = f"{title}."
    record = Article(
        article, "a.txt", title, text, (), f"{article}", "plaintext/1",
        published=Published(parse_edtf(published), "", 1.0), language=language,
    )  # fmt: skip
    event = Event(0, title, parse_edtf(date), (Mention(0, Span(0, len(text)), None, ""),))
    return telling_of(event, record, article, article)


@pytest.mark.parametrize("half", HALVES)
def test_precision_and_recall_keep_their_floors(half: str) -> None:
    row = quality(half)
    assert row["precision"] >= 97
    assert row["recall"] >= 75


def test_likeness_is_symmetrical_and_at_most_one() -> None:
    a = told("Rebels killed Musa Gaddim near Sirta", "2011-10-20")
    b = told("Musa Gaddim was killed by rebels", "2011-10")
    assert SAME <= likeness(a, b) == likeness(b, a) <= 1


def test_the_same_words_on_the_next_day_are_another_event_or_a_suggestion() -> None:
    a = told("Shares in Malden fell sharply", "2015-08-24", "2015-08-25")
    b = told("Shares in Malden fell sharply", "2015-08-25", "2015-08-26")
    assert likeness(a, b) == ECHOED < SUGGESTED
    late = [replace(each, published=(2_000_000_000, 2_000_086_400)) for each in (a, b)]
    assert likeness(*late) >= SAME


def test_a_person_dies_once() -> None:
    a = told("Clara Winde died in Rapallo", "1999-01-11", "1999-01-13")
    b = told("Clara Winde died in Rapallo", "1999-01-12", "1999-01-13")
    assert likeness(a, b) >= SAME


def test_what_is_told_before_it_happened_is_another_event() -> None:
    early = told("Norland bombed the port of Asmar", "2015", "2015-03-01")
    later = told("Norland bombed the port of Asmar", "2015-07-01", "2015-07-02")
    assert likeness(early, later) == 0


def test_moods_that_exclude_each_other() -> None:
    a = told("Norland bombs the port of Asmar", "2015-07-01")
    for mood in (Modality.PLANNED, Modality.DENIED):
        assert likeness(a, replace(a, modality=mood)) == 0
    assert likeness(a, replace(a, modality=Modality.ALLEGED)) >= SUGGESTED


def test_an_event_of_the_day_of_publication_may_be_of_the_day_before() -> None:
    a = told("Norland bombed the port of Asmar", "2015-07-01", "2015-07-02")
    b = told("Norland bombed the port of Asmar", "2015-07-02", "2015-07-02")
    assert likeness(a, b) < SAME
    assert likeness(a, replace(b, basis=Basis.REPORTED)) >= SAME


def test_who_did_it_to_whom() -> None:
    a = told("Norland sued Meria over the river", "2015-07-01")
    b = told("Meria sued Norland over the river", "2015-07-01")
    c = told("Meria was sued by Norland over the river", "2015-07-01")
    assert likeness(a, b) == 0
    assert likeness(a, c) >= SAME
    d = told("Norland met Meria in Geneva over the river", "2015-07-01")
    e = told("Meria met Norland in Geneva over the river", "2015-07-01")
    assert likeness(d, e) >= SAME


def test_dates_are_no_words_and_initials_stand_for_names() -> None:
    words = words_of(
        "The Federal Aviation Board grounded 12 jets",
        "On May 11, 2017 the Federal Aviation Board grounded 12 jets of Flight 302’s kind.",
        left_out=[Span(3, 15)],
    )
    assert "fab" in words.names
    assert "2017" not in words.passage
    assert {"12", "302"} <= {*words.title, *words.passage}
    assert unpacked(words.packed()) == words


def test_words_of_other_scripts_are_compared_in_pairs_of_characters() -> None:
    a = told("東京電力は原発を停止した", "2011-03-11")
    b = told("東京電力が原発を停止", "2011-03-11")
    assert likeness(a, b) >= SAME


def test_a_headline_tells_again_what_the_text_tells() -> None:
    text = told("Commander Idris Salem was killed near Tagart", "2016-05-16", "2016-05-30")
    headline = replace(told("Commander Salem Killed", "2016-05-16"), published=text.published)
    score = likeness(text, headline)
    assert SAME <= score < SAME_ARTICLE
    assert not is_sure(text, headline, score)
    assert is_sure(text, replace(headline, basis=Basis.CARRIED), score)
    assert is_sure(text, replace(headline, article=2, source=2), score)


def test_german_nouns_are_no_names() -> None:
    first, again, other = (
        told(title, "2019-05-06", language="de")
        for title in (
            "Unbekannte haben in Kiel ein Boot der Küstenwache gestohlen",
            "In Kiel wurde ein Boot der Küstenwache von Unbekannten gestohlen",
            "In Kiel hat die Küstenwache ein Museum eröffnet",
        )
    )
    assert "boot" not in first.words.names
    assert likeness(first, again) >= SAME
    assert likeness(first, other) < SUGGESTED
