import { Tensor, type InferenceSession } from 'onnxruntime-node';
import { openSession } from '../../models/session.js';
import { WordPieces } from '../../models/word-pieces.js';
import type { ModelConfig, ModelFiles } from './model-files.js';
import type { Tagged, Tags } from './tags.js';
import type { Unit } from './units.js';
import { windowsOver, type Window } from './windows.js';

/** More at once than these do not stay in the processor's cache. */
const cuesAtOnce = 8;
/** Sum of the probabilities of "begins" and "inside" from which a unit is taken as a cue. */
const cueThreshold = 0.4;
const roleNames = [null, 'source', 'content', 'cue'] as const;

/** The trained tagger on ONNX Runtime: one pass over each window, then one over the surroundings of each cue. */
export class Tagger {
  private constructor(
    private readonly config: ModelConfig,
    private readonly pieces: WordPieces,
    private readonly encoder: InferenceSession,
    private readonly linker: InferenceSession,
  ) {}

  /** @param threads that one pass runs on; all cores by default. */
  static async load({ config, encoder, linker, vocabulary }: ModelFiles, threads?: number): Promise<Tagger> {
    const sessions = await Promise.all([openSession(encoder, threads), openSession(linker, threads)]);
    return new Tagger(config, new WordPieces(vocabulary), ...sessions);
  }

  /** Tags the units of a text. Cues in text order. */
  async tag(text: string, units: readonly Unit[]): Promise<Tags> {
    const pieces = units.map(({ span }) => this.pieces.of(text.slice(...span)));
    const windows = windowsOver(pieces.map((p) => p.length), this.config.window, this.config.stride); // prettier-ignore
    const tagged: Tags[] = [];
    // One at a time: a run holds the process until it ends, and several padded to one length would cost more.
    for (const window of windows) tagged.push(await this.tagWindow(window, pieces, units));
    return { cues: tagged.flatMap(({ cues }) => cues), names: tagged.flatMap(({ names }) => names) };
  }

  private async tagWindow(
    window: Window,
    pieces: readonly (readonly number[])[],
    units: readonly Unit[],
  ): Promise<Tags> {
    const row = this.rowOf(window, pieces, units);
    const line = (values: readonly number[]) => new Tensor('int64', BigInt64Array.from(values, BigInt), [1, values.length]); // prettier-ignore
    const out = await this.encoder.run({ ids: line(row.ids), features: line(row.features) });
    const numbers = (name: string) => out[name]!.data as Float32Array;
    const labels = this.config.nameLabels.length;
    const names = Array.from({ length: window.high - window.low }, (_, i) =>
      best(numbers('names'), row.at[window.low + i - window.first]! * labels, labels),
    );
    const found = cuesIn(window, row, numbers('cue'));
    const cues: Tagged[] = [];
    for (let i = 0; i < found.length; i += cuesAtOnce) {
      cues.push(...(await this.link(found.slice(i, i + cuesAtOnce), window, row, numbers('paired'), numbers('asked')))); // prettier-ignore
    }
    return { cues, names };
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

  /** @param paired what the linker needs of each piece as a word around a cue; @param asked the same as a part of a cue. */
  private async link(
    found: readonly Cue[],
    { first }: Window,
    row: Row,
    paired: Float32Array,
    asked: Float32Array,
  ): Promise<Tagged[]> {
    const { reach, width: numbers } = this.config;
    const width = 2 * reach + 1;
    const near = new Float32Array(found.length * width * numbers);
    const cue = new Float32Array(found.length * numbers);
    const marks = new BigInt64Array(found.length * width);
    const mask = new BigInt64Array(found.length * width);
    const starts = found.map(({ positions }, c) => {
      const start = positions[Math.floor(positions.length / 2)]! - reach;
      const from = Math.max(0, start);
      const end = Math.min(row.ids.length, start + width);
      near.set(paired.subarray(from * numbers, end * numbers), (c * width + from - start) * numbers);
      mask.fill(1n, c * width + from - start, c * width + end - start);
      for (const position of positions) {
        if (position < start + width) marks[c * width + position - start] = 1n;
        for (let n = 0; n < numbers; n++) cue[c * numbers + n]! += asked[position * numbers + n]! / positions.length; // prettier-ignore
      }
      return start;
    });
    const shape = [found.length, width];
    const out = await this.linker.run({
      near: new Tensor('float32', near, [...shape, numbers]),
      asked: new Tensor('float32', cue, [found.length, numbers]),
      marks: new Tensor('int64', marks, shape),
      mask: new Tensor('int64', mask, shape),
    });
    const roles = out['roles']!.data as Float32Array;
    const valid = out['valid']!.data as Float32Array;
    return found.map(({ units, score }, c) => {
      const tagged = row.at.flatMap((position, i) => {
        const w = position - starts[c]!;
        if (w < 0 || w >= width) return [];
        const [role, probability] = best(roles, (c * width + w) * 4, 4);
        const name = roleNames[role] ?? null;
        return name === null ? [] : [[first + i, name, probability] as const];
      });
      return { cue: units, cueScore: score, valid: valid[c]!, roles: tagged };
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
