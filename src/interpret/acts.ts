import { cueActs, sayingCues } from '../terms/cue-acts.js';
import type { Act } from '../terms/vocabulary.js';
import { contentRows } from './acts/content-rows.js';
import { cueRows } from './acts/cue-rows.js';
import { compile, plain } from './acts/pattern.js';
import { demonymOf, lookUp } from './gazetteer/gazetteer.js';
import { verbLemma } from './lemma.js';

const byCue = cueRows.map(({ act, cue, content }) => ({ act, cue: compile(cue), content: content && compile(content) })); // prettier-ignore
const byContent = contentRows.map(({ patterns, unless, ...row }) => ({ ...row, is: compile(patterns), not: unless && compile(unless) })); // prettier-ignore
/** More characters of a content than this are not read for its act: bounds the work on hostile input. */
const mostRead = 2000;

/**
 * What a statement does: the cue decides where it can; where the cue is neutral ("said") the content's first sentence does,
 * and says "assert" where nothing is plain.
 * @param cue the cue as written, @param cueLemma its lemma, @param content the words ascribed.
 * @param speaker words that name the speaker, his office and whom he speaks for: what his own side will do he promises,
 * announces or refuses.
 */
export function actOf(cue: string, cueLemma: string | null, content: string, speaker = ''): Act {
  const said = plain(content.slice(0, mostRead));
  const how = plain(cue);
  if (/^(?:neither|nobody|no one|none)\b/iu.test(speaker) && /\bcomment/u.test(how)) return 'refuse';
  const row = byCue.find((r) => r.cue.test(how) && (r.content === undefined || r.content.test(said)));
  if (row !== undefined) return row.act;
  const decided = cueLemma === null ? undefined : cueActs.get(cueLemma);
  if (decided !== undefined && !solemn.test(cueLemma!)) return decided;
  const reported = /^(?:according to|in the) /u.test(how);
  if (!reported && cueLemma !== null && !sayingCues.has(cueLemma)) return 'assert';
  if (!reported && /\? ?$/u.test(said) && !/[.!] ./u.test(said)) return 'ask';
  const first = said
    .split(/ [.!?…] /u)[0]!
    .replace(/ ?$/u, ' ')
    .replace(/ , $/u, ' ');
  const act = actOfContent(first, content, speaker);
  // What a report or a source that only informs is said to tell is told, not done.
  if (reported) return act === 'predict' ? act : 'assert';
  return act === 'assert' ? (decided ?? act) : act;
}

/** Verbs that give weight to what is said, and leave the act to it: "declared that there will be no bridge". */
const solemn = /^(?:declare|proclaim)$/u;

function actOfContent(first: string, content: string, speaker: string): Act {
  const subject = subjectOf(first);
  const own = isOwn(subject, first, content, speaker);
  const performed = own ? performedBy(first, subject) : undefined;
  if (performed !== undefined) return performed;
  const row = byContent.find(({ whose, official: byOffice, is, not }) => {
    if (whose !== undefined && (whose === 'own') !== own) return false;
    if (byOffice === true && !official.test(speaker)) return false;
    return is.test(first) && (not === undefined || !not.test(first));
  });
  if (row !== undefined) return row.act;
  // Spoken "would" weighs what is not; told "would" is a "will" of before.
  const ahead = isSpoken(content) ? spokenAhead : toldAhead;
  if (!ahead.test(first)) return 'assert';
  return official.test(speaker) && !ofOthers(content) ? 'announce' : 'predict';
}

const spokenAhead = compile(['^+ …6 will', '^+ …6 am|is|are going|about to']);
const toldAhead = compile(['^+ …8 will', '^+ …8 would !have|like|rather|love|prefer', '^+ …6 am|is|are|was|were going|about to']); // prettier-ignore
const official = /\b(?:president|minister|ministry|government|spokes(?:man|woman|person)|leader|premier|chancellor|commissioner|presidential|secretary|diplomats?|governor|general|speaker of|authorities)\b/iu; // prettier-ignore
const home =
  /\b(?:authorities|government|ministry|parliament|army|police|courts?|talks|elections?|referendum)\b/iu;

/** What an officer of state says "will be" is announced where it is about things at home, foretold where it is about others. */
function ofOthers(content: string): boolean {
  const subject =
    /^[“"«‘]?\s*(?:that\s)?(?:The\s)?(.*?)\s(?:will|would|is|are)\b/su.exec(content)?.[1] ?? content;
  return (
    (/(?:^|\s)\p{Lu}/u.test(subject) && !home.test(subject)) || /\b(?:if|may|might|could)\b/u.test(content)
  );
}

/** Verbs whose saying is the act: "we demand …", "she said she denied …", "it regretted". */
const performing = new Set('deny dispute reject confirm acknowledge admit announce declare promise vow pledge swear guarantee assure support endorse oppose refuse decline demand urge appeal recommend accuse condemn denounce deplore praise hail applaud commend thank congratulate salute warn predict expect regret fear hope mourn'.split(' ')); // prettier-ignore
const before = /^(?:also|strongly|firmly|fully|categorically|therefore|sincerely|deeply|have|has|had|do|am|is|are|was|were|to|want|would|like|can|only|still|simply|always|again)$/u; // prettier-ignore

function performedBy(first: string, subject: string): Act | undefined {
  const words = first.slice(subject.length).trim().split(' ').slice(0, 5);
  const verb = words.find((word) => !before.test(word));
  const lemma = verb === undefined ? '' : verbLemma(verb);
  if (!performing.has(lemma) || verb!.endsWith('ing')) return undefined;
  return lemma === 'reject' ? 'oppose' : cueActs.get(lemma);
}

/** Whether the content opens in quotation marks: there "he" is another, and "would" no promise. */
const isSpoken = (content: string): boolean => /^(?:[“"«‘]|'')/u.test(content);
const impersonal = compile(['^it will|would (not) be|make|take|cost|mean|require|happen|seem|help|have']);

const mine =
  /^(?:i|we|(?:my|our)(?: (?:own|country|party|government|administration|campaign|team|ministry|office|side|movement|people|state|army|nation))+)$|^(?:i|we) /u;
const theirs =
  /^(?:he|she|it|they|(?:his|her|their|its)(?: (?:own|country|party|government|administration|campaign|team|ministry|office|husband|wife|side|movement|people|state|army|nation))+)$/u;
const house =
  /^the (?:country|region|republic|island|state|government|alliance|bloc|union|party|kingdom|ministry|council|army|commission|administration|military|nation|front)$/u;

/** Whether a clause is about the speaker or whom he speaks for: "we", "he" outside quotation marks, the land in his title, his own house. */
function isOwn(subject: string, first: string, content: string, speaker: string): boolean {
  if (mine.test(subject)) return true;
  // Inside quotation marks "he" and "they" are others.
  if (theirs.test(subject)) return !isSpoken(content) && !(subject === 'it' && impersonal.test(first));
  if (house.test(subject) && official.test(speaker)) return true;
  const last = subject.split(' ').filter((word) => /^[\p{L}-]{4,}$/u.test(word)).at(-1); // prettier-ignore
  if (last === undefined) return false;
  const named = speaker.toLowerCase().split(/[^\p{L}-]+/u).filter((word) => word.length > 3); // prettier-ignore
  if (named.some((word) => word.startsWith(last.slice(0, Math.max(4, last.length - 2))))) return true;
  const land = landOf(subject, content);
  if (land === null || !official.test(speaker)) return false;
  const lands = landsOf(speaker);
  return lands.length === 0 ? !sided.test(speaker) : lands.includes(land);
}

/** Words about a speaker that name some land: "Velorian premier", "president of Tarn", "Tarn's envoy". */
const sided = /\b\p{Lu}[\p{L}-]+(?:ian|an|ese|ish|ic|i) (?:\p{L}+ ){0,2}(?:[Pp]resident|[Pp]rime|[Pp]remier|[Mm]inist|[Ff]oreign|[Ll]eader|[Oo]fficial|[Aa]mbassador|[Dd]iplomat|[Ss]pokes|[Ss]enator|[Ll]awmaker|[Gg]eneral|[Gg]overn|[Cc]hancellor|[Kk]ing)|\b(?:of|in|for|from) (?:the )?\p{Lu}|\p{Lu}[\p{L}-]+['’]s\b/u; // prettier-ignore

/** The state or place that a subject is, where it is a bare name; null where it is none. */
function landOf(subject: string, content: string): string | null {
  const bare = subject.replace(/^the /u, '');
  const at = content.toLowerCase().replaceAll('’', "'").indexOf(bare);
  const words = at < 0 ? '' : content.slice(at, at + bare.length);
  if (!/^\p{Lu}[\p{L}-]+(?: (?:of |the |and )?\p{Lu}[\p{L}-]+){0,3}$/u.test(words)) return null;
  const listed = lookUp(words);
  return listed?.seatOf ?? listed?.entity ?? words;
}

const noStems: ReadonlyMap<string, string> = new Map();

/** States and places that the words about a speaker name: "the Kremlin's spokesman", "Velorian premier". */
function landsOf(speaker: string): string[] {
  const words = speaker.match(/\p{Lu}[\p{L}-]+/gu) ?? [];
  return words.flatMap((word, i) => {
    const listed = lookUp(`${word} ${words[i + 1] ?? ''}`) ?? lookUp(word);
    const entity = listed?.seatOf ?? listed?.entity ?? demonymOf(word, noStems);
    return entity === undefined ? [] : [entity];
  });
}

/** Words before the first modal or verb that shows whose the clause is. */
function subjectOf(first: string): string {
  return first.split(subjectEnd)[0]!.trim();
}

const subjectEnd =
  / (?:(?:also|still|now|never|always|fully|strongly|firmly|deeply|himself|herself) )?(?:will|would|shall|do|does|did|am|are|is|was|were|has|had|have|can|could|must|should|may|might|opposes?|opposed|supports?|supported|wants?|wanted|rejects?|rejected|backs?|backed|refuses?|refused|remains?|remained|hopes?|hoped|fears?|feared|regrets?|regretted|recogni[sz]es?|welcomes?|welcomed|demands?|demanded|condemns?|condemned|denies|denied|expects?|expected|plans?|planned|intends?|intended|feels?|felt|stands?|stood) /u;
