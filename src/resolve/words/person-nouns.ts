/** Words for people in an office, trade or relation: what may stand before or beside a name as its role. */
const split = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u));

/** Forms of address that say nothing of an office. Never part of a name; never a role on their own. */
export const honorifics = split('mr mrs ms miss mx dr sir dame lord lady madam hon rev');

/** Abbreviated or plain titles: never part of a name; a role only where the article has no fuller one. */
export const shortTitles = split('rep reps sen sens gov gen lt col sgt maj capt prof pres adm cmdr cpl');

export const maleWords = split(
  'mr sir lord king prince father brother son husband man businessman congressman chairman spokesman widower boy uncle grandfather actor gentleman statesman',
);
export const femaleWords = split(
  'mrs ms miss dame lady madam queen princess mother sister daughter wife woman businesswoman congresswoman chairwoman spokeswoman widow girl aunt grandmother actress stateswoman',
);

/** Heads of phrases that name a person's office or part. */
export const personNouns = split(`
president vice-president premier minister chancellor secretary king queen prince princess emir sultan pope
senator congressman congresswoman lawmaker legislator representative governor mayor councilman councilwoman councillor
chairman chairwoman chair chairperson head leader speaker whip deputy director chief commander general colonel captain admiral
lieutenant sergeant major marshal ambassador envoy diplomat consul negotiator commissioner judge justice prosecutor attorney
lawyer counsel sheriff officer official spokesman spokeswoman spokesperson aide adviser advisor strategist consultant
manager staffer assistant operative pollster candidate nominee hopeful contender rival challenger incumbent politician
professor scholar expert analyst researcher economist historian scientist lecturer dean fellow author writer
journalist reporter correspondent columnist editor co-editor commentator host anchor moderator presenter publisher
activist advocate campaigner organizer dissident founder co-founder co-chairman co-chair owner executive ceo businessman
businesswoman billionaire mogul tycoon entrepreneur investor banker developer engineer doctor physician surgeon nurse
teacher student farmer worker soldier veteran pastor priest bishop archbishop cardinal imam rabbi reverend cleric
father mother son daughter brother sister wife husband widow widower uncle aunt cousin friend boss colleague
actor actress singer musician artist comedian star celebrity member republican democrat independent conservative
liberal socialist resident voter supporter delegate mep mp deputy ombudsman treasurer attorney-general
mediator observer rapporteur coordinator administrator inspector auditor superintendent principal trustee
successor predecessor heir partner secretary-general undersecretary lady pilot coach player trader lobbyist donor
guard fundraiser volunteer elder chieftain sheikh ayatollah mufti metropolitan immigrant refugee survivor victim witness suspect defendant plaintiff man woman teenager boy girl
frontrunner front-runner assemblyman assemblywoman alderman alderwoman policeman policewoman
nationalist separatist loyalist patriarch rector chaplain gentleman figure strongman dictator ruler monarch
`);

/** Lower-case words that may stand inside a role before its head. */
export const roleModifiers = split(`
former ex- acting interim deputy vice assistant associate senior junior top chief prime foreign first second third
national federal state local presidential vice-presidential gubernatorial congressional parliamentary senate
political military democratic republican conservative liberal independent socialist communist defense defence finance interior
justice economy health education energy security press campaign communications policy legal law science history
economics general secretary attorney executive managing special regional international global
supreme district appeals circuit de facto self-proclaimed self-declared so-called breakaway separatist opposition
ruling rebel exiled ousted outgoing incoming newly elected longtime long-time veteran retired late late-night billionaire
real estate business radio television tv talk news sports film music minority majority house party then-
county city town village tech it media public private high joint fellow human rights climate civil labor labour
trade union student church police army navy air force intelligence immigration tax research marketing
studies relations affairs staff personal private budget current onetime one-time famed noted prominent
leading influential outspoken hard-line right-wing left-wing far-right far-left pro-western pro-russian
`);

/** Plural or vague words for people: an unnamed source wherever they head one. */
export const vagueNouns = split(`
sources source officials official critics experts analysts voters supporters opponents advocates aides people
lawmakers diplomats observers scholars researchers scientists activists protesters residents reporters journalists
citizens americans men women students members leaders others many some few several most everyone someone anyone
nobody everybody insiders allies rivals campaigners witnesses lawyers prosecutors investigators authorities
`);

/** What ministers and secretaries are "of"; more than one word may follow: "Foreign Affairs and Trade". */
export const portfolios = split(`
state foreign affairs external internal interior defence defense justice finance treasury economy economic trade commerce
industry energy health education culture science labour labor agriculture transport transportation environment
security homeland integration reintegration reconciliation information regional development youth sports housing veterans
emergency situations european continental home war planning tourism communications digital
enlargement neighbourhood neighborhood infrastructure migration cohesion diaspora territories refugees strategic
`);

const notPeople = split(
  'other another never however over under after later earlier order matter paper number letter answer power offer water weather whether together rather either neither former latter member november december october september center winter summer super per ever consider remember major minor error terror mirror floor door for nor color favor labor honor list resist exist consist list asian',
);

/** A listed person noun, singular or plural ("senators"); words that only end like one may be surnames ("Hoffman"). */
export function isListedPersonNoun(word: string): boolean {
  return personNouns.has(word) || (word.endsWith('s') && personNouns.has(word.slice(0, -1)));
}

/** True where a lower-cased word names a person by office, trade or relation. Possessives are not stripped. */
export function isPersonNoun(word: string): boolean {
  if (personNouns.has(word)) return true;
  const last = word.slice(word.lastIndexOf('-') + 1);
  if (last !== word && personNouns.has(last)) return true;
  return (
    word.length > 5 &&
    !notPeople.has(word) &&
    /(?:man|woman|person|ologist|onist|icist|onomist|warden|keeper|maker|writer|leader|winner|owner)$/u.test(
      word,
    )
  );
}
