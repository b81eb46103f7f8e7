export { readPage, readText } from './read-page.js';
export type { Reading } from './reading.js';
