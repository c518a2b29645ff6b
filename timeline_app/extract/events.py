"""Dated words and sentences to events."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from timeline_app.domain import calendars as cal
from timeline_app.domain.records import Article, Block, Event, Modality, TemporalExpression
from timeline_app.domain.text import Span
from timeline_app.domain.timevalue import Grain, TimeValue
from timeline_app.extract.assembling import Assembler, When
from timeline_app.extract.certainty import of_expression
from timeline_app.extract.dating.datephrases import date_phrase
from timeline_app.extract.dating.governing import govern
from timeline_app.extract.dating.modifiers import is_dated_thing
from timeline_app.extract.dating.scopes import Relation, Scope, reports_nothing
from timeline_app.extract.discourse.happenings import is_past
from timeline_app.extract.discourse.modality import mood_of_time
from timeline_app.extract.discourse.narrative import (
    Dated,
    Narrative,
    Place,
    Use,
    day_of_publication,
    use_of,
)
from timeline_app.extract.grammar.parsing import Parsed, Parser
from timeline_app.extract.grammar.sentences import sentences
from timeline_app.extract.grammar.words import Tag
from timeline_app.extract.names.referents import Referents
from timeline_app.extract.titles.titles import TitleMaker
from timeline_app.extract.undated import NO_DAY, Undated

_MOST_DATES = 20  # in a sentence; more are a table or a list
_BLOCKS_BACK = 3
_FEWEST_TOLD = 3  # words of what is announced that make a title


@dataclass(frozen=True, slots=True)
class Extraction:
    """An article's events in time order, and what was seen and made none, each with the reason."""

    events: list[Event]
    passed_over: list[tuple[Span, str]]


def build(article: Article, expressions: Sequence[TemporalExpression]) -> list[Event]:
    """Events of an article in time order: what its dates date, and what its sentences tell.

    Expressions without a value, outside the body, or that only compare make none. A sentence
    that names no date takes its paragraph's day or that of the news; where neither is known it
    makes none. Ids are 0.
    """
    return extract(article, expressions).events


def extract(article: Article, expressions: Sequence[TemporalExpression]) -> Extraction:
    """The events as `build` gives them, with the sentences that made none and why."""
    return _Builder(article, expressions).extraction()


class _Builder:
    """One article's sentences, names and dates while its events are made."""

    def __init__(self, article: Article, expressions: Sequence[TemporalExpression]) -> None:
        self._article = article
        self._placed = [e for e in expressions if e.value is not None]
        self._values = {e.span: e.value for e in self._placed}
        self._language = article.language or "en"
        self._block_starts = [block.span.start for block in article.blocks]
        self._sentences = self._read_sentences()
        self._parser = Parser(article.text, [e.span for e in self._placed])
        referents = Referents(article.text, self._sentences, self._parser)
        self._titles = TitleMaker(article.text, referents)
        self._assembler = Assembler(article, self._sentences, referents)
        self._dated: list[Dated] = []
        self._taken: dict[int, set[int]] = {}

    def _read_sentences(self) -> list[Span]:
        """The body's sentences: all of a story in the news, else those near a date."""
        blocks: Sequence[Block] = self._article.blocks
        if self._language != "en" or day_of_publication(self._article.published) is None:
            blocks = _near(blocks, [e.span for e in self._placed])
        return sentences(self._article.text, blocks, self._language) if blocks else []

    def extraction(self) -> Extraction:
        """All events, doubles merged."""
        made: list[Event] = []
        for event in filter(None, map(self._event, self._placed)):
            same = next((n for n, other in enumerate(made[-3:]) if _is_same(other, event)), None)
            if same is None:
                made.append(event)
            else:
                same += max(0, len(made) - 3)
                made[same] = _finer(made[same], event)
        silent: list[tuple[Span, str]] = []
        if self._language == "en":
            told = {(event.mentions[0].passage.start, event.when) for event in made}
            for span, found in self._undated(told):
                if isinstance(found, Event):
                    made.append(found)
                    told.add((span.start, found.when))
                else:
                    silent.append((span, found))
        telling = {event.mentions[0].passage.start for event in made}
        passed_over = [(span, why) for span, why in silent if span.start not in telling]
        return Extraction(sorted(made, key=lambda event: event.when.sort_key), passed_over)

    def _undated(
        self, told: Collection[tuple[int, TimeValue]]
    ) -> Iterator[tuple[Span, Event | str]]:
        """What sentences without a date of their own give, and the headline.

        `told` are the days that the sentences beginning at a place tell of, while they grow.
        """
        narrative = Narrative(self._article.published, self._dated)
        undated = Undated(self._article, self._assembler, self._titles, narrative)
        headline = undated.headline()
        if headline is not None:
            yield headline.mentions[0].passage, headline
        for number, span in enumerate(self._sentences):
            place = self._place(number)
            reason = undated.at_a_glance(span)
            if reason is None and narrative.may_date(place):
                parsed = self._parser.plain(span)
                yield span, undated.event(parsed, place, self._taken.get(number, set()))
                again = self._assembler.told_again(parsed, number)
                yield from ((span, e) for e in again if (span.start, e.when) not in told)
            else:
                narrative.enter(place)
                yield span, reason or NO_DAY

    def _place(self, number: int) -> Place:
        start = self._sentences[number].start
        return Place(number, bisect_right(self._block_starts, start) - 1)

    def _event(self, expression: TemporalExpression) -> Event | None:
        number = self._sentence_of(expression.span)
        if number is None or expression.value is None:
            return None
        sentence = self._sentences[number]
        parsed = self._parser.plain(sentence)
        index = _word_index(parsed, expression.span)
        if index is None or parsed.dates > _MOST_DATES:
            return None
        if self._language != "en":
            return self._plain(expression, parsed, number, index)
        scope = govern(parsed.words, parsed.clauses, index)
        self._note(expression, parsed, scope, number)
        if scope is None or is_dated_thing(parsed.words, scope):
            return None
        if expression.value.grain >= Grain.CENTURY and _describes_noun(parsed, index):
            return None
        told = _what_is_told(parsed, scope, index)
        if told is not None and self._is_told_of(expression, parsed, scope):
            scope = told
        else:
            told = None
        scope = _without(scope, self._same_time(parsed, expression))
        title = self._titles.title(parsed, scope, number)
        relation: Relation | None = scope.relation
        if self._titles.is_poor(title, scope, parsed) or reports_nothing(parsed.words, scope):
            modifies = index + 1 < len(parsed.words) and parsed.words[index + 1].tag is Tag.NOUN
            phrase = range(0) if modifies and index else date_phrase(parsed.words, index, 0)
            title = self._titles.whole_sentence(parsed, phrase)
            relation = None
            if self._titles.is_poor(title):
                return None
        event = self._assembler.event(parsed, scope, number, title, _when(expression, relation))
        self._assembler.remember(parsed, scope, event, number)
        return event if told is None else replace(event, modality=Modality.PLANNED)

    def _note(
        self, expression: TemporalExpression, parsed: Parsed, scope: Scope | None, number: int
    ) -> None:
        """Remembers what a date dates, for the sentences that name none."""
        use = Use.SIDE if scope is not None else Use.FREE
        if scope is not None and scope.aside:
            use = Use.ASIDE
        if scope is not None and scope.relation is Relation.CLAUSE and scope.clause is not None:
            position = next(n for n, c in enumerate(parsed.clauses) if c is scope.clause)
            if not self._is_told_of(expression, parsed, scope):
                self._taken.setdefault(number, set()).add(position)
                use = use_of(scope.clause)
                if use is Use.LEAD and _is_before_that(parsed, scope):
                    use = Use.SIDE
        past = scope is not None and scope.group is not None and is_past(parsed, scope.group)
        self._dated.append(Dated(self._place(number), expression, use, past))

    def _is_told_of(self, expression: TemporalExpression, parsed: Parsed, scope: Scope) -> bool:
        """`has announced job cuts over the next four years`: what is announced lies ahead."""
        value, now = expression.value, self._assembler.published
        if value is None or now is None or scope.group is None or now.latest is None:
            return False
        first, last = value.earliest, value.latest
        if last is None or now.earliest is None:
            return False
        ahead = first is not None and first >= now.latest
        # It begins with the report, or is a term: the next four years, before the end of May.
        words = {word.lower() for word in expression.text.split()}
        from_now = first is None or first >= now.earliest or bool(words & {"next", "coming"})
        ahead |= value.kind == "interval" and from_now and last > now.latest
        return ahead and is_past(parsed, scope.group)

    def _same_time(self, parsed: Parsed, expression: TemporalExpression) -> set[int]:
        """Words of other dates in the sentence that lie within this one or around it."""
        found: set[int] = set()
        for index, word in enumerate(parsed.words):
            other = self._values.get(word.span) if word.tag is Tag.DATE else None
            if other is None or word.span == expression.span or expression.value is None:
                continue
            if _nested(expression.value, other):
                found |= set(date_phrase(parsed.words, index, 0))
        return found

    def _plain(
        self, expression: TemporalExpression, parsed: Parsed, number: int, index: int
    ) -> Event | None:
        """An event of a language whose grammar is not known here: the sentence is its title."""
        title = self._titles.plain_sentence(
            parsed, range(index, index + 1) if not index else range(0)
        )
        if self._titles.is_poor(title) or expression.value is None:
            return None
        mood = mood_of_time(expression.value, self._assembler.published)
        when = _when(expression, None)
        return self._assembler.plain(self._sentences[number], title, when, mood)

    def _sentence_of(self, span: Span) -> int | None:
        number = bisect_right(self._sentences, Span(span.start, 1 << 62)) - 1
        if number < 0 or not self._sentences[number].contains(span):
            return None
        return number


def _when(expression: TemporalExpression, relation: Relation | None) -> When:
    """The date that words of the sentence give."""
    assert expression.value is not None
    return When(
        expression.value,
        _why(expression),
        of_expression(expression, relation),
        expression.span,
        inferred=expression.inferred,
    )


def _nested(first: TimeValue, second: TimeValue, longest: Grain = Grain.MONTH) -> bool:
    """True for two moments of which one lies within the other, neither coarser than `longest`."""
    bounds = [(value.earliest, value.latest) for value in (first, second)]
    (a, b), (c, d) = bounds
    if a is None or b is None or c is None or d is None:
        return False
    short = max(first.grain, second.grain) <= longest
    return short and ((c <= a and b <= d) or (a <= c and d <= b))


def _without(scope: Scope, dropped: set[int]) -> Scope:
    kept = tuple(i for i in scope.predicate if i not in dropped)
    return replace(scope, predicate=kept) if dropped and kept else scope


def _what_is_told(parsed: Parsed, scope: Scope, date: int) -> Scope | None:
    """`10,000 job cuts` of `has announced 10,000 job cuts over the next four years`."""
    group = scope.group
    if scope.relation is not Relation.CLAUSE or group is None or scope.complement is not None:
        return None
    phrase = date_phrase(parsed.words, date, group.end)
    told = range(group.end, phrase.start)
    words = [parsed.words[i] for i in told]
    plain = all(w.tag not in {Tag.VERB, Tag.TO, Tag.DATE, Tag.PUNCTUATION} for w in words)
    if not plain or len(words) < _FEWEST_TOLD or not words[-1].is_nominal:
        return None
    return Scope(Relation.NOUN, (), tuple(told), None)


def _is_before_that(parsed: Parsed, scope: Scope) -> bool:
    """`had last burst its banks in 1998`: a look back from the time that the story is at."""
    group = scope.group
    return group is not None and group.perfect and parsed.words[group.start].lower == "had"


def _describes_noun(parsed: Parsed, index: int) -> bool:
    """`an 11th century temple`."""
    following = parsed.words[index + 1] if index + 1 < len(parsed.words) else None
    return following is not None and following.tag in {Tag.NOUN, Tag.NAME}


def _near(blocks: Sequence[Block], spans: Sequence[Span]) -> list[Block]:
    """The blocks that hold a date, with those before them that pronouns look back to."""
    starts = [block.span.start for block in blocks]
    wanted: set[int] = set()
    for span in spans:
        index = bisect_right(starts, span.start) - 1
        wanted.update(range(max(0, index - _BLOCKS_BACK), index + 1))
    return [block for index, block in enumerate(blocks) if index in wanted]


def _word_index(parsed: Parsed, span: Span) -> int | None:
    for index, word in enumerate(parsed.words):
        if word.tag is Tag.DATE and word.span == span:
            return index
    return None


def _is_same(first: Event, second: Event) -> bool:
    """True for one sentence's events with the same words at the same time."""
    same_words = first.title == second.title
    same_place = first.mentions[0].passage == second.mentions[0].passage
    if not (same_words and same_place):
        return False
    return _nested(first.when, second.when, Grain.YEAR) or _on_one_day(first.when, second.when)


def _on_one_day(first: TimeValue, second: TimeValue) -> bool:
    """`in the evening, shortly after 8 p.m.`"""
    if first.kind != "moment" or second.kind != "moment":
        return False
    days = {value.points[0].earliest // cal.DAY for value in (first, second)}
    return max(first.grain, second.grain) < Grain.DAY and len(days) == 1


def _finer(first: Event, second: Event) -> Event:
    """Of two events with the same words, the one whose date says more."""
    keep, drop = (second, first) if second.when.grain < first.when.grain else (first, second)
    return replace(keep, confidence=max(keep.confidence, drop.confidence))


def _why(expression: TemporalExpression) -> str:
    """The derivation as one line of plain words."""
    steps = [step.strip().rstrip(".") for step in expression.derivation if step.strip()]
    words = " ".join(expression.text.split())
    if not steps or steps == [words]:
        return f"“{words}” stands in the text."
    return f"“{words}”: {'; '.join(steps)}."
