"""Compiles the facts (CSV) into the files of sorted lines that `onrecord.identify.facts` looks up.

    compile_facts.py [--facts FOLDER] [--out FOLDER]     write the files
    compile_facts.py --collisions                        list the surnames that share a skeleton, with how many there are

The same inputs give the same bytes. What no lookup needs stays out: ids of offices, names in their own script only. Six files,
UTF-8, a header of lines that begin with "#", fields between tabs, sorted by their bytes:

- countries.txt: form folded, form, place, how it stands for the place, 1 where ambiguous; and "=place", name
- organisations.txt: the same with the name as the place; and "=name", kind, owner's code, all its forms
- offices.txt: place, number, role, title, keys of the persons who held it
- people.txt: key, name, qid, m or f, other spellings, 1 where the surname comes first, terms as "office start/end", where an end
  that is not known is "~" and the last day that the source speaks of
- given_names.txt: given name folded, how many women and men of the facts bear it
- surnames.txt: skeleton of a word that may be a surname but is not the last of a name, keys of the persons
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from onrecord.identify.facts.lines import FOLDER
from onrecord.identify.facts.people import SURNAME_FIRST, first_day, last_day, surnames_in, words_of
from onrecord.identify.facts.places import form_key
from onrecord.text.spelling import fold, skeleton

COMPILED = "2026-11-22"
HEADER = (
    f"# Facts as of {COMPILED}: countries, organisations, offices and their holders, made by training/compile_facts.py.",
    "# Licences: facts of Wikidata CC0 1.0, country codes ODC PDDL 1.0. Corrections belong in the inputs or in that script.",
)
# What the sources know of themselves: rows from general knowledge hold to this day.
OWN_KNOWLEDGE = "2025-12-31"

# Roles whose offices one person holds at a time.
_SINGULAR = (
    "head_of_state head_of_government foreign_minister defence_minister finance_minister interior_minister justice_minister "
    "attorney_general chief_of_staff spokesperson security_adviser parliament_speaker military_chief central_bank "
    "intelligence_chief org_head"
).split()
# The roles of the inputs are by pattern, a heuristic; the first line that fits an office (its role, its title in lower case)
# corrects it.
_CORRECTIONS = tuple(
    (re.compile(roles), re.compile(title), role)
    for roles, title, role in (
        # Deputies, and those who serve the holder of an office, do not hold it.
        (
            r"(foreign|defence|finance|interior|justice)_minister",
            r"^(\w+ )?(deputy|vice|assistant)\b|delegate",
            "deputy_minister",
        ),
        (r"(defence|finance|justice)_minister", r"^minister in the ministry|^secretary of state to", "deputy_minister"),
        (r"finance_minister", r"financial (services|affairs)|^flemish", "minister"),
        (r"justice_minister", r"attorney.general", "attorney_general"),
        (r"justice_minister", r"chancellor of justice", "other"),
        (r"defence_minister", r"military cabinet", "other"),
        (r"military_chief", r"^supreme commander-in-chief", "other"),
        (r"spokesperson", r"deputy", "deputy_spokesperson"),
        (r"spokesperson", r"communications (director|adviser)", "other"),
        (r"spokesperson", r"minister of state", "minister"),
        (r"chief_of_staff", r"^(first )?deputy|^adviser", "deputy_chief_of_staff"),
        (r"chief_of_staff", r"vice-president|supreme leader", "other"),
        (r"military_chief", r"^(white house deputy|deputy kremlin)", "deputy_chief_of_staff"),
        (r"military_chief", r"^(white house|downing street|presidential) chief of staff", "chief_of_staff"),
        (r"military_chief", r"police", "other"),
        (r"military_chief", r"defence intelligence", "intelligence_chief"),
        (r"security_adviser", r"^(deputy|member|spokes|coordinator)", "other"),
        (r"interior_minister", r"advisor|^national secretary", "other"),
        (r"intelligence_chief", r"region|xunta|province", "governor"),
        (
            r"(military_chief|prosecutor|parliament_speaker|central_bank|intelligence_chief|judge)",
            r"^(\w+ )?(deputy|vice)\b",
            "deputy_{}",
        ),
        # Patterns that caught something else.
        (r"head_of_state", r"\(vice president\)", "deputy_head_of_state"),
        (r"head_of_state", r"^minister", "minister"),
        (r"head_of_government", r"^president$", "head_of_state"),
        (r"head_of_government", r"^chancellor$", "other"),
        (
            r"governor",
            r"^president of the (senate|national congress|(people's |national |people's national )+assembly)$",
            "parliament_speaker",
        ),
        (r"governor", r"^(president of the sahrawi|head of the republic$)", "head_of_state"),
        (
            r"governor",
            r"^(head of (security|bureau|the home civil|the prime minister)|personal assistant|high rep|president of the suprem)",
            "other",
        ),
        (r"org_head", r"general assembly", "org_official"),
        (r"org_head", r"high representative", "foreign_minister"),
    )
)
# Other forms of capitals' names, and seats of government, which the inputs hold among the metonyms.
_CAPITAL_FORMS = frozenset(
    "Kiev|Peking|Teheran|Nur-Sultan|Kishinev|Berne|Ulan Bator|Pristina|Prishtina|Priština|Sokhumi|Lefkosia|Delhi|Washington|"
    "Washington DC|The Hague|Hague|La Paz|Cape Town|Naypyitaw|Nay Pyi Taw|Djibouti City|Tarawa|Luxembourg City|Sana'a".split("|")
)
FACTS = Path("../shared/facts")
_GENDERS = {"male": "m", "female": "f"}

Row = dict[str, str]


@dataclass
class Person:
    names: Counter[str] = field(default_factory=Counter)
    qid: str = ""
    genders: Counter[str] = field(default_factory=Counter)
    rows: list[Row] = field(default_factory=list)

    @property
    def name(self) -> str:
        return min(self.names, key=lambda name: (-self.names[name], name))

    def add(self, row: Row) -> None:
        self.names[row["person"]] += 1
        self.genders.update([row["gender"]] if row["gender"] else [])
        self.rows.append(row)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--facts", type=Path, default=FACTS, help="folder of the CSV files")
    parser.add_argument("--out", type=Path, default=FOLDER, help="folder for the compiled files")
    parser.add_argument("--collisions", action="store_true", help="list the surnames that share a skeleton, and write nothing")
    options = parser.parse_args()
    if not (options.facts / "officeholders.csv").is_file():
        sys.exit(f"{options.facts} has no officeholders.csv: name the folder of the facts with --facts")
    if options.collisions:
        print_collisions(read(options.facts / "officeholders.csv"))
        return
    for name, content in compiled(options.facts).items():
        (options.out / name).write_bytes(content)
        print(f"{name}: {len(content):,} bytes")


def compiled(facts: Path) -> dict[str, bytes]:
    """The files by name, from the folder of the CSV files."""
    organisations = read(facts / "organisations.csv")
    rows = office_rows(facts, organisations)
    people = keyed(grouped(rows))
    numbers, offices = numbered(rows, people)
    return {
        "countries.txt": lines_of(country_lines(read(facts / "countries.csv"))),
        "organisations.txt": lines_of(organisation_lines(organisations)),
        "offices.txt": lines_of(offices),
        "people.txt": lines_of(person_line(key, person, numbers) for key, person in people.items()),
        "surnames.txt": lines_of(surname_lines(people)),
        "given_names.txt": lines_of(given_name_lines(people.values())),
    }


def read(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return [{name: " ".join((value or "").split()) for name, value in row.items()} for row in csv.DictReader(file)]


def lines_of(lines: Iterable[str]) -> bytes:
    body = sorted({line.encode("utf-8") for line in lines})
    return b"\n".join([line.encode("utf-8") for line in HEADER] + body) + b"\n"


# Countries and organisations: every form that stands for them.


def country_lines(rows: list[Row]) -> Iterable[str]:
    for row in rows:
        place = row["iso2"] or row["name"]
        ambiguous = {form_key(form) for form in row["ambiguous"].split("|")}
        yield f"={place}\t{row['name']}"
        capital = {form_key(row["capital"]), form_key(row["capital"].partition(",")[0])} | {
            form_key(form) for form in _CAPITAL_FORMS
        }
        cities = [form for form in row["metonyms"].split("|") if form_key(form) in capital]
        forms = {
            "name": [row["name"]],
            "alias": [row["official_name"], *row["aliases"].split("|")],
            "demonym": row["demonyms"].split("|"),
            "capital": [row["capital"], *cities],
            "metonym": row["metonyms"].split("|"),
        }
        yield from form_lines(place, forms, ambiguous)


def organisation_lines(rows: list[Row]) -> Iterable[str]:
    for row in rows:
        ambiguous = {form_key(form) for form in row["ambiguous"].split("|")}
        forms = {
            "name": [row["name"]],
            "acronym": [row["acronym"]],
            "alias": row["aliases"].split("|"),
            "metonym": row["metonyms"].split("|"),
        }
        # "White House" stands under both; what stands for a body by its seat is a metonym.
        seats = {form_key(form) for form in forms["metonym"]}
        forms["alias"] = [form for form in forms["alias"] if form_key(form) not in seats]
        every = dict.fromkeys(form for some in forms.values() for form in some if form)
        yield f"={row['name']}\t{row['kind']}\t{row['country']}\t{'|'.join(every)}"
        yield from form_lines(row["name"], forms, ambiguous)


def form_lines(place: str, forms: dict[str, list[str]], ambiguous: set[str]) -> Iterable[str]:
    told: set[tuple[str, str]] = set()
    for how, some in forms.items():
        for form in some:
            key = form_key(form)
            if key and (key, form) not in told:
                told.add((key, form))
                yield f"{key}\t{form}\t{place}\t{how}\t{int(key in ambiguous)}"


# Offices and persons.


def office_rows(facts: Path, organisations: list[Row]) -> list[Row]:
    """The rows of office holders with Latin names, with `place`, `role` and `end` or `until` as the compiled files have them."""
    roles = {(row["country_or_org"], row["office"], row["office_qid"]): row["role"] for row in read(facts / "office_roles.csv")}
    dates = {row["repo"].rpartition("/")[2]: row["holders_file_date"] for row in read(facts / "sources.csv")}
    # The inputs call some bodies by their acronyms; two letters are a country's code there (AU is Australia).
    names = {form: row["name"] for row in reversed(organisations) for form in (row["acronym"], row["name"]) if len(form) > 2}
    rows = [row for row in read(facts / "officeholders.csv") if is_latin(row["person"])]
    for row in rows:
        role = roles.get((row["country_or_org"], row["office"], row["office_qid"]), "other")
        row["role"] = corrected(role, row["office"])
        row["place"] = names.get(row["country_or_org"], row["country_or_org"])
        row["until"] = "" if row["end"] else known_until(row, dates)
    end_superseded(rows)
    return rows


def is_latin(name: str) -> bool:
    return any(unicodedata.name(letter, "").startswith("LATIN") for letter in name)


def corrected(role: str, title: str) -> str:
    plain = title.lower()
    found = (new for roles, pattern, new in _CORRECTIONS if roles.fullmatch(role) and pattern.search(plain))
    return next(found, role).format(role)


def known_until(row: Row, dates: dict[str, str]) -> str:
    """The last day to which a row without an end is known: that of its source's file, else of the period that its start names."""
    source = row["source"].rpartition("/")[2]
    return OWN_KNOWLEDGE if source == "own-knowledge" else dates.get(source) or last_day(row["start"])


def end_superseded(rows: list[Row]) -> None:
    """Ends a term without an end where the next one in the same office begins, if that one or a later one is in office still.

    Only for offices that one person holds at a time. (A later term that is over may have been an acting holder's.)
    """
    offices: defaultdict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in rows:
        if row["role"] in _SINGULAR and row["start"]:
            offices[row["place"], row["role"], row["office"]].append(row)
    for terms in offices.values():
        last = max((row["start"] for row in terms if not row["end"]), default="")
        for row in terms:
            later = [
                one["start"]
                for one in terms
                if first_day(one["start"]) > last_day(row["start"]) and one["person"] != row["person"]
            ]
            if not row["end"] and later and min(later) <= last:
                row["end"], row["until"] = min(later), ""


def grouped(rows: list[Row]) -> list[Person]:
    """The persons: rows of one qid; rows without one join the only person of that name, else one another."""
    by_qid: defaultdict[str, Person] = defaultdict(Person)
    for row in rows:
        if row["qid"]:
            by_qid[row["qid"]].qid = row["qid"]
            by_qid[row["qid"]].add(row)
    by_name: defaultdict[str, list[Person]] = defaultdict(list)
    for person in by_qid.values():
        for name in person.names:
            by_name[fold(name)].append(person)
    unknown: defaultdict[str, Person] = defaultdict(Person)
    for row in rows:
        if not row["qid"]:
            same = by_name.get(fold(row["person"]), [])
            (same[0] if len(same) == 1 else unknown[fold(row["person"])]).add(row)
    return [*by_qid.values(), *unknown.values()]


def keyed(people: list[Person]) -> dict[str, Person]:
    """The persons by key: the skeleton of their last word and a number, in the order of names and qids."""
    found: dict[str, Person] = {}
    counts: Counter[str] = Counter()
    for person in sorted(people, key=lambda one: (fold(one.name), one.qid, one.rows[0]["place"])):
        words = words_of(person.name)
        stem = skeleton(words[-1]) if words else ""
        if stem:
            counts[stem] += 1
            found[f"{stem}.{counts[stem]}"] = person
    return found


def numbered(rows: list[Row], people: dict[str, Person]) -> tuple[dict[tuple[str, str, str], str], list[str]]:
    """The number of each office among those of its place, and the lines of the offices."""
    keys: defaultdict[tuple[str, str, str], dict[str, None]] = defaultdict(dict)
    for key, person in people.items():
        for row in person.rows:
            keys[row["place"], row["role"], row["office"]][key] = None
    numbers: dict[tuple[str, str, str], str] = {}
    counts: Counter[str] = Counter()
    lines = []
    for place, role, office in sorted(keys):
        counts[place] += 1
        number = numbers[place, role, office] = f"{counts[place]:03}"
        lines.append("\t".join((place, number, role, office, " ".join(keys[place, role, office]))))
    return numbers, lines


def person_line(key: str, person: Person, numbers: dict[tuple[str, str, str], str]) -> str:
    terms = {}
    for row in person.rows:
        office = f"{row['place']}.{numbers[row['place'], row['role'], row['office']]}"
        terms[f"{office} {row['start']}/{row['end'] or '~' + row['until']}"] = row["start"]
    also = sorted(name for name in person.names if name != person.name)
    gender = _GENDERS[min(person.genders, key=lambda one: (-person.genders[one], one))] if person.genders else ""
    first = "1" if surname_first(person) else ""
    ordered = sorted(terms, key=lambda term: (terms[term], term))
    return "\t".join((key, person.name, person.qid, gender, "|".join(also), first, ";".join(ordered)))


def surname_first(person: Person) -> bool:
    return any(row["place"] in SURNAME_FIRST for row in person.rows)


def surname_lines(people: dict[str, Person]) -> Iterable[str]:
    keys: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for key, person in people.items():
        for name in person.names:
            for _, word in surnames_in(name, first=surname_first(person)):
                if skeleton(word) != key.rpartition(".")[0]:
                    keys[skeleton(word)][key] = None
    return (f"{stem}\t{' '.join(found)}" for stem, found in keys.items())


def given_name_lines(people: Iterable[Person]) -> Iterable[str]:
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for person in people:
        words = words_of(person.name)
        if len(words) > 1 and words[0].isalpha() and len(words[0]) > 1 and person.genders and not surname_first(person):
            counts[fold(words[0])][person.genders.most_common(1)[0][0]] += 1
    return (f"{name}\t{count['female']}\t{count['male']}" for name, count in counts.items() if count["female"] + count["male"])


def print_collisions(rows: list[Row]) -> None:
    spelled: defaultdict[str, set[str]] = defaultdict(set)
    for name in {row["person"] for row in rows if is_latin(row["person"])}:
        if words := words_of(name):
            spelled[skeleton(words[-1])].add(fold(words[-1]))
    shared = {stem: sorted(names) for stem, names in spelled.items() if len(names) > 1}
    for stem, names in sorted(shared.items()):
        print(f"{stem}: {', '.join(names)}")
    surnames, sharing = sum(map(len, spelled.values())), sum(map(len, shared.values()))
    print(
        f"{sharing} of {surnames} surnames ({sharing / surnames:.1%}) share their skeleton with another, in {len(shared)} groups"
    )


if __name__ == "__main__":
    main()
