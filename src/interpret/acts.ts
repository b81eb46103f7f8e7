import { cueActs } from '../terms/cue-acts.js';
import type { Act } from '../terms/vocabulary.js';

/** What a statement does: the cue decides where it can, the content's first words where the cue is neutral. */
export function actOf(cueLemma: string | null, content: string): Act {
  const decided = cueLemma === null ? undefined : cueActs.get(cueLemma);
  if (decided !== undefined) return decided;
  if (/\b(?:will not|won['’]t|would never|will never|refuses?)\b/iu.test(content)) return 'refuse';
  if (/^[“"«]?\s*(?:that\s)?(?:we|i) (?:will|promise|shall)\b/iu.test(content)) return 'promise';
  return 'assert';
}
