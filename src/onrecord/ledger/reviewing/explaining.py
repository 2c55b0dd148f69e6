"""Why a person is asked to look at something, in one sentence."""

from __future__ import annotations

from typing import Any

from onrecord.ledger.queries import ReviewKind


def why(row: Any) -> str:
    """The sentence for a row of the queue."""
    match ReviewKind(row.kind):
        case ReviewKind.STATEMENT:
            doubt = "it is not known who says it" if row.unknown else f"{_sure(row)} that speaker and words are read right"
            return _sentence(doubt, _resting(row))
        case ReviewKind.POSITION:
            doubt = "it is not known which position it takes" if row.unknown else f"{_sure(row)} of the position"
            return _sentence(f"{doubt} ({_bare(row.told)})", _resting(row))
        case ReviewKind.SHIFT:
            return _sentence(f"nobody has said yet whether this is a change of position ({_bare(row.told)})", "")
        case ReviewKind.DISAGREEMENT:
            return _sentence(f"nobody has said yet whether these accounts disagree on {_bare(row.told)}", "")
        case ReviewKind.LINK:
            return _sentence(f"it is not sure that two statements report one utterance ({_bare(row.told)})", "")


def _sure(row: Any) -> str:
    return f"the machine is {row.confidence:.0%} sure"


def _resting(row: Any) -> str:
    """What rests on it, in words."""
    if row.turning:
        return "a change of position rests on it" if row.turning == 1 else f"{row.turning} changes of position rest on it"
    if row.taking:
        return "a position rests on it" if row.taking == 1 else f"{row.taking} positions rest on it"
    if row.beside > 0:
        others = "another statement is" if row.beside == 1 else f"{row.beside} others are"
        return f"{others} held to report the same"
    return ""


def _bare(words: str) -> str:
    return words.strip().rstrip(".")


def _sentence(doubt: str, rests: str) -> str:
    whole = f"{doubt}, and {rests}" if rests else doubt
    return f"{whole[:1].upper()}{whole[1:]}."
