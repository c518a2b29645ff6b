from __future__ import annotations

import pytest

from timeline_app.domain.edtf import format_edtf
from timeline_app.domain.errors import UnreadableFile
from timeline_app.domain.records import Role
from timeline_app.readers import ReadArticle, read

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'
PROSE = "<p>The council voted to keep the embargo in <date>May 2016</date>.</p>"


def all_of(xml: str) -> list[ReadArticle]:
    return read((DECLARATION + xml).encode(), "file.xml")


def test_records_of_an_agency() -> None:
    record = (
        "<News><Id>7</Id><PublishDate>2016-05-20T17:32:18</PublishDate><headline>{}</headline>"
        "<content>&lt;p&gt;The council voted.&lt;/p&gt;&lt;p&gt;It met twice.&lt;/p&gt;</content>"
        "<byLine>Jane Roe</byLine></News>"
    )
    first, second = all_of(f"<Result>{record.format('One')}{record.format('Two')}</Result>")
    assert (first.title, second.title) == ("One", "Two")
    assert first.text == "One\n\nThe council voted.\n\nIt met twice."
    assert (first.author, first.part, second.part) == ("Jane Roe", "1", "2")
    assert first.reader == "xml/1"
    assert first.published is not None
    assert format_edtf(first.published.value) == "2016-05-20"


def test_a_text_with_inline_elements_of_any_name_keeps_its_lines() -> None:
    article = (
        "<article><front><article-title>On <i>Ships</i></article-title></front><body><sec>"
        "<title>Methods</title><p>They left <xref>1</xref> in <year>2011</year>.</p>"
        "<p>None came back.</p><p>That is all.</p></sec></body></article>"
    )
    [found] = all_of(article)
    assert found.title == "On Ships"
    assert found.text.split("\n\n") == [
        "On Ships",
        "Methods",
        "They left 1 in 2011.",
        "None came back.",
        "That is all.",
    ]


def test_a_document_of_paragraphs_loses_its_codes() -> None:
    codes = "<codes><code>A61K</code><code>20110217</code></codes>"
    [found] = all_of(
        f"<patent>{codes}<invention-title>Ship</invention-title><heading>FIELD</heading>"
        f"{PROSE * 3}<note><text>See above.</text></note></patent>"
    )
    assert found.title == "Ship"
    assert "A61K" not in found.text
    assert found.text.count("in May 2016.") == 3
    assert found.blocks[0].role is Role.TITLE


def test_what_is_marked_up_otherwise_is_taken_whole() -> None:
    [found] = all_of(
        "<diary><entry_><day>20 May 2016</day><note_>It rained.</note_></entry_></diary>"
    )
    assert found.text == "20 May 2016\n\nIt rained."


def test_xml_without_words_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="no words"):
        all_of("<a><b/></a>")


def test_text_that_only_shows_xml_is_text() -> None:
    [found] = read(b"The file begins with <?xml version='1.0'?> and a root.", "story.txt")
    assert found.reader == "plaintext/1"


def test_entities_are_left_alone() -> None:
    bomb = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    xml = f'<!DOCTYPE x [<!ENTITY a0 "aaaa">{bomb}]><x><p>Voted &a9; so.</p></x>'
    [found] = all_of(xml)
    assert len(found.text) < 1000


def test_elements_nested_very_deep() -> None:
    with pytest.raises(UnreadableFile, match=r"no words|damaged"):
        all_of("<x>" * 50_000 + "The council voted.")


def test_a_web_page_with_a_declaration_stays_one() -> None:
    [found] = all_of(f"<html><body><h1>Ships</h1>{PROSE * 4}</body></html>")
    assert found.reader == "html/2"
