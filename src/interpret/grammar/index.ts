/** Every relation that is read from words. Extend a row and add an example: examples run as tests. */
import { aid, aidEnds } from './aid.js';
import { ally } from './ally.js';
import { annex } from './annex.js';
import { attack } from './attack.js';
import { condemn } from './condemn.js';
import { cooperate } from './cooperate.js';
import { establishTies, establishTiesEnds } from './establish-ties.js';
import type { RelationGrammar } from './grammar.js';
import { isolate } from './isolate.js';
import { join, joinAhead } from './join.js';
import { leave } from './leave.js';
import { negotiate } from './negotiate.js';
import { occupy } from './occupy.js';
import { partOf } from './part-of.js';
import { recognize, recognizeEnds } from './recognize.js';
import { sanction, sanctionEnds } from './sanction.js';
import { support } from './support.js';
import { withdrawForces } from './withdraw-forces.js';

export const grammars: readonly RelationGrammar[] = [
  recognize, recognizeEnds, join, joinAhead, partOf, leave, annex, occupy, attack, sanction, sanctionEnds, withdrawForces, aid, aidEnds,
  establishTies, establishTiesEnds, ally, cooperate, negotiate, isolate, condemn, support,
]; // prettier-ignore
