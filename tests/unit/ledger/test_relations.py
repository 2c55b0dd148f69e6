"""What is found between articles is kept, whatever the order; persons judge it; and the ledger answers who said it how."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ledger_builders import MODEL_B, body, new_ledger, office, person
from relation_builders import LONG, FakeRelater, report

from onrecord.identify.who.resolving import resolve
from onrecord.ledger import (
    DisagreementQuery,
    Ledger,
    StatementQuery,
    UtteranceOrder,
    UtteranceQuery,
    UtteranceRow,
    open_ledger,
)
from onrecord.vocabulary import Actor, ActorType, DriftType, Record, SaidOn, SaidOnBasis, UsageError, Verdict, content_id

VESK = person("Orlan Vesk", "Vesk", offices=(office("president", "TV"),))
MEER = person("Ilse Meer", "Meer")
HALE = person("Tor Hale", "Hale", offices=(office("spokesman", "Selm Dockers Union"),))
UNION = body("Selm Dockers Union")

HARBOUR = "the harbour at Selm will open in May for 40 ships"
CLIPPED = "the harbour at Selm will open in May"
IFFY = "we will sign the charter at Selm if the union keeps its word"
BARE = "we will sign the charter at Selm"
PIER = "the old pier will be pulled down"


def story() -> list[Record]:
    return [
        report("Herald", "2031-05-04", (VESK, HARBOUR), (VESK, IFFY), also=LONG),
        report("Post", "2031-05-05", (VESK, HARBOUR.replace("40", "14")), on="2031-05-04"),
        report("Echo", "2031-05-05", (VESK, HARBOUR), (VESK, IFFY), also=LONG, on="2031-05-04"),
        report("Star", "2031-05-05", (VESK, BARE), (MEER, PIER), on="2031-05-04", also="The charter of Selm dates from 2008."),
        report("Wire", "2031-05-06", (MEER, PIER), on="2031-05-04", also="The charter of Selm dates from 2018."),
        report("Gull", "2031-06-20", (VESK, CLIPPED), also="The charter of Selm dates from 2018."),
        report("Tern", "2031-06-21", (MEER, HARBOUR.replace("40", "forty"))),
    ]


@pytest.fixture(scope="module")
def related(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed ledger of the story, related."""
    path = tmp_path_factory.mktemp("related") / "story.db"
    with new_ledger(path, *story(), resolve=resolve) as ledger:
        ledger.relate(FakeRelater())
    return path


@pytest.fixture
def kept(related: Path, path: Path) -> Iterator[Ledger]:
    """A copy of that ledger; whatever a test does to it, it verifies at the end."""
    with open_ledger(shutil.copy(related, path), resolve=resolve) as ledger:
        yield ledger
        assert list(ledger.verify()) == []


def outlets(ledger: Ledger) -> dict[str, str]:
    return {row.id: str(row.outlet) for row in ledger.articles()}


def together(ledger: Ledger) -> list[list[str]]:
    """The outlets of each utterance that several statements report."""
    names = outlets(ledger)
    return sorted([names[one] for one in row.articles] for row in ledger.utterances(UtteranceQuery(statements=2)))


def everything(ledger: Ledger) -> tuple[object, ...]:
    """All that is found, but for ids that depend on what came first."""
    return (
        sorted(tuple(sorted(row.statements)) for row in ledger.utterances()),
        sorted((row.fullest, row.earliest, row.said_on, row.actor, row.reports, row.drift) for row in ledger.utterances()),
        sorted((row.article.id, row.of, row.kind, row.score) for row in ledger.copies()),
        sorted((row.kind, row.about, row.confidence, row.sides) for row in ledger.disagreements()),
    )


def test_reports_of_one_act_are_one_utterance_and_those_of_others_are_not(kept: Ledger) -> None:
    assert together(kept) == [["Herald", "Echo", "Post"], ["Herald", "Echo", "Star"], ["Star", "Wire"]] or together(kept) == [
        ["Herald", "Echo", "Star"],
        ["Herald", "Post", "Echo"],
        ["Star", "Wire"],
    ]


def test_a_reprint_is_no_report(kept: Ledger) -> None:
    names = outlets(kept)
    (row,) = kept.utterances(UtteranceQuery(text="harbour", reports=2))
    assert [names[one] for one in row.reprints] == ["Echo"]
    assert sorted(names[one] for one in row.reports) == ["Herald", "Post"]
    ((lineage,), (copy,)) = (kept.lineages(), kept.copies())
    assert [str(one.outlet) for one in lineage.articles] == ["Herald", "Echo"]
    assert (copy.article.outlet, copy.of_article.outlet if copy.of_article else None) == ("Echo", "Herald")


def test_a_number_that_differs_is_a_disagreement_and_copies_are_one_witness(kept: Ledger) -> None:
    names = outlets(kept)
    found = {
        row.about: [(side.value, sorted(names[p.article] for p in side.places), len(side.witnesses)) for side in row.sides]
        for row in kept.disagreements()
    }
    assert sorted(found["the number"]) == [("14", ["Post"], 1), ("40", ["Echo", "Herald"], 1)]
    assert found["the figure"] == [("2018", ["Gull", "Wire"], 2), ("2008", ["Star"], 1)]
    (one,) = kept.disagreements(DisagreementQuery(text="2008"))
    whole = kept.disagreement(one.id[:8])
    assert whole is not None and len(whole.found) == 2 and whole.row == one
    assert {about.outlet for about in whole.articles.values()} == {"Star", "Wire", "Gull"}


def test_an_utterance_is_shown_with_its_reports_and_who_is_silent(kept: Ledger) -> None:
    (row,) = kept.utterances(UtteranceQuery(text="charter"))
    whole = kept.utterance(row.id[:6])
    assert whole is not None and kept.utterance(row.statements[0]) == whole
    assert [(told.row.article.outlet, told.reprint) for told in whole.tellings] == [
        (str(about.outlet), about.outlet == "Echo") for about in (told.row.article for told in whole.tellings)
    ]
    assert {(one.outlet, one.left_out) for one in whole.silence} == {("Star", "condition"), ("Post", "utterance")}
    assert row.said_on == ("2031-05-04", "2031-05-04") and row.actor == VESK.id and row.words == IFFY
    assert whole.links and all(link.status == "candidate" and link.by == "fake/1" for link in whole.links)


def test_utterances_are_asked_for_by_speaker_day_and_words(kept: Ledger) -> None:
    def number(**query: object) -> int:
        rows = list(kept.utterances(UtteranceQuery(**query)))  # type: ignore[arg-type]
        assert len(rows) == kept.count_utterances(UtteranceQuery(**query))  # type: ignore[arg-type]
        return len(rows)

    assert number() == 5
    assert number(speaker="meer") == 2 and number(actor=VESK.id) == 3
    assert number(since="2031-06-01") == 2 and number(until="2031-05-31") == 3
    assert len(list(kept.utterances(UtteranceQuery(limit=2, offset=4)))) == 1
    assert number(text="harbour") == 3 and number(text="harbour", reports=2) == 1


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.permutations(range(7)), st.sets(st.integers(0, 6)))
def test_the_order_of_relating_leaves_no_trace(
    tmp_path_factory: pytest.TempPathFactory, order: list[int], stops: set[int]
) -> None:
    made = story()
    found = []
    for steps in (set(), stops):
        with new_ledger(tmp_path_factory.mktemp("any") / "story.db") as ledger:
            for number in order if steps else range(7):
                ledger.add(made[number])
                if number in steps:
                    ledger.relate(FakeRelater())
            ledger.relate(FakeRelater())
            found.append(everything(ledger))
            if steps:
                before = [row.id for row in ledger.utterances()]
                ledger.relate(FakeRelater(), again=True)
                assert everything(ledger) == found[-1] and [row.id for row in ledger.utterances()] == before
                assert list(ledger.verify()) == []
    assert found[0] == found[1]


def test_only_what_came_is_related(kept: Ledger) -> None:
    assert kept.waiting() == 0 and kept.relate(FakeRelater()).articles == 0
    kept.add(report("Moon", "2031-05-05", (VESK, HARBOUR), on="2031-05-04"))
    assert kept.waiting() == 1
    seen: list[tuple[int, int]] = []
    assert kept.relate(FakeRelater(), progress=lambda done, of: seen.append((done, of))).articles == 1
    assert seen == [(1, 1)]
    kept.add(report("Moon", "2031-05-05", (VESK, HARBOUR), on="2031-05-04"))
    assert kept.waiting() == 0


def test_another_version_of_a_relater_relates_all_anew(kept: Ledger) -> None:
    assert kept.relate(FakeRelater("fake/2")).articles == 7
    assert {link.by for row in kept.utterances() for link in kept.utterance(row.id).links} == {"fake/2"}  # type: ignore[union-attr]


def test_vectors_are_made_once(kept: Ledger) -> None:
    again = FakeRelater()
    found = kept.relate(again, again=True)
    assert (found.articles, found.copies) == (7, 1)
    assert again.encoded == []


def test_an_utterance_keeps_its_id_while_it_grows(kept: Ledger) -> None:
    before = {row.id for row in kept.utterances()}
    kept.add(report("Moon", "2031-05-05", (VESK, HARBOUR), on="2031-05-04"))
    kept.relate(FakeRelater())
    assert {row.id for row in kept.utterances()} == before


def test_a_superseded_version_and_another_reading_are_no_longer_related(kept: Ledger) -> None:
    before = everything(kept)
    kept.add(report("Post", "2031-05-05", (MEER, "nothing is known of the mole")))
    kept.relate(FakeRelater())
    assert all("Post" not in outlets for outlets in together(kept))
    assert [row.about for row in kept.disagreements()] == ["the figure"]
    post = story()[1]
    kept.add(post)
    kept.relate(FakeRelater())
    assert everything(kept) == before
    kept.add(replace(post, provenance=MODEL_B, statements=()))
    kept.relate(FakeRelater())
    assert all("Post" not in outlets for outlets in together(kept))


def test_merging_actors_relates_their_statements_anew(kept: Ledger) -> None:
    kept.add(report("Moon", "2031-05-04", (person("Ada Brisk"), CLIPPED)))
    kept.relate(FakeRelater())
    assert all("Moon" not in outlets for outlets in together(kept))
    judgement = kept.merge("Orlan Vesk", "Ada Brisk", by="Nadia")
    assert kept.waiting() == 1
    kept.relate(FakeRelater())
    assert any("Moon" in outlets for outlets in together(kept))
    kept.undo(judgement.id, by="Nadia")
    kept.relate(FakeRelater())
    assert all("Moon" not in outlets for outlets in together(kept))


def test_a_spokesman_and_the_body_that_he_speaks_for_may_be_one_voice(ledger: Ledger) -> None:
    ledger.add(report("Herald", "2031-05-04", (HALE, PIER)))
    ledger.add(report("Post", "2031-05-04", (UNION, PIER)))
    ledger.add(report("Echo", "2031-05-04", (MEER, PIER)))
    ledger.relate(FakeRelater())
    assert together(ledger) == [["Herald", "Post"]] or together(ledger) == [["Post", "Herald"]]


def test_the_same_words_in_quotation_marks_are_found_whoever_is_said_to_speak(ledger: Ledger) -> None:
    quoted = "“the harbour will never be sold to anybody while I live” in the town"
    ledger.add(report("Herald", "2031-05-04", (VESK, quoted)))
    ledger.add(report("Post", "2032-01-01", (MEER, quoted)))
    ledger.relate(FakeRelater())
    assert len(together(ledger)) == 1


def test_a_statement_is_taken_out_of_its_utterance_and_put_back(kept: Ledger) -> None:
    (row,) = kept.utterances(UtteranceQuery(text="harbour", reports=2))
    post = next(one for one in row.statements if kept.statement(one).article.outlet == "Post")  # type: ignore[union-attr]
    judged = kept.judge(post[:8], Verdict.REJECT, by="Nadia", why="another day")
    kept.relate(FakeRelater())
    (after,) = kept.utterances(UtteranceQuery(text="40"))
    assert post not in after.statements and after.id == row.id
    assert {one.about for one in kept.disagreements()} == {"the figure"}
    kept.relate(FakeRelater(), again=True)
    assert all(post not in one.statements for one in kept.utterances(UtteranceQuery(statements=2)))
    whole = kept.utterance(post)
    assert whole is not None and [one.judgement.id for one in whole.judgements] == [judged.id]
    kept.judge(post, Verdict.UNDO, by="Nadia")
    kept.relate(FakeRelater())
    (again,) = kept.utterances(UtteranceQuery(text="harbour", reports=2))
    assert set(again.statements) == set(row.statements)
    assert next(kept.judgements(machine=False)).undone_by is not None


def test_the_id_of_what_became_part_of_another_utterance_leads_to_that(kept: Ledger) -> None:
    wire, gull = (next(kept.statements(StatementQuery(outlet=outlet))).statement.id for outlet in ("Wire", "Gull"))
    before = {one: kept.utterances_of([one])[one].id for one in (wire, gull)}
    judged = kept.judge(wire, Verdict.CONFIRM, other=gull, by="Nadia")
    kept.relate(FakeRelater())
    (now,) = {one.id for one in kept.utterances_of([wire, gull]).values()}
    for former in before.values():
        found = kept.utterance(former)
        assert found is not None and found.row.id == now
    assert list(kept.verify()) == []
    kept.undo(judged.id, by="Nadia")
    kept.relate(FakeRelater())
    for one, former in before.items():
        found = kept.utterance(former)
        assert found is not None and one in found.row.statements
    assert list(kept.verify()) == []


def test_two_statements_are_made_one_utterance(kept: Ledger) -> None:
    wire, gull = (next(kept.statements(StatementQuery(outlet=outlet))).statement.id for outlet in ("Wire", "Gull"))
    judged = kept.judge(wire, Verdict.CONFIRM, other=gull, by="Nadia")
    kept.relate(FakeRelater())
    assert any(set(names) == {"Star", "Wire", "Gull"} for names in together(kept))
    kept.undo(judged.id, by="Nadia")
    kept.relate(FakeRelater())
    assert all("Gull" not in names for names in together(kept))


def test_who_is_with_one_of_two_that_a_person_joins_stays_with_both(kept: Ledger) -> None:
    herald, wire = (next(kept.statements(StatementQuery(outlet=outlet))).statement.id for outlet in ("Herald", "Wire"))
    before = {name: next(set(row.statements) for row in kept.utterances() if name in row.statements) for name in (herald, wire)}
    assert len(before[herald]) > 2 and len(before[wire]) > 1
    kept.judge(herald, Verdict.CONFIRM, other=wire, by="Nadia")
    kept.relate(FakeRelater())
    (row,) = [row for row in kept.utterances() if herald in row.statements]
    assert set(row.statements) == before[herald] | before[wire]
    kept.relate(FakeRelater(), again=True)
    assert [set(one.statements) for one in kept.utterances() if herald in one.statements] == [set(row.statements)]


def test_who_is_kept_apart_from_one_of_two_that_a_person_joins_stays_behind(kept: Ledger) -> None:
    herald, wire = (next(kept.statements(StatementQuery(outlet=outlet))).statement.id for outlet in ("Herald", "Wire"))
    star = next(
        one.statement.id for one in kept.statements(StatementQuery(outlet="Star")) if PIER in one.statement.content[0].text
    )
    kept.judge(herald, Verdict.REJECT, other=star, by="Nadia")
    kept.judge(herald, Verdict.CONFIRM, other=wire, by="Nadia")
    kept.relate(FakeRelater())
    (row,) = [row for row in kept.utterances() if herald in row.statements]
    assert wire in row.statements and star not in row.statements


def test_a_day_that_words_tell_goes_before_days_of_publication(ledger: Ledger) -> None:
    ledger.add(report("Herald", "2031-05-07", (VESK, HARBOUR), on="2031-05-04"))
    for outlet, day in (("Post", "2031-05-06"), ("Echo", "2031-05-06")):
        undated = report(outlet, day, (VESK, HARBOUR))
        statements = tuple(
            replace(one, said_on=SaidOn(day, day, SaidOnBasis.PUBLISHED, "printed that day")) for one in undated.statements
        )
        ledger.add(replace(undated, statements=statements))
    ledger.relate(FakeRelater())
    (row,) = ledger.utterances(UtteranceQuery(statements=2))
    assert row.said_on == ("2031-05-04", "2031-05-04")


def test_a_disagreement_is_judged_and_stays_so_as_it_grows(kept: Ledger) -> None:
    one = next(kept.disagreements(DisagreementQuery(text="2008")))
    assert one.status == "candidate"
    kept.judge(one.id, Verdict.REJECT, by="Nadia", why="two charters")
    assert all(row.id != one.id for row in kept.disagreements())
    kept.add(report("Moon", "2031-05-07", (MEER, "it rains"), also="The charter of Selm dates from 2008."))
    kept.relate(FakeRelater())
    (again,) = kept.disagreements(DisagreementQuery(status="rejected"))
    assert again.id == one.id and [len(side.places) for side in again.sides] == [2, 2]
    assert [row.status for row in kept.table("disagreements")].count("rejected") == 1
    kept.judge(one.id, Verdict.UNDO, by="Nadia")
    kept.judge(one.id, Verdict.CONFIRM, by="Nadia")
    assert next(kept.disagreements(DisagreementQuery(status="confirmed"))).id == one.id


def test_a_copy_that_a_person_rejects_is_a_report(kept: Ledger) -> None:
    (copy,) = kept.copies()
    kept.judge(copy.id, Verdict.REJECT, by="Nadia")
    assert kept.lineages() == [] and [one.status for one in kept.copies()] == ["rejected"]
    (row,) = kept.utterances(UtteranceQuery(text="harbour", reports=3))
    assert row.reprints == ()
    kept.judge(copy.id, Verdict.UNDO, by="Nadia")
    assert len(kept.lineages()) == 1


def test_a_text_that_credits_an_agency_is_said_to_be_the_agency_s(ledger: Ledger) -> None:
    ledger.add(report("Herald", "2031-05-04", (VESK, PIER), also=f"(Ternwire) {LONG}"))
    ledger.relate(FakeRelater())
    (copy,) = ledger.copies()
    assert (copy.of, copy.of_article) == ("Ternwire", None)
    assert list(ledger.verify()) == []


@pytest.mark.parametrize(
    ("subject", "verdict", "says"),
    [
        ("ffff", Verdict.CONFIRM, "there is no"),
        ("", Verdict.REJECT, "there is no"),
        ("statement", Verdict.CONFIRM, "name the other"),
    ],
)
def test_what_cannot_be_judged_is_an_error(kept: Ledger, subject: str, verdict: Verdict, says: str) -> None:
    if subject == "statement":
        subject = next(kept.statements()).statement.id
    with pytest.raises(UsageError, match=says):
        kept.judge(subject, verdict, by="Nadia")
    with pytest.raises(UsageError, match="nothing was decided"):
        kept.judge(next(kept.statements()).statement.id, Verdict.UNDO, by="Nadia")


def test_the_ids_of_governments_and_bodies_are_those_of_who_is_identified() -> None:
    """Sides are made of ids that `identify` makes: a minister of a country speaks for the government that has its id."""
    import onrecord  # noqa: PLC0415
    from onrecord.ledger.relations.siding import sides_of  # noqa: PLC0415
    from onrecord.vocabulary import Article  # noqa: PLC0415

    text = "France said on Monday that it would sign. NATO said that it would wait for the French foreign minister."
    read = onrecord.extract(Article("0" * 16, None, None, None, None, (), "en", None, text))
    ids = {actor.type: actor.id for actor in read.actors}
    minister = Actor("Q1", "Ada Brisk", ActorType.PERSON, (), (office("minister", "FR"), office("envoy", "NATO")))
    assert content_id("actor", ActorType.GOVERNMENT, "FR") in {*ids.values()}
    assert ids[ActorType.GOVERNMENT] in sides_of("Q1", minister)


def test_an_utterance_says_whose_copies_its_articles_are_and_what_cannot_be_right(kept: Ledger) -> None:
    (row,) = kept.utterances(UtteranceQuery(text="harbour", reports=2))
    whole = kept.utterance(row.id)
    (copy,) = kept.copies()
    assert whole is not None and whole.copies == (copy,) and "of the text" in copy.shown_by
    assert [one.about for one in whole.disagreements] == ["the number"]
    kept.judge(copy.id, Verdict.REJECT, by="Nadia")
    kept.judge(whole.disagreements[0].id, Verdict.REJECT, by="Nadia")
    again = kept.utterance(row.id)
    assert again is not None and [one.status for one in again.copies] == ["rejected"] and again.disagreements == ()


def test_a_copy_that_changed_a_figure_is_no_witness_for_it(kept: Ledger) -> None:
    kept.add(report("Kite", "2031-05-06", (VESK, HARBOUR.replace("40", "41")), also=LONG, on="2031-05-04"))
    kept.relate(FakeRelater())
    names = outlets(kept)
    (row,) = kept.disagreements(DisagreementQuery(text="41"))
    assert [(side.value, [names[one] for one in side.witnesses]) for side in row.sides if side.value == "41"] == [("41", [])]
    whole = kept.disagreement(row.id)
    assert whole is not None and {"Echo", "Kite"} == {copy.article.outlet for copy in whole.copies}
    for copy in kept.copies():
        if copy.article.outlet == "Kite":
            kept.judge(copy.id, Verdict.REJECT, by="Nadia")
    (row,) = kept.disagreements(DisagreementQuery(text="41"))
    assert [len(side.witnesses) for side in row.sides] == [1, 1, 1]


def test_an_utterance_shows_no_judgement_on_others(kept: Ledger) -> None:
    def shown(statement: str) -> list[str]:
        whole = kept.utterance(statement)
        assert whole is not None
        return [one.judgement.id for one in whole.judgements]

    (harbour,) = kept.utterances(UtteranceQuery(text="harbour", reports=2))
    (charter,) = kept.utterances(UtteranceQuery(text="charter"))
    apart = kept.judge(harbour.statements[0], Verdict.REJECT, other=charter.statements[0], by="Nadia")
    inside = kept.judge(harbour.statements[0], Verdict.CONFIRM, other=harbour.statements[1], by="Nadia")
    out = kept.judge(harbour.statements[2], Verdict.REJECT, by="Nadia")
    kept.relate(FakeRelater())
    assert apart.value == {"statements": [max(harbour.statements[0], charter.statements[0])]}
    assert shown(harbour.statements[0]) == [inside.id, out.id] and shown(harbour.statements[2]) == [out.id]
    assert shown(charter.statements[0]) == []


def test_undoing_takes_back_what_was_said_of_the_statement_itself(kept: Ledger) -> None:
    (row,) = kept.utterances(UtteranceQuery(text="harbour", reports=2))
    one, other, *_ = row.statements
    kept.judge(one, Verdict.REJECT, by="Nadia")
    with pytest.raises(UsageError, match="nothing was decided"):
        kept.judge(other, Verdict.UNDO, by="Nadia")
    pair = kept.judge(one, Verdict.CONFIRM, other=other, by="Nadia")
    assert kept.judge(other, Verdict.UNDO, by="Nadia").undoes == pair.id


def test_utterances_are_ordered_and_asked_for_by_drift(kept: Ledger) -> None:
    def listed(**query: object) -> list[UtteranceRow]:
        rows = list(kept.utterances(UtteranceQuery(**query)))  # type: ignore[arg-type]
        assert len(rows) == kept.count_utterances(UtteranceQuery(**query))  # type: ignore[arg-type]
        return rows

    assert [row.words for row in listed(drift=DriftType.CONDITION_DROPPED)] == [IFFY]
    assert listed(drift=DriftType.HEDGE_DROPPED) == []
    reports = [len(row.reports) for row in listed(order=UtteranceOrder.REPORTS)]
    assert reports == sorted(reports, reverse=True) and len(reports) == 5
    oldest, newest = (listed(order=order) for order in (UtteranceOrder.OLDEST, UtteranceOrder.NEWEST))
    assert [row.said_on for row in newest] == [row.said_on for row in reversed(oldest)]


def test_what_is_of_another_kind_is_said_with_what_to_judge_instead(kept: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    utterance, article = next(kept.utterances()).id, next(kept.articles()).id
    for subject, says in ((utterance, "an utterance"), (article, "an article"), (VESK.id, "an actor")):
        with pytest.raises(UsageError, match=f"there is no judging {subject}, which is {says}"):
            kept.judge(subject, Verdict.REJECT, by="Nadia")
    monkeypatch.setattr("onrecord.ledger.relations.judging._SHORTEST", 0)
    with pytest.raises(UsageError, match=r"fits more than one: give more digits of one of .*\(statement\)"):
        kept.judge("", Verdict.REJECT, by="Nadia")
