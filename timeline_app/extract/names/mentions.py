"""Capitalised runs cut into names: ranks and peoples gone, what is no name dropped."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from timeline_app.domain.records import EntityKind
from timeline_app.domain.text import Span
from timeline_app.extract.grammar import lexicon as lex
from timeline_app.extract.grammar import rolewords
from timeline_app.extract.grammar import verbforms as forms
from timeline_app.extract.grammar.lexicon import word_set
from timeline_app.extract.names import gazetteer
from timeline_app.extract.names.capitalised import Chunk, chunks_of, is_closed
from timeline_app.extract.names.evidence import SURNAMES, evidence_of, own_evidence

_HE = {"mr", "sir", "lord", "king", "prince", "fr", "pope", "count", "duke", "baron"}
_SHE = {"mrs", "ms", "miss", "lady", "dame", "queen", "princess", "madame", "duchess"}
_OPENERS = word_set(
    """
    former asked born told called known named once new today born dear breaking update exclusive
    according despite since besides given thanks like unlike inside outside based police
    """
)
# They open sentences of German articles, where every noun has a capital.
_GERMAN_OPENERS = word_set("das die der ein eine einer einem bei im am beim vom zum zur seit laut")
_NOT_ALONE = word_set(
    """
    i internet web bible god english french mr mrs ms dr sir north south east west northern southern
    eastern western spring summer autumn winter ii iii iv vi vii ceo cfo tv dna hiv aids usb gps cd
    dvd pc am pm gmt est et bst utc gdp ok euro ph.d phd bc ad bce ce vat atm id pdf url covid
    covid-19 sars state federal president prime minister street
    """
)
_KNOWN = gazetteer.PLACES | gazetteer.ORGANISATIONS
_BEHIND_DATELINE = re.compile(
    r"(?:, [A-Z][\w. ]+)?(?:,? [A-Z][a-z]{2,8}\.? \d+)? ?(?:\(\w+\) ?)?(?:—|–|_|--?) "
)
_STATES = re.compile(r"\b(?:U\.S\.|U\.N\.|U\.K\.|E\.U\.)")
_KIN = re.compile(r", (?:his|her) (?:[a-z]+ )?(?:son|daughter|brother|sister|wife|husband|heir)\b")
_SMALL = re.compile(r"\b[a-z]+\b")
_SAYS = re.compile(r" (?:said|says|announced|reported)\b")
_NO_SINGLE_NAMES = lex.NOT_NAMES | _NOT_ALONE | rolewords.ROLES
_CLOSED = _NO_SINGLE_NAMES | rolewords.BEFORE_ROLES | {"of"}
_HEADS = gazetteer.ORGANISATION_HEADS | gazetteer.PLACE_HEADS | gazetteer.COMPANY_FORMS
_LONG_LINE = 200
_FEWEST = 5
_TITLE_SHARE = 0.72
_SURE_ALONE = (gazetteer.PLACES, gazetteer.ORGANISATIONS, gazetteer.FIRST_NAMES)
_WINDOW = 10_000  # code points on either side in which a name is looked for again


@dataclass(slots=True)
class NameMention:
    """A name where it stands. `words` leaves ranks out; `pronoun` is what its rank tells."""

    span: Span
    words: tuple[str, ...]
    points: Counter[EntityKind]
    titled: bool = False
    pronoun: str | None = None
    opens: bool = False
    text: str = field(init=False)

    def __post_init__(self) -> None:
        self.text = plain(" ".join(self.words))


def plain(name: str) -> str:
    """A name under the form in which equal names are equal: `U.N.` as `United Nations`."""
    if "." in name:
        if re.fullmatch(r"(?:[A-Z]\.)+", name):
            name = name.replace(".", "")
        name = _STATES.sub(lambda match: match[0].replace(".", ""), name)
    return gazetteer.SAME.get(name, name)


def mentions_in(text: str, dull: list[Span]) -> list[NameMention]:
    """Names of a text in order; `dull` lines, whose capitals tell nothing, are left out."""
    chunks = chunks_of(text, dull)
    usage = _Usage(frozenset(_SMALL.findall(text)), frozenset(_sure_words(chunks)))
    return [mention for chunk in chunks for mention in _mentions(text, chunk, usage)]


@dataclass(frozen=True, slots=True)
class _Usage:
    """How a text writes its words: those without a capital, and those that are names for sure."""

    small: frozenset[str]
    names: frozenset[str]


def _sure_words(chunks: list[Chunk]) -> Iterator[str]:
    """Words with a capital inside a sentence, or before another name."""
    for chunk in chunks:
        for place, word in enumerate(chunk.words):
            if place or not chunk.opens or len(chunk.words) > 1:
                yield word


def dull_lines(text: str) -> list[Span]:
    """Lines in capitals, or with a capital on nearly every word, as headlines have."""
    found: list[Span] = []
    for match in re.finditer(r"[^\n]+", text):
        if match.end() - match.start() > 4 * _LONG_LINE:
            continue
        line = match[0]
        if len(line) > _LONG_LINE and not line[:40].isupper():
            continue
        words = [word for word in re.findall(r"[^\W\d_][\w’'-]*", line) if len(word) > 3]
        letters = [char for char in line if char.isalpha()]
        shouted = sum(map(str.isupper, letters)) > 0.7 * len(letters)
        capital = sum(word[0].isupper() for word in words)
        sentence = line.rstrip(" ”’\"'").endswith((".", "!", "?"))
        titled = not sentence and len(words) >= _FEWEST and capital >= _TITLE_SHARE * len(words)
        if (shouted and len(letters) > 12) or (titled and len(line) < _LONG_LINE):
            found.append(Span(match.start(), match.end()))
    return found


def _mentions(text: str, chunk: Chunk, usage: _Usage) -> Iterator[NameMention]:
    words = _without_opener(chunk, usage)
    ranks, core = _parted(words)
    yield from _employer(text, chunk, words[:ranks])
    if not core:
        return
    titled = ranks > 0
    opens = chunk.opens and len(core) == len(chunk.words)
    place = _dateline(text, chunk) if opens else ()
    if opens and len(core) == 1 and not place and not _is_sure_alone(text, chunk, usage):
        return
    points = evidence_of(text, chunk, core, titled)
    if place:
        core, points = place, Counter({EntityKind.PLACE: 6})
    if core == ("Hague",) and text[max(0, chunk.span.start - 4) : chunk.span.start] == "The ":
        core = ("The", "Hague")
    start = chunk.span.end - _length(text, chunk, words)
    span = Span(start, chunk.span.end)
    yield NameMention(span, core, points, titled, _pronoun(words[:ranks]), opens)


@lru_cache(maxsize=4096)
def _parted(words: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
    """How many leading words are ranks, and the name behind them; () where it is none."""
    known = " ".join(words) in _KNOWN or _is_headed(words)
    ranks = 0 if known else _ranks(words)
    core = _without_people(words[ranks:])
    if _is_no_name(core) or (not ranks and _is_no_person(core)):
        return ranks, ()
    return ranks, core


def _employer(text: str, chunk: Chunk, ranks: tuple[str, ...]) -> Iterator[NameMention]:
    """`Microsoft` of `Microsoft Chief Executive`, `U.N.` of `U.N. Secretary-General`."""
    for length in range(min(3, len(ranks)), 0, -1):
        words = ranks[:length]
        name = " ".join(words)
        if name in _KNOWN or (length == 1 and name.isupper() and len(name) > 1):
            start = text.index(words[0], chunk.span.start, chunk.span.end)
            yield NameMention(Span(start, start + len(name)), words, Counter())
            return


def _dateline(text: str, chunk: Chunk) -> tuple[str, ...]:
    """The place in capitals that a report opens with: `PORT SAID, Egypt (AP) —`."""
    if not chunk.opens or not chunk.text.isupper() or len(chunk.text) < 4:
        return ()
    before = text[max(0, chunk.span.start - 8) : chunk.span.start].rstrip(" ").removesuffix("THE")
    if before.rstrip(" ")[-1:] not in {"", "\n"}:
        return ()
    behind = text[chunk.span.end : chunk.span.end + 60]
    if not _BEHIND_DATELINE.match(behind):
        return ()
    the = ("The",) if text[max(0, chunk.span.start - 4) : chunk.span.start] == "THE " else ()
    return (*the, *(word.capitalize() for word in chunk.words))


def _length(text: str, chunk: Chunk, words: tuple[str, ...]) -> int:
    """Code points from the first kept word to the chunk's end."""
    shown = chunk.span.slice(text)
    position = 0
    for dropped in chunk.words[: len(chunk.words) - len(words)]:
        position = shown.replace("’", "'").index(dropped, position) + len(dropped)
    while position < len(shown) and shown[position].isspace():
        position += 1
    return len(shown) - position


def _without_opener(chunk: Chunk, usage: _Usage) -> tuple[str, ...]:
    """Without a sentence's first word where that has its capital only from there."""
    words = chunk.words
    if not chunk.opens or len(words) < 2:
        return words
    first = words[0].lower()
    if first in _GERMAN_OPENERS:
        return words[1:]
    placed = " ".join(words[:2]) in gazetteer.PLACES
    if words[0] in gazetteer.FIRST_NAMES or words[0].isupper() or placed:
        return words
    verbal = forms.is_past(first) and not first.endswith("ed")
    if first.endswith(("ing", "ed", "ly")):
        verbal = words[1] in gazetteer.FIRST_NAMES or first in usage.small
    return words[1:] if first in _OPENERS or verbal else words


def _is_headed(words: tuple[str, ...]) -> bool:
    """True for a name that its last word, or the one before `of`, makes no person's."""
    last = words[-1].lower()
    before_of = next((words[i - 1].lower() for i, w in enumerate(words) if i and w == "of"), last)
    personal = any(word in gazetteer.FIRST_NAMES for word in words[:-1])
    ranked = any(is_role(word) for word in words[:-2])
    person = (ranked or personal) if last in SURNAMES else (ranked and personal)
    headed = "&" in words or (last in _HEADS or before_of in _HEADS)
    return len(words) > 1 and headed and not person


def is_role(word: str) -> bool:
    """True for a rank or an office, in the plural too."""
    lower = word.lower().rstrip(".")
    return rolewords.is_role(lower) or (lower.endswith("s") and rolewords.is_role(lower[:-1]))


def _ranks(words: tuple[str, ...]) -> int:
    """How many leading words are ranks, offices or whose they are: `German Foreign Minister`."""
    end = 0
    for index, word in enumerate(words):
        if index < end:
            continue
        if not is_role(word):
            behind = words[index + 1].lower().rstrip(".") if index + 1 < len(words) else ""
            ranked = behind in lex.HONORIFICS
            known = word in gazetteer.FIRST_NAMES and not ranked  # not in “Marine Gen. Dunford”
            if known and word.lower() not in rolewords.BEFORE_ROLES:
                break
            if index - end > 3:
                break
            continue
        end = index + 1
        if words[end : end + 1] == ("of",) and words[end + 1].lower() in rolewords.AFTER_OF:
            end += 2
        elif words[end : end + 1] == ("of",):
            break
    if end == len(words) and len(words) > 1 and _looks_like_person(words):
        return 0
    return end


def _looks_like_person(words: tuple[str, ...]) -> bool:
    """`Anna Baker`: a surname that is a calling as well."""
    return words[-2] in gazetteer.FIRST_NAMES


def _pronoun(ranks: tuple[str, ...]) -> str | None:
    for rank in ranks:
        lower = rank.lower().rstrip(".")
        if lower in _HE or lower in _SHE:
            return "he" if lower in _HE else "she"
        if lower.endswith("woman"):
            return "she"
    return None


def _is_no_name(words: tuple[str, ...]) -> bool:
    """Nothing left, a people's name, a month, a rank or an ordinary word alone."""
    if not words or " ".join(words) in gazetteer.DEMONYMS:
        return True
    if is_closed(words[-1]) and len(words) == 1:
        return True
    if words[-1] in gazetteer.DEMONYMS and words[0] not in gazetteer.FIRST_NAMES:
        return True
    lower = [word.lower().rstrip(".") for word in words]
    if any(char.isdigit() for char in words[-1]) and " ".join(words) not in _KNOWN:
        return True
    if len(words) == 1:
        parts = words[0].split("-")
        if len(parts) > 1 and all(p in gazetteer.DEMONYMS or p in gazetteer.PLACES for p in parts):
            return True
        single = lower[0]
        plain_word = single in _NO_SINGLE_NAMES
        return plain_word or (len(single) < 2) or single in gazetteer.COMPANY_FORMS
    if lower[-1] in gazetteer.ORGANISATION_HEADS and not is_role(lower[-1]):
        return False
    return all(word in _CLOSED for word in lower)


def _is_no_person(words: tuple[str, ...]) -> bool:
    """True for treaties, wars, prizes and the like."""
    lower = [word.lower().rstrip(".") for word in words]
    heads = {lower[-1], *(lower[i - 1] for i, word in enumerate(lower) if i and word == "of")}
    if any(re.fullmatch(r"i{2,3}|i?v|\d+", word) for word in lower[-1:]):
        heads |= set(lower[-2:-1])
    before = {"battle", "siege", "massacre"} & set(lower)
    before |= {"hms", "uss", "rms", "mv"} & set(lower[:1])
    before |= {"operation", "shuttle", "orbiter", "hurricane", "typhoon", "flight"} & set(lower[:2])
    sure = own_evidence(words)
    organisation = sure[EntityKind.ORGANIZATION] >= 6 and lower[-1] not in {"day", "world"}
    other = bool(heads & gazetteer.OTHER_HEADS) or bool(before)
    return other and not (organisation and lower[-1] not in gazetteer.OTHER_HEADS)


def _is_sure_alone(text: str, chunk: Chunk, usage: _Usage) -> bool:
    """True for a single word at a sentence's start that is a name all the same."""
    word = chunk.words[-1]
    if word in usage.names or any(word in known for known in _SURE_ALONE):
        return True
    if word.isupper() and len(word) > 1:
        return True
    lower = word.lower()
    if _KIN.match(text, chunk.span.end):
        return True
    plain_noun = word.endswith(("s", "ing")) or rolewords.is_role(lower)
    if plain_noun or lower in rolewords.GROUPS or lower in usage.small:
        return False
    return _SAYS.match(text, chunk.span.end) is not None


def _without_people(words: tuple[str, ...]) -> tuple[str, ...]:
    """Without the people before a person or a known name: `Jewish West Bank`."""
    if len(words) < 2 or words[0] not in gazetteer.DEMONYMS or " ".join(words) in _KNOWN:
        return words
    rest = words[1:]
    if rest[0] in gazetteer.FIRST_NAMES or " ".join(rest) in _KNOWN:
        return rest
    return words
