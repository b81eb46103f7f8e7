import { InferenceSession, Tensor } from 'onnxruntime-node';
import type { ModelConfig, ModelFiles } from './model-files.js';
import { WordPieces, type Unit } from './units.js';
import { windowsOver, type Window } from './windows.js';

/** A cue, and what the model thinks of the units around it. Unit indexes count through the text. */
export interface Tagged {
  readonly cue: readonly number[];
  /** Probability that the first unit begins a cue. */
  readonly cueScore: number;
  /** Probability that the cue is one. */
  readonly valid: number;
  /** For each unit near the cue that is in any role: [unit, role, probability]. */
  readonly roles: readonly (readonly [
    unit: number,
    role: 'source' | 'content' | 'cue',
    probability: number,
  ])[];
}

/** What the model finds in a text. */
export interface Tags {
  readonly cues: readonly Tagged[];
  /** Label of each unit, as an index into the model's name labels, and its probability. */
  readonly names: readonly (readonly [label: number, probability: number])[];
}

const windowsAtOnce = 4;
const cuesAtOnce = 32;
/** Sum of the probabilities of "begins" and "inside" from which a unit is taken as a cue. */
const cueThreshold = 0.3;
const roleNames = [null, 'source', 'content', 'cue'] as const;

/** The trained tagger on ONNX Runtime: one pass over each window, then one over the surroundings of each cue. */
export class Tagger {
  private constructor(
    private readonly config: ModelConfig,
    private readonly pieces: WordPieces,
    private readonly encoder: InferenceSession,
    private readonly linker: InferenceSession,
  ) {}

  static async load({ config, encoder, linker, vocabulary }: ModelFiles): Promise<Tagger> {
    const options: InferenceSession.SessionOptions = { graphOptimizationLevel: 'all', logSeverityLevel: 3 };
    const sessions = await Promise.all([
      InferenceSession.create(encoder, options),
      InferenceSession.create(linker, options),
    ]);
    return new Tagger(config, new WordPieces(vocabulary), ...sessions);
  }

  /** Tags the units of a text. Cues in text order. */
  async tag(text: string, units: readonly Unit[]): Promise<Tags> {
    const pieces = units.map(({ span }) => this.pieces.of(text.slice(...span)));
    const windows = windowsOver(pieces.map((p) => p.length), this.config.window, this.config.stride); // prettier-ignore
    const cues: Tagged[] = [];
    const names: (readonly [number, number])[] = [];
    for (let i = 0; i < windows.length; i += windowsAtOnce) {
      await this.tagWindows(windows.slice(i, i + windowsAtOnce), pieces, units, cues, names);
    }
    return { cues, names };
  }

  private async tagWindows(
    windows: readonly Window[],
    pieces: readonly (readonly number[])[],
    units: readonly Unit[],
    cues: Tagged[],
    names: (readonly [number, number])[],
  ): Promise<void> {
    const rows = windows.map((window) => this.rowOf(window, pieces, units));
    const length = Math.max(...rows.map(({ ids }) => ids.length));
    const flat = (of: (row: Row) => readonly number[], fill: number) => {
      const data = new BigInt64Array(rows.length * length).fill(BigInt(fill));
      rows.forEach((row, r) => { of(row).forEach((value, i) => (data[r * length + i] = BigInt(value))); }); // prettier-ignore
      return new Tensor('int64', data, [rows.length, length]);
    };
    const out = await this.encoder.run({
      ids: flat(({ ids }) => ids, this.pieces.pad),
      features: flat(({ features }) => features, 16),
      mask: flat(({ ids }) => ids.map(() => 1), 0),
    });
    const states = out['states']!.data as Float32Array;
    const cueScores = out['cue']!.data as Float32Array;
    const nameScores = out['names']!.data as Float32Array;
    const found = rows.flatMap((row, r) => cuesIn(windows[r]!, row, cueScores.subarray(r * length * 3, (r + 1) * length * 3)).map((cue) => ({ ...cue, r }))); // prettier-ignore
    rows.forEach((row, r) => {
      const window = windows[r]!;
      for (let u = window.low; u < window.high; u++) names.push(best(nameScores, (r * length + row.at[u - window.first]!) * this.config.nameLabels.length, this.config.nameLabels.length)); // prettier-ignore
    });
    for (let i = 0; i < found.length; i += cuesAtOnce) {
      await this.link(found.slice(i, i + cuesAtOnce), rows, windows, states, length, cues);
    }
  }

  private rowOf({ first, end }: Window, pieces: readonly (readonly number[])[], units: readonly Unit[]): Row {
    const ids = [this.pieces.cls];
    const features = [16];
    const at: number[] = [];
    for (let u = first; u < end; u++) {
      at.push(ids.length);
      for (const id of pieces[u]!) {
        ids.push(id);
        features.push(units[u]!.feature);
      }
    }
    return { ids: [...ids, this.pieces.sep], features: [...features, 16], at };
  }

  private async link(
    found: readonly (Cue & { readonly r: number })[],
    rows: readonly Row[],
    windows: readonly Window[],
    states: Float32Array,
    length: number,
    cues: Tagged[],
  ): Promise<void> {
    const { reach, hidden } = this.config;
    const width = 2 * reach + 1;
    const near = new Float32Array(found.length * width * hidden);
    const marks = new BigInt64Array(found.length * width);
    const mask = new BigInt64Array(found.length * width);
    const starts = found.map(({ r, positions }, c) => {
      const start = positions[Math.floor(positions.length / 2)]! - reach;
      for (let w = 0; w < width; w++) {
        const position = start + w;
        if (position < 0 || position >= rows[r]!.ids.length) continue;
        mask[c * width + w] = 1n;
        const from = (r * length + position) * hidden;
        near.set(states.subarray(from, from + hidden), (c * width + w) * hidden);
      }
      for (const position of positions) marks[c * width + position - start] = 1n;
      return start;
    });
    const shape = [found.length, width];
    const out = await this.linker.run({
      near: new Tensor('float32', near, [...shape, hidden]),
      marks: new Tensor('int64', marks, shape),
      mask: new Tensor('int64', mask, shape),
    });
    const roles = out['roles']!.data as Float32Array;
    const valid = out['valid']!.data as Float32Array;
    found.forEach(({ r, units, score }, c) => {
      const { first } = windows[r]!;
      const tagged = rows[r]!.at.flatMap((position, i) => {
        const w = position - starts[c]!;
        if (w < 0 || w >= width) return [];
        const [role, probability] = best(roles, (c * width + w) * 4, 4);
        const name = roleNames[role] ?? null;
        return name === null ? [] : [[first + i, name, probability] as const];
      });
      cues.push({ cue: units, cueScore: score, valid: valid[c]!, roles: tagged });
    });
  }
}

interface Row {
  readonly ids: readonly number[];
  readonly features: readonly number[];
  /** Position of each unit's first piece. */
  readonly at: readonly number[];
}

interface Cue {
  readonly units: readonly number[];
  readonly positions: readonly number[];
  readonly score: number;
}

/** Runs of cue units whose first this window decides. Three scores a position: none, begins, inside. */
function cuesIn({ first, low, high }: Window, { at }: Row, scores: Float32Array): Cue[] {
  const found: { units: number[]; positions: number[]; score: number }[] = [];
  let open = false;
  at.forEach((position, i) => {
    const begins = scores[position * 3 + 1]!;
    const inside = scores[position * 3 + 2]!;
    if (begins + inside < cueThreshold) open = false;
    else if (open && inside > begins) {
      const run = found.at(-1)!;
      run.units.push(first + i);
      run.positions.push(position);
    } else {
      found.push({ units: [first + i], positions: [position], score: begins });
      open = true;
    }
  });
  return found.filter(({ units }) => units[0]! >= low && units[0]! < high);
}

function best(
  scores: Float32Array,
  from: number,
  count: number,
): readonly [index: number, probability: number] {
  let index = 0;
  for (let i = 1; i < count; i++) if (scores[from + i]! > scores[from + index]!) index = i;
  return [index, scores[from + index]!];
}
