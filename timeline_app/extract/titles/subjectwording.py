"""The subject of a title: names for pronouns and descriptions, ranks gone where room is short."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline_app.domain.records import EntityKind
from timeline_app.domain.text import Span
from timeline_app.extract.dating.datephrases import date_phrase
from timeline_app.extract.dating.scopes import Relation, Scope
from timeline_app.extract.grammar import lexicon as lex
from timeline_app.extract.grammar import rolewords
from timeline_app.extract.grammar import verbforms as forms
from timeline_app.extract.grammar.lexicon import word_set
from timeline_app.extract.grammar.nounphrases import noun_phrase_start
from timeline_app.extract.grammar.parsing import Parsed
from timeline_app.extract.grammar.words import Tag, Word
from timeline_app.extract.names.referents import Referents, definite
from timeline_app.extract.titles.nearby import (
    antecedent_in_sentence,
    group_in_sentence,
    owner_in_sentence,
    thing_in_sentence,
)
from timeline_app.extract.titles.offices import without_offices
from timeline_app.extract.titles.shortening import subject_cut
from timeline_app.extract.titles.wording import rendered

_PEOPLE_OF_GROUPS = word_set(
    """
    fighters forces troops soldiers members militants leaders leader officials lawyers
    executives shareholders employees workers board lawmakers supporters spokesman
    spokeswoman chairman president founder founders fleet shares stock profit profits sales revenue
    staff headquarters customers factory factories plant plants stores offices aircraft planes
    subsidiary budget debts losses
    """
)
# Words for people that tell nothing but what the sentences before tell too.
_ANYBODY = word_set(
    """
    man woman boy girl teenager politician actor actress singer author
    scientist player veteran strongman lawmaker candidate statesman republican democrat painter
    writer novelist poet composer pilot driver striker footballer runner
    """
)
# Bodies that are named behind what they are to another: `Boeing's rival, Airbus,`.
_BODIES = word_set("rival rivals competitor successor predecessor ally owner sponsor competitor")
# What a company reports of itself: whose it is often stands sentences before.
FIGURES = word_set("income earnings profit profits sales revenue revenues loss losses")
_OBJECTS = {"him", "her", "them", "it"}
_OWNERS = {"his", "her"}
_VERBAL = {Tag.BE, Tag.HAVE, Tag.MODAL, Tag.DO, Tag.VERB}
_WEATHER = word_set("rain snow hail thunder drizzle happen emerge transpire turn")
_JUDGED = word_set(
    "clear unclear likely unlikely possible impossible obvious true important necessary vital"
)
_PRONOUNS = {"woman": "she", "girl": "she", "actress": "she", "man": "he", "boy": "he"}
IDLE_ADVERBS = word_set(
    """
    also currently meanwhile however then recently later now today already still
    therefore subsequently eventually finally initially
    """
)


class SubjectWording:
    """Words the subjects of one article's titles."""

    def __init__(self, text: str, referents: Referents) -> None:
        """`text` is canonical."""
        self._text = text
        self._referents = referents

    def wordings(self, parsed: Parsed, scope: Scope, sentence: int) -> list[str]:
        """Wordings of a scope's subject, the fullest first; one empty string without one."""
        words = parsed.words
        indices = [i for i in _without_dates(words, scope.subject) if not _is_bracketed(words, i)]
        while indices and is_idle(words[indices[0]]):
            indices = indices[1:]
        if not indices:
            return [""]
        called = self._called(parsed, indices)
        name = None if called else self._referent(parsed, scope, indices, sentence)
        if name:
            return [name]
        owner = self._leading(parsed, scope, indices, sentence)
        if owner:
            return [f"{owner} {rendered(self._text, words, indices[1:])}"]
        keep = scope.relation in (Relation.CLAUSE, Relation.GERUND) or scope.aside
        whole = self._noun_phrase(words, indices, keep_article=keep)
        if keep and _is_bare_behind_date(words, indices[0]):
            whole = f"The {whole}"
        if called:
            return [_with_name(whole, called), called]
        if words[indices[-1]].lower in FIGURES and all(words[i].tag is Tag.NOUN for i in indices):
            company = self._referents.group(sentence)
            if company and scope.relation is Relation.CLAUSE:
                return [f"{_possessive(company)} {whole[:1].lower()}{whole[1:]}", whole]
        return self._shorter(parsed, indices, whole)

    def _leading(
        self, parsed: Parsed, scope: Scope, indices: Sequence[int], sentence: int
    ) -> str | None:
        """A name for the subject's first word: `Its chief`, `whose chief`, `he and his men`."""
        words, first = parsed.words, parsed.words[indices[0]]
        if first.lower == "whose":
            return self._owner_of_whose(words, indices[0])
        joined = len(indices) > 2 and words[indices[1]].lower == "and"
        if joined and first.lower in {"he", "she"}:
            return self._pronoun(parsed, scope, first, sentence)
        return self.owner(parsed, scope, indices, sentence)

    def _shorter(self, parsed: Parsed, indices: list[int], whole: str) -> list[str]:
        """The subject as it stands, then without what hangs on it."""
        words, full = parsed.words, self._named(parsed, indices)
        core = without_offices(words, indices)
        shorter = [] if core == indices else [self._noun_phrase(words, core, keep_article=True)]
        for head in (subject_cut(words, indices), subject_cut(words, indices, of=True)):
            if 0 < head < len(indices):
                shorter.append(self._noun_phrase(words, indices[:head], keep_article=True))
        short = self._acronym(words, indices)
        if short:
            shorter.append(short)
        if full and full.split()[-1] not in whole.split()[:-1] and len(whole.split()) == 1:
            return [full, whole]
        if full and whole.split()[0].rstrip(".").lower() in {"mr", "mrs", "ms"}:
            return [full, whole, *shorter]
        return [whole, *shorter]

    def _noun_phrase(self, words: list[Word], indices: Sequence[int], *, keep_article: bool) -> str:
        article = words[indices[0]].lower in {"a", "an", "the"}
        if article and not keep_article and len(indices) > 1:
            indices = indices[1:]
        return rendered(self._text, words, indices)

    def objects(
        self, parsed: Parsed, scope: Scope, indices: Sequence[int], sentence: int
    ) -> dict[int, str]:
        """Names and nouns for pronouns behind the verb, where they are sure, by word index.

        `held it`, `against him`, `arrested his cousin`, `Prosecutors say she fled`.
        """
        words, group = parsed.words, scope.group
        if group is None or scope.relation is not Relation.CLAUSE or _is_quoted(words, indices):
            return {}
        for place, index in enumerate(indices):
            lower = words[index].lower
            if index < group.end or lower not in _OBJECTS | _OWNERS | {"he", "she"}:
                continue
            shown = None
            if lower in {"it", "them"}:
                earlier = any(words[i].is_nominal for i in indices[:place])
                if not earlier and _is_object(words, indices, place, group.main):
                    shown = self._thing(parsed, scope, words[index], sentence)
            elif not self._may_mean_subject(parsed, scope, lower):
                shown = self._person(parsed, scope, words[index], sentence)
            if shown and _is_named(words, [*scope.subject, *indices[:place]], shown):
                return {}
            owns = words[index].tag is Tag.POSSESSIVE
            return {index: _possessive(shown) if owns else shown} if shown else {}
        return {}

    def _may_mean_subject(self, parsed: Parsed, scope: Scope, pronoun: str) -> bool:
        """True where `his` or `he` can be the subject; `him` never is."""
        words = parsed.words
        if not scope.subject or pronoun == "him":
            return False
        if words[scope.subject[0]].tag is Tag.PRONOUN:
            return True
        span = Span(words[scope.subject[0]].span.start, words[scope.subject[-1]].span.end)
        head = words[scope.subject[-1]].lower
        end = next((n for n, i in enumerate(scope.subject) if words[i].tag is Tag.PREPOSITION), 0)
        if end and rolewords.is_role(words[scope.subject[end - 1]].lower):
            return True  # `the ambassador to Poland`
        unknown = words[scope.subject[-1]].tag is Tag.NAME
        if unknown and not self._referents.names.mentions(span):
            return True
        like = "he" if pronoun in {"he", "his"} else "she"
        return self._referents.may_be_person(span, head, like)

    def _person(self, parsed: Parsed, scope: Scope, pronoun: Word, sentence: int) -> str | None:
        words = parsed.words
        if any(words[i].possessive and words[i].tag is Tag.NAME for i in scope.subject):
            return None  # `Hale's wife tried to help him`
        subject = [words[i].text for i in scope.subject]
        like = "he" if pronoun.lower in {"him", "his", "he"} else "she"
        before = Span(words[0].span.start, pronoun.span.start)
        near = self._referents.person_in(before, like, subject)
        found = near or self._referents.person(sentence, like, but=" ".join(subject))
        return definite(found, capital=False) if found else None

    def _thing(self, parsed: Parsed, scope: Scope, pronoun: Word, sentence: int) -> str | None:
        near = thing_in_sentence(parsed, scope, plural=pronoun.lower == "them")
        if near:
            shown = self._noun_phrase(parsed.words, near, keep_article=True)
            return definite(shown, capital=False)
        return self._referents.object_before(sentence) if pronoun.lower == "it" else None

    def owner(
        self, parsed: Parsed, scope: Scope, indices: Sequence[int], sentence: int
    ) -> str | None:
        """The name for `Its` and `His` at the head of a subject, as a possessive."""
        words = parsed.words
        first = words[indices[0]].lower
        if len(indices) < 2 or first not in {"his", "her", "its"}:
            return None
        near = owner_in_sentence(parsed, scope, indices[0])
        name: str | None
        if near:
            name = self._noun_phrase(words, near, keep_article=False)
        elif first != "its":
            name = self._referents.person(sentence, "he" if first == "his" else "she")
        elif words[indices[-1]].lower in _PEOPLE_OF_GROUPS:
            name = self._referents.group(sentence)
        else:
            name = self._referents.thing(sentence)
        return _possessive(name) if name else None

    def _owner_of_whose(self, words: list[Word], index: int) -> str | None:
        end = index - 1 if words[index - 1].tag is Tag.PUNCTUATION else index
        noun = list(range(noun_phrase_start(words, end), end))
        while any(words[i].lower == "of" for i in noun):
            noun = noun[1:]
        return _possessive(rendered(self._text, words, noun)) if noun else None

    def _referent(
        self, parsed: Parsed, scope: Scope, indices: Sequence[int], sentence: int
    ) -> str | None:
        """The name for `He`, `It`, `The general`, `The terrorist organization`; None if unsafe."""
        first = parsed.words[indices[0]]
        if len(indices) == 1 and first.tag is Tag.PRONOUN:
            return self._pronoun(parsed, scope, first, sentence)
        return self._described(parsed, indices, sentence)

    def _pronoun(self, parsed: Parsed, scope: Scope, pronoun: Word, sentence: int) -> str | None:
        if pronoun.lower == "it" and _is_expletive(parsed, scope):
            return None
        near = antecedent_in_sentence(parsed, scope, pronoun, self._referents)
        if near:
            shown = self._noun_phrase(parsed.words, near, keep_article=True)
            fuller = self._named(parsed, near) or self._described(parsed, near, sentence)
            return fuller or re.sub(r"['’]s?$", "", shown)
        lower = pronoun.lower
        if _is_preceded_in_clause(parsed, scope):
            return None
        if lower in {"he", "she"}:
            before = Span(parsed.words[0].span.start, pronoun.span.start)
            beside = _is_told_of_another(parsed, scope, lower)
            within = self._referents.person_in(before, lower, ()) if beside else None
            return within or self._referents.person(sentence, lower)
        if lower == "they":
            return self._referents.many(sentence)
        group = scope.group
        if lower != "it" or group is None:
            return None
        verb = forms.lemma(parsed.words[group.main].lower)
        if verb in _WEATHER:
            return None
        also = any(word.lower == "also" for word in parsed.words[: group.end + 1])
        return self._referents.thing(sentence, verb, passive=group.passive, also=also)

    def _described(self, parsed: Parsed, indices: Sequence[int], sentence: int) -> str | None:
        """`the company`, `the terrorist organization`, `the general`, without a name in it."""
        words = parsed.words
        first, last = words[indices[0]], words[indices[-1]]
        described = first.lower in {"the", "this", "that"} and 1 < len(indices) <= 3
        if not described or any(words[i].tag is not Tag.NOUN for i in indices[1:]):
            return None
        if last.lower in lex.GROUP_NOUNS | rolewords.GROUPS:
            company = last.lower in rolewords.FIRMS | rolewords.OTHER_BODIES
            inside = group_in_sentence(parsed, indices[0], self._referents) if company else None
            if inside:
                return self._noun_phrase(words, inside, keep_article=True)
            return self._referents.group(sentence, last.lower)
        if len(indices) == 2 and rolewords.is_role(last.lower):
            holder = self._referents.holder(sentence, last.lower)
            if holder or last.lower not in _ANYBODY:
                return holder
            return self._referents.person(sentence, _PRONOUNS.get(last.lower, "he"))
        return None

    def _called(self, parsed: Parsed, indices: Sequence[int]) -> str | None:
        """`Ada Kessler` of `The union's leader, Ada Kessler, said`."""
        words, start = parsed.words, indices[-1] + 2
        if start >= len(words) or words[start - 1].text != ",":
            return None
        head = next((i for i in indices if words[i].tag is Tag.PREPOSITION), indices[-1] + 1) - 1
        body = words[head].lower in rolewords.GROUPS | _BODIES | {"head", "chief"}
        if not (body or rolewords.is_role(words[head].lower)) or words[head].tag is Tag.NAME:
            return None
        end = start
        while end < len(words) and words[end].tag is Tag.NAME:
            end += 1
        if end == start or end >= len(words) or words[end].text != ",":
            return None
        if any(words[i].tag is Tag.COORDINATOR for i in indices):
            return None
        span = Span(words[start].span.start, words[end - 1].span.end)
        named = [entity for _, entity in self._referents.names.mentions(span)]
        if len(named) != 1 or named[0].kind is EntityKind.PLACE:
            return None
        person = named[0].kind is EntityKind.PERSON
        return named[0].name if person is not (words[head].lower in rolewords.GROUPS) else None

    def _acronym(self, words: list[Word], indices: Sequence[int]) -> str | None:
        """`NATO` for the organisation that the words name, where the article calls it so too."""
        span = Span(words[indices[0]].span.start, words[indices[-1]].span.end)
        named = self._referents.names.mentions(span)
        if len(named) != 1 or named[0][1].kind is not EntityKind.ORGANIZATION:
            return None
        at = named[0][0]
        if at.end != span.end or at.start > span.start + len("the "):
            return None
        return self._referents.names.acronym(named[0][1])

    def _named(self, parsed: Parsed, indices: Sequence[int]) -> str | None:
        """The fullest name of the person whom the words name and nothing else."""
        words = parsed.words
        if not indices or any(words[i].tag is not Tag.NAME for i in indices):
            return None
        span = Span(words[indices[0]].span.start, words[indices[-1]].span.end)
        found = self._referents.names.mentions(Span(span.start, span.end))
        if len(found) != 1 or found[0][1].kind is not EntityKind.PERSON:
            return None
        at, name = found[0][0], found[0][1].name
        fuller = words[indices[-1]].text in name.split()
        return name if at.start == span.start and " " in name and fuller else None


def _without_dates(words: list[Word], subject: Sequence[int]) -> list[int]:
    """A subject without dates, and what belongs to them: `earnings for its year ended May 31`."""
    dropped: set[int] = set()
    for index in subject:
        if words[index].tag is Tag.DATE:
            phrase = date_phrase(words, index, subject[0])
            inside = words[phrase.start].lower in {"ended", "in", "for", "on", "during", "of"}
            dropped |= set(phrase) if inside else {index}
    kept = [i for i in subject if i not in dropped]
    if len(kept) > 1 and words[kept[-1]].lower in {"ended", "ending"}:
        links = [n for n, i in enumerate(kept) if words[i].lower in {"for", "in", "during"}]
        kept = kept[: links[-1]] if links and links[-1] else kept[:-1]
    return kept or [i for i in subject if words[i].tag is not Tag.DATE]


def _is_bare_behind_date(words: list[Word], index: int) -> bool:
    """`announcement` of `Friday's announcement`."""
    before = words[index - 1] if index else None
    owned = before is not None and before.tag is Tag.DATE and before.possessive
    return owned and words[index].tag is Tag.NOUN


def _is_told_of_another(parsed: Parsed, scope: Scope, pronoun: str) -> bool:
    """`She married Per Holm; he died`: the clause before is about somebody else."""
    if scope.clause is None or scope.clause not in parsed.clauses:
        return False
    before = parsed.clauses[: parsed.clauses.index(scope.clause)]
    subjects = {parsed.words[c.subject[0]].lower for c in before if c.group and c.subject}
    return subjects == {"she" if pronoun == "he" else "he"}


def _is_bracketed(words: list[Word], index: int) -> bool:
    """True for the short form in `Norvex Corp. (NVX)`."""
    around = words[max(0, index - 1)].text, words[min(index + 1, len(words) - 1)].text
    return words[index].tag is Tag.NAME and around == ("(", ")")


def _is_expletive(parsed: Parsed, scope: Scope) -> bool:
    """`It was clear that`, `It took two days to`: `it` stands for nothing."""
    group = scope.group
    if group is None:
        return False
    lemma = forms.lemma(parsed.words[group.main].lower)
    linking = parsed.words[group.main].tag is Tag.BE or lemma in {"be", "seem", "appear", "take"}
    behind = [parsed.words[i] for i in scope.predicate if i >= group.end]
    if linking and behind and behind[0].lower in _JUDGED:
        return True
    return linking and any(w.lower in {"that", "whether"} or w.tag is Tag.TO for w in behind)


def _is_named(words: list[Word], indices: Sequence[int], name: str) -> bool:
    """True where the words name the bearer of a name already: `sued Papermaster to stop him`."""
    last = name.split()[-1]
    return any(words[i].tag is Tag.NAME and words[i].text == last for i in indices)


def _is_quoted(words: list[Word], indices: Sequence[int]) -> bool:
    return any(words[i].text in {"“", '"', "‘", "``"} for i in indices)


def _is_object(words: list[Word], indices: Sequence[int], place: int, verb: int) -> bool:
    """True for the pronoun in `held it` and `voted for it`, not for `it` as a later subject."""
    before = words[indices[place - 1]] if place else None
    following = words[indices[place + 1]] if place + 1 < len(indices) else None
    if before is None or (following is not None and following.tag in _VERBAL):
        return False
    return indices[place - 1] == verb or before.tag in {Tag.PREPOSITION, Tag.VERB}


def _is_preceded_in_clause(parsed: Parsed, scope: Scope) -> bool:
    """True where an earlier clause names somebody else whom a pronoun could stand for."""
    if scope.clause is None or scope.clause not in parsed.clauses:
        return False
    before = parsed.clauses[: parsed.clauses.index(scope.clause)]
    return any(
        parsed.words[i].tag is Tag.NAME for c in before if c.group is not None for i in c.subject
    )


def is_idle(word: Word) -> bool:
    idle = word.lower in IDLE_ADVERBS and word.tag is not Tag.NAME
    return idle or (word.tag in {Tag.COORDINATOR, Tag.PUNCTUATION} and word.text not in {"“", '"'})


def _with_name(described: str, name: str) -> str:
    """`Health minister Karin Lind`, `The union's leader, Ada Kessler,`."""
    first, _, rest = described.partition(" ")
    if first.lower() == "the" and not re.search(r"['’]s\b| of | for | in ", rest):
        return f"{rest} {name}"
    return f"{described}, {name},"


def _possessive(name: str) -> str:
    return f"{name}'" if name.endswith("s") else f"{name}'s"
