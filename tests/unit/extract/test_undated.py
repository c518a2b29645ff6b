from __future__ import annotations

import pytest

from tests.unit.extract.marked import article_of, unmarked
from timeline_app.domain.edtf import format_edtf
from timeline_app.domain.records import Basis, Event, Modality
from timeline_app.extract import extract


def undated(
    marked: str, published: str | None = "2016-05-20", title: str = "A Title"
) -> list[Event]:
    """Events of a marked body that rest on no words of their own sentence."""
    text, expressions = unmarked(f"{title}\n\n{marked}\n")
    events = extract(article_of(text, published=published), expressions).events
    return [event for event in events if event.basis is not Basis.EXPRESSION]


def gist(events: list[Event]) -> list[tuple[str, str, str]]:
    return [(format_edtf(e.when), e.basis.value, e.title) for e in events]


def test_a_deed_without_a_day_is_of_the_day_of_the_report() -> None:
    (event,) = undated("The council has closed the bridge.")
    assert gist([event]) == [("2016-05-20", "reported", "The council has closed the bridge")]
    assert event.mentions[0].expression is None
    assert event.mentions[0].why == "Reported on 20 May 2016; the text names no day."


def test_the_day_that_the_opening_names_is_the_day_of_the_news() -> None:
    events = undated(
        "The council closed the bridge on [Tuesday=2016-05-17].\n\nDrivers blocked the road.\n"
    )
    assert gist(events) == [("2016-05-17", "carried", "Drivers blocked the road")]
    why = "Carried on from “Tuesday” in the first sentence, the day of the news."
    assert events[0].mentions[0].why == why


def test_without_a_day_of_publication_nothing_is_reported() -> None:
    assert undated("The council has closed the bridge. Drivers blocked the road.", None) == []
    assert undated("The council has closed the bridge.", "2016-05") == []


def test_a_paragraph_carries_its_day_on_to_the_deeds_in_it() -> None:
    marked = "The bridge fell on [3 May 2014=2014-05-03]. Two men drowned. The mayor left the city."
    events = undated(marked, None)
    assert gist(events) == [
        ("2014-05-03", "carried", "Two men drowned"),
        ("2014-05-03", "carried", "The mayor left the city"),
    ]
    assert [event.mentions[0].why for event in events] == [
        "Carried on from “3 May 2014” in the sentence before.",
        "Carried on from “3 May 2014” two sentences before.",
    ]


@pytest.mark.parametrize(
    "marked",
    [
        "The bridge fell on [3 May 2014=2014-05-03].\n\nTwo men drowned in the river.",
        "The bridge fell in [2014=2014]. Two men drowned.",
        "The bridge fell since [3 May 2014=2014-05-03/..]. Two men drowned.",
        "The bridge fell on [3 May 2014=2014-05-03]. It was two miles long. It had been old.",
        "The bridge fell on [3 May 2014=2014-05-03]. The council has built another one.",
        "“We were on the bridge on [3 May 2014=2014-05-03],” said Hill. “Two men drowned.”",
    ],
)
def test_only_a_sure_day_is_carried_on_where_publication_is_unknown(marked: str) -> None:
    assert undated(marked, None) == []


@pytest.mark.parametrize(
    ("marked", "day"),
    [
        ("When the bridge fell on [3 May=2016-05-03], drivers left the city.", "2016-05-03"),
        ("The firm, which was founded in [1908=1908], sold ten ships.", "2016-05-20"),
        ("The firm, founded in [1908=1908], sold ten ships.", "2016-05-20"),
        ("Shares fell to the lowest price since [1950=1950/..].", "2016-05-20"),
    ],
)
def test_a_deed_beside_the_date_of_something_else(marked: str, day: str) -> None:
    (event,) = undated(marked)
    assert format_edtf(event.when) == day


def test_a_deed_after_something_dated_has_no_day() -> None:
    assert undated("After the fall of the king in [2011=2011], ten men left the city.") == []


def test_what_goes_on_from_the_sentence_before_keeps_its_day() -> None:
    events = undated(
        "The council met on [Tuesday=2016-05-17].\n\nGen. Mark Hill spoke [today=2016-05-20].\n\n"
        "He also promised a new bridge.\n\nDrivers blocked the road."
    )
    assert [format_edtf(event.when) for event in events] == ["2016-05-17", "2016-05-20"]


def test_a_look_back_does_not_become_news() -> None:
    marked = (
        "The council met on [Tuesday=2016-05-17].\n\n"
        "The trouble began with the war. Rebels took the city in [1998=1998]. They burned the mill."
    )
    assert undated(marked) == []


def test_a_history_has_no_day_of_news() -> None:
    paragraphs = [f"The king won a war in [{year}={year}].\n\n" for year in range(1801, 1806)]
    assert undated("".join(paragraphs) + "The men left the city.") == []


def test_the_headline_is_an_event_of_the_day_of_the_news() -> None:
    events = undated(
        "The bridge in the north of the city was old.", title="Council closes old bridge"
    )
    assert gist(events) == [("2016-05-20", "reported", "Council closes old bridge")]
    (event,) = events
    assert event.mentions[0].passage.start == 0


def test_a_saying_about_a_dated_deed_is_an_event_of_its_own() -> None:
    (event,) = undated("The mayor said that the council sold its ships in [2011=2011].")
    assert event.modality is Modality.SAID
    assert format_edtf(event.when) == "2016-05-20"
    assert event.title == "The mayor said that the council sold its ships in 2011"


def test_what_nobody_in_particular_reports_is_alleged() -> None:
    (event,) = undated("It has been reported that the council sold the bridge.")
    assert event.title == "The council sold the bridge"
    assert event.modality is Modality.ALLEGED


def test_a_quotation_is_shown_with_its_speaker() -> None:
    (event,) = undated("“We will go there at once,” said Gen. Mark Hill, who leads the force.")
    assert event.title == "Gen. Mark Hill: “We will go there at once”"
    assert event.modality is Modality.SAID


def test_the_passage_goes_on_to_the_end_of_the_quotation() -> None:
    text, expressions = unmarked(
        "A Title\n\nGen. Hill said in a letter: “We went there at once. We came back.” He left.\n"
    )
    article = article_of(text, published="2016-05-20")
    event = extract(article, expressions).events[0]
    assert event.mentions[0].passage.slice(text).endswith("We came back.”")


def test_what_made_no_event_is_listed_with_the_reason() -> None:
    text, expressions = unmarked("A Title\n\nThe bridge is old. The council will close it.\n")
    article = article_of(text, published="2016-05-20")
    found = extract(article, expressions)
    assert found.events == []
    assert [(span.slice(text), reason) for span, reason in found.passed_over] == [
        ("The bridge is old.", "tells how things are, not what happened"),
        ("The council will close it.", "looks ahead without a date"),
    ]


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("Who closed the bridge?", "a question"),
        ("The men walked home,", "a line, no whole sentence"),
        ("“The men walked home.”", "somebody's own words"),
    ],
)
def test_what_shows_at_a_glance(sentence: str, reason: str) -> None:
    text, expressions = unmarked(f"A Title\n\n{sentence}\n\nThe bridge is old.\n")
    found = extract(article_of(text, published="2016-05-20"), expressions)
    assert found.events == []
    assert (sentence, reason) in [(span.slice(text), why) for span, why in found.passed_over]


def test_explicit_dates_are_trusted_most_and_the_report_least() -> None:
    text, expressions = unmarked(
        "Council closes old bridge\n\nThe council met on [Tuesday=2016-05-17].\n\nMen left.\n"
    )
    article = article_of(text, published="2016-05-20")
    trust = {e.basis: e.confidence for e in extract(article, expressions).events}
    reported = undated("The council has closed the bridge.")[0].confidence
    assert trust[Basis.EXPRESSION] > trust[Basis.CARRIED] > reported


def test_a_long_report_is_news_at_its_beginning_only() -> None:
    events = undated("The council has closed the bridge. " * 400)
    assert len(events) == 150


def test_what_will_happen_goes_on_from_a_day_ahead() -> None:
    plane = "A plane leaves for Rome. The jet will land in Rome on [Monday=2016-05-23]."
    events = undated(f"{plane} It will be met by the mayor. The mayor will be glad.")
    (planned,) = (e for e in events if e.modality is Modality.PLANNED)
    assert gist([planned]) == [("2016-05-23", "carried", "The jet will be met by the mayor")]
    past = "The jet landed on [Monday=2016-05-16]. It will be met by the mayor."
    assert undated(past) == []


def test_a_plan_that_opens_a_story_is_its_news() -> None:
    (event,) = undated("The government is to lend the firm 17 billion dollars.")
    assert event.modality is Modality.PLANNED
    assert gist([event])[0][:2] == ("2016-05-20", "reported")


def test_a_paragraph_that_ends_with_a_look_back_tells_of_now() -> None:
    events = undated(
        "Rain set off floods. Ten men died. The river had burst its banks in [1998=1998]."
    )
    assert [e.title for e in events] == ["Rain set off floods", "Ten men died"]


def test_what_a_thing_has_is_so_on_the_day_of_the_report() -> None:
    events = undated("Acme showed a new phone on [Monday=2016-05-16]. The phone has two cameras.")
    (event,) = events
    assert gist(events) == [("2016-05-20", "reported", "The phone has two cameras")]
    assert event.modality is Modality.ONGOING
    assert event.confidence < 0.6
    others = undated("Norvex Corp. showed a ship. Norvex Corp. has 20 ships. They sell ships.")
    assert [e.title for e in others] == ["Norvex Corp. showed a ship"]
    old = undated("The council closed the bridge. The bridge serves the north of the city.")
    assert [e.title for e in old] == ["The council closed the bridge"]


def test_it_also_goes_on_with_the_same_thing() -> None:
    opening = "Acme showed the Nova 4. Nova 4 has a new frame that guards its screen."
    titles = [e.title for e in undated(f"{opening} It also has a new lens.")]
    assert titles[-1] == "Nova 4 has a new lens"


def test_a_sentence_behind_a_semicolon_has_its_own_day() -> None:
    (event,) = undated("The bridge fell in [May 2014=2014-05]; the council has built another one.")
    assert gist([event]) == [("2016-05-20", "reported", "The council has built another one")]
    assert undated("Acme was founded in [1908=1908] and sold ships.") == []
