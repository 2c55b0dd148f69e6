"""The speech acts of reporting words: a table by the field's verb classes.

The classes follow Searle's illocutionary acts as Levin (1993, ch. 37) and VerbNet sort verbs of communication, with the
attitude verbs (believe, want, intend …) that PolNeAR annotates as attributions too. Words are base forms, nouns of saying
beside their verbs; `call-for` is a phrase.
"""

from __future__ import annotations

from onrecord.vocabulary import SpeechAct as Act

_CLASSES: dict[Act, str] = {
    Act.ASSERT: (
        "say tell state statement add note remark comment observe write tweet post blog text email explain describe "
        "mention claim assert assertion argue argument contend contention maintain insist stress emphasise emphasize "
        "underline underscore reiterate repeat recall recount relate respond response reply answer retort counter "
        "conclude declare declaration read speak talk testify testimony elaborate quip joke point-out suggest suggestion "
        "hint imply indicate signal allude refer quote cite accord reveal disclose report detail characterise "
        "characterize call label dub term brand cast portray paint liken compare reason interject chime discuss address "
        "brief inform notify teach lecture boast brag retweet share narrate acknowledge concede admit confess per clear "
        "indication assessment statement remind highlight invoke reference point-to focus-on lay-out weigh-in hit-back "
        "fire-back shoot-back snap-back reportedly clarify articulate recap recapitulate list shout yell scream exclaim "
        "whisper mutter murmur mail message adamant posit rumour rumor downplay"
    ),
    Act.DENY: "deny denial dispute rebut rebuttal refute disavow contradict disclaim repudiate",
    Act.CONFIRM: "confirm confirmation affirm verify corroborate attest certify reaffirm vouch",
    Act.PREDICT: "predict prediction forecast foresee project projection anticipate foretell bet speculate speculation",
    Act.WARN: "warn warning caution alert alarm threaten threat",
    Act.ACCUSE: "accuse accusation allege allegation charge blame fault implicate",
    Act.PROMISE: "promise pledge vow swear guarantee commit commitment assure undertake reassure assurance",
    Act.REFUSE: "refuse refusal decline rebuff balk demur rule-out say-no",
    Act.DEMAND: "demand order instruct insist-on call-for call-on urge require command press push-for call-upon exhort direct",
    Act.ASK: "ask question inquire enquire request wonder appeal plead beg query implore petition pray",
    Act.PROPOSE: "propose proposal recommend recommendation offer advise advice advocate float encourage invite outline",
    Act.PRAISE: "praise hail laud commend applaud compliment celebrate extol salute congratulate tout cheer gush",
    Act.CRITICISE: (
        "criticise criticize criticism slam blast attack denounce condemn condemnation deride mock ridicule scold rebuke "
        "lambaste assail bash rip chide disparage decry deplore lament complain complaint bemoan dismiss insult berate "
        "castigate lash hit-out rail excoriate admonish scoff knock fume object objection protest challenge critical "
        "critique swipe savage go-after take-aim"
    ),
    Act.THANK: "thank thanks",
    Act.APOLOGISE: "apologise apologize apology regret",
    Act.SUPPORT: (
        "support back endorse endorsement favour favor defend champion stand-by embrace approve welcome promote supporter "
        "side-with campaign-for"
    ),
    Act.OPPOSE: "oppose opposition reject rejection resist disapprove disagree veto opponent against push-back",
    Act.AGREE: "agree agreement concur accept echo back-down back-off relent",
    Act.ANNOUNCE: "announce announcement unveil proclaim release publish issue",
    Act.DECIDE: (
        "decide decision rule ruling vote determine resolve agree-to choose opt nominate appoint adopt overturn impose "
        "authorise authorize"
    ),
    Act.SHOW: "show find finding demonstrate prove illustrate reflect estimate calculate document record count",
    Act.BELIEVE: (
        "believe belief think thought know understand consider view see regard assume suspect realise realize recognise "
        "recognize imagine suppose doubt presume judge deem perceive mean learn hear remember notice sense guess appear "
        "seem opinion conviction impression reckon figure surmise opine interpret sure certain convinced sceptical skeptical"
    ),
    Act.EXPECT: "expect expectation hope look-forward await optimistic optimism confident confidence hopeful envision",
    Act.WANT: "want wish desire prefer would-like would-rather long crave need eager seek",
    Act.INTEND: "plan intend intention aim prepare propose-to set-out attempt try willing schedule",
    Act.FEAR: "fear worry dread concern afraid worried anxious nervous wary fret",
    Act.FEEL: (
        "feel feeling love hate like dislike enjoy resent envy admire distrust trust care proud angry upset glad outraged "
        "unhappy disappointed frustrated shocked relish"
    ),
}

ACTS: dict[str, Act] = {word: act for act, words in _CLASSES.items() for word in words.split()}

# Words that are a verb in their bare form only at the beginning of a cue or after one of these: "would back", not "went back".
_AUXILIARIES = frozenset("to not also will would may might can could should must did do does always still".split())
BARE_AFTER_AUXILIARY: dict[str, frozenset[str]] = {
    "back": _AUXILIARIES,
    "like": _AUXILIARIES,
    "against": frozenset("are is was were be come came comes speak spoke spoken".split()),
}

# Verbs that leave the act to the words after them: "issued a statement condemning", "continued to insist".
LIGHT_VERBS = frozenset(
    "issue release publish give offer express voice raise show put make speak talk post read add respond reply answer "
    "appear seem refer react statement".split()
)

IRREGULAR: dict[str, str] = {
    "said": "say", "told": "tell", "wrote": "write", "written": "write", "spoke": "speak", "spoken": "speak",
    "thought": "think", "knew": "know", "known": "know", "felt": "feel", "saw": "see", "seen": "see", "meant": "mean",
    "found": "find", "showed": "show", "shown": "show", "swore": "swear", "sworn": "swear", "understood": "understand",
    "heard": "hear", "held": "hold", "sought": "seek", "learnt": "learn", "forgot": "forget", "foresaw": "foresee",
    "foreseen": "foresee", "retold": "retell", "taught": "teach", "undertook": "undertake", "stood": "stand",
    "denies": "deny", "denied": "deny", "replied": "reply", "tried": "try", "worried": "worry", "made": "make",
    "gave": "give", "given": "give", "put": "put", "read": "read", "cast": "cast", "bet": "bet", "began": "begin",
    "chose": "choose", "chosen": "choose", "laid": "lay", "shot": "shoot", "hit": "hit", "went": "go", "took": "take",
    "ruled": "rule", "overthrew": "overthrow", "spelt": "spell", "forbade": "forbid", "withdrew": "withdraw", "upheld": "uphold",
}  # fmt: skip
