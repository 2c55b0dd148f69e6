"""Bylines and notes on authors are recognised, and give the authors' names."""

from __future__ import annotations

import pytest

from onrecord.clean.zones import authors_of, lines_of, mark
from onrecord.vocabulary import ZoneKind

BODY = (
    "The minister of Norland said that the harbour would open in the spring, and that the talks had been long.\n\n"
    "Ola Brandt is the minister of the harbour. She told reporters that the two sides would meet again soon."
)


def kind_of(line: str, *, after: bool) -> ZoneKind | None:
    text = f"Harbour to open\n\n{BODY}\n\n{line}" if after else f"Harbour to open\n\n{line}\n\n{BODY}"
    lines = lines_of(text)
    return mark(lines)[-1 if after else 1]


@pytest.mark.parametrize(
    "line",
    """\
By Ida Holm
By Ida Holm and Per Aas
BY IDA HOLM
By Ida Holm, The Norland Post
By Ida Holm | 6 April 2021
By: Ida van der Holm
By Ida Holm in Varnholm
Author: Ida Holm
Written by Ida Holm
Reporting by Ida Holm; Editing by Per Aas
(Reporting by Ida Holm in Varnholm; Editing by Per Aas and Jens Lund)
Additional reporting by Per Aas in Sudria
Additional report by Per Aas
Per Aas contributed to this report.
Per Aas and Jens Lund contributed reporting.
Holm reported from Varnholm.
Published: 6 April 2021
Last updated on 6 April 2021 at 14:05
About the author: Lise Holm covers politics. “I love news,” she says.
About the Author
Tuesday, 6 April 2021""".splitlines(),
)
def test_a_byline_is_recognised_under_the_title_and_under_the_text(line: str) -> None:
    assert kind_of(line, after=True) is ZoneKind.BYLINE
    if not line.endswith("Varnholm"):
        assert kind_of(line, after=False) is ZoneKind.BYLINE


@pytest.mark.parametrize(
    "line",
    """\
Ida Holm is the news editor of The Norland Post, follow her on Twitter @idaholm.
Ida Holm is a professor of law at the University of Varnholm.
Ida Holm, a former pilot, is the author of “Fish and Fog”.
Follow Ida Holm on Twitter @idaholm.
The author is a fellow of the Harbour Institute.
Email: ida@norland.example""".splitlines(),
)
def test_a_note_on_the_author_is_recognised_at_the_end(line: str) -> None:
    assert kind_of(line.replace("“", "").replace("”", ""), after=True) is ZoneKind.BYLINE


@pytest.mark.parametrize(
    "line",
    """\
By Monday, the harbour had frozen.
By law, the harbour must be open in summer.
By European standards, the harbour is small.
By the time he left, nobody spoke.
Ola Brandt is the director of the harbour and of the fleet.
Ida Holm said that the author was wrong.
“By Ida Holm’s account, nothing happened,” he said.
Follow the ministry's advice and stay on land.
Varnholm reported from its own pocket a gain of two per cent.""".splitlines(),
)
def test_a_sentence_of_the_article_is_no_byline(line: str) -> None:
    assert kind_of(line, after=True) is None


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ida Holm", ("Ida Holm",)),
        ("By Ida Holm and Per Aas", ("Ida Holm", "Per Aas")),
        ("By Ida Holm, Per Aas and Jens Lund | 6 April 2021", ("Ida Holm", "Per Aas", "Jens Lund")),
        ("Author: Ida Holm", ("Ida Holm",)),
        ("Written by Ida Holm", ("Ida Holm",)),
    ],
)
def test_a_byline_gives_its_authors(line: str, names: tuple[str, ...]) -> None:
    lines = lines_of(f"Harbour to open\n\n{line}\n\n{BODY}")
    assert authors_of(lines, mark(lines)) == names


@pytest.mark.parametrize(
    "role",
    ["Staff writer", "Senior correspondent", "SENIOR FOREIGN AFFAIRS CORRESPONDENT", "Varnholm bureau chief", "Editor at large",
     "Political editor, The Norland Post", "Reporter"],
)  # fmt: skip
def test_a_role_is_a_byline_right_under_a_byline_only(role: str) -> None:
    lines = lines_of(f"Harbour to open\n\nBy Ida Holm\n{role}\n\n{BODY}\n\n{role}")
    kinds = mark(lines)
    assert kinds[:3] == [ZoneKind.TITLE, ZoneKind.BYLINE, ZoneKind.BYLINE]
    assert kinds[-1] is None
    assert authors_of(lines, kinds) == ("Ida Holm",)


@pytest.mark.parametrize("title", ["Police seek photographer", "Norland arrests senior editor", "The editor said so."])
def test_a_headline_under_a_byline_is_no_role(title: str) -> None:
    assert mark(lines_of(f"By Ida Holm\n\n{title}\n\n{BODY}"))[1] is not ZoneKind.BYLINE


def test_an_author_known_beforehand_is_recognised_alone_on_a_line() -> None:
    lines = lines_of(f"Harbour to open\n\nIDA HOLM\n\n{BODY}")
    assert mark(lines, byline=("Ida Holm",))[1] is ZoneKind.BYLINE
