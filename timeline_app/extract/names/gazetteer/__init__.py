"""Names and name words as plain lists: countries, cities, first names, heads of organisations.

Facts only, from general knowledge; compact on purpose, so that an import's worker starts at once.
"""

from __future__ import annotations

from timeline_app.extract.grammar.lexicon import word_set
from timeline_app.extract.names.gazetteer import cities, countries, firstnames, organisations


def _listed(names: str) -> frozenset[str]:
    return frozenset(name.strip() for name in names.replace("\n", " ").split(",") if name.strip())


_ROWS = [
    [part.strip() for part in row.split(";")]
    for row in countries.COUNTRIES.splitlines()
    if row.strip()
]
COUNTRIES = frozenset(row[0] for row in _ROWS)
PLACES = COUNTRIES | _listed(cities.CITIES) | {row[2] for row in _ROWS if row[2]}
DEMONYMS = _listed(",".join(row[1] for row in _ROWS)) | word_set(countries.PEOPLES)
MEN = word_set(firstnames.MEN)
WOMEN = word_set(firstnames.WOMEN)
FIRST_NAMES = MEN | WOMEN
ORGANISATIONS = _listed(organisations.KNOWN)
ORGANISATION_HEADS = word_set(organisations.HEADS)
ORGANISATION_OPENERS = word_set(organisations.OPENERS)
COMPANY_FORMS = word_set(organisations.ABBREVIATED)
SHORT_HEADS = word_set(organisations.SHORT)
ALONE_HEADS = word_set(organisations.ALONE)
PLACE_HEADS = word_set(organisations.PLACE_HEADS)
PLACE_OPENERS = word_set(organisations.PLACE_OPENERS)
OTHER_HEADS = word_set(organisations.OTHER_HEADS)

# Short forms that every reader knows, under the name that articles agree on.
SAME = {
    "US": "United States",
    "USA": "United States",
    "UK": "United Kingdom",
    "UN": "United Nations",
    "EU": "European Union",
    "UAE": "United Arab Emirates",
    "USSR": "Soviet Union",
}


def is_place(name: str) -> bool:
    """True for a country, a region or a city that news often names."""
    return name in PLACES


def pronoun_of(name: str) -> str | None:
    """`he` or `she` for a person's name by its first word, None where that doesn't tell."""
    first = name.split(" ", 1)[0]
    if (first in MEN) == (first in WOMEN):
        return None
    return "he" if first in MEN else "she"
