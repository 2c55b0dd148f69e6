"""The pages of disagreements: what reports cannot both be right about, both sides with who prints them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Annotated

from fastapi import APIRouter, Form, Request
from markupsafe import Markup
from starlette.responses import Response

from onrecord.ledger import ArticleRow, CopyRow, DisagreementHistory, Ledger, SideRow
from onrecord.surfaces import sentences
from onrecord.surfaces.cli import printing
from onrecord.surfaces.desk import links
from onrecord.surfaces.desk.asked import Asked, Prefix, paged, window
from onrecord.surfaces.desk.deciding import Decision
from onrecord.surfaces.desk.marking import Marked, marked
from onrecord.surfaces.desk.meant import there, whole
from onrecord.surfaces.desk.opened import Here
from onrecord.surfaces.desk.querying import disagreement_query
from onrecord.surfaces.desk.views import page
from onrecord.vocabulary import DisagreementKind, Place, UsageError, Verdict

router = APIRouter()

_VERDICTS = {"confirm": Verdict.CONFIRM, "reject": Verdict.REJECT, "undo": Verdict.UNDO}
_AROUND = 140  # characters of the article on each side of what is printed
_PLACES = 12  # of a side at first; all of them where they are asked for, so many at most
_ALL_PLACES = 120
_KINDS = {
    DisagreementKind.DATE: "Both tell of one thing, and give it days or years that cannot both be right.",
    DisagreementKind.NUMBER: "Both tell of one thing, and give numbers that cannot both be right.",
    DisagreementKind.NAME: "Both tell of one thing, and name different persons or bodies in the same role.",
    DisagreementKind.PLACE: "Both tell of one thing, and put it in different places.",
    DisagreementKind.SPEAKER: "Both report one utterance, and give it to different speakers.",
    DisagreementKind.POLARITY: "Both report one utterance, the one with a “not” that the other has not.",
    DisagreementKind.WORDING: "Both give one utterance in quotation marks, in words that differ.",
}


@dataclass(frozen=True, slots=True)
class _Printed:
    """A place that prints a side: its article, the words around it with what is printed marked, whether it is a witness, and what
    it is a copy of ("" for none)."""

    place: Place
    article: ArticleRow | None
    words: Markup
    witness: bool
    copied: str


@dataclass(frozen=True, slots=True)
class _Side:
    """A side with its places; `outlets` are those of its witnesses, `copies` how many articles only copy, `corrected` the
    articles that their own outlet took back, each with the one that does so."""

    side: SideRow
    outlets: Sequence[str]
    copies: int
    corrected: Sequence[tuple[ArticleRow, ArticleRow]]
    places: Sequence[_Printed]
    more: int


@router.get("/disagreements")
def disagreements(request: Request, here: Here) -> Response:
    """All disagreements, the surest first, with filters."""
    asked = Asked.of(request)
    query = disagreement_query(asked)
    total = here.kept(("disagreements", query), lambda ledger: ledger.count_disagreements(query))
    wanted = replace(query, **window(asked))
    rows, pages = paged(asked, here.kept(("disagreements of", wanted), lambda ledger: tuple(ledger.disagreements(wanted))), total)
    return page(
        request,
        "disagreements.html",
        rows=rows,
        pages=pages,
        asked=asked,
        kinds=[("", "any"), *((one.value, one.value) for one in DisagreementKind)],
        waiting=here.kept("waiting", lambda ledger: ledger.waiting()),
    )


@router.get("/disagreements/{prefix}")
def disagreement(request: Request, here: Here, prefix: Prefix) -> Response:
    """One disagreement with every side."""
    found = there(here.kept(("disagreement", prefix), lambda ledger: ledger.disagreement(prefix)))
    if away := whole(request, prefix, found.row.id, links.disagreement_url):
        return away
    asked = Asked.of(request)
    most = _ALL_PLACES if asked.flag("all") else _PLACES
    return page(
        request,
        "disagreement.html",
        found=found,
        row=found.row,
        asked=asked,
        sides=here.kept(("sides", found.row.id, most), lambda ledger: _sides(ledger, found, most)),
        both=_on_both(found),
        meaning=_KINDS[found.row.kind],
        abouts=list(dict.fromkeys(sentences.about(found.row, one.about) for one in found.found)),
        judgements=printing.standing(found.judgements),
    )


@router.post("/disagreements/{key}")
def judge(here: Here, decision: Decision, key: str, verdict: Annotated[str, Form()]) -> Response:
    """Confirms or rejects a disagreement, or takes back what was decided on it."""
    if verdict not in _VERDICTS:
        raise UsageError(f"a disagreement is decided on by one of {', '.join(_VERDICTS)}, not by “{verdict}”")
    found = there(here.ledger.disagreement(key))
    with decision.taken(here, ("disagreement", found.row.id)) as ledger:
        ledger.judge(found.row.id, _VERDICTS[verdict], by=decision.by, why=decision.why)
    return decision.redirect(links.disagreement_url(found.row.id))


def _sides(ledger: Ledger, found: DisagreementHistory, most: int) -> list[_Side]:
    texts: dict[str, str] = {}
    copied: dict[str, list[CopyRow]] = defaultdict(list)
    for copy in found.copies:
        if copy.status != "rejected":
            copied[copy.article.id].append(copy)
    made = []
    for side in found.row.sides:
        # The witnesses' places before those of their copies.
        places = sorted(side.places, key=lambda place: (place.article not in side.witnesses, place.article, place.start))
        for place in places[:most]:
            if place.article not in texts and (record := ledger.record(place.article)) is not None:
                texts[place.article] = record.article.text
        shown = [_printed(place, found, side, texts, copied) for place in places[:most]]
        taken_back = dict(side.corrected)
        outlets = sorted({printing.where(found.articles[one]) for one in side.witnesses})
        copies = {place.article for place in side.places} - set(side.witnesses) - taken_back.keys()
        corrected = [(found.articles[one], found.articles[by]) for one, by in taken_back.items()]
        made.append(_Side(side, outlets, len(copies), corrected, shown, len(places) - len(shown)))
    return made


def _printed(
    place: Place, found: DisagreementHistory, side: SideRow, texts: Mapping[str, str], copied: Mapping[str, Sequence[CopyRow]]
) -> _Printed:
    text = texts.get(place.article)
    words = _in_context(place, text) if text is not None else Markup.escape(place.text)
    of_it = sorted(copied.get(place.article, ()), key=lambda copy: (copy.of not in found.articles, -copy.score, copy.id))
    how = printing.copy_of(of_it[0]) if of_it and place.article not in side.witnesses else ""
    return _Printed(place, found.articles.get(place.article), words, place.article in side.witnesses, how)


def _in_context(place: Place, text: str) -> Markup:
    """A place with whole words before and after it, verbatim; it leads to the article."""
    begin, end = max(0, place.start - _AROUND), min(len(text), place.end + _AROUND)
    if begin and (cut := re.search(r"\s", text[begin : place.start])):
        begin += cut.end()
    if end < len(text) and (cuts := list(re.finditer(r"\s", text[place.end : end]))):
        end = place.end + cuts[-1].start()
    # Words of another paragraph, a headline or a caption, do not belong to what is printed here.
    begin = max(begin, text.rfind("\n", begin, place.start) + 1)
    until = text.find("\n", place.end, end)
    end = until if until >= 0 else end
    before, after = ("… " if begin else ""), (" …" if end < len(text) else "")
    address = links.article_url(place.article, (place.start, place.end))
    told = marked(text, begin, end, [Marked(place.start, place.end, "value", address)])
    return Markup("{}{}{}").format(before, told, after)


def _on_both(found: DisagreementHistory) -> Sequence[str]:
    """Which outlets print more than one of the values."""
    sides = [{printing.where(found.articles[place.article]) for place in side.places} for side in found.row.sides]
    return sorted(name for name in set().union(*sides) if sum(name in side for side in sides) > 1)
