"""Periods as companies report them: quarters, fiscal years, the year-earlier period."""

from __future__ import annotations

import re

from timeline_app.domain.timevalue import Mod
from timeline_app.tagger.en.lexicon import MONTHS, WEAK_MONTHS
from timeline_app.tagger.figures import two_digit_year
from timeline_app.tagger.partials import (
    CalendarDate,
    Duration,
    From,
    Partial,
    PartOfYear,
    Qualified,
    Shift,
    Unit,
    Within,
    quarter_ending,
)
from timeline_app.tagger.rules import Example, Match, Rule

_NOV = "2015-11-02"


_FIGURES = (
    r"\s(?:[a-z]+\s)?(?:profits?|earnings|results|sales|revenues?|net|loss(?:es)?|income|figures|"
    r"growth|orders|output|exports)\b"
)
_IN_REPORT = re.compile(_FIGURES)
_REPORTED_OF = re.compile(r"['’]s" + _FIGURES)


def _in_report(match: Match) -> bool:
    """Whether figures of a business follow: “H1 profit”."""
    return _IN_REPORT.match(match.after()) is not None


_ENDED = re.compile(r"\s(?:ended|ending|to|which ended|that ended)\s([A-Z][a-z]{2})")
_QUARTER_ENDED = re.compile(r"\b(?:quarter|period|three months)\s(?:ended|ending)\s([A-Z][a-z]{2})")
_FURTHER_ON = 320  # code points: the next sentence or two


def _end_month(match: Match, fiscal: bool) -> int | None:
    """The month with which a quarter is said to end, beside it or, if fiscal, further on."""
    found = _ENDED.match(match.after()) or (
        _QUARTER_ENDED.search(match.after(_FURTHER_ON)) if fiscal else None
    )
    if found is None:
        return None
    name = found[1].lower()
    return MONTHS.get(name) or WEAK_MONTHS.get(name)


def _quarter(match: Match) -> Partial | None:
    number = match.get("ordinal") or match.get("number")
    if not 1 <= number <= 4 or re.match(r"[- ](?:back|final)", match.after()):
        return None
    fiscal = match.has("fiscal") or match.has("fy")
    return PartOfYear("quarter", number, _year_of(match), fiscal, ends=_end_month(match, fiscal))


def _quarter_of(match: Match) -> Partial | None:
    inner = PartOfYear("quarter", match["ordinal"])
    if not 1 <= match["ordinal"] <= 4:
        return None
    if match.has("next"):
        return Within(inner, Shift("year", 1))
    return Within(inner, Shift("year", 0 if match.has("this") else -1))


def _year_of(match: Match) -> int | None:
    """The year in four figures or two."""
    year: int | None = match.get("year")
    short = match.get("yy")
    return two_digit_year(short) if year is None and short is not None else year


def _half(match: Match) -> Partial | None:
    number = match.get("ordinal") or match.get("number") or 2
    year = _year_of(match)
    if not 1 <= number <= 2 or (year is None and match.has("h") and not _in_report(match)):
        return None
    inner = PartOfYear("half", number, year)
    frame = match.get("year_date")
    return Within(inner, frame) if frame else inner


def _year_ago_period(match: Match) -> Partial | None:
    """“the year-earlier quarter”: what is spoken of, one year back."""
    ordinal = match.get("ordinal")
    if ordinal is not None:
        return Within(PartOfYear("quarter", ordinal), Shift("year", -1)) if ordinal <= 4 else None
    return _a_year_back(match)


def _a_year_back(match: Match) -> Partial:
    """A year before the period spoken of; “the year-ago quarter” is a quarter."""
    sort: Unit | None = "quarter" if match.has("quarter") else None
    return Shift("year", -1, From.STORY, same_sort=True, sort=sort)


def _months_year_ago(match: Match) -> Partial:
    return Duration(((match["number"], match["units"]),), reported=True)


def _period_of_year(match: Match) -> Partial:
    """“the 1988 period”: the period spoken of, in that year."""
    return Within(Shift("period", 0, From.NEAR), CalendarDate(match["year"]))


def _reported_quarter(match: Match) -> Partial | None:
    """“this quarter's loss” is that of the quarter reported on."""
    return Shift("period", 0, From.STORY) if _REPORTED_OF.match(match.after()) else None


def _latest(match: Match) -> Partial | None:
    unit = match["one_unit"]
    if unit == "year":
        return Shift("year", -1 if match.has("latest") else 0)
    if unit == "quarter":
        return Shift("quarter", 0) if match.has("current") else Shift("period", 0, From.STORY)
    return Shift(unit, 0, From.STORY) if unit in {"month", "week"} else None


def _latest_period(match: Match) -> Partial:
    return Shift("period", 0, From.STORY)


def _some_months(match: Match) -> Partial | None:
    count = match["number"]
    if not 1 < count < 1000 or re.match(r"['’]?\sWar\b", match.after()):
        return None
    unit = match["units"]
    reported = unit == "month" and count >= 3 and not match.has("next")
    return Duration(((count, unit),), reported=reported)


def _fiscal_year(match: Match) -> Partial:
    return CalendarDate(_year_of(match))


def _mid_year(match: Match) -> Partial:
    return Qualified(Shift("year", 0), Mod.MID)


def _year_end(match: Match) -> Partial | None:
    """“since year-end” counts from the end of the year before; “year's end” is no one day."""
    if re.match(r"\s(?:net|bonus|bonuses|results|sales|profits?|accounts|review)\b", match.after()):
        return None
    if match.has("'s") or not match.has("-"):
        return Qualified(Shift("year", 0, From.NEAR), Mod.END)
    over = re.search(r"\b(?:since|from|at last)\s$", match.before())
    return Within(CalendarDate(month=12, day=31), Shift("year", -1 if over else 0))


def _two_quarters(match: Match) -> Partial:
    return PartOfYear("half", 1 if match.has("first") else 2, match.get("year"))


_COMPARED = re.compile(r"\bcompare[ds]?\s(?:with|to)\b[^.;]{0,70}\s$")
_SUM_AFTER = re.compile(r"['’]s\s(?:[$£€#¥]|[A-Z]{1,3}\$)\d")


def _compared_year(match: Match) -> Partial | None:
    """“compared with $6 million last year”: a report holds a quarter against a quarter."""
    if not _COMPARED.search(match.before(96)) and not _SUM_AFTER.match(match.after()):
        return None
    return Shift("year", -1, From.NEAR, same_sort=True)


def _bare_half(match: Match) -> Partial | None:
    """“first-half profit”; by itself a half may be a match's."""
    if match["ordinal"] > 2 or not _IN_REPORT.match(match.after()):
        return None
    return PartOfYear("half", match["ordinal"])


_OF_BUSINESS = re.compile(
    r"(?:\b(?:profits?|sales|earnings|revenues?|growth|demand|econom\w+|costs|prices|orders|exports|"
    r"shipments|margins|quarter|fiscal|forecasts?|inflation|results)\b|%|[$£€]\d)",
    re.IGNORECASE,
)
_OF_A_MATCH = re.compile(
    r"\b(?:goals?|scor\w+|match|game|halftime|half-time|team|coach|minutes?|penalty|pitch|kick\w*)\b",
    re.IGNORECASE,
)
_WITHIN_HALF = re.compile(r"\b(?:in|for|during|through|into|of|by)\s$", re.IGNORECASE)


def _half_of_year(match: Match) -> Partial | None:
    """“sales will grow in the second half”; a match has halves too."""
    number = match.get("ordinal") or 2
    before, after = match.before(160), match.after(80)
    if number > 2 or not _WITHIN_HALF.search(before) or re.match(r"\sof\b", after):
        return None
    if not _OF_BUSINESS.search(before + after) or _OF_A_MATCH.search(before + after):
        return None
    return PartOfYear("half", number)


def _latent_half(match: Match) -> Partial | None:
    number = match.get("ordinal") or 2
    return PartOfYear("half", number) if number <= 2 else None


def _month_quarter(match: Match) -> Partial | None:
    """“the March quarter”: the one that ends in March."""
    return PartOfYear("quarter", match["month"] // 3) if match["month"] % 3 == 0 else None


def _months_quarter(match: Match) -> Partial | None:
    """“the October-December quarter”; a company's own three months lie where they end."""
    first, last = match["first"], match["last"]
    if (first + 1) % 12 + 1 != last:
        return None
    own = last % 3 != 0
    return PartOfYear(
        "quarter", quarter_ending(last), match.get("year"), ends=last if own else None
    )


_FIRST = "(<month:first>|<month_weak:first>)"
_LAST = "(<month:last>|<month_weak:last>)"
_PERIOD = "(period|quarter)"
RULES = (
    Rule(
        "the <ordinal> quarter[ of <year>]",
        "([the ][fiscal ]<ordinal> [fiscal ]quarter|[fiscal ]<ordinal> - quarter)"
        "[ [(of|in) ][fiscal ]<year>]",
        _quarter,
        (
            Example("the third quarter of 1988", "1988-Q3"),
            Example("fourth-quarter profit", "2015-Q4", "2016-02-03"),
            Example("the fiscal second quarter", "2015-Q2", _NOV),
            Example("its fourth quarter ended Aug. 26", "2015-Q4 2015-08-26", _NOV, "2015-35"),
            Example(
                "earned $5 million in the fiscal first quarter. Sales for the quarter ended "
                "Sept. 29 fell; in the quarter it lost more than in the 2014 period",
                "2015-Q1 2015-Q1 2015-09-29 2015-Q1 2014-Q1",
                _NOV,
                "2015-35",
            ),
        ),
    ),
    Rule(
        "the 1988 third quarter",
        "[the ][fiscal ]<year> [fiscal ]<ordinal>_quarter",
        _quarter,
        (Example("the 1988 third quarter", "1988-Q3"),),
    ),
    Rule(
        "Q3[ <year>]",
        "q~<number>[[ ,] (fy~<year>|fy <year>|of [fiscal ]<year>|fiscal <year>|<year>)|"
        " ('|’) ~<yy>]",
        _quarter,
        (
            Example("Q3 2015", "2015-Q3"),
            Example("Q1 FY2016", "2016-Q1"),
            Example("Q4'15", "2015-Q4"),
        ),
    ),
    Rule(
        "3Q 2015",
        "<number>~q(~<yy>| <year>| ('|’) ~<yy>)",
        _quarter,
        (Example("3Q 2015", "2015-Q3"), Example("2Q15", "2015-Q2")),
    ),
    Rule("<year> Q3", "<year>[ -] q~<number>", _quarter, (Example("2015 Q3", "2015-Q3"),)),
    Rule(
        "(last|this|next) year's third quarter",
        "(last|this|next) year ~'s <ordinal>_quarter",
        _quarter_of,
        (Example("this year's third quarter", "2015-Q3", _NOV),),
    ),
    Rule(
        "the (first|second|last|latter) half of <year>",
        "[the ](<ordinal>|last|latter)_half (of [the |fiscal |calendar ]<year>)",
        _half,
        (Example("the last half of 1989", "1989-H2"),),
    ),
    Rule(
        "H1 <year>",
        "(h~<number>[[ ,] <year>| ('|’) ~<yy>]|<year>[ -] h~<number>|<year>~h~<number>|"
        "<number>~h( <year>|~<yy>))",
        _half,
        (
            Example("H1 2016", "2016-H1"),
            Example("2016H2", "2016-H2"),
            Example("1H 2016", "2016-H1"),
            Example("1H16", "2016-H1"),
            Example("H1 profit", "2015-H1", _NOV),
        ),
        ("H2 is a gas", "H0 was set", "the H1 road"),
    ),
    Rule(
        "the year-earlier quarter",
        "([the |a ][comparable |corresponding |same ]year_(earlier|ago)"
        f"[ (fiscal|comparable)][ <ordinal>]_{_PERIOD}|year_(earlier|ago))",
        _year_ago_period,
        (
            Example(
                "third-quarter profit rose from the year-earlier quarter", "2015-Q3 2014-Q3", _NOV
            ),
            Example("the year-ago third quarter", "2014-Q3", _NOV),
            Example(
                "After a flat second quarter, third-quarter profit rose from the year-ago period",
                "2015-Q2 2015-Q3 2014-Q3",
                _NOV,
            ),
            Example(
                "Third-quarter net rose. It split in May. In the year-ago quarter, the second "
                "quarter ended Oct. 31, it lost $2 million",
                "2015-Q3 2015-05 2014-Q3 2014-Q2 2014-10-31",
                _NOV,
            ),
        ),
    ),
    Rule(
        "the year-earlier nine months",
        "the year_(earlier|ago) <number> <units>",
        _months_year_ago,
        (Example("the year-earlier nine months", "P9M", _NOV),),
    ),
    Rule(
        "the 1988 period",
        f"([the ][fiscal ]<year> {_PERIOD}|"
        f"[the ](same|comparable|corresponding) {_PERIOD} (of|in) [fiscal ]<year>)",
        _period_of_year,
        (
            Example("third-quarter profit rose from the 2014 period", "2015-Q3 2014-Q3", _NOV),
            Example("third-quarter profit, as in the same period of 2014", "2015-Q3 2014-Q3", _NOV),
            Example("40 cases, as in the same period of 2014", "2014", _NOV),
        ),
    ),
    Rule(
        "first-half profit",
        "<ordinal>_half",
        _bare_half,
        (Example("first-half profit rose", "2015-H1", _NOV),),
        ("He scored in the first half", "the second half opened"),
    ),
    Rule(
        "in the second half",
        "the (<ordinal>|last|latter)_half",
        _half_of_year,
        (
            Example("Sales are expected to grow in the second half", "2016-H2", "2016-03-01"),
            Example("Prices fell 3% in the first half", "2015-H1", _NOV),
        ),
        ("He scored in the second half", "the second half of the game", "in the second half"),
    ),
    Rule("the second half", "[the ](<ordinal>|last|latter)_half", _latent_half, latent=True),
    Rule(
        "the March quarter",
        "[the ](<month>|<month_weak:month>)_quarter",
        _month_quarter,
        (Example("in the March quarter", "2015-Q1", _NOV),),
        ("the May quarter",),
    ),
    Rule(
        "the October-December quarter",
        f"[the ]{_FIRST} (-|–|to) {_LAST}_{_PERIOD}[ [of ]<year>]",
        _months_quarter,
        (
            Example("in the October-December quarter", "2014-Q4", "2015-02-03"),
            Example("in the January–March quarter of 2012", "2012-Q1"),
        ),
        ("the May-December period",),
    ),
    Rule(
        "the corresponding period last year",
        f"[the ][same |comparable |corresponding |like |similar ]{_PERIOD} (last year|of last year|"
        "a year ago|a year earlier|of the previous year|the year before|in the previous year|"
        "of the prior year|the previous year|one year earlier|of the last year|in the prior year|"
        "the prior year)",
        _a_year_back,
        (
            Example(
                "third-quarter profit rose from the same period last year", "2015-Q3 2014-Q3", _NOV
            ),
        ),
    ),
    Rule(
        "last year's quarter",
        f"last year ~'s {_PERIOD}",
        _a_year_back,
        (Example("third-quarter profit rose from last year's quarter", "2015-Q3 2014-Q3", _NOV),),
    ),
    Rule(
        "the latest <unit>",
        "the (latest|most recent|recent|current|recently ended)[ fiscal] <one_unit>",
        _latest,
        (Example("third-quarter profit; in the latest quarter", "2015-Q3 2015-Q3", _NOV),),
    ),
    Rule(
        "the latest period",
        "[the ](latest|most recent|current|same) period",
        _latest_period,
        (Example("third-quarter profit; the latest period", "2015-Q3 2015-Q3", _NOV),),
    ),
    Rule(
        "the first nine months",
        "the[ (first|latest|final|recent|full|initial)] <number> <units>",
        _some_months,
        (Example("the first nine months", "P9M", _NOV), Example("the six months ended", "P6M")),
    ),
    Rule(
        "fiscal <year>",
        "((fiscal|financial)[ year] <year>|fy <year>|fy~<year>|fy~<yy>|fy ('|’) ~<yy>)",
        _fiscal_year,
        (
            Example("in fiscal 1989", "1989"),
            Example("FY2010", "2010"),
            Example("FY16", "2016"),
        ),
    ),
    Rule(
        "year-end",
        "[the ](year_end|year ~'s end)",
        _year_end,
        (
            Example("by year-end", "2015-12-31", _NOV),
            Example("by year's end", "2015", _NOV, "../2015~"),
            Example("In 1944 it moved; by year's end it was over", "1944 1944", _NOV),
            Example("by year end", "2015", _NOV, "../2015~"),
            Example("It rose since year-end", "2014-12-31", _NOV),
        ),
    ),
    Rule(
        "mid-year",
        "(mid_year|midyear)",
        _mid_year,
        (Example("by mid-year", "2015", _NOV, "../2015~"),),
    ),
    Rule(
        "the (first|last) two quarters[ of <year>]",
        "[the ](first|last) two quarters[ of <year>]",
        _two_quarters,
        (Example("through the first two quarters of 1990", "1990-H1"),),
    ),
    Rule(
        "this quarter's loss",
        "this quarter",
        _reported_quarter,
        (
            Example(
                "It lost $8 million in the third quarter. This quarter's loss includes a charge",
                "2015-Q3 2015-Q3",
                _NOV,
            ),
        ),
        ("It will pay this quarter",),
    ),
    Rule(
        "compared with last year",
        "last year",
        _compared_year,
        (
            Example(
                "In the third quarter it lost $2 million, compared with $6 million last year",
                "2015-Q3 2014-Q3",
                _NOV,
            ),
            Example(
                "Third-quarter sales rose from last year's $6 million", "2015-Q3 2014-Q3", _NOV
            ),
            Example("It had 12 members, compared with six last year", "2014", _NOV),
        ),
        ("It opened last year",),
    ),
)
