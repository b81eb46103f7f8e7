"""The tagger: one encoder pass over a window, then one light pass over the words around each cue.

The encoder (the first layers of a pretrained BERT) labels cues and names. For each cue, `Linker` pairs the words around
it with the cue (as biaffine scorers do: added, multiplied, by distance) and labels the cue's source, its content and the
other words of the cue, and says whether it is one. What the linker needs of a word is projected once a window, so that a
further cue costs little.

Layers are written out instead of taken from a library: bfloat16 throughout and one mask of dropout a step make training
on two cores twice as fast, and the same layers export to the runtime's fused attention.
"""

from __future__ import annotations

import json
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

from .data import NER_LABELS, POS_LABELS

CUE_LABELS = ("O", "B", "I")
ROLE_LABELS = ("O", "source", "content", "cue")
FEATURES = 20
REACH = 80
"""Pieces on each side of a cue that its linker reads: 99 of 100 contents of the training articles end within."""
WIDTH = 192
"""Numbers a word in the linker."""
HEADS = 12


class Dropout:
    """Dropout whose masks are places in one pool, drawn anew each step: drawing one a layer took 6% of the time."""

    def __init__(self, rate: float = 0.1) -> None:
        self.rate, self.pool = rate, torch.empty(0)

    def draw(self, numbers: int, dtype: torch.dtype) -> None:
        if self.pool.numel() != 2 * numbers or self.pool.dtype != dtype:
            self.pool = torch.empty(2 * numbers, dtype=dtype)
        self.pool.bernoulli_(1 - self.rate).div_(1 - self.rate)

    def __call__(self, x: Tensor, training: bool) -> Tensor:
        if not training:
            return x
        if self.pool.numel() < 2 * x.numel():
            self.draw(x.numel(), x.dtype)
        start = int(torch.randint(0, self.pool.numel() - x.numel() + 1, ())) // 64 * 64
        return x * self.pool[start : start + x.numel()].view_as(x)


drop = Dropout()


class RuntimeAttention(torch.autograd.Function):
    """Attention as the runtime's fused operator; only for export. Without a mask it runs in blocks, which is quicker."""

    @staticmethod
    def forward(ctx, q, k, v, bias, heads, *mask):  # noqa: ANN001, ANN002, ANN205
        return torch.zeros_like(q)

    @staticmethod
    def symbolic(g, q, k, v, bias, heads, *mask):  # noqa: ANN001, ANN002, ANN205
        return g.op("com.microsoft::MultiHeadAttention", q, k, v, bias, *mask, num_heads_i=heads).setType(q.type())


class Layer(nn.Module):
    """A BERT layer, normalised after each half."""

    def __init__(self, hidden: int, heads: int, inner: int) -> None:
        super().__init__()
        self.heads = heads
        self.parts: nn.ParameterList | None = None
        self.qkv, self.out, self.norm = nn.Linear(hidden, 3 * hidden), nn.Linear(hidden, hidden), nn.LayerNorm(hidden, eps=1e-12)
        self.up, self.down, self.norm2 = nn.Linear(hidden, inner), nn.Linear(inner, hidden), nn.LayerNorm(hidden, eps=1e-12)

    def for_export(self) -> None:
        """Parts the weights of query, key and value, which the runtime's attention takes one by one."""
        self.parts = nn.ParameterList(part.clone() for part in self.qkv.weight.data.chunk(3))

    def attend(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """`x` `[B, T, H]`; `mask` `[B, T]`, 0 where there is no piece, or None (only for export) where all are."""
        batch, length, hidden = x.shape
        if self.parts is not None:
            given = () if mask is None else (mask.int(),)
            return RuntimeAttention.apply(*(F.linear(x, part) for part in self.parts), self.qkv.bias, self.heads, *given)
        size = hidden // self.heads
        q, k, v = self.qkv(x).view(batch, length, 3, self.heads, size).permute(2, 0, 3, 1, 4).unbind(0)
        # Written out: the fused attention's backward pass took a quarter of a step here.
        scores = torch.matmul(q * size**-0.5, k.transpose(-1, -2)) + (mask[:, None, None, :] - 1).to(x.dtype) * 1e4
        return torch.matmul(scores.softmax(-1), v).transpose(1, 2).reshape(batch, length, hidden)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        x = self.norm(x + drop(self.out(self.attend(x, mask)), self.training))
        return self.norm2(x + drop(self.down(F.gelu(self.up(x))), self.training))


class Encoder(nn.Module):
    """Word pieces and features to states, cue scores, name scores and part-of-speech scores."""

    def __init__(self, layers: int, hidden: int = 384, vocabulary: int = 30522, positions: int = 512) -> None:
        super().__init__()
        self.words, self.positions = nn.Embedding(vocabulary, hidden), nn.Embedding(positions, hidden)
        self.features, self.norm = nn.Embedding(FEATURES, hidden), nn.LayerNorm(hidden, eps=1e-12)
        nn.init.normal_(self.features.weight, std=0.01)
        self.layers = nn.ModuleList(Layer(hidden, HEADS, 4 * hidden) for _ in range(layers))
        self.cue, self.ner = nn.Linear(hidden, len(CUE_LABELS)), nn.Linear(hidden, len(NER_LABELS))
        self.pos, self.roles = nn.Linear(hidden, len(POS_LABELS)), nn.Linear(hidden, 2)
        self.paired, self.asked = nn.Linear(hidden, 2 * WIDTH), nn.Linear(hidden, 2 * WIDTH)

    def forward(self, ids: Tensor, features: Tensor, mask: Tensor | None) -> Tensor:
        """`[B, T]` each (0 in `mask` is padding; None, only for export: there is none) to states `[B, T, H]`."""
        place = torch.arange(ids.shape[1], device=ids.device)
        x = drop(self.norm(self.words(ids) + self.positions(place) + self.features(features)), self.training)
        for layer in self.layers:
            x = layer(x, mask)
        return x


class Linker(nn.Module):
    """Words around a cue, paired with it, to their roles, and whether the cue is one."""

    def __init__(self) -> None:
        super().__init__()
        self.mark, self.distance = nn.Embedding(2, WIDTH), nn.Embedding(2 * REACH + 1, WIDTH)
        nn.init.normal_(self.mark.weight, std=0.1)
        nn.init.normal_(self.distance.weight, std=0.1)
        self.norm = nn.LayerNorm(WIDTH)
        self.near = nn.Conv1d(WIDTH, WIDTH, 5, padding=2)
        self.spread: nn.Parameter | None = None
        self.norm2 = nn.LayerNorm(WIDTH)
        self.layer = Layer(WIDTH, 6, 2 * WIDTH)
        self.role, self.valid = nn.Linear(WIDTH, len(ROLE_LABELS)), nn.Linear(WIDTH, 1)

    def forward(self, near: Tensor, cue: Tensor, marks: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Projected words `[C, W, 2 WIDTH]`, projected cue `[C, 2 WIDTH]`, cue marks and mask `[C, W]` to roles
        `[C, W, 4]` and validity `[C]` (logits)."""
        added, multiplied = near.chunk(2, -1)
        cue_added, cue_multiplied = cue.unsqueeze(1).chunk(2, -1)
        inside = mask.unsqueeze(-1).to(near.dtype)
        x = added + cue_added + multiplied * cue_multiplied + self.mark(marks) + self.distance.weight
        x = self.norm(F.gelu(x)) * inside
        x = self.norm2(x + F.gelu(self.beside(x)))
        x = self.layer(drop(x, self.training), mask)
        weight = marks.to(x.dtype).unsqueeze(-1)
        pooled = (x * weight).sum(1) / weight.sum(1).clamp(min=1)
        return self.role(x), self.valid(pooled).squeeze(-1)

    def for_export(self) -> None:
        """Lays the weights out for the convolution as one product, which the runtime has a quick int8 form of."""
        self.spread = nn.Parameter(self.near.weight.data.transpose(1, 2).flatten(1))

    def beside(self, x: Tensor) -> Tensor:
        """The convolution over neighbouring pieces of `[C, W, WIDTH]`."""
        if self.spread is None:
            return self.near(x.transpose(1, 2)).transpose(1, 2)
        padded = F.pad(x, (0, 0, 2, 2))
        return F.linear(torch.cat([padded[:, n : n + x.shape[1]] for n in range(5)], -1), self.spread, self.near.bias)


class Tagger(nn.Module):
    """Encoder and linker together."""

    def __init__(self, layers: int) -> None:
        super().__init__()
        self.encoder = Encoder(layers)
        self.linker = Linker()

    @classmethod
    def on(cls, weights: Path, layers: int) -> "Tagger":
        """A tagger on the first layers of the pretrained BERT in a folder (config.json, model.safetensors)."""
        config = json.loads((weights / "config.json").read_text())
        if config["hidden_size"] != 384 or config["num_attention_heads"] != HEADS or config["num_hidden_layers"] < layers:
            raise SystemExit(f"{weights}: wanted a BERT of {layers} layers or more, 384 wide, with {HEADS} heads; found {config}")
        model = cls(layers)
        given = {k.removeprefix("bert."): v for k, v in load_file(weights / "model.safetensors").items()}
        own = model.encoder.state_dict()
        taken = {
            "words.weight": given["embeddings.word_embeddings.weight"],
            # Every piece is of segment 0.
            "positions.weight": given["embeddings.position_embeddings.weight"] + given["embeddings.token_type_embeddings.weight"][0],
        }
        for part in ("weight", "bias"):
            taken[f"norm.{part}"] = given[f"embeddings.LayerNorm.{part}"]
            for n in range(layers):
                of = lambda name: given[f"encoder.layer.{n}.{name}.{part}"]  # noqa: B023, E731
                taken[f"layers.{n}.qkv.{part}"] = torch.cat([of(f"attention.self.{w}") for w in ("query", "key", "value")])
                taken[f"layers.{n}.out.{part}"], taken[f"layers.{n}.norm.{part}"] = of("attention.output.dense"), of("attention.output.LayerNorm")
                taken[f"layers.{n}.up.{part}"], taken[f"layers.{n}.down.{part}"] = of("intermediate.dense"), of("output.dense")
                taken[f"layers.{n}.norm2.{part}"] = of("output.LayerNorm")
        model.encoder.load_state_dict({**own, **taken})
        model.encoder.words.weight.requires_grad_(False)
        return model


Cue = tuple[int, list[int]]
"""Row of the batch, and the positions of the cue's units in it."""


def around(mask: Tensor, cues: list[Cue]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Rows `[C, 1]`, positions `[C, W]` around each cue (-1 where there is no piece), cue marks and mask `[C, W]`."""
    rows = torch.tensor([[row] for row, _ in cues])
    centre = torch.tensor([positions[len(positions) // 2] for _, positions in cues])
    where = centre.unsqueeze(1) + torch.arange(2 * REACH + 1) - REACH
    inside = (where >= 0) & (where < mask.shape[1])
    inside &= mask[rows, where.clamp(0, mask.shape[1] - 1)] > 0
    marks = torch.zeros_like(where)
    for i, (_, positions) in enumerate(cues):
        at = torch.tensor(positions) - centre[i] + REACH
        marks[i, at[(at >= 0) & (at <= 2 * REACH)]] = 1
    return rows, torch.where(inside, where, -1), marks, inside.long()


def link(model: Tagger, states: Tensor, mask: Tensor, cues: list[Cue]) -> tuple[Tensor, Tensor, Tensor]:
    """Role logits `[C, W, 4]`, validity logits `[C]`, and the positions that they stand for `[C, W]`."""
    rows, where, marks, inside = around(mask, cues)
    paired, asked = model.encoder.paired(states), model.encoder.asked(states)
    cue = torch.stack([asked[row, positions].mean(0) for row, positions in cues])
    roles, valid = model.linker(paired[rows, where.clamp(min=0)], cue, marks, inside)
    return roles, valid, where
