"""Turns a checkpoint into the files that ship: tagger.onnx (int8), tagger.json (labels, CRF, link biases), tokenizer.json.

python training/export.py --checkpoint FILE --encoder DIR --out src/onrecord/detect/weights
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import onnx
import torch
from corpus import LABELS, NAME_LABELS, ROLES
from network import HEADS, HIDDEN, Network
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers import optimizer
from onnxruntime.transformers.fusion_options import FusionOptions
from tokenizers import Tokenizer


class Exported(torch.nn.Module):
    """The network without its CRF and with no mask: windows are read singly and unpadded."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: torch.Tensor, case: torch.Tensor, quote: torch.Tensor) -> tuple[torch.Tensor, ...]:
        return self.network(ids, case, quote, None)


def export(network: Network, out: Path, *, quantise: bool = True) -> None:
    example = {name: torch.ones(1, 12, dtype=torch.int64) for name in ("ids", "case", "quote")}
    write(Exported(network.eval()), example, ("scores", "vectors", "names"), out / "tagger.onnx", quantise=quantise)


def write(
    module: torch.nn.Module, example: Mapping[str, torch.Tensor], outputs: Sequence[str], path: Path, *, quantise: bool = True
) -> None:
    """Writes a network that reads one row of pieces as an ONNX file: its attention fused, its weights of eight bits.

    The outputs `vector` and `figures` are of the whole row, the others of each piece.
    """
    axes = {name: {1: "pieces"} for name in (*example, *outputs) if name not in ("vector", "figures")}
    with tempfile.TemporaryDirectory() as folder:
        plain, fused = Path(folder) / "plain.onnx", Path(folder) / "fused.onnx"
        torch.onnx.export(
            module,
            tuple(example.values()),
            plain,
            input_names=[*example],
            output_names=[*outputs],
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )
        model = optimizer.optimize_model(
            str(plain),
            model_type="bert",
            num_heads=HEADS,
            hidden_size=HIDDEN,
            opt_level=0,
            optimization_options=fusions(),
        )
        print("fused:", model.get_fused_operator_statistics())
        model.save_model_to_file(str(fused))
        if not quantise:
            onnx.save(onnx.load(fused), path)
            return
        quantize_dynamic(
            fused,
            path,
            per_channel=True,
            weight_type=QuantType.QInt8,
            extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
        )


def fusions() -> FusionOptions:
    """Attention and GELU are fused, normalisation is not: the kernel of the fused SkipLayerNormalization takes eight times as
    long as an addition and a LayerNormalization (264 against 33 µs for 128 × 384; a fifth of the whole)."""
    options = FusionOptions("bert")
    options.enable_skip_layer_norm = False
    options.enable_bias_skip_layer_norm = False
    options.enable_embed_layer_norm = False
    return options


def decoder_of(network: Network) -> dict[str, list]:
    crf = network.crf
    arrays = {
        "start": crf.start + crf.begins,
        "step": crf.step + crf.forbidden,
        "rank": network.rank,
        "distance": network.distance,
    }
    rounded = {name: [round_all(row) for row in array.tolist()] for name, array in arrays.items()}
    # Until training/calibrate.py has measured it.
    return {"labels": list(LABELS), "names": list(NAME_LABELS), **rounded, "calibration": {role: [0.0, 1.0] for role in ROLES}}


def round_all(value: float | list) -> float | list:
    return [round_all(one) for one in value] if isinstance(value, list) else round(value, 4)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--fp32", action="store_true", help="do not quantise: to measure what quantisation costs")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    network = Network(len(LABELS), len(NAME_LABELS))
    network.load_state_dict(torch.load(options.checkpoint, weights_only=False)["average"])
    with torch.no_grad():
        export(network, options.out, quantise=not options.fp32)
    (options.out / "tagger.json").write_text(json.dumps(decoder_of(network), indent=1) + "\n", "utf-8")
    tokenizer = Tokenizer.from_file(str(options.encoder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    tokenizer.save(str(options.out / "tokenizer.json"), pretty=False)


if __name__ == "__main__":
    main()
