"""How a source speaks of an event: from tense, modal verbs, negation and reporting verbs."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_app.domain.records import Modality
from timeline_app.domain.timevalue import Limit, TimeValue
from timeline_app.extract.dating.scopes import Relation, Scope
from timeline_app.extract.discourse.happenings import is_behind_quotation
from timeline_app.extract.grammar import lexicon as lex
from timeline_app.extract.grammar import verbforms as forms
from timeline_app.extract.grammar.chunks import Group, GroupKind
from timeline_app.extract.grammar.clause import Clause, adds_a_thing
from timeline_app.extract.grammar.lexicon import word_set
from timeline_app.extract.grammar.words import Tag, Word

_FUTURE_MODALS = frozenset(
    {
        "will",
        "would",
        "shall",
        "'ll",
        "should",
        "may",
        "might",
        "can",
        "could",
        "must",
        "won't",
        "wouldn't",
    }
)
_ALLEGED_WORDS = word_set(
    """
    allegedly reportedly purportedly supposedly apparently alleged
    """
)
# Speech only where what was said follows: `pledged allegiance` and `asked for help` are deeds.
_NEED_CONTENT = word_set(
    """
    write tweet pledge promise vow ask urge call show suggest describe find express voice
    confirm reveal disclose reject dismiss signal propose announce report
    """
)
# A promise is made on its day: `promised on 3 May to build`; what is planned lies ahead.
_PROMISES = word_set("promise pledge vow propose threaten")
_SAYING = lex.SPEECH | {"believe", "think"}
_PERHAPS = {"may", "might", "could"}
_ONE_SIDE = word_set(
    """
    prosecutors prosecutor police investigators detectives critics opponents activists lawyers
    prosecution plaintiffs accusers rivals
    """
)
# Whose word alone makes a charge, wherever it stands.
_PARTIES = word_set(
    "prosecutors prosecutor prosecution plaintiffs accusers critics opponents rivals"
)
_EXPECTED = word_set(
    """
    expected scheduled slated due set planned supposed likely poised ready unlikely
    """
)


def modality_of(
    words: list[Word],
    clauses: Sequence[Clause],
    scope: Scope,
    when: TimeValue,
    published: TimeValue | None,
) -> Modality:
    """The mood of the words that a date dates; what lies after publication is planned."""
    reporter = reporter_of(clauses, scope)
    lowers = {words[i].lower for i in scope.predicate[:6]} if scope.group else set()
    if _ALLEGED_WORDS & lowers or _reports(words, reporter, lex.ALLEGING):
        return Modality.ALLEGED
    if _reports(words, reporter, lex.DENYING):
        return Modality.DENIED
    if accusers(words, reporter) or _is_from_one_party(words, clauses, scope):
        return Modality.ALLEGED
    if reporter is not None and scope.group is not None and scope.group.negated:
        return Modality.DENIED
    if scope.group is not None:
        mood = _mood(words, scope, scope.group)
        if mood is Modality.PLANNED and _is_promise(words, scope.group, when, published):
            return Modality.SAID
        if mood is not None:
            return mood
        if _is_to_come(words, scope.group, when, published):
            return Modality.PLANNED
    return mood_of_time(when, published)


def _is_to_come(
    words: list[Word], group: Group, when: TimeValue, published: TimeValue | None
) -> bool:
    """`Production ends this year`: a present tense of a time that isn't over."""
    verb = words[group.main].lower
    present = group.start == group.main and forms.is_s_form(verb) and not forms.is_past(verb)
    if published is None or not present or when.kind != "moment":
        return False
    return (
        when.latest is not None and published.latest is not None and when.latest > published.latest
    )


def mood_of_time(when: TimeValue, published: TimeValue | None) -> Modality:
    """What the date alone tells: planned after publication, ongoing with an open end."""
    if _is_future(when, published):
        return Modality.PLANNED
    return Modality.ONGOING if _is_open(when) else Modality.HAPPENED


def speaks(words: list[Word], scope: Scope) -> bool:
    """True when the date dates the saying itself."""
    group = scope.group
    if scope.relation is not Relation.CLAUSE or group is None or group.passive:
        return False
    lemma = forms.lemma(words[group.main].lower)
    if adds_a_thing(words, group) and scope.complement is None:
        return is_behind_quotation(words, group)
    return lemma in lex.SPEECH and (scope.complement is not None or lemma not in _NEED_CONTENT)


def _mood(words: list[Word], scope: Scope, group: Group) -> Modality | None:
    lemma = forms.lemma(words[group.main].lower)
    if group.kind is GroupKind.INFINITIVE:
        return Modality.PLANNED
    if scope.relation in (Relation.PARTICIPLE, Relation.GERUND):
        return Modality.PLANNED if lemma in lex.PLANNING and not group.modal else None
    if lemma in lex.DENYING and not group.passive:
        return Modality.DENIED
    to_have = [words[i].lower for i in scope.predicate if i >= group.end][:2] == ["to", "have"]
    if lemma in lex.ALLEGING and (group.passive or scope.complement or to_have):
        return Modality.ALLEGED
    if (group.modal in _PERHAPS and group.perfect) or _is_said_to(words, scope, group, lemma):
        return Modality.ALLEGED
    if group.modal in _FUTURE_MODALS and (not group.perfect or group.modal in {"will", "'ll"}):
        return Modality.PLANNED
    if _plans(words, scope, group, lemma):
        return Modality.PLANNED
    return Modality.SAID if speaks(words, scope) else None


def _is_said_to(words: list[Word], scope: Scope, group: Group, lemma: str) -> bool:
    """`is said to have left`, `was believed to be`."""
    behind = [i for i in scope.predicate if i >= group.end][:1]
    to_follows = any(words[i].tag is Tag.TO for i in behind)
    return group.passive and to_follows and lemma in {"say", "believe", "think", "report", "rumor"}


def _is_promise(
    words: list[Word], group: Group, when: TimeValue, published: TimeValue | None
) -> bool:
    """True for `promised to build` on a day that is over: the promise was made on it."""
    lemma = forms.lemma(words[group.main].lower)
    past = forms.is_past(words[group.start].lower) and not group.modal
    return lemma in _PROMISES and past and not group.passive and not _is_future(when, published)


def _is_from_one_party(words: list[Word], clauses: Sequence[Clause], scope: Scope) -> bool:
    """`He took bribes, prosecutors said`; `According to prosecutors, he took bribes`."""
    for index, word in enumerate(words[:-2]):
        if word.lower == "according" and words[index + 1].lower == "to":
            return any(word.lower in _PARTIES for word in words[index + 2 : index + 5])
    if scope.clause is None or is_reporting(words, scope.clause):
        return False
    position = next(n for n, c in enumerate(clauses) if c is scope.clause)
    return any(
        clause.marker == ","
        and is_reporting(words, clause)
        and any(words[i].lower in _PARTIES for i in clause.subject)
        for clause in clauses[position + 1 :]
    )


def is_reporting(words: list[Word], clause: Clause) -> bool:
    """True for a clause whose verb reports."""
    group = clause.group
    return group is not None and forms.lemma(words[group.main].lower) in lex.REPORTING


def _plans(words: list[Word], scope: Scope, group: Group, lemma: str) -> bool:
    """`plans to`, `is expected to`, `is to`, `is due on`."""
    behind = [i for i in scope.predicate if i >= group.end][:2]
    to_follows = any(words[i].tag is Tag.TO for i in behind)
    if lemma in {"plan", "intend", "schedule", "slate"}:
        return to_follows or group.passive
    if lemma in lex.PLANNING and to_follows:
        return True
    if lemma == "expect" and not forms.is_past(words[group.start].lower):
        return True
    if words[group.main].tag is Tag.BE or words[group.main].lower in _EXPECTED:
        return to_follows or any(words[i].lower in _EXPECTED for i in behind)
    present_progressive = words[group.start].lower in {"is", "are"} and (
        words[group.main].tag is Tag.ING
    )
    return present_progressive and words[group.main].lower in {"planning", "preparing", "going"}


def accusers(words: list[Word], reporter: Clause | None) -> bool:
    """True for `Prosecutors say ...`: one side's word."""
    if reporter is None or not _reports(words, reporter, _SAYING):
        return False
    return any(words[i].lower in _ONE_SIDE for i in reporter.subject)


def reporter_of(clauses: Sequence[Clause], scope: Scope) -> Clause | None:
    """The clause whose reporting verb the event is the content of."""
    if scope.clause is None:
        return None
    previous: Clause | None = None
    for clause in clauses:
        if clause is scope.clause:
            break
        previous = clause
    told = scope.clause.marker in {"that", "whether"} and previous is not None
    return previous if told and previous is not None and previous.group is not None else None


def _reports(words: list[Word], clause: Clause | None, verbs: frozenset[str]) -> bool:
    if clause is None or clause.group is None:
        return False
    return forms.lemma(words[clause.group.main].lower) in verbs


def _is_future(when: TimeValue, published: TimeValue | None) -> bool:
    start, now = when.earliest, published.latest if published else None
    if start is None and now is not None:
        return when.latest is not None and when.latest > now
    return start is not None and now is not None and start >= now


def _is_open(when: TimeValue) -> bool:
    return when.kind == "interval" and when.end is Limit.OPEN
