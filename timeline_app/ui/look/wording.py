"""Words that several views use for the same thing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from timeline_app.domain import calendars as cal
from timeline_app.domain.display import MONTHS, WEEKDAYS, counted, display, year_words
from timeline_app.domain.records import Modality, Published, Status
from timeline_app.domain.timevalue import Grain, TimeValue
from timeline_app.session.view import SOURCE_COLOURS, source_name
from timeline_app.store import ArticleSummary, EventSummary

MODALITY_NAMES = {
    Modality.HAPPENED: "Happened",
    Modality.SAID: "Said",
    Modality.PLANNED: "Planned",
    Modality.ALLEGED: "Alleged",
    Modality.DENIED: "Denied",
    Modality.ONGOING: "Ongoing",
}


def dotted(parts: Iterable[str]) -> str:
    """The parts that are not empty, a middle dot between them."""
    return " · ".join(part for part in parts if part)


def date_within_year(when: TimeValue, year: int) -> str:
    """A date as a list under the heading of its year says it: `19 May`, `since 2011`."""
    words = display(when)
    if when.grain >= Grain.YEAR:
        return words
    return short_months(words.replace(f" {year_words(year)}", "")) or words


def short_months(words: str) -> str:
    """The same words with the long names of months cut to three letters."""
    for month in MONTHS:
        words = words.replace(month, month if len(month) < 5 else month[:3])
    return words


def full_date(when: TimeValue) -> str:
    """A date with its weekday where it is one day: `Thursday, 19 May 2016`."""
    words = display(when)
    if when.kind != "moment" or when.members or when.points[0].grain is not Grain.DAY:
        return words
    point = when.points[0]
    if point.latest - point.earliest != cal.DAY or point.approximate:
        return words
    return f"{WEEKDAYS[cal.weekday(point.earliest // cal.DAY) - 1]}, {words}"


def event_note(event: EventSummary, source: str = "", *, star: bool = True) -> str:
    """How an event is known, in a few words: `★ · 2 sources · said · year inferred`.

    Of a single source only its name is said, if it is given as `source`. Without `star` that is
    left out, where the title has it.
    """
    return dotted(
        (
            "★" if star and event.starred else "",
            counted(event.sources, "source") if event.sources > 1 else source,
            "dates differ" if event.conflict else "",
            "dated by context" if event.by_context else "",
            "" if event.modality is Modality.HAPPENED else event.modality.value,
            f"{' and '.join(sorted(event.inferred))} inferred" if event.inferred else "",
            "" if event.status is Status.SUGGESTED else event.status.value,
            *(f"#{tag}" for tag in event.tags),
        )
    )


def starred_title(event: EventSummary) -> str:
    """A title as the timeline shows it: with the user's star before it."""
    return f"★ {event.title}" if event.starred else event.title


def colour_names(articles: Sequence[ArticleSummary]) -> list[str]:
    """Who has each source colour, by its number; articles share the colours in turn."""
    names: list[list[str]] = [[] for _ in range(SOURCE_COLOURS)]
    for article in articles:
        names[(article.id - 1) % SOURCE_COLOURS].append(source_name(article))
    return [f"{found[0]} and others" if len(found) > 1 else "".join(found) for found in names]


def page_words(page: int | None) -> str:
    """A page as a source is cited: `p. 3`; empty for none."""
    return "" if page is None else f"p. {page:,}"


def published_words(published: Published | None) -> str:
    """A publication date as a list says it."""
    return display(published.value) if published else "publication date unknown"
