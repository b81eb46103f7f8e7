import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fetchPage } from './fetch.js';
import { articleFiles, inputOf, readInput } from './files.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'onrecord-files-'));
  await mkdir(join(folder, 'b'));
  await mkdir(join(folder, 'empty'));
  await writeFile(join(folder, 'b', 'two.txt'), 'Two.');
  await writeFile(join(folder, 'a.html'), '<p>One.</p>');
  await writeFile(join(folder, 'c.pdf'), '%PDF-1.4');
  await writeFile(join(folder, 'd.txt'), ' \n');
  await writeFile(join(folder, 'big.html'), '');
});
afterAll(() => rm(folder, { recursive: true }));

it('lists the pages and texts below a folder, in a stable order', async () => {
  const found = await articleFiles(folder);
  expect(found.map((path) => path.slice(folder.length + 1))).toEqual([
    'a.html',
    join('b', 'two.txt'),
    'big.html',
    'd.txt',
  ]);
});

it.each([
  ['a missing file', () => articleFiles(join(folder, 'none.html')), /none\.html: there is no such file/],
  ['a folder without articles', () => articleFiles(join(folder, 'empty')), /holds no \.html/],
  ['an empty file', () => readInput(join(folder, 'd.txt')), /it is empty/],
  ['a PDF', () => readInput(join(folder, 'c.pdf')), /it is a PDF/],
  ['a binary', () => Promise.resolve().then(() => inputOf('x', Buffer.from('a\0b'))), /binary/],
  ['a malformed address', () => fetchPage('http://[broken/'), /no web address/],
  ['another scheme', () => fetchPage('file:///etc/passwd'), /file: is not read/],
  ['a loopback address', () => fetchPage('http://127.0.0.1:1/'), /not a public address/],
  ['a private address in another form', () => fetchPage('http://[::ffff:10.0.0.1]/'), /not a public address/],
  ['a name of a loopback address', () => fetchPage('http://localhost:8080/'), /not public/],
])('says what, where and what to do: %s', async (_, act, message) => {
  await expect(act()).rejects.toThrow(message);
});
