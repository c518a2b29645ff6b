"""Every rule reads its examples and leaves its counter-examples alone."""

from __future__ import annotations

import pytest

from timeline_app.domain.edtf import format_edtf, parse_edtf
from timeline_app.tagger import LANGUAGES, tag, timexes
from timeline_app.tagger.language import load_language
from timeline_app.tagger.match import find
from timeline_app.tagger.patterns import expand
from timeline_app.tagger.rules import Example, Rule

RULES = [
    (code, rule) for code in LANGUAGES for stage in load_language(code).rules for rule in stage
]
EXAMPLES = [(code, rule, example) for code, rule in RULES for example in rule.examples]
COUNTER_EXAMPLES = [(code, rule, text) for code, rule in RULES for text in rule.counter_examples]


@pytest.mark.parametrize(
    ("code", "rule", "example"), EXAMPLES, ids=[f"{c}: {e.phrase}" for c, _, e in EXAMPLES]
)
def test_example_is_read(code: str, rule: Rule, example: Example) -> None:
    published = parse_edtf(example.published) if example.published else None
    found = tag(example.phrase, published=published, language=code)
    assert " ".join(row["value"] for row in timexes(found)) == example.timex
    assert rule.name in _used(example.phrase, code)
    if example.edtf is not None:
        values = [format_edtf(expression.value) for expression in found if expression.value]
        assert example.edtf in values


def _used(phrase: str, code: str) -> set[str]:
    """Names of all rules that read a phrase, also of those inside another's reading."""
    names: set[str] = set()
    nodes = list(find(phrase, load_language(code)))
    while nodes:
        node = nodes.pop()
        names.add(node.rule.name)
        nodes += node.children
    return names


@pytest.mark.parametrize(
    ("code", "rule", "text"), COUNTER_EXAMPLES, ids=[f"{c}: {t}" for c, _, t in COUNTER_EXAMPLES]
)
def test_counter_example_is_left_alone(code: str, rule: Rule, text: str) -> None:
    assert rule.name not in {expression.rule for expression in tag(text, language=code)}


@pytest.mark.parametrize(("code", "rule"), RULES, ids=[f"{c}: {r.name}" for c, r in RULES])
def test_rule_is_whole(code: str, rule: Rule) -> None:
    assert expand(rule.pattern)
    assert rule.examples or rule.latent, f"{code}: {rule.name} has no example"


@pytest.mark.parametrize("code", LANGUAGES)
def test_names_of_rules_are_unique(code: str) -> None:
    names = [rule.name for own, rule in RULES if own == code]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("May 19", "<month> <day>"),
        ("May 19, 2016", "<month> <day>, <year>"),
        ("Thursday, May 19", "<weekday>, <month> <day>"),
        ("next year", "next <unit>"),
        ("two days earlier", "<count> <unit> earlier"),
        ("the previous week", "the previous <unit>"),
        ("the end of 1999", "the end of <date>"),
    ],
)
def test_name_reads_like_the_phrase(phrase: str, name: str) -> None:
    assert tag(phrase, published=parse_edtf("2016-05-20"))[0].rule == name


@pytest.mark.parametrize(
    ("phrase", "step"),
    [
        ("two weeks ago", "2 weeks before the publication date, 20 May 2016"),
        ("tomorrow", "1 day after the publication date, 20 May 2016"),
        ("this month", "the month of the publication date, 20 May 2016"),
        ("last June", "the last one before the publication date, 20 May 2016"),
        ("next Friday", "in the week after that of the publication date, 20 May 2016"),
        ("In June 2015 it rained; that summer", "in the year of the date told before, June 2015"),
    ],
)
def test_steps_are_plain_words(phrase: str, step: str) -> None:
    assert tag(phrase, published=parse_edtf("2016-05-20"))[-1].derivation[0] == step
