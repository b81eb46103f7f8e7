import { getGender } from 'gender-detection-from-name';

export type Gender = 'male' | 'female';

/** What a full name's given name tells of the pronoun; null where it tells nothing, or there is no given name. */
export function genderOf(name: string): Gender | null {
  const [given, ...rest] = name.split(' ');
  if (given === undefined || rest.length === 0) return null;
  const found = getGender(given);
  return found === 'unknown' ? null : found;
}
