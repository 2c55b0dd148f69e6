"""Appeals to the reader: to read on elsewhere, subscribe, pay, follow. Each a short paragraph's beginning."""

from __future__ import annotations

_PLACE = (
    r"(?:facebook|twitter|x|instagram|telegram|youtube|whatsapp|google news|tiktok|linkedin|viber|social media|threads|bluesky)"
)
_THINGS = r"(?:articles|stories|posts|topics|reading|coverage|content|links|news)"

READ_ON = (
    r"(?:read|see|watch|view|hear|listen|learn|check out)(?: also| more| next| now| too)"
    r"(?: ?[:|>]| (?:on|about|at|from|in)\b| -)",
    r"(?:also|related|more)(?: (?:read|reading|see|watch|stor(?:y|ies)|articles?|coverage|news|posts?|topics?|links?|video))?"
    r" ?(?:[:|>]|- )",
    r"(?:don'?t miss|must[ -]read|recommended|trending|editor'?s? picks?|top (?:stories|picks)|most (?:read|popular|viewed)|"
    r"up next|you (?:may|might) (?:also )?(?:like|be interested in)|"
    r"in case you missed it|read next|latest stories)\b.{0,3}(?:$|[:|-])",
    rf"(?:related|recommended|further|more|similar|popular|recent|latest|other|previous) {_THINGS}$",
    r"(?:also|more) (?:on|from|in) (?:[\w'.]+ ?){1,4}:?$",
    r"click (?:here|on|the)\b",
    r"(?:watch|listen to|see|view|read) (?:the |a |our )?(?:full |latest |whole |entire )?"
    r"(?:video|interview|podcast|episode|clip|segment|gallery|photos?|slideshow)(?: .{1,60})?(?:\b(?:here|below|above)\b|:$)",
    r"(?:watch|listen to|see|hear) .{1,60} (?:below|above|here)\W*$",
    r"you can (?:read|watch|see|hear|listen to|find|catch)(?: back)? (?:our|the|this|more|all|it)\b.{0,80}\b(?:on|at|in|here)\b",
    r"for more (?:information|news|details|on|from|video|stories|updates|coverage)\b.{0,80}"
    r"\b(?:visit|click|see|check|download|go to|follow|sign up|read)\b",
    r"(?:h/t|hat tip)\b",
    r"(?:source|via|link|original(?:ly)?(?: source| article)?) ?: ?(?:https?://|www\.|\S+(?: \S+){0,4}$)",
    r"(?:https?://|www\.)\S+$",
    r"(?:tags?|topics?|categor(?:y|ies)|keywords?|filed under|posted in|labels?|tagged(?: with)?|more about|sections?) ?[:|]",
)
SUBSCRIBE = (
    r"(?:subscribe|sign up|register) (?:to|for|here|now|today|our|with|us|and|below|on)\b",
    r"(?:want|like|enjoy(?:ed|ing)?|love)\b.{1,60}\b(?:newsletter|inbox|subscrib|sign up|e-?mail updates|share it)",
    r"(?:get|receive|have) .{1,80}\b(?:(?:to|in) your (?:inbox|e-?mail|phone)|newsletter|e-?mail alerts?|push notifications?)",
    r"(?:for more,? )?sign ?up\b.{1,60}\b(?:newsletters?|e-?mails?|alerts?|updates|briefing)\b",
    r"(?:enter|submit|provide|type) your e-?mail\b|your e-?mail address\b.{0,20}$",
    r"thank(?:s| you) for (?:subscribing|signing up|reading|your (?:support|interest|subscription))",
    r"(?:already (?:a|an|have)|not a|are you a|existing) (?:\w+ )?(?:subscriber|member|account)\b",
    r"(?:this|to read this|to continue reading)[\w ,]{0,40}"
    r"\b(?:subscribers? only|for subscribers|subscribe|log in|sign in|register)\b",
    r"you have (?:\d+|no|reached|read)\b.{0,40}\bfree articles?\b|you(?:'ve| have) reached your\b.{0,30}\barticles?\b",
)
PAY = (
    r"(?:please )?(?:support|help|donate|contribute|consider|chip in)\b.{0,80}"
    r"\b(?:journalism|donat(?:e|ion|ing)|independent media|our work|newsroom|subscrib\w+|patreon|paypal|becoming a member)\b",
    r"become an? (?:\w+ )?(?:member|subscriber|supporter|patron)\b",
)
FOLLOW = (
    rf"(?:follow|like|find|join|visit|connect with|add|check out) (?:us|our)\b.{{0,60}}"
    rf"\b(?:on|at|via|channel|page|feed|group)\b.{{0,60}}\b{_PLACE}\b",
    r"follow (?:us|@\w+|#\w+)",
    r"(?:do you support|are you on team)\b.{1,60}\blike the page|like the page\b",
    r"(?:share|tell us|let us know|what do you think)\b.{0,80}\bcomments?\b",
    r"(?:download|get|install) (?:the|our) (?:\w+ ){0,3}app\b",
    r"(?:have|got) a (?:story|tip|news tip|correction|confidential tip)\b",
    r"send (?:us )?(?:your )?(?:tips|news|stories|feedback|corrections)\b",
    r"(?:questions|feedback|tips|comments|typo|spotted an error)\?",
)
# Beginnings of a sentence that no article says in its own words: they tell even where somebody is quoted after them.
_SENT = (
    r"(?:newsletters?|inbox|mailing list|(?:daily|morning|evening|weekly) (?:briefing|digest|bulletin|e-?mail)|"
    r"e-?mail (?:alerts?|updates))"
)
SURE = (
    rf"(?:please )?(?:subscribe|sign up|register)(?: now| here| today| below)? (?:to|for|with|and)\b.{{1,60}}\b{_SENT}\b",
    r"(?:get|receive|have) (?:the|our|all|every|more|a|this|your)\b.{1,80}\b(?:to|in|into) your (?:inbox|mailbox|e-?mail)\b",
    rf"(?:follow|like|find|join) us on {_PLACE}\b",
    r"(?:please )?support (?:our|independent) (?:journalism|newsroom|reporting)\b",
    r"(?:download|get|install) our (?:\w+ ){0,3}app\b",
)
BEGINNINGS = (*READ_ON, *SUBSCRIBE, *PAY, *FOLLOW)
