"""Damaged files of every format through real workers: an article or a reason, never a crash.

`FUZZ_MUTATIONS=20000 FUZZ_SEED=7` asks for more than the usual number, or for others.
"""

from __future__ import annotations

import multiprocessing
import os
import random
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import Future

import pytest

from tests.unit.readers.samples import SAMPLES
from timeline_app.domain.errors import UnreadableFile
from timeline_app.importing.executor import WorkerPool
from timeline_app.readers import ReadArticle, read

MUTATIONS = int(os.environ.get("FUZZ_MUTATIONS", "6000"))
SEED = int(os.environ.get("FUZZ_SEED", "1"))
BROKEN = ("crashed", "took longer", "needs more than")
"""What the pool says of a worker that it had to replace."""


def flipped(data: bytearray, chance: random.Random) -> bytearray:
    for _ in range(chance.choice((1, 4, 32))):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    return data


def cut(data: bytearray, chance: random.Random) -> bytearray:
    return data[: chance.randrange(len(data))]


def without_a_piece(data: bytearray, chance: random.Random) -> bytearray:
    at = chance.randrange(len(data))
    del data[at : at + chance.randrange(1, 400)]
    return data


def repeated(data: bytearray, chance: random.Random) -> bytearray:
    at = chance.randrange(len(data))
    piece = data[at : at + chance.randrange(1, 400)]
    return data[:at] + piece * chance.choice((2, 9, 60)) + data[at:]


def with_noise(data: bytearray, chance: random.Random) -> bytearray:
    at = chance.randrange(len(data))
    return data[:at] + chance.randbytes(chance.randrange(1, 60)) + data[at:]


def with_extremes(data: bytearray, chance: random.Random) -> bytearray:
    at = chance.randrange(len(data))
    extreme = chance.choice((b"\xff\xff\xff\xff", bytes(4), b"\x7f\xff\xff\xff", b"99999999999"))
    data[at : at + len(extreme)] = extreme
    return data


def spliced(data: bytearray, chance: random.Random) -> bytearray:
    other = SAMPLES[chance.choice(sorted(SAMPLES))]
    return data[: chance.randrange(len(data))] + other[chance.randrange(len(other)) :]


CHANGES: tuple[Callable[[bytearray, random.Random], bytearray], ...] = (
    flipped,
    cut,
    without_a_piece,
    repeated,
    with_noise,
    with_extremes,
    spliced,
)


def mutations(count: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """`count` damaged files, each format and each kind of damage in turn."""
    chance = random.Random(seed)
    names = sorted(SAMPLES)
    for number in range(count):
        name = names[number % len(names)]
        change = CHANGES[number // len(names) % len(CHANGES)]
        yield name, bytes(change(bytearray(SAMPLES[name]), chance))


def checked(data: bytes, name: str) -> int:
    """Read in a worker: how many articles, each sound in itself."""
    articles = read(data, name)
    assert articles
    for article in articles:
        check(article)
    return len(articles)


def outcome_of(future: Future[int]) -> tuple[str, str]:
    """What became of a file, and the reason when it was refused; other errors are raised."""
    try:
        future.result()
    except UnreadableFile as reason:
        return "refused", str(reason)
    return "read", ""


def check(article: ReadArticle) -> None:
    assert article.text.strip()
    assert article.title.strip()
    kept = (article.title, article.text, article.author, article.publication, article.section)
    for words in (*kept, article.url, article.part, *article.warnings):
        assert words is None or words.encode("utf-8")  # halves of characters can't be stored
    ends = 0
    for block in article.blocks:
        assert ends <= block.span.start < block.span.end <= len(article.text)
        ends = block.span.end
    assert list(article.pages) == sorted(article.pages)
    assert all(0 <= start <= len(article.text) for start in article.pages)
    assert article.published is None or 0 < article.published.confidence <= 1


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_the_samples_themselves_are_read(name: str) -> None:
    assert checked(SAMPLES[name], name) >= 1


@pytest.mark.slow
def test_damaged_files_end_in_an_article_or_a_reason() -> None:
    outcomes: Counter[str] = Counter()
    pool = WorkerPool(2, seconds=20, megabytes=2048)
    try:
        waiting: list[tuple[str, bytes, Future[int]]] = []
        for name, data in mutations(MUTATIONS, SEED):
            waiting.append((name, data, pool.submit(checked, data, name)))
        for name, data, future in waiting:
            outcome, reason = outcome_of(future)
            assert reason.endswith(".") or outcome == "read", (name, reason)
            assert not any(words in reason for words in BROKEN), (name, reason, data)
            outcomes[outcome] += 1
    finally:
        pool.shutdown(cancel_futures=True)
    assert sum(outcomes.values()) == MUTATIONS
    assert min(outcomes["read"], outcomes["refused"]) > MUTATIONS / 10
    assert not multiprocessing.active_children()
