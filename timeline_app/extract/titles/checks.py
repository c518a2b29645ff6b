"""Whether words make a title: what is a fragment, what only says that somebody spoke."""

from __future__ import annotations

import re

from timeline_app.extract.dating.scopes import Relation, Scope
from timeline_app.extract.grammar import lexicon as lex
from timeline_app.extract.grammar import verbforms as forms
from timeline_app.extract.grammar.chunks import Group
from timeline_app.extract.grammar.clause import Clause, adds_a_thing
from timeline_app.extract.grammar.lexicon import word_set
from timeline_app.extract.grammar.parsing import Parsed
from timeline_app.extract.grammar.words import Tag, Word
from timeline_app.extract.titles.eventnouns import tells_event

_UNFINISHED = re.compile(
    r"\?(?! ?[”\"])|\b(?:said|says|say|announced|added|that) (?:it|he|she|they|we|I)$"
    r"|\b(?:said|says) that$|\b(?:is|was|are|were|has|have|had|the|a|of|to|that)[”\"]$"
)
_HALF_CONTENT = re.compile(r"\bthat (?:[A-Z][\w’'.-]*|the \w+)$")
_UNCLEAR_QUOTATION = re.compile(r"^[\"“](?:it|he|she|they|this|that|these|those)\b", re.IGNORECASE)
_AMOUNT = tuple("$€£¥0123456789")
_QUOTES = {"“", '"', "‘", ":", "``"}
_BARE_SAYING = word_set("say tell add respond reply answer state believe argue")
_WORDS = re.compile(r"[^\W\d_]{2,}")
_FEWEST_WORDS = 2
_FEWEST_WITHOUT_VERB = 3


def is_poor(title: str, scope: Scope | None = None, parsed: Parsed | None = None) -> bool:
    """True for a fragment: no subject, too few words, or none that says anything."""
    if scope is not None:
        clause = scope.relation is Relation.CLAUSE
        if (clause and not scope.subject) or (not clause and title.startswith(_AMOUNT)):
            return True
        if scope.relation is Relation.NOUN and len(title.split()) < _FEWEST_WITHOUT_VERB:
            return True
        if scope.relation is Relation.NOUN and _names_no_event(title, scope):
            return True
        if _HALF_CONTENT.search(title) or (parsed is not None and _says_nothing(parsed, scope)):
            return True
    opens = title.startswith(("When ", "While ", "Because ", "Although ", "As "))
    if (
        "//" in title
        or "www." in title
        or title.startswith(("What ", "If "))
        or (opens and "," not in title)
    ):
        return True
    if _UNFINISHED.search(title) or _UNCLEAR_QUOTATION.search(title):
        return True
    return " " not in title or _is_fragment(title)


def _names_no_event(title: str, scope: Scope) -> bool:
    """`Of the championships`, `Editions of the paper`; `Hill, mayor` tells what he was then."""
    if title.split(" ")[0].lower() in lex.PREPOSITIONS:
        return True
    return not scope.subject and not tells_event(title)


def _is_fragment(title: str) -> bool:
    """True for too few words, or for words that say nothing by themselves."""
    words = _WORDS.findall(title.lower())
    if len(words) < _FEWEST_WORDS or title.count("|") > 1:
        return True
    if words[0] in lex.PREPOSITIONS and len(words) <= 3:
        return True
    if words[0] in lex.POSSESSIVES and len(words) <= 2:
        return True
    return all(len(word) < 3 or word in lex.NOT_NAMES for word in words)


def _says_nothing(parsed: Parsed, scope: Scope) -> bool:
    """`Hill said in Rome`, `Hill said a group of men`, `Accounted for half`."""
    group = scope.group
    if group is None or not scope.predicate:
        return False
    if not scope.subject and min(scope.predicate) == group.start:
        return scope.relation is not Relation.GERUND
    if scope.relation is not Relation.CLAUSE or group.passive:
        return False
    return _lacks_content(parsed, scope, group)


def _lacks_content(parsed: Parsed, scope: Scope, group: Group) -> bool:
    """True for a saying of which nothing is told."""
    words = parsed.words
    behind = [words[i] for i in scope.predicate if i >= group.end]
    if len(behind) > 1 and behind[-2].tag is Tag.TO and behind[-1].lower in lex.SPEECH:
        return True
    lemma = forms.lemma(words[group.main].lower)
    if adds_a_thing(words, group):
        return False
    told = any(c.group and c.group.main in scope.predicate for c in _others(parsed, scope))
    if lemma in lex.REPORTING and not told and scope.complement is None and _opens_that(behind):
        return True
    if lemma not in _BARE_SAYING or min(scope.predicate) < min([group.start, *scope.subject]):
        return False
    if scope.complement is not None and scope.complement.group is not None:
        return scope.complement.group.main not in scope.predicate
    if told or any(word.text in _QUOTES for word in behind[:-1]):
        return False
    infinitive = any(word.tag is Tag.TO for word in (behind if lemma == "tell" else behind[:1]))
    return not infinitive


def _opens_that(behind: list[Word]) -> bool:
    return any(word.lower == "that" and word.tag is Tag.DETERMINER for word in behind[:2])


def _others(parsed: Parsed, scope: Scope) -> list[Clause]:
    return [c for c in parsed.clauses if c is not scope.clause]


def only_says(parsed: Parsed) -> bool:
    """True for a sentence that is all attribution: `Hill said in a statement.`"""
    finite = [c for c in parsed.clauses if c.group is not None]
    if len(finite) != 1 or any(word.text in _QUOTES for word in parsed.words[:-1]):
        return False
    group = finite[0].group
    return group is not None and forms.lemma(parsed.words[group.main].lower) in _BARE_SAYING
