import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { OnrecordError } from '../../terms/error.js';
import { featureNames } from './confidence.js';

/** The model cannot be used: a file is absent, damaged, or made for another version. */
export class ModelUnusableError extends OnrecordError {
  constructor(
    readonly file: string,
    reason: string,
    options?: ErrorOptions,
  ) {
    super(
      `The attribution model cannot be used: ${file} ${reason}. Install onrecord again, or restore models/attribution.`,
      options,
    );
  }
}

const configSchema = z.object({
  version: z.string(),
  window: z.int().positive(),
  stride: z.int().positive(),
  reach: z.int().positive(),
  /** Numbers a piece that the encoder hands to the linker. */
  width: z.int().positive(),
  /** How confidence is made (confidence.ts); fitted by training/attribution/calibrate.py. */
  confidence: z.object({
    bias: z.number(),
    weights: z.array(z.number()).length(featureNames.length),
    /** Share that is right of what the rules add: quotations, and answers of printed interviews. */
    rules: z.object({ quoted: z.number(), answer: z.number() }),
  }),
  nameLabels: z.array(z.string()),
  sha256: z.record(z.string(), z.string()),
});
export type ModelConfig = z.infer<typeof configSchema>;

/** A model's files, checked. */
export interface ModelFiles {
  readonly config: ModelConfig;
  readonly encoder: Uint8Array;
  readonly linker: Uint8Array;
  readonly vocabulary: string;
}

/**
 * Reads a model folder and checks each file against the hash in its config.json.
 * @throws {ModelUnusableError} naming the file that is absent or differs.
 */
export async function readModel(folder: URL): Promise<ModelFiles> {
  const load = async (name: string): Promise<Buffer> => {
    try {
      return await readFile(new URL(name, folder));
    } catch (error) {
      throw new ModelUnusableError(name, 'is not there', { cause: error });
    }
  };
  const config = configOf(await load('config.json'));
  const checked = async (name: string): Promise<Buffer> => {
    const bytes = await load(name);
    if (createHash('sha256').update(bytes).digest('hex') !== config.sha256[name])
      throw new ModelUnusableError(name, 'is damaged');
    return bytes;
  };
  const [encoder, linker, vocabulary] = await Promise.all(
    ['encoder.onnx', 'linker.onnx', 'vocab.txt'].map(checked),
  );
  return { config, encoder: encoder!, linker: linker!, vocabulary: vocabulary!.toString('utf8') };
}

function configOf(bytes: Buffer): ModelConfig {
  try {
    return configSchema.parse(JSON.parse(bytes.toString('utf8')));
  } catch (error) {
    throw new ModelUnusableError('config.json', 'is not the configuration of this version', { cause: error });
  }
}
