"""Which name a pronoun or a description stands for, across sentences."""

from __future__ import annotations

import re
from dataclasses import replace

from timeline_app.domain.text import Span
from timeline_app.extract import lexicon as lex
from timeline_app.extract.names import Name, Sort, names_in
from timeline_app.extract.parsing import Parsed, Parser
from timeline_app.extract.words import Tag, Word

_WINDOW = 8000  # code points before a title's sentence in which fuller wordings are looked for


_BEFORE_NOUN = re.compile(r"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir)\s+((?:[\w’'.-]+ ){0,3}?)$")


_BEHIND_NOUN = re.compile(r" (?:on|of|for|against) (?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,2}")


_OPENING = 50_000  # code points in which people are given with their first names


_REACH = 4  # sentences that a pronoun looks back


class Referents:
    """Finds the name that a pronoun or a description in a sentence stands for."""

    def __init__(self, text: str, sentences: list[Span], parser: Parser) -> None:
        """`sentences` are the body's, in order."""
        self._text = text
        self._sentences = sentences
        self._parser = parser
        self._persons: dict[str, bool] = {}

    def person(self, sentence: int) -> str | None:
        """The last person named as a subject before a sentence, else the last one named."""
        return self._last(sentence, {Sort.PERSON})

    def group(self, sentence: int) -> str | None:
        """The last group that was a subject shortly before a sentence."""
        return self._last(sentence, {Sort.GROUP}) or self._last(sentence, {Sort.OTHER}, True)

    def thing(self, sentence: int) -> str | None:
        """The subject of the sentence before, where it is a name and nothing else fits `it`."""
        if not sentence:
            return None
        parsed = self._parser.plain(self._sentences[sentence - 1])
        name = self._last(sentence, {Sort.GROUP, Sort.OTHER}, True, reach=1)
        if name is None and _subject_is_described_group(parsed):
            name = self.group(sentence - 1)
        return name if name and not _has_rival(parsed) else None

    def many(self, sentence: int) -> str | None:
        """The plural subject of the sentence before, where nothing else there is plural."""
        if not sentence:
            return None
        parsed = self._parser.plain(self._sentences[sentence - 1])
        clause = next((c for c in parsed.clauses if c.group is not None), None)
        if clause is None or not clause.subject or clause.group is None:
            return None
        words = parsed.words
        subject = [words[i] for i in clause.subject if words[i].tag is not Tag.DATE]
        rivals = [w for w in words[clause.group.end :] if _is_plural(w)]
        if rivals or not any(_is_plural(w) for w in subject[:4]) or len(subject) > 6:
            return None
        return Span(subject[0].span.start, subject[-1].span.end).slice(self._text)

    def _last(
        self, sentence: int, sorts: set[Sort], subjects_only: bool = False, reach: int = _REACH
    ) -> str | None:
        others: str | None = None
        for index in range(sentence - 1, max(-1, sentence - 1 - reach), -1):
            parsed = self._parser.plain(self._sentences[index])
            names = [n for n in map(self._sorted, names_in(self._text, parsed)) if n.sort in sorts]
            subjects = [name for name in names if name.subject]
            if subjects:
                return subjects[0].core
            if names and others is None and not subjects_only:
                others = names[-1].core
        return others

    def _sorted(self, name: Name) -> Name:
        """A single name is a person's where the article has it behind a first name."""
        if name.sort is not Sort.OTHER or " " in name.core:
            return name
        if name.core not in self._persons:
            pattern = rf"\b([A-Z][a-z]+|[A-Z]\\.) {re.escape(name.core)}\b"
            firsts = re.findall(pattern, self._text[:_OPENING])
            ordinary = lex.NOT_NAMES | lex.PREPOSITIONS | lex.GROUP_NOUNS | lex.THING_NOUNS
            self._persons[name.core] = any(first.lower() not in ordinary for first in firsts)
        return replace(name, sort=Sort.PERSON) if self._persons[name.core] else name

    def fuller(self, noun: str, position: int) -> str | None:
        """The last fuller wording of `the noun` before a place: `arms embargo on Libya`.

        Fuller by a name behind `on`, `of`, `for`, or by words before the noun.
        """
        best = None
        start = max(0, position - _WINDOW)
        for match in re.finditer(rf"\b{re.escape(noun)}\b", self._text[start:position]):
            at, end = start + match.start(), start + match.end()
            before = _BEFORE_NOUN.search(self._text, max(0, at - 60), at)
            behind = _BEHIND_NOUN.match(self._text, end, min(end + 60, position))
            if before is None:
                continue
            words, link = before[1], behind[0] if behind else ""
            dated = any(word.lower() in lex.CALENDAR_WORDS for word in link.split())
            if (words or link) and not dated and _describes(words):
                best = f"{words}{noun}{link}".rstrip(".,")
        return best


def _is_plural(word: Word) -> bool:
    plain = word.tag is Tag.NOUN and not word.possessive
    return plain and word.lower.endswith("s") and not word.lower.endswith(("ss", "us", "is"))


def _subject_is_described_group(parsed: Parsed) -> bool:
    """True for a sentence about `the group`."""
    for clause in parsed.clauses:
        if clause.group is not None and clause.subject:
            words = [parsed.words[i].lower for i in clause.subject]
            return len(words) <= 3 and words[0] == "the" and words[-1] in lex.GROUP_NOUNS
    return False


def _has_rival(parsed: Parsed) -> bool:
    """True when the object is a singular thing that `it` could stand for as well."""
    for clause in parsed.clauses:
        if clause.group is None:
            continue
        following = parsed.words[clause.group.end : clause.group.end + 4]
        if following and following[0].tag in {Tag.DETERMINER, Tag.POSSESSIVE}:
            nouns = [word for word in following[1:] if word.tag is Tag.NOUN]
            if nouns and not nouns[0].lower.endswith("s"):
                return True
    return False


def _describes(words: str) -> bool:
    closed = lex.PREPOSITIONS | lex.DETERMINERS | lex.COORDINATORS | lex.BE_FINITE | lex.HAVE
    closed |= lex.RELATIVES | lex.MODALS | {"to", "new", "first", "second", "last", "next", "same"}
    return not any(word.lower() in closed for word in words.split())
