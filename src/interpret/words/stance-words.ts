/**
 * Words that commit a speaker to or against something, in lower case, as regular expressions between word boundaries. Add a
 * phrase to a list and a sentence to `stances.test.ts`.
 */
const anyOf = (phrases: readonly string[]): RegExp =>
  new RegExp(String.raw`\b(?:${phrases.join('|')})\b`, 'u');

/** Not under negation, which belongs to the phrase: "is not an option". */
export const refusing = anyOf([
  '(?:not|never|no longer) (?:an option|negotiable|an alternative|acceptable|up for discussion|in (?:our|the|its) interests?)',
  'non-starter', 'no place for', 'no question of', 'have no future',
]); // prettier-ignore

export const opposing = anyOf([
  // what one does against it
  'oppos(?:e|es|ed|ing|ition)', 'against', 'reject(?:s|ed|ing)?', 'refus(?:e|es|ed|al|ing)', 'rul(?:e|es|ed|ing) out', 'resist(?:s|ed)?',
  'veto(?:es|ed)?', 'block(?:s|ed|ing)?', 'prevent(?:s|ed|ing)?', 'stop(?:s|ped|ping)?', 'ceas(?:e|es|ed|ing)', 'halt(?:s|ed|ing)?',
  'refrain(?:s|ed|ing)?', 'abandon(?:s|ed|ing)?', 'object(?:s|ed|ing)? to', 'objections? to', 'avoid(?:s|ed|ing)?', 'declin(?:e|es|ed|ing)',
  'no intention', 'no plans?', '(?:no|little) (?:\\w+ )?(?:reason|point|sense|appetite)(?: whatever| whatsoever| at all)?', 'ha(?:s|ve|d) nothing to do with',
  // what one says of it
  'condemn(?:s|ed|ing)?', 'denounc(?:e|es|ed|ing)', 'deplor(?:e|es|ed|ing)', 'regret(?:s|ted)?', 'lament(?:s|ed)?', 'protest(?:s|ed)? against',
  'mistake', 'error', 'unjustified', 'not possible', 'not favou?rable', 'unacceptable', 'speculative', 'red line', 'dangerous', 'danger', 'threat', 'illegal', 'unlawful', 'illegitimate', 'absurd', 'nonsense',
  'out of the question', 'impossible', 'unthinkable', 'inconceivable', 'wrong', 'provocation', 'provocative', 'never be', 'betrayal', 'folly', 'disaster', 'disastrous', 'catastroph(?:e|ic)',
  'counterproductive', 'irresponsible', 'reckless', 'violat(?:e|es|ed|ion)', 'null and void', 'invalid', 'reward for', 'rewards?',
  'destabili[sz](?:e|es|ing)', 'undermin(?:e|es|ing)', 'provok(?:e|es|ing)', 'endanger(?:s|ing)?', 'escalat(?:e|es|ing)', 'hostile',
]); // prettier-ignore

export const favouring = anyOf([
  // wish and plan
  'pursu(?:e|es|ed|ing)', 'wants?', 'wanted', 'hop(?:e|es|ed|ing)', 'wish(?:es)?', 'seek(?:s|ing)?', 'sought', 'aim(?:s|ed)?', 'aspir(?:e|es|ation|ations)', 'dreams?',
  'goals?', 'objective', 'intends?', 'plan(?:s|ned)', 'apply', 'applied', 'look(?:s|ing)? forward', 'efforts?', 'ready', 'prepared', 'determined', 'willing', 'eager', 'keen',
  'would like', 'committed', 'commitment', 'ambition', 'vow(?:s|ed) to', 'pledg(?:e|es|ed)', 'agree(?:s|d) to', 'offer(?:s|ed) to',
  // support
  'supports?', 'supported', 'supporting', 'back(?:s|ed|ing)', 'favou?rs?', 'in favou?r', '(?<!not |n\'t )favou?rable', 'welcom(?:e|es|ed)', 'endors(?:e|es|ed)', 'advocat(?:e|es|ed|ing)',
  'applaud(?:s|ed)?', 'hail(?:s|ed)?', 'prais(?:e|es|ed)', 'push(?:es|ed|ing)? for', 'lobb(?:y|ies|ied|ying) for', 'press(?:es|ed|ing)? for', 'accept(?:s|ed|ing)?', 'allow(?:s|ed)?', 'permit(?:s|ted)?', 'tolerat(?:e|es|ed)',
  'call(?:s|ed|ing)? (?:for|on)', 'urg(?:e|es|ed|ing)', 'demand(?:s|ed)?', 'expect', 'expects', 'encourag(?:e|es|ed)', 'insist(?:s|ed)? on',
  // worth
  'priority', 'promising', 'our path', 'the right path', 'the right (?:thing|step|decision|choice)', 'our choice', 'our place', 'deserves?', 'should', 'must', 'necessary', 'need(?:s|ed)?', 'benefit(?:s|ed)?', 'important',
  'no alternative', '(?:only|just) a matter of time', '(?:good|great|positive|historic|important|major|big) (?:step|day|news|development|moment|decision)',
  'strengthen(?:s|ed)?', '(?:our|national|mutual|common) interests?', 'guarantee of',
]); // prettier-ignore

export const notNow = anyOf([
  '(?:not|n\'t|never|no longer) (?:\\w+ ){0,4}(?:on the (?:agenda|table)|at this (?:stage|point|time)|at the moment|for now|at present|right now|yet ready|ready|the (?:right )?(?:time|moment)|a priority|imminent|yet|currently|come)',
  '(?:rul(?:e|es|ed|ing) out|reject(?:s|ed|ing)?) (?:\\S+ ){0,4}(?:for now|at this stage|for the time being|at present)',
  '(?:not|n\'t|never) (?:being )?(?:considered|considering|discussed|discussing|planned|planning) (?:\\S+ ){0,4}(?:today|now|at present|currently|for the time being|at the moment|this year)',
  '(?:not|n\'t|never) (?:\\w+ ){0,5}\\W*for the time being', 'premature', 'too early', 'too soon', 'not yet', 'not now', 'not currently', 'no (?:immediate |current )?plans? (?:\\w+ ){0,3}(?:now|at present|at this stage|yet)',
  'no (?:immediate|current) plans?', 'off the (?:agenda|table) for now',
]); // prettier-ignore

export const stayingOpen = anyOf([
  '(?:not|n\'t|never) (?:\\w+ ){0,3}(?:rul(?:e|ed|ing) (?:it |this |that )?out|exclude[ds]?|excluding)',
  'open to', 'leaves? open', 'remains? open', '(?<!not |n\'t |never )possible', 'option', 'may consider', 'could consider', 'ready to (?:discuss|consider|talk)', 'one of the options', 'possibility',
]); // prettier-ignore

/** The same with "not" before it is a refusal, or one for now. */
export const weighing = anyOf(['considering', 'studying', 'exploring', 'examining']);

export const undecided = anyOf([
  'undecided', '(?:not|n\'t) (?:yet )?(?:decided|made a decision|taken a decision)', 'no decision', 'yet to decide', 'consider(?:s|ing)? whether', 'weigh(?:s|ing)?', 'still discussing',
]); // prettier-ignore

/** What a stance hangs on. */
export const condition = anyOf([
  '(?<!\\b(?:even|as|what) )if', 'unless', 'provided', 'providing', 'on condition', '(?<!for )as long as', 'so long as', 'only when', 'only after', 'only with', 'only in', 'only on', 'only under', 'only through', 'only by', 'in (?:exchange|return) for', 'on the condition', 'until', 'in case', 'in the event', 'should conditions',
  'as equals', 'on equal terms', 'as an equal', 'subject to', 'on the basis of',
]); // prettier-ignore

/** Behind a refusal: "would not negotiate until it withdraws", "no talks without recognition". */
export const lifting = anyOf(['until', 'unless', 'without (?!preconditions|conditions|delay)', 'before']);
