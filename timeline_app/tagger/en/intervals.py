"""From one date to another, and open at one end: since, until, before, after, by."""

from __future__ import annotations

import re
from dataclasses import replace

from timeline_app.domain.calendars import days_in_month
from timeline_app.tagger.partials import (
    Between,
    CalendarDate,
    NoDate,
    Partial,
    PartOfYear,
    Ref,
    Vague,
    Within,
)
from timeline_app.tagger.rules import Example, Match, Rule

_DAY = "2016-05-20"
_MONTH = "(<month>|<month_weak:month>)"
_TO = "(to|and|-|–|—|through|until|till|thru)"


def _between(match: Match) -> Partial:
    return Between(match["first"], match["last"], "to")


def _days(match: Match) -> Partial | None:
    month, year = match["month"], match.get("year")
    if match.get("day_range"):
        first, last, _ = match["day_range"]
    else:
        first, last = match["first"], match["last"]
    if max(first, last) > days_in_month(year or 2000, month):
        return NoDate()
    return Between(CalendarDate(year, month, first), CalendarDate(year, month, last), "to")


def _days_within(match: Match) -> Partial:
    if match.get("day_range"):
        first, last, _ = match["day_range"]
    else:
        first, last = match["first"], match["last"]
    frame = match["shifted_month"]
    return Between(
        Within(CalendarDate(day=first), frame), Within(CalendarDate(day=last), frame), "to"
    )


def _months(match: Match) -> Partial:
    year = match["year"]
    first = CalendarDate(year - (match["first"] > match["last"]), match["first"])
    return Between(first, CalendarDate(year, match["last"]), "to")


def _years(match: Match) -> Partial:
    first, last, _ = match["year_range"]
    return Between(CalendarDate(first), CalendarDate(last), "to")


def _numeric(match: Match) -> Partial | None:
    ends = [CalendarDate(year, month, day) for year, month, day in match["numeric_range"]]
    year = match.get("year")
    if year is not None:
        ends = [replace(end, year=end.year or year) for end in ends]
    return Between(ends[0], ends[1], "to")


_ON_AFTER = re.compile(r"\s*(?:$|[,.;:)]|(?:he|she|it|they|we|I|the)\s)")


def _from_on(match: Match) -> Partial | None:
    """“from 2010 on, …”; profit is up “from May on higher sales”."""
    return None if match.has("on") and not _ON_AFTER.match(match.after()) else _since(match)


def _to_present(match: Match) -> Partial | None:
    first = match.get("date") or CalendarDate(match["bare"])
    return Between(first, Vague(Ref.PRESENT), "to")


def _seasons(match: Match) -> Partial | None:
    first, last, year = match["first"], match["last"], match["year"]
    if first == last:
        return None
    return Between(
        PartOfYear("season", first, year - (first > last)), PartOfYear("season", last, year), "to"
    )


def _since(match: Match) -> Partial:
    return Between(match["date"], None, "since")


_WENT_THROUGH = re.compile(
    r"\b(?:go|goes|going|gone|went|fell|fall|got|get|came|come|pass\w*|follow\w*|carr\w+|br[eo]\w+|"
    r"live[ds]?|liv\w+)\s$"
)


def _until(match: Match) -> Partial | None:
    """“through Friday”; a sale that has “gone through last year” is over."""
    if match.has("through") and _WENT_THROUGH.search(match.before()):
        return None
    if re.search(r"\bnot\s$", match.before()):
        return None  # “not until Tuesday” is Tuesday
    return Between(None, match["date"], "until")


_NOUN_AFTER = re.compile(
    r"['’]|-[a-z]|\s(?!and|or|but|when|that|which|who|as|he|she|it|they|we|the|a|an|in|on|at|to|"
    r"because|unless|if|with|by|for|from|is|was|has|had|will|of|not)[a-z]+"
)


def _before(match: Match) -> Partial | None:
    """“before 2018”; but “before Tuesday's vote” and “after the May 3 talks” date a noun."""
    return None if _NOUN_AFTER.match(match.after()) else Between(None, match["date"], "before")


_JUST_BEFORE = re.compile(
    r"\b(?:[Jj]ust|[Ss]hortly|[Ss]oon|[Rr]ight|[Ii]mmediately|[Mm]inutes|hours)\s$"
)


def _after(match: Match) -> Partial | None:
    if _NOUN_AFTER.match(match.after()) or _JUST_BEFORE.search(match.before()):
        return None
    return Between(match["date"], None, "after")


def _by(match: Match) -> Partial | None:
    return None if _NOUN_AFTER.match(match.after()) else Between(None, match["date"], "by")


RANGES = (
    Rule(
        "May 3-5[, <year>]",
        f"{_MONTH} <day_range>[[ ,] <year>]",
        _days,
        (Example("May 3-5, 2016", "2016-05-03 2016-05-05", None, "2016-05-03/2016-05-05"),),
        ("February 30-31", "April 28-31, 2016"),
    ),
    Rule(
        "3-5 May[ <year>]",
        f"[the ]<day_range> [of ]{_MONTH}[[ ,] <year>]",
        _days,
        (Example("3-5 May 2016", "2016-05-03 2016-05-05"),),
    ),
    Rule(
        "May 3 to 5",
        f"[from |between ]{_MONTH} [the ]<day:first> {_TO} [the ]<day:last>[[ ,] [of ]<year>]",
        _days,
        (Example("from March 3 to 8, 2016", "2016-03-03 2016-03-08"),),
    ),
    Rule(
        "3 to 5 May",
        f"[from |between ][the ]<day:first> {_TO} [the ]<day:last> [of ]{_MONTH}[[ ,] [of ]<year>]",
        _days,
        (
            Example("between 3 and 12 of Sept", "2016-09-03 2016-09-12", "2016-11-07"),
            Example("from 4 to 22 January, 1995", "1995-01-04 1995-01-22"),
        ),
    ),
    Rule(
        "May to October <year>",
        "[from |between ]<month:first> (to|and|-|–|—|through|until) <month:last>[[ ,] [of ]<year>]",
        lambda m: _months(m) if m.get("year") and (m.has("between") or not m.has("and")) else None,
        (
            Example("from January to April 2015", "2015-01 2015-04"),
            Example("Nov-Feb 2017", "2016-11 2017-02"),
        ),
    ),
    Rule(
        "spring and summer <year>",
        "[the ]<season:first> (and|to|-|–|through) <season:last> [of ]<year>",
        _seasons,
        (Example("in spring and summer 2015", "2015-SP 2015-SU", None, "2015-21/2015-22"),),
    ),
    Rule(
        "1939-45",
        "<year_range>",
        _years,
        (
            Example("1939-45", "1939 1945", None, "1939/1945"),
            Example("the 2015/16 season", "2015 2016", None, "2015/2016"),
        ),
    ),
    Rule(
        "10/1/2018-10/7/2018",
        "<numeric_range>[[ ,] <year>]",
        _numeric,
        (Example("10/1/2018-10/7/2018", "2018-10-01 2018-10-07"),),
    ),
)
WITHIN = (
    Rule(
        "4 to 22 this month",
        "[from |between ](<day_range>|<day:first> (to|and|-|until|till|through) <day:last>) "
        "[of ]<shifted_month>",
        _days_within,
        (Example("from 4 to 22 this month", "2016-05-04 2016-05-22", _DAY),),
    ),
)
INTERVALS = (
    Rule(
        "from <date> to <date>",
        "[from |starting |between ](<date:first>|<now:first>) "
        "(to|until|till|through|thru|-|–|—|up to) [the ](<date:last>|<now:last>)",
        _between,
        (
            Example(
                "from March 3 to March 8, 2016",
                "2016-03-03 2016-03-08",
                None,
                "2016-03-03/2016-03-08",
            ),
            Example("from 2010 to 2012", "2010 2012", None, "2010/2012"),
            Example("It ran from Monday through Friday", "2016-05-09 2016-05-13", "2016-05-18"),
            Example("It will run from Monday to Friday", "2016-05-23 2016-05-27", "2016-05-18"),
            Example("It ran mid-April through August", "2015-04 2015-08", _DAY),
            Example("It will run from mid-May through August", "2016-05 2016-08", _DAY),
        ),
    ),
    Rule(
        "between <date> and <date>",
        "between (<date:first>|<now:first>) and (<date:last>|<now:last>)",
        _between,
        (
            Example("between 2011 and 2016", "2011 2016", None, "2011/2016"),
            Example("between now and Christmas", "PRESENT_REF 2016-12-25", _DAY),
        ),
    ),
    Rule(
        "since <date>",
        "([ever ]since|starting[ (from|on|in)]|beginning[ (on|in|from)]|no earlier than|not before|"
        "not earlier than|as early as) (<date>|<moment:date>)",
        _since,
        (
            Example("since 2011", "2011", None, "2011/.."),
            Example("not before 2018", "2018", None, "2018/.."),
        ),
    ),
    Rule(
        "from <date> on",
        "(from <date> (on|onward|onwards|forward)|<date> (onward|onwards))",
        _from_on,
        (
            Example("from 2010 on", "2010", None, "2010/.."),
            Example("from May 2016 onwards", "2016-05", None, "2016-05/.."),
        ),
        ("up from May on higher sales",),
    ),
    Rule(
        "2010-present",
        "[from ](<date>|<year:bare>) (to|-|–|—|until|till|through) [the ](present|date)[ day]",
        _to_present,
        (Example("He led it 2010–present", "2010", _DAY, "2010/2016-05-20"),),
    ),
    Rule(
        "until <date>",
        "(until|till|through|up to|as late as) (<date>|<moment:date>)",
        _until,
        (
            Example("until 2020", "2020", None, "../2020"),
            Example("They stay until Thursday", "2016-05-26", _DAY),
            Example("Until Thursday, they had not called him", "2016-05-19", _DAY),
        ),
    ),
    Rule(
        "before <date>",
        "(before|prior to|earlier than|sooner than|no later than|not later than|on or before|"
        "before or in|on or earlier than) (<date>|<moment:date>)",
        _before,
        (Example("before 2018", "2018", None, "../2018"),),
        ("before Tuesday's vote",),
    ),
    Rule(
        "after <date>",
        "(after|later than|on or after|at or after|in or after|later than or at) "
        "(<date>|<moment:date>)",
        _after,
        (Example("after 2010", "2010", None, "2010/.."),),
        ("after Tuesday's vote",),
    ),
    Rule(
        "by <date>",
        "by (<date>|<moment:date>)",
        _by,
        (Example("by June 2017", "2017-06", None, "../2017-06"),),
    ),
)
