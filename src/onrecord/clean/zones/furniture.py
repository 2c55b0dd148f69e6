"""Furniture of a page: labels, buttons, menus and the comment form, each a whole paragraph of its own."""

from __future__ import annotations

SEPARATORS = (
    r"advertisements?|ad|sponsored(?: content| post)?|promoted(?: content)?|paid (?:post|content)|affiliate links?",
    r"(?:story|article) continues (?:below|after)(?: (?:this )?(?:ad|advertisement|video))?",
    r"scroll (?:down )?to continue.{0,40}|loading(?: comments)?|please wait|skip to (?:main )?content",
    r"back to top|go back|menu|search|close|toggle .{1,30}",
)
HEADINGS = (
    r"abstract|full text|summary|transcript|highlights|key (?:points|takeaways)|in this article|table of contents|contents",
    r"(?:world|politics|opinion|analysis|exclusive|breaking|latest|europe|business|international|national|local|live)(?: news)?",
    r"news|live updates|commentary|editorial|letters|explainer|feature|interview|top (?:stories|news)",
    r"\d+ ?(?:min(?:ute)?s?)[ -]?read|reading time:? .{1,20}|\d+ (?:views?|shares?|likes?|reads?|retweets?)",
    r"\d+ (?:minutes?|hours?|days?) ago",
)
_NETWORK = (
    r"(?:facebook|twitter|x|whatsapp|telegram|linkedin|reddit|pinterest|e-?mail|print|messenger|flipboard|pocket|viber|"
    r"copy link|link|share|instagram|youtube|rss|tumblr|vk|threads|bluesky|mastodon|sms)"
)
BUTTONS = (
    r"share|tweet|pin(?: it)?|print|e-?mail|save|copy(?: link)?|like|reply|report(?: this)?|flag|bookmark",
    rf"listen(?: to (?:this )?article)?|(?:{_NETWORK}[ ,|/·-]*){{1,12}}",
    r"share (?:this|on|via|with)\b.{0,60}|share and comment(?: below)?",
    r"click to (?:share|e-?mail|print)\b.{0,60}|e-?mail (?:this|a link)\b.{0,60}",
    r"play(?: video| audio)?|watch(?: now| live)?|mute|unmute|current time.{0,20}|duration.{0,20}",
    r"video|gallery|photos?|podcast",
    r"accept(?: all)?(?: cookies)?|reject all|decline|manage (?:preferences|cookies|options)|i agree|got it|learn more",
    r"cookie settings|subscribe(?: now| today)?|sign ?(?:up|in)(?: now| here| today)?|log ?(?:in|out)|register",
    r"donate(?: now| today)?|join(?: us| now)?|my account|get started|install (?:the |our )?app",
)
LINKS = (
    r"(?:read|see|view|show|load|learn) (?:more|all|less|full (?:story|article))(?: .{1,20})?",
    r"full (?:story|article)(?: here)?|continue(?: reading)?|more|click here|details here|via",
    r"source(?: link)?|original(?: (?:article|source|post|link))?|link(?: to .{1,40})?",
    r"(?:read|see|view|watch|hear|listen to|find|get|continue reading) (?:the )?(?:rest|whole|full|entire|original|complete|more)"
    r"\b.{0,60}\bhere",
    r"previous(?: (?:article|post|story))?|next(?: (?:article|post|story))?|older posts?|newer posts?",
    r"(?:prev(?:ious)?|next) (?:article|post|story):? .{0,120}",
)
COMMENT_FORM = (
    r"(?:post|leave|add|write|submit)(?: a| your)? (?:comment|reply)|cancel reply|comments?|\d+ comments?|comments? \(\d+\)",
    r"no comments?(?: yet)?|(?:view|show|hide|join|see)(?: all)?(?: the)?(?: \d+)? (?:comments?|conversation|discussion)",
    r"comments? (?:are|is) (?:closed|disabled|off|turned off)(?: .{1,40})?|be the first to comment.{0,30}",
    r"log ?in to (?:leave a )?(?:comment|reply)|(?:sort|order) by .{1,20}",
    r"(?:name|e-?mail|website|comment|your (?:name|e-?mail|comment|message))(?: address)? ?\*?",
    r"name \* e-?mail \* website|required fields are marked ?\*?",
)
LABELS = (*SEPARATORS, *HEADINGS, *BUTTONS, *LINKS, *COMMENT_FORM)
