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

from .data import IGNORE, Article, Window, WordPiece, held_out, read, windows
from .model import Cue, Tagger, drop, link
from .predict import evaluate

CUE_CANDIDATE = 0.15
"""Words that may begin a cue with at least this probability, and do not, are what the linker learns to refuse."""
MASK_PIECE = 103
"""`[MASK]` of the BERT vocabulary."""


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
        self.cue, self.ner, self.pos, self.roles = (fill(n, IGNORE) for n in (2, 3, 4, 5))
        self.gold: list[tuple[int, list[int], dict[int, int]]] = []
        """For each cue: row, positions of its main run, role label by position."""
        for n, (r, w) in enumerate(zip(rows, chosen)):
            self._add_gold(n, articles[w.article], w, r[6])

    @staticmethod
    def _row(article: Article, window: Window, tokenizer: WordPiece) -> tuple[list[int], ...]:
        ids, features, at = [tokenizer.cls], [16], []
        cue, ner, pos, roles = [IGNORE], [IGNORE], [IGNORE], [IGNORE]
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
            pos += [article.pos[unit], *rest]
            roles += [int(unit in sources) + 2 * int(unit in contents), *rest]
        end = [IGNORE]
        return ids + [tokenizer.sep], features + [16], cue + end, ner + end, pos + end, roles + end, at

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

    def hide(self, rate: float) -> None:
        """Replaces some pieces by `[MASK]`, so that no single word is relied on."""
        hidden = (torch.rand(self.ids.shape) < rate) & (self.mask > 0)
        self.ids = torch.where(hidden, MASK_PIECE, self.ids)

    def refused(self, cue_logits: Tensor) -> list[Cue]:
        """Places that look like a cue and are none."""
        likely = cue_logits.detach().float().softmax(-1)[..., 1]
        found = ((likely > CUE_CANDIDATE) & (self.cue == 0)).nonzero().tolist()
        random.shuffle(found)
        return [(row, [position]) for row, position in found[: max(4, len(self.gold) // 2)]]


def loss_of(model: Tagger, batch: Batch) -> Tensor:
    """Sum of the tasks' losses: cues, names, parts of speech, words in any source or content, roles for each cue, validity."""
    states = model.encoder(batch.ids, batch.features, batch.mask)
    dropped = drop(states, model.training)
    cue = model.encoder.cue(dropped)
    flat = lambda logits, labels: F.cross_entropy(logits.float().flatten(0, 1), labels.flatten(), ignore_index=IGNORE)  # noqa: E731
    known = batch.roles != IGNORE
    role_bits = torch.stack([(batch.roles == 1) | (batch.roles == 3), batch.roles >= 2], -1).float()
    any_role = F.binary_cross_entropy_with_logits(model.encoder.roles(dropped).float()[known], role_bits[known])
    loss = flat(cue, batch.cue) + 0.2 * flat(model.encoder.ner(dropped), batch.ner) + 0.1 * flat(model.encoder.pos(dropped), batch.pos)
    loss = loss + 0.3 * any_role
    refused = batch.refused(cue)
    cues = [(row, positions) for row, positions, _ in batch.gold] + refused
    if not cues:
        return loss
    roles, valid, where = link(model, dropped, batch.mask, cues)
    labels = torch.full(where.shape, IGNORE)
    for i, (_, _, label) in enumerate(batch.gold):
        labels[i] = torch.tensor([label.get(p, IGNORE) for p in where[i].tolist()])
    target = torch.tensor([1.0] * len(batch.gold) + [0.0] * len(refused))
    if batch.gold:
        loss = loss + 2 * flat(roles, labels)
    return loss + 0.5 * F.binary_cross_entropy_with_logits(valid.float(), target)


def groups_of(model: Tagger, rate: float, fade: float) -> list[dict]:
    """Parameters with their learning rates: lower for layers nearer the input (by `fade` a layer), four times for heads."""
    depth = len(model.encoder.layers)
    groups: dict[float, list[nn.Parameter]] = {}
    for name, parameter in model.named_parameters():
        if not parameter.requires_grad:
            continue
        part = name.split(".")
        if part[1] == "layers":
            factor = fade ** (depth - 1 - int(part[2]))
        else:
            factor = fade**depth if part[0] == "encoder" and part[1] in ("positions", "norm") else 4.0
        groups.setdefault(factor, []).append(parameter)
    return [{"params": p, "lr": rate * f, "factor": f} for f, p in groups.items()]


class Trainer:
    """AdamW on full-precision copies of bfloat16 weights, with a running average of them."""

    def __init__(self, model: Tagger, rate: float, fade: float, average: float = 0.997) -> None:
        self.model, self.rate, self.kept = model, rate, average
        groups = groups_of(model, rate, fade)
        self.half = [p for g in groups for p in g["params"]]
        self.full = [p.detach().clone().float().requires_grad_() for p in self.half]
        self.average = [p.detach().clone() for p in self.full]
        copies = iter(self.full)
        for g in groups:
            g["params"] = [next(copies) for _ in g["params"]]
        self.optimizer = torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98), fused=True)
        model.bfloat16()

    def step(self, loss: Tensor, progress: float) -> None:
        """One step; `progress` in [0, 1] says how far training is: the rate rises for a fifteenth of it, then falls to 0."""
        loss.backward()
        scale = min(progress * 15, (1 - progress) * 15 / 14, 1.0)
        for g in self.optimizer.param_groups:
            g["lr"] = self.rate * g["factor"] * max(0.0, scale)
        for half, full in zip(self.half, self.full):
            full.grad = None if half.grad is None else half.grad.float()
            half.grad = None
        nn.utils.clip_grad_norm_(self.full, 1.0)
        self.optimizer.step()
        with torch.no_grad():
            for half, full, mean in zip(self.half, self.full, self.average):
                half.copy_(full)
                mean.lerp_(full, 1 - self.kept)

    def averaged(self, layers: int) -> Tagger:
        """A full-precision tagger with the averaged weights."""
        model = Tagger(layers)
        model.load_state_dict({k: v.float() for k, v in self.model.state_dict().items()})
        names = {id(p): n for n, p in self.model.named_parameters()}
        own = dict(model.named_parameters())
        with torch.no_grad():
            for half, mean in zip(self.half, self.average):
                own[names[id(half)]].copy_(mean)
        return model.eval()


def train(options: argparse.Namespace) -> None:
    random.seed(options.seed)
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    tokenizer = WordPiece(options.weights / "vocab.txt")
    articles = [a for a in read(options.data, "train", tokenizer, options.limit) if not held_out(a)]
    dev = read(options.data, "dev", tokenizer, options.limit)
    begun = Tagger.on(options.weights, options.layers)
    if options.run:
        begun.load_state_dict(load_file(options.run / "tagger.safetensors"))
    trainer = Trainer(begun, options.rate, options.fade)
    model = trainer.model
    options.out.mkdir(parents=True, exist_ok=True)
    total = options.epochs * sum(1 for _ in windows(articles, options.size, options.stride)) // options.batch + 1
    began, step = time.time(), 0
    progress = lambda: max(step / total, (time.time() - began) / (options.minutes * 60) if options.minutes else 0)  # noqa: E731
    for epoch in range(options.epochs):
        model.train()
        chosen = list(windows(articles, options.size, options.stride, random.randrange(options.size // 2)))
        random.shuffle(chosen)
        for at in range(0, len(chosen), options.batch):
            if progress() >= 1:
                break
            batch = Batch(articles, chosen[at : at + options.batch], tokenizer)
            batch.hide(options.hidden)
            drop.draw(options.batch * options.size * 384, torch.bfloat16)
            loss = loss_of(model, batch)
            trainer.step(loss, progress())
            step += 1
            if step % 20 == 0:
                print(f"epoch {epoch} step {step} of {total} loss {loss.item():.3f} {time.time() - began:.0f} s", flush=True)
        done = trainer.averaged(options.layers)
        save_file(done.state_dict(), options.out / "tagger.safetensors")
        wanted = epoch >= options.evaluate_from or progress() >= 1
        figures = evaluate(done, dev, tokenizer, options.data, options.out / "dev.jsonl") if wanted else {}
        with (options.out / "log.jsonl").open("a") as log:
            log.write(json.dumps({"epoch": epoch, "step": step, "seconds": time.time() - began, **figures}) + "\n")
        print(f"epoch {epoch} {json.dumps(figures)}", flush=True)
        if progress() >= 1:
            break


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../../shared/bench/attribution"), help="folder of train.jsonl and dev.jsonl")
    parser.add_argument("--weights", type=Path, required=True, help="folder of the pretrained encoder: config.json, vocab.txt, model.safetensors")
    parser.add_argument("--run", type=Path, help="folder of a run that was ended early, to go on from")
    parser.add_argument("--out", type=Path, default=Path("runs/latest"))
    parser.add_argument("--layers", type=int, default=9, help="how many of the encoder's layers, from the input")
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--minutes", type=float, default=0, help="end by then, with the rate fallen to 0 (0: after the epochs)")
    parser.add_argument("--batch", type=int, default=8, help="windows a step")
    parser.add_argument("--size", type=int, default=288, help="pieces a window")
    parser.add_argument("--stride", type=int, default=240)
    parser.add_argument("--rate", type=float, default=2e-4, help="highest learning rate of the encoder's last layer")
    parser.add_argument("--fade", type=float, default=0.92, help="how the rate falls from layer to layer towards the input")
    parser.add_argument("--hidden", type=float, default=0.04, help="share of pieces that are masked")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=17)
    parser.add_argument("--limit", type=int, default=None, help="only so many articles, to try the code")
    parser.add_argument("--evaluate-from", type=int, default=2, help="first epoch to be scored on dev")
    train(parser.parse_args())
