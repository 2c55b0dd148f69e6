"""Captions and photo credits."""

from __future__ import annotations

import re

from onrecord.clean.zones.lines import Line

# Longest caption in words: chosen above the longest found in PolNeAR train (35), for agencies' captions of three sentences.
_LONGEST = 70
# Longest line that is nothing but a credit.
_LONGEST_CREDIT = 15
# More ends of sentences than this and the paragraph is the article's: captions have a description, a place, a note.
_MOST_ENDS = 2
_SENTENCE_END = re.compile(r"[.!?][\"')]* +[A-Z\"]")
# A paragraph in which somebody speaks is no caption, unless it ends in a credit.
_SPEAKS = re.compile(r'"|\b(?:said|says|told|according to)\b')

_AGENCY = (
    r"(?:getty(?: images)?|reuters|afp|a\.?p\.?|associated press|epa(?:-efe)?|efe|shutterstock|alamy|tass|ria novosti|sputnik|"
    r"ukrinform|anadolu(?: agency)?|bloomberg|xinhua|kyodo|dpa|ansa|istock(?:photo)?|unsplash|pixabay|flickr|"
    r"wikimedia(?: commons)?|zuma(?: press)?|sipa(?: usa)?|upi|pa(?: wire| images| media)|nurphoto|imago|depositphotos|"
    r"adobe stock|pexels|belga|ritzau|ntb|scanpix|stringer|file photo|handout)"
)
_PICTURE = (
    r"(?:photo(?:graph)?(?:s|er|y)?|image|picture|pic|illustration|graphic|credit|cartoon|screenshot|screen ?grab|video still)"
)
_FULL_NAME = r"[A-ZÀ-Þ][\w'.-]*(?: [\w'.-]+)? [A-ZÀ-Þ][\w'.-]+"
# The ends of a paragraph that credit a picture.
_CREDITS = (
    rf"[(\[] ?(?:file |ap |handout )?{_PICTURE}s?\b ?(?:[:/]|by\b|credit\b|courtesy\b|via\b|from\b|-)[^()\[\]]{{1,120}}[)\]]",
    rf"\( ?{_AGENCY}(?: {_PICTURE})?(?:[/,] ?[^()\[\]]{{1,60}})?\.? ?\)",
    rf"[(\[][^()\[\]]{{1,60}}(?:/| via | for | ?[|] ?){_AGENCY}(?:/[^()\[\]]{{1,40}})?\.? ?[)\]]",
    # A full name and an agency that is not in the table: "(Jo Lime/Harbour News)".
    rf"\((?-i:{_FULL_NAME} ?/ ?[A-ZÀ-Þ][\w.&-]*(?: [A-ZÀ-Þ][\w.&-]*){{0,3}})(?:/[^()\[\]]{{1,40}})?\.?\)",
    rf"(?:^|[.!?)] ){_PICTURE}s?(?: credits?)? ?(?::|by:?) ?[^\".]{{2,80}}",
    rf"(?:©|copyright) ?(?:\S+ ){{0,4}}{_AGENCY}",
    rf"[.!?)] (?:[\w'-]+ ){{0,3}}[\w'-]+ ?[/|] ?{_AGENCY}(?: ?[/|] ?\w[\w ]{{1,30}})?",
    r"\bvia (?:getty images|ap|reuters|afp|shutterstock|wikimedia commons|flickr)",
)
_CREDITED = re.compile("(?:" + "|".join(f"(?:{end})" for end in _CREDITS) + r")\W*$", re.IGNORECASE)
# A whole paragraph that is a credit.
_CREDIT_ALONE = re.compile(
    rf"\W*(?:(?:file |ap )?{_PICTURE}s?(?: credits?)? ?(?::|by\b|courtesy\b|-|\|) ?[^\"]{{2,100}}"
    rf"|{_AGENCY}(?: ?[/,|] ?(?:{_AGENCY}|[\w' .-]{{1,40}}))?|[\w' .-]{{1,50}} ?[/|] ?{_AGENCY}(?: ?[/|] ?[\w ]{{1,30}})?"
    rf"|(?:©|\(c\)) ?{_AGENCY}[^\"]{{0,40}})\W*",
    re.IGNORECASE,
)
_BEGINNINGS = (
    r"(?:file(?: photo| picture| image)?|archive photo|photo|image|picture|map|graphic|figure|caption|pictured|in pictures)"
    r"(?: \d+)? ?(?::| - )",
    r"(?:a|an|this) (?:file photo|handout (?:photo|picture|image)|undated (?:photo|image)|screen ?grab|satellite image|"
    r"aerial view|still image|combination (?:of|photo))\b",
    r"in this (?:[\w. ]{1,30},? (?:\d{4},? )?)?(?:file |handout |undated |image |satellite )?(?:photo|picture|image)\b",
    r"a (?:general view (?:of|shows)|(?:photo|picture|image|photograph) (?:taken|released|provided))\b",
)
_BEGINS = re.compile("|".join(_BEGINNINGS), re.IGNORECASE)
# A label that is on nothing but captions, whatever is said in them.
_LABELLED = re.compile(
    r"[^\w\"]*(?:(?:file|archive|stock|handout|top|main|cover|lead|courtesy|undated|ap) )?"
    r"(?:photo(?:graph)?s?|images?|pictures?|pictured)(?: (?:above|below|left|right|captions?|credits?))?(?: \d+)? ?(?::|\|| - )",
    re.IGNORECASE,
)
# What a caption says of the people in it, in the present tense.
_SHOWN = (
    r"\b(?:is|are) (?:pictured|photographed) (?:here|in|during|on|at|as|with|after|before|near|next|above|below|"
    r"alongside|speaking|attending)\b",
    r"\b(?:is|are) (?:seen|shown) (?:here|in this (?:photo|picture|image|file|undated|handout|screen)|speaking|"
    r"attending|arriving|leaving|during (?:a|an|his|her|the|their)|on (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))",
    r"\bposes? for (?:a |the )?(?:photo\w*|picture|family photo|cameras|media)\b",
    r"\((?:(?i:left|right|centre|center)|L|2nd[ -][LR]|from (?:left|L)|L-R)\)",
)
_SHOWS = re.compile("|".join(f"(?i:{pattern})" for pattern in _SHOWN[:3]) + "|" + _SHOWN[3])


# Characters of the longest credit at a paragraph's end.
_CREDIT_WITHIN = 200
# One of these stands in every paragraph that a pattern above can find: the quick way out for all others.
_CREDIT_MARKS = re.compile(r"[(\[:/|©]| by | via ")
_SHOWN_MARKS = ("pictured", "photograph", " seen ", " shown ", " pose", "(")


def is_caption(line: Line) -> bool:
    """Whether a paragraph is a caption or a credit by its own words."""
    plain = line.plain
    if line.words > _LONGEST:
        return False
    if line.words <= _LONGEST_CREDIT and _CREDIT_ALONE.fullmatch(plain):
        return True
    if _LABELLED.match(plain):
        return True
    credited = max(0, len(plain) - _CREDIT_WITHIN)
    if _CREDIT_MARKS.search(plain, credited) and _CREDITED.search(plain, credited):
        return len(_SENTENCE_END.findall(plain)) <= _MOST_ENDS
    shows = _BEGINS.match(plain) or (any(mark in plain for mark in _SHOWN_MARKS) and _SHOWS.search(plain))
    return bool(shows) and not _SPEAKS.search(plain) and len(_SENTENCE_END.findall(plain)) <= _MOST_ENDS
