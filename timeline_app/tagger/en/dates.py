"""Calendar dates: full, month and day, month and year, years, weekdays."""

from __future__ import annotations

import re

from timeline_app.domain.calendars import days_in_month
from timeline_app.tagger.en.lexicon import MONTHS, WEAK_MONTHS
from timeline_app.tagger.partials import CalendarDate, NoDate, Partial
from timeline_app.tagger.rules import Example, Match, Rule

_MONTH = "(<month>|<month_weak:month>)"
_WEEKDAY = "(<weekday>|<weekday_short:weekday>)"


def _date(match: Match) -> Partial | None:
    """Any calendar date; one that no calendar has is taken out of the running."""
    if match.before(1) in {"$", "£", "€"} or _ADDRESS_NEXT.match(match.after()):
        return None
    if match.get("day") is None and _IMPOSSIBLE_BEFORE.search(match.before()):
        return NoDate()
    year, month, day = match.get("year"), match.get("month"), match.get("day")
    if year is None and (month, day) == (9, 11) and _ATTACKS.match(match.after(40)):
        return CalendarDate(2001, month, day)
    if year is None and _NAMED_EVENT.match(match.after()):
        return NoDate()
    if year is None and match.get("yy") is not None:
        year = 1900 + match["yy"] if match["yy"] >= 50 else 2000 + match["yy"]
    if _is_modal_verb(match, year):
        return None
    if month is not None and day is not None and day > days_in_month(year or 2000, month):
        return NoDate()
    if year is None and (listed := _YEAR_OF_LIST.match(match.after(64))):
        year = int(listed[1])
    return CalendarDate(year, month, day, match.get("weekday"))


_MONTH_NAME = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|"
    r"Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY_OF_LIST = r"\d{1,2}(?:st|nd|rd|th)?"
# “May 7, 8 and 9, 2016”, “3 May and 5 June 2016”, “in May or June 2011”: one year for all
_YEAR_OF_LIST = re.compile(
    rf"(?:,\s(?:{_MONTH_NAME}\s)?{_DAY_OF_LIST}|,\s{_MONTH_NAME})*,?\s(?:and|or)\s"
    rf"(?:{_MONTH_NAME}\s{_DAY_OF_LIST}|{_DAY_OF_LIST}\s{_MONTH_NAME}|{_DAY_OF_LIST}|{_MONTH_NAME})"
    r",?\s((?:1[5-9]|20)\d\d)\b"
)
_LIST_BEFORE = re.compile(
    rf"\b({_MONTH_NAME})\s{_DAY_OF_LIST}(?:,\s{_DAY_OF_LIST})*,?\s(?:(?:and|or)\s)?$"
)
_LIST_AHEAD = re.compile(
    rf",\s{_DAY_OF_LIST}(?:,\s{_DAY_OF_LIST})*,?\s(?:and|or)\s{_DAY_OF_LIST}\s({_MONTH_NAME})"
    r"(?:,?\s((?:1[5-9]|20)\d\d)\b)?"
)
_LIST_AFTER = re.compile(r"\s*(?:$|[,.;:)]|(?:and|or|in|at)\s)")
_LIST_GOES_ON = re.compile(rf"(?:,\s{_DAY_OF_LIST})*,?\s(?:and|or)\s{_DAY_OF_LIST}\b")


def _listed_day(match: Match) -> Partial | None:
    """The “5” and the “9” of “May 3, 5 and 9”."""
    if (ahead := _LIST_AHEAD.match(match.after(64))) and match.get("year") is None:
        month = MONTHS.get(ahead[1].lower()) or WEAK_MONTHS.get(ahead[1].lower())
        return CalendarDate(int(ahead[2]) if ahead[2] else None, month, match["day"])
    before = _LIST_BEFORE.search(match.before(56))
    if before is None or not _LIST_AFTER.match(match.after()):
        return None
    last = re.search(r"(?:and|or)\s$", before.group()) is not None
    if not last and not _LIST_GOES_ON.match(match.after()):
        return None
    month = MONTHS.get(before[1].lower()) or WEAK_MONTHS.get(before[1].lower())
    day, year = match["day"], match.get("year")
    if month is None or day > days_in_month(year or 2000, month):
        return None
    if year is None and (listed := _YEAR_OF_LIST.match(match.after(64))):
        year = int(listed[1])
    return CalendarDate(year, month, day)


_IMPOSSIBLE_BEFORE = re.compile(r"(?<![\d.,])(?:0|3[2-9]|[4-9]\d)(?:th|nd|rd|st)?\s(?:of\s)?$")
_ADDRESS_NEXT = re.compile(r"\s(?:Street|St\.|Road|Rd\.|Avenue|Lane|Boulevard|Square)")
_ATTACKS = re.compile(r",?\s(?:[a-z]+\s){0,2}(?:attacks?|hijackings|terror)\b")
# What history calls by its day or month isn't of this year.
_NAMED_EVENT = re.compile(
    r"\s(?:Revolution|Agreement|Accords?|Movement|Uprising|Rising|Manifesto|Massacre|Plot|Coup|"
    r"Protocol|War|Laws|Days)\b"
)
_LOWER_CASE = re.compile(r"\b(?:may|march|mar)\b")
_DATE_BEFORE = re.compile(
    r"(?:^|\b(?:on|by|until|till|since|of|from|to|the|after|before)\s|[(,:-]\s?)$"
)


def _is_modal_verb(match: Match, year: int | None) -> bool:
    """ "“you may 12 times”: in lower case these months need a date's company."""
    if year is not None or match.get("weekday") or not _LOWER_CASE.search(match.words):
        return False
    return not _DATE_BEFORE.search(match.before())


# "June 31" is no day; "in January 40 wheels" is a month, unless a year follows the figures.
_IMPOSSIBLE = re.compile(r"\s*(?:0(?![\d.,])|3[01](?![\d:%]|,\d)|\d\d(?=,?\s\d{4}\b|[.;)]?\s*$))")
_NAME_BEFORE = re.compile(r"\b([A-Z][a-z]+)\s$")
_LEADS_TO_DATE = frozenset(
    (
        *("In", "On", "By", "Since", "Until", "Till", "From", "Through", "During", "Between"),
        *("Before", "After", "Last", "Next", "This", "Late", "Early", "Mid", "Each", "Every"),
        *("And", "Or", "To", "Of", "The", "For", "As"),
    )
)
_NAMES = frozenset({3, 4, 5, 6, 8})  # months that are also people's names
_CLAUSE_AFTER = re.compile(r"\s(?:I|we|you|he|she|it|they|not|be|have|God|the)\b")


_FIRST_NAMES = frozenset({4, 6, 8})
_WORD_BEFORE = re.compile(r"([A-Za-z]+)\s$")


def _is_first_name(match: Match) -> bool:
    """“June Carter sang”: a capital follows and nothing before it leads to a date."""
    if match["month"] not in _FIRST_NAMES or not re.match(r"\s[A-Z]['’a-z]", match.after()):
        return False
    before = _WORD_BEFORE.search(match.before())
    if before is None:
        return True
    return before[1].capitalize() not in _LEADS_TO_DATE - {"And", "Or"}


_TITLE_BEFORE = re.compile(r"\b(?:HMS|USS|RMS|Mr|Mrs|Ms|Dr|Prof|Sen|Gov|Rep|Lt|Sgt|Capt)\.?\s$")
_IN_BEFORE = re.compile(
    r"(?:^|\b(?:in|of|since|by|until|till|from|to|through|during|last|next|this|late|early|mid|and|"
    r"or|each|every|before|after|for)[\s-])$",
    re.IGNORECASE,
)
_FAMILY_AFTER = re.compile(
    r"\s(?:family|families|brothers|sisters|siblings|couple|household|children|administration|"
    r"government|cabinet|ministry|premiership|estate)\b"
)


def _month_alone(match: Match) -> Partial | None:
    if _IMPOSSIBLE.match(match.after(9)) or _NAMED_EVENT.match(match.after()):
        return NoDate()
    if _is_no_month(match) or _ADDRESS_NEXT.match(match.after()):
        return None
    if _SITE_AFTER.match(match.after()):
        return None
    listed = _YEAR_OF_LIST.match(match.after(64))
    return CalendarDate(int(listed[1]) if listed else None, match["month"])


_SITE_AFTER = re.compile(r"\.(?:com?|org|net|io|uk|de)\b")


def _is_no_month(match: Match) -> bool:
    """“Jan Kavan”, “Mrs. May”, “the annual march”, “the august body”."""
    month, after = match["month"], match.after()
    if len(match.words) == 3 and month != 5 and re.match(r"\s(?:(?:de|van|von)\s)?[A-Z]", after):
        return True
    if match.words == "august" and not _IN_BEFORE.search(match.before()):
        return True
    if month == 3 and re.search(r"\b(?:the|annual)\s['’`“\"]*$", match.before()):
        return True
    if month == 5 and _CLAUSE_AFTER.match(after):
        return True
    beside = _FAMILY_AFTER.match(after) or _SPEAKS_AFTER.match(after)
    return month in _NAMES and (beside is not None or _is_name(match))


_SPEAKS_AFTER = re.compile(
    r"\s(?:said|says|told|asked|replied|answered|smiled|laughed|nodded|thought|who|whose)\b"
)
_KIN_BEFORE = re.compile(
    r"\b(?:sister|wife|daughter|mother|aunt|niece|girlfriend|friend|grandmother|partner)\s$"
)


def _is_name(match: Match) -> bool:
    """“Theresa May”, “Mrs. May”, “June Carter sang”."""
    name = _NAME_BEFORE.search(match.before())
    if name and name[1] not in _LEADS_TO_DATE:
        return True
    titled = _TITLE_BEFORE.search(match.before()) or _KIN_BEFORE.search(match.before())
    return titled is not None or _is_first_name(match)


_PAPER_AFTER = re.compile(
    r"\s(?:school|Times|Mail|Mirror|Express|Telegraph|Post|Herald|Tribune|Star|World|School|"
    r"Night\s(?:Live|Football))\b"
)


_NAMED_DAY = re.compile(
    r"\b(?:Sergeant|Sgt\.?|Mr\.?|Mrs\.?|Miss|Detective|Man|Girl|Bloody|"
    r"Black|Super|Blue|Red|Mad|Casual|Super Bowl|Bowl|Cyber|Fat)\s$"
)


def _weekday_alone(match: Match) -> Partial | None:
    """“the Sunday Times” is a newspaper, “one Sunday” any, “Bloody Sunday” a name."""
    if _NAMED_DAY.search(match.before()) or _SITE_AFTER.match(match.after()):
        return None
    any_one = re.search(r"\b(?:[Oo]ne|any)\s$", match.before())
    if _PAPER_AFTER.match(match.after()) or (any_one and re.match(r"\sin\b", match.after())):
        return None
    return CalendarDate(weekday=match["weekday"])


_NOUN_AFTER = re.compile(
    r"-|\s(?!(?:and|but|for|from|with|when|after|before|that|because|while|until|the|his|her|their|"
    r"who|which|where|although|though|then|was|were|will|has|had)\b)[A-Za-z]{3,}"
)
_ON_BEFORE = re.compile(r"\b(?:on|by|until|till|since|before|after|for|from)\s$", re.IGNORECASE)


def _day_alone(match: Match) -> Partial | None:
    """“on the 21st”; “the 21st floor” is no day."""
    if not _ON_BEFORE.search(match.before()) or _NOUN_AFTER.match(match.after()):
        return None
    return CalendarDate(day=match["ordinal_day"])


def _weekday_and_day(match: Match) -> Partial | None:
    """“Friday the 13th”; “announced on Tuesday the first model” goes on."""
    if re.match(r"\s[a-z]{3,}", match.after()) and not re.match(
        r"\s(?:and|at|until|till|to|through|or)\b", match.after()
    ):
        return None
    return CalendarDate(day=match["day"], weekday=match["weekday"])


_TIME_AFTER = re.compile(r"\s(?:at|morning|afternoon|evening|night|\d)")


def _short_weekday(match: Match) -> Partial | None:
    if not match.words[0].isupper() or not _TIME_AFTER.match(match.after()):
        return None
    return CalendarDate(weekday=match["weekday_short"])


RULES = (
    Rule(
        "[<weekday>, ]<month> <day>[, <year>]",
        f"[[(last|this|next|this coming|this past) ]{_WEEKDAY}[,] ]{_MONTH} [the ]<day>"
        "[[ ,] [in |of ]<year>]",
        _date,
        (
            Example("On May 19, the general spoke", "2016-05-19", "2016-05-20", "2016-05-19"),
            Example("Thursday, May 19, 2016", "2016-05-19"),
            Example(
                "1943\nJanuary 14: The conference opens\nMarch 2: The line is cut",
                "1943 1943-01-14 1943-03-02",
                "2016-05-20",
            ),
            Example("in Nov. 9, 1989", "1989-11-09"),
            Example("March 3rd, 1921", "1921-03-03"),
            Example("The offer expired June 3", "2015-06-03", "2016-05-20"),
            Example("this coming Sunday, May 22", "2016-05-22", "2016-05-20"),
            Example("the Sept. 11 terrorist attacks", "2001-09-11", "2016-05-20"),
            Example("Sept 11 2001", "2001-09-11"),
        ),
        (
            *("February 30", "you may 12 times", "April 31, 2016", "at 5 May Street"),
            "the May Fourth Movement",
        ),
    ),
    Rule(
        "[<weekday> ]<day> <month>[ <year>]",
        f"[{_WEEKDAY}[,] ][the ]<day> [of ]{_MONTH}[[ ,] [of |in ]<year>]",
        _date,
        (
            Example("19 May 2016", "2016-05-19"),
            Example("In May 1940 it fell; by 22 June", "1940-05 1940-06-22", "2016-05-20"),
            Example("It was founded in 1990. On 5 May it fell", "1990 2016-05-05", "2016-05-20"),
            Example("It last fell in 1862. On 5 May it rained", "1862 2016-05-05", "2016-05-20"),
            Example("In 1862 war came. On 5 June it rained", "1862 1862-06-05", "2016-05-20"),
            Example(
                "In 1862 war came. On 5 June it rained. It ended in 1865", "1862 1862-06-05 1865"
            ),
            Example("In the autumn of 1915 it began. On 21 October", "1915-FA 1915-10-21"),
            Example(
                "On 5 March 1862 the fort, built in 1840, fell. On 8 March",
                "1862-03-05 1840 1862-03-08",
                "2016-05-20",
            ),
            Example("the 4th of July, 1776", "1776-07-04"),
            Example("Thursday 19 May", "2016-05-19", "2016-05-20"),
        ),
        ("31 June 2016",),
    ),
    Rule(
        "<month> <year>",
        f"{_MONTH}[ ,] [of ]<year>",
        _date,
        (Example("in May 2016", "2016-05"), Example("November of 1995", "1995-11")),
        ("32 May 2016", "the 45th of May 2016"),
    ),
    Rule(
        "May 3, 5 and 9",
        "<day>[[ ,] <year>]",
        _listed_day,
        (
            Example("on May 3, 5 and 9", "2016-05-03 2016-05-05 2016-05-09", "2016-05-20"),
            Example("on May 3 or 4", "2016-05-03 2016-05-04", "2016-05-20"),
            Example("on 7, 8 and 9 May 2016", "2016-05-07 2016-05-08 2016-05-09"),
            Example("May 7, 8 and 9, 2015", "2015-05-07 2015-05-08 2015-05-09"),
        ),
        ("On May 3, 5 people died", "on May 3, 40 and 50 people"),
    ),
    Rule(
        "<month> '<yy>",
        f"{_MONTH} ('|’|‘) ~<yy>",
        _date,
        (Example("June '95", "1995-06"),),
    ),
    Rule(
        "<month>",
        "<month>",
        _month_alone,
        (
            Example("in October", "2015-10", "2016-05-20"),
            Example("in May or June 2011", "2011-05 2011-06"),
            Example("On 14 July 1789 it fell; in October", "1789-07-14 1789-10", "2016-05-20"),
            Example("the visit in October", "2016-10", "2016-08-26"),
            Example("The summit, first set for January, was put off", "2016-01", "2016-02-20"),
            Example("She joined in October", "2015-10", "2016-09-26"),
        ),
        (
            *("Theresa May said", "May I ask", "we march on", "June Carter sang"),
            *("The May family moved", "the April sisters", "Mrs. May said", "the august body"),
            *("the October Revolution", "August Wilson wrote", "her sister June came"),
            *("June said she was glad", "Jan de Vries spoke", "HMS March sailed", "March.com"),
        ),
    ),
    Rule(
        "the 21st",
        "[the ]<ordinal_day>",
        _day_alone,
        (
            Example("on the 21st", "2016-05-21", "2016-05-20"),
            Example("It was moved on the 21st", "2016-04-21", "2016-05-20"),
            Example("It sank on 16 May 1941; by the 19th", "1941-05-16 1941-05-19", "2016-05-20"),
            Example("They met on the 15th and talked", "2016-05-15", "2016-05-20"),
        ),
        ("on the 21st floor",),
    ),
    Rule(
        "<weekday> the 21st",
        f"{_WEEKDAY}[,] (the <day>|[the ]<ordinal_day:day>)",
        _weekday_and_day,
        (Example("Friday the 13th", "2016-05-13", "2016-05-20"),),
        ("Friday 12 people",),
    ),
    Rule(
        "Sat",
        "<weekday_short>",
        _short_weekday,
        (Example("on Sat at 5 p.m.", "2016-05-14T17:00", "2016-05-20"),),
        ("The Sun said", "he sat down"),
    ),
    Rule(
        "<weekday>",
        "<weekday>",
        _weekday_alone,
        (
            Example("said Thursday", "2016-05-19", "2016-05-20"),
            Example("said Friday", "2016-05-20", "2016-05-20"),
            Example("will meet Monday", "2016-05-23", "2016-05-20"),
            Example("The hearing is Thursday", "2016-05-26", "2016-05-20"),
            Example("Polls open Monday", "2016-05-23", "2016-05-20"),
            Example("Banks, shut since March, open Monday", "2016-03 2016-05-23", "2016-05-20"),
            Example("They did not meet Monday", "2016-05-16", "2016-05-20"),
            Example("He declared Sunday a day of mourning", "2016-05-22", "2016-05-20"),
            Example(
                "On Sunday, May 19, 1940, he left. On Friday he was back",
                "1940-05-19 1940-05-24",
                "2016-05-20",
            ),
            Example("ROME, 20 May 2016 - It met on Monday", "2016-05-20 2016-05-16"),
            Example("Talks are to be held Saturday", "2016-05-21", "2016-05-20"),
            Example("They extended their offers to buy it Monday", "2016-05-16", "2016-05-20"),
            Example("They want to buy as soon as it opened Monday", "2016-05-23", "2016-05-20"),
            Example("with 99% tendered by the Tuesday deadline", "2016-05-17", "2016-05-20"),
        ),
        (
            "the Sunday Times said",
            "one Sunday in 1998",
            "Sergeant Friday smiled",
            "a film about Bloody Sunday",
        ),
    ),
)
