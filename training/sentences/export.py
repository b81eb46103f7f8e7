"""Writes the sentence encoder for the runtime: `python -m sentences.export --weights <folder> --out <folder>`.

Nothing is trained: bge-small-en-v1.5 as it is published (the state of the first piece, at length 1), with the runtime's
fused attention, int8 (dynamic, per channel). `--figures` then prints what that costs, for the model's card.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path

import numpy
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from attribution.model import Layer, Tagger

from .figures import fidelity, retrieval, statements

MOST_PIECES = 256
"""Longer statements are cut."""


class SentenceEncoder(nn.Module):
    """Word pieces `[B, T]` and their mask to vectors `[B, 384]` of length 1."""

    def __init__(self, weights: Path, layers: int) -> None:
        super().__init__()
        self.encoder = Tagger.on(weights, layers).encoder.eval()

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        encoder = self.encoder
        x = encoder.norm(encoder.words(ids) + encoder.positions(torch.arange(ids.shape[1])))
        for layer in encoder.layers:
            x = layer(x, mask)
        return nn.functional.normalize(x[:, 0], dim=-1)


def write(weights: Path, layers: int, path: Path) -> None:
    """Exports the encoder's first layers as int8 ONNX."""
    model = SentenceEncoder(weights, layers).eval()
    for module in model.modules():
        if isinstance(module, Layer):
            module.for_export()
    whole = path.with_suffix(".fp32.onnx")
    example = torch.ones(2, 24, dtype=torch.long)
    axes = {"ids": {0: "batch", 1: "pieces"}, "mask": {0: "batch", 1: "pieces"}, "vectors": {0: "batch"}}
    torch.onnx.export(
        model, (example, example), whole, input_names=["ids", "mask"], output_names=["vectors"], dynamic_axes=axes,
        opset_version=17, dynamo=False, custom_opsets={"com.microsoft": 1},
    )  # fmt: skip
    quantize_dynamic(whole, path, op_types_to_quantize=["MatMul", "Gather"], per_channel=True, weight_type=QuantType.QInt8)
    whole.unlink()


def session(path: Path):  # noqa: ANN201
    """A function from padded rows of pieces to vectors."""
    opened = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])

    def encode(ids: numpy.ndarray, mask: numpy.ndarray) -> numpy.ndarray:
        return opened.run(None, {"ids": ids, "mask": mask})[0]

    return encode


def figures(options: argparse.Namespace) -> None:
    """Prints, for 12 and 6 layers, whole and int8, the likeness to the whole model and how well it finds links."""
    given = statements(options.cases, options.weights / "vocab.txt")
    whole = SentenceEncoder(options.weights, 12).eval()
    with torch.no_grad():
        as_published = given.encoded(lambda ids, mask: whole(torch.from_numpy(ids), torch.from_numpy(mask)).numpy())
    print("12 layers, whole:", retrieval(given, as_published))
    for layers in (12, 9, 6):
        path = options.out / f"trial-{layers}.onnx"
        write(options.weights, layers, path)
        vectors = given.encoded(session(path))
        print(f"{layers} layers, int8: {path.stat().st_size} bytes, {fidelity(vectors, as_published)}, {retrieval(given, vectors)}")
        path.unlink()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, required=True, help="folder that attribution.weights wrote")
    parser.add_argument("--out", type=Path, default=Path("../models/sentences"))
    parser.add_argument("--figures", action="store_true")
    parser.add_argument("--cases", type=Path, default=Path("../cases"))
    chosen = parser.parse_args()
    chosen.out.mkdir(parents=True, exist_ok=True)
    if chosen.figures:
        figures(chosen)
    else:
        write(chosen.weights, 12, chosen.out / "encoder.onnx")
        digest = hashlib.sha256((chosen.out / "encoder.onnx").read_bytes()).hexdigest()
        config = {"version": "bge-small-en-v1.5/int8", "pieces": MOST_PIECES, "width": 384, "sha256": {"encoder.onnx": digest}}
        (chosen.out / "config.json").write_text(json.dumps(config, indent=2) + "\n")
