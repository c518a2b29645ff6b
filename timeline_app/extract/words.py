"""A sentence as words with light grammatical tags: enough to find its clauses, no model needed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from timeline_app.domain.text import Span
from timeline_app.extract import lexicon as lex
from timeline_app.extract import verbforms as forms
from timeline_app.extract.lexicon import word_set


class Tag(StrEnum):
    """What a word does in its sentence, as far as closed word classes and endings tell."""

    DETERMINER = "D"
    PREPOSITION = "P"
    POSSESSIVE = "Q"
    PRONOUN = "L"
    OBJECT_PRONOUN = "O"
    COORDINATOR = "C"
    MODAL = "M"
    BE = "B"
    BE_NONFINITE = "b"
    HAVE = "H"
    DO = "o"
    NEGATION = "X"
    ADVERB = "A"
    TO = "T"
    ING = "G"
    VERB = "V"
    NUMBER = "U"
    NAME = "Y"
    NOUN = "W"
    DATE = "E"
    PUNCTUATION = "."


@dataclass(slots=True)
class Word:
    """One token; `lower` is its text in lower case without a possessive ending."""

    text: str
    lower: str
    span: Span
    tag: Tag
    possessive: bool = False

    @property
    def is_nominal(self) -> bool:
        """True for a word that can end a noun phrase."""
        return self.tag in {Tag.NAME, Tag.NOUN, Tag.NUMBER} and not self.possessive


_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}(?:-[^\W_]+)*"  # U.S.  U.N.-backed
    r"|[$€£¥#]?\d+(?:[.,:/]\d+)*(?:[-–]?[^\W_]+)*%?(?:-[^\W_]+)*"  # 1,000  5th  $3.5bn  777-200
    r"|[^\W\d_][^\W_]*(?:[-'’&][^\W_]+)*"  # words, with hyphens and apostrophes inside
    r"|\.\.\.|[^\w\s]|_"
)
_ABBREVIATION = re.compile(
    r"(?:mr|mrs|ms|dr|gen|lt|col|maj|capt|sgt|cmdr|adm|brig|sen|rep|gov|pres|prof|rev|fr|hon|st|jr|sr"
    r"|inc|corp|co|ltd|no|vs|v|etc|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec|mt|ft|[a-z])$",
    re.I,
)
_POSSESSIVE = re.compile(r"['’]s$", re.I)
_POSSESSIVE_BEHIND = re.compile(r"['’]s\b|(?<=s)['’](?= )", re.I)
_INSIDE = re.compile(r"(?<=[a-z0-9,;] )[A-Z][^\W_]+(?:[-'’][^\W_]+)*")
_SIMPLE_TAGS = (
    (lex.BE_FINITE, Tag.BE),
    (lex.BE_OTHER, Tag.BE_NONFINITE),
    (lex.HAVE, Tag.HAVE),
    (frozenset({"having"}), Tag.ING),
    (lex.DO, Tag.DO),
    (lex.NEGATIONS, Tag.NEGATION),
    (lex.DETERMINERS, Tag.DETERMINER),
    (lex.POSSESSIVES, Tag.POSSESSIVE),
    (lex.OBJECT_PRONOUNS, Tag.OBJECT_PRONOUN),
    (lex.COORDINATORS, Tag.COORDINATOR),
)
_ADVERBS = word_set(
    """
    also already still just only even again soon later earlier ever once now then there here
    today currently recently previously formerly finally eventually however meanwhile
    instead almost nearly so too very far twice reportedly allegedly back ago together
    largely not-yet initially subsequently
    """
)
_AMOUNTS = {"about", "around", "over", "nearly", "almost", "roughly", "under"}
_NOT_ADVERBS = word_set(
    """
    family italy july ally supply reply apply rally bully belly jelly assembly anomaly
    monopoly early only daily weekly monthly yearly friendly likely unlikely elderly deadly
    costly lonely orderly fly rely imply comply multiply sicily homily lily holy ugly silly
    """
)


def capitals_inside(text: str) -> frozenset[str]:
    """Words that a text writes with a capital within sentences, where only names have one."""
    return frozenset(_INSIDE.findall(text))


def words_of(
    text: str, span: Span, dates: Sequence[Span] = (), names: frozenset[str] = frozenset()
) -> list[Word]:
    """Tagged words of a sentence; each of `dates` becomes a single word tagged DATE.

    `names` are words known to be names, which tells them at the start of a sentence.
    """
    found: list[Word] = []
    position = span.start
    for date in sorted(date for date in dates if span.contains(date)):
        if date.start < position:
            continue
        found.extend(_plain(text, Span(position, date.start)))
        ending = _POSSESSIVE_BEHIND.match(text, date.end, span.end)
        owner = ending is not None or bool(_POSSESSIVE.search(date.slice(text)))
        words = date.slice(text)
        found.append(Word(words, words.lower(), date, Tag.DATE, possessive=owner))
        position = ending.end() if ending else date.end
    found.extend(_plain(text, Span(position, span.end)))
    _tag(found, names)
    return found


def _plain(text: str, span: Span) -> list[Word]:
    found: list[Word] = []
    position = span.start
    while match := _TOKEN.search(text, position, span.end):
        end = match.end()
        token = match[0]
        dotted = text[end : end + 1] == "." and _ABBREVIATION.match(token)
        if dotted and end < span.end and not _closes(text, end + 1, span.end):
            end += 1
            token += "."
        base = _POSSESSIVE.sub("", token)
        lower = base.lower().replace("’", "'").rstrip(".") if len(base) > 1 else base.lower()
        at = Span(match.start(), end)
        word = Word(token, lower, at, Tag.NOUN, possessive=base != token)
        found.append(word)
        position = end
    return found


def _closes(text: str, position: int, end: int) -> bool:
    """True when nothing but closing marks follows: the dot is the sentence's own."""
    return not text[position:end].strip(" \"'”’)")


def _tag(words: list[Word], names: frozenset[str]) -> None:
    """Tags in place; a sentence in capitals is read as if it had none."""
    shown = [word.text for word in words]
    letters = "".join(text for text in shown if text.isalpha())
    shouting = len(letters) > 20 and sum(map(str.isupper, letters)) > 0.8 * len(letters)
    if shouting:
        for word in words:
            word.text = word.text.lower()
    _tag_all(words, names)
    for word, text in zip(words, shown, strict=True):
        word.text = text


def _tag_all(words: list[Word], names: frozenset[str]) -> None:
    for index, word in enumerate(words):
        if word.tag is Tag.DATE:
            continue
        word.tag = _tag_of(words, index)
        if word.text in names and word.tag in {Tag.NOUN, Tag.VERB, Tag.ING}:
            word.tag = Tag.NAME if word.lower not in lex.NOT_NAMES else word.tag
        if word.lower == "s" and index and words[index - 1].text in {"'", "’"}:
            words[index - 1].possessive = True


def _tag_of(words: list[Word], index: int) -> Tag:
    word = words[index]
    lower = word.text.lower().replace("’", "'")
    if not word.text[0].isalnum() and word.text[0] not in "$€£¥#":
        return Tag.PUNCTUATION
    if word.text[0].isdigit() or word.text[0] in "$€£¥#":
        return Tag.NUMBER
    if lower == "to":
        return Tag.TO if _infinitive_follows(words, index) else Tag.PREPOSITION
    if lower in lex.MODALS and not _is_month_or_noun(words, index):
        return Tag.MODAL
    if lower == "her" and not _noun_follows(words, index):
        return Tag.OBJECT_PRONOUN
    for members, tag in _SIMPLE_TAGS:
        if lower in members and (word.text == lower or index == 0 or tag is not Tag.COORDINATOR):
            return tag
    return _open_tag(words, index, lower)


def _open_tag(words: list[Word], index: int, lower: str) -> Tag:
    word = words[index]
    if lower in _AMOUNTS and index + 1 < len(words) and words[index + 1].text[0].isdigit():
        return Tag.DETERMINER
    if (lower in lex.SUBJECT_PRONOUNS and word.text != "IT") or _is_existential(words, index):
        return Tag.PRONOUN
    if lower in lex.PREPOSITIONS or (lower in lex.SUBORDINATORS | lex.RELATIVES):
        return Tag.PREPOSITION
    capital = any(char.isupper() for char in word.text)
    if capital and (not _at_start(words, index) or _is_name_at_start(words, index)):
        return Tag.NAME
    if lower == "first" and _is_adverb_first(words, index):
        return Tag.ADVERB
    if lower in _ADVERBS or (lower.endswith("ly") and len(lower) > 4 and lower not in _NOT_ADVERBS):
        return Tag.ADVERB
    if word.possessive:
        return Tag.NAME if capital else Tag.NOUN
    return _by_ending(lower)


def _is_adverb_first(words: list[Word], index: int) -> bool:
    """`was first introduced`, not `the first group`."""
    before = words[index - 1].lower if index else ""
    following = words[index + 1].text.lower() if index + 1 < len(words) else ""
    return before not in lex.DETERMINERS | lex.POSSESSIVES and forms.is_past(following)


def _is_existential(words: list[Word], index: int) -> bool:
    """`There are`."""
    following = words[index + 1].lower if index + 1 < len(words) else ""
    return words[index].lower == "there" and following in lex.BE_FINITE | lex.HAVE | lex.MODALS


def _by_ending(lower: str) -> Tag:
    if "-" in lower and not lower.startswith(("re-", "co-", "pre-")):
        return Tag.NOUN
    if forms.is_ing(lower):
        return Tag.ING
    return Tag.VERB if forms.is_past(lower) or forms.is_participle(lower) else Tag.NOUN


def _at_start(words: list[Word], index: int) -> bool:
    """True for the first word of a sentence or of a quotation in it."""
    return (
        index == 0
        or all(word.tag is Tag.PUNCTUATION for word in words[:index])
        or (words[index - 1].text in {"“", '"', ":"})
    )


def _is_name_at_start(words: list[Word], index: int) -> bool:
    """A capital at the start says nothing by itself: look for other signs of a name."""
    word = words[index]
    if len(word.text) > 1 and (word.text.isupper() or any(c.isupper() for c in word.text[1:])):
        return True
    lower = word.lower
    if lower in lex.NOT_NAMES or lower in _ADVERBS:
        return False
    following = words[index + 1].text if index + 1 < len(words) else ""
    if following[:1].isupper() and following.lower() not in lex.NOT_NAMES:
        return True
    if word.possessive:
        return True
    plain = (
        forms.is_ing(lower) or forms.is_past(lower) or lower.endswith(("ly", "s", "ion", "ment"))
    )
    return (not plain and following.lower() in lex.BE_FINITE | lex.HAVE | lex.MODALS) or (
        not plain and forms.is_past(following.lower())
    )


def _infinitive_follows(words: list[Word], index: int) -> bool:
    """True when `to` begins an infinitive: a lower-case word that can be a plain verb."""
    for word in words[index + 1 : index + 3]:
        lower = word.text.lower()
        if word.tag is Tag.DATE or not word.text[0].islower():
            return False
        if lower.endswith("ly") and lower not in _NOT_ADVERBS:
            continue
        if lower in lex.DETERMINERS | lex.POSSESSIVES | lex.PREPOSITIONS | lex.OBJECT_PRONOUNS:
            return False
        if forms.is_base(lower) or lower in {"be", "have", "do"}:
            return True
        plural = lower.endswith("s") and not lower.endswith("ss")
        return not (plural or forms.is_ing(lower) or lower.endswith(("ion", "ity", "ness")))
    return False


def _is_month_or_noun(words: list[Word], index: int) -> bool:
    """`May` and `Will` as names, `might` and `will` after a determiner as nouns."""
    word = words[index]
    before = words[index - 1] if index else None
    if before is not None and before.tag in {Tag.DETERMINER, Tag.POSSESSIVE}:
        return True
    return word.text[0].isupper() and not _at_start(words, index)


def _noun_follows(words: list[Word], index: int) -> bool:
    """True when the next word can belong to `her`."""
    if index + 1 >= len(words):
        return False
    following = words[index + 1]
    lower = following.text.lower()
    if not following.text[0].isalnum():
        return False
    return lower not in lex.PREPOSITIONS | lex.DETERMINERS | lex.COORDINATORS | {"to"}
