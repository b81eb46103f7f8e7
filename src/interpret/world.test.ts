import { describe, expect, it } from 'vitest';
import { findClaims } from './positions.js';

/**
 * Plain sentences about states, lands and unions of the world, no one's words: what the outlet tells, as
 * `Subject relation Object polarity`; nothing where it tells no relation of its own. Written by reading before the grammar
 * was run on them. A row that begins with ~ is not read in full yet: nothing else than what is right may be found in it.
 */
const table = `
# Kosovo
Kosovo has been recognised by more than 100 states, including the United States. | United States recognize Kosovo affirmed
Serbia, Russia and China do not recognise Kosovo. | Serbia recognize Kosovo negated; Russia recognize Kosovo negated; China recognize Kosovo negated
Five of the EU's 27 members - Spain, Greece, Romania, Slovakia and Cyprus - have not recognised Kosovo's independence. | Spain recognize Kosovo negated; Greece recognize Kosovo negated; Romania recognize Kosovo negated; Slovakia recognize Kosovo negated; Cyprus recognize Kosovo negated
~ Kosovo declared independence from Serbia in 2008, a move Belgrade has refused to recognise. | Serbia recognize Kosovo negated
Serbia considers Kosovo part of its territory. |
Kosovo, which applied to join the European Union in 2022, is not a member of the United Nations. | Kosovo join European Union prospective; Kosovo join United Nations negated
Serbia, backed by its allies Russia and China, lost control of Kosovo after NATO bombed it in 1999. | Serbia ally Russia affirmed; Serbia ally China affirmed
The recognition of Kosovo by Israel came into force in 2021. | Israel recognize Kosovo affirmed
Suriname revoked its recognition of Kosovo in 2017. | Suriname recognize Kosovo withdrawn
Kosovo's Western allies have imposed sanctions on Belgrade. |
# Transnistria
Transnistria is not recognised by any United Nations member. |
Transnistria, recognised only by Abkhazia and South Ossetia, broke away from Moldova in 1992. | Abkhazia recognize Transnistria affirmed; South Ossetia recognize Transnistria affirmed; Transnistria leave Moldova affirmed
Russia keeps about 1,500 troops in Transnistria. |
Moldova has repeatedly called on Russia to withdraw its troops from Transnistria. |
Russia, which does not recognise Transnistria as a state, supplies it with gas. | Russia recognize Transnistria negated; Russia aid Transnistria affirmed
~ Moldova, a candidate to join the European Union, left the Commonwealth of Independent States' interparliamentary assembly. | Moldova join European Union prospective
# Western Sahara
Morocco annexed most of Western Sahara in 1976. | Morocco annex Western Sahara affirmed
The United States recognised Moroccan sovereignty over Western Sahara in 2020. | United States recognize Morocco affirmed
Spain supports Morocco's autonomy plan for Western Sahara. | Spain support Morocco affirmed
Algeria backs the Polisario Front, which seeks independence for Western Sahara. | Algeria support Polisario Front affirmed
Algeria cut diplomatic ties with Morocco in 2021. | Algeria establish-ties Morocco withdrawn
Morocco left the Organisation of African Unity in 1984 and joined the African Union in 2017. | Morocco leave Organisation of African Unity affirmed; Morocco join African Union affirmed
France's recognition of Morocco's sovereignty over Western Sahara angered Algeria. | France recognize Morocco affirmed
Israel and Morocco agreed to establish diplomatic relations in December 2020. | Israel establish-ties Morocco prospective
# Taiwan
Honduras cut ties with Taiwan and established diplomatic relations with China in March 2023. | Honduras establish-ties Taiwan withdrawn; Honduras establish-ties China affirmed
Nauru switched recognition from Taiwan to China in January 2024. | Nauru recognize Taiwan withdrawn; Nauru recognize China affirmed
The United States does not formally recognise Taiwan but provides it with weapons. | United States recognize Taiwan negated; United States aid Taiwan affirmed
Beijing views Taiwan as part of China and has not ruled out taking it by force. |
Taiwan has formal diplomatic relations with 12 states, among them Paraguay, Guatemala and Palau. | Taiwan establish-ties Paraguay affirmed; Taiwan establish-ties Guatemala affirmed; Taiwan establish-ties Palau affirmed
China has sanctioned several US defence companies. |
# NATO
Finland joined NATO in April 2023, and Sweden followed a year later. | Finland join NATO affirmed
Hungary was the last NATO member to ratify Sweden's accession. |
Turkey blocked Sweden's accession to NATO for more than a year. |
Ukraine has applied for membership in NATO. | Ukraine join NATO prospective
Georgia is not a member of NATO. | Georgia join NATO negated
Russia opposes Ukraine's membership in NATO. |
France withdrew from NATO's military command in 1966. |
North Macedonia became the 30th member of NATO in 2020. | North Macedonia join NATO affirmed
Finland, a NATO member since 2023, closed its border with Russia. | Finland join NATO affirmed
# other
The United Kingdom left the European Union in 2020. | United Kingdom leave European Union affirmed
Mali, Burkina Faso and Niger withdrew from ECOWAS in January 2025. | Mali leave ECOWAS affirmed; Burkina Faso leave ECOWAS affirmed; Niger leave ECOWAS affirmed
Iceland and Russia agreed on nothing at the talks in Vienna. |
The Vatican has recognised Palestine since 2015. | Vatican recognize Palestine affirmed
The US delegation arrived in Tbilisi for talks with Georgian officials. |
# Abkhazia
Syria recognised Abkhazia and South Ossetia in 2018, ten years after Russia did so. | Syria recognize Abkhazia affirmed; Syria recognize South Ossetia affirmed
Vanuatu and Tuvalu have since withdrawn their recognition of Abkhazia. | Vanuatu recognize Abkhazia withdrawn; Tuvalu recognize Abkhazia withdrawn
Only Russia, Nicaragua, Venezuela, Nauru and Syria recognise Abkhazia. | Russia recognize Abkhazia affirmed; Nicaragua recognize Abkhazia affirmed; Venezuela recognize Abkhazia affirmed; Nauru recognize Abkhazia affirmed; Syria recognize Abkhazia affirmed
Most of the world regards Abkhazia as part of Georgia. |
Georgia severed diplomatic relations with Russia after Moscow recognised the two regions. | Georgia establish-ties Russia withdrawn
Russian-occupied Abkhazia held an election on Saturday. | Russia occupy Abkhazia affirmed
Tbilisi does not recognise the election in Abkhazia. |
Russia has stationed troops in Abkhazia since 1992. |
# Northern Cyprus
The Turkish Republic of Northern Cyprus is recognised only by Turkey. | Turkey recognize Northern Cyprus affirmed
~ Northern Cyprus, which only Ankara recognises, hosts tens of thousands of Turkish troops. | Turkey recognize Northern Cyprus affirmed
Turkey invaded Cyprus in 1974 in response to a coup backed by Greece. | Turkey attack Cyprus affirmed
Cyprus joined the European Union in 2004 as a divided island. | Cyprus join European Union affirmed
Turkey does not recognise the Republic of Cyprus. | Turkey recognize Cyprus negated
Azerbaijan and Pakistan have not recognised Northern Cyprus. | Azerbaijan recognize Northern Cyprus negated; Pakistan recognize Northern Cyprus negated
# Nagorno-Karabakh
Azerbaijan attacked Nagorno-Karabakh in September 2023 and took control of it. | Azerbaijan attack Nagorno-Karabakh affirmed
Armenia never formally recognised Nagorno-Karabakh, which was home to 120,000 Armenians. | Armenia recognize Nagorno-Karabakh negated
Azerbaijan blockaded Nagorno-Karabakh for nine months. | Azerbaijan isolate Nagorno-Karabakh affirmed
Russia withdrew its peacekeepers from Nagorno-Karabakh in 2024. | Russia withdraw-forces Nagorno-Karabakh affirmed
Armenia and Azerbaijan have no diplomatic relations. | Armenia establish-ties Azerbaijan negated
Armenia froze its participation in the CSTO but has not left the bloc. | Armenia leave CSTO negated
Armenia, a member of the Eurasian Economic Union, wants to join the European Union. | Armenia join Eurasian Economic Union affirmed; Armenia join European Union prospective
# Crimea
Russia annexed Crimea from Ukraine in 2014. | Russia annex Crimea affirmed
Crimea was annexed by Russia in 2014 after a referendum that Ukraine and most states consider illegal. | Russia annex Crimea affirmed
North Korea recognised the annexation of Crimea by Russia. | Russia annex Crimea affirmed
~ The European Union and Japan have imposed sanctions on Russia over its annexation of Crimea. | European Union sanction Russia affirmed; Japan sanction Russia affirmed; Russia annex Crimea affirmed
The UN General Assembly condemned Russia's invasion of Ukraine. | UN General Assembly condemn Russia affirmed; Russia attack Ukraine affirmed
North Korea and Syria recognised the Donetsk People's Republic in 2022. | North Korea recognize Donetsk People's Republic affirmed; Syria recognize Donetsk People's Republic affirmed
Belarus, a close ally of Russia, has not sent troops to Ukraine. | Belarus ally Russia affirmed
Germany supplies Ukraine with weapons and ammunition. | Germany aid Ukraine affirmed
# Palestine
Ireland, Norway and Spain recognised Palestine on 28 May 2024. | Ireland recognize Palestine affirmed; Norway recognize Palestine affirmed; Spain recognize Palestine affirmed
More than 140 of the UN's 193 member states recognise a Palestinian state, but the United States does not. | United States recognize Palestine negated
France and Saudi Arabia will recognise Palestine in September. | France recognize Palestine prospective; Saudi Arabia recognize Palestine prospective
Israel has occupied the West Bank since 1967. | Israel occupy West Bank affirmed
Israel annexed the Golan Heights in 1981, a step recognised only by the United States. | Israel annex Golan Heights affirmed
The United Arab Emirates, Bahrain and Morocco normalised relations with Israel in 2020. | United Arab Emirates establish-ties Israel affirmed; Bahrain establish-ties Israel affirmed; Morocco establish-ties Israel affirmed
~ Saudi Arabia has no diplomatic relations with Israel and does not recognise it. | Saudi Arabia establish-ties Israel negated; Saudi Arabia recognize Israel negated
# EU and others
Croatia was admitted to the European Union in 2013. | Croatia join European Union affirmed
Moldova and Ukraine opened accession talks with the European Union in June. | Moldova negotiate European Union affirmed; Ukraine negotiate European Union affirmed
Iran became a full member of the Shanghai Cooperation Organisation in 2023. | Iran join Shanghai Cooperation Organisation affirmed
~ Argentina declined an invitation to join BRICS. | Argentina join BRICS negated
Venezuela has been suspended from Mercosur. |
Ethiopia signed a deal with Somaliland that could lead to its recognition. |
No African state recognises Somaliland. |
The talks between Serbia and Kosovo will resume in Brussels in May. |
Serbia and Kosovo held talks in Brussels on Tuesday. | Serbia negotiate Kosovo affirmed
Greece and North Macedonia settled a dispute over the latter's name in 2018. |
The Russian embassy in Sweden closed its consulate in Gothenburg. |
`;

const rows = table
  .trim()
  .split('\n')
  .filter((line) => !line.startsWith('#'))
  .map((line) => {
    const [sentence = '', told = ''] = line.split(' |');
    return { partly: sentence.startsWith('~'), sentence: sentence.replace(/^~ /u, ''), told: told.split(';').map((claim) => claim.trim()).filter(Boolean) }; // prettier-ignore
  });

describe('relations of the world', () => {
  it.each(rows)('$sentence', ({ sentence, told, partly }) => {
    const { relations } = findClaims(sentence, [], { speakers: [], entities: [] });
    const found = relations.map((r) => `${r.subject} ${r.relation} ${r.object} ${r.polarity}`);
    if (partly) expect(told).toEqual(expect.arrayContaining(found));
    else expect(found.sort()).toEqual([...told].sort());
  });
});
