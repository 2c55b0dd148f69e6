"""Titles and epithets without a name, and sources that join several: whom they stand for, and where nobody can tell.

Countries and people are invented.
"""

from __future__ import annotations

import pytest
from tests.unit.identify.who.test_reading import names, read

from onrecord.vocabulary import MentionType

P, B, L = MentionType.PERSON, MentionType.ORGANISATION, MentionType.PLACE
PEOPLE = dict.fromkeys(["Dana Brandt", "Tomas Olan", "Mira Reed", "Lena Falk", "Brandt", "Olan", "Reed"], P)
WHO = {**PEOPLE, "Harbour Council": B, "Dol": L, "Brenn": L, "Veshia": L, "Falk Bank": B, "Port Watch": B, "Mira": P}


def said(text: str) -> list[str | None]:
    """The names of a text's speakers."""
    return names(text, names=WHO)


@pytest.mark.parametrize(
    ("before", "source", "name"),
    [
        # Whom the article describes so.
        ("Retired Army Gen. Tomas Olan met Senator Dana Brandt.", "the retired general", "Tomas Olan"),
        ("Gov. Dana Brandt met Sen. Tomas Olan.", "the governor", "Dana Brandt"),
        ("The port’s lawyer, Tomas Olan, met Dana Brandt.", "the lawyer", "Tomas Olan"),
        ("Former prosecutor Lena Falk met Dana Brandt.", "the former prosecutor", "Lena Falk"),
        ("Dol Mayor Dana Brandt met Brenn Mayor Tomas Olan.", "the Brenn mayor", "Tomas Olan"),
        ("Dol Mayor Dana Brandt met Senator Tomas Olan.", "the Brenn mayor", "the Brenn mayor"),
        ("Brandt’s spokesman, Tomas Olan, met Mira Reed.", "Brandt’s spokesman", "Tomas Olan"),
        ("Brandt’s spokesman, Tomas Olan, met Mira Reed.", "Reed’s spokesman", "Reed’s spokesman"),
        ("Tomas Olan, a spokesman for the port, met Dana Brandt.", "the spokesman", "Tomas Olan"),
        # Of two alike, who was spoken of last.
        ("Senator Dana Brandt slept. Senator Tomas Olan spoke. He left.", "the senator", "Tomas Olan"),
        # What is told of somebody speaks against it.
        ("Governor Dana Brandt said so. Brandt said more.", "the general", "the general"),
        ("Mrs. Dana Brandt spoke. Brandt said more.", "the businessman", "the businessman"),
        ("Republican Dana Brandt spoke. Brandt said more.", "the Democratic candidate", "the Democratic candidate"),
    ],
)
def test_an_epithet_is_who_is_described_so_or_nobody(before: str, source: str, name: str) -> None:
    assert said(f"The port of Dol was shut again on that day, as everyone there had feared. {'It rained. ' * 20}\n\n"
                f"{before}\n\n[S {source}] [C said] [T the port would open].")[-1] == name  # fmt: skip


@pytest.mark.parametrize(
    ("before", "source", "name"),
    [
        # Of the nation, by the article's words, or by the sentence before.
        ("Veshan President Dana Brandt slept. Tomas Olan ate.", "the Veshan leader", "Dana Brandt"),
        ("Dana Brandt, who never left Veshia, spoke.", "the Veshan leader", "Dana Brandt"),
        ("Brennish President Dana Brandt spoke.", "the Veshan leader", "the Veshan leader"),
        # One office under two titles.
        ("Prime Minister Dana Brandt slept. Tomas Olan ate.", "the head of government", "Dana Brandt"),
        ("Tomas Olan, mayor of Dol, slept. Dana Brandt ate.", "the mayor", "Tomas Olan"),
        ("Senator Dana Brandt spoke.", "the chairman of the port committee", "Dana Brandt"),
        ("Governor Dana Brandt spoke.", "the chairman of the port committee", "the chairman of the port committee"),
        # What somebody was.
        ("Dana Brandt, the foreign minister, spoke.", "the former ambassador", "Dana Brandt"),
        ("President Dana Brandt spoke.", "the former president", "the former president"),
        # Whom the sentence before is about, whatever stands in quotation marks between.
        ("Dana Brandt was not amused. “It rains. It snows.”", "the Port Alliance leader", "Dana Brandt"),
        ("In the gallery sat Dana Brandt.", "the federation’s president", "Dana Brandt"),
        ("Dana Brandt’s reply came at once.", "the Secretary-General, who was a minister in Brenn,", "Dana Brandt"),
        ("They spoke of the Dana Brandt plan.", "the federation’s president", "the federation’s president"),
        # Whose somebody is.
        ("Mr. Tomas Olan slept. Lena Falk, a lawyer for Olan, ate. Mr. Tomas Olan woke.", "his lawyer", "Lena Falk"),
        ("Mr. Tomas Olan slept. Lena Falk, a lawyer, ate. Mr. Tomas Olan woke.", "his teacher", "his teacher"),
    ],
)
def test_an_epithet_is_read_by_nation_office_and_topic(before: str, source: str, name: str) -> None:
    assert said(f"The port of Dol was shut again on that day, as everyone there had feared. {'It rained. ' * 20}\n\n"
                f"{before} [S {source}] [C said] [T the port would open].")[-1] == name  # fmt: skip


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("[S A spokesman for Dana Brandt] [C denied] [T it].\n\n[T1 “No,”] [S1 Tomas Olan] [C1 told] the press.", "Tomas Olan"),
        ("[S A spokesman for Dana Brandt] [C denied] [T it].\n\n[T1 “No,”] [S1 Tomas Olan, a teacher,] [C1 said].",
         "A spokesman for Dana Brandt"),
        ("[S Minister] [C :] [T no port]\n\nDana Brandt’s cabinet met.\n\n[T1 “No,”] [S1 Tomas Olan] [C1 said].", "Tomas Olan"),
        ("[S Veshia PM] [C vows] [T no port]\n\nPrime Minister Dana Brandt met Tomas Olan.", "Dana Brandt"),
    ],
)  # fmt: skip
def test_a_headline_or_lead_is_whom_the_article_goes_on_with(text: str, name: str) -> None:
    assert said(text)[0] == name


@pytest.mark.parametrize(
    ("source", "name"),
    [("both men", "Tomas Olan and Lena Falk"), ("the two leaders", "Tomas Olan and Lena Falk"), ("both ports", "both ports")],
)
def test_a_pair_is_the_two_persons_of_the_sentence_before(source: str, name: str) -> None:
    assert said(f"Dana Brandt slept. It rained. Tomas Olan met Lena Falk. [S {source}] [C said] [T it rained].") == [name]


def test_who_spoke_just_before_is_meant_where_nothing_is_told_of_him() -> None:
    text = "Dana Brandt came late. [S Brandt] [C said] [T it rained]. [T1 “It is over,”] [S1 the Dol businesswoman] [C1 said]."
    assert said(text) == ["Dana Brandt", "Dana Brandt"]


def test_a_lead_without_a_name_is_who_is_named_next() -> None:
    text = "[S A former Dol mayor] [C says] [T it must close].\n\n[T1 “It is late,”] [C1 said] [S1 Tomas Olan], who ran the town."
    assert said(text) == ["Tomas Olan", "Tomas Olan"]


@pytest.mark.parametrize("source", ["A senior official", "Several mayors", "A teacher", "Brandt’s father"])
def test_a_lead_whose_speaker_may_stay_unnamed_or_be_somebody_else_is_left_open(source: str) -> None:
    text = f"[S {source}] [C says] [T it must close].\n\n[T1 “It is late,”] [C1 said] [S1 Tomas Olan], a lawyer from Dol."
    assert said(text) == [source, "Tomas Olan"]


def test_the_official_goes_back_to_the_one_who_spoke_last_named_or_not() -> None:
    text = (
        "[S A port official] [C said] [T it rained]. [S1 The official] [C1 added] [T1 it was late]. "
        "[S2 Tomas Olan, a senior official in Dol,] [C2 said] [T2 no]. [S3 The official] [C3 added] [T3 more]."
    )
    assert said(text) == ["A port official", "A port official", "Tomas Olan", "Tomas Olan"]


@pytest.mark.parametrize(
    ("source", "last"),
    [
        ("the bank", "Falk Bank"),
        ("the agency", "Port Watch"),
        ("the company", "Port Watch"),
    ],
)
def test_a_noun_for_a_body_is_the_one_named_so_or_the_one_that_spoke_just_before(source: str, last: str) -> None:
    text = f"Falk Bank lent much. [S Officials at Port Watch] [C said] [T it rained]. In a note, [S1 {source}] [C1 said] [T1 so]."
    assert said(text)[-1] == last


def test_a_noun_that_no_body_of_a_state_has_is_not_one() -> None:
    assert said("[S The Harbour Council] [C said] [T it rained]. [S1 The company] [C1 said] [T1 so].")[-1] == "The company"


def test_a_plural_is_those_whom_the_article_describes_so() -> None:
    before = "Senator Dana Brandt and Senator Tomas Olan met Governor Mira Reed."
    assert said(f"{before} [S The senators] [C said] [T it rained].") == ["Dana Brandt and Tomas Olan"]
    assert said(f"{before} [S The governors] [C said] [T it rained].") == ["The governors"]


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Dana Brandt, the Veshan foreign minister, and Tomas Olan, her deputy,", "Dana Brandt and Tomas Olan"),
        ("Dana Brandt, a lawyer for the port, and Tomas Olan", "Dana Brandt and Tomas Olan"),
        ("Foreign Minister Dana Brandt and the Dol mayor, Tomas Olan,", "Dana Brandt and Tomas Olan"),
        ("Dana Brandt, Tomas Olan and Mira Reed", "Dana Brandt, Tomas Olan and Mira Reed"),
        ("Dana Brandt, head of the port of Dol and Veshia,", "Dana Brandt"),
        ("Dana Brandt, who met Tomas Olan and Mira Reed,", "Dana Brandt"),
        ("Dana Brandt, a friend of Tomas Olan,", "Dana Brandt"),
        ("Dana Brandt, a spokeswoman for Governor Tomas Olan,", "Dana Brandt"),
        ("Dana Brandt and a spokesman for Tomas Olan", "Dana Brandt and a spokesman for Tomas Olan"),
        ("Dana Brandt and the Olan government", "Dana Brandt and the Olan government"),
    ],
)
def test_several_joined_with_their_titles_are_named_each(source: str, name: str) -> None:
    assert said(f"[S {source}] [C said] [T the port would open].") == [name]


def test_a_surname_is_not_guessed_to_be_who_is_called_by_the_given_name() -> None:
    text = "Mira Brandt spoke for Dana Brandt. Mira spoke well. [S Brandt] [C said] [T it rained]. [S1 Mira] [C1 said] [T1 yes]."
    assert names(text, names={**WHO, "Mira Brandt": P}) == ["Brandt", "Mira Brandt"]


def test_an_honorific_tells_which_of_a_surname_is_meant() -> None:
    text = "President Tomas Brandt came with Dr. Mira Brandt. [S Dr. Brandt] [C said] [T it rained]. [S1 She] [C1 said] [T1 so]."
    assert names(text, names={**WHO, "Mira Brandt": P, "Tomas Brandt": P}) == ["Mira Brandt", "Mira Brandt"]


def test_a_name_that_ends_a_longer_one_is_the_same_person() -> None:
    text = "Ana San Mira Reed won. Ms. Mira Reed slept. [S Mira Reed] [C said] [T it rained]."
    assert names(text, names={**WHO, "Ana San Mira Reed": P}) == ["Ana San Mira Reed"]


def test_a_possessive_without_its_apostrophe_is_no_other_name() -> None:
    marked = {"Veshia": L, "Veshias": L, "Olan": P, "Olans": P, "Tomas Olan": P}
    text = "Tomas Olan left Veshia. Veshias port shut. [S Olans spokesman] [C said] [T it rained]. [S1 Olan] [C1 said] [T1 so]."
    found = read(text, marked)
    assert [one.speaker and one.speaker.name for one in found.statements] == ["Olans spokesman", "Tomas Olan"]
    assert not {"Veshias", "Olans"} & {actor.name for actor in found.actors}


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        # Who hears is no speaker.
        ("Dana Brandt came. [S She] [C was told] [T that it rained].", [None]),
        # The subject of the sentence before, not who spoke last.
        ("[S Tomas Olan] [C said] [T no]. Dana Brandt disagreed. “[T1 It is late],” [S1 she] [C1 said].",
         ["Tomas Olan", "Dana Brandt"]),
        # Whose spokesman speaks.
        ("[S A spokesman for President Dana Brandt] [C said] [T no]. [S1 The spokesman] [C1 said] [T1 so].",
         ["A spokesman for President Dana Brandt", "A spokesman for President Dana Brandt"]),
        ("Prime Minister Dana Brandt was away. [S Her defence minister] [C said] [T so].", ["Her defence minister"]),
        # Another portfolio.
        ("Foreign Minister Dana Brandt met Tomas Olan. [S The defence minister] [C said] [T so].", ["The defence minister"]),
        ("Foreign Minister Dana Brandt met Premier Tomas Olan. [S The prime minister] [C said] [T so].", ["Tomas Olan"]),
        # Which of two is told by age; neither of two.
        ("Dana Brandt met Tomas Olan. [S The younger Olan] [C said] [T so].", ["The younger Olan"]),
        ("Minister Dana Brandt met Tomas Olan. [S Neither minister] [C said] [T so].", ["Neither minister"]),
        # What a minister is for is no surname.
        ("[S The Minister for Foreign Affairs, Hon. Dana Brandt,] [C said] [T so].", ["Dana Brandt"]),
        # A town before the speaker.
        ("[S DOL], 3 May - President Dana Brandt [C said] [T so].", ["Dana Brandt"]),
    ],
)  # fmt: skip
def test_words_are_not_given_to_a_hearer_an_owner_a_namesake_or_a_town(text: str, speakers: list[str | None]) -> None:
    assert names(text, names={**WHO, "DOL": L}) == speakers


def test_a_bare_name_is_not_somebody_introduced_far_down() -> None:
    rain = "It rained all day in the town. " * 30
    assert said(f"[S Olan] [C said] [T no]. {rain}[S1 Olan] [C1 said] [T1 yes]. Senator Tomas Olan slept.") == ["Olan", "Olan"]
    assert said("[S Olan] [C said] [T no]. Then Senator Tomas Olan slept.") == ["Tomas Olan"]
