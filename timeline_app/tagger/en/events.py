"""Dates counted from an event that the article dates elsewhere: two days after the shooting.

Which day that is stands with the words that tell of the event ("was shot on May 3"); without
such a day a count is a length of time, and "the day after the shooting" is no date.
"""

from __future__ import annotations

import re

from timeline_app.domain.timevalue import Grain
from timeline_app.tagger.en.counted import whole
from timeline_app.tagger.partials import (
    CLOCK_UNITS,
    UNIT_GRAIN,
    DayPart,
    EventDay,
    Partial,
    Shift,
)
from timeline_app.tagger.rules import Example, Match, Rule

_DAY = "2016-05-20"
# Nouns for an event, and how the words that date it tell of it.
_TOLD_AS = {
    "shooting shootings": r"shot|shoot(?:s|ing|ings)?|gunned|opened\s+fire",
    "killing killings murder murders slaying assassination stabbing death deaths execution": (
        r"kill\w*|murder\w*|sla(?:in|y\w*)|assassinat\w*|stabb\w*|died|dies|dead|death|shot|"
        r"gunned|executed|drowned"
    ),
    "bombing bombings blast blasts explosion explosions": (
        r"bomb\w*|blasts?|explo\w+|blew\s+up|blown\s+up|detonat\w+|went\s+off"
    ),
    "attack attacks raid raids assault": r"attack\w*|raid\w*|assault\w*|bomb\w*|stormed",
    "crash accident collision derailment": (
        r"crash\w*|collid\w+|collision|derail\w+|accident|plunged|overturned"
    ),
    "quake earthquake tremor": r"earthquakes?|quakes?|tremors?",
    "tsunami": r"tsunami",
    "flood floods flooding": r"flood\w*",
    "hurricane typhoon cyclone storm tornado": (
        r"hurricane|typhoon|cyclone|storms?|tornado|landfall"
    ),
    "eruption": r"erupt\w*",
    "fire blaze": r"fire|blaze|burn\w*|flames",
    "election elections referendum vote": r"elect\w*|vote[ds]?|voting|referendum|polls|ballot",
    "arrest arrests": r"arrest\w*|detained",
    "coup": r"coup|overthr\w+|toppled|ousted|seized\s+power",
    "invasion": r"inva(?:ded|des|ding|sion)",
    "surrender": r"surrender\w*|capitulat\w+",
    "armistice ceasefire truce": r"armistice|cease-?fire|truce",
    "treaty agreement accord": r"treaty|agreement|accord|sign(?:ed|ing|s)",
    "verdict conviction": r"verdict|convict\w+|found\s+guilty",
    "wedding marriage": r"married|marr(?:y|ies|iage)|wed(?:ding)?",
    "birth": r"born|birth|birthday",
    "funeral": r"funeral|buried",
    "launch": r"launch\w*",
    "resignation": r"resign\w*|stepped\s+down|quit",
    "robbery burglary theft": r"robb\w+|burgl\w+|stole\w*|theft",
    "kidnapping abduction disappearance": r"kidnap\w*|abduct\w*|disappear\w*|vanished|missing",
    "sinking": r"s[au]nk|sinking",
    "battle": r"battle|fought",
    "riot riots": r"riot\w*",
    "announcement": r"announc\w+",
}
_EVENTS = {
    noun: re.compile(
        rf"\b(?:{told_as})\b(?!\s(?:investigat|inquiry|probe|trial|case|charge|suspect|hearing))",
        re.IGNORECASE,
    )
    for nouns, told_as in _TOLD_AS.items()
    for noun in nouns.split()
}
_NAMED = re.compile(
    r"\s(?:the|his|her|its|their|that|[A-Z]\w+['’]s)\s(?:[a-z-]+\s){0,2}?"
    rf"({'|'.join(_EVENTS)})\b(?!['’-])"
)
_COUNTED_FROM = re.compile(r"\s(after|before)\b")
_REACH = 64  # code points


def _event(words: str) -> re.Pattern[str] | None:
    """How an article tells of the event that words name."""
    named = _NAMED.match(words)
    return _EVENTS[named[1]] if named else None


def _counted(match: Match) -> Partial | None:
    """“ten days” in “ten days before the shooting”."""
    count, unit = whole(match.get("count") or 1), match["unit"]
    after = match.after(_REACH)
    side = _COUNTED_FROM.match(after)
    if side is None or count is None or unit in {"weekend", "quarter"} or unit in CLOCK_UNITS:
        return None
    told_as = _event(after[side.end() :])
    if told_as is None:
        return None
    steps = -count if side[1] == "before" else count
    coarsest = Grain.DAY if UNIT_GRAIN[unit] <= Grain.WEEK else UNIT_GRAIN[unit]
    return Shift(unit, steps, exact=unit == "day", base=EventDay(told_as, coarsest))


def _step(match: Match) -> int:
    return -1 if match.has("before") else 1 if match.has("after") else 0


def _beside(match: Match) -> Partial | None:
    unit, told_as = match["one_unit"], _event(match.after(_REACH))
    if unit not in {"day", "week", "month", "year"} or told_as is None:
        return None
    coarsest = Grain.DAY if unit in {"day", "week"} else UNIT_GRAIN[unit]
    return Shift(unit, _step(match), base=EventDay(told_as, coarsest, alone=True))


def _part_beside(match: Match) -> Partial | None:
    told_as = _event(match.after(_REACH))
    if told_as is None:
        return None
    day = Shift("day", _step(match), base=EventDay(told_as, alone=True))
    return DayPart(match["part"], day)


RULES = (
    Rule(
        "<count> <unit>, after or before an event",
        "(<number:count>|a|an|one) <unit>",
        _counted,
        (
            Example(
                "He was shot dead on May 3, 2011. Ten days before the shooting, he left",
                "2011-05-03 2011-04-23",
                _DAY,
            ),
            Example(
                "The quake hit on 5 March 1907. Six months after the great earthquake it rained",
                "1907-03-05 1907-09",
                _DAY,
            ),
            Example("It died two days after the attack", "P2D", _DAY),
            Example("May 9, 2008\nFive years after its launch it fell", "2008-05-09 P5Y", _DAY),
        ),
        ("ten days before the match",),
    ),
    Rule(
        "the <unit> (after|before|of) an event",
        "the <one_unit> (after|before|of)",
        _beside,
        (
            Example(
                "She died on May 3, 2011. They came on the day after her death",
                "2011-05-03 2011-05-04",
                _DAY,
            ),
        ),
        ("the day after the attack", "They met Monday. On the day of the attack he fled"),
    ),
    Rule(
        "the <part of day> (after|before|of) an event",
        "the <part> (after|before|of)",
        _part_beside,
        (
            Example(
                "The bank was robbed on May 3. He was seen there on the night before the robbery",
                "2016-05-03 2016-05-02TNI",
                _DAY,
            ),
        ),
        ("the night before the battle",),
    ),
)
