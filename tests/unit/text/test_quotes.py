"""quotations: what stands in quotation marks, whatever the marks."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.quotes import quotations


def quoted(text: str) -> list[str]:
    """The quotations with marks; those inside another begin with a dot, unclosed ones end in a tilde, two if they run on."""
    return [
        "." * one.level + text[one.start : one.end] + ("" if one.closed else "~~" if one.runs_on else "~")
        for one in quotations(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The plain cases: every kind of mark.
        ('"We go," she said.', ['"We go,"']),
        ("“We go,” she said. “Soon.”", ["“We go,”", "“Soon.”"]),
        ("‘We go,’ she said. ‘Soon.’", ["‘We go,’", "‘Soon.’"]),
        ("'We go,' she said. 'Soon.'", ["'We go,'", "'Soon.'"]),
        ("«We go», she said.", ["«We go»"]),
        ("‹We go›, she said.", ["‹We go›"]),
        ("„We go“, she said. „Soon.“", ["„We go“", "„Soon.“"]),
        ("„We go”, she said.", ["„We go”"]),
        ("''We go,'' she said. ''Soon.''", ["''We go,''", "''Soon.''"]),
        ("``We go,'' she said.", ["``We go,''"]),
        # No space where one belongs.
        ('"We go."She said "soon".', ['"We go."', '"soon"']),
        ('She said:"We go." ("Soon.")', ['"We go."', '"Soon."']),
        ('"We go"—"soon"—she said', ['"We go"', '"soon"']),
        ('"We go, "she said. "Soon."', ['"We go, "', '"Soon."']),
        # One inside another, of another kind and of the same.
        ("“He said ‘no’ to it,” she said.", ["“He said ‘no’ to it,”", ".‘no’"]),
        ("‘He said “no” to it,’ she said.", ["‘He said “no” to it,’", ".“no”"]),
        ("\"He said 'no' to it,\" she said.", ["\"He said 'no' to it,\"", ".'no'"]),
        ("«He said ‹no› to it»", ["«He said ‹no› to it»", ".‹no›"]),
        ("“‘No,’ he told me,” she said.", ["“‘No,’ he told me,”", ".‘No,’"]),
        ("“He said “no” to it,” she said.", ["“He said “no” to it,”", ".“no”"]),
        ('"He said "no" to it," she said.', ['"He said "no" to it,"', '."no"']),
        ('"He said “no” to it", she said.', ['"He said “no” to it"', ".“no”"]),
        ('“He said "no" to it,” she said.', ['“He said "no" to it,”', '."no"']),
        # Never closed, or never opened.
        ("“We go, she said.", ["“We go, she said.~"]),
        ("“We go, she said. “Soon,” she said.", ["“We go, she said.~", "“Soon,”"]),
        ('She said "We go. "Soon," she said.', ['"We go.~', '"Soon,"']),
        ("We go,” she said. “Soon.”", ["“Soon.”"]),
        ('We go," she said. "Soon," she said.', ['"Soon,"']),
        ('It ends here." And goes on.', []),
        # The wrong glyph at one end.
        ("“We go,“ she said. “Soon.“", ["“We go,“", "“Soon.“"]),
        ('“We go,“ she said. "Soon," she said.', ["“We go,“", '"Soon,"']),
        ("”We go,” she said. ”Soon.”", ["”We go,”", "”Soon.”"]),
        ('“We go," she said. "Soon.”', ['“We go,"', '"Soon.”']),
        ("»We go«, she said, »and soon«.", ["»We go«", "»and soon«"]),
        # Apostrophes, plural possessives, elisions and inches quote nothing.
        ("Brandt’s plan isn’t the farmers’ plan.", []),
        ("The farmers' plan and the workers' union", []),
        ("‘We don’t share the workers’ view,’ she said.", ["‘We don’t share the workers’ view,’"]),
        ("'It's the ministers' fault,' she said. 'They won't go.'", ["'It's the ministers' fault,'", "'They won't go.'"]),
        ("‘It‘s late,’ she said.", ["‘It‘s late,’"]),
        ("the ’90s, the ‘80s, rock ‘n’ roll and '70s pop", []),
        ("the so-called 'reform' of the '90s", ["'reform'"]),
        ("O'Meer's 'big' plan", ["'big'"]),
        ('a 6" pipe and a 5\'10" man said "yes" to it', ['"yes"']),
        # Nothing at all.
        ("", []),
        ("No marks here.", []),
    ],
)
def test_quotations_are_found_with_their_marks(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“One.\n“Two.\n“Three,” she said.", ["“One.~~", "“Two.~~", "“Three,”"]),
        ('"One.\n\n"Two," she said.', ['"One.~~', '"Two,"']),
        ("‘One, the farmers’ plan.\n\n‘Two,’ she said.", ["‘One, the farmers’ plan.~~", "‘Two,’"]),
        ("'One.\n\n'Two,' she said.", ["'One.~~", "'Two,'"]),
        ("She said: ‘One.\n\n‘Two,’ she said.", ["‘One.~~", "‘Two,’"]),
        # A quotation that is closed does not run on, nor one that the next paragraph does not open again.
        ("“One.”\n“Two.”", ["“One.”", "“Two.”"]),
        ("“One.\nShe left.", ["“One.~"]),
        ("It was 'new to us\n'Tis so.", []),
    ],
)
def test_a_quotation_runs_on_where_the_next_paragraph_opens_with_a_mark(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_inner_is_what_stands_between_the_marks() -> None:
    (one,) = quotations("''We go,'' she said.")
    assert one.inner == (2, 8)
    assert (one.opening, one.closing) == (2, 2)


MESSY = st.text(alphabet="ab s.,\n\"“”«»„‘’'`‹›-:5", max_size=120)


@given(st.one_of(MESSY, st.text(max_size=200)))
def test_quotations_are_in_order_inside_the_text_and_apart_or_one_inside_the_other(text: str) -> None:
    found = quotations(text)
    assert [(one.start, -one.end) for one in found] == sorted((one.start, -one.end) for one in found)
    for place, one in enumerate(found):
        assert 0 <= one.start < one.end <= len(text)
        assert one.opening > 0
        assert one.start < one.inner[0] <= one.inner[1] <= one.end
        for other in found[place + 1 :]:
            assert other.start >= one.end or other.end <= one.end
            assert other.level == 1 or other.start >= one.end


@pytest.mark.parametrize("unit", ["'a ", "'a s' ", '"a ', "“a ", "“'a ", "‘a “b” ", "a's' ", "”", "'"])
def test_a_text_of_nothing_but_marks_takes_linear_time(unit: str) -> None:
    begin = time.process_time()
    quotations(unit * 4_000)
    assert time.process_time() - begin < 4
