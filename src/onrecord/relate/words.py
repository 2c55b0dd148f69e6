"""Words of a text with their places, and what comparing needs of each: its stem, how much it tells, whether it is quoted.

The alignment of two texts by their words follows QUOTUS (Niculae, Suen, Zhang, Danescu-Niculescu-Mizil, Leskovec, "QUOTUS: The
Structure of Political Media Coverage as Revealed by Quoting Patterns", WWW 2015), which finds a quotation in a transcript by
aligning words and letting some of them differ.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from onrecord.text.quotes import quotations
from onrecord.text.spelling import fold

_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’‘ʼ][^\W\d_]+)*")
_SENTENCE_BEGINS = re.compile(r"(?:[.!?:…][\s\"“”‘’'(\[]*|[\"“‘'])$")

FUNCTION = frozenset(
    "a an the this that these those it its itself he him his himself she her hers herself they them their theirs themselves "
    "we us our ours ourselves i me my mine myself you your yours yourself who whom whose which what where when why how whether "
    "and or but nor so yet than then as if of in on at by to for from with without into onto out over under about against "
    "between among through during before after above below up down off again further once because until while although though "
    "unless since am is are was were be been being have has had having do does did doing done will would shall should can could "
    "may might must ought not no never none neither cannot any some such only just also even too very more most much many less "
    "least own same other another each every either both all few there here now one ones say says said saying tell tells told "
    "i'm i've i'd i'll you're you've you'd you'll he's he'd he'll she's she'd she'll it's it'd it'll we're we've we'd we'll "
    "they're they've they'd they'll that's there's who's what's let's don't doesn't didn't won't wouldn't can't couldn't "
    "shouldn't isn't aren't wasn't weren't haven't hasn't hadn't mustn't ain't upon per via within toward towards".split()
)
# What any story is full of: words of which two statements share several by chance.
COMMON = frozenset(
    "people country countries nation government year years day days today tomorrow yesterday week weeks month months time times "
    "make making made take taking took get getting got go going gone went come coming came give giving gave given know think "
    "want wants need needs like good great bad big new old first last next long way thing things lot right really well back "
    "part world state states president minister leader leaders percent million billion thousand hundred two three four five six "
    "seven eight nine ten work working worked see seen look looking put keep let believe sure important clear fact issue issues "
    "question point man woman men women person everybody somebody someone anyone everyone something anything nothing nobody "
    "still always ever around become became becoming use used able whole call called calling talk talking ask asked asking "
    "help end place case number support against between".split()
)
NEGATIONS = frozenset("not no never none neither nor nobody nothing nowhere cannot without hardly scarcely".split())
HEDGES = (
    "perhaps maybe may might could possibly probably likely about around roughly nearly almost approximately apparently "
    "reportedly allegedly presumably seemingly somewhat largely mostly most many some often sometimes usually generally "
    "potentially partly majority"
).split()
HEDGE_PHRASES = tuple(
    tuple(phrase.split())
    for phrase in (
        "i think",
        "i believe",
        "i guess",
        "i hope",
        "i suppose",
        "we think",
        "we believe",
        "we hope",
        "it is my judgement",
        "it is my judgment",
        "in my judgement",
        "in my judgment",
        "in my view",
        "in my opinion",
        "in our view",
        "as far as i know",
        "it seems",
        "it appears",
        "seems to",
        "appears to",
        "more or less",
        "at least",
        "at most",
        "up to",
        "so far",
        "for now",
        "a kind of",
        "a sort of",
        "to some extent",
        "in principle",
    )
)
CONDITIONS = frozenset("if once unless provided providing until till assuming subject conditional depending".split())
CONDITION_PHRASES = tuple(
    tuple(phrase.split())
    for phrase in (
        "as long as",
        "so long as",
        "only when",
        "on condition",
        "on the condition",
        "in case",
        "in the event",
        "when and if",
        "only after",
        "not before",
    )
)
# Irregular forms that reported speech shifts: "we have kept" is told as "they kept".
_FORMS = {
    form: base
    for base, forms in (
        ("keep", "kept"),
        ("hold", "held"),
        ("meet", "met"),
        ("leave", "left"),
        ("lose", "lost"),
        ("win", "won"),
        ("stand", "stood"),
        ("pay", "paid"),
        ("bring", "brought"),
        ("buy", "bought"),
        ("think", "thought"),
        ("fight", "fought"),
        ("know", "knew known"),
        ("see", "saw seen"),
        ("take", "took taken"),
        ("give", "gave given"),
        ("make", "made"),
        ("come", "came"),
        ("go", "went gone"),
        ("become", "became"),
        ("begin", "began begun"),
        ("find", "found"),
        ("build", "built rebuilt"),
        ("send", "sent"),
        ("spend", "spent"),
        ("write", "wrote written"),
        ("speak", "spoke spoken"),
        ("break", "broke broken"),
        ("choose", "chose chosen"),
        ("fall", "fell fallen"),
        ("rise", "rose risen"),
        ("grow", "grew grown"),
        ("draw", "drew drawn"),
        ("drive", "drove driven"),
        ("feel", "felt"),
        ("hear", "heard"),
        ("lead", "led"),
        ("mean", "meant"),
        ("run", "ran"),
        ("sell", "sold"),
        ("show", "showed shown"),
        ("strike", "struck"),
        ("teach", "taught"),
        ("die", "died dead"),
        ("bury", "buried"),
        ("man", "men"),
        ("woman", "women"),
        ("person", "people"),
        ("child", "children"),
    )
    for form in forms.split()
}
_SUFFIXES = ("ings", "ing", "ied", "ies", "ed", "es", "s")
_SPELLED = {"our": "or", "ise": "ize", "isation": "ization", "yse": "yze", "tre": "ter", "ence": "ense"}


@dataclass(frozen=True, slots=True)
class Word:
    """A word at `[start, end)` of its text: folded, its stem, how much it tells (0 to 1), whether it is quoted, or a name."""

    start: int
    end: int
    plain: str
    stem: str
    weight: float
    quoted: bool
    name: bool

    @property
    def is_number(self) -> bool:
        return self.plain[0].isdigit()


@lru_cache(maxsize=8192)
def words_of(text: str, *, quoted: bool = False) -> tuple[Word, ...]:
    """The words of a text in order; `quoted` where all of it stands in quotation marks, printed or not."""
    spans = [(0, len(text))] if quoted else [one.inner for one in quotations(text)]
    found = []
    title = _is_title(text)
    for match in _WORD.finditer(text):
        start, end = match.span()
        plain = fold(match.group())
        name = not title and match.group()[0].isupper() and plain not in FUNCTION and not _begins(text, start)
        inside = any(begin <= start and end <= stop for begin, stop in spans)
        found.append(Word(start, end, plain, stem(plain), _weight(plain, name=name), inside, name))
    return tuple(found)


def _is_title(text: str) -> bool:
    """Whether most words have capitals, as in a headline, so that a capital tells no name."""
    longer = [word for word in _WORD.findall(text) if len(word) > 3 and word[0].isalpha()]
    return len(longer) > 3 and sum(word[0].isupper() for word in longer) > 0.7 * len(longer)


def _begins(text: str, start: int) -> bool:
    """Whether a sentence begins at a word; what is quoted begins one, the text itself may not: contents begin anywhere."""
    return _SENTENCE_BEGINS.search(text, max(0, start - 6), start) is not None


def _weight(plain: str, *, name: bool) -> float:
    if plain in FUNCTION:
        return 0.0
    if plain in COMMON:
        return 0.5
    return 0.7 if name else 1.0


@lru_cache(maxsize=20_000)
def stem(plain: str) -> str:
    """What forms of one word share (close, closed, closing), for comparing only: British and American spellings too."""
    word = plain.removesuffix("'s").removesuffix("'")
    word = _FORMS.get(word, word)
    if len(word) < 4 or not word.isalpha():
        return word
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 3 and not word.endswith(("ss", "us", "is")):
            word = word[: -len(suffix)] + ("y" if suffix in ("ied", "ies") else "")
            break
    for british, american in _SPELLED.items():
        if word.endswith(british) and len(word) > len(british) + 2:
            word = word[: -len(british)] + american
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiouls":
        word = word[:-1]
    return word.rstrip("e") if len(word) > 3 else word


def runs(one: Sequence[str], other: Sequence[str]) -> list[tuple[int, int, int]]:
    """Runs that two sequences have in common, in the order of both: where in one, where in the other, how long.

    Of two texts with several alignments the first argument's order decides: give them in a settled order.
    """
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return [(block.a, block.b, block.size) for block in matcher.get_matching_blocks() if block.size]


def telling(words: Iterable[Word]) -> list[Word]:
    """The words that tell something by themselves."""
    return [word for word in words if word.weight]


def weight(words: Iterable[Word]) -> float:
    """How much some words tell, together."""
    return sum(word.weight for word in words)


def is_negation(word: Word) -> bool:
    """Whether a word turns what is said into its opposite."""
    return word.plain in NEGATIONS or word.plain.endswith("n't")


def negations(words: Iterable[Word]) -> list[Word]:
    """The words that turn what is said into its opposite."""
    return [word for word in words if is_negation(word)]


def phrases_in(words: Sequence[Word], phrases: Iterable[tuple[str, ...]]) -> list[tuple[int, int]]:
    """Where some phrases stand in a run of words: half-open ranges of numbers of words."""
    plain = [word.plain for word in words]
    found = []
    for phrase in phrases:
        size = len(phrase)
        found += [(at, at + size) for at in range(len(plain) - size + 1) if tuple(plain[at : at + size]) == phrase]
    return sorted(found)


def hedges(words: Sequence[Word]) -> list[tuple[int, int]]:
    """Where a statement says that it is less than sure or exact: ranges of numbers of words."""
    single = [(at, at + 1) for at, word in enumerate(words) if word.plain in HEDGES]
    return sorted(set(single + phrases_in(words, HEDGE_PHRASES)))


def conditions(words: Sequence[Word]) -> list[tuple[int, int]]:
    """Where a condition begins: ranges of numbers of words."""
    single = [(at, at + 1) for at, word in enumerate(words) if word.plain in CONDITIONS]
    return sorted(set(single + phrases_in(words, CONDITION_PHRASES)))
