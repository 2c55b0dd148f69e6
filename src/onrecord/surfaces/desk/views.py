"""Views: templates filled in. Everything that is not marked as safe is escaped; a name that is missing is an error, not a gap."""

from __future__ import annotations

from functools import lru_cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse

from onrecord.ledger import QuestionRow
from onrecord.surfaces import days, isolating, sentences, telling
from onrecord.surfaces.cli import printing
from onrecord.surfaces.desk import dates, deciding, links, marking, offering
from onrecord.surfaces.desk.drawing import months
from onrecord.surfaces.desk.opened import Opened
from onrecord.vocabulary import OnrecordError, Position, Span

# Each position with its sign; of what is not about a question too.
SIGNS = {**months.SIGNS, Position.NOT_ABOUT: "·"}
# What a person may have said of what a machine found, in words.
STANDINGS = {
    "candidate": "proposed by the machine",
    "confirmed": "confirmed",
    "corrected": "corrected",
    "rejected": "rejected",
}
_THEMES = ("light", "dark")


def page(request: Request, name: str, *, status: int = 200, **context: object) -> HTMLResponse:
    """A page: a template with what it shows. Every template knows `desk` too (see `_about`), and the addresses in `links`."""
    filled = _environment().get_template(name).render(desk=_about(request), status=status, **context)
    return HTMLResponse(filled, status_code=status)


def fragments(spans: tuple[Span, ...], words: tuple[Span, ...] = (), look: str = "deciding") -> Markup:
    """The fragments of a content, verbatim, what stands between them as […]; some words of them marked."""
    return Markup(' <span class="gap">[…]</span> ').join(marking.deciding(span, words, look) for span in spans)


def counted(number: int, one: str, several: str | None = None) -> str:
    """A number with what it counts: "1 article", "1,200 articles"."""
    return f"{number:,} {one if number == 1 else several or one + 's'}"


def _about(request: Request) -> dict[str, object]:
    """What every page shows round its own matter. Who may not ask is told nothing of the ledger."""
    state = request.scope.get("state", {})
    opened: Opened = request.app.state.opened
    theme = state.get("cookies", {}).get("desk-theme")
    welcome = state.get("welcome", False)
    address = state.get("address") or request.url.path + (f"?{request.url.query}" if request.url.query else "")
    return {
        "welcome": welcome,
        "name": opened.name if welcome else "",
        "questions": _questions(opened) if welcome else (),
        "read_only": state.get("read_only", True) or opened.read_only,
        "form": state.get("form", ""),
        "by": deciding.person(request),
        "seen": state.get("seen") or deciding.NOTHING,
        "theme": theme if theme in _THEMES else "",
        "following": welcome and opened.following.is_at_work,
        "path": request.url.path,
        "address": address,
    }


def _questions(opened: Opened) -> tuple[QuestionRow, ...]:
    try:
        return opened.kept("questions", lambda ledger: tuple(ledger.questions()))
    except OnrecordError:
        return ()


@lru_cache(maxsize=1)
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("onrecord.surfaces.desk"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters |= {
        "day": dates.day,
        "days": dates.between,
        "month": days.month,
        "moment": days.moment,
        "fragments": fragments,
        "cue": telling.cue_told,
        "beginning": telling.beginning,
        "act": telling.act_of,
        "cue_of_utterance": lambda row: telling.cue_alone(row.cue, negated=row.negated, source=row.source),
        "deciding": marking.deciding,
        "found": lambda span, words: marking.deciding(span, words, "found"),
        "counted": counted,
        "bdi": isolating.bdi,
        "bdis": isolating.bdis,
        "where": printing.where,
        "titled": printing.titled,
        "file_named": printing.file_named,
        "outside": links.outside,
        "in_words": sentences.plain,
        "about_told": sentences.about,
        "capitalised": sentences.capitalised,
        "side_told": sentences.side,
        "machine": lambda by: Markup('<span title="{}">{}</span>').format(by, sentences.by_whom(by)),
        "moved": sentences.moved,
    }
    made.globals |= {"links": links, "signs": SIGNS, "standings": STANDINGS, "has_more_formats": offering.has_more}
    return made
