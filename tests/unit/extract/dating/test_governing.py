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


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "Analysts expect the bank to cut rates in [July=2011-07].",
            [("2011-07", "planned", "Analysts expect the bank to cut rates")],
        ),
        (
            "The company faces a trial in [March 2012=2012-03].",
            [("2012-03", "planned", "The company faces a trial")],
        ),
        (
            "Had the dam been repaired in [2009=2009], the flood would not have come.",
            [],
        ),
        (
            "It was not until [1994=1994] that women were admitted to the club.",
            [("1994", "happened", "Women were admitted to the club")],
        ),
        (
            "The plant shut in [1998=1998] has been turned into a school.",
            [
                ("1998", "happened", "The plant was shut"),
                ("2011-06-15", "happened", "The plant shut in 1998 has been turned into a school"),
            ],
        ),
        (
            "Ten people died on the coast road between [January and June=2011-01/2011-06].",
            [("2011-01/2011-06", "happened", "Ten people died on the coast road")],
        ),
        (
            "The firm announced a second share sale for [next month=2011-07].",
            [
                ("2011-06-15", "happened", "The firm announced a second share sale for next month"),
                ("2011-07", "planned", "Second share sale"),
            ],
        ),
        (
            "On [Monday=2011-06-13], the judge, who was appointed in [2004=2004], closed the case.",
            [
                ("2004", "happened", "The judge was appointed"),
                ("2011-06-13", "happened", "The judge closed the case"),
            ],
        ),
        (
            "The war ended in [1945=1945], but rationing lasted until [1954=../1954].",
            [
                ("1945", "happened", "The war ended"),
                ("../1954", "happened", "Rationing lasted until 1954"),
            ],
        ),
        (
            "Rebels claim to have shot down a jet on [Sunday=2011-06-12].",
            [("2011-06-12", "alleged", "Rebels claim to have shot down a jet")],
        ),
        (
            "Lind will be sworn in on [Friday=2011-06-17] in Bern.",
            [("2011-06-17", "planned", "Lind will be sworn in in Bern")],
        ),
        (
            "Acme announced a new share sale over [the next four years=2011/2015].",
            [
                ("2011/2015", "planned", "New share sale"),
                (
                    "2011-06-15",
                    "happened",
                    "Acme announced a new share sale over the next four years",
                ),
            ],
        ),
        (
            "Production at the plant ends [this year=2011].",
            [("2011", "planned", "Production at the plant ends")],
        ),
        (
            "Vord announced on [Monday=2011-06-13] a plan called “Nova” to close ten plants.",
            [("2011-06-13", "happened", "Vord announced a plan called “Nova” to close ten plants")],
        ),
        (
            "The mayor spoke of a ban, after talks with workers collapsed on [Monday=2011-06-13].",
            [
                ("2011-06-13", "happened", "Talks with workers collapsed"),
                ("2011-06-15", "said", "The mayor spoke of a ban"),
            ],
        ),
        ("The firm is the first to fail since Norvex in [1933=1933].", []),
        ("There were fewer sales than in [2007=2007].", []),
        (
            "The trial begins on [Monday=2011-06-20].",
            [("2011-06-20", "planned", "The trial begins")],
        ),
        (
            "Talks resume in Bern on [Friday=2011-06-17].",
            [("2011-06-17", "planned", "Talks resume in Bern")],
        ),
        (
            "On [Monday at 7=2011-06-13T19], or at [8 p.m.=2011-06-13T20], a bomb"
            " went off near the station.",
            [("2011-06-13T19", "happened", "A bomb went off near the station")],
        ),
        (
            "The drug was approved in [2008=2008] but banned in [2010=2010].",
            [
                ("2008", "happened", "The drug was approved"),
                ("2010", "happened", "The drug was banned"),
            ],
        ),
        (
            "The minister denied on [Tuesday=2011-06-14] that he had taken bribes.",
            [("2011-06-14", "denied", "The minister denied that he had taken bribes")],
        ),
        (
            "Some 40 people were killed in [Tuesday=2011-06-14]'s blast.",
            [("2011-06-14", "happened", "Some 40 people were killed in Tuesday's blast")],
        ),
        (
            "Walter Poole, the painter, died on [March 6=2011-03-06] after a long illness,"
            " according to a statement released [Thursday=2011-06-09].",
            [
                ("2011-03-06", "happened", "Walter Poole died after a long illness"),
                ("2011-06-09", "happened", "Statement released"),
            ],
        ),
    ],
)
def test_moods_and_sides(marked: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(marked, published="2011-06-15") == expected
