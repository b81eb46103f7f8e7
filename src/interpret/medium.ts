import type { Attribution } from '../terms/attribution.js';
import type { Resolution } from '../terms/resolution.js';
import { sliceAll } from '../terms/span.js';
import { framesOf, type Frame, type Frames } from './frames.js';
import { isOutlet, isPlatform, nameAfter, typesByPlace, type NameTypes, type PhraseName } from './outlets.js';
import { gatherings, outletNouns, platformPlaces, writing } from './words/media.js';

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
  /** Names that the article introduces as outlets somewhere ("the state agency X"). */
  readonly told: ReadonlySet<string>;
  /** The article's own outlet. */
  readonly outlet: string | null;
}

/**
 * Where each statement was first said, as the article tells: an outlet, a platform, a gathering; null where it does not.
 * A statement's own clause decides; else an interview that its speaker gave, or the outlet that he was just told to
 * speak to, while he goes on.
 * @param outlet the article's own, which "this newspaper" means.
 * @returns one an attribution, in their order.
 */
export function findMedia(
  text: string,
  attributions: readonly Attribution[],
  resolution: Resolution,
  outlet: string | null = null,
): (string | null)[] {
  const frames = framesOf(text, attributions);
  const types = typesByPlace(resolution.entities);
  const told = outletsTold(text, resolution.entities);
  const own = attributions.map((attribution, i) => {
    const frame = frames.of[i];
    if (frame === null || frame === undefined) return null;
    const after = attribution.cue.at(-1)?.[1] ?? frame.start;
    return inClause({ text, frame, cue: sliceAll(text, attribution.cue), after, types, told, outlet });
  });
  return carryOn(text, attributions, resolution, frames, own, types);
}

/** Names that the text introduces as outlets. */
function outletsTold(text: string, entities: Resolution['entities']): Set<string> {
  const told = new Set<string>();
  for (const { type, mentions } of entities) {
    if (type === 'person' && mentions.length > 3) continue;
    for (const [start, end] of mentions.slice(0, 20)) {
      const before = /(\p{Ll}+) $/u.exec(text.slice(Math.max(0, start - 20), start))?.[1];
      if (before !== undefined && outletNouns.has(before)) told.add(text.slice(start, end));
    }
  }
  return told;
}

function inClause(clause: Clause): Told | null {
  return (
    byOwnOutlet(clause) ??
    byInterview(clause) ??
    byTold(clause) ??
    bySpeaking(clause) ??
    (broadcastFrom.test(clause.frame.words) ? byGathering(clause) : null) ??
    byPlatform(clause) ??
    byBroadcast(clause) ??
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

const ownOutlet =
  /\b(?:told|tells|to|with|by|for|from) (?:this|our) (?:newspaper|paper|magazine|agency|daily|weekly|website|site|portal|station|channel|outlet|publication|correspondent|news agency)\b/u;

/** "Told this newspaper", "in an interview with our magazine". */
function byOwnOutlet({ text, frame, cue, after, outlet }: Clause): Told | null {
  if (outlet === null) return null;
  const behind = `${/\b(?:told|tells)\b/u.test(cue) ? 'told' : ''}${text.slice(after, after + 30)}`;
  if (!ownOutlet.test(frame.words) && !/^told (?:this|our) /u.test(behind)) return null;
  if (!ownOutlet.test(`${frame.words} ${behind}`)) return null;
  return { medium: outlet, how: interview.test(frame.words) ? 'interview' : 'told' };
}

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

const broadcast =
  /\bin (?:an? |his |her )((?:televised|radio|tv) (?:address|speech|message|statement|appeal))\b/u;

/** "In a televised address". */
function byBroadcast({ frame }: Clause): Told | null {
  const medium = broadcast.exec(frame.words)?.[1];
  return medium === undefined ? null : { medium, how: 'told' };
}

/** "Told X", where X is an outlet or body, no person and no place. */
function byTold({ text, frame, cue, after, types, told }: Clause): Told | null {
  if (!/\b(?:told|tells|telling|tell)\b/u.test(cue)) return bySayingTo({ text, frame, cue, after });
  const state = stateMedia.exec(text.slice(after, after + 60))?.[1];
  const known = nameAfter(text, after);
  const name =
    known !== null && told.has(known.name) && !known.owner ? known.name : (state ?? mediaName(text, after, types, true)); // prettier-ignore
  if (name === null) return null;
  return { medium: name, how: /\bin an? (?:\p{L}+ )?interview\b/u.test(frame.words) ? 'interview' : 'told' };
}

/** "Complained to the radio station X": an outlet only, since one complains to people too. */
function bySayingTo({ text, frame, after }: Pick<Clause, 'text' | 'frame' | 'cue' | 'after'>): Told | null {
  for (const match of frame.words.matchAll(/(?<=^|[\p{L}\uFFFC,] ?)\bto (?=the |\p{Lu}|local )/gu)) {
    const at = frame.start + match.index;
    if (at < after - 3 || at > after + 20) continue;
    const name = nameAfter(text, at + 3);
    if (name !== null && !name.owner && isOutlet(name)) return { medium: name.name, how: 'told' };
  }
  return null;
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
  const written = /\bwr(?:ote|ites|iting|itten) in (?:an? |the )?/u.exec(`${cue} ${frame.words}`);
  const place =
    written === null
      ? -1
      : frame.words.search(new RegExp(`\\bin (?:an? |the )?(?:\\p{L}+ )?(?:${[...outletNouns].join('|')})? ?\\p{Lu}`, 'u')); // prettier-ignore
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
  /\b[Ii]n (?:an?|his|her|its|their|another|the) (?:\p{Ll}+ )?(\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?) (?:post|message|thread|video|channel|comment)\b/u;

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
  const matches = [...frame.words.matchAll(gathering)].filter(
    ({ index }) => !/\b(?:according|contrary|prior|due|owing) $/u.test(frame.words.slice(0, index)),
  );
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

/** "X responded on Telegram. She said …": the sentence before, which holds no statement, tells where. */
function postedBefore(
  text: string,
  { source }: Attribution,
  { sentences }: Frames,
  sentence: number,
  taken: ReadonlySet<number | undefined>,
): Told | null {
  const before = sentences[sentence - 1];
  if (before === undefined || taken.has(sentence - 1) || !/^(?:he|she)$/iu.test(sliceAll(text, source))) return null; // prettier-ignore
  const words = text.slice(...before);
  if (/\n/u.test(text.slice(before[0], source[0]![0]))) return null;
  const match = /\b(?:responded|reacted|replied|posted|commented|wrote|answered) on /u.exec(words);
  const name = match === null ? null : nameAfter(text, before[0] + match.index + match[0].length);
  return name !== null && (isPlatform(name) || isOutlet(name)) ? { medium: name.name, how: 'written' } : null;
}

/** "Told the outlet": the one told of last, as a medium or as a speaker. */
const theOutlet =
  /\btold the (?:outlet|newspaper|paper|agency|broadcaster|channel|station|magazine|daily|weekly|website|portal|publication)\b(?! \p{Lu})/u;

function isOutletName(entity: string): boolean {
  const name = nameAfter(entity, 0);
  return name !== null && name.name === entity && isOutlet(name);
}

/** "X wrote beneath it", "reads her post": on the platform told of before. */
function isReply(text: string, { source, cue }: Attribution, medium: string): boolean {
  const words = sliceAll(text, cue);
  const behind = text.slice(cue.at(-1)?.[1] ?? 0).slice(0, 24);
  if (/\b(?:wrote|replied|answered|commented)\b/u.test(words) && /^ (?:beneath|under|below) (?:it|the post|that)\b/u.test(behind)) return true; // prettier-ignore
  const post = /^(?:his|her|the) (?:post|tweet|message|thread)$/iu.test(sliceAll(text, source));
  return post && /\bread(?:s|ing)?\b/u.test(words) && medium !== '';
}

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
  const taken = new Set(frames.of.map((frame) => frame?.sentence));
  let last: { entity: string | null; source: number; told: Told; at: number } | null = null;
  let lastMedium: string | null = null;
  let lastOutlet: string | null = null;
  for (const i of order) {
    const entity = speakers[i]!.entity;
    const told = own[i] ?? postedBefore(text, attributions[i]!, frames, frames.of[i]?.sentence ?? 0, taken);
    const at = placeOf(attributions[i]!);
    if (told === null && sameOutlet.test(frames.of[i]?.words ?? '')) {
      media[i] = (entity === null ? undefined : shared.get(entity)) ?? lastMedium;
      continue;
    }
    if (told === null && theOutlet.test(frames.of[i]?.words ?? '')) {
      media[i] = lastOutlet;
      continue;
    }
    if (entity !== null && isOutletName(entity)) lastOutlet = entity;
    if (told === null && lastMedium !== null && isReply(text, attributions[i]!, lastMedium)) {
      media[i] = lastMedium;
      continue;
    }
    if (told !== null) lastMedium = lastOutlet = told.medium;
    if (told !== null) {
      media[i] = told.medium;
      last = { entity, source: attributions[i]!.source[0]?.[0] ?? -1, told, at };
      continue;
    }
    if (entity === null) {
      // "Told X that …, adding that": one nameless source of both.
      if (last !== null && last.source === (attributions[i]!.source[0]?.[0] ?? -2))
        media[i] = last.told.medium;
      continue;
    }
    if (isInside(attributions, i)) continue;
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
  if (same || (quoted && breaks <= 1) || (last.told.how === 'interview' && breaks === 0)) return true;
  if (breaks > 0 || /\bhad\b/u.test(sliceAll(text, attribution.cue))) return false;
  return last.told.how === 'written' || goesOnWord.test(sliceAll(text, attribution.cue));
}

/** Verbs of one who goes on speaking; "denied" or "urged" may be of another day. */
const goesOnWord =
  /\b(?:add(?:s|ed|ing)?|stress(?:es|ed)?|emphasi[sz](?:es|ed)|underlin(?:es|ed)|underscor(?:es|ed)|not(?:es|ed)|explain(?:s|ed)|continu(?:es|ed)|went on|conclud(?:es|ed)|recall(?:s|ed)|point(?:s|ed) out|sa(?:ys|id))\b/u;

/** "Told X … In the interview, he also": what he told X was an interview. */
const laterInterview = /\b(?:in|during|throughout) the (?:same )?interview\b/iu;

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
    const isInterview = told?.how === 'interview' || (told?.how === 'told' && laterInterview.test(text));
    if (isInterview && count <= 2 && !shared.has(entity)) shared.set(entity, told.medium);
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
    const clause: Clause = { text, frame, cue: '', after: start, types, told: new Set(), outlet: null };
    const told = byInterview(clause) ?? bySpeaking(clause);
    const entity = entities[before] ?? null;
    if (told?.how === 'interview' && entity !== null) found.push([entity, told.medium]);
  });
  return found;
}
