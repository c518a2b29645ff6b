from __future__ import annotations

import pytest

from tests.unit.extract.marked import article_of, unmarked
from timeline_app.domain.edtf import format_edtf
from timeline_app.domain.records import Basis
from timeline_app.extract import extract


def told_again(marked: str) -> list[tuple[str, str, str]]:
    """Date, title and passage of events that a noun speaks of again."""
    text, expressions = unmarked(f"A Title\n\n{marked}\n")
    events = extract(article_of(text, published="2016-05-20"), expressions).events
    return [
        (format_edtf(e.when), e.title, e.mentions[0].passage.slice(text))
        for e in events
        if "speaks of what" in e.mentions[0].why
    ]


@pytest.mark.parametrize(
    ("first", "again", "title"),
    [
        (
            "Acme launched the store on [3 May 2014=2014-05-03].",
            "Since its launch the store has sold three million songs.",
            "Acme launched the store",
        ),
        (
            "The firm was suspended on [3 May 2014=2014-05-03].",
            "The agreement allows for the lifting of the suspension.",
            "The firm was suspended",
        ),
        (
            "Acme signed a contract with the city on [3 May 2014=2014-05-03].",
            "The contract is worth 30 million euros.",
            "Acme signed a contract with the city",
        ),
        (
            "Walter Poole died on [3 May 2014=2014-05-03].",
            "The cause of his death is not known.",
            "Walter Poole died",
        ),
        (
            "Acme acquired its rival in [2014=2014].",
            "The acquisition was the biggest in the history of the town.",
            "Acme acquired its rival",
        ),
    ],
)
def test_a_noun_speaks_again_of_a_deed(first: str, again: str, title: str) -> None:
    (found,) = told_again(f"{first} {again}")
    assert found[1:] == (title, again)
    assert found[0] == ("2014" if "2014=2014]" in first else "2014-05-03")


@pytest.mark.parametrize(
    "again",
    [
        "A deal is a deal.",
        "The first deal was worth 30 million euros.",
        "The deal maker is a man of few words.",
        "The mayor is pleased.",
    ],
)
def test_other_nouns_do_not(again: str) -> None:
    marked = f"Acme signed a deal with the city on [3 May 2014=2014-05-03]. {again}"
    assert told_again(marked) == []


def test_of_two_deeds_neither_is_meant() -> None:
    marked = (
        "Acme signed a deal with the city on [3 May 2014=2014-05-03]. Brown signed a deal with the"
        " state in [2015=2015]. The deal is worth 30 million euros."
    )
    assert told_again(marked) == []


def test_what_is_spoken_of_again_is_quieter_than_what_tells_it() -> None:
    text, expressions = unmarked(
        "A Title\n\nAcme signed a deal on [3 May 2014=2014-05-03].\n\nThe deal is unpopular."
    )
    first, again = extract(article_of(text, published="2016-05-20"), expressions).events
    assert (first.basis, again.basis) == (Basis.EXPRESSION, Basis.CARRIED)
    assert again.confidence < first.confidence
    assert again.mentions[0].why == "“deal” speaks of what the sentence before tells."


def test_what_ends_a_strike_is_not_the_strike() -> None:
    assert (
        told_again("Dockers ended their strike on [3 May=2016-05-03]. The strike was long.") == []
    )


def test_what_had_been_done_may_be_told_behind() -> None:
    said = "Acme said on [Thursday=2016-05-19] that it had signed a contract for ten ships."
    (found,) = told_again(f"{said} It signed the agreement in Rome on [Monday=2016-05-16].")
    assert found[0] == "2016-05-16"
    assert found[2] == said.replace("[Thursday=2016-05-19]", "Thursday")
