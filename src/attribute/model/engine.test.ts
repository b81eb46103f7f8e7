import { mkdtempSync } from 'node:fs';
import { cp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { overlaps, trim } from '../../terms/span.js';
import { modelEngine } from './engine.js';
import { ModelUnusableError } from '../../models/model-files.js';
import { WordPieces } from '../../models/word-pieces.js';
import { readModel } from './model-files.js';
import { unitsOf } from './units.js';
import { windowsOver } from './windows.js';

const engine = modelEngine();

describe('the trained engine', () => {
  it('finds indirect speech, beliefs and intentions, with their sources', async () => {
    const text =
      'The mayor believes the bridge will hold. Ada Berg, who built it, plans to retire in May.\n\nThe council has rejected the plan, according to two officials.';
    const { attributions, names } = await engine.analyse(text, 'en');
    const sources = attributions.map(({ source }) => source.map((span) => text.slice(...span)).join(' '));
    expect(sources).toEqual(expect.arrayContaining(['The mayor', 'two officials']));
    expect(names.map(({ span, type }) => [text.slice(...span), type])).toContainEqual(['Ada Berg', 'person']);
  });

  it('keeps a quotation that it would miss', async () => {
    const text = 'Rain fell on the Lowlands. «Пусть мост стоит ещё сто лет, и пусть никто не спорит.»';
    const { attributions } = await engine.analyse(text, 'en');
    expect(attributions.some(({ content }) => text.slice(...content[0]!).startsWith('«'))).toBe(true);
  });

  const random = (seed: number) => () => (seed = (seed * 48271) % 2147483647) / 2147483647;
  const parts = ['Berg said ', '“', '”', '"', "'", '«', 'that it held ', '. ', '\n\n', ', ', 'according to ', 'Ada Berg ', '\ud800', '👋🏽', '\u202e', '\u200b', 'x'.repeat(300), ':', '…', '[', 'told her ', 'е́ж ', 'שלום ']; // prettier-ignore

  const expectSound = async (text: string) => {
    const { attributions, names } = await engine.analyse(text, 'en');
    const shown = JSON.stringify(text.slice(0, 2000));
    for (const { source, cue, content, confidence } of attributions) {
      for (const span of [...source, ...cue, ...content]) expect(trim(text, span), shown).toEqual(span);
      expect(
        [...source, ...cue].some((a) => content.some((b) => overlaps(a, b))),
        shown,
      ).toBe(false);
      expect(confidence).toBeGreaterThanOrEqual(0);
      expect(confidence).toBeLessThanOrEqual(1);
    }
    for (const { span } of names) expect(trim(text, span), shown).toEqual(span);
  };

  // FUZZ=10000 tries as many texts, and each monster at a million characters.
  const tries = Number(process.env['FUZZ'] ?? 60);

  it('gives trimmed, disjoint spans inside any text', { timeout: 600_000 }, async () => {
    const next = random(11);
    for (let i = 0; i < tries; i++) {
      const text = Array.from(
        { length: 1 + Math.floor(next() * 40) },
        () => parts[Math.floor(next() * parts.length)],
      ).join('');
      await expectSound(text);
    }
  });

  it.each([
    ['quotation marks', '"'],
    ['opening marks', '“'],
    ['letters without a space', 'x'],
    ['halves of surrogate pairs', '\ud800'],
    ['right-to-left words', 'שלום '],
    ['zero-width spaces', '\u200b'],
    ['emoji', '👋🏽'],
    ['cues', 'said '],
    ['paragraphs', 'a\n\n'],
  ])('survives nothing but %s', { timeout: 600_000 }, async (_, part) => {
    await expectSound(part.repeat((tries > 1000 ? 1_000_000 : 6_000) / part.length));
  });

  it('survives a text with its characters thrown about', { timeout: 600_000 }, async () => {
    const text =
      'The mayor said: “The bridge will hold,” and that it was safe.\n\nAda Berg (the builder) agreed… «Да», she said.';
    const next = random(5);
    for (let i = 0; i < tries; i++) {
      const characters = text.split('');
      for (let n = 0; n < 12; n++) {
        const [from, to] = [next(), next()].map((r) => Math.floor(r * characters.length)) as [number, number];
        characters.splice(to, 0, ...characters.splice(from, 1 + (n % 3)));
      }
      await expectSound(characters.join(''));
    }
  });
});

describe('the model folder', () => {
  it('names the file that is damaged or absent', async () => {
    const copy = mkdtempSync(join(tmpdir(), 'onrecord-model-'));
    const folder = pathToFileURL(`${copy}/`);
    await cp(fileURLToPath(new URL('../../../models/attribution/', import.meta.url)), copy, {
      recursive: true,
    });
    await expect(readModel(folder)).resolves.toBeDefined();
    await writeFile(join(copy, 'linker.onnx'), 'not a model');
    await expect(readModel(folder)).rejects.toThrow(/linker\.onnx is damaged/);
    await rm(join(copy, 'vocab.txt'));
    await expect(readModel(folder)).rejects.toThrow(ModelUnusableError);
    await rm(copy, { recursive: true });
  });
});

it('splits words into pieces without losing any, and gives up on what is no word', () => {
  const pieces = new WordPieces('[PAD]\n[UNK]\n[CLS]\n[SEP]\nbrid\n##ge\ncafe');
  expect(pieces.of('Bridge')).toEqual([4, 5]);
  expect(pieces.of('Café')).toEqual([6]);
  expect(pieces.of('xyz')).toEqual([1]);
  expect(pieces.of('b'.repeat(1_000_000))).toEqual([1]);
});

it('marks case, quotation and the first unit of a paragraph', () => {
  const units = unitsOf('“NATO said”\n\nit 3', 100);
  expect(units.map(({ feature }) => feature)).toEqual([19, 10, 2, 18, 1, 12]);
  expect(unitsOf('a b c', 2)).toHaveLength(2);
});

it('covers all units once with the parts that windows decide', () => {
  const lengths = Array.from({ length: 1000 }, (_, i) => 1 + (i % 3));
  const windows = windowsOver(lengths, 320, 200);
  expect(windows[0]!.low).toBe(0);
  expect(windows.at(-1)!.high).toBe(1000);
  windows.slice(1).forEach((window, i) => { expect(window.low).toBe(windows[i]!.high); }); // prettier-ignore
  expect(windows.every(({ first, end, low, high }) => first <= low && high <= end)).toBe(true);
});
