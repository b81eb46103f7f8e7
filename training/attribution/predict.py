"""Attributions of an article from a trained tagger, and their dev figures. The TypeScript runtime decodes alike."""

from __future__ import annotations

import json
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

import torch

from .data import Article, Window, WordPiece, windows
from .model import Tagger, link

SIZE, STRIDE = 288, 216
CUE_THRESHOLD = 0.3
VALID_THRESHOLD = 0.5


@dataclass
class Found:
    """Unit indexes of each role with what the tagger thought of them."""

    source: list[int]
    cue: list[int]
    content: list[int]
    cue_score: float
    valid: float
    source_score: float = 0.0
    content_score: float = 0.0
    extra: list[int] = field(default_factory=list)


def _encode(model: Tagger, article: Article, window: Window, tokenizer: WordPiece):
    units = range(window.first, window.first + window.count)
    ids, features, at = [tokenizer.cls], [16], []
    for u in units:
        at.append(len(ids))
        ids += article.pieces[u]
        features += [article.features[u]] * len(article.pieces[u])
    batch = torch.tensor([ids + [tokenizer.sep]]), torch.tensor([features + [16]])
    mask = torch.ones_like(batch[0])
    states = model.encoder(*batch, mask)
    return states, mask, model.encoder.cue(states)[0, at].softmax(-1), at


def cue_runs(scores: torch.Tensor) -> list[tuple[list[int], float]]:
    """Cues among the units of a window, from their B and I probabilities."""
    runs: list[tuple[list[int], float]] = []
    open_run = False
    for i, (_, b, inner) in enumerate(scores.tolist()):
        if b + inner < CUE_THRESHOLD:
            open_run = False
        elif open_run and inner > b:
            runs[-1][0].append(i)
        else:
            runs.append(([i], b))
            open_run = True
    return runs


@torch.inference_mode()
def predict(model: Tagger, article: Article, tokenizer: WordPiece) -> list[Found]:
    """All attributions above the cue threshold, in text order, whatever their validity."""
    chosen = list(windows([article], SIZE, STRIDE))
    found: list[Found] = []
    for n, window in enumerate(chosen):
        low = window.first if n == 0 else (chosen[n - 1].first + chosen[n - 1].count + window.first) // 2
        high = window.first + window.count if n == len(chosen) - 1 else (window.first + window.count + chosen[n + 1].first) // 2
        states, mask, scores, at = _encode(model, article, window, tokenizer)
        runs = [(run, s) for run, s in cue_runs(scores) if low <= run[0] + window.first < high]
        if not runs:
            continue
        roles, valid, where = link(model, states, mask, [(0, [at[u] for u in run]) for run, _ in runs])
        unit_at = {p: u + window.first for u, p in enumerate(at)}
        for (run, score), r, v, w in zip(runs, roles.float().softmax(-1), valid.float().sigmoid().tolist(), where.tolist()):
            item = Found([], [u + window.first for u in run], [], score, v)
            sums = [0.0, 0.0]
            for scores_here, position in zip(r.tolist(), w):
                if position not in unit_at:
                    continue
                unit, best = unit_at[position], max(range(4), key=scores_here.__getitem__)
                if best == 1:
                    item.source.append(unit)
                    sums[0] += scores_here[1]
                elif best == 2:
                    item.content.append(unit)
                    sums[1] += scores_here[2]
                elif best == 3:
                    item.extra.append(unit)
            item.source_score = sums[0] / max(1, len(item.source))
            item.content_score = sums[1] / max(1, len(item.content))
            if item.content:
                found.append(item)
    return found


def spans_of(article: Article, units: list[int]) -> list[list[int]]:
    """Neighbouring units as spans."""
    spans: list[list[int]] = []
    last = -2
    for u in sorted(set(units)):
        start, end = article.spans[u]
        if u == last + 1 and "\n\n" not in article.text[spans[-1][1] : start]:
            spans[-1][1] = end
        else:
            spans.append([start, end])
        last = u
    return spans


def evaluate(model: Tagger, articles: list[Article], tokenizer: WordPiece, data: Path, out: Path) -> dict:
    """Writes the predictions of all articles and returns the scorer's main figures."""
    model.eval()
    with out.open("w") as file:
        for article in articles:
            found = [f for f in predict(model, article, tokenizer) if f.valid >= VALID_THRESHOLD]
            rows = [
                {
                    "source": spans_of(article, f.source),
                    "cue": spans_of(article, [*f.cue, *(u for u in f.extra if u not in f.source and u not in f.content)]),
                    "content": spans_of(article, f.content),
                    "scores": [f.cue_score, f.valid, f.source_score, f.content_score],
                }
                for f in found
            ]
            file.write(json.dumps({"id": article.id, "attributions": rows}) + "\n")
    done = subprocess.run(["node", data / "score.mjs", data / "dev.jsonl", out, "--json"], capture_output=True, text=True, check=True)
    r = json.loads(done.stdout)
    return {
        "attribution": {k: round(v, 4) for k, v in r["attribution"].items()},
        "content50": round(r["content50"]["f1"], 4),
        "words": {k: round(v["f1"], 4) for k, v in r["words"].items()},
        "recall": {k: round(v["recall"], 4) for k, v in r["recallByKind"].items()},
    }
