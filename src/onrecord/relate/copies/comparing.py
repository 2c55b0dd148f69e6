"""Which articles are copies of which, and of what kind: one pair at a time, so that no answer depends on what else is asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.relate.copies.crediting import Credit, credit, is_own, names_as_first
from onrecord.relate.copies.first import NOT_KNOWN, earlier, original
from onrecord.relate.copies.narration import story
from onrecord.relate.copies.overlap import LONG_RUN, Overlap, overlap
from onrecord.relate.copies.rewriting import rewrite
from onrecord.text.spelling import fold
from onrecord.vocabulary.relations import Copy, CopyKind, Printed

# A reprint has half of the shorter narration in runs of the other's words. Of the 14 630 pairs of PolNeAR (train and dev) that
# share a fingerprint, seven have 0.79 or more and are copies; one has 0.53, a paragraph that an outlet printed twice; with 55
# words or more in common the next has 0.2. All of these but the last are pairs of one outlet.
_REPRINTED = 0.5
# One outlet prints its standing paragraphs in all that it writes: it needs more.
_SAME_OUTLET = 0.6
# Two texts that credit one agency need less: trimmed from both ends, or from two hours of one story. Chosen.
_SAME_WIRE = 0.3
# Of a short text all must be shared: nine words of ten. Chosen.
_WHOLE = 0.9
_FEWEST_OF_WHOLE = 30
# Fewer shared words than this are a standing paragraph or a caption.
_FEWEST_SHARED = 55


def copies(article: Printed, others: Sequence[Printed]) -> list[Copy]:
    """Which of some articles this one is a copy of, which are copies of it, and whose wire text it is.

    A copy of a wire text has a row of the kind WIRE that names the agency, beside those that join it to others with its words.
    """
    found: set[Copy] = set()
    owns = False
    for other in others:
        if other.id == article.id:
            continue
        pair = list(_pair(article, other))
        found.update(pair)
        owns = owns or any(copy.article == article.id and _is_agency_text(article, other) for copy in pair)
    if not owns and (wire := _wire(article)):
        found.add(wire)
    return sorted(found, key=lambda copy: (copy.article, copy.of, copy.kind, copy.shown_by))


def _pair(one: Printed, other: Printed) -> Iterator[Copy]:
    """The rows that two articles make, the same whichever is asked about.

    1. The same words: a reprint, or an update by the same outlet.  2. The same sentences in other words: a rewrite.
    3. For either of two reprints that credits an agency, that it is the agency's text.
    """
    one, other = sorted((one, other), key=lambda article: article.id)
    first, second = story(one), story(other)
    shared = overlap(first, second)
    agency = _common_agency(one, other) if shared.containment >= _SAME_WIRE else None
    if _is_reprint(shared, _SAME_WIRE if agency else _SAME_OUTLET if _same_place(one, other) else _REPRINTED):  # 1
        yield _reprint(one, other, shared, agency)
        if not (_is_agency_text(one, other) or _is_agency_text(other, one)):
            yield from (wire for article in (one, other) if (wire := _wire(article)))  # 3
    elif (found := rewrite(one, other, shared)) is not None:  # 2
        yield found


def _is_reprint(shared: Overlap, needed: float) -> bool:
    if shared.longest < LONG_RUN:
        return False
    if shared.shared < _FEWEST_SHARED:
        return shared.shared >= _FEWEST_OF_WHOLE and shared.containment >= _WHOLE
    return shared.containment >= needed


def _reprint(one: Printed, other: Printed, shared: Overlap, agency: Credit | None) -> Copy:
    """A reprint or an update, with who was first: what one says of the other, else the days, else the fuller text."""
    is_told = True
    if names_as_first(other, one.outlet) != names_as_first(one, other.outlet):
        source = one if names_as_first(other, one.outlet) else other
    elif _is_agency_text(one, other) != _is_agency_text(other, one):
        source = other if _is_agency_text(one, other) else one
    else:
        source, is_told = original(one, other), earlier(one, other) is not None
    copy = other if source is one else one
    is_update = _same_place(one, other) and earlier(one, other) is not None
    shown = (
        f"{shared.shared} of {shared.words} words of narration in runs of the same words, the longest of {shared.longest}"
        f"{_long(shared.long_runs)}; {shared.in_order:.0%} of the runs in the same order"
    )
    if agency:
        shown += f"; both credit {agency.agency}"
    if not is_told:
        shown += f"; {NOT_KNOWN}"
    return Copy(copy.id, source.id, CopyKind.UPDATE if is_update else CopyKind.REPRINT, round(shared.containment, 3), shown)


def _long(runs: int) -> str:
    return f" ({runs} of {LONG_RUN} or more)" if runs > 1 else ""


def _wire(article: Printed) -> Copy | None:
    """That an article is an agency's text, where it says so itself."""
    named = credit(article)
    if named is None:
        return None
    return Copy(article.id, named.agency, CopyKind.WIRE, 0.9, f"credits {named.agency} {named.where}")


def _common_agency(one: Printed, other: Printed) -> Credit | None:
    """The agency that both credit, or that one credits and the other is."""
    mine, theirs = credit(one), credit(other)
    if mine and (is_own(other, mine.agency) or (theirs and theirs.agency == mine.agency)):
        return mine
    return theirs if theirs and is_own(one, theirs.agency) else None


def _is_agency_text(article: Printed, other: Printed) -> bool:
    """Whether an article credits the agency that printed the other."""
    named = credit(article)
    return named is not None and is_own(other, named.agency)


def _same_place(one: Printed, other: Printed) -> bool:
    """Whether two articles stand at one address or are of one outlet."""
    if one.url and other.url and _address(one.url) == _address(other.url):
        return True
    return bool(one.outlet and other.outlet) and fold(one.outlet or "") == fold(other.outlet or "")


def _address(url: str) -> str:
    return url.split("://", 1)[-1].split("?", 1)[0].split("#", 1)[0].rstrip("/").casefold()
