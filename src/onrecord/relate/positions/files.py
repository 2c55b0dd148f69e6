"""Reads questions from the TOML files that users write, and finds those that ship."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.vocabulary import UsageError
from onrecord.vocabulary.questions import Example, Position, Question, Reading, Stage

FORMAT = "onrecord.question/1"
FOLDER = Path(__file__).parent / "questions"

_ID = re.compile(r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*")
_READINGS = tuple(reading.value for reading in Reading)
_POSITIONS = tuple(position.value for position in Position if position is not Position.NOT_ABOUT)
_KEYS = ("format", "id", "question", "names", "words", *_READINGS, "stages")
_STAGE_KEYS = ("name", "words")


@dataclass(frozen=True, slots=True)
class _File:
    """A file and its text, for messages that say where."""

    path: Path
    text: str

    def wrong(self, what: str, at: str | None = None) -> UsageError:
        """An error that says what is wrong, and on which line: the one that begins with `at`, or holds it, if only one does."""
        lines = [line for line in enumerate(self.text.splitlines(), 1) if at and at in line[1]]
        begun = [line for line in lines if line[1].lstrip(" [\"'").startswith(at or "")]
        (number, _), *more = begun or lines or [(0, "")]
        return UsageError(f"{self.path}{f', line {number}' if number and not more else ''}: {what}")


def shipped() -> dict[str, Path]:
    """The questions that ship, by name."""
    return {path.stem: path for path in sorted(FOLDER.glob("*.toml"))}


def read_question(name_or_path: str | Path) -> tuple[Question, str]:
    """A question, by the name of one that ships or by its file, and the text of the file.

    Raises UsageError as `question_of`, and where there is neither.
    """
    known = shipped()
    path = known.get(str(name_or_path), Path(name_or_path))
    if not path.exists():
        names = ", ".join(known)
        raise UsageError(f"There is no question {name_or_path}: give a TOML file, or the name of a question that ships ({names})")
    text = _text(path)
    return _question(_File(path, text)), text


def question_of(path: Path) -> Question:
    """The question of a TOML file.

    Raises UsageError where the file cannot be read, is no TOML, lacks something, or holds a key that nobody knows.
    """
    return _question(_File(path, _text(path)))


def gaps(question: Question) -> list[str]:
    """What a question would be answered better with, in plain words: positions without an example, on each of its readings."""
    given = {(one.reading, one.position) for one in question.examples}
    return [
        f"[{reading}] has no example of {position}"
        for reading in Reading
        if any(own is reading for own, _ in given)
        for position in Position
        if position is not Position.NOT_ABOUT and (reading, position) not in given
    ]


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except OSError as error:
        raise UsageError(f"The question {path} cannot be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"The question {path} is not text: save it in UTF-8") from error


def _question(file: _File) -> Question:
    try:
        stored = tomllib.loads(file.text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{file.path} is not TOML: {error}") from error
    _known(file, stored, _KEYS, "a question")
    if stored.get("format") != FORMAT:
        told = f", not {stored['format']!r}" if "format" in stored else ""
        raise file.wrong(f'write format = "{FORMAT}" at the top{told}', "format")
    return Question(
        id=_id(file, stored),
        text=_string(file, stored, "question"),
        about=_strings(file, stored, "words", needed=True),
        subject=_strings(file, stored, "names", needed=True),
        examples=_examples(file, stored),
        stages=_stages(file, stored.get("stages", [])),
    )


def _id(file: _File, stored: Mapping[str, Any]) -> str:
    id = _string(file, stored, "id")
    if not _ID.fullmatch(id):
        raise file.wrong(f"the id is of letters, digits and single hyphens between them, not {id!r}", "id")
    return id


def _examples(file: _File, stored: Mapping[str, Any]) -> tuple[Example, ...]:
    """The examples of both readings, in the order of the scale; one phrase cannot show two positions of one reading."""
    found: dict[tuple[Reading, str], Example] = {}
    for reading in Reading:
        own = stored.get(reading, {})
        if not isinstance(own, dict):
            raise file.wrong(f"write [{reading}] as a section, with lists of phrases by position", reading)
        _known(file, own, _POSITIONS, f"[{reading}]")
        for position in own:
            for text in _strings(file, own, position, of=f"[{reading}] "):
                one = Example(text, reading, Position(position))
                other = found.setdefault((reading, text.casefold()), one)
                if other.position is not one.position:
                    raise file.wrong(f"[{reading}] has {text!r} for both {other.position} and {position}", text)
    if not found:
        known = " or ".join(f"[{reading}]" for reading in _READINGS)
        raise file.wrong(f"there is no example: write {known} with some phrases for {', '.join(_POSITIONS)}")
    return tuple(found.values())


def _stages(file: _File, stored: object) -> tuple[Stage, ...]:
    if not isinstance(stored, list) or not all(isinstance(one, dict) for one in stored):
        raise file.wrong('write each stage as a section [[stages]], with a name and words = ["…"]', "stages")
    found: dict[str, Stage] = {}
    for one in stored:
        _known(file, one, _STAGE_KEYS, "a stage")
        stage = Stage(_string(file, one, "name"), _strings(file, one, "words", needed=True))
        if stage.name in found:
            raise file.wrong(f"there are two stages {stage.name!r}", stage.name)
        found[stage.name] = stage
    return tuple(found.values())


def _known(file: _File, stored: Mapping[str, Any], keys: tuple[str, ...], where: str) -> None:
    """Raise where there is a key that nobody knows."""
    for key in stored:
        if key not in keys:
            raise file.wrong(f"{where} has no {key!r}; it has {', '.join(keys)}", key)


def _string(file: _File, stored: Mapping[str, Any], key: str) -> str:
    value = stored.get(key)
    if not isinstance(value, str) or not value.strip():
        raise file.wrong(f'write {key} = "…", with some text', key if key in stored else None)
    return " ".join(value.split())


def _strings(file: _File, stored: Mapping[str, Any], key: str, *, of: str = "", needed: bool = False) -> tuple[str, ...]:
    """A list of texts, each once, in their order; empty only where it is not needed."""
    value = stored.get(key, [])
    if not isinstance(value, list) or not all(isinstance(one, str) and one.strip() for one in value):
        raise file.wrong(f'write {of}{key} as a list of texts: {key} = ["…", "…"]', key)
    if needed and not value:
        raise file.wrong(f'{key} is missing or empty: write {key} = ["…", "…"]', key if key in stored else None)
    return tuple(dict.fromkeys(" ".join(one.split()) for one in value))
