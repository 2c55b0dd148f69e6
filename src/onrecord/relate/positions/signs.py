"""What a statement shows on a question: figures that know no word of any question, so that one set of weights serves them all."""

from __future__ import annotations

import re
from collections.abc import Iterable

from onrecord.relate.meaning import nearest
from onrecord.relate.positions import cues
from onrecord.relate.positions.matter import Matter, Phrased, focus, hits, stems
from onrecord.relate.positions.tones import tone
from onrecord.relate.stance import Stance
from onrecord.relate.words import words_of
from onrecord.vocabulary.questions import Asked, Position, Reading
from onrecord.vocabulary.statements import Kind

Signs = dict[str, float]

# The network is taken at its word up to these log odds.
_SUREST = 5.0
# Of its scale of what is about the question (`Stance.about`), so much.
_LEAST_ABOUT, _MOST_ABOUT = -1.0, 2.5
# Examples vote by how near they are beyond this; the three nearest do.
_NEAR, _VOTES, _WEIGHT_OF_NOBODY = 0.2, 3, 0.02


def signs(about: Matter, one: Asked, bare: bytes, stance: Stance) -> Signs:
    """The signs of a statement, each from -5 to 3 or so, by their names.

    `bare` is its meaning without the question's names, `stance` what the network says.
    """
    near = _nearness(about, one)
    return _of_matter(about, one, near, bare) | _of_position(about, one, near) | _of_reading(one, near) | _of_stance(stance)


def _of_stance(stance: Stance) -> Signs:
    """What the network says, as log odds and log likelihoods; it is seldom as sure as it says."""
    positions = {f"read-{position}": max(likely, -_SUREST) for position, likely in stance.positions.items()}
    return positions | {
        "read-about": max(_LEAST_ABOUT, min(stance.about, _MOST_ABOUT)),
        "read-will": max(-_SUREST, min(stance.will, _SUREST)),
    }


Nearness = dict[tuple[Reading, Position], float]


def _nearness(about: Matter, one: Asked) -> Nearness:
    """How near the nearest example of each position is."""
    found: Nearness = {(reading, position): 0.0 for reading in Reading for position in Position}
    vectors = [phrased.vector for phrased in about.phrased]
    if not one.telling.vector or not vectors:
        return found
    for phrased, near in zip(about.phrased, nearest(one.telling.vector, vectors), strict=True):
        key = phrased.example.reading, phrased.example.position
        found[key] = max(found[key], phrased.near(float(near)))
    return found


def _of_matter(about: Matter, one: Asked, near: Nearness, bare: bytes) -> Signs:
    """Whether it is about the question: its words and names, in the content and around it, and the examples' meaning."""
    content, passage, title = stems(one.telling.content), stems(one.passage.text), stems(one.title or "")
    words, names = hits(about.words, content), hits(about.names, content)
    often = len(about.often & content)
    best = max(near.values())
    bares = nearest(bare, [phrased.bare for phrased in about.phrased])
    plain = sorted((phrased.near(float(figure)) for phrased, figure in zip(about.phrased, bares, strict=True)), reverse=True)
    own = {stem for name in about.names for stem in name} | {stem for word in about.words for stem in word}
    others = any(word.name and word.stem not in own for word in words_of(one.telling.content))
    around = hits(about.words, passage) > 0
    return {
        "bare": plain[0],
        "bare-mean": sum(plain[:3]) / 3,
        "names-alone": float(names > 1 and not words and not often),
        "others": float(others),
        "others-alone": float(others and not names),
        "word": float(words > 0),
        "words": float(min(words, 3)),
        "often": float(min(often, 3)),
        "name": float(names > 0),
        "names": float(names > 1),
        "only-name": float(names > 0 and not words and not often),
        "neither": float(not names and not words and not often),
        "passage-word": float(around),
        "passage-words": float(min(hits(about.words, passage), 3)),
        "passage-name": float(hits(about.names, passage) > 0),
        "title-word": float(hits(about.words, title) > 0),
        "short": float(len([word for word in words_of(one.telling.content) if word.weight]) < 3),
        "answers": float(_refuses(one) and (words > 0 or best > 0.5)),
    }


def _of_position(about: Matter, one: Asked, near: Nearness) -> Signs:
    """Which position it takes: the examples', its tone, conditions, refusals and the act of saying."""
    content, cue = one.telling.content, one.telling.statement.cue.text if one.telling.statement.cue else ""
    best = {position: max(near[reading, position] for reading in Reading) for position in Position}
    firm = max(best[Position.SUPPORTS], best[Position.OPPOSES])
    said = tone(focus(about, content))
    sign = -said.sign if cues.found(cues.DENIES, cue) or cues.found(cues.CALLS_OFF, cue) else said.sign
    timeless = cues.blanked(cues.TERM, content)
    demands, foresees = bool(cues.found(cues.DEMANDS, cue)), bool(cues.found(cues.FORESEES, cue))
    favours = bool(cues.found(cues.FAVOUR, content))
    return {
        "near-supports": best[Position.SUPPORTS] - best[Position.OPPOSES],
        "near-conditional": best[Position.CONDITIONAL] - firm,
        "near-noncommittal": best[Position.NONCOMMITTAL] - firm,
        "votes-will": _votes(about, one, Reading.WILL, sign),
        "votes-should": _votes(about, one, Reading.SHOULD, sign),
        "sign": float(sign),
        "sign-favours": float(sign * favours),
        "negated": float(said.is_negated),
        "opposed": float(said.opposed > 0),
        "opposed-negated": float(said.opposed > 0 and said.is_negated),
        "condition": float(bool(cues.found(cues.CONDITION, timeless))),
        "strong-condition": float(bool(cues.found(cues.STRONG_CONDITION, timeless))),
        "opens-with-condition": float(bool(cues.OPENS_WITH_CONDITION.search(timeless))),
        "not-before": float(bool(re.search(cues.NOT_BEFORE, timeless))),
        "term": float(bool(cues.found(cues.TERM, content))),
        "refuses": float(_refuses(one)),
        "unsaid": float(bool(cues.found(cues.UNSAID, content))),
        "demands": float(demands),
        "demands-sign": float(demands * sign),
        "objects": float(bool(cues.found(cues.OPPOSES, cue))),
        "foresees": float(foresees),
        "foresees-sign": float(foresees * sign),
        "favours": float(min(len(cues.found(cues.FAVOUR, content)), 2)),
    }


def _of_reading(one: Asked, near: Nearness) -> Signs:
    """Whether it says what will be or what should be."""
    content = one.telling.content
    foresight, wish = len(cues.found(cues.FORESIGHT, content)), len(cues.found(cues.WISH, content))
    will = {position: near[Reading.WILL, position] for position in Position}
    should = {position: near[Reading.SHOULD, position] for position in Position}
    return {
        "will": max(will.values()) - max(should.values()),
        "will-supports": will[Position.SUPPORTS] - should[Position.SUPPORTS],
        "will-opposes": will[Position.OPPOSES] - should[Position.OPPOSES],
        "foresight": float(foresight > 0),
        "wish": float(wish > 0),
        "more-wish": float(max(-3, min(wish - foresight, 3))),
        "denies": float(bool(one.telling.statement.cue and cues.found(cues.DENIES, one.telling.statement.cue.text))),
        "concedes": float(bool(cues.found(cues.CONCEDES, content))),
        "direct": float(one.telling.statement.kind is Kind.DIRECT),
    }


def _votes(about: Matter, one: Asked, reading: Reading, sign: int) -> float:
    """What the nearest examples of yes and no say, from -1 to 1; by the statement's tone where an example's tells its side."""
    firm = [one for one in about.phrased if one.example.reading is reading and one.example.position in _SIDES]
    if not firm or not one.telling.vector:
        return 0.0
    near = nearest(one.telling.vector, [phrased.vector for phrased in firm])
    figures = (phrased.near(float(figure)) for phrased, figure in zip(firm, near, strict=True))
    ranked = sorted(zip(figures, firm, strict=True), key=lambda pair: -pair[0])[:_VOTES]
    return _voted((max(0.0, figure - _NEAR) ** 2, sign if phrased.agrees else _side(phrased)) for figure, phrased in ranked)


def _voted(votes: Iterable[tuple[float, int]]) -> float:
    counted = list(votes)
    return sum(weight * side for weight, side in counted) / (sum(weight for weight, _ in counted) + _WEIGHT_OF_NOBODY)


_SIDES = {Position.SUPPORTS: 1, Position.OPPOSES: -1}


def _side(phrased: Phrased) -> int:
    return _SIDES[phrased.example.position]


def _refuses(one: Asked) -> bool:
    """Whether the source did not say it: "declined to say", "did not mention"."""
    said = one.telling.statement
    is_silent = bool(said.cue and cues.found(cues.REFUSES, said.cue.text))
    return said.negated or is_silent or bool(cues.found(cues.STOPS_SHORT, one.telling.content))
