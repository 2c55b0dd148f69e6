"""The words of titles and epithets without a name, and of an article's descriptions, as they are compared with one another."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from onrecord.identify.names.cast import is_role
from onrecord.identify.names.titles import INDEFINITE
from onrecord.identify.who.knowing import nations_told, title_told
from onrecord.identify.who.members import Member
from onrecord.text.spelling import fold

_DETERMINER = re.compile(r"^(?:the|this|that|his|her|their|its|our|my|a|an)\s+", re.IGNORECASE)
_ASIDE = re.compile(r",.*|\s(?:who|that|which|whose|from|at|in|with|on|by)\s.*", re.DOTALL)
# Where the noun of a title ends: "the head | of the fund".
_AND = re.compile(r",?\s+(?:and|or)\s+|,\s+")
_OF = re.compile(r"\s(?:of|for|to)\s")
_POSSESSED = re.compile(r"[’']s?\s")
_EMPTY = frozenset("the a an of for and to in at on by with 's s’ u.s. us".split())
_TOKEN = re.compile(r"[^\W_][\w.’'-]*")
# Words that set one holder of a title apart from another.
_APART = frozenset("former ex vice deputy first acting presumptive interim assistant under retired".split())
# Of two that name portfolios, none in common, one is not the other.
_PORTFOLIOS = frozenset(
    "prime foreign defence defense interior finance justice trade economy economic energy health education home external "
    "treasury environment agriculture transport labour labor culture communications information industry commerce "
    "immigration".split()
)
_SAME = {
    "gop": "republican",
    "nominee": "candidate",
    "democrat": "democratic",
    "chairwoman": "chairman",
    "chair": "chairman",
    "ex": "former",
    "gen": "general",
    "sen": "senator",
    "rep": "representative",
    "gov": "governor",
    "lt": "lieutenant",
    "col": "colonel",
    "maj": "major",
    "capt": "captain",
    "sgt": "sergeant",
    "prof": "professor",
    "congressman": "representative",
    "congresswoman": "representative",
    "spokeswoman": "spokesman",
    "spokesperson": "spokesman",
    "lawyer": "attorney",
    "counsel": "attorney",
    "physician": "doctor",
    "dr": "doctor",
}
_PAIR = re.compile(
    r"(?:both|the two|the pair)(?: (?:men|women|leaders|presidents|prime ministers|ministers|politicians|rivals))?",
)
# One word that stands for two.
_TWO_WORDS = {"premier": ("prime", "minister"), "pm": ("prime", "minister")}
# Parts of titles that head none: "the state" is no secretary of state.
_PARTS = frozenset("prime foreign defence defense interior finance state treasury executive former ex acting first count".split())
# So many letters begin the names of a country and of its people, mostly: "Veshia", "Veshan". By judgement.
_STEM = 4


@dataclass(frozen=True, slots=True)
class Epithet:
    """An epithet's words: the noun that heads it, all for comparing, those before the noun that have a capital and are no title,
    the nations that they name, what its article is, the role of the facts that they name, and how many characters they take.
    """

    head: str
    tokens: frozenset[str]
    capitals: frozenset[str]
    nations: tuple[str, ...]
    opening: str
    definite: bool
    indefinite: bool
    possessed: bool
    plural: bool
    role: str | None
    length: int

    @property
    def former(self) -> bool:
        """Whether it tells what somebody was."""
        return "former" in self.tokens


@dataclass(frozen=True, slots=True)
class Description:
    """How an article describes somebody, for comparing: the words, and the nouns that head them ("the chair and founder")."""

    tokens: frozenset[str]
    heads: frozenset[str]
    capitals: frozenset[str]
    role: str | None

    @property
    def former(self) -> bool:
        """Whether it tells what somebody was."""
        return "former" in self.tokens


def read_epithet(source: str) -> Epithet | None:
    """The epithet that a source's words are, without what follows it; None where nothing is there to compare."""
    words = " ".join(source.split())
    bare = _DETERMINER.sub("", _ASIDE.sub("", words))
    tokens = tokens_of(bare)
    if not tokens:
        return None
    first = _OF.split(bare)[0]
    head = next(iter(tokens_of(first)[-1:]), "")
    if head in _PARTS:
        head = ""
    opening = words.split(maxsplit=1)[0].lower()
    capitals = _capitals(first)
    return Epithet(
        head,
        frozenset(tokens),
        capitals,
        tuple(nations_told(words)),
        opening=opening,
        definite=opening in ("the", "this", "that"),
        indefinite=opening in INDEFINITE,
        possessed=_POSSESSED.search(first) is not None,
        plural=re.search(r"[^\W\d_]s$", first) is not None and not is_role(head),
        role=_role(bare, capitals),
        length=len(_ASIDE.sub("", source)),
    )


def is_definite_roles(source: str) -> bool:
    """Whether a source's words are a definite description of several people: "the senators", "both candidates"."""
    words = _OF.split(_ASIDE.sub("", " ".join(source.split())))[0].split()
    last = words[-1].lower() if words else ""
    return len(words) > 1 and words[0].lower() in ("the", "both") and last.endswith("s") and is_role(last.removesuffix("s"))


def is_pair(source: str) -> bool:
    """Whether a source's words are about two persons told of before: "both men", "the two leaders", "the pair"."""
    return _PAIR.fullmatch(" ".join(source.lower().split())) is not None


def singular(source: str) -> tuple[frozenset[str], str] | None:
    """The words of a plural and the noun that heads it, in the singular: "the senators"."""
    tokens = tokens_of(_OF.split(_ASIDE.sub("", " ".join(source.split())))[0])
    if not is_definite_roles(source) or not tokens:
        return None
    head = _SAME.get(tokens[-1].removesuffix("s"), tokens[-1].removesuffix("s"))
    return frozenset({*tokens[:-1], head} - {"both", "two", "three"}), head


def descriptions_of(member: Member) -> list[Description]:
    """How an article describes somebody, for comparing."""
    return [_description(one) for one in member.descriptions]


@lru_cache(maxsize=2_000)
def _description(words: str) -> Description:
    phrases = (tokens_of(_OF.split(_ASIDE.sub("", one))[0]) for one in _AND.split(words))
    heads = frozenset(phrase[-1] for phrase in phrases if phrase)
    capitals = _capitals(words)
    return Description(frozenset(tokens_of(words)), heads, capitals, _role(_ASIDE.sub("", words), capitals))


def fit(tokens: frozenset[str], head: str, description: Description) -> float:
    """The share of an epithet's words that a description has; nothing where it is of another noun, rank or portfolio."""
    if head not in description.heads or (tokens ^ description.tokens) & _APART or differ(tokens, description.tokens):
        return 0.0
    return len(tokens & description.tokens) / len(tokens)


def differ(ones: Iterable[str], others: Iterable[str]) -> bool:
    """Whether both name portfolios, and none in common: "the defence minister" is no prime minister."""
    first, second = _PORTFOLIOS.intersection(ones), _PORTFOLIOS.intersection(others)
    return bool(first and second and not first & second)


def are_akin(ones: Iterable[str], others: Iterable[str]) -> bool:
    """Whether some word of each begins like one of the other, as a country and its people do."""
    return any(one[:_STEM] == other[:_STEM] for one, other in product(ones, others))


def tokens_of(words: str) -> list[str]:
    """Words for comparing: one for those that mean one thing, without articles and prepositions."""
    found = (fold(match.group()).removesuffix("'s").rstrip(".") for match in _TOKEN.finditer(words))
    plain = (_SAME.get(word, word) for one in found for word in _TWO_WORDS.get(one, (one,)))
    return [word for word in plain if word and word not in _EMPTY]


def _role(words: str, capitals: frozenset[str]) -> str | None:
    """The role of the facts that a title names, of whatever place: "Veshan" is left out where the facts do not know it."""
    title = title_told(words) or title_told(" ".join(word for word in _OF.split(words)[0].split() if fold(word) not in capitals))
    return title.role if title is not None and not title.former else None


def _capitals(words: str) -> frozenset[str]:
    """The words with a capital that are no title and no portfolio, for comparing: "Veshan" of "Veshan Defence Minister"."""
    plain = (token for match in _TOKEN.finditer(words) if match.group()[:1].isupper() for token in tokens_of(match.group()))
    return frozenset(one for one in plain if len(one) > 1 and one not in _PORTFOLIOS | _APART and not is_role(one))
