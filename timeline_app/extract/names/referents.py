"""Which name a pronoun or a description stands for, across sentences."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from timeline_app.domain.records import Entity, EntityKind
from timeline_app.domain.text import Span
from timeline_app.extract.grammar import lexicon as lex
from timeline_app.extract.grammar import rolewords
from timeline_app.extract.grammar import verbforms as forms
from timeline_app.extract.grammar.clause import Clause
from timeline_app.extract.grammar.lexicon import word_set
from timeline_app.extract.grammar.parsing import Parsed, Parser
from timeline_app.extract.grammar.sentenceshape import (
    is_plural,
    main_clause,
    object_of,
    subject_heads,
)
from timeline_app.extract.grammar.words import Tag, Word
from timeline_app.extract.names import gazetteer
from timeline_app.extract.names.entities import ArticleNames

_WINDOW = 8000  # code points before a title's sentence in which fuller wordings are looked for
_OFTEN = 3  # times that an article names the person whom it is about
_REACH = 4  # sentences that a pronoun looks back
_MOST_HOLDERS = 100  # names that `the mayor` looks back
_FAR = 15  # sentences that `the council` looks back for a council
_BEFORE_NOUN = re.compile(r"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir)\s+((?:[\w’'.-]+ ){0,3}?)$")
# From an office to the end of its holder's name: not `aide to Senator Wexler`.
_UP_TO_NAME = r"(?: (?:of|in|for|at) [^,;.]*,)?[ ,]*(?: ?(?![a-z])\S+)*$"
_BEHIND_NOUN = re.compile(r" (?:on|of|for|against) (?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,2}")
# What only people and organisations do, and what only things do.
ACTIVE = lex.SPEECH | word_set(
    """
    buy sell acquire hire employ sign plan agree appoint own operate file sue earn lose seek
    refuse intend expect want need decide reject accept win vote approve order ask invite
    demand offer accuse blame vow fire apologize apologise borrow lend invest publish elect
    choose adopt
    """
)
_SHORT_RANKS = {
    "general": "gen",
    "senator": "sen",
    "representative": "rep",
    "governor": "gov",
    "colonel": "col",
    "lieutenant": "lt",
    "captain": "capt",
    "sergeant": "sgt",
    "doctor": "dr",
    "professor": "prof",
    "admiral": "adm",
    "major": "maj",
}
_PASSIVE = word_set(
    """
    collapse collaps explod sink burn cost weigh measure explode crash erupt expire vanish
    disappear last rust
    leak melt freeze evaporate orbit dock consist contain
    """
)


_NO_DESCRIPTION = (
    (lex.PREPOSITIONS | lex.DETERMINERS | lex.COORDINATORS | lex.BE_FINITE | lex.HAVE)
    | (lex.RELATIVES | lex.MODALS)
    | {"to", "new", "first", "second", "last", "next", "same"}
)


@dataclass(frozen=True, slots=True)
class _Named:
    """An entity in a sentence; `subject` is true for the head of a clause's subject."""

    entity: Entity
    span: Span
    subject: bool


class Referents:
    """Finds the name that a pronoun or a description in a sentence stands for."""

    def __init__(self, text: str, sentences: list[Span], parser: Parser) -> None:
        """`sentences` are the body's, in order."""
        self._text = text
        self._sentences = sentences
        self._parser = parser
        self._named_in: dict[int, list[_Named]] = {}

    @cached_property
    def names(self) -> ArticleNames:
        """The article's names, found when they are first asked for."""
        return ArticleNames(self._text)

    def sentence_at(self, position: int) -> int:
        """The number of the sentence in which a code point of the text lies."""
        return max(0, bisect_right(self._sentences, Span(position, 1 << 62)) - 1)

    def person(
        self, sentence: int, pronoun: str | None = None, but: str | None = None
    ) -> str | None:
        """The person whom `he` or `she` in a sentence stands for, None where that isn't sure.

        The last person who was a subject in the sentences before, else the only one named there;
        never `but`, nor one whose first name goes with the other pronoun.
        """
        for number in range(sentence - 1, max(-1, sentence - 1 - _REACH), -1):
            if self._sentences[number].slice(self._text).endswith(","):
                continue  # “Hi Ana,” only calls her
            people = [
                named
                for named in self._named(number)
                if named.entity.kind is EntityKind.PERSON
                and named.entity.name != but
                and self._agrees(named.entity.name, pronoun)
            ]
            subjects = [named.entity.name for named in people if named.subject]
            names = list(dict.fromkeys(named.entity.name for named in people))
            if not subjects and pronoun and self._is_unknown_name(number):
                return self._unknown_person(number)
            if subjects or len(names) == 1:
                return (subjects or names)[0]
            described = self._described_person(number) if pronoun else None
            if names or described:
                return described
        return self._main_person(sentence, pronoun) if pronoun and but is None else None

    def _main_person(self, sentence: int, pronoun: str) -> str | None:
        """The person of whom an article tells far more than of any other, named before."""
        counts = self.names.counts
        people = [
            (counts[entity], entity.name)
            for entity in counts
            if entity.kind is EntityKind.PERSON and self._agrees(entity.name, pronoun)
        ]
        people.sort(reverse=True)
        second = people[1][0] if len(people) > 1 else 0
        if not people or people[0][0] < _OFTEN or people[0][0] < 2 * second:
            return None
        last = people[0][1].split()[-1]
        known = last in self._text[: self._sentences[sentence].start]
        return people[0][1] if known else None

    def _unknown_person(self, number: int) -> str | None:
        """`Keaveney` of `Keaveney, who played Ann, died`: nothing but a person does that."""
        parsed = self._parser.plain(self._sentences[number])
        clause = main_clause(parsed)
        if clause is None or clause.group is None:
            return None
        end = clause.subject.stop
        behind = [word.lower for word in parsed.words[end : end + 2]]
        told = len(behind) == 2 and behind[0] == "," and (behind[1] == "who" or behind[1].isdigit())
        dies = parsed.words[clause.group.main].lower in {"died", "married", "resigned", "retired"}
        return parsed.words[clause.subject.start].text if told or dies else None

    def may_be_person(self, span: Span, head: str, pronoun: str) -> bool:
        """True for words that name a person of that pronoun, or describe one."""
        named = [entity for _, entity in self.names.mentions(span)]
        if not named:
            return rolewords.is_role(head)
        return all(
            entity.kind is EntityKind.PERSON and self._agrees(entity.name, pronoun)
            for entity in named
        ) or rolewords.is_role(head)

    def person_in(self, span: Span, pronoun: str, but: Sequence[str]) -> str | None:
        """The one person whom a stretch of the text names, other than by words of `but`."""
        names = {
            entity.name
            for at, entity in self.names.mentions(span)
            if entity.kind is EntityKind.PERSON
            and self._agrees(entity.name, pronoun)
            and not set(at.slice(self._text).split()) & set(but)
        }
        return names.pop() if len(names) == 1 else None

    def holder(self, sentence: int, role: str) -> str | None:
        """The person whom the text before gives an office: `the mayor`, `the general`."""
        end = self._sentences[sentence].start if sentence < len(self._sentences) else 0
        people = (pair for pair in self.names.back_from(end) if pair[1].kind is EntityKind.PERSON)
        short = _SHORT_RANKS.get(role, role)
        for at, entity in islice(people, _MOST_HOLDERS):
            before = self._text[max(0, at.start - 25) : at.end]
            behind = re.match(r",[^.;]{0,40}", self._text[at.end : at.end + 45])
            told = re.search(rf"\b(?i:{re.escape(role)}|{short}\.?)\b{_UP_TO_NAME}", before)
            if told or (behind and re.search(rf"\b{re.escape(role)}\b", behind[0])):
                return entity.name
        return None

    def group(self, sentence: int, noun: str = "company") -> str | None:
        """The organisation that `the <noun>` stands for, None where that isn't sure."""
        own = self._with_head(sentence, noun)
        if own or noun not in rolewords.FIRMS | rolewords.OTHER_BODIES:
            return own
        subjects: dict[str, None] = {}
        others: dict[str, None] = {}
        for number in range(sentence - 1, max(-1, sentence - 1 - _REACH), -1):
            for named in self._named(number):
                if named.entity.kind is EntityKind.ORGANIZATION and _may_be(named.entity, noun):
                    (subjects if named.subject else others).setdefault(named.entity.name)
        found = list(subjects or others)
        if len(found) < 2:
            return found[0] if found else None
        counts = self.names.counts
        often = sorted(found, key=lambda n: -counts[Entity(EntityKind.ORGANIZATION, n)])
        first, second = (counts[Entity(EntityKind.ORGANIZATION, name)] for name in often[:2])
        if first >= 2 * second:
            return often[0]
        return found[0] if subjects else None

    def thing(
        self, sentence: int, verb: str = "", *, passive: bool = False, also: bool = False
    ) -> str | None:
        """What `it` stands for: the subject of the sentence before, or the thing it acted upon.

        `verb` is the lemma of what `it` does. None where two things fit, unless `also` says that
        it goes on doing what the subject of the sentence before did.
        """
        if not sentence:
            return None
        parsed = self._parser.plain(self._sentences[sentence - 1])
        clause = main_clause(parsed)
        if clause is None:
            return None
        if [parsed.words[i].lower for i in clause.subject] == ["it"] and not object_of(
            parsed, clause
        ):
            return self.thing(sentence - 1, verb, passive=passive, also=also)
        subject = self._singular_thing(sentence - 1, parsed, clause)
        rival = object_of(parsed, clause)
        if subject is None and rival is None:
            return None
        organisation = subject is not None and self._is_organisation(sentence - 1, parsed, clause)
        again = also and subject is not None and _does(parsed, clause) == verb
        if again or (organisation and verb in ACTIVE and not passive):
            return subject
        if rival is not None and (subject is None or organisation) and verb in _PASSIVE:
            return "The " + rival
        if rival is not None or subject is None:
            return None
        return subject

    def many(self, sentence: int) -> str | None:
        """The plural subject of the sentence before, where nothing else there is plural."""
        if not sentence:
            return None
        parsed = self._parser.plain(self._sentences[sentence - 1])
        clause = main_clause(parsed)
        if clause is None or clause.group is None:
            return None
        words = parsed.words
        subject = [words[i] for i in clause.subject if words[i].tag is not Tag.DATE]
        if [word.lower for word in subject] == ["they"]:
            return self.many(sentence - 1)
        rivals = [w for w in words[clause.group.end :] if is_plural(w)]
        plural = any(is_plural(w) for w in subject[:4]) or any(w.lower == "and" for w in subject)
        if rivals or not plural or len(subject) > 6 or subject[0].tag is Tag.PRONOUN:
            return None
        shown = Span(subject[0].span.start, subject[-1].span.end).slice(self._text)
        return definite(" ".join(shown.split()))

    def object_before(self, sentence: int) -> str | None:
        """What the sentence before does something to: `the post`, through any `it` there."""
        if not sentence:
            return None
        number = sentence - 1
        parsed = self._parser.plain(self._sentences[number])
        clause = main_clause(parsed)
        if clause is None or clause.group is None:
            return None
        following = parsed.words[clause.group.end : clause.group.end + 1]
        if following and following[0].lower == "it":
            return self.object_before(number)
        if parsed.words[clause.subject.start].lower == "it":
            topic = self.thing(number)
            return definite(topic, capital=False) if topic else None
        subject = self._singular_thing(number, parsed, clause)
        if clause.group.passive and subject:
            return definite(subject, capital=False)
        found = object_of(parsed, clause)
        if found is None or (subject is not None and _may_be_bought(parsed, clause)):
            return None
        return f"the {found}"

    def _agrees(self, name: str, pronoun: str | None) -> bool:
        known = gazetteer.pronoun_of(name) or self.names.pronouns.get(name)
        return known is None or pronoun not in {"he", "she"} or known == pronoun

    def _is_unknown_name(self, number: int) -> bool:
        """True for a sentence whose main subject is one name that nothing tells the kind of."""
        parsed = self._parser.plain(self._sentences[number])
        clause = main_clause(parsed)
        if clause is None or len(clause.subject) != 1:
            return False
        word = parsed.words[clause.subject[0]]
        return word.tag is Tag.NAME and not self.names.mentions(word.span)

    def _described_person(self, number: int) -> str | None:
        """`The driver` for a sentence whose subject is `A driver` without a name."""
        parsed = self._parser.plain(self._sentences[number])
        clause = main_clause(parsed)
        if clause is None:
            return None
        words = [parsed.words[i] for i in clause.subject]
        head = next((n for n, w in enumerate(words) if w.tag is Tag.PREPOSITION), len(words))
        phrase = words[:head]
        if len(phrase) < 2 or phrase[0].tag is not Tag.DETERMINER or len(phrase) > 5:
            return None
        if (
            phrase[-1].text.isupper()
            or not rolewords.is_role(phrase[-1].lower)
            or any(w.tag is Tag.NAME for w in phrase)
        ):
            return None
        return definite(Span(phrase[0].span.start, phrase[-1].span.end).slice(self._text))

    def _with_head(self, sentence: int, noun: str) -> str | None:
        """The last organisation named before with the noun in its name: `the council`."""
        if sentence >= len(self._sentences):
            return None
        start = self._sentences[max(0, sentence - _FAR)].start
        end = self._sentences[sentence].start
        for _, entity in reversed(self.names.mentions(Span(start, end))):
            words = entity.name.lower().split()
            if entity.kind is EntityKind.ORGANIZATION and noun in words and len(words) > 1:
                return entity.name
        return None

    def _singular_thing(self, number: int, parsed: Parsed, clause: Clause) -> str | None:
        """The subject of a clause where it is a name of no person, or a thing: `The lease`."""
        words = [parsed.words[i] for i in clause.subject if parsed.words[i].tag is not Tag.DATE]
        if not words or words[0].tag is Tag.PRONOUN:
            return None
        if [w.tag for w in words] == [Tag.NAME, Tag.NUMBER]:
            return self._shown(words)  # a ship or a device: `Voyager 2`
        if [w.lower for w in words[:3]] == ["one", "of", "the"] and len(words) <= 5:
            return self._shown(words)
        span = Span(words[0].span.start, words[-1].span.end)
        for named in self._named(number):
            if named.subject and span.contains(named.span):
                before = [w for w in words if w.span.end <= named.span.start]
                if any(w.tag is Tag.PREPOSITION for w in before):
                    break  # a resident of Maple Street
                person = named.entity.kind is EntityKind.PERSON
                return None if person else named.entity.name
        head = next((n for n, w in enumerate(words) if w.tag is Tag.PREPOSITION), len(words))
        phrase = words[:head]
        if len(phrase) < 2 or len(phrase) > 5 or phrase[0].tag is not Tag.DETERMINER:
            return None
        last = phrase[-1]
        # “The First Punic War” is a thing with a name of its own.
        thing = last.tag is Tag.NOUN or last.lower in gazetteer.OTHER_HEADS
        thing |= last.tag is Tag.NAME and not last.lower.endswith("s")  # `the new Nova`
        if not thing or is_plural(last) or rolewords.is_role(last.lower):
            return None
        if last.lower in lex.GROUP_NOUNS:
            return self.group(number, last.lower) or definite(self._shown(phrase))
        return definite(self._shown(phrase))

    def _shown(self, words: list[Word]) -> str:
        shown = Span(words[0].span.start, words[-1].span.end).slice(self._text)
        return " ".join(shown.split())

    def _is_organisation(self, number: int, parsed: Parsed, clause: Clause) -> bool:
        words = [parsed.words[i] for i in clause.subject]
        span = Span(words[0].span.start, words[-1].span.end)
        organisation = EntityKind.ORGANIZATION
        named = any(
            n.entity.kind is organisation and span.contains(n.span) for n in self._named(number)
        )
        return named or words[-1].lower in lex.GROUP_NOUNS

    def _named(self, number: int) -> list[_Named]:
        """Entities of a sentence, subjects marked."""
        if number not in self._named_in:
            span = self._sentences[number]
            parsed = self._parser.plain(span)
            heads = list(subject_heads(parsed))
            self._named_in[number] = [
                _Named(
                    entity, at, any(head.start < at.end and at.start < head.end for head in heads)
                )
                for at, entity in self.names.mentions(span)
            ]
        return self._named_in[number]

    def fuller(self, noun: str, position: int) -> str | None:
        """The last fuller wording of `the noun` before a place: `arms embargo on Libya`.

        Fuller by a name behind `on`, `of`, `for`, or by words before the noun.
        """
        best = None
        start = max(0, position - _WINDOW)
        for match in re.finditer(rf"\b{re.escape(noun)}\b", self._text[start:position]):
            at, end = start + match.start(), start + match.end()
            before = _BEFORE_NOUN.search(self._text, max(0, at - 60), at)
            behind = _BEHIND_NOUN.match(self._text, end, min(end + 60, position))
            if before is None:
                continue
            words, link = before[1], behind[0] if behind else ""
            dated = any(word.lower() in lex.CALENDAR_WORDS for word in link.split())
            if (words or link) and not dated and _describes(words):
                best = f"{words}{noun}{link}".rstrip(".,")
        return best


def _does(parsed: Parsed, clause: Clause) -> str:
    return forms.lemma(parsed.words[clause.group.main].lower) if clause.group else ""


def _may_be_bought(parsed: Parsed, clause: Clause) -> bool:
    """False for a public body, or a name of no company: `it` can't be the subject then."""
    words = {parsed.words[i].lower for i in clause.subject}
    return not words & (rolewords.PUBLIC_BODIES | {"government", "police", "cabinet", "treasury"})


def _may_be(entity: Entity, noun: str) -> bool:
    """False for a ministry or a newspaper as `the company`."""
    words = set(entity.name.lower().split())
    return noun not in rolewords.FIRMS or not words & rolewords.PUBLIC_BODIES


def definite(phrase: str, *, capital: bool = True) -> str:
    """`A driver` as `The driver`, or as `the driver`."""
    first, _, rest = phrase.partition(" ")
    if first.lower() in {"a", "an", "another", "one", "this", "that", "the"} and rest:
        return f"The {rest}" if capital else f"the {rest}"
    return phrase[:1].upper() + phrase[1:] if first.lower() == "the" else phrase


def _describes(words: str) -> bool:
    return not any(word.lower() in _NO_DESCRIPTION for word in words.split())
