"""How sound a title reads by itself, so that of several the first sound one is taken."""

from __future__ import annotations

import re

from timeline_app.domain.text import Span
from timeline_app.extract.grammar import lexicon as lex
from timeline_app.extract.grammar import verbforms as forms
from timeline_app.extract.grammar.clause import Clause
from timeline_app.extract.grammar.clauses import clauses_of
from timeline_app.extract.grammar.lexicon import word_set
from timeline_app.extract.grammar.tokens import words_of
from timeline_app.extract.grammar.words import Tag, Word

_TWICE = re.compile(r"\b([A-Z][\w’'-]+) (?:said|says|announced|added) (?:that )?\1\b")
# Verbs that say nothing without an object or a complement.
_NEED_OBJECT = word_set(
    """
    find make give put take bring keep include provide allow cause contain announce get seek
    receive need want show use require hold issue enable become seem send mean deny create
    produce carry regard treat reach set raise
    """
)
_NEED_MORE = word_set("front behalf terms spite lieu")
_OPENERS = frozenset({"that", "which", "who", "whether", "because", "although", "when", "while"})
_LEADS = {Tag.PREPOSITION, Tag.TO}
_VERBAL = {Tag.VERB, Tag.ING, Tag.TO, Tag.BE, Tag.HAVE, Tag.MODAL, Tag.DO}
_NOTHING = 5


def faults(title: str, verb: str | None) -> int:
    """How much is wrong with a title; 0 where nothing shows.

    `verb` is the verb that a clause should have in it, None for a noun with what belongs to it.
    """
    if ": “" in title:
        return 0
    words = words_of(title, Span(0, len(title)))
    if not words:
        return _NOTHING
    found = 3 * title.endswith("…") + 2 * bool(_TWICE.search(title))
    found += 2 * _ends_badly(words) + _holds_loose_pronoun(words)
    lowers = {word.lower for word in words}
    lost = verb is not None and verb not in lowers
    if lost or not lowers.isdisjoint(_OPENERS):  # else there is no clause to look at
        clauses = clauses_of(words)
        found += 2 * _lost_verb(words, clauses) + 2 * (lost and _lacks_verb(clauses))
    return found + 2 * (verb is not None and _begins_badly(words))


def _begins_badly(words: list[Word]) -> bool:
    """`In Canada had netted two million`: a phrase for a subject."""
    first = words[0]
    comma = any(word.text == "," for word in words)
    return not comma and first.tag in _LEADS and first.lower not in {"about", "over"}


def _ends_badly(words: list[Word]) -> bool:
    """`in front`, `has sought`, `said that the data`."""
    last = words[-1]
    before = words[-2] if len(words) > 1 else last
    if last.lower in _NEED_MORE and before.tag is Tag.PREPOSITION:
        return True
    if last.lower in {"emerged", "emerges", "transpired"}:
        return before.lower == "it"
    active = before.tag in {Tag.TO, Tag.MODAL, Tag.HAVE} or (
        before.is_nominal and last.tag is Tag.VERB
    )
    return active and forms.lemma(last.lower) in _NEED_OBJECT


def _holds_loose_pronoun(words: list[Word]) -> bool:
    """`obtained statements from them`: whose, the title does not tell."""
    return words[-1].lower in {"them", "it"}


def _lacks_verb(clauses: list[Clause]) -> bool:
    return not any(c.group is not None and c.subject for c in clauses)


def _lost_verb(words: list[Word], clauses: list[Clause]) -> bool:
    """`said that the data`: the last clause's verb has gone."""
    that = next((n for n in range(len(words) - 1, 0, -1) if words[n].lower == "that"), None)
    if that is not None and forms.lemma(words[that - 1].lower) in lex.REPORTING:
        return not any(word.tag in _VERBAL for word in words[that:])
    last = clauses[-1] if clauses else None
    if last is None or last.group is not None or last.marker not in _OPENERS:
        return False
    return not any(words[i].tag in _VERBAL for i in last.indices)
