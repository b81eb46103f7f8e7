import type { Name } from '../terms/attribution.js';
import type { Span } from '../terms/span.js';
import { roleNouns, titleWords } from './role-words.js';

/** Someone or something that the article names, and every place where it does. */
export interface Known {
  /** Fullest name, without titles. */
  name: string;
  readonly type: 'person' | 'organization' | 'place';
  /** Fullest description, word for word; null if none. */
  role: string | null;
  readonly mentions: Span[];
}

/** Everyone and everything the article names, in order of first mention. */
export function inventory(text: string, names: readonly Name[]): Known[] {
  const known: Known[] = [];
  for (const name of names) {
    const bare = withoutTitle(text, name.span);
    if (bare === null) continue;
    const words = text.slice(...bare);
    const type = typeOf(text, name, bare);
    if (type === null) continue;
    const same = find(known, words, type) ?? find(known, words);
    const role = type === 'person' ? roleAt(text, bare) : null;
    if (same === null) {
      known.push({ name: words, type, role, mentions: [bare] });
      continue;
    }
    if (words.length > same.name.length) same.name = words;
    if (role !== null && (same.role === null || role.length > same.role.length)) same.role = role;
    same.mentions.push(bare);
  }
  return known;
}

/** The one entity that bears a name; null where none does, or two share the last name and nothing else tells. */
export function find(known: readonly Known[], words: string, type?: Known['type']): Known | null {
  const exact = known.filter((k) => k.name === words && (type === undefined || k.type === type));
  if (exact.length === 1) return exact[0]!;
  const fits = known.filter(
    (k) => k.type === 'person' && (type ?? 'person') === 'person' && namesOne(k.name, words),
  );
  return fits.length === 1 ? fits[0]! : null;
}

/** "Toval" and "M. Toval" name "Marek Toval"; "Lena Toval" does not. */
function namesOne(full: string, words: string): boolean {
  const a = full.split(' ');
  const b = words.split(' ');
  if (a.at(-1) !== b.at(-1)) return false;
  if (b.length === 1 || a.length === 1 || a[0] === b[0]) return true;
  return b[0]!.replace('.', '').length === 1 && a[0]!.startsWith(b[0]!.charAt(0));
}

/** The name without the titles before it; null where nothing but titles is there. */
function withoutTitle(text: string, [start, end]: Span): Span | null {
  let words = text.slice(start, end);
  let at = start;
  for (let gap = words.indexOf(' '); gap > 0; gap = words.indexOf(' ')) {
    const first = words.slice(0, gap).replace('.', '').toLowerCase();
    const qualifies = /(?:ian|ish|ese)$/u.test(first) && titleWords.has(words.split(' ')[1]!.toLowerCase());
    if (!titleWords.has(first) && !qualifies) break;
    at += gap + 1;
    words = words.slice(gap + 1);
  }
  return titleWords.has(words.toLowerCase()) ? null : [at, end];
}

function typeOf(text: string, name: Name, bare: Span): Known['type'] | null {
  if (bare[0] !== name.span[0]) return 'person';
  if (name.type === 'nationality' || name.type === 'other') return null;
  const before = text
    .slice(Math.max(0, bare[0] - 30), bare[0])
    .trimEnd()
    .toLowerCase();
  const afterRole = roleNouns.has(/[\p{L}-]+$/u.exec(before)?.[0] ?? '');
  return afterRole && text.slice(...bare).includes(' ') ? 'person' : name.type;
}

const apposition = /^, ((?:(?:the|a|an|its|his|her|their) )?[^,.;:\n“”"]{3,140})/u;
const appositionEnd = /\b(?:said|says|told|wrote|has|had|was|is|will|and (?:said|added))\b/u;

/** The description next to a name: "Foreign Minister X", or "X, the speaker of parliament,". */
function roleAt(text: string, [start, end]: Span): string | null {
  const after = apposition.exec(text.slice(end, end + 160));
  const apposed = after === null ? null : cutRole(after[1]!);
  const before = titleBefore(text, start);
  if (apposed === null) return before;
  return before !== null && before.length > apposed.length ? before : apposed;
}

function cutRole(words: string): string | null {
  const stop = appositionEnd.exec(words);
  const role = (stop === null ? words : words.slice(0, stop.index)).trim().replace(/^(?:the|a|an|who) /u, '');
  return hasRoleNoun(role) ? role : null;
}

function hasRoleNoun(words: string): boolean {
  return words
    .toLowerCase()
    .split(/[^\p{L}-]+/u)
    .some((word) => roleNouns.has(word));
}

const rolePart = /^(?:\p{Lu}[\p{L}’'-]*|of|the|for|de|facto|former|acting|deputy)$/u;

/** Title words and what qualifies them, right before a name: "Vostanian President", "Opposition leader". */
function titleBefore(text: string, start: number): string | null {
  const words = text.slice(Math.max(0, start - 90), start).split(/(?<=[.!?”"\n,])\s+|\s*[—–]\s*/u).at(-1)!.trim().split(/\s+/u); // prettier-ignore
  let from = words.length;
  while (
    from > 0 &&
    (rolePart.test(words[from - 1]!) ||
      titleWords.has(words[from - 1]!.toLowerCase()) ||
      roleNouns.has(words[from - 1]!.toLowerCase()))
  )
    from--;
  const role = words.slice(from).join(' ').replace(/^(?:(?:The|the|of|for|On|In|At|But|And|Asked) )+/u, ''); // prettier-ignore
  return role !== '' && hasRoleNoun(role) ? role : null;
}
