"""Found: what a file says of itself, before what the user gave is laid over it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.clean.times import any_interval
from onrecord.vocabulary import DateBasis, Published

# Longest value taken for a name or a title: longer ones are a description that landed in the wrong field.
_LONGEST_VALUE = 400
# C0, C1 and the surrogates: a JSON escape can bring any of them into a string.
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f]+")
_SURROGATES = re.compile("[\ud800-\udfff]")
_DATED_ADDRESS = re.compile(r"//[^/]+/(?:[^?#]*/)?((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/-]|\.|$)")
_BETWEEN_AUTHORS = re.compile(r"\s*(?:[|;]|,?\s+(?:and|&)\s+)\s*")
_NO_AUTHOR = re.compile(r"https?://|www\.|^[@\W\d]*$", re.IGNORECASE)
_BY = re.compile(r"^by:?\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Found:
    """What a file says of itself; None and () where it says nothing."""

    outlet: str | None = None
    published: Published | None = None
    url: str | None = None
    title: str | None = None
    byline: tuple[str, ...] = ()

    def over(self, other: Found) -> Found:
        """This, with the gaps filled from another."""
        return Found(
            outlet=self.outlet or other.outlet,
            published=self.published or other.published,
            url=self.url or other.url,
            title=self.title or other.title,
            byline=self.byline or other.byline,
        )


def without_surrogates(text: str) -> str:
    """The text with U+FFFD for every surrogate, which no encoding can write."""
    return _SURROGATES.sub("\ufffd", text)


def one_line(value: object) -> str | None:
    """A value of metadata as one clean line, or None where it is no string, empty or too long for a name."""
    if not isinstance(value, str):
        return None
    line = " ".join(_CONTROLS.sub(" ", without_surrogates(value)).split())
    return line if 0 < len(line) <= _LONGEST_VALUE else None


def address(value: object) -> str | None:
    """An absolute http(s) address, or None."""
    line = one_line(value)
    return line if line and re.match(r"https?://[^\s/]+", line, re.IGNORECASE) and " " not in line else None


def publication(value: object) -> Published | None:
    """A date of publication out of metadata, its offset kept, or None where it cannot be read in one way only."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    interval = any_interval(value)
    return Published(*interval, basis=DateBasis.METADATA) if interval else None


def publication_in_address(url: str | None) -> Published | None:
    """The day that stands in an address such as https://outlet.example/2021/04/06/talks, or None."""
    match = _DATED_ADDRESS.search(url) if url else None
    return publication(f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}") if match else None


def authors(value: object) -> tuple[str, ...]:
    """The names in a field of authors: a string, an object with a name, or a list of them; addresses are no names."""
    if isinstance(value, list):
        names = [name for item in value[:50] for name in authors(item)]
        return tuple(dict.fromkeys(names))
    if isinstance(value, dict):
        return authors(value.get("name"))
    line = one_line(value)
    if line is None:
        return ()
    parts = [part.strip(" ,") for part in _BETWEEN_AUTHORS.split(_BY.sub("", line))]
    return tuple(dict.fromkeys(part for part in parts if part and not _NO_AUTHOR.search(part)))
