"""Roles of authors: what a newspaper prints under a byline, alone on its line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.clean.zones.lines import Line
from onrecord.vocabulary import ZoneKind

_RANK = (
    r"(?:staff|senior|chief|lead|principal|junior|assistant|associate|deputy|managing|executive|contributing|freelance|special|"
    r"national|international|global|regional|local|foreign|diplomatic|state|city|metro|general|assignment|data|investigative|"
    r"investigations?|political|politics|parliamentary|white house|legal|law|courts?|crime|justice|home|world|europe|european|"
    r"african?|asian?|us|uk|eu|economics?|business|finance|financial|markets?|money|energy|climate|environment|science|health|"
    r"medical|technology|tech|media|culture|arts|books?|film|music|theatre|religion|education|defen[cs]e|security|military|war|"
    r"affairs|transport|sports?|football|features?|news|opinion|digital|online|video|photo|copy|night|day|weekend|breaking|"
    r"trainee|student|guest|and|&)"
)
_WORK = (
    r"(?:writer|reporter|correspondent|editor|columnist|journalist|contributor|critic|photographer|photojournalist|"
    r"bureau chief|commentator|producer|editor-in-chief|editor in chief)s?"
)
# "Staff writer", "Senior foreign affairs correspondent", "Varnholm bureau chief", "Political editor, The Norland Post".
_PLACE = r"[A-ZÀ-Þ][\w'-]+ (?i:correspondent|bureau chief)"
_ROLE = re.compile(
    rf"\W*(?:(?i:(?:{_RANK}[ -]){{0,5}}{_WORK}(?: at large)?)|{_PLACE})"
    r"(?:(?:,| for| at| of| in) (?:the )?[A-ZÀ-Þ][^.\"]{1,50})?\W*"
)


def roles(lines: Sequence[Line], kinds: list[ZoneKind | None]) -> None:
    """Mark the unmarked lines that are a role and stand right under a byline."""
    for number in range(1, len(lines)):
        if kinds[number] is None and kinds[number - 1] is ZoneKind.BYLINE and _ROLE.fullmatch(lines[number].plain):
            kinds[number] = ZoneKind.BYLINE
