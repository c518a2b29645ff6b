from __future__ import annotations

import pytest

from timeline_app.domain.errors import UnreadableFile
from timeline_app.readers.base import MAX_BYTES
from timeline_app.readers.clean import clean, decode

WORDS = "The café in Köln closed on May 20 — “for good”."


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", b"\xef\xbb\xbf"),
        ("utf-16-le", b"\xff\xfe"),
        ("utf-16-be", b"\xfe\xff"),
        ("utf-16-le", b""),
        ("utf-16-be", b""),
        ("utf-32-le", b"\xff\xfe\x00\x00"),
    ],
)
def test_unicode_encodings_give_the_same_text(encoding: str, mark: bytes) -> None:
    decoded = decode(mark + WORDS.encode(encoding))
    assert decoded.text == WORDS
    assert decoded.warnings == ()


def test_western_encoding_is_read_with_a_warning() -> None:
    decoded = decode(WORDS.encode("cp1252"))
    assert decoded.text == WORDS
    assert decoded.encoding == "cp1252"
    assert "Windows-1252" in decoded.warnings[0]


@pytest.mark.parametrize(
    ("encoding", "words"),
    [
        (
            "gb18030",
            "二〇一六年五月二十日,利比亚政府宣布延长武器禁运。议会于星期一投票通过了该决定。",
        ),
        (
            "big5hkscs",
            "二〇一六年五月二十日,利比亞政府宣布延長武器禁運。議會於星期一投票通過了該決定。",
        ),
        ("cp932", "2016年5月20日、リビア政府は武器禁輸の延長を発表した。議会は月曜日に可決した。"),
        (
            "euc_jis_2004",
            "2016年5月20日、リビア政府は武器禁輸の延長を発表した。議会は月曜日に可決した。",
        ),
        (
            "iso2022_jp_2",
            "2016年5月20日、リビア政府は武器禁輸の延長を発表した。議会は月曜日に可決した。",
        ),
        (
            "cp949",
            "2016년 5월 20일 리비아 정부는 무기 금수 조치를 연장한다고 발표했다. 의회는 가결했다.",
        ),
        (
            "koi8-r",
            "20 мая 2016 года правительство Ливии объявило о продлении эмбарго на поставки оружия.",
        ),
        (
            "cp1251",
            "20 мая 2016 года правительство Ливии объявило о продлении эмбарго на поставки оружия.",
        ),
        (
            "cp866",
            "20 мая 2016 года правительство Ливии объявило о продлении эмбарго на поставки оружия.",
        ),
        (
            "iso8859-5",
            "20 мая 2016 года правительство Ливии объявило о продлении эмбарго на поставки.",
        ),
        (
            "cp1253",
            "Στις 20 Μαΐου 2016 η κυβέρνηση της Λιβύης ανακοίνωσε την παράταση του εμπάργκο.",
        ),
        ("cp1255", "ב-20 במאי 2016 הודיעה ממשלת לוב על הארכת אמברגו הנשק. הפרלמנט אישר זאת."),
        (
            "cp1256",
            "أعلنت الحكومة الليبية في 20 مايو 2016 تمديد حظر الأسلحة ووافق البرلمان على القرار.",
        ),
        (
            "cp1250",
            "Dnia 20 maja 2016 rząd Libii ogłosił przedłużenie embarga; później głosował sejm.",
        ),
        (
            "iso8859-2",
            "Dne 20. května 2016 oznámila libyjská vláda prodloužení zbrojního embarga až do léta.",
        ),
        (
            "cp1254",
            "Libya hükümeti 20 Mayıs 2016'da silah ambargosunun uzatıldığını açıkladı.",
        ),
        (
            "cp437",
            "Am 20. Mai kündigte die Regierung für März schärfere Maßnahmen gegen Händler an: "
            "Prüfungen an Häfen und höhere Gebühren.",
        ),
    ],
)
def test_unlabelled_encodings_are_told_by_their_words(encoding: str, words: str) -> None:
    decoded = decode(words.encode(encoding))
    assert decoded.text == clean(words)
    assert decoded.encoding == encoding


@pytest.mark.parametrize(
    "words",
    [
        "The café closed.",
        "He said “no” – and left.",
        "It cost £5 at 20°.",
        "On May 20 the council’s vote on José Peña’s plan failed.",
        "à la une",
        "El niño comió piña en España y volvió mañana.",
        "Toute personne a droit à un niveau de vie suffisant pour sa santé.",
        "Mr. Müller aß in Århus; São Paulo’s mayor didn’t.",
    ],
)
def test_western_text_is_never_taken_for_another(words: str) -> None:
    assert decode(words.encode("cp1252")).text == words


def test_a_few_damaged_characters_leave_utf8_as_it_is() -> None:
    decoded = decode("Köln, Zürich und Düsseldorf".encode() + b" \xed\xa0\x80")
    assert decoded.text.startswith("Köln, Zürich und Düsseldorf")
    assert decoded.encoding == "utf-8"
    assert "damaged" in decoded.warnings[0]


def test_lone_surrogate_in_utf16_is_replaced_and_told() -> None:
    decoded = decode(b"\xff\xfe" + "Libya ".encode("utf-16-le") + b"\x00\xd8" + b"a\x00")
    assert decoded.text.startswith("Libya ")
    assert not any(0xD800 <= ord(char) < 0xE000 for char in decoded.text)
    assert decoded.warnings


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \r\n\t\xc2\xa0\n", "no words"),
        (b"\x89PNG\r\n\x1a\n" + bytes(200), "PNG picture"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "Saved as DOCX or PDF it can be read"),
        (b"%PDF-1.7\n%\xe2\xe3", "PDF document"),
        (b"PK\x03\x04" + bytes(60), "ZIP archive"),
        (b"{\\rtf1\\ansi hello}", "RTF document"),
        (bytes(range(256)) * 20, "not text"),
        (b"\x00" * 5000, "not text"),
    ],
)
def test_what_is_no_text_is_refused_with_its_reason(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableFile, match=reason):
        decode(data)


def test_too_big_a_file_is_refused_in_words() -> None:
    with pytest.raises(UnreadableFile, match=r"too big: 200 MB, and texts of up to 64 MB"):
        decode(b"a" * (200 * 1024 * 1024))


def test_the_limit_itself_is_read() -> None:
    assert len(decode(b"a" * MAX_BYTES).text) == MAX_BYTES


def test_a_bitmap_signature_may_begin_a_sentence() -> None:
    assert decode(b"BMW sold cars in 2011.").text == "BMW sold cars in 2011."


def test_nuls_and_controls_are_no_part_of_the_text() -> None:
    assert decode(b"On May 20\x00 he\x07 left.\x1b").text == "On May 20 he left."


def test_clean_keeps_one_kind_of_line_end_and_space() -> None:
    assert clean("a\r\nb\rc\u2028d\u2029e\x0cf") == "a\nb\nc\nd\n\ne\n\nf"
    assert clean("a\u00a0b\u2009c\td") == "a b c d"
    assert clean("so\u00adft\u200b \ufeffhyphen") == "soft hyphen"


def test_clean_composes_accents() -> None:
    assert clean("cafe\u0301") == "café"


@pytest.mark.parametrize(
    "text",
    [
        "\x1b[31mThe king\x1b[0m died.",
        "\x1b[1;38;5;9mThe \x1b[4mking\x1b[m died.\x1b[K",
        "\x1b]0;a window's title\x07The king\x1b(B died.",
        "\x1b]8;;file:a.txt\x1b\\The king\x1b]8;;\x1b\\ died.",
        "\x1bThe king died.\x1b",
    ],
)
def test_codes_of_a_terminal_are_no_part_of_the_text(text: str) -> None:
    assert clean(text) == "The king died."
