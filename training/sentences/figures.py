"""How near a smaller encoder stays to the whole one, and how well its vectors find what reports the same utterance."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy
from transformers import BertTokenizer

Encode = Callable[[numpy.ndarray, numpy.ndarray], numpy.ndarray]


@dataclass
class Statements:
    """Pieces of statements, and the utterance that each reports; an utterance of one report is told by nobody else."""

    pieces: list[list[int]]
    utterances: list[str]

    def encoded(self, encode: Encode) -> numpy.ndarray:
        rows = []
        for pieces in self.pieces:
            ids = numpy.array([pieces], dtype=numpy.int64)
            rows.append(encode(ids, numpy.ones_like(ids)))
        return numpy.concatenate(rows)


def statements(cases: Path, vocabulary: Path) -> Statements:
    """Those of cases/links.json and of the expected records of cases/articles."""
    links = json.loads((cases / "links.json").read_text())
    named = {(slug, n): f"a{i}" for i, group in enumerate(links["articles"]) for slug, n in group}
    texts, utterances = [], []
    for file in sorted((cases / "articles").glob("*/expected.json")):
        record = json.loads(file.read_text())
        text = record["article"]["text"].encode("utf-16-le")
        for n, statement in enumerate(record["statements"]):
            texts.append(" ".join(text[2 * a : 2 * b].decode("utf-16-le") for a, b in statement["content"]))
            utterances.append(named.get((file.parent.name, n), f"{file.parent.name} {n}"))
    for report in links["reports"]:
        texts.append(report["content"])
        utterances.append(f"r{report['utterance']}")
    tokenizer = BertTokenizer(vocab=str(vocabulary), do_lower_case=True)
    return Statements([tokenizer(t, truncation=True, max_length=256)["input_ids"] for t in texts], utterances)


def fidelity(vectors: numpy.ndarray, whole: numpy.ndarray) -> str:
    """Cosine to the whole model's vectors, mean and least."""
    cosine = (vectors * whole).sum(1)
    return f"cosine to the whole {cosine.mean():.4f} (least {cosine.min():.4f})"


def retrieval(given: Statements, vectors: numpy.ndarray) -> str:
    """Of the statements whose utterance another one reports: how often the nearest other, or one of five, does."""
    alike = vectors @ vectors.T
    numpy.fill_diagonal(alike, -1)
    names = numpy.array(given.utterances)
    linked = [i for i, name in enumerate(names) if (names == name).sum() > 1]
    order = numpy.argsort(-alike[linked], axis=1)
    same = names[order] == names[linked][:, None]
    return f"{len(linked)} statements among {len(names)}: nearest {same[:, 0].mean():.3f}, among five {same[:, :5].any(1).mean():.3f}"
