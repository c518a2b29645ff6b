"""An import takes what it can, tells the rest, and can be taken back."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unit.importing.conftest import InlineExecutor
from timeline_app.domain.edtf import parse_edtf
from timeline_app.domain.errors import UnreadableFile
from timeline_app.importing.executor import WorkerPool
from timeline_app.importing.job import ImportJob
from timeline_app.importing.report import ImportProgress, ImportReport, Outcome
from timeline_app.importing.worker import ImportOptions, read_bytes
from timeline_app.store import Library

STORY = "Harbour strike ends\n\nDock workers in Oran ended their strike on 4 March 2014.\n"


def run(
    library: Library, inline: InlineExecutor, *paths: Path, options: ImportOptions | None = None
) -> tuple[ImportReport, list[ImportProgress]]:
    updates: list[ImportProgress] = []
    report = ImportJob(inline, library, updates.append, options).run(list(paths))
    return report, updates


def test_a_story_becomes_an_article_with_events(
    library: Library, inline: InlineExecutor, folder: Path
) -> None:
    (folder / "strike.txt").write_text(STORY)
    report, updates = run(library, inline, folder / "strike.txt")
    assert (report.articles, report.events) == (1, 1)
    assert updates[-1].report is report
    assert updates[-1].finished
    [event] = library.events()
    assert event.when == parse_edtf("2014-03-04")
    article = library.article(event.mentions[0].article)
    assert "ended their strike" in event.mentions[0].passage.slice(article.text)
    assert library.original(article.id) == STORY.encode()


def test_bad_files_are_told_and_cost_nothing_else(
    library: Library, inline: InlineExecutor, folder: Path
) -> None:
    (folder / "strike.txt").write_text(STORY)
    (folder / "empty.txt").touch()
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)
    (folder / "utf16.txt").write_bytes(STORY.replace("Oran", "Algiers").encode("utf-16"))
    (folder / "western.txt").write_bytes(STORY.replace("Oran", "Orléans").encode("cp1252"))
    with (folder / "huge.txt").open("wb") as huge:
        huge.truncate(200 << 20)
    os.mkfifo(folder / "pipe.txt")
    paths = [folder / "gone.txt", *sorted(folder.iterdir())]
    report, _ = run(library, inline, *paths)
    reasons = {Path(row.path).name: row.reason for row in report.of(Outcome.REFUSED)}
    assert set(reasons) == {"gone.txt", "empty.txt", "picture.txt", "huge.txt", "pipe.txt"}
    assert "empty" in reasons["empty.txt"]
    assert "PNG" in reasons["picture.txt"]
    assert "too big" in reasons["huge.txt"]
    assert "not there" in reasons["gone.txt"]
    assert "device" in reasons["pipe.txt"]
    assert len(library.summaries()) == 3
    assert "Orléans" in "".join(library.article(i).text for i in library.article_ids())


@pytest.fixture
def plain_user() -> Iterator[None]:
    """Root may read everything: be nobody for the time of a test."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    yield
    if root:
        os.seteuid(0)


@pytest.mark.usefixtures("plain_user")
def test_a_file_without_permission() -> None:
    with tempfile.NamedTemporaryFile(suffix=".txt") as secret:
        Path(secret.name).chmod(0)
        with pytest.raises(UnreadableFile, match="no permission"):
            read_bytes(Path(secret.name))


def test_folders_are_walked_and_empty_ones_told(
    library: Library, inline: InlineExecutor, folder: Path
) -> None:
    (folder / "deep" / "er").mkdir(parents=True)
    (folder / "deep" / "er" / "strike.txt").write_text(STORY)
    (folder / ".hidden.txt").write_text(STORY + "more")
    (folder / "loop").symlink_to(folder, target_is_directory=True)
    empty = folder.parent / "empty"
    empty.mkdir()
    report, _ = run(library, inline, folder, empty)
    assert sorted(row.outcome for row in report.rows) == [Outcome.IMPORTED, Outcome.REFUSED]
    assert report.of(Outcome.REFUSED)[0].reason == "The folder holds no files."


def test_the_same_file_twice_adds_nothing(
    library: Library, inline: InlineExecutor, folder: Path
) -> None:
    (folder / "strike.txt").write_text(STORY)
    (folder / "copy.txt").write_text(STORY)
    report, _ = run(library, inline, folder / "strike.txt", folder / "copy.txt")
    assert [row.outcome for row in report.rows].count(Outcome.ALREADY_THERE) == 1
    again, _ = run(library, inline, folder)
    assert [row.outcome for row in again.rows] == [Outcome.ALREADY_THERE] * 2
    assert again.inverse is None
    assert len(library.summaries()) == len(library.events()) == 1
    assert again.summary == "Nothing new, 2 already there"


def test_an_import_is_taken_back_as_one(
    library: Library, inline: InlineExecutor, folder: Path
) -> None:
    for number in range(3):
        (folder / f"{number}.txt").write_text(f"Part {number}. {STORY}")
    report, _ = run(library, inline, folder)
    assert report.articles == 3
    assert report.inverse is not None
    library.apply(report.inverse)
    assert library.summaries() == []


def test_the_users_publication_date_anchors_relative_dates(
    library: Library, inline: InlineExecutor, folder: Path
) -> None:
    (folder / "vote.txt").write_text("Vote held\n\nParliament voted on the budget yesterday.\n")
    options = ImportOptions(published=parse_edtf("2016-05-20"))
    run(library, inline, folder / "vote.txt", options=options)
    assert parse_edtf("2016-05-19") in [event.when for event in library.events()]


def test_cancel_keeps_what_is_in_and_drops_the_rest(library: Library, folder: Path) -> None:
    for number in range(40):
        (folder / f"{number:02}.txt").write_text(f"Part {number}. {STORY}" * 40)
    pool = WorkerPool(1)
    job: ImportJob
    seen: list[ImportProgress] = []

    def stop(progress: ImportProgress) -> None:
        seen.append(progress)
        if progress.articles:
            job.cancel()

    job = ImportJob(pool, library, stop)
    job.start([folder])
    assert job.wait(60)
    pool.shutdown(cancel_futures=True)
    report = seen[-1].report
    assert report is not None
    assert report.cancelled
    assert 0 < len(library.summaries()) == report.articles < 40


def test_progress_counts_up_and_names_files(
    library: Library, inline: InlineExecutor, folder: Path
) -> None:
    for number in range(5):
        (folder / f"{number}.txt").write_text(f"Part {number}. {STORY}")
    report, updates = run(library, inline, folder)
    assert (updates[0].done, updates[0].total) == (0, 5)
    assert [update.done for update in updates] == sorted(update.done for update in updates)
    assert updates[-1].done == updates[-1].total == 5
    assert Path(updates[-1].current).parent == folder
    added = set().union(*(update.changes.articles.added for update in updates))
    assert added == set(library.article_ids())
    assert [row.events for row in report.rows] == [1] * 5
    assert report.summary == "5 articles with 1 event imported"  # they all tell the same


def test_articles_keep_the_order_of_their_files(library: Library, folder: Path) -> None:
    for number in range(12):
        size = 200 if number % 4 == 0 else 1
        (folder / f"{number:02}.txt").write_text(f"Part {number}. {STORY}" * size)
    pool = WorkerPool(2)
    ImportJob(pool, library, lambda _: None).run([folder])
    pool.shutdown(cancel_futures=True)
    names = [Path(summary.path).name for summary in library.summaries()]
    assert names == sorted(names)
    assert len(names) == 12


def test_an_import_that_breaks_still_ends_with_a_report(
    library: Library,
    inline: InlineExecutor,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    (folder / "strike.txt").write_text(STORY)
    updates: list[ImportProgress] = []
    job = ImportJob(inline, library, updates.append)
    monkeypatch.setattr(library, "knows", lambda _: 1 / 0)
    job.start([folder])
    assert job.wait(20)
    report = updates[-1].report
    assert report is not None
    assert "ZeroDivisionError" in report.of(Outcome.REFUSED)[-1].reason
    assert "failed" in caplog.text
