"""Fits what the runtime's confidence is made of: `python -m attribution.calibrate --model <folder> --predicted <file>`.

The file is what the runtime finds in the held-out training articles with everything kept, its features beside it:
    python -m attribution.calibrate --list > held-out.jsonl
    npx tsx bench/confidence-features.ts held-out.jsonl predicted.jsonl
Logistic regression (Platt), L2 on standardised features; the weights go into the model's config.json. With `--report`,
prints precision, recall and F1 by least confidence, and the expected calibration error, of predictions for dev.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import regex
import torch

from .data import Article, held_out, two_for_astral

WORD = regex.compile(r"[\p{L}\p{N}]+(?:['’][\p{L}]+)*")
FEATURES = 9
KINDS = ("tagged", "quoted", "answer")
"""Found by the model; a quotation that only the rules found; an answer in a printed interview."""


def unfitted() -> dict:
    """No calibration: everything is believed by half. One weight for each feature in the runtime's `confidence.ts`."""
    return {"bias": 0.0, "weights": [0.0] * FEATURES, "rules": {k: 0.5 for k in KINDS[1:]}}


def words_in(words: list[tuple[int, int]], spans: list[list[int]]) -> set[int]:
    return {i for i, (s, e) in enumerate(words) if any(s < b and a < e for a, b in spans)}


def overlap(a: set[int], b: set[int]) -> float:
    return 1.0 if not a and not b else len(a & b) / len(a | b)


def judge(text: str, gold: list[dict], predicted: list[dict]) -> list[bool]:
    """Which predictions count as found by the benchmark's scorer: content and source overlap by half, one to one."""
    words = [m.span() for m in WORD.finditer(text)]
    sets = lambda a: {r: words_in(words, a[r]) for r in ("source", "cue", "content")}  # noqa: E731
    wanted, given = [sets(a) for a in gold], [sets(a) for a in predicted]
    pairs = []
    for i, g in enumerate(wanted):
        for j, p in enumerate(given):
            content = overlap(g["content"], p["content"])
            if content > 0:
                source = overlap(g["source"], p["source"])
                pairs.append((content + source / 10 + overlap(g["cue"], p["cue"]) / 100, i, j, content >= 0.5 and source >= 0.5))
    right, used_gold, used = [False] * len(given), set(), set()
    for _, i, j, good in sorted(pairs, key=lambda p: -p[0]):
        if i not in used_gold and j not in used:
            used_gold.add(i)
            used.add(j)
            right[j] = good
    return right


def fit(features: torch.Tensor, right: torch.Tensor, penalty: float = 1.0) -> tuple[float, list[float]]:
    """Bias and weights of a logistic regression on the features as they come."""
    mean, deviation = features.mean(0), features.std(0).clamp(min=1e-6)
    x = (features - mean) / deviation
    weights, bias = torch.zeros(x.shape[1], requires_grad=True), torch.zeros((), requires_grad=True)
    optimizer = torch.optim.LBFGS([weights, bias], max_iter=200, line_search_fn="strong_wolfe")

    def loss() -> torch.Tensor:
        optimizer.zero_grad()
        value = torch.nn.functional.binary_cross_entropy_with_logits(x @ weights + bias, right, reduction="sum")
        value = value + penalty * (weights**2).sum() / 2
        value.backward()
        return value

    optimizer.step(loss)
    scaled = weights.detach() / deviation
    return float(bias.detach() - (scaled * mean).sum()), [round(float(w), 4) for w in scaled]


def lines_of(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text("utf8").split("\n") if line]


def judged(gold_file: Path, predicted_file: Path) -> Iterator[tuple[dict, bool]]:
    """Each predicted attribution, and whether it is right."""
    gold = {d["id"]: d for d in lines_of(gold_file)}
    for found in lines_of(predicted_file):
        article = gold[found["id"]]
        yield from zip(found["attributions"], judge(two_for_astral(article["text"]), article["attributions"], found["attributions"]))


def report(options: argparse.Namespace) -> None:
    """Each threshold is scored as if what is below it were not there, as a user who filters sees it."""
    found = [(a["confidence"], right) for a, right in judged(options.data / "dev.jsonl", options.report)]
    wanted = sum(len(d["attributions"]) for d in lines_of(options.data / "dev.jsonl"))
    print("| confidence at least | precision | recall | F1 |\n|---|---|---|---|")
    for least in (0.0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95):
        kept = [right for confidence, right in found if confidence >= least]
        if not kept:
            continue
        precision, recall = sum(kept) / len(kept), sum(kept) / wanted
        print(f"| {least} | {precision:.3f} | {recall:.3f} | {2 * precision * recall / max(1e-9, precision + recall):.3f} |")
    bins = [[f for f in found if n / 10 <= f[0] < (n + 1) / 10 or (n == 9 and f[0] == 1)] for n in range(10)]
    gaps = [(len(b), abs(sum(c for c, _ in b) / len(b) - sum(r for _, r in b) / len(b))) for b in bins if b]
    print(f"expected calibration error, ten bins: {sum(n * gap for n, gap in gaps) / len(found):.3f} ({len(found)} attributions)")


def calibrate(options: argparse.Namespace) -> None:
    rows: dict[str, list[tuple[list[float], bool]]] = {k: [] for k in KINDS}
    for a, right in judged(options.data / "train.jsonl", options.predicted):
        rows[a["basis"]].append((a.get("features", []), right))
    tagged = rows["tagged"]
    bias, weights = fit(torch.tensor([f for f, _ in tagged]), torch.tensor([float(r) for _, r in tagged]))
    # One right and one wrong more than counted: a share of few is drawn to the middle.
    share = lambda found: round((sum(r for _, r in found) + 1) / (len(found) + 2), 3)  # noqa: E731
    path = options.model / "config.json"
    config = json.loads(path.read_text())
    config["confidence"] = {"bias": round(bias, 4), "weights": weights, "rules": {k: share(rows[k]) for k in KINDS[1:]}}
    path.write_text(json.dumps(config, indent=2) + "\n")
    print({k: (len(v), sum(r for _, r in v)) for k, v in rows.items()}, config["confidence"])


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../../shared/bench/attribution"))
    parser.add_argument("--model", type=Path, default=Path("../models/attribution"))
    parser.add_argument("--predicted", type=Path)
    parser.add_argument("--report", type=Path, help="predictions for dev, as `npm run predict -- attribution` writes them")
    parser.add_argument("--list", action="store_true", help="print the held-out articles and end")
    chosen = parser.parse_args()
    if chosen.list:
        for line in filter(None, (chosen.data / "train.jsonl").read_text("utf8").split("\n")):
            if held_out(Article(json.loads(line)["id"], "", [], [], [])):
                sys.stdout.write(line + "\n")
    elif chosen.report:
        report(chosen)
    else:
        calibrate(chosen)
