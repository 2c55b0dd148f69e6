"""Titles as journalists write them → the role they name: a table of titles, and patterns for those with a place or portfolio."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from onrecord.text.spelling import fold

# Words before a title that are no part of it, and what they tell.
_DETERMINERS = frozenset("a an his her its their our my this that incumbent current new newly elected appointed outgoing".split())
_FORMER = frozenset("former ex onetime erstwhile past retired late then previous".split())
_ACTING = frozenset("acting interim caretaker provisional".split())
_DEPUTY = frozenset("deputy vice assistant under junior undersecretary".split())
_RANKS = frozenset("first second third principal senior".split())
# Whoever is to be something holds no office yet.
_NOT_YET = r"\b(?:elect|designate|nominee|candidate|hopeful|contender|in waiting)\b"

_NONE = "none"

# One spelling and one word for what is written in several.
_ONE_SPELLING = {
    **{"defense": "defence", "labor": "labour", "advisor": "adviser", "pm": "prime minister", "min": "minister", "amir": "emir"},
    **dict.fromkeys(("spokesman", "spokeswoman"), "spokesperson"),
    **dict.fromkeys(("chairman", "chairwoman", "chairperson"), "chair"),
}

# Roles and the titles that name them, in the spelling of `_plain`, without "the". A word in braces stands for each of its list. A
# role may go on after a full stop with a detail that narrows it among the offices of that role.
_TITLES = """
head_of_government: chancellor | federal chancellor | prime minister | premier | taoiseach | first minister | minister president
head_of_government: chief minister | head of government | {lead} of council of ministers | {lead} of cabinet of ministers
head_of_state.president: president | state president | federal president | president of republic | president of federation
head_of_state: head of state | pope | pontiff
head_of_state.monarch: king | queen | monarch | emir | sultan | emperor | grand duke | sovereign
head_of_state.supreme_leader: supreme leader
head_of_state.governor_general: governor general
first_lady: first lady
opposition_leader: opposition {lead} | {lead} of opposition
finance_minister: chancellor of exchequer | treasurer
foreign_minister: top diplomat | chief diplomat | foreign policy chief | diplomatic chief | high representative
spokesperson.foreign: {foreign} {voice} | {voice} {for} {foreign}
spokesperson.defence: {defence} {voice} | {voice} {for} {defence}
spokesperson.president: {palace} {voice} | {voice} {for} {palace}
spokesperson.government: government {voice} | {voice} {for} government | cabinet {voice}
spokesperson: {voice} | official spokesperson | lead spokesperson | press spokesperson | press officer
ambassador: ambassador | envoy
ambassador.united nations: {un} ambassador | {un} envoy | ambassador to {un} | envoy to {un} | permanent representative to {un}
chief_of_staff: chief of staff | {palace} chief of staff | {lead} of presidential office | {lead} of presidential administration
chief_of_staff: {lead} of president's office | {lead} of office of president
security_adviser: national security adviser | security adviser | security council {lead} | security council secretary
security_adviser: secretary of security council | secretary of national security council | national security council secretary
security_adviser: secretary of national security and defence council
parliament_speaker: speaker | parliament speaker | parliamentary speaker | speaker of parliament | parliament {lead}
parliament_speaker: {lead} of parliament
central_bank: {bank} {lead} | {bank} governor | {lead} of {bank} | governor of {bank}
attorney_general: attorney general
prosecutor: prosecutor general | general prosecutor | chief prosecutor | top prosecutor | public prosecutor | state prosecutor
judge.chief justice: chief justice
military_chief.army: army {command} | {command} of army | army chief of staff
military_chief.navy: navy {command} | {command} of navy | naval {command} | navy chief of staff
military_chief.air: air force {command} | {command} of air force | air force chief of staff
military_chief.general: military {command} | armed forces {command} | {command} of armed forces | {command} of military
military_chief.general: top general
military_chief.general: chief of general staff | chief of defence staff | chief of defence | commander in chief
military_chief.general: {lead} of joint chiefs
military_chief.general: {lead} of joint chiefs of staff | general staff {command} | {command} of general staff
military_chief.general: defence staff {command}
intelligence_chief: intelligence {lead} | spy {lead} | security service {lead} | secret service {lead} | spy agency {lead}
intelligence_chief: spymaster
intelligence_chief.national intelligence: director of national intelligence
org_head.secretary general: secretary general | un secretary general | united nations secretary general
org_head.director general: director general
org_head.executive director: executive director
org_head.managing director: managing director
org_head.high commissioner: high commissioner
org_head.commissioner general: commissioner general
org_head: chief | head | boss | director | chair | administrator
minister: minister | cabinet minister | government minister | senior minister | federal minister | union minister
"""
_LISTS = {
    "{lead}": "chief|head|boss|director|chair|president|leader",
    "{command}": "chief|commander|head",
    "{voice}": "spokesperson|chief spokesperson|press secretary",
    "{for}": "of|for|to",
    "{foreign}": "foreign ministry|ministry of foreign affairs|state department|department of state|foreign office",
    "{defence}": "defence ministry|ministry of defence|pentagon|department of defence|military|army",
    "{palace}": "presidential|president's|president|kremlin|white house",
    "{un}": "un|united nations",
    "{bank}": "central bank|national bank|federal reserve|fed",
}
_BRACES = re.compile(r"\{\w+\}")
# Titles with a place or body of their own, which is the detail.
_DETAILED = (
    (r"(?:ambassador|envoy) to (?P<detail>[a-z ]+)", "ambassador"),
    (r"(?P<detail>house|senate|duma|assembly|rada|commons|lords|knesset|sejm) (?:speaker|chair|president)", "parliament_speaker"),
    (r"speaker of (?P<detail>[a-z ]+)", "parliament_speaker"),
    (r"governor(?: of (?P<detail>[a-z ]+))?", "governor"),
    (r"mayor(?: of (?P<detail>[a-z ]+))?", "mayor"),
    (r"(?P<detail>cia|fbi|mossad|fsb|mi5|mi6|sbu|svr) (?:director|chief|head|boss)", "intelligence_chief"),
    (r"(?:director|chief|head) of (?P<detail>cia|fbi|mossad|fsb|mi5|mi6|sbu|svr)", "intelligence_chief"),
    (r"high representative for foreign (?:affairs|policy)(?: and security policy)?", "foreign_minister"),
)
_MINISTER = (
    r"(?:federal |union |cabinet )?(?P<before>[a-z ]+?) (?P<word>minister|secretary)|"
    r"(?:federal |union |cabinet |state )?(?P<noun>minister|secretary(?: of state)?) (?:of|for) (?P<after>[a-z ]+)"
)
# Portfolios with a role of their own.
_PORTFOLIOS = (
    (r"\bforeign\b(?! trade)|\bexternal (?:affairs|relations)\b|\binternational relations\b", "foreign_minister"),
    (
        r"(?<!civil )\bdefence\b(?! (?:industr|production|procurement|materiel|equipment|science|people))|"
        r"\bwar\b|\barmed forces\b",
        "defence_minister",
    ),
    (r"\bfinances?\b|\btreasury\b|\bexchequer\b", "finance_minister"),
    (r"\binterior\b|\binternal affairs\b|\bhome\b(?! front)|\bhomeland security\b", "interior_minister"),
    (r"\bjustice\b", "justice_minister"),
)
# Portfolios that a secretary may have, as a minister has: "party secretary" and "private secretary" are something else.
_SECRETARIES = (
    r"\b(?:education|health|energy|labour|commerce|transport|transportation|agriculture|housing|environment|environmental|culture|"
    r"trade|business|economy|economic|veterans|work|levelling up|brexit|communities|development|science|technology|media|rural|"
    r"planning|northern ireland|scotland|scottish|wales|welsh|tourism|welfare|immigration|climate)\b"
)


@dataclass(frozen=True, slots=True)
class Title:
    """What a title tells: the role that its holder has, and what the words before it say.

    `role` is a code of the facts, perhaps with a detail after a full stop that narrows it among the offices of that role
    (head_of_state.president, spokesperson.foreign, minister.energy); `holders` takes it as it is. A deputy's role is the
    deputy's (deputy_minister.foreign), never that of whom he stands in for. `former` covers former, ex-, then- and late; `acting`
    interim and caretaker too.
    """

    role: str
    former: bool = False
    acting: bool = False
    deputy: bool = False

    @property
    def code(self) -> str:
        """The role without its detail."""
        return self.role.partition(".")[0]


def role_of(words: str, *, place: str | None = None) -> str | None:
    """The role that a title names, as `title_of` reads it."""
    title = title_of(words, place=place)
    return title.role if title else None


@lru_cache(maxsize=4_000)
def title_of(words: str, *, place: str | None = None) -> Title | None:
    """What an English title tells, in any case and in British or American spelling; None for words that are no title known here.

    `place`, a country's code, decides what a title is there: a chancellor is in charge of finance in GB, and a secretary of state
    is a foreign minister in the US alone (without a place, the US is taken to be meant).

    1. Determiners and the words former, acting and deputy come off; one who is to hold an office (-elect) has none.
    2. Titles that one country has otherwise.  3. Titles that are no portfolio's.  4. Ministers and secretaries, by portfolio.
    """
    rest, former, acting, deputy = _stripped(_plain(words))
    if not rest or len(rest) > 120 or re.search(_NOT_YET, rest):
        return None
    role = _local(rest, place) or _general(rest) or _portfolio(rest, place)
    if not role or role == _NONE:
        return None
    return Title(_deputy_of(role) if deputy else role, former, acting, deputy)


def _plain(words: str) -> str:
    plain = fold(words).replace(".", "").replace("-", " ").replace("&", "and").replace(",", "")
    return " ".join(_ONE_SPELLING.get(word, word) for word in plain.split() if word != "the")


def _stripped(plain: str) -> tuple[str, bool, bool, bool]:
    """Step 1: the title itself, and whether it is a former, acting or deputy one's."""
    words = plain.replace("one time ", "onetime ").replace("under secretary", "undersecretary").split()
    former = acting = deputy = False
    while words:
        first, following = words[0], words[1] if len(words) > 1 else ""
        if first in _FORMER:
            former = True
        elif first in _ACTING:
            acting = True
        elif first in _DEPUTY and following:
            deputy = True
            if first == "undersecretary":
                words.insert(1, "secretary")
        elif not (first in _DETERMINERS or (first in _RANKS and following in _DEPUTY)):
            break
        words = words[1:]
    return " ".join(words), former, acting, deputy


def _local(title: str, place: str | None) -> str | None:
    """Step 2; `_NONE` for a title that names no role of the facts in this country."""
    if title == "secretary of state":
        return {None: "foreign_minister", "US": "foreign_minister", "VA": "head_of_government"}.get(place, _NONE)
    if title == "chancellor" and place == "GB":
        return "finance_minister"
    if title == "premier" and place in ("AU", "CA"):
        return "governor"
    if title == "foreign secretary" and place in ("IN", "PK", "BD"):  # an official there, below the minister
        return _NONE
    return None


def _general(title: str) -> str | None:
    """Step 3."""
    if role := _roles().get(title):
        return role
    for pattern, code in _DETAILED:
        if match := re.fullmatch(pattern, title):
            detail = match.groupdict().get("detail")
            return f"{code}.{detail}" if detail else code
    return None


@lru_cache(maxsize=1)
def _roles() -> dict[str, str]:
    """The role of each title that has no place of its own; of a title in several lines, the first."""
    found: dict[str, str] = {}
    for line in _TITLES.strip().splitlines():
        role, _, titles = line.partition(": ")
        for title in titles.split(" | "):
            for one in _expanded(title):
                found.setdefault(one, role)
    return found


def _expanded(title: str) -> Iterator[str]:
    """A title with each word of the lists in its braces."""
    if match := _BRACES.search(title):
        for word in _LISTS[match.group()].split("|"):
            yield from _expanded(title.replace(match.group(), word, 1))
    else:
        yield title


def _portfolio(title: str, place: str | None) -> str | None:
    """Step 4: the role of a portfolio of its own, else "minister" with the portfolio.

    The Secretary of the Interior of the United States looks after land, not order.
    """
    match = re.fullmatch(_MINISTER, title)
    if match is None:
        return None
    word, portfolio = match["word"] or match["noun"], match["before"] or match["after"]
    if word != "minister" and place in (None, "US") and portfolio == "interior":
        return "minister.interior"
    role = next((role for pattern, role in _PORTFOLIOS if re.search(pattern, portfolio)), None)
    if role is None and (word == "minister" or re.search(_SECRETARIES, portfolio)):
        role = f"minister.{portfolio}"
    return role


def _deputy_of(role: str) -> str:
    code, _, detail = role.partition(".")
    if code in ("head_of_state", "head_of_government"):
        return f"deputy_{code}"
    if code.endswith("_minister"):
        return f"deputy_minister.{code.removesuffix('_minister')}"
    return f"deputy_{role}" if detail else f"deputy_{code}"
