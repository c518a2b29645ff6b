"""An import that was cut off is remembered, and going on costs only what is missing."""

from __future__ import annotations

from pathlib import Path

from tests.unit.importing.conftest import InlineExecutor
from timeline_app.domain.edtf import parse_edtf
from timeline_app.importing.job import ImportJob
from timeline_app.importing.pending import unfinished
from timeline_app.importing.report import ImportProgress, Outcome
from timeline_app.importing.worker import Clipping, ImportOptions, digest_file
from timeline_app.store import Library

OPTIONS = ImportOptions(parse_edtf("2016-05-20"), "Harbour Post", "en")


def write(folder: Path, count: int) -> None:
    for number in range(count):
        (folder / f"{number}.txt").write_text(f"Talks {number}\n\nTalks began on 4 March 2014.\n")


def test_a_finished_import_is_forgotten(
    library: Library, inline: InlineExecutor, folder: Path
) -> None:
    write(folder, 3)
    report = ImportJob(inline, library, lambda _: None).run([folder])
    assert report.articles == 3
    assert unfinished(library) == []


def test_an_import_that_is_to_go_on_is_remembered_with_its_options(
    library: Library, inline: InlineExecutor, folder: Path
) -> None:
    write(folder, 3)
    job = ImportJob(inline, library, lambda _: job.cancel(resumable=True), OPTIONS)
    report = job.run([folder, Clipping("pasted", b"Talks end")])
    assert report.cancelled
    assert unfinished(library) == [(OPTIONS, [folder.absolute()])]
    [(options, paths)] = unfinished(library)
    report = ImportJob(inline, library, lambda _: None, options).run(paths)
    assert len(library.summaries()) == 3
    assert {summary.publication for summary in library.summaries()} == {"Harbour Post"}
    assert unfinished(library) == []


def test_an_import_that_the_user_cancels_is_forgotten(
    library: Library, inline: InlineExecutor, folder: Path
) -> None:
    write(folder, 3)
    job = ImportJob(inline, library, lambda _: job.cancel())
    assert job.run([folder]).cancelled
    assert unfinished(library) == []


def test_what_is_in_already_is_not_read_again(
    library: Library, inline: InlineExecutor, folder: Path
) -> None:
    write(folder, 2)
    ImportJob(inline, library, lambda _: None).run([folder])
    path = folder / "0.txt"
    assert digest_file(str(path), ImportOptions(), library.hashes_of(str(path))) is None
    report = ImportJob(inline, library, lambda _: None).run([folder])
    assert [row.outcome for row in report.rows] == [Outcome.ALREADY_THERE] * 2
    path.write_text("Talks 0\n\nTalks ended on 5 March 2014.\n")
    report = ImportJob(inline, library, lambda _: None).run([folder])
    outcomes = {Path(row.path).name: row.outcome for row in report.rows}
    assert outcomes == {"0.txt": Outcome.IMPORTED, "1.txt": Outcome.ALREADY_THERE}


def test_the_time_left_follows_the_rate() -> None:
    def after(seconds: float, done: int) -> ImportProgress:
        return ImportProgress(done, 100, "", 0, 0, changes, None, seconds)

    from timeline_app.domain.records import ChangeSet

    changes = ChangeSet()
    assert after(1.0, 10).seconds_left is None
    assert after(10.0, 0).seconds_left is None
    assert after(10.0, 20).seconds_left == 40.0
    assert after(10.0, 100).seconds_left == 0.0
