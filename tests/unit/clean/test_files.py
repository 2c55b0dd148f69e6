"""Folders give their articles, in order; files are taken as they are given."""

from __future__ import annotations

from pathlib import Path

from onrecord.clean import article_files, read_path
from onrecord.vocabulary import Rejection, RejectionReason


def test_a_folder_is_walked_in_order_and_what_is_no_article_is_passed_over(tmp_path: Path) -> None:
    taken = ["a.txt", "b/c.html", "b/d.JSONL", "b/e.xhtml", "f.md", "g.text", "h.markdown", "i.htm", "j.ndjson"]
    passed = ["meta.csv", "truth.json", "README.md", "WHY.md", "LICENSE.txt", ".hidden.txt", ".git/a.txt", "x.pdf", "b/meta.csv"]
    for name in (*taken, *passed):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    assert list(article_files([tmp_path])) == [tmp_path / name for name in taken]


def test_a_file_is_taken_whatever_its_name_and_a_missing_path_is_left_to_the_reader(tmp_path: Path) -> None:
    odd = tmp_path / "README.odd"
    odd.write_text("x")
    missing = tmp_path / "none"
    assert list(article_files([missing, odd])) == [missing, odd]


def test_a_link_that_leads_nowhere_is_left_to_the_reader_where_it_has_an_articles_name(tmp_path: Path) -> None:
    for name in ("a.txt", "a.pdf", "README.md"):
        (tmp_path / name).symlink_to(tmp_path / "gone")
    (tmp_path / "round.md").symlink_to(tmp_path / "round.md")
    assert list(article_files([tmp_path])) == [tmp_path / "a.txt", tmp_path / "round.md"]
    (found,) = read_path(tmp_path / "a.txt")
    assert isinstance(found, Rejection)
    assert (found.reason, found.detail) == (
        RejectionReason.UNREADABLE,
        "a link to a file that is not there: mend it or take it away",
    )


def test_a_link_to_a_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "loop").symlink_to(tmp_path)
    assert list(article_files([tmp_path])) == [tmp_path / "a.txt"]
