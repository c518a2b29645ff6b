"""English: its words, its rules by stage, its cues."""

from timeline_app.tagger.en import (
    compound,
    dates,
    durations,
    lexicon,
    numbers,
    periods,
    relative,
    vague,
)
from timeline_app.tagger.en.cues import CUES
from timeline_app.tagger.language import Language, build


def language() -> Language:
    """English, ready for use; building it takes some milliseconds."""
    stages = (
        numbers.RULES,
        (
            *dates.RULES,
            *periods.RULES,
            *relative.RULES,
            *durations.RULES,
            *vague.RULES,
            *compound.RANGES,
        ),
        compound.FRAMES,
        compound.QUALIFIERS,
        compound.INTERVALS,
    )
    return build("en", lexicon.words(), lexicon.cased(), stages, CUES)
