"""Words put back together: spacing, loose marks, capitals, cuts."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from timeline_app.extract.grammar import lexicon as lex
from timeline_app.extract.grammar.words import Word

_SPACE_BEFORE_MARK = re.compile(r"\s+([,;:.!?%)\]”’])")
_LOOSE_APOSTROPHE = re.compile(
    r"(?<=\w) (['’])(?: (?=(?:s|re|ve|ll|t|d|m)\b))|(?<=s) (['’])(?= \w)"
)
_TIDY = re.compile(r"\w+(?:[ -]\w+)*")
# Without any of these there is nothing to tidy but the edges.
_ROUGH = re.compile(
    r"[^\S ]|[“”\"()\[\]«»]|\s[\s,;:.!?%’']|[,;:]\s*[,;:]"
    r"|, (?:meanwhile|however|though|too|also|therefore|moreover) ?,"
)
_IDLE_ASIDE = re.compile(r"\s*, (?:meanwhile|however|though|too|also|therefore|moreover) ?, ")
_SPACES = re.compile(r"\s+")
_FEWEST_QUOTED = 4  # words
LONGEST = 80  # characters of a title
_EDGES = " ,;:—–―-…/"
_PAIRS = (("“", "”"), ("(", ")"), ("[", "]"), ("«", "»"))
_EMPTY_PAIR = re.compile(r"“\s*”|\"\s*\"|\(\s*\)|\[\s*\]|«\s*»")
_BEFORE_DATES = {"due", "effective", "dated", "starting", "beginning", "ending", "ended"}
_PRONOUN_AND_HELPER = re.compile(r"^(?:I|we|you|they|he|she|it)['’](?:re|ve|ll|m|d|s)$", re.I)
_BE = lex.BE_FINITE | lex.BE_OTHER
_DANGLING = (
    (lex.PREPOSITIONS - {"out", "off", "up", "over", "about", "in", "on", "down", "aside"})
    | lex.DETERMINERS - {"another", "all", "both", "several", "many", "some", "few", "this", "that"}
    | lex.POSSESSIVES - {"her", "his"}
    | lex.COORDINATORS
    | lex.RELATIVES
    | lex.BE_FINITE
    | lex.HAVE
    | lex.MODALS
    | {"to", "that", "as", "of", "with", "and", "such", "according", "including", "rather"}
    | {"a.m", "per", "than", "not", "be", "been", "being", "so", "too", "very", "more", "less"}
)


def rendered(
    text: str, words: list[Word], indices: Sequence[int], replaced: Mapping[int, str] | None = None
) -> str:
    """The chosen words with the text's own spacing; `replaced` gives other words for some."""
    parts: list[str] = []
    previous = None
    for index in indices:
        word = words[index]
        wording = replaced.get(index, word.text) if replaced else word.text
        glued = previous == index - 1 and words[index - 1].span.end >= word.span.start
        if parts and not glued:
            parts.append(" ")
        parts.append(wording)
        previous = index
    return tidied("".join(parts))


def tidied(title: str) -> str:
    """Single spaces, no marks at the edges, no empty pair of marks and no half of one."""
    if _TIDY.fullmatch(title):
        return title
    if "`" in title or "''" in title:
        title = title.replace("``", "“").replace("''", "”")
    if "`" in title and not re.search(r"`[^`]*'", title):
        title = title.replace("`", "")
    if not _ROUGH.search(title):
        return _without_full_stop(title.strip(_EDGES))
    title = _LOOSE_APOSTROPHE.sub(lambda match: match[0].strip(), title)
    title = _IDLE_ASIDE.sub(" ", _EMPTY_PAIR.sub("", title))
    title = _SPACE_BEFORE_MARK.sub(r"\1", _SPACES.sub(" ", title)).strip(_EDGES)
    title = re.sub(r"([,;:])(?:\s*[,;:])+", r"\1", title)
    for opening, closing in _PAIRS:
        if opening == "“" and _is_cut_quotation(title):
            title = f"{title.rstrip(_EDGES)}”"
        if title.count(opening) != title.count(closing):
            title = title.replace(opening, "").replace(closing, "")
    title = re.sub(r",(?=[”\"]$)", "", title)
    if title.count('"') % 2:
        title = title.replace('"', "")
    title = _SPACES.sub(" ", title).strip(_EDGES)
    return _without_full_stop(title)


def _is_cut_quotation(title: str) -> bool:
    """True where the last quotation has no end and is long enough to stand as one."""
    if title.count("“") != title.count("”") + 1:
        return False
    return len(title.rpartition("“")[2].split()) >= _FEWEST_QUOTED


def _without_full_stop(title: str) -> str:
    if not title.endswith("."):
        return title
    abbreviated = re.search(r"(?:\b[^\W\d_]|\b(?:Inc|Corp|Co|Ltd|Jr|Sr))\.$", title)
    return title if abbreviated else title[:-1].rstrip(_EDGES)


def dangling_cut(title: str) -> str:
    """Without prepositions, articles and conjunctions left over at the end."""
    words = title.split(" ")
    while len(words) > 1 and _dangles(words[-1]):
        words.pop()
    while len(words) > 2 and words[-1] in _BEFORE_DATES and words[-2].lower() not in _BE:
        words.pop()
    return " ".join(words).strip(_EDGES)


def _dangles(word: str) -> bool:
    """True for `of`, `the`, `and`, `we're`; not for the month of May."""
    if word == "May":
        return False
    return word.lower().strip(",") in _DANGLING or _PRONOUN_AND_HELPER.search(word) is not None


def shortest_word_cut(title: str, longest: int) -> str:
    """Cut between words with an ellipsis: the last resort."""
    title = tidied(title)
    if len(title) <= longest:
        return title
    words = dangling_cut(title[: longest - 1].rsplit(" ", 1)[0]).split(" ")
    while len(words) > 2 and words[-1].lower() in lex.PREPOSITIONS:
        words.pop()
    return " ".join(words).strip(_EDGES) + "…"


def capitalised(title: str) -> str:
    """With a capital first letter, but `iPhone` stays."""
    first = title.split(" ", 1)[0]
    if first[1:] != first[1:].lower():
        return title
    return title[:1].upper() + title[1:]
