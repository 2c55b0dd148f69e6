"""credit: whose text an article says it is."""

from __future__ import annotations

import pytest
from harbor_articles import HARBOR, printed

from onrecord.relate.copies import copies
from onrecord.relate.copies.crediting import credit
from onrecord.vocabulary.relations import CopyKind


@pytest.mark.parametrize(
    ("text", "byline", "agency"),
    [
        ("KARVEL, March 3, 2031 (Fenpress) - The hall burned.", "", "Fenpress"),
        ("PORT ELLIN (AP) — The hall burned.", "", "AP"),
        ("Dec 29 (Reuters) - The hall burned.", "", "Reuters"),
        ("A headline\n\nBRENNICK, Talmere (Associated Press) -- The hall burned.", "", "AP"),
        ("The hall burned.", "The Associated Press", "AP"),
        ("The hall burned.", "By Jana Holt, Agence France-Presse", "AFP"),
        ("The hall burned.", "Strait News Agency", "Strait"),
        ("The hall burned.", "Coastwire", "Coastwire"),
        ("The hall burned.\n\n(Fenpress)", "", "Fenpress"),
        ("The hall burned.\n\n— Reuters", "", "Reuters"),
        ("The hall burned.\n\n(Reporting by Coastwire staff in Karvel and Talmere)", "", "Coastwire"),
        ("The hall burned.\n\nThis story was provided by the Fenpress news agency.", "", "Fenpress"),
        ("The hall burned.\n\n(Fenpress)\n\nSubscribe to the Post.\n\nPrinted in Karvel.", "", "Fenpress"),
    ],
)
def test_an_agency_is_known_by_dateline_byline_or_end_line(text: str, byline: str, agency: str) -> None:
    found = credit(printed(text, byline=byline))
    assert found is not None
    assert found.agency == agency


@pytest.mark.parametrize(
    ("text", "byline"),
    [
        ("KARVEL — The hall burned (again) - nobody was hurt.", ""),
        ("The hall burned, the Fenpress news agency reported.", ""),
        ("The mayor told Reuters that the hall burned.", "Jana Holt"),
        ("The hall burned.\n\nAdditional reporting by Reuters.", ""),
        ("The hall burned.\n\nWith files from The Associated Press", ""),
        ("The hall burned.\n\n— Jana Holt", ""),
        ("The hall burned.\n\nJana Holt reported from Karvel.", "By Jana Holt and Tom Hask"),
        ("PORT ELLIN (Ore.) — The hall burned.", ""),
        ("", ""),
    ],
)
def test_an_agency_that_is_only_named_or_helped_is_not_credited(text: str, byline: str) -> None:
    assert credit(printed(text, byline=byline)) is None


def test_an_agency_does_not_copy_itself() -> None:
    assert credit(printed("KARVEL (Fenpress) - The hall burned.", outlet="Fenpress")) is None
    assert credit(printed("KARVEL (AP) - The hall burned.", outlet="Associated Press")) is None


def test_a_text_alone_that_credits_an_agency_is_a_wire_copy() -> None:
    (copy,) = copies(printed(f"PORT ELLIN (Fenpress) - {HARBOR}", "one", outlet="Pier"), [])
    assert (copy.article, copy.of, copy.kind) == ("one", "Fenpress", CopyKind.WIRE)
    assert copy.shown_by == "credits Fenpress in its dateline"


def test_two_that_trim_one_wire_text_at_either_end_are_joined() -> None:
    paragraphs = HARBOR.strip().split("\n\n")
    one = printed("PORT ELLIN (Fenpress) - " + "\n\n".join(paragraphs[:8]), "one", outlet="Pier")
    two = printed("PORT ELLIN (Fenpress) - " + "\n\n".join(paragraphs[3:]), "two", outlet="Quay")
    found = copies(one, [two])
    assert {(copy.article, copy.kind) for copy in found if copy.of == "Fenpress"} == {
        ("one", CopyKind.WIRE),
        ("two", CopyKind.WIRE),
    }
    assert [copy.kind for copy in found if copy.of != "Fenpress"] == [CopyKind.REPRINT]


def test_beside_the_agencys_own_text_a_wire_copy_is_a_reprint_of_it() -> None:
    own = printed(HARBOR, "own", outlet="Fenpress")
    other = printed(f"PORT ELLIN (Fenpress) - {HARBOR}", "other", outlet="Pier")
    for found in (copies(own, [other]), copies(other, [own])):
        assert [(copy.article, copy.of, copy.kind) for copy in found] == [("other", "own", CopyKind.REPRINT)]
