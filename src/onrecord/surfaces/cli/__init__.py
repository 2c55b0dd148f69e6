"""The command line: one file for each group of commands, loaded when one of them is called."""

from __future__ import annotations

import os
import sys
from importlib import import_module

import click

from onrecord import __version__
from onrecord.vocabulary import OnrecordError, UsageError

# Command → the module of this package that has it.
_COMMANDS = {
    "extract": "extracting",
    "add": "adding",
    "statements": "listing",
    "articles": "listing",
    "actors": "identifying",
    "relate": "relating",
    "utterances": "comparing",
    "compare": "comparing",
    "disagreements": "disagreeing",
    "question": "questioning",
    "timeline": "timing",
    "positions": "positioning",
    "shifts": "shifting",
    "judge": "judging",
    "review": "reviewing",
    "check": "checking",
    "rejections": "listing",
    "show": "showing",
    "search": "searching",
    "serve": "serving",
    "dossier": "dossiers",
    "export": "exporting",
    "verify": "verifying",
    "walk": "walking",
}

# Exit codes.
FAILURE, USAGE, PARTLY, INTERRUPTED = 1, 2, 3, 130


class _Commands(click.Group):
    """A group whose commands are imported when called, so that `onrecord --help` starts at once."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        module = import_module(f"onrecord.surfaces.cli.{_COMMANDS[cmd_name]}")
        command: click.Command = getattr(module, cmd_name)
        return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="onrecord")
def cli() -> None:
    """Read the news; keep the record of who said what, when, and which outlet says so.

    \b
    Example:
      onrecord add articles/ --outlet "The Courier"
      onrecord statements --speaker Brandt
    """


def main() -> None:
    """Run the command line and exit: 0 done, 1 failure, 2 wrong call, 3 partly done, 130 interrupted."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        status = cli.main(standalone_mode=False)
    except click.exceptions.Abort:
        status = _interrupted()
    except click.ClickException as error:
        error.show()
        status = error.exit_code
    except UsageError as error:
        status = _complain(error, USAGE)
    except OnrecordError as error:
        status = _complain(error, FAILURE)
    except BrokenPipeError as error:
        # The reader of our output went away (`| head`): point stdout elsewhere, so that its flush at exit is quiet. Where an
        # interrupt stopped a process of ours before us, it looks the same from here.
        interrupted = isinstance(error.__context__, KeyboardInterrupt)
        if not interrupted:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = _interrupted() if interrupted else 0
    except KeyboardInterrupt:
        status = _interrupted()
    except OSError as error:
        status = _complain(
            f"{error.filename or 'a file'}: {error.strerror or error}; check the path and its permissions", FAILURE
        )
    sys.exit(status if isinstance(status, int) else 0)


def _complain(error: Exception | str, status: int) -> int:
    click.echo(f"onrecord: {error}", err=True)
    return status


def _interrupted() -> int:
    click.echo("onrecord: interrupted; what `add` has kept stays, and the same command goes on from there", err=True)
    return INTERRUPTED
