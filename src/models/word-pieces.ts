/** Pieces beyond these tell nothing more of a unit. */
const mostPieces = 12;
/** A longer unit is no word. */
const longestUnit = 100;

/**
 * Greedy longest-match-first word pieces (BERT, lower-casing, accents stripped). A tokenizer of a library works on whole
 * texts and gives no UTF-16 offsets; here each unit is split on its own, so that offsets never leave ours.
 */
export class WordPieces {
  private readonly ids: ReadonlyMap<string, number>;
  private readonly cache = new Map<string, readonly number[]>();
  readonly cls: number;
  readonly sep: number;
  readonly pad: number;
  private readonly unknown: number;

  /** @param vocabulary one piece a line, its id being the line's number. */
  constructor(vocabulary: string) {
    this.ids = new Map(vocabulary.trimEnd().split('\n').map((piece, i) => [piece, i])); // prettier-ignore
    [this.cls, this.sep, this.pad, this.unknown] = ['[CLS]', '[SEP]', '[PAD]', '[UNK]'].map((piece) => this.ids.get(piece) ?? 0) as [number, number, number, number]; // prettier-ignore
  }

  /** Ids of a unit's pieces; at least one, at most twelve. */
  of(word: string): readonly number[] {
    let pieces = this.cache.get(word);
    if (pieces === undefined) {
      pieces = word.length > longestUnit ? [this.unknown] : this.split(word);
      if (this.cache.size > 100_000) this.cache.clear();
      this.cache.set(word, pieces);
    }
    return pieces;
  }

  private split(word: string): readonly number[] {
    const form = word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
    const found: number[] = [];
    for (let start = 0; start < form.length;) {
      let end = form.length;
      let id: number | undefined;
      for (; end > start; end--) {
        id = this.ids.get((start === 0 ? '' : '##') + form.slice(start, end));
        if (id !== undefined) break;
      }
      if (id === undefined) return [this.unknown];
      found.push(id);
      start = end;
    }
    return found.length === 0 ? [this.unknown] : found.slice(0, mostPieces);
  }
}
