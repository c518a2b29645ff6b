"""Reading with a real cluster of two worker processes on this machine."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline_app.domain.errors import UserFacingError
from timeline_app.importing.cluster import cluster_executor
from timeline_app.importing.job import ImportJob
from timeline_app.importing.report import Outcome
from timeline_app.store import Library

distributed = pytest.importorskip("distributed", reason='the extra "cluster" is not installed')


def test_two_workers_read_a_folder(library: Library, folder: Path) -> None:
    for number in range(12):
        text = f"Talks {number}\n\nTalks began on {number + 1} March 2014.\n"
        (folder / f"{number:02}.txt").write_text(text)
    (folder / "empty.txt").touch()
    with (
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
        ) as cluster,
        cluster_executor(cluster.scheduler_address) as executor,
    ):
        report = ImportJob(executor, library, lambda _: None).run([folder])
    assert report.articles == 12
    assert [Path(row.path).name for row in report.of(Outcome.REFUSED)] == ["empty.txt"]
    assert len(library.events()) == 12


def test_a_cluster_that_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline_app.importing.cluster._PATIENCE", "0.5s")
    with (
        pytest.raises(UserFacingError, match="no cluster answers"),
        cluster_executor("tcp://127.0.0.1:9"),
    ):
        pass
