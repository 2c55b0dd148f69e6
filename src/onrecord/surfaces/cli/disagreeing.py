"""`onrecord disagreements`: reports that cannot both be right."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import click
from rich.text import Text

from onrecord.ledger import ArticleRow, DisagreementHistory, DisagreementQuery, Ledger, SideRow, open_ledger
from onrecord.surfaces.cli import options, printing
from onrecord.surfaces.rows import disagreement_row
from onrecord.vocabulary import DisagreementKind, Place, UsageError

_LISTED = 20
_JUDGE = "confirm or reject one: `onrecord judge ID reject --why …`"
_STATUSES = ("candidate", "confirmed", "rejected")
# So many places of a side are shown where the list is shown; all with one that is asked for.
_PLACES = 3
_AROUND = 70  # characters of the article on each side of what is printed
# What is printed is marked so where there are no colours.
_SIGNS = (">>", "<<")


@click.command()
@click.argument("disagreement", metavar="[ID]", required=False)
@click.option("--kind", type=click.Choice([one.value for one in DisagreementKind]), help="What they disagree about.")
@click.option("--status", type=click.Choice(_STATUSES), help="Those that a person confirmed, rejected, or said nothing of.")
@click.option("--text", metavar="WORDS", help="Words of it.")
@click.option("--limit", type=click.IntRange(0), default=_LISTED, show_default=True, help="At most so many.")
@click.option("--all", "everything", is_flag=True, help="All of them, whatever the limit.")
@options.as_json
@options.ledger
def disagreements(
    *, disagreement: str | None, kind: str | None, limit: int, everything: bool, ledger_path: Path, json_lines: bool, **asked: Any
) -> None:
    """List what reports cannot both be right about, the surest first; with ID, one of them with every place.

    All sides are shown with the words as printed, and what they disagree about in colour (in plain text >>so<<). An article and
    its copies are one witness. Whatever you find to be none, reject: `onrecord judge ID reject --why …`.

    \b
    Example:
      onrecord disagreements --kind date
      onrecord disagreements 3fa9c1d2
    """
    query = DisagreementQuery(kind=DisagreementKind(kind) if kind else None, limit=None if everything else limit, **asked)
    with open_ledger(ledger_path, read_only=True) as ledger:
        if disagreement is not None:
            one = ledger.disagreement(disagreement)
            if one is None:
                raise UsageError(f"there is no disagreement whose id starts with {disagreement!r}: see `onrecord disagreements`")
            found, total = [one], 1
        else:
            rows = list(ledger.disagreements(query))
            found = [one for row in rows if (one := ledger.disagreement(row.id)) is not None]
            total = ledger.count_disagreements(query)
        waiting = ledger.waiting()
        why = "" if total else _why_none(ledger, query)
        texts = {} if json_lines else {key: ledger.record(key) for one in found for key in one.articles}
    if json_lines:
        printing.print_json(disagreement_row(one.row) for one in found)
    else:
        read = {key: record.article.text for key, record in texts.items() if record is not None}
        for one in found:
            _print(one, read, None if disagreement is not None else _PLACES)
    if not total:
        click.echo(f"onrecord: no disagreement found{why}", err=True)
    elif not json_lines or len(found) < total:
        click.echo(f"{printing.counted(len(found), total, 'disagreement')}; {_JUDGE}", err=True)
    printing.waiting(waiting)


def _why_none(ledger: Ledger, query: DisagreementQuery) -> str:
    """Why a list of disagreements is empty, as far as there is more to say; what is not compared yet is said elsewhere."""
    standing = ledger.count_disagreements()
    rejected = ledger.count_disagreements(DisagreementQuery(status="rejected"))
    asked = [f"--{name}" for name in ("kind", "status", "text") if getattr(query, name) is not None]
    if asked and standing:
        return f": none of {printing.number(standing, 'disagreement', 'disagreements')} fits {' and '.join(asked)}"
    return f": {printing.number(rejected, 'was', 'were')} rejected, see --status rejected" if rejected and not asked else ""


def side_heading(side: SideRow, found: DisagreementHistory) -> Text:
    """A side's value with who prints it, witnesses before copies: "2008: 2 witnesses: Courier, Herald; copies: Echo, …"."""
    names = {key: printing.where(about) for key, about in found.articles.items()}
    printed = dict.fromkeys(place.article for place in side.places)
    taken_back = dict(side.corrected)
    seen = {names[one] for one in side.witnesses}
    others = [one for one in printed if one not in side.witnesses and one not in taken_back]
    again = sorted({names[one] for one in others} & seen)
    copies = [f"{names[one]}{_copied(one, found)}" for one in others if names[one] not in seen]
    told = [f"{printing.number(len(side.witnesses), 'witness', 'witnesses') if side.witnesses else 'no witness'}"]
    told += [", ".join(sorted(names[one] for one in side.witnesses))] if side.witnesses else []
    line = ": ".join(told) + (f"; again: {', '.join(again)}" if again else "")
    line += f"; {'copy' if len(copies) == 1 else 'copies'}: {', '.join(copies)}" if copies else ""
    line += "".join(f"; {_taken_back(one, by, found)}" for one, by in taken_back.items())
    return Text.assemble((" ".join(side.value.split()), "bold yellow"), f": {line}")


def _taken_back(article: str, by: str, found: DisagreementHistory) -> str:
    """That an outlet corrected itself, and when."""
    one, other = found.articles[article], found.articles[by]
    return f"corrected by {printing.where(one)} itself, {printing.day(other.published)}"


def on_both_sides(found: DisagreementHistory) -> Text | None:
    """Which outlets print more than one of the values; None where none does."""
    sides = [{printing.where(found.articles[place.article]) for place in side.places} for side in found.row.sides]
    both = sorted(name for name in set().union(*sides) if sum(name in side for side in sides) > 1)
    return Text(f"on more than one side: {', '.join(both)}", "dim") if both else None


def _copied(article: str, found: DisagreementHistory) -> str:
    """Of what an article is a copy, in brackets: of another of the disagreement rather than of one that is not there."""
    of_it = [copy for copy in found.copies if copy.article.id == article and copy.status != "rejected"]
    nearest = sorted(of_it, key=lambda copy: (copy.of not in found.articles, -copy.score, copy.id))
    return f" [{printing.copy_of(nearest[0])}]" if nearest else ""


def _print(found: DisagreementHistory, texts: dict[str, str], most: int | None) -> None:
    console, row = printing.console(), found.row
    status = f", {said}" if (said := printing.decided(row)) else ""
    compared = f"; compare {', '.join(one[:8] for one in row.utterances)}" if row.utterances else ""
    about = f"  {row.id[:8]}, {row.confidence:.2f}{status}{compared}"
    printing.print_indented(console, Text.assemble((f"{row.kind}: {row.about}", "bold"), (about, "dim")), 0)
    for side in row.sides:
        printing.print_indented(console, side_heading(side, found), 2)
        # The witnesses' places before those of their copies.
        places = sorted(side.places, key=lambda place: place.article not in side.witnesses)
        shown = places if most is None else places[:most]
        for place in shown:
            told = _place(place, found.articles.get(place.article), texts.get(place.article), plain=printing.is_plain(console))
            printing.print_indented(console, told, 4)
        if left := len(side.places) - len(shown):
            more = printing.number(left, "more place", "more places")
            console.print(Text(f"    and {more}: onrecord disagreements {row.id[:8]}", "dim"))
    if both := on_both_sides(found):
        printing.print_indented(console, both, 2)
    for judgement in printing.standing(found.judgements):
        printing.print_indented(console, printing.judged(judgement), 2)
    console.print()


def _place(place: Place, article: ArticleRow | None, text: str | None, *, plain: bool) -> Text:
    outlet = printing.where(article) if article else place.article
    published = f", {printing.day(article.published)}" if article else ""
    begin, end = _SIGNS if plain else ("", "")
    before, after = _around(place, text) if text is not None else ("", "")
    spoken = f"statement {place.statement[:8]}, " if place.statement else ""
    return Text.assemble(
        (f"{outlet}{published}: ", "cyan"),
        before,
        (f"{begin}{' '.join(place.text.split())}{end}", "bold yellow"),
        after,
        (f"  {spoken}article {place.article[:8]} at {place.start}-{place.end}", "dim"),
    )


def _around(place: Place, text: str) -> tuple[str, str]:
    """The words before and after a place, whole ones on one line; an ellipsis where the text goes on."""
    begin, end = max(0, place.start - _AROUND), min(len(text), place.end + _AROUND)
    before, after = text[begin : place.start], text[place.end : end]
    if begin and (cut := re.search(r"\s", before)):
        before = "… " + before[cut.end() :]
    if end < len(text) and (cuts := list(re.finditer(r"\s", after))):
        after = after[: cuts[-1].start()] + " …"
    return re.sub(r"\s+", " ", before).lstrip(), re.sub(r"\s+", " ", after).rstrip()
