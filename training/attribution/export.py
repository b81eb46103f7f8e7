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

from .data import NER_LABELS
from .model import CUE_LABELS, REACH, ROLE_LABELS, Encoder, Linker
from .train import load_base


class EncoderOut(nn.Module):
    """States, cue probabilities and name probabilities of a batch of windows."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, ids: Tensor, features: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        states, cue, ner = self.encoder(ids, features, mask)
        return states, cue.softmax(-1), ner.softmax(-1)


class LinkerOut(nn.Module):
    """Role probabilities around each cue, and the probability that it is one."""

    def __init__(self, linker: Linker) -> None:
        super().__init__()
        self.linker = linker

    def forward(self, states: Tensor, cue: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        distance = torch.arange(2 * REACH + 1).expand(cue.shape[0], -1)
        roles, valid = self.linker(states, cue, distance, mask)
        return roles.softmax(-1), valid.sigmoid()


def write(module: nn.Module, example: tuple[Tensor, ...], names: list[str], outputs: list[str], axes: dict, path: Path) -> None:
    """Exports one module and replaces it by its int8 form."""
    whole = path.with_suffix(".fp32.onnx")
    torch.onnx.export(
        module.eval(), example, whole, input_names=names, output_names=outputs, dynamic_axes=axes, opset_version=17, dynamo=False
    )
    quantize_dynamic(whole, path, per_channel=True, weight_type=QuantType.QInt8)
    whole.unlink()


def export(options: argparse.Namespace) -> None:
    model = load_base(options.weights, options.linker_layers)
    model.load_state_dict(load_file(options.run / "tagger.safetensors"))
    model.eval()
    torch.backends.mha.set_fastpath_enabled(False)
    options.out.mkdir(parents=True, exist_ok=True)
    ids = torch.ones(2, 24, dtype=torch.long)
    axes = {n: {0: "batch", 1: "pieces"} for n in ("ids", "features", "mask", "states", "cue", "names")}
    write(EncoderOut(model.encoder), (ids, ids, ids), ["ids", "features", "mask"], ["states", "cue", "names"], axes, options.out / "encoder.onnx")
    width = 2 * REACH + 1
    near = torch.zeros(2, width, model.encoder.bert.config.hidden_size)
    marks = torch.zeros(2, width, dtype=torch.long)
    axes = {n: {0: "cues"} for n in ("near", "marks", "mask", "roles", "valid")}
    write(LinkerOut(model.linker), (near, marks, torch.ones_like(marks)), ["near", "marks", "mask"], ["roles", "valid"], axes, options.out / "linker.onnx")
    shutil.copy(options.weights / "vocab.txt", options.out / "vocab.txt")
    files = {f: hashlib.sha256((options.out / f).read_bytes()).hexdigest() for f in ("encoder.onnx", "linker.onnx", "vocab.txt")}
    config = {
        "version": options.version, "window": 320, "stride": 200, "reach": REACH, "hidden": model.encoder.bert.config.hidden_size,
        "cueLabels": CUE_LABELS, "roleLabels": ROLE_LABELS, "nameLabels": NER_LABELS, "sha256": files,
    }  # fmt: skip
    (options.out / "config.json").write_text(json.dumps(config, indent=2) + "\n")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, default=Path("runs/latest"), help="folder that train.py wrote")
    parser.add_argument("--weights", type=Path, required=True, help="folder of the pretrained encoder")
    parser.add_argument("--out", type=Path, default=Path("../models/attribution"))
    parser.add_argument("--linker-layers", type=int, default=1)
    parser.add_argument("--version", default="1")
    export(parser.parse_args())
