"""Reads GUM (CoNLL-U, xz) into texts with the names of persons, organisations, places and others; nothing of attributions.

A name is the proper noun that heads a mention of GUM (Zeldes 2017), with what belongs to it by the syntax: flat and compound
parts, capitalised adjectives and numbers before or after it, "of" phrases of organisations and places. Titles, articles,
possessive endings and appositions are no part of it ("President Ada King's" has the name "Ada King"); of names inside names the
outermost counts. A capitalised title without a name ("the Mayor") and capitalised adjectives outside names ("Spanish") are left
open: they are neither learnt nor counted.
"""

from __future__ import annotations

import lzma
import re
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from onrecord.identify.names.titles import TITLES

_TYPES = {"person": "person", "organization": "organisation", "place": "place"}
_ENTITY = re.compile(r"Entity=([^|]*)")
_BRACKET = re.compile(r"\([^()]*\)?|[^()]+\)")
_JOINED = ("flat", "compound", "goeswith", "fixed")


@dataclass(frozen=True)
class Token:
    start: int
    end: int
    form: str
    tag: str
    head: int  # index in the sentence, -1 for the root
    relation: str
    entity: str

    @property
    def proper(self) -> bool:
        return self.tag.startswith("NNP")

    @property
    def capital(self) -> bool:
        return self.form[:1].isupper()


@dataclass(frozen=True)
class Name:
    start: int  # characters, half-open
    end: int
    kind: str  # person, organisation, place, other


@dataclass
class Document:
    name: str
    text: str = ""
    names: list[Name] = field(default_factory=list)
    open: list[tuple[int, int]] = field(default_factory=list)  # ranges that are neither names nor free of them


def read_documents(path: Path) -> list[Document]:
    """The documents of a compartment; paragraphs are set apart by an empty line."""
    found: list[Document] = []
    lines: list[list[str]] = []
    paragraph = False
    with lzma.open(path, "rt", encoding="utf-8") as file:
        for raw in file:
            line = raw.rstrip("\n")
            if line.startswith("# newdoc id"):
                found.append(Document(line.partition("= ")[2]))
            elif line == "# newpar" or line.startswith("# newpar id"):
                paragraph = True
            elif line and not line.startswith("#"):
                lines.append(line.split("\t"))
            elif not line and lines:
                _add(found[-1], lines, "\n\n" if paragraph else " ")
                lines, paragraph = [], False
    return found


def _add(document: Document, lines: list[list[str]], gap: str) -> None:
    if document.text:
        document.text = document.text.rstrip(" ") + gap
    tokens = _tokens(document, lines)
    names, untold = [], []
    for start, end, kind in _mentions(tokens):
        places = _name(tokens, start, end, kind)
        if not places:
            continue
        first, last = min(places), max(places)
        place = (tokens[first].start, tokens[last].end)
        words = [tokens[at].form.lower().rstrip(".") for at in range(first, last + 1) if tokens[at].form.isalpha()]
        if kind == "person" and all(word in TITLES for word in words):
            untold.append(place)
        else:
            group = kind == "person" and tokens[_head(tokens, start, end)].tag == "NNPS"
            names.append(Name(*place, "other" if group else _TYPES.get(kind, "other")))
    kept: list[Name] = []
    for name in sorted(names, key=lambda name: (name.start - name.end, name.start)):
        if not any(name.start < other.end and other.start < name.end for other in kept):
            kept.append(name)
    document.names.extend(sorted(kept, key=lambda name: name.start))
    untold += [(token.start, token.end) for token in tokens if token.tag.startswith("JJ") and token.capital]
    document.open.extend(place for place in untold if not any(place[0] < name.end and name.start < place[1] for name in kept))


def _tokens(document: Document, lines: list[list[str]]) -> list[Token]:
    """The words of a sentence with their places; the words of a contraction share its characters."""
    found: list[Token] = []
    rest, until, spaced = "", 0, True
    for number, form, _, _, tag, _, head, relation, _, misc in lines:
        if "." in number:
            continue
        space = "SpaceAfter=No" not in misc
        if "-" in number:
            rest, until, spaced = form, int(number.partition("-")[2]), space
            continue
        start = len(document.text)
        if int(number) < until and rest.startswith(form):
            document.text += form
            rest = rest[len(form) :]
        elif int(number) <= until:
            document.text += rest + (" " if spaced and int(number) == until else "")
            rest = ""
        else:
            document.text += form + (" " if space else "")
        end = len(document.text.rstrip(" "))
        entity = _ENTITY.search(misc)
        found.append(Token(start, max(start, end), form, tag, int(head) - 1, relation, entity[1] if entity else ""))
    return found


def _mentions(tokens: list[Token]) -> list[tuple[int, int, str]]:
    """Pairs of places in the sentence, half-open, with the type of the mention."""
    found = []
    begun: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for place, token in enumerate(tokens):
        for bracket in _BRACKET.findall(token.entity):
            group, *rest = bracket.strip("()").split("-")
            if bracket.startswith("("):
                begun[group].append((place, rest[0]))
            if bracket.endswith(")") and begun[group]:
                start, kind = begun[group].pop()
                found.append((start, place + 1, kind))
    return found


def _head(tokens: list[Token], start: int, end: int) -> int:
    return next((place for place in range(start, end) if not start <= tokens[place].head < end), start)


def _name(tokens: list[Token], start: int, end: int, kind: str) -> set[int]:
    """The places of the words that make the name of a mention; none where its head is no proper noun."""
    head = _head(tokens, start, end)
    if not tokens[head].proper:
        return set()
    places = {head}
    inner = {_head(tokens, first, last) for first, last, _ in _mentions(tokens) if start <= first and last <= end}
    grown = True
    while grown:
        grown = False
        for place in range(start, end):
            token = tokens[place]
            if place in places or token.head not in places:
                continue
            relation = token.relation
            joined = relation.startswith(_JOINED) and (token.capital or place > head or not token.form.isalpha())
            before = kind != "person" and relation in ("amod", "nummod") and (token.capital or token.form.isdigit())
            phrase = kind != "person" and relation == "nmod" and token.proper and place > token.head
            both = kind == "organization" and relation == "conj" and token.capital and place not in inner
            if joined or before or phrase or both:
                places.add(place)
                grown = True
    return places
