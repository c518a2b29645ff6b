"""Runs of capitalised words in a text: what may be a name, where it stands, what stands around."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from timeline_app.domain.text import Span
from timeline_app.extract.grammar import lexicon as lex
from timeline_app.extract.grammar.lexicon import word_set
from timeline_app.extract.names import gazetteer

_UPPER = "A-ZÀ-ÖØ-ÞĆČĎĐĒĚĞĪĹŁŃŇŌŐŒŘŚŞŠŤŪŮŰŹŻŽ"
_DOTTED = (
    r"(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Capt|Sgt|Cmdr|Adm|Brig|Sen|Rep|Gov|Pres|Prof|Rev|Fr|Hon|St"
    r"|Jr|Sr|Inc|Corp|Co|Ltd|Mt|Bros)\."
)
_WORD = re.compile(
    rf"\b(?:(?:[{_UPPER}]\.)+(?![a-z])|{_DOTTED}(?=[ ,)])"
    rf"|(?:(?:al|el|ash)-)?(?:[dlDL]['’])?[{_UPPER}]\w*(?:[-&][{_UPPER}\d]\w*"
    rf"|-(?!(?:led|run|era|born|wide|like|made|held|area|type|free|own|old|day|and|to)\b)[a-z]{{2,4}}\b"
    rf"|&\w+|['’](?![sS]\b)[^\W\d_]\w*)*)"
)
_OWNER = re.compile(r"['’](?:[sS]\b)?")
_PARTICLE = re.compile(
    r"(?:[dD][eiu]|d[ao]s?|del|della|v[ao]n|der|den|ter|bin|ibn|al|el|la|le|y|ben|abu)"
    r"(?: (?:la|las|los|der|den))?$"
)
_HEAD_BEHIND = re.compile(rf"(?: [{_UPPER}]\w+){{0,2}} ([{_UPPER}]\w+)\b")
_JOINING_HEADS = word_set(
    """
    administration commission service services department ministry agency authority board bureau
    council office committee institute association directorate union company college school
    """
)
_JOINED_PAIRS = {("Savings", "Loan"), ("Trust", "Savings"), ("Oil", "Gas"), ("Johnson", "Johnson")}
_ENDS_SENTENCE = ".!?:;\n•*|"
_CLOSERS = " \t\"'“”‘’([—–-"
_CLOSED = (
    lex.NOT_NAMES
    | lex.PREPOSITIONS
    | lex.SUBORDINATORS
    | word_set(
        """
    eleven twelve thirteen fourteen fifteen twenty thirty forty fifty hundred thousand million top
    ethnic q. a. replied dear instead perhaps maybe yes please thank thanks whatever me us
    neither nor other certainly both whether either hi hello hey regards cheers sincerely
    """
    )
)
_POSSESSIVE_HEADS = word_set(
    "people women children workers farmers king queen lloyd men veterans teachers writers players "
    "fishermen miners students soldiers mothers grandmothers doctors nurses employers christie "
    "sotheby sainsbury macy levi mcdonald wendy moody poor seamen sailors"
)
_CALENDAR = frozenset(word.capitalize() for word in lex.CALENDAR_WORDS) | word_set(
    "Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun"
)
_AFTER_PATRONS = word_set("hospital college school church cathedral academy hotel restaurant")
_HEADS_BEFORE_OF = (
    gazetteer.ORGANISATION_HEADS
    | gazetteer.PLACE_HEADS
    | gazetteer.OTHER_HEADS
    | {"secretary", "battle", "siege", "department", "office", "massacre"}
)
# Names that stay apart from what stands behind their `and`.
_NEVER_JOINED = (
    gazetteer.PLACES | gazetteer.ORGANISATIONS | gazetteer.FIRST_NAMES | gazetteer.DEMONYMS
)
_LONGEST_GAP = 14  # code points between two words of a name
_MONTH_NAMES = {"May", "April", "June", "August", "Jan"}


@dataclass(frozen=True, slots=True)
class Chunk:
    """A run of capitalised words with the small words inside it.

    `opens` is true at the start of a sentence or a line, where a capital tells nothing. `owner`
    is true before a possessive ending, which is no part of it.
    """

    span: Span
    words: tuple[str, ...]
    opens: bool
    owner: bool

    @property
    def text(self) -> str:
        """Its words with single spaces."""
        return " ".join(self.words)


def chunks_of(text: str, dull: list[Span]) -> list[Chunk]:
    """All chunks of a text in order, none of them in `dull`: lines whose capitals mean nothing."""
    found: list[Chunk] = []
    run: list[re.Match[str]] = []
    blocked = iter(sorted(dull))
    block = next(blocked, None)
    for match in _WORD.finditer(text):
        while block is not None and block.end <= match.start():
            block = next(blocked, None)
        if block is not None and block.start <= match.start():
            continue
        if run and not _joined(text, run, match):
            found.extend(_chunks(text, run))
            run = []
        run.append(match)
    if run:
        found.extend(_chunks(text, run))
    return found


def _joined(text: str, run: list[re.Match[str]], following: re.Match[str]) -> bool:
    """True when the word behind a run belongs to the same name."""
    last = run[-1]
    start, end = last.end(), following.start()
    if end - start > _LONGEST_GAP or "\n\n" in text[start:end]:
        return False
    gap = text[start:end]
    plain = " ".join(gap.split())
    if last[0].lower() in gazetteer.COMPANY_FORMS:
        return False
    if last[0] in _CALENDAR or following[0] in _CALENDAR:
        return _is_month_in_name(run, following) and (not plain or bool(_PARTICLE.match(plain)))
    if not plain or _PARTICLE.match(plain):
        closed = is_closed(last[0]) or is_closed(following[0])
        return gap != "" and not closed
    if plain in {"'s", "’s", "'", "’"}:
        hospital = last[0] in gazetteer.FIRST_NAMES and following[0].lower() in _AFTER_PATRONS
        return hospital or last[0].lower() in _POSSESSIVE_HEADS or run[0][0] in {"St.", "Saint"}
    if plain == ",":
        return following[0].lower() in gazetteer.COMPANY_FORMS
    if plain in {"of", "of the", "for", "for the"}:
        return _takes_of(run) or (last[0] == "Chief" and following[0] == "Staff")
    return plain == "&" or (plain == "and" and _joins_by_and(text, run, following))


def _is_month_in_name(run: list[re.Match[str]], following: re.Match[str]) -> bool:
    """`Theresa May`, `June Brown`."""
    last = run[-1][0]
    if following[0] in _MONTH_NAMES:
        return last in gazetteer.FIRST_NAMES
    return last in _MONTH_NAMES and last in gazetteer.FIRST_NAMES and following[0] not in _CALENDAR


@lru_cache(maxsize=4096)
def is_closed(word: str) -> bool:
    """True for words of grammar, whatever their capital."""
    return word.lower() in _CLOSED or word.startswith(("I'", "I’"))


def _takes_of(run: list[re.Match[str]]) -> bool:
    """`Bank of`, `Secretary of`, `Treaty of`, `Gulf of`: what follows belongs to the name."""
    head = run[-1][0].lower()
    if len(run) == 1 and run[0][0] in gazetteer.FIRST_NAMES:
        return True
    return head in _HEADS_BEFORE_OF


def _joins_by_and(text: str, run: list[re.Match[str]], following: re.Match[str]) -> bool:
    """`Department of Health and Human Services`, `Trinidad and Tobago`."""
    words = [match[0] for match in run]
    if (words[-1], following[0]) in _JOINED_PAIRS:
        return True
    whole = f"{' '.join(words)} and {following[0]}"
    if whole in gazetteer.PLACES or whole in gazetteer.ORGANISATIONS:
        return True
    head = words[0].lower() in {"department", "ministry", "office", "institute", "committee"}
    if head and len(words) > 1 and " of " in text[run[0].start() : run[-1].end()]:
        return words[-1] not in gazetteer.PLACES
    if len(words) != 1 or words[0] in _NEVER_JOINED or words[0].isupper():
        return False
    behind = _HEAD_BEHIND.match(text, following.end(), following.end() + 60)
    return behind is not None and behind[1].lower() in _JOINING_HEADS


def _chunks(text: str, run: list[re.Match[str]]) -> Iterator[Chunk]:
    """The chunk of a run without leading and trailing words that are no names."""
    first, last = 0, len(run)
    while first < last and (is_closed(run[first][0]) or run[first][0] in _CALENDAR):
        if run[first][0] in _MONTH_NAMES and first + 1 < last:
            break
        first += 1
    while last > first and is_closed(run[last - 1][0]):
        if run[last - 1][0] in _MONTH_NAMES and last - first > 1:
            break
        last -= 1
    if first >= last:
        return
    span = Span(run[first].start(), run[last - 1].end())
    owner = _OWNER.match(text, span.end)
    possessive = owner is not None and (len(owner[0]) > 1 or text[span.end - 1] in "sxz")
    words = tuple(span.slice(text).replace("’", "'").split())
    yield Chunk(span, words, first == 0 and _at_start(text, span.start), possessive)


def _at_start(text: str, position: int) -> bool:
    """True where a sentence, a quotation or a line begins."""
    before = text[max(0, position - 6) : position].rstrip(_CLOSERS)
    if not before:
        return position < 6 or "\n" in text[max(0, position - 6) : position]
    quoted = position > 0 and text[position - 1] in '“"'
    return quoted or before[-1] in _ENDS_SENTENCE
