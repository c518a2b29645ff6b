"""Closed word classes of English, and the few open ones that news leans on."""

from __future__ import annotations


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


DETERMINERS = _words(
    "the a an this that these those some any each every no all both several many few another such"
)
POSSESSIVES = _words("his her its their our my your whose")
SUBJECT_PRONOUNS = _words("he she it they we i you")
OBJECT_PRONOUNS = _words("him them us me himself herself itself themselves")
PREPOSITIONS = _words(
    """of in on at by for with from to into onto upon about above across against along among amid
    amidst around behind below beneath beside besides between beyond despite down during except
    inside like near off out outside over per since through throughout toward towards under
    underneath until till up via within without after before following concerning regarding
    including versus vs than amongst because"""
)
SUBORDINATORS = _words(
    """after before when while since because although though if unless until till once where
    whereas whereby whenever wherever as whether"""
)
RELATIVES = _words("which who whom whose where")
COORDINATORS = _words("and or but nor yet then")
MODALS = _words(
    "will would shall should may might can could must 'll ’ll won't won’t wouldn't "
    "wouldn’t cannot can't can’t couldn't couldn’t"
)
BE_FINITE = _words("is are was were am isn't isn’t aren't aren’t wasn't wasn’t weren't weren’t")
BE_OTHER = _words("be been being")
HAVE = _words("has have had hasn't hasn’t haven't haven’t hadn't hadn’t")
DO = _words("do does did didn't didn’t doesn't doesn’t don't don’t")
NEGATIONS = _words("not never no n't neither nor hardly without")
NEGATIVE_ENDINGS = ("n't", "n’t")

REPORTING = _words(
    """say tell add announce note explain state report indicate signal suggest warn claim argue
    insist believe think confirm admit acknowledge declare reveal disclose testify write tweet
    predict estimate conclude find show stress emphasize emphasise assert allege deny reject
    recall hint reiterate observe remark comment complain concede vow pledge promise propose
    agree learn know hope fear expect demand urge call ask""",
)
SPEECH = _words(
    """say tell add announce note explain state indicate signal suggest warn claim argue insist
    confirm admit acknowledge declare reveal disclose testify stress emphasize assert allege deny
    recall hint reiterate remark comment complain concede vow pledge promise propose urge call ask
    criticize criticise praise condemn reject dismiss accuse answer reply respond speak describe
    voice express caution tweet write predict"""
)
ALLEGING = _words("allege claim accuse suspect purport charge")
DENYING = _words("deny refute dispute reject dismiss")
PLANNING = _words("plan intend schedule expect hope aim propose promise pledge vow slate due set")

# Prepositions that make a noun phrase with a date an event of its own.
EVENT_PREPOSITIONS = _words("after following since before during amid until despite ahead")
DATE_PREPOSITIONS = _words(
    """on in at by since from until till to between during through throughout before after around
    about for of within over into late early mid as"""
)
DATE_ADVERBS = _words(
    "late early earlier later only just exactly around about roughly nearly almost shortly back"
)

HONORIFICS = _words(
    """mr mrs ms dr sir lord lady dame gen lt col maj capt sgt cmdr adm brig cpl pvt sen rep gov
    pres prof rev fr hon judge justice president vice-president chancellor premier king queen
    prince princess pope sheikh ayatollah imam secretary minister ambassador senator congressman
    congresswoman governor mayor general colonel major captain lieutenant sergeant admiral
    commander officer detective inspector chief director chairman chairwoman chair spokesman
    spokeswoman spokesperson leader envoy diplomat dictator chairperson ceo executive treasurer
    coach professor archbishop bishop cardinal attorney-general attorney deputy marshal"""
)
PERSON_NOUNS = HONORIFICS | _words(
    """man woman suspect lawyer politician actor actress singer author scientist player driver
    defendant candidate boy girl teenager victim founder official veteran strongman lawmaker
    minister statesman secretary-general republican democrat"""
)
GROUP_NOUNS = _words(
    """group organization organisation company firm agency government party ministry department
    council committee court union bank airline manufacturer maker giant militia force army navy
    movement team club university institute association alliance bloc body newspaper network
    corporation carrier retailer planemaker insurer lender automaker startup start-up
    conglomerate publisher studio operator regulator commission coalition administration"""
)
THING_NOUNS = _words(
    """embargo agreement deal treaty accord law bill plan proposal project programme program
    attack bombing explosion shooting earthquake storm hurricane flood fire strike protest
    election vote referendum trial case lawsuit investigation inquiry report study mission
    operation campaign offensive war conflict truce ceasefire talks summit conference meeting
    sanctions contract merger takeover acquisition aircraft plane ship vessel rocket satellite
    spacecraft probe device phone computer product service site plant factory building bridge
    tower film album book game song series decision ruling verdict resolution crisis scandal
    resolution exercise launch update software store system"""
)
CALENDAR_WORDS = _words(
    """january february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday"""
)
NOT_NAMES = (
    _words(
        """the a an this that these those he she it they we i you his her its their our my in on at by
    for from with to of after before since during as if when while although though because until
    once and but or so yet however meanwhile also there here then now today yesterday tomorrow
    currently recently earlier later still even only both all some many several most more what who
    which where why how last next no not one two three four five six seven eight nine ten mr mrs"""
    )
    | CALENDAR_WORDS
)
