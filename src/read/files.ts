import { constants } from 'node:fs';
import { access, readdir, readFile, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { OnrecordError } from '../terms/error.js';

/** An input that cannot be read: what, where, what to do. */
export class InputError extends OnrecordError {
  constructor(
    readonly where: string,
    readonly reason: string,
    options?: ErrorOptions,
  ) {
    super(`${where}: ${reason}`, options);
  }
}

/** The bytes of one input, and what they are. */
export interface Input {
  readonly bytes: Uint8Array;
  readonly format: 'page' | 'text';
}

/** A file longer than this is no article. */
export const maxFileBytes = 20 * 1024 * 1024;

const formats: Readonly<Record<string, Input['format']>> = {
  '.html': 'page',
  '.htm': 'page',
  '.xhtml': 'page',
  '.txt': 'text',
};

/** Names of files that hold many articles; see `archive/`. */
export const archiveName = /\.(?:warc|jsonl|ndjson)(?:\.gz)?$/iu;

/**
 * The files with articles under a path, in a stable order: itself, or every page, text and archive in the folder below it.
 * Links to elsewhere are not followed.
 * @throws {InputError} where the path is absent, or a folder holds no page or text.
 */
export async function articleFiles(path: string): Promise<string[]> {
  const found = await stat(path).catch((error: unknown) => {
    throw new InputError(path, 'there is no such file or folder. Check the name.', { cause: error });
  });
  if (!found.isDirectory()) return [path];
  const files = await below(path, 0);
  if (files.length === 0)
    throw new InputError(
      path,
      'the folder holds no .html, .htm or .txt file, and no .warc or .jsonl archive.',
    );
  return files;
}

async function below(folder: string, depth: number): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const found = await Promise.all(
    entries
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map(async (entry) => {
        const path = join(folder, entry.name);
        if (entry.isDirectory()) return depth < 20 ? below(path, depth + 1) : [];
        const known = extname(entry.name).toLowerCase() in formats || archiveName.test(entry.name);
        return entry.isFile() && known ? [path] : [];
      }),
  );
  return found.flat();
}

/**
 * Reads one file.
 * @throws {InputError} where it is empty, too large, not readable, or no page or text (a PDF, an image).
 */
export async function readInput(path: string): Promise<Input> {
  await access(path, constants.R_OK).catch((error: unknown) => {
    throw new InputError(path, 'the file may not be read. Check its permissions.', { cause: error });
  });
  const { size } = await stat(path);
  if (size > maxFileBytes) {
    throw new InputError(
      path,
      `the file is ${Math.round(size / 1e6)} MB; the limit is ${maxFileBytes / 1024 / 1024} MB. Cut it, or read its articles one by one.`,
    );
  }
  return inputOf(path, await readFile(path), formats[extname(path).toLowerCase()]);
}

/**
 * What bytes are, by their name's ending where it tells, else by their look.
 * @throws {InputError} where they are empty, or neither page nor text.
 */
export function inputOf(where: string, bytes: Uint8Array, format?: Input['format']): Input {
  const start = Buffer.from(bytes.subarray(0, 2048)).toString('latin1');
  if (start.trim() === '') throw new InputError(where, 'it is empty.');
  if (start.startsWith('%PDF-'))
    throw new InputError(where, 'it is a PDF. Save it as text (pdftotext) and read that.');
  const utf16 = /^(?:\xff\xfe|\xfe\xff)/u.test(start);
  if (start.includes('\0') && !utf16)
    throw new InputError(where, 'it is a binary file. Give a page (.html) or a text (.txt).');
  return {
    bytes,
    format: format ?? (/<(?:!doctype|html|head|body|p|div|article)\b/iu.test(start) ? 'page' : 'text'),
  };
}
