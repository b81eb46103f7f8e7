/** Fills what words leave out ("the accession", "leaving the Union", "the annexation") from what the article tells. */
import type { Proposition } from './proposition.js';
import type { Participants } from './relations.js';

/** Propositions of an article that name both sides, by relation. */
export type Topics = ReadonlyMap<Proposition['relation'], readonly Participants[]>;

/** @param stated each proposition with its participants, in text order. */
export function topicsOf(stated: readonly (readonly [Proposition, Participants])[]): Topics {
  const topics = new Map<Proposition['relation'], Participants[]>();
  for (const [{ relation, polarity }, participants] of stated) {
    if (participants.subjects.length === 0 || participants.objects.length === 0) continue;
    // "but not by Ostmark": the one clause told anew, of others.
    if (polarity !== undefined && relation !== 'join') continue;
    topics.set(relation, [...(topics.get(relation) ?? []), participants]);
  }
  return topics;
}

/** Deeds of others, where their doer is not named. */
const done: ReadonlySet<string> = new Set([
  'annex',
  'occupy',
  'attack',
  'isolate',
  'withdraw-forces',
  'condemn',
]);
/** Whose joining and leaving it is depends on the article before it depends on the speaker. */
const ofTopic: ReadonlySet<string> = new Set([...done, 'join', 'leave']);

/** How a noun or verb without a subject stands in its statement. */
export interface Setting {
  /** What the speaker speaks for; null where untold. */
  readonly side: string | null;
  /** The words open the statement as what its cue is about ("refused to join", "ruled out joining"): the speaker's own doing. */
  readonly controlled: boolean;
  /** "the recognition" that is praised or blamed has been done by someone. */
  readonly judged: boolean;
  /** "recognition would be a reward": what others may do. */
  readonly ofOthers: boolean;
}

/** The participants with what is left out, where the article leaves no choice; [] where it does. */
export function filled(
  proposition: Proposition,
  stated: Participants,
  topics: Topics,
  setting: Setting,
): Participants {
  const told = topics.get(proposition.relation) ?? [];
  const objects = stated.objects.length > 0 || proposition.objectIsSide ? stated.objects : only(told.map((topic) => topic.objects)); // prettier-ignore
  if (stated.subjects.length > 0 || proposition.side) return { ...stated, objects };
  return { objects, subjects: subjectsOf(proposition, objects, told, setting) };
}

function subjectsOf(
  { relation, form }: Proposition,
  objects: readonly string[],
  told: readonly Participants[],
  { side, controlled, judged, ofOthers }: Setting,
): readonly string[] {
  const mine = side === null || objects.includes(side) ? [] : [side];
  if (controlled) return mine;
  if (form !== 'noun') return [];
  const same = told.filter((topic) => topic.objects.some((name) => objects.includes(name)));
  if (relation === 'recognize') {
    if (judged) return only(same.map((topic) => topic.subjects));
    return ofOthers || (side !== null && objects.includes(side)) ? ['other states'] : mine;
  }
  if (!ofTopic.has(relation)) return mine;
  if (side !== null && same.some((topic) => topic.subjects.includes(side))) return done.has(relation) ? [] : mine;
  if (same.length > 0) return only(same.map((topic) => topic.subjects));
  return done.has(relation) ? [] : mine;
} // prettier-ignore

/** The one name that all lists come to; [] where there are more. */
function only(lists: readonly (readonly string[])[]): readonly string[] {
  const names = new Set(lists.flat());
  return names.size === 1 ? [...names] : [];
}
