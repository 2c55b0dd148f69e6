"""Positions in the shapes of discourse networks: the statements of Discourse Network Analyzer, and a network of actors (GraphML).

As Discourse Network Analyzer has it, an actor agrees with a concept or not: a question's reading is a concept; supporting it, on
a condition too, is agreement (1), opposing it is none (0). What is noncommittal, second-hand or held by nobody known is left out.
"""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import TextIO
from xml.etree import ElementTree

from onrecord.ledger import PositionRow, UtteranceRow
from onrecord.surfaces.timeline import days_of
from onrecord.vocabulary import ActorType, Position

_AGREEMENT = {Position.SUPPORTS: 1, Position.CONDITIONAL: 1, Position.OPPOSES: 0}

# The columns of Discourse Network Analyzer's event list, with the places of the text, and the variables of a "DNA Statement".
DNA_COLUMNS = (
    *("statement ID", "time", "document ID", "document title", "author", "source", "section", "type"),
    *("start", "stop", "text", "person", "organization", "concept", "agreement"),
)

_GRAPHML = "http://graphml.graphdrawing.org/xmlns"
_KEYS = (
    *(("node", name, "string") for name in ("name", "type", "organization")),
    *(("edge", name, kind) for name, kind in (("kind", "string"), ("weight", "int"), ("concepts", "string"))),
)


@dataclass(frozen=True, slots=True)
class Voice:
    """A position as discourse networks have it, with the text that it stands in and the body that its actor speaks for."""

    row: PositionRow
    concept: str
    agreement: int
    body: str | None


def voices(
    rows: Iterable[PositionRow], questions: Mapping[str, str], body_of: Callable[[PositionRow], str | None]
) -> Iterator[Voice]:
    """The positions that discourse networks know, by the texts of the questions; `body_of` tells whom an actor speaks for."""
    for row in rows:
        if row.actor is None or row.reading is None or row.position not in _AGREEMENT or row.second_hand:
            continue
        yield Voice(row, f"{questions[row.question]} ({row.reading})", _AGREEMENT[row.position], body_of(row))


def write_dna(found: Iterable[Voice], text_of: Callable[[str], str], target: TextIO) -> None:
    """Write positions as CSV, a row for each; `text_of` gives the text of an article (id).

    `start` and `stop` are the half-open range of characters that `text` was printed at; `statement ID` is the id of the position.
    """
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow(DNA_COLUMNS)
    for voice in found:
        writer.writerow(_dna_cells(voice, text_of(voice.row.row.article.id)))


def write_graphml(found: Iterable[Voice], utterances: Mapping[str, UtteranceRow], target: TextIO) -> None:
    """Write the network of actors: an edge for each pair that agree on a concept, and one for each that are opposed on one.

    The weight of an edge counts acts of saying, not reports of them: for each concept, as often as the one of the pair who spoke
    of it less did. `utterances` are those of statements (ids) that several reports tell.
    """
    graph = ElementTree.Element("graph", id="positions", edgedefault="undirected")
    said: dict[str, dict[tuple[str, int], set[str]]] = defaultdict(lambda: defaultdict(set))
    for voice in found:
        actor, statement = voice.row.actor, voice.row.row.statement.id
        assert actor is not None
        if actor not in said:
            node = ElementTree.SubElement(graph, "node", id=actor)
            _data(node, name=voice.row.actor_name or actor, type=voice.row.actor_type or "", organization=voice.body or "")
        utterance = utterances.get(statement)
        said[actor][voice.concept, voice.agreement].add(utterance.id if utterance else statement)
    for one, other in combinations(said, 2):
        for kind, turned in (("agreement", False), ("conflict", True)):
            weights = Counter[str]()
            for (concept, agreement), acts in said[one].items():
                against = said[other].get((concept, 1 - agreement if turned else agreement), ())
                weights[concept] += min(len(acts), len(against))
            if weights.total():
                edge = ElementTree.SubElement(graph, "edge", source=one, target=other)
                concepts = " | ".join(concept for concept, weight in weights.items() if weight)
                _data(edge, kind=kind, weight=str(weights.total()), concepts=concepts)
    ElementTree.indent(root := _document(graph))
    target.write('<?xml version="1.0" encoding="UTF-8"?>\n')
    target.write(ElementTree.tostring(root, encoding="unicode") + "\n")


def _dna_cells(voice: Voice, text: str) -> list[object]:
    row, statement, article = voice.row, voice.row.row.statement, voice.row.row.article
    start, stop = statement.content[0].start, statement.content[-1].end
    (earliest, latest), _ = days_of(row)
    day = earliest or latest
    is_person = row.actor_type in (ActorType.PERSON, ActorType.UNNAMED, None)
    return [
        *(row.id, f"{day[:10]} 00:00:00" if day else "", article.id, article.title or "", ", ".join(article.byline)),
        *(article.outlet or "", "", "DNA Statement", start, stop, text[start:stop]),
        *(row.actor_name if is_person else "", (voice.body or "") if is_person else row.actor_name),
        *(voice.concept, voice.agreement),
    ]


def _document(graph: ElementTree.Element) -> ElementTree.Element:
    root = ElementTree.Element("graphml", xmlns=_GRAPHML)
    for kind, name, form in _KEYS:
        ElementTree.SubElement(root, "key", {"id": name, "for": kind, "attr.name": name, "attr.type": form})
    root.append(graph)
    return root


def _data(element: ElementTree.Element, **values: str) -> None:
    for name, value in values.items():
        ElementTree.SubElement(element, "data", key=name).text = value
