from __future__ import annotations

import datetime
import io
import zipfile

import docx
import pytest
from docx.oxml import parse_xml

from timeline_app.domain.edtf import format_edtf
from timeline_app.domain.errors import UnreadableFile
from timeline_app.domain.records import Role
from timeline_app.readers import ReadArticle, read

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def one(data: bytes, name: str = "story.txt") -> ReadArticle:
    (article,) = read(data, name)
    return article


def saved(document: docx.document.Document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def story() -> docx.document.Document:
    document = docx.Document()
    document.add_paragraph("Council Keeps Embargo", style="Title")
    document.add_paragraph("Published: May 20, 2016")
    document.add_paragraph("The council voted on Monday to keep the embargo, it said.")
    document.add_heading("What Followed in 2014", level=1)
    document.add_paragraph("We shall see what comes of it, said the man.", style="Quote")
    document.add_paragraph("It was imposed in 2011.", style="List Bullet")
    table = document.add_table(rows=2, cols=2)
    for cell, words in zip(
        [cell for row in table.rows for cell in row.cells],
        ["Day", "Event", "3 May 2015", "A ship was stopped."],
        strict=True,
    ):
        cell.text = words
    document.core_properties.author = "Jane Roe"
    document.core_properties.title = "Embargo stays"
    return document


def test_paragraphs_headings_quotations_lists_and_tables() -> None:
    article = one(saved(story()))
    assert article.reader == "docx/1"
    assert article.text.split("\n\n") == [
        "Council Keeps Embargo",
        "Published: May 20, 2016",
        "The council voted on Monday to keep the embargo, it said.",
        "What Followed in 2014",
        "We shall see what comes of it, said the man.",
        "It was imposed in 2011.",
        "Day | Event",
        "3 May 2015 | A ship was stopped.",
    ]
    assert [block.role for block in article.blocks][:6] == [
        Role.TITLE,
        Role.PUBLICATION,
        Role.BODY,
        Role.HEADING,
        Role.QUOTATION,
        Role.BODY,
    ]
    assert article.title == "Embargo stays"
    assert article.author == "Jane Roe"
    assert article.published is not None
    assert format_edtf(article.published.value) == "2016-05-20"


def test_links_and_insertions_are_kept_and_deletions_and_drawings_left_out() -> None:
    document = docx.Document()
    document.add_paragraph()._p.getparent().insert(
        0,
        parse_xml(
            f'<w:p {W} xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
            "<w:r><w:t>It ended in </w:t></w:r>"
            "<w:del><w:r><w:delText>1999</w:delText></w:r></w:del>"
            "<w:ins><w:r><w:t>2011</w:t></w:r></w:ins>"
            "<w:r><w:drawing><wp:posOffset>31337</wp:posOffset></w:drawing></w:r>"
            "<w:hyperlink><w:r><w:t>, they say</w:t></w:r></w:hyperlink>"
            "<w:r><w:tab/><w:t>aloud</w:t><w:noBreakHyphen/><w:t>like.</w:t></w:r></w:p>"
        ),
    )
    assert one(saved(document)).text == "It ended in 2011, they say aloud-like."


def test_a_text_box_comes_after_its_paragraph_and_a_layout_table_keeps_its_paragraphs() -> None:
    document = docx.Document()
    body = document.element.body
    box = "<w:txbxContent><w:p><w:r><w:t>A box of 2012.</w:t></w:r></w:p></w:txbxContent>"
    body.insert(
        0,
        parse_xml(
            f"<w:p {W}><w:r><w:t>Before the box </w:t></w:r><w:r><w:pict>{box}</w:pict></w:r>"
            "<w:r><w:t>and after it.</w:t></w:r></w:p>"
        ),
    )
    cell = document.add_table(rows=1, cols=2).rows[0].cells
    cell[0].text = "Menu"
    cell[1].text = "First paragraph."
    cell[1].add_paragraph("Second paragraph.")
    assert one(saved(document)).text.split("\n\n") == [
        "Before the box and after it.",
        "A box of 2012.",
        "Menu",
        "First paragraph.",
        "Second paragraph.",
    ]


def test_the_day_it_was_begun_is_a_marked_guess() -> None:
    document = docx.Document()
    document.add_paragraph("The man left on Tuesday.")
    document.core_properties.author = "Jane Roe"
    document.core_properties.created = datetime.datetime(2016, 5, 20)
    article = one(saved(document))
    assert article.published is not None
    assert format_edtf(article.published.value) == "2016-05-20"
    assert article.published.confidence < 0.5
    assert "guessed" in article.warnings[0]


def test_what_python_docx_fills_in_is_no_metadata() -> None:
    document = docx.Document()
    document.add_paragraph("The man left on Tuesday.")
    article = one(saved(document))
    assert article.author is None
    assert article.published is None


def test_truncated_and_spoiled_documents_are_refused() -> None:
    data = saved(story())
    for cut in range(8, len(data), len(data) // 25):
        with pytest.raises(UnreadableFile, match=r"damaged|empty|ZIP"):
            read(data[:cut], "a.docx")
    with zipfile.ZipFile(io.BytesIO(data)) as whole:
        parts = {name: whole.read(name) for name in whole.namelist()}
    parts["word/document.xml"] = parts["word/document.xml"][:500]
    with pytest.raises(UnreadableFile, match="damaged"):
        read(packed(parts), "a.docx")


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    with zipfile.ZipFile(io.BytesIO(saved(story()))) as whole:
        parts = {name: whole.read(name) for name in whole.namelist()}
    bomb = parts | {"word/media/image1.bin": bytes(300 << 20)}
    with pytest.raises(UnreadableFile, match="unpacks to 300 MB"):
        read(packed(bomb), "a.docx")


def test_a_locked_document_is_refused() -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le")
    with pytest.raises(UnreadableFile, match="password"):
        read(data, "a.docx")


def test_entities_are_not_expanded() -> None:
    with zipfile.ZipFile(io.BytesIO(saved(story()))) as whole:
        parts = {name: whole.read(name) for name in whole.namelist()}
    head = b'<!DOCTYPE w [<!ENTITY a "LOL"><!ENTITY b "&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>'
    xml = parts["word/document.xml"].split(b"?>", 1)[1]
    parts["word/document.xml"] = head + xml.replace(b"Monday", b"&x;&b;")
    try:
        text = one(packed(parts)).text
    except UnreadableFile:
        text = ""
    assert "root:" not in text
    assert "LOL" not in text


def packed(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as container:
        for name, data in parts.items():
            container.writestr(name, data)
    return out.getvalue()


def test_a_strict_open_xml_document_reads_as_the_usual_one() -> None:
    usual, strict = saved(story()), io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(usual)) as old, zipfile.ZipFile(strict, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            for part in (b"officeDocument", b"wordprocessingml", b"drawingml"):
                before = b"http://schemas.openxmlformats.org/" + part + b"/2006/"
                content = content.replace(before, b"http://purl.oclc.org/ooxml/" + part + b"/")
            new.writestr(name, content)
    found, expected = one(strict.getvalue()), one(usual)
    assert (found.title, found.text, found.blocks) == (
        expected.title,
        expected.text,
        expected.blocks,
    )
