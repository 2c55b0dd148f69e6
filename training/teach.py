"""What trained networks make of PolNeAR train, averaged: the soft labels that a student learns from beside the annotators'.

    python training/teach.py --corpus DIR --encoder DIR --teacher best.pt [--teacher best.pt ...] --out FILE

For each article and piece: the posterior of its label, and of its and the former piece's labels together, under each teacher's
CRF (the structure-level distillation of Wang et al., "Structural Knowledge Distillation", ACL 2021), and the chances of its
name labels.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import torch
from corpus import LABELS, NAME_LABELS, pieces_of, read_articles
from network import Crf, Network
from tokenizers import Tokenizer

from onrecord.detect.windows import Piece, windows

LIMIT = 160


def posteriors(crf: Crf, scores: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """Posteriors [pieces, labels] and [pieces, labels before, labels] of one window by forward and backward sums."""
    start, step = crf.start + crf.begins, crf.step + crf.forbidden
    length = len(scores)
    forward, backward = [scores[0] + start], [torch.zeros_like(scores[0])]
    for place in range(1, length):
        forward.append(torch.logsumexp(forward[-1].unsqueeze(1) + step, dim=0) + scores[place])
    for place in range(length - 1, 0, -1):
        backward.append(torch.logsumexp(step + (scores[place] + backward[-1]).unsqueeze(0), dim=1))
    alpha, beta = torch.stack(forward), torch.stack(backward[::-1])
    whole = torch.logsumexp(alpha[-1], dim=0)
    nodes = (alpha + beta - whole).exp()
    pairs = (alpha[:-1].unsqueeze(2) + step + (scores[1:] + beta[1:]).unsqueeze(1) - whole).exp()
    return nodes, torch.cat([torch.zeros_like(pairs[:1]), pairs])


@torch.no_grad()
def taught(network: Network, units: list[Piece], *, cls: int, sep: int) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    nodes = torch.zeros(len(units), len(LABELS))
    pairs = torch.zeros(len(units), len(LABELS), len(LABELS))
    names = torch.zeros(len(units), len(NAME_LABELS))
    for window in windows([piece.paragraph for piece in units], LIMIT):
        inside = units[window.start : window.end]
        columns = ([cls, *(p.id for p in inside), sep], [0, *(p.case for p in inside), 0], [0, *(p.quote for p in inside), 0])
        with torch.autocast("cpu", torch.bfloat16):
            scores, _, name_scores = network(*(torch.tensor([column]) for column in columns), None)
        window_nodes, window_pairs = posteriors(network.crf, scores[0, 1:-1].float())
        kept = slice(window.keep_start - window.start, window.keep_end - window.start)
        into = slice(window.keep_start, window.keep_end)
        nodes[into], pairs[into] = window_nodes[kept], window_pairs[kept]
        names[into] = name_scores[0, 1:-1][kept].float().softmax(-1)
        if window.keep_start == window.start and window.start:  # nothing is known of the two windows' pieces together
            pairs[window.start] = nodes[window.start - 1].unsqueeze(1) * nodes[window.start].unsqueeze(0)
    return nodes, pairs, names


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--teacher", type=Path, action="append", required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    tokenizer = Tokenizer.from_file(str(options.encoder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    ends = {"cls": tokenizer.token_to_id("[CLS]"), "sep": tokenizer.token_to_id("[SEP]")}
    teachers, naming = [], []
    for path in options.teacher:
        network = Network(len(LABELS), len(NAME_LABELS)).eval()
        missing, _ = network.load_state_dict(torch.load(path, weights_only=False)["average"], strict=False)
        teachers.append(network)
        if not missing:
            naming.append(len(teachers) - 1)
    stored: dict[str, np.ndarray] = {}
    for number, article in enumerate(read_articles(options.corpus / "train.jsonl.xz")):
        units = pieces_of(article["text"], tokenizer)
        made = [taught(network, units, **ends) for network in teachers]
        layers = {"nodes": made, "pairs": made, "names": [made[place] for place in naming]}
        for index, (name, parts) in enumerate(layers.items()):
            mean = torch.stack([part[index] for part in parts]).mean(0)
            stored[f"{name}{number}"] = mean.to(torch.float16).numpy()
        if number % 100 == 0:
            print(number, "articles", flush=True)
    np.savez(options.out, **stored)


if __name__ == "__main__":
    main()
