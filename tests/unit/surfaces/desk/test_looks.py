"""What charts and styles promise to the eye."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from ledger_builders import published, record, said_on
from tests.unit.surfaces.desk.conftest import Serve

from onrecord.surfaces import desk
from onrecord.surfaces.desk.drawing import months
from onrecord.surfaces.isolating import isolated
from onrecord.vocabulary import Position

STATIC = Path(desk.__file__).parent / "static"


def test_dots_of_two_positions_have_one_scale_and_say_their_number() -> None:
    held = {Position.OPPOSES: 16, Position.NONCOMMITTAL: 2}
    period = months.Bar("May 2031", "2031", 20, "/search", held)
    drawn = str(months.months([period], "Over time", "Told below."))
    sizes = {name: float(size) for name, size in re.findall(r'fill-([a-z]+)" cx="[^"]+" cy="[^"]+" r="([^"]+)"', drawn)}
    assert sizes["opposes"] > 2 * sizes["noncommittal"]
    assert '">16</text>' in drawn and "opposes, 16 positions" in drawn


def test_the_words_that_decided_are_no_form() -> None:
    """A mark and a form have the same name: the style of the form is for the form alone."""
    review = re.sub(r"form\.deciding", "", (STATIC / "review.css").read_text("utf-8"))
    assert ".deciding" not in review


def test_what_can_be_taken_away_is_found_at_once(story: TestClient) -> None:
    page = story.get(story.get("/questions").headers["location"]).text
    navigation = page.partition('<nav class="sections"')[2].partition("</nav>")[0]
    assert ">Take away</a>" in navigation
    assert "dossier" in page.partition("<h1>")[2].partition('<p class="lede">')[0]


def test_a_name_written_from_the_right_keeps_to_itself_beside_a_day(serve: Serve) -> None:
    """By the bidirectional algorithm the day beside it would be shown in pieces."""
    outlet = "صحيفة النهر"
    one = record(outlet=outlet, published=published("2031-05-04"), fields={"said_on": said_on("2031-05-04")})
    client = serve(one)
    statement = one.statements[0].id
    for address in (f"/statements/{statement}", "/search?speaker=Vesk", "/articles", f"/articles/{one.article.id}", "/"):
        page = client.get(address).text.partition("<main")[2]
        bare = re.sub(r"<bdi>.*?</bdi>|<option.*?</option>|<[^>]*>", "", page)
        assert f"<bdi>{outlet}</bdi>" in page and outlet not in bare, address
    assert isolated(outlet) == f"\u2068{outlet}\u2069" and isolated("The Courier") == "The Courier"


@pytest.mark.parametrize("where", ["articles", "statements", "utterances", "disagreements"])
def test_an_address_that_is_no_id_is_a_place_where_nothing_is(client: TestClient, where: str) -> None:
    for key in ("zzzz", "not-an-id", "0" * 40, "ABCD"):
        assert client.get(f"/{where}/{key}").status_code == 404
    assert client.get(f"/{where}/0000").status_code == 404
