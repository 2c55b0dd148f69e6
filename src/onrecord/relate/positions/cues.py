"""Words by which a statement says yes or no, asks, warns, foresees, sets a condition or refuses to answer, of any matter."""

from __future__ import annotations

import re

from onrecord.vocabulary.spans import Span

Pattern = re.Pattern[str]


def _any(*words: str) -> Pattern:
    return re.compile(r"\b(?:" + "|".join(words) + r")\b", re.IGNORECASE)


# No and not. What looks like it and is none is taken out first (`NO_NEGATION`).
NEGATION = _any(
    "not",
    "never",
    "no",
    "nobody",
    "none",
    "nothing",
    "neither",
    "nor",
    "cannot",
    r"\w+n[’']t",
    "without",
    "hardly",
    "no longer",
)
NO_NEGATION = _any(
    "not only", "no doubt", r"no longer doubt\w*", "not just", "nothing but", "no matter", "whether or not",
    "not a question of",
    "no question", "never a question of", "not enough", "nothing less than", "not later than", "no later than", "no sooner",
    r"(?:no longer|not) (?:stand|stood|standing) in the way",
)  # fmt: skip
# Words that are against something by themselves.
OPPOSITION = _any(
    r"oppos\w+", "against", r"reject\w*", r"refus\w+", r"scrap\w*", r"abandon\w*", r"cancel\w*", r"halt\w*", r"block\w*",
    "veto",
    r"prevent\w*", r"exclud\w+", r"forbid\w*", r"bann?(?:ed|ing)?", r"barr?ed",
    r"(?:stay|stays|stayed|keep|kept|left|remain|remained) out(?:side)?",
    r"keep\w* \w+(?: \w+)? (?:out|off)", r"leave the", r"withdraw\w*", r"take \w+ out of", "taken down", "tear down",
    "mistake", "wrong", r"threat\w*",
    r"danger\w*", r"harm\w*", "disaster", r"catastroph\w+", r"ruin\w*", r"betray\w*", "unacceptable", "intolerable", "hostile",
    r"call\w* off", r"avert\w*",
    r"provo\w+", r"destabili\w+", r"exacerbat\w+", r"inflam\w+", r"unsettl\w+", r"escalat\w+", r"renounc\w+",
    r"dropp?(?:ed|ing)?",
    r"g[ai]ve(?:n|s)? up", "giving up", "shut", "closed", "off the table", "impossible", "out of reach", "not feasible",
    r"fail\w*",
    r"collapse\w*", "dead", "corpse", r"stop\w*", r"neutral\w*", "bloc", "declaration of war", r"drown\w*", r"cruel\w*",
    "reckless",
    "folly", "madness", "nonsense", r"surrender\w*", r"humiliat\w+", "treason", "sell-?out", "tear up", "torn up",
    "break off", r"doubt\w*",
    "empty", "monument to", "end of the",
)  # fmt: skip
FAVOUR = _any(
    r"support\w*", r"back(?:s|ed|ing)?", r"in favou?r", r"agree\w*", r"approv\w+", r"accept\w*", "vote for", "a yes",
    r"welcom\w+",
    "only way", "only road", "good", "right", "fair", r"honou?r\w*", r"deserv\w+", r"benefit\w*", r"need\w*", "must",
    "should", "ought",
    r"want\w*", "let us", r"invite\w*", r"ask\w*", r"hope\w*", r"demand\w*", r"call\w* (?:on|for)", r"urge\w*", "ready to",
    "glad",
    "proud", "safer", "peace", "only a matter of time",
)  # fmt: skip
CONDITION = _any(
    "if", "once", "unless", "until", "till", "provided", "providing", "only (?:if|when|after)", "as soon as",
    r"on condition\w*",
    "conditions?", "conditional", r"depend\w*", "subject to", "in exchange", "in return", "first", "before", "after", "when",
    r"not (?:yet )?ready", r"meet\w* the", "met the", "bring me", "put it there", "work to (?:be )?(?:done|do|make)",
    "should decide",
    "as long as", "so long as",
)  # fmt: skip
STRONG_CONDITION = _any(
    "if", "as soon as", "once", "unless", "until", "provided", "only (?:if|when|after)", "conditions?", "conditional",
    r"depend\w*",
    "subject to",
    "in exchange", r"not (?:yet )?ready", "work to (?:be )?(?:done|do|make)", "should decide",
)  # fmt: skip
# A condition that a sentence begins with: seldom an aside.
OPENS_WITH_CONDITION = re.compile(
    r"(?:^|[.;:–—] )[\W_]*(?:that )?(?:but |and |only )?(?:if|once|unless|provided|providing|as soon as)\b"
    r"(?! (?:any|some)(?:one|body) asks?)",
    re.IGNORECASE,
)
NOT_BEFORE = re.compile(
    r"\b(?:no|not|never|nothing)\b.*\b(?:before|until|unless|without|while|as long as|so long as)\b", re.IGNORECASE
)
# What looks like a condition and is a time or a term of office: "as long as I am in this job", "before the end of 2031".
TERM = re.compile(
    r"\b(?:(?:as|so) long as (?:i|he|she)\b[^.,;]*|while (?:i|he|she)\b[^.,;]*(?:office|job|post|cabinet|minister|governor)"
    r"|on my watch|before the end of|before the decade|before most|before (?:next )?(?:summer|winter|spring|autumn|christmas)"
    r"|by the end of|if they mean it|first (?:day|time|step|week|hundred)\w*)",
    re.IGNORECASE,
)
UNSAID = _any(
    "whether", "too early", "prejudge", r"count\w*", "cannot say", r"can[’']t say", "comment", "date", "wait and see",
    "nobody knows",
    "who knows", "may", "maybe", "perhaps", "open question", "decide later", "calendar", "deadline", r"speculat\w+", "forecast",
    "hands of", "no side", "in other hands",
)  # fmt: skip
FORESIGHT = _any(
    "will", "shall", "going to", r"won[’']t", "would", r"\w+[’']ll", r"(?:is|are) coming", r"expect\w*", r"predict\w*",
    "certain",
    "sure", r"inevitabl\w+", r"eventual\w*", "soon", "one day", "never", r"doubt\w*", r"believe\w*", "convinced", r"finish\w*",
    r"complet\w+", r"happen\w*", "cannot", "able to", "possible", "impossible", "feasible", "by the end", "within",
)  # fmt: skip
WISH = _any(
    "should", "must", "ought", r"need\w*", r"want\w*", "wrong", "mistake", "right", r"support\w*", "back", r"favou?r",
    r"oppos\w+",
    "against", "vote", r"accept\w*", r"threat\w*", r"danger\w*", "good", "bad", "way", r"agree\w*", "if", r"guarantee\w*",
    "unacceptable", "let",
)  # fmt: skip
DENIES = _any("den(?:y|ied|ies|ying)", "denials?", "ruled? out", "refut\\w+", "rebut\\w*")
CALLS_OFF = _any(r"call\w* off")
# What another is told to say or want, where a content begins with it: the position is that one's (`holder`), not that of whoever
# tells it.
OF_ANOTHER = re.compile(
    r"^[\W_]*(?:that )?(?:(?:he|she|they|it|we|i) (?:was|were|had been|has been|have been) told\b"
    r"|(?P<holder>(?:(?:the|a|an|his|her|its|their|our) )[\w’' -]{2,40}?|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3})"
    r" (?:had |has |have |also |now |still |is |are |was |were |would )*"
    r"(?:told|said|says|want(?:s|ed)?|demand(?:s|ed|ing)?|promised|asked|vowed|insist(?:s|ed)?|assured|warned|argue[sd]?|"
    r"hope[sd]?|fear(?:s|ed)?|oppose[sd]?|opposed to|reject(?:s|ed)?|refuse[sd]?|favou?r(?:s|ed)?|back(?:s|ed)?|"
    r"believe[sd]?|expect(?:s|ed)?|regard(?:s|ed)?|see[sn]?|saw|view(?:s|ed)?|against|in favou?r|determined|willing)\b)"
)
# A question that somebody was asked says nothing of what anyone holds.
ASKED = re.compile(r"^(?:when |if )?(?:was |were |is |be(?:en|ing)? )?asked\b", re.IGNORECASE)
# How a source wants to be named, and what a newspaper asked for in vain, say nothing either.
OF_REPORTING = re.compile(
    r"^\W*(?:that )?(?:(?:he|she|they|their names?|his name|her name) )?(?:not (?:to )?be (?:named|identified|quoted|called)\b"
    r"|(?:on )?(?:the |strict )?(?:condition of )?anonymity\b"
    r"|(?:(?:a|an|any|our|the|repeated|several|\w+[’']s?) )*requests? for comment\b)",
    re.IGNORECASE,
)
# What is said to have to be faced is what will be: "must accept that the door is shut".
CONCEDES = re.compile(
    r"\b(?:must|ha(?:ve|s|d) to|need(?:s|ed)? to|should|forced to|time to)"
    r" (?:accept|recogni[sz]e|admit|face|concede|confess|understand)[\"”’']? (?:it |(?:up to )?the fact )?[\"”’']?that\b"
    r"|\b(?:understand|understood|accept|accepted|admit|admitted|conced\w+|recogni[sz]e[ds]?)[\"”’']? [\"”’']?that"
    r" (?:we|he|she|it|they|his|her|our|their)\b"
    r"|\bwe understand\b|\boff the table\b|\bout of reach\b"
    r"|\b(?:not|never) (?:a |an )?(?:feasible|realistic|attainable|achievable)\b",
    re.IGNORECASE,
)
# Cues of the act of saying.
DEMANDS = _any(
    r"demand\w*", r"ask\w*", r"call(?:s|ed|ing)?(?! off)", r"urg\w+", r"want\w*", r"request\w*", r"seek\w*", "sought",
    r"appeal\w*", r"plead\w*", r"press\w*", r"push\w*", r"insist\w*", r"require\w*", r"propos\w+", r"recommend\w*", r"hop\w+",
)  # fmt: skip
OPPOSES = _any(
    r"oppos\w+", r"reject\w*", r"warn\w*", r"denounc\w+", r"condemn\w*", r"object\w*", r"protest\w*", r"fear\w*", r"resist\w*",
    r"criticis\w+", r"criticiz\w+", r"dismiss\w*", r"doubt\w*", "ruled out",
)  # fmt: skip
FORESEES = _any(
    r"predict\w*", r"expect\w*", r"promis\w+", r"pledg\w+", r"vow\w*", "convinced", r"belie\w+", r"assur\w+", r"reaffirm\w*",
    r"forecast\w*", r"bet\w*", "certain", "sure", r"swor\w+", r"conced\w+", r"admit\w*",
)  # fmt: skip
# What a source is told not to have said, inside a content: "voiced support, but stopped short of an invitation".
STOPS_SHORT = re.compile(
    r"\b(?:stopp(?:ed|ing) short of|declin(?:ed|ing) to (?:say|answer|comment|name|give|commit)"
    r"|(?:did not|didn[’']t|would not|without) (?:say(?:ing)?|mention(?:ing)?|commit(?:ting)?))\b",
    re.IGNORECASE,
)
REFUSES = _any(
    r"declin\w+", r"refus\w+", r"(?:not|no|n[’']t|without|nor|never) (?:\w+ ){0,2}mention\w*", "stopped short", "silent",
    r"avoid\w*", "would not", "did not", "limited",
    "no comment", r"sidestep\w*", r"dodg\w+", r"evad\w+", "drawn", "never called for",
)  # fmt: skip


def found(pattern: re.Pattern[str], text: str) -> list[Span]:
    """The places of a pattern in a text."""
    return [Span(match.start(), match.end(), match.group()) for match in pattern.finditer(text)]


def blanked(pattern: re.Pattern[str], text: str) -> str:
    """A text with a pattern's matches made blank, so that places stay places."""
    return pattern.sub(lambda match: " " * len(match.group()), text)
