import type { Act } from '../../terms/vocabulary.js';
import { blame, feelings } from './word-lists.js';

/**
 * What cues of several words, and cues whose act hangs on what is said, make of a statement. The first row that matches
 * decides; the patterns are told in `pattern.ts`. The lemmas that decide alone are in `src/terms/cue-acts.ts`.
 */
export interface CueRow {
  readonly act: Act;
  /** Patterns of the cue. */
  readonly cue: readonly string[];
  /** Patterns of the content; where given, one must match as well. */
  readonly content?: readonly string[];
  /** Invented statements that run as tests: words of the source, cue, content. */
  readonly examples: readonly (readonly [source: string, cue: string, content: string])[];
}

const accusations = 'accusation*|allegation*|claim*|charge*|report*|rumour*|rumor*|suggestion*|insinuation*';
const approving = 'great|good|historic|important|success*|step|brave|hero|heroes|milestone|excellent|positive|win|victory|remarkable|wonderful|courageous|triumph|real|encouraging|constructive|fair|balanced|promising|useful|friend|ally|partner|patriot'; // prettier-ignore

export const cueRows: readonly CueRow[] = [
  {
    act: 'confirm',
    cue: ['not|never dispute*|deny|denied|contradict*'],
    examples: [['A spokesman', 'did not deny', 'the meeting']],
  },
  {
    act: 'assert',
    cue: ['not|never rule* out', 'not|never ruling out', 'not exclude*'],
    examples: [['The minister', 'did not rule out', 'a second round of talks']],
  },
  {
    act: 'deny',
    cue: ['withdraw|withdrew|withdrawn|withdraws'],
    content: ['^…2 report*|claim*|statement*|accusation*|remark*|comment*|allegation*|story'],
    examples: [['The paper', 'withdrew', 'the report']],
  },
  {
    act: 'assert',
    cue: ['disput* (over|with|between|about)$', 'dispute over|with|between|about'],
    examples: [['Nelu', 'has a dispute over', 'the cape']],
  },
  {
    act: 'refuse',
    cue: ['not|never|without … say|saying|comment*|confirm*|respond*|elaborat*|answer*|reply*', 'declin*|refus*', 'rule*|ruling out', 'turn* down', 'shrug* off', 'brush* aside|off'],
    examples: [
      ['The palace', 'declined', 'to comment'],
      ['The envoy', 'did not say', 'when the talks would end'],
      ['The premier', 'has ruled out', 'a coalition with the Farmers'],
      ['Ostmark', 'turned down', 'the offer of grain'],
    ],
  },
  {
    act: 'threaten',
    cue: ['warn*'],
    content: ['we|it|they|he|she|i will|would (not) respond|answer|retaliate|hit|strike|punish|react|act|hesitate', 'consequences', 'pay a|the|dearly'],
    examples: [
      ['Ostmark', 'warned', 'that it would respond to any landing'],
      ['The general', 'warned', 'of “serious consequences”'],
    ],
  },
  { act: 'warn', cue: ['warn*', 'sound* the alarm', 'rais* the alarm'], examples: [['The bank', 'warned', 'that prices would rise again']] },
  {
    act: 'demand',
    cue: ['call* (again) on|upon|for', 'insist* on', 'press* for', 'ask* for', 'appeal* for'],
    examples: [['The mayor', 'called for', 'an inquiry']],
  },
  {
    act: 'demand',
    cue: ['want*'],
    content: ['^!to …9 to +'],
    examples: [['The union', 'wants', 'the strike ballot to be held in May']],
  },
  {
    act: 'demand',
    cue: ['tell|told|tells|telling|order*'],
    content: ['^(not) to +'],
    examples: [['The officer', 'told', 'to leave the square']],
  },
  { act: 'support', cue: ['want*'], examples: [['Veloria', 'wants', 'to join the Northern Union']] },
  {
    act: 'urge',
    cue: ['ask*'],
    content: ['^for +', '^…4 (not) to !whom|what|which|the|a|an|whose'],
    examples: [['The mayor', 'asked', 'residents to stay indoors']],
  },
  { act: 'oppose', cue: ['spoke|speak|speaks|speaking|came|come|comes (out) against', 'voted|vote|votes against', 'voic*|express* (strong) opposition'], examples: [['The bishops', 'spoke out against', 'the bill']] },
  { act: 'support', cue: ['spoke|came|come|speak (out) in favour|favor', 'voic*|express* … support|backing|solidarity', 'throw*|threw … weight behind', 'stand*|stood by|behind|with'], examples: [['Nelu', 'expressed its full support', 'for Tarn']] },
  { act: 'promise', cue: ['express*|voic*|signal* … readiness|willingness'], examples: [['Ostmark', 'expressed its readiness', 'to host the talks']] },
  { act: 'praise', cue: ['express*|voic* … gratitude|thanks|appreciation|admiration', 'pay|paid|pays tribute (to)'], examples: [['The envoy', 'paid tribute to', 'the medics']] },
  { act: 'criticize', cue: ['took|take|takes aim (at)', 'hit|lash*|hits out|back', 'express*|voic* … criticism|outrage|indignation'], examples: [['The senator', 'lashed out', 'at the “lazy” ministry']] },
  {
    act: 'express-feeling',
    cue: ['express*|voic*|convey* … regret*|concern*|sorrow|condolence*|hope*|anger|dismay|worr*|surprise|disappointment|satisfaction|confidence|fear*|doubt*|sympath*|shock|alarm|optimism|pride|relief|unease|frustration'],
    examples: [['The agency', 'expressed deep regret over', 'the decision']],
  },
  {
    act: 'express-feeling',
    cue: ['express*|voic*|convey*'],
    content: ['^(his|her|its|their) (deep|great|grave|serious|strong) regret*|concern*|sorrow|condolences|hope*|anger|dismay|worr*|surprise|disappointment|fear*|doubt*|sympathy|shock|alarm|optimism|pride'],
    examples: [['The agency', 'expressed', 'regret over the decision']],
  },
  { act: 'support', cue: ['express*|voic*|offer*'], content: ['^…3 support|backing|solidarity'], examples: [['Nelu', 'voiced', 'its full support for Tarn']] },
  { act: 'demand', cue: ['issu*|set* … ultimatum'], examples: [['Ostmark', 'issued an ultimatum', 'that the border be opened']] },
  { act: 'accuse', cue: ['complain* of', 'accus* … of'], examples: [['The union', 'accused the bank of', 'fraud']] },
  { act: 'deny', cue: ['dismiss*|reject*|shot|shoot* (down)'], content: [`^…2 ${accusations}`], examples: [['Ostmark', 'dismissed', 'the reports as “a fairy tale”'], ['The mayor', 'rejected', 'the accusation']] },
  { act: 'refuse', cue: ['reject*'], examples: [['Veloria', 'rejected', 'the offer']] },
  { act: 'criticize', cue: ['dismiss|dismisses|dismissed|dismissing', 'complain|complains|complained|complaining', 'sneer*', 'scoff*', 'mock*'], examples: [['The senator', 'dismissed', 'the tour as a circus']] },
  {
    act: 'support',
    cue: ['welcom*'],
    content: ['^…3 plan*|proposal*|bid|idea|accession|membership|offer|initiative|prospect|candidacy|step'],
    examples: [['Belmont', 'welcomed', 'the proposal of the mediators']],
  },
  { act: 'praise', cue: ['welcom*'], examples: [['Veloria', 'welcomed', 'the release of the crew']] },
  {
    act: 'oppose',
    cue: ['call*|brand*|label*|describ*|dubb*|term*|see*|view*|consider*|regard*'],
    content: ['red line', 'unacceptable', 'null and void', 'out of the question'],
    examples: [['Ostmark', 'called', 'the treaty “null and void”']],
  },
  {
    act: 'praise',
    cue: ['call*|describ*|dubb*|term*|label*'],
    content: [approving],
    examples: [['The envoy', 'called', 'the vote “an important step”']],
  },
  { act: 'criticize', cue: ['^(has|have|had) call|calls|called|calling|brand*|label*|dubb* (as) $'], examples: [['The senator', 'called', 'the tour “a circus”']] },
  { act: 'criticize', cue: ['describ*|term*|compar*|liken*'], content: [blame], examples: [['The senator', 'described', 'the tour as a “farce”']] },
  { act: 'assert', cue: ['describ*|term*'], examples: [['The clerk', 'described', 'the road to the village']] },
  { act: 'ask', cue: ['question*'], content: ['^whether|why|how|if|what|who'], examples: [['The auditor', 'questioned', 'whether the bridge was paid for']] },
  { act: 'criticize', cue: ['^(has|have|had) (also) questioned|questions|questioning'], examples: [['The auditor', 'questioned', 'the judgement of the board']] },
  { act: 'promise', cue: ['offer|offers|offered|offering'], content: ['^to +'], examples: [['Ostmark', 'offered', 'to free the crew']] },
  { act: 'predict', cue: ['estimat*'], content: ['will|would'], examples: [['The bureau', 'estimated', 'that 300 people would need a bed']] },
  { act: 'express-feeling', cue: ['feel|feels|felt'], content: [`^…1 ${feelings}`], examples: [['The crew', 'felt', 'angry and alone'], ['He', 'felt', 'sad about it']] },
  {
    act: 'predict',
    cue: ['fear*|believ*|think*|thought|expect*|suspect*|reckon*|view|opinion'],
    content: ['^+ …8 will|would|going|about'],
    examples: [['He', 'believes', 'the bill will be withdrawn'], ['analysts', 'In the view of', 'the move will test the alliance']],
  },
  { act: 'express-feeling', cue: ['fear*'], examples: [['Residents', 'fear', 'a new war']] },
  { act: 'promise', cue: ['insist*'], content: ['would|will not|never suffer|change|harm|stop|end|affect|hurt|cost|leave|abandon|raise|cut'], examples: [['The envoy', 'insisted', 'that trade would not suffer']] },
  { act: 'deny', cue: ['insist*|counter*|retort*'], content: ['no|not|never|nobody|nothing'], examples: [['The minister', 'insisted', 'that his office had nothing to hide']] },
  { act: 'assert', cue: ['insist*|counter*|retort*'], examples: [['The minister', 'insisted', 'that the talks were on course']] },
  { act: 'express-feeling', cue: ['jok*', 'apologi*', 'griev*'], examples: [['The premier', 'apologised for', 'the delay']] },
  { act: 'promise', cue: ['agreed|agree|agrees to'], examples: [['Ostmark', 'agreed to', 'free the crew']] },
]; // prettier-ignore
