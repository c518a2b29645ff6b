"""The words that belong to a date and go with it."""

from __future__ import annotations

from timeline_app.extract import lexicon as lex
from timeline_app.extract.words import Tag, Word


def date_phrase(words: list[Word], index: int, floor: int) -> range:
    """The date with the prepositions and adverbs before it: `in early 2011`, `late on Monday`."""
    start = index
    if _is_inside_noun_phrase(words, index, floor):
        return range(index, index + 1)
    while start > floor:
        word = words[start - 1]
        lower = word.lower
        linked = lower in lex.DATE_PREPOSITIONS and word.tag in {Tag.PREPOSITION, Tag.NOUN}
        linked |= lower in {"starting", "beginning"}
        if (
            linked
            or (lower in lex.DATE_ADVERBS and start < index + 1 and lower != "only")
            or (lower in _ARTICLES and start == index and start - 1 > floor)
        ):
            start -= 1
        else:
            break
    return range(start, _joined_dates(words, index))


_ARTICLES = {"the", "its", "their", "his", "her", "this"}


def _is_inside_noun_phrase(words: list[Word], index: int, floor: int) -> bool:
    """`a decline in third-quarter earnings`, not `on Monday police ...`."""
    following = words[index + 1] if index + 1 < len(words) else None
    if following is None or following.tag is not Tag.NOUN or index - 1 <= floor:
        return False
    return (
        words[index - 1].lower in {"in", "of", "for", "on", "by", "from"}
        and (following.lower not in lex.SUBORDINATORS | {"according", "ago"})
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
    return end
