"""Years by themselves: what four figures must have beside them, or not, to be one."""

from __future__ import annotations

import re

from timeline_app.tagger.figures import two_digit_year
from timeline_app.tagger.partials import CalendarDate, Partial
from timeline_app.tagger.rules import Example, Match, Rule

_MAKERS = (
    "Chevrolet|Chevy|Ford|Toyota|Honda|Dodge|BMW|Mercedes|Volkswagen|Nissan|Buick|Cadillac|Jeep|"
    "Pontiac|Volvo|Audi|Porsche|Peugeot|Mazda|Fiat"
)
_BEFORE_YEAR = re.compile(
    r"(?:[$£€¥#№+*=]|\b(?:No|Nos|no|number|[Ff]light|page|pp|p|[Rr]oute|Highway|[Rr]oom|[Cc]hapter|"
    r"[Ss]ection|Sector|Boeing|Airbus|Windows|Office|Orion|Model|model|version|"
    r"film|movie|novel|album|[Vv]ersion|[Pp]ort|[Cc]ode|Box|Act|Regulations|number (?:is|was)|"
    r"US|U\.S|Rs|[Oo]rder|[Cc]ase|[Bb]ill|[Rr]esolution|Article|Unit|Lot|[Bb]us|[Tt]rain|Channel|"
    rf"Interstate|Apollo|Area|[Tt]ype|{_MAKERS})\.?|\+\d{{1,3}}(?:\s\d+)*)\s?$"
)
_COUNT_BEFORE = re.compile(
    r"\b(?:(?:more|fewer|less|greater) than|nearly|almost|some|total of|average of)\s$", re.I
)
_MEASURES = (
    r"(?:[mgt]|mm|cm|km|nm|ft|lbs?|oz|mg|kg|ml|hp|rpm|mph|kph|[kMG]?Hz|[kMG]W|[kMGT]B|"
    r"met(?:re|er)s?|kilomet(?:re|er)s?|miles?|yards?|feet|acres|hectares|tons?|tonnes|litres?|"
    r"kilo(?:gram)?s?|calories|volts|watts)"
)
_AFTER_YEAR = re.compile(
    r"[A-Za-z]|\s?(?:%|°|per\s?cent\b|percent\b|dollars|pounds|euros|people|men|women|children|"
    rf"police|{_MEASURES}|million|billion|trillion|thousand|years?|months|weeks|days|hours|minutes)"
    rf"\b|\s?[%°]|\s(?:{_MAKERS})\b|[.,]\d|[-–](?:[a-z]|\d)"
)
_COUNTED_AFTER = re.compile(r"\s(?:were|are|died|fled|attended|others|more)\b")
_ADDRESS_AFTER = re.compile(
    r"\s(?:[A-Z][a-z]+\.?\s){1,3}(?:Avenue|Ave|Street|St|Road|Rd|Boulevard|Blvd|Drive|Lane|Place|"
    r"Square|Way|Court|Parkway)\b"
)
_RANGE_OF_THINGS = re.compile(
    r"\s(?:and|to|or)\s\d[\d,]*\s"
    rf"(?:(?!(?:was|has|his|its|this|as)\b)[a-z]+s\b|{_MEASURES}\b)"
)
_TWO_YEARS = re.compile(r"\s(?:and|or)\s(?:19|20)\d\d\s")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;•\n]|[.!?]['\"”’])\s*$")
_PLURAL_AFTER = re.compile(r"\s(?:[a-z]+ing\s)?(?!was|has|does|as|its|this|is|us)[a-z]+[^s\W]s\b")
# “expects 2012 sales of $2 billion”
_OF_YEAR = re.compile(
    r"\s(?:sales|earnings|results|revenues|profits|losses|estimates|forecasts|deliveries|figures|"
    r"elections|games|finals|riots|protests|attacks|bombings|floods|notes|bonds|taxes|plans)\b"
)
_YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|since|of|the|by|until|till|from|to|during|before|after|through|early|"
    r"late|mid|post|pre|around|about|between|circa|roughly|approximately|its|their|his|her|a|year|"
    r"due|that|died|born)[ -]|\b(?:b|d|fl)\.\s|[(,]|[’']s\s|\bca?\.\s?|"
    r"\bthe\s\d{4}\s(?:and|or)\s)$",
    re.IGNORECASE,
)
_LISTED_BEFORE = re.compile(
    r"\b(?:in|of|between|since|for|to)\s(?:\d{4},?\s)+(?:(?:and|or|to)\s)?$", re.IGNORECASE
)


_OLD_YEAR_BEFORE = re.compile(
    r"\b(?:in|since|until|till|by|circa|around|c\.|b\.|d\.|died|born|from|from\s\d{4}\sto|between|between\s\d{4}\sand)"
    r"\s$",
    re.IGNORECASE,
)


_THINGS_AFTER = re.compile(
    r"\s(?!(?:was|has|his|its|this|the|as|is|an?|by|and|in|at|on|for|he|she|it|they|when|who|to)\b)"
    r"(?:[a-z]+\s)?[a-z]+s\b"
)


def _is_range_of_things(match: Match) -> bool:
    """“1500 and 2000 troops”; but “the 2012 and 2016 elections”."""
    listed = _TWO_YEARS.match(match.after()) and re.search(r"\bthe\s$", match.before())
    return not listed and _RANGE_OF_THINGS.match(match.after()) is not None


def _is_old_year(match: Match) -> bool:
    """“in 1066”; “in 1200 words” counts."""
    led = _OLD_YEAR_BEFORE.search(match.before())
    return led is not None and not _THINGS_AFTER.match(match.after(40))


_ABOUT_BEFORE = re.compile(r"\b(?:about|around|roughly|approximately|over)\s$", re.IGNORECASE)


def _is_count(match: Match) -> bool:
    """“more than 2000 died”, “about 1500 were hurt”."""
    if _COUNT_BEFORE.search(match.before()):
        return True
    about = _ABOUT_BEFORE.search(match.before())
    return about is not None and _COUNTED_AFTER.match(match.after()) is not None


def _year_alone(match: Match) -> Partial | None:
    """Four figures are a year unless something beside them says a number."""
    year = match["year"]
    if match.has("the"):
        return CalendarDate(year)  # “the year 1066”
    if not (1000 if _is_old_year(match) else 1400) <= year <= 2099:
        return None
    if _BEFORE_YEAR.search(match.before()) or _AFTER_YEAR.match(match.after()):
        return None
    if _ADDRESS_AFTER.match(match.after(48)) or _is_range_of_things(match):
        return None
    if _is_count(match):
        return None
    led = _YEAR_BEFORE.search(match.before())
    if _PLURAL_AFTER.match(match.after()) and not led and not _OF_YEAR.match(match.after()):
        return None
    # Far from our own time figures are more often a count: there a year needs a word before it.
    led = led or _LISTED_BEFORE.search(match.before()) or _SENTENCE_START.search(match.before())
    return CalendarDate(year) if led or 1900 <= year <= 2040 else None


def _early_year(match: Match) -> Partial | None:
    return (
        CalendarDate(match["number"]) if match.has("the") and 30 < match["number"] < 1000 else None
    )


_SHORT_YEAR_BEFORE = re.compile(
    r"\b(?:in|since|by|until|till|of|from|to|before|after|and|or|during|late|early)\s$",
    re.IGNORECASE,
)


def _short_year(match: Match) -> Partial | None:
    """“back in '08”; figures in quotation marks are none."""
    title = re.match(r"[\w'’%-]|(?:\s[A-Z]\w*)+['’]", match.after(40))
    if title or not _SHORT_YEAR_BEFORE.search(match.before()):
        return None
    return CalendarDate(two_digit_year(match["yy"]))


RULES = (
    Rule(
        "<year>",
        "[the year ]<year>",
        _year_alone,
        (
            Example("in 2011", "2011", None, "2011"),
            Example("the year two thousand", "2000"),
            Example("In 1066, William came", "1066"),
            Example("It expects 2012 sales of $2 billion", "2012"),
            Example("In 1216 it was besieged", "1216"),
            Example("Olaf II (died 1266)", "1266"),
            Example("He ruled from 1204 to 1231.", "1204 1231"),
            Example("the 2012 and 2016 elections", "2012 2016"),
            Example("in nineteen hundred and six", "1906"),
            Example("Eruptions in 1783 and 1815 were followed", "1783 1815"),
            Example("founded in 1612, 1640 and 1688", "1612 1640 1688"),
        ),
        (
            *("Boeing 1980", "$2000", "2000 people", "1999 percent", "Flight 1549 landed"),
            *("at 1600 Pennsylvania Avenue", "between 1500 and 2000 troops", "over 1800 died"),
            *("Mazda 1995cc", "the film 2012"),
            *("the 1500 metres", "at 1500 to 2000 m", "Section 1998 applies", "a Peugeot 2008"),
            *(
                "Call +44 20 1966 1966",
                "the Human Rights Act 1998",
                "PO Box 2005",
                "Its number is 1987",
            ),
            *("More than 2000 died", "About 1500 were hurt", "a total of 1914 cases"),
            *("in 1200 words", "in 1200 different cases", "Flight 1999 landed"),
        ),
    ),
    Rule(
        "the year 476",
        "[the ]year <number>",
        _early_year,
        (Example("in the year 476", "0476"),),
        ("the year 2", "year 12"),
    ),
    Rule(
        "'08",
        "('|’|‘) ~<yy>",
        _short_year,
        (
            Example("in '08", "2008"),
            Example("the class of ’92", "1992"),
        ),
        ("'60 Minutes'", "a '45", "in '08-inch", "an episode of '60 Minutes'"),
    ),
)
