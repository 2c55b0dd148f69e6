"""How likely two statements are one utterance in other words: a logistic regression over what their words and meanings share.

Its weights were fitted on the pairs of statements of three invented stories (`training/fit_links.py` prints them), with the actor
and the day as they were read, and are the same for every story: no feature knows a word.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp

from onrecord.relate.utterances.days import Fit
from onrecord.relate.utterances.voices import Voice
from onrecord.relate.utterances.wording import Shared

# What more words in common than this tell, tells no more.
_ENOUGH = 6.0
# Below this nearness a story's own matter is all that two meanings share.
_NEAR = 0.6


@dataclass(frozen=True, slots=True)
class Features:
    """What a pair of statements shows, each from 0 to 1 or so; `told` in words (`words.Word.weight`)."""

    near: float = 0.0
    contained: float = 0.0
    both: float = 0.0
    told: float = 0.0
    perhaps: float = 0.0
    untold: float = 0.0
    wide: float = 0.0
    contradict: float = 0.0
    deny: float = 0.0
    one_article: float = 0.0


# Fitted; see above.
_BIAS = -1.25
_WEIGHTS = Features(
    near=1.49,
    contained=1.50,
    both=3.14,
    told=5.14,
    perhaps=-2.44,
    untold=-1.59,
    wide=-0.44,
    contradict=-1.28,
    deny=0.57,
    one_article=-0.67,
)


def features(who: Voice, when: Fit, words: Shared, near: float) -> Features:
    """What a pair shows by who says it and when, what its words share, how near its meanings are; the rest is for the caller."""
    return Features(
        near=max(0.0, near - _NEAR) / (1 - _NEAR),
        contained=min(words.contained, 1.0),
        both=min(words.both, 1.0),
        told=min(words.told, _ENOUGH) / _ENOUGH,
        perhaps=float(who is not Voice.ONE),
        untold=float(when is Fit.UNTOLD),
        wide=float(when is Fit.WIDE),
    )


def likelihood(shown: Features) -> float:
    """From 0 to 1, how likely the pair is one utterance."""
    total = _BIAS + sum(getattr(_WEIGHTS, name) * getattr(shown, name) for name in Features.__slots__)
    return 1 / (1 + exp(-total))
