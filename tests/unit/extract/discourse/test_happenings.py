from __future__ import annotations

import pytest

from timeline_app.domain.text import Span
from timeline_app.extract.discourse.happenings import Happening, Kind, Untold, told
from timeline_app.extract.discourse.quotations import Quotations
from timeline_app.extract.grammar.parsing import Parser
from timeline_app.readers.article.structure import structure


def reading(sentence: str) -> Kind | Untold:
    text = f"A Title Of Its Own\n\n{sentence}\n"
    start = text.index(sentence)
    parsed = Parser(text, []).plain(Span(start, start + len(sentence)))
    found = told(parsed, Quotations(text, structure(text)), set())
    return found.kind if isinstance(found, Happening) else found


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The council closed the bridge.", Kind.DEED),
        ("The bridge was closed by the council.", Kind.DEED),
        ("The men then moved to the north of the city.", Kind.DEED),
        ("After an inspection, the council removed both signs.", Kind.DEED),
        ("The council has closed the bridge.", Kind.NEWS),
        ("The council has been fighting the mayor.", Kind.COURSE),
        ("The chairman is stepping down.", Kind.COURSE),
        ("The mayor said the bridge was safe.", Kind.SPEECH),
        ("The mayor says they have no money.", Kind.SPEECH),
        ("“We will go,” said Gen. Mark Hill.", Kind.SPEECH),
        ("“We want to go,” says Gen. Mark Hill.", Kind.SPEECH),
        ("The mayor, who hails from the city, said in a letter “We are late.”", Kind.SPEECH),
        ("A letter on its website states: “The bridge is old.”", Kind.SPEECH),
        ("The mayor said the council expects to cut ten jobs.", Kind.SPEECH),
        ("It has been reported that the bridge was sold.", Kind.NEWS),
        ("The mayor has not said why, but called the bridge safe.", Kind.SPEECH),
        ("The council will close the bridge.", Kind.PLAN),
        ("The phone has two cameras.", Kind.TRAIT),
        ("It is only 9 millimetres thick.", Kind.TRAIT),
        ("This brings the number of orders to 230.", Kind.TRAIT),
        ("The company is currently two years behind schedule.", Kind.COURSE),
        ("The bridge serves the north of the city.", Kind.TRAIT),
        ("The deal includes an option for ten more ships.", Kind.TRAIT),
        ("The update adds 250 new features to the system.", Kind.TRAIT),
        ("The council is to close the bridge.", Kind.PLAN),
        ("Although the mayor said he hoped to stay, the unions were angry.", Kind.SPEECH),
        ("Although the ban was lifted, the fee remained in force.", Kind.DEED),
        ("The firm added two ships to its fleet.", Kind.DEED),
        ("Shares in London were 7.9% lower at the close.", Kind.DEED),
        ("The index was at 10,473 points, a loss of 4%.", Kind.DEED),
    ],
)
def test_what_happened_is_told(sentence: str, kind: Kind) -> None:
    assert reading(sentence) is kind


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("The company has 230 ships.", Untold.STATE),
        ("Ships have two decks.", Untold.STATE),
        ("The mayor wants a new bridge.", Untold.GENERAL),
        ("The bridge is now a museum.", Untold.STATE),
        ("The device appears to work.", Untold.GENERAL),
        ("The store often sells toys.", Untold.GENERAL),
        ("The bridge is two miles long.", Untold.STATE),
        ("The bridge had four lanes.", Untold.STATE),
        ("The mayor was pleased.", Untold.STATE),
        ("The bridge has been popular.", Untold.STATE),
        ("Orders have fallen for three years.", Untold.STATE),
        ("In the past six months nine chases have ended in crashes.", Untold.STATE),
        ("The bridge is said to be the longest.", Untold.STATE),
        ("The council often closed the bridge.", Untold.GENERAL),
        ("The council will not close the bridge.", Untold.AHEAD),
        ("The council could close the bridge.", Untold.SUPPOSED),
        ("If the council closed the bridge, the road would fill.", Untold.SUPPOSED),
        ("The council had closed the bridge.", Untold.EARLIER),
        ("At the time, the mayor said it would last.", Untold.EARLIER),
        ("The council previously closed the bridge.", Untold.EARLIER),
        ("Before the war, the council closed the bridge.", Untold.EARLIER),
        ("The council acted nine days after protests broke out.", Untold.EARLIER),
        ("The council did not close the bridge.", Untold.NOTHING),
        ("Neither side signed the deal.", Untold.NOTHING),
        ("“The council closed the bridge.”", Untold.QUOTED),
        ("A bridge of stone.", Untold.NO_VERB),
        ("...", Untold.NO_VERB),
    ],
)
def test_what_makes_no_event_has_a_reason(sentence: str, reason: Untold) -> None:
    assert reading(sentence) is reason


def test_a_clause_that_a_date_dates_is_left_to_it() -> None:
    text = "A Title Of Its Own\n\nThe council closed the bridge.\n"
    start = text.index("The council")
    parsed = Parser(text, []).plain(Span(start, len(text) - 1))
    assert told(parsed, Quotations(text, structure(text)), {0}) is Untold.DATED
