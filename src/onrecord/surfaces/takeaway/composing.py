"""A dossier in its order: the question, who stands where, who moved, the words of each, what is disputed, what is not known, how
it was made. Nothing is put in other words: what is said stands as printed, with its place.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from onrecord import __version__
from onrecord.ledger import DisagreementHistory, DisagreementRow, PositionRow, ShiftRow
from onrecord.surfaces import sentences
from onrecord.surfaces.cli import printing
from onrecord.surfaces.cli.charting import SIGNS
from onrecord.surfaces.cli.printing import number
from onrecord.surfaces.days import in_words
from onrecord.surfaces.days import told as told_days
from onrecord.surfaces.takeaway.blocks import Block, Chart, Heading, Inline, Line, Link, Listing, Name, Prose, Quoted, Table
from onrecord.surfaces.takeaway.evidence import (
    address_of,
    day_of,
    file_of,
    judged,
    manner_of,
    office_of,
    one_line,
    outlet_of,
    place_of,
    pointed,
    publication,
    seen,
    title_of,
    words_of,
)
from onrecord.surfaces.takeaway.gathering import Dossier, holders
from onrecord.surfaces.timeline import Point, Standing, days_of
from onrecord.vocabulary import Place, Position, Reading

_READINGS = {Reading.WILL: "Will it be?", Reading.SHOULD: "Should it be?"}


def composed(found: Dossier) -> Iterator[Block]:
    """The blocks of a dossier, in order."""
    yield from _question(found)
    yield Heading(2, "Who stands where, over time", "chart")
    yield Chart(found.groups, found.apart)
    yield _now(found)
    yield from _shifts(found)
    yield Heading(2, "What each said", "said")
    for heading, group in found.groups:
        for one in group:
            yield from _actor(one, heading, found)
    yield from _disagreements(found)
    yield from _unknown(found)
    yield from _articles(found)
    yield from _method(found)


def signed(position: Position | None) -> str:
    """A position with its sign: "+ supports"; "not known" where nobody can tell."""
    return "not known" if position is None else f"{SIGNS.get(position, '')} {position}".strip()


def name_of(one: Standing, apart: Mapping[str, str] = MappingProxyType({})) -> str:
    """An actor's name, on one line, with what tells it from others of the name."""
    tells = apart.get(one.actor)
    return one_line(f"{one.name} ({tells})" if tells else one.name)


def _question(found: Dossier) -> Iterator[Block]:
    yield Heading(1, one_line(found.row.question.text))
    told = sum(one.told for one in found.standings)
    shifts = sum(len(one.shifts) for one in found.standings)
    outlets = {article.outlet for article in found.articles.values() if article.outlet}
    counts = f"{number(told, 'position', 'positions')} by {number(len(holders(found.groups)), 'actor', 'actors')}, "
    others = len(list(found.standings)) - len(holders(found.groups))
    counts += f"what others say of {number(others, 'actor', 'actors')} more or nobody can place, " if others else ""
    counts += f"{number(shifts, 'change of position', 'changes of position')}, "
    counts += f"{number(len(found.disagreements), 'disagreement', 'disagreements')} between reports; "
    counts += f"{number(len(found.articles), 'article', 'articles')} cited, by {number(len(outlets), 'outlet', 'outlets')}."
    yield Prose([f"A dossier made by onrecord {__version__} on {in_words(found.made[:10])}. {counts}"])
    yield Prose(
        [
            "All that is shown as said is a verbatim slice of a stored text. What a machine found is a candidate until a "
            "person confirms it. The day is that of saying; where only that of publication is known, it is said so."
        ]
    )


def _now(found: Dossier) -> Block:
    """The last stretch of each actor on each reading."""
    rows: list[list[Line]] = []
    for one in found.standings:
        for reading in Reading:
            if stretches := one.stretches(reading):
                last, first = stretches[-1], stretches[-1].first
                times = number(len(last.points), "time", "times")
                cells = [signed(first.position), told_days(first.days), told_days(last.points[-1].days), times]
                who: Line = [Link(name_of(one, found.apart), f"#{_anchor(one)}")]
                rows.append([who, [_READINGS[reading]], *([cell] for cell in cells)])
    columns = ("Who", "Question", "Last position", "Since", "Last said", "Said")
    return Table("The last position of each whose day is known", columns, rows)


def _actor(one: Standing, heading: str | None, found: Dossier) -> Iterator[Block]:
    yield Heading(3, name_of(one, found.apart), _anchor(one))
    about = [f"speaks for {one_line(heading)}"] if heading is not None and heading != one.name else []
    about += [one.type.value] if one.type is not None else []
    offices = {office: None for row in _rows(one) if (office := office_of(row.row, found.known))}
    about += [f"called {', '.join(offices)} when speaking"] if offices else []
    actor = found.known.get(one.actor)
    line: list[Inline] = ["; ".join(about)]
    if actor is not None and actor.wikidata:
        line += ["; " if about else "", Link(f"Wikidata {actor.wikidata}", f"https://www.wikidata.org/entity/{actor.wikidata}")]
    if any(line):
        yield Prose(line)
    for reading in Reading:
        stretches = one.stretches(reading)
        undated = [point for point in one.undated if point.reading is reading]
        if stretches or undated:
            yield Heading(4, _READINGS[reading])
        for stretch in stretches:
            if (shift := stretch.shift) is not None:
                yield Prose([Link(f"Moved: {_moved(shift)}", f"#shift-{shift.id}"), f" ({_status(shift)})"])
            for point in stretch.points:
                yield _point(point, found)
        if undated:
            yield Prose(["On a day that is not known, or not narrowly enough to put it in order:"])
        for point in undated:
            yield _point(point, found)
    for what, rows in (
        ("What others say of it:", one.second_hand),
        ("About it, and nobody can tell which position:", one.unsure),
    ):
        if rows:
            yield Prose([what])
        for row in rows:
            yield _quoted(row, found)


def _rows(one: Standing) -> Iterator[PositionRow]:
    return (row for point in (*one.points, *one.undated) for row in point.reports)


def _point(point: Point, found: Dossier) -> Quoted:
    """The best report of one act of saying, with where else it is told; the day is that of the report which gives it best."""
    first, *others = point.reports
    made = _quoted(first, found, dated=point.dated)
    more: list[Line] = [["also in ", *_where(row), *_at(row)] for row in others]
    return Quoted(made.lead, made.manner, made.words, [*made.notes, *more], made.position, made.anchor)


def _quoted(row: PositionRow, found: Dossier, *, named: bool = False, dated: PositionRow | None = None) -> Quoted:
    """The words of a position with its day, or that which another report of it gives (`dated`)."""
    other = dated is not None and days_of(dated) != days_of(row)
    day, basis = day_of(dated.row if other and dated is not None else row.row, told_days)
    basis += f", by {outlet_of(dated.row.article)}" if other and dated is not None else ""
    who: Line = [Name(one_line(row.actor_name) if row.actor_name else "not known who"), ", "] if named else []
    told = f"{row.reading}: {signed(row.position)}" if row.reading is not None else signed(row.position)
    lead: Line = [*who, f"{day}, {told}{in_words(judged(row))}"]
    why = f"placed by {one_line(sentences.by_whom(row.by))}, {row.confidence:.2f}: {one_line(sentences.plain(row.reason))}"
    stage = f"; stage: {one_line(row.stage)}" if row.stage else ""
    notes: list[Line] = [[*_where(row), *_at(row)], [f"day: {in_words(basis)}; {why}{stage}"]]
    return Quoted(lead, manner_of(row.row), words_of(row.row), notes, row.position, f"position-{row.id}")


def _where(row: PositionRow) -> Line:
    article = row.row.article
    address = pointed(row.row)
    title: Inline = Link(title_of(article), address) if address else Name(title_of(article))
    return [Name(outlet_of(article)), ", ", title, f", {publication(article, told_days)}"]


def _at(row: PositionRow) -> Line:
    article = row.row.article
    return ["; ", Link(place_of(row.row), f"#article-{article.id}"), f"; statement {row.row.statement.id}"]


def _shifts(found: Dossier) -> Iterator[Block]:
    shifts = [shift for one in found.standings for shift in one.shifts]
    yield Heading(2, "Who moved", "shifts")
    if not shifts:
        yield Prose(["No change of position was found."])
    for shift in shifts:
        yield Heading(3, f"{one_line(shift.actor_name)}: {_moved(shift)}", f"shift-{shift.id}")
        yield Prose([f"{shift.kind}, {_status(shift)}, {shift.confidence:.2f}. {one_line(sentences.moved(shift))}"])
        for what, row in zip(("Before", "After"), shift.statements, strict=True):
            made = _quoted(row, found)
            notes = [*made.notes, [f"shift {shift.id}"]] if what == "After" else made.notes
            yield Quoted([f"{what}: ", *made.lead], made.manner, made.words, notes, made.position)


def _moved(shift: ShiftRow) -> str:
    (reading, before), (later, after) = shift.before, shift.after
    return f"{reading}: {signed(before)} → {'' if later is reading else f'{later}: '}{signed(after)}"


def _status(row: ShiftRow | DisagreementRow) -> str:
    return in_words(one_line(printing.decided(row))) or "a candidate that nobody judged yet"


def _disagreements(found: Dossier) -> Iterator[Block]:
    yield Heading(2, "Where reports cannot both be right", "disagreements")
    if not found.disagreements:
        yield Prose(["No disagreement that touches these statements was found."])
    for one in found.disagreements:
        row = one.row
        yield Heading(3, sentences.capitalised(one_line(sentences.about(row))), f"disagreement-{row.id}")
        yield Prose([f"{_status(row)}, {row.confidence:.2f}. Copies of one text are one witness."])
        for side in row.sides:
            witnesses = number(len(side.witnesses), "witness", "witnesses")
            yield Prose([f"{one_line(sentences.side(row, side))} ({witnesses})"])
            yield Listing([_printed(place, place.article in side.witnesses, one) for place in side.places])


def _printed(place: Place, witness: bool, one: DisagreementHistory) -> Line:
    article = one.articles.get(place.article)
    where = f"characters {place.start}-{place.end}"
    outlet: Line = ["outlet not known"]
    if article is not None:
        outlet = [Name(outlet_of(article)), ", ", Name(title_of(article)), f", {publication(article, told_days)}"]
    what = "" if witness else "; not counted as a witness"
    return ["“", Name(one_line(place.text)), "”: ", *outlet, "; ", Link(where, f"#article-{place.article}"), what]


def _unknown(found: Dossier) -> Iterator[Block]:
    row = found.row
    points = [point for one in found.standings for point in (*one.points, *one.undated)]
    printed = sum(point.printed for point in points)
    without = sum(article.published is None for article in found.articles.values())
    nameless = sum(not article.outlet for article in found.articles.values())
    unsure = sum(len(one.unsure) for one in found.standings) + sum(one.position is None for one in found.nobody)
    told = [
        (found.waiting, "article is", "articles are", "not compared with the others yet: `onrecord relate`"),
        (row.waiting, "article is", "articles are", "not placed on the question yet: `onrecord relate`"),
        (len(found.nobody), "statement is", "statements are", "about it, and it is not known whose they are; see below"),
        (unsure, "statement is", "statements are", "about it, and nobody can tell which position they take"),
        (sum(len(one.undated) for one in found.standings), "position has", "positions have", "no day, or none narrow enough"),
        (printed, "position has", "positions have", "the day of publication in place of that of saying"),
        (without, "article has", "articles have", "no day of publication"),
        (nameless, "article has", "articles have", "no known outlet"),
    ]
    yield Heading(2, "What is not known", "unknown")
    lines: list[Line] = [[f"{number(many, one, several)} {what}"] for many, one, several, what in told if many]
    yield Listing([*lines, ["What no article of this ledger reports, and what the machine did not find in them, is not here."]])
    if found.nobody:
        yield Prose(["Said, and it is not known by whom:"])
    for one in found.nobody:
        yield _quoted(one, found, named=True)


def _articles(found: Dossier) -> Iterator[Block]:
    yield Heading(2, "The articles", "articles")
    ordered = sorted(found.articles.values(), key=lambda one: (one.published.earliest if one.published else "~", one.id))
    rows: list[list[Line]] = []
    for one in ordered:
        address, file = address_of(one), file_of(one)
        where: Inline = Link(address, address) if address else f"file {file}" if file else "address not known"
        later = f", superseded by {one.superseded_by}" if one.superseded_by else ""
        version = f"{one.id}, version {one.version}{later}"
        cells: list[Line] = [[title_of(one)], [outlet_of(one)], [publication(one, told_days)], [where], [in_words(seen(one))]]
        rows.append([[Link(version, f"#article-{one.id}")], *cells])
    yield Table("Every article cited", ("Version (hash)", "Headline", "Outlet", "Published", "Address", "Seen"), rows)


def _method(found: Dossier) -> Iterator[Block]:
    read = {(one.provenance.onrecord, one.provenance.model, one.provenance.settings) for one in found.articles.values()}
    placed = sorted({one_line(row.by) for row in found.positions})
    yield Heading(2, "How it was made", "method")
    articles, statements = found.kept
    lines = [
        f"The ledger holds {number(articles, 'article', 'articles')} with {number(statements, 'statement', 'statements')}; "
        f"{found.row.statements} were placed on the question, {found.row.about} of them are about it.",
        *(f"Read by onrecord {version}, model {model}, settings {settings}." for version, model, settings in sorted(read)),
        f"Positions placed by: {', '.join(placed) or 'nobody'}.",
        "Reports of one act of saying count once. A place is a half-open range of Unicode code points of the article's stored "
        "text, whose version the hash names; a text that an outlet changed later is another version.",
        "To check a statement: `onrecord show ID`; a position: `onrecord positions ID`; to judge either: `onrecord judge ID`.",
    ]
    asked, row = found.row.question, found.row
    facts: list[Line] = [
        [f"Between: {', '.join(map(one_line, asked.subject))}"],
        [f"About: {', '.join(map(one_line, asked.about))}"],
    ]
    if asked.stages:
        facts.append([f"Stages: {', '.join(one_line(stage.name) for stage in asked.stages)}"])
    facts.append([f"Question “{asked.id}”, version {row.version}, asked since {in_words(row.added_at[:10])}"])
    yield Listing([*facts, *([line] for line in lines)])


def _anchor(one: Standing) -> str:
    return f"actor-{one.actor}"
