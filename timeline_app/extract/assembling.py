"""An event out of a sentence's words: mood, speaker, passage."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from timeline_app.domain.records import Article, Basis, Event, Mention, Modality
from timeline_app.domain.text import Span
from timeline_app.domain.timevalue import TimeValue
from timeline_app.extract.modality import modality_of, speaks
from timeline_app.extract.parsing import Parsed
from timeline_app.extract.passages import with_quotations
from timeline_app.extract.quotations import Quotations
from timeline_app.extract.referents import Referents
from timeline_app.extract.scopes import Scope
from timeline_app.extract.words import Tag

_LONGEST_QUOTATION = 1000  # code points by which a passage grows


@dataclass(frozen=True, slots=True)
class When:
    """A date for an event: its value, the words that give it, what it rests on and how sure."""

    value: TimeValue
    why: str
    confidence: float
    expression: Span | None = None
    basis: Basis = Basis.EXPRESSION
    inferred: frozenset[str] = field(default_factory=frozenset)


class Assembler:
    """Makes the events of one article."""

    def __init__(self, article: Article, sentences: list[Span], referents: Referents) -> None:
        """`sentences` are the body's, in order."""
        self._article = article
        self._sentences = sentences
        self.referents = referents
        self.quotations = Quotations(article.text, article.blocks)

    @property
    def published(self) -> TimeValue | None:
        """The day or period of publication."""
        return self._article.published.value if self._article.published else None

    def event(self, parsed: Parsed, scope: Scope, number: int, title: str, when: When) -> Event:
        """What `scope` tells in sentence `number`."""
        modality = modality_of(parsed.words, parsed.clauses, scope, when.value, self.published)
        speaker = None
        if modality in {Modality.SAID, Modality.PLANNED, Modality.DENIED} or speaks(
            parsed.words, scope
        ):
            speaker = self._speaker(parsed, scope, number)
        passage = with_quotations(
            self._article.text, self._article.blocks, self._sentences[number], speaker
        )
        if modality is Modality.SAID:
            passage = self._to_end_of_quotation(passage)
        return self.plain(passage, title, when, modality)

    def plain(self, passage: Span, title: str, when: When, modality: Modality) -> Event:
        """An event whose passage and mood are known."""
        return Event(
            id=0,
            title=title,
            when=when.value,
            mentions=(Mention(self._article.id, passage, when.expression, when.why),),
            inferred=when.inferred,
            modality=modality,
            confidence=round(when.confidence, 3),
            basis=when.basis,
        )

    def _to_end_of_quotation(self, passage: Span) -> Span:
        """The passage with the sentences over which its last quotation goes on."""
        end = self.quotations.end_of(passage.end - 1)
        if not passage.end < end <= passage.end + _LONGEST_QUOTATION:
            return passage
        last = bisect_right(self._sentences, Span(end - 1, 1 << 62)) - 1
        return Span(passage.start, max(passage.end, self._sentences[last].end))

    def _speaker(self, parsed: Parsed, scope: Scope, number: int) -> str | None:
        """The last name in the subject, or the name that its pronoun stands for."""
        if not speaks(parsed.words, scope):
            return None
        names = [parsed.words[i] for i in scope.subject if parsed.words[i].tag is Tag.NAME]
        if names:
            return names[-1].text
        return self.referents.person(number)
