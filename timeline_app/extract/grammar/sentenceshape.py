"""The shape of a sentence: its main clause, what is behind the verb, the heads of its subjects."""

from __future__ import annotations

from collections.abc import Iterator

from timeline_app.domain.text import Span
from timeline_app.extract.grammar import lexicon as lex
from timeline_app.extract.grammar import rolewords
from timeline_app.extract.grammar.clause import Clause
from timeline_app.extract.grammar.parsing import Parsed
from timeline_app.extract.grammar.words import Tag, Word

_SIDE = lex.SUBORDINATORS | lex.RELATIVES | {"that", "contact"}


def main_clause(parsed: Parsed) -> Clause | None:
    """The first clause with a subject of its own that hangs on no other."""
    for clause in parsed.clauses:
        if clause.group is not None and clause.subject and clause.marker not in _SIDE:
            return clause
    return None


def subject_heads(parsed: Parsed) -> Iterator[Span]:
    """The heads of all subjects: up to the first preposition or mark."""
    words = parsed.words
    for clause in parsed.clauses:
        if clause.group is None or not clause.subject:
            continue
        end = clause.subject.start
        while end < clause.subject.stop:
            stops = words[end].tag in {Tag.PREPOSITION, Tag.PUNCTUATION} and words[end].text != "&"
            if (stops and words[end].lower != "of") or words[end].possessive:
                break
            end += 1
        if end > clause.subject.start:
            yield Span(words[clause.subject.start].span.start, words[end - 1].span.end)


def object_of(parsed: Parsed, clause: Clause) -> str | None:
    """The singular thing behind a clause's verb, without its article."""
    if clause.group is None:
        return None
    words = parsed.words
    start = clause.group.end
    if start >= len(words) or words[start].tag not in {Tag.DETERMINER, Tag.POSSESSIVE}:
        return None
    end = start + 1
    while end < len(words) and words[end].tag in {Tag.NOUN, Tag.NUMBER, Tag.NAME, Tag.VERB}:
        end += 1
    while end > start + 1 and words[end - 1].tag is not Tag.NOUN:
        end -= 1
    phrase = words[start + 1 : end]
    if not phrase or is_plural(phrase[-1]) or rolewords.is_role(phrase[-1].lower):
        return None
    return " ".join(word.text for word in phrase)


def is_plural(word: Word) -> bool:
    """True for a noun that names several."""
    plain = word.tag is Tag.NOUN and not word.possessive
    if word.lower in {"police", "people", "men", "women", "children"}:
        return plain
    return plain and word.lower.endswith("s") and not word.lower.endswith(("ss", "us", "is"))
