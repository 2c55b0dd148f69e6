"""How an article describes whom it names: titles before the name, what leads to it, and appositions after it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from onrecord.identify.names.cast import is_role
from onrecord.identify.names.runs import is_title
from onrecord.identify.names.titles import FEMALE, HONORIFICS, MALE, OPENERS, ROLES

# Begins at a word's first letter and never goes back: the search is linear.
_WORDS_BEFORE = re.compile(r"(?<![^\W\d_])(?:[^\W\d_][\w.’'-]*+[ \u00a0\n])++\Z")
# An apposition after a name: ", the Republican nominee," or " (D-Dol)".
_APPOSITION = re.compile(r",\s+(?P<words>(?:an?|the|his|her|their|its|[\w-]+[’']s|former|ex-\w+)\s[^,.;:()\n“”\"]{2,90})")
# One without an article: ", governor of Upper Brenn,", ", chief executive of Falk Bank,".
_BARE = re.compile(r",\s+(?P<words>[a-z][\w-]+(?:\s[a-z][\w-]+){0,2}(?:\s(?:of|at|for)\s[^,.;:()\n“”\"]{2,60})?)(?=[,.;])")
# Words in lower case that stand inside titles: "Republican presidential nominee".
_IN_TITLES = frozenset(
    "of for former current then longtime late vice deputy retired presidential vice-presidential senatorial gubernatorial "
    "mayoral congressional parliamentary senior junior national regional federal general assistant associate".split()
)
# A title or kinship that leads to a name with a comma or none: "the tax commissioner, Dana Brandt", "my father Tor".
_LEADING = re.compile(
    r"\b(?:the|an?|his|her|my|our|their|its|(?P<owner>[\w-]+)[’']s)\s+"
    r"(?P<words>(?:(?!\b(?:the|an?|his|her|their|its|with|from|after|by)\s|[’']s\s)[^,.;:()\n“”\"]){2,60}?)(?P<comma>,?)\s$",
    re.IGNORECASE,
)
# What makes a clause of words after a name, where no "who" leads to it: ", the current government has …".
_FOR = re.compile(r"\s(?:for|to|and)\s")
_VERB = re.compile(r"\b(?:says?|said|told|is|was|were|are|has|had|have|will|would)\b")
_RELATIVE = re.compile(r"\b(?:who|whom|whose|that|which)\b")
_CLAUSE = re.compile(r"\b(?:says?|said|told|is|was|were|are|has|had|have|will|would|that|as|by|and|but)\b")
_DETERMINERS = re.compile(r"^(?:an?|the|his|her|their|its)\s+", re.IGNORECASE)
_LONGEST_TITLE = 80  # characters, with all that describes it
_FEMALE_WORDS = FEMALE | frozenset("mother wife daughter sister woman girl she her herself spokeswoman actress".split())
_MALE_WORDS = MALE | frozenset("father husband son brother man boy he his himself spokesman actor".split())


class Gender(StrEnum):
    """What an article's own words tell of a person."""

    FEMALE = "female"
    MALE = "male"


@dataclass(frozen=True, slots=True)
class Description:
    """How one place of a text describes the person whom it names.

    `title` stands before the name, mere honorifics included; `leading` are the words that lead to it ("the tax commissioner, …");
    `apposition` follows it. Each is as written, without the article before it, and empty where there is none.
    """

    title: str = ""
    leading: tuple[str, ...] = ()
    apposition: str = ""
    gender: Gender | None = None

    @property
    def words(self) -> list[str]:
        return [one for one in (self.title, *self.leading, self.apposition) if one]

    @property
    def has_title(self) -> bool:
        """Whether there is a title before the name that is more than an honorific."""
        return any(word.rstrip(".").lower() not in HONORIFICS - {"president"} for word in self.title.split())


def description(text: str, start: int, end: int) -> Description:
    """How a text describes the person that it names at [start, end)."""
    title = title_before(text, start)
    leading = _LEADING.search(text, max(0, start - _LONGEST_TITLE), start)
    led: tuple[str, ...] = ()
    if leading is not None and _is_role_phrase(leading["words"], whole=not leading["comma"]):
        # "a spokesman for President Dana Brandt": she is the president.
        words = leading["words"] if leading["comma"] else _FOR.split(leading["words"])[-1]
        led = (f"{leading['owner']}’s {words}" if leading["owner"] and words == leading["words"] else words,)
    found = _APPOSITION.match(text, end) or _BARE.match(text, end)
    written = found["words"] if found else ""
    if found is not None and found.re is _BARE and not _is_role_phrase(written, whole=False):
        written = ""
    is_clause = _VERB.search(_RELATIVE.split(written, maxsplit=1)[0]) is not None
    apposition = "" if is_clause else _DETERMINERS.sub("", " ".join(written.split()))
    return Description(title, led, apposition, gender_in([*title.split(), *apposition.split()]))


def title_before(text: str, start: int) -> str:
    """The title and what describes it before a name: "former Veshan President"; nothing where no title is there."""
    before = _WORDS_BEFORE.search(text[max(0, start - _LONGEST_TITLE) : start])
    if before is None:
        return ""
    kept: list[str] = []
    titled = False
    for word in reversed(before.group().split()):
        plain = word.rstrip(".,").lower()
        titled = titled or is_title(plain) or (plain in ROLES and word.islower())
        goes_on = word[:1].isupper() or is_title(plain) or plain in _IN_TITLES or plain in ROLES
        ends = word.endswith(".") and not is_title(plain) and "." not in word[:-1] and len(plain) > 1
        if ends or (plain in OPENERS and word[:1].isupper()) or word.endswith(("’s", "'s")) or not titled or not goes_on:
            break
        kept.append(word.rstrip(","))
    kept = kept[: _whose(kept)]
    while kept and kept[-1].lower() in ("of", "for", "the"):
        kept.pop()
    return " ".join(reversed(kept))


def _whose(kept: Sequence[str]) -> int:
    """How many words, counted back from the name, are its own title: "President" of "spokesman for President"."""
    words = [word.lower() for word in kept]
    if "for" not in words:
        return len(kept)
    place = words.index("for")
    return place if place and is_title(words[0].rstrip(".")) else len(kept)


def _is_role_phrase(words: str, *, whole: bool) -> bool:
    """Whether words name a role: their last noun, or (not `whole`) that before "of" or "for", is one."""
    if _CLAUSE.search(words):
        return False
    head = (words if whole else re.split(r"\s(?:of|for|at|in)\s", words)[0]).split()[-1:]
    return bool(head) and is_role(head[0].lower())


def gender_of_words(words: str) -> Gender | None:
    """The gender that a noun or title tells: "spokeswoman"."""
    return gender_in(words.split())


def gender_in(words: Iterable[str]) -> Gender | None:
    """The gender that one of some words tells; None where none or several do."""
    plain = {word.strip(".,").lower() for word in words}
    female, male = bool(plain & _FEMALE_WORDS), bool(plain & _MALE_WORDS)
    return None if female == male else Gender.FEMALE if female else Gender.MALE
