"""Types of drift: sixty invented pairs, a fuller report and another, and how the second differs."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.unit.relate.reported import telling

from onrecord.relate.drift import drift
from onrecord.vocabulary.spans import Span

PAIRS: dict[str, list[tuple[str, str]]] = {
    "verbatim": [
        ("“The harbour stays open,”", "“The harbour stays open,”"),
        ("“The harbour stays open,”", '"The harbour stays open."'),
        ("that the council would meet on the quay", "that the council would meet on the quay"),
        ("“Our pilots don’t strike, they wait,”", '"Our pilots don\'t strike, they wait,"'),
        ("the plan was “a swindle”", "The plan was ‘a swindle’"),
    ],
    "clipped": [
        ("“We will rebuild the pier. The town will have its ferry by spring,”", "“We will rebuild the pier,”"),
        ("that the pilots rather than the owners should decide", "that the pilots should decide"),
        ("“The bridge is closed to lorries, buses and the fire engines,”", "“The bridge is closed to lorries,”"),
        ("that the mayor had signed the lease in the presence of two notaries", "that the mayor had signed the lease"),
        ("“Nobody asked the fishermen, who know this coast better than any minister,”", "“Nobody asked the fishermen,”"),
    ],
    "condition-dropped": [
        ("“Lorne will open the lock once the dredging is paid for,”", "“Lorne will open the lock,”"),
        ("that the port would reopen if the insurers agreed", "that the port would reopen"),
        ("“Unless the owners come to the table, the crews will leave,”", "“the crews will leave,”"),
        ("that he would sign provided the auditors had no objection", "that he would sign"),
        ("“We will share the catch as long as the quota is honoured,”", "“We will share the catch,”"),
    ],
    "hedge-dropped": [
        ("“The lock will probably fail this winter,”", "“The lock will fail this winter,”"),
        ("that the wreck may have leaked", "that the wreck had leaked"),
        ("“I think the owners lied to us,”", "“the owners lied to us,”"),
        ("that the ferry reportedly struck a crane", "that the ferry struck a crane"),
        ("that most of the crews wanted to sail", "that the crews wanted to sail"),
    ],
    "altered": [
        ("“The lock will become a museum,”", "“The lock can become a museum,”"),
        ("“We asked the owners for a full account,”", "“We begged the owners for a full account,”"),
        ("“The minister misread the contract,”", "“The minister misused the contract,”"),
        ("that it was “a serious breach of the port code”", "that it was “a grave breach of the port code”"),
        ("“Every crew on this coast deserves an answer,”", "“Every crew on this coast demands an answer,”"),
    ],
    "paraphrased": [
        ("“A harbour that nobody dredges is a pond,”", "that the port was silting up through neglect"),
        ("that the council was divided", "any talk of a split"),
        ("“Ask me again when the ferry floats,”", "that it was too early to comment"),
        ("that the owners should pay for the wreck", "the shipping firm to bear the costs of salvage"),
        ("“We are not going to be anybody’s car park,”", "that the town rejected the parking scheme"),
    ],
    "quotes-added": [
        ("that the lease was “hard on all who fish in this town”", "that the lease was “unfair to the fishermen”"),
        ("“I have waited for the dredger for years,”", "that she was “tired of waiting for the dredger”"),
        ("that there would be “nowhere to moor” for the ferry", "that there was “no berth” for the ferry"),
        ("“The owners let the crews down,”", "that the owners “betrayed the crews”"),
        ("“The quay must be rebuilt before anybody sails,”", "that the town “has to accept” a rebuilt quay"),
    ],
    "negation-lost": [
        ("that the lock was not ready", "that the lock was ready"),
        ("“The owners did not pay the crews,”", "“The owners did pay the crews,”"),
        ("that the port would never be sold", "that the port would be sold"),
        ("that no pilot had been warned", "that a pilot had been warned"),
        ("“We cannot promise a ferry,”", "“We can promise a ferry,”"),
    ],
    "negation-added": [
        ("that the lock was ready", "that the lock was not ready"),
        ("“The owners have paid the crews,”", "“The owners have not paid the crews,”"),
        ("that the port would be sold", "that the port would never be sold"),
        ("that the ferry can be repaired", "that the ferry cannot be repaired"),
        ("that the crews were warned of the storm", "that the crews weren’t warned of the storm"),
    ],
    "number-changed": [
        ("that 120 crews had lost their licences", "that 210 crews had lost their licences"),
        ("“We lost 14 boats in one night,”", "“We lost 40 boats in one night,”"),
        ("that the repair would cost 3 million crowns", "that the repair would cost 8 million crowns"),
        ("that the lease was signed on 9 May", "that the lease was signed on May 19"),
        ("that the pier was promised in 2023", "that the pier was promised in 2028"),
    ],
    "retranslated": [
        ("“We will not trade our harbour for promises,”", "“Our port is not to be exchanged against words,”"),
        ("“The wall of the quay is rotten and everybody knows it,”", "“That the pier has decayed is no secret to anyone,”"),
        ("“Nobody here has a calendar,”", "“No one in this place possesses an agenda,”"),
        (
            "whether the port was prepared to grant the owners a licence",
            "whether the harbour was ready to give the proprietors a permit",
        ),
        ("“The lock is the only road to the sea,”", "“The sluice is the single way toward the ocean,”"),
    ],
}
ROWS = [(kind, before, after) for kind, pairs in PAIRS.items() for before, after in pairs]


@pytest.mark.parametrize(("wanted", "before", "after"), ROWS)
def test_the_type_of_drift_is_told(wanted: str, before: str, after: str) -> None:
    found = drift(telling(before), telling(after, name="two"))
    assert wanted in [one.type for one in found]


@pytest.mark.parametrize(("wanted", "before", "after"), ROWS)
def test_what_drift_shows_is_printed_there(wanted: str, before: str, after: str) -> None:
    one, other = telling(before), telling(after, name="two")
    for each in drift(one, other):
        assert (each.of, each.to) == ("one", "two")
        assert each.before is None or each.before in one.content
        assert each.after is None or each.after in other.content


SPEAKERS = [
    ("Ada Quill", "Bertil Ruan", True),
    ("Ada Quill", "Lorne", True),
    ("Ada Quill", "Ada Quill", False),
    ("Yulia Vorska", "Iulia Worska", False),
    ("Ada Quill", None, False),
]


@pytest.mark.parametrize(("one", "other", "wanted"), SPEAKERS)
def test_a_speaker_is_changed_where_two_are_named(one: str, other: str | None, wanted: bool) -> None:
    said = "“A lighthouse that nobody pays for goes dark,”"
    first = telling(said, actor=one)
    second = telling(said, name="two", actor=other)
    found = [each for each in drift(first, second) if each.type == "speaker-changed"]
    assert [(each.before, each.after) for each in found] == ([(one, other)] if wanted else [])


HARMLESS = [
    ("altered", "“The harbour stays open for everybody,”", "“The harbor stays open for everybody,”"),
    ("altered", "“We will rebuild the pier. The town will have its ferry,”", "“We will rebuild the pier,”"),
    ("negation-lost", "that support for the port was unshaken", "that support for the port would not be shaken"),
    ("negation-lost", "“The crews will sail. They did not ask for thanks,”", "“The crews will sail,”"),
    ("number-changed", "that 120 crews had lost their licences", "that crews had lost their licences"),
    ("number-changed", "that 1,200 crews had sailed", "that 1200 crews had sailed"),
    ("condition-dropped", "that the port would reopen if the insurers agreed", "that the port would open once insurers agreed"),
    ("hedge-dropped", "that the lock would probably fail", "that the lock was likely to fail"),
    ("quotes-added", "“We will rebuild the pier and the lock,”", "that the town would “rebuild the pier”"),
    ("quotes-added", "that the lease was unfair to the fishermen of the town", "that the lease was “unfair to the fishermen”"),
    ("quotes-added", "that she was tired of waiting for the dredger", "“I am tired of waiting for the dredger,”"),
    ("quotes-added", "that the “old” quay had no berth for the ferry", "that there was “no berth for the ferry”"),
    ("clipped", "that the port was closed", "that the ports are closed"),
    ("clipped", "“We are not willing to open the lock this winter,”", "that the lock would not be opened this winter"),
    (
        "clipped",
        "“We will open the lock if the council agrees and the dredging ends,” “I think that it may last,”",
        "“We will open the lock,” “It will last,”",
    ),
    ("paraphrased", "that the repair would cost 3 million crowns", "that the repair would cost 8 million crowns, more than ever"),
]


@pytest.mark.parametrize(("kind", "before", "after"), HARMLESS)
def test_harmless_differences_are_no_drift_of_that_type(kind: str, before: str, after: str) -> None:
    found = drift(telling(before), telling(after, name="two"))
    assert kind not in [one.type for one in found]


def test_a_copy_that_puts_marks_round_the_words_of_a_report_adds_them() -> None:
    full = telling("that the lease was unfair to the fishermen of the town")
    copy = replace(telling("that the lease was “unfair to the fishermen”", name="two"), copied=True)
    assert "quotes-added" in [one.type for one in drift(full, copy)]


def test_marks_that_a_third_report_has_too_are_not_added() -> None:
    full = telling("that the lease was “hard on all who fish in this town” and a scandal")
    other = telling("that the lease was “unfair to the fishermen”", name="two")
    third = telling("“It is unfair to the fishermen,”", name="three")
    assert "quotes-added" not in [one.type for one in drift(full, other, [third])]


LOST_ALONE = [
    ("“We will never hand over the lock, and nobody can ask for it,”", "“We will hand over the lock,”", True),
    ("“We will never hand over the lock, and nobody can ask for it,”", "“We will never hand over the lock,”", False),
    ("that the lock, not the pier, was ready", "that the lock was ready, not the pier", False),
]


@pytest.mark.parametrize(("before", "after", "wanted"), LOST_ALONE)
def test_a_lost_negation_is_told_beside_another_that_went_with_its_clause(before: str, after: str, wanted: bool) -> None:
    found = [one.type for one in drift(telling(before), telling(after, name="two"))]
    assert ("negation-lost" in found) is wanted
    assert not (wanted and "altered" in found)


def test_a_changed_speaker_is_named_where_a_pronoun_is_printed() -> None:
    first = telling("“Lamps first,”", sentence="she said")
    first = replace(first, statement=replace(first.statement, source=Span(0, 3, "she")))
    second = telling("“Lamps first,”", name="two", actor="Bertil Ruan")
    (found,) = drift(first, second)
    assert (found.before, found.after) == ("Ada Quill", "Bertil Ruan")


EMPTY = [
    ("“The crews fear that there will be a storm,”", "“The crews fear there will be a storm,”"),
    ("that the company had closed two piers", "closed two piers"),
]


@pytest.mark.parametrize(("before", "after"), EMPTY)
def test_words_that_tell_nothing_are_no_drift(before: str, after: str) -> None:
    found = {one.type for one in drift(telling(before), telling(after, name="two"))}
    assert not found & {"altered", "clipped"}
