"""What somebody said, told with the words of saying as printed: “denied: that he would go”, never “that he would go” alone.

A content without its cue can say the reverse of the article. Every page, list and file takes the cue from here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.extract.cues import negates, read_cue
from onrecord.text import quoting
from onrecord.vocabulary import Kind, SpeechAct, Statement

# Words of a cue that tell no more than that something was said. A cue with any other word ("was told", "should say") tells more.
_PLAIN = frozenset(
    "say says said saying tell tells told telling state states stated stating add adds added adding note notes noted noting "
    "remark remarks remarked write writes wrote writing reply replies replied replying answer answers answered answering "
    "explain explains explained explaining according per to that also have has had".split()
)
_WORD = re.compile(r"[^\W\d_]+")
# Words at the end of a cue that do not stand alone, unless passive: whom it is told or to what it turns belongs to them.
_OPEN = re.compile(r"\b(?:tell|tells|told|telling|turn|turns|turned|turning)$", re.IGNORECASE)
_PASSIVE = re.compile(r"\b(?:am|is|are|was|were|be|been|being|got|gets?)\b|['’](?:m|re)\b", re.IGNORECASE)
# White space and signs between a cue, whom it is told and the content: "told Reuters, that".
_SIGNS = 3


@dataclass(frozen=True, slots=True)
class Cue:
    """The cue of a content in words: what is said `before` it, or `after` it where it stands so in print; the other is ""."""

    before: str = ""
    after: str = ""


def cue_of(statement: Statement) -> str:
    """The words of the cue on one line; "" where there are none. Of one that is negated the words are those that negate it too:
    a source that does is in brackets before it ("[Nobody in Karo] denied"); else what negates it stands elsewhere: "[not] say".
    """
    cue, source = (span.text if span is not None else None for span in (statement.cue, statement.source))
    return cue_words(cue, negated=statement.negated, source=source)


def cue_words(cue: str | None, *, negated: bool, source: str | None = None) -> str:
    """The same of the words of a cue and a source as printed."""
    words = " ".join((cue or "").split()).strip(" :,;–—-")
    words = words if _WORD.search(words) else ""
    if negated and source and negates(source):
        return f"[{' '.join(source.split())}] {words}".rstrip()
    if not negated or read_cue(words or None, Kind.INDIRECT).negated:
        return words
    return f"[not] {words}" if words else "negated"


def cue_alone(cue: str | None, *, negated: bool, source: str | None = None) -> str:
    """The same to be told before a content of which no more is known: a verb that does not stand alone is left out where it is
    plain, else it has the mark of what is left out.
    """
    words = cue_words(cue, negated=negated, source=source)
    if not _is_open(words):
        return words
    return "" if is_plain(words) else f"{words} […]"


def _is_open(words: str) -> bool:
    return _OPEN.search(words) is not None and _PASSIVE.search(words) is None


def is_plain(cue: str) -> bool:
    """Whether a cue (see `cue_of`) tells no more than that it was said, so that the content may stand without it."""
    return "[" not in cue and all(word.lower() in _PLAIN for word in _WORD.findall(cue))


def cue_told(statement: Statement) -> Cue:
    """The cue and where it is told.

    1. After the content only where it stands so in print and is plain; else before it, so that nothing can cut it off.
    2. A verb that does not stand alone is told with whom it is told, as printed ("told reporters"), or with a mark for what is
       left out ("turns […]"); after the content it is left out, where it is plain.
    """
    words, cue = cue_of(statement), statement.cue
    is_open = _is_open(words)
    if cue is not None and cue.start >= statement.content[-1].end and is_plain(words):
        return Cue() if is_open else Cue(after=words)
    return Cue(before=f"{words} {_object(statement)}".rstrip() if is_open else words)


def _object(statement: Statement) -> str:
    """Whom it is told, where no more than that stands between the cue and the content; "" where nothing does; else the mark of
    what is left out.
    """
    cue, whom = statement.cue, statement.addressee
    after = next((span.start - cue.end for span in statement.content if span.start >= cue.end), None) if cue else None
    if after is not None and after <= _SIGNS:
        return ""
    is_all = whom is not None and after is not None and len(whom) < after <= len(whom) + _SIGNS
    return " ".join(whom.split()) if whom is not None and is_all else "[…]"


def telling_cue(statement: Statement) -> str:
    """The words of the cue where they are not plain, "" where they are: for what stands beside a speaker's name anyway."""
    return "" if is_plain(cue_of(statement)) else cue_told(statement).before


def said(statement: Statement) -> str:
    """The content on one line, its fragments joined by an ellipsis in brackets; without the cue."""
    return " […] ".join(" ".join(span.text.split()) for span in statement.content)


def told(statement: Statement) -> str:
    """The content with its cue, on one line: "denied: that he would go", "“I will go,” (said)"."""
    cue = cue_told(statement)
    return f"{f'{cue.before}: ' if cue.before else ''}{said(statement)}{f' ({cue.after})' if cue.after else ''}"


def beginning(statement: Statement, most: int = 80) -> str:
    """The beginning of what is told, cue first, with a mark where it goes on."""
    cue, words = cue_told(statement).before, told(statement)
    if len(words) <= most + len(cue):
        return words
    return f"{words[: most + len(cue)].rsplit(' ', 1)[0].removesuffix(' […]')} […]"


def quoted(statement: Statement, most: int = 80) -> str:
    """The beginning of what was said in quotation marks, its own where it has some; before them a cue that is not plain, for what
    stands beside a speaker's name: "denied: “that he would go”".
    """
    cue, words = telling_cue(statement), said(statement)
    words = words if len(words) <= most else f"{words[:most].rsplit(' ', 1)[0].removesuffix(' […]')} […]"
    return f"{cue}: {quoting.quoted(words)}" if cue else quoting.quoted(words)


def clause(statement: Statement) -> str:
    """All that is printed of a statement in the order of the text, source and cue too, with […] for what stands between."""
    spans = sorted({(span.start, span.end): span for span in statement.spans}.values(), key=lambda span: (span.start, span.end))
    parts: list[str] = []
    end = None
    for span in spans:
        if end is not None and span.start < end:
            continue
        gap = "" if end is None else "" if span.start == end else " " if span.start == end + 1 else " […] "
        parts += [gap, " ".join(span.text.split())]
        end = span.end
    return "".join(parts)


def act_of(statement: Statement) -> str:
    """What was done by saying it: "deny"; "deny (not done)" where the text says that it was not; "" where it is not known."""
    return " ".join(part for part in (statement.speech_act, "(not done)" if statement.negated else "") if part)


def owns(statement: Statement) -> bool:
    """Whether the speaker stands behind the words: a content that is denied, refused or not said is none of the speaker's."""
    return not statement.negated and statement.speech_act not in (SpeechAct.DENY, SpeechAct.REFUSE)


def is_spoken(statement: Statement) -> bool:
    """Whether the content is the speaker's own words, all in quotation marks, and the speaker stands behind them."""
    return statement.kind is Kind.DIRECT and owns(statement)
