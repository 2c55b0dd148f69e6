"""Prints the reports of one utterance: the fullest first, each lineage with its copies, and what is to be known of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from rich.console import Console
from rich.text import Text

from onrecord.ledger import CopyRow, DisagreementHistory, LinkRow, TellingRow, UtteranceHistory
from onrecord.surfaces.cli import printing
from onrecord.surfaces.cli.contrasting import Contrast, shortened
from onrecord.surfaces.cli.disagreeing import on_both_sides, side_heading
from onrecord.surfaces.days import in_words
from onrecord.surfaces.telling import said, telling_cue
from onrecord.vocabulary import CopyKind, DriftType

# Words that a drift names are shown so far.
_LONGEST = 100


def print_reports(found: UtteranceHistory, disputed: Sequence[DisagreementHistory]) -> None:
    """Print all that is known of one utterance, for a reader who has not seen any of it before."""
    out, row = printing.console(), found.row
    contrast = Contrast(out)
    out.print(Text(f"{row.actor_name or 'not known who'}, {printing.days(*row.said_on)}", style="bold"))
    out.print(f"utterance {row.id}: {_number(found)}")
    if len(row.statements) > 1:
        out.print(Text.assemble(("marks: ", "dim"), contrast.legend))
    for told in _by_article(found):
        out.print()
        _print_article(out, found, told, contrast)
    out.print()
    _print_section(out, "left out by", _silence(found))
    _print_section(out, "cannot both be right", _disputed(disputed))
    _print_section(out, "judged", map(printing.judged, printing.standing(found.judgements)))


def _by_article(found: UtteranceHistory) -> list[list[TellingRow]]:
    """The tellings of each article; the lineage of the fullest first, in a lineage the report before its copies."""
    fullest = next(one for one in found.tellings if one.row.statement.id == found.row.fullest)
    first = {one.lineage: place for place, one in reversed(list(enumerate(found.tellings)))}

    def rank(one: TellingRow) -> tuple[bool, int, bool, bool]:
        article = one.row.article.id
        return one.lineage != fullest.lineage, first[one.lineage], article != fullest.row.article.id, one.reprint

    ordered = sorted(found.tellings, key=rank)
    grouped = (list(told) for _, told in groupby(ordered, key=lambda one: one.row.article.id))
    return [sorted(told, key=lambda one: one is not fullest) for told in grouped]


def _print_article(out: Console, found: UtteranceHistory, told: Sequence[TellingRow], contrast: Contrast) -> None:
    article, fullest = told[0].row.article, next(one for one in found.tellings if one.row.statement.id == found.row.fullest)
    where = f"{printing.where(article)}, {printing.day(article.published)}: "
    out.print(Text.assemble((where, "cyan"), ("copy" if told[0].reprint else "witness", "bold")))
    for copy in _copies(found, article.id):
        status = f", {decided}" if (decided := printing.decided(copy)) else ""
        line = Text.assemble(f"{printing.copy_of(copy)}: {in_words(copy.shown_by)}", (f"  copy {copy.id[:8]}{status}", "dim"))
        printing.print_indented(out, line, 2)
    for one in told:
        words = said(one.row.statement)
        marked = Text(words) if one is fullest else contrast.words(words, said(fullest.row.statement))
        if cue := telling_cue(one.row.statement):
            marked = Text.assemble((f"{cue}: ", "italic"), marked)
        printing.print_indented(out, marked, 4)
        for line in (*_drifts(one), *_why(found.links, one, fullest)):
            printing.print_indented(out, line, 6)
        printing.print_indented(out, _place(one, found), 6)
    title = f"“{article.title}”, " if article.title else ""
    printing.print_indented(out, Text(f"article {article.id[:8]}: {title}{article.url or article.path or ''}", "dim"), 2)


def _copies(found: UtteranceHistory, article: str) -> list[CopyRow]:
    """What an article is a copy of: of several texts of one lineage the one that is nearest to a witness; agencies; and what a
    person rejected."""
    of_it = [copy for copy in found.copies if copy.article.id == article]
    standing = [copy for copy in of_it if copy.status != "rejected" and copy.kind is not CopyKind.WIRE]
    nearest = sorted(standing, key=lambda copy: (copy.of not in found.row.reports, -copy.score, copy.id))[:1]
    return [copy for copy in of_it if copy in nearest or copy not in standing]


def _place(one: TellingRow, found: UtteranceHistory) -> Text:
    statement = one.row.statement
    marks = [word for word, it in (("fullest", found.row.fullest), ("earliest", found.row.earliest)) if it == statement.id]
    spoken = f"{printing.speaker(statement)}, {statement.kind}; statement {statement.id[:8]}"
    where = f"at {statement.content[0].start}-{statement.content[-1].end}"
    return Text.assemble((f"{spoken} {where}", "dim"), (f"  {', '.join(marks)}" if marks else "", "bold"))


def _drifts(one: TellingRow) -> Iterator[Text]:
    for drift in one.drift:
        if drift.type is not DriftType.VERBATIM:
            yield Text.assemble((f"{drift.type}: ", "yellow"), _change(drift.before, drift.after))


def _change(before: str | None, after: str | None) -> str:
    one, other = (f"“{shortened(words, _LONGEST).strip('“”')}”" if words is not None else None for words in (before, after))
    if one is None or other is None:
        return f"{one} dropped" if one else f"{other} added"
    return f"{one} → {other}"


def _why(links: Iterable[LinkRow], one: TellingRow, fullest: TellingRow) -> Iterator[Text]:
    """What shows that a telling is of this utterance: its link with the fullest, else the surest that it has."""
    own, full = one.row.statement.id, fullest.row.statement.id
    of_it = [link for link in links if own in (link.one, link.other)] if one is not fullest else []
    for link in sorted(of_it, key=lambda link: (full not in (link.one, link.other), -link.score, link.one, link.other))[:1]:
        other = link.other if link.one == own else link.one
        beside = "" if other == full else f" with {other[:8]}"
        status = f"; {said}" if (said := printing.decided(link)) else ""
        yield Text(f"taken for the same{beside}: {in_words(link.why)} ({link.kind}, {link.score:.2f}){status}", "dim")


def _silence(found: UtteranceHistory) -> Iterator[Text]:
    for one in found.silence:
        what = "covered the occasion and left it out" if one.left_out == "utterance" else "left out its condition or hedge"
        where = f"{printing.where(one.article)}, {printing.day(one.article.published)}: {what}"
        yield Text.assemble(where, (f"  article {one.article.id[:8]}, statement {one.shown_by[:8]}", "dim"))
    if not any(one.left_out == "utterance" for one in found.silence):
        unknown = [word for word, it in (("who said it", found.row.actor), ("the day", found.row.said_on[0])) if it is None]
        if unknown:
            yield Text(f"not known who left it out, since {' and '.join(unknown)} is not known", "dim")
        else:
            yield Text("no other outlet here is known to have covered the occasion without it", "dim")


def _disputed(disputed: Iterable[DisagreementHistory]) -> Iterator[Text]:
    for one in disputed:
        yield Text.assemble(f"{one.row.kind}: {one.row.about}", (f"  {one.row.id[:8]}, {one.row.confidence:.2f}", "dim"))
        for side in one.row.sides:
            yield Text.assemble("  ", side_heading(side, one))
        if both := on_both_sides(one):
            yield Text.assemble("  ", both)


def _number(found: UtteranceHistory) -> str:
    witnesses, copies = len(found.row.reports), len(found.row.reprints)
    of = f", and {printing.number(copies, 'copy', 'copies')} of what they print" if copies else ", no copies"
    return f"{printing.number(witnesses, 'witness', 'witnesses')}{of}"


def _print_section(out: Console, heading: str, lines: Iterable[Text]) -> None:
    kept = list(lines)
    if kept:
        out.print(Text(f"{heading}:", "bold"))
    for line in kept:
        printing.print_indented(out, line, 2)
