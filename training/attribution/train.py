"""Trains the tagger: `python -m attribution.train --weights <folder> --out <folder>` (see README.md)."""

from __future__ import annotations

import argparse
import json
import random
import time
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from torch import Tensor, nn
from torch.nn import functional as F
from transformers import BertConfig

from .data import IGNORE, NER_LABELS, Article, Window, WordPiece, read, windows
from .model import Tagger, around
from .predict import evaluate

CUE_CANDIDATE = 0.15
"""Words that may begin a cue with at least this probability, and do not, are what the linker learns to refuse."""


def main_run(cue: list[int]) -> list[int]:
    """The longest run of neighbouring units of a cue, the last of equals: its verb or noun, not the "as" before it."""
    runs: list[list[int]] = []
    for unit in cue:
        if runs and runs[-1][-1] == unit - 1:
            runs[-1].append(unit)
        else:
            runs.append([unit])
    return max(reversed(runs), key=len) if runs else []


class Batch:
    """Several windows as tensors `[B, T]`, with the cues in them."""

    def __init__(self, articles: list[Article], chosen: list[Window], tokenizer: WordPiece) -> None:
        rows = [self._row(articles[w.article], w, tokenizer) for w in chosen]
        length = max(len(r[0]) for r in rows)
        fill = lambda column, value: torch.tensor([r[column] + [value] * (length - len(r[column])) for r in rows])  # noqa: E731
        self.ids, self.features = fill(0, tokenizer.pad), fill(1, 16)
        self.mask = (torch.tensor([[i < len(r[0]) for i in range(length)] for r in rows])).long()
        self.cue, self.ner, self.roles = fill(2, IGNORE), fill(3, IGNORE), fill(4, IGNORE)
        self.gold: list[tuple[int, list[int], dict[int, int]]] = []
        """For each cue: row, positions of its main run, role label by position."""
        for n, (r, w) in enumerate(zip(rows, chosen)):
            self._add_gold(n, articles[w.article], w, r[5])

    @staticmethod
    def _row(article: Article, window: Window, tokenizer: WordPiece) -> tuple[list[int], ...]:
        ids, features, cue, ner, roles, at = [tokenizer.cls], [16], [IGNORE], [IGNORE], [IGNORE], []
        stop = window.first + window.count
        cue_label = dict.fromkeys(range(window.first, stop), 0)
        for a in article.attributions:
            for i, unit in enumerate(main_run(a.cue)):
                cue_label[unit] = 1 if i == 0 else 2
        sources = {u for a in article.attributions for u in a.source}
        contents = {u for a in article.attributions for u in a.content}
        for unit in range(window.first, stop):
            at.append(len(ids))
            rest = [IGNORE] * (len(article.pieces[unit]) - 1)
            ids += article.pieces[unit]
            features += [article.features[unit]] * len(article.pieces[unit])
            cue += [cue_label[unit], *rest]
            ner += [article.ner[unit], *rest]
            roles += [int(unit in sources) + 2 * int(unit in contents), *rest]
        return ids + [tokenizer.sep], features + [16], cue + [IGNORE], ner + [IGNORE], roles + [IGNORE], at

    def _add_gold(self, row: int, article: Article, window: Window, at: list[int]) -> None:
        stop = window.first + window.count
        for a in article.attributions:
            run = main_run(a.cue)
            if not run or run[0] < window.first or run[-1] >= stop:
                continue
            label = dict.fromkeys(range(window.first, stop), 0)
            for role, units in enumerate((a.source, a.content, a.cue), 1):
                label.update((u, role) for u in units if u in label)
            positions = [at[u - window.first] for u in run]
            self.gold.append((row, positions, {at[u - window.first]: v for u, v in label.items()}))

    def refused(self, cue_logits: Tensor) -> list[tuple[int, list[int]]]:
        """Places that look like a cue and are none."""
        likely = cue_logits.detach().float().softmax(-1)[..., 1]
        found = ((likely > CUE_CANDIDATE) & (self.cue == 0)).nonzero().tolist()
        random.shuffle(found)
        return [(row, [position]) for row, position in found[: max(4, len(self.gold) // 2)]]


def loss_of(model: Tagger, batch: Batch) -> Tensor:
    """Sum of the tasks' losses: cues, names, words in any source or content, roles for each cue, validity."""
    states, cue, ner = model.encoder(batch.ids, batch.features, batch.mask)
    flat = lambda logits, labels, **k: F.cross_entropy(logits.float().flatten(0, 1), labels.flatten(), ignore_index=IGNORE, **k)  # noqa: E731
    known = batch.roles != IGNORE
    role_bits = torch.stack([(batch.roles == 1) | (batch.roles == 3), batch.roles >= 2], -1).float()
    any_role = F.binary_cross_entropy_with_logits(model.encoder.roles(states).float()[known], role_bits[known])
    loss = flat(cue, batch.cue) + 0.2 * flat(ner, batch.ner) + 0.3 * any_role
    refused = batch.refused(cue)
    if not batch.gold and not refused:
        return loss
    cues = [(row, positions) for row, positions, _ in batch.gold] + refused
    near, marks, distance, inside, where = around(states, batch.mask, cues)
    roles, valid = model.linker(near, marks, distance, inside)
    labels = torch.full(where.shape, IGNORE)
    for i, (_, _, label) in enumerate(batch.gold):
        labels[i] = torch.tensor([label.get(p, IGNORE) for p in where[i].tolist()])
    target = torch.tensor([1.0] * len(batch.gold) + [0.0] * len(refused))
    if batch.gold:
        loss = loss + 2 * flat(roles, labels)
    return loss + 0.5 * F.binary_cross_entropy_with_logits(valid.float(), target)


def load_base(folder: Path, linker_layers: int) -> Tagger:
    """A tagger on the pretrained encoder in `folder` (config.json, model.safetensors)."""
    config = BertConfig.from_json_file(folder / "config.json")
    # Drawing the mask of attention dropout took a third of a step's time, and kept the fused attention from use.
    config.attention_probs_dropout_prob = 0.0
    model = Tagger(config, linker_layers)
    weights = {k.removeprefix("bert."): v for k, v in load_file(folder / "model.safetensors").items()}
    missing, _ = model.encoder.bert.load_state_dict(weights, strict=False)
    absent = [k for k in missing if "position_ids" not in k]
    if absent:
        raise SystemExit(f"{folder}/model.safetensors lacks {absent[:3]} …: is it a BERT encoder?")
    return model


def train(options: argparse.Namespace) -> None:
    random.seed(options.seed)
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    tokenizer = WordPiece(options.weights / "vocab.txt")
    articles = read(options.data, "train", tokenizer, options.limit)
    dev = read(options.data, "dev", tokenizer, options.limit)
    model = load_base(options.weights, options.linker_layers)
    body = list(model.encoder.bert.parameters())
    head = [p for n, p in model.named_parameters() if not n.startswith("encoder.bert.")]
    optimizer = torch.optim.AdamW([{"params": body, "lr": options.rate}, {"params": head, "lr": options.rate * 4}], weight_decay=0.01)
    began, options.out = time.time(), options.out
    options.out.mkdir(parents=True, exist_ok=True)
    total = options.epochs * sum(1 for _ in windows(articles, options.size, options.stride)) // options.batch + 1
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, [options.rate, options.rate * 4], total_steps=total + 50, pct_start=0.08, anneal_strategy="linear"
    )
    average = torch.optim.swa_utils.AveragedModel(model, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(0.995))
    step = 0
    for epoch in range(options.epochs):
        model.train()
        chosen = list(windows(articles, options.size, options.stride, random.randrange(options.size // 2)))
        random.shuffle(chosen)
        for at in range(0, len(chosen), options.batch):
            batch = Batch(articles, chosen[at : at + options.batch], tokenizer)
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=options.bf16):
                loss = loss_of(model, batch)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            if step < total + 49:
                schedule.step()
            average.update_parameters(model)
            step += 1
            if step % 20 == 0:
                print(f"epoch {epoch} step {step}/{total} loss {loss.item():.3f} {time.time() - began:.0f} s", flush=True)
        save_file(average.module.state_dict(), options.out / "tagger.safetensors")
        figures = evaluate(average.module, dev, tokenizer, options.data, options.out / "dev.jsonl") if epoch >= options.evaluate_from else {}
        (options.out / "log.jsonl").open("a").write(json.dumps({"epoch": epoch, "seconds": time.time() - began, **figures}) + "\n")
        print(f"epoch {epoch} {json.dumps(figures)}", flush=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../../shared/bench/attribution"), help="folder of train.jsonl and dev.jsonl")
    parser.add_argument("--weights", type=Path, required=True, help="folder of the pretrained encoder: config.json, vocab.txt, model.safetensors")
    parser.add_argument("--out", type=Path, default=Path("runs/latest"))
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--batch", type=int, default=8, help="windows a step")
    parser.add_argument("--size", type=int, default=320, help="pieces a window")
    parser.add_argument("--stride", type=int, default=256)
    parser.add_argument("--rate", type=float, default=1.5e-4, help="highest learning rate of the encoder; four times that for the heads")
    parser.add_argument("--linker-layers", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=17)
    parser.add_argument("--limit", type=int, default=None, help="only so many articles, to try the code")
    parser.add_argument("--evaluate-from", type=int, default=1, help="first epoch to be scored on dev")
    parser.add_argument("--bf16", action=argparse.BooleanOptionalAction, default=True)
    assert NER_LABELS
    train(parser.parse_args())
