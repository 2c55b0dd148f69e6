"""Headlines whose colon is the cue."""

from __future__ import annotations

import pytest
from tests.unit.marked import read

from onrecord.vocabulary import ZoneKind

BODY = "[S President Dana Brandt] [C said] [T the port would open]. [S2 Officials] [C2 said] [T2 no]."


def attributed(title: str) -> tuple[str, str] | None:
    """The source and the content that a headline over a story on Brandt has, if it has any."""
    found = [one for one in read(f"{title}\n\n{BODY}", (title, ZoneKind.TITLE)) if one.spans[0].start < len(title)]
    if not found:
        return None
    (statement,) = found
    assert statement.source is not None
    assert statement.cue is not None
    assert statement.cue.text == ":"
    return statement.source.text, statement.content[0].text


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Brandt: Port to Open in May", ("Brandt", "Port to Open in May")),
        ("President Brandt: Port to Open in May.", ("President Brandt", "Port to Open in May")),
        ("Port to Open in May: Brandt", ("Brandt", "Port to Open in May")),
        ("‘We Cannot Enter’: Brandt", ("Brandt", "‘We Cannot Enter’")),
        ("“We Cannot Enter”: Veshan Minister", ("Veshan Minister", "“We Cannot Enter”")),
        ("Officials: Port Stays Closed", ("Officials", "Port Stays Closed")),
        ("Brandt to Olan: Open the Port", ("Brandt", "Open the Port")),
        ("Port Will Open in May: President Dana", ("President Dana", "Port Will Open in May")),
        ("Port stays shut; Brandt: ‘a disgrace’", ("Brandt", "‘a disgrace’")),
    ],
)
def test_a_colon_attributes_a_headline_to_a_speaker_of_the_article(title: str, expected: tuple[str, str]) -> None:
    assert attributed(title) == expected


@pytest.mark.parametrize(
    "title",
    [
        "Port of Dol: Ten Years of Waiting",
        "What We Know About Brandt: Ten Facts",
        "Inside Brandt: How She Won",
        "Opinion: The Port Must Open Now",
        "Brandt: Veshia",
        "Brandt: Port: Open",
        "Talks End at 10:30 in Dol",
        "Brandt Opens Port",
        ": Brandt",
    ],
)
def test_other_colons_attribute_nothing(title: str) -> None:
    assert attributed(title) is None


def test_a_headline_that_the_marks_attribute_is_left_to_them() -> None:
    title = "Brandt: Port ‘Will Open’, Minister Says"
    found = read(f"Brandt: [T3 Port ‘Will Open’], [S3 Minister] [C3 Says]\n\n{BODY}", (title, ZoneKind.TITLE))
    assert [one.source and one.source.text for one in found][:1] == ["Minister"]
    assert len(found) == 3
