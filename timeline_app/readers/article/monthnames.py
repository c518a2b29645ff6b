"""Month names of other European languages to English ones, for dates that databases write out."""

from __future__ import annotations

import re
from functools import cache

_ENGLISH = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]

# Full names and usual abbreviations after CLDR 46, in the order of the months; `/` parts variants.
_NAMES = (
    "januar/jänner/jan februar/feber/feb märz/maerz/mrz april/apr mai juni/jun juli/jul august/aug"
    " september/sep/sept oktober/okt november/nov dezember/dez",
    "janvier/janv février/fevrier/févr/fevr mars avril/avr mai juin juillet/juil août/aout"
    " septembre octobre/oct novembre décembre/decembre/déc",
    "enero/ene febrero/feb marzo abril/abr mayo junio julio agosto/ago septiembre/setiembre octubre"
    " noviembre diciembre/dic",
    "gennaio/gen febbraio/febbr marzo aprile maggio/mag giugno/giu luglio/lug agosto"
    " settembre/sett ottobre/ott novembre dicembre",
    "janeiro fevereiro/fev março/marco abril maio junho julho agosto setembro outubro novembro"
    " dezembro",
    "januari februari maart/mrt april mei juni juli augustus september oktober november december",
    "januari februari mars april maj juni juli augusti september oktober november december",
    "januar februar mars/marts april mai/maj juni juli august september oktober november desember",
)


def _table() -> dict[str, str]:
    table: dict[str, str] = {}
    for line in _NAMES:
        for month, variants in zip(_ENGLISH, line.split(), strict=True):
            for name in variants.split("/"):
                table.setdefault(name, month)
    return table


_MONTHS = _table()
_IN_ENGLISH = {"sept"} | {word.lower()[:end] for word in _ENGLISH for end in (3, None)}
_ANY = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DAY_DOT = re.compile(r"(?<!\d)(\d{1,2})\.\s+(?=[^\W\d_])")
_OF = re.compile(r"\b(?:de|del|di|den|der|le|el|du|vom)\b", re.I)


@cache
def _word() -> re.Pattern[str]:
    """Months; a number stands beside each, or it may be any word."""
    return re.compile(
        rf"(?<=\d)((?:\.|st)?\s+(?:de\s+)?)({_ANY})\b\.?"
        rf"|\b()({_ANY})\b\.?(?=\s+(?:de\s+)?\d)",
        re.I,
    )


def is_month(word: str) -> bool:
    """True for a month's name or usual abbreviation, without its dot, in any of these languages."""
    known = word.lower()
    return known in _MONTHS or known in _IN_ENGLISH


def in_english(words: str) -> str:
    """A date with its month in English: `7. Juli 2020` and `7 de julio de 2020` as `7 July 2020`.

    Words without such a month come back as they are.
    """
    named, count = _word().subn(_month, words)
    if not count:
        return words
    return " ".join(_DAY_DOT.sub(r"\1 ", _OF.sub(" ", named)).split())


def _month(match: re.Match[str]) -> str:
    return (match[1] or "") + _MONTHS[(match[2] or match[4]).lower()]
