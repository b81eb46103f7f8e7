import { expect, it } from 'vitest';
import type { Ledger } from './ledger.js';
import { remembering } from './remember.js';

function counting() {
  let asked = 0;
  const ledger = {
    speakers: () => Promise.resolve([{ name: 'Toval', statements: ++asked }]),
    facets: ({ words }: { words?: string }) => Promise.resolve(`${words} ${++asked}`),
    store: () => Promise.resolve('stored'),
    statement: () => Promise.resolve(++asked),
  } as unknown as Ledger;
  return ledger;
}
const askedOf = async (ledger: Ledger) => (await ledger.speakers())[0]!.statements;

it('gives the same answer until something is written, and asks anew for another question', async () => {
  const ledger = remembering(counting(), { forAtMost: undefined });
  expect(await Promise.all([askedOf(ledger), askedOf(ledger)])).toEqual([1, 1]);
  expect(await ledger.facets({ words: 'bridge' })).toBe('bridge 2');
  expect(await ledger.facets({ words: 'road' })).toBe('road 3');
  expect(await ledger.facets({ words: 'bridge' })).toBe('bridge 2');
  await ledger.store({} as never, {} as never);
  expect(await askedOf(ledger)).toBe(4);
  expect([await ledger.statement('a'), await ledger.statement('a')]).toEqual([5, 6]);
});

it('does not keep what was asked for while something was being written', async () => {
  let end = (): void => undefined;
  const slow = counting();
  const ledger = remembering({ ...slow, store: () => new Promise((resolve) => { end = () => { resolve(undefined as never); }; }) }, { forAtMost: undefined }); // prettier-ignore
  const storing = ledger.store({} as never, {} as never);
  expect(await askedOf(ledger)).toBe(1);
  end();
  await storing;
  expect(await askedOf(ledger)).toBe(2);
});

it('asks anew after a while where others write too, and after a failure', async () => {
  let time = 0;
  const ledger = remembering(counting(), { forAtMost: 1000, now: () => time });
  expect(await askedOf(ledger)).toBe(1);
  time = 999;
  expect(await askedOf(ledger)).toBe(1);
  time = 1000;
  expect(await askedOf(ledger)).toBe(2);
  let fails = true;
  const failing = { ...counting(), outlets: () => (fails ? Promise.reject(new Error('down')) : Promise.resolve([])) }; // prettier-ignore
  const careful = remembering(failing, { forAtMost: undefined });
  await expect(careful.outlets()).rejects.toThrow('down');
  fails = false;
  expect(await careful.outlets()).toEqual([]);
});
