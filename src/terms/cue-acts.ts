import type { Act } from './vocabulary.js';

/**
 * Cue lemmas that decide the act of a statement; a lemma that is absent ("say", "tell", "note", "add") is neutral and
 * the content decides. Verbs by lemma, nouns as they stand ("warning"); all in American spelling.
 */
const lemmasOf: Partial<Record<Act, string>> = {
  deny: 'deny dispute refute rebut repudiate contradict dismiss denial',
  confirm: 'confirm acknowledge admit concede corroborate verify reaffirm confirmation',
  announce: 'announce declare proclaim unveil disclose reveal announcement',
  promise: 'promise vow pledge commit swear guarantee undertake assure intend plan offer pledge',
  support: 'support endorse back welcome favor favour advocate champion agree approve uphold embrace support',
  oppose: 'oppose object protest resist disagree opposition',
  refuse: 'refuse decline reject rule-out',
  demand: 'demand insist-on order require instruct command',
  urge: 'urge call-on call-for appeal recommend advise encourage propose suggest-that implore exhort plead beg press',
  ask: 'ask inquire wonder question query request',
  accuse: 'accuse allege blame charge fault',
  criticize: 'criticize criticise condemn slam blast denounce decry lambast deplore attack rebuke deride mock scold lament criticism condemnation',
  praise: 'praise hail laud applaud commend thank congratulate salute celebrate tout',
  warn: 'warn caution alert warning',
  threaten: 'threaten threat',
  predict: 'predict forecast expect foresee anticipate project estimate prediction',
  'express-feeling': 'regret fear worry hope concern feel mourn rejoice fume marvel concerned worried afraid hopeful disappointed pleased proud sorry glad happy confident outraged saddened alarmed angry disappointment regret sorrow outrage',
}; // prettier-ignore

/** Lemma of a cue → the act it performs. */
export const cueActs: ReadonlyMap<string, Act> = new Map(
  Object.entries(lemmasOf).flatMap(([act, lemmas]) => lemmas.split(' ').map((l) => [l, act as Act] as const)),
);
