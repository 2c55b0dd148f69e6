"""The double check: a sample drawn at random, answered one by one, and how often this ledger is wrong by these answers."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import Response

from onrecord.ledger import Part
from onrecord.surfaces.desk import links, looking
from onrecord.surfaces.desk.deciding import Decision
from onrecord.surfaces.desk.opened import Here
from onrecord.surfaces.desk.pages.correcting import Filled
from onrecord.surfaces.desk.views import page
from onrecord.vocabulary import UsageError

router = APIRouter()

_USUAL, _LARGEST = 100, 10_000
# What is asked of each part.
PARTS = {
    Part.SPEAKER: "the speaker",
    Part.WORDS: "the words",
    Part.KIND: "direct, indirect or mixed",
    Part.DAY: "the day",
    Part.NO_STATEMENT: "it is no statement at all",
}


@router.get("/check")
def check(request: Request, here: Here) -> Response:
    """The next statement of the sample, and the rate so far; how to start where no sample was drawn."""
    ledger = here.ledger
    item = ledger.next_check()
    return page(
        request,
        "check.html",
        check=ledger.check(),
        thing=item,
        looked=looking.look(ledger, item.row) if item else None,
        rate=here.kept("error rate", lambda reading: reading.error_rate()),
        parts_asked=PARTS,
        usual=_USUAL,
        most=_LARGEST,
    )


@router.post("/check/start")
def start(here: Here, decision: Decision, size: Annotated[str, Form()], seed: Annotated[str, Form()] = "") -> Response:
    """Draws a sample; the former one is ended."""
    with here.writing() as ledger:
        drawn = _number(size, 1, _LARGEST, "how many")
        ledger.start_check(drawn, seed=_number(seed, 0, 2**31 - 1, "seed") if seed.strip() else None, by=decision.by)
    return decision.redirect(links.check_url())


@router.post("/check/answer")
def answer(here: Here, decision: Decision, filled: Filled, statement: Annotated[str, Form()]) -> Response:
    """Keeps what is wrong of a statement: nothing, some parts, or that it is no statement."""
    wrong = [f"{one}" for one in filled.getlist("wrong")]
    unknown = [one for one in wrong if one not in list(Part)]
    if unknown:
        raise UsageError(f"{unknown[0]!r} is no part of a statement: it is one of {', '.join(Part)}")
    if filled.get("verdict") == "right":
        wrong = []
    elif not wrong:
        raise UsageError("Go back and say which part is wrong, or that all is right.")
    with decision.taken(here, ("check", statement)) as ledger:
        ledger.answer_check(statement, [Part(one) for one in wrong], by=decision.by, why=decision.why)
    return decision.redirect(links.check_url())


def _number(words: str, least: int, most: int, name: str) -> int:
    words = words.strip()
    if not (words.isascii() and words.isdigit() and len(words) < 11 and least <= int(words) <= most):
        raise UsageError(f"“{name}” is a whole number from {least} to {most}")
    return int(words)
