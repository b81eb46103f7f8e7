import { describe, expect, it } from 'vitest';
import { clip, plain } from './terminal.js';

describe('plain', () => {
  it('shows escape sequences instead of obeying them', () => {
    expect(plain('a\u001b[31mred\u001b]0;title\u0007')).toBe('a\ufffd[31mred\ufffd]0;title\ufffd');
  });

  it('shows marks that reorder text', () => {
    expect(plain('abc\u202edef')).toBe('abc\ufffddef');
  });

  it('folds line breaks and keeps letters of any script', () => {
    expect(plain('Тоval\r\n  «да»\t👋🏽')).toBe('Тоval «да» 👋🏽');
  });
});

describe('clip', () => {
  it('cuts between code points, never inside one', () => {
    expect(clip('👋👋👋', 2)).toBe('👋…');
  });

  it('leaves short text alone', () => {
    expect(clip('short', 5)).toBe('short');
  });
});
