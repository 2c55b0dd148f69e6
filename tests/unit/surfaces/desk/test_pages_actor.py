"""The pages of actors: names, offices, statements, who reports them; and a person's say on who is who."""

from __future__ import annotations

import re
from collections.abc import Callable

import httpx2 as httpx
import pytest
from fastapi.testclient import TestClient

from onrecord.ledger import ActorRow, Ledger, StatementQuery, open_ledger

Words = Callable[[httpx.Response], str]
Decide = Callable[..., httpx.Response]
Serve = Callable[..., TestClient]


def ledger_of(client: TestClient) -> Ledger:
    found: Ledger = client.app.state.opened.ledger  # type: ignore[attr-defined]
    return found


def named(client: TestClient, name: str) -> ActorRow:
    return next(row for row in ledger_of(client).actors() if row.actor.name == name)


@pytest.fixture
def town(serve: Serve) -> TestClient:
    """Two articles: in both Ada Olan speaks, in one Tor Meer, in the other Tomas Meer."""
    from ledger_builders import person, told  # noqa: PLC0415

    ada, tor, tomas = person("Ada Olan", "Olan"), person("Tor Meer"), person("Tomas Meer")
    return serve(told("https://a.example/1", ada, tor), told("https://a.example/2", ada, tomas, day="2031-06-01"))


def test_the_list_has_all_actors_and_filters(town: TestClient, words_of: Words) -> None:
    assert "1–3 of 3 actors" in words_of(town.get("/actors"))
    assert "1–2 of 2 actors" in words_of(town.get("/actors?name=meer"))
    assert "Nobody is called so" in words_of(town.get("/actors?type=group"))
    assert town.get("/actors?type=fish").status_code == 400


def test_the_page_tells_names_articles_and_statements_with_their_places(town: TestClient, words_of: Words) -> None:
    row = named(town, "Ada Olan")
    found = town.get(f"/actors/{row.actor.id}")
    assert "2 statements in 2 articles" in words_of(found)
    assert "Tarvia Herald" in words_of(found)
    assert "?at=" in found.text


def test_a_name_or_the_beginning_of_an_id_leads_to_the_page(town: TestClient) -> None:
    row = named(town, "Ada Olan")
    for who in ("Ada Olan", row.actor.id[:6]):
        found = town.get(f"/actors/{who}?kind=direct")
        assert (found.status_code, found.headers["location"]) == (303, f"/actors/{row.actor.id}?kind=direct")


def test_a_name_of_several_leads_to_the_list_of_them_and_nobody_is_a_404(town: TestClient) -> None:
    assert town.get("/actors/Meer").headers["location"] == "/actors?name=Meer&places=1"
    assert town.get("/actors/nobodyatall").status_code == 404


def test_statements_are_filtered(town: TestClient, words_of: Words) -> None:
    page = f"/actors/{named(town, 'Ada Olan').actor.id}"
    assert "1–1 of 1 statement" in words_of(town.get(f"{page}?since=2031-05-20"))
    assert "None fits" in words_of(town.get(f"{page}?kind=direct"))
    assert "None fits" in words_of(town.get(f"{page}?outlet=Nowhere"))


def test_two_actors_are_made_one_and_two_again(town: TestClient, decide: Decide, words_of: Words) -> None:
    one, other = named(town, "Tor Meer").actor, named(town, "Tomas Meer").actor
    assert other.id in town.get(f"/actors/{one.id}?same=tomas").text
    done = decide(town, f"/actors/{one.id}/merge", other=other.id, why="one man")
    assert done.status_code == 303
    assert town.get(f"/actors/{other.id}").headers["location"] == f"/actors/{one.id}"
    found = town.get(f"/actors/{one.id}")
    assert "Tomas Meer is Tor Meer" in words_of(found)
    assert re.search(r"Ada Test , [^,]*, \d\d:\d\d UTC Tomas Meer is Tor Meer one man Take back", words_of(found))
    made = next(row.judgement.id for row in ledger_of(town).judgements(machine=False))
    assert decide(town, f"/actors/{one.id}/undo", judgement=made).status_code == 303
    assert town.get(f"/actors/{other.id}").status_code == 200
    log = town.get(f"/actors/{one.id}").text.split('id="log"')[1].split("</section>")[0]
    assert "taken back by Ada Test" in log
    assert "judgement " not in log and ">Take back" not in log, "what takes back is no decision of its own"


def test_namesakes_are_told_apart_wherever_one_is_chosen(town: TestClient, words_of: Words) -> None:
    one, other = named(town, "Tor Meer").actor, named(town, "Tomas Meer").actor
    with open_ledger(ledger_of(town).path) as ledger:
        ledger.rename(other.id, "Tor Meer", by="Ada Test")
    first, second = (f"(first reported by Tarvia Herald, {day} 2031)" for day in ("4 May", "1 June"))
    candidates = words_of(town.get(f"/actors/{one.id}?same=meer"))
    assert f"the same as Tor Meer {first}" in candidates and f"Tor Meer {second} person, 1 statement" in candidates
    assert f"Tor Meer {second}" in words_of(town.get("/actors?name=tomas")), "though the other is not in the list"
    table = words_of(town.get("/actors"))
    assert f"Tor Meer {first}" in table and f"Tor Meer {second}" in table and "Ada Olan person" in table
    row = next(ledger_of(town).statements(StatementQuery(actor=one.id)))
    form = town.get(f"/review?statement={row.statement.id}&who=meer")
    for found in (form, town.get("/review/called?who=meer")):
        assert f"Tor Meer {first} look" in words_of(found) or found is form
        assert f"Tor Meer {second} look" in words_of(found)
        assert f'href="/actors/{other.id}"' in found.text
    assert f"as it is: Tor Meer {first}" in words_of(form)


def test_while_a_name_is_typed_the_choices_are_told_with_their_number(town: TestClient, words_of: Words) -> None:
    assert "Tomas Meer person look 2 found" in words_of(town.get("/review/called?who=meer"))
    assert "make a new one" in words_of(town.get("/review/called?who=nobodyatall"))


def test_an_actor_is_split_by_article_and_renamed(town: TestClient, decide: Decide, words_of: Words) -> None:
    row = named(town, "Ada Olan")
    article = ledger_of(town).actor(row.actor.id).appearances[0].article.id
    assert decide(town, f"/actors/{row.actor.id}/split", articles=article).status_code == 303
    assert "1 statement in 1 article" in words_of(town.get(f"/actors/{row.actor.id}"))
    assert decide(town, f"/actors/{row.actor.id}/rename", name="Ada Olan-Brisk").status_code == 303
    assert "Ada Olan-Brisk" in words_of(town.get(f"/actors/{row.actor.id}"))


def test_a_split_says_the_same_on_both_actors_pages_with_links_to_both(town: TestClient, decide: Decide, words_of: Words) -> None:
    row = named(town, "Ada Olan")
    article = ledger_of(town).actor(row.actor.id).appearances[0].article.id
    decide(town, f"/actors/{row.actor.id}/split", articles=article)
    (made,) = ledger_of(town).judgements(machine=False)
    assert made.says == "what 1 article tells was split off from Ada Olan"
    both = (row.actor.id, made.judgement.value["new"])
    for actor in both:
        found = town.get(f"/actors/{actor}")
        log = found.text.split('id="log"')[1].split("</section>")[0]
        says = r"what 1 article tells was split off from Ada Olan \(first reported by .+?\) to Ada Olan \(first reported by .+?\)"
        assert re.search(says, words_of(found))
        assert all(f'href="/actors/{one}"' in log for one in both)
    decide(town, f"/actors/{row.actor.id}/undo", judgement=made.judgement.id)
    assert "tells was split off from Ada Olan Ada Olan taken back by" in words_of(town.get(f"/actors/{row.actor.id}"))


def test_a_name_that_another_has_is_given_once_it_is_said_that_they_are_two(
    town: TestClient, decide: Decide, words_of: Words
) -> None:
    one, other = named(town, "Tor Meer").actor, named(town, "Tomas Meer").actor
    asked = decide(town, f"/actors/{other.id}/rename", name="tor  meer", why="as he signs")
    assert asked.status_code == 409 and not list(ledger_of(town).judgements(machine=False))
    assert "Another actor is called tor meer already" in words_of(asked)
    assert "Tomas Meer is another person of the same name" in words_of(asked)
    assert f'href="/actors/{one.id}"' in asked.text and f'href="/actors/{other.id}?same=tor+meer#who-is-who"' in asked.text
    assert 'name="why" value="as he signs"' in asked.text and 'name="by" value="Ada Test"' in asked.text
    done = decide(town, f"/actors/{other.id}/rename", name="Tor Meer", another="1")
    assert (done.status_code, done.headers["location"]) == (303, f"/actors/{other.id}")
    assert [row.actor.name for row in ledger_of(town).actors()].count("Tor Meer") == 2


def test_a_name_that_is_its_own_in_other_letters_is_given_at_once(town: TestClient, decide: Decide) -> None:
    one = named(town, "Tor Meer").actor
    assert decide(town, f"/actors/{one.id}/rename", name="TOR MEER").status_code == 303


@pytest.mark.parametrize(
    ("what", "fields"),
    [
        ("merge", {}),
        ("split", {}),
        ("rename", {"name": "—"}),
        ("undo", {"judgement": "ffff"}),
        ("rename", {"name": "X", "by": " "}),
    ],
)
def test_a_decision_that_makes_no_sense_is_refused(town: TestClient, decide: Decide, what: str, fields: dict[str, str]) -> None:
    assert decide(town, f"/actors/{named(town, 'Ada Olan').actor.id}/{what}", **fields).status_code == 400


def test_a_hostile_name_stays_words(town: TestClient, decide: Decide) -> None:
    one = named(town, "Ada Olan").actor
    decide(town, f"/actors/{one.id}/rename", name='"><script>alert(1)</script>')
    for address in ("/actors", f"/actors/{one.id}"):
        assert "<script>alert" not in town.get(address).text


def test_the_page_of_the_example_shows_positions_and_offices(story: TestClient, words_of: Words) -> None:
    found = story.get(f"/actors/{named(story, 'Teodar Malvesky').actor.id}")
    assert 'class="mark"' in found.text
    assert "Will, and should, Veshia" in words_of(found)
    assert "told in" in words_of(found)


def test_for_reading_only_there_is_no_form_and_it_says_so(serve: Serve, town: TestClient, words_of: Words) -> None:
    found = serve(path=ledger_of(town).path, read_only=True).get(f"/actors/{named(town, 'Ada Olan').actor.id}")
    assert 'method="post"' not in found.text
    assert "for reading only" in words_of(found)
