"""Whole stories with every title that they give, kept in titles.txt."""

from __future__ import annotations

import re

import pytest

from tests.unit.extract.marked import events_of
from tests.unit.extract.titles.titlecorpus import Story, stories
from timeline_app.extract.titles.wording import LONGEST

STORIES = stories()


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.text[:40])
def test_titles_of_a_story(story: Story) -> None:
    assert [event.title for event in events_of(story.text, published=story.published)] == (
        story.titles
    )


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.text[:40])
def test_the_mechanical_part_of_the_checklist(story: Story) -> None:
    for title in story.titles:
        assert len(title) <= LONGEST
        assert len(title.split()) >= 2
        assert "…" not in title
        assert not re.match(r"(?:He|She|It|They|His|Her|Its|Their|This|That)\b", title)
        assert not re.match(r"(?:On|In|Since|By|Last|This|According)\b", title)
        assert not re.search(r",|\.$", title[-1])
        assert not re.search(r"\b(?:the|a|an|of|to|and|or|with|for|was|were|has|that)$", title)
        assert not re.search(r", [\w ]+ (?:said|says|reports?|reported)$", title)
        assert title.count("“") == title.count("”")


def test_the_corpus_is_varied_and_large() -> None:
    assert sum(len(story.titles) for story in STORIES) >= 60
    kinds = {story.kind for story in STORIES}
    assert kinds >= {
        "wire", "court", "police", "business", "sport", "obituary", "history", "science",
        "transcript",
    }  # fmt: skip


def test_the_checklist_passes_nearly_all() -> None:
    verdicts = [passed for story in STORIES for passed in story.passes]
    assert sum(verdicts) / len(verdicts) >= 0.95
