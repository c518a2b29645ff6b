from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.extract.marked import article_of, events_of, unmarked
from timeline_app.domain.edtf import format_edtf
from timeline_app.domain.records import Event, Modality
from timeline_app.extract import build

PARAGRAPHS = """Talks On Libya

On [May 19=2016-05-19], Gen. Mark Hill, head of the force, said troops may go to Libya.

“There is a lot of activity,” said Hill. “We are just not ready.”

The general added, “There will be a long mission.”

“This is wrong,” Murphy said of the plan.
"""


def only(events: list[Event]) -> Event:
    (event,) = events
    return event


def test_two_dates_make_two_events_each_with_its_own_words() -> None:
    events = events_of("The fall of Gadhafi in [2011=2011] led to a war that ended in [2020=2020].")
    assert [(format_edtf(e.when), e.title) for e in events] == [
        ("2011", "Fall of Gadhafi"),
        ("2020", "A war ended"),
    ]


def test_the_passage_is_the_sentence_and_the_mention_knows_the_words() -> None:
    text, expressions = unmarked("Men came. They left Libya in [2011=2011]. Others stayed.")
    mention = only(build(article_of(text), expressions)).mentions[0]
    assert mention.passage.slice(text) == "They left Libya in 2011."
    assert mention.expression is not None
    assert mention.expression.slice(text) == "2011"
    assert mention.why == "“2011” stands in the text."


def test_the_passage_takes_in_what_the_speaker_says_next() -> None:
    text, expressions = unmarked(PARAGRAPHS)
    event = only(build(article_of(text), expressions))
    passage = event.mentions[0].passage.slice(text)
    assert passage.startswith("On May 19, Gen. Mark Hill")
    assert passage.endswith("“There will be a long mission.”")
    assert event.modality is Modality.SAID


def test_the_quotation_of_another_speaker_stays_out() -> None:
    text, expressions = unmarked(
        "A Title\n\nOn [May 19=2016-05-19], Hill said troops may go to Libya.\n\n"
        "“This is wrong,” Murphy said of the plan.\n"
    )
    passage = only(build(article_of(text), expressions)).mentions[0].passage
    assert passage.slice(text).endswith("may go to Libya.")


def test_one_moment_named_twice_is_one_event() -> None:
    event = only(
        events_of("The jet flew on [Tuesday=2009-12-15] at [18:00=2009-12-15T18:00] in Everett.")
    )
    assert format_edtf(event.when) == "2009-12-15T18:00"
    assert event.title == "The jet flew in Everett"


def test_two_moments_with_the_same_words_stay_two_events() -> None:
    events = events_of("They fought in [2011=2011] and then in [2014=2014].")
    assert [format_edtf(event.when) for event in events] == ["2011", "2014"]


def test_a_language_without_grammar_here_gives_whole_sentences() -> None:
    text, expressions = unmarked("Drei Menschen starben am [3. Mai 2014=2014-05-03].")
    event = only(build(replace(article_of(text), language="de"), expressions))
    assert event.title == "Drei Menschen starben am 3. Mai 2014"
    assert event.confidence == 0.5


@pytest.mark.parametrize(
    "marked",
    [
        "It was the worst attack since [2014=2014/..].",
        "Sales rose 8 percent from [2014=2014].",
        "Profits were small compared with [2014=2014].",
        "It is the third strike in [the past decade=2006/2016].",
        "The firm sells the [2011=2011] version of the program.",
        "If elected in [2024=2024], she would cut taxes.",
    ],
)
def test_dates_that_only_measure_make_no_event(marked: str) -> None:
    assert events_of(marked) == []


def test_lines_around_the_body_make_no_event() -> None:
    text, expressions = unmarked(
        "Troops of [2011=2011] Return\n\nBy Jane Roe\n\nPublished: [May 20, 2016=2016-05-20]\n\n"
        "The men who came with the troops went home again at once.\n\n"
        "Photo credit: Jane Roe, [2014=2014]\n"
    )
    assert build(article_of(text), expressions) == []


def test_what_lies_after_publication_is_planned() -> None:
    marked = "Elections in the north are on [June 3=2016-06-03]."
    assert only(events_of(marked, published="2016-05-20")).modality is Modality.PLANNED


def test_an_open_interval_goes_on() -> None:
    event = only(events_of("He wants to end an arms embargo placed on Libya since [2011=2011/..]."))
    assert event.title == "Arms embargo placed on Libya"
    assert event.modality is Modality.ONGOING


def test_a_denial_is_no_deed() -> None:
    marked = "The firm said on Monday that it did not pay bribes in [2011=2011]."
    assert only(events_of(marked)).modality is Modality.DENIED


def test_events_come_in_time_order() -> None:
    events = events_of("He left in [2011=2011]. He came in [1999=1999]. He won in [2004=2004].")
    assert [format_edtf(event.when) for event in events] == ["1999", "2004", "2011"]


def test_a_guessed_year_lowers_confidence() -> None:
    text, expressions = unmarked("He left Libya in [2011=2011].")
    sure = only(build(article_of(text), expressions))
    guess = replace(expressions[0], confidence=0.5, inferred=frozenset({"year"}))
    unsure = only(build(article_of(text), [guess]))
    assert unsure.confidence < sure.confidence
    assert unsure.inferred == {"year"}


@settings(max_examples=200, deadline=None)
@given(
    st.text(
        st.sampled_from("aA b.,“”\"'’()-—:;1\n") | st.characters(exclude_categories=["Cs"]),
        max_size=120,
    ),
    st.data(),
)
def test_any_text_gives_sound_events_or_none(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    marked, expressions = unmarked(f"{text[:start]} in [2011=2011] {text[start:]}")
    for event in build(article_of(marked), expressions):
        passage = event.mentions[0].passage
        assert 0 <= passage.start < passage.end <= len(marked)
        assert event.mentions[0].expression is not None
        assert passage.contains(event.mentions[0].expression)
        assert 0 < len(event.title) <= 80
