"""Trains the tagger on PolNeAR; resumable; prints exact-span F1 on dev (in pieces, before quantisation) after each epoch.

python training/train.py --corpus DIR --encoder DIR --out DIR [--epochs 6]
"""

from __future__ import annotations

import argparse
import copy
import json
import random
import time
from pathlib import Path

import torch
from corpus import IGNORED, LABELS, Features, batches, examples, read_articles, windowed
from linking import link_loss
from network import Network
from tokenizers import Tokenizer

LIMITS = (112, 144, 176, 208)  # windows are cut anew each epoch, so that no paragraph always has the same neighbours
BUDGET = 3072  # pieces a batch
WARMUP = 0.06  # share of the steps in which the rate rises; then it falls to zero in a straight line
AVERAGE = 0.995  # decay of the running average of the weights, which is what ships


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--encoder", type=Path, required=True, help="folder with model.safetensors and tokenizer.json")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--seed", type=int, default=1)
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
    return pad("ids", 0), pad("case", 0), pad("quote", 0), pad("labels", IGNORED), sizes


def bounded(scores: torch.Tensor, sizes: torch.Tensor) -> torch.Tensor:
    """Label scores without [CLS]; [SEP] and padding can only be O."""
    scores = scores[:, 1:].float()
    outside = torch.arange(scores.shape[1]).unsqueeze(0) >= (sizes - 2).unsqueeze(1)
    only_o = torch.full((scores.shape[-1],), -1e4)
    only_o[0] = 0
    return torch.where(outside.unsqueeze(-1), only_o, scores)


def loss_of(network: Network, windows: list[Features]) -> torch.Tensor:
    ids, case, quote, labels, sizes = collate(windows)
    mask = torch.where(torch.arange(ids.shape[1]).unsqueeze(0) < sizes.unsqueeze(1), 0.0, -1e4)[:, None, None, :]
    with torch.autocast("cpu", torch.bfloat16):
        scores, vectors = network(ids, case, quote, mask)
    known = labels[:, 1:] != IGNORED
    total = network.crf.loss(bounded(scores, sizes), labels[:, 1:], known) / known.sum()
    linked = [link_loss(network, vectors[row].float(), window) for row, window in enumerate(windows)]
    count = sum(number for _, number in linked)
    return total + 0.1 * sum(loss for loss, _ in linked) / max(1, count)


def spans_of(labels: list[int]) -> set[tuple[str, int, int]]:
    found, begin, role = set(), 0, 0
    for place, label in enumerate([*labels, 0]):
        if role and label != 2 * role:
            found.add((LABELS[2 * role][2:], begin, place))
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
    network.eval()
    counts = {role: [0, 0, 0] for role in ("source", "cue", "content")}
    for begin in range(0, len(windows), 16):
        batch = windows[begin : begin + 16]
        ids, case, quote, labels, sizes = collate(batch)
        mask = torch.where(torch.arange(ids.shape[1]).unsqueeze(0) < sizes.unsqueeze(1), 0.0, -1e4)[:, None, None, :]
        with torch.autocast("cpu", torch.bfloat16):
            scores, _ = network(ids, case, quote, mask)
        scores = bounded(scores, sizes)
        for row, size in enumerate(sizes.tolist()):
            path = viterbi(network, scores[row], size - 2)
            gold_labels = labels[row, 1 : size - 1].tolist()
            path = [0 if gold == IGNORED else label for label, gold in zip(path, gold_labels, strict=True)]
            gold_spans = spans_of([max(0, label) for label in gold_labels])
            predicted = spans_of(path)
            for role, count in counts.items():
                mine = {span for span in predicted if span[0] == role}
                theirs = {span for span in gold_spans if span[0] == role}
                count[0] += len(mine & theirs)
                count[1] += len(mine)
                count[2] += len(theirs)
    network.train()
    return {role: round(2 * hit / max(1, mine + theirs), 4) for role, (hit, mine, theirs) in counts.items()}


class Training:
    """The network, its running average, the optimiser and where in the schedule it is; saved after each epoch."""

    def __init__(self, options: argparse.Namespace, batches_an_epoch: int) -> None:
        self.rates = (options.rate, options.head_rate)
        self.checkpoint = options.out / "checkpoint.pt"
        self.total = batches_an_epoch * options.epochs
        self.epoch = self.step = 0
        self.network = Network(len(LABELS))
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
    train = examples(read_articles(options.corpus / "train.jsonl.xz"), tokenizer)
    dev = examples(read_articles(options.corpus / "dev.jsonl.xz"), tokenizer, every_annotator=False)
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
        training.keep_best(sum(average.values()))
        say(epoch=training.epoch, now=now, average=average)


if __name__ == "__main__":
    main()
