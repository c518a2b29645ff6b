"""English words that point to the past or the future of a date near them."""

from __future__ import annotations

import re
from functools import cache

from timeline_app.tagger.language import Cues

_WINDOW = 120  # code points: a long clause


def _any(*phrases: str) -> str:
    """One of several phrases, whole words, with any white space between them."""
    return rf"\b(?:{'|'.join(phrases)})\b".replace(" ", r"\s+")


_MODAL = r"(?:[Ww]ill|won['’]t|shall|would|should|may(?!\s+\d)|might|must|['’]ll)"
# People and plans that look ahead: with "to" after them, what they speak of is still to come.
_INTENT = _any(
    *("agree[ds]?", "plan(?:s|ned|ning)?", "expect(?:s|ed|ing)?", "decid(?:es?|ed)"),
    *("schedul(?:es?|ed)", "propos(?:es?|ed)", "offer(?:s|ed)?", "intend(?:s|ed)?"),
    *("subpoena(?:s|ed)", "order(?:s|ed)", "invit(?:es?|ed)", "vow(?:s|ed)?", "pledg(?:es?|ed)"),
    *("promis(?:es?|ed)", "threaten(?:s|ed)?", "hop(?:es?|ed|ing)", "aim(?:s|ed)?"),
    *("seek(?:s|ing)?", "want(?:s|ed)?", "prepar(?:es?|ed|ing)", "ready", "likely", "set", "due"),
    *("is", "are", "going", "able", "willing", "agreement", "proposal", "bid", "deal", "effort"),
)
# “Banks open Wednesday”: the plain form of a verb, right before a name.
_BASES = "(?:re)?open|close|vote|play|face|return|travel|fly"
_FUTURE = "|".join(
    (
        rf"{_MODAL}(?:\s+[a-z]+){{0,2}}?\s+be(?:\s+[a-z]+ly|\s+still)?\s+[a-z]+",
        rf"{_MODAL}\b",
        r"\bcould\s(?!(?:not|see|hear|feel|only|no|have)\b)[a-z]+",
        r"\bto\s+be\s+(?:[a-z]+ly\s+)?[a-z]+",
        r",\s+to\s+(?!be\b)(?:[a-z]+ly\s+)?[a-z]+",
        rf"{_INTENT}\s+to\s+(?:be\s+)?[a-z]+",
        rf"(?<=[sy,]\s)(?<![tT]his\s)(?<!\b[hH]is\s)(?<!\b[iI]ts\s)(?<!['’]s\s)\b(?:{_BASES})"
        r"(?=\s(?:again\s)?(?:on\s)?[A-Z])",
        r"(?<!\bto\s)(?<!\bnot\s)(?<!n['’]t\s)\b(?:meet|begin|resume)\b",
        _any(
            *("scheduled", "expected", "slated", "payable", "effective", "expires?", "upcoming"),
            *("deadline", "plann(?:ed|ing) (?:for|an?)", "set for", "booked for", "due"),
            *(r"expects? (?:\w+ ){1,4}to", "go(?:es)? (?:to the polls|on sale)"),
            *("(?:is|are) (?:held|launched|published|released|opened|inaugurated)", "flies"),
            *("arrives", "leaves", "heads", "travels", "starts", "resumes", "ends", "faces"),
            *("plays", "visits", "returns", "begins", "opens", "meets", "starting", "beginning"),
            *(
                "kicks? off",
                "forecast for",
                "[A-Za-z]+s (?:open|begin|start|resume|close|kick off)",
            ),
            r"expect(?:s|ing)? (?:an?|the|no|more|further|another)",
            *("(?:[Cc]an|[Cc]ould|[Ss]hall) (?:we|you|I)", "[Ll]et['’]s"),
            r"(?:(?:I|we|they|you)['’](?:m|re)|am|is|are) (?:out|away|off|free|back|busy)",
            *("as (?:soon|early|late) as", "goes into effect", "takes effect", "looks? forward"),
            "no later than",
        ),
    )
)
# What was once planned may be over or still to come.
_PUT_OFF = (
    r"\b(?:first|originally|initially|previously)\s+(?:set|scheduled|planned|slated|due|expected)"
    r"(?:\s+for)?\b"
)
# These point ahead only within their own part of the sentence, up to the next comma.
_AHEAD = _any(
    "ahead of(?! (?:schedule|time))",
    "run-up to",
    "until the",
    r"(?:is|are) (?!being\b|ongoing\b)[a-z]+ing",
)
_ADJECTIVES = (
    "unspecified|preferred|limited|unconfirmed|proposed|planned|need|indeed|speed|united|related|"
    "based|estimated|advanced"
)
_PAST = "|".join(
    (
        r"\bhad\s+been(?:\s+[a-z]+){0,3}",
        r"\bhad\s+[a-z]+",
        _any(
            *("having", "was", "were", "had", "did", "has", "have", "said", "told", "began"),
            *("came", "went", "made", "took", "gave", "fell", "rose", "held", "met", "won"),
            *("lost", "left", "since", "ago", "became", "hit", "struck", "shot", "got", "ran"),
            *("saw", "sent", "spoke", "stood", "wrote", "broke", "brought", "bought", "found"),
            *("sank", "drove", "flew", "rode", "threw", "grew", "knew", "drew", "swept", "built"),
            *("withdrew", "overran", "laid", "fled", "fought", "caught", "sold", "spent", "sought"),
            *("stole", "arose", "froze", "blew", "shook", "chose", "sang", "shrank", "sprang"),
            *(
                "undertook",
                "overthrew",
                "oversaw",
                "tore",
                "swore",
                "dealt",
                "crept",
                "dug",
                "bore",
            ),
            *("kept", "led", "paid", "died", "follows", "took effect", "set (?:off|aside|up|on)"),
            rf"(?!(?:{_ADJECTIVES})\b)[a-z]{{2,}}ed",
        ),
    )
)
_ENDS = r"[.!?]['\"”’)]*\s+(?=[A-Z\"“‘'`])|\n\s*\n"
_OWN = re.compile(r"['’]s?\s+[a-z]|\s(?:decision|ruling|ruled|attacks?|blasts?|accord|bombings?)\b")
_MOVED = re.compile(
    _any("extend(?:ed|s)?", "postponed", "delayed", "put off", "moved", "adjourned")
    + r"[^.;]{0,60}?\b(?:to|until|till|through)\s*$"
)
# “Sunday's race” may be still to come, “Wednesday's ruling” isn't.
_FIXTURE = re.compile(
    r"['’]s?\s+(?:[a-z]+\s){0,2}(?:race|elections?|vote|match|game|meeting|summit|talks|polls?|"
    r"referendum|final|hearing|debate|deadline|concert|ceremony|marathon|launch)\b"
)
# “declared Saturday a day of mourning”
_DECLARED = re.compile(r"\s(?:as\s)?an?\s(?:national\s|public\s|bank\s)?(?:day\sof|holiday)\b")
_HAD_AFTER = re.compile(r",[^.;]{0,60}?\bhad\b")  # “Until Thursday, they had not …”
_IS_ON = re.compile(r"\b(?:is|are)(?: on)? $")  # “the hearing is Thursday”
_LIMIT = re.compile(r"\b(?:by|until|till)(?:\s+the)?\s*$", re.IGNORECASE)
# “By the Tuesday deadline” says nothing of its time, “by Tuesday” does.
_LIMIT_OF_NOUN = re.compile(r"\b(?:by|until|till)\s+the\s$", re.IGNORECASE)
_NOUN = re.compile(r"\s[a-z]{3,}")
_REPORT = re.compile(
    r"\b(?:said|says|told|announced|reported|added|warned|confirmed|according to \w+)"
    r"(?:\s+\w+){0,2}\s+(?:on|late|early|earlier)?\s*$"
)


@cache
def _cues() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<open>{_PUT_OFF})|(?P<future>{_FUTURE})|(?P<ahead>{_AHEAD})|(?P<past>{_PAST})|(?P<end>{_ENDS})"
    )


def direction(text: str, start: int, end: int) -> tuple[int, str]:
    """-1 past, 1 future, 0 unknown, from the nearest verb or cue; and that word.

    The verb before the date decides; at the start of a sentence the first verb after it. Text in
    capitals is read like any other.
    """
    if text[start:end].isupper() and text[max(0, start - _WINDOW) : start].isupper():
        first = max(0, start - _WINDOW)
        shouted = text[first : end + _WINDOW]
        if len(shouted.lower()) == len(shouted):
            return direction(shouted.lower(), start - first, end - first)
    if _DECLARED.match(text, end):
        return 1, "a day of"
    if _OWN.match(text, end) and not _FIXTURE.match(text, end):
        return -1, text[end : end + 2]
    if _MOVED.search(text, max(0, start - _WINDOW), start):
        return 1, "to a later date"
    nearest = _nearest_before(text, start, end)
    if _IS_ON.search(text, max(0, start - 12), start):
        return 1, "is"
    limited = _limited(text, start, end, nearest)
    if limited is not None:
        return limited
    if nearest is None:
        nearest = _cues().search(text, end, end + _WINDOW)
    if nearest is None or nearest["end"] or nearest["open"]:
        return 0, ""
    return (-1 if nearest["past"] else 1), nearest.group()


def _limited(
    text: str, start: int, end: int, nearest: re.Match[str] | None
) -> tuple[int, str] | None:
    """Direction of a date after “by” or “until”; None where these say nothing."""
    limit = _LIMIT.search(text, max(0, start - 14), start)
    if limit is None:
        return None
    if _LIMIT_OF_NOUN.search(text, max(0, start - 14), start) and _NOUN.match(text, end):
        return (0, "") if nearest is None else None
    if _HAD_AFTER.match(text, end):
        return -1, "had"
    if nearest is None and (told := _told_after(text, end)):
        return -1, told
    return None if _was_over(nearest, start) else (1, limit.group().strip())


def _nearest_before(text: str, start: int, end: int) -> re.Match[str] | None:
    """The last cue of the same sentence before a place."""
    nearest: re.Match[str] | None = None
    main: re.Match[str] | None = None  # the verb that “as soon as” hangs on
    # One character more than there is before, so that a new sentence's capital is seen.
    for match in _cues().finditer(text, max(0, start - _WINDOW), start + 1):
        if match.end() > start or (match["ahead"] and "," in text[match.end() : start]):
            continue
        if nearest is not None and text.endswith("day", start, end) and _is_noun(match, text):
            continue
        if main is not None and match["past"]:
            nearest, main = main, None
            continue
        main = nearest if match.group().startswith("as soon") else None
        nearest = None if match["end"] else match
    return nearest


_DETERMINED = re.compile(
    r"(?:\b(?:the|their|its|his|her|our|an?)|['’]s)\s(?:[a-z-]+\s){0,2}$", re.IGNORECASE
)
_NOUNS = re.compile(r"(?:offer|plan|bid|deal|agreement|proposal|effort|pledge|order|promise)s?\s")


def _is_noun(match: re.Match[str], text: str) -> bool:
    """“extended their offers to buy it Friday”: on a weekday falls what the verb before it says."""
    if not _NOUNS.match(match.group()):
        return False
    return _DETERMINED.search(text, max(0, match.start() - 32), match.start()) is not None


def _told_after(text: str, end: int) -> str:
    """The verb of “By August the plant was finished”; "" where it looks ahead."""
    for match in _cues().finditer(text, end, end + _WINDOW):
        if match["end"] or match["future"] or match["ahead"]:
            return ""
        if match.group() not in {"said", "told"}:
            return match.group()
    return ""


def _was_over(nearest: re.Match[str] | None, start: int) -> bool:
    """“had filed reports by Wednesday”."""
    return nearest is not None and nearest.group().startswith("had") and start - nearest.end() < 40


_ASIDE = re.compile(
    r"\b(?:after|from|than|below|above|with|versus)\s(?:an?\s|the\s|its\s)?(?:[a-z]+\s){0,2}$",
    re.IGNORECASE,
)


_FUNCTION_WORDS = {
    *("the", "of", "and", "to", "in", "that", "is", "was", "for", "on", "with", "as", "by"),
    *("at", "from", "it", "has", "had", "he", "his", "which", "but", "not", "are", "this"),
}
_OF_ANY_TIME = re.compile(_any("would", "should", "might", "could", "[a-z]+ed"))
_BACKGROUND = re.compile(
    r"(?:\b(?:which|who|whose|whom|where|when|since|last|first|than|unlike|ever)\b[^.!?;\n]{0,80}|"
    r"\b(?:the|an?|his|her|its|their)\s|\()$",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"(?:^|[.!?:]['\"”’)]*\s+|\n\s*)(?:(?:(?:Early |Late )?[Ii]n|By|During)\s"
    r"(?:the\s(?:year|spring|summer|autumn|fall|winter)\s(?:of\s)?)?)?$"
)
CUES = Cues(
    direction, _REPORT, _ASIDE, _OF_ANY_TIME, _BACKGROUND, _LEAD, frozenset(_FUNCTION_WORDS)
)
