"""What a library holds: articles, temporal expressions, events, and what a write changed."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from timeline_app.domain.text import Span
from timeline_app.domain.timevalue import TimeValue

ArticleId = int
EventId = int


class Role(StrEnum):
    """What a block of an article's text is."""

    TITLE = "title"
    BYLINE = "byline"
    DATELINE = "dateline"
    PUBLICATION = "publication"
    HEADING = "heading"
    BODY = "body"
    QUOTATION = "quotation"
    SOURCES = "sources"
    CAPTION = "caption"
    CREDIT = "credit"
    PROMO = "promo"


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph or line of the canonical text and its role."""

    span: Span
    role: Role


@dataclass(frozen=True, slots=True)
class Published:
    """When an article was published, the words that say so, and how far to trust them (0 to 1)."""

    value: TimeValue
    evidence: str
    confidence: float


class TimexType(StrEnum):
    """TIMEX3's `type` (TimeML 1.2.1)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a relative expression was counted from.

    `kind` is "publication" (the article's date), "expression" (an earlier date in the text) or
    "article" (evidence such as the years that it mentions); `span` is where the anchor stands,
    None for dates outside the text; `edtf` is its value.
    """

    kind: str
    edtf: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class TemporalExpression:
    """Words that speak of time, what they mean and why.

    `timex` is the TIMEX3 value; `value` is None where nothing can be placed on a timeline
    (durations, sets, "now"). `inferred` names the parts that the text doesn't give ("year").
    `by_hand` says that the user chose this reading. `parts` has both dates where the words name two
    ("from May 3 to May 8"); a library doesn't keep them.
    """

    span: Span
    text: str
    type: TimexType
    timex: str
    value: TimeValue | None
    rule: str
    anchor: Anchor | None = None
    derivation: tuple[str, ...] = ()
    inferred: frozenset[str] = frozenset()
    confidence: float = 1.0
    by_hand: bool = False
    parts: tuple[TemporalExpression, ...] = ()


class Status(StrEnum):
    """What the user decided about an event."""

    SUGGESTED = "suggested"
    ACCEPTED = "accepted"
    EDITED = "edited"
    REJECTED = "rejected"


class Modality(StrEnum):
    """How the source speaks of an event."""

    HAPPENED = "happened"
    SAID = "said"
    PLANNED = "planned"
    ALLEGED = "alleged"
    DENIED = "denied"
    ONGOING = "ongoing"


class Basis(StrEnum):
    """What an event's date rests on.

    `EXPRESSION`: words of its own passage. `CARRIED`: the time that the sentences before it speak
    of. `REPORTED`: only the day on which the article was published. `HAND`: the user gave it.
    `KEPT`: an earlier reading of the article; the text no longer gives this event, it is kept for
    what the user did with it.
    """

    EXPRESSION = "expression"
    CARRIED = "carried"
    REPORTED = "reported"
    HAND = "hand"
    KEPT = "kept"

    @property
    def by_context(self) -> bool:
        """True when no words of the passage give the date."""
        return self in {Basis.CARRIED, Basis.REPORTED}


class EntityKind(StrEnum):
    """What a name names."""

    __hash__ = str.__hash__  # looked up for every word around a name: Enum's own is slow

    PERSON = "person"
    PLACE = "place"
    ORGANIZATION = "organization"


@dataclass(frozen=True, slots=True, order=True)
class Entity:
    """Somebody or something that an event names, by its fullest name in the article."""

    kind: EntityKind
    name: str


@dataclass(frozen=True, slots=True)
class Mention:
    """One source of an event: a passage of an article, and the words that date it.

    `expression` is None where the date was carried on from elsewhere; `why` says from where.
    `article` is 0 until the article is stored. `when` is the date that this source gives, None
    where it is the event's own.
    """

    article: ArticleId
    passage: Span
    expression: Span | None
    why: str
    when: TimeValue | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Something that the sources date. `id` is 0 until it is stored.

    `speaker` is who says so, where it is said, planned, alleged or denied. `conflict` is true
    when two sources give dates that can't both be right. `tags` and `starred` are the user's.
    """

    id: EventId
    title: str
    when: TimeValue
    mentions: tuple[Mention, ...]
    inferred: frozenset[str] = frozenset()
    status: Status = Status.SUGGESTED
    modality: Modality = Modality.HAPPENED
    confidence: float = 1.0
    basis: Basis = Basis.EXPRESSION
    speaker: str | None = None
    entities: tuple[Entity, ...] = ()
    starred: bool = False
    tags: tuple[str, ...] = ()
    conflict: bool = False


@dataclass(frozen=True, slots=True)
class Article:
    """An article as it is kept: canonical text never changes. `id` is 0 until it is stored.

    `path` is the file it was imported from, `part` its place in a file that holds many,
    `sha256` the hash of the file's bytes, `reader` the reader's name and version. `pages[i]` is
    where page i + 1 begins in `text`; empty without pages. `superseded_by` is the newer version
    that took its place.
    """

    id: ArticleId
    path: str
    title: str
    text: str
    blocks: tuple[Block, ...]
    sha256: str
    reader: str
    part: str | None = None
    author: str | None = None
    publication: str | None = None
    published: Published | None = None
    language: str | None = None
    url: str | None = None
    copies_of: ArticleId | None = None
    warnings: tuple[str, ...] = ()
    section: str | None = None
    pages: tuple[int, ...] = ()
    superseded_by: ArticleId | None = None


@dataclass(frozen=True, slots=True)
class ArticleDraft:
    """An article as a worker hands it over: read, tagged and with its events, not yet stored.

    `original` holds the file's bytes. `fingerprint` is a packed sketch of its text (see
    `domain.fingerprint`), by which near copies are found; none are where it is empty. `words` are
    the packed terms of each event (see `domain.telling`), by which reports of one event are
    found; where they are left out they are worked out when the draft is stored.
    """

    article: Article
    original: bytes
    expressions: tuple[TemporalExpression, ...]
    events: tuple[Event, ...]
    fingerprint: bytes = b""
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Changes:
    """Ids of one kind of record that a write touched."""

    added: frozenset[int] = frozenset()
    changed: frozenset[int] = frozenset()
    removed: frozenset[int] = frozenset()

    def __or__(self, other: Changes) -> Changes:
        """Both writes together."""
        return Changes(
            self.added | other.added, self.changed | other.changed, self.removed | other.removed
        )

    def __bool__(self) -> bool:
        """True when anything was touched."""
        return bool(self.added or self.changed or self.removed)


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """What a write did to the library; views decide for themselves what to refresh."""

    articles: Changes = field(default_factory=Changes)
    events: Changes = field(default_factory=Changes)

    def __or__(self, other: ChangeSet) -> ChangeSet:
        """Both writes together."""
        return ChangeSet(self.articles | other.articles, self.events | other.events)

    def __bool__(self) -> bool:
        """True when anything was touched."""
        return bool(self.articles or self.events)
