"""When each statement was made, read from the time expressions of one article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.identify.when.dating import Dating
from onrecord.identify.when.framing import framing, framing_before, names_before, past_before
from onrecord.identify.when.history import is_deed, told_as_history
from onrecord.identify.when.occasions import has_its_own, introduces, introduces_last, papers_named, said_in_public, told_before
from onrecord.identify.when.page import BLOCKED, LEAD, NEAR, Page
from onrecord.identify.when.reach import Dated
from onrecord.identify.when.saying import phrases, unresolved
from onrecord.identify.when.scenes import WEEK, Scene, Scenes, carried, days_of
from onrecord.identify.when.speakers import Speakers, last_names
from onrecord.identify.when.staging import dated_occasions, event_after, subject
from onrecord.identify.when.tense import PLUPERFECT, Tense, conditional, tense_of
from onrecord.identify.when.vague import Vague, Vagues
from onrecord.text.timex import Interval, resolve
from onrecord.vocabulary import Article, Kind, SaidOn, SaidOnBasis, Statement, ZoneKind

# A headline or an opening paragraph, which is told in full further down, is one of the first so many paragraphs. Chosen.
_OPENING = 3
# So many characters after "the day after" its day stands at most ("Tuesday’s debate").
_HEAD = 20

# Zones whose dates are those of a photograph or of the page.
_UNREAD = frozenset({ZoneKind.BYLINE, ZoneKind.CAPTION, ZoneKind.BOILERPLATE})
# A cue that is more than a colon.
_HAS_WORD = re.compile(r"[a-z]{3}", re.IGNORECASE)
# What is said of something past is told with these: a witness, a spokesman.
_PLAIN_CUE = re.compile(r"\b(?:said|says|added|adds|told|according to)\b", re.IGNORECASE)
# A forecast holds as of the day that it was given out.
_FORECAST = re.compile(r"\b(?:expects?|forecasts?|projects|projections?|predicts|estimates?|sees|anticipates)\b", re.IGNORECASE)
_TONIGHT = re.compile(r"\b(?:tonight|this evening)\b", re.IGNORECASE)
# A clause that tells what a main clause answers, and a participle that goes on with the clause before.
_WHEN = re.compile(r"\W*(?:When|As)\s")
_ADDING = re.compile(r"(?:\w+ly\s+)?\w+ing(?:\s+(?:that|to|for|on|about|at|of|with))?", re.IGNORECASE)
# What only gives something a name is of no day.
_NAMING = re.compile(r"(?:the\s+)?(?:so-called|known\s+as|also\s+known\s+as|self-described|self-styled)", re.IGNORECASE)
_GOES_ON = "goes on with what was said on the occasion told as"
# A passive's doer.
_BY = re.compile(r"^\w+(?:ed|n)(?:\s+[\w’'-]+){0,4}?\s+by\b")
# Told with one of these, a statement is not of the occasion that is told about.
_APART = frozenset({Tense.PERFECT, Tense.PLUPERFECT, Tense.FUTURE})


def with_days(article: Article, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements of an article, each with the day or days it was made on, or None where nothing tells.

    An article known to have been published on some day or later has no anchor: what hangs on its day stays unresolved.
    """
    published = article.published
    anchor = None if published is None or published.latest is None else (published.earliest[:10], published.latest[:10])
    unread = [(zone.start, zone.end) for zone in article.zones if zone.kind in _UNREAD]
    return days_from(anchor, article.text, statements, unread)


def days_from(
    anchor: Interval | None, text: str, statements: Sequence[Statement], unread: Sequence[tuple[int, int]] = ()
) -> tuple[Statement, ...]:
    """The statements of a text with their days, the text having been written in the interval `anchor` (None: nobody knows when).

    This is the hook for whoever learns more of an article's date than the article tells, from other accounts of the same
    occasion: call it with the narrower interval; nothing of what was worked out before goes in. In the ranges of `unread`
    (captions) no day is read. The steps, in this order:

    1. A pull-quote has the day of the statement that it repeats.
    2. A time expression of the act of saying (see `saying`); the story's evening, for a quotation that says "tonight".
    3. A phrase that counts from what was told before ("the same day"), or from what the next words name ("the day after the
       debate").
    4. An occasion that the sentence names as known ("at the forum") and another sentence dates; a paper that speaks ("the letter
       reads") and was dated when it was given out.
    5. Words that mean some time in the past ("once", "had said"): open at its beginning; so an occasion told without a day ("in a
       recent interview", "in her memoir"), named as new or again (see `vague`).
    6. The day that its sentence begins with, or that is told in the clause beside its own (see `framing`).
    7. The day of the statement beside it in its sentence, which it goes on with or answers. Else the time of the sentence before,
       if it names the speaker, for something done rather than said. Else the day of the same
       speaker's last dated statement or occasion, if what is told goes on with it: it is told as past, and names no occasion of
       its own. Else that of an occasion told right after it ("He was speaking on Tuesday at"); else of his next one, for a
       headline or an opening that is told in full below.
    8. A cue in the future: open at its end.
    9. The time that the sentence before has come to. Else the speaker's last interview, survey or book that is told without a
       day: open at its beginning; so is history, told after an old date, and a deed in the body of the story (see `history`).
    10. The day of the occasion that the whole story is of, for what was said to everybody there.
    11. A statement inside another was made on that one's day at the latest; told in the present, it was held on that day.
    12. The day of publication, if it is known.
    """
    return _Reader(Dating(text, anchor), statements, Page(text, statements, unread)).read()


class _Reader:
    """One reading of one text."""

    def __init__(self, dating: Dating, statements: Sequence[Statement], page: Page) -> None:
        self.dating = dating
        self.statements = statements
        self.page = page
        self.places = {one.id: page.core(one)[0] for one in statements}
        self.speakers = Speakers(page, statements)
        self.found: dict[str, SaidOn | None] = {}
        self.tenses: dict[str, Tense] = {}
        self.counting: dict[str, list[Dated]] = {}
        self.scenes = Scenes(page, ())
        self.evening = self._evening()
        self.spent: set[int] = set()
        self.vague = Vagues(page, self.speakers)

    def read(self) -> tuple[Statement, ...]:
        top = [one for one in self.statements if one.within is None and one.repeats is None]
        inside = [one for one in self.statements if one.within is not None and one.repeats is None]
        own = {one.id: phrase for one in (*top, *inside) if (phrase := self._own(one))}  # 2
        self.spent = {dated.timex.start for dated, _ in own.values()}
        self.scenes = Scenes(self.page, self._scenes(top, own))
        self.vague.find(top)
        for one in (*top, *sorted(inside, key=self._depth)):
            if one.id in own:
                self.found[one.id] = own[one.id][1]
            else:
                self.found[one.id] = self._undated(one) if one.within is None else self._inside(one)
        for one in self.statements:
            if one.repeats is not None:
                self.found[one.id] = self._repeated(one)
        return tuple(replace(one, said_on=self.found.get(one.id)) for one in self.statements)

    def _own(self, one: Statement) -> tuple[Dated, SaidOn] | None:
        found = [] if _is_naming(one) else phrases(self.page, one)
        self.counting[one.id] = [dated for dated in found if dated.timex.refers_back]
        for dated in found:
            if not dated.timex.refers_back and (said_on := self.dating.read(dated, "said")):
                return dated, said_on
        return self._tonight(one)

    def _tonight(self, one: Statement) -> tuple[Dated, SaidOn] | None:
        """2. The evening that the story is of, for a quotation that says "tonight"."""
        if one.kind is Kind.INDIRECT or self.evening is None or not any(_TONIGHT.search(span.text) for span in one.content):
            return None
        said_on = self.dating.read(self.evening, "the quotation says tonight, the article")
        return (self.evening, said_on) if said_on else None

    def _evening(self) -> Dated | None:
        """The one evening that the article's beginning tells of."""
        last = self.page.paragraphs[:LEAD][-1][1] if self.page.paragraphs else 0
        timexes = self.page.within(0, last)
        evenings = [one for one in timexes if one.value.endswith(("TNI", "TEV")) and not one.value.startswith("UNDEF")]
        told = {one.value for one in evenings}
        return Dated(evenings[0]) if len(told) == 1 else None

    def _scenes(self, top: Sequence[Statement], own: dict[str, tuple[Dated, SaidOn]]) -> list[Scene]:
        scenes = [Scene(self.places[one.id], *own[one.id], self.speakers.keys(one), one.id) for one in top if one.id in own]
        for (start, end), dated in dated_occasions(self.page, {scene.dated.timex.start for scene in scenes}):
            if not dated.timex.refers_back and (said_on := self.dating.read(dated, "dated")):
                speakers = frozenset(self.speakers.named_in(subject(self.page, dated.timex, start, end)))
                if introduces_last(self.page.masked[start:end]):
                    speakers |= self.speakers.spoke_before(start)
                told_after = introduces(self.page.masked[start:end])
                scenes.append(Scene(start, dated, said_on, speakers, introduces=told_after))
        return scenes

    def _undated(self, one: Statement) -> SaidOn | None:
        if _is_naming(one):
            return self.dating.published()
        return (
            self._counted_back(one)  # 3
            or self._at_known_occasion(one)  # 4
            or self._in_known_paper(one)  # 4
            or self._past(one)  # 5
            or self._vaguely(one, self.vague.named(one), "said on the occasion told as")  # 5
            or self._framed(one)  # 6
            or self._beside(one)  # 7
            or self._gone_on_from(one, named=True)  # 7
            or self._carried(one)
            or self._to_come(one)  # 8
            or self._gone_on_from(one)  # 9
            or self._vaguely(one, self.vague.gone_on_with(one), _GOES_ON)  # 9
            or self._headline(one)  # 9
            or self._history(one)  # 9
            or self._in_public(one)  # 10
            or self.dating.published()  # 12
        )

    def _to_come(self, one: Statement) -> SaidOn | None:
        """8. From the day of writing on, as a cue in the future tells."""
        return self.dating.ahead(one.cue) if one.cue is not None and self._tense(one) is Tense.FUTURE else None

    def _counted_back(self, one: Statement) -> SaidOn | None:
        """The day of a phrase such as "the same day", counted from the last day that was told."""
        if not (counting := self.counting[one.id]):
            return None
        if counting[0].timex.counts_from_event:
            return self._counted_from_event(one, counting[0])
        before = self.scenes.last(one, None)
        if before is None or before.said_on.earliest is None or before.said_on.latest is None:
            return None
        days = before.said_on.earliest, before.said_on.latest
        return self.dating.read(counting[0], "said", days)

    def _counted_from_event(self, one: Statement, dated: Dated) -> SaidOn | None:
        """The day of "the day after the debate", counted from the debate's; open at its beginning if that is not told."""
        place, end = self.places[one.id], dated.timex.end
        event = self.scenes.nearest(event_after(self.page, end), place, told=False)
        days = None if event is None else (event.said_on.earliest, event.said_on.latest)
        weekday = next(iter(self.page.within(end, end + _HEAD)), None)
        if weekday is not None and self.page.text[end : weekday.start].strip() in ("", "the"):
            days = resolve(weekday, self.dating.anchor)
        if days is not None and days[0] is not None and days[1] is not None:
            return self.dating.read(dated, "said", (days[0], days[1]))
        return self.dating.before(dated.timex.start, end, self.dating.anchor[1] if self.dating.anchor else None)

    def _at_known_occasion(self, one: Statement) -> SaidOn | None:
        nouns = told_before(self.page.view(one), *self.page.region(one))
        if not nouns or self._tense(one) in _APART:
            return None
        scene = self.scenes.nearest(nouns, self.places[one.id], told=True)
        if scene is None:
            return None
        told = carried(scene, "said on the occasion dated")
        self._stage(one, scene, told)
        return told

    def _in_known_paper(self, one: Statement) -> SaidOn | None:
        """4. The day of a paper that speaks ("the letter reads"), where it was told before when it was given out."""
        if one.source is None or not (nouns := papers_named(one.source.text)):
            return None
        scene = self.scenes.paper(nouns, self.places[one.id])
        return carried(scene, "said in what was dated") if scene else None

    def _stage(self, one: Statement, scene: Scene, told: SaidOn) -> None:
        """What the same speaker says next goes on with a known occasion, and what the one says who was met there."""
        there = frozenset(self.speakers.named_in(self.page.words(one, whole=True)))
        staged = Scene(self.places[one.id], scene.dated, told, self.speakers.keys(one) | there, one.id)
        self.scenes.add(staged)

    def _carried(self, one: Statement) -> SaidOn | None:
        keys, tense = self.speakers.keys(one), self._tense(one)
        if not keys or tense in _APART or has_its_own(self.page.view(one), *self.page.region(one)):
            return None
        before = self.scenes.last(one, keys)
        if before and (told := self._vaguely(one, self.vague.rather_than(one, before), _GOES_ON)):
            return told
        if before:
            forecast = one.cue is not None and _FORECAST.search(one.cue.text)
            if tense is not Tense.PAST and not forecast:
                return None
            told = carried(before, "goes on with what was said")
            if told_before(self.page.view(one), *self.page.region(one)):
                self._stage(one, before, told)
            return told
        if introduced := self.scenes.introduced_after(one, keys):
            return carried(introduced, "the occasion is told right after it, dated") if tense is Tense.PAST else None
        opening = self.page.paragraph(self.places[one.id]) < _OPENING
        after = self.scenes.told_below(one, keys) if opening else None
        return carried(after, "told in full below, dated") if after else None

    def _vaguely(self, one: Statement, vague: Vague | None, how: str) -> SaidOn | None:
        """Some time before, on an occasion without a day; `how` begins the reason."""
        return self.dating.vaguely(*vague.words, how) if vague and self._tense(one) is Tense.PAST else None

    def _headline(self, one: Statement) -> SaidOn | None:
        """9. Some time before, for a headline that quotes what its speaker said in an interview without a day."""
        if one.kind is Kind.INDIRECT or self.page.paragraph(self.places[one.id]) > 0 or one.source is None:
            return None
        vague = self.vague.told_below(one)
        return self.dating.vaguely(*vague.words, "told below as said") if vague else None

    def _history(self, one: Statement) -> SaidOn | None:
        """9. Some time before, as the story tells history there, or as such deeds are told."""
        if self._tense(one) is not Tense.PAST:
            return None
        if timex := told_as_history(self.page, one, self.dating.anchor):
            return self.dating.vaguely(timex.start, timex.end, "history told along with")
        if is_deed(self.page, one) and one.cue is not None:
            return self.dating.vaguely(one.cue.start, one.cue.end, "a deed told as history,")
        return None

    def _beside(self, one: Statement) -> SaidOn | None:
        """7. The day of the statement beside it: "she said at the fair, adding"; "when she asked for it, he declined"."""
        if self._tense(one) is not Tense.PAST or one.cue is None:
            return None
        start = self.page.region(one)[0]
        other = self.speakers.told_before(one.cue.start, one)
        if other is None or self.places[other.id] < start:
            return None
        day = self.found.get(other.id)
        if day is None or day.basis is not SaidOnBasis.PHRASE:
            return None
        answers = _WHEN.match(self.page.text, start) is not None and self.places[other.id] - start < NEAR
        if not answers and not (_ADDING.fullmatch(one.cue.text) and self.speakers.keys(one) & self.speakers.keys(other)):
            return None
        told = replace(day, reason=f"told beside another statement: {day.reason}")
        if answers and (scene := self.scenes.last(one, self.speakers.keys(other))):
            self._stage(one, scene, told)
        return told

    def _past(self, one: Statement) -> SaidOn | None:
        """5. Some time before, as its own words tell."""
        if one.cue is not None and _HAS_WORD.search(one.cue.text) and self._tense(one) is Tense.PRESENT:
            return None  # "repeats long discredited claims"
        return self._before(one, self.dating.anchor[1] if self.dating.anchor else None)

    def _framed(self, one: Statement) -> SaidOn | None:
        """6. The day that its sentence begins with, or that the main clause tells which its own goes with."""
        if self._tense(one) is not Tense.PAST:
            return None
        for dated in framing(self.page, one):
            if said_on := self.dating.read(dated, "told of"):
                return said_on
        return None

    def _gone_on_from(self, one: Statement, *, named: bool = False) -> SaidOn | None:
        """9. The time of the sentence before, in one paragraph, if both are told as past; a long one if it names the speaker.

        With `named`, only if it names the speaker: then it is nearer than a day that he was given further back.
        """
        if self._tense(one) is not Tense.PAST or has_its_own(self.page.view(one), *self.page.region(one)):
            return None
        words = self.page.words(one)
        if _PLAIN_CUE.search(words) or _BY.search(words):
            return None  # a witness of what was told says it now; "troops called in by Brandt are in town"
        for dated in framing_before(self.page, one):
            said_on = self.dating.read(dated, "goes on with what was told")
            if said_on is None:
                continue
            plain = names_before(self.page, one, last_names(one)) or (not named and days_of(said_on) <= WEEK)
            return said_on if plain and dated.timex.start not in self.spent else None
        if named:
            return None
        if told := past_before(self.page, one):
            return self.dating.before(*told, self.dating.anchor[1] if self.dating.anchor else None)
        return None

    def _in_public(self, one: Statement) -> SaidOn | None:
        """10. The day of the occasion that the whole story is of, for what was said in public there."""
        if self._tense(one) is not Tense.PAST or not said_in_public(self.page.words(one)):
            return None
        told = self.scenes.before(self.places[one.id])
        if not told or self.page.paragraph(told[0].place) >= _OPENING or not all(scene.goes_on for scene in told):
            return None
        if told[0].statement is None and not told[0].dated.occasions:
            return None  # the day of a storm
        days = {(scene.said_on.earliest, scene.said_on.latest) for scene in told}
        if len(days) > 1 or (days == {(None, None)} and len({scene.dated.timex.value for scene in told}) > 1):
            return None
        said_on = carried(told[0], "said in public at what the story tells of, dated")
        self._stage(one, told[0], said_on)
        return said_on

    def _before(self, one: Statement, latest: str | None) -> SaidOn | None:
        """Some time before, as a pluperfect or words such as "once" tell."""
        match = PLUPERFECT.search(self.page.view(one), *self.page.core(one))
        place = match.span() if match and BLOCKED not in match.group() else unresolved(self.page, one)
        return self.dating.before(*place, latest) if place else None

    def _inside(self, one: Statement) -> SaidOn | None:
        """11. No later than the statement that holds it."""
        outer = self.found.get(one.within or "")
        if outer is None:
            return None
        if past := self._before(one, outer.latest):
            return past
        earliest, how = (outer.earliest, "made") if self._tense(one) is Tense.PRESENT else (None, "made, at the latest,")
        return replace(outer, earliest=earliest, reason=f"told inside another statement, {how} when that was: {outer.reason}")

    def _repeated(self, one: Statement) -> SaidOn | None:
        day = self.found.get(one.repeats or "")
        return replace(day, reason=f"as the statement that it repeats: {day.reason}") if day else self.dating.published()

    def _depth(self, one: Statement) -> int:
        """How many statements hold it, so that an outer one is read before those inside it."""
        return len(self.page.holding(one))

    def _tense(self, one: Statement) -> Tense:
        if one.id not in self.tenses:
            self.tenses[one.id] = self._tense_of(one)
        return self.tenses[one.id]

    def _tense_of(self, one: Statement) -> Tense:
        if one.cue is None:
            return Tense.PAST
        if conditional(self.page.view(one)[self.page.region(one)[0] : one.cue.start].replace(BLOCKED, ""), one.cue.text):
            return Tense.FUTURE
        start = one.source.end if one.source is not None and one.source.end <= one.cue.start else one.cue.start
        return tense_of(self.page.view(one)[start : one.cue.end].rpartition(BLOCKED)[2].strip(" ,"))


def _is_naming(one: Statement) -> bool:
    return one.cue is not None and _NAMING.fullmatch(one.cue.text) is not None
