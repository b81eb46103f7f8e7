const split = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u));

/** Words before a person's name that are no part of it, folded. */
export const titles = split(`
mr mrs ms miss mx dr prof professor sir dame lord lady baron baroness rev reverend fr father sister brother bishop
archbishop cardinal pope patriarch imam sheikh shaikh ayatollah rabbi hon honourable honorable
president vice prime minister premier chancellor senator sen representative rep congressman congresswoman governor gov
mayor ambassador amb judge justice general gen colonel col major maj captain capt lieutenant lt sergeant sgt admiral adm
commander marshal brigadier king queen prince princess emir sultan secretary speaker commissioner deputy chairman
chairwoman chair foreign former acting
herr frau monsieur mme madame mlle senor senora don dona pan pani gospodin
`);

/** Words after a person's name that are no part of it, folded. */
export const suffixes = split('jr sr ii iii iv phd md mp mep obe cbe esq');

/** Small words inside a personal name: written by one outlet, left out by the next. */
export const particles = split(
  'de la las los del della der den van von zu bin ibn ben al el ul as ad da do dos di du le y e af av of ter abu',
);

/** Articles before the name of a body. */
export const articles = split('the la le les der die das el al');

/** Words that say nothing of who somebody is. */
export const emptyWords = split(`
a an the this that its his her their our of for in on at to from by with and or as is was former then current new acting
who which
`);

/** Offices that many hold at once: alike in two roles, they tell little. */
export const commonOffices = split(`
presid minist leader head chief chairm chairw chair direct deputy spokes offici member secret speake ambass govern
commis genera office lawmak senato mayor premie prime foreig editor analys expert profes judge genera colone
`);

/** Words of which the name of a body can consist without telling whose it is. */
export const genericBodyWords = split(`
government ministry foreign interior defence defense finance economy justice health education culture agriculture energy
transport parliament assembly senate house court supreme constitutional office presidency presidential president prime
minister ministers cabinet council commission committee department agency embassy police army military forces armed
opposition party state security service services central bank national election electoral prosecutor prosecutors general
city town district regional local authorities authority administration board union group company institute university
press the of for and affairs external internal intelligence border customs tax statistics weather emergency
`);

/** Peoples whose name does not begin as their land's does, by the first six letters. */
export const landStems: ReadonlyMap<string, string> = new Map([
  ['french', 'france'], ['dutch', 'nether'], ['holland', 'nether'], ['swiss', 'switze'], ['spanis', 'spain'], ['britis', 'britai'], ['uk', 'britai'],
  ['greek', 'greece'], ['welsh', 'wales'], ['danish', 'denmar'], ['polish', 'poland'], ['finnis', 'finlan'], ['irish', 'irelan'], ['filipi', 'philip'],
  ['us', 'americ'], ['usa', 'americ'], ['kyrgyz', 'kyrgyz'], ['thai', 'thaila'], ['iraqi', 'iraq'], ['omani', 'oman'], ['qatari', 'qatar'], ['israel', 'israel'],
  ['turkis', 'turkey'], ['slovak', 'slovak'], ['czech', 'czechi'], ['german', 'german'], ['chines', 'china'], ['iceland', 'icelan'], ['saudi', 'saudi'], ['yemeni', 'yemen'], ['kuwait', 'kuwait'], ['sahraw', 'wester'],
]); // prettier-ignore
