"""The addresses of all pages: one function each, so that no page writes one by hand."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path
from urllib.parse import quote, urlencode, urlsplit

STATIC = Path(__file__).parent / "static"

# What an address may hold: a value, several, or None for "not given".
Value = str | int | bool | None


def story_url() -> str:
    """The front page."""
    return "/"


def questions_url() -> str:
    """All questions."""
    return "/questions"


def question_url(question: str) -> str:
    """A question, by its id."""
    return f"/questions/{quote(question, safe='')}"


def actors_url(**asked: Value) -> str:
    """The list of actors."""
    return with_query("/actors", **asked)


def actor_url(actor: str, **asked: Value) -> str:
    """An actor, by its id."""
    return with_query(f"/actors/{quote(actor, safe='')}", **asked)


def articles_url(**asked: Value) -> str:
    """The list of articles."""
    return with_query("/articles", **asked)


def article_url(article: str, at: tuple[int, int] | None = None) -> str:
    """An article; with `at`, a half-open range of characters, that place is marked and scrolled to."""
    address = f"/articles/{quote(article, safe='')}"
    return f"{address}?at={at[0]}-{at[1]}#at" if at is not None else address


def statement_url(statement: str) -> str:
    """A statement, by its id."""
    return f"/statements/{quote(statement, safe='')}"


def utterances_url(**asked: Value) -> str:
    """The list of utterances."""
    return with_query("/utterances", **asked)


def utterance_url(utterance: str) -> str:
    """An utterance, by its id or that of one of its statements."""
    return f"/utterances/{quote(utterance, safe='')}"


def disagreements_url(**asked: Value) -> str:
    """The list of disagreements."""
    return with_query("/disagreements", **asked)


def disagreement_url(disagreement: str) -> str:
    """A disagreement, by its id."""
    return f"/disagreements/{quote(disagreement, safe='')}"


def search_url(**asked: Value) -> str:
    """The search, with its filters."""
    return with_query("/search", **asked)


def review_url(**asked: Value) -> str:
    """The review."""
    return with_query("/review", **asked)


def decide_url() -> str:
    """Where a thing of the review is confirmed or rejected."""
    return "/review/decide"


def undo_url() -> str:
    """Where a decision is taken back."""
    return "/review/undo"


def correct_url() -> str:
    """Where a statement is put right."""
    return "/review/correct"


def find_actor_url() -> str:
    """Where a form of correction is sent to be filled in further: with the actors of a name."""
    return "/review/find"


def called_url() -> str:
    """The choices among the actors of a name, for the form of correction."""
    return "/review/called"


def place_url() -> str:
    """Where a statement is given another position."""
    return "/review/place"


def check_url() -> str:
    """The double check."""
    return "/check"


def start_check_url() -> str:
    """Where a sample is drawn."""
    return "/check/start"


def answer_check_url() -> str:
    """Where a statement of the sample is answered."""
    return "/check/answer"


def takeaway_url(**asked: Value) -> str:
    """What can be taken away; with `view`, of one view by its filters."""
    return with_query("/takeaway", **asked)


def taken_url(view: str, form: str, **asked: Value) -> str:
    """A view as a file in a format: ("statements", "csv")."""
    return with_query(f"/take/{quote(view, safe='')}.{quote(form, safe='')}", **asked)


def api_url() -> str:
    """What describes the interface for programs."""
    return "/api/v1/openapi.json"


def static_url(name: str) -> str:
    """A file that ships with the desk; its address changes with its content, so that it may be kept for ever."""
    return f"/static/{name}?v={_fingerprint(name)}"


def with_query(path: str, **asked: Value) -> str:
    """A path with what is asked of it; what is None, False or empty is left out. A trailing underscore is not part of a name,
    so that `in_` stands for "in".
    """
    given = {name.removesuffix("_"): value for name, value in asked.items() if value not in (None, False, "")}
    words = urlencode({name: "1" if value is True else str(value) for name, value in given.items()})
    return f"{path}?{words}" if words else path


def outside(address: str | None) -> str | None:
    """An address that an article gives, where it is safe to link to: a web page; None for anything else (show it as text)."""
    if not address:
        return None
    try:
        parts = urlsplit(address)
        known = parts.scheme.lower() in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return None
    return address if known and not any(letter.isspace() or ord(letter) < 32 for letter in address) else None


def is_local(address: str) -> bool:
    """Whether an address is one of the desk's own pages, so that going there leaves for nowhere else."""
    odd = any(ord(letter) < 32 or letter == "\\" for letter in address)
    return address.startswith("/") and not address.startswith("//") and not odd


@lru_cache
def _fingerprint(name: str) -> str:
    return hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:12]
