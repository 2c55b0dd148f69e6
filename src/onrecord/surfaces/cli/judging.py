"""`onrecord judge`: a person's word on what the machine read in articles, found between them and on questions."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from onrecord.ledger import Correction, Judgement, Ledger, NewActor, StatementRow, open_ledger
from onrecord.surfaces.cli import options, printing
from onrecord.surfaces.cli.identifying import decider
from onrecord.surfaces.cli.relating import placed, related
from onrecord.surfaces.rows import judgement_row
from onrecord.vocabulary import ActorType, Kind, Position, Reading, UsageError, Verdict

# What is said instead of a speaker, a day, a source or a cue that there is none.
_NONE = "none"
_TOLD = 5  # so many statements that tell the same are named


@click.command()
@click.argument("subject", metavar="ID")
@click.argument("verdict", type=click.Choice(["confirm", "reject", "correct", "apart", "undo"]))
@click.option("--with", "other", metavar="ID", help="Of two statements, the other: whether both report one utterance.")
@click.option("--as", "right", metavar="POSITION", help="What a position is: should:opposes, will:conditional, not-about.")
@click.option("--speaker", metavar="REF", help="Who makes a statement: an actor's id or name; none: not known.")
@click.option("--new", type=click.Choice([one.value for one in ActorType]), help="The speaker is a new actor, of this type.")
@click.option("--kind", type=click.Choice([one.value for one in Kind]), help="How the words of a statement are given.")
@click.option("--day", metavar="DAY", help="When it was said: 2031-05-04, an interval 2031-05-04/2031-05-06 (.. is open), none.")
@click.option("--content", multiple=True, metavar="START-END", help="Where its words stand; several times for several stretches.")
@click.option("--source", metavar="START-END", help="Where the article names who speaks; none: it does not.")
@click.option("--cue", metavar="START-END", help="Where the article tells that it is said; none: it does not.")
@click.option("--also", multiple=True, metavar="ID", help="Another statement, of which the same speaker and day are right.")
@click.option("--why", metavar="WORDS", help="The reason, kept with the decision.")
@click.option("--by", metavar="NAME", help="Who decides (default: your login name).")
@options.as_json
@options.ledger
def judge(subject: str, verdict: str, ledger_path: Path, *, json_lines: bool, **decision: Any) -> None:
    """Confirm, reject or put right a statement or a position; confirm or reject a disagreement, a copy, a shift; or undo it.

    ID is a statement's, a position's, a disagreement's, a copy's, a shift's or, for undo, a judgement's. A statement rejected is
    none: it is left out of lists and counts. `correct` puts a statement right (--speaker, --kind, --day, --content, --source,
    --cue: what was read wrong; ranges are half-open and count characters of the article's text, as `onrecord show` prints them),
    and a position (--as READING:POSITION). Where other statements tell the same, it says so; --also puts these right alike, each
    by a decision of its own. `apart` takes a statement out of its utterance; with --with, confirm and reject say of
    two statements whether they report one. What you say of a position is an example for statements alike. Every decision is kept
    with who made it, when and why, and later runs respect it.

    \b
    Example:
      onrecord judge 3fa9c1d2 reject --why "two different votes"
      onrecord judge 77aa01b2 correct --speaker "Ada Brandt" --day 2031-05-04 --why "she says so below"
      onrecord judge 77aa01b2 correct --speaker "Tilda Kerr" --new person
      onrecord judge 77aa01b2 confirm --with 90cc13d4 --why "the same speech"
      onrecord judge 41d07c3e correct --as should:opposes --why "he quotes his rival"
      onrecord judge 5e0f7712 undo
    """
    with open_ledger(ledger_path, create=False) as ledger:
        waited = _unplaced(ledger)
        heard = _echoes(ledger, subject, verdict, **decision)
        first = _decide(ledger, subject, verdict, **decision)
        made = [first, *_also(ledger, first, **decision)]
        others = _still(ledger, subject, heard)
        if ledger.waiting():
            related(ledger)
            placed(ledger)
        known = {one.judgement.id: one for one in ledger.judgements(machine=False)}
        rows = [known[one.id] for one in made]
        learns = _unplaced(ledger) > waited
    if json_lines:
        printing.print_json(judgement_row(row) for row in rows)
    else:
        for row in rows:
            taking_back = f"take it back with `onrecord judge {row.judgement.id[:8]} undo`"
            click.echo(f"{row.judgement.verdict}: {row.says}; {taking_back}")
    if others:
        _tell(others, decision["speaker"])
    if learns:
        click.echo("`onrecord relate` learns from it for statements alike, and for shifts", err=True)


def _unplaced(ledger: Ledger) -> int:
    return sum(row.waiting for row in ledger.questions())


def _decide(ledger: Ledger, subject: str, verdict: str, **decision: Any) -> Judgement:
    if decision["also"] and (verdict != "correct" or not _shared(**decision)):
        raise UsageError("--also puts the speaker or the day of other statements right alike: `correct --speaker … --also ID`")
    other, as_, by, why = decision["other"], decision["right"], decider(decision["by"]), decision["why"]
    right = _right(**decision)
    if verdict == "undo" and not (right or as_ or other):
        return ledger.judge(subject, Verdict.UNDO, by=by, why=why)
    kind = ledger.kind_of(subject)
    if verdict != "correct" and (right or as_):
        if as_:
            raise UsageError("--as says what is right of a position: `onrecord judge ID correct --as should:opposes`")
        given = next(iter(right)).replace("said_on", "day")
        raise UsageError(f"--{given} says what is right of a statement: `onrecord judge ID correct --{given} …`")
    if verdict == "correct":
        return _correct(ledger, (kind, subject), as_, right, by=by, why=why)
    if verdict == "apart":
        if kind != "statement" or other is not None:
            raise UsageError(
                "a statement is taken out of its utterance: `onrecord judge STATEMENT apart`; of two, `reject --with ID`"
            )
        return ledger.judge(subject, Verdict.REJECT, by=by, why=why)
    if kind == "statement" and other is None:
        return ledger.judge_statement(subject, Verdict(verdict), by=by, why=why)
    return ledger.judge(subject, Verdict(verdict), other=other, by=by, why=why)


def _correct(
    ledger: Ledger, about: tuple[str, str], as_: str | None, right: Correction, *, by: str, why: str | None
) -> Judgement:
    kind, subject = about
    if kind == "statement" and as_ is None:
        if not right:
            raise UsageError("say what is right of the statement: --speaker, --kind, --day, --content, --source or --cue")
        return ledger.correct_statement(subject, by=by, why=why, **right)
    if kind == "position" and as_ is not None and not right:
        reading, position = _read(as_)
        return ledger.correct_position(subject, reading, position, by=by, why=why)
    if kind not in ("statement", "position"):
        raise UsageError(f"{subject} is a {kind}: it is confirmed or rejected; statements and positions are put right")
    raise UsageError(
        "a position is put right with both: `onrecord judge ID correct --as should:opposes`; a statement with --speaker, --kind, "
        "--day, --content, --source or --cue"
    )


def _echoes(ledger: Ledger, subject: str, verdict: str, **decision: Any) -> list[StatementRow]:
    """The statements that tell the same as one whose speaker is to be put right."""
    asked = verdict == "correct" and decision["speaker"] is not None and ledger.kind_of(subject) == "statement"
    return ledger.echoes(subject) if asked else []


def _also(ledger: Ledger, first: Judgement, **decision: Any) -> list[Judgement]:
    """Puts right of the statements of --also what can be right of several: the speaker and the day, as in the first judgement."""
    if not decision["also"]:
        return []
    right = _shared(**decision)
    if "speaker" in right:
        right["speaker"] = str(first.value["speaker"]) or None
    by, why = decider(decision["by"]), decision["why"]
    return [ledger.correct_statement(one, by=by, why=why, **right) for one in decision["also"]]


def _shared(**decision: Any) -> Correction:
    """What the options say is right of several statements."""
    return _right(**decision | dict.fromkeys(("kind", "content", "source", "cue")))


def _still(ledger: Ledger, subject: str, heard: Sequence[StatementRow]) -> list[StatementRow]:
    """Those of some statements that have another speaker than one of them."""
    rows = [ledger.statement(row.statement.id) for row in heard]
    one = ledger.statement(subject) if heard else None
    return [row for row in rows if row and one and _actor(row) != _actor(one)]


def _actor(row: StatementRow) -> str | None:
    return row.statement.speaker.actor if row.statement.speaker else None


def _tell(others: Sequence[StatementRow], speaker: str) -> None:
    """Say which statements tell the same and have another speaker, and how they are put right."""
    ids = [row.statement.id[:8] for row in others]
    told = ", ".join(
        f"{short} ({printing.where(row.article)}: {printing.speaker(row.statement)})"
        for short, row in zip(ids[:_TOLD], others, strict=False)
    )
    more = f" and {len(others) - _TOLD} more" if len(others) > _TOLD else ""
    words = f"onrecord judge {ids[0]} correct --speaker {shlex.quote(speaker)}" + "".join(f" --also {one}" for one in ids[1:])
    number = printing.number(len(others), "other statement tells", "other statements tell")
    click.echo(f"{number} the same, with another speaker: {told}{more}; put right by `{words}`", err=True)


def _right(**decision: Any) -> Correction:
    """What the options say is right of a statement."""
    right: Correction = {}
    if decision["speaker"] is not None:
        named = NewActor(decision["speaker"], ActorType(decision["new"])) if decision["new"] else decision["speaker"]
        right["speaker"] = None if decision["speaker"] == _NONE else named
    elif decision["new"]:
        raise UsageError("--new says what --speaker names: `onrecord judge ID correct --speaker NAME --new person`")
    if decision["kind"] is not None:
        right["kind"] = Kind(decision["kind"])
    if decision["day"] is not None:
        right["said_on"] = _days(decision["day"])
    if decision["content"]:
        right["content"] = [_place("content", words) for words in decision["content"]]
    if decision["source"] is not None:
        right["source"] = None if decision["source"] == _NONE else _place("source", decision["source"])
    if decision["cue"] is not None:
        right["cue"] = None if decision["cue"] == _NONE else _place("cue", decision["cue"])
    return right


def _days(words: str) -> tuple[str | None, str | None] | None:
    if words == _NONE:
        return None
    first, slash, last = words.partition("/")
    ends = (first, last if slash else first)
    if not all(ends):
        raise UsageError(f"{words!r} is no day: give 2031-05-04, an interval as 2031-05-04/2031-05-06 (.. is open), or none")
    earliest, latest = (None if end == ".." else end for end in ends)
    return earliest, latest


def _place(part: str, words: str) -> tuple[int, int]:
    start, dash, end = words.partition("-")
    if not (dash and start.isdecimal() and end.isdecimal()):
        raise UsageError(
            f"{words!r} is no place for --{part}: give the numbers of its first character and the one after it, as 120-164"
        )
    return int(start), int(end)


def _read(right: str) -> tuple[Reading | None, Position]:
    """The reading and position that words such as "should:opposes" name; Raises UsageError where they name none."""
    if right == Position.NOT_ABOUT:
        return None, Position.NOT_ABOUT
    reading, _, position = right.partition(":")
    try:
        found = Reading(reading), Position(position)
    except ValueError:
        found = None
    if found is None or found[1] is Position.NOT_ABOUT:
        told = ", ".join(f"{one}:{other}" for one in Reading for other in Position if other is not Position.NOT_ABOUT)
        raise UsageError(f"{right!r} is no position: give one of {told}, not-about")
    return found
