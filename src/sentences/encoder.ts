import { Tensor, type InferenceSession } from 'onnxruntime-node';
import { z } from 'zod';
import { ModelUnusableError, readModelFile, readModelFiles } from '../models/model-files.js';
import { openSession } from '../models/session.js';
import { WordPieces } from '../models/word-pieces.js';

const folder = new URL('../../models/sentences/', import.meta.url);
/** The word pieces are the same as the attribution model's; they are kept once. */
const attribution = new URL('../../models/attribution/', import.meta.url);

/** Numbers of a vector. */
export const vectorWidth = 384;

/** Makes vectors of statements and questions whose inner product says how near they are in meaning. */
export interface SentenceEncoder {
  /** Name and version, stored with each vector: vectors of different encoders are not compared. */
  readonly version: string;
  /**
   * One vector a text, of length 1, in their order; the same on every machine of one kind.
   * @throws {ModelUnusableError} if its files are absent or damaged; never because of a text.
   */
  encode(texts: readonly string[]): Promise<Float32Array[]>;
}

const configSchema = z.object({
  version: z.string(),
  pieces: z.int().positive(),
  width: z.literal(vectorWidth),
  sha256: z.record(z.string(), z.string()),
});

/** Version of the packaged encoder; its config.json is checked against it when it is loaded. */
const version = 'bge-small-en-v1.5/int8';

/** The packaged encoder. It is loaded at the first text. */
export function sentenceEncoder(): SentenceEncoder {
  let loading: Promise<Loaded> | undefined;
  return {
    version,
    encode: async (texts) => {
      if (texts.length === 0) return [];
      const loaded = await (loading ??= load());
      const vectors: Float32Array[] = [];
      // One at a time: most are short, and padding to the longest of a batch costs more than it saves on two cores.
      for (const text of texts) vectors.push(await vectorOf(text, loaded));
      return vectors;
    },
  };
}

interface Loaded {
  readonly session: InferenceSession;
  readonly pieces: WordPieces;
  readonly most: number;
}

async function load(): Promise<Loaded> {
  const config = configOf(await readModelFile(folder, 'config.json'));
  const [[encoder], vocabulary] = await Promise.all([
    readModelFiles(folder, ['encoder.onnx'], config.sha256),
    readModelFile(attribution, 'vocab.txt'),
  ]);
  return {
    session: await openSession(encoder!),
    pieces: new WordPieces(vocabulary.toString('utf8')),
    most: config.pieces,
  };
}

function configOf(bytes: Buffer): z.infer<typeof configSchema> {
  try {
    const config = configSchema.parse(JSON.parse(bytes.toString('utf8')));
    if (config.version !== version) throw new Error(`made for ${config.version}`);
    return config;
  } catch (error) {
    throw new ModelUnusableError('sentences', 'config.json', 'is not the configuration of this version', {
      cause: error,
    });
  }
}

/** As BERT splits: runs of letters and digits, and every other character by itself. */
const word = /[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]/gu;

async function vectorOf(text: string, { session, pieces, most }: Loaded): Promise<Float32Array> {
  const ids = [pieces.cls];
  for (const [found] of text.matchAll(word)) {
    if (ids.length >= most - 1) break;
    ids.push(...pieces.of(found));
  }
  const row = [...ids.slice(0, most - 1), pieces.sep];
  const line = (values: readonly number[]) =>
    new Tensor('int64', BigInt64Array.from(values, BigInt), [1, row.length]);
  const out = await session.run({ ids: line(row), mask: line(row.map(() => 1)) });
  return Float32Array.from(out['vectors']!.data as Float32Array);
}
