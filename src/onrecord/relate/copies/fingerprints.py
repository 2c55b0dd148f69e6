"""Few numbers of a text by which its copies are found among many: winnowing, and pairs of names for what was reworded."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np

from onrecord.relate.copies.grams import Hashes, number
from onrecord.relate.copies.narration import Told, story, told
from onrecord.vocabulary.relations import Printed

# With runs of five words, two stories that share 12 words of narration in a row share a fingerprint; of n runs about n / 4.5 are
# kept.
_WINDOW = 8
_YEAR = re.compile(r"(?:19|20)\d\d")


def fingerprints(article: Printed) -> tuple[int, ...]:
    """Some 63-bit hashes of a story, each once and in order of size.

    1. Of runs of five words of narration the ones that winnowing keeps (Schleimer, Wilkerson and Aiken, SIGMOD 2003).
    2. Of pairs of names and numbers, which survive rewording.
    """
    kept = {int(one) for one in winnowed(story(article).runs)}  # 1
    named = {number(names) for names in _named(told(article))}  # 2
    return tuple(sorted(kept | named))


def winnowed(hashes: Hashes) -> Hashes:
    """The smallest hash of each window; a text shorter than a window keeps its smallest."""
    if len(hashes) <= _WINDOW:
        return np.sort(hashes)[:1]
    windows = np.lib.stride_tricks.sliding_window_view(hashes, _WINDOW)
    return np.unique(windows.min(axis=1))


def _named(sentences: Sequence[Told]) -> Iterator[str]:
    """Pairs of names and numbers that a rewriter keeps, of those that one sentence of the story alone has.

    1. The two of a sentence that look rarest.  2. The one that looks rarest of a sentence and of the next that has any.
    """
    seen = Counter(name for sentence in sentences for name in sentence.anchors)
    before: str | None = None
    for sentence in sentences:
        rare = sorted((name for name in sentence.anchors if seen[name] == 1), key=_commonness)
        if len(rare) > 1:
            yield "\n".join(sorted(rare[:2]))  # 1
        if rare and before is not None:
            yield f"{before}\n\n{rare[0]}"  # 2
        before = rare[0] if rare else before


def _commonness(name: str) -> tuple[bool, int, str]:
    """Orders names and numbers by how rare they look: figures of three digits and more that are no years, then the longest."""
    is_figure = len(name) > 2 and name[0].isdigit() and not _YEAR.fullmatch(name)
    is_common = name[0].isdigit() and not is_figure
    return not is_figure, 0 if is_common else -len(name), name
