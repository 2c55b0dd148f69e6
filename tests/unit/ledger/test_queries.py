"""What each condition of a query lets through; the number always agrees with the rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from ledger_builders import full_record, published, record, said_on

from onrecord.ledger import TABLES, ArticleQuery, Ledger, Order, StatementQuery, open_ledger
from onrecord.vocabulary import Kind, Speaker, UsageError

VESK = ("President Orlan Vesk", "said", "the harbour will open in May")
MEER = ("Ilse Meër", "warned", "the talks may fail")
UNION = ("the dockers' union", "said", "nobody had asked it about talks")
QUOTED = ("Tor Hale", "said", "“never” is a long time")

Filters = dict[str, object]


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """Four articles, one statement each; the last two say nothing of when."""
    with open_ledger(tmp_path_factory.mktemp("ledger") / "story.db") as ledger:
        ledger.add(record(VESK, url="v", outlet="Tarvia Herald", published=published("2031-05-04T23:30:00+02:00")))
        ledger.add(record(MEER, url="m", outlet="Le Courrier d’Éole", fields={"said_on": said_on("2031-05-01", "2031-05-03")}))
        named = Speaker("Selm Dockers", "the only union")
        ledger.add(record(UNION, url="u", outlet="Tarvia Herald", fields={"speaker": named}))
        ledger.add(record(QUOTED, url="q", outlet=None, fields={"kind": Kind.MIXED}))
        yield ledger


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, [VESK, MEER, UNION, QUOTED]),
        ({"speaker": "vesk"}, [VESK]),
        ({"speaker": "ORLAN VE"}, [VESK]),
        ({"speaker": "president"}, [VESK]),
        ({"speaker": "esk"}, []),
        ({"speaker": "meer"}, [MEER]),
        ({"speaker": "Méer"}, [MEER]),
        ({"speaker": "docker"}, [UNION]),
        ({"speaker": "selm dockers"}, [UNION]),
        ({"speaker": "dockers the"}, []),
        ({"speaker": "%"}, []),
        ({"speaker": ""}, []),
        ({"outlet": "tarvia herald"}, [VESK, UNION]),
        ({"outlet": "le courrier d'eole"}, [MEER]),
        ({"outlet": "Tarvia"}, []),
        ({"since": "2031-05-04"}, [VESK]),
        ({"until": "2031-05-03"}, [MEER]),
        ({"since": "2031-05-02", "until": "2031-05-02"}, [MEER]),
        ({"since": "2031-05-03", "until": "2031-05-04"}, [VESK, MEER]),
        ({"since": "2031-05-05"}, []),
        ({"kind": Kind.MIXED}, [QUOTED]),
        ({"text": "talks"}, [MEER, UNION]),
        ({"text": "talk -fail"}, [UNION]),
        ({"text": "-talks"}, [VESK, QUOTED]),
        ({"text": "vesk"}, [VESK]),
        ({"text": "?!"}, []),
        ({"speaker": "union", "text": "talks", "outlet": "Tarvia Herald"}, [UNION]),
        ({"limit": 2}, [VESK, MEER]),
        ({"limit": 0}, []),
        ({"offset": 3}, [QUOTED]),
        ({"limit": 1, "offset": 1}, [MEER]),
        ({"order": Order.OLDEST}, [MEER, VESK, UNION, QUOTED]),
        ({"order": Order.NEWEST}, [VESK, MEER, UNION, QUOTED]),
        ({"article": record(VESK, url="v", outlet="Tarvia Herald").article.id}, [VESK]),
        ({"article": "0" * 16}, []),
    ],
)
def test_a_query_gives_just_these_statements(story: Ledger, filters: Filters, expected: list[tuple[str, str, str]]) -> None:
    query = StatementQuery(**filters)  # type: ignore[arg-type]
    assert [row.statement.content[0].text for row in story.statements(query)] == [said[2] for said in expected]
    assert story.count_statements(query) == len(list(story.statements(replace(query, limit=None, offset=0))))


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, "vmuq"),
        ({"outlet": "Tarvia Herald"}, "vu"),
        ({"since": "2031-05-04", "until": "2031-05-04"}, "v"),
        ({"since": "2031-05-05"}, ""),
        ({"text": "talks"}, "mu"),
        ({"text": "harbour"}, "vmuq"),
        ({"text": "-talks"}, "vq"),
        ({"order": Order.NEWEST, "limit": 2}, "vm"),
    ],
)
def test_a_query_gives_just_these_articles(story: Ledger, filters: Filters, expected: str) -> None:
    query = ArticleQuery(**filters)  # type: ignore[arg-type]
    assert [row.url for row in story.articles(query)] == list(expected)
    assert story.count_articles(query) == len(list(story.articles(replace(query, limit=None, offset=0))))


def test_a_row_stands_alone(ledger: Ledger) -> None:
    added = full_record()
    ledger.add(added)
    row = next(ledger.statements())
    assert row.statement == added.statements[0]
    assert (row.article.outlet, row.article.url, row.article.path) == (
        added.article.outlet,
        added.article.url,
        added.article.path,
    )
    assert (row.article.published, row.article.provenance) == (added.article.published, added.provenance)
    assert (row.article.statements, row.article.characters) == (3, len(added.article.text))


@pytest.mark.parametrize(
    "filters",
    [
        {"since": "May"},
        {"until": "2031-02-30"},
        {"since": "20310504"},
        {"since": "2031-05-04", "until": "2031-05-03"},
        {"limit": -1},
        {"offset": -1},
    ],
)
@pytest.mark.parametrize("query", [StatementQuery, ArticleQuery])
def test_a_query_that_makes_no_sense_is_refused(query: type[StatementQuery | ArticleQuery], filters: Filters) -> None:
    with pytest.raises(UsageError):
        query(**filters)  # type: ignore[arg-type]


def test_an_id_is_found_by_its_first_digits(story: Ledger) -> None:
    row = next(story.statements())
    assert story.statement(row.statement.id[:8]) == row
    assert story.article(row.article.id[:8]) == row.article
    assert story.record(row.article.id[:8]) == story.record(row.article.id)


def test_an_id_that_is_not_there_gives_none(story: Ledger) -> None:
    assert (story.statement("0" * 16), story.article("0" * 16), story.record("0" * 16)) == (None, None, None)


@pytest.mark.parametrize("prefix", ["", "abc", "xyzw", "ABCD", "a" * 17, "abc%", "abcd\n"])
def test_what_is_no_prefix_of_an_id_is_refused(story: Ledger, prefix: str) -> None:
    with pytest.raises(UsageError, match="4 to 16"):
        story.statement(prefix)


def test_a_prefix_of_several_ids_is_refused_with_the_candidates(path: Path) -> None:
    with open_ledger(path) as ledger:
        seen: dict[str, str] = {}
        for number in range(2000):
            added = record(("Ilse Meer", "said", f"pier {number} is shut"), url=str(number))
            ledger.add(added)
            new = added.article.id
            if (old := seen.setdefault(new[:4], new)) != new:
                break
        with pytest.raises(UsageError, match=f"{min(old, new)}, {max(old, new)}"):
            ledger.article(new[:4])


def test_the_tables_hold_everything(story: Ledger) -> None:
    assert [row.article.url for row in story.table("articles")] == list("vmuq")
    assert [row.text for row in story.table("articles")] == [record.article.text for record in story.records()]
    assert list(story.table("statements")) == list(story.statements())
    assert [row.mention.name for row in story.table("mentions")] == [said[0] for said in (VESK, MEER, UNION, QUOTED)]


def test_a_table_that_there_is_not_is_refused_with_those_there_are(story: Ledger) -> None:
    with pytest.raises(UsageError, match=", ".join(TABLES)):
        story.table("feelings")


def test_more_statements_than_one_portion_come_in_order(ledger: Ledger) -> None:
    for number in range(3):
        ledger.add(record(*(("Ilse Meer", "said", f"pier {n} is shut") for n in range(400)), url=str(number)))
    found = [(row.article.url, row.statement.content[0].text) for row in ledger.statements()]
    assert found == [(str(number), f"pier {n} is shut") for number in range(3) for n in range(400)]
