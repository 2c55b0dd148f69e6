"""Whether one article tells another's story sentence by sentence in other words: what speaks for it, and what against it."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from onrecord.relate.copies import spun
from onrecord.relate.copies.aligning import Alignment, Matrix, aligned
from onrecord.relate.copies.first import NOT_KNOWN, earlier, original
from onrecord.relate.copies.narration import Story, story, told
from onrecord.relate.copies.overlap import Overlap
from onrecord.relate.copies.particulars import Own, clashes, own, particulars
from onrecord.vocabulary.relations import Copy, CopyKind, Printed

# A story told sentence by sentence: this much of the shorter narration has its sentences in the other, in order, and they are
# this much alike. Of the 14 630 pairs of PolNeAR that share a fingerprint those that are no reprints have at most 0.15 in six
# sentences; the example story's rewrite has 0.98, its independent reports at most 0.24.
_RETOLD = 0.55
_ALIKE = 0.42
_FEWEST_PAIRS = 6
_ORDERED = 0.75
# Two short reports of one event share the names in most of their sentences: with fewer pairs than this they must be as alike as
# that. Invented rewrites of seven and nine sentences have 0.72 and 0.75, most independent reports as short 0.48 to 0.67.
_FEW_PAIRS = 10
_ALIKE_OF_FEW = 0.55
# Stories that share less of the words of their narration are not aligned at all.
_SAME_MATTER = 0.45
# What a rewriter has of his own, as a share of the persons, figures, days and quotations in his text: hardly anything. Invented
# rewrites have at most 0.05, the example story's by machine 0.13; reports of one event that tell as much in the same order have
# 0.3 and more, with what they have in the place of another's.
_OWN = 0.12
# A machine garbles names and figures.
_OWN_OF_MACHINE = 0.25
# The particulars that both must have, counted as in `particulars`: fewer are in any two reports of one event.
_FEWEST_IN_COMMON = 8.0


def rewrite(one: Printed, other: Printed, shared: Overlap) -> Copy | None:
    """That one of two articles tells the other's story in other words; None where it does not, or enough speaks against it.

    1. Most sentences of the shorter answer sentences of the other, in the same order.
    2. The copy has hardly a person, a figure, a day or a quotation that the other lacks, and hardly one in the place of another:
       whoever was there himself has his own. Where the days do not tell which is the copy, it is the one with the smaller share.
    3. It is a machine's where its words show it: then the text with the signs is the copy, whatever the days say.
    """
    first, second = story(one), story(other)
    if not _same_matter(first, second):
        return None
    found = aligned(told(one), told(other), _nearness(one, other, first, second))
    if not _is_retold(found):  # 1
        return None
    machine = _by_machine(one, other)
    copy = machine[0] if machine else _later(one, other)
    source = other if copy is one else one
    has, whole = own(copy, source), particulars(copy).weight
    against = has.weight + (0 if machine else clashes(one, other, found.pairs))
    allowed = _OWN_OF_MACHINE if machine else _OWN
    if against > allowed * whole or whole - has.weight < _FEWEST_IN_COMMON:  # 2
        return None
    shown = (
        f"{len(found.pairs)} sentences of one answer those of the other, {found.in_order:.0%} of the likeness in the same order; "
        f"{found.coverage:.0%} of the shorter narration, {shared.containment:.0%} of it in the same words; {_of_its_own(has)}"
    )
    score = round(min(1.0, found.coverage * (0.5 + found.likeness)), 3)
    if machine:  # 3
        return Copy(copy.id, source.id, CopyKind.MACHINE_REWRITE, score, f"{shown}; {machine[1]}")
    if earlier(one, other) is None:
        shown += f"; {NOT_KNOWN}"
    return Copy(copy.id, source.id, CopyKind.REWRITE, score, shown)


def _later(one: Printed, other: Printed) -> Printed:
    """The article that would be the copy: the later; where the days do not tell, the one with less of its own, or fewer words."""
    first = earlier(one, other)
    if first is None:
        mine, theirs = own(one, other).share, own(other, one).share
        if mine != theirs:
            return one if mine < theirs else other
        first = original(one, other)
    return other if first is one else one


def _by_machine(one: Printed, other: Printed) -> tuple[Printed, str] | None:
    """The one of two texts that a machine made, and what shows it."""
    signs = {article.id: list(_signs(article, beside)) for article, beside in ((one, other), (other, one))}
    made = [article for article in (one, other) if spun.enough(signs[article.id])]
    if not made:
        return None
    copy = max(made, key=lambda article: sum(sign.weight for sign in signs[article.id]))
    return copy, spun.described(signs[copy.id])


def _signs(article: Printed, beside: Printed) -> Iterator[spun.Sign]:
    """What shows that a text was made by machine, in itself and beside the other; the second only with one of the first.

    Two people write names in two ways as well: words that differ say which text is spun only where it shows it by itself.
    """
    alone = list(spun.signs(article))
    yield from alone
    if alone:
        yield from spun.changed_names(article.text, beside.text)


def _of_its_own(has: Own) -> str:
    """What a copy has that the original lacks, in plain words."""
    counted = ((has.names, "name"), (has.figures, "figure"), (has.days, "day"), (has.quotations, "quotation"))
    parts = [f"{len(found)} {noun}{'s' if len(found) > 1 else ''}" for found, noun in counted if found]
    return f"of its own the copy has only {', '.join(parts)}" if parts else "the copy has no name, figure or quotation of its own"


def _same_matter(one: Story, other: Story) -> bool:
    fewer = min(len(one.stems), len(other.stems))
    shared = len(one.stems & other.stems)
    return min(len(one.sentences), len(other.sentences)) >= _FEWEST_PAIRS and shared >= _SAME_MATTER * fewer


def _is_retold(found: Alignment) -> bool:
    return (
        len(found.pairs) >= _FEWEST_PAIRS
        and found.coverage >= _RETOLD
        and found.likeness >= (_ALIKE_OF_FEW if len(found.pairs) < _FEW_PAIRS else _ALIKE)
        and found.in_order >= _ORDERED
    )


def _nearness(one: Printed, other: Printed, first: Story, second: Story) -> Matrix | None:
    """The cosines of the sentences of two stories; None where either has no vectors, or not one for each sentence."""
    if len(one.sentences) != len(first.sentences) or len(other.sentences) != len(second.sentences):
        return None
    mine, theirs = (
        np.array([np.frombuffer(vector, np.int8) for vector in article.sentences], np.float64) for article in (one, other)
    )
    lengths = np.linalg.norm(mine, axis=1)[:, None] * np.linalg.norm(theirs, axis=1)[None, :]
    cosines: Matrix = (mine @ theirs.T) / np.maximum(lengths, 1e-9)
    return cosines
