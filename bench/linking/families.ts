/**
 * What generated speakers say: each family is one thing said, in the ways that outlets tell it: quoted, translated otherwise,
 * retold. `{place}` and the like are filled once for an utterance. `{a|b}` is chosen anew for each report. The families of
 * the two lists have nothing in common, so that what is fitted on one is tested on words that it has not seen.
 */
export const trainingFamilies: readonly (readonly string[])[] = [
  [
    'the {project} at {place} will not {open|be opened} before {month}, and nobody should {expect|hope for} more',
    '“The {project} at {place} stays closed until {month}. Nobody should expect anything else.”',
    'the {place} {project} would remain {shut|closed} until {month}',
    'ruled out opening the {project} in {place} any earlier than {month}',
  ],
  [
    '“We have sent {number} {goods} to {place}, and we will send as many again,”',
    'that {number} {goods} had {gone|been sent} to {place} and that as many would follow',
    'the government had dispatched {number} {goods} to {place} and {would send|promised} the same number again',
    '“{number} {goods} are on their way to {place}; the same number will follow,”',
  ],
  [
    '“If {country} wants peace, it must pull its soldiers out of {place},”',
    '{country} must withdraw its troops from {place} if it wants peace',
    'peace required {country} to {withdraw|pull back} its soldiers from {place}',
    '“Whoever wants peace takes his soldiers home from {place}. {country} knows that,”',
    'called on {country} to leave {place}',
  ],
  [
    'the budget for {ware} would be cut by {number} million crowns next year',
    '“Next year we will spend {number} million crowns less on {ware},”',
    'spending on {ware} will fall by {number} million crowns',
    'next year’s plan {takes|cuts} {number} million crowns from {ware}',
  ],
  [
    '“I was never in {place} in {month}, and whoever says so {is lying|lies},”',
    'that he had been in {place} in {month}',
    'having travelled to {place} in {month}, calling the claim a lie',
    '“In {month} I was not in {place}. That is a lie,”',
  ],
  [
    'the talks with {country} in {place} had {ended without a result|failed}, though another round was possible',
    '“We sat for {number} hours in {place} and have nothing to show. {country} may invite us again,”',
    'negotiations with {country} {had brought|produced} nothing but might go on',
    '“The talks with {country} failed. Another round in {place} is possible,”',
  ],
  [
    'the {body} would vote on the {project} law by {month} unless the opposition {blocks|delays} it',
    '“Unless the opposition blocks it, the {body} votes on the {project} law by {month},”',
    'the {body} will decide on the {project} bill before {month} is over',
  ],
  [
    '“Our farmers cannot live on promises from {country}. They need {ware},”',
    'farmers needed {ware}, not promises from {country}',
    'that {country} had offered farmers only promises where they needed {ware}',
  ],
  [
    'police had {arrested|detained} {number} people near {place} with stolen {ware}',
    '“{number} people are in custody after the theft of {ware} near {place},”',
    'the arrest of {number} suspects near {place} over stolen {ware}',
  ],
  [
    '“The map that {country} printed is an insult to every citizen of {place},”',
    'the map published in {country} {insulted|offended} the citizens of {place}',
    'called the new map from {country} an insult to {place}',
  ],
  [
    '“I will {resign|step down} if the inquiry into the {project} finds that one crown is missing,”',
    'he would resign if a single crown was missing from the {project}',
    'to step down should the inquiry find money missing at the {project}',
    'promised his resignation if the {project} inquiry found anything',
  ],
  [
    'schools in {place} would close for {number} days because of the shortage of {ware}',
    '“For {number} days there will be no school in {place}. We have no {ware},”',
    'a lack of {ware} forces the schools of {place} to shut for {number} days',
  ],
];

/** As `trainingFamilies`, for the test alone. */
export const testFamilies: readonly (readonly string[])[] = [
  [
    '“The ferry between {place} and {country} will sail again in {month}, with or without their consent,”',
    'the ferry from {place} to {country} would {run|sail} again in {month} even without consent',
    'ferries between {place} and {country} resume in {month}, whether or not there is consent',
    'announced that ferries to {country} would leave {place} again from {month}',
  ],
  [
    'that {number} {goods} had crossed the border at {place} without papers',
    '“At {place} we counted {number} {goods} that crossed the border without papers,”',
    '{number} {goods} without papers {passed|went over} the border at {place}',
  ],
  [
    '“We cannot recognise an election in {place} that was held under the guns of {country},”',
    'an election held in {place} under the guns of {country} could not be recognised',
    'refused to recognise the {place} election, held under the guns of {country}',
    '“Nobody can recognise a vote in {place} under the guns of {country},”',
  ],
  [
    'prices of {ware} would rise by {number} percent after {month}, but only if the harvest fails',
    '“Only if the harvest fails will {ware} cost {number} percent more after {month},”',
    '{ware} {will become|could get} {number} percent dearer after {month}',
  ],
  [
    '“The {body} knew about the leak at the {project} since {month}. I told them myself,”',
    'he had told the {body} of the leak at the {project} as early as {month}',
    'the {body} had known of the {project} leak since {month}',
    'told the {body} in {month} that the {project} was leaking',
  ],
  [
    'the doctors of {place} {deserved|had earned} an apology from {country} after the raid on the hospital',
    '“{country} owes the doctors of {place} an apology for the raid on their hospital,”',
    '{country} should apologise to doctors in {place} for raiding the hospital',
  ],
  [
    '“Give us {number} weeks and the {project} in {place} will have light and water,”',
    'the {project} in {place} would have light and water within {number} weeks',
    'light and water for the {place} {project} in {number} weeks',
  ],
  [
    'that any deal on {ware} with {country} needed the consent of the {body}',
    '“Without the {body} there is no deal on {ware} with {country},”',
    'no agreement with {country} on {ware} was possible unless the {body} consents',
    'a {ware} deal with {country} must go before the {body}',
  ],
  [
    '“My grandfather built the {project} of {place}, and I will not see it sold to {country},”',
    'he would never let the {project} of {place}, built by his grandfather, be sold to {country}',
    'opposed the sale to {country} of the {place} {project} that his grandfather built',
  ],
  [
    'the commission had found {number} faults in the count of votes at {place} and would publish them in {month}',
    '“There are {number} faults in the count at {place}. You will read them all in {month},”',
    'the commission will publish in {month} the {number} faults found in the {place} vote count',
  ],
  [
    '“I do not negotiate with people who hide {goods} behind children,”',
    'there could be no negotiating with people who hid {goods} behind children',
    'refused talks with those who hide {goods} behind children',
  ],
  [
    'the young were leaving {place} because nothing but {ware} was left to live on',
    '“What is left to live on in {place}? {ware}. So the young leave,”',
    'young people leave {place}, where only {ware} remains',
  ],
];

/** What fills the places of a family. */
export const fillings: Readonly<Record<string, readonly string[]>> = {
  place: 'Selmont Teska Grodal Haverlin Port-Amsel Kirnau Veldt Ostrava-Nova Brennick Lowen Sarn Kyrel Dnest Halm Arbeth Mirow Tolska Quarn Estrel Varde Jolm Pettin Umbra Cask Dorvik Lissen Rothau Zell Amberg-Ost Farrow'.split(' '),
  project: ['bridge', 'harbour', 'railway', 'dam', 'airport', 'road tunnel', 'power station', 'stadium', 'hospital wing', 'pipeline', 'library', 'customs hall', 'ferry dock', 'water works', 'prison'],
  month: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
  number: ['three', 'four', 'five', 'seven', 'nine', '12', '14', '18', '23', '25', '31', '40', '58', '60', '75', '90', '110', '240', '350', '800'],
  goods: ['tents', 'lorries', 'rifles', 'blankets', 'buses', 'generators', 'drones', 'crates of medicine', 'horses', 'tractors', 'pumps', 'wagons of coal'],
  country: ['Drovia', 'Vostania', 'Belmark', 'Palatia', 'San Brisco', 'Tavuna', 'Keled', 'the Norrland Isles', 'Larnia', 'Bessara', 'Estmark', 'Lorvia', 'Korsan', 'Merrow', 'Sarmene'],
  ware: ['wheat', 'gas', 'pensions', 'salt', 'timber', 'fertiliser', 'electricity', 'milk', 'medicine', 'coal', 'copper', 'fish', 'seed', 'diesel', 'steel'],
  body: ['parliament', 'senate', 'city council', 'constitutional court', 'defence committee', 'audit office', 'electoral board', 'cabinet', 'bishops’ conference', 'central bank'],
}; // prettier-ignore
