"""Whole texts: years from the article's own evidence, intervals and their parts, blocks."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline_app.domain.display import display
from timeline_app.domain.edtf import format_edtf, parse_edtf
from timeline_app.domain.records import Block, Role, TemporalExpression, TimexType
from timeline_app.domain.text import Span
from timeline_app.tagger import explain, tag, timexes

STORY = """\
The port fell to the rebels. An export ban has been in force since 2011, and a tighter one since
2016.

On May 19, the harbour master said ships may return. Earlier, on May 16, the minister agreed.
"""


def edtf(expression: TemporalExpression) -> str | None:
    return format_edtf(expression.value) if expression.value else None


def test_year_comes_from_the_latest_year_that_the_article_speaks_of() -> None:
    found = {expression.text: expression for expression in tag(STORY)}
    assert edtf(found["May 19"]) == "2016-05-19"
    assert edtf(found["May 16"]) == "2016-05-16"
    assert found["May 19"].inferred == {"year"}
    anchor = found["May 19"].anchor
    assert anchor is not None
    assert anchor.kind == "article"
    assert anchor.span is not None
    assert anchor.span.slice(STORY) == "2016"
    assert found["May 19"].derivation == (
        "no year in the text",
        "latest year the article speaks of: 2016",
        "19 May 2016",
    )


def test_open_interval_keeps_the_words_of_the_date() -> None:
    since = [expression for expression in tag(STORY) if edtf(expression) == "2011/.."]
    assert [expression.text for expression in since] == ["2011"]
    assert since[0].timex == "2011"
    assert "“since”" in since[0].derivation[-1]


def test_publication_date_anchors_relative_dates() -> None:
    text = "He left yesterday. Last year he stayed. They will vote Monday; it began three days ago."
    found = tag(text, published=parse_edtf("2016-05-20"))
    assert [edtf(e) for e in found] == ["2016-05-19", "2015", "2016-05-23", "2016-05-17"]
    assert all(e.anchor and e.anchor.kind == "publication" for e in found)


def test_relative_date_without_anchor_is_not_guessed() -> None:
    (found,) = tag("He left yesterday.")
    assert found.value is None
    assert found.timex == "XXXX-XX-XX"


def test_story_moves_on_into_the_next_year() -> None:
    text = "Signed on Dec. 17, 2015, it took effect on March 30. In 2016 it failed."
    found = {expression.text: edtf(expression) for expression in tag(text)}
    assert found["March 30"] == "2016-03-30"


def test_who_says_yesterday_leaves_out_his_own_year() -> None:
    text = (
        "It was founded in 1995. He resigned yesterday. On March 3 he had refused; last year too."
    )
    found = {expression.text: expression for expression in tag(text)}
    assert [found[words].value for words in ("yesterday", "March 3", "last year")] == [None] * 3
    assert "doesn't say" in found["March 3"].derivation[0]


def test_a_weekday_tells_the_year_of_who_says_yesterday() -> None:
    text = "Founded in 2015, it closed yesterday. It had failed on Thursday, May 19, and on May 3."
    found = {expression.text: edtf(expression) for expression in tag(text)}
    assert found["Thursday, May 19"] == "2016-05-19"
    assert found["May 3"] == "2016-05-03"


def test_a_dateline_stands_in_for_the_publication() -> None:
    found = tag("LONDON, 20 May 2016 (AP) - It met on Thursday. It will meet next week.")
    assert [edtf(expression) for expression in found] == [
        "2016-05-20",
        "2016-05-19",
        "2016-05-23/2016-05-29",
    ]
    anchor = found[1].anchor
    assert anchor is not None
    assert (anchor.kind, anchor.span) == ("article", found[0].span)


@pytest.mark.parametrize("text", ["On 20 May 2016 it met. It met again on Thursday."])
def test_a_story_that_opens_with_its_date_goes_on(text: str) -> None:
    assert [edtf(expression) for expression in tag(text)] == ["2016-05-20", "2016-05-26"]


def test_last_thursday_without_anchor_is_not_guessed() -> None:
    (found,) = tag("He left last Thursday.")
    assert (found.value, found.timex) == (None, "XXXX-WXX-4")


def test_a_look_back_does_not_end_the_story() -> None:
    text = (
        "The trial began on 8 October 2018. On 11 October a clerk said that he had asked her in "
        "the spring of 2016 to burn receipts.\n\nOn 30 October the jury found him guilty. The "
        "court overturned the verdict in March 2020."
    )
    found = [edtf(expression) for expression in tag(text)]
    assert found == ["2018-10-08", "2018-10-11", "2016-21", "2018-10-30", "2020-03"]


def test_a_length_within_a_day_is_no_date_where_only_the_day_is_known() -> None:
    text = "They scored in the last five minutes on Saturday. It fell in the past 24 hours."
    found = tag(text, published=parse_edtf("2022-11-06"))
    assert [edtf(expression) for expression in found][:2] == [None, "2022-11-05"]
    assert found[2].value is not None


def test_a_clock_time_far_from_any_day_is_on_the_day_told_with_its_verb() -> None:
    filler = "The street is quiet and nobody there has much to tell of the case. " * 12
    text = (
        f"He was shot dead on Oct. 3. A letter of May 2 lay there. {filler}He was shot at 10 p.m."
    )
    found = [edtf(e) for e in tag(text, published=parse_edtf("2016-05-20"))]
    assert found == ["2015-10-03", "2016-05-02", "2015-10-03T22"]


def test_that_day_is_not_one_ahead_when_something_was_done_on_it() -> None:
    text = "He paid on March 8, 2017. She is to testify on Oct. 12. He was in Rome on that day."
    found = tag(text, published=parse_edtf("2021-09-30"))
    assert [edtf(expression) for expression in found] == ["2017-03-08", "2021-10-12", "2017-03-08"]


def test_that_day_is_none_where_the_story_is_at_a_year() -> None:
    text = "Born on 3 May 1928, she told it in 2004. By then she had left."
    assert [edtf(expression) for expression in tag(text)] == ["1928-05-03", "2004", None]


def test_a_clock_time_ahead_is_on_the_day_ahead() -> None:
    text = (
        "The library will open on Saturday, 21 May 2022, the mayor announced today. She will cut "
        "the ribbon at 10 a.m."
    )
    found = tag(text, published=parse_edtf("2022-05-09"))
    assert [edtf(expression) for expression in found][-1] == "2022-05-21T10"


def test_capitals_tell_of_the_future_too() -> None:
    text = "LEROUX SAID SHE WOULD VISIT THE AREA ON SATURDAY."
    (found,) = tag(text, published=parse_edtf("2005-09-02"))
    assert edtf(found) == "2005-09-03"


def test_weekday_decides_the_year() -> None:
    text = "It was signed in 2015. Trouble came on Thursday, May 19, and in 2018 it ended."
    found = {expression.text: edtf(expression) for expression in tag(text)}
    assert found["Thursday, May 19"] == "2016-05-19"


def test_interval_has_its_dates_as_parts() -> None:
    (found,) = tag("They met from March 3 to March 8, 2016, in Rome.")
    assert found.text == "March 3 to March 8, 2016"
    assert edtf(found) == "2016-03-03/2016-03-08"
    rows = timexes([found])
    assert [(row["text"], row["value"]) for row in rows] == [
        ("March 3", "2016-03-03"),
        ("March 8, 2016", "2016-03-08"),
    ]


def test_story_anchors_what_comes_later_and_a_heading_ends_it() -> None:
    text = "On 3 May 2011 he left.\n\nBackground\n\nTwo days later he died."
    published = parse_edtf("2016-05-20")
    assert edtf(tag(text, published=published)[1]) == "2011-05-05"
    start = text.index("Background")
    blocks = (
        Block(Span(0, 22), Role.BODY),
        Block(Span(start, start + 10), Role.HEADING),
        Block(Span(start + 12, len(text)), Role.BODY),
    )
    assert edtf(tag(text, published=published, blocks=blocks)[1]) == "2016-05-22"


@pytest.mark.parametrize(
    ("text", "expected", "confidence"),
    [
        ("On 5/6/2016 he left.", "2016-05-06", 0.5),
        ("On 5/6/2016 he left; on 13/6/2016 he was back.", "2016-06-05", 1.0),
        ("On 5.6.2016 he left; the form is dated 6.13.2016.", "2016-05-06", 1.0),
        ("On Sunday, 5/6/2016, he left.", "2016-06-05", 1.0),
        ("On 5/6/2016 he left; 13/6/2016 or 6/13/2016?", "2016-05-06", 0.5),
    ],
)
def test_order_of_day_and_month(text: str, expected: str, confidence: float) -> None:
    found = tag(text)[0]
    assert edtf(found) == expected
    assert found.confidence == confidence


def test_credits_are_left_out() -> None:
    text = "It fell in 2011.\n\nPhoto: archive, 2009"
    blocks = (Block(Span(0, 16), Role.BODY), Block(Span(18, len(text)), Role.CREDIT))
    assert [e.text for e in tag(text, blocks=blocks)] == ["2011"]


@pytest.mark.parametrize(
    "text",
    [
        "Boeing 747 and Windows 95",
        "He may go; they march on.",
        "They won 3-2 on the second try.",
        "It cost $1999, or 2,000 euros.",
        "Call 555-2016-1999",
        "The hotel has 1900 rooms and 2000 guests",
        "February 30, 2016 and 25:99 and 31 June",
    ],
)
def test_left_alone(text: str) -> None:
    assert [e.text for e in tag(text) if e.value] == []


def test_explain_gives_each_step() -> None:
    found = next(expression for expression in tag(STORY) if expression.text == "May 19")
    rows = explain(found, STORY)
    assert [row.label for row in rows] == [
        "words",
        "rule",
        "anchor",
        "step",
        "step",
        "step",
        "inferred",
        "result",
        "EDTF",
        "TIMEX3",
        "confidence",
    ]
    assert ("EDTF", "2016-05-19") in rows


_WORDS = (
    "May 19 , 2016 since 2011 the third quarter of last year three days ago from to between "
    "and Monday 2016-02-30 25:99 99999999 's - – ( ) Feb. 31 early mid now 5 p.m. ½ \ud800 "
    "\u200f 5/13/16 twenty nine 0 BC a following Easter century 1/0 every nineteen"
)
_PHRASES = st.lists(st.sampled_from(_WORDS.split(" ")), max_size=30).map(" ".join)


@settings(max_examples=300, deadline=None)
@given(
    st.one_of(st.text(), _PHRASES),
    st.sampled_from([None, "2016-05-20", "0044", "2016-02-29", "9999-12-31", "-9999", "2016-05"]),
)
def test_any_text_is_read_without_error(text: str, published: str | None) -> None:
    found = tag(text, published=parse_edtf(published) if published else None)
    end = 0
    for expression in found:
        assert expression.span.start >= end
        end = expression.span.end
        assert expression.text == text[expression.span.start : end] != ""
        assert isinstance(expression.type, TimexType)
        explain(expression, text)
        if expression.value is not None:
            assert format_edtf(expression.value)
    for row in timexes(found):
        assert text[row["start"] : row["end"]] == row["text"]


def test_a_publication_month_dates_no_day() -> None:
    text = "He spoke on Tuesday and yesterday. It began last month and on May 3. It ends next year."
    found = {e.text: e for e in tag(text, published=parse_edtf("2016-05"))}
    assert found["Tuesday"].value is None
    assert found["yesterday"].value is None
    assert "only May 2016" in found["yesterday"].derivation[0]
    assert found["last month"].timex == "2016-04"
    assert found["May 3"].timex == "2016-05-03"
    assert found["next year"].timex == "2017"


def test_what_follows_a_pinned_reading_is_told_from_it() -> None:
    text = "The talks began on Monday. Two days later they failed."
    published = parse_edtf("2016-05-20")
    monday = Span(text.index("Monday"), text.index("Monday") + len("Monday"))
    plain = tag(text, published=published)
    assert [display(e.value) for e in plain if e.value] == ["16 May 2016", "18 May 2016"]
    found = next(e.span for e in plain if monday.overlaps(e.span))
    pinned = tag(text, published=published, pinned={found: parse_edtf("2016-05-09")})
    assert [display(e.value) for e in pinned if e.value] == ["9 May 2016", "11 May 2016"]
    assert [(e.by_hand, e.timex) for e in pinned] == [(True, "2016-05-09"), (False, "2016-05-11")]
    assert pinned[0].derivation == ("chosen by hand",)
    assert [e.span for e in pinned] == [e.span for e in plain]


def test_a_length_of_time_and_an_interval_can_be_pinned() -> None:
    text = "It lasted three days. It ran from May 3 to May 8."
    plain = tag(text, published=parse_edtf("2016-05-20"))
    chosen = {
        plain[0].span: parse_edtf("2016-04"),
        plain[1].span: parse_edtf("2015-05-03/2015-05-08"),
    }
    pinned = tag(text, published=parse_edtf("2016-05-20"), pinned=chosen)
    assert [e.value for e in pinned] == list(chosen.values())
    assert all(e.by_hand for e in pinned)
