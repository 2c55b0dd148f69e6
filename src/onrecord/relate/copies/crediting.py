"""Whose text an article says it is: the agency of its dateline, byline or end line, or the outlet that printed it first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from onrecord.text.paragraphs import paragraphs
from onrecord.text.spelling import fold
from onrecord.vocabulary.relations import Printed

# The world's larger agencies and how they are written, the usual name first. Others are known by the form of the credit.
_AGENCIES = {
    fold(written): names.split("|")[0].strip()
    for names in (
        "AP|Associated Press|The Associated Press",
        "Reuters|Thomson Reuters|Reuters News Agency",
        "AFP|Agence France-Presse|Agence France Presse",
        "UPI|United Press International",
        "PA|PA Media|Press Association|PA News Agency",
        "DPA|Deutsche Presse-Agentur",
        *"EFE|Agencia EFE;ANSA;Xinhua|Xinhua News Agency;TASS|ITAR-TASS;Interfax;RIA Novosti|RIA;Ukrinform".split(";"),
        *"Kyodo|Kyodo News;Yonhap|Yonhap News Agency;Anadolu|Anadolu Agency|AA;PTI|Press Trust of India;ANI;IANS".split(";"),
        *"Belga;ANP;NTB;Ritzau;APA;PAP;CTK;BelTA;MTI;Canadian Press|The Canadian Press|CP;Jiji|Jiji Press".split(";"),
        *"AAP|Australian Associated Press;Bernama;Antara;IRNA;SANA;WAFA;Tasnim;Petra;Bloomberg|Bloomberg News".split(";"),
        *"Lusa;Agerpres;Tanjug;Hina;BNS".split(";"),
        "TNS|Tribune News Service|Tribune Content Agency",
    )
    for written in names.split("|")
}

_NAME = r"[A-Z][\w’'&-]*(?: [A-Z][\w’'&-]*){0,3}"
# "KARVEL, March 3 (Fenpress) - ", "KARVEL (AP) — ", "March 3 (AP) -": a place in capitals or a day, a name in brackets, a dash.
_DATELINE = re.compile(rf"\s*(?:[A-Z][A-Z][^()\n]{{0,80}}|[A-Z][a-z]{{2,8}}\.? \d{{1,2}} )\((?P<name>{_NAME})\)\s*[-–—]{{1,3}}\s")
# What an agency calls itself, where its name is not in the list.
_IS_AGENCY = re.compile(r"(?i)(?:\bnews (?:agency|service)|\bpress agency|\bnewswire|\w{2}wire|\bwire(?: service)?)$")
# "(Fenpress)", "— Fenpress", "Source: Fenpress" as a line by itself.
_END_LINE = re.compile(rf"(?:\((?P<round>{_NAME})\)|[—–-]{{1,2}} ?(?P<dash>{_NAME})|(?i:source): ?(?P<source>{_NAME}))\.?")
_STAFF = re.compile(
    rf"\(?(?:Reporting|Writing|Report|Story) by (?P<name>{_NAME}?) (?:staff|news agency|correspondents?|writers?)\b"
)
_PROVIDED = re.compile(
    rf"(?i:(?:story|article|report|text|material)\b.{{0,40}}\b(?:by|from|of)) (?i:the )?"
    rf"(?P<name>{_NAME})(?P<agency> news agency)?"
)
_FIRST_PRINTED = re.compile(
    r"(?i)\b(?:(?:first|originally) (?:appeared|published|printed|posted|ran)|republished|reprinted|reposted|cross-?posted)\b"
    r"(?: \w+){0,3}? (?:in|on|at|by|from)\b(?P<rest>[^\n]{0,120})"
)
_HELPED = re.compile(r"(?i)\b(?:contribut|addition|with )")
_LONG_LINE = 200
# How many paragraphs from the end may hold the end line: below it stand addresses and advertisements.
_LAST = 5
_FIRST = 4


@dataclass(frozen=True, slots=True)
class Credit:
    """An agency that an article names as the maker of its text, and where it does: "in its dateline"."""

    agency: str
    where: str


@lru_cache(maxsize=128)
def credit(article: Printed) -> Credit | None:
    """The agency whose text an article says it is; None where it names none, or is the agency's own.

    1. The dateline.  2. The byline.  3. A line at the end. Agencies that only helped ("with reporting by") are not counted.
    """
    found = [(named, where) for named, where in _credits(article) if article.outlet is None or not _same(named, article.outlet)]
    if not found:
        return None
    agency = found[0][0]
    places = dict.fromkeys(where for named, where in found if named == agency)
    return Credit(agency, " and ".join(places))


def is_own(article: Printed, agency: str) -> bool:
    """Whether an article was printed by the agency itself."""
    return article.outlet is not None and _same(agency, article.outlet)


def names_as_first(article: Printed, outlet: str | None) -> bool:
    """Whether an article says that an outlet printed it first ("first published in the …")."""
    if not outlet:
        return False
    return any(
        re.search(rf"\b{re.escape(fold(outlet))}\b", fold(match["rest"])) for match in _FIRST_PRINTED.finditer(article.text)
    )


def _credits(article: Printed) -> Iterator[tuple[str, str]]:
    text = article.text
    spans = paragraphs(text)
    in_dateline = set()
    for start, end in spans[:_FIRST]:  # 1
        if (match := _DATELINE.match(text, start, end)) and not match["name"].isdigit():
            in_dateline.add(fold(match["name"]))
            yield _usual(match["name"]), "in its dateline"
    for line in article.byline:  # 2
        named = re.sub(r"^(?i:by|from)\s+", "", line.strip())
        for part in (named, *re.split(r"\s*(?:,|/|\||;|\bof\b|\bfor\b)\s*", named)[1:]):
            if _is_agency(part) or fold(part) in in_dateline:
                yield _usual(part), "in its byline"
                break
    for start, end in spans[-_LAST:]:  # 3
        if (name := _at_end(text[start:end], in_dateline)) is not None:
            yield _usual(name), "at its end"


def _at_end(line: str, in_dateline: set[str]) -> str | None:
    """The agency that a line credits: a name in brackets by itself, or one known as an agency behind a dash or verb."""
    if match := _END_LINE.fullmatch(line):
        name: str = match["round"] or match["dash"] or match["source"]
        return name if match["round"] or _is_agency(name) else None
    if match := _STAFF.match(line):
        return match["name"] if _is_agency(match["name"]) or fold(match["name"]) in in_dateline else None
    if len(line) < _LONG_LINE and not _HELPED.search(line) and (match := _PROVIDED.search(line)):
        return match["name"] if match["agency"] or _is_agency(match["name"]) else None
    return None


def _is_agency(name: str) -> bool:
    return fold(name) in _AGENCIES or _IS_AGENCY.search(name) is not None


def _usual(name: str) -> str:
    """The name that an agency usually goes by: its other forms are one agency with it."""
    plain = re.sub(r"(?i)^the |(?<=\w) (?:news agency|news service|staff)$", "", name.strip())
    return _AGENCIES.get(fold(name), _AGENCIES.get(fold(plain), plain))


def _same(agency: str, outlet: str) -> bool:
    return fold(_usual(outlet)) == fold(agency) or fold(outlet).split(".")[0] == fold(agency)
