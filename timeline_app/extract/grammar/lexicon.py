"""Closed word classes of English, and the few open ones that news leans on."""

from __future__ import annotations


def word_set(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


DETERMINERS = word_set(
    "the a an this that these those some any each every no all both several many few another such"
)
POSSESSIVES = word_set("his her its their our my your whose")
SUBJECT_PRONOUNS = word_set("he she it they we i you")
OBJECT_PRONOUNS = word_set("him them us me himself herself itself themselves")
PREPOSITIONS = word_set(
    """of in on at by for with from to into onto upon about above across against along among amid
    amidst around behind below beneath beside besides between beyond despite down during except
    inside like near off out outside over per since through throughout toward towards under
    underneath until till up via within without after before following concerning regarding
    including versus vs than amongst because alongside aboard atop
    according pending barring unlike opposite per plus minus"""
)
SUBORDINATORS = word_set(
    """after before when while since because although though if unless until till once where
    whereas whereby whenever wherever as whether"""
)
RELATIVES = word_set("which who whom whose where")
COORDINATORS = word_set("and or but nor yet then")
MODALS = word_set(
    "will would shall should may might can could must 'll ’ll won't won’t wouldn't "
    "wouldn’t cannot can't can’t couldn't couldn’t shouldn't shouldn’t mustn't mustn’t mightn't"
)
BE_FINITE = word_set("is are was were am isn't isn’t aren't aren’t wasn't wasn’t weren't weren’t")
BE_OTHER = word_set("be been being")
HAVE = word_set("has have had hasn't hasn’t haven't haven’t hadn't hadn’t")
DO = word_set("do does did didn't didn’t doesn't doesn’t don't don’t")
NEGATIONS = word_set("not never no n't neither nor hardly without")
NEGATIVE_ENDINGS = ("n't", "n’t")

REPORTING = word_set(
    """say tell add announce note explain state report indicate signal suggest warn claim argue
    insist believe think confirm admit acknowledge declare reveal disclose testify write tweet
    predict estimate conclude find show stress emphasize emphasise assert allege deny reject
    recall hint reiterate observe remark comment complain concede vow pledge promise propose
    agree learn know hope fear expect demand urge call ask recommend decide rule determine discover
    realize realise""",
)
SPEECH = word_set(
    """say tell add announce note explain state indicate signal suggest warn claim argue insist
    confirm admit acknowledge declare reveal disclose testify stress emphasize assert allege deny
    recall hint reiterate remark comment complain concede vow pledge promise propose urge call ask
    criticize criticise praise condemn reject dismiss accuse answer reply respond speak describe
    voice express caution tweet write predict exclaim quip"""
)
# Reporting verbs that take a clause without `that`: `said it closed`, but `called off a strike`.
ZERO_THAT = word_set(
    """say tell add announce note state report indicate suggest warn claim argue insist believe
    think confirm admit acknowledge declare predict estimate allege deny hope fear know promise
    vow learn hear feel expect show"""
)
ALLEGING = word_set("allege claim accuse suspect purport charge")
DENYING = word_set("deny refute dispute")
PLANNING = word_set("plan intend schedule expect hope aim propose promise pledge vow slate due set")

PERIODS = word_set("year quarter months month weeks week period half season")
# Prepositions that make a noun phrase with a date an event of its own.
EVENT_PREPOSITIONS = word_set("after following since before during amid until despite ahead")
DATE_PREPOSITIONS = word_set(
    """on in at by since from until till to between during through throughout before after around
    about for of within over into late early mid as"""
)
DATE_ADVERBS = word_set(
    "late early earlier later only just exactly around about roughly nearly almost shortly back"
)

# Verbs whose participle takes an infinitive: `, expected to open in May,`.
MADE_TO = word_set(
    """expect schedule plan intend suppose force allow permit order ask require set slate design
    believe estimate need use think know make say compel oblige tip"""
)

HONORIFICS = word_set(
    """mr mrs ms dr sir lord lady dame gen lt col maj capt sgt cmdr adm brig cpl pvt sen rep gov
    pres prof rev fr hon judge justice president vice-president chancellor premier king queen
    prince princess pope sheikh ayatollah imam secretary minister ambassador senator congressman
    congresswoman governor mayor general colonel major captain lieutenant sergeant admiral
    commander officer detective inspector chief director chairman chairwoman chair spokesman
    spokeswoman spokesperson leader envoy diplomat dictator chairperson ceo executive treasurer
    coach professor archbishop bishop cardinal attorney-general attorney deputy marshal"""
)
PERSON_NOUNS = HONORIFICS | word_set(
    """man woman suspect lawyer politician actor actress singer author scientist player driver
    defendant candidate boy girl teenager victim founder official veteran strongman lawmaker
    minister statesman secretary-general republican democrat"""
)
GROUP_NOUNS = word_set(
    """group organization organisation company firm agency government party ministry department
    council committee court union bank airline manufacturer maker giant militia force army navy
    movement team club university institute association alliance bloc body newspaper network
    corporation carrier retailer planemaker insurer lender automaker startup start-up
    conglomerate publisher studio operator regulator commission coalition administration"""
)
THING_NOUNS = word_set(
    """embargo agreement deal treaty accord law bill plan proposal project programme program
    attack bombing explosion shooting earthquake storm hurricane flood fire strike protest
    election vote referendum trial case lawsuit investigation inquiry report study mission
    operation campaign offensive war conflict truce ceasefire talks summit conference meeting
    sanctions contract merger takeover acquisition aircraft plane ship vessel rocket satellite
    spacecraft probe device phone computer product service site plant factory building bridge
    tower film album book game song series decision ruling verdict resolution crisis scandal
    resolution exercise launch update software store system"""
)
CALENDAR_WORDS = word_set(
    """january february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday"""
)
NOT_NAMES = (
    word_set(
        """the a an this that these those he she it they we i you his her its their our my in on at
    by for from with to of after before since during as if when while although though because until
    once and but or so yet however meanwhile also there here then now today yesterday tomorrow
    currently recently earlier later still even only both all some many several most more what who
    which where why how last next no not one two three four five six seven eight nine ten mr mrs"""
    )
    | CALENDAR_WORDS
)
