"""Deciding: what a form of decision brings (who, why, what was seen, where to go back to), the one way to take it, and the way
back.

Every form carries the last judgement of the log that there was when its page was made. What persons decided on the same thing
since then was not seen, and nobody overrules what they have not seen: the decision is not taken, and asked for again.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import quote, unquote

from fastapi import Depends, Form, Request
from starlette.responses import RedirectResponse, Response

from onrecord.ledger import JudgementRow, Ledger
from onrecord.surfaces.desk.links import is_local
from onrecord.surfaces.desk.opened import Opened
from onrecord.vocabulary import OnrecordError, UsageError

PERSON = "desk-by"
_YEAR = 365 * 24 * 3600
_LONGEST_NAME = 200
# What a form says was seen where the log was empty.
NOTHING = "none"
# The fields of a form that tell of its page, and nothing of what is decided.
_OF_THE_PAGE = ("form", "seen", "back", "by")

# What a decision is about: the kind of judgements on it, and its id; of a link both statements.
About = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Decided:
    """Who decides (`by`), why (None where no reason was given), and the page to go back to (None for the page's own choice).

    `seen` is the last judgement that there was when the form was made (None where it does not say); `address` and `fields` are
    where and what the form sent.
    """

    by: str
    why: str | None
    back: str | None
    seen: str | None
    address: str
    fields: Sequence[tuple[str, str]]

    @contextmanager
    def taken(self, here: Opened, *about: About) -> Iterator[Ledger]:
        """The ledger, to take the decision. Raises OvertakenError where somebody decided on the same meanwhile, DoneError where
        that was this very decision: its form was sent twice.
        """
        with here.writing() as ledger:
            if since := self._since(ledger, about):
                if {row.judgement.id for row in since} <= here.decided(self._same()):
                    raise DoneError(self)
                raise OvertakenError(self, about, since)
            yield ledger
            here.remember_decided(self._same(), (row.judgement.id for row in self._since(ledger, about)))

    def _since(self, ledger: Ledger, about: Sequence[About]) -> list[JudgementRow]:
        """What persons decided on the same since the form was made; nothing where it does not say when."""
        if self.seen is None:
            return []
        seen = None if self.seen == NOTHING else self.seen
        return [row for kind, *ids in about for row in ledger.judged_since(seen, kind, *ids)]

    def _same(self) -> Hashable:
        """What two forms share that ask for one thing by one name."""
        return self.by, self.address, tuple(field for field in self.fields if field[0] not in _OF_THE_PAGE)

    def redirect(self, otherwise: str) -> Response:
        """The way back to the page that the form stood on, else to `otherwise`; the browser keeps who decided."""
        answer = RedirectResponse(self.back or otherwise, status_code=303)
        answer.set_cookie(PERSON, quote(self.by), max_age=_YEAR, httponly=True, samesite="strict", path="/")
        return answer


def person(request: Request) -> str:
    """Who decided last in this browser, "" where nobody did."""
    cookies: dict[str, str] = request.scope.get("state", {}).get("cookies", {})
    return unquote(cookies.get(PERSON, ""))[:_LONGEST_NAME]


class DoneError(OnrecordError):
    """The same was decided by the same name just now: there is nothing more to do."""

    def __init__(self, decision: Decided) -> None:
        super().__init__("this was decided already")
        self.decision = decision


class OvertakenError(OnrecordError):
    """Somebody decided on the same thing since the form was made: on what, and what."""

    def __init__(self, decision: Decided, about: Sequence[About], since: Sequence[JudgementRow]) -> None:
        super().__init__("somebody decided on this meanwhile: look at it again")
        self.decision, self.about, self.since = decision, about, since


async def _decided(
    request: Request,
    by: Annotated[str, Form()] = "",
    why: Annotated[str, Form()] = "",
    back: Annotated[str, Form()] = "",
    seen: Annotated[str | None, Form()] = None,
) -> Decided:
    fields = [(key, value) for key, value in (await request.form()).multi_items() if isinstance(value, str)]
    return decided(by, why, back, seen=seen, address=request.url.path, fields=fields)


def decided(
    by: str, why: str, back: str, *, seen: str | None = None, address: str = "", fields: Sequence[tuple[str, str]] = ()
) -> Decided:
    """A decision from what a form says. Raises UsageError without a name; a way back that leads elsewhere is none."""
    name = " ".join(by.split())
    if not name:
        raise UsageError("A decision is kept with who took it: go back and fill in your name.")
    if len(name) > _LONGEST_NAME:
        raise UsageError(f"A name has at most {_LONGEST_NAME} characters.")
    return Decided(name, " ".join(why.split()) or None, back if is_local(back) else None, seen, address, fields)


# What a page that takes a decision asks for: `def judge(request: Request, here: Here, decision: Decision) -> Response`.
Decision = Annotated[Decided, Depends(_decided)]
