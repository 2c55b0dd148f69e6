"""Contrasts: the words of one report with what differs from another's marked, word by word."""

from __future__ import annotations

from enum import StrEnum

from markupsafe import Markup, escape

from onrecord.surfaces.cli.contrasting import shortened
from onrecord.vocabulary import DriftType

# Below this share of letters in words that both have, the words of both together hide more than they show (as on the terminal).
_ALIKE = 0.62
# What the other has and this one leaves out is shown so far; the whole of it stands above.
_LONGEST = 160

_BETWEEN = " […] "  # what stands between the fragments of a content (see `telling.said`)

# What each way to differ is, for whoever has not heard of it.
EXPLAINED = {
    DriftType.VERBATIM: "the same words",
    DriftType.CLIPPED: "part of it is left out",
    DriftType.CONDITION_DROPPED: "a condition that was named is left out",
    DriftType.HEDGE_DROPPED: "a word that made it less certain is left out",
    DriftType.ALTERED: "some words are others",
    DriftType.PARAPHRASED: "told in the outlet’s own words",
    DriftType.QUOTES_ADDED: "a paraphrase stands in quotation marks here",
    DriftType.NEGATION_LOST: "a “not” is gone",
    DriftType.NEGATION_ADDED: "there is a “not” that the fullest has not",
    DriftType.NUMBER_CHANGED: "a number is another",
    DriftType.SPEAKER_CHANGED: "it is given to another speaker",
    DriftType.RETRANSLATED: "the same in other words throughout, as if translated anew",
}


class Likeness(StrEnum):
    """How the words of a report stand to the fullest: the same, partly others, most of them others; what differs is marked."""

    SAME = "the same words"
    MARKED = "differences marked"
    OTHER = "in other words"


def contrasted(said: str, fullest: str) -> tuple[Markup, Likeness]:
    """What a report says against the fullest: what only it has as <ins>, what only the fullest has as <del>. Of a report in other
    words only the words that are its own are marked: those of the fullest between them would hide what it says.
    """
    from onrecord.relate.drift import Part, differences  # noqa: PLC0415  numpy is slow to import

    found = differences(said, fullest)
    same = sum(one.one[1] - one.one[0] for one in found if one.part is Part.SAME and one.one)
    alike = same >= _ALIKE * sum(one.one[1] - one.one[0] for one in found if one.one)
    parts: list[Markup] = []
    done = end = 0  # `done` characters are shown; the last word seen ends at `end`
    for one in found:
        if one.part is not Part.SAME:
            # What is left out stands before the space that follows the words before it.
            begin = one.one[0] if one.one is not None else end
            parts.append(escape(said[done:begin]))
            done = begin
        if alike and one.part is not Part.SAME and one.other is not None:
            space = "" if not done or said[done - 1].isspace() else " "
            after = " " if one.one is not None or not done else ""
            parts.append(Markup("{}<del>{}</del>{}").format(space, shortened(fullest[slice(*one.other)], _LONGEST), after))
        if one.part is not Part.SAME and one.one is not None:
            parts.append(_own(said[slice(*one.one)]))
            done = one.one[1]
        end = one.one[1] if one.one is not None else end
    parts.append(escape(said[done:]))
    return Markup("").join(parts), Likeness.OTHER if not alike else Likeness.MARKED if len(parts) > 1 else Likeness.SAME


def _own(words: str) -> Markup:
    """Words that only this report has, marked; the sign of what stands between fragments, which nobody said, is not."""
    runs = words.split(_BETWEEN)
    return escape(_BETWEEN).join(Markup("<ins>{}</ins>").format(run) for run in runs)
