"""A dossier as one HTML file that needs nothing else: no script, no request, its style in it."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from xml.etree.ElementTree import Element

from onrecord.surfaces.takeaway.blocks import Block, Chart, Heading, Line, Link, Listing, Name, Prose, Quoted, Table
from onrecord.surfaces.takeaway.composing import composed
from onrecord.surfaces.takeaway.elements import as_html, element, put
from onrecord.surfaces.takeaway.evidence import one_line
from onrecord.surfaces.takeaway.gathering import Dossier
from onrecord.surfaces.takeaway.lanes import lanes, legend
from onrecord.surfaces.takeaway.styling import STYLE

# Whatever a text holds, a browser loads and runs nothing: the page's own style is known by its hash, and let through alone.
_HASH = b64encode(sha256(STYLE.encode()).digest()).decode()
POLICY = f"default-src 'none'; style-src 'sha256-{_HASH}'; base-uri 'none'; form-action 'none'"

# Letters of a word that stays whole in a cell: more than any position has, and fewer than the path of a file.
_LONGEST_WHOLE = 16


def dossier_html(found: Dossier) -> str:
    """The page. Every text of an article is text in it, never mark-up."""
    blocks = list(composed(found))
    main = element("main", *(_made(block) for block in blocks))
    if len(main):
        main.insert(1, element("nav", element("ul", *_contents(blocks)), aria_label="Contents"))
    return as_html(element("html", _head(one_line(found.row.question.text)), element("body", main), lang="en"))


def _head(title: str) -> Element:
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", **{"http-equiv": "Content-Security-Policy", "content": POLICY}),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="generator", content="onrecord"),
        element("title", f"Dossier: {title}"),
        element("style", STYLE),
    )


def _contents(blocks: list[Block]) -> Iterator[Element]:
    for block in blocks:
        if isinstance(block, Heading) and block.level == 2 and block.anchor:
            yield element("li", element("a", block.words, href=f"#{block.anchor}"))


def _made(block: Block) -> Element:
    match block:
        case Heading(level, words, anchor):
            return element(f"h{level}", words, id=anchor)
        case Prose(line):
            return _line("p", line)
        case Listing(lines):
            return element("ul", *(_line("li", line) for line in lines))
        case Table():
            return element("div", _table(block), class_="wide")
        case Chart(groups, apart):
            return element(
                "figure",
                element("div", lanes(groups, apart), class_="wide"),
                element("figcaption", legend(groups), class_="note"),
            )
        case Quoted():
            return _quoted(block)


def _line(name: str, line: Line, **attributes: str | None) -> Element:
    made = element(name, **attributes)
    for one in line:
        put(
            made,
            element("a", element("bdi", one.words), href=one.address, rel=None if one.address[0] == "#" else "noreferrer")
            if isinstance(one, Link)
            else element("bdi", one.words)
            if isinstance(one, Name)
            else one,
        )
    return made


def _table(block: Table) -> Element:
    head = element("thead", element("tr", *(element("th", column, scope="col") for column in block.columns)))
    rows = []
    for first, *cells in block.rows:
        # A row is found by what its heading leads to: an article of the list by its own link.
        own = next((one.address[1:] for one in first if isinstance(one, Link) and one.address.startswith("#article-")), None)
        heading = _line("th", [one.words if own and isinstance(one, Link) else one for one in first], scope="row")
        rows.append(element("tr", heading, *(_line("td", cell, class_=_whole(cell)) for cell in cells), id=own))
    return element("table", element("caption", block.caption), head, element("tbody", *rows))


def _whole(cell: Line) -> str | None:
    """The class of a cell whose words are never broken: a position, a day, a number. Names and addresses may be."""
    words = [word for one in cell if isinstance(one, str) for word in one.split()]
    plain = all(isinstance(one, str) for one in cell)
    return "whole" if plain and all(len(word) <= _LONGEST_WHOLE for word in words) else None


def _quoted(block: Quoted) -> Element:
    manner = element("span", f"{block.manner}: ", class_="manner") if block.manner else None
    made = element("div", _line("p", block.lead, class_="lead"), element("blockquote", manner, block.words))
    made.set("class", f"said {block.position or ''}".strip())
    if block.anchor:
        made.set("id", block.anchor)
    made.extend(_line("p", note, class_="note") for note in block.notes)
    return made
