"""Nouns that tell of something that happens: `fall of Tarn`, not `editions of the paper`."""

from __future__ import annotations

import re

from timeline_app.extract.grammar import lexicon as lex
from timeline_app.extract.grammar import verbforms as forms
from timeline_app.extract.grammar.lexicon import word_set

_EVENTS = lex.THING_NOUNS | word_set(
    """
    fall rise drop gain loss losses profit profits birth death end start beginning opening closing
    launch debut visit trip tour march walkout sit-in win defeat victory draw game match final
    semi-final semifinal finals semi-finals quarter-final clash derby race test championship
    championships cup tournament festival awards award prize oscars gala concert show premiere
    opening exhibition session congress conclave mass service funeral wedding marriage divorce
    party ceremony parade rally vigil procession pilgrimage crash collision derailment accident
    disaster massacre slaughter genocide famine drought flood floods blizzard cyclone typhoon
    tornado quake tremor tsunami eruption avalanche landslide outbreak epidemic pandemic blast
    blasts raid siege battle fight fighting clashes riot riots unrest uprising revolt revolution
    coup putsch mutiny invasion landing retreat withdrawal surrender truce ceasefire cease-fire
    armistice peace bombings shootings killings murder rape robbery theft heist kidnap hijack
    hijacking abduction arrest arrests raid search probe hearing hearings inquest appeal plea charge
    charges conviction sentence jailing release escape return arrival departure move transfer
    takeover buyout buy-out merger bid offer sale sales purchase deal collapse failure bankruptcy
    default crisis crunch slump boom surge crash rescue bailout bail-out cut cuts hike increase
    decrease decline growth recovery shake-up shakeup overhaul reform reforms change changes
    speech address statement remarks comment comments warning promise pledge vow call demand claim
    denial reply response answer report interview letter message broadcast verdict vote poll
    ballot primary caucus election elections referendum census budget debate summit talks meeting
    meetings visit gathering exile defection handover hand-over accord pact treaty declaration
    act law ban boycott blockade embargo strike stoppage walk-out protest protests work works
    clean-up repair repairs restoration use abuse fire blaze fraud scandal affair leak attack
    attacks assault ambush shelling strike strikes airstrike airstrikes operation surgery
    transplant flight voyage journey expedition trial trials discovery find invention sighting
    resignation firing sacking dismissal appointment nomination election choice recall shutdown
    closure delay delivery recession hiatus absence stay year-end reshuffle stroke heart-attack
    injury illness suicide assassination execution hanging burial knockout brace hat-trick
    goal penalty spell switch row feud dispute standoff stand-off stalemate breakthrough advance
    upset comeback rebellion secession independence unification union split break break-up breakup
    blow setback setbacks order ruling
    """
)
# Nouns with such endings that are things, bodies or people.
_THINGS = word_set(
    """
    nations edition editions section sections station stations population generation generations
    organization organizations organisation organisations corporation corporations administration
    institution institutions foundation foundations association associations portion constitution
    department departments government governments apartment apartments document documents element
    elements monument monuments instrument instruments parliament parliaments basement
    position positions question questions million millions fashion buildings earnings savings
    belongings surroundings audience science evidence residence ambulance distance
    """
)
_ENDINGS = ("tion", "tions", "sion", "sions", "ment", "ments", "ance", "ence", "ings", "sal", "val")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")


def tells_event(title: str) -> bool:
    """True where the noun that the title is about, or any verb in it, tells that something is."""
    words = _WORD.findall(title)
    head: list[str] = []
    for word in words:
        if head and word in lex.PREPOSITIONS:
            break
        head.append(word.lower())
    named = any(
        w in _EVENTS or (w.endswith(_ENDINGS) and len(w) > 6 and w not in _THINGS) for w in head
    )
    named |= bool(head) and head[-1].endswith("ing")
    return named or any(_may_be_verb(word) for word in words[1:])


def _may_be_verb(word: str) -> bool:
    if word != word.lower():
        return False
    helper = word in lex.BE_FINITE | lex.HAVE | lex.MODALS | {"to"}
    return helper or forms.is_past(word) or forms.is_participle(word) or forms.is_s_form(word)
