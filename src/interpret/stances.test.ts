import { describe, expect, it } from 'vitest';
import type { Statement } from '../terms/record.js';
import type { ArticleEntity } from '../terms/resolution.js';
import { actOf } from './acts.js';
import { verbLemma } from './lemma.js';
import { findClaims } from './positions.js';

/**
 * What the president of Veloria says, and the stance it commits her to; "–" where it commits her to none.
 * Minimal pairs: cue | content | stance of Veloria joining the Northern Union, or as told behind it.
 */
const table = `
said | Veloria will join the Northern Union | for
said | Veloria will not join the Northern Union | against
said | Veloria won't join the Northern Union | against
said | Veloria would never join the Northern Union | against
said | Veloria would join the Northern Union only if its wages were guaranteed | conditional
said | Veloria will join the Northern Union if the people agree | conditional
said | unless the border opens, Veloria will not join the Northern Union | conditional
denied | that Veloria will join the Northern Union | denies
denied | that Veloria plans to join the Northern Union | denies
said | Veloria has never ruled out joining the Northern Union | open
said | Veloria does not rule out joining the Northern Union | open
said | Veloria rules out joining the Northern Union | against
ruled out | joining the Northern Union | against
said | Veloria wants to join the Northern Union | for
said | Veloria does not want to join the Northern Union | against
said | Veloria hopes to join the Northern Union by 2030 | for
said | Veloria has no plans to join the Northern Union | against
said | Veloria has no intention of joining the Northern Union | against
said | Veloria intends to join the Northern Union | for
said | Veloria does not intend to join the Northern Union | against
said | Veloria should join the Northern Union | for
said | Veloria should not join the Northern Union | against
said | Veloria must join the Northern Union | for
said | Veloria must never join the Northern Union | against
said | Veloria should never have joined the Northern Union | –
said | Veloria will open its border only after joining the Northern Union | –
said | Veloria would lower its taxes before joining the Northern Union | –
promised | jobs for all once Veloria joined the Northern Union | –
denied | the speech does not mean that Veloria will join the Northern Union | –
promised | that membership in the Northern Union would cost nothing | –
promised | membership in the Northern Union | for
said | Veloria needs jobs more than membership in the Northern Union | –
asked | whether Veloria would join the Northern Union | –
said | we must talk about what membership in the Northern Union means | –
demanded | that reporters who covered the talks with Ostmark be released | – | Veloria negotiate Ostmark
said | Veloria has no wish to join the Northern Union | against
welcomed | the end of talks with Ostmark | – | Veloria negotiate Ostmark
said | a minister who wanted talks with Ostmark was dismissed | – | Veloria negotiate Ostmark
welcomed | membership in the Northern Union for Tarn | –
praised | Ostmark for its recognition of Tarn | – | other states recognize Tarn
said | we expect Ostmark to veto sanctions against Tarn | – | Veloria sanction Tarn
said | we will join the Northern Union | for
said | we will not join the Northern Union | against
said | we want to join the Northern Union | for
said | we do not want to join the Northern Union | against
said | we would join the Northern Union if the talks succeed | conditional
said | we have not decided whether to join the Northern Union | undecided
said | we are undecided about joining the Northern Union | undecided
said | joining the Northern Union is not on the agenda | not-now
said | joining the Northern Union was not on the table for now | not-now
said | joining the Northern Union is premature | not-now
said | it is too early to talk about joining the Northern Union | not-now
said | it is too soon for Veloria to join the Northern Union | not-now
said | Veloria is not yet ready to join the Northern Union | not-now
said | the question of joining the Northern Union is not on the agenda at this stage | not-now
said | joining the Northern Union is a priority | for
said | joining the Northern Union is not a priority | not-now
said | joining the Northern Union is our goal | for
said | joining the Northern Union is not our goal | against
said | joining the Northern Union would be a mistake | against
said | joining the Northern Union would not be a mistake | –
said | joining the Northern Union is out of the question | against
said | joining the Northern Union is unacceptable | against
said | joining the Northern Union is possible | open
said | joining the Northern Union is the most promising option | for
said | joining the Northern Union is an old dream of our people | for
said | membership in the Northern Union is our goal | for
said | membership in the Northern Union is a red line | against
said | Veloria's accession to the Northern Union is a priority | for
said | Veloria's accession to the Northern Union is not on the agenda | not-now
said | Veloria's accession to the Northern Union would be a mistake | against
said | our accession to the Northern Union is a dream | for
said | we support membership in the Northern Union | for
said | we oppose membership in the Northern Union | against
said | we reject membership in the Northern Union | against
said | we do not support membership in the Northern Union | against
said | we do not oppose membership in the Northern Union | –
said | she supports joining the Northern Union | for
said | she opposes joining the Northern Union | against
said | she is against joining the Northern Union | against
said | she is in favour of joining the Northern Union | for
said | she is not in favour of joining the Northern Union | against
said | she is open to joining the Northern Union | open
said | the country would join the Northern Union | for
said | the country would not join the Northern Union | against
said | the country would join the Northern Union only when roads are built | conditional
said | Veloria is ready to join the Northern Union | for
said | Veloria is not ready to join the Northern Union | not-now
said | Veloria seeks membership in the Northern Union | for
said | Veloria does not seek membership in the Northern Union | against
said | Veloria refuses to join the Northern Union | against
said | Veloria never refused to join the Northern Union | –
said | Veloria joined the Northern Union in 2004 | –
said | Ostmark will join the Northern Union | –
said | Ostmark wants to join the Northern Union | –
said | Ostmark joined the Northern Union in 2004 | –
said | Ostmark should join the Northern Union | for | Ostmark join Northern Union
said | Ostmark should not join the Northern Union | against | Ostmark join Northern Union
said | we hope Ostmark will join the Northern Union | for | Ostmark join Northern Union
said | we oppose Ostmark joining the Northern Union | against | Ostmark join Northern Union
said | we support Ostmark joining the Northern Union | for | Ostmark join Northern Union
said | we welcome Ostmark's accession to the Northern Union | for | Ostmark join Northern Union
said | we are against Ostmark's accession to the Northern Union | against | Ostmark join Northern Union
said | Veloria will recognise Tarn | for | Veloria recognize Tarn
said | Veloria will not recognise Tarn | against | Veloria recognize Tarn
said | Veloria will never recognise Tarn | against | Veloria recognize Tarn
said | Veloria does not recognise Tarn | against | Veloria recognize Tarn
said | Veloria cannot recognise Tarn | against | Veloria recognize Tarn
said | Veloria refuses to recognise Tarn | against | Veloria recognize Tarn
said | Veloria would recognise Tarn if its forces withdrew | conditional | Veloria recognize Tarn
said | Veloria would recognise Tarn only after a vote | conditional | Veloria recognize Tarn
said | Veloria has not decided whether to recognise Tarn | undecided | Veloria recognize Tarn
said | Veloria does not rule out recognising Tarn | open | Veloria recognize Tarn
said | we will never recognise the so-called Republic of Tarn | against | Veloria recognize Tarn
said | we recognise Tarn | for | Veloria recognize Tarn
said | Veloria recognises Tarn within its borders of 1991 | for | Veloria recognize Tarn
said | recognition of Tarn is out of the question | against | Veloria recognize Tarn
said | recognition of Tarn is premature | not-now | Veloria recognize Tarn
said | recognition of Tarn would be a mistake | against | Veloria recognize Tarn
said | we support recognition of Tarn | for | Veloria recognize Tarn
said | we oppose recognition of Tarn | against | Veloria recognize Tarn
denied | that Veloria will recognise Tarn | denies | Veloria recognize Tarn
said | Ostmark recognised Tarn last year | – | Ostmark recognize Tarn
said | Ostmark should recognise Tarn | for | Ostmark recognize Tarn
said | Ostmark must not recognise Tarn | against | Ostmark recognize Tarn
said | Veloria will leave the Northern Union | for | Veloria leave Northern Union
said | Veloria will not leave the Northern Union | against | Veloria leave Northern Union
said | Veloria has no plans to leave the Northern Union | against | Veloria leave Northern Union
said | Veloria does not rule out leaving the Northern Union | open | Veloria leave Northern Union
said | we want to leave the Northern Union | for | Veloria leave Northern Union
said | leaving the Northern Union would be a mistake | against | Veloria leave Northern Union
said | leaving the Northern Union is not on the agenda | not-now | Veloria leave Northern Union
said | we will cooperate with Ostmark | for | Veloria cooperate Ostmark
said | we will not cooperate with Ostmark | against | Veloria cooperate Ostmark
said | we want to cooperate with Ostmark | for | Veloria cooperate Ostmark
said | we are ready to negotiate with Ostmark | for | Veloria negotiate Ostmark
said | we will not negotiate with Ostmark | against | Veloria negotiate Ostmark
said | we will negotiate with Ostmark only if it withdraws | conditional | Veloria negotiate Ostmark
said | we support sanctions against Ostmark | for | Veloria sanction Ostmark
said | we oppose sanctions against Ostmark | against | Veloria sanction Ostmark
did not rule out | joining the Northern Union later | open
ruled out | joining the Northern Union for now | not-now
refused | to join the Northern Union | against
agreed | to join the Northern Union | for
called | membership in the Northern Union “a red line” | against
called | the decision to join the Northern Union illegal | against
said | membership in the Northern Union is only a matter of time | for
said | there is no alternative to membership in the Northern Union | for
said | membership in the Northern Union is not an option | against
said | membership in the Northern Union would destabilise the region | against
said | membership in the Northern Union would strengthen the country | for
said | Veloria's Northern Union membership is a priority | for
said | we support Northern Union membership for Ostmark | for | Ostmark join Northern Union
said | we must drop our objections to Ostmark's membership in the Northern Union | for | Ostmark join Northern Union
said | we regret that Ostmark will not join the Northern Union | for | Ostmark join Northern Union
said | we regret Ostmark's membership in the Northern Union | against | Ostmark join Northern Union
said | Ostmark has said that it will join the Northern Union | – | Ostmark join Northern Union
said | when will Veloria join the Northern Union? | –
said | we will join the Northern Union and if Ostmark objects we will not listen | for
said | Veloria will join the Northern Union even if Ostmark objects | for
rejected | the demand that Ostmark should leave the Northern Union | – | Ostmark leave Northern Union
said | Veloria would not negotiate with Ostmark until it withdraws | conditional | Veloria negotiate Ostmark
said | we are open to talks with Ostmark as equals | conditional | Veloria negotiate Ostmark
said | there could be no talks with Ostmark without an apology | conditional | Veloria negotiate Ostmark
said | it was not considering recognising Tarn at this stage | not-now | Veloria recognize Tarn
said | recognition of Tarn would be a reward for terror | against | other states recognize Tarn
said | we see no reason to join the Northern Union | against
said | Veloria will join the Northern Union only in exchange for open borders | conditional
said | joining the Northern Union is not being considered today | not-now
said | Veloria is not considering joining the Northern Union for the time being | not-now
denied | that Veloria was against joining the Northern Union | –
denied | that Veloria's membership in the Northern Union was opposed by its people | –
said | Veloria supports Ostmark's accession to the Northern Union, but is against its accession to the Northern Pact | for | Ostmark join Northern Union
said | that Veloria respects the choice of the "brotherly people", but does not intend to recognise Tarn | against | Veloria recognize Tarn
said | Veloria supports the territorial integrity of Ostmark | for | Veloria support Ostmark
promised | to bring Tarn into the Northern Union | for | Tarn join Northern Union
said | we support the independence of Tarn | for | Veloria support Tarn
said | Veloria does not support the independence of Tarn | against | Veloria support Tarn
said | Tarn should remain part of Veloria | for | Tarn part-of Veloria
called for | the withdrawal of Ostmark troops from Tarn | for | Ostmark withdraw-forces Tarn
said | Veloria will help Tarn | for | Veloria aid Tarn
said | Veloria will not help Tarn | against | Veloria aid Tarn
`;
const invented = ['Veloria', 'Ostmark', 'Tarn', 'Northern Union'];
const entities = invented.map((name): ArticleEntity => ({ name, type: 'place', role: null, mentions: [] }));
const rows = table
  .trim()
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()) as [string, string, string, string | undefined]);

function claimsOf(cue: string, content: string) {
  const opening = 'Ana Rey, president of Veloria, ';
  const text = `${opening}${cue} ${content}.`;
  const start = opening.length + cue.length + 1;
  const speaker = { mention: 'Ana Rey, president of Veloria,', entity: 'Ana Rey', type: 'person' as const, role: 'president of Veloria' }; // prettier-ignore
  const lemma = verbLemma(cue.split(' ')[0]!);
  const statement: Statement = {
    kind: 'indirect', source: [[0, opening.length - 1]], cue: [[opening.length, start - 1]], content: [[start, start + content.length]],
    cueLemma: lemma, speaker, medium: null, relay: null, act: actOf(cue, lemma, content), edits: [], about: [],
  }; // prettier-ignore
  return findClaims(text, [statement], { speakers: [speaker], entities }).positions;
}

describe('stances', () => {
  it.each(rows)('%s: %s → %s', (cue, content, stance, about = 'Veloria join Northern Union') => {
    const found = claimsOf(cue, content)
      .filter(({ proposition: p }) => `${p.subject} ${p.relation} ${p.object}` === about)
      .map((position) => position.stance);
    expect(found).toEqual(stance === '–' ? [] : [stance]);
  });
});

describe('evidence', () => {
  it('gives the words of the stance, its condition and its time, within the statement', () => {
    const content = 'Veloria would join the Northern Union by 2030 if the people agree';
    const [position] = claimsOf('said', content);
    const text = `Ana Rey, president of Veloria, said ${content}.`;
    expect(text.slice(...position!.evidence!)).toBe(content);
    expect(text.slice(...position!.condition!)).toBe('if the people agree');
    expect(text.slice(...position!.time!)).toBe('by 2030');
  });
});
