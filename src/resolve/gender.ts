import { createRequire } from 'node:module';

// The package is CommonJS with named exports that Node's loader does not see.
const { getGender } = createRequire(import.meta.url)('gender-detection-from-name') as {
  getGender: (name: string, language?: string) => 'male' | 'female' | 'unknown';
};

export type Gender = 'male' | 'female' | 'unknown';

/** Gender that the lists give a given name. */
export function genderOfGiven(given: string): Gender {
  return getGender(given);
}
