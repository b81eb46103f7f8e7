/** What the grammar of propositions walks over: tokens, the places among them, and the small words between. */
import type { Place } from './places.js';
import type { Token } from './tokens.js';

export interface Reader {
  readonly tokens: readonly Token[];
  /** Place that covers a token. */
  readonly at: ReadonlyMap<number, Place>;
  /** The union or body that the article is about, where one stands out; null otherwise. */
  readonly body: string | null;
  /** The two or three contested lands that the article names, whom "the occupied regions" means; [] for fewer or more. */
  readonly lands: readonly string[];
  /** The contested land that the article is about; null where none stands out. */
  readonly land: string | null;
  /** What was last told to be recognised, where that is near; null otherwise. */
  readonly recognised: Slot | null;
}

/** Places that fill the subject or the object of a proposition. */
export interface Slot {
  readonly names: readonly string[];
  /** "we", "our country", or "it" in words of that place: whoever the speaker speaks for. */
  readonly side: boolean;
  readonly from?: number;
  /** First token after it. */
  readonly to: number;
  /** Third place: recognises Ostmark's sovereignty *over* Tarn. */
  readonly over?: string | null;
  readonly kind?: Place['kind'];
  /** The slot is an infinitive's subject ("urged Ostmark to …"): nothing is told to have happened. */
  readonly infinitive?: boolean;
  /** The subject is "they". */
  readonly they?: boolean;
}

export const determiners =
  /^(?:the|a|an|its|his|her|their|our|your|this|that|any|all|every|each|some|no|both)$/;
export const fillers = /^(?:so-called|de|facto|self-proclaimed|self-declared|self-governed|self-governing|self-ruled|breakaway|separatist|unrecogni[sz]ed|occupied|annexed|disputed|divided|contested|independent|sovereign|full|founding|direct|diplomatic|financial|military|humanitarian|free|new|further|closer|close|closest|more|most|much|parts?|half|one|only|two|international|formal|formally|official|officially|political|economic|trade|peace|defen[cs]e|state|partially|internationally|republic|region|regions|territory|territories|province|district|independence|statehood|sovereignty|integrity|territorial|government|people|authorities|country|kingdom|island|land|bank|eastern|western|northern|southern|neighbou?ring|neighbou?r|former|fellow|member|tiny|rebel|autonomy|th|\w*(?:st|nd|rd|th)|of|“|”|"|‘|’|\[)$/; // prettier-ignore

/** Words for those who act for a whole state: "the Ostmark government", "the parliament of Ostmark". */
export const representatives = /^(?:government|governments|leaders|leadership|authorities|parliament|side|people|nation|country|state|republic|region|kingdom|island|territory|army|troops|forces|ministry|affairs|administration|regime|cabinet)$/; // prettier-ignore

/** "Ostmark's decision to recognise Tarn" */
export const planned =
  /^(?:decision|plans?|move|intention|pledge|promise|readiness|desire|bid|attempts?|efforts?|ambition|wish|refusal)$/;

export const possessive = (low: string | undefined): boolean => /^['’]s?$/.test(low ?? '');

const manyLands = /^(?:regions|territories|republics|entities)$/;
const heldLands = /^(?:occupied|breakaway|separatist|both|secessionist|unrecogni[sz]ed)$/;

/** "the occupied regions", "both republics": all contested lands of the article, where a token ends such words. */
export function landsAt({ tokens, lands }: Reader, at: number): Slot | undefined {
  if (lands.length === 0 || !manyLands.test(tokens[at]?.low ?? '') || !heldLands.test(tokens[at - 1]?.low ?? '')) return undefined; // prettier-ignore
  return { names: lands, side: false, from: at - 1, to: at + 1 };
}

const lastJoin = /^(?:,|and|or|as|well|the|both|nor)$/;

/** "Ostmark, Nelu, and Tarn": the list that ends with `last`. */
export function listBefore({ tokens, at }: Reader, last: Place): Slot {
  const names = [last.entity];
  let from = last.from;
  for (;;) {
    let i = from - 1;
    while (i >= 0 && lastJoin.test(tokens[i]!.low) && i > from - 5) i--;
    const before = i < from - 1 ? at.get(i) : undefined;
    // "Besides Nelu, Tarn is recognised": two names and a comma are no list, "Nelu and Tarn" is.
    const joint = names.length === 1 ? /^(?:and|or|nor|well)$/ : /^(?:,|and|or|nor)$/;
    const joined = tokens.slice(i + 1, from).some(({ low }) => joint.test(low));
    if (before === undefined || before.adjectival || !joined || tokens[i]!.sentence !== tokens[from]!.sentence) break; // prettier-ignore
    names.unshift(before.entity);
    from = before.from;
  }
  return { names, side: false, from, to: last.to, kind: last.kind };
}

/** Whether a place stands behind a preposition ("in Tarn", "with the breakaway Tarn"), and where the preposition is; -1 if not. */
export function prepositionBefore({ tokens }: Reader, from: number): number {
  let i = from - 1;
  while (i >= 0 && i > from - 6 && (determiners.test(tokens[i]!.low) || fillers.test(tokens[i]!.low)) && tokens[i]!.low !== 'of') i--; // prettier-ignore
  if (i < 0 || tokens[i]!.sentence !== tokens[from]!.sentence) return -1;
  return /^(?:in|on|at|with|from|against|to|by|for|between|into|about|near|over|of|upon|towards?|within|across|after|behind|unlike|besides|like|through|under|since|including)$/.test(tokens[i]!.low) ? i : -1; // prettier-ignore
}

/** First token of the clause that holds `at`: after "that", "which", a dash, a colon or the start of the sentence. */
export function clauseStart({ tokens }: Reader, at: number): number {
  let i = at;
  while (i > 0 && tokens[i - 1]!.sentence === tokens[at]!.sentence && !clauseOpens.test(tokens[i - 1]!.low)) i--; // prettier-ignore
  return i;
}

export const clauseOpens =
  /^(?:that|which|who|whether|if|because|while|although|but|as|after|when|where|;|:|\(|\)|—|–|-|”|"|“)$/;
