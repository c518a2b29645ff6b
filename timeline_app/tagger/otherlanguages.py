"""Common words of languages that no rules exist for, so that their texts aren't taken for English.

Only words that English hasn't got, from general knowledge.
"""

from __future__ import annotations

_WORDS = {
    "fr": "le les des du une est dans et que qui par pour sur au aux pas ce cette il elle ont été "
    "sont avec leur ses plus mais où se ne la de un en",
    "es": "el los las una que y por con del se su para como más pero sus fue son este esta ha han "
    "entre también la de un en",
    "it": "il lo gli che di della delle dei del una per con non sono è ha hanno alla nel nella "
    "anche più dal dalla la un",
    "pt": "os uma que e do da dos das não em no na por para com foi mais seu sua ao são também um",
    "nl": "het een niet dat zijn voor met op te ook aan bij naar door maar werd heeft deze uit",
}
OTHER_LANGUAGES = {code: frozenset(words.split()) for code, words in _WORDS.items()}
