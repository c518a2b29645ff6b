"""An event out of a sentence's words: mood, speaker, passage."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from timeline_app.domain.records import Article, Basis, Event, Mention, Modality
from timeline_app.domain.text import Span
from timeline_app.domain.timevalue import TimeValue
from timeline_app.extract.certainty import AGAIN
from timeline_app.extract.dating.scopes import Scope
from timeline_app.extract.discourse.deeds import Deeds, deed_of
from timeline_app.extract.discourse.modality import modality_of
from timeline_app.extract.discourse.passages import with_quotations
from timeline_app.extract.discourse.quotations import Quotations
from timeline_app.extract.grammar.parsing import Parsed
from timeline_app.extract.names.referents import Referents
from timeline_app.extract.speaker import Speakers

_CUT_SHORT = 0.8  # how much of its confidence an event keeps whose words didn't fit a title
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
        self._speakers = Speakers(article.text, referents)
        self._deeds = Deeds()

    @property
    def published(self) -> TimeValue | None:
        """The day or period of publication."""
        return self._article.published.value if self._article.published else None

    def event(self, parsed: Parsed, scope: Scope, number: int, title: str, when: When) -> Event:
        """What `scope` tells in sentence `number`."""
        modality = modality_of(parsed.words, parsed.clauses, scope, when.value, self.published)
        sentence = self._sentences[number]
        speaker = self._speakers.of(parsed, scope, number, modality)
        passage = with_quotations(self._article.text, self._article.blocks, sentence, speaker)
        if modality is Modality.SAID:
            passage = self._to_end_of_quotation(passage)
        event = self.plain(sentence, title, when, modality)
        mention = replace(event.mentions[0], passage=passage)
        return replace(event, mentions=(mention,), speaker=speaker)

    def remember(self, parsed: Parsed, scope: Scope, event: Event, number: int) -> None:
        """Keeps an event of sentence `number` in mind, for nouns that speak of it later."""
        self._deeds.add(deed_of(parsed, scope, event, number))

    def told_again(self, parsed: Parsed, number: int) -> Iterator[Event]:
        """The earlier events that nouns of sentence `number` speak of, with it as their passage.

        Only those are known that have been made before.
        """
        for word, deed in self._deeds.spoken_of(parsed, number):
            away = number - deed.sentence
            side = "before" if away > 0 else "behind"
            far = f"is told {abs(away)} sentences {side}"
            near = f"the sentence {side} tells"
            why = f"“{word.text}” speaks of what {near if abs(away) == 1 else far}."
            mention = Mention(self._article.id, self._sentences[number], None, why)
            sure = round(deed.event.confidence * AGAIN, 3)
            yield replace(deed.event, mentions=(mention,), basis=Basis.CARRIED, confidence=sure)

    def plain(self, passage: Span, title: str, when: When, modality: Modality) -> Event:
        """An event whose passage and mood are known; what title and passage name is its own."""
        names = self.referents.names
        entities = dict.fromkeys((*names.named_in(title), *names.within(passage)))
        return Event(
            id=0,
            title=title,
            when=when.value,
            mentions=(Mention(self._article.id, passage, when.expression, when.why),),
            inferred=when.inferred,
            modality=modality,
            confidence=round(when.confidence * (_CUT_SHORT if title.endswith("…") else 1), 3),
            basis=when.basis,
            entities=tuple(entities),
        )

    def _to_end_of_quotation(self, passage: Span) -> Span:
        """The passage with the sentences over which its last quotation goes on."""
        end = self.quotations.end_of(passage.end - 1)
        if not passage.end < end <= passage.end + _LONGEST_QUOTATION:
            return passage
        last = bisect_right(self._sentences, Span(end - 1, 1 << 62)) - 1
        return Span(passage.start, max(passage.end, self._sentences[last].end))
