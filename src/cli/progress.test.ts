import pc from 'picocolors';
import { expect, it } from 'vitest';
import { Progress } from './progress.js';
import type { Terminal } from './terminal.js';

function fakeTerminal(interactive: boolean): { terminal: Terminal; told: string[] } {
  const told: string[] = [];
  const terminal = { out: () => undefined, err: (t: string) => void told.push(t), colors: pc.createColors(false), columns: 40, interactive }; // prettier-ignore
  return { terminal, told };
}

it('rewrites one line on a terminal, and removes it', () => {
  const { terminal, told } = fakeTerminal(true);
  let now = 0;
  const progress = new Progress(terminal, 'articles', () => now);
  progress.step('a.html');
  now = 200;
  progress.step('b\u001b.html');
  progress.clear();
  expect(told).toEqual(['\r\u001b[K2 articles … b\ufffd.html', '\r\u001b[K']);
});

it('tells a line every five seconds elsewhere', () => {
  const { terminal, told } = fakeTerminal(false);
  let now = 0;
  const progress = new Progress(terminal, 'articles', () => now);
  for (now = 1000; now <= 11_000; now += 1000) progress.step(`${now}`);
  expect(told).toEqual(['5 articles … 5000\n', '10 articles … 10000\n']);
});
