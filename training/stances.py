"""Reads the invented statements that positions are learnt from: `training/stances/*.txt`, a question each.

A file has, in this order: `question:`, `names:` and `words:` as in a question file; under `[will supports]` and the like example
phrasings, one a line; and under `[statements]`, after a line `= headline` for those that follow it, lines

    label | holder | passage

with the label `will/opposes`, `should/conditional` and the like, or `-` for what is not about the question, and `?` behind it
where two careful readers may differ; the holder `self`, or `other` where the content tells what another holds; and in the passage
one statement, its source, cue and content marked by `<s>`, `<c>` and `<t>`. The letter that a file's name begins with is its
author; `h` is never learnt from.

`training/stances/articles/*.txt` are whole articles on these questions, with all their statements: after a line `topic: NAME`
each has a line `= headline`, paragraphs with blank lines between them, in which `<s1>`, `<c1>` and `<t1>` mark the parts of the
first statement (the content in several parts where it has them), and at its end lines `#1 label holder`.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from onrecord.ledger.questions.posing import asked
from onrecord.relate.positions.files import read_question
from onrecord.vocabulary import Kind, Span, Statement
from onrecord.vocabulary.questions import Asked, Example, Position, Question, Reading
from onrecord.vocabulary.relations import Telling

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))
from story_quality import load, tellings

FOLDER = Path(__file__).with_name("stances")
_TAG = re.compile(r"<(/?)([sct])>")
_NUMBERED = re.compile(r"<(/?[sct])(\d+)>")
_NOTED = re.compile(r"#(\d+) (\S+) (\w+)")
_HEAD = re.compile(r"\[(?:(will|should) )?(\w+)\]")


@dataclass(frozen=True, slots=True)
class Label:
    """What a statement says: `position` is None where it is not about the question; `debatable` ones count half."""

    reading: Reading | None
    position: Position | None
    other: bool = False
    debatable: bool = False


@dataclass(frozen=True, slots=True)
class Topic:
    """A question with its statements: those that stand alone, and those that are `printed` in whole articles."""

    name: str
    question: Question
    statements: tuple[tuple[Asked, Label], ...]
    printed: tuple[tuple[Asked, Label], ...] = ()


def topics(folder: Path = FOLDER) -> list[Topic]:
    """The questions with their statements."""
    printed: dict[str, list[tuple[Asked, Label]]] = defaultdict(list)
    for path in sorted((folder / "articles").glob("*.txt")):
        for number, (of, article) in enumerate(_articles(path.read_text(encoding="utf-8"))):
            printed[of] += _printed(f"{path.stem}/{number}", article)
    plain = [topic(path) for path in sorted(folder.glob("*.txt"))]
    return [replace(one, printed=tuple(printed[one.name])) for one in plain]


def topic(path: Path) -> Topic:
    head: dict[str, str] = {}
    examples: list[Example] = []
    rows: list[tuple[Asked, Label]] = []
    part, of, title = "", (Reading.WILL, Position.SUPPORTS), None
    for line in filter(None, map(str.strip, path.read_text(encoding="utf-8").splitlines())):
        if begins := _HEAD.fullmatch(line):
            part = begins[2]
            of = (Reading(begins[1]), Position(part)) if begins[1] else of
        elif not part:
            key, _, said = line.partition(":")
            head[key.strip()] = said.strip()
        elif part != "statements":
            examples.append(Example(line, *of))
        elif line.startswith("= "):
            title = line[2:]
        else:
            label, holder, passage = line.split(" | ", 2)
            rows.append((_asked(f"{path.stem}/{len(rows)}", passage, title), _label(label, holder)))
    names, words = (tuple(word.strip() for word in head[key].split(",")) for key in ("names", "words"))
    question = Question(path.stem, head["question"], words, names, tuple(examples))
    return Topic(path.stem, question, tuple(rows))


def of_story(folder: Path) -> Topic:
    """The statements of a story (a folder with `truth.json` and `question.toml`), as onrecord reads them out of its articles.

    Of a statement that takes two positions the first is learnt; what the truth calls debatable counts as such.
    """
    story, question = load(folder), read_question(str(folder / "question.toml"))[0]
    articles = {record.article.id: record.article for record in story.records.values()}
    rows = []
    for telling in tellings(story, story.read):
        article, listed = articles[telling.article], story.statements[story.read[telling.id]].get("positions") or []
        taken = sorted(listed, key=lambda one: bool(one.get("debatable")))[:1]
        labels = [Label(Reading(one["reading"]), Position(one["position"]), False, bool(one.get("debatable"))) for one in taken]
        rows.append((asked(telling, article.text, article.title), *(labels or [Label(None, None)])))
    return Topic(story.name, question, (), tuple(rows))


def _articles(text: str) -> Iterator[tuple[str, str]]:
    """The articles of a file, headline first, each with the name of its topic."""
    head, *found = re.split(r"(?m)^= ", text)
    for article in found:
        yield head.partition(":")[2].strip(), article


def _printed(name: str, article: str) -> Iterator[tuple[Asked, Label]]:
    """The statements of an article with their labels, each as it is asked for in the article's text."""
    title, _, rest = article.partition("\n")
    lines = [line for line in rest.splitlines() if not line.startswith("#")]
    body = "\n".join(lines).strip()
    words = _NUMBERED.sub("", body)
    for number, label, holder in _NOTED.findall(rest):
        own = _NUMBERED.sub(lambda tag, number=number: f"<{tag[1]}>" if tag[2] == number else "", body)
        yield _asked_in(f"{name}/{number}", own, words, title), _label(label, holder)


def _label(label: str, holder: str) -> Label:
    reading, _, position = label.strip(" ?").partition("/")
    if not position:
        return Label(None, None, debatable="?" in label)
    return Label(Reading(reading), Position(position), holder.strip() == "other", "?" in label)


def _asked(name: str, passage: str, title: str | None) -> Asked:
    return _asked_in(name, passage, _TAG.sub("", passage), title)


def _asked_in(name: str, passage: str, words: str, title: str | None) -> Asked:
    """The statement that is marked in a passage, whose words are given without the marks."""
    marked = list(_spans(passage))
    source, cue = (next((span for kind, span in marked if kind == wanted), None) for wanted in "sc")
    content = tuple(span for kind, span in marked if kind == "t")
    kind = Kind.DIRECT if content[0].text.startswith(("“", '"', "‘")) else Kind.INDIRECT
    statement = Statement(name, kind, source, cue, content, 1.0)
    said = " ".join(span.text for span in content)
    return asked(
        Telling(statement, name, None, said, words, None, None, None, frozenset(), (None, None), (None, None)), words, title
    )


def _spans(passage: str) -> Iterator[tuple[str, Span]]:
    """The marked spans, at their places in the passage without its marks."""
    pieces: Sequence[str] = _TAG.split(passage)
    at = 0
    for number in range(0, len(pieces), 3):
        text = pieces[number]
        if number and not pieces[number - 2] and text:
            yield pieces[number - 1], Span(at, at + len(text), text)
        at += len(text)
