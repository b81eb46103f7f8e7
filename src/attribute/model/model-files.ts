import { z } from 'zod';
import { ModelUnusableError, readModelFile, readModelFiles } from '../../models/model-files.js';
import { featureNames } from './confidence.js';

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
  const config = configOf(await readModelFile(folder, 'config.json'));
  const [encoder, linker, vocabulary] = await readModelFiles(
    folder,
    ['encoder.onnx', 'linker.onnx', 'vocab.txt'],
    config.sha256,
  );
  return { config, encoder: encoder!, linker: linker!, vocabulary: vocabulary!.toString('utf8') };
}

function configOf(bytes: Buffer): ModelConfig {
  try {
    return configSchema.parse(JSON.parse(bytes.toString('utf8')));
  } catch (error) {
    throw new ModelUnusableError('attribution', 'config.json', 'is not the configuration of this version', {
      cause: error,
    });
  }
}
