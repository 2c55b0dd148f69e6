"""Trains the tagger on PolNeAR and GUM; resumable; prints exact-span F1 on dev (in pieces, before quantisation) after each epoch.

python training/train.py --corpus DIR --names DIR --encoder DIR --out DIR [--epochs 4]
"""

from __future__ import annotations

import argparse
import copy
import json
import random
import time
from pathlib import Path

import torch
from corpus import (
    IGNORED,
    KINDS,
    LABELS,
    NAME_LABELS,
    ROLES,
    Features,
    batches,
    examples,
    named_examples,
    read_articles,
    windowed,
)
from gum import read_documents
from linking import link_loss
from network import Network
from tokenizers import Tokenizer
from torch.nn import functional

LIMITS = (112, 144, 176, 208)  # windows are cut anew each epoch, so that no paragraph always has the same neighbours
BUDGET = 3072  # pieces a batch
WARMUP = 0.06  # share of the steps in which the rate rises; then it falls to zero in a straight line
AVERAGE = 0.995  # decay of the running average of the weights, which is what ships
HIDDEN_PIECES = 0.08  # share of the pieces that are masked while learning
LINK_WEIGHT, NAME_WEIGHT = 0.1, 0.5  # of these losses beside that of the attributions
TAUGHT = 0.5  # weight of what teachers say beside what annotators say, where there are teachers
MASK, SPECIAL = 103, 103  # [MASK] of BERT's vocabulary; up to it no words
GOLD = 6.0  # weight of a piece of GUM, whose names are gold, beside one of PolNeAR, whose names a machine found


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, required=True, help="folder of PolNeAR")
    parser.add_argument("--names", type=Path, required=True, help="folder of GUM")
    parser.add_argument("--encoder", type=Path, required=True, help="folder with model.safetensors and tokenizer.json")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--taught", type=Path, help="what teach.py wrote: learn from teachers too")
    parser.add_argument("--limit-steps", type=int, default=0, help="stop early: for trying out")
    return parser.parse_args()


def collate(windows: list[Features]) -> tuple[torch.Tensor, ...]:
    length = max(len(window.ids) for window in windows)

    def pad(name: str, value: int) -> torch.Tensor:
        out = torch.full((len(windows), length), value)
        for row, window in enumerate(windows):
            array = getattr(window, name)
            out[row, : len(array)] = torch.from_numpy(array)
        return out

    sizes = torch.tensor([len(window.ids) for window in windows])
    return pad("ids", 0), pad("case", 0), pad("quote", 0), pad("labels", IGNORED), pad("names", IGNORED), sizes


def bounded(scores: torch.Tensor, sizes: torch.Tensor) -> torch.Tensor:
    """Label scores without [CLS]; [SEP] and padding can only be O."""
    scores = scores[:, 1:].float()
    outside = torch.arange(scores.shape[1]).unsqueeze(0) >= (sizes - 2).unsqueeze(1)
    only_o = torch.full((scores.shape[-1],), -1e4)
    only_o[0] = 0
    return torch.where(outside.unsqueeze(-1), only_o, scores)


def loss_of(network: Network, windows: list[Features]) -> torch.Tensor:
    ids, case, quote, labels, names, sizes = collate(windows)
    mask = torch.where(torch.arange(ids.shape[1]).unsqueeze(0) < sizes.unsqueeze(1), 0.0, -1e4)[:, None, None, :]
    ids = torch.where((torch.rand(ids.shape) < HIDDEN_PIECES) & (ids > SPECIAL), MASK, ids)
    with torch.autocast("cpu", torch.bfloat16):
        scores, vectors, name_scores = network(ids, case, quote, mask)
    known = labels[:, 1:] != IGNORED
    scores = bounded(scores, sizes)
    total = network.crf.loss(scores, labels[:, 1:], known) / known.sum().clamp(min=1)
    lesson = lessons(windows, scores.shape[1])
    if lesson is not None:
        rows, nodes, pairs, _ = lesson
        learnt = network.crf.cross_entropy(scores[rows], nodes, pairs) / (sizes[rows] - 2).sum()
        total = (1 - TAUGHT) * total + TAUGHT * learnt
    linked = [link_loss(network, vectors[row].float(), window) for row, window in enumerate(windows)]
    count = sum(number for _, number in linked)
    total = total + LINK_WEIGHT * sum(loss for loss, _ in linked) / max(1, count)
    return total + NAME_WEIGHT * name_loss(name_scores.float(), names, known, lesson)


Lesson = tuple[list[int], torch.Tensor, torch.Tensor, torch.Tensor]


def lessons(windows: list[Features], length: int) -> Lesson | None:
    """Which windows have teachers, and what these say of the `length` pieces after [CLS]: labels, pairs of labels, names.

    [SEP] and padding are O for sure.
    """
    rows = [row for row, window in enumerate(windows) if window.taught is not None]
    if not rows:
        return None
    first = windows[rows[0]].taught
    nodes = torch.zeros(len(rows), length, first.nodes.shape[1])
    pairs = torch.zeros(len(rows), length, *first.pairs.shape[1:])
    names = torch.zeros(len(rows), length, first.names.shape[1])
    nodes[:, :, 0] = pairs[:, :, 0, 0] = names[:, :, 0] = 1
    for place, row in enumerate(rows):
        taught = windows[row].taught
        size = len(taught.nodes)
        for whole, layer in zip((nodes, pairs, names), taught, strict=True):
            whole[place, :size] = torch.from_numpy(layer.astype("float32"))
        pairs[place, size] = 0
        pairs[place, size, :, 0] = nodes[place, size - 1]
    return rows, nodes, pairs, names


def name_loss(scores: torch.Tensor, names: torch.Tensor, attributed: torch.Tensor, lesson: Lesson | None) -> torch.Tensor:
    losses = functional.cross_entropy(scores.transpose(1, 2), names, reduction="none", ignore_index=IGNORED)
    if lesson is not None:
        rows, *_, taught = lesson
        soft = functional.cross_entropy(scores[rows, 1:].transpose(1, 2), taught.transpose(1, 2), reduction="none")
        losses[rows, 1:] = (1 - TAUGHT) * losses[rows, 1:] + TAUGHT * soft * (names[rows, 1:] != IGNORED)
    weights = torch.where(attributed.any(dim=1, keepdim=True), 1.0, GOLD)
    return (losses * weights).sum() / (names != IGNORED).sum().clamp(min=1)


def spans_of(labels: list[int], kinds: tuple[str, ...] = ROLES) -> set[tuple[str, int, int]]:
    found, begin, role = set(), 0, 0
    for place, label in enumerate([*labels, 0]):
        if role and label != 2 * role:
            found.add((kinds[role - 1], begin, place))
            role = 0
        if label % 2:
            begin, role = place, (label + 1) // 2
    return found


@torch.no_grad()
def viterbi(network: Network, scores: torch.Tensor, size: int) -> list[int]:
    step = network.crf.step + network.crf.forbidden
    best, back = scores[0] + network.crf.start + network.crf.begins, []
    for place in range(1, size):
        value, origin = (best.unsqueeze(1) + step).max(0)
        best = value + scores[place]
        back.append(origin)
    path = [int(best.argmax())]
    for origin in reversed(back):
        path.append(int(origin[path[-1]]))
    return path[::-1]


@torch.no_grad()
def evaluate(network: Network, windows: list[Features]) -> dict[str, float]:
    """Exact F1 of spans by role, and of names by kind."""
    network.eval()
    counts = {name: [0, 0, 0] for name in (*ROLES, *KINDS)}

    def count(gold: list[int], path: list[int], kinds: tuple[str, ...]) -> None:
        path = [0 if label == IGNORED else mine for mine, label in zip(path, gold, strict=True)]
        theirs, mine = spans_of([max(0, label) for label in gold], kinds), spans_of(path, kinds)
        for number, spans in enumerate((mine & theirs, mine, theirs)):
            for kind, _, _ in spans:
                counts[kind][number] += 1

    for begin in range(0, len(windows), 16):
        ids, case, quote, labels, names, sizes = collate(windows[begin : begin + 16])
        mask = torch.where(torch.arange(ids.shape[1]).unsqueeze(0) < sizes.unsqueeze(1), 0.0, -1e4)[:, None, None, :]
        with torch.autocast("cpu", torch.bfloat16):
            scores, _, name_scores = network(ids, case, quote, mask)
        scores = bounded(scores, sizes)
        for row, size in enumerate(sizes.tolist()):
            inside = slice(1, size - 1)
            if (labels[row] != IGNORED).any():
                count(labels[row, inside].tolist(), viterbi(network, scores[row], size - 2), ROLES)
            else:
                count(names[row, inside].tolist(), name_scores[row, inside].argmax(-1).tolist(), KINDS)
    network.train()
    return {name: round(2 * hit / max(1, mine + theirs), 4) for name, (hit, mine, theirs) in counts.items()}


class Training:
    """The network, its running average, the optimiser and where in the schedule it is; saved after each epoch."""

    def __init__(self, options: argparse.Namespace, batches_an_epoch: int) -> None:
        self.rates = (options.rate, options.head_rate)
        self.checkpoint = options.out / "checkpoint.pt"
        self.total = batches_an_epoch * options.epochs
        self.epoch = self.step = 0
        self.network = Network(len(LABELS), len(NAME_LABELS))
        self.network.encoder.load(options.encoder)
        named = list(self.network.named_parameters())
        encoder = [parameter for name, parameter in named if name.startswith("encoder.")]
        heads = [parameter for name, parameter in named if not name.startswith("encoder.")]
        self.optimizer = torch.optim.AdamW([{"params": encoder}, {"params": heads}], lr=options.rate, weight_decay=0.01)
        self.average = copy.deepcopy(self.network)

    def resume(self) -> None:
        if not self.checkpoint.exists():
            return
        saved = torch.load(self.checkpoint, weights_only=False)
        self.network.load_state_dict(saved["network"])
        self.average.load_state_dict(saved["average"])
        self.optimizer.load_state_dict(saved["optimizer"])
        self.epoch, self.step = saved["state"]["epoch"], saved["state"]["step"]
        say(resumed=saved["state"])

    def save(self) -> None:
        saved = {"network": self.network.state_dict(), "average": self.average.state_dict()}
        saved |= {"optimizer": self.optimizer.state_dict(), "state": {"epoch": self.epoch, "step": self.step}}
        fresh = self.checkpoint.with_suffix(".new")
        torch.save(saved, fresh)
        fresh.replace(self.checkpoint)

    def keep_best(self, figure: float) -> None:
        """Keep the averaged weights of this epoch in best.pt, if no earlier epoch had a better figure on dev."""
        best = self.checkpoint.with_name("best.pt")
        if not best.exists() or torch.load(best, weights_only=False)["figure"] < figure:
            torch.save({"average": self.average.state_dict(), "figure": figure, "epoch": self.epoch}, best)

    def learn(self, batch: list[Features]) -> float:
        """One step; the loss of the batch before it."""
        self.step += 1
        warmup = self.total * WARMUP
        scale = min(self.step / warmup, max(0.0, (self.total - self.step) / (self.total - warmup)))
        for group, rate in zip(self.optimizer.param_groups, self.rates, strict=True):
            group["lr"] = rate * scale
        loss = loss_of(self.network, batch)
        self.optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimizer.step()
        decay = min(AVERAGE, self.step / (self.step + 10))
        with torch.no_grad():
            for mean, now in zip(self.average.parameters(), self.network.parameters(), strict=True):
                mean.lerp_(now, 1 - decay)
        return loss.item()


def say(**figures: object) -> None:
    print(json.dumps(figures), flush=True)


def main() -> None:
    options = arguments()
    options.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(options.seed)
    tokenizer = Tokenizer.from_file(str(options.encoder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    ends = {"cls": tokenizer.token_to_id("[CLS]"), "sep": tokenizer.token_to_id("[SEP]")}
    train = examples(read_articles(options.corpus / "train.jsonl.xz"), tokenizer, taught=options.taught)
    train += named_examples(read_documents(options.names / "train.conllu.xz"), tokenizer)
    dev = examples(read_articles(options.corpus / "dev.jsonl.xz"), tokenizer, every_annotator=False)
    dev += named_examples(read_documents(options.names / "dev.conllu.xz"), tokenizer)
    dev_windows = [window for one in dev for window in windowed(one, 160, **ends)]

    def epoch_batches(epoch: int) -> list[list[Features]]:
        shuffle = random.Random(1000 * options.seed + epoch)
        cut = [window for one in train for window in windowed(one, shuffle.choice(LIMITS), **ends)]
        return batches(cut, BUDGET, shuffle)

    training = Training(options, len(epoch_batches(0)))
    training.resume()
    training.network.train()
    began, spent, running = time.monotonic(), 0, 0.0
    while training.epoch < options.epochs:
        for batch in epoch_batches(training.epoch):
            running += training.learn(batch)
            spent += 1
            if spent % 20 == 0:
                pace = (time.monotonic() - began) / spent
                say(step=training.step, of=training.total, loss=round(running / 20, 4), pace_s=round(pace, 2))
                running = 0.0
            if spent == options.limit_steps:
                return
        training.epoch += 1
        training.save()
        now, average = evaluate(training.network, dev_windows), evaluate(training.average, dev_windows)
        training.keep_best(sum(average[role] for role in ROLES))
        say(epoch=training.epoch, now=now, average=average)


if __name__ == "__main__":
    main()
