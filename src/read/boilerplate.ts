/** Lines that a page puts around and into an article, by their words. English first, with what other languages use most. */

/** A kind of line. */
interface Kind {
  readonly reason: string;
  readonly pattern: RegExp;
  /** UTF-16 code units; a longer line is not of this kind. */
  readonly longest: number;
  /** Also where the line ends as a sentence does. */
  readonly sentences?: true;
}

const networks = String.raw`(?:facebook|twitter|x|telegram|whats ?app|instagram|youtube|linkedin|viber|reddit|pinterest|vkontakte|vk|e-?mail|google news|bluesky|threads|mastodon|messenger|copy link|print)`;

const between = String.raw`(?:[\s:|·•/,&]+)`;

const kinds: readonly Kind[] = [
  {
    reason: 'menu words',
    longest: 80,
    pattern: /^(?:home(?:page)?|news|videos?|photos?|gallery|podcasts?|menu|search|close|back to top|skip to .{1,40}|sign (?:in|up|out)|log ?(?:in|out)|register|my account|my profile|subscribe(?: now)?|donate|contact(?: us)?|about us|e-?paper|privacy policy|terms (?:of use|and conditions)|politics|world|business|opinion|sports?|culture|economy|society|advertisement|advertising|ad|sponsored(?: content)?|loading|please wait|play|pause|mute|listen(?: to (?:this )?(?:article|story))?|save|saved|bookmark|print(?: version| this page)?(?:\s*[|·•/]\s*(?:send|e-?mail|tell) (?:to )?a friend)?|(?:send|e-?mail) (?:this )?to a friend|font size.{0,20}|a[-+ ]a[-+ ]a?|expand|accept(?: all)?(?: cookies)?|reject(?: all)?|allow all|decline|i agree|got it|ok|manage (?:preferences|settings|cookies|options)|show (?:more|less)|load more.{0,30}|next|previous|next article|previous article|gift this article)$/iu,
  },
  {
    reason: 'share words or counts',
    longest: 100,
    pattern: new RegExp(String.raw`^(?:(?:click to )?(?:share|tweet|pin|like|follow|send)(?:${between}(?:this|article|story|page|post|on|via|by|with|to|us|now|\d[\d.,]*[km]?|${networks}|friends?|comments?|shares?|tweets?|\(opens in new window\)))*${between}?|${networks}(?:${between}${networks})*|\d[\d.,]*\s?[km]?\s?(?:views?|shares?|comments?|likes?|reactions?|reads?|tweets?)(?:\s+\d.*)?|(?:views?|shares?|comments?|likes?|reads?)\s?[:(]?\s?\d[\d.,]*\s?[km]?\)?|поделиться.*|partager.{0,30}|teilen|compartir.{0,30})$`, 'iu'),
  },
  {
    reason: 'comments around the article',
    longest: 120,
    sentences: true,
    pattern: /^(?:\d+ )?(?:comments?|responses?|replies)(?: \(\d+\))?:?$|^(?:leave|post|write|add|be the first to(?: leave)?) (?:a |your )?(?:comment|reply).{0,40}$|^(?:log|sign) in (?:or \w+ )?to (?:comment|reply|leave).{0,40}$|^comments are (?:closed|moderated).{0,60}$|^(?:view|show|see|join|read)(?: all)?(?: \d+)?(?: the)? (?:comments|conversation|discussion)\W{0,3}$/iu,
  },
  {
    reason: 'the same in other languages',
    longest: 120,
    sentences: true,
    pattern: /^(?:this (?:article|story|text|page) is )?also available in\b.*$|^(?:read|view|available) (?:(?:this|it|the (?:article|story)) )?in (?:english|russian|ukrainian|georgian|french|german|spanish|arabic|turkish|armenian|romanian|polish|chinese|portuguese|italian)\W{0,3}$|^(?:читать|читайте) (?:на|по-)\s?\S+$|^lire en \S+$/iu,
  },
  {
    reason: 'a note on cookies or consent',
    longest: 400,
    sentences: true,
    pattern: /^(?=.*\bcookies?\b)(?:.*\b(?:we (?:and our partners )?use|this (?:web)?site uses|our use of|by (?:continuing|using|clicking)|accept(?: all)?|reject(?: all)?|manage|privacy policy|your consent|cookie (?:policy|settings|preferences|notice))\b.*)$/iu,
  },
  {
    reason: 'an invitation to subscribe or follow',
    longest: 260,
    sentences: true,
    pattern: /^(?:(?:please )?(?:sign up|subscribe|register|join|follow|get|receive|download|support|like|enter|stay|never miss|don[’']t miss|want (?:more|to)|become|help|thank you for|you can)\b.*\b(?:newsletters?|your inbox|by e-?mail|e-?mail address|(?:our|us on|the|us via) (?:telegram|whats ?app|facebook|twitter|instagram|youtube|viber|google news|social|channel|app)\b|our (?:app|page|channel|journalism|work|team|community|briefing|free|daily|weekly)|free (?:trial|account)|subscription|subscriber|up to date with|follow us)\b.*|follow (?:us|our \w+) (?:on|in) \p{L}[\p{L} ]{0,30}|.{0,60}\bnewsletter sign-?up.{0,60}|подписывайтесь.*|abonnez-vous.*|suscríbete.*|abonnieren sie.*)$/iu,
  },
  {
    reason: 'a note on payment or access',
    longest: 260,
    sentences: true,
    pattern: /^(?:this (?:article|story|content) is (?:for|only for|available to|exclusive to|reserved for) (?:\w+ )?(?:subscribers|members|readers|premium).*|(?:already|not) (?:a |an )?(?:subscribers?|members?)\b.*|(?:.{0,120}\b)?subscribe (?:now )?to (?:read|continue|unlock|access)\b.*|(?:to )?continue reading(?: below)?|(?:to )?continue reading (?:this )?(?:article|story|with|for|by).*|(?:create|log in to) (?:a|your) (?:free )?account to .*|you have \w+ (?:free )?articles? (?:left|remaining).*|unlock (?:this|unlimited|full) .*)$/iu,
  },
  {
    reason: 'an advertisement',
    longest: 120,
    sentences: true,
    pattern: /^(?:(?:scroll to continue|advertisement|(?:article|story|content|post) continues?)\b.{0,20}(?:below|after|with|advertis|scroll|reading).{0,40}|- ?advertisement ?-|(?:paid|promoted|partner) content\W?)$/iu,
  },
  {
    reason: 'a pointer to another article',
    longest: 220,
    pattern: /^[-–•►▶>→|\s]*(?:read|read (?:also|more|next|on|the full .{2,40})|also read|see|see also|watch(?: (?:live|also|the video))?|listen|more|related|don[’']t miss|explore|must read|recommended|читайте (?:также|ещ[её])|читать (?:также|далее)|lire aussi|à lire aussi|lesen sie auch|mehr zum thema|lea también|leia (?:também|mais)|leggi anche|lees ook|czytaj (?:także|też))(?:\s*[:|»>→]\s*|\s+[–-]\s+)\S.*$/iu,
  },
  {
    reason: "a feed's pointer back to its site",
    longest: 400,
    sentences: true,
    pattern: /^the post .{3,300} (?:appeared first|first appeared) on .{2,100}$|^(?:\[?…\]?|\.\.\.) ?(?:continue reading|read more)\b.{0,60}$/iu,
  },
  {
    reason: 'a caption or credit',
    longest: 260,
    sentences: true,
    pattern: /^(?:(?:file |archive )?(?:photo|image|picture|pic|video|illustration|screenshot|credit|caption|fig(?:ure)?\.? \d+|фото|photo credit|image source|source of photo)\s*(?:by|courtesy(?: of)?|credit|:|©|\/|\|)\s*.*|\((?:file )?(?:photo|image|picture|ap|afp|reuters).{0,80}\)|\[(?:file )?(?:photo|image|picture|map|graphic|infographic|chart|video|embedded|embed|gallery)\b.{0,200}\]|(?:getty images|reuters|afp|ap photo|epa|shutterstock)(?:\s*[/|,].{0,60})?)$/iu,
  },
  {
    reason: 'tags',
    longest: 300,
    pattern: /^(?:tags?|topics?|keywords?|categor(?:y|ies)|filed under|more on|in this (?:article|story)|теги)\s*[:|].*$/iu,
  },
  {
    reason: 'rights of copy',
    longest: 300,
    sentences: true,
    pattern: /^(?:(?:copyright\b|©|\(c\) \d{4}).*|.{0,80}\ball rights reserved\b.{0,120}|(?:copying|re(?:production|printing|publication)|(?:any )?use|quoting|citing) (?:of )?(?:(?:the|our|these|site|all) )*(?:materials?|texts?|articles?|content)\b.{0,80}\b(?:hyperlink|permi(?:tted|ssion)|prohibited|forbidden|consent|source)\b.{0,80}|.{0,60}may not be (?:published|reproduced|copied|republished).{0,120})$/iu,
  },
  {
    reason: 'about its author',
    longest: 60,
    pattern: /^(?:[Aa]bout the authors?|(?:[Ww]ritten|[Pp]osted|[Pp]ublished|[Rr]eported|[Ee]dited) by\b.{2,50}|(?:by|By|BY) \p{Lu}[\p{L}.’'-]+(?: (?:and|&|\p{Lu}[\p{L}.’'-]+,?)){1,6}|[Mm]ore (?:by|from) (?:this author|the author)|[Aa]uthors?: .{3,50}|[Vv]iew (?:all posts|bio|profile).{0,30})$/u,
  },
  {
    reason: 'about errors in the text',
    longest: 200,
    sentences: true,
    pattern: /^(?:(?:found|noticed|spotted|see) (?:a|an) (?:mistake|error|typo).*|report (?:a|an) (?:mistake|error|typo).{0,40}|if you (?:have )?(?:found|notice|spot)\w*(?: that)? (?:a|an) (?:mistake|error|typo|spelling).*|нашли ошибку.*)$/iu,
  },
]; // prettier-ignore

/** Lines above a list of other articles. */
const listHeads = /^[-–•►▶>→|\s]*(?:related(?: (?:stories|articles|news|content|topics|links|coverage|posts))?|read (?:also|more|next|on)|see also|more (?:on this(?: story)?|from .{2,40}|stories|news|headlines|in .{2,30}|top stories)|you (?:may|might) (?:also )?(?:like|be interested in|have missed)|trending(?: (?:now|stories|news))?|most (?:read|popular|viewed|shared|discussed|commented)(?: .{2,20})?|hot (?:today|topics|news)|top (?:stories|news)|breaking news|latest(?: (?:news|stories|headlines|updates|articles))?|news feed|popular(?: (?:now|stories|posts|news))?|recommended(?: (?:for you|stories|articles|reading))?|don[’']t miss|in case you missed it|editor[’']?s?[’']? (?:picks?|choice)|what to read next|up next|also (?:in|on|from) .{2,40}|other (?:news|materials)|also interesting|more on (?:the|this) (?:topic|subject|theme|issue)|on (?:the|this) (?:topic|subject)|sponsored (?:content|stories|links)|promoted (?:content|stories)|(?:from )?around the web|from the web|today[’']s headlines|читайте также|новости по теме|самое читаемое|lire aussi|sur le même sujet|lesen sie auch|mehr zum thema|te puede interesar|leia também)\s*[:|»>→]?$/iu; // prettier-ignore

/** Words by which a line tells of somebody's speech: such a line is the article's, whatever else it looks like. */
const speech = /["“”„«»]|\b(?:said|says|told|added|according to|noted|stated|announced)\b/iu;

const endsAsSentence = /[.!?…。！？।۔؟։]["'”’»)\]]*$/u;

/** A line of figures and signs alone; in a page it may be a cell of a table. */
export const noWords = 'no words';

/** What kind of boilerplate a line is, in words for the trail; null where it is none that its words give away. */
export function boilerplate(line: string): string | null {
  if (!/\p{L}/u.test(line)) return noWords;
  if (isListHead(line)) return 'above a list of other articles';
  if (isTime(line)) return 'a date or time alone';
  const sentence = endsAsSentence.test(line);
  for (const { reason, pattern, longest, sentences } of kinds) {
    if (line.length > longest || (sentence && sentences !== true) || !pattern.test(line)) continue;
    // "Share prices fell on Monday, the bank said." begins like a share bar.
    if (line.length > 40 && speech.test(line) && reason !== 'a pointer to another article') continue;
    return reason;
  }
  return null;
}

/** Whether a line stands above a list of other articles. */
export function isListHead(line: string): boolean {
  return line.length <= 60 && listHeads.test(line);
}

const timeWords =
  /\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|published|updated?|live|posted|modified|last|on|at|ago|just now|yesterday|today|min(?:ute)?s?|hours?|hrs?|days?|weeks?|months?|read(?:ing)?|time|[ap]m|gmt|utc|[ecmp][ds]?t|cest|views?|st|nd|rd|th|h|m|s)\b/giu;

/** A line of nothing but dates, times and counts. */
function isTime(line: string): boolean {
  return line.length <= 90 && /\d|ago\b|now\b/u.test(line) && !/\p{L}/u.test(line.replace(/(?<=\d)(?:st|nd|rd|th|[hms])\b/giu, ' ').replace(timeWords, ' ')); // prettier-ignore
}
