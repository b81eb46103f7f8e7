import type { Analysis } from '../terms/attribution.js';
import type { Article } from '../terms/record.js';
import type { Resolution } from '../terms/resolution.js';
import { findSpeakers } from './find-speakers.js';

/**
 * Finds who each attribution's source is, within the article: full name from last name, title, description or pronoun.
 * Right or silent: the entity is null where the text does not tell, or two could be meant. Where a source lists
 * several speakers the entity is "A and B"; `findSpeakers` gives their names apart.
 * @returns one speaker an attribution, in the analysis' order, and the article's entities. Pure; linear in the text
 * for articles of usual size.
 */
export function resolve(article: Article, analysis: Analysis): Resolution {
  return findSpeakers(article, analysis).resolution;
}
