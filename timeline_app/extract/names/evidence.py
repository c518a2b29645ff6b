"""What a name's own words and the words around it say about its kind."""

from __future__ import annotations

import re
from collections import Counter

from timeline_app.domain.records import EntityKind
from timeline_app.extract.grammar import rolewords
from timeline_app.extract.grammar.lexicon import word_set
from timeline_app.extract.names import gazetteer
from timeline_app.extract.names.capitalised import Chunk

_PERSON, _PLACE = EntityKind.PERSON, EntityKind.PLACE
_ORGANIZATION = EntityKind.ORGANIZATION
_LINKS = word_set("of in at for by joined founded co-founded sued work works worked")
_AGE = re.compile(
    r",? \(?(?:aged )?\d{2}\b(?! (?:percent|per cent|miles|km))(?:,|\)| and)|, who\b|, whose\b"
)
_SAYING = re.compile(
    r" (?:who |also |later |then )?(?:said|says|told|added|wrote|testified|resigned|died|married"
    r"|recalled|argued|replied|insisted|pleaded|retired|admitted|quit|tweeted|was born)\b"
)
_SAYS_IT = re.compile(r" (?:said|says|announced|reported)\b[^.,“\"]{0,25}? it\b")
_SAYS_HE = re.compile(r" (?:said|says|added|told)\b[^.,“\"]{0,25}? s?he\b")
_OF_GROUP = re.compile(
    r"(?:'s|’s|')? (?:shares?|stock|executives?|employees|plants?|factory|factories|spokes\w+|staff"
    r"|fighters|militants|rebels|officials|shareholders|board|customers|workers|jets?|lawmakers"
    r"|coach|striker|goalkeeper|defender|manager|midfielder|chairman|chairwoman|captain"
    r"|headquarters|subsidiary|chief executive|lawyers|bosses|profits?|sales|products|troops)\b"
)
_GROUP_OF = re.compile(
    r"(?:joined|founded|co-founded|employed by|hired by|works? for|worked (?:for|at)|sued)"
    r" (?:the )?$"
    r"|(?:shares?|stake|shareholders?|units?|subsidiary|division|arm|members?|acquisition"
    r"|takeover|employees|customers|executives?|chairman|chief|director|president|spokes\w+"
    r"|analysts?|economists?|researchers?|scientists?|engineers?|surgeons?|doctors|professors?|lecturer|students?|traders?|staff|workers?)"
    r" (?:of|in|at|for) (?:the )?$"
)
_IN = word_set("in near outside inside across throughout around")
_OFF = word_set("off via into toward towards at from to")
_ALONG = word_set("into over across along near around through up down beyond above")
_COMPASS = re.compile(
    r"(?:north|south|east|west|outskirts|suburb|streets|people|city|cities|towns?|villages?|ports?|provinces?"
    r"|regions?|islands?|capital|district|state|county|coast|centre|center|university|mayor|bishop"
    r"|governor|harbour|harbor|residents)(?:ern)? of (?:the )?$"
)
_COUNTRY_BEHIND = re.compile(r", ([A-Z][\w.]+(?: [A-Z]\w+)?)\b")
_STATE_BEHIND = re.compile(
    r", (?:Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Mass|Md|Mich|Minn|Miss|Mo|Mont"
    r"|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo|[NS]\.[CDHJMY]|R\.I|W\.Va|D\.C)\."
)
_RELATIVE = (", who ", ", whose ")
_ENDS_APPOSITION = word_set(
    ", of in at for from with and who which where whose when while after before as but because"
)
_TO_PEOPLE = word_set(
    "spoke speak speaks speaking talked talk talking wrote written listened apologized apologised "
    "belonged loyal lied married explained proposed lost"
)
_LONG_NAME = 3
_FIRST_NAMES_TOO = word_set("Jordan Israel India Chad Georgia Kenya Ireland Cuba Holland")
_COUNTRIES_ONLY = gazetteer.COUNTRIES - gazetteer.FIRST_NAMES - _FIRST_NAMES_TOO
# Nouns that a name before them only describes.
_DESCRIBED = (
    rolewords.GROUPS
    | rolewords.SETTLEMENTS
    | rolewords.SITES
    | gazetteer.OTHER_HEADS
    | frozenset({"index"})
)
_ITS_PARTNER = re.compile(
    r"\bits (?:[A-Za-z]+ )?(?:partner|rival|owner|competitor|supplier|lender|auditor|sponsor) $"
)
_SOLD = re.compile(r"\b(?:sold|sell|sells|selling|sale|lent|awarded|transferred)\b[^.;,]* to $")
_TAKING = word_set("held retook recaptured overran entered reached besieged occupied shelled")
_BASED = re.compile(r"-(?:based|born|area|bound)\b")
_INITIAL = re.compile(r"[A-Z]\.$|[A-Z]\.[A-Z]\.$")


def evidence_of(
    text: str, chunk: Chunk, core: tuple[str, ...], titled: bool
) -> Counter[EntityKind]:
    """Points for each kind from where a name stands.

    `core` is the name without ranks, `titled` that it had one.
    """
    before = text[max(0, chunk.span.start - 40) : chunk.span.start].replace("\n", " ")
    behind = text[chunk.span.end : chunk.span.end + 70].replace("\n", " ")
    points: Counter[EntityKind] = Counter()
    _add_before(points, before, chunk, core, behind)
    _add_behind(points, behind)
    if points[_PLACE] and behind.startswith(_RELATIVE):
        points[_PERSON] -= 3  # fighters from Misrata, who
    if titled:
        points[_PERSON] += 6
    return points


def own_evidence(words: tuple[str, ...]) -> Counter[EntityKind]:
    """Points from the name alone."""
    points: Counter[EntityKind] = Counter()
    name = " ".join(words)
    if name in gazetteer.PLACES:
        points[_PLACE] += 6 if name in gazetteer.COUNTRIES else 4
    if name in gazetteer.ORGANISATIONS:
        points[_ORGANIZATION] += 5
    if len(words) > 1 and not points:
        return _by_words(words)
    if len(words) > 1:
        return points
    if name.isupper() and 2 <= len(name) <= 6 and name.isalpha() and not points:
        points[_ORGANIZATION] += 3 if len(name) > 2 else 1
    if name in gazetteer.FIRST_NAMES:
        points[_PERSON] += 1
    return points


def _by_words(words: tuple[str, ...]) -> Counter[EntityKind]:
    """Points from the first word, the last and the one before `of`."""
    points: Counter[EntityKind] = Counter()
    first, last = words[0], words[-1].lower()
    if words[1] == "of" and first in gazetteer.FIRST_NAMES:
        return Counter({_PERSON: 5})
    head = next((words[i - 1].lower() for i, w in enumerate(words) if i and w == "of"), last)
    if last in gazetteer.COMPANY_FORMS or "&" in words:
        points[_ORGANIZATION] += 8
    if first in gazetteer.FIRST_NAMES and last in SURNAMES:
        points[_PERSON] += 4
    elif {head, last} & gazetteer.ORGANISATION_HEADS:
        points[_ORGANIZATION] += 6
    elif {head, last} & gazetteer.PLACE_HEADS:
        points[_PLACE] += 6
    elif first.lower() in gazetteer.PLACE_OPENERS and first != "San":
        points[_PLACE] += 2 if first in {"St.", "Saint"} else 3
    elif _opens_organization(words):
        points[_ORGANIZATION] += 3
    elif first in _COUNTRIES_ONLY:
        points[_ORGANIZATION] += 2  # Libya Dawn
    elif _is_personal(words):
        points[_PERSON] += 4 if first in gazetteer.FIRST_NAMES else 1
        points[_PERSON] += 3 * any(_INITIAL.match(word) for word in words[:-1])
    return points


def _opens_organization(words: tuple[str, ...]) -> bool:
    """`IG Metall`, `Radio Oranje`, `Lakeside Paving`."""
    first, last = words[0], words[-1]
    initials = len(first) in {2, 3, 4} and first.isupper() and first.isalpha()
    trade = last.endswith("ing") and len(last) > 5 and first not in gazetteer.FIRST_NAMES
    return initials or trade or first.lower() in gazetteer.ORGANISATION_OPENERS


# Heads of names of places and organisations that are surnames as well.
SURNAMES = word_set(
    """
    hill hills field lake forest lane park woods pond castle church day rivers banks parks moor
    house street brothers guard press post law bridge gallery square ford brooks wells marsh garden
    bay walker hall tower west north power powers best
    """
)


def _is_personal(words: tuple[str, ...]) -> bool:
    shouted = sum(word.isupper() and len(word) > 2 for word in words)
    return len(words) <= 5 and not shouted and "of" not in words and "for" not in words


def _add_before(
    points: Counter[EntityKind], before: str, chunk: Chunk, core: tuple[str, ...], behind: str
) -> None:
    """`lawyer X`, `carmaker X`, `shares of X`, `north of X`, `in X`, `the X`."""
    previous, last = _last_two(before)
    if "its " in before and _ITS_PARTNER.search(before):
        points[_ORGANIZATION] += 4
    elif rolewords.is_role(last):
        points[_PERSON] += 5
    elif last in rolewords.GROUPS:
        points[_ORGANIZATION] += 4
    linked = last in _LINKS or (last == "the" and previous in _LINKS)
    if linked and _GROUP_OF.search(before) and not _describes(behind):
        points[_ORGANIZATION] += 3
    elif linked and _COMPASS.search(before):
        points[_PLACE] += 5
    if last == "the" and " ".join(core) not in gazetteer.PLACES:
        points[_PERSON] -= 3
        if previous in _ALONG:
            points[_PLACE] += 3
        elif not _describes(behind):
            points[_ORGANIZATION] += 2
    if chunk.owner or (last == "to" and (previous == "according" or _SOLD.search(before))):
        return
    if last == "to" and previous in _TO_PEOPLE:
        points[_PERSON] += 2
    elif placed := _by_direction(last, core):
        points[_PLACE] += placed


def _by_direction(last: str, core: tuple[str, ...]) -> int:
    """How much `in X`, `off X`, `along X`, `overran X` tell of a place."""
    if last in _IN or last == "off":
        return 3
    if last in _OFF:
        return 2 if last == "at" or len(core) == 1 else 1
    if last in _TAKING and len(core) < _LONG_NAME:
        return 2
    return 1 if last in _ALONG else 0


def _last_two(before: str) -> tuple[str, str]:
    """The last two words before a name in lower case, past a bracket or a comma; "" where none."""
    words = before.rstrip(' (“"').removesuffix(",").split(" ")[-2:]
    previous, last = ("", *words)[-2:]
    if last and not (last[-1].isalnum() or last[-1] == "."):
        last = ""
    return previous.rstrip(",").lower(), last.lower()


def _describes(behind: str) -> bool:
    """True where a name only stands before a noun: `the Saxon company`."""
    word = re.match(r" ([a-z]+)\b", behind)
    if word is None:
        return False
    return word[1] in _DESCRIBED or rolewords.is_role(word[1])


def _add_behind(points: Counter[EntityKind], behind: str) -> None:
    """`X, 45, said`, `X's shares`, `X-based`, `X, Egypt`, `X, the mayor`."""
    if _AGE.match(behind):
        points[_PERSON] += 5 if "who" not in behind[:7] else 3
    if _OF_GROUP.match(behind):
        points[_ORGANIZATION] += 3
    if _SAYS_IT.match(behind):
        points[_ORGANIZATION] += 2
    if _SAYS_HE.match(behind):
        points[_PERSON] += 2
    if _SAYING.match(behind):
        points[_PERSON] += 1
    site = re.match(r" ([a-z]+)", behind)
    if _BASED.match(behind) or (site and site[1] in rolewords.SITES):
        points[_PLACE] += 3
    country = _COUNTRY_BEHIND.match(behind)
    if _STATE_BEHIND.match(behind):
        points[_PLACE] += 6
    if country and country[1].rstrip(".") in gazetteer.PLACES:
        points[_PLACE] += 4
    if behind.startswith(","):
        kind = _apposed(behind)
        if kind is not None:
            points[kind] += 4


def _apposed(behind: str) -> EntityKind | None:
    """What `, the mayor of`, `, a carmaker`, `, a town in` tell."""
    kind = None
    words = re.findall(r"[\w’'-]+|,", behind[1:])[:7]
    marked = bool(words) and words[0].lower() in {
        "the",
        "a",
        "an",
        "its",
        "his",
        "her",
        "their",
        "then",
        "former",
        "now",
        "one",
        "our",
    }
    for place, word in enumerate(words):
        if word in _ENDS_APPOSITION:
            break
        if not marked and place > 3:
            break
        if rolewords.is_role(word.lower()):
            kind = _PERSON
        elif word in rolewords.GROUPS:
            kind = _ORGANIZATION
        elif word in rolewords.SETTLEMENTS and marked:
            kind = _PLACE
    return kind
