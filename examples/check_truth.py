"""Check an example story's truth.json against its articles; standard library only.

    python examples/check_truth.py [examples/veshia]

Prints each fault on a line of its own and exits 1, or prints the counts and exits 0. What is checked:

1. every span is where it says: in a .txt file at its offsets (code points); in a .html file as its n-th occurrence in
   the text content (`text_content`), with the given words before and after it on its line;
2. ids are unique, and every reference resolves;
3. kinds, speech acts and speaker types are those of `src/onrecord/vocabulary`, the rest are legal;
4. intervals run forwards, and nothing is dated by a publication that has no date;
5. a statement within another has its content inside the other's, and a repeated one its words in the other's;
6. utterances, drift, disagreements and shifts agree with the statements that they name;
7. the folder, meta.csv and the truth name the same files, titles and dates.
"""

from __future__ import annotations

import ast
import csv
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
VOCABULARY = HERE.parent / "src" / "onrecord" / "vocabulary"

ZONES = {"title", "byline", "caption", "pull-quote", "boilerplate"}
DISAGREEMENTS = {"date", "number", "name", "wording", "speaker", "polarity"}
PUBLISHED = {"given", "metadata", "dateline", "text"}
SHIFTS = {"reversal", "softening", "hardening", "condition-met"}
COPIES = {"reprint", "machine-rewrite"}
WORDS = range(250, 601)

_INLINE = {"a", "abbr", "b", "cite", "code", "em", "i", "mark", "q", "small", "span", "strong", "sub", "sup", "time", "u"}
_UNSEEN = {"head", "script", "style", "template", "noscript"}


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._unseen += tag in _UNSEEN
        self._block(tag)

    def handle_endtag(self, tag: str) -> None:
        self._unseen -= tag in _UNSEEN
        self._block(tag)

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.parts.append(re.sub(r"\s+", " ", data))

    def _block(self, tag: str) -> None:
        if tag not in _INLINE:
            self.parts.append("\n")


def text_content(markup: str) -> str:
    """The words of a page's body, a line for each block: tags stripped, references decoded, white space collapsed."""
    parser = _Text()
    parser.feed(markup)
    parser.close()
    return re.sub(r" *\n[ \n]*", "\n", re.sub(r" +", " ", "".join(parser.parts))).strip()


class Check:
    """One story's truth beside its files; `faults` holds what was found wrong."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.truth: dict[str, Any] = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
        self.faults: list[str] = []
        self.texts = {article["id"]: self._read(article["file"]) for article in self.articles}
        self.files = {article["id"]: article["file"] for article in self.articles}
        self.statements = {s["id"]: s for article in self.articles for s in article["statements"]}
        self.actors = self._ids("actors")
        self.occasions = self._ids("occasions")
        self.utterances = self._ids("utterances")

    @property
    def articles(self) -> list[dict[str, Any]]:
        articles: list[dict[str, Any]] = self.truth["articles"]
        return articles

    def run(self) -> list[str]:
        for step in (self._unique, self._files, self._actors, self._articles, self._utterances, self._relations):
            step()
        return self.faults

    def _read(self, name: str) -> str:
        content = (self.folder / name).read_bytes().decode("utf-8")
        return text_content(content) if name.endswith(".html") else content

    def _ids(self, table: str) -> set[str]:
        return {row["id"] for row in self.truth[table]}

    def _need(self, holds: object, fault: str) -> None:
        if not holds:
            self.faults.append(fault)

    def _known(self, ids: Iterable[str | None], among: Iterable[str], where: str) -> None:
        known = set(among)
        for name in ids:
            self._need(name is None or name in known, f"{where}: no such id: {name}")

    def _unique(self) -> None:
        tables = ("actors", "articles", "occasions", "utterances", "disagreements", "lineages")
        groups = {table: [row["id"] for row in self.truth[table]] for table in tables}
        groups["statements"] = [s["id"] for article in self.articles for s in article["statements"]]
        for table, ids in groups.items():
            for name, count in Counter(ids).items():
                self._need(count == 1, f"{table}: id used {count} times: {name}")

    def _files(self) -> None:
        present = {path.name for path in self.folder.iterdir() if path.suffix in {".txt", ".html"}}
        self._need(present == set(self.files.values()), f"files and articles differ: {present ^ set(self.files.values())}")
        by_file = {article["file"]: article for article in self.articles}
        with (self.folder / "meta.csv").open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                article = by_file.get(row["file"])
                if article is None:
                    self.faults.append(f"meta.csv: no such article: {row['file']}")
                    continue
                given = article["published"]["earliest"] if article["published"] else ""
                stated = (article["outlet"], given, article["url"], article["title"], "; ".join(article["byline"]))
                written = (row["outlet"], row["published"], row["url"], row["title"], row["byline"])
                self._need(stated == written, f"meta.csv: {written} is not {stated}")

    def _actors(self) -> None:
        types = _enum("ActorType")
        for actor in self.truth["actors"]:
            self._need(actor["type"] in types, f"{actor['id']}: type {actor['type']}")
            self._known((office["of"] for office in actor["offices"]), self.actors, actor["id"])
            for office in actor["offices"]:
                self._forwards(office["from"] or "", office["to"] or "9999", actor["id"])

    def _articles(self) -> None:
        for article in self.articles:
            name, text = article["id"], self.texts[article["id"]]
            self._known([article["covers"]], self.occasions, name)
            if article["file"].endswith(".txt"):
                self._need(len(text.split()) in WORDS, f"{name}: {len(text.split())} words")
            if published := article["published"]:
                self._need(published["basis"] in PUBLISHED, f"{name}: basis {published['basis']}")
            for zone in article["zones"]:
                self._need(zone["kind"] in ZONES, f"{name}: zone {zone['kind']}")
            for span in [*article["zones"], *article["not_statements"]]:
                self._span(name, span, name)
            for statement in article["statements"]:
                self._statement(article, statement)

    def _statement(self, article: dict[str, Any], statement: dict[str, Any]) -> None:
        name = statement["id"]
        self._need(name.startswith(article["id"] + "/"), f"{name}: not an id of {article['id']}")
        self._need(statement["kind"] in _enum("Kind"), f"{name}: kind {statement['kind']}")
        self._need(statement["speech_act"] in _enum("SpeechAct"), f"{name}: speech act {statement['speech_act']}")
        self._need(statement["content"], f"{name}: no content")
        self._known(statement["speakers"], self.actors, name)
        self._known([statement["within"], statement["repeats"]], self.statements, name)
        self._known([statement["utterance"]], self.utterances, name)
        for span in _spans(statement):
            self._span(article["id"], span, name)
        for field in ("addressee", "venue"):
            self._need((statement[field] or "") in self.texts[article["id"]], f"{name}: {field} is not in the text")
        self._day(article, statement)
        self._positions(statement)
        self._inside(statement)

    def _span(self, article: str, span: dict[str, Any], where: str) -> None:
        text, words = self.texts[article], span["text"]
        if self.files[article].endswith(".txt"):
            found = text[span["start"] : span["end"]] == words
        else:
            start = _nth(text, words, span["occurrence"])
            end = start + len(words)
            found = start >= 0 and text[:start].endswith(span["prefix"]) and text[end:].startswith(span["suffix"])
        self._need(found and words.strip() == words != "", f"{where}: not found where it should be: {words!r}")

    def _day(self, article: dict[str, Any], statement: dict[str, Any]) -> None:
        said_on, name = statement["said_on"], statement["id"]
        if said_on is None:
            return
        self._need(said_on["basis"] in _enum("SaidOnBasis"), f"{name}: basis {said_on['basis']}")
        self._forwards(said_on["earliest"], said_on["latest"], name)
        if said_on["basis"] == "published":
            self._need(article["published"], f"{name}: dated by a publication whose day is not known")
        else:
            self._need(statement["time_phrase"], f"{name}: a phrase dates it, and there is none")

    def _positions(self, statement: dict[str, Any]) -> None:
        question = self.truth["question"]
        for position in statement["positions"]:
            legal = position["reading"] in question["readings"] and position["position"] in question["positions"]
            self._need(legal, f"{statement['id']}: {position}")

    def _inside(self, statement: dict[str, Any]) -> None:
        for field in ("within", "repeats"):
            outer = self.statements.get(statement[field] or "")
            if outer is None:
                continue
            words = _letters(_content(outer))
            for span in statement["content"]:
                self._need(_letters(span["text"]) in words, f"{statement['id']}: not {field} {outer['id']}")

    def _forwards(self, earliest: str, latest: str, where: str) -> None:
        self._need(earliest <= latest, f"{where}: {earliest} is after {latest}")

    def _utterances(self) -> None:
        members: dict[str, set[str]] = {}
        for statement in self.statements.values():
            members.setdefault(statement["utterance"], set()).add(statement["id"])
        for utterance in self.truth["utterances"]:
            name, ids = utterance["id"], utterance["statements"]
            self._known([utterance["actor"]], self.actors, name)
            self._known([utterance["occasion"]], self.occasions, name)
            self._need(set(ids) == members.get(name), f"{name}: its statements do not name it, or others do")
            self._need(len(ids) > 1, f"{name}: one statement only")
            self._need({i.split("/")[0] for i in ids} == set(utterance["articles"]), f"{name}: articles")
            parts = utterance["reports"] + utterance["reprints"]
            self._need(sorted(parts) == sorted(utterance["articles"]), f"{name}: reports and reprints")
            self._need(utterance["fullest"] in ids, f"{name}: fullest {utterance['fullest']}")
            self._drift(utterance)

    def _drift(self, utterance: dict[str, Any]) -> None:
        name = utterance["id"]
        self._known((d[end] for d in utterance["drift"] for end in ("from", "to")), utterance["statements"], name)
        for drift in utterance["drift"]:
            self._need(drift["type"] in self.truth["drift_types"], f"{name}: drift {drift['type']}")
            for end, words in (("from", drift["before"]), ("to", drift["after"])):
                text = self.texts[drift[end].split("/")[0]]
                self._need((words or "") in text, f"{name}: not in {drift[end]}: {words!r}")

    def _relations(self) -> None:
        for lineage in self.truth["lineages"]:
            self._known([lineage["original"], *(c["article"] for c in lineage["copies"])], self.texts, lineage["id"])
            self._need(all(c["kind"] in COPIES for c in lineage["copies"]), f"{lineage['id']}: kind of copy")
        for table in ("may_join", "not_joined", "shifts", "not_shifts"):
            for row in self.truth[table]:
                self._known(row["statements"], self.statements, table)
                self._known([row.get("actor")], self.actors, table)
        self._pairs()
        self._disagreements()
        for shift in self.truth["shifts"]:
            self._shift(shift)

    def _pairs(self) -> None:
        for table in ("may_join", "not_joined"):
            for row in self.truth[table]:
                one, other = (self.statements[i]["utterance"] for i in row["statements"])
                self._need(one is None or one != other, f"{table}: {row['statements']} are one utterance")

    def _disagreements(self) -> None:
        for row in self.truth["disagreements"]:
            name = row["id"]
            self._need(row["kind"] in DISAGREEMENTS, f"{name}: kind {row['kind']}")
            self._need(len(row["sides"]) > 1, f"{name}: one side only")
            self._need(row["true_value"] in {side["value"] for side in row["sides"]}, f"{name}: true value")
            places = [place for side in row["sides"] for place in side["places"]]
            self._known((place["statement"] for place in places), self.statements, name)
            for place in places:
                self._span(place["article"], place, name)
        for row in self.truth["compatible"]:
            for place in row["places"]:
                self._span(place["article"], place, row["about"])

    def _shift(self, shift: dict[str, Any]) -> None:
        name = f"shift of {shift['actor']}"
        self._need(shift["kind"] in SHIFTS, f"{name}: kind {shift['kind']}")
        for end, statement_id in zip(("from", "to"), shift["statements"], strict=True):
            statement = self.statements[statement_id]
            held = {p["position"] for p in statement["positions"] if p["reading"] == shift["reading"]}
            self._need(held == {shift[end]}, f"{name}: {statement_id} holds {held}")
            self._need(shift["actor"] in statement["speakers"], f"{name}: not the speaker of {statement_id}")
            self._need(statement["said_on"], f"{name}: {statement_id} has no day")


def _enum(name: str) -> set[str]:
    """The values of an enumeration of the vocabulary, read from its source, so that nothing need be installed."""
    for path in sorted(VOCABULARY.glob("*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef) and node.name == name:
                return {ast.literal_eval(line.value) for line in node.body if isinstance(line, ast.Assign)}
    raise SystemExit(f"{VOCABULARY}: no enumeration {name}")


def _spans(statement: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for field in ("source", "cue", "time_phrase"):
        if statement[field] is not None:
            yield statement[field]
    yield from statement["content"]


def _nth(text: str, words: str, number: int) -> int:
    start = -1
    for _ in range(number):
        start = text.find(words, start + 1)
        if start < 0:
            break
    return start


def _content(statement: dict[str, Any]) -> str:
    return " ".join(span["text"] for span in statement["content"])


def _letters(text: str) -> str:
    """Lower-case words without punctuation, to compare one wording with another."""
    return " ".join(re.findall(r"\w+", text.lower()))


def main(arguments: list[str]) -> int:
    """Check the stories named, or all of them; the exit code is 1 where there is a fault."""
    folders = [Path(name) for name in arguments] or sorted(path.parent for path in HERE.glob("*/truth.json"))
    failed = False
    for folder in folders:
        check = Check(folder)
        for fault in check.run():
            failed = True
            print(f"{folder.name}: {fault}")
        truth = check.truth
        counted = ("articles", "actors", "utterances", "disagreements", "shifts")
        counts = [f"{len(check.statements)} statements", *(f"{len(truth[table])} {table}" for table in counted)]
        print(f"{folder.name}: {', '.join(counts)}")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
