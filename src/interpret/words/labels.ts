/**
 * Words that load a name or hold it at a distance, and the words that they stand before. Each side uses some; listing one
 * endorses and judges none. Words in lower case, parted by blanks; add to them freely, order says nothing.
 */
const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u));

/** Marks before a name, a land or an office. */
export const loadedWords = words(`
so-called self-proclaimed self-declared self-styled self-appointed breakaway separatist secessionist rebel rebel-held
occupied unrecognised unrecognized puppet rogue renegade illegitimate illegal purported pretended pseudo-republic
temporarily disputed annexed phantom fictitious bogus sham fake proxy quasi-state pseudo
`);

/** Second parts of marks with a hyphen: "Ostmark-occupied", "Ostmark-backed". */
export const loadedEnds = words('administered run occupied backed supported sponsored controlled annexed held installed appointed imposed'); // prettier-ignore

/** Who may stand before the hyphen in lower case; else it is a name. */
export const armedSides = words('rebel government militant separatist insurgent opposition foreign');

/** Marks that are the noun itself: "the Ostmark regime". */
export const loadedHeads = words('regime junta entity pseudo-state statelet pseudo-republic');

/** Marks of what broke away: the land they are said of is not the state behind it ("the breakaway Velorian region"). */
export const partingWords = words(`
breakaway separatist secessionist self-proclaimed self-declared self-styled unrecognised unrecognized rebel rebel-held
renegade occupied annexed disputed former de-facto
`);

/** Lands, and who rules them, after or before a name: "the Tarn region", "the territory of Tarn". */
export const heads = words(`
republic region territory territories province provinces district state statelet country enclave exclave entity regime
authorities government area areas island islands peninsula land lands zone junta leadership forces administration parliament
`);

/** Lands alone. */
export const landHeads = words(`
republic region territory territories province provinces district state statelet enclave exclave entity area areas island
islands peninsula land lands zone oblast
`);

/** Offices that a person holds. */
export const offices = words(`
president leader prime minister head chairman chairwoman speaker premier governor chief commander ambassador mayor deputy
foreign defence defense interior security official lawmaker envoy
`);

/** Institutions of a land: a mark before one is about the land, never about a person. */
export const institutions = words(`
authorities government parliament leadership administration ministry forces legislature assembly court courts army police
constitution elections election referendum cabinet leaders officials
`);

/** Claims that are put in quotation marks: 'Tarn's “independence”'. */
export const claims = words(`
independence republic state election elections referendum constitution ministry minister ministers authorities army border
president presidents government parliament embassy ambassador citizens citizenship sovereignty statehood vote ballot plebiscite
relations ties passports passport borders office offices
`);

/** What a claim may be called more exactly: "parliamentary elections". */
export const claimModifiers = words('parliamentary presidential local general diplomatic national representative'); // prettier-ignore

/** Nouns that are marks and may name a land or who rules it. */
export const loadedNouns = words(`
entity statelet quasi-state pseudo-state pseudo-republic separatists secessionists rebels enclave puppets
`);

/** Adjectives of scorn and distance that may stand before them. */
export const scornful = words(`
criminal illegal illegitimate terror terrorist terrorist-run mafia gangster puppet so-called self-proclaimed self-styled fake
artificial separatist secessionist occupation unrecognised unrecognized hostile zionist rogue failed rebel breakaway extremist provisional separatists secessionists puppets
`);

/** Bodies of rule that a label may name by their seat alone: "the administration in Selmont". */
export const rulers = words('administration regime authorities leadership');

/** Lands of a lower rank: what a state calls a land that it holds to be its own. */
export const provinces = words('province provinces region regions territory territories district districts quasi-state statelet'); // prettier-ignore

/** What comes between a determiner and a marked land without being a mark: "the tiny breakaway Black Sea region". */
export const modifiers = words(`
tiny small large eastern western northern southern central northeastern northwestern southeastern southwestern mainly largely
mostly predominantly mainly ethnic former internationally partially partly widely heavily oil-rich mountainous mineral-rich
landlocked coastal tiny impoverished black sea balkan ex-soviet post-soviet desert narrow new long-disputed democratic
`);

/** Words that make a medium a tool of somebody. */
export const mediaMarks = words('propaganda state-run pro-government state-controlled disinformation pro-kremlin regime-controlled'); // prettier-ignore
export const mediaHeads = words('outlet newspaper agency channel broadcaster tabloid mouthpiece website media daily portal'); // prettier-ignore

/** Adjectives between "the" and a nameless "regime" or "junta". */
export const regimeWords = words('military ruling current authoritarian communist fascist brutal separatist puppet theocratic dictatorial'); // prettier-ignore
