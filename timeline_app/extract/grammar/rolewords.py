"""Ranks, offices and callings before or behind a person's name; what bodies are called."""

from __future__ import annotations

from functools import lru_cache

from timeline_app.extract.grammar import lexicon as lex
from timeline_app.extract.grammar.lexicon import word_set

CALLINGS = word_set(
    """
    accountant activist alderman actor actress adviser advisor advocate aide analyst archaeologist
    architect artist assassin astronaut astronomer attacker attorney author baker banker barrister
    bassist biochemist biologist bishop blogger bomber botanist boxer brewer broker brother builder
    businessman businesswoman campaigner captain cardinal carpenter cellist champion chancellor
    chef chemist choreographer clerk coach columnist comedian commander commissioner composer
    conductor congressman consultant coroner correspondent councillor councilman councilwoman
    counsel cosmonaut critic curator cyclist dancer daughter dealer defender designer detective
    diplomat director dissident doctor driver drummer economist editor emperor empress engineer
    entrepreneur epidemiologist executive explorer farmer father fighter filmmaker financier
    firefighter fisherman footballer forward geologist geophysicist goalkeeper golfer guitarist
    guard gunman hacker hiker climber pedestrian motorist hairdresser heir heiress historian
    husband hydrologist illustrator inspector inventor investigator investor jockey journalist
    judge keeper killer kidnapper king lawmaker lawyer leader lecturer legislator librarian
    mathematician manager mayor mechanic mediator merchant meteorologist midfielder midwife
    militant millionaire billionaire minister missionary model monk mother musician naturalist
    negotiator neighbor neighbour nephew niece novelist nun nurse officer oncologist owner painter
    paramedic parliamentarian partner pastor pathologist peer philanthropist philosopher
    photographer physician physicist pianist pilot pioneer pitcher planner playwright poet
    policeman policewoman politician pope porter postman premier president priest prince princess
    prisoner producer professor programmer prosecutor psychiatrist psychologist publisher
    quarterback queen rabbi rapper rebel receiver recruit reporter representative researcher
    reverend rider rival rower runner sailor scholar scientist sculptor seamstress secretary
    seismologist senator shepherd sheriff shipbuilder shopkeeper singer sister skipper skier
    soldier soloist soprano spokesman spokesperson spokeswoman sprinter statesman strategist
    striker student superintendent surgeon surveyor suspect swimmer tailor teacher teammate
    technician tenor tennis-player terrorist theologian trader trainer treasurer trustee tutor
    tycoon undersecretary vicar viceroy victim violinist virologist volcanologist volunteer waiter
    waitress widow widower wife winger witness worker wrestler writer zoologist son cousin uncle
    aunt grandson granddaughter grandfather grandmother co-founder co-author co-pilot ex-wife
    ex-husband whistleblower plaintiff defendant appellant claimant resident passenger tenant
    landlord founder chairman chairwoman chair ceo official
    """
)
ROLES = lex.HONORIFICS | CALLINGS | lex.PERSON_NOUNS - lex.GROUP_NOUNS
# Words that make an office with the word behind them: `Prime Minister`, `Vice President`.
BEFORE_ROLES = word_set(
    """
    prime foreign interior finance defense defence home health education justice transport trade
    energy environment agriculture labor labour culture vice deputy acting former then ex late
    first lord chief assistant associate senior junior executive general managing national state
    district federal crown grand supreme superior lieutenant major brigadier rear vice-admiral
    police fire press white house treasury commerce housing budget attorney opposition party
    security council city county under current outgoing incoming newly elect special permanent
    detective commissioner inspector secretary sergeant staff master
    """
)
AFTER_OF = word_set(
    "state defense defence interior commerce energy treasury labor labour health education staff "
    "justice agriculture transportation"
)
GROUPS = lex.GROUP_NOUNS | word_set(
    """
    carmaker brewer insurer broadcaster chipmaker drugmaker shipbuilder steelmaker developer
    charity think-tank nonprofit newspaper magazine journal broadcaster website daily weekly gang
    band orchestra choir museum school college hospital church sect faction cartel brewery bakery
    shipyard yard hotel chain supermarket store exchange watchdog telecom utility lender
    consultancy contractor subsidiary parent co-operative cooperative laboratory lab foundation
    line trust station channel partnership consortium label publisher opponents champions side
    """
)
SETTLEMENTS = word_set(
    """
    town city village capital province district region suburb port island state county
    municipality settlement peninsula valley river country republic neighborhood neighbourhood
    harbour harbor resort hamlet prefecture territory kingdom mountain volcano lake
    """
)

# Words behind a name that it only describes: `the Stutthof camp`, `the Hang Seng index`.
SITES = word_set(
    """
    camp area border airport bridge mountains hills forest desert basin station neighborhood
    neighbourhood massacre floods earthquake landfill reservoir dam plain front
    """
)

# The last ones are German: its articles have names too.
_ENDINGS = (
    *("ologist", "woman", "sman", "-general", "-elect", "meister", "meisterin", "kanzler"),
    *("kanzlerin", "präsident", "präsidentin", "sprecher", "sprecherin", "ministerin", "chefin"),
)
PUBLIC_BODIES = word_set(
    """
    ministry council court senate parliament congress university college school police army navy
    department bureau house assembly nations cabinet church hospital museum institute academy
    commission committee treasury league federation supreme guard journal times news post press
    tribune gazette herald magazine radio reuters
    """
)
OTHER_BODIES = word_set(
    "organization organisation group militia movement network faction bloc body force"
)
FIRMS = word_set(
    """
    company firm manufacturer maker giant corporation carrier retailer planemaker insurer lender
    automaker startup start-up conglomerate publisher studio operator brewer utility airline
    carmaker group chipmaker drugmaker shipbuilder steelmaker developer broadcaster chain
    consultancy contractor subsidiary consortium bank brewery bakery newspaper
    """
)


@lru_cache(maxsize=8192)
def is_role(word: str) -> bool:
    """True for a rank, an office or a calling in lower case, with or without its dot."""
    word = word.rstrip(".")
    if word in ROLES:
        return True
    return word.endswith(_ENDINGS) and len(word) > 6
