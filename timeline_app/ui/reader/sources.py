"""What the sources of an event say, as the reader and other lists show it."""

from __future__ import annotations

from dataclasses import dataclass

from timeline_app.domain.display import counted, display
from timeline_app.domain.records import ArticleId, Event
from timeline_app.domain.timevalue import TimeValue
from timeline_app.store import Library

MOST_READ = 60
"""Sources listed of one event; the heading counts all."""


@dataclass(frozen=True, slots=True)
class Told:
    """What one source says. `date` is its own date, empty where it is the event's; `when` likewise.

    `copies` says that it reprints another of the event's sources.
    """

    article: ArticleId
    outlet: str
    published: str
    date: str
    quote: str
    copies: bool = False
    when: TimeValue | None = None


@dataclass(frozen=True, slots=True)
class Sources:
    """All sources of an event, the date that is shown for it, and whether they disagree."""

    told: tuple[Told, ...]
    date: str
    conflict: bool

    @staticmethod
    def read(library: Library, event: Event) -> Sources:
        """Read them, away from the GUI thread."""
        told = []
        for mention in event.mentions[:MOST_READ]:
            article = library.article(mention.article)
            told.append(
                Told(
                    article.id,
                    article.publication or article.title,
                    display(article.published.value) if article.published else "",
                    display(mention.when) if mention.when else "",
                    " ".join(mention.passage.slice(article.text).split()),
                    article.copies_of is not None,
                    mention.when,
                )
            )
        return Sources(tuple(told), display(event.when), event.conflict)

    @property
    def articles(self) -> int:
        """How many articles there are."""
        return len({told.article for told in self.told})

    @property
    def heading(self) -> str:
        """`3 sources and 1 copy`."""
        copies = len({told.article for told in self.told if told.copies})
        words = counted(self.articles - copies, "source")
        return f"{words} and {copies} {'copy' if copies == 1 else 'copies'}" if copies else words

    @property
    def disagreement(self) -> str:
        """`The sources disagree: A says 16 May, B and C say 17 May.`; empty where they don't."""
        if not self.conflict:
            return ""
        by_date: dict[str, list[str]] = {}
        for told in self.told:
            names = by_date.setdefault(told.date or self.date, [])
            if not told.copies and told.outlet not in names:
                names.append(told.outlet)
        said = [
            f"{' and '.join(names)} {'says' if len(names) == 1 else 'say'} {date}"
            for date, names in by_date.items()
            if names
        ]
        return f"The sources disagree: {', '.join(said)}."
