"""Whether a text says yes or no, as far as its negations and the words of opposition in it tell."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.relate.positions import cues


@dataclass(frozen=True, slots=True)
class Tone:
    """How many negations a text has, and how many words that are against something."""

    negations: int
    opposed: int

    @property
    def is_negated(self) -> bool:
        return self.negations % 2 == 1

    @property
    def sign(self) -> int:
        """1 for yes, -1 for no: "never join", "stay out" are no; "never reject" is yes."""
        return -1 if self.is_negated != (self.opposed > 0) else 1


def tone(text: str) -> Tone:
    """The tone of a text; terms of office and what only looks like a negation are left out, a stem of opposition counts once."""
    plain = cues.blanked(cues.NO_NEGATION, cues.blanked(cues.TERM, text))
    stems = {span.text.lower()[:4] for span in cues.found(cues.OPPOSITION, plain)}
    return Tone(len(cues.found(cues.NEGATION, plain)), len(stems))
