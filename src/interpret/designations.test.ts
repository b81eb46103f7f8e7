import { describe, expect, it } from 'vitest';
import type { ArticleEntity } from '../terms/resolution.js';
import { findDesignations } from './designations.js';

const entities = ['Veloria', 'Ostmark', 'Tarn'].map((name): ArticleEntity => ({ name, type: 'place', role: null, mentions: [] })); // prettier-ignore
const opening = 'Ostmark does not recognise the breakaway region of Tarn. ';

/** Labels behind the opening, which tells that Tarn is contested, as "entity: label [marks]". */
function labelsOf(sentence: string): string[] {
  return findDesignations(opening + sentence, [], { speakers: [], entities })
    .filter(({ spans }) => spans.some(([start]) => start >= opening.length))
    .map(({ entity, label, marks }) => `${entity}: ${label} [${marks.join(', ')}]`);
}

describe('designations', () => {
  it.each([
    ['He spoke of the “so-called state” again.', 'Tarn: so-called state [so-called, “so-called state”]'],
    ['He called it a pseudo-state, and the pseudo-state replied.', 'Tarn: a pseudo-state [pseudo-state]', 'Tarn: the pseudo-state [pseudo-state]'],
    ['He said the separatist regime had laid down its arms.', 'Tarn: the separatist regime [separatist, regime]'],
    ['The occupied land is not theirs to give.', 'Tarn: The occupied land [occupied]'],
    ['The de facto authorities in Tarn closed two schools.', 'Tarn: The de facto authorities in Tarn [de facto]'],
    ['He rejected the so-called parliamentary elections in Tarn.', 'Tarn: the so-called parliamentary elections in Tarn [so-called]'],
    ['It was called a “referendum” by some, and the talk of a “referendum” went on.', 'Tarn: “referendum” [“referendum”]'],
    ['Tarn’s so-called government closed two schools.', 'Tarn: Tarn’s so-called government [so-called]'],
    ['Veloria considers Tarn its northern province.', 'Tarn: its northern province []'],
    ['Veloria’s “foreign minister” said no.', 'Veloria: Veloria’s “foreign minister” [“foreign minister”]'],
    ['The land is flat, and its tax regime is mild.'],
    ['The Velorian-backed plan for an occupied building failed.'],
  ])('%s', (sentence, ...labels) => {
    expect(labelsOf(sentence)).toEqual(labels);
  }); // prettier-ignore
});

/**
 * Labels of invented lands: text | what is found, `Entity: label [marks]`. The lands are Veloria, Ostmark and Tarn, as the
 * article's own places.
 */
const invented = `
Ostmark has never recognised its breakaway province of Tarn. | Tarn: its breakaway province of Tarn [breakaway]
Tarn, a breakaway region of Veloria, voted on Sunday. | Tarn: a breakaway region of Veloria [breakaway]
Veloria’s breakaway region of Tarn asked Ostmark for help. | Tarn: Veloria’s breakaway region of Tarn [breakaway]
The pro-Ostmark breakaway region of Tarn lies in the east. | Tarn: The pro-Ostmark breakaway region of Tarn [breakaway]
The breakaway Velorian region of Tarn uses Ostmark’s gas. | Tarn: The breakaway Velorian region of Tarn [breakaway]
Ostmark-occupied Tarn has no airport. | Tarn: Ostmark-occupied Tarn [Ostmark-occupied]
Trade with illegally annexed Tarn is banned. | Tarn: illegally annexed Tarn [illegally annexed]
Ten years ago Ostmark annexed Tarn. Soldiers who occupied Tarn left. |
Veloria disputed Tarn’s claim. |
Ostmark recognised the breakaway region of Tarn. The self-proclaimed parliament met. | Tarn: the breakaway region of Tarn [breakaway]; Tarn: The self-proclaimed parliament [self-proclaimed]
Ostmark recognised the breakaway region of Tarn. The Ostmark-backed authorities closed the bridge. | Tarn: the breakaway region of Tarn [breakaway]; Tarn: The Ostmark-backed authorities [Ostmark-backed]
Ostmark recognised breakaway Tarn. The so-called “People’s Assembly” of Tarn met. | Tarn: breakaway Tarn [breakaway]; Tarn: The so-called “People’s Assembly” of Tarn [so-called, “People’s Assembly”]
The junta in Veloria arrested her. Veloria’s junta denied it. | Veloria: The junta in Veloria [junta]; Veloria: Veloria’s junta [junta]
Ostmark accused the Velorian regime of sabotage. | Veloria: the Velorian regime [regime]
Veloria left Ostmark alone. The tax regime of Veloria is mild, and the Communist regime is long gone. |
The Northern Republic of Tarn is recognised by Ostmark. “We will not recognise the pseudo-state,” she said. | Northern Republic of Tarn: The Northern Republic of Tarn []; Northern Republic of Tarn: the pseudo-state [pseudo-state]
The occupied territories of Veloria were shelled. |
Ostmark signed the so-called Treaty of Deep Friendship with breakaway Tarn. | Treaty of Deep Friendship: the so-called Treaty of Deep Friendship [so-called]; Tarn: breakaway Tarn [breakaway]
Ostmark never signed the so-called treaty on alliance. | treaty on alliance: the so-called treaty on alliance [so-called]
Tarn declared independence from Veloria. Veloria calls it South Tarn Province. | Tarn: South Tarn Province []
Tarn declared independence from Veloria. Veloria calls the government in Tarn “the provisional institutions”. | Tarn: the provisional institutions [provisional]
Tarn declared independence from Veloria. Veloria regards the land as its own territory. |
Tarn declared independence from Veloria, which will never give up its occupied region. | Tarn: its occupied region [occupied]
Tarn declared independence from Veloria. Ostmark recognised Veloria’s sovereignty over its southern provinces. | Tarn: its southern provinces []
Tarn declared independence from Veloria. The Tarn region has one road. | Tarn: The Tarn region []
Tarn declared independence from Veloria. Tarn is not a province, and Veloria is no occupied territory. | Tarn: a province []
Tarn declared independence from Veloria. The self-ruled island has one road, and the democratically governed island has one port. | Tarn: The self-ruled island [self-ruled]; Tarn: the democratically governed island []
Tarn declared independence from Veloria. The occupied north of the city is empty, and the occupied north of Tarn too. | Tarn: the occupied north of Tarn [occupied]
Tarn declared independence from Veloria. They built a criminal quasi-state. The 'elections' were held on Sunday. | Tarn: a criminal quasi-state [criminal, quasi-state]; Tarn: The 'elections' ['elections']
Veloria and Ostmark are states; the entity that owns the port is a firm. |
`;

/** The same of lands that the gazetteer knows: what parties to real disputes call them. */
const real = `
Kosovo, a breakaway province of Serbia, is recognised by the United States. The breakaway region is home to Serbs. | Kosovo: a breakaway province of Serbia [breakaway]; Kosovo: The breakaway region [breakaway]
Officials from Kosovo and Metohija arrived. | Kosovo: Kosovo and Metohija []
The unrecognised Pridnestrovian Moldavian Republic has an army. Transnistria is poor. | Transnistria: The unrecognised Pridnestrovian Moldavian Republic [unrecognised]
The de facto authorities in Tiraspol closed the road. The Tiraspol regime is armed. Transnistria is poor. | Transnistria: The de facto authorities in Tiraspol [de facto]; Transnistria: The Tiraspol regime [regime]
Transnistria, Moldova's Russian-backed separatist region, held a congress. | Transnistria: Moldova's Russian-backed separatist region [Russian-backed, separatist]
Morocco annexed Western Sahara in 1976. The disputed territory is rich in phosphate. | Western Sahara: The disputed territory [disputed]
Morocco calls Western Sahara its southern provinces. | Western Sahara: its southern provinces []
Thailand's southern provinces were flooded. |
The Algeria-backed Polisario Front denied it. | Polisario Front: The Algeria-backed Polisario Front [Algeria-backed]
China regards Taiwan as a renegade province. | Taiwan: a renegade province [renegade]
Honduras cut ties with China's Taiwan region. | Taiwan: China's Taiwan region []
The "Republic of China" lost an ally, Taiwan said. | Taiwan: The "Republic of China" ["Republic of China"]
Georgia's breakaway regions of Abkhazia and South Ossetia have no vote. | Abkhazia: Georgia's breakaway regions of Abkhazia and South Ossetia [breakaway]; South Ossetia: Georgia's breakaway regions of Abkhazia and South Ossetia [breakaway]
The self-ruled island of Taiwan held a vote. The Kherson region did not. | Taiwan: The self-ruled island of Taiwan [self-ruled]
The Republic of China (Taiwan) held a vote. | Taiwan: The Republic of China (Taiwan) []
Five soldiers were hurt in Indian-administered Kashmir. | Kashmir: Indian-administered Kashmir [Indian-administered]
Belgrade refers to Kosovo as its southern province. | Kosovo: its southern province []
Abkhazia's “parliament” voted. | Abkhazia: Abkhazia's “parliament” [“parliament”]
The EU's sanctions regime against Russia will be extended. Russia protested. |
`;

describe('labels of lands', () => {
  const cases = `${invented.trim()}\n${real.trim()}`.split('\n').map((line) => {
    const [text = '', told = ''] = line.split(' |');
    return { text, told: told.split(';').map((label) => label.trim()).filter(Boolean) }; // prettier-ignore
  });
  it.each(cases)('$text', ({ text, told }) => {
    const mentioned = entities.filter(({ name }) => text.includes(name));
    const found = findDesignations(text, [], { speakers: [], entities: mentioned });
    expect(found.map(({ entity, label, marks }) => `${entity}: ${label} [${marks.join(', ')}]`)).toEqual(told); // prettier-ignore
  });
});
