"""Notices of the publisher: on the publication of the text, on rights, on cookies, on opinions, on what cannot be shown."""

from __future__ import annotations

_TEXT = r"(?:article|story|piece|post|report|essay|column|op-ed|page|text|content|version|excerpt)"

# Beginnings of a paragraph.
ON_THE_TEXT = (
    r"\(?(?:editor(?:'s|s'|ial)?|publisher'?s?|ed\.?|author'?s?) note\b ?[:.-]",
    r"corrections?(?: appended| \([^)]{1,40}\)| and clarifications?)? ?(?:[:.]|- |$)|clarification ?(?:[:.]|- )",
    rf"(?:this|the) {_TEXT}\b.{{0,30}}\b(?:has been|was|is being|will be) "
    r"(?:updated|corrected|amended|revised|syndicated|republished|reposted|auto-generated)\b",
    rf"(?:this|the) {_TEXT}\b.{{0,60}}\b(?:first|originally|previously|also) (?:appeared|ran|published|posted)\b",
    r"(?:originally|first) (?:published|appeared|posted)\b|as published in\b",
    r"(?:republished|reprinted|reposted|reproduced|excerpted)\b.{0,40}\b(?:from|with|by|under|courtesy)\b",
    rf"(?:an earlier|a previous|earlier) versions? of this {_TEXT}\b",
    r"(?:the )?(?:views|opinions)(?: and (?:views|opinions))? expressed\b.{0,60}"
    r"\b(?:authors?|author's|authors'|his own|her own|their own|writer'?s?|do not)\b",
    r"disclaimer ?:|disclosure ?:|with (?:files|inputs?|reporting|agencies|agency inputs)\b(?: from)?.{0,60}$",
)
NOT_SHOWN = (
    r"we are sorry, ?this video\b|(?:please )?(?:enable|turn on) (?:javascript|cookies)\b",
    r"(?:this|your) (?:video|browser|content) (?:is|does|cannot|can't|could|isn't|has)\b.{0,60}"
    r"\b(?:restricted|support\w*|available|load\w*|play\w*|javascript|removed)\b",
)
BEGINNINGS = (*ON_THE_TEXT, *NOT_SHOWN)

# Words so particular that they tell anywhere in a paragraph: a string that must be there, and the pattern round it (a search
# for the string is fifty times as fast as one for the pattern).
RIGHTS = (
    ("creative commons", r"creative commons"),
    ("cc", r"\bcc[ -]by(?:-[a-z]{2})*\b"),
    ("reserved", r"all rights (?:are )?reserved"),
    ("feel free", r"feel free to (?:republish|share|repost)"),
    ("terms", r"\bterms (?:of|and) (?:use|service|conditions)\b"),
    ("permission to", r"permission to (?:republish|reprint|reproduce)"),
    ("licen", r"\b(?:this|our|the) (?:work|content|site|article|story|text)s?\b.{0,40}\blicen[sc]ed under\b"),
    (
        "not be ",
        r"(?:may|must|can) ?not be (?:re)?(?:published|produced|printed|written|distributed|broadcast|used)\b.{0,60}"
        r"\b(?:without|written|rewritten|redistributed|permission|consent)",
    ),
    ("©", r"(?:^|\s)©|© ?(?:19|20)\d\d"),
    ("(c)", r"\(c\) ?(?:19|20)\d\d"),
    ("copyright", r"\bcopyright ?(?:©|\(c\)|(?:19|20)\d\d)"),
)
COMMENTING = (
    ("address will", r"your e-?mail address will not be (?:published|shown|displayed|shared|made public)"),
    ("required fields", r"required fields are marked"),
    ("notify me", r"notify me of (?:new|follow-?up)"),
    ("save my name", r"save my name, e-?mail"),
    ("akismet", r"this site uses akismet"),
    ("comment", r"comment data is processed|comments? (?:policy|guidelines)"),
    ("moderator", r"moderators? (?:will|may) remove"),
)
PRIVACY = (
    (
        "cookie",
        r"site uses cookies|we (?:and our partners )?use cookies|our use of cookies|cookie policy",
    ),
    (
        "by ",
        r"\bby (?:continuing|clicking|using|signing up|subscribing|submitting)\b.{0,80}"
        r"\byou (?:agree|consent|accept|acknowledge)",
    ),
    ("inbox", r"(?:delivered|straight|directly|sent|right) (?:straight |directly )?to your inbox"),
    ("unsubscribe", r"unsubscribe at any ?time|you can unsubscribe"),
    ("recaptcha", r"protected by recaptcha"),
    ("blocker", r"\bad-?blocker"),
    ("whitelist our", r"whitelist our site"),
    ("commission", r"affiliate commission|we may (?:earn|receive) a (?:small )?commission"),
    ("deductible", r"tax[- ]deductible (?:donation|contribution|gift)"),
    ("we ", r"\bwe (?:rely|depend) on (?:our )?(?:readers|reader support|donations from)"),
)
ANYWHERE = (*RIGHTS, *COMMENTING, *PRIVACY)
