"""Events of sentences that name no date: theirs is carried on, or is the day of the report."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from timeline_app.domain.records import Article, Event, Modality, Role
from timeline_app.domain.text import Span
from timeline_app.extract.assembling import Assembler, When
from timeline_app.extract.certainty import of_dating, of_headline
from timeline_app.extract.dating.scopes import Scope, clause_scope, complement_of, reports_nothing
from timeline_app.extract.discourse.happenings import Happening, Kind, Untold, told
from timeline_app.extract.discourse.narrative import Dating, Narrative, Place
from timeline_app.extract.grammar import lexicon as lex
from timeline_app.extract.grammar import verbforms as forms
from timeline_app.extract.grammar.parsing import Parsed
from timeline_app.extract.grammar.words import Tag
from timeline_app.extract.titles import headlines
from timeline_app.extract.titles.speeches import quoting_title, with_speaker
from timeline_app.extract.titles.titles import TitleMaker

_CLOSING = " ”»\"'’)]"
_ENDS = (".", "!", "…")
NO_DAY = "no day that it could have happened on"
NO_TITLE = "no words for a title"
_FEWEST_WORDS = 3
_UNCLEAR = (lex.SUBJECT_PRONOUNS | lex.POSSESSIVES) - {"i", "we"}
_GOING_ON = {"also", "then", "added", "later"}
_OPENING = 3
# What a story that opens with one of these tells of a thing is news as well.
_BRINGING_OUT = lex.word_set(
    """
    launch unveil introduce release reveal announce present show demonstrate deliver order sign
    propose publish roll debut offer test
    """
)
_SAYING = {"saying", "stating", "adding", "reading", "declaring"}


class Undated:
    """Makes events of one article's sentences without a date, and notes why others make none."""

    def __init__(
        self,
        article: Article,
        assembler: Assembler,
        titles: TitleMaker,
        narrative: Narrative,
    ) -> None:
        """The parts are those of the article's dated events."""
        self._article = article
        self._assembler = assembler
        self._titles = titles
        self._narrative = narrative
        self._quotations = assembler.quotations
        self._brings_out = False

    def at_a_glance(self, sentence: Span) -> str | None:
        """The reason why a sentence can't make an event, where that shows without reading it."""
        closed = sentence.slice(self._article.text).rstrip(_CLOSING)
        if closed.endswith("?"):
            return str(Untold.QUESTION)
        if not closed.endswith(_ENDS):
            return str(Untold.UNENDED)
        within = sentence.start in self._quotations
        if within and self._quotations.end_of(sentence.start) >= sentence.end - 1:
            return str(Untold.QUOTED)
        return None

    def event(self, parsed: Parsed, place: Place, taken: Collection[int]) -> Event | str:
        """The event that a sentence's main clause tells, or the reason why there is none.

        `taken` are positions of clauses that have a date of their own.
        """
        self._narrative.enter(place)
        if place.sentence < _OPENING:
            self._listen(word.lower for word in parsed.words if word.tag is Tag.VERB)
        found = told(parsed, self._quotations, taken)
        if isinstance(found, Untold):
            return str(found)
        if found.kind is Kind.TRAIT and not self._is_new(parsed, found):
            return str(Untold.STATE)
        dating = self._narrative.date_of(place, found.kind, continues=_continues(parsed, found))
        if dating is None:
            return str(Untold.AHEAD) if found.kind is Kind.PLAN else NO_DAY
        return self._made(parsed, place, found, dating)

    def _is_new(self, parsed: Parsed, found: Happening) -> bool:
        """True in a story that brings something out, but for what people and bodies are or have."""
        subject = parsed.clauses[found.position].subject
        span = Span(parsed.words[subject[0]].span.start, parsed.words[subject[-1]].span.end)
        named = parsed.words[subject[-1]].tag is Tag.NAME
        somebody = named and bool(self._assembler.referents.names.mentions(span))
        return self._brings_out and not somebody

    def _listen(self, words: Iterable[str]) -> None:
        """Notes whether words of the headline or the opening tell of something brought out."""
        self._brings_out |= any(forms.lemma(word.lower()) in _BRINGING_OUT for word in words)

    def _made(self, parsed: Parsed, place: Place, found: Happening, dating: Dating) -> Event | str:
        position = _told_by_nobody(parsed, found.position)
        scope = clause_scope(parsed.words, parsed.clauses, position, range(0))
        title = None
        if found.kind is Kind.SPEECH:
            scope = with_speaker(parsed, scope)
            title = self._quoting(parsed, scope, place.sentence)
        title = title or self._title(parsed, scope, place.sentence)
        if title is not None and title.split(" ")[-1] in _SAYING:
            title = self._quoting(parsed, scope, place.sentence)
        if title is None or len(title.split()) < _FEWEST_WORDS:
            return NO_TITLE
        sure = of_dating(dating.basis, found.kind, place.sentence)
        when = When(dating.value, dating.why, sure, basis=dating.basis)
        event = self._assembler.event(parsed, scope, place.sentence, title, when)
        if found.kind is not Kind.TRAIT:
            self._assembler.remember(parsed, scope, event, place.sentence)
        if position != found.position:
            return replace(event, modality=Modality.ALLEGED)
        lasts = found.kind in (Kind.COURSE, Kind.TRAIT)
        if lasts and event.modality is Modality.HAPPENED:
            return replace(event, modality=Modality.ONGOING)
        return event

    def _quoting(self, parsed: Parsed, scope: Scope, number: int) -> str | None:
        text, referents = self._article.text, self._assembler.referents
        return quoting_title(text, parsed, scope, self._quotations, referents, number)

    def _title(self, parsed: Parsed, scope: Scope, number: int) -> str | None:
        """Who did what, else what was said, else the whole sentence, else none."""
        title = self._titles.title(parsed, scope, number)
        if title.endswith("…"):
            title = self._said(parsed, scope, number) or title
        if self._titles.is_poor(title, scope, parsed) or reports_nothing(parsed.words, scope):
            title = self._titles.whole_sentence(parsed, range(0))
            if self._titles.is_poor(title):
                return None
        return None if title.split(" ")[0].lower() in _UNCLEAR else title

    def _said(self, parsed: Parsed, scope: Scope, number: int) -> str | None:
        """What was said, where it comes first and leaves no room for who says it."""
        first = next(n for n, c in enumerate(parsed.clauses) if c.group is not None)
        if parsed.clauses[first] is scope.clause or not parsed.clauses[first].subject:
            return None
        content = clause_scope(parsed.words, parsed.clauses, first, range(0))
        title = self._titles.title(parsed, content, number)
        return None if title.endswith("…") else title

    def headline(self) -> Event | None:
        """The event that the headline tells, on the day of the news."""
        dating = self._narrative.news
        block = next((b for b in self._article.blocks if b.role is Role.TITLE), None)
        if dating is None or block is None:
            return None
        words = block.span.slice(self._article.text)
        self._listen(words.split())
        if not headlines.tells(words):
            return None
        when = When(dating.value, dating.why, of_headline(dating.basis), basis=dating.basis)
        return self._assembler.plain(
            block.span, headlines.worded(words), when, headlines.mood(words)
        )


def _told_by_nobody(parsed: Parsed, position: int) -> int:
    """`It has been reported that the deal was revived`: the clause of what is reported."""
    clause = parsed.clauses[position]
    if [parsed.words[i].lower for i in clause.subject] != ["it"]:
        return position
    content = complement_of(parsed.words, parsed.clauses, position)
    passive = clause.group is not None and clause.group.passive
    if content is None or not passive:
        return position
    return next(n for n, c in enumerate(parsed.clauses) if c is content)


def _continues(parsed: Parsed, found: Happening) -> bool:
    """True for `He said`, `Jobs also announced`, `Then they left`: it goes on from before."""
    clause = parsed.clauses[found.position]
    words = parsed.words
    subject = [words[i] for i in clause.subject]
    if subject and subject[0].tag is Tag.PRONOUN:
        return True
    if len(subject) == 1 and subject[0].lower in {"this", "that"}:
        return True
    return any(words[i].lower in _GOING_ON for i in clause.indices)
