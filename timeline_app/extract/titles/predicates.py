"""The predicate of a title: what belongs to it though the date doesn't govern it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline_app.extract.dating.scopes import Relation, Scope
from timeline_app.extract.grammar import lexicon as lex
from timeline_app.extract.grammar import verbforms as forms
from timeline_app.extract.grammar.clause import Clause
from timeline_app.extract.grammar.parsing import Parsed
from timeline_app.extract.grammar.words import Tag, Word
from timeline_app.extract.titles.breaking import NEED_INFINITIVE

_OBJECT_TAGS = {Tag.DETERMINER, Tag.POSSESSIVE, Tag.NAME, Tag.NUMBER}
_OPEN_PHRASE = {Tag.DETERMINER, Tag.PREPOSITION, Tag.POSSESSIVE}
_HELPERS = {Tag.BE, Tag.HAVE, Tag.MODAL, Tag.TO, Tag.BE_NONFINITE}


def with_all_that_belongs(parsed: Parsed, scope: Scope) -> Scope:
    """With shared objects, lists to their end, quoted ends and lengths of time in the predicate."""
    scope = _with_listed_rest(parsed, _with_shared_object(parsed, scope))
    scope = _with_infinitive(parsed, scope)
    return _with_quoted_rest(parsed, _with_lengths(parsed.words, scope))


def _with_infinitive(parsed: Parsed, scope: Scope) -> Scope:
    """`invited the mayor, Ada Hill, | to open the bridge`: what for stands behind who she is."""
    words, group = parsed.words, scope.group
    if group is None or scope.clause is None or scope.relation is not Relation.CLAUSE:
        return scope
    if forms.lemma(words[group.main].lower) not in NEED_INFINITIVE or not scope.predicate:
        return scope
    aside = next((n for n, c in enumerate(parsed.clauses) if c.start == scope.clause.end + 1), None)
    if aside is None or aside + 1 >= len(parsed.clauses) or parsed.clauses[aside].groups:
        return scope
    behind = parsed.clauses[aside + 1]
    bare = behind.group is None and words[behind.start].tag is Tag.TO and behind.marker == ","
    if not bare or max(scope.predicate) >= behind.start:
        return scope
    dates = {i for i in behind.indices if words[i].tag is Tag.DATE}
    links = {i - 1 for i in dates if words[i - 1].tag is Tag.PREPOSITION}
    rest = [i for i in behind.indices if i not in dates | links]
    return replace(scope, predicate=(*scope.predicate, *rest))


def _with_lengths(words: list[Word], scope: Scope) -> Scope:
    """With `the day after` in `resigned the day after his trial`: no date without what follows."""
    kept = set(scope.predicate)
    links = {
        i
        for i, word in enumerate(words)
        if word.tag is Tag.DATE
        and word.lower.endswith((" after", " before", " since"))
        and i + 1 in kept
        and i - 1 in kept
    }
    return replace(scope, predicate=tuple(sorted(kept | links))) if links - kept else scope


def _with_listed_rest(parsed: Parsed, scope: Scope) -> Scope:
    """`sold Alpha, Beta and Gamma`: the list to its end."""
    words = parsed.words
    if scope.relation is not Relation.CLAUSE or not scope.predicate:
        return scope
    comma = max(scope.predicate) + 1
    if comma + 1 >= len(words) or words[comma].text != "," or words[comma + 1].tag is not Tag.NAME:
        return scope
    end = next((c.end for c in parsed.clauses if c.start == comma + 1 and c.group is None), None)
    if end is None or words[comma - 1].tag is not Tag.NAME:
        return scope
    joined = any(words[i].lower == "and" for i in range(comma, end))
    return replace(scope, predicate=(*scope.predicate, *range(comma, end))) if joined else scope


def _with_quoted_rest(parsed: Parsed, scope: Scope) -> Scope:
    """`asked for a “list of demands”`, `had “sunk low”`: the quoted end of a phrase or verb."""
    words = parsed.words
    if scope.relation is not Relation.CLAUSE or not scope.predicate:
        return scope
    mark = max(scope.predicate) + 1
    position = next((n for n, c in enumerate(parsed.clauses) if c.start == mark + 1), None)
    if position is None or words[mark].text not in {"“", '"'} or mark == 0:
        return scope
    following = parsed.clauses[position]
    before = words[mark - 1].tag
    phrase = following.group is None and before in _OPEN_PHRASE
    verbs = [c.group for c in parsed.clauses if c.group is not None and c.group.end == mark]
    bare = any(forms.lemma(words[g.main].lower) not in lex.SPEECH for g in verbs if not g.passive)
    if not phrase and before not in _HELPERS and not bare:
        return scope
    end = following.end
    while end < len(words) and words[end].text == ".":
        end += 1
    end += end < len(words) and words[end].text in {"”", '"'}
    return replace(scope, predicate=(*scope.predicate, *range(mark, end)))


def _with_shared_object(parsed: Parsed, scope: Scope) -> Scope:
    """`interviewed and released two men`: the object of the first verb stands behind the second."""
    group, clauses = scope.group, parsed.clauses
    if group is None or group.passive or scope.clause not in clauses or not scope.predicate:
        return scope
    position = clauses.index(scope.clause) + 1
    if position >= len(clauses) or max(scope.predicate) >= group.end:
        return scope
    following = clauses[position]
    verb = following.group
    if verb is None or verb.start != following.start:
        return scope
    if following.marker == "," and verb.end == following.end:
        return _with_verb_list(clauses, position, scope)
    if following.marker not in {"and", "or"}:
        return scope
    tags = [parsed.words[i].tag for i in range(verb.end, following.end)]
    if Tag.DATE in tags or not tags or tags[0] not in _OBJECT_TAGS:
        return scope
    shared = range(following.start - 1, following.end)
    return replace(scope, predicate=(*scope.predicate, *shared))


def _with_verb_list(clauses: list[Clause], position: int, scope: Scope) -> Scope:
    """`wrote, directed and starred in the film`: bare verbs to the one with what they share."""
    for later in clauses[position + 1 :]:
        if later.group is None or later.group.start != later.start:
            return scope
        if later.marker == "and":
            shared = range(clauses[position].start - 1, later.end)
            return replace(scope, predicate=(*scope.predicate, *shared))
        if later.marker != "," or later.group.end != later.end:
            return scope
    return scope


def goes_on_passively(parsed: Parsed, scope: Scope) -> bool:
    """`was planned in 1820 and dug in 1831`: the helper of the first verb is the second's too."""
    clause, group, words = scope.clause, scope.group, parsed.words
    if clause is None or group is None or clause not in parsed.clauses or group.passive:
        return False
    position = parsed.clauses.index(clause)
    joined = position and clause.marker in {"and", "but"}
    before = parsed.clauses[position - 1].group if joined else None
    bare = group.end - group.start == 1 and group.start == clause.start
    if before is None or not before.passive or not bare:
        return False
    following = words[group.end].tag if group.end < len(words) else Tag.PUNCTUATION
    verb = words[group.main].lower
    transitive = forms.is_participle(verb) and forms.lemma(verb) not in forms.INTRANSITIVE
    return transitive and following not in _OBJECT_TAGS | {Tag.NOUN, Tag.PRONOUN}


def was(words: list[Word], subject: Sequence[int]) -> str:
    """The auxiliary that makes a sentence of `The bridge, built in 1931`; `was` for no subject."""
    if not subject:
        return "was"
    end = next((n for n, i in enumerate(subject) if words[i].tag is Tag.PREPOSITION), len(subject))
    head = words[subject[max(0, end - 1)]]
    if head.lower in {"they", "we", "you"}:
        return "were"
    many = head.tag is Tag.NOUN and head.lower.endswith("s") and not head.lower.endswith("ss")
    return "were" if many or any(words[i].lower == "and" for i in subject[:end]) else "was"


def without_loose_end(words: list[Word], indices: list[int], scope: Scope) -> list[int]:
    """Without `after auditors found` whose content is missing, and without a last `there`."""
    while indices and words[indices[-1]].text in {".", ","}:
        indices = indices[:-1]
    if len(indices) < 3 or scope.group is None:
        return indices
    last = words[indices[-1]]
    if last.lower == "there" and words[indices[-2]].is_nominal:
        return indices[:-1]
    told = last.tag is Tag.VERB and forms.lemma(last.lower) in lex.REPORTING
    if not told or indices[-1] <= scope.group.main:
        return indices
    for place in range(len(indices) - 2, 0, -1):
        if words[indices[place]].lower in lex.SUBORDINATORS and indices[place] > scope.group.main:
            return indices[:place]
    return indices
