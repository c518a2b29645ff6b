"""Who copies whom is what comparing all with all gives, in whatever order they come and go."""

from __future__ import annotations

import random
import tempfile
from itertools import combinations
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.store.test_groups import BODY, draft
from timeline_app.domain.fingerprint import are_copies, sketch
from timeline_app.domain.records import ArticleId
from timeline_app.store import AddArticles, Library, RemoveArticles, RestoreArticles

WORDS = BODY.split()


def body(family: int, cut: int) -> str:
    """A text of a family; those with cuts close to each other are copies, far apart they aren't."""
    generator = random.Random(family)
    words = [f"{generator.choice(WORDS)}{generator.randint(0, 99)}" for _ in range(120)]
    return " ".join(words[cut * 12 : cut * 12 + 70])


def compared(library: Library, living: set[ArticleId]) -> list[frozenset[ArticleId]]:
    """Stories of more than one article, by comparing all with all."""
    articles = {identity: library.article(identity) for identity in living}
    sketches = {i: sketch(each.text, each.blocks) for i, each in articles.items()}
    stories = {identity: {identity} for identity in living}
    for one, other in combinations(sorted(living), 2):
        if are_copies(sketches[one], sketches[other]):
            together = stories[one] | stories[other]
            for identity in together:
                stories[identity] = together
    return sorted({frozenset(s) for s in stories.values() if len(s) > 1}, key=min)


def told(library: Library, living: set[ArticleId]) -> list[frozenset[ArticleId]]:
    """Stories of more than one article, as the library has them."""
    stories: dict[ArticleId, set[ArticleId]] = {}
    for identity in living:
        original = library.article(identity).copies_of or identity
        stories.setdefault(original, set()).update((identity, original))
    return sorted((frozenset(s) for s in stories.values() if len(s) > 1), key=min)


@given(
    st.lists(st.tuples(st.integers(0, 2), st.integers(0, 3), st.integers(10, 28)), max_size=9),
    st.randoms(use_true_random=False),
)
@settings(max_examples=40, deadline=None)
def test_stories_are_those_that_comparing_all_gives(
    texts: list[tuple[int, int, int]], dice: random.Random
) -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        Library.open(Path(folder) / "copies.timeline") as library,
    ):
        for family, cut, day in texts:
            library.apply(AddArticles((draft(f"2016-05-{day}", body=body(family, cut)),)))
        everyone = list(library.article_ids())
        living = set(everyone)
        for _ in range(4):
            assert told(library, living) == compared(library, living)
            if not everyone:
                return
            identity = dice.choice(everyone)
            edit = RemoveArticles if identity in living else RestoreArticles
            living ^= {identity}
            library.apply(edit((identity,)))


def test_a_copy_is_found_among_many_that_share_turns_of_phrase(tmp_path: Path) -> None:
    phrases = " ".join(WORDS[:12])
    with Library.open(tmp_path / "copies.timeline") as library:
        for family in range(30):
            text = f"{phrases} {body(family, 0)}"
            library.apply(AddArticles((draft("2016-05-11", body=text),)))
        again = draft("2016-05-12", body=f"{phrases} {body(7, 0)} The end.")
        library.apply(AddArticles((again,)))
        everyone = list(library.article_ids())
        assert told(library, set(everyone)) == [frozenset({everyone[7], everyone[-1]})]
