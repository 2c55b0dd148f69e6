"""Trains the network that reads statements against questions, and writes it: relate/model/stance.onnx.

    python training/train_stance.py --encoder DIR --work DIR [--topics DIR] [--stories DIR …] [--hold-out PREFIX …]
        [--epochs N [--stop N]] [--out DIR]

It learns from the invented statements of `training/stances` (see `stances.py`). Topics whose names begin with a prefix of
`--hold-out` are not learnt from, and measured after each epoch. A run that was stopped goes on from the last epoch in `--work`.
With `--out` the last epoch's network is written there, in eight bits. `DIR` of the encoder is as in `train.py`.
"""

from __future__ import annotations

import argparse
import math
import random
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import stances
import torch
from export import write
from network import HIDDEN, Encoder
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from onrecord.relate.meaning import FOLDER, TOKENIZER, load_tokenizer
from onrecord.relate.stance import ABOUT, COLUMNS, OTHER, POSITIONS, WILL, Part, Role, pieces, segments
from onrecord.vocabulary import Span
from onrecord.vocabulary.questions import Reading

BATCH, RATE, WARM = 16, 1e-4, 0.1
# How often a statement of an article is shown in an epoch: it stands as in print, and there are few.
TIMES = 2
# Epochs in which a statement is shown as it was written; in the others it is shown among others of its topic.
PLAIN = 5
# The share of the statements that stand alone which an epoch shows after these; those of articles are shown in all.
ALONE = 0.5
# The share of statements that are shown once more against the question of another topic, with their own names: not about it.
STRANGERS = 0.25
# How often a statement is shown without its headline, and with another one of its topic; and among other passages of its topic,
# whose speakers may hold the contrary.
NO_TITLE, OTHER_TITLE, AMONG_OTHERS = 0.3, 0.3, 0.65
# What each task weighs in the loss, beside the question of aboutness.
READING, POSITION, HOLDER, SMOOTHING = 0.5, 1.5, 0.3, 0.05


@dataclass(frozen=True, slots=True)
class Sample:
    topic: str
    question: str
    names: tuple[str, ...]
    title: str | None
    parts: tuple[Part, ...]
    label: stances.Label
    is_printed: bool = False

    @property
    def text(self) -> str:
        return "".join(span.text for span, _ in self.parts)

    def among(self, before: str, after: str) -> Sample:
        """The statement with other passages before and after its own."""
        around = [(Span(0, len(text), text), Role.AROUND) for text in (before, after)]
        return replace(self, parts=(around[0], *self.parts, around[1]))

    def asked_of(self, other: Sample) -> Sample:
        """The statement against the matter of another topic, in which the names are its own: not about it."""
        question = other.question
        for mine, theirs in zip(self.names, other.names, strict=False):
            question = question.replace(theirs, mine)
        return replace(self, question=question, label=stances.Label(None, None))

    def row(self, tokenizer: Tokenizer) -> tuple[list[int], list[int], stances.Label]:
        taken = pieces(tokenizer, self.question, self.title, self.parts)
        return [piece.id for piece in taken], [int(piece.role) for piece in taken], self.label


Row = tuple[list[int], list[int], stances.Label]


def samples(topic: stances.Topic, *, examples: bool) -> Iterator[Sample]:
    """The statements of a topic; and the examples of its question, which count as debatable ones do."""
    of = topic.name, topic.question.text, topic.question.subject
    for asked, label in topic.statements:
        yield Sample(*of, asked.title, tuple(segments(asked)), label)
    for asked, label in topic.printed:
        yield Sample(*of, asked.title, tuple(segments(asked)), label, is_printed=True)
    for one in topic.question.examples if examples else ():
        part = (Span(0, len(one.text), one.text), Role.CONTENT)
        yield Sample(*of, None, (part,), stances.Label(one.reading, one.position, debatable=True))


class Reader(nn.Module):
    """The sentence encoder with a vector for each role of a piece. Its figures are sums over the pieces of cue and content,
    each with a learnt weight, beside those of the whole input."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.role = nn.Embedding(len(Role), HIDDEN)
        nn.init.normal_(self.role.weight, std=0.02)
        self.dropout = nn.Dropout(0.1)
        self.mix = nn.Linear(HIDDEN, HIDDEN)
        self.weigh = nn.Linear(HIDDEN, 1)
        self.part = nn.Linear(HIDDEN, COLUMNS)
        self.whole = nn.Linear(HIDDEN, COLUMNS)

    def forward(self, ids: Tensor, roles: Tensor, mask: Tensor | None = None) -> tuple[Tensor, Tensor]:
        """The figures of the whole [batch, columns] and of each piece [batch, pieces, columns]; they are to be added."""
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.encoder.norm(self.encoder.word(ids) + self.encoder.position(places) + self.encoder.kind + self.role(roles))
        x = self.encoder.dropout(x)
        for layer in self.encoder.layers:
            x = layer(x, None if mask is None else torch.where(mask, 0.0, -1e4)[:, None, None, :])
        hidden = torch.tanh(self.mix(self.dropout(x)))
        counts = ((roles == Role.CUE) | (roles == Role.CONTENT)).to(hidden.dtype)
        weights = (self.weigh(hidden).squeeze(-1) - 1e4 * (1 - counts)).softmax(-1)
        return self.whole(hidden[:, 0]), self.part(self.dropout(hidden)) * weights.unsqueeze(-1)


class Summed(nn.Module):
    """What ships: the figures of one row, added."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, ids: Tensor, roles: Tensor) -> Tensor:
        whole, parts = self.reader(ids, roles)
        return whole + parts.sum(1)


def batched(rows: Sequence[Row]) -> tuple[Tensor, Tensor, Tensor]:
    longest = max(len(ids) for ids, _, _ in rows)
    ids = torch.zeros(len(rows), longest, dtype=torch.long)
    roles, mask = torch.zeros_like(ids), torch.zeros(len(rows), longest, dtype=torch.bool)
    for at, (own, of, _) in enumerate(rows):
        ids[at, : len(own)], roles[at, : len(own)], mask[at, : len(own)] = torch.tensor(own), torch.tensor(of), True
    return ids, roles, mask


def loss_of(figures: Tensor, labels: Sequence[stances.Label]) -> Tensor:
    weight = torch.tensor([0.5 if one.debatable else 1.0 for one in labels])
    about = torch.tensor([float(one.position is not None) for one in labels])
    will = torch.tensor([float(one.reading is Reading.WILL) for one in labels])
    other = torch.tensor([float(one.other) for one in labels])
    position = torch.tensor([POSITIONS.index(one.position) if one.position else 0 for one in labels])
    binary = functional.binary_cross_entropy_with_logits
    of_about = (binary(figures[:, ABOUT], about, reduction="none") * weight).mean()
    own = about * weight / (about * weight).sum().clamp(min=1)
    placed = functional.cross_entropy(figures[:, WILL + 1 : OTHER], position, reduction="none", label_smoothing=SMOOTHING)
    of_will, of_other = (binary(figures[:, at], to, reduction="none") for at, to in ((WILL, will), (OTHER, other)))
    return of_about + (own * (READING * of_will + POSITION * placed + HOLDER * of_other)).sum()


def epoch_of(known: Sequence[Sample], tokenizer: Tokenizer, *, plain: bool) -> list[list[Row]]:
    """The batches of an epoch: rows of like length together, in an order by chance."""
    if not plain:
        known = [one for one in known if one.is_printed or random.random() < ALONE]
    strangers = [(one, random.choice(known)) for one in random.sample(known, int(STRANGERS * len(known)))]
    shown = [*known, *(one.asked_of(other) for one, other in strangers if other.topic != one.topic)]
    topics: dict[str, list[Sample]] = defaultdict(list)
    for one in known:
        topics[one.topic].append(one)
    rows = [(one if plain else _in_print(one, topics[one.topic])).row(tokenizer) for one in shown]
    random.shuffle(rows)
    near = [sorted(rows[at : at + 16 * BATCH], key=lambda row: len(row[0])) for at in range(0, len(rows), 16 * BATCH)]
    batches = [group[at : at + BATCH] for group in near for at in range(0, len(group), BATCH)]
    random.shuffle(batches)
    return batches


def _in_print(one: Sample, topic: Sequence[Sample]) -> Sample:
    """A statement as it may stand in an article: under another headline or none, among others of its topic."""
    chance = random.random()
    if one.is_printed:
        return replace(one, title=None) if chance < NO_TITLE else one
    if chance < NO_TITLE + OTHER_TITLE:
        one = replace(one, title=None if chance < NO_TITLE else random.choice(topic).title)
    if random.random() < AMONG_OTHERS:
        before, after = (f" {random.choice(topic).text} " if random.random() < share else "" for share in (0.8, 0.4))
        one = one.among(before, after)
    return one


@torch.no_grad()
def measure(reader: Reader, told: Sequence[Sample], tokenizer: Tokenizer) -> str:
    """The shares that are right of what is not debatable: about or not, reading, position, the two sides alone, whose it is."""
    reader.eval()
    firm = [one for one in told if not one.label.debatable]
    found = []
    for at in range(0, len(firm), 32):
        whole, parts = reader(*batched([one.row(tokenizer) for one in firm[at : at + 32]]))
        found += [*(whole + parts.sum(1))]
    reader.train()
    about = [bool(figures[ABOUT] > 0) == (one.label.position is not None) for figures, one in zip(found, firm, strict=True)]
    placed = [(figures, one.label) for figures, one in zip(found, firm, strict=True) if one.label.position]
    right = [POSITIONS[int(figures[WILL + 1 : OTHER].argmax())] is label.position for figures, label in placed]
    reading = [bool(figures[WILL] > 0) == (label.reading is Reading.WILL) for figures, label in placed]
    other = [bool(figures[OTHER] > 0) == label.other for figures, label in placed]
    shares = [("about", about), ("position", right), ("reading", reading), ("holder", other)]
    return ", ".join(f"{name} {sum(each) / max(len(each), 1):.3f} of {len(each)}" for name, each in shares)


def train(known: Sequence[Sample], told: Sequence[Sample], options: argparse.Namespace, tokenizer: Tokenizer) -> Reader:
    torch.manual_seed(options.seed)
    reader = Reader()
    reader.encoder.load(options.encoder)
    shapes = [[one for one in reader.parameters() if (one.dim() > 1) is matrix] for matrix in (True, False)]
    made = torch.optim.AdamW([{"params": shapes[0], "weight_decay": 0.01}, {"params": shapes[1], "weight_decay": 0.0}], lr=RATE)
    steps = options.epochs * math.ceil(len(known) * (1 + STRANGERS) / BATCH)
    path, first, step = options.work / "stance.pt", 0, 0
    if path.exists():
        saved = torch.load(path, weights_only=True)
        reader.load_state_dict(saved["reader"])
        made.load_state_dict(saved["made"])
        first, step = saved["epoch"], saved["step"]
    for epoch in range(first, options.stop or options.epochs):
        random.seed(options.seed * 1000 + epoch)
        begun, total = time.monotonic(), 0.0
        batches = epoch_of(known, tokenizer, plain=epoch < PLAIN)
        for rows in batches:
            step += 1
            rate = RATE * min(step / (WARM * steps), max(0.0, (steps - step) / ((1 - WARM) * steps)))
            for group in made.param_groups:
                group["lr"] = rate
            with torch.autocast("cpu", dtype=torch.bfloat16):
                whole, parts = reader(*batched(rows))
            loss = loss_of((whole + parts.sum(1)).float(), [label for _, _, label in rows])
            made.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            made.step()
            total += loss.item()
        torch.save({"reader": reader.state_dict(), "made": made.state_dict(), "epoch": epoch + 1, "step": step}, path)
        held = [[one for one in told if one.is_printed is printed] for printed in (False, True)]
        figures = "; printed: ".join(measure(reader, each, tokenizer) for each in held if each)
        print(f"epoch {epoch + 1}: loss {total / len(batches):.3f}, {time.monotonic() - begun:.0f} s; {figures}", flush=True)
    return reader


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--topics", type=Path, default=stances.FOLDER)
    parser.add_argument("--hold-out", nargs="*", default=[])
    parser.add_argument("--stories", nargs="*", type=Path, default=[], help="folders of stories to learn from, too")
    parser.add_argument("--epochs", type=int, default=9)
    parser.add_argument("--stop", type=int, help="after this epoch, to be gone on with later")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    tokenizer = load_tokenizer(FOLDER / TOKENIZER)
    topics = [*stances.topics(options.topics), *(stances.of_story(folder) for folder in options.stories)]
    is_held = [topic.name.startswith(tuple(options.hold_out)) for topic in topics]
    known = [one for topic, held in zip(topics, is_held, strict=True) if not held for one in samples(topic, examples=True)]
    known += (TIMES - 1) * [one for one in known if one.is_printed]
    told = [one for topic, held in zip(topics, is_held, strict=True) if held for one in samples(topic, examples=False)]
    print(f"{len(known)} to learn from, {len(told)} held out")
    reader = train(known, told, options, tokenizer).eval()
    if options.out:
        example = {name: torch.full((1, 12), 4, dtype=torch.int64) for name in ("ids", "roles")}
        with torch.no_grad():
            write(Summed(reader), example, ["figures"], options.out / "stance.onnx")


if __name__ == "__main__":
    main()
