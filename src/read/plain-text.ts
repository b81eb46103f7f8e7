import type { TrailEntry } from '../terms/trail.js';
import { left } from './reading.js';

const menuWords = /^(?:home|news|video|photos?|menu|search|trending(?: stories)?|most read|read (?:also|more|next).*|related(?: (?:stories|articles))?|share.*|tweet.*|subscribe.*|sign (?:in|up).*|log ?in|advertisement|also available in.*|hot today|comments?(?: \(\d+\))?|latest(?: news)?|popular|print|e-?mail|facebook|twitter|telegram|whatsapp|copy link|skip to .*|cookie.*|accept all.*|\d[\d ,.]*(?:views|shares|comments|likes)|photo:.*|image:.*|©.*)$/iu; // prettier-ignore
const listed = /^(?:[-•*–]\s*)?(?:\d{1,2}[.)]?\s+|[-•*]\s+)\S/u;
const sentenceEnd = /[.!?…:;]["'”’»)\]]*$|["”»]$/u;

/**
 * The paragraphs of a scraped or pasted text, without the lines that belong to the page around it: menu words, share
 * counts, numbered or bulleted headline lists. A line that ends as a sentence does is prose and is never dropped, unless
 * it stands in a list of headlines.
 */
export function paragraphsOfText(text: string): { paragraphs: string[]; trail: TrailEntry[] } {
  const lines = text
    .replace(/\r\n?/gu, '\n')
    .replace(/\0/gu, '\ufffd')
    .split('\n')
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .filter((line) => line !== '');
  const reasons = lines.map((line, i) => reasonToDrop(lines, i, line));
  const trail = lines
    .flatMap((line, i) => (reasons[i] === null ? [] : [left('line', reasons[i]!, line)]))
    .slice(0, 500);
  return { paragraphs: lines.filter((_, i) => reasons[i] === null), trail };
}

function reasonToDrop(lines: readonly string[], i: number, line: string): string | null {
  // "Share prices fell on Monday." is prose: words of a menu do not end as a sentence does.
  if (line.length <= 80 && menuWords.test(line) && !/[.!?]["'”’»)]*$/u.test(line))
    return 'menu or share words';
  if (listed.test(line) && inList(lines, i)) return 'a list of headlines';
  return null;
}

/** Three or more list lines in a row of which most are no sentences. */
function inList(lines: readonly string[], i: number): boolean {
  let from = i;
  let to = i;
  while (from > 0 && listed.test(lines[from - 1]!)) from--;
  while (to + 1 < lines.length && listed.test(lines[to + 1]!)) to++;
  const run = lines.slice(from, to + 1);
  return (
    run.length >= 3 &&
    run.filter((item) => item.length < 160 && !sentenceEnd.test(item)).length * 2 > run.length
  );
}
