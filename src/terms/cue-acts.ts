import type { Act } from './vocabulary.js';

/**
 * Cue lemmas that decide the act of a statement; a lemma that is absent ("say", "tell", "note", "add") is neutral and
 * the content decides. Verbs by lemma, nouns and adjectives as they stand ("warning"); all in American spelling.
 */
const lemmasOf: Partial<Record<Act, string>> = {
  deny: 'deny dispute refute rebut repudiate contradict retract disavow disclaim denial',
  confirm: 'confirm acknowledge admit concede corroborate verify reaffirm confirmation admission acknowledgement',
  announce: 'announce declare proclaim unveil disclose reveal plan intend announcement declaration',
  promise: 'promise vow pledge commit swear guarantee undertake assure assurance commitment',
  support: 'support endorse back favor favour advocate champion agree approve uphold embrace endorsement',
  oppose: 'oppose object protest resist disagree opposition objection',
  refuse: 'refuse decline reject refusal rejection',
  demand: 'demand order require instruct command ultimatum',
  urge: 'urge appeal request recommend advise encourage propose implore exhort plead beg press recommendation',
  ask: 'ask inquire wonder query',
  accuse: 'accuse allege blame charge accusation allegation',
  criticize: 'criticize criticise condemn slam blast denounce decry lambast deplore attack rebuke deride mock scold lambaste chide bash slate fault lament bemoan criticism condemnation',
  praise: 'praise hail laud applaud commend thank congratulate salute celebrate tout',
  warn: 'warn caution alert warning',
  threaten: 'threaten threat',
  predict: 'predict forecast expect foresee anticipate project prediction expectation',
  'express-feeling': 'regret fear worry hope mourn rejoice fume marvel concerned worried afraid hopeful disappointed pleased proud sorry glad happy confident outraged saddened alarmed angry concern disappointment sorrow outrage fears hopes',
}; // prettier-ignore

/** Lemma of a cue → the act it performs. */
export const cueActs: ReadonlyMap<string, Act> = new Map(
  Object.entries(lemmasOf).flatMap(([act, lemmas]) => lemmas.split(' ').map((l) => [l, act as Act] as const)),
);

const saying = `
say tell state add note stress emphasize underline underscore claim assert insist maintain argue contend report explain
suggest hint imply indicate signal observe remark comment reply respond answer retort counter reiterate repeat recall
conclude complain joke quip write tweet post read boast brag testify inform remind speculate mention continue muse recount
relate opine dismiss welcome apologize express voice speak talk chant shout yell scream cry whisper mutter declare proclaim
thunder fume rant vent snap begin start go interject interrupt concur caution recite blog text email
`;
const thinking = `
believe think suspect doubt know realize remember reckon call describe accept rule want seek view consider regard see label
brand point address quote cite feel question offer estimate decide withdraw understand learn imagine
`;
const words = (list: string): string[] => list.trim().split(/\s+/u);

/** Lemmas of cues that say and leave the act to the content. */
export const sayingCues: ReadonlySet<string> = new Set(words(saying));

/** Lemmas of all cues that do not decide the act: those that say, and those of thought, naming and will. */
export const neutralCues: ReadonlySet<string> = new Set([...words(saying), ...words(thinking)]);
