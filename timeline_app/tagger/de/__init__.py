"""German: its words, its rules by stage, its cues."""

from __future__ import annotations

from timeline_app.tagger.language import Language


def language() -> Language:
    """German, ready for use; its rules are only loaded here."""

    from timeline_app.tagger import any_language
    from timeline_app.tagger.de import compound, dates, lexicon, relative
    from timeline_app.tagger.de.cues import CUES
    from timeline_app.tagger.language import build

    atoms = (*any_language.RULES, *dates.RULES, *relative.RULES)
    stages = (atoms, compound.JOINS, compound.QUALIFIERS, compound.INTERVALS)
    return build("de", lexicon.words(), lexicon.cased(), stages, CUES)
