/** Words that tell what a proper name names, or that a capital letter is no name. */
import { getCountryDataList } from 'countries-list';

const split = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u));

/** Words that make a name the name of a body. */
export const bodyNouns = split(`
court committee commission council congress senate house parliament assembly department ministry agency office bureau
administration party union association federation foundation institute institution university college school bank fund
company corporation corp inc group network news times post journal herald tribune press service services center centre
organization organisation alliance coalition league movement front army navy force forces guard police board
authority campaign government cabinet kremlin pentagon nato eu un u.n e.u fbi cia bbc cnn nbc abc cbs
reuters afp ap tass today magazine daily gazette chronicle telegraph broadcasting radio television tv media pac
society club church embassy mission delegation secretariat tribunal circuit panel caucus conference convention
project watch international chamber laboratory lab hospital ngo think-tank
`);

/** Capitalised at a sentence's start or by custom, never a name by themselves. */
export const notNames = split(`
a an the this that these those i you he she it we they his her its our their my your who which what when where why how
and or but if as at by for from in into of on to with without about after before since until while although though
because however moreover meanwhile still yet also then there here now not no nor so such some any many most much more
several few all both each every other another one two three four five six seven eight nine ten dozens hundreds thousands
monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
october november december today yesterday tomorrow according asked speaking earlier later last next first second despite
during instead perhaps even just only once under over between among against like than too very is are was were be been
has have had do does did will would can could should may might must let yes mr mrs ms dr polls experts critics
analysts officials voters people advocates opponents supporters sources lawmakers authorities scholars researchers researchers'
`);

/** Parts of a personal name written small. */
export const nameParticles = split(
  'de la del della der den van von bin ibn al el ould ben da do dos di du le y zu ter abu',
);

/** Nouns that stand before the name of a body or outlet as what it is: "the daily X", "state news agency X". */
export const bodyIntroducers = split(`
daily weekly monthly newspaper paper tabloid agency newswire broadcaster channel station network outlet website portal
site magazine journal publication blog platform watchdog group organization organisation ngo non-profit nonprofit charity
think-tank institute institution pollster party movement alliance bloc coalition union company firm bank giant foundation
association militia ministry
`);

/** Joins inside the name of a body. */
export const bodyJoins = split('of for and &');

/** Work nouns: what is published, and speaks for its maker. */
export const workNouns = split(`
report study poll polls survey article book letter statement document documents memo resolution treaty convention
declaration decree ruling law act bill constitution communique communiqué editorial analysis data review paper email emails
tweet post transcript filing lawsuit complaint indictment order agreement ad advertisement video speech
`);

/** What a speaker issues, so that "the post said" is his word. */
export const issued = split(
  'post tweet statement letter message email communique communiqué note memo release',
);

/** Bodies that take a name before them: "the Castellan administration". */
export const bodyHeads = split(
  'administration campaign government foundation family organization organisation ministry regime presidency camp army military parliament embassy party committee delegation',
);

/** Bodies that belong to a state or person and are often told without a name of their own: "the X foreign ministry". */
export const ownedBodies = split(`
office ministry government parliament cabinet embassy army military police court delegation agency bureau department
secretariat administration team press-service command consulate presidency mission authority commission council
legislature senate congress
`);

/** Common nouns that stand for a body named elsewhere, with the words its name may show. */
export const bodyDescriptions: ReadonlyMap<string, readonly string[]> = new Map([
  ['court', ['court', 'circuit', 'tribunal']],
  ['committee', ['committee']],
  ['panel', ['committee', 'panel', 'commission']],
  ['commission', ['commission']],
  ['council', ['council']],
  ['department', ['department']],
  ['ministry', ['ministry']],
  ['agency', ['agency', 'news', 'press', 'service', 'tass', 'reuters', 'ap', 'afp', 'bureau', 'fbi', 'cia']],
  ['bureau', ['bureau', 'fbi']],
  ['party', ['party', 'union', 'movement']],
  ['union', ['union']],
  ['alliance', ['alliance', 'nato', 'coalition']],
  ['bloc', ['union', 'eu', 'alliance']],
  ['bank', ['bank']],
  ['fund', ['fund']],
  ['university', ['university', 'college']],
  ['institute', ['institute']],
  [
    'group',
    ['group', 'association', 'coalition', 'institute', 'foundation', 'union', 'league', 'watch', 'alliance'],
  ],
  ['association', ['association']],
  ['organization', ['organization', 'nations', 'foundation', 'association', 'alliance', 'watch']],
  [
    'newspaper',
    [
      'times',
      'post',
      'journal',
      'herald',
      'tribune',
      'daily',
      'gazette',
      'chronicle',
      'telegraph',
      'courier',
      'guardian',
    ],
  ],
  [
    'paper',
    [
      'times',
      'post',
      'journal',
      'herald',
      'tribune',
      'daily',
      'gazette',
      'chronicle',
      'telegraph',
      'courier',
      'guardian',
    ],
  ],
  ['daily', ['times', 'post', 'journal', 'herald', 'tribune', 'daily', 'gazette', 'chronicle', 'telegraph']],
  ['network', ['network', 'news', 'television', 'tv', 'broadcasting', 'cnn', 'nbc', 'bbc']],
  ['broadcaster', ['broadcasting', 'television', 'tv', 'radio', 'bbc']],
  ['outlet', ['news', 'times', 'post', 'tass', 'agency', 'press', 'daily']],
  ['company', ['company', 'corporation', 'corp', 'inc', 'bank', 'group']],
  ['parliament', ['parliament', 'assembly']],
  ['assembly', ['assembly']],
  ['administration', ['administration']],
  ['campaign', ['campaign']],
  ['government', ['government']],
]);

const states =
  'Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming';
const regions =
  'U.S.|U.S|US|USA|U.K.|UK|America|Britain|England|Scotland|Wales|Kosovo|Abkhazia|South Ossetia|Transnistria|Western Sahara|Taiwan|Somaliland|Northern Cyprus|Crimea|Catalonia|Palestine|Kurdistan|Europe|Africa|Asia|Balkans|Burma|Ivory Coast|Holland|Czechia|Macedonia|North Macedonia|New York City|Geneva|Strasbourg|Pristina|Tskhinvali|Sukhumi|Tiraspol|Laayoune|Tindouf|Ankara|Istanbul|Jerusalem|Gaza|Donetsk|Luhansk';

/** States, their capitals and some regions, lower-cased; the first two from countries-list. */
export const places: ReadonlySet<string> = new Set(
  [...states.split('|'), ...regions.split('|'), ...getCountryDataList().flatMap((c) => [c.name, c.capital])]
    .map((name) => name.toLowerCase())
    .filter((name) => name !== ''),
);

/** "Georgians", "Republicans": a people or party as its members. */
export function isGroup(lower: string): boolean {
  return lower.endsWith('s') && isDemonym(lower.slice(0, -1));
}

/** Adjectives of peoples and parties; with a plural s they name a group. */
export function isDemonym(lower: string): boolean {
  return demonyms.has(lower);
}
const demonyms = split(`
american russian chinese british french german italian spanish turkish iranian israeli palestinian arab european african
asian western eastern ukrainian georgian armenian azerbaijani moldovan serbian kosovar albanian croatian bosnian
macedonian greek cypriot hungarian polish romanian bulgarian czech slovak slovenian swedish norwegian finnish danish
dutch belgian swiss austrian irish scottish welsh canadian mexican brazilian argentine chilean venezuelan cuban
nicaraguan colombian moroccan algerian tunisian libyan egyptian sudanese ethiopian somali kenyan nigerian sahrawi
mauritanian syrian iraqi lebanese jordanian saudi yemeni kuwaiti afghan pakistani indian bangladeshi japanese korean
taiwanese vietnamese thai indonesian malaysian filipino australian kazakh uzbek tajik turkmen kyrgyz belarusian lithuanian
latvian estonian baltic ossetian abkhaz transnistrian catalan kurdish soviet latino hispanic muslim christian jewish
catholic islamic republican democratic democrat gop conservative liberal labour tory
`);

/** Where one posts: never who speaks ("she wrote in a Facebook post; it read"). */
export const platforms: ReadonlySet<string> = new Set(['Facebook', 'Telegram', 'X', 'Twitter', 'Instagram', 'YouTube', 'TikTok', 'VKontakte', 'WhatsApp', 'LinkedIn', 'Truth Social', 'Bluesky', 'Threads']); // prettier-ignore
