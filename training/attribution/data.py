"""Articles as windows of word pieces with labels, read from the PolNeAR JSON Lines and its silver annotations.

Offsets in the data are UTF-16 code units. Python strings count code points, so every text is first put into a form in
which each code point outside the Basic Multilingual Plane is two placeholder characters: then both count alike.
"""

from __future__ import annotations

import gzip
import json
import unicodedata
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import regex

UNIT = regex.compile(r"[\p{L}\p{N}\p{M}_]+|\S")
"""A unit is a run of letters and digits, or one other character. The runtime splits in the same way."""

MAX_PIECES_A_UNIT = 12
NER_TYPES = ("person", "organization", "place", "nationality", "other")
NER_LABELS = ("O",) + tuple(f"{edge}-{t}" for t in NER_TYPES for edge in "BI")
CORENLP_TYPES = {
    "PERSON": "person", "ORGANIZATION": "organization", "LOCATION": "place", "CITY": "place", "COUNTRY": "place",
    "STATE_OR_PROVINCE": "place", "GPE": "place", "NATIONALITY": "nationality", "NORP": "nationality",
    "IDEOLOGY": "other", "RELIGION": "other", "MISC": "other", "TITLE": None,
}  # fmt: skip
POS_LABELS = (
    "CC", "CD", "DT", "EX", "FW", "IN", "JJ", "JJR", "JJS", "MD", "NN", "NNS", "NNP", "NNPS", "PDT", "POS", "PRP", "PRP$",
    "RB", "RBR", "RBS", "RP", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP", "WP$", "WRB", "other",
)  # fmt: skip
"""Parts of speech of the Penn Treebank; `other` is punctuation and the rest."""
IGNORE = -100


@dataclass
class Attribution:
    """Unit indexes of each role."""

    source: list[int]
    cue: list[int]
    content: list[int]


@dataclass
class Article:
    """One article as units with their pieces and labels; lists run over units unless said otherwise."""

    id: str
    text: str
    spans: list[tuple[int, int]]
    pieces: list[list[int]]
    features: list[int]
    attributions: list[Attribution] = field(default_factory=list)
    ner: list[int] = field(default_factory=list)
    pos: list[int] = field(default_factory=list)


def two_for_astral(text: str) -> str:
    """The text with two placeholders for each code point beyond U+FFFF, so that indexes are UTF-16 code units."""
    return "".join(c if ord(c) <= 0xFFFF else "\ufffd\ufffd" for c in text)


class WordPiece:
    """Greedy longest-match-first word pieces of a lower-casing, accent-stripping BERT vocabulary."""

    def __init__(self, vocabulary: Path) -> None:
        self.ids = {piece: i for i, piece in enumerate(vocabulary.read_text("utf8").rstrip("\n").split("\n"))}
        self.unknown, self.cls, self.sep, self.pad = (self.ids[t] for t in ("[UNK]", "[CLS]", "[SEP]", "[PAD]"))
        self.cache: dict[str, list[int]] = {}

    def __call__(self, unit: str) -> list[int]:
        if unit not in self.cache:
            self.cache[unit] = self._split(unit)
        return self.cache[unit]

    def _split(self, unit: str) -> list[int]:
        form = regex.sub(r"\p{M}", "", unicodedata.normalize("NFD", unit.lower()))
        found: list[int] = []
        start = 0
        while start < len(form):
            end = len(form)
            while end > start and ("##" if start else "") + form[start:end] not in self.ids:
                end -= 1
            if end == start:
                return [self.unknown]
            found.append(self.ids[("##" if start else "") + form[start:end]])
            start = end
        return found[:MAX_PIECES_A_UNIT] or [self.unknown]


def case_of(unit: str) -> int:
    """0 lower case, 1 capitalised, 2 all capitals, 3 digits, 4 neither letters nor digits."""
    if regex.match(r"\p{N}", unit):
        return 3
    if not regex.match(r"[\p{L}\p{M}_]", unit):
        return 4
    if not regex.match(r"\p{Lu}", unit):
        return 0
    return 2 if len(unit) > 1 and unit == unit.upper() else 1


def features_of(text: str, spans: list[tuple[int, int]]) -> list[int]:
    """Case (5) x inside quotation marks (2) x first of its paragraph (2), as one number in [0, 20)."""
    result, inside, last = [], 0, 0
    for start, end in spans:
        first = int(last == 0 or "\n\n" in text[last:start])
        unit = text[start:end]
        if first:
            inside = 0
        if unit in "“«„":
            inside = 1
        state = inside
        if unit in "”»":
            inside = 0
        elif unit == '"':
            inside = 1 - inside
            state = 1
        result.append(case_of(unit) * 4 + state * 2 + first)
        last = end
    return result


def units_in(spans: list[tuple[int, int]], wanted: list[list[int]]) -> list[int]:
    """Indexes of the units that the spans touch."""
    return [i for i, (s, e) in enumerate(spans) if any(s < b and a < e for a, b in wanted)]


def prepare(raw: dict, silver: dict | None, tokenizer: WordPiece) -> Article:
    """Units, pieces, features and labels of one article."""
    text = two_for_astral(raw["text"])
    spans = [m.span() for m in UNIT.finditer(text)]
    article = Article(raw["id"], text, spans, [tokenizer(text[s:e]) for s, e in spans], features_of(text, spans))
    for a in raw.get("attributions", []):
        roles = {r: units_in(spans, a[r]) for r in ("source", "cue", "content")}
        if roles["content"]:
            article.attributions.append(Attribution(**roles))
    article.ner = ner_labels(spans, silver) if silver else [IGNORE] * len(spans)
    article.pos = pos_labels(spans, silver) if silver else [IGNORE] * len(spans)
    return article


def ner_labels(spans: list[tuple[int, int]], silver: dict) -> list[int]:
    """BIO labels of the units, from the silver entity types of words; neighbours of one type are one name."""
    typed: dict[int, str] = {}
    for sentence in silver["sentences"]:
        for start, end, _, kind in sentence:
            name = CORENLP_TYPES.get(kind)
            if name:
                typed.update((i, name) for i in range(start, end))
    labels, before = [], None
    for start, _ in spans:
        name = typed.get(start)
        labels.append(0 if name is None else NER_LABELS.index(f"{'I' if name == before else 'B'}-{name}"))
        before = name
    return labels


def pos_labels(spans: list[tuple[int, int]], silver: dict) -> list[int]:
    """Silver part of speech of the units at which a silver word begins."""
    tags = {start: tag for sentence in silver["sentences"] for start, _, tag, _ in sentence}
    other = POS_LABELS.index("other")
    known = {tag: n for n, tag in enumerate(POS_LABELS)}
    return [known.get(tags[start], other) if start in tags else IGNORE for start, _ in spans]


def held_out(article: Article) -> bool:
    """One training article in twenty is not trained on: confidence is calibrated there."""
    return zlib.crc32(article.id.encode()) % 20 == 0


def read(folder: Path, split: str, tokenizer: WordPiece, limit: int | None = None) -> list[Article]:
    """The articles of a split (`train` or `dev`) with their silver entity types."""
    silver_path = folder / f"{split}.annotations.jsonl.gz"
    silver = {d["id"]: d for d in map(json.loads, gzip.open(silver_path, "rt"))} if silver_path.exists() else {}
    lines = (folder / f"{split}.jsonl").read_text("utf8").split("\n")
    return [prepare(d, silver.get(d["id"]), tokenizer) for d in map(json.loads, filter(None, lines[:limit]))]


@dataclass
class Window:
    """Part of an article that goes through the encoder at once."""

    article: int
    first: int
    """Index of the first unit."""
    count: int
    """Number of units."""


def windows(articles: list[Article], size: int, stride: int, offset: int = 0) -> Iterator[Window]:
    """Windows of at most `size` pieces that start every `stride` pieces; `offset` moves the cuts."""
    for n, article in enumerate(articles):
        lengths = [len(p) for p in article.pieces]
        start, shift = 0, offset
        while start < len(lengths):
            end, used = start, 0
            while end < len(lengths) and used + lengths[end] <= size - 2 - shift:
                used += lengths[end]
                end += 1
            yield Window(n, start, max(1, end - start))
            if end >= len(lengths):
                break
            step = 0
            while start < end and step < stride - shift:
                step += lengths[start]
                start += 1
            shift = 0
