"""People, places and organisations of an article, each under its fullest name there."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import chain, pairwise

from timeline_app.domain.records import Entity, EntityKind
from timeline_app.domain.text import Span
from timeline_app.extract.names import gazetteer, spacy_entities
from timeline_app.extract.names.evidence import own_evidence
from timeline_app.extract.names.mentions import NameMention, dull_lines, mentions_in
from timeline_app.extract.names.wordings import Wordings

_PERSON, _PLACE = EntityKind.PERSON, EntityKind.PLACE
_ORGANIZATION = EntityKind.ORGANIZATION
_LEAST_POINTS = 2
_SMALL_WORDS = {"of", "the", "and", "for", "de", "in", "on"}
_ALSO = re.compile(
    r"(?:,? known as|(?:,? (?:also|formerly|better|commonly)|,)"
    r" (?:known|called|abbreviated|referred to))"
    r" ?(?:to )?(?:as )?(?:the )?$|, or (?:the )?$"
)


_HEADS_BEHIND = gazetteer.ORGANISATION_HEADS | gazetteer.COMPANY_FORMS | {"&", "and", "of"}


@dataclass(eq=False)
class _Group:
    """All mentions of one wording, then of one bearer."""

    name: str
    points: Counter[EntityKind]
    mentions: list[NameMention] = field(default_factory=list)

    @cached_property
    def starts(self) -> list[int]:
        """Where its mentions begin, in order; asked for when all of them are there."""
        return sorted(mention.span.start for mention in self.mentions)

    @property
    def kind(self) -> EntityKind | None:
        """The kind that most speaks for; None where too little does."""
        if self.name in gazetteer.COUNTRIES:
            return _PLACE
        if not self.points:
            return None
        kind, points = max(self.points.items(), key=lambda pair: pair[1])
        enough = points >= _LEAST_POINTS or (points == 1 and " " in self.name)
        return kind if enough else None


class ArticleNames:
    """The names of one article: what each stands for, and which stand in a passage."""

    def __init__(self, text: str) -> None:
        """`text` is canonical."""
        self._text = text
        self._dull = dull_lines(text)
        mentions = mentions_in(text, self._dull)
        label = spacy_entities.installed()
        if label is not None:
            mentions = spacy_entities.seconded(text, mentions, label)
        self._bearers = _Grouping(text, mentions).bearers()
        self._mentions = [m for m in mentions if id(m) in self._bearers]
        self._starts = [m.span.start for m in self._mentions]

    def within(self, *spans: Span) -> tuple[Entity, ...]:
        """Entities named in spans of the text, in the order of their first mention there."""
        found: dict[Entity, None] = {}
        for span in spans:
            first = bisect_left(self._starts, span.start)
            last = bisect_left(self._starts, span.end)
            for mention in self._mentions[first:last]:
                found.setdefault(self._bearers[id(mention)])
            dull = bisect_right(self._dull, span.start, key=lambda line: line.end)
            if dull < len(self._dull) and self._dull[dull].start < span.end:
                found.update(dict.fromkeys(self.named_in(span.slice(self._text))))
        return tuple(found)

    def mentions(self, span: Span) -> list[tuple[Span, Entity]]:
        """Where a stretch of the text names whom, in order."""
        first = bisect_left(self._starts, span.start)
        last = bisect_left(self._starts, span.end)
        return [(m.span, self._bearers[id(m)]) for m in self._mentions[first:last]]

    def back_from(self, position: int) -> Iterator[tuple[Span, Entity]]:
        """The same before a position, the last one first."""
        for number in range(bisect_left(self._starts, position) - 1, -1, -1):
            mention = self._mentions[number]
            yield mention.span, self._bearers[id(mention)]

    @cached_property
    def pronouns(self) -> dict[str, str]:
        """`he` or `she` for people whose rank tells: `King Olav`, `Mrs. Hill`."""
        return {self._bearers[id(m)].name: m.pronoun for m in self._mentions if m.pronoun}

    @cached_property
    def counts(self) -> Counter[Entity]:
        """How often the text names each."""
        return Counter(self._bearers.values())

    def bearer(self, name: str, position: int | None = None) -> Entity | None:
        """Whom a wording of the article names; the last so named before a position."""
        fitting = [m for m in self._mentions if m.text == name or " ".join(m.words) == name]
        if not fitting:
            return next((e for e in self._bearers.values() if e.name == name), None)
        before = [m for m in fitting if position is None or m.span.start <= position]
        return self._bearers[id((before or fitting)[-1])]

    def acronym(self, entity: Entity) -> str | None:
        """The capitals that the text has for a longer name; None without any."""
        return self._acronyms.get(entity)

    def named_in(self, words: str) -> list[Entity]:
        """Entities whose name stands in other words than the article's body: a title's."""
        known = self._shouted if words.isupper() else self._wordings
        finder = self._shouted_finder if words.isupper() else self._finder
        return list(dict.fromkeys(known[name] for name in finder.found_in(words)))

    @cached_property
    def _acronyms(self) -> dict[Entity, str]:
        found: dict[Entity, str] = {}
        for name, bearer in self._wordings.items():
            if name.isupper() and " " not in name and name != bearer.name:
                found.setdefault(bearer, name)
        return found

    @cached_property
    def _wordings(self) -> dict[str, Entity]:
        """Every wording of a name in the text, and surnames."""
        known = {" ".join(m.words): self._bearers[id(m)] for m in self._mentions}
        for entity in dict.fromkeys(known.values()):
            known.setdefault(entity.name, entity)
            if entity.kind is _PERSON and " " in entity.name:
                known.setdefault(entity.name.rsplit(" ", 1)[1], entity)
        return known

    @cached_property
    def _shouted(self) -> dict[str, Entity]:
        """The same in capitals."""
        return {name.upper(): entity for name, entity in self._wordings.items()}

    @cached_property
    def _finder(self) -> Wordings:
        return Wordings(self._wordings)

    @cached_property
    def _shouted_finder(self) -> Wordings:
        return Wordings(self._shouted)


def entities_of(text: str, passage: Span | None = None) -> tuple[Entity, ...]:
    """Entities named in a passage of a text (None: in all of it), under their fullest names."""
    return ArticleNames(text).within(passage or Span(0, len(text)))


class _Grouping:
    """Finds out which mentions name the same bearer."""

    def __init__(self, text: str, mentions: list[NameMention]) -> None:
        self._text = text
        self._mentions = mentions
        self._groups: dict[str, _Group] = {}
        for mention in mentions:
            group = self._groups.get(mention.text)
            if group is None:
                group = self._groups[mention.text] = _Group(mention.text, _own(mention))
            group.points.update(mention.points)
            group.mentions.append(mention)

    def bearers(self) -> dict[int, Entity]:
        """The entity of each mention, by the mention's identity; unknown ones are left out."""
        same = self._same_names()
        merged: dict[str, _Group] = {}
        for name, group in self._groups.items():
            whole = merged.setdefault(same.get(name, name), _Group(same.get(name, name), Counter()))
            whole.points.update(group.points)
            whole.mentions.extend(group.mentions)
        people = self._surnames(merged)
        entity = cache(Entity)
        found: dict[int, Entity] = {}
        for name, group in merged.items():
            kind = group.kind
            for mention in group.mentions:
                person = self._person_of(mention, people, group)
                if person is not None:
                    found[id(mention)] = entity(_PERSON, person)
                elif kind is not None and mention.text not in _BARE:
                    found[id(mention)] = entity(kind, name)
        return found

    def _same_names(self) -> dict[str, str]:
        """Shorter wordings and the fuller one that the article gives for each."""
        same = _defined(self._text, self._mentions)
        organisations = _ByWord(n for n, g in self._groups.items() if g.kind is _ORGANIZATION)
        people = _ByWord(n for n, g in self._groups.items() if g.kind is _PERSON)
        initials = defaultdict(list)
        for name in organisations:
            initials[_initials(name)].append(name)
        for name, group in self._groups.items():
            if name in same:
                continue
            if name.isupper() and len(initials.get(name, ())) == 1:
                same[name] = initials[name][0]
            elif name not in gazetteer.PLACES and group.points[_PERSON] < 4:
                longer = [o for o in organisations.sharing(name) if _is_short_for(name, o)]
                if len(longer) == 1:
                    same[name] = longer[0]
            elif group.kind is _PERSON:
                longer = [o for o in people.sharing(name) if _is_fuller(o, name)]
                if len(longer) == 1:
                    same[name] = longer[0]
        return {name: _end_of(same, name) for name in same}

    def _surnames(self, merged: dict[str, _Group]) -> dict[str, list[_Group]]:
        """People with more than one name, by their last name and by their first."""
        found: dict[str, list[_Group]] = defaultdict(list)
        for name, group in merged.items():
            words = name.split()
            if group.kind is not _PERSON or len(words) < 2:
                continue
            tail = words[-2] if words[-1] in {"Jr.", "Sr.", "II", "III", "IV"} else words[-1]
            for key in {tail, words[0], " ".join(words[1:])}:
                found[key].append(group)
        return found

    def _person_of(
        self, mention: NameMention, people: dict[str, list[_Group]], group: _Group
    ) -> str | None:
        """The person whom a surname or a first name stands for, the last one so named before."""
        candidates = people.get(mention.text, [])
        if not candidates or group in candidates:
            return None
        points = group.points
        elsewhere = group.name != mention.text and group.kind is _ORGANIZATION
        if points[_PLACE] > points[_PERSON] + 1 or elsewhere:
            return None
        if mention.pronoun and candidates:
            fitting = [
                c for c in candidates if gazetteer.pronoun_of(c.name) in {None, mention.pronoun}
            ]
            candidates = fitting
        before = [
            (c.starts[number - 1], c.name)
            for c in candidates
            if (number := bisect_left(c.starts, mention.span.start))
        ]
        if not candidates:
            return None
        return max(before)[1] if before else candidates[0].name


_BARE = frozenset(head.capitalize() for head in gazetteer.SHORT_HEADS - gazetteer.ALONE_HEADS)


def _own(mention: NameMention) -> Counter[EntityKind]:
    return Counter({_PERSON: 3}) if mention.titled else own_evidence(mention.words)


def _defined(text: str, mentions: list[NameMention]) -> dict[str, str]:
    """`Port Authority (PA)`, `PA (Port Authority)`, `Islamic State, also known as ISIS`."""
    same: dict[str, str] = {}
    last: dict[str, str] = {}
    for before, mention in pairwise([None, *mentions]):
        assert mention is not None
        _remember_heads(last, before)
        if mention.text in _BARE and mention.text.lower() in last:
            same.setdefault(mention.text, last[mention.text.lower()])
        if before is None or mention.span.start - before.span.end > 30:
            continue
        gap = text[before.span.end : mention.span.start]
        bracketed = (
            gap.strip() in {"(", ", or", "(the"}
            and text[mention.span.end : mention.span.end + 1] == ")"
        )
        if not bracketed and not _ALSO.fullmatch(gap):
            continue
        short, long = sorted((before.text, mention.text), key=len)
        capital = sum(map(str.isupper, short)) >= 2 and " " not in short
        if (capital and long != short) or not bracketed:
            same.setdefault(short, long)
    return same


def _remember_heads(last: dict[str, str], mention: NameMention | None) -> None:
    """Which council `the Council` is: the last one with that head."""
    if mention is None or len(mention.words) < 2:
        return
    for word in (mention.words[0], mention.words[-1]):
        if word.lower() in gazetteer.SHORT_HEADS:
            last[word.lower()] = mention.text


def _initials(name: str) -> str:
    words = [w for w in re.split(r"[ -]", name) if w.lower() not in _SMALL_WORDS]
    return "".join(word[0] for word in words if word).upper() if len(words) > 1 else ""


def _is_short_for(name: str, whole: str) -> bool:
    """`Acme` for `Acme Corp.`, `Acme Steel` for `Acme Steel Works`, `Madrid` for `Real Madrid`."""
    if whole.endswith(" " + name) and whole.count(" ") == 1:
        return name.lower() not in gazetteer.ORGANISATION_HEADS
    if not whole.startswith(name + " ") and not whole.startswith(name + ", "):
        return False
    rest = whole[len(name) :].replace(",", "").split()
    return all(word.lower() in _HEADS_BEHIND for word in rest)


def _is_fuller(whole: str, name: str) -> bool:
    """`John F. Kerry` for `John Kerry`: same first and last word, more between."""
    words = name.split()
    ends = whole.startswith(words[0] + " ") and whole.endswith(" " + words[-1])
    return ends and len(words) > 1 and len(whole) > len(name)


class _ByWord:
    """Names by their first word and by their last: those that one could be short for."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = list(names)
        self._by_word: dict[str, dict[str, None]] = defaultdict(dict)
        for name in self._names:
            for word in _ends_of(name):
                self._by_word[word][name] = None

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def sharing(self, name: str) -> Iterable[str]:
        """Names that begin or end with the first or the last word of another."""
        found = [self._by_word.get(word, {}) for word in _ends_of(name)]
        return dict.fromkeys(chain.from_iterable(found))


def _ends_of(name: str) -> set[str]:
    words = name.split(" ")
    return {words[0].rstrip(","), words[-1]}


def _end_of(same: dict[str, str], name: str) -> str:
    """The fullest name at the end of a chain of shorter ones."""
    seen = {name}
    while name in same and same[name] not in seen:
        name = same[name]
        seen.add(name)
    return name
