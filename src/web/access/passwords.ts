import { hash } from '@node-rs/argon2';

/** Argon2id hash of a password, with its salt and parameters (the library's defaults, as OWASP advises). */
export function hashPassword(password: string): Promise<string> {
  return hash(password);
}
