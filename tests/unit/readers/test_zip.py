from __future__ import annotations

import io
import stat
import struct
import zipfile
from pathlib import Path

import pytest

from timeline_app.domain.errors import UnreadableFile
from timeline_app.readers import read

LOCKED = Path(__file__).parent / "data" / "locked.zip"
"""`story.txt`, locked with the ZIP format's own (weak) encryption."""

STORY = b"Council Keeps Embargo\n\nThe council voted in May 2016 to keep the embargo.\n"


def packed(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as container:
        for name, data in files.items():
            container.writestr(name, data)
    return out.getvalue()


def test_every_file_by_its_own_reader() -> None:
    page = b"<!DOCTYPE html><html><body><p>It was imposed in 2011.</p></body></html>"
    files = {"b/page": page, "a/story.txt": STORY, "__MACOSX/a": b"x", ".hidden": b"y", "c/": b""}
    first, second = read(packed(files), "case.zip")
    assert (first.part, first.reader) == ("a/story.txt", "plaintext/1")
    assert (second.part, second.reader) == ("b/page", "html/2")
    assert first.title == "Council Keeps Embargo"
    assert first.warnings == ()


def test_what_cannot_be_read_is_named_and_the_rest_comes_in() -> None:
    files = {"a.txt": STORY, "b.png": b"\x89PNG\r\n\x1a\n" + bytes(99)}
    (article,) = read(packed(files), "case.zip")
    assert "b.png (This is a PNG picture" in article.warnings[0]
    with pytest.raises(UnreadableFile, match=r"b\.png \(This is a PNG picture"):
        read(packed({"b.png": files["b.png"]}), "case.zip")


def test_names_that_climb_out_stay_in_the_archive() -> None:
    files = {"../../etc/story.txt": STORY, "C:\\other.txt": STORY, "/root.txt": STORY}
    parts = {article.part for article in read(packed(files), "case.zip")}
    assert parts == {"etc/story.txt", "other.txt", "root.txt"}


def test_links_are_left_out() -> None:
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as container:
        container.writestr(link, "/etc/passwd")
        container.writestr("a.txt", STORY)
    assert [article.part for article in read(out.getvalue(), "a.zip")] == ["a.txt"]


def test_archives_in_archives_only_so_deep() -> None:
    data = packed({"story.txt": STORY})
    for level in range(3):
        if level < 2:
            data = packed({f"{level}.zip": data})
    assert [article.part for article in read(data, "a.zip")] == ["1.zip/0.zip/story.txt"]
    with pytest.raises(UnreadableFile, match="nested too deeply"):
        read(packed({"more.zip": data}), "a.zip")


def test_a_bomb_is_refused_unopened() -> None:
    with pytest.raises(UnreadableFile, match="unpacks to 300 MB"):
        read(packed({f"{i}.txt": bytes(100 << 20) for i in range(3)}), "a.zip")


def test_a_bomb_that_lies_about_its_size_is_refused() -> None:
    data = packed({"a.txt": bytes(90 << 20)})
    size = struct.pack("<I", 90 << 20)
    assert data.count(size) == 2
    with pytest.raises(UnreadableFile, match="damaged"):
        read(data.replace(size, struct.pack("<I", 100)), "a.zip")


def test_an_archive_of_nested_bombs_is_bounded_as_a_whole() -> None:
    inner = packed({"a.txt": bytes(60 << 20)})
    with pytest.raises(UnreadableFile, match="too much"):
        read(packed({f"{i}.zip": inner for i in range(6)}), "a.zip")


def test_too_many_files_are_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as container:
        for number in range(20_001):
            container.writestr(f"{number}.txt", b"")
    with pytest.raises(UnreadableFile, match="more than 20000 files"):
        read(out.getvalue(), "a.zip")


def test_a_locked_archive_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="locked with a password"):
        read(LOCKED.read_bytes(), "locked.zip")


def test_empty_truncated_and_spoiled_archives_are_refused() -> None:
    with pytest.raises(UnreadableFile, match="no files"):
        read(packed({}), "a.zip")
    data = packed({"a.txt": STORY})
    for cut in range(4, len(data) - 1, 7):
        with pytest.raises(UnreadableFile, match="damaged"):
            read(data[:cut], "a.zip")
    with pytest.raises(UnreadableFile, match="damaged"):
        read(data[:45] + b"\xff\xff\xff" + data[48:], "a.zip")
