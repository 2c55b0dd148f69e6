"""Prints what is known of one actor, and who judged what of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from rich.table import Column
from rich.text import Text

from onrecord.ledger import ActorHistory, Appearance, JudgementRow, OfficeSeen, OutletSeen
from onrecord.surfaces.cli import printing
from onrecord.surfaces.rows import actor_row, judgement_row

if TYPE_CHECKING:
    from rich.console import Console

# How many articles, offices and outlets are shown where nothing is said of it; the number of all is always said.
_SHOWN = 12


def print_history(found: ActorHistory, *, everything: bool) -> None:
    """Print all that is known of an actor; without `everything` the first few of long lists, and how many there are."""
    out = printing.console()
    limit = None if everything else _SHOWN
    for name, value in _facts(found, limit):
        out.print(Text(f"{name:10}", "dim").append(value))
    if found.appearances:
        out.print()
        _print_articles(out, found.appearances, limit)
    if found.judgements:
        out.print()
        _print_judgements(out, found.judgements, everything=everything)


def print_log(out: Console, rows: Iterable[JudgementRow]) -> None:
    """Print judgements, one a line."""
    for row in rows:
        out.print(_line(row))


def as_json(found: ActorHistory) -> dict[str, object]:
    """All that is known of an actor, for programs."""
    return actor_row(found.row) | {
        "seen": [{"name": name, "articles": number, "in": _with(found, name)} for name, number in found.names],
        "offices_seen": [_office_json(one) for one in found.offices],
        "outlets": [{"outlet": one.outlet, "statements": one.statements, "articles": one.articles} for one in found.outlets],
        "months": [{"month": month or None, "statements": number} for month, number in found.months],
        "judgements": [judgement_row(row) for row in found.judgements],
        "may_be": [{"id": row.actor.id, "name": row.actor.name} for row in found.may_be],
    }


def _facts(found: ActorHistory, limit: int | None) -> list[tuple[str, str]]:
    one, row = found.row.actor, found.row
    said = f"{_number(row.statements, 'statement')} in {_number(row.articles, 'article')}"
    lines = [("actor", f"{one.name} ({one.id})"), ("type", one.type or "not known"), ("wikidata", one.wikidata or "")]
    lines += [("", said), ("names", _listed([f"{name} ({number})" for name, number in found.names], limit))]
    lines += [("office", _office(office)) for office in found.offices[:limit]]
    lines += [("", _more(len(found.offices), limit, "office"))]
    lines += [("months", ", ".join(f"{month or 'day not known'} {number}" for month, number in found.months))]
    lines += [("outlets", _listed([_outlet(outlet) for outlet in found.outlets], limit))]
    lines += [("may be", f"{row.actor.name} ({row.actor.id})") for row in found.may_be]
    return [(name, value) for name, value in lines if value]


def _office(seen: OfficeSeen) -> str:
    """An office with the days of the facts, or those of the articles that tell of it."""
    one = seen.office
    place = f", {one.place}" if one.place else ""
    if one.start or one.end:
        return f"{one.title}{place}, {one.start or '…'} to {one.end or '…'} (from the {one.basis})"
    days = "" if seen.earliest is None else f", {seen.earliest}"
    days += f" to {seen.latest}" if seen.latest != seen.earliest else ""
    told = "from the facts" if one.basis == "facts" else f"told in {_number(seen.articles, 'article')}{days}"
    return f"{one.title}{place} ({told})"


def _office_json(seen: OfficeSeen) -> dict[str, object]:
    one = seen.office
    return {
        "title": one.title,
        "place": one.place,
        "from": one.start,
        "to": one.end,
        "basis": one.basis,
        "articles": seen.articles,
        "earliest": seen.earliest,
        "latest": seen.latest,
    }


def _outlet(seen: OutletSeen) -> str:
    return f"{seen.outlet or 'not known'} {_number(seen.statements, 'statement')} in {_number(seen.articles, 'article')}"


def _print_articles(out: Console, told: Sequence[Appearance], limit: int | None) -> None:
    columns = [Column("article", no_wrap=True), Column("published", no_wrap=True), Column("outlet", max_width=26)]
    columns += [Column("statements", justify="right"), Column("called", ratio=1)]
    rows = [
        [one.id[:8], printing.day(one.published), printing.where(one), str(seen.statements), ", ".join(seen.names)]
        for seen in told[:limit]
        for one in (seen.article,)
    ]
    out.print(printing.table(columns, rows))
    if more := _more(len(told), limit, "article"):
        out.print(Text(more, "dim"))


def _print_judgements(out: Console, rows: Sequence[JudgementRow], *, everything: bool) -> None:
    """Print judgements; without `everything` those of the machine that say the same of many articles are counted."""
    alike = Counter(_kind_of(row) for row in rows if not everything)
    counted: set[tuple[str, ...]] = set()
    for row in rows:
        if everything or row.judgement.score is None or row.undone_by or alike[_kind_of(row)] == 1:
            out.print(_line(row))
        elif _kind_of(row) not in counted:
            counted.add(_kind_of(row))
            verdict, why, by = _kind_of(row)
            line = Text(f"{alike[_kind_of(row)]} ×     ", "dim").append(f"{row.judgement.at[:10]}  ").append(verdict, "bold")
            out.print(line.append(f"  by {by} ({row.judgement.score:.2f}): {why}"))


def _kind_of(row: JudgementRow) -> tuple[str, str, str]:
    one = row.judgement
    return (one.verdict, one.evidence or "", one.by)


def _line(row: JudgementRow) -> Text:
    one = row.judgement
    line = Text(f"{one.id[:8]}  ", "dim").append(f"{one.at[:10]}  ").append(one.verdict, "bold").append(f"  {row.says}")
    line.append(f"  by {one.by}" + (f" ({one.score:.2f})" if one.score is not None else ""))
    said = one.why or (one.evidence if one.score is not None else None)
    line.append(f": {said}" if said else "")
    return line.append(f"  [taken back by {row.undone_by[:8]}]") if row.undone_by else line


def _with(found: ActorHistory, name: str) -> list[str]:
    """The ids of the articles in which an actor goes by a name."""
    return [one.article.id for one in found.appearances if name in one.names]


def _listed(words: Sequence[str], limit: int | None) -> str:
    shown = words[:limit]
    return ", ".join(shown) + (f" and {len(words) - len(shown)} more" if len(shown) < len(words) else "")


def _more(number: int, limit: int | None, what: str) -> str:
    return f"and {_number(number - limit, f'more {what}')}: see --all" if limit is not None and number > limit else ""


def _number(number: int, what: str) -> str:
    return printing.counted(number, number, what)
