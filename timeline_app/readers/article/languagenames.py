"""Names of languages, as press databases print them, to codes of ISO 639-1."""

from __future__ import annotations

import re

# English, own and a few other names, without accents where a database drops them.
_NAMES = {
    "ar": "arabic عربي",
    "bg": "bulgarian",
    "cs": "czech čeština tschechisch",
    "da": "danish dansk dänisch danois",
    "de": "german deutsch allemand alemán aleman tedesco duits",
    "el": "greek",
    "en": "english englisch anglais inglés ingles inglese engels engelska",
    "es": "spanish español espanol spanisch espagnol castilian castellano spagnolo spaans",
    "et": "estonian",
    "fa": "persian farsi",
    "fi": "finnish suomi",
    "fr": "french français francais französisch franzoesisch francés frances francese frans",
    "he": "hebrew",
    "hi": "hindi",
    "hr": "croatian",
    "hu": "hungarian magyar ungarisch",
    "id": "indonesian bahasa",
    "it": "italian italiano italienisch italien",
    "ja": "japanese",
    "ko": "korean",
    "lt": "lithuanian",
    "lv": "latvian",
    "ms": "malay",
    "nl": "dutch nederlands niederländisch néerlandais holandés flemish vlaams",
    "no": "norwegian norsk norwegisch",
    "pl": "polish polski polnisch polonais",
    "pt": "portuguese português portugues portugiesisch portugais portugués",
    "ro": "romanian română",
    "ru": "russian русский russisch russe",
    "sk": "slovak",
    "sl": "slovenian slovene",
    "sr": "serbian",
    "sv": "swedish svenska schwedisch suédois",
    "th": "thai",
    "tr": "turkish türkçe türkisch turc",
    "uk": "ukrainian",
    "ur": "urdu",
    "vi": "vietnamese",
    "zh": "chinese chinois chinesisch mandarin",
}
_CODES = {name: code for code, names in _NAMES.items() for name in names.split()}


def named_language(words: str | None) -> str | None:
    """The code of the first language that `words` name: `fr` of `French; Français`."""
    for word in re.findall(r"[^\W\d_]+", (words or "").lower()):
        if word in _CODES:
            return _CODES[word]
    return None
