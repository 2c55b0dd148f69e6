"""Whether a text is English."""

from __future__ import annotations

import re

from onrecord.clean.libraries import guess_language
from onrecord.clean.settings import CleanSettings

# Words that English cannot do without and that no other language written in these letters has often ("for", "to", "was", "in"
# are left out: Danish, Czech, German and Italian have them too).
_ENGLISH = frozenset(
    "the and of that with said from which their would been who this are were has his by they could about after".split()
)
# Below this share of such words the identifier is asked. In PolNeAR train one article of 840 lies below (26 words) and 5 % of
# the paragraphs; single sentences of twelve other languages had none.
_FOREIGN_SHARE = 0.05
# Below this share of ASCII letters among the letters a text is in another script: the lowest in PolNeAR train is 0.998.
_LATIN_SHARE = 0.5
# The identifier is right on a sentence of another language; on a few words it is not.
_FEWEST_WORDS = 8
_WORD = re.compile(r"[^\W\d_]+")
# The languages that news is written in most, by their ISO 639-1 codes.
_NAMES = dict(
    pair.split("=")
    for pair in (
        "af=Afrikaans am=Amharic ar=Arabic az=Azerbaijani be=Belarusian bg=Bulgarian bn=Bengali bs=Bosnian ca=Catalan cs=Czech "
        "cy=Welsh da=Danish de=German el=Greek es=Spanish et=Estonian eu=Basque fa=Persian fi=Finnish fr=French ga=Irish "
        "gl=Galician gu=Gujarati he=Hebrew hi=Hindi hr=Croatian hu=Hungarian hy=Armenian id=Indonesian is=Icelandic it=Italian "
        "ja=Japanese ka=Georgian kk=Kazakh km=Khmer ko=Korean ku=Kurdish ky=Kyrgyz la=Latin lo=Lao lt=Lithuanian lv=Latvian "
        "mk=Macedonian ml=Malayalam mn=Mongolian mr=Marathi ms=Malay mt=Maltese nb=Norwegian ne=Nepali nl=Dutch nn=Norwegian "
        "no=Norwegian pa=Punjabi pl=Polish ps=Pashto pt=Portuguese ro=Romanian ru=Russian si=Sinhala sk=Slovak sl=Slovenian "
        "sq=Albanian sr=Serbian sv=Swedish sw=Swahili ta=Tamil te=Telugu th=Thai tl=Tagalog tr=Turkish uk=Ukrainian ur=Urdu "
        "vi=Vietnamese zh=Chinese"
    ).split()
)


def foreign_language(text: str, settings: CleanSettings) -> str | None:
    """The ISO 639-1 code of the other language that a text is surely in, or None where it is English or may be."""
    sample = text[: settings.language_sample]
    words = _WORD.findall(sample.lower())
    if english_share(words) >= _FOREIGN_SHARE:
        return None
    other_script = _is_in_other_script(words)
    if len(words) < _FEWEST_WORDS and not other_script:
        return None
    code, confidence = guess_language(sample) or ("en", 0.0)
    return code if code != "en" and (other_script or confidence >= settings.foreign_confidence) else None


def language_name(code: str) -> str:
    """A language in words ("German"), or "another language" where the code is not one of those that news is mostly in."""
    return _NAMES.get(code, "another language")


def english_share(words: list[str]) -> float:
    """The share of words, in lower case, that are marks of English, 0 to 1."""
    return sum(word in _ENGLISH for word in words) / len(words) if words else 0.0


def _is_in_other_script(words: list[str]) -> bool:
    letters = "".join(words)
    return sum(letter.isascii() for letter in letters) < _LATIN_SHARE * len(letters)
