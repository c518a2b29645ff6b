"""Words to terms that two tellings of one event share: light stems, concepts, stop words.

A hand-made light stemmer for English (endings of plural, past, -ing and the commonest
nominalisations), irregular pasts, and small groups of news words that mean the same deed
("quake", "tremor"). Words of other languages pass through with their endings.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final

_STOP_WORDS: Final = """
    a an the this that these those it its he she they them his her their him we our us you your i
    my me who whom whose which what where when while as at by for from in into of off on onto out
    over to toward towards under up upon with within without about above across after against
    along among around before behind below beneath beside between beyond despite down during near
    since than through throughout till until via per and or but nor so yet if because though
    although whether is are was were be been being am do does did done has have had having will
    would shall should can could may might must there here then also just only even still again
    already ever more most less least much many few some any each every all both either neither
    another other others such same own too very how why not no never s t ll ve re d
    day days week weeks month months year years hour hours today yesterday
    tomorrow morning afternoon evening night noon midnight
    january february april june july august september october november december jan feb
    apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday
    sunday last next ago early late mid earlier later now am pm spring summer autumn winter
    der die das den dem des ein eine einen einem einer eines und oder aber in im am an auf aus bei
    mit nach von vom zu zum zur als auch für gegen über unter um vor wird wurde wurden werden ist
    sind war waren hat haben hatte hatten sich nicht dass
"""

_LIGHT_WORDS: Final = """
    say tell speak announce state ask add make take get give go come put set use keep let become
    have hold do be want need try seem plan expect begin people man woman men group official
    officials member new first one two three part place time way number thing country
    world state city town area region least most long large big small old high further
    president minister secretary general gen chairman chairwoman head chief leader director
    mayor senator prime foreign interior finance defense defence health commander colonel col
    captain capt lieutenant lt sgt mr mrs ms dr sir lord judge professor prof king queen prince
    company firm former spokesman spokeswoman deputy vice acting hit
"""

_IRREGULAR: Final = {
    past: base
    for base, forms in {
        "sink": "sank sunk", "shoot": "shot", "strike": "struck stricken", "win": "won",
        "meet": "met", "lead": "led", "hold": "held", "fall": "fell fallen",
        "take": "took taken", "begin": "began begun", "build": "built", "buy": "bought",
        "bring": "brought", "sell": "sold", "tell": "told", "say": "said", "leave": "left",
        "lose": "lost", "find": "found", "make": "made", "give": "gave given", "get": "got",
        "come": "came", "go": "went gone", "grow": "grew grown", "rise": "rose risen",
        "break": "broke broken", "speak": "spoke spoken", "write": "wrote written",
        "drive": "drove driven", "fly": "flew flown", "fight": "fought", "send": "sent",
        "spend": "spent", "keep": "kept", "stand": "stood", "pay": "paid", "lay": "laid",
        "run": "ran", "see": "saw seen", "shake": "shook shaken", "steal": "stole stolen",
        "swear": "swore sworn", "throw": "threw thrown", "withdraw": "withdrew withdrawn",
        "choose": "chose chosen", "freeze": "froze frozen", "become": "became",
        "draw": "drew drawn", "deal": "dealt", "beat": "beaten", "flee": "fled",
        "seek": "sought", "catch": "caught", "think": "thought", "die": "dying died dies",
        "overrun": "overran", "undergo": "underwent", "retake": "retook retaken",
        "forbid": "forbade forbidden", "bear": "bore born", "man": "men", "woman": "women",
        "child": "children", "person": "people",
    }.items()
    for past in forms.split()
}  # fmt: skip

_CONCEPTS: Final = """
    die death dead perish decease
    kill murder slay assassinate assassination
    attack assault raid storm ambush
    resign resignation quit
    oust depose topple overthrow removal remove
    vote voter ballot
    elect election
    start launch begin commence
    end finish conclude
    arrest detain apprehend
    agreement accord pact deal treaty agree
    explosion explode blast bomb bombing
    airstrike strike
    earthquake quake tremor
    fire blaze flame inferno
    gut destroy destruction
    injure wound hurt
    protest demonstrate demonstration protester
    collapse
    approve adopt pass ratify
    reject refuse
    jail imprison imprisonment prison sentence
    buy acquire purchase acquisition takeover
    jet plane aircraft warplane
    flood flooding inundate
    marry wedding marriage
    capture seize overrun conquer retake
    embargo sanction
    impose place
    close shut closure
    cut lower reduce reduction
    raise increase
    fine penalty
    lawmaker parliament deputy
    army military troop soldier
    shooting shoot gunfire
    talk negotiation negotiate
    gathering meeting meet summit
    migrant refugee
    police officer
    expel deport expulsion
    rescue save
    ship vessel ferry boat
    job layoff
    appoint name appointment nominate
    win victory triumph
    lose loss defeat
    build construct construction
    warn warning
    visit trip
    storm hurricane cyclone typhoon
    rebel insurgent
    militant gunman fighter jihadist
    compound consulate embassy
"""

_PHRASES: Final = {
    ("step", "down"): "resign",
    ("stand", "down"): "resign",
    ("go", "down"): "sink",
    ("break", "out"): "start",
    ("take", "over"): "buy",
    ("shut", "down"): "close",
    ("lay", "off"): "job",
    ("take", "office"): "office",
    ("set", "off"): "explosion",
    ("call", "off"): "cancel",
    ("blow", "up"): "explosion",
    ("take", "control"): "capture",
}

_OPPOSITES: Final = """
    approve reject
    cut raise
    win lose
    open close
    capture lose
    capture leave
    arrest free
    arrest release
    convict acquit
    jail acquit
    jail free
    start end
    rise fall
    arrive leave
    join leave
    sign cancel
    impose lift
    buy sell
    appoint dismiss
    build destroy
"""

_DEMONYMS: Final = {
    "american": "us", "america": "us", "usa": "us", "british": "uk", "britain": "uk",
    "briton": "uk", "english": "england", "french": "france", "dutch": "netherlands",
    "spanish": "spain", "spaniard": "spain", "greek": "greece", "polish": "poland",
    "swiss": "switzerland", "danish": "denmark", "swedish": "sweden", "finnish": "finland",
    "irish": "ireland", "scottish": "scotland", "turkish": "turkey", "chinese": "china",
    "german": "germany", "afghan": "afghanistan", "norwegian": "norway", "welsh": "wales",
    "portuguese": "portugal", "lebanese": "lebanon", "thai": "thailand", "kurd": "kurdish",
    "welt": "world",
}  # fmt: skip

_ENDINGS: Final = (
    ("izations", ""), ("ization", ""), ("ations", ""), ("ation", ""), ("itions", ""),
    ("ition", ""), ("ements", ""), ("ement", ""), ("ments", ""), ("ment", ""), ("ions", ""),
    ("ion", ""), ("ings", ""), ("ing", ""), ("ies", "y"), ("ied", "y"), ("ers", ""), ("er", ""),
    ("ors", ""), ("or", ""), ("als", ""), ("al", ""), ("ed", ""), ("es", ""), ("s", ""),
)  # fmt: skip
_NATION: Final = ("ians", "ian", "eans", "ean", "ans", "an", "ese", "is", "i", "ia", "y", "a", "n")
_SHORTEST: Final = 4


def folded(word: str) -> str:
    """Lower case without diacritics."""
    if word.isascii():
        return word.lower()
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(char for char in plain if not unicodedata.combining(char))


def is_stop_word(word: str) -> bool:
    """True for a lower-case word that says nothing of what happened; dates' words too."""
    return word in _stop_words()


@lru_cache(maxsize=65536)
def term_of(word: str) -> str:
    """The term of a lower-case word: its concept, its country, or its stem."""
    for each in (word, word.removesuffix("s")):
        if each in _DEMONYMS:
            return _DEMONYMS[each]
    base = stem(word)
    concept = _concepts().get(base)
    return concept or _without(base, _NATION)


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A lower-case English word without its ending: "arrested" -> "arrest"."""
    word = _IRREGULAR.get(word, word)
    if word.endswith("men") and len(word) > _SHORTEST:
        word = word[:-2] + "an"
    if len(word) < _SHORTEST:
        return word
    word = _without_ending(word)
    if len(word) > _SHORTEST and word[-1] == word[-2] and word[-1] not in "ls":
        word = word[:-1]
    return word.removesuffix("e") if len(word) >= _SHORTEST else word


def _without_ending(word: str) -> str:
    for ending, instead in _ENDINGS:
        shortest = _SHORTEST + 1 if ending.endswith(("ion", "ions")) else _SHORTEST - 1
        if word.endswith(ending) and len(word) - len(ending) >= shortest:
            return word if ending == "s" and word[-2] in "su" else word[: -len(ending)] + instead
    return word


def _without(word: str, endings: tuple[str, ...]) -> str:
    """`word` without the ending that makes a people of a country ("Libya", "Libyan")."""
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word[: -len(ending)]
    return word


def phrase_term(first: str, second: str) -> str | None:
    """The concept of a verb and the particle behind it ("stepped down"), both lower case."""
    return _phrases().get((stem(first), second))


@lru_cache(maxsize=1)
def _concepts() -> dict[str, str]:
    groups = (line.split() for line in _CONCEPTS.strip().splitlines())
    return {stem(word): group[0] for group in reversed(list(groups)) for word in reversed(group)}


@lru_cache(maxsize=1)
def _phrases() -> dict[tuple[str, str], str]:
    return {(stem(verb), other): term_of(to) for (verb, other), to in _PHRASES.items()}


@lru_cache(maxsize=1)
def _stop_words() -> frozenset[str]:
    return frozenset(_STOP_WORDS.split())


@lru_cache(maxsize=1)
def light_terms() -> frozenset[str]:
    """Terms that say little: of speech, of ranks, of any thing or place."""
    return frozenset(term_of(word) for word in _LIGHT_WORDS.split()) - {term_of("arrest")}


@lru_cache(maxsize=1)
def known_deeds() -> frozenset[str]:
    """Terms of groups of words that mean one deed or thing: no names, however they are written."""
    return frozenset(_concepts().values())


@lru_cache(maxsize=1)
def opposites() -> dict[str, frozenset[str]]:
    """Terms of deeds that can't be one and the same."""
    found: dict[str, set[str]] = {}
    for line in _OPPOSITES.strip().splitlines():
        first, second = (term_of(word) for word in line.split())
        found.setdefault(first, set()).add(second)
        found.setdefault(second, set()).add(first)
    return {term: frozenset(others) for term, others in found.items()}
