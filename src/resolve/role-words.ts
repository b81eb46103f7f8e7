const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u));

/** Words of a title that stand before a name and are no part of it; lower case, without full stop. */
export const titleWords = list(`
president vice prime foreign deputy minister senator sen rep representative gov governor mr mrs ms miss dr sir dame lord lady speaker
chancellor king queen prince princess secretary general gen colonel col major captain commissioner spokeswoman
spokesman ambassador professor prof judge justice parliament presidential mayor chairman chairwoman chief director
opposition leader border guard poet editor union commissioner state first republican democratic congressman congresswoman
`);

/** Heads of a description of a person. */
export const roleNouns = list(`
president minister leader speaker commissioner spokeswoman spokesman spokesperson editor poet guard ambassador governor
senator mayor chancellor king queen secretary general chairman chairwoman chair chief director head envoy deputy judge
professor analyst historian author writer reporter journalist lawyer attorney candidate nominee strategist adviser
advisor aide manager executive officer commander activist economist representative congressman congresswoman founder
owner co-founder coach doctor teacher farmer resident prosecutor sheriff pastor bishop pope diplomat premier lawmaker
legislator politician parliamentarian member official billionaire businessman businesswoman tycoon consultant pollster
`);

/** First words of sources that name nobody. */
export const unnamedHeads = list(`
critics analysts officials experts observers sources voters people residents supporters opponents many some several most
others few aides lawmakers reporters neither nobody everyone one two three four someone somebody i we they you
`);

/** Heads of descriptions of a body rather than a person. */
export const bodyNouns = list(`
ministry government agency party office council committee court commission bank company weekly daily newspaper paper
parliament senate house department police army union society campaign administration group organisation organization
`);
