"""English verb forms without a dictionary: irregular ones by table, the rest by their endings."""

from __future__ import annotations

import re
from functools import lru_cache

from timeline_app.extract.grammar.lexicon import word_set

_IRREGULAR = """
arise arose arisen;awake awoke awoken;bear bore borne;beat beat beaten;become became become
befall befell befallen;begin began begun;bend bent bent;bid bid bid;bind bound bound
bite bit bitten;bleed bled bled;blow blew blown;break broke broken;breed bred bred
bring brought brought;broadcast broadcast broadcast;build built built;burn burnt burnt
burst burst burst;buy bought bought;cast cast cast;catch caught caught;choose chose chosen
cling clung clung;come came come;cost cost cost;creep crept crept;cut cut cut;deal dealt dealt
dig dug dug;do did done;draw drew drawn;drink drank drunk;drive drove driven;eat ate eaten
fall fell fallen;feed fed fed;feel felt felt;fight fought fought;find found found;flee fled fled
fly flew flown;forbid forbade forbidden;foresee foresaw foreseen;forget forgot forgotten
forgive forgave forgiven;freeze froze frozen;get got gotten;give gave given;go went gone
grind ground ground;grow grew grown;hang hung hung
have had had;hear heard heard;hide hid hidden;hit hit hit
hold held held;hurt hurt hurt;keep kept kept;know knew known;lay laid laid;lead led led
learn learnt learnt;leave left left;lend lent lent;let let let;lie lay lain;light lit lit
lose lost lost;make made made;mean meant meant;meet met met;mislead misled misled
oversee oversaw overseen;overtake overtook overtaken;overthrow overthrew overthrown;pay paid paid
put put put;quit quit quit;read read read;rebuild rebuilt rebuilt;ride rode ridden
ring rang rung;rise rose risen;run ran run;say said said;see saw seen;seek sought sought
sell sold sold;send sent sent;set set set;shake shook shaken;shed shed shed;shoot shot shot
show showed shown;shrink shrank shrunk;shut shut shut;sing sang sung;sink sank sunk;sit sat sat
sleep slept slept;slide slid slid;speak spoke spoken;spend spent spent;spill spilt spilt
spin spun spun;split split split;spread spread spread;spring sprang sprung;stand stood stood
steal stole stolen;stick stuck stuck;strike struck struck;strive strove striven
swear swore sworn;sweep swept swept;swim swam swum;swing swung swung;take took taken
teach taught taught;tear tore torn;tell told told;think thought thought;throw threw thrown
understand understood understood;undergo underwent undergone;undertake undertook undertaken
uphold upheld upheld;wake woke woken;wear wore worn;weave wove woven;win won won
wind wound wound;withdraw withdrew withdrawn;withstand withstood withstood;write wrote written
"""
# Present forms are told from nouns by this list: verbs that news uses in the present tense.
_PRESENT = """
say report want plan remain include begin continue expect call seem appear become get give take
make show hope believe think know need contain consist mark face run see use keep try mean allow
require provide offer come go hold lead belong exist depend represent suggest indicate signal
argue claim warn add note tell announce confirm deny insist agree intend aim seek own operate
produce feature join follow mark cover serve work live play move open close launch release win
lose beat kill die hit strike attack arrest charge sue reject accept approve pass sign leave
return visit meet host support back oppose urge demand ask start end stop cease turn rise fall
grow increase decline drop reach exceed total cost pay buy sell acquire employ hire fire build
make allow enable help let prevent cause force raise cut reduce expand extend lift impose ban
accuse limit lease violate require bar bear affect treat teach study grant award honor host own
operate manage control occupy govern rule border overlook feature star portray depict tell save
protect defend denounce condemn praise criticize welcome mourn celebrate mark commemorate
unveil reveal predict introduce deliver attribute integrate imperil estimate acquire complete
allege testify conclude concede reiterate emphasize emphasise observe threaten
release secure exercise negotiate delay purchase rename postpone dismiss overturn uphold reopen
resign quit step retire name appoint elect vote choose pick replace succeed defeat capture seize
recapture vow pledge promise threaten propose consider discuss talk describe state cite quote
disclose declare decide determine recommend explain acknowledge discover admit complain respond
assert realize realise permit refute allocate assume assure avoid believe boast collaborate combine
compare compete comply comprise consume contribute convince create deem deploy deserve destroy
differ discourage eliminate emerge encourage ensure envision evaluate exclude explore fulfill
generate identify ignore illustrate imply impress improve incorporate inform inherit inspire install
invite involve maintain modify neglect notify obtain occur outline participate perceive perform
persist persuade possess prepare prohibit prove pursue react recognize recognise recommend recover
refuse regulate relate relinquish rely renew repeat resemble resolve restore retain seem send
specialize strengthen submit substitute suffer supervise surpass survive tend testify transform
translate undermine underscore urge utilize vary violate withdraw withhold yield
love hate enjoy regret owe earn carry employ coincide imperil await near lack doubt trust admire
resume expire arrive depart
"""
# Verbs ending in `e` that are also nouns or no news: only their other forms are told from nouns.
_IN_E = """
abuse accelerate accommodate accumulate accuse achieve acquire activate advertise advise advocate
agree allege alleviate amaze analyse analyze announce anticipate apologise apologize appreciate
arrange arrive articulate assemble associate authorise authorize bake battle behave bite blame
blaze brace bribe bridge bruise bundle calculate capitalise capitalize care carve cease celebrate
centre challenge change characterise characterize charge chase circle circulate clone close code
collapse collide commence commute compete compile complicate compose compromise concentrate
conclude condense confine confuse congratulate consolidate contemplate continue contrive converge
cope criticise cruise crumble culminate curse damage dance debate deceive decline decorate decrease
dedicate define delegate delete demolish denote deplete deprive derive desire detonate devise
devote dictate dilute dine disable disagree dispose dispute dissolve distribute dive divide divorce
dominate donate double drape duplicate ease educate elaborate elevate embrace emigrate emphasise
endorse endure enforce engage enhance enlarge enthuse entice entitle erase escalate escape evacuate
evade evolve examine excite execute exercise exile expire exploit expose fade fascinate figure file
finance fire fluctuate force formulate frame frustrate fuse gamble gauge glance grade graduate
grieve guarantee guide handle hesitate house imagine immigrate implicate impose incline include
increase indulge infiltrate inflate influence initiate injure inquire insure interfere interrogate
intervene introduce invade invoke isolate issue judge juggle knife lace launch leave legalise
legalize liberate liquidate live locate lodge lure manage manipulate manufacture merge mine misuse
mobilise mobilize motivate move muse narrate navigate necessitate negotiate nominate nudge oblige
oppose orchestrate organise organize originate outrage overcome oversee overtake pace package
parachute parade participate pause peddle penetrate phase pierce place plague pledge plunge poke
police postpone practice practise praise precede premiere preserve preside presume prevail
privatise privatize probe procure produce profile program prosecute provoke publicise publicize
puncture purchase purge queue quote race raise range rate rehearse reinstate rejoice release
relieve relocate remove renovate repatriate replicate reprise rescue reserve reshape reside resume
retaliate retire retrieve reunite reverse revise revive rotate ruffle rumble safeguard salvage
sample scale scare schedule scramble scrape segregate separate settle shape share shave shove
shuffle simulate single slate slice smoke smuggle snare soothe spare spike squeeze stabilise
stabilize stage stare starve stipulate store stride stripe structure struggle stumble subside
subsidise subsidize summarise summarize suppose surface surge surprise suspense swipe symbolise
symbolize sympathise sympathize tackle tame taste telephone televise terminate theorise theorize
tie time topple torture trace trade traverse treasure treble tremble trouble tune type unite update
upgrade vaporize venture verge vindicate visualise voice vote wade wage waive waste welcome whistle
wipe wire wrestle
"""
_NOT_VERBS = word_set(
    """
    united red bed feed need seed speed breed embed hundred indeed shed sled sacred wicked
    naked kindred biped wed exceed succeed proceed bleed freed reed weed deed creed greed
    ted fred ahmed mohammed muhammad mohamed alfred sayed saeed hamed zayed med aged ragged
    rugged unprecedented so-called limited talented hatred
    """
)
_NOT_ING = word_set(
    """
    during morning evening king spring string thing something nothing anything everything
    wing ring beijing being king's sterling ceiling building according including regarding
    concerning pending notwithstanding boeing reading viking bring sting cling fling swing sling
    wring
    """
)

# Verbs that may stand without an object.
# Verbs whose participle never stands for something done to a noun: `X, a painter, died`.
NEVER_DONE_TO = word_set(
    """
    die arrive resign collapse disappear vanish emerge appear occur happen remain stay arise erupt
    last persist prevail subside recede slump soar tumble dwindle elapse ensue expire
    """
)
INTRANSITIVE = word_set(
    """
    die fall rise go come leave return begin end collapse sink burn disappear vanish survive live
    work move flee escape retire resign crash explode continue become remain stay appear arrive
    depart drown surrender finish start stop resume last close open win lose run
    speak walk drive play compete serve testify agree erupt emerge increase decrease grow improve
    decline comment relocate suffer cooperate collaborate retreat withdraw succeed fail recover
    happen occur bounce rebound slump soar plunge tumble surge climb
    """
)
# Forms in `-ing` that are nouns where nothing follows that they could govern.
NOUNS_IN_ING = word_set(
    """
    hearing meeting bombing shooting killing bidding building offering rating ruling spending
    trading filing listing opening briefing warning funding holding training fighting
    sitting screening testing gathering crossing landing planning programming housing
    banking financing manufacturing mining farming fundraising fishing advertising
    marketing accounting
    """
)
# Present forms that are as often nouns: only what follows tells.
NOUN_LIKE = word_set(
    """
    reports plans claims calls moves plays works offers needs supports attacks strikes results
    demands visits hosts cuts bans limits talks votes leads ends starts stops rises falls drops
    costs uses marks faces names steps shows runs hopes aims seeks threats notes states means
    hits increases declines orders forces causes charges arrests launches releases cases reads
    report plan claim call move play work offer need support attack strike demand visit host cut
    ban limit talk vote lead end start stop rise fall drop cost use mark face name step show run
    hope aim note state mean hit increase decline order force cause charge arrest launch release
    """
)
SURE = word_set("say says believe believes want wants think thinks argue argues insist insists")
PAST: dict[str, str] = {}
PARTICIPLE: dict[str, str] = {}
_BY_BASE: dict[str, str] = {}
for _entry in _IRREGULAR.replace("\n", ";").split(";"):
    if _entry.strip():
        _base, _past, _part = _entry.split()
        PAST.setdefault(_past, _base)
        PARTICIPLE.setdefault(_part, _base)
        _BY_BASE[_base] = _past
_BASES = set(_PRESENT.split()) | set(_BY_BASE)
_KNOWN = _BASES | set(_IN_E.split())
_S_FORMS: dict[str, str] = {}
for _base in _BASES:
    if _base.endswith(("s", "sh", "ch", "x", "z", "o")):
        _S_FORMS[_base + "es"] = _base
    elif _base.endswith("y") and _base[-2] not in "aeiou":
        _S_FORMS[_base[:-1] + "ies"] = _base
    else:
        _S_FORMS[_base + "s"] = _base


@lru_cache(maxsize=8192)
def is_past(word: str) -> bool:
    """True when a lower-case word can be a past tense."""
    return _unprefixed(word) in PAST or _is_ed(word)


@lru_cache(maxsize=8192)
def is_participle(word: str) -> bool:
    """True when a lower-case word can be a past participle."""
    return word == "born" or _unprefixed(word) in PARTICIPLE or _is_ed(word)


def is_ing(word: str) -> bool:
    """True when a lower-case word can be a present participle or gerund."""
    return len(word) > 4 and word.endswith("ing") and word not in _NOT_ING


def is_s_form(word: str) -> bool:
    """True for the third person singular of a verb that news uses."""
    return word in _S_FORMS


def is_base(word: str) -> bool:
    """True for the plain form of a verb that news uses."""
    return word in _BASES


@lru_cache(maxsize=8192)
def lemma(word: str) -> str:
    """The plain form of a verb, as well as its endings tell."""
    for table in (PAST, PARTICIPLE, _S_FORMS):
        if word in table:
            return table[word]
    if _unprefixed(word) != word:
        stem = _unprefixed(word)
        return word[: -len(stem)] + (PAST.get(stem) or PARTICIPLE[stem])
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return _without(word[: -len(ending)])
    return word[:-1] if re.fullmatch(r"[a-z][^e]ed", word) else word  # died, used, owed


def past_of(word: str) -> str:
    """The past tense of a verb in any form: `taking` -> `took`."""
    base = lemma(word)
    if base in _BY_BASE:
        return _BY_BASE[base]
    if base.startswith("re") and base[2:] in _BY_BASE:
        return "re" + _BY_BASE[base[2:]]
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2:-1] not in tuple("aeiou"):
        return base[:-1] + "ied"
    if word.endswith("ing") and word[:-3] != base:
        return word[:-3] + "ed"
    return base + "ed"


@lru_cache(maxsize=8192)
def _unprefixed(word: str) -> str:
    """`retook` -> `took`, where only the plain verb is in the table."""
    for prefix in ("re", "out", "over", "under", "mis"):
        stem = word[len(prefix) :]
        if word.startswith(prefix) and len(stem) > 2 and stem in PAST.keys() | PARTICIPLE.keys():
            return stem
    return word


def _is_ed(word: str) -> bool:
    return len(word) > 3 and word.endswith("ed") and word not in _NOT_VERBS


def _without(stem: str) -> str:
    """The plain form from what is left without its ending: `hop(p)`, `mak(e)`, `carri` (carry)."""
    if stem in _BASES:
        return stem
    if stem + "e" in _KNOWN or stem.removeprefix("re") + "e" in _BY_BASE:
        return stem + "e"
    if stem.endswith("i"):
        return stem[:-1] + "y"
    doubled = len(stem) > 3 and stem[-1] == stem[-2]
    if doubled and (stem[:-1] in _BASES or stem[-1] not in "lsfz"):
        return stem[:-1]
    soft = stem.endswith(("at", "iz", "is", "uc", "ac", "ic", "nc", "rc", "v", "dg", "ag", "rg"))
    if soft or (stem.endswith(("ur", "ir", "or")) and len(stem) < 7 and stem[-3:-2] in "cqh"):
        return stem + "e"
    return stem
