"""The tagger: one encoder pass over a window, then a few layers for each cue, told where the cue stands.

The first pass labels cues and names. For each cue, `Linker` reads the encoder's states around it with the cue marked
(as semantic role labellers do with a predicate) and labels its source, its content and the other words of the cue, and
says whether it is one.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from .data import NER_LABELS

CUE_LABELS = ("O", "B", "I")
ROLE_LABELS = ("O", "source", "content", "cue")
FEATURES = 20
REACH = 72
"""Pieces on each side of a cue that its linker reads."""


class Encoder(nn.Module):
    """Word pieces and features to states, cue scores and name scores."""

    def __init__(self, config: BertConfig) -> None:
        super().__init__()
        self.bert = BertModel(config, add_pooling_layer=False)
        self.features = nn.Embedding(FEATURES, config.hidden_size)
        nn.init.normal_(self.features.weight, std=0.01)
        self.dropout = nn.Dropout(0.1)
        self.cue = nn.Linear(config.hidden_size, len(CUE_LABELS))
        self.ner = nn.Linear(config.hidden_size, len(NER_LABELS))
        self.roles = nn.Linear(config.hidden_size, 2)

    def forward(self, ids: Tensor, features: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """`[B, T]` each (0 in `mask` is padding) to states `[B, T, H]`, cue `[B, T, 3]`, names `[B, T, 11]`."""
        embedded = self.bert.embeddings.word_embeddings(ids) + self.features(features)
        states = self.bert(inputs_embeds=embedded, attention_mask=mask).last_hidden_state
        dropped = self.dropout(states)
        return states, self.cue(dropped), self.ner(dropped)


class Linker(nn.Module):
    """States around a cue to the roles of the words there, and whether the cue is one."""

    def __init__(self, hidden: int, layers: int, heads: int = 6) -> None:
        super().__init__()
        self.mark = nn.Embedding(2, hidden)
        self.distance = nn.Embedding(2 * REACH + 1, hidden)
        nn.init.normal_(self.mark.weight, std=0.02)
        nn.init.normal_(self.distance.weight, std=0.02)
        layer = nn.TransformerEncoderLayer(hidden, heads, 4 * hidden, 0.0, "gelu", batch_first=True)
        self.dropout = nn.Dropout(0.1)
        self.layers = nn.TransformerEncoder(layer, layers, enable_nested_tensor=False)
        self.role = nn.Linear(hidden, len(ROLE_LABELS))
        self.valid = nn.Linear(hidden, 1)

    def forward(self, states: Tensor, cue: Tensor, distance: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """States `[C, W, H]`, cue marks `[C, W]`, distances in `[0, 2 REACH]` `[C, W]`, mask `[C, W]` to roles
        `[C, W, 4]` and validity `[C]` (logits)."""
        x = self.dropout(states + self.mark(cue) + self.distance(distance))
        x = self.layers(x, src_key_padding_mask=mask == 0)
        weight = cue.to(x.dtype).unsqueeze(-1)
        pooled = (x * weight).sum(1) / weight.sum(1).clamp(min=1)
        return self.role(x), self.valid(pooled).squeeze(-1)


class Tagger(nn.Module):
    """Encoder and linker together."""

    def __init__(self, config: BertConfig, linker_layers: int = 2) -> None:
        super().__init__()
        self.encoder = Encoder(config)
        self.linker = Linker(config.hidden_size, linker_layers)


def around(states: Tensor, mask: Tensor, cues: list[tuple[int, list[int]]]) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
    """What the linker reads for each cue `(row, positions)`: states, cue marks, distances, mask, and the positions
    themselves (`[C, W]`, -1 where there is no piece)."""
    width = 2 * REACH + 1
    rows = torch.tensor([row for row, _ in cues])
    centre = torch.tensor([positions[len(positions) // 2] for _, positions in cues])
    where = centre.unsqueeze(1) + torch.arange(width) - REACH
    inside = (where >= 0) & (where < mask.shape[1])
    where_safe = where.clamp(0, mask.shape[1] - 1)
    inside &= mask[rows.unsqueeze(1), where_safe] > 0
    marks = torch.zeros_like(where)
    for i, (_, positions) in enumerate(cues):
        at = torch.tensor(positions) - centre[i] + REACH
        marks[i, at[(at >= 0) & (at < width)]] = 1
    distance = torch.arange(width).expand_as(where)
    return states[rows.unsqueeze(1), where_safe], marks, distance, inside.long(), torch.where(inside, where, -1)
