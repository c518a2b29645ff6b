from __future__ import annotations

import pytest

from tests.unit.extract.marked import events_of
from timeline_app.domain.records import Modality


@pytest.mark.parametrize(
    ("marked", "mood"),
    [
        ("The mayor, Rui Lopes, promised a new bridge on [3 May=2016-05-03].", Modality.HAPPENED),
        ("On [3 May=2016-05-03] the mayor, Rui Lopes, promised to build it.", Modality.SAID),
        ("The mayor promised to open the bridge on [3 June=2016-06-03].", Modality.PLANNED),
        ("The mayor said on [3 May=2016-05-03] that it was open.", Modality.SAID),
        ("The mayor denied on [3 May=2016-05-03] that he took money.", Modality.DENIED),
        ("The bridge is expected to open on [3 June=2016-06-03].", Modality.PLANNED),
        ("The ministers were to meet on [3 May=2016-05-03].", Modality.PLANNED),
        ("The bridge will open on [3 June=2016-06-03].", Modality.PLANNED),
        ("The firm will have built ten ships by [2020=../2020].", Modality.PLANNED),
        ("The army may have killed the men on [3 May=2016-05-03].", Modality.ALLEGED),
        ("The mayor is said to have left on [3 May=2016-05-03].", Modality.ALLEGED),
        ("The man allegedly stole a car on [3 May=2016-05-03].", Modality.ALLEGED),
        ("Prosecutors allege that he took bribes in [2012=2012].", Modality.ALLEGED),
        ("He stole a car on [3 May=2016-05-03], prosecutors said.", Modality.ALLEGED),
        ("According to prosecutors, he stole a car on [3 May=2016-05-03].", Modality.ALLEGED),
        ("The bridge has been closed since [3 May=2016-05-03/..].", Modality.ONGOING),
        ("The council closed the bridge on [3 May=2016-05-03].", Modality.HAPPENED),
    ],
)
def test_how_a_source_speaks_of_it(marked: str, mood: Modality) -> None:
    (event,) = (e for e in events_of(marked, published="2016-05-20") if e.mentions[0].expression)
    assert event.modality is mood
