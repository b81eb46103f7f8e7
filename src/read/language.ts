import { detect } from 'tinyld';

/** Detection looks at this many UTF-16 code units from the start: more costs time and adds nothing. */
const reach = 2000;
/** Below this a text is too short to tell its language. */
const shortest = 20;

/** The language of a text as an ISO 639-1 code, or null when it is too short or not recognised. */
export function languageOf(text: string): string | null {
  const sample = text.slice(0, reach).trim();
  if (sample.length < shortest) return null;
  const code = detect(sample);
  return /^[a-z]{2}$/u.test(code) ? code : null;
}
