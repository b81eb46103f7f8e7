import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { OnrecordError } from '../terms/error.js';

/** A packaged model cannot be used: a file is absent, damaged, or made for another version. */
export class ModelUnusableError extends OnrecordError {
  constructor(
    /** Name of its folder under models/. */
    readonly model: string,
    readonly file: string,
    reason: string,
    options?: ErrorOptions,
  ) {
    super(
      `The ${model} model cannot be used: ${file} ${reason}. Install onrecord again, or restore models/${model}.`,
      options,
    );
  }
}

const nameOf = (folder: URL) => basename(folder.pathname.replace(/\/$/u, ''));

/**
 * Reads one file of a model.
 * @throws {ModelUnusableError} where it is not there.
 */
export async function readModelFile(folder: URL, file: string): Promise<Buffer> {
  try {
    return await readFile(new URL(file, folder));
  } catch (error) {
    throw new ModelUnusableError(nameOf(folder), file, 'is not there', { cause: error });
  }
}

/**
 * Reads files of a model and checks each against its hash.
 * @param hashes SHA-256 by file, as the model's config.json has them.
 * @returns in the order of the names.
 * @throws {ModelUnusableError} naming the file that is absent or differs.
 */
export function readModelFiles(
  folder: URL,
  files: readonly string[],
  hashes: Readonly<Record<string, string>>,
): Promise<Buffer[]> {
  return Promise.all(
    files.map(async (file) => {
      const bytes = await readModelFile(folder, file);
      if (createHash('sha256').update(bytes).digest('hex') !== hashes[file])
        throw new ModelUnusableError(nameOf(folder), file, 'is damaged');
      return bytes;
    }),
  );
}
