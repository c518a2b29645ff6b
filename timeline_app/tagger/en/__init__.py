"""English: its words, its rules by stage, its cues."""

from __future__ import annotations

from timeline_app.tagger.language import Language


def language() -> Language:
    """English, ready for use; its rules are only loaded here."""

    from timeline_app.tagger import any_language
    from timeline_app.tagger.en import (
        business,
        clock,
        compound,
        counted,
        dates,
        dayparts,
        durations,
        eras,
        events,
        hours,
        intervals,
        lexicon,
        named,
        numbers,
        numeric,
        periods,
        recurring,
        relative,
        story,
        vague,
        years,
    )
    from timeline_app.tagger.en.cues import CUES
    from timeline_app.tagger.language import build

    atoms = (
        *any_language.RULES,
        *recurring.RULES,
        *dates.RULES,
        *years.RULES,
        *eras.RULES,
        *numeric.RULES,
        *intervals.RANGES,
        *named.RULES,
        *periods.RULES,
        *business.RULES,
        *relative.RULES,
        *counted.RULES,
        *events.RULES,
        *story.RULES,
        *clock.RULES,
        *dayparts.RULES,
        *vague.RULES,
        *durations.RULES,
    )
    stages = (
        numbers.RULES,
        atoms,
        (
            *compound.FRAMES,
            *relative.WEEKS_OFF,
            *clock.JOINS,
            *dayparts.JOINS,
            *counted.FROM_DAY,
            *intervals.WITHIN,
            *hours.WITHIN,
        ),
        (*periods.FRAMED, *compound.QUALIFIERS, *durations.QUALIFIED),
        (*intervals.INTERVALS, *hours.INTERVALS),
    )
    return build("en", lexicon.words(), lexicon.cased(), stages, CUES)
