"""The subject of a cue that has no source: the name, pronoun or title right before it, "Dana Brandt, the mayor, praised"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.identify.names.cast import is_role
from onrecord.identify.who.describing import title_before
from onrecord.identify.who.members import Members
from onrecord.identify.who.mentions import Range
from onrecord.identify.who.sharing import is_noun
from onrecord.identify.who.standing import is_person
from onrecord.text.sentences import sentences
from onrecord.vocabulary import Span, Statement

# What may stand between a subject and its verb: an apposition or a relative clause between commas, auxiliaries, adverbs.
_BETWEEN = re.compile(
    r"(?:,\s[^“”\"\n]{2,120}?,)?"
    r"(?:\s(?:had|has|have|also|later|then|again|now|still|once|earlier|first|never|long|always|already|[a-z]+ly))*\s"
)
_PRONOUN = re.compile(
    r"(?:^|[\s“\"(])(?P<word>[Hh]e|[Ss]he)(?:\s(?:had|has|also|later|then|again|now|still|once|earlier|first|never|already|[a-z]+ly))*\s$"
)
_TITLE = re.compile(r"(?P<words>The(?:\s[\w’'-]+){1,6})\s$")
# "Dana Brandt, who rose and", "who in March".
_WHO = re.compile(r"\b(?P<word>who)(?:\s[^,.;:“”\"]{3,80}\sand|\s(?:in|on|at|last|earlier|once|had|has)\b[^,.;:“”\"]{0,40})?\s$")
# "Dana Brandt rang in the night, and".
_AND = re.compile(r",\s+and\s(?:also\s|then\s|later\s|[a-z]+ly\s)?$")
_NEAR_BEGINNING = 60  # characters into the sentence: titles before its subject
# After these a name is no subject, titles before it counted: "by FBI Director Dana Brandt".
_LED = re.compile(
    r"\b(?:of|for|to|in|at|from|on|by|with|about|against|under|over|between|toward|towards|and|or|than|as|like|after|before|told|"
    r"asked|urged)\s+(?:(?:the|an?|his|her|their|[A-Z][\w.’-]*|minister|president|senator|governor|leader|affiliate)\s+)*$"
)
# A cue that tells a question of somebody else, or whom others told.
_NO_CUE = re.compile(
    r"(?:it|now|to|not|was|were|been|being|is|are|Asked|Pressed|Told|according|[\w-]+ing)\b|.*\b(?:was|were|been)\b", re.DOTALL
)
_FARTHEST = 2000  # characters: keeps the time linear in a paragraph without an end
_LONGEST = 200  # characters from the sentence's begin, or the clause's, to the cue


def subject_of(text: str, statement: Statement, members: Members, quoted: Sequence[Range]) -> Span | None:
    """The words of the subject of a statement's cue, where the text has it right before; None where it has not.

    1. The cue is a verb outside quotation marks, of a statement without a source.
    2. A name that no preposition leads to, with nothing but an apposition and adverbs up to the cue.
    3. "He" or "she" right before the cue.
    4. A definite title at the sentence's beginning.
    5. "Who" with no more than a time, or another verb and "and", up to the cue.
    6. The name that begins the sentence, where ", and" stands right before the cue.
    """
    cue = statement.cue
    if cue is None or statement.source is not None or is_noun(cue.text) or _NO_CUE.match(cue.text):
        return None
    if any(start <= cue.start < end for start, end in quoted):
        return None
    paragraph = text.rfind("\n", max(0, cue.start - _FARTHEST), cue.start) + 1 or max(0, cue.start - _FARTHEST)
    begin = max(sentences(text, paragraph, cue.end)[-1][0], cue.start - _LONGEST)
    if any(span.start < cue.start and span.end > begin for span in statement.content):
        begin = max(span.end for span in statement.content if span.start < cue.start)
    for (start, end), _ in reversed(members.within(begin, cue.start)):
        if _BETWEEN.fullmatch(text, end, cue.start) and not _is_led(text, begin, start):
            return Span.of(text, start, end)
    return _by_form(text, begin, cue.start) or (
        _begins(text, begin, cue.start, members) if _AND.search(text, begin, cue.start) else None
    )


def _by_form(text: str, begin: int, end: int) -> Span | None:
    """Steps 3 to 5."""
    pronoun, title, who = _PRONOUN.search(text, begin, end), _TITLE.match(text, begin, end), _WHO.search(text, begin, end)
    if pronoun is not None:
        return Span.of(text, *pronoun.span("word"))
    if title is not None and is_role(title["words"].split()[-1].lower()):
        return Span.of(text, *title.span("words"))
    return Span.of(text, *who.span("word")) if who is not None else None


def _begins(text: str, begin: int, end: int, members: Members) -> Span | None:
    """The person named at the beginning of a sentence, if no quotation opens it and the name possesses nothing."""
    if text[begin] in "“\"‘'":
        return None
    for (start, after), member in members.within(begin, min(end, begin + _NEAR_BEGINNING)):
        if is_person(member):
            leads = not _is_led(text, begin, start) and text[after : after + 2] not in ("’s", "'s")
            return Span.of(text, start, after) if leads else None
    return None


def _is_led(text: str, begin: int, start: int) -> bool:
    """Whether a preposition leads to a name, its title left out: "of Dana Brandt", but not "Secretary of State Dana Brandt"."""
    before = text[begin:start].rstrip()
    return _LED.search(f"{before.removesuffix(title_before(text, start)).rstrip()} ") is not None
