"""English words that point to the past or the future of a date near them."""

from __future__ import annotations

import re
from functools import cache

from timeline_app.tagger.language import Cues

_MODAL = r"(?:[Ww]ill|won['’]t|shall|would|should|may|might|must|['’]ll)"
# People and plans that look ahead: with "to" after them, what they speak of is still to come.
_INTENT = (
    r"agree[ds]?|plan(?:s|ned|ning)?|expect(?:s|ed|ing)?|decid(?:es?|ed)|schedul(?:es?|ed)|"
    r"propos(?:es?|ed)|offer(?:s|ed)?|intend(?:s|ed)?|subpoena(?:s|ed)|order(?:s|ed)|invit(?:es?|ed)|"
    r"vow(?:s|ed)?|pledg(?:es?|ed)|promis(?:es?|ed)|threaten(?:s|ed)?|hop(?:es?|ed|ing)|ready|"
    r"likely|set|due|aim(?:s|ed)?|seek(?:s|ing)?|is|are|want(?:s|ed)?|prepar(?:es?|ed|ing)|"
    r"going|able|agreement|plans|proposal|bid|deal|effort|willing"
)
_FUTURE = (
    rf"{_MODAL}(?:\s+[a-z]+){{0,2}}?\s+be(?:\s+[a-z]+ly|\s+still)?\s+[a-z]+|{_MODAL}\b|"
    rf"\bto\s+be\s+(?:[a-z]+ly\s+)?[a-z]+|\b(?:{_INTENT})\s+to\s+[a-z]+|"
    r"\b(?:scheduled|expected|slated|payable|effective|expires?|upcoming|deadline|plann(?:ed|ing)\s+(?:for|an?)|set\s+for|booked\s+for|"
    r"expects?\s+(?:[a-z]+\s+){1,3}to|"
    r"(?:flies|arrives|leaves|heads|travels|starts|resumes|ends|faces|plays|visits|returns|expire)|"
    r"(?:is|are)\s+(?:held|launched|published|released|opened|inaugurated)|go(?:es)?\s+(?:to\s+the\s+polls|on\s+sale)|"
    r"as\s+(?:soon|early|late)\s+as|starting|beginning|goes\s+into\s+effect|takes\s+effect|"
    r"looks?\s+forward|no\s+later\s+than|is\s+due|are\s+due|due|begins|opens|meets?)\b"
)
# These point ahead only within their own part of the sentence, up to the next comma.
_AHEAD = r"\b(?:ahead\s+of|run-up\s+to|until\s+the|(?:is|are)\s+(?!being\b|ongoing\b)[a-z]+ing)\b"
_PAST = (
    r"\bhad\s+been(?:\s+[a-z]+){0,3}|\bhad\s+[a-z]+|\bhaving\b|\b(?:was|were|had|did|said|told|began|came|went|made|"
    r"took|gave|fell|rose|held|met|won|lost|left|since|ago|became|hit|struck|shot|got|ran|saw|"
    r"sent|spoke|stood|wrote|broke|brought|bought|found|kept|led|paid|set\s+(?:off|aside|up|on)|has|"
    r"have|died|follows|(?!(?:unspecified|preferred|limited|unconfirmed|proposed|planned|need|"
    r"indeed|speed|united|related|based|estimated|advanced)\b)[a-z]{2,}ed)\b"
)
_WINDOW = 120
_ENDS = r"[.!?]['\"”’)]*\s+(?=[A-Z\"“‘'`])|\n\s*\n"
_OWN = re.compile(r"['’]s?\s+[a-z]|\s(?:decision|ruling|ruled|attacks?|blasts?|accord|bombings?)\b")
_MOVED = re.compile(
    r"\b(?:extend(?:ed|s)?|postponed|delayed|put\s+off|moved|adjourned)\b[^.;]{0,60}?"
    r"\b(?:to|until|till|through)\s*$"
)
# “Sunday's race” may be still to come, “Wednesday's ruling” isn't.
_FIXTURE = re.compile(
    r"['’]s?\s+(?:[a-z]+\s){0,2}(?:race|elections?|vote|match|game|meeting|summit|talks|polls?|"
    r"referendum|final|hearing|debate|deadline|concert|ceremony|marathon|launch)\b"
)
_LIMIT = re.compile(r"\b(?:by|until|till)(?:\s+the)?\s*$", re.IGNORECASE)


@cache
def _cues() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<future>{_FUTURE})|(?P<ahead>{_AHEAD})|(?P<past>{_PAST})|(?P<end>{_ENDS})"
    )


def direction(text: str, start: int, end: int) -> tuple[int, str]:
    """-1 past, 1 future, 0 unknown, from the nearest verb or cue; and that word.

    The verb before the date decides; at the start of a sentence the first verb after it.
    """
    if _OWN.match(text, end) and not _FIXTURE.match(text, end):
        return -1, text[end : end + 2]
    nearest: re.Match[str] | None = None
    # One character more than there is before, so that a new sentence's capital is seen.
    for match in _cues().finditer(text, max(0, start - _WINDOW), start + 1):
        if match.end() <= start and not (match["ahead"] and "," in text[match.end() : start]):
            nearest = None if match["end"] else match
    if _MOVED.search(text, max(0, start - _WINDOW), start):
        return 1, "to a later date"
    limit = _LIMIT.search(text, max(0, start - 14), start)
    done = nearest is not None and nearest.group().startswith("had") and start - nearest.end() < 40
    if limit and not done:
        return 1, limit.group().strip()
    if nearest is None:
        nearest = _cues().search(text, end, end + _WINDOW)
    if nearest is None or nearest["end"]:
        return 0, ""
    return (-1 if nearest["past"] else 1), nearest.group()


_FUNCTION_WORDS = {
    *("the", "of", "and", "to", "in", "that", "is", "was", "for", "on", "with", "as", "by"),
    *("at", "from", "it", "has", "had", "he", "his", "which", "but", "not", "are", "this"),
}
_REPORT = re.compile(
    r"\b(?:said|says|told|announced|reported|added|warned|confirmed|according to \w+)"
    r"(?:\s+\w+){0,2}\s+(?:on|late|early|earlier)?\s*$"
)


def is_report(text: str, start: int) -> bool:
    """True for “said on Tuesday”: such a date doesn't move the story."""
    return _REPORT.search(text, max(0, start - 48), start) is not None


CUES = Cues(direction, is_report, frozenset(_FUNCTION_WORDS))
