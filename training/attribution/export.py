"""Writes the trained tagger for the runtime: `python -m attribution.export --run <folder> --weights <folder> --out <folder>`.

Two ONNX files, int8 (dynamic, per channel): `encoder.onnx` for a window, `linker.onnx` for its cues.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from safetensors.torch import load_file
from torch import Tensor, nn

from .calibrate import unfitted
from .data import NER_LABELS
from .model import CUE_LABELS, REACH, ROLE_LABELS, WIDTH, Encoder, Layer, Linker, Tagger
from .predict import SIZE, STRIDE


class EncoderOut(nn.Module):
    """What the linker needs of each piece (as a word, as a cue), cue probabilities and name probabilities."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, ids: Tensor, features: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        states = self.encoder(ids, features, None)
        return self.encoder.paired(states), self.encoder.asked(states), self.encoder.cue(states).softmax(-1), self.encoder.ner(states).softmax(-1)


class LinkerOut(nn.Module):
    """Role probabilities around each cue, and the probability that it is one."""

    def __init__(self, linker: Linker) -> None:
        super().__init__()
        self.linker = linker

    def forward(self, near: Tensor, cue: Tensor, marks: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        roles, valid = self.linker(near, cue, marks, mask)
        return roles.softmax(-1), valid.sigmoid()


def write(module: nn.Module, example: tuple[Tensor, ...], names: list[str], outputs: list[str], axes: dict, path: Path) -> None:
    """Exports one module and replaces it by its int8 form."""
    whole = path.with_suffix(".fp32.onnx")
    torch.onnx.export(
        module.eval(), example, whole, input_names=names, output_names=outputs, dynamic_axes=axes, opset_version=17, dynamo=False,
        custom_opsets={"com.microsoft": 1},
    )  # fmt: skip
    quantize_dynamic(whole, path, op_types_to_quantize=["MatMul", "Gather"], per_channel=True, weight_type=QuantType.QInt8)
    whole.unlink()


def export(options: argparse.Namespace) -> None:
    weights = load_file(options.run / "tagger.safetensors")
    layers = 1 + max(int(k.split(".")[2]) for k in weights if k.startswith("encoder.layers."))
    model = Tagger(layers)
    model.load_state_dict(weights)
    model.eval()
    for module in model.modules():
        if isinstance(module, (Layer, Linker)):
            module.for_export()
    options.out.mkdir(parents=True, exist_ok=True)
    ids = torch.ones(2, 24, dtype=torch.long)
    outputs = ["paired", "asked", "cue", "names"]
    axes = {n: {0: "batch", 1: "pieces"} for n in ("ids", "features", *outputs)}
    write(EncoderOut(model.encoder), (ids, ids), ["ids", "features"], outputs, axes, options.out / "encoder.onnx")
    width = 2 * REACH + 1
    example = torch.zeros(2, width, 2 * WIDTH), torch.zeros(2, 2 * WIDTH), *[torch.ones(2, width, dtype=torch.long)] * 2
    axes = {n: {0: "cues"} for n in ("near", "asked", "marks", "mask", "roles", "valid")}
    write(LinkerOut(model.linker), example, ["near", "asked", "marks", "mask"], ["roles", "valid"], axes, options.out / "linker.onnx")
    shutil.copy(options.weights / "vocab.txt", options.out / "vocab.txt")
    files = {f: hashlib.sha256((options.out / f).read_bytes()).hexdigest() for f in ("encoder.onnx", "linker.onnx", "vocab.txt")}
    config = {
        "version": options.version, "window": SIZE, "stride": STRIDE, "reach": REACH, "width": 2 * WIDTH,
        "cueLabels": CUE_LABELS, "roleLabels": ROLE_LABELS, "nameLabels": NER_LABELS, "confidence": unfitted(), "sha256": files,
    }  # fmt: skip
    (options.out / "config.json").write_text(json.dumps(config, indent=2) + "\n")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, default=Path("runs/latest"), help="folder that train.py wrote")
    parser.add_argument("--weights", type=Path, required=True, help="folder of the pretrained encoder, for its vocab.txt")
    parser.add_argument("--out", type=Path, default=Path("../models/attribution"))
    parser.add_argument("--version", default="2")
    export(parser.parse_args())
