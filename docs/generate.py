"""Writes docs/reference from the code: commands, tables, settings.

`--check` writes nothing and fails where a page is out of date.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import click

from onrecord.clean import CleanSettings
from onrecord.surfaces.cli import cli
from onrecord.surfaces.columns import CSV_COLUMNS
from onrecord.surfaces.discourse import DNA_COLUMNS
from onrecord.vocabulary import (
    ActorType,
    DateBasis,
    Kind,
    Position,
    Reading,
    RejectionReason,
    ShiftKind,
    SpeechAct,
    ZoneKind,
)

FOLDER = Path(__file__).parent / "reference"
MADE = "<!-- Made by docs/generate.py: do not edit. -->\n"


def commands() -> str:
    """Every command with its help, as `--help` prints it."""
    context = click.Context(cli, info_name="onrecord", max_content_width=100, terminal_width=100)
    parts = [f"{MADE}\n# Commands\n\n```\n{cli.get_help(context)}\n```\n"]
    parts.append(
        "\nExit codes: 0 done; 1 failure; 2 wrong call; 3 partly done (some inputs were rejected, each with its reason); "
        "130 interrupted.\nData go to stdout, everything else to stderr; progress shows on a terminal only; `NO_COLOR` is kept.\n"
    )
    parts.extend(helps(cli, context, "##"))
    return "".join(parts)


def helps(group: click.Group, context: click.Context, marks: str) -> Iterator[str]:
    """The help of each command of a group, groups in it with theirs below them."""
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        inner = click.Context(command, info_name=name, parent=context, max_content_width=100, terminal_width=100)
        yield f"\n{marks} {inner.command_path}\n\n```\n{command.get_help(inner)}\n```\n"
        if isinstance(command, click.Group):
            yield from helps(command, inner, f"{marks}#")


def tables() -> str:
    """The columns of each table in CSV, and the closed lists of values."""
    parts = [f"{MADE}\n# Tables\n\n`onrecord export --table NAME --format jsonl|csv|parquet`.\n\n"]
    parts.append(
        "In JSON Lines a span is an object (`start`, `end`, `text`); in CSV it is three columns. Spans are half-open and\n"
        "count Unicode code points of the article's `text`. Times are ISO 8601. In CSV `content_start`, `content_end` and\n"
        "`content_text` are the first fragment of the content; `content_fragments` says how many there are, and `content`\n"
        "has them all, as JSON. Parquet (`pip install 'onrecord[parquet]'`) has the fields of JSON Lines: objects as structs,\n"
        "lists as lists, days and times as text.\n"
    )
    for name, columns in CSV_COLUMNS.items():
        parts.append(f"\n## {name}\n\n" + "".join(f"- `{column}`\n" for column in columns))
    parts.append(
        "\n## For discourse networks\n\n`onrecord export --format dna` prints the positions as Discourse Network Analyzer has\n"
        "statements, in CSV: a row for each position that a known actor takes itself, `concept` a question with the reading,\n"
        "`agreement` 1 (supports, conditional) or 0 (opposes); `start` and `stop` are half-open and count code points.\n"
        "`--format graphml` prints a network of actors: edges of the `kind` agreement or conflict, with a `weight` counted by\n"
        "utterance.\n\n"
    )
    parts.extend(f"- `{column}`\n" for column in DNA_COLUMNS)
    parts.append("\n## Values\n\n")
    lists = {"kind": Kind, "speech_act": SpeechAct, "speaker_type": ActorType, "published_basis": DateBasis}
    lists |= {"reading": Reading, "position": Position, "shift kind": ShiftKind}
    for name, values in (lists | {"zones.kind": ZoneKind, "rejection reason": RejectionReason}).items():
        parts.append(f"- {name}: " + ", ".join(f"`{value.value}`" for value in values) + "\n")
    return "".join(parts)


def settings() -> str:
    """The settings with their defaults."""
    parts = [f"{MADE}\n# Settings\n\n`onrecord.toml` in the folder where the command runs, or `--settings FILE`.\n"]
    parts.append("\n```toml\n[clean]\n")
    parts += [f"{name} = {value}\n" for name, value in asdict(CleanSettings()).items()]
    words = (CleanSettings.__doc__ or "").strip().split("\n\n", 1)[1]
    return "".join([*parts, "```\n\n", " ".join(words.split()), "\n"])


PAGES = {"commands.md": commands, "tables.md": tables, "settings.md": settings}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args().check
    stale = []
    for name, make in PAGES.items():
        path, made = FOLDER / name, make()
        if not path.exists() or path.read_text("utf-8") != made:
            stale.append(name)
            if not check:
                FOLDER.mkdir(exist_ok=True)
                path.write_text(made, "utf-8")
    if check and stale:
        print(f"out of date: {', '.join(stale)}; run `make docs`", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
