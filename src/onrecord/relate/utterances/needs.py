"""How much the words of two statements must show, from who says them and on which day."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.relate.utterances.days import Fit
from onrecord.relate.utterances.voices import Voice

_NEVER = 99.0


@dataclass(frozen=True, slots=True)
class Needs:
    """What the words of two statements must show; what words tell is counted in words, common ones half (`words.Word.weight`).

    In quotation marks: a run of `run` words in common that tell `run_told` and are `quoted` of the shorter quotation. In order:
    words that tell `told` and are `contained` of the shorter statement. In meaning: a nearness of `near`, with words in common
    that tell `near_told` and are `near_contained` of the shorter. `both` is the share of the longer, for words in order and for
    meaning.
    """

    run: int
    run_told: float
    quoted: float
    told: float
    contained: float
    near: float
    near_told: float
    near_contained: float
    both: float = 0.0


# Set on the truth of the example story and by reading what was joined in 362 articles of PolNeAR.
SURE = Needs(4, 1.5, 0.4, 2.0, 0.75, 0.64, 1.0, 0.4)  # the actor is the same and the day is
WIDE = Needs(5, 2.0, 0.5, 2.5, 0.8, 0.72, 1.2, 0.45)  # the day is told within weeks or months
THROUGH = Needs(5, 2.0, 0.5, 2.5, 0.8, 0.80, 1.7, 0.5)  # one actor speaks for the other
UNTOLD = Needs(6, 2.5, 0.6, 3.0, 0.85, 0.77, 1.5, 0.35)  # nothing tells the day of one
PRINTED = Needs(7, 3.0, 0.8, _NEVER, _NEVER, _NEVER, _NEVER, _NEVER)  # the day of one is only that of its article
UNKNOWN = Needs(6, 2.5, 0.6, 3.0, 0.8, 0.85, 2.5, 0.5, 0.6)  # the actor of one is not known
OTHERS = Needs(7, 3.0, 0.8, _NEVER, _NEVER, _NEVER, _NEVER, _NEVER)  # two actors are named


def needs(who: Voice, when: Fit, *, one_article: bool) -> Needs | None:
    """What the words must show; None where no words would do.

    1. Two days are two utterances; but where one is only the day of publication, the same actor's long quotation is one.
    2. Two named actors are two, but for a long quotation that two articles print as each one's.
    3. Else the less is known, the more the words must show.
    """
    if when is Fit.NONE:
        return None
    if when is Fit.PRINTED:
        return PRINTED if who is Voice.ONE and not one_article else None
    if who is Voice.TWO:
        return None if one_article or when is Fit.UNTOLD else OTHERS
    if who is Voice.PERHAPS:
        return UNKNOWN
    return _of_one_voice(who, when)


def _of_one_voice(who: Voice, when: Fit) -> Needs:
    if when is Fit.UNTOLD:
        return UNTOLD
    if who is Voice.THROUGH:
        return THROUGH
    return WIDE if when is Fit.WIDE else SURE
