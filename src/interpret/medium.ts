import type { Attribution } from '../terms/attribution.js';
import type { Resolution } from '../terms/resolution.js';
import { sliceAll } from '../terms/span.js';
import { framesOf, type Frame, type Frames } from './frames.js';
import { isOutlet, isPlatform, nameAfter, typesByPlace, type NameTypes, type PhraseName } from './outlets.js';
import { gatherings, platformPlaces, writing } from './words/media.js';

/** Where words were first said. `interview`: may hold for all of the speaker's words; `told`: for those that follow. */
interface Told {
  readonly medium: string;
  readonly how: 'interview' | 'told' | 'written';
}

interface Clause {
  readonly text: string;
  readonly frame: Frame;
  readonly cue: string;
  /** Offset behind the cue. */
  readonly after: number;
  readonly types: NameTypes;
}

/**
 * Where each statement was first said, as the article tells: an outlet, a platform, a gathering; null where it does not.
 * A statement's own clause decides; else an interview that its speaker gave, or the outlet that he was just told to
 * speak to, while he goes on.
 * @returns one an attribution, in their order.
 */
export function findMedia(
  text: string,
  attributions: readonly Attribution[],
  resolution: Resolution,
): (string | null)[] {
  const frames = framesOf(text, attributions);
  const types = typesByPlace(resolution.entities);
  const own = attributions.map((attribution, i) => {
    const frame = frames.of[i];
    if (frame === null || frame === undefined) return null;
    const after = attribution.cue.at(-1)?.[1] ?? frame.start;
    return inClause({ text, frame, cue: sliceAll(text, attribution.cue), after, types });
  });
  return carryOn(text, attributions, resolution, frames, own, types);
}

function inClause(clause: Clause): Told | null {
  return (
    byInterview(clause) ??
    byTold(clause) ??
    bySpeaking(clause) ??
    (broadcastFrom.test(clause.frame.words) ? byGathering(clause) : null) ??
    byPlatform(clause) ??
    byGathering(clause)
  );
}

/** "At a cabinet meeting broadcast on X": said there, and shown on X. */
const broadcastFrom = new RegExp(
  `\\b(?:${[...gatherings].join('|')})\\b[^,.;]{0,40}? (?:that was |which was )?(?:broadcast|aired|televised|streamed|shown|carried)\\b`,
  'u',
);

const interview =
  /\binterviews?,? (?:(?:published|aired|broadcast|conducted|given|recorded|taped)(?: on \p{L}+)? )?(?:with|to|for|on|by|in) /u;
const notThis = /\b(?:earlier|previous|past|prior|separate|last|another|old|\d{4})\b/u;

/** "In an interview with X". */
function byInterview({ text, frame, types }: Clause): Told | null {
  const match = interview.exec(frame.words);
  if (match === null) return null;
  const name = mediaName(text, frame.start + match.index + match[0].length, types, true);
  if (name === null) return null;
  const before = frame.words.slice(Math.max(0, match.index - 30), match.index);
  const behind = frame.words.slice(match.index).slice(0, 80);
  return {
    medium: name,
    how: notThis.test(before) || /\blast (?:week|month|year)\b/u.test(behind) ? 'told' : 'interview',
  };
}

/** "Told X", where X is an outlet or body, no person and no place. */
function byTold({ text, cue, after, types }: Clause): Told | null {
  if (!/\b(?:told|tells|telling|tell)\b/u.test(cue)) return null;
  const state = stateMedia.exec(text.slice(after, after + 60))?.[1];
  const name = state ?? mediaName(text, after, types, true);
  return name === null ? null : { medium: name, how: 'told' };
}

const stateMedia =
  /^,? (?:(?:the|\p{Lu}?\p{Ll}+) ){0,2}((?:state|public|national|local|independent|private) (?:television|tv|radio|media))\b/iu;
const speaking =
  /\b(?:speaking|spoke|speaks|talking|talked) (?:to|with|on) |\b(?:remarks?|comments?|e-?mails?|statements?|texts?|message) (?:(?:sent|provided|given|made|read) )?to |\b(?:statement|interview|comments?|remarks?|letter|article|column|op-ed|essay|commentary|video|address|speech|report) (?:that was )?(?:published|carried|aired|broadcast|released|posted) (?:\p{L}+ )?(?:by|in|on) |\b(?:article|column|op-ed|essay|commentary|editorial|piece|blog)(?: published| post)? (?:in|for|on) |\bappear(?:ing|ance|ed|ances) on |\bquestions (?:from|by) /u;

/** "Speaking to X", "in remarks to X", "in a statement published by X", "in an article for X". */
function bySpeaking({ text, frame, types, cue }: Clause): Told | null {
  const match = speaking.exec(frame.words);
  if (match !== null) {
    const behind = frame.start + match.index + match[0].length;
    const name = mediaName(text, behind, types, false);
    if (name !== null)
      return { medium: name, how: /speak|spoke|talk/u.test(match[0]) ? 'interview' : 'told' };
    if (/\bwebsite\b/u.test(text.slice(behind, behind + 30).split(/[.,]/u)[0]!))
      return { medium: 'website', how: 'written' };
  }
  const written = /\bwr(?:ote|ites|iting|itten) in (?:the )?/u.exec(`${cue} ${frame.words}`);
  const place = written === null ? -1 : frame.words.search(/\bin (?:the )?\p{Lu}/u);
  const name = place < 0 ? null : mediaName(text, frame.start + place + 3, types, false);
  return name === null ? null : { medium: name, how: 'written' };
}

/** The outlet or body in the phrase at an offset. @param body: a body that is no outlet will do. */
function mediaName(text: string, offset: number, types: NameTypes, body: boolean): string | null {
  const name = nameAfter(text, offset);
  if (name === null) return null;
  if (isOutlet(name)) return name.name;
  const type = types.get(name.start) ?? types.get(name.start - 4);
  if (!body || name.owner) return null;
  return type === 'organization' ? name.name : null;
}

const onSomething = /\b(?:on|via) /gu;
const postOf =
  /\bin (?:an?|his|her|its|their|another|the) (?:\p{Ll}+ )?(\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?) (?:post|message|thread|video|channel|comment)\b/u;

/** "Wrote on X", "on her X channel", "in an X post", "tweeted", "on state television", "on X" for a broadcaster. */
function byPlatform(clause: Clause): Told | null {
  const { text, frame, cue } = clause;
  const post = postOf.exec(frame.words)?.[1];
  if (post !== undefined) return { medium: post, how: 'written' };
  for (const match of frame.words.matchAll(onSomething)) {
    const behind = frame.start + match.index + match[0].length;
    const state = stateMedia.exec(` ${text.slice(behind, behind + 60)}`)?.[1];
    if (state !== undefined) return { medium: state, how: 'told' };
    const name = nameAfter(text, behind);
    if (name !== null && isOnName(clause, name, behind))
      return { medium: name.name, how: isOutlet(name) ? 'told' : 'written' };
  }
  return /\btweet(?:s|ed|ing)?\b/u.test(`${cue} ${frame.words}`)
    ? { medium: 'Twitter', how: 'written' }
    : null;
}

function isOnName({ cue, frame, types, text }: Clause, name: PhraseName, from: number): boolean {
  if (isPlatform(name) || platformPlaces.has(name.after)) return true;
  const said =
    /\b(?:said|says|saying|tell|told|answered|replied|asked|appear\w*|claimed|declared|insisted)\b/u;
  if (isOutlet(name)) return said.test(cue) || /\bappear/u.test(frame.words);
  const type = types.get(name.start);
  const bare = text.slice(from, name.start).trim() === '';
  const posted = /\b(?:post|message|thread|video|comment) $/u.test(
    frame.words.slice(0, from - frame.start - 3),
  );
  return bare && (posted || writing.test(cue)) && type !== 'person' && type !== 'place' && type !== 'group';
}

const gatheringNoun = [...gatherings].map((noun) => `[${noun[0]!.toUpperCase()}${noun[0]!}]${noun.slice(1)}`).join('|'); // prettier-ignore
const gathering = new RegExp(
  `\\b(?:[Aa]t|to|[Dd]uring|[Aa]ddressing|before) (an?|the|his|her|its|their|this) ((?:[\\p{L}\\p{N}'’.-]+ ){0,4}?(${gatheringNoun}))(?= |[,.;\uFFFC]|$)`,
  'gu',
);
const toldGathering = new RegExp(
  ` (an?|the) ((?:[\\p{L}'’-]+ ){0,4}?(${gatheringNoun}))(?= (?:in|of|at|on|that|with)\\b|[,.;])`,
  'uy',
);

/** "At a meeting in X", "at the X Conference"; a press conference is no gathering of its own. */
function byGathering({ frame, cue, after, text }: Clause): Told | null {
  const matches = [...frame.words.matchAll(gathering)];
  toldGathering.lastIndex = after;
  const told = /\btold\b/u.test(cue) ? toldGathering.exec(text) : null;
  for (const match of told === null ? matches : [told, ...matches]) {
    const [whole, article, phrase, noun] = match;
    if (/\b(?:press|news|media|video|phone) \p{L}+$/iu.test(phrase!)) continue;
    if (/^\p{Lu}/u.test(noun!)) return { medium: phrase!, how: 'told' };
    const rest = match.input.slice(match.index + whole.length);
    const where = /^ (?:in|of|with) (?:the )?\p{Lu}[\p{L}-]*(?: \p{Lu}[\p{L}-]*)*/u.exec(rest)?.[0] ?? '';
    // "The meeting" with nothing more was told of before, and is rarely where the words were said.
    if (where !== '' || /^an?$/u.test(article!)) return { medium: `${phrase!}${where}`, how: 'told' };
  }
  return null;
}

/** "In the same paper": where the words before it were said. */
const sameOutlet =
  /\b(?:in|to|on|for) (?:the|that) same (?:paper|newspaper|daily|weekly|magazine|outlet|agency|broadcaster|channel|station|network|interview|programme|program|platform)\b/u;

/** What a clause does not tell, its neighbours may. */
function carryOn(
  text: string,
  attributions: readonly Attribution[],
  { speakers }: Resolution,
  frames: Frames,
  own: readonly (Told | null)[],
  types: NameTypes,
): (string | null)[] {
  const shared = sharedInterviews(
    text,
    speakers.map((s) => s.entity),
    frames,
    own,
    types,
  );
  const order = [...attributions.keys()].sort(
    (a, b) => placeOf(attributions[a]!) - placeOf(attributions[b]!),
  );
  const media: (string | null)[] = own.map((told) => told?.medium ?? null);
  let last: { entity: string; told: Told; at: number } | null = null;
  let lastMedium: string | null = null;
  for (const i of order) {
    const entity = speakers[i]!.entity;
    const told = own[i] ?? null;
    const at = placeOf(attributions[i]!);
    if (told === null && sameOutlet.test(frames.of[i]?.words ?? '')) {
      media[i] = lastMedium;
      continue;
    }
    if (told !== null) lastMedium = told.medium;
    if (told !== null) {
      last = entity === null ? null : { entity, told, at };
      continue;
    }
    if (entity === null || isInside(attributions, i)) continue;
    const interviewed = shared.get(entity);
    if (interviewed !== undefined) media[i] = interviewed;
    else if (last?.entity === entity && goesOn(text, attributions[i]!, last, frames)) {
      media[i] = last.told.medium;
      last = { ...last, at };
    } else last = null;
  }
  return media;
}

function placeOf({ source, cue, content }: Attribution): number {
  return cue[0]?.[0] ?? source[0]?.[0] ?? content[0]![0];
}

/** Told by another inside his words: where that was first said is not told by the clause around it. */
function isInside(attributions: readonly Attribution[], i: number): boolean {
  const at = placeOf(attributions[i]!);
  for (let j = Math.max(0, i - 8); j < Math.min(attributions.length, i + 8); j++)
    if (j !== i && attributions[j]!.content.some(([start, end]) => start <= at && at < end)) return true;
  return false;
}

/** The speaker goes on in the same sentence, or with a quotation in the same or the next paragraph. */
function goesOn(
  text: string,
  attribution: Attribution,
  last: { at: number; told: Told },
  { sentences }: Frames,
): boolean {
  const at = placeOf(attribution);
  const between = text.slice(Math.min(last.at, at), Math.max(last.at, at));
  const breaks = between.split(/\n\s*/u).length - 1;
  const same = sentences.some(([start, end]) => start <= last.at && at < end && at >= start && last.at < end);
  const quoted = /^["“«„]/u.test(text.slice(attribution.content[0]![0]));
  return same || (quoted && breaks <= 1) || (last.told.how === 'interview' && breaks === 0);
}

/** Whose words all come from one interview: told beside one of the speaker's first two statements, or right after one. */
function sharedInterviews(
  text: string,
  entities: readonly (string | null)[],
  frames: Frames,
  own: readonly (Told | null)[],
  types: NameTypes,
): Map<string, string> {
  const shared = new Map<string, string>();
  const spoken = new Map<string, number>();
  for (const [i, told] of own.entries()) {
    const entity = entities[i] ?? null;
    if (entity === null) continue;
    const count = (spoken.get(entity) ?? 0) + 1;
    spoken.set(entity, count);
    if (told?.how === 'interview' && count <= 2 && !shared.has(entity)) shared.set(entity, told.medium);
  }
  for (const [entity, medium] of tellingSentences(text, entities, frames, types))
    if (!shared.has(entity)) shared.set(entity, medium);
  return shared;
}

const remark = /\b(?:remarks?|comments?|statements?|words|interview|speaking|spoke)\b/u;

/** "He made this remark in an interview with X.": a sentence without a statement, about the speaker before it. */
function tellingSentences(
  text: string,
  entities: readonly (string | null)[],
  { of, sentences }: Frames,
  types: NameTypes,
): [string, string][] {
  const taken = new Map<number, number>();
  of.forEach((frame, i) => {
    if (frame !== null) taken.set(frame.sentence, i);
  });
  const found: [string, string][] = [];
  sentences.forEach(([start, end], n) => {
    const words = text.slice(start, end);
    const before = taken.get(n) === undefined ? (taken.get(n - 1) ?? taken.get(n - 2)) : undefined;
    if (
      before === undefined ||
      !remark.test(words) ||
      !/^(?:He|She|They|The|His|Her|\p{Lu}\p{L}+ (?:was|made|gave|spoke))\b/u.test(words)
    )
      return;
    const frame: Frame = { start, words, sentence: n };
    const told =
      byInterview({ text, frame, cue: '', after: start, types }) ??
      bySpeaking({ text, frame, cue: '', after: start, types });
    const entity = entities[before] ?? null;
    if (told?.how === 'interview' && entity !== null) found.push([entity, told.medium]);
  });
  return found;
}
