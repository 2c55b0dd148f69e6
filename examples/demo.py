"""`make demo`: reads the example story and shows what the record of it can tell.

Runs the commands that a user would type, on a ledger in a temporary folder, and prints each before what it answers.
"""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

STORY = Path(__file__).parent / "veshia"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        ledger = str(Path(folder) / "veshia.db")
        say("Thirteen articles by eight outlets, three years: will Veshia join the Aldermark Pact?")
        onrecord("add", os.path.relpath(STORY), "--ledger", ledger, accept=(0, 3))
        say("What has its president said, in his own words? Three spellings of his name, one reversal, and back again.")
        onrecord("statements", "--ledger", ledger, "--speaker", "malve", "--kind", "direct", "--order", "oldest")
        say("And the others, on the courts that the pact wants reformed first?")
        onrecord("statements", "--ledger", ledger, "--text", "court OR courts OR reform", "--order", "oldest")
        say("Every word can be checked: its place in the article, who reports it, and what that rests on.")
        onrecord("show", first(ledger, '"must admit"'), "--ledger", ledger)
        say("One utterance, many reports: the same words at home and abroad, with what each outlet dropped.")
        onrecord("utterances", "--ledger", ledger, "--reports", "2", "--speaker", "tessan")
        onrecord("compare", first(ledger, '"court reforms are done"'), "--ledger", ledger)
        say("And what they cannot both be right about; a copied error is one witness.")
        onrecord("disagreements", "--ledger", ledger)
        say("Where does each of them stand on it, since when, and who moved? The question is a file that takes five minutes.")
        onrecord("question", "add", os.path.relpath(STORY / "question.toml"), "--ledger", ledger)
        onrecord("timeline", "--ledger", ledger, "--limit", "3")
        say("And the whole ledger can be, against the texts it keeps.")
        onrecord("verify", "--ledger", ledger)
        say("Now yours:  .venv/bin/onrecord add FOLDER  and  .venv/bin/onrecord statements")


def say(words: str) -> None:
    print(f"\n\033[1m{words}\033[0m" if sys.stdout.isatty() else f"\n{words}", flush=True)


def onrecord(*words: str, accept: tuple[int, ...] = (0,)) -> None:
    shown = [word for word in words if "/" not in word or word.startswith(os.path.relpath(STORY))]
    print(f"$ onrecord {shlex.join(word for word in shown if word != '--ledger')}", flush=True)
    status = subprocess.run([sys.executable, "-m", "onrecord", *words], check=False).returncode
    if status not in accept:
        sys.exit(status)


def first(ledger: str, words: str) -> str:
    """The id of the best statement that holds some words."""
    command = [sys.executable, "-m", "onrecord", "search", words, "--json", "--limit", "1", "--ledger", ledger]
    printed = subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout
    identity: str = json.loads(printed.splitlines()[0])["id"]
    return identity


if __name__ == "__main__":
    main()
