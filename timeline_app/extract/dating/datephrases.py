"""The words that belong to a date and go with it."""

from __future__ import annotations

from timeline_app.extract.grammar import lexicon as lex
from timeline_app.extract.grammar.words import Tag, Word


def date_phrase(words: list[Word], index: int, floor: int) -> range:
    """The date with the prepositions and adverbs before it: `in early 2011`, `late on Monday`."""
    start = index
    if _is_inside_noun_phrase(words, index, floor):
        return range(index, index + 1)
    start = _joined_before(words, index, floor)
    while start > floor:
        word = words[start - 1]
        lower = word.lower
        linked = lower in lex.DATE_PREPOSITIONS and word.tag in {Tag.PREPOSITION, Tag.NOUN}
        linked &= start == index or not _is_particle(lower, words[start].lower)
        linked |= lower in {"starting", "beginning"}
        if (
            linked
            or (lower in lex.DATE_ADVERBS and start < index + 1 and lower != "only")
            or (lower in _ARTICLES and start == index and start - 1 > floor)
        ):
            start -= 1
        else:
            break
    return range(_period_start(words, start, floor), _joined_dates(words, index))


def _joined_before(words: list[Word], index: int, floor: int) -> int:
    """`in March and June`: the dates share what stands before them."""
    start = index
    while start - 2 > floor and words[start - 1].lower in {"and", "or"}:
        if words[start - 2].tag is not Tag.DATE:
            break
        start -= 2
    return start


def _period_start(words: list[Word], start: int, floor: int) -> int:
    """`in the quarter ended`: the period goes with the date that ends it."""
    if start - 2 <= floor or words[start - 1].lower not in {"ended", "ending"}:
        return start
    first = start - 1
    inside = {Tag.NOUN, Tag.DATE, Tag.NUMBER, Tag.DETERMINER, Tag.POSSESSIVE}
    while first > floor and words[first - 1].tag in inside:
        first -= 1
    if first > floor and words[first - 1].lower in {"in", "for", "during"}:
        return first - 1
    return start


_PARTICLES = {"over", "about", "around", "through", "to"}
_BEFORE_DAY = {"on", "at", "in", "by", "during", "after", "before"}


def _is_particle(lower: str, behind: str) -> bool:
    """`took over in March`, `was sworn in on Friday`: the word goes with the verb."""
    return lower in _PARTICLES or (lower in {"in", "on"} and behind in _BEFORE_DAY)


_ARTICLES = {"the", "its", "their", "his", "her", "this"}


def _is_inside_noun_phrase(words: list[Word], index: int, floor: int) -> bool:
    """`a decline in third-quarter earnings`, not `on Monday police ...`."""
    following = words[index + 1] if index + 1 < len(words) else None
    if following is None or index - 1 <= floor:
        return False
    if words[index - 1].lower in _ARTICLES and following.tag in {Tag.NOUN, Tag.NAME}:
        return words[index - 2].lower == "of"
    if following.tag is not Tag.NOUN:
        return False
    return (
        words[index - 1].lower in {"in", "of", "for", "on", "by", "from"}
        and (following.lower not in lex.SUBORDINATORS | {"according", "ago", "aged"})
        and not any(word.tag is Tag.PUNCTUATION for word in words[index - 1 : index + 1])
    )


def _joined_dates(words: list[Word], index: int) -> int:
    """Index behind dates that share one preposition: `in March and June`."""
    end = index + 1
    while (
        end + 1 < len(words)
        and words[end].lower in {"and", "or", "to"}
        and (words[end + 1].tag is Tag.DATE)
    ):
        end += 2
    between = index and words[index - 1].lower == "between" and end + 1 < len(words)
    if between and words[end].lower == "and" and words[end + 1].text.isdigit():
        return end + 2
    linked = end + 2 < len(words) and words[end].lower in {"and", "or"}
    if linked and words[end + 1].lower in lex.DATE_PREPOSITIONS and words[end + 2].tag is Tag.DATE:
        end += 3
    return end
