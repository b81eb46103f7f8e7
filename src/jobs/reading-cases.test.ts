import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readingCases } from '../../bench/predict/reading.js';

const cases = readingCases(fileURLToPath(new URL('../../cases/reading/', import.meta.url)));

it('has feeds of all four formats among its cases', () => {
  const names = cases.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['feed-rss', 'feed-rdf', 'feed-atom', 'feed-json']));
});

describe.each(cases)('case $name', ({ expected, read }) => {
  it('gives the articles as they are: text, title, authors, date, address', () => {
    expect(read()).toEqual(expected);
  });
});
