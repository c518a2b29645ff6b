from __future__ import annotations

import datetime

import pytest

from tests.unit.readers.press.exports import DATABASES, FORMATS, PIECES, Piece, as_text
from timeline_app.domain.edtf import format_edtf
from timeline_app.readers import read
from timeline_app.readers.press import press_articles


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("database", DATABASES)
def test_every_article_of_every_export_in_every_format(database: str, form: str) -> None:
    articles = read(FORMATS[form](DATABASES[database](PIECES)), f"export.{form}")
    assert [article.part for article in articles] == ["1", "2", "3"]
    for article, piece in zip(articles, PIECES, strict=True):
        assert article.title == piece.title
        caption = ["CAPTION: The harbor at dawn."] if database == "proquest" else []
        assert article.text == "\n\n".join([piece.title, *piece.paragraphs, *caption])
        assert article.published is not None
        assert format_edtf(article.published.value) == piece.day.isoformat()
        assert article.published.confidence == 0.95
        assert article.publication == piece.publication
        assert article.author is not None
        assert article.author.replace(", ", " and ") == piece.author
        assert article.section == piece.section
        assert article.language == "en"
        assert article.warnings == ()
        assert article.reader.endswith(f"+{database.split()[0]}/1")


@pytest.mark.parametrize("database", DATABASES)
def test_wrapped_lines_are_joined(database: str) -> None:
    long = " ".join(
        f"The {n}th sentence of a paragraph tells of year {n}." for n in range(2000, 2020)
    )
    piece = Piece("A Title That Fits", f"{long}\n\n{long}", datetime.date(2016, 5, 20))
    (article,) = read(as_text(DATABASES[database]([piece]), 78), "export.txt")
    assert article.text.split("\n\n")[:3] == ["A Title That Fits", long, long]


def test_an_article_that_speaks_of_documents_is_no_export() -> None:
    text = "Files Opened\n\nThe 1 of 37 documents was opened.\n\nEnd of document\n\nWhy?"
    assert press_articles(text, "plaintext/1") is None
    (article,) = read(text.encode(), "story.txt")
    assert article.reader == "plaintext/1"
    assert "End of document" in article.text


def test_a_skipped_number_is_told() -> None:
    lines = DATABASES["lexisnexis"](PIECES)
    start, end = lines.index("2 of 3 DOCUMENTS"), lines.index("3 of 3 DOCUMENTS")
    articles = read(as_text(lines[:start] + lines[end:]), "export.txt")
    assert [article.title for article in articles] == [PIECES[0].title, PIECES[2].title]
    assert articles[0].warnings == ("The export's numbers skip 2.",)


def test_other_languages_of_the_interface() -> None:
    text = (
        "1 of 1 DOCUMENTS\n\nLe Fanal\n\n29 décembre 2011\n\nUn titre\n\nAUTEUR: Jean Dupont\n\n"
        "RUBRIQUE: INTERNATIONAL; Pg. 35\n\nLONGUEUR: 143 mots\n\nLe conseil a voté lundi.\n\n"
        "DATE-CHARGEMENT: 30 décembre 2011\n\nLANGUE: FRENCH; FRANÇAIS\n\n"
        "Copyright 2011 Le Fanal\nTous Droits Réservés\n"
    )
    (article,) = press_articles(text, "plaintext/1") or []
    assert article.text == "Un titre\n\nLe conseil a voté lundi."
    assert article.published is not None
    assert format_edtf(article.published.value) == "2011-12-29"
    assert (article.author, article.section) == ("Jean Dupont", "INTERNATIONAL; Pg. 35")
    assert article.language == "fr"


def test_factiva_gives_the_day_in_its_number_where_nothing_else_does() -> None:
    text = (
        "A Title\n\n65 words\nOuest Fanal\nEnglish\n(c) 2011\n\nIt rained.\n\n"
        "Document FANAL00020111229e7ct0015j\n"
    )
    (article,) = press_articles(text, "plaintext/1") or []
    assert article.published is not None
    assert format_edtf(article.published.value) == "2011-12-29"
    assert article.published.confidence == 0.6


def test_the_load_date_counts_less() -> None:
    text = (
        "1 of 1 DOCUMENTS\n\nThe Record\n\nA Title\n\nLENGTH: 9 words\n\nIt rained.\n\n"
        "LOAD-DATE: May 20, 2016\n"
    )
    (article,) = press_articles(text, "plaintext/1") or []
    assert article.title == "A Title"
    assert article.published is not None
    assert format_edtf(article.published.value) == "2016-05-20"
    assert article.published.confidence == 0.7


def test_an_article_without_text_is_kept_as_a_title() -> None:
    text = (
        "1 of 1 DOCUMENTS\n\nThe Record\n\nMay 20, 2016\n\nPhoto of the Day\n\n"
        "LENGTH: 0 words\n\nLANGUAGE: ENGLISH\n"
    )
    (article,) = press_articles(text, "plaintext/1") or []
    assert article.text == "Photo of the Day"
    assert article.warnings == ("The export gives no more of it than its title.",)


def test_lines_of_a_page_s_head_go_on_in_paragraphs_of_their_own() -> None:
    text = (
        "3 of 9 DOCUMENTS\n\nCopyright 2015 The Harbor Press, Inc.\n\nAll Rights Reserved\n\n"
        "Harbor Post (Maine)\n\nMay 10, 2015 Sunday\n\nFINAL EDITION\n\nLENGTH: 2149 words\n\n"
        "HEADLINE: In calling judges, kings aren't always answer;\n\nCourts rarely get involved\n\n"
        "BYLINE:  By Pat Roe\n\nBODY:\n\nDon't confuse the court with the council.\n\n"
        "Question of resources\n\nNobody could say.\n\nLOAD-DATE: May 12, 2015\n"
    )
    (article,) = press_articles(text, "html/2") or []
    title = "In calling judges, kings aren't always answer; Courts rarely get involved"
    assert article.title == title
    assert article.author == "Pat Roe"
    assert article.publication == "Harbor Post (Maine)"
    assert article.text.split("\n\n")[1:] == [
        "Don't confuse the court with the council.",
        "Question of resources",
        "Nobody could say.",
    ]


def test_a_text_without_a_headline_has_its_first_line_for_a_title() -> None:
    text = (
        "1 of 1 DOCUMENTS\n\nCopyright 2015 The Post\nThe Post\n\nJune 24, 2015 Wednesday\n"
        "Harbor Edition\n\nLENGTH: 76 words\n\nBODY:\n\nShip found adrift\n\n"
        "HARBOR - A ship was found adrift on Tuesday.\n\nLOAD-DATE: June 25, 2015\n"
    )
    (article,) = press_articles(text, "plaintext/1") or []
    assert article.title == "Ship found adrift"
    assert article.publication == "The Post"
