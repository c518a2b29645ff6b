from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from timeline_app.domain.records import Article, Block, Role
from timeline_app.domain.text import Span
from timeline_app.ui.reader.paragraphs import Paragraphs

WORDS = st.text(st.sampled_from("ab 😀é\n𝔸"), min_size=1, max_size=12).filter(str.strip)


def article(text: str, *blocks: Block) -> Article:
    """An article with nothing but a text."""
    return Article(1, "a.txt", "A", text, blocks, "", "plaintext/1")


@given(st.lists(WORDS, min_size=1, max_size=6))
def test_every_code_point_of_a_block_goes_there_and_back(parts: list[str]) -> None:
    blocks, text = [], ""
    for part in parts:
        words = part.strip()
        blocks.append(Block(Span(len(text), len(text) + len(words)), Role.BODY))
        text += words + "\n\n"
    made = Paragraphs(article(text, *blocks))
    shown = "\u2029".join(made.words(item) for item in made.items)
    units = shown.encode("utf-16-le")
    for block in blocks:
        for offset in range(block.span.start, block.span.end):
            position = made.to_document(offset)
            expected = text[offset].replace("\n", "\u2028")
            assert units[2 * position :].decode("utf-16-le")[0] == expected
            assert made.from_document(position) == offset


def test_text_outside_all_blocks_is_shown_too() -> None:
    text = "Title\n\nLost words\n\nBody"
    blocks = (Block(Span(0, 5), Role.TITLE), Block(Span(19, 23), Role.BODY))
    made = Paragraphs(article(text, *blocks))
    assert [made.words(item) for item in made.items] == ["Lost words", "Body"]


def test_a_title_with_a_date_in_it_is_shown() -> None:
    text = "The fall of 2011\n\nBody"
    blocks = (Block(Span(0, 16), Role.TITLE), Block(Span(18, 22), Role.BODY))
    made = Paragraphs(article(text, *blocks), keep=(Span(12, 16),))
    assert [made.words(item) for item in made.items] == ["The fall of 2011", "Body"]


def test_an_empty_article_has_no_paragraphs() -> None:
    made = Paragraphs(article(""))
    assert made.items == ()
    assert (made.to_document(5), made.from_document(5)) == (0, 0)


def test_a_dateline_stays_in_its_line() -> None:
    text = "ORAN, March 6 — The strike ended.\n\nLONDON —\n\nNothing followed."
    roles = (
        Block(Span(0, 15), Role.DATELINE),
        Block(Span(16, 33), Role.BODY),
        Block(Span(35, 43), Role.DATELINE),
        Block(Span(45, 62), Role.BODY),
    )
    paragraphs = Paragraphs(article(text, *roles))
    assert [paragraphs.words(item) for item in paragraphs.items] == [
        "ORAN, March 6 — The strike ended.",
        "LONDON —",
        "Nothing followed.",
    ]
