"""`onrecord check`: a sample of statements, checked one by one, and how often the ledger is wrong."""

from __future__ import annotations

from pathlib import Path

import click
from rich.table import Column

from onrecord.ledger import CheckItem, ErrorRate, Ledger, Part, PartRate, open_ledger
from onrecord.surfaces.cli import options, printing, showing
from onrecord.surfaces.cli.identifying import decider
from onrecord.surfaces.reviews import item_row, rate_row
from onrecord.vocabulary import UsageError

_RIGHT = "right"
_ANSWERS = (_RIGHT, *(part.value for part in Part))


@click.command()
@click.argument("statement", metavar="[ID", required=False)
@click.argument("answers", metavar="ANSWER...]", nargs=-1)
@click.option("--size", type=click.IntRange(1), help="Draw a sample of so many statements, and begin.")
@click.option("--seed", type=click.IntRange(0), help="Draw by this number, so that the same ledger gives the same sample.")
@click.option("--new", is_flag=True, help="Draw another sample, though one is not done.")
@click.option("--why", metavar="WORDS", help="A note, kept with the answer.")
@click.option("--by", metavar="NAME", help="Who checks (default: your login name).")
@options.as_json
@options.ledger
def check(
    ledger_path: Path, statement: str | None, answers: tuple[str, ...], *, json_lines: bool, **chosen: str | int | None
) -> None:
    """Check statements drawn at random, one by one, to know how often the ledger is wrong.

    Shows the next one, and how often those that were checked were wrong, with Wilson's 95 % interval (for a sample drawn without
    replacement). ANSWER is `right`, or what is wrong: speaker, words, kind, day (several may be), or no-statement. The sample is
    kept: go on whenever you like. An answer puts nothing right: `onrecord judge ID correct` does.

    \b
    Example:
      onrecord check --size 100
      onrecord check 3fa9c1d2 right
      onrecord check 77aa01b2 speaker day
    """
    size, seed, new = chosen["size"], chosen["seed"], chosen["new"]
    if statement is not None and not answers:
        raise UsageError(f"say how the statement {statement} is: {', '.join(_ANSWERS)}")
    if statement is not None and size is not None:
        raise UsageError("a sample is drawn, or a statement answered: one after the other")
    if size is None and (seed is not None or new):
        raise UsageError("say how many statements to draw: `onrecord check --size 100`")
    with open_ledger(ledger_path, create=False) as ledger:
        if isinstance(size, int):
            _draw(ledger, size, seed if isinstance(seed, int) else None, again=bool(new), by=_text(chosen["by"]))
        elif statement is not None:
            by, why = decider(_text(chosen["by"])), _text(chosen["why"])
            ledger.answer_check(statement, _wrong(answers), by=by, why=why)
        rate, item = ledger.error_rate(), ledger.next_check()
        if rate is None:
            raise UsageError("no sample was drawn yet: `onrecord check --size 100` draws one")
        if json_lines:
            printing.print_json([rate_row(rate) | {"next": item_row(item) if item else None}])
            return
        if item is not None:
            _print_item(ledger, item)
    _print_rate(rate)
    if item is None:
        click.echo("all of the sample is checked; `onrecord check --size N` draws another", err=True)


def _draw(ledger: Ledger, size: int, seed: int | None, *, again: bool, by: str | None) -> None:
    before = ledger.check()
    if before is not None and before.answered < before.size and not again:
        left = printing.number(before.size - before.answered, "statement", "statements")
        raise UsageError(f"of the sample of {before.at[:10]} {left} are not checked: go on with `onrecord check`, or give --new")
    made = ledger.start_check(size, seed=seed, by=decider(by))
    drawn = printing.number(made.size, "statement", "statements")
    click.echo(f"drew {drawn} of {made.drawn_from} by seed {made.seed}", err=True)


def _wrong(answers: tuple[str, ...]) -> tuple[Part, ...]:
    for answer in answers:
        if answer not in _ANSWERS:
            raise UsageError(f"{answer!r} is no answer: give {', '.join(_ANSWERS)}")
    if _RIGHT in answers and len(set(answers)) > 1:
        raise UsageError("what is right has nothing wrong: give `right` alone")
    return tuple(Part(answer) for answer in answers if answer != _RIGHT)


def _print_item(ledger: Ledger, item: CheckItem) -> None:
    record = ledger.record(item.row.article.id)
    out = printing.console()
    out.print(f"{item.number} of {item.check.size}", style="bold")
    if record is not None:
        showing.print_statement(out, item.row, record)
    out.print()
    short = item.row.statement.id[:8]
    wrong = ", ".join(part.value for part in Part)
    out.print(f"is it so? `onrecord check {short} right`, or what is wrong: {wrong}", soft_wrap=True)
    out.print()


def _print_rate(rate: ErrorRate) -> None:
    columns = [Column("wrong in", no_wrap=True), Column("wrong", justify="right"), Column("checked", justify="right")]
    columns += [Column("rate", justify="right"), Column("95 % interval", no_wrap=True)]
    printing.console().print(printing.table(columns, [_cells(one) for one in (rate.whole, *rate.parts)]))
    click.echo(f"{rate.checked} of {printing.number(rate.check.size, 'statement', 'statements')} checked", err=True)
    if (new := rate.under_way) is not None:
        told = f"this is the rate of the sample of {rate.check.at[:10]}, until the new one is finished"
        click.echo(f"{told} ({new.answered} of {new.size} checked)", err=True)


def _cells(one: PartRate) -> list[str]:
    rate = "not known" if one.rate is None else f"{one.rate:.1%}"
    return [one.part or "anything", str(one.wrong), str(one.checked), rate, f"{one.low:.1%} to {one.high:.1%}"]


def _text(value: str | int | None) -> str | None:
    return value if isinstance(value, str) else None
