"""A second opinion on names by spaCy, where the user has it with an English model.

Nothing is downloaded and nothing is imported before the first article: without the extra
`timeline-app[spacy]` and a model such as en_core_web_sm this module does nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from functools import lru_cache
from importlib.util import find_spec

from timeline_app.domain.records import EntityKind
from timeline_app.domain.text import Span
from timeline_app.extract.names.mentions import NameMention

Labeller = Callable[[str], Iterator[tuple[Span, EntityKind]]]

_MODELS = "en_core_web_"
_UNUSED = ["tagger", "parser", "attribute_ruler", "lemmatizer", "senter"]
# spaCy's labels are those of OntoNotes 5.
_KINDS = {
    "PERSON": EntityKind.PERSON,
    "GPE": EntityKind.PLACE,
    "LOC": EntityKind.PLACE,
    "FAC": EntityKind.PLACE,
    "ORG": EntityKind.ORGANIZATION,
}
_POINTS = 4  # as much as an apposition says: rules and model together outvote either


@lru_cache(maxsize=1)
def installed() -> Labeller | None:
    """Finds names and kinds by the first installed English model; None without one."""
    if find_spec("spacy") is None:
        return None
    import spacy

    models = sorted(name for name in spacy.util.get_installed_models() if _MODELS in name)
    if not models:
        return None
    pipeline = spacy.load(models[0], exclude=_UNUSED)

    def label(text: str) -> Iterator[tuple[Span, EntityKind]]:
        position = 0
        for paragraph in text.split("\n\n"):
            for found in pipeline(paragraph).ents if paragraph.strip() else ():
                start, kind = position + found.start_char, _KINDS.get(found.label_)
                if kind is not None:
                    yield Span(start, start + len(found.text)), kind
            position += len(paragraph) + 2

    return label


def seconded(text: str, mentions: list[NameMention], label: Labeller) -> list[NameMention]:
    """The mentions with the model's points for their kinds, and the names that only it found."""
    found: list[NameMention] = list(mentions)
    for span, kind in label(text):
        same = [m for m in mentions if m.span.start < span.end and span.start < m.span.end]
        for mention in same:
            mention.points[kind] += _POINTS
        words = tuple(word for word in span.slice(text).split() if word.lower() != "the")
        if not same and words and words[0][0].isupper():
            found.append(NameMention(span, words, Counter({kind: _POINTS})))
    return sorted(found, key=lambda mention: mention.span)
