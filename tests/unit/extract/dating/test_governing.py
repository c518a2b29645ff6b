from __future__ import annotations

import pytest

from tests.unit.extract.marked import events_of
from timeline_app.domain.edtf import format_edtf


def told(marked: str, published: str | None = None) -> list[tuple[str, str, str]]:
    """Date, mood and title of each event."""
    events = events_of(marked, published=published)
    return [(format_edtf(e.when), e.modality.value, e.title) for e in events]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "The fire spread, prompting the council to close the bridge in [2003=2003].",
            [("2003", "happened", "The council closed the bridge")],
        ),
        (
            "In [1989=1989] the company added recording rooms to its studios.",
            [("1989", "happened", "The company added recording rooms to its studios")],
        ),
        (
            "“It will rain,” added Hill on [Monday=2011-06-13].",
            [("2011-06-13", "said", "Hill added “It will rain”")],
        ),
        (
            "The delivery, originally due in [2010=2010], will be delayed until [2012=../2012].",
            [("../2012", "planned", "The delivery will be delayed")],
        ),
        (
            "The bridge is to open in [2020=2020], and not in [2015=2015] as planned.",
            [("2020", "planned", "The bridge is to open")],
        ),
        (
            "Fritz Anders took over in [March=2009-03] after a long quarrel.",
            [("2009-03", "happened", "Fritz Anders took over after a long quarrel")],
        ),
        ("Sales were down 41 percent from [a year earlier=2007-11].", []),
        ("The loans end if the firms prove that they can pay by [March 31=../2009-03-31].", []),
        (
            "Walter Poole died on [March 6=2011-03-06], his family said on [Thursday=2011-03-10].",
            [
                ("2011-03-06", "happened", "Walter Poole died"),
                ("2011-03-10", "said", "Walter Poole's family said Walter Poole died on March 6"),
            ],
        ),
    ],
)
def test_each_date_dates_its_own_words(marked: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(marked) == expected
