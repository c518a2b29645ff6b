"""Names of an article, and which of them a pronoun or a description stands for."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from timeline_app.domain.text import Span
from timeline_app.extract import lexicon as lex
from timeline_app.extract.lexicon import word_set
from timeline_app.extract.parsing import Parsed, Parser
from timeline_app.extract.places import is_place
from timeline_app.extract.words import Tag, Word

_WINDOW = 8000  # code points before a title's sentence in which fuller wordings are looked for
_BEFORE_NOUN = re.compile(r"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir)\s+((?:[\w’'.-]+ ){0,3}?)$")
_BEHIND_NOUN = re.compile(r" (?:on|of|for|against) (?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,2}")
_OPENING = 50_000  # code points in which people are given with their first names
_REACH = 4  # sentences that a pronoun looks back
_TITLES_OF = {"secretary", "minister", "chairman", "president", "director", "head", "chief"}


class Sort(StrEnum):
    """What a name names."""

    PERSON = "person"
    GROUP = "group"
    PLACE = "place"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Name:
    """A name where it stands; `core` leaves ranks and offices out."""

    text: str
    core: str
    sort: Sort
    subject: bool


def names_in(text: str, parsed: Parsed) -> list[Name]:
    """Names of a sentence in order, subjects marked."""
    words = parsed.words
    subjects = {i for clause in parsed.clauses if clause.group for i in clause.subject}
    found = []
    index = 0
    while index < len(words):
        if words[index].tag is not Tag.NAME:
            index += 1
            continue
        end = _name_end(words, index)
        found.append(_name(text, words, index, end, _leads_subject(words, subjects, index)))
        index = end
    return found


def _leads_subject(words: list[Word], subjects: set[int], index: int) -> bool:
    """True for a name that is the head of a subject, not one behind `of` or `in`."""
    if index not in subjects:
        return False
    before = index - 1
    while before in subjects and words[before].tag not in {Tag.PREPOSITION, Tag.PUNCTUATION}:
        before -= 1
    return before not in subjects


def _name_end(words: list[Word], start: int) -> int:
    """Index behind a name; `Secretary of State John Kerry` is one, with a possessive it ends."""
    index = start
    while index < len(words):
        word = words[index]
        of = word.lower == "of" and words[index - 1].lower in _TITLES_OF
        the = word.lower in {"the", "and"} and words[index - 1].lower == "of"
        if not (word.tag is Tag.NAME or of or the):
            break
        index += 1
        if word.possessive:
            break
    while words[index - 1].tag is not Tag.NAME:
        index -= 1
    return index


def _name(text: str, words: list[Word], start: int, end: int, subject: bool) -> Name:
    core_start = core_of(words, start, end)
    whole = _plain(text, words, start, end)
    core = _plain(text, words, core_start, end)
    return Name(whole, core, _sort(words, start, core_start, end), subject)


def _plain(text: str, words: list[Word], start: int, end: int) -> str:
    words_text = Span(words[start].span.start, words[end - 1].span.end).slice(text)
    return re.sub(r"['’]s$", "", words_text)


def core_of(words: list[Word], start: int, end: int) -> int:
    """Index where the person's own name begins behind ranks and offices, `start` if none."""
    core = start
    for index in range(start, end - 1):
        word = words[index]
        if word.lower in lex.HONORIFICS:
            core = index + 1
        elif core == index and word.lower in {"of", "the"}:
            core = index + 2
    if core < end and core > start and words[core - 1].lower == "of":
        core += 1
    return core if core < end else start


def _sort(words: list[Word], start: int, core: int, end: int) -> Sort:
    lower = [words[i].lower for i in range(start, end)]
    before = words[start - 1] if start else None
    if core > start or (before is not None and before.lower in lex.PERSON_NOUNS - lex.GROUP_NOUNS):
        return Sort.PERSON
    if is_place(" ".join(words[i].text for i in range(start, end))):
        return Sort.PLACE
    if lower[-1] in lex.GROUP_NOUNS or lower[0] in lex.GROUP_NOUNS or lower[-1] in _COMPANY:
        return Sort.GROUP
    single = end == start + 1
    if single and words[start].text.isupper() and len(words[start].text) > 1:
        return Sort.GROUP
    following = words[end] if end < len(words) else None
    aged = following is not None and following.text == "," and _is_age(words, end + 1)
    if aged or (following is not None and following.lower in {"said", "added", "told", "says"}):
        return Sort.PERSON if not single or aged else Sort.OTHER
    if before is not None and before.lower in {"in", "at", "near"} and single:
        return Sort.PLACE
    if (
        not single
        and end - start <= 3
        and all(w.isalpha() for w in lower)
        and (before is None or before.tag is not Tag.DETERMINER)
    ):
        return Sort.PERSON if _looks_personal(words, start, end) else Sort.OTHER
    return Sort.OTHER


_COMPANY = word_set(
    """
    inc corp ltd co plc llc gmbh ag sa group airlines airways times post news university
    college institute bank
    """
)


def _is_age(words: list[Word], index: int) -> bool:
    return index < len(words) and words[index].text.isdigit() and len(words[index].text) == 2


def _looks_personal(words: list[Word], start: int, end: int) -> bool:
    """Two or three capitalised words, no ordinary English word and no capitals all through."""
    return not any(
        words[i].text.isupper() or words[i].lower in lex.THING_NOUNS | lex.GROUP_NOUNS
        for i in range(start, end)
    )


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
