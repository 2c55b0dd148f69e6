"""A file or bytes give an article, or a rejection that says what to do."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from onrecord.clean import CleanSettings, Format, Given, read_bytes, read_path
from onrecord.vocabulary import Article, DateBasis, Rejection, RejectionReason, UsageError, ZoneKind, article_id

BODY = (
    "The government of Norland said on Tuesday that it would open the harbour of Varnholm to foreign ships again. "
    "Minister Ola Brandt told reporters that the talks with Sudria had been long, and that they were not over.\n\n"
    "“We have time,” she said. “The sea has more of it than we have.”"
)
TEXT = f"Norland to open harbour to foreign ships\n\n{BODY}"


def article(data: bytes | str, path: str = "a.txt", **options: object) -> Article:
    (result,) = read_bytes(data.encode() if isinstance(data, str) else data, path=path, **options)  # type: ignore[arg-type]
    assert isinstance(result, Article), result
    return result


def rejection(data: bytes | str, path: str = "a.txt", **options: object) -> Rejection:
    (result,) = read_bytes(data.encode() if isinstance(data, str) else data, path=path, **options)  # type: ignore[arg-type]
    assert isinstance(result, Rejection), result
    return result


def page(body: str = "", head: str = "") -> str:
    paragraphs = "".join(f"<p>{part}</p>" for part in BODY.split("\n\n"))
    article = f"<article><h1>Norland opens harbour</h1>{paragraphs}{body}</article>"
    return f"<!DOCTYPE html><html><head>{head}</head><body>{article}</body></html>"


@pytest.mark.parametrize("name", ["a.txt", "a.text", "a.md", "a.markdown"])
def test_the_text_of_a_plain_or_markdown_file_is_the_file_unchanged(name: str) -> None:
    text = TEXT.replace("\n", "\r\n") + "\r\n\t "
    assert article(text, name).text == text


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    assert article(b"\xef\xbb\xbf" + TEXT.encode()).text == TEXT


def test_the_id_is_made_from_text_outlet_and_address() -> None:
    given = Given(outlet="The Norland Post", url="https://norland.example/a")
    assert article(TEXT, given=given).id == article_id(TEXT, outlet="The Norland Post", url="https://norland.example/a")
    assert article(TEXT).id != article(TEXT, given=given).id


def test_what_is_given_wins_over_what_the_page_says() -> None:
    head = '<meta property="og:site_name" content="Found Post"><meta name="author" content="Found Author">'
    given = Given(outlet="Given Post", published="2021-04", title="Given title", byline=("Given Author",))
    found = article(page(head=head), "a.html", given=given)
    assert (found.outlet, found.title, found.byline) == ("Given Post", "Given title", ("Given Author",))
    assert found.published is not None
    assert (found.published.earliest, found.published.latest) == ("2021-04-01", "2021-04-30")
    assert found.published.basis is DateBasis.GIVEN


def test_nothing_that_is_not_in_the_file_is_made_up() -> None:
    found = article(BODY.replace("\n\n", " "))
    assert (found.title, found.byline, found.outlet, found.url, found.published) == (None, (), None, None, None)


def test_a_file_is_never_dated_by_its_own_time(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(TEXT)
    os.utime(file, (1_600_000_000, 1_600_000_000))
    (found,) = read_path(file)
    assert isinstance(found, Article)
    assert found.published is None


@pytest.mark.parametrize(
    ("data", "path", "expected"),
    [
        (TEXT, "stdin", "text"),
        (page(), "stdin", "page"),
        ("  \n<!-- saved -->\n" + page(), "a.txt", "page"),
        (json.dumps({"text": TEXT}), "stdin", "row"),
        (json.dumps({"html": page()}), "stdin", "row"),
    ],
)
def test_the_format_is_told_from_the_text_where_the_name_does_not_tell(data: str, path: str, expected: str) -> None:
    found = article(data, path)
    assert "We have time" in found.text
    assert ("<p>" in found.text) is False
    assert (found.path == f"{path}:1") is (expected == "row")


def test_the_format_that_the_caller_names_wins() -> None:
    assert article(page(), "a.txt", format=Format.HTML).title == "Norland opens harbour"
    assert article(json.dumps({"text": TEXT}), "a.txt", format=Format.JSONL).text == TEXT


@pytest.mark.parametrize(
    ("data", "reason", "word"),
    [
        (b"", RejectionReason.EMPTY, "saved whole"),
        (b" \n\t\r\n", RejectionReason.EMPTY, "saved whole"),
        (b"<html><body></body></html>", RejectionReason.EMPTY, "saved whole"),
        (b"Too few words to be read.", RejectionReason.TOO_SHORT, "min_words"),
        (b"%PDF-1.7 " + TEXT.encode(), RejectionReason.NOT_TEXT, "pdftotext"),
        (b"PK\x03\x04" + TEXT.encode(), RejectionReason.NOT_TEXT, "unpack"),
        (b"\x89PNG" + TEXT.encode(), RejectionReason.NOT_TEXT, "an image: save the words in it as text"),
        (TEXT.encode() + b"\x00\x01\x02", RejectionReason.NOT_TEXT, "save it as text"),
        (bytes(range(1, 32)) * 20, RejectionReason.NOT_TEXT, "save it as text"),
        (
            "Der Minister sagte am Dienstag, dass die Gespräche mit Sudrien lange gedauert hätten und noch nicht zu Ende seien, "
            "aber der Hafen werde bald wieder geöffnet, sobald die Regierung zugestimmt habe.".encode(),
            RejectionReason.NOT_ENGLISH,
            "in German: onrecord reads English; translate it",
        ),
    ],
)
def test_what_is_no_article_is_rejected_with_its_reason_and_what_to_do(data: bytes, reason: RejectionReason, word: str) -> None:
    found = rejection(data)
    assert (found.path, found.reason) == ("a.txt", reason)
    assert word in found.detail


def test_boilerplate_does_not_count_as_words() -> None:
    menu = "Read more: the ten best beaches of Norland\n\n" * 10
    assert rejection(menu + "A short line.").reason is RejectionReason.TOO_SHORT


def test_a_file_over_the_limit_is_rejected_without_being_read(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(TEXT)
    (found,) = read_path(file, settings=CleanSettings(max_bytes=100))
    assert isinstance(found, Rejection)
    assert found.reason is RejectionReason.TOO_LARGE
    assert rejection(TEXT, settings=CleanSettings(max_bytes=100)).reason is RejectionReason.TOO_LARGE


def test_a_missing_path_and_a_folder_are_unreadable(tmp_path: Path) -> None:
    for path in (tmp_path / "none.txt", tmp_path):
        (found,) = read_path(path)
        assert isinstance(found, Rejection)
        assert (found.path, found.reason) == (str(path), RejectionReason.UNREADABLE)


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads every file")
def test_a_file_without_permission_is_unreadable(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(TEXT)
    file.chmod(0)
    (found,) = read_path(file)
    assert isinstance(found, Rejection)
    assert "permission" in found.detail


def test_the_lines_of_json_lines_are_articles_and_a_bad_line_does_not_stop_the_rest(tmp_path: Path) -> None:
    rows = [
        json.dumps({"text": TEXT, "source": {"id": None, "name": "The Norland Post"}, "Headline": "Harbour opens", "id": 7}),
        "{not json",
        "",
        "[1, 2]",
        json.dumps({"title": "no text"}),
        json.dumps({"text": " "}),
        json.dumps({"html": page(), "authors": ["Ida Holm", "Per Aas"], "date_published": "Tue, 06 Apr 2021 14:03:00 +0300"}),
    ]
    file = tmp_path / "a.jsonl"
    file.write_text("\n".join(rows))
    found = list(read_path(file))
    assert [item.path for item in found] == [f"{file}:{number}" for number in (1, 2, 4, 5, 6, 7)]
    first, *bad, last = found
    assert isinstance(first, Article)
    assert (first.text, first.outlet, first.title) == (TEXT, "The Norland Post", "Harbour opens")
    assert [item.reason for item in bad if isinstance(item, Rejection)] == [RejectionReason.UNREADABLE] * 3 + [
        RejectionReason.EMPTY
    ]
    assert isinstance(last, Article)
    assert last.byline == ("Ida Holm", "Per Aas")
    assert last.published is not None
    assert (last.published.earliest, last.published.basis) == ("2021-04-06T14:03:00+03:00", DateBasis.METADATA)


def test_a_line_that_is_too_long_is_rejected_and_the_next_is_read(tmp_path: Path) -> None:
    file = tmp_path / "a.ndjson"
    file.write_text(json.dumps({"text": "x" * 5_000}) + "\n" + json.dumps({"text": TEXT}) + "\n")
    first, second = read_path(file, settings=CleanSettings(max_bytes=1_000))
    assert isinstance(first, Rejection)
    assert first.reason is RejectionReason.TOO_LARGE
    assert isinstance(second, Article)
    assert second.path == f"{file}:2"


def test_an_empty_file_of_json_lines_is_rejected_as_empty() -> None:
    assert rejection("\n\n", "a.jsonl").reason is RejectionReason.EMPTY


def test_surrogates_and_zero_bytes_in_json_do_not_reach_a_text() -> None:
    assert "\ufffd" in article('{"text": "\\ud800 ' + BODY.replace("\n", " ") + '"}', "a.jsonl").text
    assert rejection('{"text": "\\u0000 ' + BODY.replace("\n", " ") + '"}', "a.jsonl").reason is RejectionReason.NOT_TEXT


def test_front_matter_of_markdown_is_metadata_and_stays_in_the_text() -> None:
    text = f'---\ntitle: "Harbour opens"\ndate: 2021-04-06\nauthor: Ida Holm\n---\n\n# Harbour opens\n\n{BODY}'
    found = article(text, "a.md")
    assert found.text == text
    assert (found.title, found.byline) == ("Harbour opens", ("Ida Holm",))
    assert found.published is not None
    assert found.published.earliest == "2021-04-06"
    assert [zone.kind for zone in found.zones if zone.start < 30] == [ZoneKind.BOILERPLATE] * 3


def test_meta_csv_beside_a_file_is_read_and_the_call_wins_over_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "meta.csv").write_text("file,outlet,published,note\na.txt,Table Post,2021-04-06,x\n")
    (found,) = read_path(tmp_path / "a.txt", given=Given(published="2020-01-01"))
    assert isinstance(found, Article)
    assert found.outlet == "Table Post"
    assert found.published is not None
    assert found.published.earliest == "2020-01-01"


def test_a_date_that_is_given_and_is_none_is_a_usage_error() -> None:
    with pytest.raises(UsageError, match="ISO 8601"):
        Given(published="last Tuesday")


def test_an_address_with_a_day_in_it_dates_the_article() -> None:
    found = article(TEXT, given=Given(url="https://norland.example/2021/04/06/harbour"))
    assert found.published is not None
    assert (found.published.earliest, found.published.basis) == ("2021-04-06", DateBasis.METADATA)


@pytest.mark.parametrize(("line", "field"), [('{"text": 5}', "text"), ('{"html": null, "title": "x"}', "html")])
def test_a_line_whose_text_is_no_string_says_so(line: str, field: str) -> None:
    found = rejection(line, "a.jsonl")
    assert found.reason is RejectionReason.UNREADABLE
    assert f"the object's '{field}' must be a string" in found.detail
