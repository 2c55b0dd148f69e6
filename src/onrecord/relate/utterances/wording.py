"""How many words two statements share: inside quotation marks, and in order."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from onrecord.relate.words import Word, runs, telling, weight, words_of
from onrecord.vocabulary.relations import Telling
from onrecord.vocabulary.statements import Kind

# Share of its words that a sentence and its copy have in common, and how many words make it one that is not written twice.
_COPIED, _SENTENCE = 0.8, 8
# What a clause has and a mere name of something has not: a verb that helps, a conjunction, a pronoun that does something.
_OF_CLAUSES = frozenset(
    "is are was were be been am has have had do does did will would shall should can could may might must cannot "
    "to that whether if i he she we they it you not no never".split()
)


@dataclass(frozen=True, slots=True)
class Shared:
    """What two statements share.

    `run` are the words of the longest run that both have in quotation marks, `quoted` its share of what the shorter quotation
    tells, `row` the number of words of the longest run in or out of quotation marks. `told` is how much the words tell that
    both have in the same order, `contained` that as a share of what the shorter statement tells (`shorter`), `both` as a share
    of what the longer one does. `figures` is whether both give a figure.
    """

    run: tuple[Word, ...]
    quoted: float
    row: int
    told: float
    contained: float
    both: float
    shorter: float
    figures: bool

    @property
    def run_told(self) -> float:
        return weight(self.run)


def words(one: Telling) -> tuple[Word, ...]:
    """The words of a statement's content."""
    return words_of(one.content, quoted=one.statement.kind is Kind.DIRECT)


def quotations(one: Telling) -> int:
    """In how many places a statement quotes, with words of the reporter's between them."""
    quoted = [word.quoted for word in words(one)]
    return sum(now and not before for before, now in pairwise([False, *quoted]))


def is_clause(one: Telling) -> bool:
    """Whether a statement's content says something, as far as its words tell, or quotes: else it names what was spoken of."""
    return any(word.plain in _OF_CLAUSES or word.plain.endswith("n't") or word.quoted for word in words(one))


@lru_cache(maxsize=8192)
def stems(content: str, *, quoted: bool) -> frozenset[str]:
    """The stems of the words that tell something, whatever their order."""
    return frozenset(word.stem for word in words_of(content, quoted=quoted) if word.weight)


def may_share(one: Telling, other: Telling) -> int:
    """At most how many words of each that tell something the statements share: quickly, before they are aligned."""
    mine, others = (stems(two.content, quoted=two.statement.kind is Kind.DIRECT) for two in (one, other))
    return len(mine & others)


def is_copied(one: Telling, other: Telling) -> bool:
    """Whether two articles print one sentence, and both statements are the same words of it."""
    if one.article == other.article or _plain(one.content) != _plain(other.content):
        return False
    mine, others = set(_plain(one.sentence)), set(_plain(other.sentence))
    return len(mine & others) >= _COPIED * max(len(mine), len(others)) and len(mine) >= _SENTENCE


def _plain(text: str) -> list[str]:
    return [word.plain for word in words_of(text)]


def shared(one: Telling, other: Telling) -> Shared:
    """What two statements share, the same whichever comes first."""
    if (one.content, one.id) > (other.content, other.id):
        one, other = other, one
    mine, others = words(one), words(other)
    run = _longest_quoted(mine, others)
    quoted = min(_quoted_weight(mine), _quoted_weight(others))
    left, right = telling(mine), telling(others)
    told = _in_order(left, right)
    row = max((size for *_, size in runs([word.plain for word in mine], [word.plain for word in others])), default=0)
    shorter, longer = sorted((weight(left), weight(right)))
    figures = any(word.is_number for word in mine) and any(word.is_number for word in others)
    return Shared(
        run=run,
        quoted=_share(weight(run), quoted),
        row=row,
        told=told,
        contained=_share(told, shorter),
        both=_share(told, longer),
        shorter=shorter,
        figures=figures,
    )


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _in_order(one: list[Word], other: list[Word]) -> float:
    """How much the words tell that two statements have in the same order; those out of order count half."""
    ordered = 0.0
    used: set[int] = set()
    taken: set[int] = set()
    for mine, others, size in runs([word.stem for word in one], [word.stem for word in other]):
        ordered += sum(min(one[mine + step].weight, other[others + step].weight) for step in range(size))
        used.update(range(mine, mine + size))
        taken.update(range(others, others + size))
    left = {word.stem: word.weight for at, word in enumerate(one) if at not in used}
    right = {word.stem: word.weight for at, word in enumerate(other) if at not in taken}
    return ordered + sum(min(left[stem], right[stem]) for stem in left.keys() & right.keys()) / 2


def _quoted_weight(words: tuple[Word, ...]) -> float:
    return weight(word for word in words if word.quoted)


def _longest_quoted(one: tuple[Word, ...], other: tuple[Word, ...]) -> tuple[Word, ...]:
    """The run of words, all in quotation marks in both, that tells most."""
    mine = [word for word in one if word.quoted]
    others = [word for word in other if word.quoted]
    if not mine or not others:
        return ()
    found = [tuple(mine[at : at + size]) for at, _, size in runs([w.plain for w in mine], [w.plain for w in others])]
    return max(found, key=lambda run: (weight(run), len(run)), default=())
