"""meta.csv gives each file of its folder what the user knows, and says what is wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.clean import Given
from onrecord.clean.meta_csv import given_in_folder
from onrecord.vocabulary import UsageError


def given(folder: Path, table: str | bytes, name: str = "a.txt") -> Given:
    (folder / "a.txt").write_text("x")
    (folder / "meta.csv").write_bytes(table if isinstance(table, bytes) else table.encode())
    return given_in_folder(folder / name)


ROW = Given("The Post", "2021-04-06", "http://a.io", "Harbour, open", ("Ida Holm", "Per Aas"))


@pytest.mark.parametrize(
    "table",
    [
        'file,outlet,published,url,title,byline\na.txt,The Post,2021-04-06,http://a.io,"Harbour, open",Ida Holm|Per Aas',
        "File;Outlet;Published;URL;Title;Byline;X-D\r\na.txt;The Post;2021-04-06;http://a.io;Harbour, open;Ida Holm | Per Aas;",
        '\ufefffile,byline,title,url,published,outlet\na.txt,Ida Holm|Per Aas,"Harbour, open",http://a.io,2021-04-06,The Post',
    ],
)
def test_a_row_gives_what_is_known_in_any_order_of_columns_and_usual_delimiter(tmp_path: Path, table: str) -> None:
    assert given(tmp_path, table) == ROW


@pytest.mark.parametrize("column", ["x-desk", "_desk", "note", "Notes", ""])
def test_columns_that_the_user_keeps_for_themselves_are_passed_over(tmp_path: Path, column: str) -> None:
    assert given(tmp_path, f"file,outlet,{column}\na.txt,Post,x\n") == Given("Post")


@pytest.mark.parametrize("cell", ["Ida Holm; Per Aas", "Ida Holm|Per Aas", "Ida Holm ;Per Aas;"])
def test_a_cell_gives_several_authors(tmp_path: Path, cell: str) -> None:
    assert given(tmp_path, f'file,byline\na.txt,"{cell}"\n').byline == ("Ida Holm", "Per Aas")


def test_a_file_without_row_or_table_is_given_nothing(tmp_path: Path) -> None:
    assert given_in_folder(tmp_path / "a.txt") == Given()
    assert given(tmp_path, "file,outlet\na.txt,Post\n\n,\n", "b.txt") == Given()


def test_a_table_that_was_edited_is_read_again(tmp_path: Path) -> None:
    assert given(tmp_path, "file,outlet\na.txt,Post\n").outlet == "Post"
    assert given(tmp_path, "file,outlet\na.txt,Other Post\n").outlet == "Other Post"


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ("name,outlet\na.txt,Post\n", "no column 'file'"),
        ("", "no column 'file'"),
        ("file,publised\na.txt,2021-04-06\n", "no column 'publised'; there are file, outlet, published, url, title, byline"),
        ("file,outlet\nb.txt,Post\n", r"line 2: there is no file 'b.txt'"),
        ("file,outlet\na.txt,Post\na.txt,Post\n", "line 3: a second row"),
        ("file,outlet\n,Post\n", "line 2: the column 'file' is empty"),
        ("file,published\na.txt,last week\n", "line 2: the date of publication 'last week' is not ISO 8601"),
        ('file,outlet\na.txt,"Post\n', "double quotes"),
        (b"file,outlet\na.txt,\x00\n", "not text"),
    ],
)
def test_a_broken_table_says_where_and_what_to_do(tmp_path: Path, table: str | bytes, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        given(tmp_path, table)
