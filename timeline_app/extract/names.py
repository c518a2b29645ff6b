"""Names of an article, and which of them a pronoun or a description stands for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from timeline_app.domain.text import Span
from timeline_app.extract import lexicon as lex
from timeline_app.extract.gazetteer import is_place
from timeline_app.extract.lexicon import word_set
from timeline_app.extract.parsing import Parsed
from timeline_app.extract.words import Tag, Word

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
