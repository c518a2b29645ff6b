"""Each command does what docs/commands.md says, in the form that it says."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.unit.cli.conftest import Command
from timeline_app.app import main

_SHARED = Path(__file__).parents[3].parent / "shared"
WIRE_STORY = _SHARED / "articles" / "pact-to-send-us-troops-to-libya.txt"
EVENT = {
    *("id", "title", "when", "status", "modality", "sources", "speaker", "basis", "confidence"),
    *("conflict", "entities", "starred", "tags"),
}
WHEN = {
    *("edtf", "display", "earliest", "latest", "grain", "kind"),
    *("approximate", "uncertain", "inferred"),
}
SOURCE = {
    *("article", "path", "article_title", "published", "start", "end"),
    *("quote", "expression", "why", "when", "page", "copies_of"),
}
ARTICLE = {
    *("id", "path", "part", "title", "author", "publication", "published", "language"),
    *("url", "sha256", "events", "copies_of", "warnings", "section", "pages", "superseded_by"),
}


def test_events_of_a_file_as_json(command: Command, story: Path) -> None:
    answer = command("events", story, "--format", "json")
    events = json.loads(answer.out)
    text = json.loads(command("articles", story, "--text", "--format", "json").out)[0]["text"]
    assert answer.status == 0
    assert {"2014-02-03", "2013"} <= {event["when"]["edtf"] for event in events}
    for event in events:
        assert set(event) == EVENT
        assert set(event["when"]) == WHEN
        assert 0 < len(event["title"]) <= 80
        for source in event["sources"]:
            assert set(source) == SOURCE
            assert source["quote"] == text[source["start"] : source["end"]]
            expression = source["expression"]
            assert expression is None or (
                expression["text"] == text[expression["start"] : expression["end"]]
            )
    bounds = {event["when"]["edtf"]: event["when"] for event in events}["2013"]
    assert (bounds["earliest"], bounds["latest"]) == ("2013-01-01", "2013-12-31")
    assert (bounds["grain"], bounds["kind"]) == ("year", "moment")


@pytest.mark.skipif(not WIRE_STORY.exists(), reason="the shared wire story is not here")
def test_a_story_without_a_day_of_publication_reports_nothing(command: Command) -> None:
    events = json.loads(command("events", WIRE_STORY, "--format", "json").out)
    assert [event["when"]["edtf"] for event in events] == [
        *("2011", "2011/..", "2016", "2016-05-16", "2016-05-19")
    ]
    assert {event["basis"] for event in events} == {"expression"}


def test_events_without_a_date_say_what_theirs_rests_on(command: Command, tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text("Council closes bridge\n\nThe council met on Monday. It sold ten ships.\n")
    answer = command("events", path, "--published", "2016-05-20", "--format", "json")
    events = {event["basis"]: event for event in json.loads(answer.out)}
    (source,) = events["carried"]["sources"]
    assert source["expression"] is None
    assert "“Monday”" in source["why"]
    assert events["carried"]["confidence"] < events["expression"]["confidence"]


def test_reports_of_one_event_are_its_sources(command: Command, tmp_path: Path) -> None:
    told = {
        "first.txt": "Gunmen Attack\n\nPublished: March 3, 2014\n\n"
        "Gunmen attacked the police station of Marwan on March 1, 2014 and killed four officers.",
        "later.txt": "A Bloody Spring\n\nPublished: May 9, 2014\n\n"
        "Four officers died on March 1, when gunmen attacked the Marwan police station.",
        "reprint.txt": "Attack in Marwan\n\nPublished: March 4, 2014\n\n"
        "Gunmen attacked the police station of Marwan on March 1, 2014 and killed four officers.",
    }
    for name, text in told.items():
        (tmp_path / name).write_text(text)
    events = json.loads(command("events", *sorted(tmp_path.iterdir()), "--format", "json").out)
    (attack,) = (event for event in events if event["when"]["edtf"] == "2014-03-01")
    names = [Path(source["path"]).name for source in attack["sources"]]
    assert names == ["first.txt", "reprint.txt", "later.txt"]
    copies = [source["copies_of"] for source in attack["sources"]]
    assert copies == [None, attack["sources"][0]["article"], None]
    assert not attack["conflict"]


def test_an_import_tells_of_copies(command: Command, tmp_path: Path) -> None:
    text = "The council of Elmstead met on March 3, 2014 and closed its bridge. " * 2
    (tmp_path / "a.txt").write_text(f"Bridge Closed\n\nPublished: March 4, 2014\n\n{text}")
    (tmp_path / "b.txt").write_text(f"No Way Across\n\nPublished: March 5, 2014\n\n{text}")
    library = tmp_path / "case.timeline"
    files = (tmp_path / "a.txt", tmp_path / "b.txt")
    answer = command("import", "--library", library, *files)
    assert answer.status == 0
    assert f"{tmp_path / 'b.txt'} is a copy of “Bridge Closed”." in answer.out
    again = json.loads(command("articles", "--library", library, "--format", "json").out)
    assert [article["copies_of"] for article in again] == [None, again[0]["id"]]


def test_events_in_other_forms(command: Command, story: Path) -> None:
    listed = json.loads(command("events", story, "--format", "json").out)
    lines = command("events", story, "--format", "jsonl").out.splitlines()
    assert [json.loads(line)["title"] for line in lines] == [event["title"] for event in listed]
    rows = list(csv.DictReader(io.StringIO(command("events", story, "--format", "csv").out)))
    assert [row["title"] for row in rows] == [event["title"] for event in listed]
    table = command("events", story).out
    assert "3 February 2014" in table


def test_import_then_list(command: Command, story: Path, tmp_path: Path) -> None:
    library = tmp_path / "case.timeline"
    first = command("import", "--library", library, "--json", story)
    [row] = json.loads(first.out)
    assert first.status == 0
    assert (row["outcome"], row["articles"]) == ("imported", 1)
    again = command("import", "--library", library, story)
    assert again.out == "Nothing new, 1 already there.\n"
    [article] = json.loads(command("articles", "--library", library, "--format", "json").out)
    assert set(article) == ARTICLE
    assert article["title"] == "Harbour strike ends"
    assert article["author"] == "Lina Haddad"
    assert article["path"] == str(story)
    events = json.loads(command("events", "--library", library, "--format", "json").out)
    assert len(events) == article["events"] == row["events"]


def test_refused_files_are_named_and_the_rest_is_done(
    command: Command, story: Path, tmp_path: Path
) -> None:
    (tmp_path / "empty.txt").touch()
    answer = command(
        *("import", "--library", tmp_path / "case.timeline", "--json"),
        *(tmp_path / "empty.txt", story, tmp_path / "gone.txt"),
    )
    outcomes = {Path(row["path"]).name: row["outcome"] for row in json.loads(answer.out)}
    assert answer.status == 1
    assert outcomes == {"empty.txt": "refused", "strike.txt": "imported", "gone.txt": "refused"}
    assert "empty.txt: The file is empty." in answer.err
    assert "gone.txt: The file is not there" in answer.err


def test_the_publication_date_can_be_given(command: Command, tmp_path: Path) -> None:
    path = tmp_path / "vote.txt"
    path.write_text("Budget vote\n\nParliament approved the budget yesterday.\n")
    events = json.loads(
        command("events", "--published", "20 May 2016", path, "--format", "json").out
    )
    assert "2016-05-19" in [event["when"]["edtf"] for event in events]
    assert events[0]["sources"][0]["published"] == "2016-05-20"


def test_tag_a_file_and_standard_input(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "note.txt"
    path.write_text("They met on May 19, 2016.")
    [found] = json.loads(command("tag", path, "--format", "json").out)
    assert (found["text"], found["value"], found["type"]) == ("May 19, 2016", "2016-05-19", "DATE")
    assert found["edtf"] == "2016-05-19"
    monkeypatch.setattr(sys, "stdin", io.StringIO("It ended yesterday."))
    [found] = json.loads(command("tag", "-", "--date", "2016-05-20", "--format", "json").out)
    assert found["value"] == "2016-05-19"


def test_tag_lines_keeps_the_contract(command: Command, tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    lines = [
        json.dumps({"id": "a", "text": "Talks began yesterday.", "dct": "2016-05-20"}),
        "not json",
        json.dumps({"id": "b", "text": "Nothing here.", "dct": None}),
    ]
    path.write_text("\n".join(lines))
    answer = command("tag", "--jsonl", path)
    first, second = (json.loads(line) for line in answer.out.splitlines())
    assert first == {
        "id": "a",
        "timexes": [
            {"start": 12, "end": 21, "text": "yesterday", "type": "DATE", "value": "2016-05-19"}
        ],
    }
    assert second == {"id": "b", "timexes": []}
    assert answer.status == 1
    assert "line 2" in answer.err


def test_tag_lines_of_standard_input(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    record = json.dumps({"id": 7, "text": "Zoë left on 20 May.", "dct": "2016-05-21"}) + "\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(record.encode())))
    answer = json.loads(command("tag", "--jsonl", "-").out)
    assert [timex["value"] for timex in answer["timexes"]] == ["2016-05-20"]


def test_explain_says_words_rule_and_result(command: Command) -> None:
    out = command("explain", "--date", "2016-05-20", "It happened two weeks ago.").out
    assert "two weeks ago" in out
    assert "2016-05" in out
    assert command("explain", "Nothing here").out == "No dates found.\n"


def test_a_year_before_christ_is_no_option(command: Command, story: Path) -> None:
    given = ("--published", "-0043-03-15", "--format", "json")
    [article] = json.loads(command("articles", story, *given).out)
    assert article["published"]["edtf"] == "-0043-03-15"


@pytest.mark.parametrize(
    "words",
    [
        ("import",),
        ("events", "--format", "xml"),
        ("tag", "--date", "sometime", "-"),
        ("events", "--published", "May 20", "x.txt"),
        ("nonsense",),
    ],
)
def test_wrong_usage_is_status_2(command: Command, words: tuple[str, ...]) -> None:
    answer = command(*words)
    assert answer.status == 2
    assert answer.err


def test_lines_that_are_no_json_are_named_and_the_others_tagged(
    command: Command, tmp_path: Path
) -> None:
    path = tmp_path / "in.jsonl"
    first, last = b'\xef\xbb\xbf{"id": 1, "text": "May 2016"}', b'{"id": 2, "text": "June 2016"}'
    path.write_bytes(b"\n".join((first, b"\xff\xfe", b"no", b"[]", last)))
    answer = command("tag", "--jsonl", path)
    assert answer.status == 1
    assert [json.loads(line)["id"] for line in answer.out.splitlines()] == [1, 2]
    assert answer.err.splitlines() == [
        f"refused {path}, line 2: it is not UTF-8",
        f"refused {path}, line 3: it is not JSON",
        f'refused {path}, line 4: it needs a "text"',
    ]


@pytest.mark.parametrize("words", [("tag",), ("tag", "--jsonl")])
def test_a_text_that_cannot_be_read_is_named(
    command: Command, tmp_path: Path, words: tuple[str, ...]
) -> None:
    answer = command(*words, tmp_path / "gone.txt")
    assert answer.status == 1
    assert answer.err.startswith(f"refused {tmp_path / 'gone.txt'}: ")


def test_a_library_that_is_none(command: Command, tmp_path: Path) -> None:
    path = tmp_path / "photo.timeline"
    path.write_bytes(b"\xff\xd8" * 2000)
    answer = command("events", "--library", path)
    assert answer.status == 1
    assert f"{path} can't be opened: this file is not a Timeline App library" in answer.err


def test_a_library_that_is_not_there_is_not_made(command: Command, tmp_path: Path) -> None:
    answer = command("events", "--library", tmp_path / "gone.timeline")
    assert answer.status == 1
    assert not (tmp_path / "gone.timeline").exists()


def test_painting_is_left_to_the_window(command: Command) -> None:
    assert command("screenshot", "--output", "window.png").status == 9
    assert command("export", "--format", "pdf", "--output", "timeline.pdf").status == 8


def test_an_unknown_export_format_is_wrong_usage(command: Command) -> None:
    assert command("export", "--format", "gif", "--output", "timeline.gif").status == 2


def test_a_reader_that_has_seen_enough_is_no_failure_to_tell(story: Path) -> None:
    words = "from timeline_app.app import main; raise SystemExit(main())"
    program = [sys.executable, "-c", words, "events", str(story), "--format", "jsonl"]
    with subprocess.Popen(program, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""


def test_a_full_disk_below_the_answer_is_told(story: Path) -> None:
    full = Path("/dev/full")  # Linux has one
    words = "from timeline_app.app import main; raise SystemExit(main())"
    program = [sys.executable, "-c", words, "events", str(story), "--format", "json"]
    with (full if full.exists() else Path(os.devnull)).open("w") as output:
        done = subprocess.run(
            program, stdout=output, stderr=subprocess.PIPE, text=True, check=False
        )
    assert "Traceback" not in done.stderr
    if full.exists():
        assert done.returncode == 1
        assert "No space left" in done.stderr


def test_a_text_in_utf_16_is_tagged(command: Command, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("The bank closed on May 16, 2016.".encode("utf-16"))
    [found] = json.loads(command("tag", path, "--format", "json").out)
    assert found["value"] == "2016-05-16"


def test_a_library_and_files_are_not_mixed(command: Command, story: Path, tmp_path: Path) -> None:
    library = tmp_path / "case.timeline"
    command("import", "--library", library, story)
    assert command("events", "--library", library, story).status == 2
    assert command("events", "--library", library, "--published", "2016").status == 2


def test_an_unknown_option_opens_no_window(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["case.timeline", "--bogus"]) == 2
    assert "--bogus" in capsys.readouterr().err


def test_a_picture_is_not_tagged(command: Command, tmp_path: Path) -> None:
    path = tmp_path / "picture.txt"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)
    answer = command("tag", path)
    assert (answer.status, answer.out) == (1, "")
    assert "PNG" in answer.err


def test_a_text_from_standard_input(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    piped = io.TextIOWrapper(io.BytesIO(b"Strike ends\n\nThe strike ended on Monday."))
    monkeypatch.setattr("sys.stdin", piped)
    answer = command("events", "-", "--published", "2014-03-06", "--format", "json")
    [event] = json.loads(answer.out)
    assert event["when"]["edtf"] == "2014-03-03"
    assert event["sources"][0]["path"] == "standard input"


def test_what_the_command_line_knows_better(command: Command, story: Path) -> None:
    given = ("--published", "2015-01-02", "--source", "Harbour Post", "--language", "de")
    [article] = json.loads(command("articles", story, *given, "--format", "json").out)
    assert article["published"]["edtf"] == "2015-01-02"
    assert (article["publication"], article["language"]) == ("Harbour Post", "de")


def test_overrides_that_mean_nothing(command: Command, story: Path, tmp_path: Path) -> None:
    assert command("events", story, "--language", "German").status == 2
    assert command("events", "--library", tmp_path / "l", "--source", "Post").status == 2


def test_a_cluster_that_is_not_there(
    command: Command, story: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("timeline_app.importing.cluster._PATIENCE", "0.5s")
    words = ("import", "--library", tmp_path / "l.timeline", "--cluster", "tcp://127.0.0.1:9")
    answer = command(*words, story)
    assert answer.status == 1
    assert "cluster" in answer.err
