"""Intervals of days as strings of EDTF (ISO 8601-2, level 1)."""

from __future__ import annotations


def edtf(earliest: str | None, latest: str | None) -> str | None:
    """An interval of ISO 8601 days, both ends included, in EDTF: "2022-03-11", "2022-03-07/2022-03-13".

    None where neither end is known.
    An open end is written "..": said on some day up to 11 March 2022 is "../2022-03-11", on that day or later "2022-03-11/..".
    """
    if earliest is None and latest is None:
        return None
    if earliest == latest:
        return earliest
    return f"{earliest or '..'}/{latest or '..'}"
