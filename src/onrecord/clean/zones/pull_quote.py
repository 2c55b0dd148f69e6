"""Pull quotes: paragraphs whose words are a copy of words that another paragraph has in their place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from onrecord.clean.zones.lines import Line, word_list
from onrecord.vocabulary import ZoneKind

# Words of a pull quote: shorter repetitions are a way of speaking, longer ones a passage.
_FEWEST = 6
_MOST = 90
# Words of a pull quote without quotation marks; longer paragraphs that come twice are updates of one another.
_MOST_UNQUOTED = 30
# Share of the words that must stand in the other paragraph; an editor drops a name or adds a bracket.
_COPIED = 0.9
# Words in a row that make a place recognisable; four of them are looked up first, to be quick.
_RUN = 3
_PROBE = 4

_Run = tuple[str, str, str]


def pull_quotes(lines: Sequence[Line], kinds: list[ZoneKind | None]) -> None:
    """Mark the pull quotes among the unmarked paragraphs, and the lines "- Jane Doe" under them.

    1. It is one quotation and nothing else; or it is short, without any, and stands after a longer paragraph (an
       abstract above the article repeats its first sentence).  2. Nearly all its words stand in their order in a longer
       paragraph; of two equal quotations the later is the copy.
    """
    words = {number: word_list(line.plain) for number, line in enumerate(lines) if kinds[number] is None}
    everything = "\n".join(" ".join(own) for own in words.values())
    places: dict[_Run, list[int]] | None = None
    longest = 0
    for number, own in words.items():
        below, longest = longest > len(own), max(longest, len(own))
        if not _is_set_off(lines[number], below=below):  # 1
            continue
        if not _FEWEST <= len(own) <= _MOST or not _may_be_copy(own, everything):
            continue
        places = _places(words) if places is None else places
        if _is_copy(number, words, places):  # 2
            kinds[number] = ZoneKind.PULL_QUOTE
            following = number + 1
            if following in words and len(words[following]) <= 8 and lines[following].plain.startswith("-"):
                kinds[following] = ZoneKind.PULL_QUOTE


def _is_set_off(line: Line, *, below: bool) -> bool:
    marks = line.plain.count('"')
    if line.plain.startswith('"'):
        return marks == 1 or (marks == 2 and line.plain.endswith('"'))
    return marks == 0 and below and line.words <= _MOST_UNQUOTED


def _may_be_copy(own: Sequence[str], everything: str) -> bool:
    """Whether the first, middle or last words stand in the text twice: the quick way out for nearly all paragraphs."""
    middle = len(own) // 2
    probes = (own[:_PROBE], own[middle - 2 : middle + 2], own[-_PROBE:])
    return any(everything.count(" ".join(probe)) > 1 for probe in probes)


def _runs(words: Sequence[str]) -> list[_Run]:
    return list(zip(words, words[1:], words[2:], strict=False))


def _places(words: dict[int, list[str]]) -> dict[_Run, list[int]]:
    """The paragraphs that each run of words stands in, of the runs that stand in two or more."""
    first: dict[_Run, int] = {}
    shared: dict[_Run, list[int]] = {}
    for number, own in words.items():
        for run in _runs(own):
            other = first.setdefault(run, number)
            if other != number:
                shared.setdefault(run, [other]).append(number)
    return shared


def _is_copy(number: int, words: dict[int, list[str]], places: dict[_Run, list[int]]) -> bool:
    own = words[number]
    runs = _runs(own)
    if not any(run in places for run in runs):
        return False
    others = Counter(other for run in runs for other in set(places.get(run, ())) if other != number)
    for other, _ in others.most_common(2):
        longer = len(words[other]) > len(own) or (len(words[other]) == len(own) and other < number)
        if longer and _covered(runs, other, places) >= _COPIED * len(own):
            return True
    return False


def _covered(runs: Sequence[_Run], other: int, places: dict[_Run, list[int]]) -> int:
    """How many words of a paragraph stand in a run that the other has too."""
    inside: set[int] = set()
    for position, run in enumerate(runs):
        if other in places.get(run, ()):
            inside.update(range(position, position + _RUN))
    return len(inside)
