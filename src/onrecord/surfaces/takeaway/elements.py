"""Elements of XML and HTML, made one by one, so that every text in them is escaped by whoever writes them out."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement, tostring

from onrecord.surfaces.takeaway.evidence import printable

Inside = Element | str | None


def element(name: str, /, *inside: Inside, **attributes: str | None) -> Element:
    """An element with what stands in it. Of an attribute's name `_` is a hyphen, but for one at its end (`class_`); None is left
    out.
    """
    given = {key.rstrip("_").replace("_", "-"): printable(value) for key, value in attributes.items() if value is not None}
    made = Element(name, given)
    for one in inside:
        put(made, one)
    return made


def put(into: Element, one: Inside) -> None:
    """Put an element or a text at the end of what stands in another."""
    if isinstance(one, str):
        if len(into):
            into[-1].tail = (into[-1].tail or "") + printable(one)
        else:
            into.text = (into.text or "") + printable(one)
    elif one is not None:
        into.append(one)


def child(into: Element, name: str, text: str | None = None, **attributes: str) -> Element:
    """A new element at the end of another, with a text."""
    made = SubElement(into, name, {key: printable(value) for key, value in attributes.items()})
    made.text = printable(text) if text is not None else None
    return made


def as_html(root: Element) -> str:
    """A whole page."""
    return f"<!doctype html>\n{tostring(root, encoding='unicode', method='html')}\n"


def as_xml(root: Element) -> str:
    """A whole document."""
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(root, encoding="unicode")}\n'
