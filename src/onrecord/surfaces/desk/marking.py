"""Marking: a slice of an article's text with places in it marked, as safe mark-up; the text itself stays as printed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from markupsafe import Markup, escape

from onrecord.vocabulary import Span


@dataclass(frozen=True, slots=True)
class Marked:
    """A half-open range of the text, how it looks (`look`, classes of the style), and where it leads.

    `title` is what a pointer is told, `id` makes a place that an address can name. Without `href` it is a <mark>; with one a
    link. Of links inside each other, which HTML does not allow, the outer one is a <mark>. `note` stands behind its end.
    """

    start: int
    end: int
    look: str
    href: str | None = None
    title: str | None = None
    id: str | None = None
    note: Markup | None = None


def marked(text: str, start: int, end: int, marks: Iterable[Marked] = ()) -> Markup:
    """The slice [start, end) of a text with marks in it; those that reach beyond it are cut, those outside it left out.

    Marks may stand inside one another and cross: one that crosses another is closed and opened again, so that the mark-up nests.
    """
    inside = sorted(
        (mark for mark in marks if mark.start < end and start < mark.end and mark.start < mark.end),
        key=lambda mark: (mark.start, -mark.end, mark.href is not None),
    )
    linked = _linked(inside)
    places = sorted({start, end, *(min(max(at, start), end) for mark in inside for at in (mark.start, mark.end))})
    parts: list[Markup] = []
    stack: list[Marked] = []
    # Of a mark that began before this slice, or is opened again, the name was given already.
    waiting, seen = list(reversed(inside)), {id(mark) for mark in inside if mark.start < start}
    for at, following in zip(places, [*places[1:], end], strict=True):
        while any(mark.end <= at for mark in stack):  # one that ends below others closes those, which open again
            keep = next(index for index, mark in enumerate(stack) if mark.end <= at)
            again = [mark for mark in stack[keep + 1 :] if mark.end > at]
            parts.extend(_closing(mark, linked) for mark in reversed(stack[keep:]))
            parts.extend(mark.note for mark in reversed(stack[keep:]) if mark.note is not None and mark.end <= at)
            del stack[keep:]
            for mark in again:
                parts.append(_opening(mark, linked, seen))
                stack.append(mark)
        while waiting and waiting[-1].start <= at:
            mark = waiting.pop()
            parts.append(_opening(mark, linked, seen))
            stack.append(mark)
        parts.append(escape(text[at:following]))
    parts.extend(_closing(mark, linked) for mark in reversed(stack))
    return Markup("").join(parts)


def deciding(span: Span, words: Iterable[Span], look: str = "deciding") -> Markup:
    """The words of a span with some of them marked: what was found in it, or what decided."""
    return marked_span(span, [Marked(one.start, one.end, look) for one in words])


def marked_span(span: Span, marks: Iterable[Marked]) -> Markup:
    """The words of a span with marks that are given by their places in the article."""
    shifted = [replace(mark, start=mark.start - span.start, end=mark.end - span.start) for mark in marks]
    return marked(span.text, 0, len(span.text), shifted)


def _linked(marks: Iterable[Marked]) -> set[int]:
    """The marks that are links: of those with an address that overlap, the one that begins last."""
    found: list[Marked] = []
    for mark in marks:
        if mark.href is not None:
            while found and found[-1].end > mark.start:
                found.pop()
            found.append(mark)
    return {id(mark) for mark in found}


def _opening(mark: Marked, linked: set[int], seen: set[int]) -> Markup:
    again = id(mark) in seen
    seen.add(id(mark))
    name = Markup(' id="{}"').format(mark.id) if mark.id and not again else Markup("")
    title = Markup(' title="{}"').format(mark.title) if mark.title else Markup("")
    if id(mark) in linked:
        return Markup('<a class="{}" href="{}"{}{}>').format(mark.look, mark.href, name, title)
    return Markup('<mark class="{}"{}{}>').format(mark.look, name, title)


def _closing(mark: Marked, linked: set[int]) -> Markup:
    return Markup("</a>") if id(mark) in linked else Markup("</mark>")
