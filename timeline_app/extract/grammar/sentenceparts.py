"""Parts of a sentence that a title can do without, and the verb that it can't."""

from __future__ import annotations

from itertools import pairwise

from timeline_app.extract.grammar import lexicon as lex
from timeline_app.extract.grammar import verbforms as forms
from timeline_app.extract.grammar.chunks import Group, GroupKind
from timeline_app.extract.grammar.clause import HARD, Clause
from timeline_app.extract.grammar.nounphrases import noun_phrase_start
from timeline_app.extract.grammar.parsing import Parsed
from timeline_app.extract.grammar.words import Tag, Word

LEADS_IN = {Tag.PREPOSITION, Tag.VERB, Tag.ING, Tag.TO}
_FEWEST_TOLD = 3
_LONGEST_ASIDE = 6
_LONGEST_PLACE = 9
_IN_PLACE = {
    Tag.DETERMINER,
    Tag.NOUN,
    Tag.NAME,
    Tag.DATE,
    Tag.PUNCTUATION,
    Tag.POSSESSIVE,
    Tag.PREPOSITION,
    Tag.ING,
}
_MARKS_OF_ASIDES = {",", "(", ")", "—", "–", "―", "-", "--", "_"}


def spoken_asides(parsed: Parsed) -> list[range]:
    """`, he said,` in the middle of a sentence, with the mark before it.

    With that behind it as well, where it parts a subject from its verb.
    """
    words = parsed.words
    verbs = {clause.group.start for clause in parsed.clauses if clause.group is not None}
    return [
        range(clause.start - 1, clause.end + (clause.end + 1 in verbs))
        for clause in parsed.clauses[1:]
        if clause.group is not None
        and clause.marker == ","
        and clause.end - clause.start <= _LONGEST_ASIDE
        and clause.group.start > clause.start  # not `, wrote,` in a list of deeds
        and clause.end < len(words)
        and words[clause.end].text == ","
        and forms.lemma(words[clause.group.main].lower) in lex.SPEECH
        and clause.group.end >= clause.end
    ]


def main_start(parsed: Parsed) -> int:
    """Behind what leads a sentence in: `According to Acme, | sales`, `While it rained, | men`."""
    words, clauses = parsed.words, parsed.clauses
    if not clauses:
        return 0
    first = words[clauses[0].start]
    lead = first.tag in LEADS_IN or first.tag in {Tag.ADVERB, Tag.DATE}
    opener = words[clauses[0].start - 1].lower if clauses[0].start else ""
    if not lead and first.lower not in lex.SUBORDINATORS and opener not in lex.SUBORDINATORS:
        return 0
    subject, group = clauses[0].subject, clauses[0].group
    if first.tag is Tag.PREPOSITION and group and clauses[0].start < subject.start < group.start:
        return subject.start  # `At her death she was`
    for clause in clauses[1:]:
        own = clause.group is not None and clause.subject and clause.subject.start >= clause.start
        if clause.marker == "," and own and words[clause.subject.start].tag not in LEADS_IN:
            return clause.start
    return 0


def last_needed(parsed: Parsed, kept: list[int]) -> Group | None:
    """The verb that a cut must leave: the main one, or that of what the sentence reports."""
    found: Group | None = None
    for clause in parsed.clauses:
        group = clause.group
        if group is not None and not _leads(clause) and found is not None:
            return found  # `claimed to have met a man who said that it fell`
        if group is None or group.main not in kept or not _leads(clause):
            continue
        told = clause.marker in {"that", "contact", "whether"}
        if told and found is None:
            continue
        if found is not None and not told:
            return found
        found = group
        if forms.lemma(parsed.words[group.main].lower) not in lex.REPORTING:
            return found
    return found


def behind_comma(words: list[Word], kept: list[int], group: Group | None) -> bool:
    """True where the verb stands behind the sentence's first comma: what leads in is whole."""
    comma = next((i for i in kept if words[i].text == ","), None)
    return group is not None and (comma is None or group.main > comma)


def attribution_start(parsed: Parsed) -> int:
    """Where `, a spokesman said` begins at a sentence's end; the sentence's length without."""
    words = parsed.words
    for clause in parsed.clauses[1:]:
        group = clause.group
        if group is None or clause.marker not in HARD or clause.start <= _FEWEST_TOLD:
            continue
        if forms.lemma(words[group.main].lower) not in lex.SPEECH:
            continue
        behind = words[group.end :]
        bare = all(word.tag in {Tag.PUNCTUATION, Tag.DATE} for word in behind)
        bare |= _only_says_where(behind)
        bare |= words[group.main].lower == "told" and len(behind) <= _LONGEST_ASIDE
        inverted = group.start == clause.start and bool(behind) and behind[0].tag is Tag.NAME
        if bare or inverted:
            return clause.start - 1
    return len(words)


def _only_says_where(behind: list[Word]) -> bool:
    """True for `(said) at a news briefing today.`: one phrase and no more."""
    opens = bool(behind) and behind[0].lower in {"in", "at", "on", "during"}
    return opens and len(behind) <= _LONGEST_PLACE and all(w.tag in _IN_PLACE for w in behind[1:])


def _leads(clause: Clause) -> bool:
    return clause.group is not None and clause.marker.split(" ")[-1] not in lex.RELATIVES


def asides(parsed: Parsed) -> list[Clause]:
    """`, which operates lotteries,`: clauses between commas that the sentence can do without."""
    words = parsed.words
    return [
        clause
        for clause in parsed.clauses
        if clause.marker in lex.RELATIVES
        and clause.start > 1
        and words[clause.start - 2].text == ","
        and clause.end < len(words)
        and words[clause.end].text == ","
    ]


def interruptions(parsed: Parsed) -> list[range]:
    """What stands between marks before a verb whose subject is whole: `Hill, an envoy, | said`.

    The marks belong to it. Nothing in it is a sentence of its own.
    """
    words, found = parsed.words, []
    for clause in parsed.clauses:
        stop = clause.subject.stop
        if clause.group is None or not clause.subject or stop >= clause.start - 1:
            continue
        opening, closing = words[stop].text, words[clause.start - 1].text
        if opening not in _MARKS_OF_ASIDES or closing not in _MARKS_OF_ASIDES:
            continue
        between = [c for c in parsed.clauses if stop < c.start < clause.start]
        if not any(c.group and c.subject.start >= c.start and _leads(c) for c in between):
            found.append(range(stop, clause.start))
    return found


def uncuttable(parsed: Parsed) -> set[int]:
    """Places where a cut would leave a clause's beginning without its verb."""
    barred: set[int] = set()
    for clause in parsed.clauses:
        group, subject = clause.group, clause.subject
        if group is None:
            continue
        earlier = [c.group.main for c in parsed.clauses if c.group and c.start < clause.start]
        own = bool(subject) and subject.start >= clause.start
        start = clause.start
        if subject and clause.marker in HARD and subject.start > max(earlier, default=-1):
            own, start = True, min(start, subject.start)
        start = (
            start
            if own or clause.marker == "that" or clause.marker in lex.RELATIVES
            else group.start
        )
        barred.update(range(start + 1, group.main + 1))
        for before, later in pairwise(clause.groups):
            if later.kind is GroupKind.FINITE and later.start > group.end:
                start = noun_phrase_start(parsed.words, later.start, floor=before.end)
                barred.update(range(start + 1, later.main + 1))  # `as saying | food was sold`
    return barred


def contact_starts(parsed: Parsed) -> set[int]:
    """Where clauses begin that no word introduces, `the dividend | LIN promises to pay`.

    Also where one joined by `and` or `but` does, that has a subject of its own.
    """
    starts = {clause.start for clause in parsed.clauses if clause.marker == "contact"}
    for before, clause in pairwise(parsed.clauses):
        own = clause.group is not None and clause.subject.start >= clause.start
        if clause.marker not in {"and", "but"} or before.group is None or not own:
            continue
        if forms.lemma(parsed.words[before.group.main].lower) not in lex.REPORTING:
            starts.add(clause.start - 1)
    return starts
