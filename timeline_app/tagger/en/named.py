"""Holidays and other named days."""

from __future__ import annotations

import re
from typing import Literal

from timeline_app.tagger.partials import Holiday, NoDate, Partial
from timeline_app.tagger.rules import Example, Match, Production, Rule

_DAY = "2015-11-02"


def _named(key: str) -> Production:
    def produce(match: Match) -> Partial:
        if re.match(r"\s(?:Agreement|Accords?)\b", match.after()):
            return NoDate()  # “the Good Friday Agreement”
        return Holiday(key, match.get("year"), _around(match))

    return produce


def _around(match: Match) -> Literal["week", "weekend"] | None:
    if match.has("weekend"):
        return "weekend"
    return "week" if match.has("week") else None


_NOUN_AFTER = re.compile(
    r"\s(?:sales?|shopping|season|trees?|cards?|gifts?|presents?|dinner|part(?:y|ies)|lights|"
    r"spirit|carols?|bonus(?:es)?|decorations?|eggs?|and New Year|turkey|pudding|movie|album|"
    r"services?|mass|sermon|message)\b"
)


def _holiday(match: Match) -> Partial | None:
    """“Christmas”; “Christmas sales” are no day."""
    if _NOUN_AFTER.match(match.after()):
        return None
    return Holiday(match["feast"], match.get("year"), _around(match))


# key in `holidays`: name, and the day that it fell on in 2016
_NAMES = {
    "new_year": ("New Year's Day", "2016-01-01"),
    "new_years_eve": ("New Year's Eve", "2016-12-31"),
    "christmas_eve": ("Christmas Eve", "2016-12-24"),
    "easter_monday": ("Easter Monday", "2016-03-28"),
    "good_friday": ("Good Friday", "2016-03-25"),
    "ash_wednesday": ("Ash Wednesday", "2016-02-10"),
    "palm_sunday": ("Palm Sunday", "2016-03-20"),
    "maundy_thursday": ("Maundy Thursday", "2016-03-24"),
    "whit_monday": ("Whit Monday", "2016-05-16"),
    "boxing": ("Boxing Day", "2016-12-26"),
    "independence": ("Independence Day", "2016-07-04"),
    "memorial": ("Memorial Day", "2016-05-30"),
    "labor": ("Labor Day", "2016-09-05"),
    "veterans": ("Veterans Day", "2016-11-11"),
    "presidents": ("Presidents Day", "2016-02-15"),
    "mlk": ("Martin Luther King Day", "2016-01-18"),
    "columbus": ("Columbus Day", "2016-10-10"),
    "election": ("Election Day", "2016-11-08"),
    "bastille": ("Bastille Day", "2016-07-14"),
    "valentine": ("Valentine's Day", "2016-02-14"),
    "mothers": ("Mother's Day", "2016-05-08"),
    "fathers": ("Father's Day", "2016-06-19"),
    "st_patrick": ("St. Patrick's Day", "2016-03-17"),
    "earth": ("Earth Day", "2016-04-22"),
    "groundhog": ("Groundhog Day", "2016-02-02"),
    "all_saints": ("All Saints' Day", "2016-11-01"),
    "black_friday": ("Black Friday", "2016-11-25"),
    "ascension": ("Ascension Day", "2016-05-05"),
    "guy_fawkes": ("Guy Fawkes Night", "2016-11-05"),
    "womens": ("International Women's Day", "2016-03-08"),
    "cinco": ("Cinco de Mayo", "2016-05-05"),
    "canada": ("Canada Day", "2016-07-01"),
    "australia": ("Australia Day", "2016-01-26"),
    "anzac": ("Anzac Day", "2016-04-25"),
    "st_george": ("St. George's Day", "2016-04-23"),
    "st_andrew": ("St. Andrew's Day", "2016-11-30"),
    "st_david": ("St. David's Day", "2016-03-01"),
    "all_souls": ("All Souls' Day", "2016-11-02"),
    "leap": ("Leap Day", "2016-02-29"),
    "human_rights": ("Human Rights Day", "2016-12-10"),
    "world_aids": ("World AIDS Day", "2016-12-01"),
    "pearl_harbor": ("Pearl Harbor Day", "2016-12-07"),
    "cyber_monday": ("Cyber Monday", "2016-11-28"),
    "patriots": ("Patriots' Day", "2016-04-18"),
    "remembrance_sunday": ("Remembrance Sunday", "2016-11-13"),
    "shrove_tuesday": ("Shrove Tuesday", "2016-02-09"),
    "easter_saturday": ("Holy Saturday", "2016-03-26"),
    "orthodox_easter": ("Orthodox Easter", "2016-05-01"),
    "may_day": ("International Workers' Day", "2016-05-01"),
}


# Other names of the same days.
_ALSO = {
    "Armistice Day": ("veterans", "2016-11-11"),
    "Remembrance Day": ("veterans", "2016-11-11"),
    "Veterans' Day": ("veterans", "2016-11-11"),
    "Presidents' Day": ("presidents", "2016-02-15"),
    "Washington's Birthday": ("presidents", "2016-02-15"),
    "Indigenous Peoples' Day": ("columbus", "2016-10-10"),
    "MLK Day": ("mlk", "2016-01-18"),
    "Martin Luther King Jr. Day": ("mlk", "2016-01-18"),
    "Pancake Day": ("shrove_tuesday", "2016-02-09"),
    "Fat Tuesday": ("shrove_tuesday", "2016-02-09"),
    "Mardi Gras": ("shrove_tuesday", "2016-02-09"),
    "Whit Sunday": ("pentecost", "2016-05-15"),
    "Holy Thursday": ("maundy_thursday", "2016-03-24"),
    "Bonfire Night": ("guy_fawkes", "2016-11-05"),
    "St. Stephen's Day": ("boxing", "2016-12-26"),
    "Hogmanay": ("new_years_eve", "2016-12-31"),
}


def _pattern(name: str) -> str:
    words = name.lower().replace("st.", "(st.|st|saint)").replace("s' ", "s ~(’|') ")
    return _with_year(words.replace("'s", " ~'s"))


def _with_year(words: str) -> str:
    return f"[the ]{words}[ (week|weekend)][[ ,] [of ]<year>]"


RULES = (
    Rule(
        "Christmas",
        "<feast>[ (day|sunday)][ weekend][[ ,] [of ]<year>]",
        _holiday,
        (
            Example("by Christmas", "2015-12-25", _DAY),
            Example("Easter 2016", "2016-03-27"),
            Example("on Thanksgiving Day", "2015-11-26", "2015-12-01"),
            Example("over Thanksgiving weekend", "2015-W48-WE", "2015-12-01"),
        ),
    ),
    Rule(
        "Easter week",
        "<feast> week[ <year>]",
        _holiday,
        (Example("Easter week 2000", "2000-W16"),),
    ),
    Rule(
        "May Day",
        "may day[[ ,] <year>]",
        lambda m: _named("may_day")(m) if m.words[:1] == "M" else None,
        (Example("on May Day 2016", "2016-05-01"),),
        ("it may day by day",),
    ),
    *(
        Rule(name, _pattern(name), _named(key), (Example(f"{name} 2016", timex),))
        for key, (name, timex) in _NAMES.items()
    ),
    *(
        Rule(name, _pattern(name), _named(key), (Example(f"{name} 2016", timex),))
        for name, (key, timex) in _ALSO.items()
    ),
)
