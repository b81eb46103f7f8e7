/**
 * How outlets write one name: published romanisations, diacritics kept, dropped or spelt out, slips of the pen. Tables of
 * letters, with nothing of the matcher's: those for Russian are iuliia's, the others follow the systems named.
 */
import * as iuliia from 'iuliia';

/** A number in [0, 1), from a seeded source. */
export type Random = () => number;

export type Script = 'russian' | 'ukrainian' | 'macedonian' | 'georgian' | 'latin';

type Table = Readonly<Record<string, string>>;

const table = (letters: string, spelt: string): Table => {
  const to = spelt.split(' ');
  return Object.fromEntries(Array.from(letters).map((letter, i) => [letter, to[i]!.replace('_', '')]));
};

const ukrainian = 'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя';
const macedonian = 'абвгдѓежзѕијклљмнњопрстќуфхцчџш';
const georgian = 'აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ';

const systems: Readonly<Record<'ukrainian' | 'macedonian' | 'georgian', readonly Table[]>> = {
  ukrainian: [
    // National (2010), BGN/PCGN (1965), French press, German press.
    table(ukrainian, 'a b v h g d e ie zh z y i i i k l m n o p r s t u f kh ts ch sh shch _ iu ia'),
    table(ukrainian, 'a b v h g d e ye zh z y i yi y k l m n o p r s t u f kh ts ch sh shch ’ yu ya'),
    table(ukrainian, 'a b v h g d e ie j z y i ï ï k l m n o p r s t ou f kh ts tch ch chtch _ iou ia'),
    table(ukrainian, 'a b w h g d e je sch s y i ji j k l m n o p r s t u f ch z tsch sch schtsch _ ju ja'),
  ],
  macedonian: [
    // Official (1998) with and without diacritics, and the English press.
    table(macedonian, 'a b v g d ǵ e ž z dz i j k l lj m n nj o p r s t ḱ u f h c č dž š'),
    table(macedonian, 'a b v g d gj e zh z dz i j k l lj m n nj o p r s t kj u f h c ch dj sh'),
    table(macedonian, 'a b v g d gy e zh z dz i y k l ly m n ny o p r s t ky u f h ts ch j sh'),
  ],
  georgian: [
    // National (2002), BGN/PCGN (1981) without apostrophes, ISO 9984 simplified, German press.
    table(georgian, 'a b g d e v z t i k’ l m n o p’ zh r s t’ u p k gh q’ sh ch ts dz ts’ ch’ kh j h'),
    table(georgian, 'a b g d e v z t i k l m n o p zh r s t u p k gh q sh ch ts dz ts ch kh j h'),
    table(georgian, 'a b g d e v z t i k l m n o p ž r s t u p k ġ q š č c j c č x j h'),
    table(georgian, 'a b g d e w s t i k l m n o p sch r s t u p k gh q sch tsch z ds z tsch ch dsch h'),
  ],
};

const russianSystems = [
  'BGN_PCGN', 'ICAO_DOC_9303', 'WIKIPEDIA', 'TELEGRAM', 'MVD_310_FR', 'SCIENTIFIC', 'UNGEGN_1987', 'GOST_52535', 'ALA_LC', 'BS_2979_ALT', 'YANDEX_MAPS',
] as const; // prettier-ignore

const german: Table = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', å: 'aa', ø: 'oe', æ: 'ae' };
const phonetic: Table = { š: 'sh', č: 'ch', ž: 'zh', ć: 'ch', đ: 'dj', ş: 'sh', ç: 'ch', ı: 'i', ğ: 'g', ț: 'ts', ș: 'sh', ł: 'l', ń: 'n', ř: 'r' }; // prettier-ignore

/** One outlet's spelling of a word in its own script. */
export function romanise(word: string, script: Script, random: Random): string {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  if (script === 'latin') return latin(word, random);
  if (script === 'russian')
    return iuliia.translate(word, iuliia[pick(russianSystems)]).replace(/[ʹʺ]/gu, "'");
  return capital(spell(word, pick(systems[script])));
}

function latin(word: string, random: Random): string {
  const how = random();
  if (how < 0.4) return word;
  if (how < 0.8) return stripped(word);
  return stripped(spell(word, how < 0.9 ? german : phonetic));
}

function stripped(word: string): string {
  const letters = spell(word, { ł: 'l', đ: 'd', ı: 'i', ß: 'ss', ø: 'o', æ: 'ae' });
  return letters.normalize('NFD').replace(/\p{Mn}/gu, '');
}

/** Letter by letter; what the table lacks stays. A capital stays one. */
function spell(word: string, letters: Table): string {
  return Array.from(word)
    .map((letter) => {
      const small = letter.toLowerCase();
      const to = letters[small] ?? small;
      return letter === small && !/\p{Lo}/u.test(letter) ? to : capital(to);
    })
    .join('')
    .replace(/\p{L}+/gu, (run) => (/\p{Lo}/u.test(word) ? capital(run.toLowerCase()) : run));
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A slip of the pen: one letter left out, doubled, swapped with the next or struck wrongly. */
export function slip(word: string, random: Random): string {
  const at = 1 + Math.floor(random() * Math.max(1, word.length - 2));
  const [before, letter, after] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)];
  const how = Math.floor(random() * 4);
  if (how === 0) return before + after;
  if (how === 1) return before + letter + letter + after;
  if (how === 2) return before + after.charAt(0) + letter + after.slice(1);
  return before + 'aeiounrtlsm'.charAt(Math.floor(random() * 11)) + after;
}
