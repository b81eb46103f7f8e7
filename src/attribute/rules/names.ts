import type { Name, NameType } from '../../terms/attribution.js';

const run =
  /\p{Lu}[\p{L}\p{M}'’-]*(?: (?:(?:of|de|la|von|van|al|bin|for) )?(?:\p{Lu}\.|\p{Lu}[\p{L}\p{M}'’-]*)){0,7}/gu;

const organization = /\b(?:Ministry|Party|Union|Agency|Society|Council|Committee|Court|Bank|Senate|Congress|House|Parliament|Association|Commission|University|Institute|Office|Department|Party|Compact|Courier|Wire|Today|Herald|News|Times|Post|Group|Corp|Inc|Organization|Federation)\b/u; // prettier-ignore
const title = /^(?:President|Prime Minister|Foreign Minister|Minister|Senator|Sen\.|Rep\.|Gov\.|Governor|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Speaker|Chancellor|King|Queen|Secretary|General|Gen\.|Commissioner|Spokeswoman|Spokesman|Ambassador|Professor|Judge)\b/u; // prettier-ignore
const nationality = /(?:ian|ians|ish|ese|ite|ites)$/u;
const notNames = new Set('The A An He She It They We I You In On At But And As If When While After Before This That These Those His Her Its Their Our My Asked According Every Nobody Two Hours Neither Opposition What Who Why How Not No Yes Of For From With By To There Here Now Then'.split(' ')); // prettier-ignore

/**
 * Proper names by capital letters and a few telling words. It serves until a trained tagger does better; a name at the
 * head of a sentence counts only when it is more than one common word.
 */
export function namesIn(text: string): Name[] {
  const found: Name[] = [];
  for (const match of text.matchAll(run)) {
    let words = match[0].replace(/['’]s$/u, '');
    let start = match.index;
    for (
      let first = words.split(' ')[0]!;
      notNames.has(first) && words.includes(' ');
      first = words.split(' ')[0]!
    ) {
      start += first.length + 1;
      words = words.slice(first.length + 1);
    }
    if (notNames.has(words) || words.length < 2 || !/^\p{Lu}/u.test(words)) continue;
    found.push({ span: [start, start + words.length], type: typeOf(words), confidence: 0.5 });
  }
  return found;
}

/** An office, not who holds it. */
const office = /^\p{Lu}\p{L}+ (?:of|for) |\bAffairs$/u;

function typeOf(words: string): NameType {
  if (organization.test(words)) return 'organization';
  if (title.test(words)) return office.test(words) ? 'other' : 'person';
  const parts = words.split(' ');
  if (parts.length === 1) return nationality.test(words) ? 'nationality' : 'place';
  return parts.length <= 3 ? 'person' : 'other';
}
