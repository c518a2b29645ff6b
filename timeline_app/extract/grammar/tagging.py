"""Light grammatical tags from closed word classes, endings and capitals."""

from __future__ import annotations

from functools import lru_cache

from timeline_app.extract.grammar import lexicon as lex
from timeline_app.extract.grammar import verbforms as forms
from timeline_app.extract.grammar.lexicon import word_set
from timeline_app.extract.grammar.words import Tag, Word

_SIMPLE_TAGS = (
    (lex.BE_FINITE, Tag.BE),
    (lex.BE_OTHER, Tag.BE_NONFINITE),
    (lex.HAVE, Tag.HAVE),
    (frozenset({"having"}), Tag.ING),
    (lex.DO, Tag.DO),
    (lex.NEGATIONS, Tag.NEGATION),
    (lex.DETERMINERS, Tag.DETERMINER),
    (lex.POSSESSIVES, Tag.POSSESSIVE),
    (lex.OBJECT_PRONOUNS, Tag.OBJECT_PRONOUN),
    (lex.COORDINATORS, Tag.COORDINATOR),
)
_CLOSED = {word: tag for members, tag in reversed(_SIMPLE_TAGS) for word in members}
_LINKING = lex.PREPOSITIONS | lex.SUBORDINATORS | lex.RELATIVES
_FINITE_HELPERS = lex.BE_FINITE | lex.HAVE | lex.MODALS
_NO_PLAIN_VERB = lex.DETERMINERS | lex.POSSESSIVES | lex.PREPOSITIONS | lex.OBJECT_PRONOUNS
_AFTER_OBJECT = lex.PREPOSITIONS | lex.DETERMINERS | lex.COORDINATORS | {"to"}


_ADVERBS = word_set(
    """
    also already still just only even again soon later earlier ever once now then there here
    today currently recently previously formerly finally eventually however meanwhile
    instead almost nearly so too very far twice reportedly allegedly back ago together
    largely not-yet initially subsequently
    """
)


_STAND_ALONE = {"this", "that", "these", "those", "all", "both", "each", "some", "many", "few"}
_MAY_BE_NAME = frozenset({Tag.NOUN, Tag.VERB, Tag.ING})
_BEFORE_YET = {Tag.NEGATION, Tag.HAVE, Tag.BE}
_BEFORE_THEN = {Tag.BE, Tag.HAVE, Tag.MODAL, Tag.PREPOSITION, Tag.DETERMINER}
_BEFORE_NOUN = {Tag.DETERMINER, Tag.POSSESSIVE, Tag.NOUN, Tag.NAME, Tag.NUMBER}
_BEHIND_NOUN = {Tag.PUNCTUATION, Tag.PREPOSITION, Tag.COORDINATOR, Tag.BE, Tag.HAVE, Tag.MODAL}
_AFTER_MODAL = {"be", "have", "not", "also", "only", "never"}
_ARTICLES = {"a", "an", "the"}
_LINKS = frozenset({Tag.PREPOSITION, Tag.DATE, Tag.PUNCTUATION, Tag.COORDINATOR})
_SIGNS = "$€£¥#"
_AMOUNTS = {"about", "around", "over", "nearly", "almost", "roughly", "under"}


_MAY_COUNT = _AMOUNTS | {"at", "up"}
# Words whose tag depends on those around them.
_BY_PLACE = lex.MODALS | _MAY_COUNT | {"to", "her", "then", "yet", "there", "first", "last"}
_NOT_ADVERBS = word_set(
    """
    family italy july ally supply reply apply rally bully belly jelly assembly anomaly
    monopoly early only daily weekly monthly yearly friendly likely unlikely elderly deadly
    costly lonely orderly fly rely imply comply multiply sicily homily lily holy ugly silly
    """
)


def tag_words(words: list[Word], names: frozenset[str]) -> None:
    """Tags in place; a sentence in capitals is read as if it had none."""
    shown = [word.text for word in words]
    if not _is_shouted(shown):
        _tag_all(words, names)
        return
    for word in words:
        word.text = word.text.lower()
    _tag_all(words, names)
    for word, text in zip(words, shown, strict=True):
        word.text = text


def _is_shouted(texts: list[str]) -> bool:
    """True where more than four fifths of the letters are capitals."""
    words = list(filter(str.isalpha, texts))
    letters = "".join(words)
    if 5 * sum(map(len, filter(str.islower, words))) >= len(letters):
        return False
    return len(letters) > 20 and sum(map(str.isupper, letters)) > 0.8 * len(letters)


def _tag_all(words: list[Word], names: frozenset[str]) -> None:
    for index, word in enumerate(words):
        if word.tag is Tag.DATE:
            continue
        tag = _tag_by_form(word.text, word.possessive) or _tag_in_place(words, index)
        if tag in _MAY_BE_NAME and word.text in names and word.lower not in lex.NOT_NAMES:
            tag = Tag.NAME
        word.tag = tag
        if word.lower == "s" and index and words[index - 1].text in {"'", "’"}:
            words[index - 1].possessive = True
        if index > 1 and (_is_bare_noun(words, index - 1) or _is_noun_in_ing(words, index - 1)):
            words[index - 1].tag = Tag.NOUN


def _is_noun_in_ing(words: list[Word], index: int) -> bool:
    """`a preliminary hearing on`: a phrase before, nothing behind that it could govern."""
    word = words[index]
    if word.tag is not Tag.ING or word.lower not in forms.NOUNS_IN_ING:
        return False
    before, behind = words[index - 1], words[index + 1]
    if before.tag is Tag.NOUN and before.lower.endswith("s"):
        return False  # `ministers meeting in Rome`
    if behind.lower in {"company", "companies", "firm"}:
        return before.tag in _BEFORE_NOUN  # `the thrift holding company`
    return before.tag in _BEFORE_NOUN and behind.tag in _BEHIND_NOUN and behind.lower != "to"


def _is_bare_noun(words: list[Word], index: int) -> bool:
    """`the shot on`: an article before and no noun behind."""
    if words[index].tag is not Tag.VERB:
        return False
    before, behind = words[index - 1], words[index + 1]
    opened = before.lower in _ARTICLES and before.tag is Tag.DETERMINER
    return opened and behind.tag in _LINKS and behind.lower != "by"


@lru_cache(maxsize=8192)
def _tag_by_form(text: str, possessive: bool) -> Tag | None:
    """The tag of a word that needs no look at its neighbours, None for any other."""
    lower = text.lower().replace("’", "'")
    tag = _tag_by_first(text[0])
    if tag is not None or lower in _BY_PLACE:
        return tag
    closed = _CLOSED.get(lower) if text != "US" else None
    if closed is not None:
        return closed if text == lower or closed is not Tag.COORDINATOR else None
    if lower in lex.SUBJECT_PRONOUNS and text != "IT":
        return Tag.PRONOUN
    if lower in _LINKING:
        return Tag.PREPOSITION
    if text != text.lower():
        return None
    if lower in _ADVERBS or (lower.endswith("ly") and len(lower) > 4 and lower not in _NOT_ADVERBS):
        return Tag.ADVERB
    return Tag.NOUN if possessive else _by_ending(lower)


def _tag_by_first(char: str) -> Tag | None:
    if char.isdigit() or char in _SIGNS:
        return Tag.NUMBER
    return None if char.isalnum() else Tag.PUNCTUATION


def _tag_in_place(words: list[Word], index: int) -> Tag:
    """The tag of a word that is one thing here and another there."""
    word = words[index]
    lower = word.text.lower().replace("’", "'")
    if lower == "to":
        return Tag.TO if _infinitive_follows(words, index) else Tag.PREPOSITION
    if lower in lex.MODALS and not _is_month_or_noun(words, index):
        return Tag.MODAL
    if lower == "her" and not _noun_follows(words, index):
        return Tag.OBJECT_PRONOUN
    if lower in {"then", "yet"} and _is_adverb_of_time(words, index, lower):
        return Tag.ADVERB
    closed = _CLOSED.get(lower) if word.text != "US" else None
    if closed and (word.text == lower or index == 0 or closed is not Tag.COORDINATOR):
        return closed
    return _open_tag(words, index, lower)


def _is_adverb_of_time(words: list[Word], index: int, lower: str) -> bool:
    """`Jobs then moved on`, not `rose, then fell`; `has not yet said`, not `small yet strong`.

    Also `were then counted`, `by then president Hill`.
    """
    if not index or index + 1 >= len(words):
        return False
    before = words[index - 1]
    if lower == "yet":
        return before.tag in _BEFORE_YET
    if before.tag in _BEFORE_THEN:
        return True
    after = words[index + 1].text.lower()
    subject = before.is_nominal or before.tag is Tag.PRONOUN
    return subject and (forms.is_past(after) or after in _FINITE_HELPERS)


def _open_tag(words: list[Word], index: int, lower: str) -> Tag:
    word = words[index]
    if lower in _MAY_COUNT and _is_amount(words, index):
        return Tag.DETERMINER
    if (lower in lex.SUBJECT_PRONOUNS and word.text != "IT") or (
        lower == "there" and _is_existential(words, index)
    ):
        return Tag.PRONOUN
    if lower in _LINKING:
        return Tag.PREPOSITION
    capital = word.text != word.text.lower()
    if capital and (not _at_start(words, index) or _is_name_at_start(words, index)):
        return Tag.NAME
    if lower in {"first", "last"} and _is_adverb_first(words, index):
        return Tag.ADVERB
    if lower in _ADVERBS or (lower.endswith("ly") and len(lower) > 4 and lower not in _NOT_ADVERBS):
        return Tag.ADVERB
    if word.possessive:
        return Tag.NAME if capital else Tag.NOUN
    return _by_ending(lower)


def _is_amount(words: list[Word], index: int) -> bool:
    """`about 20`, `at least 20`, `up to 300`."""
    lower = words[index].lower
    behind = [word.text.lower() for word in words[index + 1 : index + 3]]
    if lower in _AMOUNTS:
        return bool(behind) and (behind[0][0].isdigit() or behind[0][0] in "$€£¥")
    limits = lower in {"at", "up"} and behind[:1] and behind[0] in {"least", "most", "to"}
    return bool(limits) and len(behind) == 2 and behind[1][0].isdigit()


def _is_adverb_first(words: list[Word], index: int) -> bool:
    """`was first introduced`, not `the first group`."""
    before = words[index - 1].lower if index else ""
    following = words[index + 1].text.lower() if index + 1 < len(words) else ""
    verb = forms.is_past(following) or forms.is_participle(following)
    return verb and before not in lex.DETERMINERS | lex.POSSESSIVES


def _is_existential(words: list[Word], index: int) -> bool:
    """`There are`."""
    following = words[index + 1].lower if index + 1 < len(words) else ""
    return words[index].lower == "there" and following in _FINITE_HELPERS


def _by_ending(lower: str) -> Tag:
    if "-" in lower and not lower.startswith(("re-", "co-", "pre-")):
        return Tag.NOUN
    if forms.is_ing(lower):
        return Tag.ING
    return Tag.VERB if forms.is_past(lower) or forms.is_participle(lower) else Tag.NOUN


def _at_start(words: list[Word], index: int) -> bool:
    """True for the first word of a sentence or of a quotation in it."""
    return (
        index == 0
        or words[index - 1].text in {"“", '"', ":"}
        or (words[0].tag is Tag.PUNCTUATION and _only_marks(words[:index]))
    )


def _only_marks(words: list[Word]) -> bool:
    return all(word.tag is Tag.PUNCTUATION for word in words)


def _is_name_at_start(words: list[Word], index: int) -> bool:
    """A capital at the start says nothing by itself: look for other signs of a name."""
    word = words[index]
    if len(word.text) > 1 and (word.text.isupper() or any(c.isupper() for c in word.text[1:])):
        return True
    lower = word.lower
    if lower in lex.NOT_NAMES or lower in _ADVERBS:
        return False
    following = words[index + 1].text if index + 1 < len(words) else ""
    if following[:1].isupper() and following.lower() not in lex.NOT_NAMES:
        return True
    if word.possessive:
        return True
    if following == "," and [w.lower for w in words[index + 2 : index + 3]] == ["who"]:
        return not lower.endswith("s") and lower not in {"police", "people", "men", "women"}
    plain = (
        forms.is_ing(lower) or forms.is_past(lower) or lower.endswith(("ly", "s", "ion", "ment"))
    )
    return (not plain and following.lower() in _FINITE_HELPERS) or (
        not plain and forms.is_past(following.lower())
    )


def _infinitive_follows(words: list[Word], index: int) -> bool:
    """True when `to` begins an infinitive: a lower-case word that can be a plain verb."""
    for word in words[index + 1 : index + 3]:
        lower = word.text.lower()
        if word.tag is Tag.DATE or not word.text[0].islower():
            return False
        if lower.endswith("ly") and lower not in _NOT_ADVERBS:
            continue
        if lower in _NO_PLAIN_VERB:
            return False
        if forms.is_base(lower) or lower in {"be", "have", "do"}:
            return True
        plural = lower.endswith("s") and not lower.endswith("ss")
        return not (plural or forms.is_ing(lower) or lower.endswith(("ion", "ity", "ness")))
    return False


def _is_month_or_noun(words: list[Word], index: int) -> bool:
    """`May` and `Will` as names, `might` and `will` after a determiner as nouns."""
    word = words[index]
    before = words[index - 1] if index else None
    if before is not None and before.tag in {Tag.DETERMINER, Tag.POSSESSIVE}:
        following = words[index + 1].text.lower() if index + 1 < len(words) else ""
        alone = before.lower in _STAND_ALONE and word.text.islower()
        return not (alone and (following in _AFTER_MODAL or forms.is_base(following)))
    return word.text[0].isupper() and not _at_start(words, index)


def _noun_follows(words: list[Word], index: int) -> bool:
    """True when the next word can belong to `her`."""
    if index + 1 >= len(words):
        return False
    following = words[index + 1]
    lower = following.text.lower()
    if not following.text[0].isalnum():
        return False
    return lower not in _AFTER_OBJECT
