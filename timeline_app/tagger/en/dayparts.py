"""Parts of a day, by themselves and with a day: last night, at dawn, Friday morning."""

from __future__ import annotations

import re

from timeline_app.tagger.en.lexicon import PARTS
from timeline_app.tagger.partials import DayPart, From, NoDate, Partial, Shift
from timeline_app.tagger.rules import Example, Match, Rule

_DAY = "2016-05-20"  # a Friday

_STEPS = {"last": -1, "previous": -1, "this": 0, "that": 0, "next": 1, "following": 1}


def _part_of(match: Match) -> Partial:
    """“last night” is the night before; “that evening” and “the next morning” follow the story."""
    steps = next((step for word, step in _STEPS.items() if match.has(word)), 0)
    from_story = match.has("that") or match.has("the") or match.has("same")
    origin = From.STORY if from_story else From.SPEECH
    return DayPart(match["part"], Shift("day", steps, origin))


def _part_beside(match: Match) -> Partial | None:
    """“the night before”, but not “the night before the battle”."""
    if re.match(r"\s(?!(?:he|she|it|they|we|I)\b)\w", match.after()):
        return None
    return DayPart(match["part"], Shift("day", -1 if match.has("before") else 1, From.STORY))


def _tonight(match: Match) -> Partial:
    return DayPart("NI", Shift("day", 0))


_NOUN_AFTER = re.compile(
    r"\s(?!(?:after|before|from|with|when|while|into|under|near|until|because|that|amid|between|"
    r"despite|during|without|along|across|around|inside|outside|on|in|at|and|but|as|by|to|for)\b)"
    r"[a-z]{3,}"
)


def _overnight(match: Match) -> Partial:
    """“continued overnight” is last night, “overnight losses” lead to the day told of."""
    noun = _NOUN_AFTER.match(match.after()) is not None
    return DayPart("NI", Shift("day", -1, From.STORY if noun else From.SPEECH))


_PART_BEFORE = re.compile(r"\b(?:in|during|by|through|until|since|of)\s$", re.I)


def _the_part(match: Match) -> Partial | None:
    """“in the morning” of the day told of; a noun group (“the night shift”) is left alone."""
    if not _PART_BEFORE.search(match.before()) or re.match(r"\s[a-z]{4,}", match.after()):
        return None
    return DayPart(match["part"])


def _at_dawn(match: Match) -> Partial:
    return DayPart(PARTS[match.words.lower().split()[-1]])


RULES = (
    Rule(
        "last night",
        "([(early|earlier|late|later) ](last|this|next|that[ same])|"
        "the (next|following|previous|same)) <part>",
        _part_of,
        (
            Example("last night", "2016-05-19TNI", _DAY),
            Example("this morning", "2016-05-20TMO", _DAY),
            Example("On May 3 he left. The next morning", "2016-05-03 2016-05-04TMO", _DAY),
        ),
    ),
    Rule(
        "the night (before|after)",
        "the <part> (before|after)",
        _part_beside,
        (Example("On May 3 he left. The night before, he", "2016-05-03 2016-05-02TNI", _DAY),),
        ("the night before the battle",),
    ),
    Rule("tonight", "(tonight|tonite)", _tonight, (Example("tonight", "2016-05-20TNI", _DAY),)),
    Rule(
        "overnight",
        "overnight",
        _overnight,
        (
            Example("shelling continued overnight", "2016-05-19TNI", _DAY),
            Example(
                "Prices fell Tuesday, hit by overnight losses", "2016-05-17 2016-05-16TNI", _DAY
            ),
        ),
    ),
    Rule(
        "the morning",
        "(the|mid|early|late)_<part>",
        _the_part,
        (Example("On May 3 he left. In the morning", "2016-05-03 2016-05-03TMO", _DAY),),
        ("the night shift",),
    ),
    Rule(
        "at dawn",
        "at (dawn|dusk|daybreak|nightfall|sunrise|sunset|lunchtime|teatime)",
        _at_dawn,
        (Example("On May 3 he left. At dusk", "2016-05-03 2016-05-03TEV", _DAY),),
    ),
    Rule("<part>", "<part>", lambda match: DayPart(match["part"]), latent=True),
)


_PROGRAMME = re.compile(r"\s(?:Post|Live|Fever|Lights|Football|Massacre|Show)\b")


def _day_part(match: Match) -> Partial | None:
    """“Friday morning”; “Saturday Night Live” is a programme."""
    if _PROGRAMME.match(match.after()):
        return NoDate()
    part = match["day_part"]
    return DayPart(part.code, match["day"])


def _overnight_on(match: Match) -> Partial | None:
    """“overnight Wednesday” is that day's night."""
    return DayPart("NI", match["day"]) if match.words[:9].lower() == "overnight" else None


def _early_hours(match: Match) -> Partial:
    day = match["day"]
    return DayPart("MO", day.date if isinstance(day, DayPart) else day)


JOINS = (
    Rule(
        "the early hours of <day>",
        "[the ](early|small|wee) hours of "
        "(<day_date:day>|<part_moment:day>|<day_date:day> <day_part>)",
        _early_hours,
        (Example("in the early hours of Thursday morning", "2016-05-19TMO", _DAY),),
    ),
    Rule(
        "overnight <weekday>",
        "<part_moment> [on ]<bare_weekday:day>",
        _overnight_on,
        (Example("The storm hit overnight Wednesday", "2016-05-18TNI", _DAY),),
    ),
    Rule(
        "<day> <part of day>",
        "[the ]<day_date:day>[ ,] [in |in the |at ][early |late |mid_]<day_part>",
        _day_part,
        (
            Example("Friday morning", "2016-05-20TMO", _DAY),
            Example("yesterday evening", "2016-05-19TEV", _DAY),
        ),
        ("the Saturday Evening Post",),
    ),
    Rule(
        "<part of day> of <day>",
        "[the |mid_|early |late ]<day_part> (of|on)[ the] <day_date:day>",
        _day_part,
        (Example("on the evening of May 3, 2016", "2016-05-03TEV"),),
    ),
    Rule(
        "mid-afternoon yesterday",
        "(mid|early|late)_<day_part> <day_date:day>",
        _day_part,
        (Example("at mid-afternoon yesterday", "2016-05-19TAF", _DAY),),
    ),
)
