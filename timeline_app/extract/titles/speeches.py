"""Sayings with a quotation: who speaks, and a title with the speaker's own words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from timeline_app.domain.records import EntityKind
from timeline_app.domain.text import Span
from timeline_app.extract.dating.scopes import Scope
from timeline_app.extract.discourse.happenings import is_behind_quotation
from timeline_app.extract.discourse.quotations import Quotations
from timeline_app.extract.grammar import lexicon as lex
from timeline_app.extract.grammar import verbforms as forms
from timeline_app.extract.grammar.parsing import Parsed
from timeline_app.extract.grammar.words import Tag
from timeline_app.extract.names.referents import Referents
from timeline_app.extract.titles.wording import LONGEST, capitalised, dangling_cut, rendered, tidied

_FEWEST_QUOTED = 4  # words that make a quotation worth a title
_FEWEST_LEFT = 3
_MOST_SENTENCES = 3  # of a quotation, behind the sentence that opens it
_LONGEST_QUOTATION = 600  # code points
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
_UNCLEAR = re.compile(r"(?:It|He|She|They|This|That|These|Those|But|And|So)\b")
_MARKS = '“”«»„"'
_JOINT = re.compile(
    r"[,;:—–]| ?\.\.\.|…| - |(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<=\w\w)\.(?= )|[.!?]$"
)
_LOOSE_JOINT = re.compile(
    r"(?<!ing)(?<!ed) (?:and|but|because|when|if|while|so|in|on|at|for|from|by|since)\b"
)


def with_speaker(parsed: Parsed, scope: Scope) -> Scope:
    """The scope with its real subject, where that stands behind the verb: `..., said Hill`."""
    group = scope.group
    if group is None:
        return scope
    words = parsed.words
    if not is_behind_quotation(words, group):
        return scope
    end = group.end
    while end < len(words) and words[end].tag is not Tag.PUNCTUATION:
        stops = words[end].tag in {Tag.PREPOSITION, Tag.COORDINATOR, Tag.DATE}
        if stops and words[end].lower != "of":
            break
        end += 1
    behind = tuple(range(group.end, end))
    if not any(words[i].is_nominal or words[i].tag is Tag.PRONOUN for i in behind):
        return scope
    rest = tuple(i for i in scope.predicate if i not in behind)
    return replace(scope, subject=behind, predicate=rest)


def quoting_title(
    text: str,
    parsed: Parsed,
    scope: Scope,
    quotations: Quotations,
    referents: Referents,
    number: int,
) -> str | None:
    """`Steve Jobs: “We love the Beatles”`; None without a quotation of some length or a speaker."""
    speakers: list[str] | None = None
    for quoted in _quoted_sentences(text, parsed, quotations):
        if speakers is None:
            speakers = _speakers(text, parsed, scope, referents, number)
        for speaker in speakers:
            shown = _cut(quoted, LONGEST - len(speaker) - len(": “”"))
            if shown is not None:
                return f"{capitalised(speaker)}: “{shown}”"
    return None


def _quoted_sentences(text: str, parsed: Parsed, quotations: Quotations) -> Iterator[str]:
    """The first quotation of a sentence, up to the sentence's end, then those in which it goes on.

    None of fewer than four words, nor one that goes on with a pronoun: whose, it doesn't tell.
    """
    first, last = parsed.words[0].span.start, parsed.words[-1].span.end
    for word in parsed.words:
        start = word.span.start
        if start not in quotations or word.tag is Tag.PUNCTUATION:
            continue
        end = quotations.end_of(start)
        quoted = _plain(text[max(first, start) : min(end, last)])
        if not quoted[:1].islower() and len(quoted.split()) >= _FEWEST_QUOTED:
            yield quoted
        following = _SENTENCE.split(_plain(text[last : min(end, last + _LONGEST_QUOTATION)]))
        for quoted in following[:_MOST_SENTENCES]:
            opens = quoted[:1].isupper() and not _UNCLEAR.match(quoted)
            if opens and len(quoted.split()) >= _FEWEST_QUOTED:
                yield quoted
        return


def _plain(quoted: str) -> str:
    return " ".join(quoted.strip(_MARKS + " \n").split())


def _speakers(
    text: str, parsed: Parsed, scope: Scope, referents: Referents, number: int
) -> list[str]:
    """Wordings of the speaker, the fullest first."""
    words = parsed.words
    subject = [i for i in scope.subject if words[i].tag is not Tag.DATE]
    if not subject:
        return []
    last = words[subject[-1]]
    if last.tag is Tag.PRONOUN:
        person = referents.person(number, last.lower) if last.lower in {"he", "she"} else None
        return [person] if person else []
    whole = rendered(text, words, subject)
    if not whole[:1].isupper() and subject[0] > 1 and words[subject[0] - 1].text == ",":
        named = _last_names(parsed, list(range(subject[0] - 1)))
        if named and named[-1] == subject[0] - 2:
            return [rendered(text, words, named)]  # `Ada Hill, chief of Acme, said`
    span = Span(words[subject[0]].span.start, words[subject[-1]].span.end)
    people = [e.name for e in referents.names.within(span) if e.kind is EntityKind.PERSON]
    names = rendered(text, words, _last_names(parsed, subject))
    return list(dict.fromkeys(filter(None, [whole, *people[-1:], names])))


def _last_names(parsed: Parsed, subject: list[int]) -> list[int]:
    """The name that a subject ends in."""
    end = len(subject)
    while end and parsed.words[subject[end - 1]].tag is not Tag.NAME:
        end -= 1
    start = end
    while start and parsed.words[subject[start - 1]].tag is Tag.NAME:
        start -= 1
    return subject[start:end]


def _cut(quoted: str, room: int) -> str | None:
    """The quotation up to the last joint that fits, else to a word that can end it."""
    if len(quoted) <= room:
        return tidied(quoted)
    joints = [m.start() for m in _JOINT.finditer(quoted) if m.start() <= room]
    for joint in reversed(joints):
        shown = dangling_cut(quoted[:joint].strip())
        if len(shown.split()) >= _FEWEST_QUOTED and _has_verb(shown):
            return tidied(shown)
    loose = [
        m.start()
        for m in _LOOSE_JOINT.finditer(quoted)
        if m.start() <= room and not _joins_adjectives(quoted[: m.start()], m[0])
    ]
    shown = dangling_cut(quoted[: loose[-1]]) if loose else ""
    long = len(shown.split()) >= _FEWEST_LEFT + 2 and _has_verb(shown)
    return tidied(shown) if long else None


def _joins_adjectives(shown: str, joint: str) -> bool:
    """`a wonderful | and exciting day`."""
    words = shown.split()
    opened = len(words) > 1 and words[-2].lower() in lex.DETERMINERS | lex.POSSESSIVES
    return opened and joint.strip() in {"and", "but"}


def _has_verb(shown: str) -> bool:
    """True where a cut quotation still holds a verb in a tense of its own, not in a lead-in."""
    if shown.split()[0].lower() in lex.SUBORDINATORS | lex.PREPOSITIONS | {"to", "no", "that"}:
        return False
    shown = re.split(r", (?:which|who|where|when|if|as)\b", shown)[0]
    words = re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)?", shown.lower())
    helpers = lex.BE_FINITE | lex.HAVE | lex.MODALS | lex.DO
    return any(
        word in helpers
        or forms.is_past(word)
        or forms.is_s_form(word)
        or re.search(r"['’]\w+$", word)
        or (before in lex.SUBJECT_PRONOUNS and forms.is_base(word))
        for before, word in zip(["", *words], words, strict=False)
    )
