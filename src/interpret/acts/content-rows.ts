import type { Act } from '../../terms/vocabulary.js';
import {
  feelings,
  blame,
  good,
  idle,
  gains,
  deeds,
  plans,
  kind,
  times,
  talks,
  modal,
  he,
  be,
} from './word-lists.js';

/**
 * What the content tells where the cue is neutral ("said"). Rows are asked in order, over the first sentence in plain form
 * (`pattern.ts` tells the patterns); the first that matches decides, and where none does the act is "assert".
 */
export interface ContentRow {
  readonly act: Act;
  /** `own`: what is spoken of is the speaker or whom he speaks for; `others`: it is not; left out: either. */
  readonly whose?: 'own' | 'others';
  /** Only where the speaker holds an office of state, of an army, a party or a body. */
  readonly official?: true;
  readonly patterns: readonly string[];
  /** None of these may match. */
  readonly unless?: readonly string[];
  /** Invented statements that run as tests: words of the source, content. */
  readonly examples: readonly (readonly [source: string, content: string])[];
}

export const contentRows: readonly ContentRow[] = [
  { act: 'deny',
    patterns: ['did|does|do not mean', `${be} (all|completely|simply|totally|absolutely|entirely|categorically|just) untrue|false|baseless|groundless|unfounded|fabricated|fake|fiction`, `${be} (simply|just|absolutely) not (simply) true|correct|accurate`, `${be} a|all lie|lies|fiction|fabrication|hoax|invention`, 'nothing to hide', 'nothing to do with', 'no truth', 'no such thing|plan|plans|agreement|deal|talks|request|order|promise|meeting', `^${he} did|does|do|is|was|were|are|had|has|have not $`, `${he} (had|has|have) never said|told|promised|agreed|asked|received|took|used|intended|met|done|did|planned|threatened|touched|paid|knew|seen|saw`],
    examples: [
      ['The governor', 'the treaty did not mean that the land was sold'],
      ['Kerr', '“That is simply not true”'],
      ['the commissioner', 'it did not'],
      ['Kerr', '“I never promised anybody a seat”'],
    ] },
  { act: 'express-feeling', whose: 'own',
    patterns: [`am|is|are|was|were|feel|feels|felt (very|deeply|so|really|truly|extremely|quite) ${feelings}`, `^${he} (still|do|really|sincerely) hope|hopes|hoped|fear|fears|feared|regret|regrets|regretted|wish|wishes|wished|mourn|love|loved`, 'apologi*', 'never slept|felt|laughed|cried', 'have|had|has waited'],
    unless: [`${modal} not|never`],
    examples: [
      ['Rey', '“We are deeply saddened by the loss”'],
      ['Several officials', 'they were dismayed'],
      ['Nelu', 'it regretted the move'],
    ] },
  { act: 'express-feeling',
    patterns: ['caus* (for) concern', 'is|are|was|were sad|happy|proud|worried|grateful|shocked|concerned about|that|by|to'],
    examples: [['The watchdog', 'the arrests cause concern']] },
  { act: 'threaten',
    patterns: [`${he} ${modal} respond|retaliate|strike|punish|destroy|crush|avenge`, `${modal} pay a|the|dearly`, `${modal} not hesitate to`, `${modal} face|suffer|bear|feel (the) (serious|grave|severe|dire) consequences`, `you|they ${modal} regret`],
    examples: [
      ['General Tarr', '“They will pay a heavy price”'],
      ['the Ostmark ministry', 'it would retaliate'],
    ] },
  { act: 'refuse',
    patterns: ['out of the question', 'not negotiable', 'non-negotiable', 'not up for', 'nothing (more|further) to add|say|discuss', 'no comment', `no (more|further) ${talks} …9 without|until|unless|while`, `${modal} be no … (so|as) long as`, '(so|as) long as …20 will|can be no', '^nobody|none will|can|would|joins|leaves|enters|gets|takes', '^no one will|can|would|joins|leaves|enters|gets|takes', '^not|never this|next|now|yet|again|while|until|under', 'do|does|will|would not negotiate with'],
    examples: [
      ['Rey', 'a return of the king was out of the question'],
      ['Dal', 'there can be no talks with Nelu until its troops leave'],
      ['Rey', '“Never again”'],
    ] },
  { act: 'promise', whose: 'own',
    patterns: [`${modal} not|never abandon*|forget|fail|betray|rest|suffer|lower|walk`, `${modal} not|never let|leave … down|behind|alone`, `${modal} not|never give up on`],
    examples: [['Rey', '“We will not abandon our friends”']] },
  { act: 'refuse', whose: 'own',
    patterns: [`${modal} not|never|no`, 'can|could not|never recogni*|accept|agree|support|allow|tolerate|ignore|negotiate|compromise', 'do|does|did not|never recogni*|accept|negotiate|tolerate|agree|need|talk', 'has|have|had no intention|plans|wish|desire to|of', 'is|are|am|was|were not going|prepared|ready|willing to', 'never will'],
    unless: [`${modal} not|no change`, `${modal} no doubt`],
    examples: [
      ['Foreign Minister Ana Rey', 'Veloria would never recognise the vote'],
      ['Rey', '“We don’t negotiate with kidnappers”'],
      ['the prince', 'he had no intention of resigning'],
      ['President Lund', 'Nelu would not give up its claim'],
    ] },
  { act: 'refuse', whose: 'others',
    patterns: [`${modal} not|never …9 (so|as) long as`, `${modal} not|never …9 unless|until`],
    examples: [['the envoy', 'the gate will not open until the prisoners are free']] },
  { act: 'criticize',
    patterns: ['should|ought (not|never) (to) have !to', 'should never have', 'should not lecture', 'has|have no right', 'knows|know nothing', 'is|are|was|were not theirs|his|hers to', 'rather than a', 'not been consulted|told|informed|asked|heard', 'can not even', 'too slow|little|late|weak|soft|timid', 'chasing headlines|votes', 'has|have|had gone too far'],
    examples: [
      ['Lund', 'the treaty should never have been signed'],
      ['The union', 'its members had not been consulted'],
    ] },
  { act: 'urge',
    patterns: ['^it|now is (high) time', '^let us', 'must|should work together', '^we|you|everyone|everybody (all) must|should', '^we|you (all) need to', 'it is important|essential|vital|crucial|imperative|necessary|critical to|that|for'],
    examples: [
      ['Rey', '“Let us sit down together”'],
      ['Rey', '“We must find a way back to the table”'],
    ] },
  { act: 'demand',
    patterns: ['^no + , no +', 'must !have', 'has|have to', 'needs to', 'ought to', '^stop|withdraw|release|free|hand|respect +'],
    unless: ['^i|we have to', 'has|have had to', 'nothing to', 'must not be', 'does|do not have to'],
    examples: [
      ['Rey', 'Ostmark must withdraw its troops'],
      ['the mayor', '“No permit, no parade”'],
    ] },
  { act: 'urge',
    patterns: ['^…9 should !have'],
    unless: ['^i should', 'how|what|why … should', 'should they|he|she|it|we'],
    examples: [['Lund', 'the parties should return to the table']] },
  { act: 'promise', whose: 'own',
    patterns: ['^+ …6 ready|prepared|willing|determined|committed to'],
    unless: ['not ready|prepared|willing'],
    examples: [['Rey of Veloria', 'Veloria is ready to host the talks']] },
  { act: 'oppose', whose: 'own',
    patterns: ['^+ …3 oppose|opposes|opposed|reject|rejects|rejected|object|objects', '^+ …3 am|are|is|was|were (firmly|strongly|categorically) against|opposed', '^+ …3 do|does|did not want|support|back|favour|favor'],
    examples: [
      ['The Nelu presidency', 'Nelu opposes the treaty'],
      ['Lund', 'he was against the bridge'],
    ] },
  { act: 'support', whose: 'own',
    patterns: ['^+ …3 support|supports|supported|back|backs|backed|welcome|welcomes|welcomed|favour|favours|favoured|favor|favors|favored|want|wants|wanted', '^+ …3 am|are|is|was|were in favour|favor', '^+ …3 open to', '^+ …2 stand|stands|stood with|by|behind'],
    unless: [`${modal} not|never`, 'been|never|not supported|backed|wanted', 'is|are|was|were welcome', 'the|its|his|her|their|of|for|go|come|came|went support|back', `${modal} … support|back|welcome`],
    examples: [
      ['Rey of Veloria', 'Veloria supported dialogue'],
      ['Rey', '“We are open to a second bridge”'],
    ] },
  { act: 'support',
    patterns: ['^our place|path|future is', 'right|best path|choice|option|decision', 'promising option*|path*|way*', 'door is|was|stood|stands|remain|remains|remained open'],
    examples: [['the alliance', 'the door remained open']] },
  { act: 'praise',
    patterns: [`${be} a|an|very|truly|really (very|truly|really) ${good} …1 ${gains}`, 'did|done|doing a|an (very) great|good|excellent|fantastic|tremendous|wonderful|amazing|terrific|outstanding', `${be} (a) (true|real) hero|heroes|patriot*`, '^thank you', `^i|we (want|would) (to|like) (to) thank|congratulate|commend|applaud|salute|praise`, 'the only man|woman|one|country who', 'more in a day|week|month|year than'],
    unless: ['^if', 'if it|this|that'],
    examples: [
      ['the chancellor', '“This is a historic day”'],
      ['Rey', 'the medics had done an excellent job'],
    ] },
  { act: 'criticize',
    patterns: [`^…14 ${blame}`],
    unless: ['not|never|no (a|an|the|been|be) failed|wrong|corrupt|illegal|weak|lie', 'fight|fighting|against|combat|combating|defeat|on|of (the) terror|terrorism|corruption|aggression|propaganda', 'criminal justice|investigation|inquiry|case|code|court', 'what went wrong', 'failed to|state'],
    examples: [
      ['Lund', 'the blockade was inhumane'],
      ['Lund', 'the vote is a reward for terror'],
    ] },
  { act: 'assert',
    patterns: ['will remain', 'will always be', `${modal} not change`, '^if'],
    examples: [['Lund', '“The cape is ours and will remain so”'], ['Rey', '“If conditions arise, we will talk”']] },
  { act: 'announce', whose: 'own',
    patterns: [`^+ …8 ${modal} (also|now|soon|then) ${plans} …9 next|this week|month|year|spring|summer|autumn|fall|winter`, `^+ …8 ${modal} (also|now|soon|then) ${plans} …9 by|in|on|from|before ${times}`, `^+ …8 ${modal} …9 tomorrow`, `^+ …8 has|have|had (also|now|just|already|formally) ${deeds}`, '^+ …4 plan|plans|planned|intend|intends|intended to'],
    examples: [
      ['Foreign Minister Ana Rey', 'Veloria will open an embassy in Tarn next month'],
      ['President Lund', 'Nelu has recalled its ambassador'],
    ] },
  { act: 'promise', whose: 'own',
    patterns: [`^+ …8 ${modal} …2 ${kind}`, `^+ …8 ${modal} be ready|there|first|fair|open|free|safe`],
    unless: [idle],
    examples: [
      ['President Lund', 'Nelu would continue to feed the refugees'],
      ['Rey', '“We will always help you”'],
    ] },
  { act: 'announce', whose: 'own',
    patterns: [`^+ …8 ${modal} (also|now|soon|then) ${plans}`],
    unless: [idle],
    examples: [['Lund', 'his party will challenge the law']] },
  { act: 'promise',
    patterns: [`^i|we will`],
    unless: ['^i|we will see|know|learn|find|have|need|be|lose|win'],
    examples: [['Rey', '“We will sit down without preconditions”']] },
  { act: 'announce', whose: 'own',
    patterns: [`^+ …8 ${modal}`],
    unless: [idle],
    examples: [['Lund', 'he would spend the winter at home']] },
  { act: 'announce', official: true,
    patterns: ['^+ …8 has|have (also|now|just|already|formally) withdrawn|severed|blocked|vetoed|suspended|imposed|expelled|lifted|recalled'],
    examples: [['diplomats in Port Rey', 'Nelu has blocked the accession of Tarn']] },
  { act: 'predict', whose: 'others',
    patterns: ['may|might (soon) be|become|face|follow|lead|have|try|fall|lose|win|see !been', 'sooner or later', '(a) question|matter of time|days|weeks|months|years', 'is|are|was|were likely|bound|certain|sure|unlikely|going to|that', 'before long', 'inevitabl*', 'this|it is the last … before'],
    examples: [
      ['Analysts', 'that Nelu may be next'],
      ['Rey', '“Sooner or later they will see it our way”'],
    ] },
]; // prettier-ignore
