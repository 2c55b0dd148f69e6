"""The words of one report with what differs from another's marked: in colour on a terminal, with signs in plain text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from onrecord.surfaces.cli.printing import is_plain

if TYPE_CHECKING:
    from onrecord.relate.drift import Difference

# What only the other has, and what only this report has: the style on a terminal, and the signs without colours (as `wdiff` has).
_LEFT_OUT, _ONLY = "red strike", "green"
_SIGNS = {_LEFT_OUT: ("[-", "-]"), _ONLY: ("{+", "+}")}
# Below this share of letters in words that both have, marks hide more than they show: on the example story retranslations
# have 0.3 to 0.6 of them, what was clipped or reworded here and there 0.7 and more.
_ALIKE = 0.62
# What the other has and this one leaves out is shown so far; the whole of it stands above.
_LONGEST = 120


class Contrast:
    """Marks words for one console: `words` for what is shown, `legend` for how to read it."""

    def __init__(self, console: Console) -> None:
        self._signs = is_plain(console)

    @property
    def legend(self) -> Text:
        """What the marks mean, in a line."""
        left_out = self._marked("the fullest has it, this one not", _LEFT_OUT)
        return Text.assemble(left_out, "  ", self._marked("only this one has it", _ONLY))

    def words(self, said: str, fullest: str) -> Text:
        """What a report says, against the fullest; unmarked where the one is not in the words of the other."""
        from onrecord.relate.drift import Part, differences  # noqa: PLC0415  numpy is slow to import

        found = differences(said, fullest)
        same = sum(_length(one.one) for one in found if one.part is Part.SAME)
        if same < _ALIKE * sum(_length(one.one) for one in found):
            return Text(said)
        return self._against(said, fullest, [one for one in found if one.part is not Part.SAME], found)

    def _against(self, said: str, fullest: str, differing: Sequence[Difference], found: Sequence[Difference]) -> Text:
        shown, done = Text(), 0
        for one in found:
            if one not in differing:
                assert one.one is not None
                shown.append(said[done : one.one[1]])
                done = one.one[1]
                continue
            if one.one is not None:
                shown.append(said[done : one.one[0]])
                done = one.one[0]
            if one.other is not None:
                shown.append(" " if shown.plain and not shown.plain[-1].isspace() and one.one is None else "")
                shown.append_text(self._marked(shortened(fullest[slice(*one.other)], _LONGEST), _LEFT_OUT))
                shown.append(" " if one.one is not None or done == 0 else "")
            if one.one is not None:
                shown.append_text(self._marked(said[slice(*one.one)], _ONLY))
                done = one.one[1]
        return shown.append(said[done:])

    def _marked(self, words: str, style: str) -> Text:
        begin, end = _SIGNS[style] if self._signs else ("", "")
        return Text(f"{begin}{words}{end}", "" if self._signs else style)


def shortened(words: str, most: int) -> str:
    """Words on one line, the middle of many replaced by an ellipsis in brackets."""
    line = " ".join(words.split())
    if len(line) <= most:
        return line
    half = most // 2
    return f"{line[:half].rsplit(' ', 1)[0]} […] {line[-half:].split(' ', 1)[-1]}"


def _length(place: tuple[int, int] | None) -> int:
    return place[1] - place[0] if place else 0
